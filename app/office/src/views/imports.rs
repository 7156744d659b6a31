//! Files of recordings that are registered in steps, as custodians see them.

use std::path::PathBuf;

use jiff::Zoned;
use law::Bilingual;
use serde::{Deserialize, Serialize};

/// A file of recordings that somebody sent.
#[derive(Clone, Debug)]
pub enum CsvFile {
    /// Its text, pasted.
    Typed(Vec<u8>),
    /// A file that has arrived; it stays where it is.
    Arrived {
        /// As it was called.
        name: String,
        /// Where it waits.
        at: PathBuf,
    },
}

/// Where such an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportStage {
    /// No worker has begun with it.
    Waiting,
    /// Its lines are looked at; nothing is written.
    Checking,
    /// Its recordings are laid down where nobody sees them, to be accepted all at once.
    Laying,
    /// It is accepted: its recordings appear in the register one after the other.
    Entering,
    /// All are registered.
    Done,
    /// A line was bad: nothing is registered.
    Refused,
    /// Somebody canceled it before it was accepted: nothing is registered.
    Canceled,
    /// It could not be read or registered: nothing is registered.
    Failed,
}

law::keyed!(ImportStage {
    Waiting => "waiting",
    Checking => "checking",
    Laying => "laying",
    Entering => "entering",
    Done => "done",
    Refused => "refused",
    Canceled => "canceled",
    Failed => "failed",
});

impl ImportStage {
    /// Whether it goes on.
    pub const fn is_underway(self) -> bool {
        matches!(self, Self::Waiting | Self::Checking | Self::Laying | Self::Entering)
    }

    /// Whether it can be canceled: from the moment at which all of it counts, it cannot.
    pub const fn may_cancel(self) -> bool {
        matches!(self, Self::Waiting | Self::Checking | Self::Laying)
    }
}

/// An import among the newest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportLine {
    /// Our id.
    pub id: String,
    /// As the file was called; empty where its text was pasted.
    pub file_name: String,
    /// When it came.
    pub at: Zoned,
    /// Name of who sent it.
    pub by: String,
    /// Where it stands.
    pub stage: ImportStage,
}

/// What is wrong with a line of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportFault {
    /// Line of the file, from 1.
    pub line: u64,
    /// Name of the column.
    pub column: String,
    /// What is wrong.
    pub words: Bilingual<String>,
}

/// An import as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportView {
    /// As in the list.
    pub line: ImportLine,
    /// Size of the file, in bytes.
    pub bytes: u64,
    /// Since when it is in its stage.
    pub since: Zoned,
    /// Rows of the file, once all are checked.
    pub rows: Option<u64>,
    /// Rows that the stage is done with.
    pub done: u64,
    /// How much of its stage is done, in percent.
    pub percent: Option<u8>,
    /// How long the stage takes from now at the speed so far, in seconds.
    pub seconds_left: Option<u64>,
    /// Whether the program that worked on it was stopped; another goes on with it.
    pub interrupted: bool,
    /// When it ended.
    pub ended: Option<Zoned>,
    /// Name of who canceled it.
    pub ended_by: Option<String>,
    /// Lines that cannot be registered.
    pub bad: u64,
    /// Of these, lines of recordings that are registered just so.
    pub known: u64,
    /// Of these, lines of recordings that are registered otherwise.
    pub changed: u64,
    /// What is wrong with some lines.
    pub faults: Vec<ImportFault>,
    /// Which page of them that is, and how many there are.
    pub page: u32,
    /// How many pages of them there are.
    pub pages: u64,
}
