//! A file as UTF-8, whatever a spreadsheet saved it as.

use std::{
    cell::Cell,
    char::{DecodeUtf16, REPLACEMENT_CHARACTER},
    io::{self, BufRead, Chain, Cursor, Read},
    rc::Rc,
};

/// A file whose first bytes were looked at.
type Whole<R> = Chain<Cursor<Vec<u8>>, R>;

/// The text of a file, without its byte order mark.
pub(super) enum Text<R: BufRead> {
    /// UTF-8 already, or no text at all: who reads it finds out.
    Narrow(Whole<R>),
    /// UTF-16.
    Wide(Wide<R>),
}

/// A file of UTF-16 on its way to UTF-8.
pub(super) struct Wide<R: BufRead> {
    signs: DecodeUtf16<Units<R>>,
    /// Bytes that did not fit into what was asked for.
    rest: Vec<u8>,
    broken: Broken,
}

/// Pairs of bytes; an odd one at the end is dropped.
struct Units<R: BufRead> {
    file: Whole<R>,
    unit: fn([u8; 2]) -> u16,
    broken: Broken,
}

/// Why a file could not be read to its end.
type Broken = Rc<Cell<Option<io::Error>>>;

impl<R: BufRead> Text<R> {
    /// Looks at the byte order mark.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(super) fn of(mut file: R) -> io::Result<Self> {
        let mut start = Vec::new();
        file.by_ref().take(3).read_to_end(&mut start)?;
        let unit: fn([u8; 2]) -> u16 = match start[..] {
            [0xFF, 0xFE, ..] => u16::from_le_bytes,
            [0xFE, 0xFF, ..] => u16::from_be_bytes,
            [0xEF, 0xBB, 0xBF] => return Ok(Self::Narrow(Cursor::new(Vec::new()).chain(file))),
            _ => return Ok(Self::Narrow(Cursor::new(start).chain(file))),
        };
        let broken = Broken::default();
        let units = Units {
            file: Cursor::new(start.split_off(2)).chain(file),
            unit,
            broken: Rc::clone(&broken),
        };
        Ok(Self::Wide(Wide {
            signs: char::decode_utf16(units),
            rest: Vec::new(),
            broken,
        }))
    }
}

impl<R: BufRead> Iterator for Units<R> {
    type Item = u16;

    fn next(&mut self) -> Option<u16> {
        let mut pair = [0; 2];
        match self.file.read_exact(&mut pair) {
            Ok(()) => Some((self.unit)(pair)),
            Err(error) => {
                if error.kind() != io::ErrorKind::UnexpectedEof {
                    self.broken.set(Some(error));
                }
                None
            }
        }
    }
}

impl<R: BufRead> Read for Text<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Narrow(file) => file.read(into),
            Self::Wide(file) => file.read(into),
        }
    }
}

impl<R: BufRead> Read for Wide<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.rest.len() < into.len()
            && let Some(sign) = self.signs.next()
        {
            let sign = sign.unwrap_or(REPLACEMENT_CHARACTER);
            self.rest.extend_from_slice(sign.encode_utf8(&mut [0; 4]).as_bytes());
        }
        if let Some(error) = self.broken.take() {
            return Err(error);
        }
        let given = self.rest.len().min(into.len());
        into[..given].copy_from_slice(&self.rest[..given]);
        self.rest.drain(..given);
        Ok(given)
    }
}
