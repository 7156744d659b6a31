//! Boxes: of a file, and within one that is in memory.

use std::{
    fs::File,
    io::{Read as _, Seek as _, SeekFrom},
};

use mp4_atom::{Atom, Decode as _};
use office::problem::FileProblem;

use super::Fit;

/// A box of a file.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// Its kind.
    pub kind: [u8; 4],
    /// Where it begins.
    pub start: u64,
    /// Where its inside begins.
    pub inside: u64,
    /// Where it ends.
    pub end: u64,
}

/// The box of a file that begins at a place; `None` if no header fits there. It may claim to end beyond the file.
pub fn at(file: &mut File, start: u64, size: u64) -> Fit<Option<Found>> {
    let mut head = [0; 16];
    if size - start < 8 {
        return Ok(None);
    }
    file.seek(SeekFrom::Start(start))?;
    file.read_exact(&mut head[..8])?;
    let kind = [head[4], head[5], head[6], head[7]];
    let (length, inside) = match u32::from_be_bytes([head[0], head[1], head[2], head[3]]) {
        0 => (size - start, start + 8),
        1 if size - start >= 16 => {
            file.read_exact(&mut head[8..])?;
            let mut long = [0; 8];
            long.copy_from_slice(&head[8..]);
            (u64::from_be_bytes(long), start + 16)
        }
        short => (u64::from(short), start + 8),
    };
    let printable = kind.iter().all(|byte| (0x20..0x7F).contains(byte) || *byte == 0xA9);
    Ok((printable && length >= inside - start).then(|| Found {
        kind,
        start,
        inside,
        end: start.saturating_add(length),
    }))
}

/// A box within one that is in memory.
#[derive(Clone, Copy, Debug)]
pub struct Inner<'a> {
    /// Its kind.
    pub kind: [u8; 4],
    /// All of it, with its header.
    pub whole: &'a [u8],
    /// Its inside.
    pub inside: &'a [u8],
}

impl Inner<'_> {
    /// The boxes in it.
    ///
    /// # Errors
    /// When one does not end within it.
    pub fn children(&self) -> Fit<Vec<Self>> {
        children(self.inside)
    }

    /// The first box of a kind in it.
    ///
    /// # Errors
    /// As [`Self::children`].
    pub fn child(&self, kind: [u8; 4]) -> Fit<Option<Self>> {
        Ok(self.children()?.into_iter().find(|child| child.kind == kind))
    }

    /// The first box of a kind in it, which must be there.
    ///
    /// # Errors
    /// As [`Self::children`]; when it is not there.
    pub fn needs(&self, kind: [u8; 4]) -> Fit<Self> {
        Ok(self.child(kind)?.ok_or(FileProblem::Broken)?)
    }

    /// What it says.
    ///
    /// # Errors
    /// When it is not as it must be.
    pub fn read<T: Atom>(&self) -> Fit<T> {
        let mut rest = self.whole;
        Ok(T::decode(&mut rest)?)
    }
}

/// Most boxes side by side.
const MOST: usize = 10_000;

/// The boxes in a piece of memory. A header of nothing but zeros ends them, as `QuickTime` does.
pub fn children(mut rest: &[u8]) -> Fit<Vec<Inner<'_>>> {
    let mut all = Vec::new();
    while let Some((head, _)) = rest.split_first_chunk::<8>() {
        let kind = [head[4], head[5], head[6], head[7]];
        let short = u32::from_be_bytes([head[0], head[1], head[2], head[3]]);
        let (length, inside) = match (short, rest.get(8..16)) {
            (0, _) => break,
            (1, Some(long)) => {
                let long = long.try_into().map(u64::from_be_bytes).unwrap_or_default();
                (usize::try_from(long).unwrap_or(usize::MAX), 16)
            }
            _ => (short as usize, 8),
        };
        let fits = length >= inside && length <= rest.len() && all.len() < MOST;
        let Some((whole, after)) = fits.then(|| rest.split_at(length)) else {
            return Err(FileProblem::Broken.into());
        };
        all.push(Inner {
            kind,
            whole,
            inside: whole.get(inside..).unwrap_or_default(),
        });
        rest = after;
    }
    Ok(all)
}

/// A box's kind as people read it.
pub fn name(kind: [u8; 4]) -> String {
    kind.iter()
        .map(|byte| match byte {
            0xA9 => '©',
            0x20..0x7F => char::from(*byte),
            _ => '?',
        })
        .collect::<String>()
        .trim_end()
        .to_owned()
}
