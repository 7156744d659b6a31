//! Releases. The database refuses a row that the gate would not let through.

use law::{Date, release::StopGround, request::Media};
use sqlx::{Any, AnyConnection, Executor, FromRow};

use super::{Store, Tx, rows};
use crate::fault::Stored;

/// A release as kept.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Row {
    pub id: String,
    pub number: String,
    pub copy_id: String,
    pub camera: String,
    pub started_at: i64,
    pub on_date: String,
    pub seconds_withheld: i64,
    /// Since when one person alone had put it into the library: it is not there any more.
    pub published_at: Option<i64>,
    pub stopped_at: Option<i64>,
    pub stopped_ground: Option<String>,
    pub stopped_for: Option<String>,
    pub stopped_words: Option<String>,
    pub recording_id: String,
    pub request_id: String,
}

macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "SELECT e.id, q.number, e.copy_id, r.camera, r.started_at, e.on_date, e.seconds_withheld, ",
            "e.published_at, e.stopped_at, e.stopped_ground, e.stopped_for, e.stopped_words, e.recording_id, e.request_id FROM release e ",
            "JOIN records_request q ON q.id = e.request_id JOIN recording r ON r.id = e.recording_id ",
            $rest
        )
    };
}

impl Row {
    /// What sort of camera.
    ///
    /// # Errors
    /// When the row does not make sense.
    pub fn camera(&self) -> Stored<Media> {
        rows::known("recording", &self.id, &self.camera, Media::parse)
    }
}

/// A release to be kept.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct New<'a> {
    pub id: &'a str,
    pub request_id: &'a str,
    pub recording_id: &'a str,
    pub copy_id: &'a str,
    pub on: law::Date,
    pub at: i64,
    pub by: &'a str,
    pub basis: &'a str,
    pub seconds_withheld: u64,
    pub checklist: &'a str,
}

/// Keeps a release.
///
/// # Errors
/// When the database cannot, or its gate refuses.
pub async fn insert(tx: &mut Tx, new: &New<'_>) -> Stored<()> {
    const INSERT: &str = "INSERT INTO release (id, request_id, recording_id, copy_id, on_date, released_at, \
         released_by, basis, seconds_withheld, checklist) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    sqlx::query(INSERT)
        .bind(new.id)
        .bind(new.request_id)
        .bind(new.recording_id)
        .bind(new.copy_id)
        .bind(new.on.to_string())
        .bind(new.at)
        .bind(new.by)
        .bind(new.basis)
        .bind(rows::ms(new.seconds_withheld))
        .bind(new.checklist)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// The day on which a recording first left on a request, and whether all of that was stopped since; nothing if it did not leave.
pub async fn left_on(store: &Store, request_id: &str, recording_id: &str) -> Stored<Option<(Date, bool)>> {
    const LEFT: &str = "SELECT MIN(on_date), COUNT(*) - COUNT(stopped_at) FROM release \
         WHERE request_id = $1 AND recording_id = $2";
    let (first, going): (Option<String>, i64) = sqlx::query_as(LEFT)
        .bind(request_id)
        .bind(recording_id)
        .fetch_one(store.reader())
        .await?;
    let first = rows::day_or_none("release", recording_id, first.as_deref())?;
    Ok(first.map(|day| (day, going == 0)))
}

/// A release by id.
pub async fn find(db: impl Executor<'_, Database = Any>, id: &str) -> Stored<Option<Row>> {
    Ok(sqlx::query_as(columns!("WHERE e.id = $1"))
        .bind(id)
        .fetch_optional(db)
        .await?)
}

/// Releases by their ids, in as many statements as one.
pub async fn with_ids(conn: &mut AnyConnection, ids: &[&str]) -> Stored<Vec<Row>> {
    let of = |list: &str| {
        let all = columns!("");
        format!("{all}WHERE e.id IN {list}")
    };
    rows::of_ids(conn, ids, of).await
}

/// The releases on a request, the oldest first.
pub async fn of_request(store: &Store, number: &str) -> Stored<Vec<Row>> {
    Ok(
        sqlx::query_as(columns!("WHERE q.number = $1 ORDER BY e.released_at, e.id"))
            .bind(number)
            .fetch_all(store.reader())
            .await?,
    )
}

/// Why the links of a release stop, and by whom.
#[derive(Clone, Copy, Debug)]
pub struct Stop<'a> {
    /// What stops them.
    pub ground: StopGround,
    /// The section that it rests on.
    pub section: &'a str,
    /// Why, in a custodian's words, where one stops them.
    pub reason: Option<&'a str>,
    /// What the requester is told beside.
    pub words: Option<&'a str>,
    /// Which account; none for the portal.
    pub by: Option<&'a str>,
}

/// Stops the links of a release; `false` if they have stopped.
pub async fn stop(tx: &mut Tx, id: &str, stop: Stop<'_>, at: i64) -> Stored<bool> {
    const STOP: &str = "UPDATE release SET stopped_at = $1, stopped_for = $2, stopped_ground = $3, \
         stopped_reason = $4, stopped_words = $5, stopped_by = $6 WHERE id = $7 AND stopped_at IS NULL";
    let done = sqlx::query(STOP)
        .bind(at)
        .bind(stop.section)
        .bind(stop.ground.key())
        .bind(stop.reason)
        .bind(stop.words)
        .bind(stop.by)
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// A release whose links go.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Going {
    pub id: String,
    pub request_id: String,
    pub recording_id: String,
    pub copy_id: String,
}

/// One release, if its links go and it belongs to a request.
pub async fn going_on(tx: &mut Tx, request_id: &str, id: &str) -> Stored<Option<Going>> {
    const GOING: &str = "SELECT id, request_id, recording_id, copy_id FROM release \
         WHERE request_id = $1 AND id = $2 AND stopped_at IS NULL";
    Ok(sqlx::query_as(GOING)
        .bind(request_id)
        .bind(id)
        .fetch_optional(tx.conn().await?)
        .await?)
}

/// The releases of a recording whose links go.
pub async fn going(tx: &mut Tx, recording_id: &str) -> Stored<Vec<Going>> {
    const GOING: &str = "SELECT id, request_id, recording_id, copy_id FROM release \
         WHERE recording_id = $1 AND stopped_at IS NULL ORDER BY id";
    Ok(sqlx::query_as(GOING)
        .bind(recording_id)
        .fetch_all(tx.conn().await?)
        .await?)
}

/// Whether a copy is out on a request: released, and its links go.
pub async fn is_out(tx: &mut Tx, request_id: &str, copy_id: &str) -> Stored<bool> {
    const OUT: &str = "SELECT COUNT(*) FROM release WHERE request_id = $1 AND copy_id = $2 AND stopped_at IS NULL";
    let out: i64 = sqlx::query_scalar(OUT)
        .bind(request_id)
        .bind(copy_id)
        .fetch_one(tx.conn().await?)
        .await?;
    Ok(out > 0)
}

/// How many files were released on a request, and how many of those have links that go.
pub async fn count(tx: &mut Tx, request_id: &str) -> Stored<(usize, usize)> {
    const COUNT: &str = "SELECT COUNT(*), COUNT(*) - COUNT(stopped_at) FROM release WHERE request_id = $1";
    let (all, going): (i64, i64) = sqlx::query_as(COUNT)
        .bind(request_id)
        .fetch_one(tx.conn().await?)
        .await?;
    Ok((
        usize::try_from(all).unwrap_or_default(),
        usize::try_from(going).unwrap_or_default(),
    ))
}

/// Recordings that are out and may have to stop without anybody's act: orders say something of them, which changes with
/// the days, or their copy is no longer the newest.
pub async fn out_to_look_at(store: &Store) -> Stored<Vec<String>> {
    const OUT: &str = "SELECT DISTINCT e.recording_id FROM release e WHERE e.stopped_at IS NULL \
         AND (EXISTS (SELECT 1 FROM order_scope s WHERE s.recording_id = e.recording_id) \
             OR NOT EXISTS (SELECT 1 FROM newest_copy c WHERE c.copy_id = e.copy_id)) ORDER BY e.recording_id";
    Ok(sqlx::query_scalar(OUT).fetch_all(store.reader()).await?)
}

/// The same of one request: its releases that may have to stop without anybody's act.
pub async fn to_look_at_on(store: &Store, number: &str) -> Stored<Vec<Row>> {
    Ok(sqlx::query_as(columns!(
        "WHERE q.number = $1 AND e.stopped_at IS NULL \
         AND (EXISTS (SELECT 1 FROM order_scope s WHERE s.recording_id = e.recording_id) \
             OR NOT EXISTS (SELECT 1 FROM newest_copy c WHERE c.copy_id = e.copy_id))"
    ))
    .bind(number)
    .fetch_all(store.reader())
    .await?)
}

/// Why the database would refuse the release that is prepared on a request, on the newest day of the audit log; each
/// reason once, the first by rank first.
pub async fn obstacles(tx: &mut Tx, request_id: &str) -> Stored<Vec<String>> {
    const OBSTACLES: &str = "SELECT reason FROM release_obstacle WHERE release_id IS NULL AND request_id = $1 \
         AND recording_id IN (SELECT l.recording_id FROM linked_recording l WHERE l.request_id = $1) \
         GROUP BY rank, reason ORDER BY rank, reason";
    Ok(sqlx::query_scalar(OBSTACLES)
        .bind(request_id)
        .fetch_all(tx.conn().await?)
        .await?)
}

/// Releases that should not stand: the id of each, and why. What was approved, and the length of the recording, never
/// change; while links go, neither status nor courts may stand against them. What people and the office do later, and
/// the days that pass, are no fault of a release.
pub async fn unsound(store: &Store) -> Stored<Vec<(String, String)>> {
    const OBSTACLES: &str = "SELECT o.release_id, o.reason FROM release_obstacle o \
         JOIN release e ON e.id = o.release_id WHERE o.release_id IS NOT NULL \
         AND (o.rank IN (2, 4, 5) OR (e.stopped_at IS NULL AND o.rank IN (3, 7, 8, 9, 10))) \
         GROUP BY o.release_id, o.rank, o.reason ORDER BY o.release_id, o.rank";
    const WITHHELD: &str = "SELECT e.id, e.copy_id, e.seconds_withheld FROM release e ORDER BY e.id";
    let mut found: Vec<(String, String)> = sqlx::query_as(OBSTACLES).fetch_all(store.reader()).await?;
    let all: Vec<(String, String, i64)> = sqlx::query_as(WITHHELD).fetch_all(store.reader()).await?;
    for (id, copy, seconds) in all {
        let copy = super::copies::find(&mut *store.read().await?, &copy).await?;
        if copy.is_none_or(|copy| copy.copy.seconds_withheld() != rows::count(seconds)) {
            found.push((id, "the copy withholds something else".to_owned()));
        }
    }
    Ok(found)
}

/// What a custodian and the requester confirmed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Ids of the orders whose terms are met.
    pub terms: Vec<String>,
    /// The warning of 610.100.8 is acknowledged.
    pub warned: bool,
}

/// What was confirmed on a request.
pub async fn plan(tx: &mut Tx, request_id: &str) -> Stored<Plan> {
    const PLAN: &str = "SELECT COALESCE(terms_orders, ''), warning_acknowledged_at FROM release_plan \
         WHERE request_id = $1";
    let found: Option<(String, Option<i64>)> = sqlx::query_as(PLAN)
        .bind(request_id)
        .fetch_optional(tx.conn().await?)
        .await?;
    Ok(found.map_or_else(Plan::default, |(orders, warned)| Plan {
        terms: orders.split_whitespace().map(str::to_owned).collect(),
        warned: warned.is_some(),
    }))
}

/// Keeps of which orders the terms are met, and by whose word; none takes it back.
pub async fn confirm_terms(tx: &mut Tx, request_id: &str, orders: &[String], by: &str, at: i64) -> Stored<()> {
    const KEEP: &str = "INSERT INTO release_plan (request_id, terms_confirmed_at, terms_confirmed_by, terms_orders) \
         VALUES ($1, $2, $3, $4) ON CONFLICT (request_id) DO UPDATE SET \
         terms_confirmed_at = excluded.terms_confirmed_at, terms_confirmed_by = excluded.terms_confirmed_by, \
         terms_orders = excluded.terms_orders";
    let confirmed = (!orders.is_empty()).then(|| (at, by, orders.join(" ")));
    sqlx::query(KEEP)
        .bind(request_id)
        .bind(confirmed.as_ref().map(|(at, _, _)| *at))
        .bind(confirmed.as_ref().map(|(_, by, _)| *by))
        .bind(confirmed.as_ref().map(|(_, _, orders)| orders.as_str()))
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Keeps that the requester acknowledged the warning of 610.100.8.
pub async fn acknowledge(tx: &mut Tx, request_id: &str, at: i64) -> Stored<()> {
    const KEEP: &str = "INSERT INTO release_plan (request_id, warning_acknowledged_at) VALUES ($1, $2) \
         ON CONFLICT (request_id) DO UPDATE SET \
         warning_acknowledged_at = COALESCE(release_plan.warning_acknowledged_at, excluded.warning_acknowledged_at)";
    sqlx::query(KEEP)
        .bind(request_id)
        .bind(at)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}
