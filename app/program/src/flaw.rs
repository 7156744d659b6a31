//! What is wrong with an edited text, told so that an operator can mend it.

use std::fmt;

use crate::{Place, TextKey};

/// One thing that is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextError {
    /// Which text.
    pub text: TextKey,
    /// The line, from 1, where that can be told.
    pub line: Option<usize>,
    /// The fact, question or source, by its name, if the flaw is in one.
    pub entry: Option<String>,
    /// Its place among the fields of the text, where that can be told.
    pub place: Option<Place>,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It cannot be read at all; what the reader says, in English.
    Unreadable(String),
    /// It belongs to another section.
    OtherSection(String),
    /// It has no facts, or no sources.
    Empty,
    /// A name is not made of small letters, digits and underscores.
    BadName(String),
    /// Two entries have the same name.
    Twice(String),
    /// A text is missing in a language: `en` or `es`, and of which field.
    Missing(&'static str, &'static str),
    /// A text is longer than 2,000 characters, or has characters that cannot be shown.
    BadText(&'static str),
    /// A value is none of those that a field can have; the field, the value, the possible ones.
    Unknown(&'static str, String, String),
    /// A date is none.
    BadDate(String),
    /// A fact without a source.
    NoSource,
    /// A fact without a date, though all its sources have one.
    NoDate,
    /// A source without any date.
    NeverRead,
    /// A range that ends before it begins.
    BadRange,
    /// A disagreement needs both a group and an account.
    HalfAccount,
    /// A group in which nobody disagrees.
    OneAccount(String),
}

impl fmt::Display for TextError {
    /// For logs and tests.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.text.key())?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(entry) = &self.entry {
            write!(f, ", {entry}")?;
        }
        write!(f, ": {:?}", self.problem)
    }
}
