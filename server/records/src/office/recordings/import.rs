//! Recordings from a CSV file: all lines or none, unless the operator passes over bad ones.

mod sheet;

use std::collections::HashMap;

use csv::StringRecord;
use office::{
    Errors, OfficeResult, Problem,
    desk::RecordingDesk as _,
    forms::{NewRecording, RECORDING_COLUMNS, RecordingForm},
    problem::{ImportProblem, RecordingProblem},
    views::{BadLine, ImportReport},
};

use self::sheet::{Sheet, without_empty_columns};
use super::RecordsOffice;
use crate::{
    fault::{Fault, Stored},
    store::recordings::imports,
};

/// How often a file is looked at anew because some of it was registered meanwhile.
const TRIES: usize = 5;

/// What becomes of a file with bad lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Nothing is written unless every line is good.
    AllOrNone,
    /// Bad lines are passed over.
    SkipBad,
    /// Nothing is written at all.
    DryRun,
}

/// A good line and where it stands.
type Line = (u64, NewRecording);

impl RecordsOffice {
    /// Reads the lines of a file, and registers them as the mode says.
    ///
    /// # Errors
    /// When the office cannot; bad lines are told in the answer.
    pub async fn import_lines(&self, csv: Vec<u8>, by: Option<String>, mode: Mode) -> OfficeResult<ImportReport> {
        let context = self.recording_context();
        let reads = move || read(&csv, |form| form.check(&context));
        let (lines, told) = tokio::task::spawn_blocking(reads).await.map_err(Fault::from)?;
        let now = self.now();
        for _ in 0..TRIES {
            let since = imports::mark(&self.store).await?;
            let numbers: Vec<&str> = lines.iter().map(|(_, new)| new.source_id.as_str()).collect();
            let registered = imports::registered(&self.store, &numbers).await?;
            let (mut bad, mut good) = (told.clone(), Vec::new());
            for (line, new) in &lines {
                if registered.contains(&new.source_id) {
                    bad.push(one(*line, "source_id", RecordingProblem::RegisteredAlready));
                } else {
                    good.push(self.registered(new, by.as_deref(), now));
                }
            }
            bad.sort_by_key(|bad| bad.line);
            let kept = !good.is_empty() && (mode == Mode::SkipBad || (mode == Mode::AllOrNone && bad.is_empty()));
            if !kept || imports::enter(&self.store, &good, since, now.at).await? {
                let good = u64::try_from(good.len()).unwrap_or(u64::MAX);
                return Ok(ImportReport { good, bad, kept });
            }
        }
        Err(Fault::Contended.into())
    }

    /// Enters what is left of imports that were accepted and broken off: nobody sees them half.
    pub(crate) async fn finish_imports(&self) -> Stored<()> {
        imports::finish(&self.store).await
    }

    /// Takes away what was laid down by imports that were broken off before they were accepted.
    pub(crate) async fn forget_abandoned_imports(&self) -> Stored<()> {
        imports::forget_abandoned(&self.store, self.now().at).await
    }
}

fn read(csv: &[u8], check: impl Fn(&RecordingForm) -> Result<NewRecording, Errors>) -> (Vec<Line>, Vec<BadLine>) {
    let sheet = Sheet::of(csv);
    let (mut reader, mut lines) = (sheet.reader(), sheet.lines());
    let head = reader.headers().cloned();
    let head_line = head.as_ref().map_or(1, |head| lines.line(head.position()));
    let columns = match head
        .map_err(|_| not_text(1))
        .and_then(|head| known_columns(&head, head_line))
    {
        Ok(columns) => columns,
        Err(bad) => return (Vec::new(), vec![bad]),
    };
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    let mut seen = HashMap::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                bad.push(not_text(lines.line(error.position())));
                continue;
            }
        };
        if record.iter().all(str::is_empty) {
            continue;
        }
        let line = lines.line(record.position());
        let record = without_empty_columns(&record, columns.len());
        if record.len() != columns.len() {
            let (has, wants) = (record.len(), columns.len());
            bad.push(one(line, "columns", ImportProblem::ColumnCount { has, wants }));
            continue;
        }
        match check(&form(&columns, &record)) {
            Err(errors) => bad.push(BadLine { line, errors }),
            Ok(recording) => match seen.insert(recording.source_id.clone(), line) {
                Some(first) => bad.push(one(line, "source_id", ImportProblem::SameNumber { line: first })),
                None => good.push((line, recording)),
            },
        }
    }
    if good.is_empty() && bad.is_empty() {
        bad.push(one(1, "columns", ImportProblem::NoLines));
    }
    (good, bad)
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

fn one(line: u64, column: &str, problem: impl Into<Problem>) -> BadLine {
    BadLine {
        line,
        errors: Errors::one(column, problem),
    }
}

fn not_text(line: u64) -> BadLine {
    one(line.max(1), "columns", ImportProblem::NotCsv)
}
