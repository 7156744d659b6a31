//! The words of the portal in English and Spanish.
//!
//! One file per area. A missing language or argument stops the build: each entry of [`words!`] gives
//! the English first and the Spanish second, or a [`law::Bilingual`]. Plurals are a `match`.

/// What speaks a language: [`office::Lang`].
pub trait HasLang: Copy {
    /// The language spoken.
    fn lang(self) -> office::Lang;
}

impl HasLang for office::Lang {
    fn lang(self) -> office::Lang {
        self
    }
}

/// Makes a trait of words on [`office::Lang`]: `lang.days_left(3)`.
///
/// ```ignore
/// words! { pub trait CommonWords:
///     skip() -> &'static str { "Skip to content", "Ir al contenido" }
///     days_left(n: i32) -> String {
///         match n { 1 => "1 day left".into(), n => format!("{n} days left") },
///         match n { 1 => "queda 1 día".into(), n => format!("quedan {n} días") }
///     }
///     stage(stage: Stage) -> &'static str { stages::stage(stage) }
/// }
/// ```
macro_rules! words {
    (@in $lang:expr, $both:expr) => {
        $lang.pick($both)
    };
    (@in $lang:expr, $en:expr, $es:expr) => {
        match $lang {
            office::Lang::En => $en,
            office::Lang::Es => $es,
        }
    };
    ($(#[$meta:meta])* pub trait $area:ident: $($name:ident($($arg:ident: $kind:ty),*) -> $out:ty { $en:expr $(, $es:expr)? $(,)? })*) => {
        $(#[$meta])*
        #[expect(missing_docs, reason = "the words themselves say what each is")]
        pub trait $area: $crate::HasLang {
            $(fn $name(self $(, $arg: $kind)*) -> $out {
                words!(@in $crate::HasLang::lang(self), $en $(, $es)?)
            })*
        }
        impl $area for office::Lang {}
    };
}

mod common;
mod components;
mod dates;
mod desk;
mod errors;
mod fee;
mod filing;
mod following;
mod law_words;
mod letters;
mod library;
mod notices;
mod papers;
mod problems;
mod program;
mod release;
mod staff;
mod statistics;
mod status;
mod timeline;

pub use common::CommonWords;
pub use components::ComponentWords;
pub use dates::DateWords;
pub use desk::{
    CapacityWords, ContentsWords, CourtWords, CoverageWords, DeletionWords, DeskWords, ImportWords, MatchWords,
    NoteWords, ProposalWords, ReleaseDeskWords, TaskWords,
};
pub use errors::ErrorWords;
pub use fee::FeeWords;
pub use filing::{AboutWords, FilingWords, HomeWords, LawPageWords, PetitionWords, ReceiptWords};
pub use following::FollowingWords;
pub use law_words::LawWords;
pub use letters::{LetterWords, TemplateWords, built_in as built_in_letter};
pub use library::LibraryWords;
pub use notices::{NoticeLetterWords, NoticeTitle, NoticeWords, ObjectionWords, ViewingWords, WishWords};
pub use papers::PaperWords;
pub use problems::{ProblemWords, with_label};
pub use program::ProgramWords;
pub use release::ReleaseWords;
pub use staff::{AccountWords, IntakeWords, LetterDeskWords, QueueWords, StaffWords};
pub use statistics::StatisticsWords;
pub use status::StatusWords;
pub use timeline::TimelineWords;
