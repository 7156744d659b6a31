//! Imports of recordings that the worker does in steps while a page shows how far they are.
//!
//! A worker claims one under a lease and a token. Each step says in its own transaction that the claim still holds, so of two
//! workers, one of which was thought dead, only one goes on, and what was canceled stops at the next step.

use office::views::{ImportFault, ImportStage};
use sqlx::FromRow;

use super::{Store, Tx, rows};
use crate::{
    fault::{Fault, Stored},
    secret,
};

const TABLE: &str = "import_job";

/// An import as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Job {
    pub id: String,
    pub file_name: String,
    pub file: String,
    pub bytes: u64,
    pub created_at: i64,
    pub created_by: String,
    pub stage: ImportStage,
    pub stage_since: i64,
    pub row_count: Option<u64>,
    pub done: u64,
    pub checked_bytes: u64,
    pub counts: Counts,
    pub ended_at: Option<i64>,
    pub ended_by: Option<String>,
    pub attempts: u64,
    pub lease_until: Option<i64>,
}

/// Lines that cannot be registered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub bad: u64,
    /// Those whose recordings are registered just so.
    pub known: u64,
    /// Those whose recordings are registered otherwise.
    pub changed: u64,
}

#[derive(FromRow)]
struct Columns {
    id: String,
    file_name: String,
    file: String,
    bytes: i64,
    created_at: i64,
    created_by: String,
    stage: String,
    stage_since: i64,
    row_count: Option<i64>,
    done: i64,
    checked_bytes: i64,
    bad: i64,
    known: i64,
    changed: i64,
    ended_at: Option<i64>,
    ended_by: Option<String>,
    attempts: i64,
    lease_until: Option<i64>,
}

impl TryFrom<Columns> for Job {
    type Error = Fault;

    fn try_from(row: Columns) -> Stored<Self> {
        Ok(Self {
            stage: rows::known(TABLE, &row.id, &row.stage, ImportStage::parse)?,
            id: row.id,
            file_name: row.file_name,
            file: row.file,
            bytes: rows::count(row.bytes),
            created_at: row.created_at,
            created_by: row.created_by,
            stage_since: row.stage_since,
            row_count: row.row_count.map(rows::count),
            done: rows::count(row.done),
            checked_bytes: rows::count(row.checked_bytes),
            counts: Counts {
                bad: rows::count(row.bad),
                known: rows::count(row.known),
                changed: rows::count(row.changed),
            },
            ended_at: row.ended_at,
            ended_by: row.ended_by,
            attempts: rows::count(row.attempts),
            lease_until: row.lease_until,
        })
    }
}

macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "SELECT id, file_name, file, bytes, created_at, created_by, stage, stage_since, row_count, done, ",
            "checked_bytes, bad, known, changed, ended_at, ended_by, attempts, lease_until FROM import_job ",
            $rest
        )
    };
}

/// A file that has arrived.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct New<'a> {
    pub id: &'a str,
    pub file_name: &'a str,
    pub file: &'a str,
    pub bytes: u64,
    pub created_at: i64,
    pub created_by: &'a str,
}

/// Keeps that a file is to be registered.
pub fn insert(tx: &mut Tx, new: &New<'_>) {
    const INSERT: &str = "INSERT INTO import_job (id, file_name, file, bytes, created_at, created_by, stage, \
         stage_since, done, checked_bytes, bad, known, changed, attempts) \
         VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $5, 0, 0, 0, 0, 0, 0)";
    tx.queue(INSERT)
        .bind(new.id)
        .bind(new.file_name)
        .bind(new.file)
        .bind(rows::ms(new.bytes))
        .bind(new.created_at)
        .bind(new.created_by);
}

/// An import by its id.
pub async fn find(store: &Store, id: &str) -> Stored<Option<Job>> {
    let found: Option<Columns> = sqlx::query_as(columns!("WHERE id = $1"))
        .bind(id)
        .fetch_optional(store.reader())
        .await?;
    found.map(Job::try_from).transpose()
}

/// The newest imports, so many.
pub async fn newest(store: &Store, limit: i64) -> Stored<Vec<Job>> {
    let found: Vec<Columns> = sqlx::query_as(columns!("ORDER BY created_at DESC, id LIMIT $1"))
        .bind(limit)
        .fetch_all(store.reader())
        .await?;
    found.into_iter().map(Job::try_from).collect()
}

/// A worker's claim on an import.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The import.
    pub id: String,
    /// Shows that the claim is still ours.
    token: String,
}

/// How long a claim holds without a sign of life, in microseconds.
const LEASE: i64 = 15_000_000;

/// Claims the oldest import that nobody is at.
pub async fn claim(store: &Store, now: i64) -> Stored<Option<Claim>> {
    const FREE: &str = "SELECT id FROM import_job WHERE ended_at IS NULL AND stage <> 'entering' \
         AND (lease_until IS NULL OR lease_until < $1) ORDER BY created_at, id LIMIT 1";
    // The condition is said twice: PostgreSQL looks at it again when another worker was faster.
    const CLAIM: &str = "UPDATE import_job SET lease_until = $2, lease_token = $3, attempts = attempts + 1 \
         WHERE id = $4 AND ended_at IS NULL AND stage <> 'entering' AND (lease_until IS NULL OR lease_until < $1)";
    // An idle worker looks without taking the writer.
    let free: Option<String> = sqlx::query_scalar(FREE)
        .bind(now)
        .fetch_optional(store.reader())
        .await?;
    let Some(id) = free else { return Ok(None) };
    let token = secret::key();
    let mut tx = store.begin().await?;
    let claimed = sqlx::query(CLAIM)
        .bind(now)
        .bind(now.saturating_add(LEASE))
        .bind(&token)
        .bind(&id)
        .execute(tx.conn().await?)
        .await?;
    tx.commit().await?;
    Ok((claimed.rows_affected() == 1).then_some(Claim { id, token }))
}

/// How far a stage is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Progress {
    /// Rows that it is done with.
    pub done: u64,
    /// Bytes of the file that are checked, where that is what it does.
    pub bytes: Option<u64>,
}

/// Says how far a stage is, and holds the claim on; `false` where it is not ours any more.
pub async fn advance(tx: &mut Tx, claim: &Claim, progress: Progress, now: i64) -> Stored<bool> {
    const ADVANCE: &str = "UPDATE import_job SET done = $1, checked_bytes = COALESCE($2, checked_bytes), \
         lease_until = $3 WHERE id = $4 AND lease_token = $5 AND ended_at IS NULL";
    let advanced = sqlx::query(ADVANCE)
        .bind(rows::ms(progress.done))
        .bind(progress.bytes.map(rows::ms))
        .bind(now.saturating_add(LEASE))
        .bind(&claim.id)
        .bind(&claim.token)
        .execute(tx.conn().await?)
        .await?;
    Ok(advanced.rows_affected() == 1)
}

/// Begins a stage; `false` where the claim is not ours any more.
pub async fn begin_stage(
    tx: &mut Tx,
    claim: &Claim,
    stage: ImportStage,
    rows_of_file: Option<u64>,
    now: i64,
) -> Stored<bool> {
    const BEGIN: &str = "UPDATE import_job SET stage = $1, stage_since = $2, row_count = $3, done = 0, lease_until = $4 \
         WHERE id = $5 AND lease_token = $6 AND ended_at IS NULL";
    let begun = sqlx::query(BEGIN)
        .bind(stage.key())
        .bind(now)
        .bind(rows_of_file.map(rows::ms))
        .bind(now.saturating_add(LEASE))
        .bind(&claim.id)
        .bind(&claim.token)
        .execute(tx.conn().await?)
        .await?;
    Ok(begun.rows_affected() == 1)
}

/// Ends an import; `false` where the claim is not ours any more.
pub async fn end(tx: &mut Tx, claim: &Claim, stage: ImportStage, counts: Counts, now: i64) -> Stored<bool> {
    const END: &str = "UPDATE import_job SET stage = $1, stage_since = $2, ended_at = $2, bad = $3, known = $4, \
         changed = $5, done = CASE WHEN $1 = 'done' THEN row_count ELSE done END, lease_until = NULL, \
         lease_token = NULL WHERE id = $6 AND lease_token = $7 AND ended_at IS NULL";
    let ended = sqlx::query(END)
        .bind(stage.key())
        .bind(now)
        .bind(rows::ms(counts.bad))
        .bind(rows::ms(counts.known))
        .bind(rows::ms(counts.changed))
        .bind(&claim.id)
        .bind(&claim.token)
        .execute(tx.conn().await?)
        .await?;
    Ok(ended.rows_affected() == 1)
}

/// Lets go of an import for a while, after which any worker begins with it again.
pub async fn put_back(store: &Store, claim: &Claim, not_before: i64) -> Stored<()> {
    const BACK: &str = "UPDATE import_job SET lease_until = $1, lease_token = NULL WHERE id = $2 AND lease_token = $3";
    let mut tx = store.begin().await?;
    tx.queue(BACK).bind(not_before).bind(&claim.id).bind(&claim.token);
    tx.commit().await
}

/// So many more rows are entered of an import that was accepted, if it is one that a page shows.
pub(super) fn entered(tx: &mut Tx, id: &str, more: usize) {
    tx.queue("UPDATE import_job SET done = done + $1 WHERE id = $2 AND stage = 'entering'")
        .bind(i64::try_from(more).unwrap_or(i64::MAX))
        .bind(id);
}

/// All is entered of the imports that were accepted.
pub(super) fn all_entered(tx: &mut Tx, now: i64) {
    const DONE: &str = "UPDATE import_job SET stage = 'done', stage_since = $1, ended_at = $1, done = row_count, \
         lease_until = NULL, lease_token = NULL WHERE stage = 'entering' AND ended_at IS NULL \
         AND id IN (SELECT i.id FROM recording_import i WHERE i.accepted_at IS NOT NULL)";
    tx.queue(DONE).bind(now);
}

/// Cancels an import that is not accepted yet; whether it could be.
pub async fn cancel(tx: &mut Tx, id: &str, by: &str, now: i64) -> Stored<bool> {
    const CANCEL: &str = "UPDATE import_job SET stage = 'canceled', stage_since = $1, ended_at = $1, ended_by = $2, \
         lease_until = NULL, lease_token = NULL \
         WHERE id = $3 AND ended_at IS NULL AND stage IN ('waiting', 'checking', 'laying')";
    let canceled = sqlx::query(CANCEL)
        .bind(now)
        .bind(by)
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(canceled.rows_affected() == 1)
}

/// Keeps what is wrong with some lines.
pub fn tell(tx: &mut Tx, id: &str, no: u64, lines: &[ImportFault]) -> Stored<()> {
    tx.queue("INSERT INTO import_job_lines (job_id, no, lines) VALUES ($1, $2, $3)")
        .bind(id)
        .bind(rows::ms(no))
        .bind(serde_json::to_string(lines)?);
    Ok(())
}

/// Takes away what was told of lines, before they are checked anew.
pub fn untell(tx: &mut Tx, id: &str) {
    tx.queue("DELETE FROM import_job_lines WHERE job_id = $1").bind(id);
}

/// What is wrong with some lines, and how many such parts there are.
pub async fn told(store: &Store, id: &str, no: u32) -> Stored<(Vec<ImportFault>, u64)> {
    const PARTS: &str = "SELECT COUNT(*) FROM import_job_lines WHERE job_id = $1";
    const LINES: &str = "SELECT lines FROM import_job_lines WHERE job_id = $1 AND no = $2";
    let parts: i64 = sqlx::query_scalar(PARTS).bind(id).fetch_one(store.reader()).await?;
    let lines: Option<String> = sqlx::query_scalar(LINES)
        .bind(id)
        .bind(i64::from(no))
        .fetch_optional(store.reader())
        .await?;
    let read = |lines: String| serde_json::from_str(&lines).map_err(|why| rows::corrupt("import_job_lines", id, why));
    Ok((lines.map_or_else(|| Ok(Vec::new()), read)?, rows::count(parts)))
}

/// Forgets imports that ended before a moment.
pub async fn forget_before(store: &Store, moment: i64) -> Stored<()> {
    const OLD: &str = "SELECT id FROM import_job WHERE ended_at < $1 LIMIT 1";
    const LINES: &str = "DELETE FROM import_job_lines WHERE job_id = $1 AND no IN \
         (SELECT l.no FROM import_job_lines l WHERE l.job_id = $1 ORDER BY l.no LIMIT 100)";
    while let Some(id) = sqlx::query_scalar::<_, String>(OLD)
        .bind(moment)
        .fetch_optional(store.reader())
        .await?
    {
        let mut tx = store.begin_alone().await?;
        let gone = sqlx::query(LINES).bind(&id).execute(tx.conn().await?).await?;
        if gone.rows_affected() == 0 {
            tx.queue("DELETE FROM import_job WHERE id = $1").bind(&id);
        }
        tx.commit().await?;
    }
    Ok(())
}
