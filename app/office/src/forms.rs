//! Raw forms as they come from a browser, and the checks that turn them into typed values.
//!
//! A raw form holds only text, so that nothing is refused before it can be answered in words. Its
//! `check` gives the typed value or every problem at once; the same check runs in the browser.

/// What was typed into a form that was refused, as far as it may be shown where the form itself cannot be, so that nothing
/// typed is lost. Each form names these fields; what it does not name (a password, a code, a key, an id) is never shown.
pub trait Echo {
    /// The text of these fields, in order; empty ones too.
    fn echo(&self) -> Vec<&str>;
}

macro_rules! echo {
    ($form:ident { $($field:ident),* $(,)? }) => {
        impl $crate::forms::Echo for $form {
            fn echo(&self) -> Vec<&str> {
                vec![$(&self.$field),*]
            }
        }
    };
    ($form:ident { $($field:ident),* $(,)? } rows { $($column:ident),* $(,)? }) => {
        impl $crate::forms::Echo for $form {
            fn echo(&self) -> Vec<&str> {
                let mut shown: Vec<&str> = vec![$(&self.$field),*];
                $(shown.extend(self.$column.iter().map(String::as_str));)*
                shown
            }
        }
    };
}

/// Makes an enum of the fields of forms, each with its name, so that a page that misspells one does not compile.
macro_rules! named_fields {
    ($(#[$meta:meta])* $all:ident: $($field:ident => $key:literal),+ $(,)?) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the fields of the forms, by their names")]
        pub enum $all {
            $($field),+
        }

        impl $all {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$field),+];

            /// Its name in the form.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$field => $key),+
                }
            }

            /// The one with this name, if any.
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|field| field.key() == name)
            }
        }
    };
}

mod account;
mod act;
mod act_field;
mod capacity;
mod closure;
mod console;
mod court;
mod coverage;
mod deletion;
mod denial;
mod fee;
mod field;
mod filing;
mod following;
mod intake;
mod letter;
mod letter_edit;
mod log;
mod matches;
mod note;
mod notice;
mod objection;
mod order;
mod person;
mod program;
mod program_fields;
mod proposal;
mod queue;
mod recording;
mod refused_value;
mod release;
mod template;
mod viewing;
mod wish;

pub use account::{
    AccountAct, AccountChange, AccountForm, ChosenPasswordForm, FactorForm, NewAccount, NewPassword, NewPasswordForm,
    OwnAccountForm, OwnAct, PASSWORD_MAX, PASSWORD_MIN, SignInForm, password_problem,
};
pub use act::{ActForm, Search, StaffAct, takes_papers};
pub use act_field::ActField;
pub use capacity::{CapacityAct, CapacityActKind, CapacityForm, NewCapacity, SeenProof};
pub use closure::{ClosureForm, EraseForm};
pub use console::{ConsoleAct, ConsoleField, PersonActKind};
pub use court::{CourtCaseForm, CourtEntryForm, CourtFilter, CourtList, NewCase, NewEntry, Seal};
pub use coverage::CoverageForm;
pub use deletion::{DELETED_COLUMNS, DeletionListForm, ReportedLine};
pub use denial::{InPart, WITHHELD_ROWS, WithheldWords, row_field};
pub use field::letters;
pub use filing::{FILING_FIELDS, Filing, FilingContext, FilingForm, Notify, RequestDetails};
pub use following::{FollowForm, Message, MessageForm, NewProof, PrivateForm, TrackForm, TrackQuery};
pub use intake::{CodeReissue, CodeReissueForm, IntakeForm};
pub use law::disclosure_order::OrderAct;
pub use letter::{LetterAct, LetterForm};
pub use letter_edit::{LetterEditForm, letter_field};
pub use log::LogForm;
pub use matches::{MatchAct, MatchForm};
pub use note::{MentionForm, NewNote, NoteForm};
pub use notice::{NoticeAct, NoticeForm};
pub use objection::{CodeForm, NewObjection, NewPaper, ObjectionForm};
pub use order::{NewOrder, OrderActForm, OrderForm, OrderScope};
pub use person::{Contact, NewPerson, PersonFacts, PersonForm};
pub use program::{ProgramEdit, ProgramForm};
pub use program_fields::{ProgramFieldsAct, ProgramFieldsForm, listed};
pub use proposal::ProposalForm;
pub use queue::{AbsenceForm, Assign, Extend, NewAbsence, QueueActForm, QueueForm};
pub use recording::{
    Deletion, ImportActForm, ImportForm, NewRecording, RECORDING_COLUMNS, RecordingActForm, RecordingContext,
    RecordingForm, SceneForm, StatusForm, Unlink,
};
pub use refused_value::{RefusedValue, at_its_field};
pub use release::{
    CopyForm, FileKind, FileReceipt, NewFile, NewRedaction, Publication, ReleaseForm, ReleaseStop, SeenNotice,
};
pub use template::{TemplateEdit, TemplateForm, template_fields};
pub use viewing::{FamilyAnswer, FamilyViewingForm, NewViewing, StepTaken, ViewingForm};
pub use wish::{NewWish, WishForm, WishKind};

/// Longest free text, in characters.
pub const TEXT_MAX: usize = 5000;

/// A form that is refused: shown again with what was typed.
#[derive(Clone, Debug)]
pub struct Refused<F> {
    /// What was typed.
    pub form: F,
    /// Why it was not done.
    pub refusal: crate::Refusal,
}

/// A key that a form carries so that posting it twice does its work once: at least 128 random bits
/// as 32 to 64 hexadecimal characters, minted when the form is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubmissionKey(String);

impl SubmissionKey {
    /// Reads a key; `None` if it is not one.
    pub fn parse(key: &str) -> Option<Self> {
        ((32..=64).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_hexdigit())).then(|| Self(key.to_lowercase()))
    }

    /// The key's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
