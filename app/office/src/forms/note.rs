//! Notes inside the office.

use serde::{Deserialize, Serialize};

use super::{TEXT_MAX, field};
use crate::Errors;

/// A note as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NoteForm {
    /// What it says; `@name` mentions a colleague.
    pub office_note: String,
    /// Id of the note that it corrects; empty for none.
    pub corrects: String,
}

echo!(NoteForm { office_note });

/// A note to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewNote {
    /// What it says.
    pub words: String,
    /// Id of the note that it corrects.
    pub corrects: Option<String>,
}

impl NoteForm {
    /// Reads a note.
    ///
    /// # Errors
    /// It is empty or too long.
    pub fn check(&self) -> Result<NewNote, Errors> {
        let mut errors = Errors::default();
        let words = field::required(&mut errors, "office_note", &self.office_note, TEXT_MAX);
        if !errors.is_empty() {
            return Err(errors);
        }
        let corrects = self.corrects.trim();
        Ok(NewNote {
            words,
            corrects: (!corrects.is_empty()).then(|| corrects.to_owned()),
        })
    }
}

/// The button that says that a mention was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MentionForm {
    /// Id of the note.
    pub read: String,
}

echo!(MentionForm {});
