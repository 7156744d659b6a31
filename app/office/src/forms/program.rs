//! Editing a text of the program.

use program::TextKey;
use serde::{Deserialize, Serialize};

use super::field;
use crate::{Errors, Problem};

/// Longest text, in characters.
const MOST: usize = 60_000;

/// The form at `/staff/program/{key}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProgramForm {
    /// `preview` or `publish`.
    pub act: String,
    /// The version that was seen.
    pub version: String,
    /// The text.
    pub text: String,
    /// Why it is changed.
    pub reason: String,
}

echo!(ProgramForm { text, reason });

/// A text that can be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgramEdit {
    /// Which.
    pub key: TextKey,
    /// The version that was seen.
    pub version: i64,
    /// The text.
    pub text: String,
    /// Why.
    pub reason: String,
}

impl ProgramForm {
    /// The text alone, for a preview.
    ///
    /// # Errors
    /// When it is missing, too long, or holds characters that cannot be kept.
    pub fn text(&self) -> Result<String, Errors> {
        let mut errors = Errors::default();
        let text = self.read(&mut errors);
        if errors.is_empty() { Ok(text) } else { Err(errors) }
    }

    /// Reads the whole form.
    ///
    /// # Errors
    /// Every problem.
    pub fn check(&self, key: TextKey) -> Result<ProgramEdit, Errors> {
        let mut errors = Errors::default();
        let text = self.read(&mut errors);
        let reason = field::required(&mut errors, "reason", &self.reason, 500);
        let version = self.version.trim().parse();
        match version {
            Ok(version) if errors.is_empty() => Ok(ProgramEdit {
                key,
                version,
                text,
                reason,
            }),
            Ok(_) => Err(errors),
            Err(_) => {
                errors.add("version", Problem::Missing);
                Err(errors)
            }
        }
    }

    fn read(&self, errors: &mut Errors) -> String {
        let mut text = field::required(errors, "text", &self.text, MOST);
        text.push('\n');
        text
    }
}
