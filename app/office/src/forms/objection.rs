//! An objection: as the person makes it, and as a custodian keys it from paper.

use law::{
    Date,
    objection::{Ask, Ground, Relief},
    person::Receiver,
    profile::PaperKind,
    redaction::Sha256,
    span::Spans,
};
use serde::{Deserialize, Serialize};

use super::{SubmissionKey, TEXT_MAX, field, order::bad_span};
use crate::{AccessCode, Errors, Lang, Problem, code::code_of};

/// What somebody asks for or is promised: shared by objections and their answers.
pub(super) struct AskFields<'a> {
    pub relief: &'a str,
    pub asks: &'a [String],
    pub cut: &'a str,
    pub wait_until: &'a str,
    pub grounds: &'a [String],
    pub capacity: &'a str,
    pub words: &'a str,
}

/// The shared fields of a form.
macro_rules! ask_fields {
    ($form:expr) => {
        $crate::forms::objection::AskFields {
            relief: &$form.relief,
            asks: &$form.asks,
            cut: &$form.cut,
            wait_until: &$form.wait_until,
            grounds: &$form.grounds,
            capacity: &$form.capacity,
            words: &$form.words,
        }
    };
}
pub(super) use ask_fields;

/// An objection as somebody makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewObjection {
    /// Posting the same key again does nothing more.
    pub key: SubmissionKey,
    /// In whose capacity.
    pub capacity: Receiver,
    /// What is asked for.
    pub relief: Relief,
    /// On which grounds.
    pub grounds: Vec<Ground>,
    /// In their own words; may be empty.
    pub words: String,
    /// How they want the answer; may be empty.
    pub reply: String,
    /// Their language.
    pub lang: Lang,
    /// Days on which a petition was filed and served, where they say so.
    pub court: Option<(Option<Date>, Option<Date>)>,
    /// Papers that came with it, arrived and looked at.
    pub papers: Vec<NewPaper>,
}

/// A paper that came with something, kept and looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPaper {
    /// As it was called; its ending is that of its kind.
    pub name: String,
    /// By what is in it.
    pub kind: PaperKind,
    /// Its SHA-256, as kept.
    pub sha256: Sha256,
    /// Its size.
    pub bytes: u64,
}

impl AskFields<'_> {
    pub(super) fn asks(&self, e: &mut Errors) -> Vec<Ask> {
        let is = |ask: &str| self.asks.iter().any(|ticked| ticked == ask);
        let mut asks = Vec::new();
        if is("blur_me") {
            asks.push(Ask::BlurMe);
        }
        if is("mute_me") {
            asks.push(Ask::MuteMe);
        }
        if is("cut") || !self.cut.trim().is_empty() {
            match Spans::parse(self.cut) {
                Ok(spans) if !spans.is_empty() => asks.push(Ask::Cut { spans }),
                Ok(_) => e.add("cut", Problem::Missing),
                Err(_) => e.add("cut", bad_span(self.cut)),
            }
        }
        if is("wait_until") || !self.wait_until.trim().is_empty() {
            let day = field::required_date(e, "wait_until", self.wait_until);
            asks.extend(day.map(|day| Ask::WaitUntil { day }));
        }
        if asks.is_empty() && e.is_empty() {
            e.add("asks", Problem::Missing);
        }
        asks
    }

    pub(super) fn objection(&self, e: &mut Errors, key: &str, reply: &str, lang: Lang) -> Option<NewObjection> {
        let relief = match self.relief {
            "whole" => Some(Relief::Whole),
            "part" => Some(Relief::Part { asks: self.asks(e) }),
            "" => {
                e.add("relief", Problem::Missing);
                None
            }
            _ => {
                e.add("relief", Problem::UnknownChoice);
                None
            }
        };
        let grounds = self.grounds.iter().filter_map(|key| Ground::parse(key)).collect();
        let capacity = field::choice(e, "capacity", self.capacity, Receiver::parse).unwrap_or(Receiver::Person);
        let words = field::text(e, "words", self.words, TEXT_MAX);
        let reply = field::text(e, "reply", reply, 500);
        let key = SubmissionKey::parse(key);
        if key.is_none() {
            e.add("relief", Problem::Missing);
        }
        let (key, relief) = key.zip(relief).filter(|_| e.is_empty())?;
        Some(NewObjection {
            key,
            capacity,
            relief,
            grounds,
            words,
            reply,
            lang,
            court: None,
            papers: Vec::new(),
        })
    }
}

/// The form at `/notice` and `/notice/check`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct CodeForm {
    pub code: String,
    /// `leave` closes the notice.
    pub act: String,
}

echo!(CodeForm {});

impl CodeForm {
    /// Reads the code.
    ///
    /// # Errors
    /// What is wrong with it; a slip of the pen is told as such.
    pub fn check(&self) -> Result<AccessCode, Errors> {
        code_of(&self.code).map_err(|problem| {
            // Whoever has a letter has no receipt.
            let of_letter = match problem {
                Problem::CodeTypo => Problem::LetterCodeTypo,
                Problem::BadCode => Problem::BadLetterCode,
                other => other,
            };
            Errors::one("code", of_letter)
        })
    }
}

/// The form at `/notice/objection`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct ObjectionForm {
    pub key: String,
    /// The letter's code, where the notice is not open.
    pub code: String,
    pub reply: String,
    pub filed: String,
    pub served: String,
    /// `whole` or `part`.
    pub relief: String,
    /// Any of `blur_me`, `mute_me`, `cut`, `wait_until`.
    pub asks: Vec<String>,
    pub cut: String,
    pub wait_until: String,
    pub grounds: Vec<String>,
    pub capacity: String,
    pub words: String,
}

echo!(ObjectionForm {
    reply,
    filed,
    served,
    relief,
    cut,
    wait_until,
    capacity,
    words
});

impl ObjectionForm {
    /// Reads the objection.
    ///
    /// # Errors
    /// Every problem, each at its field.
    pub fn check(&self, lang: Lang) -> Result<NewObjection, Errors> {
        let mut errors = Errors::default();
        let filed = field::date(&mut errors, "filed", &self.filed);
        let served = field::date(&mut errors, "served", &self.served);
        field::in_order(&mut errors, filed, "served", served);
        match ask_fields!(self).objection(&mut errors, &self.key, &self.reply, lang) {
            Some(objection) => Ok(NewObjection {
                court: (filed.is_some() || served.is_some()).then_some((filed, served)),
                ..objection
            }),
            None => Err(errors),
        }
    }
}
