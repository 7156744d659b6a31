//! Court cases: their entries, and what follows from them for lists, holds and what is sealed.

mod lists;
pub mod old;

use law::{
    Date,
    court::{CaseEntry, CaseKind, CourtHold, CourtMatter, Entry, EntryKind, Standing},
    redaction::Sha256,
    request_order::CourtCase,
};
use sqlx::{AnyConnection, FromRow};

pub use self::lists::{Which, due_by, due_of, holding, of_order, of_recording, of_request, page};
pub use self::old::Told;
use super::{Tx, rows};
use crate::fault::Stored;

const TABLE: &str = "court_case";

/// An entry as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptEntry {
    /// From 1, without gaps.
    pub no: i64,
    /// When, in microseconds since 1970.
    pub at: i64,
    /// The day it was entered.
    pub on: Date,
    /// By which account; `None`: by the portal.
    pub staff_id: Option<String>,
    /// What.
    pub entry: Entry,
    /// Why it was corrected, sealed or unsealed; else empty.
    pub reason: String,
    /// The court's paper.
    pub document: Option<Sha256>,
}

/// A case as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredCase {
    /// Our id.
    pub id: String,
    /// The court, and the number as the court writes it.
    pub case: CourtCase,
    /// As the court writes it.
    pub caption: String,
    /// What the court is asked.
    pub kind: CaseKind,
    /// Everything that was entered, in order.
    pub entries: Vec<KeptEntry>,
    /// The day it was opened here.
    pub opened_on: Date,
    /// Counts its changes.
    pub version: i64,
}

impl StoredCase {
    /// The case as the law looks at it.
    pub fn matter(&self) -> CourtMatter {
        let entry = |kept: &KeptEntry| CaseEntry {
            no: kept.no,
            entered_on: kept.on,
            entry: kept.entry.clone(),
        };
        CourtMatter {
            kind: self.kind,
            entries: self.entries.iter().map(entry).collect(),
        }
    }

    /// The entry with a number.
    pub fn entry(&self, no: i64) -> Option<&KeptEntry> {
        self.entries.iter().find(|kept| kept.no == no)
    }

    /// The number that the next entry has.
    pub fn next_no(&self) -> i64 {
        self.entries.last().map_or(1, |last| last.no + 1)
    }
}

#[derive(FromRow)]
struct Row {
    id: String,
    court: String,
    case_number: String,
    caption: String,
    kind: String,
    opened_on: String,
    version: i64,
}

#[derive(FromRow)]
struct EntryRow {
    no: i64,
    at: i64,
    on_date: String,
    staff_id: Option<String>,
    content: String,
    reason: String,
    document_sha256: Option<String>,
}

impl EntryRow {
    fn read(self, case: &str) -> Stored<KeptEntry> {
        Ok(KeptEntry {
            no: self.no,
            at: self.at,
            on: rows::day("court_entry", case, &self.on_date)?,
            staff_id: self.staff_id,
            entry: serde_json::from_str(&self.content).map_err(|why| rows::corrupt("court_entry", case, why))?,
            reason: self.reason,
            document: self
                .document_sha256
                .as_deref()
                .and_then(|hash| Sha256::parse(hash).ok()),
        })
    }
}

/// A case with all its entries.
pub async fn find(conn: &mut AnyConnection, id: &str) -> Stored<Option<StoredCase>> {
    const FIND: &str = "SELECT id, court, case_number, caption, kind, opened_on, version FROM court_case WHERE id = $1";
    const ENTRIES: &str = "SELECT e.no, e.at, e.on_date, e.staff_id, e.content, COALESCE(w.words, '') AS reason, \
         e.document_sha256 FROM court_entry e LEFT JOIN court_entry_words w ON w.case_id = e.case_id AND w.no = e.no \
         WHERE e.case_id = $1 ORDER BY e.no";
    let found: Option<Row> = sqlx::query_as(FIND).bind(id).fetch_optional(&mut *conn).await?;
    let Some(row) = found else { return Ok(None) };
    let entries: Vec<EntryRow> = sqlx::query_as(ENTRIES).bind(id).fetch_all(conn).await?;
    let entries = entries.into_iter().map(|entry| entry.read(id));
    Ok(Some(StoredCase {
        kind: rows::known(TABLE, id, &row.kind, CaseKind::parse)?,
        opened_on: rows::day(TABLE, id, &row.opened_on)?,
        entries: entries.collect::<Stored<_>>()?,
        case: CourtCase {
            court: row.court,
            number: row.case_number,
        },
        caption: row.caption,
        id: row.id,
        version: row.version,
    }))
}

/// The id of a case by court and number, if it is entered.
pub async fn id_of(tx: &mut Tx, case: &CourtCase) -> Stored<Option<String>> {
    let (court, number) = case.key();
    Ok(
        sqlx::query_scalar("SELECT id FROM court_case WHERE court_key = $1 AND number_key = $2")
            .bind(court)
            .bind(number)
            .fetch_optional(tx.conn().await?)
            .await?,
    )
}

/// Keeps a new case, without entries.
pub async fn insert(tx: &mut Tx, case: &StoredCase, (at, by): (i64, Option<&str>)) -> Stored<()> {
    const INSERT: &str = "INSERT INTO court_case (id, court, case_number, court_key, number_key, caption, kind, standing, \
         since, opened_at, opened_on, opened_by, search, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9, $11, $12, 1)";
    let (court, number) = case.case.key();
    let search = format!("{} {} {}", case.case.court, case.case.number, case.caption).to_lowercase();
    sqlx::query(INSERT)
        .bind(&case.id)
        .bind(&case.case.court)
        .bind(&case.case.number)
        .bind(court)
        .bind(number)
        .bind(&case.caption)
        .bind(case.kind.key())
        .bind(Standing::New.key())
        .bind(case.opened_on.to_string())
        .bind(at)
        .bind(by)
        .bind(search)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Adds an entry to a case.
pub async fn add(tx: &mut Tx, case: &str, entry: &KeptEntry) -> Stored<()> {
    const ADD: &str = "INSERT INTO court_entry (case_id, no, at, on_date, staff_id, kind, content, document_sha256) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    sqlx::query(ADD)
        .bind(case)
        .bind(entry.no)
        .bind(entry.at)
        .bind(entry.on.to_string())
        .bind(entry.staff_id.as_deref())
        .bind(entry.entry.kind.key())
        .bind(serde_json::to_string(&entry.entry)?)
        .bind(entry.document.as_ref().map(|hash| hash.as_str().to_owned()))
        .execute(tx.conn().await?)
        .await?;
    if !entry.reason.is_empty() {
        sqlx::query("INSERT INTO court_entry_words (case_id, no, words) VALUES ($1, $2, $3)")
            .bind(case)
            .bind(entry.no)
            .bind(&entry.reason)
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(())
}

/// Erases what names people in the cases that concern a request, or were said to: the caption, and why entries were made. Court, number and
/// entries stay.
pub async fn erase(tx: &mut Tx, request_id: &str) -> Stored<()> {
    /// Those that were said to concern it by mistake, too.
    const CASES: &str = "(SELECT case_id FROM court_request WHERE request_id = $1 \
         UNION SELECT case_id FROM court_docket WHERE request_id = $1 \
         UNION SELECT case_id FROM court_entry WHERE kind = 'request' AND content LIKE '%' || $1 || '%')";
    let caption =
        format!("UPDATE court_case SET caption = '', search = LOWER(court || ' ' || case_number) WHERE id IN {CASES}");
    let words = format!("DELETE FROM court_entry_words WHERE case_id IN {CASES}");
    for sql in [caption, words] {
        sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(request_id)
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(())
}

/// Keeps what follows from the entries of a case; `false` if somebody else changed it since it was loaded.
pub async fn save(tx: &mut Tx, case: &StoredCase, hold: Option<CourtHold>) -> Stored<bool> {
    const SAVE: &str = "UPDATE court_case SET standing = $3, filed_on = $4, served_on = $5, decided_on = $6, \
         next_what = $7, next_day = $8, since = $9, holder = $10, version = version + 1 WHERE id = $1 AND version = $2";
    let matter = case.matter();
    let next = matter.next();
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let since = next.map(|next| next.since).or(matter.decided().map(|end| end.on));
    let saved = sqlx::query(SAVE)
        .bind(&case.id)
        .bind(case.version)
        .bind(matter.standing().key())
        .bind(day(matter.first_filing().map(|first| first.on)))
        .bind(day(matter.served().map(|served| served.entry.on)))
        .bind(day(matter.decided().map(|end| end.on)))
        .bind(next.map(|next| next.what.key()))
        .bind(day(next.and_then(|next| next.on)))
        .bind(since.unwrap_or(case.opened_on).to_string())
        .bind(matter.holder())
        .execute(tx.conn().await?)
        .await?;
    if saved.rows_affected() != 1 {
        return Ok(false);
    }
    concern(tx, case, &matter).await?;
    hold_all(tx, case, &matter, hold).await?;
    seal(tx, case, &matter).await?;
    Ok(true)
}

/// What the case concerns now.
async fn concern(tx: &mut Tx, case: &StoredCase, matter: &CourtMatter) -> Stored<()> {
    for table in ["request", "recording"] {
        let sql = format!("DELETE FROM court_{table} WHERE case_id = $1");
        sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(&case.id)
            .execute(tx.conn().await?)
            .await?;
    }
    for (table, kind) in [("request", EntryKind::Request), ("recording", EntryKind::Recording)] {
        let sql = format!("INSERT INTO court_{table} (case_id, {table}_id) VALUES ($1, $2)");
        for id in matter.concerns(kind) {
            sqlx::query(sqlx::AssertSqlSafe(sql.clone()))
                .bind(&case.id)
                .bind(id)
                .execute(tx.conn().await?)
                .await?;
        }
    }
    sqlx::query("DELETE FROM court_order WHERE case_id = $1")
        .bind(&case.id)
        .execute(tx.conn().await?)
        .await?;
    for order in matter.orders() {
        const ORDER: &str = "INSERT INTO court_order (order_id, case_id) SELECT $1, $2 WHERE NOT EXISTS \
             (SELECT 1 FROM court_order WHERE order_id = $1)";
        sqlx::query(ORDER)
            .bind(order)
            .bind(&case.id)
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(())
}

/// The hold on what the case concerns; what was named by mistake is held to the end of today.
async fn hold_all(tx: &mut Tx, case: &StoredCase, matter: &CourtMatter, hold: Option<CourtHold>) -> Stored<()> {
    const PLACE: &str = "INSERT INTO court_hold (case_id, recording_id, placed_on, last_day) SELECT $1, $2, $3, $4 \
         WHERE NOT EXISTS (SELECT 1 FROM court_hold WHERE case_id = $1 AND recording_id = $2)";
    const END: &str = "UPDATE court_hold SET last_day = $3 WHERE case_id = $1 AND recording_id = $2";
    const LEFT: &str = "UPDATE court_hold SET last_day = $2 WHERE case_id = $1 AND last_day IS NULL \
         AND NOT EXISTS (SELECT 1 FROM court_recording r WHERE r.case_id = $1 AND r.recording_id = court_hold.recording_id)";
    let today = case.entries.last().map_or(case.opened_on, |last| last.on).to_string();
    let Some(hold) = hold else {
        // No suit was served, or its service was entered by mistake.
        const NONE: &str = "UPDATE court_hold SET last_day = $2 WHERE case_id = $1 AND last_day IS NULL";
        sqlx::query(NONE)
            .bind(&case.id)
            .bind(today)
            .execute(tx.conn().await?)
            .await?;
        return Ok(());
    };
    let last_day = hold.last_day.map(|day| day.to_string());
    for recording in matter.concerns(EntryKind::Recording) {
        sqlx::query(PLACE)
            .bind(&case.id)
            .bind(recording)
            .bind(hold.placed_on.to_string())
            .bind(&last_day)
            .execute(tx.conn().await?)
            .await?;
        sqlx::query(END)
            .bind(&case.id)
            .bind(recording)
            .bind(&last_day)
            .execute(tx.conn().await?)
            .await?;
    }
    sqlx::query(LEFT)
        .bind(&case.id)
        .bind(today)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

async fn seal(tx: &mut Tx, case: &StoredCase, matter: &CourtMatter) -> Stored<()> {
    sqlx::query("DELETE FROM court_seal WHERE case_id = $1")
        .bind(&case.id)
        .execute(tx.conn().await?)
        .await?;
    let seals = matter.seals();
    let whole = seals.iter().find(|seal| seal.entry.is_none());
    let whole = whole.map(|seal| (0, seal.from_requester));
    for (no, against) in whole.into_iter().chain(matter.sealed_entries()) {
        sqlx::query("INSERT INTO court_seal (case_id, no, from_requester) VALUES ($1, $2, $3)")
            .bind(&case.id)
            .bind(no)
            .bind(i64::from(against))
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(())
}

/// Keeps which entries of a request's docket tell of an entry of a case.
pub async fn tell(tx: &mut Tx, (case, no): (&str, i64), request_id: &str, entries: &[i64]) -> Stored<()> {
    const TELL: &str = "INSERT INTO court_docket (request_id, docket_seq, case_id, no) VALUES ($1, $2, $3, $4)";
    for seq in entries {
        sqlx::query(TELL)
            .bind(request_id)
            .bind(seq)
            .bind(case)
            .bind(no)
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(())
}

/// The entries of cases that an entry of a request's docket tells of: case and number.
pub async fn told_by(tx: &mut Tx, request_id: &str, seq: i64) -> Stored<Vec<(String, i64)>> {
    const TOLD: &str = "SELECT case_id, no FROM court_docket WHERE request_id = $1 AND docket_seq = $2";
    Ok(sqlx::query_as(TOLD)
        .bind(request_id)
        .bind(seq)
        .fetch_all(tx.conn().await?)
        .await?)
}

/// The first entry of each request's docket that tells of an entry of a case: request and number.
pub async fn telling(tx: &mut Tx, case: &str, no: i64) -> Stored<Vec<(String, i64)>> {
    const TELLING: &str = "SELECT request_id, MIN(docket_seq) FROM court_docket WHERE case_id = $1 AND no = $2 \
         GROUP BY request_id ORDER BY request_id";
    Ok(sqlx::query_as(TELLING)
        .bind(case)
        .bind(no)
        .fetch_all(tx.conn().await?)
        .await?)
}

/// What of a request's docket is sealed now, in its order: each with its day, and whether it is sealed against whoever filed.
pub async fn sealed(tx: &mut Tx, request_id: &str) -> Stored<Vec<(i64, Date, bool)>> {
    const SEALED: &str = "SELECT s.docket_seq, d.on_date, s.from_requester FROM sealed_docket s \
         JOIN docket d ON d.request_id = s.request_id AND d.seq = s.docket_seq WHERE s.request_id = $1 ORDER BY s.docket_seq";
    let found: Vec<(i64, String, i64)> = sqlx::query_as(SEALED)
        .bind(request_id)
        .fetch_all(tx.conn().await?)
        .await?;
    let read = |(seq, on, against): (i64, String, i64)| Ok((seq, rows::day("docket", request_id, &on)?, against != 0));
    found.into_iter().map(read).collect()
}
