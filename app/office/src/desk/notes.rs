//! Notes inside the office: never public, never in a letter.

use async_trait::async_trait;

use crate::{
    OfficeResult,
    forms::NewNote,
    views::{MentionLine, NoteSubject, Notes, Staff},
};

/// What staff may ask of notes. Who may read and write which, [`NoteSubject::open_to`] says.
#[async_trait]
pub trait NoteDesk: Send + Sync {
    /// The notes on something.
    async fn notes(&self, by: &Staff, on: &NoteSubject) -> OfficeResult<Notes>;

    /// Writes a note, which stays; a slip is mended by another that names it.
    async fn write_note(&self, by: &Staff, on: &NoteSubject, note: NewNote) -> OfficeResult<()>;

    /// The notes in which an account is mentioned, unread ones first, then the newest; at most 100.
    async fn mentions(&self, by: &Staff) -> OfficeResult<Vec<MentionLine>>;

    /// Says that a mention was read. Saying it twice is no error.
    async fn read_mention(&self, by: &Staff, note: &str) -> OfficeResult<()>;
}
