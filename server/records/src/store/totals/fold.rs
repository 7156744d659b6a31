//! The fold: docket rows and notices that are not counted yet become steps of the totals. Use cases do not count; the
//! worker folds within seconds, and counting anew is the same fold from nothing.

use law::{Date, event::Event, notice::Notice, request::Track};
use serde::Deserialize;
use sqlx::{Any, AnyConnection, Executor, FromRow};
use statistics::{Entry, RequestTally, Totals, notice_counts};

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
                    for row in requests(&mut *conn, &ids, COUNTED).await? {
                        row.recount(&mut totals)?;
                    }
                }
                Subject::Notice => {
                    for row in notices(&mut *conn, &ids).await? {
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
            for row in requests(conn, ids, UNCOUNTED).await? {
                tallies.extend(row.fold(&mut totals)?);
            }
        }
        Subject::Notice => {
            for row in notices(conn, ids).await? {
                tallies.push(row.fold(&mut totals)?);
            }
        }
    }
    Ok((totals, tallies))
}

/// A request with its tally and some of its docket, the docket as one JSON text: to read it row by row takes several times
/// as long.
#[derive(FromRow)]
struct RequestRow {
    id: String,
    track: String,
    division: Option<String>,
    tally: Option<String>,
    docket: Option<String>,
}

/// What counts of a docket row.
#[derive(Deserialize)]
struct Line {
    seq: i64,
    on: Date,
    event: Event,
}

/// Docket rows after the last one that is counted.
const UNCOUNTED: &str = "d.seq > COALESCE(t.seq, 0)";
/// Docket rows that are counted.
const COUNTED: &str = "d.seq <= COALESCE(t.seq, 0)";

/// Both engines know `string_agg`, and keep the order given in it.
async fn requests(conn: &mut AnyConnection, ids: &[&str], which: &str) -> Stored<Vec<RequestRow>> {
    let sql = format!(
        "SELECT q.id, q.track, q.division, t.content AS tally, (SELECT '[' || \
             string_agg('{{\"seq\":' || d.seq || ',\"on\":\"' || d.on_date || '\",\"event\":' || d.event || '}}', ',' \
             ORDER BY d.seq) || ']' FROM docket d WHERE d.request_id = q.id AND {which}) AS docket \
         FROM records_request q LEFT JOIN tally t ON t.subject = 'request' AND t.subject_id = q.id \
         WHERE q.id IN {} ORDER BY q.id",
        rows::values(1, ids.len())
    );
    let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql));
    for id in ids {
        query = query.bind(*id);
    }
    Ok(query.fetch_all(conn).await?)
}

impl RequestRow {
    fn lines(&self) -> Stored<Vec<Line>> {
        let docket = self.docket.as_deref().unwrap_or("[]");
        serde_json::from_str(docket).map_err(|why| rows::corrupt("docket", &self.id, why))
    }

    fn entry<'a>(&'a self, track: Track, line: &'a Line) -> Entry<'a> {
        Entry {
            request: &self.id,
            track,
            division: self.division.as_deref(),
            day: line.on,
            event: &line.event,
        }
    }

    /// Counts what is not counted yet; the tally after it, where there was anything.
    fn fold(&self, totals: &mut Totals) -> Stored<Option<Tally>> {
        let track = rows::track(&self.id, &self.track)?;
        let lines = self.lines()?;
        let mut tally: Option<RequestTally> = self.tally.as_deref().map(serde_json::from_str).transpose()?;
        if tally.is_none() {
            tally = totals.recount(lines.iter().map(|line| self.entry(track, line)));
        } else {
            for line in &lines {
                totals.count(&mut tally, &self.entry(track, line));
            }
        }
        let last = lines.last().zip(tally);
        last.map(|(line, tally)| Ok((self.id.clone(), line.seq, serde_json::to_string(&tally)?)))
            .transpose()
    }

    fn recount(&self, totals: &mut Totals) -> Stored<()> {
        let track = rows::track(&self.id, &self.track)?;
        let lines = self.lines()?;
        totals.recount(lines.iter().map(|line| self.entry(track, line)));
        Ok(())
    }
}

/// A notice as it is now, with what it counted for when it was counted last.
#[derive(FromRow)]
struct NoticeRow {
    id: String,
    version: i64,
    content: String,
    tally_seq: Option<i64>,
    tally: Option<String>,
}

async fn notices(conn: &mut AnyConnection, ids: &[&str]) -> Stored<Vec<NoticeRow>> {
    let sql = format!(
        "SELECT n.id, n.version, n.content, t.seq AS tally_seq, t.content AS tally FROM notice n \
         LEFT JOIN tally t ON t.subject = 'notice' AND t.subject_id = n.id WHERE n.id IN {} ORDER BY n.id",
        rows::values(1, ids.len())
    );
    let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql));
    for id in ids {
        query = query.bind(*id);
    }
    Ok(query.fetch_all(conn).await?)
}

impl NoticeRow {
    fn now(&self) -> Stored<Totals> {
        let notice: Notice =
            serde_json::from_str(&self.content).map_err(|why| rows::corrupt("notice", &self.id, why))?;
        Ok(notice_counts(&notice).into_iter().collect())
    }

    fn before(&self) -> Stored<Totals> {
        Ok(self
            .tally
            .as_deref()
            .map(serde_json::from_str)
            .transpose()?
            .unwrap_or_default())
    }

    /// Counts what it counts for now, less what it counted for.
    fn fold(&self, totals: &mut Totals) -> Stored<Tally> {
        let now = self.now()?;
        totals.take(owned(&now));
        let less = owned(&self.before()?).into_iter().map(|(count, step)| (count, -step));
        totals.take(less.collect());
        Ok((self.id.clone(), self.version, serde_json::to_string(&now)?))
    }

    fn counted(&self) -> Stored<statistics::Increments> {
        let is_newest = self.tally_seq == Some(self.version);
        Ok(owned(&if is_newest { self.now()? } else { self.before()? }))
    }
}

fn owned(totals: &Totals) -> statistics::Increments {
    totals.rows().map(|(count, step)| (count.clone(), step)).collect()
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
