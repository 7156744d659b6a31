//! Requests: their state, and what lists need of it.

use law::{
    Date,
    clock::ClockId,
    request::{Media, ReplyChannel, Stage, Workflow},
    request_state::{AwaitedStep, RequestState, Rules},
};
use office::TrackingNumber;
use sqlx::{Any, Executor, FromRow};

use super::{Store, Tx, rows};
use crate::fault::Stored;

/// A request to be filed.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct NewRequest {
    pub id: String,
    pub number: TrackingNumber,
    pub submission_hash: String,
    pub code_hash: String,
    pub profile: String,
    pub channel: &'static str,
    pub media: Vec<Media>,
    pub division: Option<String>,
    pub incident_from: Date,
    pub incident_to: Date,
    pub received_at: i64,
    pub needed_by: Option<Date>,
    pub docket_seq: i64,
    pub log_text: String,
    pub state: RequestState,
}

/// A request as loaded to be acted on.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Request {
    pub id: String,
    pub number: TrackingNumber,
    pub media: Vec<Media>,
    pub division: Option<String>,
    pub incident_from: Date,
    pub incident_to: Date,
    pub received_at: i64,
    pub state: RequestState,
    pub version: i64,
    pub docket_seq: i64,
    pub ended_on: Option<Date>,
    pub closed_on: Option<Date>,
    pub unread: i64,
    pub order_entered_by: Option<String>,
}

/// What lists and jobs need of a case, worked out from it at each save.
struct Columns {
    state: String,
    stage: &'static str,
    waits_for: &'static str,
    next_clock: Option<&'static str>,
    next_due: Option<String>,
    /// The office's own day, where no clock runs.
    office_due: Option<String>,
    step_since: String,
    lapses_on: Option<String>,
    confirmed_on: Option<String>,
    ended_on: Option<String>,
    closed_on: Option<String>,
}

impl Columns {
    /// `before` are the days on which the request had ended and closed already.
    fn of(state: &RequestState, today: Date, before: (Option<Date>, Option<Date>)) -> Stored<Self> {
        let next = state.nearest_clock();
        let awaited = state.next(today);
        let lapse = state
            .clocks
            .iter()
            .filter(|clock| clock.id == ClockId::C6 && clock.runs())
            .map(|clock| clock.due);
        let confirmed_on = match &state.workflow {
            Workflow::WaitInactive { confirmed_on } => Some(confirmed_on.to_string()),
            _ => None,
        };
        let ended = state.workflow.ended();
        // An order that was entered after the end still waits for its second person.
        let closed = ended && awaited.what == AwaitedStep::Nothing;
        let since = |yes: bool, before: Option<Date>| yes.then(|| before.unwrap_or(today).to_string());
        Ok(Self {
            state: serde_json::to_string(state)?,
            stage: state.stage().key(),
            waits_for: awaited.who.key(),
            next_clock: next.map(|clock| clock.id.key()),
            next_due: next.map(|clock| clock.due.to_string()),
            office_due: awaited.office_day().map(|day| day.to_string()),
            step_since: awaited.since.to_string(),
            lapses_on: lapse.min().map(|day| day.to_string()),
            confirmed_on,
            ended_on: since(ended, before.0),
            closed_on: since(closed, before.1),
        })
    }
}

const INSERT: &str = "INSERT INTO records_request (id, number, submission_hash, code_hash, profile, channel, track, \
     media, division, incident_from, incident_to, received_at, received_on, state, version, docket_seq, stage, \
     next_clock, next_due, lapses_on, confirmed_on, ended_on, closed_on, needed_by, unread, order_entered_by, log_text, \
     waits_for, office_due, step_since) VALUES ($1, $2, $3, $4, $5, $23, $6, $7, $8, $9, $10, $11, $12, $13, 1, $14, \
     $15, $16, $17, $18, $19, NULL, NULL, $20, 0, NULL, $21, $22, $24, $25)";

/// Keeps a new request. Its number and its form's key are the only ones of their kind; a commit finds that out.
///
/// # Errors
/// [`Fault::Json`](crate::fault::Fault::Json).
pub fn insert(tx: &mut Tx, new: &NewRequest) -> Stored<()> {
    let columns = Columns::of(&new.state, new.state.received_on, (None, None))?;
    tx.queue(INSERT)
        .bind(&new.id)
        .bind(new.number.as_str())
        .bind(&new.submission_hash)
        .bind(&new.code_hash)
        .bind(&new.profile)
        .bind(new.state.track.key())
        .bind(rows::media_text(&new.media))
        .bind(new.division.as_deref())
        .bind(new.incident_from.to_string())
        .bind(new.incident_to.to_string())
        .bind(new.received_at)
        .bind(new.state.received_on.to_string())
        .bind(columns.state)
        .bind(new.docket_seq)
        .bind(columns.stage)
        .bind(columns.next_clock)
        .bind(columns.next_due)
        .bind(columns.lapses_on)
        .bind(columns.confirmed_on)
        .bind(new.needed_by.map(|day| day.to_string()))
        .bind(&new.log_text)
        .bind(columns.waits_for)
        .bind(new.channel)
        .bind(columns.office_due)
        .bind(columns.step_since);
    Ok(())
}

#[derive(FromRow)]
struct RequestRow {
    id: String,
    number: String,
    media: String,
    division: Option<String>,
    incident_from: String,
    incident_to: String,
    received_at: i64,
    state: String,
    version: i64,
    docket_seq: i64,
    ended_on: Option<String>,
    closed_on: Option<String>,
    unread: i64,
    order_entered_by: Option<String>,
    channel: String,
}

/// The state of a request as it is kept, with how it reached the office.
///
/// # Errors
/// [`serde_json::Error`].
pub fn state(kept: &str, channel: &str) -> serde_json::Result<RequestState> {
    let state = serde_json::from_str::<RequestState>(kept)?;
    Ok(RequestState {
        channel: ReplyChannel::parse(channel),
        ..state
    })
}

impl TryFrom<RequestRow> for Request {
    type Error = crate::fault::Fault;

    fn try_from(row: RequestRow) -> Stored<Self> {
        const TABLE: &str = "records_request";
        Ok(Self {
            number: rows::number(&row.number)?,
            media: rows::media(&row.id, &row.media)?,
            incident_from: rows::day(TABLE, &row.id, &row.incident_from)?,
            incident_to: rows::day(TABLE, &row.id, &row.incident_to)?,
            state: state(&row.state, &row.channel).map_err(|why| rows::corrupt(TABLE, &row.id, why))?,
            ended_on: rows::day_or_none(TABLE, &row.id, row.ended_on.as_deref())?,
            closed_on: rows::day_or_none(TABLE, &row.id, row.closed_on.as_deref())?,
            id: row.id,
            division: row.division,
            received_at: row.received_at,
            version: row.version,
            docket_seq: row.docket_seq,
            unread: row.unread,
            order_entered_by: row.order_entered_by,
        })
    }
}

const FIND: &str = "SELECT id, number, media, division, incident_from, incident_to, received_at, state, version, \
     docket_seq, ended_on, closed_on, unread, order_entered_by, channel FROM records_request WHERE number = $1";

/// A request by its number, to act on.
pub async fn find(db: impl Executor<'_, Database = Any>, number: &TrackingNumber) -> Stored<Option<Request>> {
    let row: Option<RequestRow> = sqlx::query_as(FIND).bind(number.as_str()).fetch_optional(db).await?;
    row.map(Request::try_from).transpose()
}

const FILED: &str = "SELECT id, number, media, division, incident_from, incident_to, received_at, state, version, \
     docket_seq, ended_on, closed_on, unread, order_entered_by, channel FROM records_request WHERE submission_hash = $1";

/// The request filed by a form, by the hash of the form's key.
pub async fn filed_by(store: &Store, submission_hash: &str) -> Stored<Option<Request>> {
    let row: Option<RequestRow> = sqlx::query_as(FILED)
        .bind(submission_hash)
        .fetch_optional(store.reader())
        .await?;
    row.map(Request::try_from).transpose()
}

/// What an act changes of a request.
#[derive(Clone, Debug)]
pub struct Change<'a> {
    /// The request as loaded.
    pub before: &'a Request,
    /// Its case now.
    pub state: &'a RequestState,
    /// Today.
    pub today: Date,
    /// The docket's last number now.
    pub docket_seq: i64,
    /// Messages of the requester that no custodian has acted after.
    pub unread: i64,
    /// Who entered the order that waits for verification.
    pub order_entered_by: Option<&'a str>,
}

const SAVE: &str = "UPDATE records_request SET state = $1, version = version + 1, docket_seq = $2, stage = $3, \
     next_clock = $4, next_due = $5, lapses_on = $6, confirmed_on = $7, ended_on = $8, closed_on = $9, unread = $10, \
     order_entered_by = $11, waits_for = CASE WHEN waits_for IS NULL THEN NULL ELSE $12 END, office_due = $13, \
     step_since = $14, received_on = $15 WHERE id = $16 AND version = $17";

/// Keeps a changed request; whom it waits for only once that is known of it ([`super::search::complete`] finds it by that).
/// `false` if somebody else changed it since it was loaded.
pub async fn save(tx: &mut Tx, change: &Change<'_>) -> Stored<bool> {
    let before = change.before;
    let columns = Columns::of(change.state, change.today, (before.ended_on, before.closed_on))?;
    let done = sqlx::query(SAVE)
        .bind(columns.state)
        .bind(change.docket_seq)
        .bind(columns.stage)
        .bind(columns.next_clock)
        .bind(columns.next_due)
        .bind(columns.lapses_on)
        .bind(columns.confirmed_on)
        .bind(columns.ended_on)
        .bind(columns.closed_on)
        .bind(change.unread)
        .bind(change.order_entered_by)
        .bind(columns.waits_for)
        .bind(columns.office_due)
        .bind(columns.step_since)
        .bind(change.state.received_on.to_string())
        .bind(&before.id)
        .bind(before.version)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps a request as it is until the end of the transaction: who would change it meanwhile waits.
pub async fn hold_still(tx: &mut Tx, id: &str) -> Stored<()> {
    sqlx::query("UPDATE records_request SET version = version WHERE id = $1")
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Takes the mark of new messages off; `false` if the request changed since `version`: there may be a message that nobody saw.
pub async fn mark_read(tx: &mut Tx, id: &str, version: i64) -> Stored<bool> {
    let done = sqlx::query("UPDATE records_request SET unread = 0 WHERE id = $1 AND version = $2")
        .bind(id)
        .bind(version)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// How many messages of the requester are new.
pub async fn unread(store: &Store, id: &str) -> Stored<u32> {
    let number: Option<i64> = sqlx::query_scalar("SELECT unread FROM records_request WHERE id = $1")
        .bind(id)
        .fetch_optional(store.reader())
        .await?;
    Ok(u32::try_from(number.unwrap_or_default()).unwrap_or_default())
}

/// Id, state, version and day of the last act of a request of an earlier version, and the days on which it ended and closed.
type OldStep = (String, String, i64, Option<String>, Option<String>, Option<String>);

/// Requests completed in one transaction.
const BATCH: i64 = 500;

/// Whether open requests lack since when they stand as they do, or ended ones on which an order waits for its second person.
pub async fn without_step(store: &Store) -> Stored<bool> {
    const OLD: &str = "SELECT id FROM records_request WHERE step_since IS NULL \
         AND (closed_on IS NULL OR order_entered_by IS NOT NULL) LIMIT 1";
    let old: Option<String> = sqlx::query_scalar(OLD).fetch_optional(store.reader()).await?;
    Ok(old.is_some())
}

/// Works out since when some open requests of an earlier version stand as they do, and the day that the office sets itself:
/// from their last act that was more than words. An ended request on which an order waits is open again until it is verified.
pub async fn complete_steps(tx: &mut Tx, today: Date, rules: Rules<'_>) -> Stored<()> {
    const OLD: &str = "SELECT r.id, r.state, r.version, (SELECT MAX(d.on_date) FROM docket d WHERE d.request_id = r.id \
         AND d.act NOT IN ('write', 'reply')), r.ended_on, r.closed_on FROM records_request r \
         WHERE r.step_since IS NULL AND (r.closed_on IS NULL OR r.order_entered_by IS NOT NULL) LIMIT $1";
    const COMPLETE: &str = "UPDATE records_request SET state = $1, office_due = $2, step_since = $3, closed_on = $4, \
         waits_for = CASE WHEN waits_for IS NULL THEN NULL ELSE $5 END WHERE id = $6 AND version = $7";
    let old: Vec<OldStep> = sqlx::query_as(OLD).bind(BATCH).fetch_all(tx.conn().await?).await?;
    for (id, state, version, last, ended, closed) in old {
        let day = |day: Option<&str>| rows::day_or_none("records_request", &id, day);
        let before = (day(ended.as_deref())?, day(closed.as_deref())?);
        let state: RequestState =
            serde_json::from_str(&state).map_err(|why| rows::corrupt("records_request", &id, why))?;
        let last = rows::day_or_none("docket", &id, last.as_deref())?.unwrap_or(state.received_on);
        let state = state.with_step(last, rules);
        let columns = Columns::of(&state, today, before)?;
        tx.queue(COMPLETE)
            .bind(columns.state)
            .bind(columns.office_due)
            .bind(columns.step_since)
            .bind(columns.closed_on)
            .bind(columns.waits_for)
            .bind(id)
            .bind(version);
    }
    Ok(())
}

/// The number of the request that this number and code open, by the hash of both.
pub async fn opened_by(store: &Store, code_hash: &str) -> Stored<Option<TrackingNumber>> {
    let number: Option<String> = sqlx::query_scalar("SELECT number FROM records_request WHERE code_hash = $1")
        .bind(code_hash)
        .fetch_optional(store.reader())
        .await?;
    number.as_deref().map(rows::number).transpose()
}

/// Changes the code that opens a request.
pub async fn change_code(tx: &mut Tx, request_id: &str, code_hash: &str) -> Stored<()> {
    sqlx::query("UPDATE records_request SET code_hash = $1 WHERE id = $2")
        .bind(code_hash)
        .bind(request_id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Requests whose last day to answer or pay lies before today, the oldest first.
pub async fn lapsing(store: &Store, today: Date) -> Stored<Vec<TrackingNumber>> {
    let numbers: Vec<String> =
        sqlx::query_scalar("SELECT number FROM records_request WHERE lapses_on < $1 ORDER BY lapses_on LIMIT 500")
            .bind(today.to_string())
            .fetch_all(store.reader())
            .await?;
    numbers.iter().map(|number| rows::number(number)).collect()
}

/// Requests whose filers have a last day to answer or pay, the nearest first.
pub async fn with_lapse(store: &Store) -> Stored<Vec<TrackingNumber>> {
    const WAITING: &str = "SELECT number FROM records_request WHERE lapses_on IS NOT NULL ORDER BY lapses_on, number";
    let numbers: Vec<String> = sqlx::query_scalar(WAITING).fetch_all(store.reader()).await?;
    numbers.iter().map(|number| rows::number(number)).collect()
}

/// The numbers of all requests at a stage, the oldest first.
///
/// # Errors
/// [`crate::fault::Fault::Database`].
pub async fn at_stage(store: &Store, stage: Stage) -> Stored<Vec<TrackingNumber>> {
    let numbers: Vec<String> =
        sqlx::query_scalar("SELECT number FROM records_request WHERE stage = $1 ORDER BY received_at")
            .bind(stage.key())
            .fetch_all(store.reader())
            .await?;
    numbers.iter().map(|number| rows::number(number)).collect()
}

/// The id of a request.
pub async fn id_of(tx: &mut Tx, number: &TrackingNumber) -> Stored<Option<String>> {
    Ok(sqlx::query_scalar("SELECT id FROM records_request WHERE number = $1")
        .bind(number.as_str())
        .fetch_optional(tx.conn().await?)
        .await?)
}

/// The number of a request by its id, if there is one.
pub async fn number_of(store: &Store, id: Option<&str>) -> Stored<Option<TrackingNumber>> {
    let Some(id) = id else {
        return Ok(None);
    };
    let found: Option<String> = sqlx::query_scalar("SELECT number FROM records_request WHERE id = $1")
        .bind(id)
        .fetch_optional(store.reader())
        .await?;
    found.map(|number| rows::number(&number)).transpose()
}

/// The number of a request that is there.
pub async fn number_of_id(tx: &mut Tx, id: &str) -> Stored<TrackingNumber> {
    let found: String = sqlx::query_scalar("SELECT number FROM records_request WHERE id = $1")
        .bind(id)
        .fetch_one(tx.conn().await?)
        .await?;
    rows::number(&found)
}

const TRACK: &str = "SELECT track FROM records_request WHERE id = $1";

/// On what right a request asks.
pub async fn track_of(db: impl Executor<'_, Database = Any>, id: &str) -> Stored<Option<law::request::Track>> {
    let found: Option<String> = sqlx::query_scalar(TRACK).bind(id).fetch_optional(db).await?;
    found.map(|key| rows::track(id, &key)).transpose()
}
