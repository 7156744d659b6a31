//! The fold: docket rows and notices that are not counted yet become steps of the totals. Use cases do not count; the
//! worker folds within seconds, and counting anew is the same fold from nothing.

mod notices;
mod requests;

use sqlx::{Any, AnyConnection, Executor};
use statistics::Totals;

use super::{MOST, Subject, add, add_rows};
use crate::{
    fault::Stored,
    store::{Dialect, Tx, rows, settings},
};

/// How the fold counts: another number here counts everything anew at the next start.
const VERSION: &str = "3";

/// Subjects that are folded at once.
const PAGE: i64 = 500;

/// Whether something is not counted yet.
///
/// # Errors
/// [`Fault::Database`](crate::fault::Fault::Database).
pub async fn waits(db: impl Executor<'_, Database = Any>) -> Stored<bool> {
    let found: Option<String> = sqlx::query_scalar("SELECT subject FROM uncounted LIMIT 1")
        .fetch_optional(db)
        .await?;
    Ok(found.is_some())
}

/// Counts some of what is not counted yet; whether anything was.
///
/// # Errors
/// [`Fault::Corrupt`](crate::fault::Fault::Corrupt) for a docket, a notice or a tally that cannot be read.
pub async fn fold(tx: &mut Tx) -> Stored<bool> {
    const WAITING: &str = "SELECT subject_id, MAX(seq) FROM uncounted WHERE subject = $1 GROUP BY subject_id \
         ORDER BY subject_id LIMIT $2";
    const DONE: &str = "DELETE FROM uncounted WHERE subject = $1 AND subject_id = $2 AND seq <= $3";
    alone(tx).await?;
    let mut any = false;
    for subject in [Subject::Request, Subject::Notice] {
        let waiting: Vec<(String, i64)> = sqlx::query_as(WAITING)
            .bind(subject.key())
            .bind(PAGE)
            .fetch_all(tx.conn())
            .await?;
        let ids: Vec<&str> = waiting.iter().map(|(id, _)| id.as_str()).collect();
        let (steps, tallies) = steps(tx.conn(), subject, &ids).await?;
        add(tx, &steps).await?;
        save(tx, subject, &tallies).await?;
        for (id, seq) in &waiting {
            let done = sqlx::query(DONE).bind(subject.key()).bind(id).bind(seq);
            done.execute(tx.conn()).await?;
        }
        any |= !waiting.is_empty();
    }
    Ok(any)
}

/// Counts everything anew in the place of what is kept.
///
/// # Errors
/// As [`fold`].
pub async fn from_zero(tx: &mut Tx) -> Stored<()> {
    alone(tx).await?;
    for old in ["DELETE FROM total", "DELETE FROM tally"] {
        sqlx::query(old).execute(tx.conn()).await?;
    }
    for subject in [Subject::Request, Subject::Notice] {
        let mut after = String::new();
        loop {
            let ids = page(tx.conn(), subject, &after).await?;
            let Some(last) = ids.last() else { break };
            after.clone_from(last);
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            let (steps, tallies) = steps(tx.conn(), subject, &ids).await?;
            add(tx, &steps).await?;
            save(tx, subject, &tallies).await?;
        }
    }
    settings::set(tx, settings::TOTALS, VERSION).await
}

/// What the totals must be: folded from nothing, as far as each subject is counted. Of a notice only the newest version is
/// kept, so one that changed since counts for what it was said to.
///
/// # Errors
/// As [`fold`].
pub async fn expected(conn: &mut AnyConnection) -> Stored<Totals> {
    let mut totals = Totals::default();
    for subject in [Subject::Request, Subject::Notice] {
        let mut after = String::new();
        loop {
            let ids = page(&mut *conn, subject, &after).await?;
            let Some(last) = ids.last() else { break };
            after.clone_from(last);
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            match subject {
                Subject::Request => {
                    for row in requests::load(&mut *conn, &ids, requests::COUNTED).await? {
                        row.recount(&mut totals)?;
                    }
                }
                Subject::Notice => {
                    for row in notices::load(&mut *conn, &ids).await? {
                        totals.take(row.counted()?);
                    }
                }
            }
        }
    }
    add_rows(conn, &mut totals).await?;
    Ok(totals)
}

/// Whether the totals are not those of this program: made by another version of it, or not at all for some requests.
///
/// # Errors
/// [`Fault::Database`](crate::fault::Fault::Database).
pub async fn outdated(db: impl Executor<'_, Database = Any>) -> Stored<bool> {
    const OUTDATED: &str = "SELECT (SELECT COUNT(*) FROM records_request q WHERE NOT EXISTS \
             (SELECT 1 FROM tally t WHERE t.subject = 'request' AND t.subject_id = q.id) AND NOT EXISTS \
             (SELECT 1 FROM uncounted u WHERE u.subject = 'request' AND u.subject_id = q.id)), \
         (SELECT content FROM setting WHERE name = $1)";
    let (unknown, version): (i64, Option<String>) =
        sqlx::query_as(OUTDATED).bind(settings::TOTALS).fetch_one(db).await?;
    Ok(unknown != 0 || version.as_deref() != Some(VERSION))
}

/// Counts everything anew if the totals are [`outdated`]; another program may have done it meanwhile.
///
/// # Errors
/// As [`fold`].
pub async fn catch_up(tx: &mut Tx) -> Stored<()> {
    alone(tx).await?;
    if outdated(tx.conn()).await? {
        from_zero(tx).await?;
    }
    Ok(())
}

/// One fold after another: two that count the same rows in other orders would wait for each other. SQLite has one writer
/// anyway, and nobody else writes these tables.
async fn alone(tx: &mut Tx) -> Stored<()> {
    if tx.dialect == Dialect::Postgres {
        sqlx::query("SELECT CAST(pg_advisory_xact_lock(610100) AS TEXT)")
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

/// A tally to be saved: of what, up to where, and as JSON.
type Tally = (String, i64, String);

/// What these subjects add to the totals since they were counted last, and their tallies after it.
async fn steps(conn: &mut AnyConnection, subject: Subject, ids: &[&str]) -> Stored<(Totals, Vec<Tally>)> {
    let mut totals = Totals::default();
    let mut tallies = Vec::with_capacity(ids.len());
    if ids.is_empty() {
        return Ok((totals, tallies));
    }
    match subject {
        Subject::Request => {
            for row in requests::load(conn, ids, requests::UNCOUNTED).await? {
                tallies.extend(row.fold(&mut totals)?);
            }
        }
        Subject::Notice => {
            for row in notices::load(conn, ids).await? {
                tallies.push(row.fold(&mut totals)?);
            }
        }
    }
    Ok((totals, tallies))
}

/// Some ids after one, in order.
async fn page(conn: &mut AnyConnection, subject: Subject, after: &str) -> Stored<Vec<String>> {
    let sql = match subject {
        Subject::Request => "SELECT id FROM records_request WHERE id > $1 ORDER BY id LIMIT $2",
        Subject::Notice => "SELECT id FROM notice WHERE id > $1 ORDER BY id LIMIT $2",
    };
    Ok(sqlx::query_scalar(sql).bind(after).bind(PAGE).fetch_all(conn).await?)
}

async fn save(tx: &mut Tx, subject: Subject, tallies: &[Tally]) -> Stored<()> {
    for tallies in tallies.chunks(MOST) {
        let sql = format!(
            "INSERT INTO tally (subject, subject_id, seq, content) VALUES {} \
             ON CONFLICT (subject, subject_id) DO UPDATE SET seq = excluded.seq, content = excluded.content",
            rows::values(tallies.len(), 4)
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
        for (id, seq, content) in tallies {
            query = query.bind(subject.key()).bind(id).bind(seq).bind(content);
        }
        query.execute(tx.conn()).await?;
    }
    Ok(())
}
