//! A look at a file before it is kept: what it claims to be, and whether it is whole.
//!
//! Video must be MP4: `mp4`. Nothing of it is decoded here.

mod captions;
pub mod mp4;
mod paper;

use std::{io, path::Path};

use office::problem::FileProblem;

pub use paper::paper;

/// Largest caption or transcript, in bytes.
const MOST_TEXT: u64 = 4 * 1024 * 1024;

/// The text of captions or of a transcript; of captions the beginning of the last cue, in milliseconds, and its line.
///
/// # Errors
/// The outer when the disk cannot; the inner when it is no such text.
pub fn text(path: &Path, captions: bool) -> io::Result<Result<(u64, usize), FileProblem>> {
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
    Ok(if plain {
        Ok((0, 0))
    } else {
        Err(FileProblem::NotTranscript)
    })
}
