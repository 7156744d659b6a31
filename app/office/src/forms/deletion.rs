//! Deletion lists: what is posted about one.

use std::collections::BTreeSet;

use law::{Date, deletion_list::ListActKind};
use serde::{Deserialize, Serialize};

use super::{TEXT_MAX, field};
use crate::{Errors, Problem};

/// What is done with a deletion list, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct DeletionListForm {
    /// `make`, or the key of a [`ListActKind`].
    pub act: String,
    pub reason: String,
    /// The evidence system's own list of what it deleted, header included: `source_id,deleted_on`.
    pub csv: String,
}

echo!(DeletionListForm { reason, csv });

/// The columns of the evidence system's own list.
pub const DELETED_COLUMNS: [&str; 2] = ["source_id", "deleted_on"];

/// A line of the evidence system's own list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportedLine {
    /// Its number in the file; the header is line 1.
    pub line: u64,
    /// Number in the evidence system.
    pub source_id: String,
    /// The day of deletion.
    pub on: Date,
}

impl DeletionListForm {
    /// What is to be done, if it is known.
    pub fn kind(&self) -> Option<ListActKind> {
        ListActKind::parse(&self.act)
    }

    /// Why a list is sent back.
    ///
    /// # Errors
    /// When no reason is given.
    pub fn reason(&self, act: ListActKind) -> Result<String, Errors> {
        let mut errors = Errors::default();
        let reason = if act == ListActKind::SendBack {
            field::required(&mut errors, "reason", &self.reason, TEXT_MAX)
        } else {
            String::new()
        };
        if errors.is_empty() { Ok(reason) } else { Err(errors) }
    }

    /// The lines of the evidence system's own list.
    ///
    /// # Errors
    /// Each line that cannot be read.
    pub fn reported(text: &str) -> Result<Vec<ReportedLine>, Errors> {
        let mut errors = Errors::default();
        let mut found: Vec<ReportedLine> = Vec::new();
        let mut seen = BTreeSet::new();
        let mut lines = (1_u64..).zip(text.trim_start_matches('\u{FEFF}').lines());
        let cells = |line: &str| -> Vec<String> {
            line.split(',')
                .map(|cell| cell.trim().trim_matches('"').trim().to_owned())
                .collect()
        };
        let head = lines.next().map(|(_, line)| cells(line)).unwrap_or_default();
        let place = |name: &str| head.iter().position(|cell| cell.eq_ignore_ascii_case(name));
        let (Some(source), Some(deleted)) = (place(DELETED_COLUMNS[0]), place(DELETED_COLUMNS[1])) else {
            errors.add("csv", Problem::Missing);
            return Err(errors);
        };
        for (line, text) in lines.filter(|(_, text)| !text.trim().is_empty()) {
            let cells = cells(text);
            let mut bad = |column: &str, problem: Problem| {
                let (column, problem) = (column.to_owned(), Box::new(problem));
                errors.add("csv", Problem::InLine { line, column, problem });
            };
            let source_id = cells.get(source).cloned().unwrap_or_default();
            if source_id.is_empty() {
                bad(DELETED_COLUMNS[0], Problem::Missing);
                continue;
            }
            // An instant is as good as its day.
            let day = cells
                .get(deleted)
                .and_then(|cell| cell.get(..10))
                .and_then(|day| day.parse().ok());
            match day {
                Some(_) if !seen.insert(source_id.clone()) => {
                    bad(DELETED_COLUMNS[0], Problem::UnknownChoice);
                }
                Some(on) => found.push(ReportedLine { line, source_id, on }),
                None => bad(DELETED_COLUMNS[1], Problem::NotADate),
            }
        }
        if found.is_empty() && errors.is_empty() {
            errors.add("csv", Problem::Missing);
        }
        if errors.is_empty() { Ok(found) } else { Err(errors) }
    }
}
