//! Papers that people send: whether a file is what it says it is, by its structure and not by its first bytes alone.

use std::{
    fs::File,
    io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom},
    path::Path,
};

use law::profile::PaperKind;

/// How far from its end a PDF has its mark, in bytes: readers look no farther (PDF 32000-1, annex H, note 18).
const PDF_END: u64 = 1024;

/// What kind of paper a file is, if it is a whole one as far as its structure tells.
///
/// # Errors
/// When the disk cannot.
pub fn paper(path: &Path) -> io::Result<Option<PaperKind>> {
    let mut file = File::open(path)?;
    let mut head = Vec::new();
    file.by_ref().take(12).read_to_end(&mut head)?;
    let whole = match head.as_slice() {
        [b'%', b'P', b'D', b'F', b'-', b'1'..=b'2', b'.', b'0'..=b'9', ..] => {
            pdf(&mut file).map(|is| (is, PaperKind::Pdf))
        }
        [0xFF, 0xD8, 0xFF, ..] => jpeg(file).map(|is| (is, PaperKind::Jpeg)),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => png(&mut file).map(|is| (is, PaperKind::Png)),
        [b'I', b'I', 42, 0, ..] => {
            tiff(&mut file, u32::from_le_bytes, u16::from_le_bytes).map(|is| (is, PaperKind::Tiff))
        }
        [b'M', b'M', 0, 42, ..] => {
            tiff(&mut file, u32::from_be_bytes, u16::from_be_bytes).map(|is| (is, PaperKind::Tiff))
        }
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] if HEIC.contains(&brand) => {
            heic(&mut file).map(|is| (is, PaperKind::Heic))
        }
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P'] => webp(&mut file).map(|is| (is, PaperKind::Webp)),
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

/// Whether a TIFF's first directory and what its entries point to lie in it (TIFF 6.0, 2).
fn tiff(file: &mut File, long: fn([u8; 4]) -> u32, short: fn([u8; 2]) -> u16) -> io::Result<bool> {
    let size = file.metadata()?.len();
    let mut four = [0; 4];
    file.seek(SeekFrom::Start(4))?;
    file.read_exact(&mut four)?;
    let mut at = u64::from(long(four));
    let mut pages = 0;
    // Each directory names the next one; so many are no fax any more, or go in a circle.
    while at != 0 && pages < MOST_PAGES {
        file.seek(SeekFrom::Start(at))?;
        let mut two = [0; 2];
        file.read_exact(&mut two)?;
        let entries = short(two);
        let mut inside = vec![0; usize::from(entries) * 12 + 4];
        file.read_exact(&mut inside)?;
        let (fields, next) = inside.split_at(inside.len() - 4);
        for entry in fields.chunks_exact(12) {
            let part = |from: usize| long([entry[from], entry[from + 1], entry[from + 2], entry[from + 3]]);
            let each = match short([entry[2], entry[3]]) {
                3 | 8 => 2,
                4 | 9 | 11 | 13 => 4,
                5 | 10 | 12 => 8,
                _ => 1,
            };
            let length = u64::from(part(4)) * each;
            if length > 4 && u64::from(part(8)) + length > size {
                return Ok(false);
            }
        }
        if entries == 0 {
            return Ok(false);
        }
        at = u64::from(long([next[0], next[1], next[2], next[3]]));
        pages += 1;
    }
    Ok(pages > 0 && at == 0)
}

/// Most pages of a TIFF.
const MOST_PAGES: u32 = 1_000;

/// Brands of still pictures in HEVC, and the general one that some programs write first (ISO/IEC 23008-12, 10).
const HEIC: [&[u8]; 5] = [b"heic", b"heix", b"heim", b"heis", b"mif1"];

/// Whether the boxes of a HEIC fill the file, among them what describes and what holds the picture (ISO/IEC 14496-12, 4.2).
fn heic(file: &mut File) -> io::Result<bool> {
    let size = file.metadata()?.len();
    let (mut at, mut described, mut holds) = (0, false, false);
    while at < size {
        let mut head = [0; 8];
        file.seek(SeekFrom::Start(at))?;
        file.read_exact(&mut head)?;
        let length = match u32::from_be_bytes([head[0], head[1], head[2], head[3]]) {
            0 => size - at,
            1 => {
                let mut eight = [0; 8];
                file.read_exact(&mut eight)?;
                u64::from_be_bytes(eight)
            }
            length => u64::from(length),
        };
        match &head[4..] {
            b"meta" => described = true,
            b"mdat" => holds = length > 8,
            _ => {}
        }
        match at.checked_add(length) {
            Some(next) if length >= 8 && next <= size => at = next,
            _ => return Ok(false),
        }
    }
    Ok(described && holds)
}

/// Whether a `WebP` is at least as long as it says, and begins with a picture (RFC 9649, 2.4).
fn webp(file: &mut File) -> io::Result<bool> {
    let size = file.metadata()?.len();
    let mut head = [0; 16];
    file.seek(SeekFrom::Start(4))?;
    file.read_exact(&mut head)?;
    let length = u64::from(u32::from_le_bytes([head[0], head[1], head[2], head[3]]));
    let first = u64::from(u32::from_le_bytes([head[12], head[13], head[14], head[15]]));
    let picture = matches!(&head[8..12], b"VP8 " | b"VP8L" | b"VP8X");
    Ok(picture && first > 0 && 20 + first <= size && length + 8 <= size)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bytes: &[u8]) -> Option<PaperKind> {
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
        let long = |number: u32| number.to_le_bytes();
        let entry = [&[1, 1, 2, 0][..], &long(6), &long(26)].concat();
        let tiff = [&b"II*\0"[..], &long(8), &[1, 0], &entry, &long(0), b"words."].concat();
        let kind = |kind: &[u8], inside: &[u8]| {
            let length = u32::try_from(8 + inside.len()).unwrap();
            [&length.to_be_bytes()[..], kind, inside].concat()
        };
        let heic = [
            kind(b"ftyp", b"heic\0\0\0\0mif1"),
            kind(b"meta", &[0; 4]),
            kind(b"mdat", b"xy"),
        ]
        .concat();
        let webp = [&b"RIFF"[..], &long(14), b"WEBPVP8L", &long(2), b"xy"].concat();
        let all = [
            (pdf, PaperKind::Pdf),
            (png, PaperKind::Png),
            (jpeg, PaperKind::Jpeg),
            (tiff, PaperKind::Tiff),
            (heic, PaperKind::Heic),
            (webp, PaperKind::Webp),
        ];
        for (whole, kind) in all {
            assert_eq!(told(&whole), Some(kind));
            for end in 0..whole.len() - 1 {
                assert_eq!(told(&whole[..end]), None, "{kind:?} cut at {end}");
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
