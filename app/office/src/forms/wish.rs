//! The wish of a person shown to agree, or to talk about it. It is no consent: that is written, by somebody who is known.

use law::person::Receiver;
use serde::{Deserialize, Serialize};

use super::{SubmissionKey, TEXT_MAX, field};
use crate::{Errors, Lang, Problem};

/// What somebody wishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WishKind {
    /// They are ready to agree.
    Agree,
    /// They want to talk about it first.
    Talk,
}

impl WishKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Agree, Self::Talk];

    /// The key that the form and the table use.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Talk => "talk",
        }
    }

    /// The one with this key, if any.
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// A wish as somebody sends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewWish {
    /// Posting the same key again does nothing more.
    pub key: SubmissionKey,
    /// What they wish.
    pub kind: WishKind,
    /// In whose capacity.
    pub capacity: Receiver,
    /// How the office reaches them.
    pub reach: String,
    /// In their own words; may be empty.
    pub words: String,
    /// Their language.
    pub lang: Lang,
}

/// The form at `/notice/consent`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct WishForm {
    pub key: String,
    /// Key of the [`WishKind`].
    pub wish: String,
    pub capacity: String,
    pub reach: String,
    pub words: String,
}

echo!(WishForm {
    wish,
    capacity,
    reach,
    words
});

impl WishForm {
    /// Reads the wish.
    ///
    /// # Errors
    /// Every problem, each at its field.
    pub fn check(&self, lang: Lang) -> Result<NewWish, Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        let kind = field::required_choice(e, "wish", &self.wish, WishKind::parse);
        let capacity = field::required_choice(e, "capacity", &self.capacity, Receiver::parse);
        let reach = field::required(e, "reach", &self.reach, 500);
        let words = field::text(e, "words", &self.words, TEXT_MAX);
        let key = SubmissionKey::parse(&self.key);
        if key.is_none() && e.is_empty() {
            e.add("wish", Problem::Missing);
        }
        let (Some(key), Some(kind), Some(capacity), true) = (key, kind, capacity, errors.is_empty()) else {
            return Err(errors);
        };
        Ok(NewWish {
            key,
            kind,
            capacity,
            reach,
            words,
            lang,
        })
    }
}
