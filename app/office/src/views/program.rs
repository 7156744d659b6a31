//! The program's texts as administrators see them.

use law::Date;
use program::TextKey;

/// A version that was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgramVersion {
    /// From 1; 0 is what came with the program.
    pub version: i64,
    /// The day.
    pub on: Date,
    /// Who published it.
    pub by: String,
    /// Why.
    pub reason: String,
    /// The text.
    pub text: String,
}

/// A text with its versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgramText {
    /// Which.
    pub key: TextKey,
    /// The version that counts; goes back with an edit.
    pub version: i64,
    /// What counts.
    pub text: String,
    /// What came with the program.
    pub built_in: String,
    /// Versions, the newest first.
    pub versions: Vec<ProgramVersion>,
}
