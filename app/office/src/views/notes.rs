//! Notes inside the office, and who is mentioned in them.

use law::{Date, DateTime};

use super::Role;
use crate::TrackingNumber;

/// What a note is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteSubject {
    /// A request.
    Request(TrackingNumber),
    /// A recording, by our id.
    Recording(String),
    /// A notice, by our id.
    Notice(String),
}

impl NoteSubject {
    /// Its key in the table of notes.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Request(_) => "request",
            Self::Recording(_) => "recording",
            Self::Notice(_) => "notice",
        }
    }

    /// Whether a role reads and writes notes on it: on requests and notices, which concern people, whoever works requests; on
    /// recordings the second pair of eyes too.
    pub const fn open_to(&self, role: Role) -> bool {
        match self {
            Self::Request(_) | Self::Notice(_) => role.works(),
            Self::Recording(_) => role.checks(),
        }
    }

    /// Path of its page, without the language.
    pub fn path(&self) -> String {
        match self {
            Self::Request(number) => format!("/staff/requests/{number}"),
            Self::Recording(id) => format!("/staff/recordings/{id}"),
            Self::Notice(id) => format!("/staff/notices/{id}"),
        }
    }
}

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteLine {
    /// Our id.
    pub id: String,
    /// Which of the notes on its subject, from 1, the oldest first.
    pub no: usize,
    /// When it was written, in the agency's time zone.
    pub at: DateTime,
    /// Name of who wrote it.
    pub by: String,
    /// What it says; `None` once it was erased with whoever filed.
    pub words: Option<String>,
    /// Number of the note that it corrects.
    pub corrects: Option<usize>,
    /// Numbers of the notes that correct it.
    pub corrected_by: Vec<usize>,
    /// Names of those whom it mentions.
    pub mentions: Vec<String>,
}

/// The notes on something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notes {
    /// What they are on.
    pub subject: NoteSubject,
    /// What it is called: tracking number, number in the evidence system, or pseudonym.
    pub name: String,
    /// The oldest first.
    pub lines: Vec<NoteLine>,
    /// Names of colleagues who may read them, and so can be mentioned.
    pub colleagues: Vec<String>,
}

/// A note in which somebody is mentioned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentionLine {
    /// The note's id.
    pub note: String,
    /// What the note is on.
    pub subject: NoteSubject,
    /// What that is called.
    pub name: String,
    /// When it was written, in the agency's time zone.
    pub at: DateTime,
    /// Name of who wrote it.
    pub by: String,
    /// What it says; `None` once erased.
    pub words: Option<String>,
    /// The day on which whoever is mentioned said that they had read it.
    pub read_on: Option<Date>,
}
