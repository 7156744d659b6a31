//! A file of recordings, read line by line beside whatever is done with its lines.

use std::{
    cell::Cell,
    collections::{HashMap, HashSet, hash_map::Entry},
    fs::File,
    io::{self, Cursor, Read},
    path::PathBuf,
    rc::Rc,
    sync::Arc,
};

use csv::StringRecord;
use office::{
    Errors, Problem,
    forms::{NewRecording, RECORDING_COLUMNS, RecordingForm},
    problem::ImportProblem,
    views::BadLine,
};
use tokio::sync::mpsc;

use super::sheet::{Sheet, without_empty_columns};
use crate::fault::Stored;

/// Lines that are handed on together.
pub(super) const CHUNK: usize = 1_000;
/// Chunks that are read ahead.
const AHEAD: usize = 4;

/// Where lines come from.
#[derive(Clone, Debug)]
pub enum Source {
    /// A file's bytes.
    Bytes(Arc<[u8]>),
    /// A file.
    File(PathBuf),
}

/// A good line and where it stands.
pub(super) type Line = (u64, NewRecording);

/// Numbers of recordings in a file, each with its line.
pub(super) type Numbers = HashMap<Box<str>, u64>;

/// What becomes of the form that a line is.
pub(super) type Check = dyn Fn(&RecordingForm) -> Result<NewRecording, Errors> + Send;

/// Some lines of a file.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    pub(super) good: Vec<Line>,
    pub(super) bad: Vec<BadLine>,
    /// Bytes of the file that were read so far.
    pub(super) bytes: u64,
}

/// A file that is being read.
pub(super) struct Reading {
    chunks: mpsc::Receiver<Chunk>,
    done: tokio::task::JoinHandle<io::Result<Numbers>>,
}

impl Reading {
    /// Begins to read; lines whose numbers are named are passed over.
    pub(super) fn of(source: Source, check: Box<Check>, but: HashSet<String>) -> Self {
        let (give, chunks) = mpsc::channel(AHEAD);
        let done = tokio::task::spawn_blocking(move || match source {
            Source::Bytes(bytes) => read(Cursor::new(bytes), &*check, &but, &give),
            Source::File(file) => read(File::open(file)?, &*check, &but, &give),
        });
        Self { chunks, done }
    }

    /// The next lines; `None` after the last.
    pub(super) async fn next(&mut self) -> Option<Chunk> {
        self.chunks.recv().await
    }

    /// The numbers of all good lines, after the last.
    ///
    /// # Errors
    /// When the file could not be read to its end.
    pub(super) async fn end(self) -> Stored<Numbers> {
        drop(self.chunks);
        Ok(self.done.await??)
    }
}

/// Counts the bytes that pass.
struct Counted<R>(R, Rc<Cell<u64>>);

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.0.read(into)?;
        self.1.set(self.1.get() + read as u64);
        Ok(read)
    }
}

/// Reads to the end, or until nobody takes what is read.
fn read<R: Read>(file: R, check: &Check, but: &HashSet<String>, give: &mpsc::Sender<Chunk>) -> io::Result<Numbers> {
    let bytes = Rc::new(Cell::new(0));
    let Sheet { mut reader, mut lines } = Sheet::of(Counted(file, Rc::clone(&bytes)))?;
    let mut chunk = Chunk::default();
    let full = |chunk: &mut Chunk, most: usize| {
        if chunk.good.len() < most && chunk.bad.len() < most {
            return true;
        }
        chunk.bytes = bytes.get();
        give.blocking_send(std::mem::take(chunk)).is_ok()
    };
    let head = reader.headers().cloned();
    let head_line = head.as_ref().map_or(1, |head| lines.line(head.position()));
    let columns = match head.map_err(|error| unreadable(error, 1)) {
        Err(Unreadable::File(error)) => return Err(error),
        Err(Unreadable::Line(bad)) => Err(bad),
        Ok(head) => known_columns(&head, head_line),
    };
    let columns = match columns {
        Ok(columns) => columns,
        Err(bad) => {
            chunk.bad.push(bad);
            full(&mut chunk, 0);
            return Ok(Numbers::new());
        }
    };
    let (mut seen, mut any) = (Numbers::new(), false);
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = lines.line(error.position());
                match unreadable(error, line) {
                    Unreadable::File(error) => return Err(error),
                    Unreadable::Line(bad) => chunk.bad.push(bad),
                }
                any = true;
                continue;
            }
        };
        if record.iter().all(str::is_empty) {
            continue;
        }
        any = true;
        let line = lines.line(record.position());
        let record = without_empty_columns(&record, columns.len());
        if record.len() == columns.len() {
            match check(&form(&columns, &record)) {
                Err(errors) => chunk.bad.push(BadLine { line, errors }),
                Ok(recording) if but.contains(&recording.source_id) => {}
                Ok(recording) => match seen.entry(recording.source_id.as_str().into()) {
                    Entry::Occupied(first) => {
                        chunk
                            .bad
                            .push(one(line, "source_id", ImportProblem::SameNumber { line: *first.get() }));
                    }
                    Entry::Vacant(none) => {
                        none.insert(line);
                        chunk.good.push((line, recording));
                    }
                },
            }
        } else {
            let (has, wants) = (record.len(), columns.len());
            chunk
                .bad
                .push(one(line, "columns", ImportProblem::ColumnCount { has, wants }));
        }
        if !full(&mut chunk, CHUNK) {
            return Ok(seen);
        }
    }
    if !any {
        chunk.bad.push(one(1, "columns", ImportProblem::NoLines));
    }
    full(&mut chunk, 0);
    Ok(seen)
}

/// The names of the columns, in whatever order the file has them.
fn known_columns(head: &StringRecord, line: u64) -> Result<Vec<String>, BadLine> {
    let width = (0..head.len())
        .rfind(|place| !head[*place].is_empty())
        .map_or(0, |last| last + 1);
    let names: Vec<String> = head.iter().take(width).map(str::to_lowercase).collect();
    let missing: Vec<&str> = RECORDING_COLUMNS
        .into_iter()
        .filter(|column| !names.iter().any(|name| name == column))
        .collect();
    let strange = names.iter().find(|name| !RECORDING_COLUMNS.contains(&name.as_str()));
    let double = (1..names.len()).find(|place| names[..*place].contains(&names[*place]));
    match (missing.is_empty(), strange, double) {
        (true, None, None) => Ok(names),
        (false, ..) => Err(one(
            line,
            "columns",
            ImportProblem::ColumnsMissing {
                names: missing.join(", "),
            },
        )),
        (_, strange, double) => {
            let name = strange.or_else(|| names.get(double?)).cloned().unwrap_or_default();
            Err(one(line, "columns", ImportProblem::ColumnUnknownOrTwice { name }))
        }
    }
}

fn form(columns: &[String], record: &StringRecord) -> RecordingForm {
    let mut form = RecordingForm::default();
    for (name, value) in columns.iter().zip(record) {
        let field = match name.as_str() {
            "source_id" => &mut form.source_id,
            "camera" => &mut form.camera,
            "officer" => &mut form.officer,
            "division" => &mut form.division,
            "started_at" => &mut form.started_at,
            "ended_at" => &mut form.ended_at,
            "uploaded_at" => &mut form.uploaded_at,
            "place" => &mut form.place,
            "incident_number" => &mut form.incident_number,
            "category" => &mut form.category,
            _ => &mut form.location_kind,
        };
        value.clone_into(field);
    }
    form
}

pub(super) fn one(line: u64, column: &str, problem: impl Into<Problem>) -> BadLine {
    BadLine {
        line,
        errors: Errors::one(column, problem),
    }
}

/// Why there is no record.
enum Unreadable {
    File(io::Error),
    Line(BadLine),
}

fn unreadable(error: csv::Error, line: u64) -> Unreadable {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => Unreadable::File(error),
        _ => Unreadable::Line(one(line.max(1), "columns", ImportProblem::NotCsv)),
    }
}
