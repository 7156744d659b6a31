//! Papers that people send: whether a file is what it says it is, by its structure and not by its first bytes alone.

use std::{
    fs::File,
    io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom},
    path::Path,
};

/// How far from its end a PDF has its mark, in bytes: readers look no farther (PDF 32000-1, annex H, note 18).
const PDF_END: u64 = 1024;

/// A PDF, JPEG or PNG that is whole, as far as its structure tells; its media type.
///
/// # Errors
/// When the disk cannot.
pub fn paper(path: &Path) -> io::Result<Option<&'static str>> {
    let mut file = File::open(path)?;
    let mut head = Vec::new();
    file.by_ref().take(8).read_to_end(&mut head)?;
    let whole = match head.as_slice() {
        [b'%', b'P', b'D', b'F', b'-', b'1'..=b'2', b'.', b'0'..=b'9'] => {
            pdf(&mut file).map(|is| (is, "application/pdf"))
        }
        [0xFF, 0xD8, 0xFF, ..] => jpeg(file).map(|is| (is, "image/jpeg")),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n'] => png(&mut file).map(|is| (is, "image/png")),
        _ => return Ok(None),
    };
    match whole {
        Ok((is, kind)) => Ok(is.then_some(kind)),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether a PDF ends with its mark (PDF 32000-1, 7.5.5): one that breaks off does not. A table that is wrong every
/// reader mends.
fn pdf(file: &mut File) -> io::Result<bool> {
    const MARK: &[u8] = b"%%EOF";
    let size = file.metadata()?.len();
    file.seek(SeekFrom::Start(size.saturating_sub(PDF_END)))?;
    let mut end = Vec::new();
    file.read_to_end(&mut end)?;
    Ok(end.windows(MARK.len()).any(|some| some == MARK))
}

/// Whether a JPEG has a frame of some size, a scan, and its end (ITU-T T.81, annex B).
fn jpeg(mut file: File) -> io::Result<bool> {
    file.seek(SeekFrom::Start(2))?;
    let mut read = BufReader::new(file);
    let mut framed = false;
    loop {
        let mut two = [0; 2];
        read.read_exact(&mut two)?;
        let [0xFF, marker] = two else {
            return Ok(false);
        };
        // Any number of fill bytes may come before a marker.
        if marker == 0xFF {
            read.seek_relative(-1)?;
            continue;
        }
        read.read_exact(&mut two)?;
        let Some(length) = u16::from_be_bytes(two).checked_sub(2) else {
            return Ok(false);
        };
        let mut inside = vec![0; usize::from(length)];
        read.read_exact(&mut inside)?;
        match marker {
            0xC4 | 0xC8 | 0xCC => {}
            0xC0..=0xCF => {
                let size = inside.get(1..5);
                framed = size.is_some_and(|size| size[0] | size[1] != 0 && size[2] | size[3] != 0);
            }
            0xDA => break,
            _ => {}
        }
    }
    Ok(framed && ends(&mut read)?)
}

/// Whether the mark of a JPEG's end comes.
fn ends(read: &mut BufReader<File>) -> io::Result<bool> {
    let mut before = 0;
    loop {
        let piece = read.fill_buf()?;
        if piece.is_empty() {
            return Ok(false);
        }
        for byte in piece {
            if (before, *byte) == (0xFF, 0xD9) {
                return Ok(true);
            }
            before = *byte;
        }
        let length = piece.len();
        read.consume(length);
    }
}

/// Whether a PNG has a header of some size, data, and its end (W3C PNG, 5).
fn png(file: &mut File) -> io::Result<bool> {
    let size = file.metadata()?.len();
    let (mut at, mut first, mut data) = (8, true, false);
    while at + 12 <= size {
        let mut head = [0; 16];
        file.seek(SeekFrom::Start(at))?;
        file.read_exact(head.get_mut(..if first { 16 } else { 8 }).unwrap_or_default())?;
        let length = u64::from(u32::from_be_bytes([head[0], head[1], head[2], head[3]]));
        let kind = [head[4], head[5], head[6], head[7]];
        let sized = u64::from_be_bytes([
            head[8], head[9], head[10], head[11], head[12], head[13], head[14], head[15],
        ]);
        if first && (kind != *b"IHDR" || length != 13 || sized >> 32 == 0 || sized.trailing_zeros() >= 32) {
            return Ok(false);
        }
        data |= kind == *b"IDAT" && length > 0;
        at += 12 + length;
        if kind == *b"IEND" {
            return Ok(data && at <= size);
        }
        first = false;
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bytes: &[u8]) -> Option<&'static str> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), bytes).unwrap();
        paper(file.path()).unwrap()
    }

    fn chunk(kind: &[u8], inside: &[u8]) -> Vec<u8> {
        let length = u32::try_from(inside.len()).unwrap();
        [length.to_be_bytes().as_slice(), kind, inside, &[0; 4]].concat()
    }

    #[test]
    fn a_paper_is_what_its_structure_says() {
        let pdf = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nxref\n0 0\ntrailer\n<<>>\nstartxref\n29\n%%EOF\n".to_vec();
        let ihdr = [&[0, 0, 0, 2, 0, 0, 0, 3][..], &[8, 2, 0, 0, 0]].concat();
        let png = [
            b"\x89PNG\r\n\x1a\n".to_vec(),
            chunk(b"IHDR", &ihdr),
            chunk(b"IDAT", b"x"),
            chunk(b"IEND", b""),
        ]
        .concat();
        let frame = [0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0];
        let scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 7, 7, 0xFF, 0xD9];
        let app = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 1];
        let jpeg = [&app[..], &frame, &scan].concat();
        for (whole, kind) in [(pdf, "application/pdf"), (png, "image/png"), (jpeg, "image/jpeg")] {
            assert_eq!(told(&whole), Some(kind));
            for end in 0..whole.len() - 1 {
                assert_eq!(told(&whole[..end]), None, "{kind} cut at {end}");
            }
        }
    }

    #[test]
    fn first_bytes_alone_are_no_paper() {
        let others: [&[u8]; 9] = [
            b"",
            b"%PDF-1.4 tiny",
            b"%PDF-1.4\n%%E",
            b"%PDF-x.y\n%%EOF\n",
            b"%PDF",
            b"\xFF\xD8\xFF\xE0",
            b"\xFF\xD8\xFF\xD9",
            b"\x89PNG\r\n\x1a\n",
            b"PK\x03\x04 a document",
        ];
        for bytes in others {
            assert_eq!(told(bytes), None, "{bytes:?}");
        }
    }
}
