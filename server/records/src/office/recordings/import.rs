//! Recordings from a CSV file: all lines or none, unless the operator passes over bad ones.
//!
//! A file is read twice, as it comes: first every line is checked, then all are laid down and accepted. A short one is
//! registered while whoever sent it waits; a long one by the worker, and a page shows how far it is ([`job`]).

mod job;
mod reading;
mod sheet;
mod text;

use std::{collections::HashSet, path::PathBuf, sync::Arc};

use office::{
    OfficeResult,
    desk::RecordingDesk as _,
    problem::RecordingProblem,
    views::{BadLine, CsvFile, ImportReport},
};

pub use self::reading::Source;
use self::reading::{Reading, one};
use super::{Moment, RecordsOffice};
use crate::{
    fault::{Fault, Stored},
    store::{
        import_jobs::{Claim, Counts},
        recordings::imports::{self, Laying, Mark, Step},
    },
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

impl From<Vec<u8>> for Source {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes.into())
    }
}

impl From<PathBuf> for Source {
    fn from(file: PathBuf) -> Self {
        Self::File(file)
    }
}

impl From<CsvFile> for Source {
    fn from(file: CsvFile) -> Self {
        match file {
            CsvFile::Typed(text) => text.into(),
            CsvFile::Arrived { at, .. } => at.into(),
        }
    }
}

/// A file on its way into the register.
#[derive(Clone, Copy)]
struct Import<'a> {
    office: &'a RecordsOffice,
    source: &'a Source,
    by: Option<&'a str>,
    now: Moment,
    /// The claim on it, where a page shows how far it is.
    claim: Option<&'a Claim>,
}

/// What was found in a file.
#[derive(Debug, Default)]
struct Checked {
    /// Lines that can be registered.
    good: u64,
    counts: Counts,
    /// Numbers of lines whose recordings are registered.
    registered: HashSet<String>,
}

/// Who is told of bad lines, and of how far the check is.
enum Told<'a> {
    /// Whoever waits for it.
    Report(&'a mut Vec<BadLine>),
    /// Whoever looks at its page.
    Page(job::Teller<'a>),
}

impl RecordsOffice {
    /// Reads the lines of a file, and registers them as the mode says.
    ///
    /// # Errors
    /// When the office cannot; bad lines are told in the answer.
    pub async fn import_lines(
        &self,
        source: impl Into<Source> + Send,
        by: Option<String>,
        mode: Mode,
    ) -> OfficeResult<ImportReport> {
        let source = source.into();
        let import = Import {
            office: self,
            source: &source,
            by: by.as_deref(),
            now: self.now(),
            claim: None,
        };
        for _ in 0..TRIES {
            let since = imports::mark(&self.store).await?;
            let mut bad = Vec::new();
            let checked = import.check(&mut Told::Report(&mut bad)).await?;
            let checked = checked.ok_or(Fault::Contended)?;
            let kept =
                checked.good > 0 && (mode == Mode::SkipBad || (mode == Mode::AllOrNone && checked.counts.bad == 0));
            let step = if kept {
                import.register(&checked, since).await?
            } else {
                Step::Done
            };
            if step == Step::Done {
                if kept {
                    self.finish_imports().await?;
                }
                let good = checked.good;
                return Ok(ImportReport { good, bad, kept });
            }
        }
        Err(Fault::Contended.into())
    }

    /// Enters what is left of imports that were accepted and broken off: nobody sees them half.
    pub(crate) async fn finish_imports(&self) -> Stored<()> {
        imports::finish(&self.store, self.now().at).await
    }

    /// Takes away what was laid down by imports that were broken off before they were accepted.
    pub(crate) async fn forget_abandoned_imports(&self) -> Stored<()> {
        imports::forget_abandoned(&self.store, self.now().at).await
    }
}

impl Import<'_> {
    fn read(&self, but: HashSet<String>) -> Reading {
        let context = self.office.recording_context();
        Reading::of(self.source.clone(), Box::new(move |form| form.check(&context)), but)
    }

    /// Looks at every line; `None` where the import is not ours any more.
    async fn check(&self, told: &mut Told<'_>) -> Stored<Option<Checked>> {
        let mut checked = Checked::default();
        let mut reading = self.read(HashSet::new());
        while let Some(chunk) = reading.next().await {
            let numbers: Vec<&str> = chunk.good.iter().map(|(_, new)| new.source_id.as_str()).collect();
            let mut known = imports::registered(&self.office.store, &numbers).await?;
            let mut bad = chunk.bad;
            for (line, new) in &chunk.good {
                let Some(registered) = known.remove(&new.source_id) else {
                    checked.good += 1;
                    continue;
                };
                checked.registered.insert(new.source_id.clone());
                let problem = if registered.is(&self.office.registered(new, self.by, self.now)) {
                    checked.counts.known += 1;
                    RecordingProblem::RegisteredAlready
                } else {
                    checked.counts.changed += 1;
                    RecordingProblem::RegisteredOtherwise
                };
                bad.push(one(*line, "source_id", problem));
            }
            bad.sort_by_key(|bad| bad.line);
            checked.counts.bad += bad.len() as u64;
            let rows = checked.good + checked.counts.bad;
            let ours = match told {
                Told::Report(all) => {
                    all.extend(bad);
                    true
                }
                Told::Page(teller) => teller.tell(bad, rows, chunk.bytes).await?,
            };
            if !ours {
                return Ok(None);
            }
        }
        reading.end().await?;
        Ok(Some(checked))
    }

    /// Registers what was found good: all of it or nothing.
    async fn register(&self, checked: &Checked, since: Mark) -> Stored<Step> {
        let mut laying = Laying::begin(&self.office.store, self.claim, self.office.now().at).await?;
        let step = self.lay_down(&mut laying, checked, since).await;
        // What another is at, or may go on with, stays.
        let stays = match &step {
            Ok(step) => *step != Step::Meanwhile,
            Err(Fault::Contended) => false,
            Err(_) => self.claim.is_some(),
        };
        if stays {
            return step;
        }
        // Where that fails, it is taken away later.
        let forgotten = laying.forget().await;
        step.and_then(|step| forgotten.map(|()| step))
    }

    async fn lay_down(&self, laying: &mut Laying<'_>, checked: &Checked, since: Mark) -> Stored<Step> {
        let mut reading = self.read(checked.registered.clone());
        while let Some(chunk) = reading.next().await {
            let new: Vec<_> = chunk
                .good
                .iter()
                .map(|(_, new)| self.office.registered(new, self.by, self.now))
                .collect();
            match laying.add(&new).await? {
                Step::Done => {}
                other => return Ok(other),
            }
        }
        let numbers = reading.end().await?;
        if laying.laid() != checked.good {
            return Err(Fault::Contended);
        }
        laying.accept(|number| numbers.contains_key(number), since).await
    }
}

/// How many lines of a file hold anything: as many as are looked for at most.
fn full_lines(source: &Source, most: u64) -> std::io::Result<u64> {
    use std::io::Read as _;
    let mut file: Box<dyn std::io::Read> = match source {
        Source::Bytes(bytes) => Box::new(std::io::Cursor::new(Arc::clone(bytes))),
        Source::File(file) => Box::new(std::fs::File::open(file)?),
    };
    let (mut lines, mut empty, mut piece) = (0, true, vec![0; 1 << 16]);
    loop {
        let read = file.read(&mut piece)?;
        for byte in &piece[..read] {
            match byte {
                b'\r' | b'\n' => empty = true,
                // Of UTF-16 the other half of a line end.
                0 => {}
                _ if empty => {
                    empty = false;
                    lines += 1;
                }
                _ => {}
            }
        }
        if read == 0 || lines > most {
            return Ok(lines);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Source, full_lines};

    #[test]
    fn lines_that_hold_something_are_counted_whatever_ends_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "1,2", "3,4", "", ""].join(end);
            let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            for bytes in [text.into_bytes(), wide] {
                let source = Source::from(bytes);
                assert_eq!(full_lines(&source, 100).unwrap(), 3, "{end:?}");
            }
        }
    }
}
