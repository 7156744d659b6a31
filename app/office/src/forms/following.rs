//! Tracking, messages, following.

use serde::{Deserialize, Serialize};

use super::{SubmissionKey, TEXT_MAX, field};
use crate::{
    AccessCode, Errors, TrackingNumber,
    code::{code_of, number_of},
};

/// The form at `/track`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct TrackForm {
    pub number: String,
    pub code: String,
}

echo!(TrackForm {});

/// What was typed at `/track`, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackQuery {
    /// Which request.
    pub number: TrackingNumber,
    /// The code, if one was typed.
    pub code: Option<AccessCode>,
}

impl TrackForm {
    /// Reads number and code.
    ///
    /// # Errors
    /// A typo is told as a typo; it is no failed attempt.
    pub fn check(&self) -> Result<TrackQuery, Errors> {
        let mut errors = Errors::default();
        let number = number_of(&self.number).map_err(|problem| errors.add("number", problem));
        let code = if self.code.trim().is_empty() {
            Ok(None)
        } else {
            code_of(&self.code)
                .map(Some)
                .map_err(|problem| errors.add("code", problem))
        };
        match (number, code) {
            (Ok(number), Ok(code)) => Ok(TrackQuery { number, code }),
            _ => Err(errors),
        }
    }
}

/// A form with one free text: message, answer, reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct MessageForm {
    pub key: String,
    pub text: String,
}

/// A message that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Posting the same key again does nothing more.
    pub key: SubmissionKey,
    /// 1 to [`TEXT_MAX`] characters.
    pub text: String,
}

impl MessageForm {
    /// Reads a text that must be there.
    ///
    /// # Errors
    /// On the field `text`.
    pub fn check(&self) -> Result<Message, Errors> {
        let mut errors = Errors::default();
        let text = field::required(&mut errors, "text", &self.text, TEXT_MAX);
        match SubmissionKey::parse(&self.key) {
            Some(key) if errors.is_empty() => Ok(Message { key, text }),
            Some(_) => Err(errors),
            None => Err(Errors::one("text", crate::Problem::Missing)),
        }
    }
}

/// Follow a request by e-mail.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct FollowForm {
    pub email: String,
    pub website: String,
}

echo!(FollowForm { email });

impl FollowForm {
    /// Reads the address.
    ///
    /// # Errors
    /// On the field `email`.
    pub fn check(&self) -> Result<String, Errors> {
        let mut errors = Errors::default();
        let email = field::email(&mut errors, "email", &self.email);
        if email.is_none() && errors.is_empty() {
            errors.add("email", crate::Problem::Missing);
        }
        email.ok_or(errors)
    }
}

/// The forms of the private page: one path, the field `act` says which.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct PrivateForm {
    /// `write`, `answer_clarification`, `accept_fee`, `narrow_request`, `challenge_fee`, `ask_grounds`, `withdraw`,
    /// `change_mail`, `stop_mail`, or `leave` to close the page.
    pub act: String,
    pub key: String,
    pub text: String,
    pub email: String,
}

echo!(PrivateForm { text, email });

impl PrivateForm {
    /// The new address for letters.
    ///
    /// # Errors
    /// On the field `email`.
    pub fn email(&self) -> Result<String, Errors> {
        FollowForm {
            email: self.email.clone(),
            website: String::new(),
        }
        .check()
    }

    /// The text of a message or an answer.
    ///
    /// # Errors
    /// On the field `text`.
    pub fn message(&self) -> Result<Message, Errors> {
        MessageForm {
            key: self.key.clone(),
            text: self.text.clone(),
        }
        .check()
    }
}
