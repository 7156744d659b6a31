//! Notices, their letters, their codes.

mod codes;
mod gate;
mod letters;
mod lists;

use law::{
    notice::{Audience, Notice, NoticeKind, NoticeStateKind},
    objection::{Ask, Objection},
};
use sqlx::{Any, AnyConnection, Executor, FromRow};

pub use codes::{CodeCutoff, genuine, keep_code, of_session, opened_by};
pub use gate::{differing, lengthened_by};
pub use letters::{LetterRow, NewLetter, add_letter, letters_of_day, letters_of_notice};
pub use lists::{LineRow, line, lines_of_request, page, unanswered};

use super::{
    Store, Tx, rows,
    totals::{self, Subject},
};
use crate::fault::{Fault, Stored};

const TABLE: &str = "notice";

/// A notice as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct StoredNotice {
    pub id: String,
    pub person_id: String,
    pub recording_id: String,
    pub request_id: String,
    pub notice: Notice,
    /// How many codes there have been.
    pub code_no: i64,
    pub code_hash: Option<String>,
    pub version: i64,
}

#[derive(FromRow)]
struct Row {
    id: String,
    person_id: String,
    recording_id: String,
    request_id: String,
    content: String,
    code_no: i64,
    code_hash: Option<String>,
    version: i64,
}

impl TryFrom<Row> for StoredNotice {
    type Error = Fault;

    fn try_from(row: Row) -> Stored<Self> {
        Ok(Self {
            notice: serde_json::from_str(&row.content).map_err(|why| rows::corrupt(TABLE, &row.id, why))?,
            id: row.id,
            person_id: row.person_id,
            recording_id: row.recording_id,
            request_id: row.request_id,
            code_no: row.code_no,
            code_hash: row.code_hash,
            version: row.version,
        })
    }
}

macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "SELECT n.id, n.person_id, n.recording_id, n.request_id, n.content, n.code_no, n.code_hash, n.version ",
            "FROM notice n ",
            $rest
        )
    };
}

use columns;

/// What the gate of the database and the lists read of a notice. Derived here and nowhere else.
struct Derived {
    state: &'static str,
    last_day: Option<String>,
    opens_on: Option<String>,
    open_objections: i64,
    kept_whole: i64,
    pending_actions: i64,
    wait_until: Option<String>,
    told_audience: Option<&'static str>,
}

impl Derived {
    fn of(notice: &Notice) -> Self {
        let settled = matches!(notice.state(), NoticeStateKind::Exempt | NoticeStateKind::Consented);
        let holds = notice.kind.objection_holds() && !settled;
        let open = notice.objections.iter().filter(|one| holds && one.open()).count();
        let whole = notice
            .objections
            .iter()
            .filter(|one| holds && one.keeps_whole())
            .count();
        let waits = notice.objections.iter().flat_map(Objection::promised);
        let waits = waits.filter_map(|ask| match ask {
            Ask::WaitUntil { day } => Some(*day),
            _ => None,
        });
        let in_court = notice.state() == NoticeStateKind::ActionPending || notice.pending().is_some();
        Self {
            state: notice.state().key(),
            last_day: notice.window().map(|window| window.last_day.to_string()),
            opens_on: notice.opens_on().map(|day| day.to_string()),
            open_objections: i64::try_from(open).unwrap_or(i64::MAX),
            kept_whole: i64::try_from(whole).unwrap_or(i64::MAX),
            pending_actions: i64::from(in_court),
            wait_until: waits.max().map(|day| day.to_string()),
            told_audience: told(notice).map(Audience::key),
        }
    }
}

/// To whom the person knows that the recording is to be shown; nothing of somebody whom no letter went out to.
fn told(notice: &Notice) -> Option<Audience> {
    match (notice.was_sent(), notice.told_of_public()) {
        (false, _) => None,
        (true, true) => Some(Audience::Public),
        (true, false) => Some(Audience::Requester),
    }
}

/// Adds a notice; `false` if the person has one of this kind on this request.
pub async fn insert(tx: &mut Tx, new: &StoredNotice, at: i64) -> Stored<bool> {
    const INSERT: &str = "INSERT INTO notice (id, person_id, recording_id, request_id, kind, content, state, \
         open_objections, kept_whole, pending_actions, code_no, created_at, version) \
         SELECT $1, $2, $3, $4, $5, $6, $7, 0, 0, 0, 0, CAST($8 AS BIGINT), 1 WHERE NOT EXISTS \
         (SELECT 1 FROM notice WHERE request_id = $4 AND person_id = $2 AND kind = $5) ON CONFLICT DO NOTHING";
    let done = sqlx::query(INSERT)
        .bind(&new.id)
        .bind(&new.person_id)
        .bind(&new.recording_id)
        .bind(&new.request_id)
        .bind(new.notice.kind.key())
        .bind(serde_json::to_string(&new.notice)?)
        .bind(new.notice.state().key())
        .bind(at)
        .execute(tx.conn().await?)
        .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    totals::changed(tx, Subject::Notice, &new.id, 1);
    Ok(true)
}

const SAVE: &str = "UPDATE notice SET content = $1, state = $2, last_day = $3, opens_on = $4, open_objections = $5, \
     kept_whole = $6, pending_actions = $7, wait_until = $8, code_hash = $9, code_no = $10, told_audience = $11, version = version + 1 \
     WHERE id = $12 AND version = $13";

/// Keeps what changed of a notice; `false` if somebody else changed it since `version`.
pub async fn save(tx: &mut Tx, changed: &StoredNotice) -> Stored<bool> {
    let derived = Derived::of(&changed.notice);
    let done = sqlx::query(SAVE)
        .bind(serde_json::to_string(&changed.notice)?)
        .bind(derived.state)
        .bind(derived.last_day)
        .bind(derived.opens_on)
        .bind(derived.open_objections)
        .bind(derived.kept_whole)
        .bind(derived.pending_actions)
        .bind(derived.wait_until)
        .bind(changed.code_hash.as_deref())
        .bind(changed.code_no)
        .bind(derived.told_audience)
        .bind(&changed.id)
        .bind(changed.version)
        .execute(tx.conn().await?)
        .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    totals::changed(tx, Subject::Notice, &changed.id, changed.version + 1);
    gate::restrain(tx, &changed.id, &changed.notice, changed.version + 1).await?;
    gate::promise(tx, &changed.id, &changed.notice, changed.version + 1).await?;
    Ok(true)
}

/// A notice by id.
pub async fn find(db: impl Executor<'_, Database = Any>, id: &str) -> Stored<Option<StoredNotice>> {
    let found: Option<Row> = sqlx::query_as(columns!("WHERE n.id = $1"))
        .bind(id)
        .fetch_optional(db)
        .await?;
    found.map(StoredNotice::try_from).transpose()
}

/// The notices of a person, the oldest first.
pub async fn of_person(db: impl Executor<'_, Database = Any>, person_id: &str) -> Stored<Vec<StoredNotice>> {
    let found: Vec<Row> = sqlx::query_as(columns!("WHERE n.person_id = $1 ORDER BY n.created_at, n.id"))
        .bind(person_id)
        .fetch_all(db)
        .await?;
    found.into_iter().map(StoredNotice::try_from).collect()
}

/// The notices on a request.
pub async fn of_request(tx: &mut Tx, request_id: &str) -> Stored<Vec<StoredNotice>> {
    let found: Vec<Row> = sqlx::query_as(columns!("WHERE n.request_id = $1 ORDER BY n.created_at, n.id"))
        .bind(request_id)
        .fetch_all(tx.conn().await?)
        .await?;
    found.into_iter().map(StoredNotice::try_from).collect()
}

/// The same of a request by its number, without a transaction.
pub async fn of_number(store: &Store, number: &str) -> Stored<Vec<StoredNotice>> {
    let found: Vec<Row> = sqlx::query_as(columns!(
        "JOIN records_request q ON q.id = n.request_id WHERE q.number = $1 ORDER BY n.created_at, n.id"
    ))
    .bind(number)
    .fetch_all(store.reader())
    .await?;
    found.into_iter().map(StoredNotice::try_from).collect()
}

/// The notices of a recording, to be looked at.
pub async fn on_recording(store: &Store, recording_id: &str) -> Stored<Vec<StoredNotice>> {
    let found: Vec<Row> = sqlx::query_as(columns!("WHERE n.recording_id = $1 ORDER BY n.created_at, n.id"))
        .bind(recording_id)
        .fetch_all(store.reader())
        .await?;
    found.into_iter().map(StoredNotice::try_from).collect()
}

/// The notices of a recording, whatever request they are on: what somebody objected to on one must
/// be known on another.
pub async fn of_recording(tx: &mut Tx, recording_id: &str) -> Stored<Vec<StoredNotice>> {
    let found: Vec<Row> = sqlx::query_as(columns!("WHERE n.recording_id = $1 ORDER BY n.created_at, n.id"))
        .bind(recording_id)
        .fetch_all(tx.conn().await?)
        .await?;
    found.into_iter().map(StoredNotice::try_from).collect()
}

/// The same of several recordings, in as many statements as of one.
pub async fn of_recordings(conn: &mut AnyConnection, recordings: &[&str]) -> Stored<Vec<StoredNotice>> {
    let of = |list: &str| {
        let all = columns!("");
        format!("{all}WHERE n.recording_id IN {list} ORDER BY n.created_at, n.id")
    };
    let found: Vec<Row> = rows::of_ids(conn, recordings, of).await?;
    found.into_iter().map(StoredNotice::try_from).collect()
}

/// A kind by its key.
///
/// # Errors
/// When there is none.
pub fn kind(id: &str, key: &str) -> Stored<NoticeKind> {
    rows::known(TABLE, id, key, NoticeKind::parse)
}

/// A state by its key.
///
/// # Errors
/// When there is none.
pub fn state(id: &str, key: &str) -> Stored<NoticeStateKind> {
    rows::known(TABLE, id, key, NoticeStateKind::parse)
}

/// When a notice was opened, in microseconds since 1970.
pub async fn opened_at(tx: &mut Tx, id: &str) -> Stored<i64> {
    Ok(sqlx::query_scalar("SELECT created_at FROM notice WHERE id = $1")
        .bind(id)
        .fetch_one(tx.conn().await?)
        .await?)
}
