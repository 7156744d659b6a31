//! A spreadsheet's file as text with commas: what a spreadsheet adds by itself is forgiven where it is certain what was
//! meant. It is read as it comes, so that a file of any length takes little memory.

use std::{
    cell::RefCell,
    collections::VecDeque,
    io::{self, BufReader, Cursor, Read},
    rc::Rc,
};

use csv::{Reader, ReaderBuilder, StringRecord, Trim};

use super::text::Text;

/// As far as the line that names the columns is looked for.
const HEAD: u64 = 64 * 1024;

/// The text of a file: its records, and the numbers of its lines.
pub(super) struct Sheet<R: Read> {
    /// Its lines, the first of which names the columns.
    pub(super) reader: Reader<Watched<R>>,
    /// Counts its lines.
    pub(super) lines: Lines,
}

/// The text behind the first line `sep=…`, with its line ends noted as they pass.
pub(super) struct Watched<R: Read> {
    text: io::Chain<Cursor<Vec<u8>>, Text<BufReader<R>>>,
    seen: Rc<RefCell<LineEnds>>,
}

/// Line ends that were read and are not counted yet.
#[derive(Debug, Default)]
struct LineEnds {
    /// Where each such byte stands, and whether a line ends with it: not with the CR of a CR LF.
    ends: VecDeque<(u64, bool)>,
    /// How many bytes were read.
    read: u64,
    after_cr: bool,
}

impl<R: Read> Sheet<R> {
    /// Reads what a spreadsheet saved: UTF-8 or UTF-16, with or without a byte order mark (`Unicode Text`), with a first line
    /// `sep=…`, with semicolons or tabs instead of commas.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(super) fn of(file: R) -> io::Result<Self> {
        let mut text = Text::of(BufReader::new(file))?;
        let mut start = Vec::new();
        text.by_ref().take(HEAD).read_to_end(&mut start)?;
        let first = line_at(&start, 0);
        let named = first
            .strip_prefix(b"sep=")
            .or_else(|| first.strip_prefix(b"SEP="))
            .and_then(|rest| rest.first().copied());
        let begin = named.map_or(0, |_| after_line(&start, 0));
        let head = line_at(&start, begin);
        let delimiter = named.unwrap_or_else(|| {
            let other = [b';', b'\t'].into_iter().find(|sign| head.contains(sign));
            other.filter(|_| !head.contains(&b',')).unwrap_or(b',')
        });
        start.drain(..begin);
        let seen = Rc::<RefCell<LineEnds>>::default();
        let watched = Watched {
            text: Cursor::new(start).chain(text),
            seen: Rc::clone(&seen),
        };
        let reader = ReaderBuilder::new()
            .trim(Trim::All)
            .flexible(true)
            .delimiter(delimiter)
            .buffer_capacity(1 << 16)
            .from_reader(watched);
        let line = if named.is_some() { 2 } else { 1 };
        Ok(Self {
            reader,
            lines: Lines { seen, at: 0, line },
        })
    }
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.text.read(into)?;
        self.seen.borrow_mut().pass(&into[..read]);
        Ok(read)
    }
}

impl LineEnds {
    fn pass(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if matches!(byte, b'\r' | b'\n') {
                if *byte == b'\n'
                    && self.after_cr
                    && let Some((_, ends)) = self.ends.back_mut()
                {
                    *ends = false;
                }
                self.ends.push_back((self.read, true));
            }
            self.after_cr = *byte == b'\r';
            self.read += 1;
        }
    }
}

/// The lines of a sheet as far as they are counted.
#[derive(Debug)]
pub(super) struct Lines {
    seen: Rc<RefCell<LineEnds>>,
    at: u64,
    line: u64,
}

impl Lines {
    /// Number of the line at which a record begins, from 1, as a text editor shows it: LF, CR LF and CR each end a line,
    /// and empty lines count. Records are asked for in their order.
    pub(super) fn line(&mut self, position: Option<&csv::Position>) -> u64 {
        // The position is where the record before ended, before its line end and empty lines.
        let mut until = position.map_or(0, csv::Position::byte).max(self.at);
        let ends = &mut self.seen.borrow_mut().ends;
        while let Some((at, ends_line)) = ends.front().copied().filter(|(at, _)| *at <= until) {
            self.line += u64::from(ends_line);
            until = until.max(at + 1);
            ends.pop_front();
        }
        self.at = until;
        self.line
    }
}

/// Columns without a name, and the same places of each line if they are empty there: a spreadsheet saves a column that was
/// once touched.
pub(super) fn without_empty_columns(record: &StringRecord, columns: usize) -> StringRecord {
    let beyond = record.iter().skip(columns).all(str::is_empty);
    if beyond {
        record.iter().take(columns).collect()
    } else {
        record.clone()
    }
}

fn line_at(text: &[u8], from: usize) -> &[u8] {
    let rest = &text[from.min(text.len())..];
    let end = rest.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
    &rest[..end.unwrap_or(rest.len())]
}

fn after_line(text: &[u8], from: usize) -> usize {
    let end = from + line_at(text, from).len();
    let pair = text[end..].starts_with(b"\r\n");
    (end + if pair { 2 } else { 1 }).min(text.len())
}

#[cfg(test)]
mod tests {
    use std::io::{self, Read};

    use super::Sheet;

    /// Gives so many bytes at a time.
    struct Drops<'a>(&'a [u8], usize);

    impl Read for Drops<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let most = self.1.min(into.len());
            self.0.read(&mut into[..most])
        }
    }

    fn lines(bytes: &[u8]) -> Vec<(u64, String)> {
        let read = |drop: usize| -> Vec<(u64, String)> {
            let mut sheet = Sheet::of(Drops(bytes, drop)).unwrap();
            let mut numbers = sheet.lines;
            let records = sheet.reader.records().map(|record| record.unwrap());
            records
                .map(|record| {
                    (
                        numbers.line(record.position()),
                        record.iter().collect::<Vec<_>>().join("|"),
                    )
                })
                .collect()
        };
        let whole = read(usize::MAX);
        assert_eq!(read(1), whole, "byte by byte");
        whole
    }

    #[test]
    fn a_line_has_the_number_that_an_editor_shows() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "1,2", "", "", "3,4", "\"5\n5\",6", "7,8", ""].join(end);
            let numbers: Vec<u64> = lines(text.as_bytes()).iter().map(|(line, _)| *line).collect();
            assert_eq!(numbers, [2, 5, 6, 8], "{end:?}");
        }
    }

    #[test]
    fn a_line_far_down_has_its_number() {
        for end in ["\n", "\r\n", "\r"] {
            let mut text = vec!["a,b"];
            text.extend(std::iter::repeat_n("1,2", 60_000));
            text.extend(["", "3,4"]);
            let found = lines(text.join(end).as_bytes());
            assert_eq!(found.last(), Some(&(60_003, "3|4".to_owned())), "{end:?}");
        }
    }

    #[test]
    fn what_a_spreadsheet_saves_is_read() {
        let wide: Vec<u8> = "\u{FEFF}a\tb\r\n1\tñ😀\r\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(lines(&wide), [(2, "1|ñ😀".to_owned())]);
        assert_eq!(lines(b"sep=;\r\na;b\r\n1;2\r\n"), [(3, "1|2".to_owned())]);
        assert_eq!(lines(b"a;b\n1;2,3\n"), [(2, "1|2,3".to_owned())]);
        assert_eq!(lines("\u{FEFF}a,b\n1,2;3\n".as_bytes()), [(2, "1|2;3".to_owned())]);
    }
}
