//! Tracking, messages, following.

use serde::{Deserialize, Serialize};

use super::{NewPaper, SubmissionKey, TEXT_MAX, field};
use crate::{
    AccessCode, Errors, TrackingNumber,
    code::{code_of, number_of},
    views::RelationProof,
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
    /// Files that came with it, arrived and looked at.
    pub papers: Vec<NewPaper>,
}

/// Proof of who somebody is to a person in the footage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewProof {
    /// Posting the same key again does nothing more.
    pub key: SubmissionKey,
    /// What it proves.
    pub proof: RelationProof,
    /// Words about it; may be empty.
    pub text: String,
    /// The papers, arrived and looked at.
    pub papers: Vec<NewPaper>,
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
            Some(key) if errors.is_empty() => Ok(Message {
                key,
                text,
                papers: Vec::new(),
            }),
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
    /// `write`, `answer_clarification`, `send_proof`, `accept_fee`, `narrow_request`, `challenge_fee`, `ask_grounds`, `withdraw`,
    /// `change_mail`, `stop_mail`, or `leave` to close the page.
    pub act: String,
    pub key: String,
    pub text: String,
    pub email: String,
    /// Key of a [`RelationProof`].
    pub relation_proof: String,
}

echo!(PrivateForm {
    text,
    email,
    relation_proof
});

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

    /// Whether files may come with the act.
    pub fn takes_papers(act: &str) -> bool {
        matches!(act, "write" | "answer_clarification" | "send_proof")
    }

    /// Proof of who they are to a person in the footage; its papers come beside the form.
    ///
    /// # Errors
    /// Every problem, each at its field; without papers, on the field `papers` too.
    pub fn proof(&self, any_papers: bool) -> Result<NewProof, Errors> {
        let mut errors = Errors::default();
        let proof = field::required_choice(
            &mut errors,
            "relation_proof",
            &self.relation_proof,
            RelationProof::parse,
        );
        if !any_papers {
            errors.add("papers", crate::Problem::Missing);
        }
        let text = field::text(&mut errors, "text", &self.text, TEXT_MAX);
        let key = SubmissionKey::parse(&self.key);
        if key.is_none() {
            errors.add("text", crate::Problem::Missing);
        }
        match (proof, key) {
            (Some(proof), Some(key)) if errors.is_empty() => Ok(NewProof {
                key,
                proof,
                text,
                papers: Vec::new(),
            }),
            _ => Err(errors),
        }
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
