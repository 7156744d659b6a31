//! What people are told when something is not done. The log gets a fault of its own, once.

use law::bar::Bar;

use crate::problem::Errors;

/// An answer of the office.
pub type OfficeResult<T> = Result<T, Refusal>;

/// Why the office did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such thing, or it is not for this person to know.
    #[error("not found")]
    NotFound,
    /// Sign in, or open the request with number and code, first.
    #[error("sign in first")]
    SignIn,
    /// Give the second factor again first; what was typed is kept.
    #[error("confirm by the second factor first")]
    Confirm,
    /// Enroll a second factor first, which the role needs; what was typed is kept.
    #[error("enroll a second factor first")]
    Enroll,
    /// This account's role does not do this.
    #[error("not for this role")]
    NotYours,
    /// Fields are wrong.
    #[error("fields are wrong")]
    Invalid {
        /// Which, and what is wrong with each.
        errors: Errors,
    },
    /// The law does not allow it now.
    #[error("barred: {bar}")]
    Barred {
        /// Reason and section.
        bar: Bar,
    },
    /// A notice, an order, a copy or a release may not go on.
    #[error("stopped: {} reasons", bars.len())]
    Stopped {
        /// Everything in the way; never empty.
        bars: Vec<law::notice::ReleaseBar>,
    },
    /// What is held may not be deleted.
    #[error("kept: {why}")]
    MustBeRetained {
        /// What holds it.
        why: law::retention::DeletionBar,
    },
    /// Somebody else changed it in the meantime; what was typed is kept.
    #[error("changed in the meantime")]
    Stale,
    /// A form of the same key was sent before, with other content: that was done, and this was not.
    #[error("sent before with other content")]
    SentBefore,
    /// Too many attempts.
    #[error("too many attempts")]
    TooMany {
        /// Seconds to wait.
        seconds: u32,
    },
    /// The machine's clock cannot be believed, and every act has its day; what was typed is kept.
    #[error("the clock cannot be believed")]
    ClockWrong,
    /// The same to whoever wants to watch what was delivered to them.
    #[error("the clock cannot be believed, so no video is shown")]
    VideoWaits,
    /// Files are not taken now: what is left of the disk is kept for filing.
    #[error("no room for files")]
    NoRoom,
    /// The office cannot answer now; what was typed is kept in the form.
    #[error("unavailable, incident {incident}")]
    Unavailable {
        /// Number under which the log tells more.
        incident: String,
    },
}

impl Refusal {
    /// One field is wrong.
    pub fn field(field: &str, problem: impl Into<crate::Problem>) -> Self {
        Self::Invalid {
            errors: Errors::one(field, problem),
        }
    }

    /// The same, with its first problem told at another field.
    #[must_use]
    pub fn at(self, field: &str) -> Self {
        match self {
            Self::Invalid { mut errors } if !errors.is_empty() => Self::field(field, errors.0.remove(0).1),
            other => other,
        }
    }
}

impl From<Bar> for Refusal {
    fn from(bar: Bar) -> Self {
        Self::Barred { bar }
    }
}

impl From<law::notice::ReleaseBar> for Refusal {
    fn from(bar: law::notice::ReleaseBar) -> Self {
        Self::Stopped { bars: vec![bar] }
    }
}

impl From<law::retention::DeletionBar> for Refusal {
    fn from(why: law::retention::DeletionBar) -> Self {
        Self::MustBeRetained { why }
    }
}

impl From<Errors> for Refusal {
    fn from(errors: Errors) -> Self {
        Self::Invalid { errors }
    }
}
