//! A spreadsheet's file as text with commas: what a spreadsheet adds by itself is forgiven where it is certain what was
//! meant.

use csv::{Reader, ReaderBuilder, StringRecord, Trim};

/// The text of a file, and what stands between its columns.
#[derive(Debug)]
pub(super) struct Sheet {
    text: Vec<u8>,
    delimiter: u8,
    /// Where the line that names the columns begins.
    begin: usize,
}

impl Sheet {
    /// Reads what a spreadsheet saved: UTF-8 or UTF-16, with or without a byte order mark (`Unicode Text`), with a first line
    /// `sep=…`, with semicolons or tabs instead of commas.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let text = utf_8(bytes);
        let first = line_at(&text, 0);
        let named = first
            .strip_prefix(b"sep=")
            .or_else(|| first.strip_prefix(b"SEP="))
            .and_then(|rest| rest.first().copied());
        let begin = named.map_or(0, |_| after_line(&text, 0));
        let head = line_at(&text, begin);
        let delimiter = named.unwrap_or_else(|| {
            let other = [b';', b'\t'].into_iter().find(|sign| head.contains(sign));
            other.filter(|_| !head.contains(&b',')).unwrap_or(b',')
        });
        Self { text, delimiter, begin }
    }

    /// Its lines, the first of which names the columns.
    pub(super) fn reader(&self) -> Reader<&[u8]> {
        ReaderBuilder::new()
            .trim(Trim::All)
            .flexible(true)
            .delimiter(self.delimiter)
            .from_reader(&self.text[self.begin..])
    }

    /// Counts its lines.
    pub(super) fn lines(&self) -> Lines<'_> {
        Lines {
            sheet: self,
            at: 0,
            line: 1,
        }
    }
}

/// The lines of a sheet as far as they are counted.
#[derive(Debug)]
pub(super) struct Lines<'sheet> {
    sheet: &'sheet Sheet,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// Number of the line at which a record begins, from 1, as a text editor shows it: LF, CR LF and CR each end a line,
    /// and empty lines count. Records are asked for in their order, and each byte is looked at once.
    pub(super) fn line(&mut self, position: Option<&csv::Position>) -> u64 {
        let text = &self.sheet.text;
        let from = position.map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX));
        let from = self
            .sheet
            .begin
            .saturating_add(from)
            .clamp(self.at, text.len().max(self.at));
        // The position is where the record before ended, before its line end and empty lines.
        let blank = text[from..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let until = from + blank.count();
        for at in self.at..until {
            let ends = text[at] == b'\n' || (text[at] == b'\r' && text.get(at + 1) != Some(&b'\n'));
            self.line += u64::from(ends);
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

fn utf_8(bytes: &[u8]) -> Vec<u8> {
    let wide = |from: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let units = bytes.chunks_exact(2).map(|pair| from([pair[0], pair[1]]));
        char::decode_utf16(units)
            .map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect::<String>()
            .into_bytes()
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(u16::from_le_bytes, rest),
        [0xFE, 0xFF, rest @ ..] => wide(u16::from_be_bytes, rest),
        [0xEF, 0xBB, 0xBF, rest @ ..] => rest.to_vec(),
        _ => bytes.to_vec(),
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
    use super::Sheet;

    fn lines(bytes: &[u8]) -> Vec<(u64, String)> {
        let sheet = Sheet::of(bytes);
        let mut numbers = sheet.lines();
        let mut reader = sheet.reader();
        let records = reader.records().map(|record| record.unwrap());
        records
            .map(|record| {
                (
                    numbers.line(record.position()),
                    record.iter().collect::<Vec<_>>().join("|"),
                )
            })
            .collect()
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
    fn what_a_spreadsheet_saves_is_read() {
        let wide: Vec<u8> = "\u{FEFF}a\tb\r\n1\tñ\r\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(lines(&wide), [(2, "1|ñ".to_owned())]);
        assert_eq!(lines(b"sep=;\r\na;b\r\n1;2\r\n"), [(3, "1|2".to_owned())]);
        assert_eq!(lines(b"a;b\n1;2,3\n"), [(2, "1|2,3".to_owned())]);
        assert_eq!(lines("\u{FEFF}a,b\n1,2;3\n".as_bytes()), [(2, "1|2;3".to_owned())]);
    }
}
