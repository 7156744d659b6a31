//! A look at a file before it is kept: what it claims to be, and whether it is whole.
//!
//! Video must be MP4 (ISO/IEC 14496-12): a chain of boxes from `ftyp` to the file's very end, with
//! `moov` and `mdat` among them. Nothing of it is decoded here.

use std::{
    fs::File,
    io::{self, Read as _, Seek as _, SeekFrom},
    path::Path,
};

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It holds nothing.
    Empty,
    /// It is not what its place asks for.
    WrongType,
    /// It breaks off.
    Truncated,
    /// It is larger than may be kept.
    TooLarge,
}

/// Largest caption or transcript, in bytes.
const MOST_TEXT: u64 = 4 * 1024 * 1024;

/// Length of a video in milliseconds.
///
/// # Errors
/// The outer when the disk cannot; the inner when it is no whole MP4.
pub fn video(path: &Path) -> io::Result<Result<u64, Unfit>> {
    let mut file = File::open(path)?;
    let size = file.metadata()?.len();
    if size == 0 {
        return Ok(Err(Unfit::Empty));
    }
    let (mut at, mut first, mut data, mut length) = (0, true, false, None);
    while at < size {
        let Some(found) = header(&mut file, at, size)? else {
            return Ok(Err(if first { Unfit::WrongType } else { Unfit::Truncated }));
        };
        if first && found.kind != *b"ftyp" {
            return Ok(Err(Unfit::WrongType));
        }
        if found.end > size {
            return Ok(Err(if first { Unfit::WrongType } else { Unfit::Truncated }));
        }
        match &found.kind {
            b"moov" => length = duration(&mut file, found.inside, found.end)?,
            b"mdat" => data = true,
            _ => {}
        }
        (at, first) = (found.end, false);
    }
    Ok(match (data, length) {
        (true, Some(length)) if length > 0 => Ok(length),
        _ => Err(Unfit::Truncated),
    })
}

/// A box: its kind, where its inside begins, where it ends.
struct Found {
    kind: [u8; 4],
    inside: u64,
    end: u64,
}

/// The box that begins at a place; `None` if no header fits there.
fn header(file: &mut File, at: u64, size: u64) -> io::Result<Option<Found>> {
    let mut head = [0; 16];
    if size - at < 8 {
        return Ok(None);
    }
    file.seek(SeekFrom::Start(at))?;
    file.read_exact(&mut head[..8])?;
    let [a, b, c, d, kind @ ..] = head;
    let kind: [u8; 4] = [kind[0], kind[1], kind[2], kind[3]];
    let (length, inside) = match u32::from_be_bytes([a, b, c, d]) {
        0 => (size - at, at + 8),
        1 if size - at >= 16 => {
            file.read_exact(&mut head[8..])?;
            let mut long = [0; 8];
            long.copy_from_slice(&head[8..]);
            (u64::from_be_bytes(long), at + 16)
        }
        short => (u64::from(short), at + 8),
    };
    let printable = kind.iter().all(|byte| (0x20..0x7F).contains(byte) || *byte == 0xA9);
    Ok((printable && length >= inside - at).then(|| Found {
        kind,
        inside,
        end: at.saturating_add(length),
    }))
}

/// The movie's length in milliseconds, from the `mvhd` box within `moov`.
fn duration(file: &mut File, from: u64, to: u64) -> io::Result<Option<u64>> {
    let mut at = from;
    while at < to {
        let Some(found) = header(file, at, to)? else {
            return Ok(None);
        };
        if found.kind == *b"mvhd" {
            let mut bytes = [0; 32];
            let have = usize::try_from(found.end.saturating_sub(found.inside))
                .unwrap_or(0)
                .min(32);
            file.seek(SeekFrom::Start(found.inside))?;
            file.read_exact(&mut bytes[..have])?;
            let word = |place: usize| {
                let mut four = [0; 4];
                four.copy_from_slice(&bytes[place..place + 4]);
                u64::from(u32::from_be_bytes(four))
            };
            let (scale, length) = match bytes[0] {
                0 => (word(12), word(16)),
                _ => (word(20), (word(24) << 32) | word(28)),
            };
            return Ok(length.saturating_mul(1_000).checked_div(scale));
        }
        at = found.end;
    }
    Ok(None)
}

/// The text of captions or of a transcript.
///
/// # Errors
/// The outer when the disk cannot; the inner when it is no such text.
pub fn text(path: &Path, captions: bool) -> io::Result<Result<(), Unfit>> {
    let size = std::fs::metadata(path)?.len();
    if size == 0 {
        return Ok(Err(Unfit::Empty));
    }
    if size > MOST_TEXT {
        return Ok(Err(Unfit::TooLarge));
    }
    let bytes = std::fs::read(path)?;
    let Ok(text) = std::str::from_utf8(&bytes) else {
        return Ok(Err(Unfit::WrongType));
    };
    let begun = text.trim_start_matches('\u{FEFF}').starts_with("WEBVTT");
    let binary = text.contains('\0');
    Ok(if binary || (captions && !begun) {
        Err(Unfit::WrongType)
    } else {
        Ok(())
    })
}

/// A paper that somebody sends: PDF, JPEG or PNG by its first bytes; its media type.
///
/// # Errors
/// The outer when the disk cannot; the inner when it is none of these.
pub fn paper(path: &Path) -> io::Result<Result<&'static str, Unfit>> {
    let mut head = Vec::new();
    File::open(path)?.take(8).read_to_end(&mut head)?;
    Ok(match head.as_slice() {
        [] => Err(Unfit::Empty),
        [b'%', b'P', b'D', b'F', ..] => Ok("application/pdf"),
        [0xFF, 0xD8, 0xFF, ..] => Ok("image/jpeg"),
        [0x89, b'P', b'N', b'G', ..] => Ok("image/png"),
        _ => Err(Unfit::WrongType),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(kind: &[u8; 4], inside: &[u8]) -> Vec<u8> {
        let length = u32::try_from(inside.len() + 8).unwrap();
        [&length.to_be_bytes(), kind.as_slice(), inside].concat()
    }

    /// A movie of 90 seconds that shows nothing.
    pub fn movie() -> Vec<u8> {
        let mut mvhd = vec![0; 100];
        mvhd[12..16].copy_from_slice(&1_000_u32.to_be_bytes());
        mvhd[16..20].copy_from_slice(&90_000_u32.to_be_bytes());
        [
            boxed(b"ftyp", b"isom\0\0\0\0isom"),
            boxed(b"moov", &boxed(b"mvhd", &mvhd)),
            boxed(b"mdat", &[7; 64]),
        ]
        .concat()
    }

    fn look(bytes: &[u8]) -> Result<u64, Unfit> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), bytes).unwrap();
        video(file.path()).unwrap()
    }

    #[test]
    fn a_movie_says_how_long_it_is() {
        assert_eq!(look(&movie()), Ok(90_000));
    }

    #[test]
    fn what_only_claims_to_be_a_movie_is_told_apart() {
        assert_eq!(look(b""), Err(Unfit::Empty));
        assert_eq!(
            look(b"#EXTM3U\n#EXTINF:9,\nhttp://10.0.0.1/secret\n"),
            Err(Unfit::WrongType)
        );
        assert_eq!(look(b"\x1a\x45\xdf\xa3 matroska"), Err(Unfit::WrongType));
        assert_eq!(look(&[0; 4]), Err(Unfit::WrongType));
        let whole = movie();
        for end in 24..whole.len() {
            assert_eq!(look(&whole[..end]), Err(Unfit::Truncated), "cut at {end}");
        }
        assert_eq!(look(&[whole.clone(), vec![0; 3]].concat()), Err(Unfit::Truncated));
        let headless = [boxed(b"ftyp", b"isom"), boxed(b"mdat", &[0; 9])].concat();
        assert_eq!(look(&headless), Err(Unfit::Truncated));
    }
}
