//! What is wrong with a field, in a form that both languages have words for.

mod subjects;

use law::Date;

use crate::TrackingNumber;

pub use subjects::{
    AccountProblem, CaptionsFault, CopyProblem, FileProblem, ImportProblem, NoticeProblem, RecordingProblem,
};

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was given.
    Missing,
    /// Longer than the limit.
    TooLong {
        /// Limit in characters.
        max: usize,
    },
    /// Too short to say what causes something.
    NotDetailed,
    /// A provision that the profile does not list among those that close footage.
    ProvisionNotListed,
    /// An act on a selection that cannot be done on some of it.
    NotOnAll {
        /// Those on which it cannot be done.
        numbers: Vec<TrackingNumber>,
    },
    /// Word for word what whoever filed was told before.
    SameAsBefore,
    /// Shorter than the least.
    TooShort {
        /// Least length in characters.
        min: usize,
    },
    /// Not a day that exists.
    NotADate,
    /// Not a month that exists.
    NotAMonth,
    /// Not the number of a page.
    NotAPage,
    /// A day that has not come yet.
    InFuture,
    /// A day that must lie ahead has passed.
    InPast,
    /// A day of receipt before the day that is asked about.
    BeforeIncident,
    /// Before any footage can exist.
    TooOld {
        /// First day accepted.
        earliest: Date,
    },
    /// The last day lies before the first.
    EndBeforeStart,
    /// The days span too much.
    RangeTooLong {
        /// Longest range in days.
        days: u32,
    },
    /// Not a time of day.
    NotATime,
    /// Not one of the choices.
    UnknownChoice,
    /// Not an e-mail address.
    BadEmail,
    /// Nothing that a search could start from: no place, report, officer, person or description.
    NothingToSearchBy,
    /// Not of the shape of a tracking number.
    BadNumber,
    /// A tracking number with a slip of the pen: the check characters do not fit.
    NumberTypo,
    /// Not of the shape of an access code.
    BadCode,
    /// An access code with a slip of the pen: the check characters do not fit.
    CodeTypo,
    /// Not the code of a letter.
    BadLetterCode,
    /// The code of a letter with a slip of the pen.
    LetterCodeTypo,
    /// No request has this number.
    NoSuchRequest,
    /// No request with this number and code. Says neither which of the two is wrong.
    NoSuchPair,
    /// No letter with this code, or a newer one has taken its place.
    NoSuchNotice,
    /// No account with this e-mail address and password.
    WrongCredentials,
    /// The two passwords differ.
    PasswordsDiffer,
    /// No such rule.
    UnknownRule,
    /// The closure is entered already.
    ClosureEntered,
    /// A day too far ahead to be known.
    TooFarAhead,
    /// Not an amount of money.
    NotAnAmount,
    /// Not hours, as a number with at most two decimals.
    NotHours,
    /// Not a whole number of pieces.
    NotANumber,
    /// No receipt number: letters, digits and hyphens, at least one digit.
    NotAReceipt,
    /// An amount that is not what the calculation beside it gives.
    NotTheProduct {
        /// What it gives, in US cents.
        cents: u32,
    },
    /// Not spans of time.
    #[expect(missing_docs, reason = "what was typed")]
    BadSpans { typed: String },
    /// Not a line of a list of redactions.
    #[expect(missing_docs, reason = "what was typed")]
    BadRedaction { typed: String },
    /// Not a recording with a person of it.
    #[expect(missing_docs, reason = "what was typed")]
    BadExcused { typed: String },
    /// Nobody who may read a note is called so, or more than one.
    NobodyCalled {
        /// What stands after the `@`.
        typed: String,
        /// Names of those who may.
        known: String,
    },
    /// A letter's paragraph names a fact that this letter does not have, or holds a brace alone.
    UnknownPlaceholder {
        /// What was typed.
        typed: String,
        /// What it may name.
        known: String,
    },
    /// A letter's paragraph does not name a fact that it must.
    PlaceholderMissing {
        /// Which.
        names: String,
    },
    /// Another letter would go now than the one that was shown.
    LetterChanged,
    /// A flaw of a text about the camera program.
    Program(Box<program::TextError>),
    /// A code, typed where a tracking number is asked for.
    CodeNotNumber,
    /// A tracking number, typed where a code is asked for.
    NumberNotCode,
    /// A request like this was filed from the same browser a moment ago.
    LikeOneFiled {
        /// Its tracking number.
        number: String,
        /// The day it asks about.
        on: law::Date,
        /// The place it names; empty if it names none.
        place: String,
    },
    /// A problem of a file of recordings: of which line and column.
    #[expect(missing_docs, reason = "where it stands, and what it is")]
    InLine {
        line: u64,
        column: String,
        problem: Box<Self>,
    },
    /// One that only a file has.
    File(FileProblem),
    /// One that only a recording or somebody in it has.
    Recording(RecordingProblem),
    /// One that only a copy has.
    Copy(CopyProblem),
    /// One that only a notice has.
    Notice(NoticeProblem),
    /// One that only a file of recordings has.
    Import(ImportProblem),
    /// One that only an account has.
    Account(AccountProblem),
    /// A value that the law bars on a request or a recording: a day, mostly.
    Barred(law::bar::Bar),
    /// A value that the law bars on a notice, an order or a copy.
    Stopped(law::notice::ReleaseBar),
    /// The field that people never see was filled in.
    MachineFilled,
}

impl Problem {
    /// Whether its words name their matter by themselves, so that no label need stand before them.
    pub const fn names_its_matter(&self) -> bool {
        matches!(
            self,
            Self::Missing
                | Self::BadEmail
                | Self::NotAPage
                | Self::NothingToSearchBy
                | Self::BadNumber
                | Self::NumberTypo
                | Self::BadCode
                | Self::CodeTypo
                | Self::BadLetterCode
                | Self::LetterCodeTypo
                | Self::CodeNotNumber
                | Self::NumberNotCode
                | Self::NoSuchRequest
                | Self::NoSuchPair
                | Self::NoSuchNotice
                | Self::WrongCredentials
                | Self::PasswordsDiffer
                | Self::LikeOneFiled { .. }
                | Self::MachineFilled
        )
    }
}

macro_rules! groups {
    ($($group:ident($kind:ident))+) => {
        $(impl From<$kind> for Problem {
            fn from(problem: $kind) -> Self {
                Self::$group(problem)
            }
        })+
    };
}

impl From<law::bar::Bar> for Problem {
    fn from(bar: law::bar::Bar) -> Self {
        Self::Barred(bar)
    }
}

impl From<law::notice::ReleaseBar> for Problem {
    fn from(bar: law::notice::ReleaseBar) -> Self {
        Self::Stopped(bar)
    }
}

groups! { File(FileProblem) Recording(RecordingProblem) Copy(CopyProblem) Notice(NoticeProblem) Import(ImportProblem)
    Account(AccountProblem)
}

/// The problems of a form, in the order of its fields. Never empty when part of a refusal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Errors(pub Vec<(String, Problem)>);

impl Errors {
    /// Adds a problem of a field.
    pub fn add(&mut self, field: &str, problem: impl Into<Problem>) {
        self.0.push((field.to_owned(), problem.into()));
    }

    /// The first problem of a field.
    pub fn of(&self, field: &str) -> Option<&Problem> {
        self.0
            .iter()
            .find(|(name, _)| name == field)
            .map(|(_, problem)| problem)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One problem alone.
    pub fn one(field: &str, problem: impl Into<Problem>) -> Self {
        Self(vec![(field.to_owned(), problem.into())])
    }
}
