//! An import on its way into the register.
//!
//! SQLite has one writer, so a file of many thousand lines is entered in steps, between which others write. They are one
//! import all the same: it is laid down first, where nothing reads it, accepted as a whole by one short statement, and
//! then entered by whoever is there, another program too, should this one be killed. PostgreSQL enters it in one
//! transaction, for which nobody waits.

use std::{collections::HashSet, time::Duration};

use sqlx::FromRow;
use tokio::time::Instant;

use ::office::views::AuditAct;

use super::{Recording, insert_all};
use crate::{
    fault::{Fault, Stored},
    ids::new_id,
    store::{
        Dialect, Store, Tx,
        audit_log::{self, Entry, Subject},
        rows,
    },
};

/// How long a step may keep others from writing, about.
const STEP: Duration = Duration::from_millis(40);
/// Recordings that are laid down in one row, and entered by one statement.
pub(super) const PART: usize = 100;
/// Numbers asked about at once.
const MOST: usize = 500;
/// Most recordings registered meanwhile that are looked at while nobody else can write.
const FEW: usize = 1_000;
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

/// Which of these numbers are registered.
pub async fn registered(store: &Store, source_ids: &[&str]) -> Stored<HashSet<String>> {
    let mut found = HashSet::new();
    for some in source_ids.chunks(MOST) {
        let sql = format!(
            "SELECT source_id FROM recording WHERE source_id IN {}",
            rows::values(1, some.len())
        );
        let mut query = sqlx::query_scalar::<_, String>(sqlx::AssertSqlSafe(sql));
        for source_id in some {
            query = query.bind(*source_id);
        }
        found.extend(query.fetch_all(store.reader()).await?);
    }
    Ok(found)
}

/// Enters new recordings, all or none, none of which was registered at the mark; `false` where one of them was meanwhile.
pub async fn enter(store: &Store, new: &[Recording], since: Mark, at: i64) -> Stored<bool> {
    if store.dialect() == Dialect::Postgres {
        let mut tx = store.begin().await?;
        for part in new.chunks(PART) {
            match register_all(&mut tx, part).await {
                Err(fault) if fault.is_unique_violation() => return Ok(false),
                done => done?,
            }
        }
        tx.commit().await?;
        return Ok(true);
    }
    forget_abandoned(store, at).await?;
    let import = new_id();
    let accepted = async {
        lay_down(store, &import, new, at).await?;
        accept(store, &import, new, since, at).await
    };
    let accepted = accepted.await;
    if !matches!(accepted, Ok(true)) {
        // Where that fails, it is taken away later.
        let forgotten = forget(store, &import).await;
        return accepted.and_then(|accepted| forgotten.map(|()| accepted));
    }
    finish(store).await?;
    Ok(true)
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

async fn lay_down(store: &Store, import: &str, new: &[Recording], at: i64) -> Stored<()> {
    const BEGIN: &str = "INSERT INTO recording_import (id, touched_at) VALUES ($1, $2) \
         ON CONFLICT (id) DO UPDATE SET touched_at = excluded.touched_at";
    const LAY: &str =
        "INSERT INTO recording_import_part (import_id, no, source_ids, recordings) VALUES ($1, $2, $3, $4)";
    let begun = Instant::now();
    let mut parts = (1_i64..).zip(new.chunks(PART)).peekable();
    while parts.peek().is_some() {
        let mut tx = store.begin_alone().await?;
        let step = Instant::now();
        let now = at.saturating_add(i64::try_from(begun.elapsed().as_micros()).unwrap_or(i64::MAX));
        tx.queue(BEGIN).bind(import).bind(now);
        while let Some((no, part)) = parts.next_if(|_| step.elapsed() < STEP) {
            let source_ids: Vec<&str> = part.iter().map(|one| one.source_id.as_str()).collect();
            let laid = sqlx::query(LAY)
                .bind(import)
                .bind(no)
                .bind(format!("\n{}\n", source_ids.join("\n")))
                .bind(serde_json::to_string(part)?);
            laid.execute(tx.conn().await?).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Accepts what was laid down; `false` where one of its numbers was registered since the mark. Imports that were accepted
/// before are entered first.
async fn accept(store: &Store, import: &str, new: &[Recording], since: Mark, at: i64) -> Stored<bool> {
    const ACCEPT: &str = "UPDATE recording_import SET accepted_at = $2 WHERE id = $1";
    let numbers: HashSet<&str> = new.iter().map(|one| one.source_id.as_str()).collect();
    let mut since = since;
    loop {
        finish(store).await?;
        let mut tx = store.begin_alone().await?;
        let pending = is_pending(&mut tx).await?;
        let meanwhile = newer(&mut tx, since).await?;
        if let Some((last, _)) = meanwhile.last() {
            since = Mark(*last);
        }
        if meanwhile.iter().any(|(_, number)| numbers.contains(number.as_str())) {
            tx.give_up().await?;
            return Ok(false);
        }
        if pending || meanwhile.len() == FEW {
            tx.give_up().await?;
            continue;
        }
        let accept = sqlx::query(ACCEPT).bind(import).bind(at);
        if accept.execute(tx.conn().await?).await?.rows_affected() == 0 {
            // Taken for abandoned, and taken away.
            return Err(Fault::Contended);
        }
        tx.commit().await?;
        return Ok(true);
    }
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
pub async fn finish(store: &Store) -> Stored<()> {
    if store.dialect() == Dialect::Postgres {
        return Ok(());
    }
    let pending: i64 = sqlx::query_scalar(PENDING).fetch_one(store.reader()).await?;
    if pending > 0 {
        while enter_some(store).await? {}
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
async fn enter_some(store: &Store) -> Stored<bool> {
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
        } else {
            tx.queue("DELETE FROM recording_import WHERE accepted_at IS NOT NULL");
        }
        more = next.is_some();
    }
    tx.commit().await?;
    Ok(more)
}

/// Takes away what was laid down and will not be accepted.
async fn forget(store: &Store, import: &str) -> Stored<()> {
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
