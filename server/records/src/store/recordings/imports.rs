//! An import on its way into the register.
//!
//! SQLite has one writer, so a file of many thousand lines is entered in steps, between which others write. They are one
//! import all the same: it is laid down first, where nothing reads it, accepted as a whole by one short statement, and
//! then entered by whoever is there, another program too, should this one be killed. PostgreSQL enters it in one
//! transaction, for which nobody waits.

use std::{
    collections::{HashMap, VecDeque},
    time::Duration,
};

use sqlx::FromRow;
use tokio::time::Instant;

use ::office::views::{AuditAct, ImportStage};

use super::{Recording, insert_all};
use crate::{
    fault::{Fault, Stored},
    ids::new_id,
    store::{
        Dialect, Store, Tx,
        audit_log::{self, Entry, Subject},
        import_jobs::{self, Claim, Counts, Progress},
        rows,
    },
};

/// How long a step may keep others from writing, about.
const STEP: Duration = Duration::from_millis(40);
/// Recordings that are laid down in one row, and entered by one statement.
pub(super) const PART: usize = 100;
/// Most recordings registered meanwhile that are looked at while nobody else can write.
const FEW: usize = 1_000;
/// How often an import that waits for another says that it is there.
const TELLS: Duration = Duration::from_secs(3);
/// How long after its last sign of life what was laid down is taken away, in microseconds.
const ABANDONED: i64 = 10 * 60 * 1_000_000;

/// How far the register had come at some moment.
#[derive(Clone, Copy, Debug)]
pub struct Mark(i64);

/// How far the register has come; taken before [`registered`] is asked.
pub async fn mark(store: &Store) -> Stored<Mark> {
    if store.dialect() == Dialect::Postgres {
        return Ok(Mark(0));
    }
    // Nothing leaves the register, so what is new has a greater number.
    let newest: Option<i64> = sqlx::query_scalar("SELECT MAX(rowid) FROM recording")
        .fetch_one(store.reader())
        .await?;
    Ok(Mark(newest.unwrap_or_default()))
}

/// A recording that is registered, as far as a file tells of it.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Registered {
    source_id: String,
    camera: String,
    officer: String,
    division: Option<String>,
    unit: Option<String>,
    started_at: i64,
    ended_at: i64,
    uploaded_at: Option<i64>,
    place: String,
    incident_number: Option<String>,
    category: Option<String>,
    location_kind: String,
}

impl Registered {
    /// Whether a file tells the same of it.
    pub fn is(&self, told: &Recording) -> bool {
        let told = Self {
            source_id: told.source_id.clone(),
            camera: told.camera.key().to_owned(),
            officer: told.officer.clone(),
            division: told.division.clone(),
            unit: told.unit.clone(),
            started_at: told.started_at,
            ended_at: told.ended_at,
            uploaded_at: told.uploaded_at,
            place: told.place.clone(),
            incident_number: told.incident_number.clone(),
            category: told.category.clone(),
            location_kind: told.location.key().to_owned(),
        };
        *self == told
    }
}

/// Which of these numbers are registered, and what of them.
pub async fn registered(store: &Store, source_ids: &[&str]) -> Stored<HashMap<String, Registered>> {
    let known: Vec<Registered> = rows::of_ids(&mut *store.read().await?, source_ids, |list| {
        format!(
            "SELECT source_id, camera, officer, division, unit, started_at, ended_at, uploaded_at, place, \
             incident_number, category, location_kind FROM recording WHERE source_id IN {list}"
        )
    })
    .await?;
    Ok(known.into_iter().map(|one| (one.source_id.clone(), one)).collect())
}

/// What became of a step of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It is done.
    Done,
    /// Some of its recordings were registered meanwhile: nothing of it is.
    Meanwhile,
    /// It was canceled, or somebody else is at it.
    Stopped,
}

/// An import on its way into the register, all of it or nothing, none of whose recordings was registered at some mark.
pub struct Laying<'a> {
    store: &'a Store,
    import: String,
    /// The claim on it, where a page shows how far it is.
    job: Option<&'a Claim>,
    at: i64,
    begun: Instant,
    /// Parts that another program had laid down before it was stopped.
    before: i64,
    parts: i64,
    laid: u64,
    /// With PostgreSQL: the one transaction.
    tx: Option<Tx>,
}

impl<'a> Laying<'a> {
    /// Begins one, or goes on with what is laid down of it.
    pub async fn begin(store: &'a Store, job: Option<&'a Claim>, at: i64) -> Stored<Self> {
        const LAID: &str = "SELECT COALESCE(MAX(no), 0) FROM recording_import_part WHERE import_id = $1";
        let mut tx = None;
        let mut before = 0;
        if store.dialect() == Dialect::Postgres {
            tx = Some(store.begin_alone().await?);
        } else {
            forget_abandoned(store, at).await?;
            if let Some(job) = job {
                before = sqlx::query_scalar(LAID).bind(&job.id).fetch_one(store.reader()).await?;
            }
        }
        Ok(Self {
            import: job.map_or_else(new_id, |job| job.id.clone()),
            store,
            job,
            at,
            begun: Instant::now(),
            before,
            parts: 0,
            laid: 0,
            tx,
        })
    }

    /// How many recordings are laid down.
    pub const fn laid(&self) -> u64 {
        self.laid
    }

    /// The instant, counted from the one at which it began.
    fn now(&self) -> i64 {
        let passed = i64::try_from(self.begun.elapsed().as_micros()).unwrap_or(i64::MAX);
        self.at.saturating_add(passed)
    }

    /// Holds the claim on, and says how far it is; whether it is still ours.
    async fn holds_on(&mut self, tx: &mut Tx) -> Stored<bool> {
        let Some(job) = self.job else { return Ok(true) };
        let progress = Progress {
            done: self.laid,
            bytes: None,
        };
        import_jobs::advance(tx, job, progress, self.now()).await
    }

    /// Lays down some more. All but the last time it is given whole parts.
    pub async fn add(&mut self, new: &[Recording]) -> Stored<Step> {
        if self.tx.is_some() {
            return self.insert(new).await;
        }
        let mut ready = VecDeque::new();
        for part in new.chunks(PART) {
            self.parts += 1;
            if self.parts <= self.before {
                self.laid += part.len() as u64;
                continue;
            }
            let source_ids: Vec<&str> = part.iter().map(|one| one.source_id.as_str()).collect();
            let source_ids = format!("\n{}\n", source_ids.join("\n"));
            ready.push_back((self.parts, source_ids, serde_json::to_string(part)?, part.len() as u64));
        }
        while !ready.is_empty() {
            if !self.lay(&mut ready).await? {
                return Ok(Step::Stopped);
            }
        }
        Ok(Step::Done)
    }

    /// Lays down as many parts as one step takes; whether the claim is still ours.
    async fn lay(&mut self, ready: &mut VecDeque<(i64, String, String, u64)>) -> Stored<bool> {
        const BEGIN: &str = "INSERT INTO recording_import (id, touched_at) VALUES ($1, $2) \
             ON CONFLICT (id) DO UPDATE SET touched_at = excluded.touched_at";
        const LAY: &str =
            "INSERT INTO recording_import_part (import_id, no, source_ids, recordings) VALUES ($1, $2, $3, $4)";
        let mut tx = self.store.begin_alone().await?;
        let step = Instant::now();
        if !self.holds_on(&mut tx).await? {
            tx.give_up().await?;
            return Ok(false);
        }
        tx.queue(BEGIN).bind(&self.import).bind(self.now());
        while step.elapsed() < STEP
            && let Some((no, source_ids, recordings, rows)) = ready.pop_front()
        {
            let laid = sqlx::query(LAY)
                .bind(&self.import)
                .bind(no)
                .bind(source_ids)
                .bind(recordings);
            laid.execute(tx.conn().await?).await?;
            self.laid += rows;
        }
        tx.commit().await?;
        Ok(true)
    }

    /// Inserts some more, where that keeps nobody waiting.
    async fn insert(&mut self, new: &[Recording]) -> Stored<Step> {
        if self.job.is_some() {
            // By itself, so that it is seen.
            let mut tx = self.store.begin().await?;
            if !self.holds_on(&mut tx).await? {
                tx.give_up().await?;
                return Ok(Step::Stopped);
            }
            tx.commit().await?;
        }
        let Some(tx) = &mut self.tx else {
            return Ok(Step::Stopped);
        };
        for part in new.chunks(PART) {
            match register_all(tx, part).await {
                Err(fault) if fault.is_unique_violation() => return Ok(Step::Meanwhile),
                done => done?,
            }
            self.laid += part.len() as u64;
        }
        Ok(Step::Done)
    }

    /// Accepts what was laid down: from then on all of it counts. `has` says whether a number is one of its own.
    pub async fn accept(&mut self, has: impl Fn(&str) -> bool + Send, since: Mark) -> Stored<Step> {
        let now = self.now();
        let Some(mut tx) = self.tx.take() else {
            return self.accept_parts(has, since).await;
        };
        if let Some(job) = self.job
            && !import_jobs::end(&mut tx, job, ImportStage::Done, Counts::default(), now).await?
        {
            return Ok(Step::Stopped);
        }
        tx.commit().await?;
        Ok(Step::Done)
    }

    /// Accepts the parts, once those of imports that were accepted before are entered.
    async fn accept_parts(&mut self, has: impl Fn(&str) -> bool + Send, since: Mark) -> Stored<Step> {
        const ACCEPT: &str = "UPDATE recording_import SET accepted_at = $2 WHERE id = $1 AND \
             (SELECT COUNT(*) FROM recording_import_part p WHERE p.import_id = $1) = $3";
        let mut since = since;
        loop {
            self.wait_for_others().await?;
            let mut tx = self.store.begin_alone().await?;
            let pending = is_pending(&mut tx).await?;
            let meanwhile = newer(&mut tx, since).await?;
            if let Some((last, _)) = meanwhile.last() {
                since = Mark(*last);
            }
            if meanwhile.iter().any(|(_, number)| has(number)) {
                tx.give_up().await?;
                return Ok(Step::Meanwhile);
            }
            if pending || meanwhile.len() == FEW {
                tx.give_up().await?;
                continue;
            }
            if let Some(job) = self.job {
                let (stage, all) = (ImportStage::Entering, Some(self.laid));
                if !import_jobs::begin_stage(&mut tx, job, stage, all, self.now()).await? {
                    tx.give_up().await?;
                    return Ok(Step::Stopped);
                }
            }
            let accept = sqlx::query(ACCEPT).bind(&self.import).bind(self.at).bind(self.parts);
            if accept.execute(tx.conn().await?).await?.rows_affected() == 0 {
                // Taken for abandoned, and taken away.
                tx.give_up().await?;
                return Err(Fault::Contended);
            }
            tx.commit().await?;
            return Ok(Step::Done);
        }
    }

    /// Enters what was accepted before, and says meanwhile that this one is still at work.
    async fn wait_for_others(&mut self) -> Stored<()> {
        let pending: i64 = sqlx::query_scalar(PENDING).fetch_one(self.store.reader()).await?;
        if pending == 0 {
            return Ok(());
        }
        let mut told = Instant::now();
        while enter_some(self.store, self.now()).await? {
            if self.job.is_some() && told.elapsed() > TELLS {
                told = Instant::now();
                let mut tx = self.store.begin().await?;
                self.holds_on(&mut tx).await?;
                tx.commit().await?;
            }
        }
        Ok(())
    }

    /// Takes away what was laid down and will not be accepted.
    pub async fn forget(self) -> Stored<()> {
        match self.tx {
            Some(tx) => tx.give_up().await,
            None => forget(self.store, &self.import).await,
        }
    }
}

/// Registers new recordings, each with its entry in the audit log.
async fn register_all(tx: &mut Tx, new: &[Recording]) -> Stored<()> {
    insert_all(tx, new).await?;
    let entries: Vec<_> = new
        .iter()
        .map(|one| Entry {
            subject: Subject::Recording,
            subject_id: one.id.as_str(),
            at: one.entered_at,
            on: one.entered_on,
            staff_id: one.entered_by.as_deref(),
            act: AuditAct::Registered.key(),
            event: &AuditAct::Registered,
            citation: None,
        })
        .collect();
    audit_log::begin_all(tx, &entries).await
}

/// The next recordings registered since a mark, and where each stands.
async fn newer(tx: &mut Tx, since: Mark) -> Stored<Vec<(i64, String)>> {
    const NEWER: &str = "SELECT rowid, source_id FROM recording WHERE rowid > $1 ORDER BY rowid LIMIT $2";
    Ok(sqlx::query_as(NEWER)
        .bind(since.0)
        .bind(i64::try_from(FEW).unwrap_or(i64::MAX))
        .fetch_all(tx.conn().await?)
        .await?)
}

const PENDING: &str = "SELECT COUNT(*) FROM recording_import WHERE accepted_at IS NOT NULL";

async fn is_pending(tx: &mut Tx) -> Stored<bool> {
    let pending: i64 = sqlx::query_scalar(PENDING).fetch_one(tx.conn().await?).await?;
    Ok(pending > 0)
}

/// Whether an import that was accepted and is not entered yet has this number.
pub(super) async fn is_underway(tx: &mut Tx, source_id: &str) -> Stored<bool> {
    const UNDERWAY: &str = "SELECT COUNT(*) FROM recording_import_part p JOIN recording_import i ON i.id = p.import_id \
         WHERE i.accepted_at IS NOT NULL AND instr(p.source_ids, $1) > 0";
    if tx.dialect == Dialect::Postgres {
        return Ok(false);
    }
    let found: i64 = sqlx::query_scalar(UNDERWAY)
        .bind(format!("\n{source_id}\n"))
        .fetch_one(tx.conn().await?)
        .await?;
    Ok(found > 0)
}

/// Enters what is left of imports that were accepted, step by step.
pub async fn finish(store: &Store, now: i64) -> Stored<()> {
    if store.dialect() == Dialect::Postgres {
        return Ok(());
    }
    let pending: i64 = sqlx::query_scalar(PENDING).fetch_one(store.reader()).await?;
    if pending > 0 {
        while enter_some(store, now).await? {}
    }
    Ok(())
}

#[derive(FromRow)]
struct Part {
    import_id: String,
    no: i64,
    recordings: String,
}

/// A step; whether there is more.
async fn enter_some(store: &Store, now: i64) -> Stored<bool> {
    const NEXT: &str = "SELECT p.import_id, p.no, p.recordings FROM recording_import i \
         JOIN recording_import_part p ON p.import_id = i.id WHERE i.accepted_at IS NOT NULL \
         ORDER BY i.accepted_at, i.id, p.no LIMIT 1";
    const DONE: &str = "DELETE FROM recording_import_part WHERE import_id = $1 AND no = $2";
    let mut tx = store.begin_alone().await?;
    let step = Instant::now();
    let mut more = true;
    while more && step.elapsed() < STEP {
        let next: Option<Part> = sqlx::query_as(NEXT).fetch_optional(tx.conn().await?).await?;
        if let Some(part) = &next {
            let recordings: Vec<Recording> = serde_json::from_str(&part.recordings)?;
            register_all(&mut tx, &recordings).await?;
            tx.queue(DONE).bind(&part.import_id).bind(part.no);
            import_jobs::entered(&mut tx, &part.import_id, recordings.len());
        } else {
            import_jobs::all_entered(&mut tx, now);
            tx.queue("DELETE FROM recording_import WHERE accepted_at IS NOT NULL");
        }
        more = next.is_some();
    }
    tx.commit().await?;
    Ok(more)
}

/// Takes away what was laid down and will not be accepted.
pub async fn forget(store: &Store, import: &str) -> Stored<()> {
    const PARTS: &str = "DELETE FROM recording_import_part WHERE import_id = $1 AND no IN \
         (SELECT p.no FROM recording_import_part p JOIN recording_import i ON i.id = p.import_id \
         WHERE i.id = $1 AND i.accepted_at IS NULL ORDER BY p.no LIMIT 100)";
    const WHOLE: &str = "DELETE FROM recording_import WHERE id = $1 AND accepted_at IS NULL";
    loop {
        let mut tx = store.begin_alone().await?;
        let gone = sqlx::query(PARTS).bind(import).execute(tx.conn().await?).await?;
        if gone.rows_affected() == 0 {
            tx.queue(WHOLE).bind(import);
            return tx.commit().await;
        }
        tx.commit().await?;
    }
}

/// Takes away what was laid down of imports that were canceled.
pub async fn forget_ended(store: &Store) -> Stored<()> {
    const ENDED: &str = "SELECT i.id FROM recording_import i JOIN import_job j ON j.id = i.id \
         WHERE i.accepted_at IS NULL AND j.ended_at IS NOT NULL";
    if store.dialect() == Dialect::Postgres {
        return Ok(());
    }
    let ended: Vec<String> = sqlx::query_scalar(ENDED).fetch_all(store.reader()).await?;
    for import in ended {
        forget(store, &import).await?;
    }
    Ok(())
}

/// Takes away what was laid down by programs that were stopped before it was accepted.
pub async fn forget_abandoned(store: &Store, now: i64) -> Stored<()> {
    const ABANDONED_SQL: &str = "SELECT id FROM recording_import WHERE accepted_at IS NULL AND touched_at < $1";
    let abandoned: Vec<String> = sqlx::query_scalar(ABANDONED_SQL)
        .bind(now.saturating_sub(ABANDONED))
        .fetch_all(store.reader())
        .await?;
    for import in abandoned {
        tracing::info!("An import that was broken off is taken away");
        forget(store, &import).await?;
    }
    Ok(())
}
