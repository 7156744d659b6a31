//! A look at a file before it is kept: what it claims to be, and whether it is whole.
//!
//! Video must be MP4 (ISO/IEC 14496-12): a chain of boxes from `ftyp` to the file's very end, with
//! `moov` and `mdat` among them. Nothing of it is decoded here.

mod captions;

use std::{
    fs::File,
    io::{self, Read as _, Seek as _, SeekFrom},
    path::Path,
};

use office::problem::FileProblem;

/// Most boxes looked at in a video; a camera writes fewer than a hundred.
const MOST_BOXES: u32 = 10_000;

/// Largest caption or transcript, in bytes.
const MOST_TEXT: u64 = 4 * 1024 * 1024;

/// Length of a video in milliseconds.
///
/// # Errors
/// The outer when the disk cannot; the inner when it is no whole MP4.
pub fn video(path: &Path) -> io::Result<Result<u64, FileProblem>> {
    let mut file = File::open(path)?;
    let size = file.metadata()?.len();
    if size == 0 {
        return Ok(Err(FileProblem::Empty));
    }
    let (mut at, mut first, mut data, mut movie) = (0, true, false, Movie::default());
    let mut boxes = 0;
    while at < size {
        boxes += 1;
        if boxes > MOST_BOXES {
            return Ok(Err(FileProblem::Crowded));
        }
        let Some(found) = header(&mut file, at, size)? else {
            return Ok(Err(if first {
                FileProblem::NotMp4
            } else {
                FileProblem::Truncated
            }));
        };
        if first && found.kind != *b"ftyp" {
            return Ok(Err(FileProblem::NotMp4));
        }
        if found.end > size {
            return Ok(Err(if first {
                FileProblem::NotMp4
            } else {
                FileProblem::Truncated
            }));
        }
        match &found.kind {
            b"moov" => movie = Movie::read(&mut file, found.inside, found.end)?,
            b"moof" => return Ok(Err(FileProblem::Fragmented)),
            b"mdat" => data = true,
            _ => {}
        }
        (at, first) = (found.end, false);
    }
    Ok(match movie {
        Movie { fragmented: true, .. } => Err(FileProblem::Fragmented),
        Movie {
            length: Some(length), ..
        } if data && length > 0 => Ok(length),
        _ => Err(FileProblem::Truncated),
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

/// What the `moov` box says.
#[derive(Clone, Copy, Default)]
struct Movie {
    /// Length in milliseconds, from `mvhd`.
    length: Option<u64>,
    /// Whether fragments are announced, by `mvex`.
    fragmented: bool,
}

impl Movie {
    fn read(file: &mut File, from: u64, to: u64) -> io::Result<Self> {
        let (mut at, mut movie) = (from, Self::default());
        for _ in 0..MOST_BOXES {
            if at >= to {
                break;
            }
            let Some(found) = header(file, at, to)? else {
                break;
            };
            match &found.kind {
                b"mvhd" => movie.length = duration(file, &found)?,
                b"mvex" => movie.fragmented = true,
                _ => {}
            }
            at = found.end;
        }
        Ok(movie)
    }
}

/// The length that an `mvhd` box tells, in milliseconds.
fn duration(file: &mut File, found: &Found) -> io::Result<Option<u64>> {
    let mut bytes = Vec::new();
    let have = found.end.saturating_sub(found.inside);
    file.seek(SeekFrom::Start(found.inside))?;
    file.take(have.min(32)).read_to_end(&mut bytes)?;
    bytes.resize(32, 0);
    let word = |place: usize| {
        let mut four = [0; 4];
        four.copy_from_slice(&bytes[place..place + 4]);
        u64::from(u32::from_be_bytes(four))
    };
    let (scale, length) = match bytes[0] {
        0 => (word(12), word(16)),
        _ => (word(20), (word(24) << 32) | word(28)),
    };
    Ok(length.saturating_mul(1_000).checked_div(scale))
}

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

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(kind: [u8; 4], inside: &[u8]) -> Vec<u8> {
        let length = u32::try_from(inside.len() + 8).unwrap();
        [length.to_be_bytes().as_slice(), &kind, inside].concat()
    }

    /// A movie of 90 seconds that shows nothing.
    pub fn movie() -> Vec<u8> {
        let mut mvhd = vec![0; 100];
        mvhd[12..16].copy_from_slice(&1_000_u32.to_be_bytes());
        mvhd[16..20].copy_from_slice(&90_000_u32.to_be_bytes());
        [
            boxed(*b"ftyp", b"isom\0\0\0\0isom"),
            boxed(*b"moov", &boxed(*b"mvhd", &mvhd)),
            boxed(*b"mdat", &[7; 64]),
        ]
        .concat()
    }

    fn check_boxes(bytes: &[u8]) -> Result<u64, FileProblem> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), bytes).unwrap();
        video(file.path()).unwrap()
    }

    #[test]
    fn a_movie_says_how_long_it_is() {
        assert_eq!(check_boxes(&movie()), Ok(90_000));
    }

    #[test]
    fn what_only_claims_to_be_a_movie_is_told_apart() {
        assert_eq!(check_boxes(b""), Err(FileProblem::Empty));
        assert_eq!(
            check_boxes(b"#EXTM3U\n#EXTINF:9,\nhttp://10.0.0.1/secret\n"),
            Err(FileProblem::NotMp4)
        );
        assert_eq!(check_boxes(b"\x1a\x45\xdf\xa3 matroska"), Err(FileProblem::NotMp4));
        assert_eq!(check_boxes(&[0; 4]), Err(FileProblem::NotMp4));
        let whole = movie();
        for end in 24..whole.len() {
            assert_eq!(check_boxes(&whole[..end]), Err(FileProblem::Truncated), "cut at {end}");
        }
        assert_eq!(
            check_boxes(&[whole.clone(), vec![0; 3]].concat()),
            Err(FileProblem::Truncated)
        );
        let headless = [boxed(*b"ftyp", b"isom"), boxed(*b"mdat", &[0; 9])].concat();
        assert_eq!(check_boxes(&headless), Err(FileProblem::Truncated));
        let boastful = [
            boxed(*b"ftyp", b"isom"),
            boxed(*b"moov", &boxed(*b"mvhd", &[0; 100])[..40]),
        ]
        .concat();
        assert_eq!(
            check_boxes(&boastful),
            Err(FileProblem::Truncated),
            "its inside ends before it does"
        );
    }

    #[test]
    fn a_stream_in_fragments_and_a_file_of_nothing_but_boxes_are_told_apart_from_a_broken_one() {
        let streamed = [movie(), boxed(*b"moof", b""), boxed(*b"mdat", &[7; 64])].concat();
        assert_eq!(check_boxes(&streamed), Err(FileProblem::Fragmented));
        let announced = [
            boxed(*b"ftyp", b"isom"),
            boxed(*b"moov", &[boxed(*b"mvhd", &[0; 100]), boxed(*b"mvex", b"")].concat()),
            boxed(*b"mdat", &[7; 64]),
        ];
        assert_eq!(check_boxes(&announced.concat()), Err(FileProblem::Fragmented));
        let crowded = [movie(), boxed(*b"free", b"").repeat(20_000)].concat();
        assert_eq!(check_boxes(&crowded), Err(FileProblem::Crowded));
    }
}
