//! MP4 videos (ISO/IEC 14496-12) and their relatives of `QuickTime`: what is in one, one made anew of nothing but its
//! picture and its sound, and the proof that a file is such a one.
//!
//! Nothing is decoded here. What leaves is written from a list of what may: the tables that say where each sample is
//! and when it plays, and the samples themselves, of the picture without its messages, of AAC without what stands before the sound.

mod aac;
mod boxes;
mod clean;
mod codec;
mod h264;
mod hidden;
mod movie;
mod proof;
mod track;

use std::{fs::File, io, path::Path};

use office::{problem::FileProblem, views::FileContents};
use sha2::Digest as _;

pub use clean::Cleaned;
pub use proof::Unclean;

use self::movie::Movie;

/// Why a video cannot be used.
#[derive(Debug)]
enum Unfit {
    /// The disk cannot.
    Disk(io::Error),
    /// It is not as it must be.
    File(FileProblem),
}

impl From<io::Error> for Unfit {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

impl From<FileProblem> for Unfit {
    fn from(problem: FileProblem) -> Self {
        Self::File(problem)
    }
}

/// What the box library cannot read breaks the file.
impl From<mp4_atom::Error> for Unfit {
    fn from(_: mp4_atom::Error) -> Self {
        Self::File(FileProblem::Broken)
    }
}

type Fit<T> = Result<T, Unfit>;

fn outward<T>(looked: Fit<T>) -> io::Result<Result<T, FileProblem>> {
    match looked {
        Ok(found) => Ok(Ok(found)),
        Err(Unfit::File(problem)) => Ok(Err(problem)),
        Err(Unfit::Disk(error)) => Err(error),
    }
}

/// What is in a video that is kept as it was sent, and what its picture and sound are, as [`Cleaned::essence`] says it:
/// nothing where no copy could be made of it as it is.
///
/// # Errors
/// The outer when the disk cannot; the inner when it is no whole MP4.
pub fn look(path: &Path) -> io::Result<Result<(FileContents, Option<String>), FileProblem>> {
    outward(looked_at(path))
}

fn looked_at(path: &Path) -> Fit<(FileContents, Option<String>)> {
    let mut file = File::open(path)?;
    let mut contents = Movie::read(&mut file)?.contents();
    contents.removed.clear();
    match clean::write(&mut file, &mut clean::Nowhere::default()) {
        Ok(cleaned) => Ok((contents, Some(cleaned.essence))),
        Err(Unfit::File(_)) => Ok((contents, None)),
        Err(error) => Err(error),
    }
}

/// Writes a video anew, of nothing but its picture and its sound, to an empty file.
///
/// # Errors
/// The outer when the disk cannot; the inner when it is no whole MP4, or none that a copy can be made of.
pub fn clean(from: &Path, to: &mut File) -> io::Result<Result<Cleaned, FileProblem>> {
    outward(
        File::open(from)
            .map_err(Unfit::from)
            .and_then(|mut file| clean::write(&mut file, to)),
    )
}

/// Reads a file that is kept, and says whether it is nothing but one picture and at most one sound.
///
/// # Errors
/// The outer when the disk cannot; the inner says what else is in it.
pub fn prove(path: &Path) -> io::Result<Result<(), Unclean>> {
    proof::prove(&mut File::open(path)?)
}

/// SHA-256 of a picture and of a sound, as one: the same for two files that show and sound the same, however they are
/// put together.
fn essence(picture: sha2::Sha256, sound: sha2::Sha256) -> String {
    let both = [picture.finalize(), sound.finalize()].concat();
    hex::encode(sha2::Sha256::digest(both))
}

#[cfg(test)]
mod tests;
