//! Long files, which the worker registers in steps while a page shows how far they are.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    time::Duration,
};

use async_trait::async_trait;
use jiff::SignedDuration;
use law::both;
use office::{
    Lang, OfficeResult, Refusal,
    desk::ImportDesk,
    permission::Custodian,
    views::{BadLine, CsvFile, ImportFault, ImportLine, ImportReport, ImportStage, ImportView},
};
use texts::ProblemWords as _;
use tokio::time::Instant;

use super::{Import, Mode, Source, TRIES, Told, full_lines};
use crate::{
    disk::private_folder,
    fault::{Fault, Stored},
    files::link_or_copy,
    ids::new_id,
    office::RecordsOffice,
    secret,
    store::{
        Store,
        import_jobs::{self, Claim, Counts, Job, Progress},
        recordings::imports::{self, Step},
        staff,
    },
};

/// Lines, with the one that names the columns, that are registered while whoever sent them waits.
const AT_ONCE: u64 = 20_001;
/// Imports that are listed.
const LISTED: i64 = 20;
/// Bad lines on a page.
const PAGE: usize = 100;
/// How often it is said how far a check is.
const TELLS: Duration = Duration::from_millis(500);
/// How often a worker begins with an import that does not end.
const MOST_ATTEMPTS: u64 = 10;
/// How long an import rests after the database or the disk failed, in microseconds.
const REST: i64 = 10_000_000;
/// How long an import that ended can be looked at.
const SHOWN: SignedDuration = SignedDuration::from_hours(30 * 24);

#[async_trait]
impl ImportDesk for RecordsOffice {
    async fn is_long(&self, file: &CsvFile) -> OfficeResult<bool> {
        // What was pasted is shown again where a line is bad; its form takes no more than can be registered at once.
        if matches!(file, CsvFile::Typed(_)) {
            return Ok(false);
        }
        let source = Source::from(file.clone());
        let counted = tokio::task::spawn_blocking(move || full_lines(&source, AT_ONCE)).await;
        Ok(counted.map_err(Fault::from)?.map_err(Fault::from)? > AT_ONCE)
    }

    async fn import(&self, by: &Custodian, file: CsvFile) -> OfficeResult<ImportReport> {
        self.import_lines(file, Some(by.id.clone()), Mode::AllOrNone).await
    }

    async fn begin_import(&self, by: &Custodian, file: CsvFile) -> OfficeResult<String> {
        let file_name = match &file {
            CsvFile::Typed(_) => String::new(),
            CsvFile::Arrived { name, .. } => name.clone(),
        };
        let name = secret::key();
        let at = self.waiting_file(&name);
        let kept = tokio::task::spawn_blocking(move || keep(file, &at)).await;
        let bytes = kept.map_err(Fault::from)?.map_err(Fault::from)?;
        let id = new_id();
        let new = import_jobs::New {
            id: &id,
            file_name: &file_name,
            file: &name,
            bytes,
            created_at: self.now().at,
            created_by: &by.id,
        };
        let begun = async {
            let mut tx = self.store.begin().await?;
            import_jobs::insert(&mut tx, &new);
            tx.commit().await
        };
        if let Err(fault) = begun.await {
            self.take_file_away(&name).await;
            return Err(fault.into());
        }
        Ok(id)
    }

    async fn imports(&self, _by: &Custodian) -> OfficeResult<Vec<ImportLine>> {
        let names = staff::names(&self.store).await?;
        let jobs = import_jobs::newest(&self.store, LISTED).await?;
        let line = |job: &Job| self.import_line(job, names.get(&job.created_by));
        Ok(jobs.iter().map(line).collect())
    }

    async fn import_job(&self, _by: &Custodian, id: &str, page: u32) -> OfficeResult<Option<ImportView>> {
        let Some(job) = import_jobs::find(&self.store, id).await? else {
            return Ok(None);
        };
        let (faults, pages) = import_jobs::told(&self.store, id, page).await?;
        let names = staff::names(&self.store).await?;
        let now = self.now().at;
        let percent = percent(&job);
        // Who was at work would have said so; what is accepted is entered by whoever is there.
        let interrupted = matches!(job.stage, ImportStage::Checking | ImportStage::Laying)
            && job.lease_until.is_none_or(|until| until < now);
        Ok(Some(ImportView {
            line: self.import_line(&job, names.get(&job.created_by)),
            bytes: job.bytes,
            since: self.zoned(job.stage_since),
            rows: job.row_count,
            done: job.done,
            seconds_left: percent
                .filter(|_| !interrupted)
                .and_then(|percent| seconds_left(now.saturating_sub(job.stage_since), percent)),
            percent,
            interrupted,
            ended: job.ended_at.map(|at| self.zoned(at)),
            ended_by: job.ended_by.and_then(|id| names.get(&id).cloned()),
            bad: job.counts.bad,
            known: job.counts.known,
            changed: job.counts.changed,
            faults,
            page,
            pages,
        }))
    }

    async fn cancel_import(&self, by: &Custodian, id: &str) -> OfficeResult<()> {
        let job = import_jobs::find(&self.store, id).await?.ok_or(Refusal::NotFound)?;
        let mut tx = self.store.begin().await?;
        if !import_jobs::cancel(&mut tx, id, &by.id, self.now().at).await? {
            tx.give_up().await?;
            // It ended, or was accepted, a moment ago: its page says so.
            return Err(Refusal::Stale);
        }
        tx.commit().await?;
        self.take_file_away(&job.file).await;
        Ok(())
    }
}

impl RecordsOffice {
    fn import_line(&self, job: &Job, by: Option<&String>) -> ImportLine {
        ImportLine {
            id: job.id.clone(),
            file_name: job.file_name.clone(),
            at: self.zoned(job.created_at),
            by: by.cloned().unwrap_or_default(),
            stage: job.stage,
        }
    }

    /// Where a file waits to be registered, among those that arrive: should nobody come for it, it is taken away with them.
    fn waiting_file(&self, name: &str) -> PathBuf {
        self.files.incoming().join(name)
    }

    async fn take_file_away(&self, name: &str) {
        let at = self.waiting_file(name);
        // Should it stay, it is taken away with arrivals that nobody asks for.
        let _ = tokio::fs::remove_file(at).await;
    }

    /// Works on an import that nobody is at; whether there was one.
    ///
    /// # Errors
    /// When the database cannot.
    pub async fn work_on_imports(&self) -> Stored<bool> {
        imports::forget_ended(&self.store).await?;
        let Some(claim) = import_jobs::claim(&self.store, self.now().at).await? else {
            return Ok(false);
        };
        if let Err(fault) = self.run_import(&claim).await {
            tracing::error!(import = %claim.id, %fault, "An import of recordings stopped; it is tried again");
            import_jobs::put_back(&self.store, &claim, self.now().at.saturating_add(REST)).await?;
        }
        Ok(true)
    }

    /// Forgets imports that ended long ago.
    pub(crate) async fn forget_old_imports(&self) -> Stored<()> {
        let before = self.clock.now().checked_sub(SHOWN).unwrap_or_default();
        import_jobs::forget_before(&self.store, before.as_microsecond()).await
    }

    async fn run_import(&self, claim: &Claim) -> Stored<()> {
        let Some(job) = import_jobs::find(&self.store, &claim.id).await? else {
            return Ok(());
        };
        let file = self.waiting_file(&job.file);
        if job.attempts > MOST_ATTEMPTS || !file.is_file() {
            tracing::error!(import = %claim.id, attempts = job.attempts, "An import of recordings cannot be done");
            return self
                .end_import(&job, claim, ImportStage::Failed, Counts::default())
                .await;
        }
        let source = Source::File(file);
        let import = Import {
            office: self,
            source: &source,
            by: Some(&job.created_by),
            now: self.now(),
            claim: Some(claim),
        };
        for _ in 0..TRIES {
            let since = imports::mark(&self.store).await?;
            if !self.begin_stage(claim, ImportStage::Checking, None).await? {
                return Ok(());
            }
            let mut told = Told::Page(Teller::of(&self.store, claim, self.now().at));
            let Some(checked) = import.check(&mut told).await? else {
                return Ok(());
            };
            if checked.counts.bad > 0 {
                if let Told::Page(teller) = &mut told
                    && !teller.tell_rest().await?
                {
                    return Ok(());
                }
                return self.end_import(&job, claim, ImportStage::Refused, checked.counts).await;
            }
            if !self.begin_stage(claim, ImportStage::Laying, Some(checked.good)).await? {
                return Ok(());
            }
            match import.register(&checked, since).await? {
                Step::Done => {
                    self.take_file_away(&job.file).await;
                    return self.finish_imports().await;
                }
                Step::Meanwhile => {}
                Step::Stopped => return Ok(()),
            }
        }
        Err(Fault::Contended)
    }

    async fn begin_stage(&self, claim: &Claim, stage: ImportStage, rows: Option<u64>) -> Stored<bool> {
        let mut tx = self.store.begin().await?;
        if !import_jobs::begin_stage(&mut tx, claim, stage, rows, self.now().at).await? {
            tx.give_up().await?;
            return Ok(false);
        }
        if stage == ImportStage::Checking {
            import_jobs::untell(&mut tx, &claim.id);
        }
        tx.commit().await?;
        Ok(true)
    }

    async fn end_import(&self, job: &Job, claim: &Claim, stage: ImportStage, counts: Counts) -> Stored<()> {
        let mut tx = self.store.begin().await?;
        if !import_jobs::end(&mut tx, claim, stage, counts, self.now().at).await? {
            return tx.give_up().await;
        }
        tx.commit().await?;
        self.take_file_away(&job.file).await;
        Ok(())
    }
}

/// Tells a page of bad lines, and of how far the check is.
pub(super) struct Teller<'a> {
    store: &'a Store,
    claim: &'a Claim,
    /// The instant at which it began, and the same for what passed since.
    at: i64,
    begun: Instant,
    told: Instant,
    waiting: Vec<BadLine>,
    parts: u64,
}

impl<'a> Teller<'a> {
    fn of(store: &'a Store, claim: &'a Claim, at: i64) -> Self {
        let now = Instant::now();
        Self {
            store,
            claim,
            at,
            begun: now,
            told: now,
            waiting: Vec::new(),
            parts: 0,
        }
    }

    /// Tells of some lines, of so many rows and bytes that are checked by now; `false` where the import is not ours any more.
    pub(super) async fn tell(&mut self, bad: Vec<BadLine>, rows: u64, bytes: u64) -> Stored<bool> {
        self.waiting.extend(bad);
        if self.waiting.len() < PAGE && self.told.elapsed() < TELLS {
            return Ok(true);
        }
        let whole = self.waiting.len() - self.waiting.len() % PAGE;
        let progress = Progress {
            done: rows,
            bytes: Some(bytes),
        };
        self.keep(whole, Some(progress)).await
    }

    /// Tells of the lines that wait.
    async fn tell_rest(&mut self) -> Stored<bool> {
        self.keep(self.waiting.len(), None).await
    }

    async fn keep(&mut self, lines: usize, progress: Option<Progress>) -> Stored<bool> {
        self.told = Instant::now();
        let mut tx = self.store.begin().await?;
        if let Some(progress) = progress {
            let passed = i64::try_from(self.begun.elapsed().as_micros()).unwrap_or(i64::MAX);
            if !import_jobs::advance(&mut tx, self.claim, progress, self.at.saturating_add(passed)).await? {
                tx.give_up().await?;
                return Ok(false);
            }
        }
        let lines: Vec<BadLine> = self.waiting.drain(..lines).collect();
        for part in lines.chunks(PAGE) {
            self.parts += 1;
            let told: Vec<ImportFault> = part.iter().flat_map(in_words).collect();
            import_jobs::tell(&mut tx, &self.claim.id, self.parts, &told)?;
        }
        tx.commit().await?;
        Ok(true)
    }
}

fn in_words(bad: &BadLine) -> impl Iterator<Item = ImportFault> + '_ {
    bad.errors.0.iter().map(|(column, problem)| ImportFault {
        line: bad.line,
        column: column.clone(),
        words: both(Lang::En.problem(problem), Lang::Es.problem(problem)),
    })
}

/// Keeps what was sent where it waits; its size.
fn keep(file: CsvFile, at: &Path) -> std::io::Result<u64> {
    private_folder(at.parent().unwrap_or(at))?;
    match file {
        CsvFile::Typed(text) => {
            let mut file = crate::disk::private(at)?;
            file.write_all(&text)?;
            file.sync_all()?;
        }
        CsvFile::Arrived { at: arrived, .. } => link_or_copy(&arrived, at)?,
    }
    Ok(std::fs::metadata(at)?.len())
}

/// How much of its stage is done.
fn percent(job: &Job) -> Option<u8> {
    let (done, all) = match job.stage {
        ImportStage::Checking => (job.checked_bytes, job.bytes),
        ImportStage::Laying | ImportStage::Entering => (job.done, job.row_count?),
        _ => return None,
    };
    let percent = done.saturating_mul(100).checked_div(all)?;
    u8::try_from(percent.min(100)).ok()
}

/// How long the rest takes at the speed so far, once there is enough to tell by.
fn seconds_left(passed: i64, percent: u8) -> Option<u64> {
    let passed = u64::try_from(passed).ok()? / 1_000;
    (percent >= 2).then(|| (passed * u64::from(100 - percent) / u64::from(percent)).div_ceil(1_000))
}
