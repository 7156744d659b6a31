//! A look at a file before it is kept: what it claims to be, and whether it is whole.
//!
//! Video must be MP4: `mp4`. Nothing of it is decoded here.

mod captions;
pub mod mp4;

use std::{
    fs::File,
    io::{self, Read as _},
    path::Path,
};

use office::problem::FileProblem;

/// Largest caption or transcript, in bytes.
const MOST_TEXT: u64 = 4 * 1024 * 1024;

/// The text of captions or of a transcript; of captions the beginning of the last cue, in milliseconds.
///
/// # Errors
/// The outer when the disk cannot; the inner when it is no such text.
pub fn text(path: &Path, captions: bool) -> io::Result<Result<u64, FileProblem>> {
    let size = std::fs::metadata(path)?.len();
    if size == 0 {
        return Ok(Err(FileProblem::Empty));
    }
    if size > MOST_TEXT {
        return Ok(Err(FileProblem::TooLarge));
    }
    let bytes = std::fs::read(path)?;
    if captions {
        return Ok(captions::check(&bytes));
    }
    let plain = std::str::from_utf8(&bytes).is_ok_and(|text| !text.contains('\0'));
    Ok(if plain { Ok(0) } else { Err(FileProblem::NotTranscript) })
}

/// A paper that somebody sends: PDF, JPEG or PNG by its first bytes; its media type, if it is one of these.
///
/// # Errors
/// When the disk cannot.
pub fn paper(path: &Path) -> io::Result<Option<&'static str>> {
    let mut head = Vec::new();
    File::open(path)?.take(8).read_to_end(&mut head)?;
    Ok(match head.as_slice() {
        [b'%', b'P', b'D', b'F', ..] => Some("application/pdf"),
        [0xFF, 0xD8, 0xFF, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        _ => None,
    })
}
