//! The programme's texts as administrators see them.

use law::Date;
use programme::TextKey;

/// A version that was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeVersion {
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
pub struct ProgrammeText {
    /// Which.
    pub key: TextKey,
    /// The version that counts; goes back with an edit.
    pub version: i64,
    /// What counts.
    pub text: String,
    /// What came with the program.
    pub built_in: String,
    /// Versions, the newest first.
    pub versions: Vec<ProgrammeVersion>,
}
