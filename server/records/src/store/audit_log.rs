//! The audit log: what happened to recordings, people, notices, orders and releases, in order, for those who may read
//! it. The database refuses to change or delete a row.

use law::{Date, bar::Section, notice::NoticeActKind};
use office::views::{AuditAct, AuditDeed, AuditFilter, AuditSubject};
use serde::{Serialize, de::DeserializeOwned};
use sqlx::{AnyConnection, FromRow};

use super::{Store, Tx, rows};
use crate::fault::{Fault, Stored};

const TABLE: &str = "audit_entry";

/// About what an entry is.
pub use office::views::AuditSubject as Subject;

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

impl<'a, E> Entry<'a, E> {
    /// The same entry, with the provision it rests on.
    #[must_use]
    pub fn citing(self, section: impl Into<Option<&'a str>>) -> Self {
        Self {
            citation: section.into(),
            ..self
        }
    }
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

/// The number of the entry by which a notice got its decision of this place, from 0; `None` where no entry tells.
///
/// # Errors
/// When the database cannot, or an entry does not make sense.
pub async fn decision_entry(conn: &mut AnyConnection, notice_id: &str, place: usize) -> Stored<Option<i64>> {
    const ACTED: &str = "SELECT seq, event FROM audit_entry WHERE subject = 'notice' AND subject_id = $1 \
         AND act = 'notice_acted' ORDER BY seq";
    let entries: Vec<(i64, String)> = sqlx::query_as(ACTED).bind(notice_id).fetch_all(conn).await?;
    let mut decisions = Vec::new();
    for (seq, event) in entries {
        let act: AuditAct = serde_json::from_str(&event).map_err(|error| rows::corrupt(TABLE, notice_id, error))?;
        if let AuditAct::NoticeActed {
            did: NoticeActKind::Decide,
            ..
        } = act
        {
            decisions.push(seq);
        }
    }
    Ok(decisions.get(place).copied())
}

/// The newest day of the audit log, which is the day of everything that the database lets out.
///
/// # Errors
/// When the database cannot, or the day does not make sense.
pub async fn newest_day(tx: &mut Tx) -> Stored<Option<Date>> {
    let day = super::clock::newest_day(tx.conn().await?).await?;
    day.map(|day| rows::day(TABLE, "newest", &day)).transpose()
}

/// Which entries of the audit log are wanted, as columns are; empty for any.
const WANTED: &str = "FROM audit_entry WHERE ($1 = '' OR act = $1) AND ($2 = '' OR subject = $2) \
     AND ($3 = '' OR subject_id = $3) AND ($4 = '' OR staff_id = $4 OR $4 = 'portal' AND staff_id IS NULL) \
     AND ($5 = '' OR on_date >= $5) AND ($6 = '' OR on_date <= $6)";

/// Which entries of dockets are: those that staff and the portal made. Their subject is the request, by its number.
const WANTED_OF_DOCKETS: &str = "FROM docket d JOIN records_request r ON r.id = d.request_id WHERE d.actor <> 'requester' \
     AND ($1 = '' OR d.act = $1) AND ($2 = '' OR $2 = 'request') AND ($3 = '' OR r.number = $3) \
     AND ($4 = '' OR d.staff_id = $4 OR $4 = 'portal' AND d.staff_id IS NULL) AND ($5 = '' OR d.on_date >= $5) \
     AND ($6 = '' OR d.on_date <= $6)";

fn wanted(filter: &AuditFilter) -> [String; 6] {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    [
        filter.act.clone(),
        filter.subject.map(AuditSubject::key).unwrap_or_default().to_owned(),
        filter.id.clone(),
        filter.who.clone(),
        day(filter.from),
        day(filter.to),
    ]
}

/// A line of audit log and dockets together.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "as in AuditLine; the instant in microseconds since 1970")]
pub struct Told {
    pub subject: String,
    pub id: String,
    pub at: i64,
    pub on: Date,
    pub staff_id: Option<String>,
    pub deed: AuditDeed,
    pub citation: Option<String>,
}

#[derive(FromRow)]
struct ToldRow {
    subject: String,
    subject_id: String,
    at: i64,
    on_date: String,
    staff_id: Option<String>,
    act: String,
    event: String,
    citation: Option<String>,
    docketed: i64,
}

impl TryFrom<ToldRow> for Told {
    type Error = Fault;

    fn try_from(row: ToldRow) -> Stored<Self> {
        let table = if row.docketed == 1 { "docket" } else { TABLE };
        let corrupt = |error| rows::corrupt(table, &row.subject_id, error);
        let deed = match row.docketed {
            1 => AuditDeed::Docket {
                act: row.act,
                event: serde_json::from_str(&row.event).map_err(corrupt)?,
            },
            _ => AuditDeed::Logged(serde_json::from_str(&row.event).map_err(corrupt)?),
        };
        Ok(Self {
            at: row.at,
            on: rows::day(table, &row.subject_id, &row.on_date)?,
            staff_id: row.staff_id,
            deed,
            citation: row.citation,
            subject: row.subject,
            id: row.subject_id,
        })
    }
}

/// Entries of audit log and dockets that are wanted, the newest first: so many, after so many.
///
/// # Errors
/// When the database cannot, or an entry does not make sense.
pub async fn page(store: &Store, filter: &AuditFilter, (limit, offset): (i64, i64)) -> Stored<Vec<Told>> {
    // Each of the two is read by its index of instants, and no further than the page's end.
    let sql = format!(
        "SELECT subject, subject_id, at, on_date, staff_id, act, event, citation, docketed FROM (\
         SELECT * FROM (SELECT subject, subject_id, seq, at, on_date, staff_id, act, event, citation, \
         CAST(0 AS BIGINT) AS docketed {WANTED} ORDER BY at DESC, subject, subject_id, seq DESC LIMIT $7) logged \
         UNION ALL \
         SELECT * FROM (SELECT CAST('request' AS TEXT) AS subject, r.number AS subject_id, d.seq, d.at, d.on_date, \
         d.staff_id, d.act, d.event, CAST(NULL AS TEXT) AS citation, CAST(1 AS BIGINT) AS docketed {WANTED_OF_DOCKETS} \
         ORDER BY d.at DESC, r.number, d.seq DESC LIMIT $7) docketed) told \
         ORDER BY at DESC, docketed, subject, subject_id, seq DESC LIMIT $8 OFFSET $9"
    );
    let mut query = sqlx::query_as::<_, ToldRow>(sqlx::AssertSqlSafe(sql));
    for value in wanted(filter) {
        query = query.bind(value);
    }
    let query = query.bind(limit.saturating_add(offset)).bind(limit).bind(offset);
    let found = query.fetch_all(store.reader()).await?;
    found.into_iter().map(Told::try_from).collect()
}

/// How many entries are wanted.
pub async fn count(store: &Store, filter: &AuditFilter) -> Stored<u64> {
    let sql = format!("SELECT (SELECT COUNT(*) {WANTED}) + (SELECT COUNT(*) {WANTED_OF_DOCKETS})");
    let mut query = sqlx::query_scalar::<_, i64>(sqlx::AssertSqlSafe(sql));
    for value in wanted(filter) {
        query = query.bind(value);
    }
    Ok(rows::count(query.fetch_one(store.reader()).await?))
}

/// What each account opened on each day since `from`: account, day, kind, how often.
pub async fn opened(store: &Store, from: Date) -> Stored<Vec<(String, Date, String, u64)>> {
    const OPENED: &str = "SELECT staff_id, on_date, act, COUNT(*) FROM audit_entry WHERE on_date >= $1 \
         AND staff_id IS NOT NULL AND act IN ('private_opened', 'names_listed', \
         'objection_opened', 'paper_opened', 'file_opened', 'contact_opened') \
         GROUP BY staff_id, on_date, act ORDER BY on_date, staff_id, act";
    let found: Vec<(String, String, String, i64)> = sqlx::query_as(OPENED)
        .bind(from.to_string())
        .fetch_all(store.reader())
        .await?;
    let read = |(staff, on, act, number): (String, String, String, i64)| {
        let on = rows::day(TABLE, &staff, &on)?;
        Ok((staff, on, act, rows::count(number)))
    };
    found.into_iter().map(read).collect()
}
