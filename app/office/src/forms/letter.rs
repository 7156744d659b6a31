//! What is done with a letter that did not arrive, or is on paper.

use law::Date;
use serde::{Deserialize, Serialize};

use super::field;
use crate::{Errors, Problem, views::LetterActKind};

/// The forms at `/staff/mail/{id}`: `act` says which.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the forms")]
pub struct LetterForm {
    /// Key of the [`LetterActKind`].
    pub act: String,
    pub email: String,
    pub on: String,
}

echo!(LetterForm { email, on });

/// What is done with a letter, with its facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LetterAct {
    /// It is tried again at once.
    Again,
    /// It goes to this address.
    Address(String),
    /// Its words go into the print queue.
    Paper,
    /// Nothing more is to be done with it.
    Aside,
    /// It was given to the post on this day.
    Posted(Date),
    /// It came back on this day.
    Returned(Date),
}

impl LetterForm {
    /// Reads the form.
    ///
    /// # Errors
    /// Every problem.
    pub fn check(&self) -> Result<LetterAct, Errors> {
        let mut errors = Errors::default();
        let kind = LetterActKind::parse(&self.act).ok_or_else(|| Errors::one("act", Problem::UnknownChoice))?;
        let act = match kind {
            LetterActKind::Again => Some(LetterAct::Again),
            LetterActKind::Paper => Some(LetterAct::Paper),
            LetterActKind::Aside => Some(LetterAct::Aside),
            LetterActKind::Address => {
                let email = field::email(&mut errors, "email", &self.email);
                if email.is_none() && errors.is_empty() {
                    errors.add("email", Problem::Missing);
                }
                email.map(LetterAct::Address)
            }
            LetterActKind::Posted => field::required_date(&mut errors, "on", &self.on).map(LetterAct::Posted),
            LetterActKind::Returned => field::required_date(&mut errors, "on", &self.on).map(LetterAct::Returned),
        };
        act.filter(|_| errors.is_empty()).ok_or(errors)
    }
}
