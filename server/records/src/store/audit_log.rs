//! The audit log: what happened to recordings, people, notices, orders and releases, in order, for those who may read
//! it. The database refuses to change or delete a row.

use law::{Date, bar::Section};
use office::views::PAGE_LINES;
use serde::{Serialize, de::DeserializeOwned};
use sqlx::FromRow;

use super::{Store, Tx, rows};
use crate::fault::Stored;

const TABLE: &str = "audit_entry";

/// About what an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Subject {
    Recording,
    Person,
    Notice,
    Order,
    Release,
    Request,
    Account,
}

impl Subject {
    /// As kept.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Recording => "recording",
            Self::Person => "person",
            Self::Notice => "notice",
            Self::Order => "order",
            Self::Release => "release",
            Self::Request => "request",
            Self::Account => "account",
        }
    }
}

/// One entry to be added.
#[derive(Clone, Debug)]
pub struct Entry<'a, E> {
    /// About what.
    pub subject: Subject,
    /// Its id.
    pub subject_id: &'a str,
    /// When, in microseconds since 1970.
    pub at: i64,
    /// Its day.
    pub on: Date,
    /// Which account; none for the portal itself and its operator.
    pub staff_id: Option<&'a str>,
    /// A short key of what was done, for lists.
    pub act: &'static str,
    /// What happened; nothing personal.
    pub event: &'a E,
    /// The provision it rests on, if it names one.
    pub citation: Option<&'a str>,
}

/// The next number is found by the statement itself. Whoever appends has saved or inserted the subject before, in the
/// same transaction, so that no two entries are numbered at once.
const APPEND: &str = "INSERT INTO audit_entry (subject, subject_id, seq, at, on_date, staff_id, act, event, citation) \
     SELECT $1, $2, COALESCE(MAX(seq), 0) + 1, CAST($3 AS BIGINT), $4, $5, $6, $7, $8 \
     FROM audit_entry WHERE subject = $1 AND subject_id = $2";

/// Adds an entry under the next number of its subject.
pub async fn append<E: Serialize + Sync>(tx: &mut Tx, entry: &Entry<'_, E>) -> Stored<()> {
    sqlx::query(APPEND)
        .bind(entry.subject.key())
        .bind(entry.subject_id)
        .bind(entry.at)
        .bind(entry.on.to_string())
        .bind(entry.staff_id)
        .bind(entry.act)
        .bind(serde_json::to_string(entry.event)?)
        .bind(entry.citation)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Adds the first entries of subjects that are new, as many at once as there are.
pub async fn begin_all<E: Serialize + Sync>(tx: &mut Tx, entries: &[Entry<'_, E>]) -> Stored<()> {
    let sql = format!(
        "INSERT INTO audit_entry (subject, subject_id, seq, at, on_date, staff_id, act, event, citation) VALUES {}",
        rows::values(entries.len(), 9)
    );
    let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
    for entry in entries {
        query = query
            .bind(entry.subject.key())
            .bind(entry.subject_id)
            .bind(1_i64)
            .bind(entry.at)
            .bind(entry.on.to_string())
            .bind(entry.staff_id)
            .bind(entry.act)
            .bind(serde_json::to_string(entry.event)?)
            .bind(entry.citation);
    }
    query.execute(tx.conn().await?).await?;
    Ok(())
}

/// An entry as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Line<E> {
    pub seq: i64,
    pub at: i64,
    pub on: Date,
    pub staff_id: Option<String>,
    pub act: String,
    pub event: E,
    pub citation: Option<Section>,
}

#[derive(FromRow)]
struct Row {
    seq: i64,
    at: i64,
    on_date: String,
    staff_id: Option<String>,
    act: String,
    event: String,
    citation: Option<String>,
}

/// Everything that happened to one subject, oldest first.
///
/// # Errors
/// When the database cannot, or an entry does not make sense.
pub async fn of<E: DeserializeOwned>(store: &Store, subject: Subject, id: &str) -> Stored<Vec<Line<E>>> {
    const OF: &str = "SELECT seq, at, on_date, staff_id, act, event, citation FROM audit_entry \
         WHERE subject = $1 AND subject_id = $2 ORDER BY seq";
    let found: Vec<Row> = sqlx::query_as(OF)
        .bind(subject.key())
        .bind(id)
        .fetch_all(store.reader())
        .await?;
    found.into_iter().map(|row| line(id, row)).collect()
}

fn line<E: DeserializeOwned>(id: &str, row: Row) -> Stored<Line<E>> {
    Ok(Line {
        seq: row.seq,
        at: row.at,
        on: rows::day(TABLE, id, &row.on_date)?,
        staff_id: row.staff_id,
        act: row.act,
        event: serde_json::from_str(&row.event).map_err(|error| rows::corrupt(TABLE, id, error))?,
        citation: row.citation.map(|cited| Section(cited.into())),
    })
}

#[derive(FromRow)]
struct RowWithSubject {
    subject: String,
    subject_id: String,
    #[sqlx(flatten)]
    row: Row,
}

/// The newest day of the audit log, which is the day of everything that the database lets out.
///
/// # Errors
/// When the database cannot, or the day does not make sense.
pub async fn newest_day(tx: &mut Tx) -> Stored<Option<Date>> {
    let day: Option<String> = sqlx::query_scalar("SELECT MAX(on_date) FROM audit_entry")
        .fetch_one(tx.conn().await?)
        .await?;
    day.map(|day| rows::day(TABLE, "newest", &day)).transpose()
}

/// A page of everything, the newest first, and how many entries there are; only one kind of act, if one is named.
///
/// # Errors
/// When the database cannot, or an entry does not make sense.
pub async fn page<E: DeserializeOwned>(
    store: &Store,
    act: Option<&str>,
    page: u32,
) -> Stored<(Vec<(String, String, Line<E>)>, u64)> {
    const PAGE: &str = "SELECT subject, subject_id, seq, at, on_date, staff_id, act, event, citation FROM audit_entry \
         WHERE $1 = '' OR act = $1 ORDER BY on_date DESC, at DESC, subject, subject_id, seq DESC LIMIT $2 OFFSET $3";
    const COUNT: &str = "SELECT COUNT(*) FROM audit_entry WHERE $1 = '' OR act = $1";
    let act = act.unwrap_or_default();
    let found: Vec<RowWithSubject> = sqlx::query_as(PAGE)
        .bind(act)
        .bind(i64::from(PAGE_LINES))
        .bind(i64::from(page.max(1) - 1) * i64::from(PAGE_LINES))
        .fetch_all(store.reader())
        .await?;
    let total: i64 = sqlx::query_scalar(COUNT).bind(act).fetch_one(store.reader()).await?;
    let read = |wide: RowWithSubject| {
        let line = line(&wide.subject_id, wide.row)?;
        Ok((wide.subject, wide.subject_id, line))
    };
    let lines = found.into_iter().map(read).collect::<Stored<_>>()?;
    Ok((lines, rows::count(total)))
}
