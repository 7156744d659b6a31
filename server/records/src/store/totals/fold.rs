//! The fold: docket rows and notices that are not counted yet become steps of the totals. Use cases do not count; the
//! worker folds within seconds, and counting anew is the same fold from nothing.

mod notices;
mod recount;
mod requests;

use law::Date;
use sqlx::{Any, AnyConnection, Executor};
use statistics::Totals;

use self::recount::TallySet;
pub use self::recount::recount;
use super::{MOST, Subject, add, add_rows};
use crate::{
    fault::Stored,
    store::{Dialect, Tx, rows, settings},
};

/// How the fold counts: another number here counts everything anew at the next start.
const VERSION: &str = "6";

/// Subjects that are folded at once.
const PAGE: i64 = 500;

/// Whether something is not counted yet.
///
/// # Errors
/// [`Fault::Database`](crate::fault::Fault::Database).
pub async fn is_pending(db: impl Executor<'_, Database = Any>) -> Stored<bool> {
    let found: Option<String> = sqlx::query_scalar("SELECT subject FROM uncounted WHERE set_aside = 0 LIMIT 1")
        .fetch_optional(db)
        .await?;
    Ok(found.is_some())
}

/// Counts some of what is not counted yet; `false` while another program counts everything anew. What cannot be read is logged
/// once and set aside. `at` is now, in microseconds since 1970.
///
/// # Errors
/// [`Fault::Database`](crate::fault::Fault::Database).
pub async fn fold(tx: &mut Tx, today: Date, at: i64) -> Stored<bool> {
    // The docket rows that the list speaks of can be read here. What was set aside of a
    // subject that changed since is tried again.
    const TAKEN: &str = "DELETE FROM uncounted WHERE subject = $1 AND subject_id IN \
         (SELECT DISTINCT subject_id FROM uncounted WHERE subject = $1 AND set_aside = 0 ORDER BY subject_id LIMIT $2) \
         RETURNING subject_id";
    alone(tx).await?;
    if recount::is_underway(tx.conn().await?, at).await? {
        return Ok(false);
    }
    let set = TallySet::shown(tx.conn().await?).await?;
    for subject in [Subject::Request, Subject::Notice] {
        let mut ids: Vec<String> = sqlx::query_scalar(TAKEN)
            .bind(subject.key())
            .bind(PAGE)
            .fetch_all(tx.conn().await?)
            .await?;
        ids.sort_unstable();
        ids.dedup();
        let steps = steps(tx.conn().await?, subject, &ids, &set).await?;
        steps.save(tx, subject, &set).await?;
    }
    settings::set(tx, settings::COUNTED_ON, &today.to_string()).await?;
    Ok(true)
}

/// What could not be read and so is not counted: `request` or `notice`, and its id.
///
/// # Errors
/// [`Fault::Database`](crate::fault::Fault::Database).
pub async fn unreadable(db: impl Executor<'_, Database = Any>) -> Stored<Vec<(String, String)>> {
    const ASIDE: &str = "SELECT DISTINCT subject, subject_id FROM uncounted WHERE set_aside = 1 ORDER BY 1, 2";
    Ok(sqlx::query_as(ASIDE).fetch_all(db).await?)
}

/// What the totals must be: folded from nothing, as far as each subject is counted. Of a notice only the newest version is
/// kept, so one that changed since counts for what it was said to.
///
/// # Errors
/// As [`fold`].
pub async fn expected(conn: &mut AnyConnection) -> Stored<Totals> {
    let mut totals = Totals::default();
    let set = TallySet::shown(conn).await?;
    for subject in [Subject::Request, Subject::Notice] {
        let mut after = String::new();
        while let Some(ids) = page(&mut *conn, subject, &mut after).await? {
            match subject {
                Subject::Request => {
                    for row in requests::load(&mut *conn, &ids, requests::COUNTED, &set.key(subject)).await? {
                        let mut one = Totals::default();
                        if row.recount(&mut one).is_ok() {
                            totals.merge(one);
                        }
                    }
                }
                Subject::Notice => {
                    for row in notices::load(&mut *conn, &ids, &set.key(subject)).await? {
                        totals.take(row.counted().unwrap_or_default());
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
pub async fn outdated(conn: &mut AnyConnection) -> Stored<bool> {
    const OUTDATED: &str = "SELECT (SELECT COUNT(*) FROM records_request q WHERE NOT EXISTS \
             (SELECT 1 FROM tally t WHERE t.subject = $2 AND t.subject_id = q.id) AND NOT EXISTS \
             (SELECT 1 FROM uncounted u WHERE u.subject = 'request' AND u.subject_id = q.id)), \
         (SELECT content FROM setting WHERE name = $1)";
    let set = TallySet::shown(conn).await?;
    let (unknown, version): (i64, Option<String>) = sqlx::query_as(OUTDATED)
        .bind(settings::TOTALS)
        .bind(set.key(Subject::Request))
        .fetch_one(conn)
        .await?;
    Ok(unknown != 0 || version.as_deref() != Some(VERSION))
}

/// One fold after another: two that count the same rows in other orders would wait for each other. SQLite has one writer
/// anyway, and nobody else writes these tables.
async fn alone(tx: &mut Tx) -> Stored<()> {
    if tx.dialect == Dialect::Postgres {
        sqlx::query("SELECT CAST(pg_advisory_xact_lock(610100) AS TEXT)")
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(())
}

/// A tally to be saved: of what, up to where, and as JSON.
type Tally = (String, i64, String);

/// What some subjects add to the totals since they were counted last.
#[derive(Default)]
struct Steps {
    totals: Totals,
    tallies: Vec<Tally>,
    /// Ids of what cannot be read.
    unreadable: Vec<String>,
}

impl Steps {
    fn add(&mut self, id: &str, fold: impl FnOnce(&mut Totals) -> Stored<Option<Tally>>) {
        let mut one = Totals::default();
        match fold(&mut one) {
            Ok(tally) => {
                self.totals.merge(one);
                self.tallies.extend(tally);
            }
            Err(fault) => {
                tracing::error!(%fault, "The statistics leave out what cannot be read");
                self.unreadable.push(id.to_owned());
            }
        }
    }

    async fn save(&self, tx: &mut Tx, subject: Subject, set: &TallySet) -> Stored<()> {
        add(tx, &self.totals).await?;
        save(tx, &set.key(subject), &self.tallies).await?;
        for id in &self.unreadable {
            set_aside(tx, subject, id).await?;
        }
        Ok(())
    }
}

async fn set_aside(tx: &mut Tx, subject: Subject, id: &str) -> Stored<()> {
    const ASIDE: &str = "INSERT INTO uncounted (subject, subject_id, seq, set_aside) VALUES ($1, $2, 0, 1) \
         ON CONFLICT (subject, subject_id, seq) DO UPDATE SET set_aside = 1";
    let query = sqlx::query(ASIDE).bind(subject.key()).bind(id);
    query.execute(tx.conn().await?).await?;
    Ok(())
}

async fn steps(conn: &mut AnyConnection, subject: Subject, ids: &[String], set: &TallySet) -> Stored<Steps> {
    let mut steps = Steps::default();
    if ids.is_empty() {
        return Ok(steps);
    }
    match subject {
        Subject::Request => {
            for row in requests::load(conn, ids, requests::UNCOUNTED, &set.key(subject)).await? {
                steps.add(&row.id, |totals| row.fold(totals));
            }
        }
        Subject::Notice => {
            for row in notices::load(conn, ids, &set.key(subject)).await? {
                steps.add(&row.id, |totals| row.fold(totals).map(Some));
            }
        }
    }
    Ok(steps)
}

/// The next ids in order, if there are any; `after` moves on to the last of them.
async fn page(conn: &mut AnyConnection, subject: Subject, after: &mut String) -> Stored<Option<Vec<String>>> {
    let sql = match subject {
        Subject::Request => "SELECT id FROM records_request WHERE id > $1 ORDER BY id LIMIT $2",
        Subject::Notice => "SELECT id FROM notice WHERE id > $1 ORDER BY id LIMIT $2",
    };
    let ids: Vec<String> = sqlx::query_scalar(sql)
        .bind(after.as_str())
        .bind(PAGE)
        .fetch_all(conn)
        .await?;
    let Some(last) = ids.last() else { return Ok(None) };
    after.clone_from(last);
    Ok(Some(ids))
}

async fn save(tx: &mut Tx, subject: &str, tallies: &[Tally]) -> Stored<()> {
    for tallies in tallies.chunks(MOST) {
        let sql = format!(
            "INSERT INTO tally (subject, subject_id, seq, content) VALUES {} \
             ON CONFLICT (subject, subject_id) DO UPDATE SET seq = excluded.seq, content = excluded.content",
            rows::values(tallies.len(), 4)
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
        for (id, seq, content) in tallies {
            query = query.bind(subject).bind(id).bind(seq).bind(content);
        }
        query.execute(tx.conn().await?).await?;
    }
    Ok(())
}
