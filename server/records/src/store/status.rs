//! A request with its docket and the closures its deadlines need: one statement, one row, because
//! the public status page is the page most asked for.

use law::{
    Date,
    event::Event,
    recording::{self, RecordingStatus},
    request::{Media, Stage},
    request_state::RequestState,
};
use office::{
    TrackingNumber,
    views::{Actor, VideoStanding},
};
use serde::Deserialize;
use sqlx::FromRow;

use super::{Dialect, Store, closures::EnteredClosure, requests, rows};
use crate::fault::{Fault, Stored};

const TABLE: &str = "records_request";

/// A docket entry as kept.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Line {
    /// Number within the request.
    pub seq: i64,
    /// Microseconds since 1970.
    pub at: i64,
    /// Day in the agency's time zone.
    pub on: Date,
    /// Who.
    pub by: Actor,
    /// Which account, for staff.
    pub staff: Option<String>,
    /// What.
    pub event: Event,
}

/// Everything that a status page is made of.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct StatusRow {
    pub id: String,
    pub number: TrackingNumber,
    pub media: Vec<Media>,
    pub division: Option<String>,
    pub incident_from: Date,
    pub stage: Stage,
    pub state: RequestState,
    pub version: i64,
    pub order_entered_by: Option<String>,
    pub docket: Vec<Line>,
    pub closures: Vec<EnteredClosure>,
    /// How many releases go, and when the newest stopped whose recording does not go again.
    pub videos: (u64, Option<i64>),
    /// What of the docket is sealed, each with whether it is against whoever filed, too.
    pub sealed: Vec<(i64, bool)>,
}

/// For whom a request is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Everybody.
    Public,
    /// Whoever filed it.
    Requester,
}

impl StatusRow {
    /// The same as somebody may know it of whom a case is sealed: that a court has it, and no more.
    #[must_use]
    pub fn unsealed_for(mut self, reader: Reader) -> Self {
        let hidden = |against: bool| reader == Reader::Public || against;
        let hidden: Vec<i64> = self
            .sealed
            .iter()
            .filter_map(|(seq, against)| hidden(*against).then_some(*seq))
            .collect();
        if hidden.is_empty() {
            return self;
        }
        let mut shown: Vec<Line> = Vec::with_capacity(self.docket.len());
        for line in self.docket {
            if !hidden.contains(&line.seq) {
                shown.push(line);
                continue;
            }
            // What an act said in several entries is one matter.
            let again = shown
                .last()
                .is_some_and(|last| last.event == Event::CourtMatter && last.at == line.at);
            if !again {
                shown.push(Line {
                    event: Event::CourtMatter,
                    ..line
                });
            }
        }
        let since = shown.iter().find(|line| line.event == Event::CourtMatter);
        let since = since.map_or(self.state.since(), |line| line.on);
        self.docket = shown;
        self.state = self.state.under_seal(since);
        self.stage = self.state.stage();
        self
    }

    /// What became of the video that was released on it.
    pub fn video(&self, day: impl Fn(i64) -> Date) -> Option<VideoStanding> {
        let (going, stopped_at) = self.videos;
        (going > 0 || stopped_at.is_some()).then(|| VideoStanding {
            going,
            stopped_on: stopped_at.map(day),
        })
    }
}

#[derive(FromRow)]
struct Row {
    id: String,
    number: String,
    media: String,
    division: Option<String>,
    incident_from: String,
    state: String,
    channel: String,
    version: i64,
    order_entered_by: Option<String>,
    going: i64,
    stopped_at: Option<i64>,
    docket: String,
    closures: String,
    footage: String,
    sealed: String,
}

impl TryFrom<Row> for StatusRow {
    type Error = Fault;

    fn try_from(row: Row) -> Stored<Self> {
        let corrupt = |why: serde_json::Error| rows::corrupt(TABLE, &row.id, why);
        let mut state = requests::state(&row.state, &row.channel).map_err(corrupt)?;
        let footage: Vec<RecordingStatus> = serde_json::from_str(&row.footage).map_err(corrupt)?;
        state.register = recording::together(&footage);
        let mut docket: Vec<Line> = serde_json::from_str(&row.docket).map_err(corrupt)?;
        docket.sort_unstable_by_key(|line| line.seq);
        let sealed: Vec<(i64, i64)> = serde_json::from_str(&row.sealed).map_err(corrupt)?;
        let mut closures: Vec<EnteredClosure> = serde_json::from_str(&row.closures).map_err(corrupt)?;
        closures.sort_unstable_by_key(|entered| entered.closure.on);
        Ok(Self {
            number: rows::number(&row.number)?,
            media: rows::media(&row.id, &row.media)?,
            incident_from: rows::day(TABLE, &row.id, &row.incident_from)?,
            stage: state.stage(),
            id: row.id,
            division: row.division,
            version: row.version,
            order_entered_by: row.order_entered_by,
            videos: (rows::count(row.going), row.stopped_at),
            sealed: sealed.into_iter().map(|(seq, against)| (seq, against != 0)).collect(),
            state,
            docket,
            closures,
        })
    }
}

/// The one statement, in the words of each engine.
const fn find_sql(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Sqlite => {
            "SELECT r.id, r.number, r.media, r.division, r.incident_from, r.state, r.channel, r.version, r.order_entered_by, \
             (SELECT COUNT(*) FROM release e WHERE e.request_id = r.id AND e.stopped_at IS NULL) AS going, \
             (SELECT MAX(e.stopped_at) FROM release e WHERE e.request_id = r.id AND NOT EXISTS (SELECT 1 FROM release o \
                 WHERE o.request_id = r.id AND o.recording_id = e.recording_id AND o.stopped_at IS NULL)) AS stopped_at, \
             (SELECT json_group_array(json_object('seq', d.seq, 'at', d.at, 'on', d.on_date, 'by', d.actor, \
                  'staff', d.staff_id, 'event', json(d.event))) FROM docket d WHERE d.request_id = r.id) AS docket, \
             (SELECT json_group_array(json_object('office', c.office, 'on', c.on_date, 'reason', c.reason, \
                  'at', c.at, 'changes', (SELECT json_group_array(json_object('kind', h.kind, 'at', h.at, 'reason', h.reason)) \
                  FROM (SELECT kind, at, reason FROM closure_change WHERE office = c.office AND on_date = c.on_date \
                  ORDER BY no) h))) FROM closure c) AS closures, \
             (SELECT json_group_array(json(v.status)) FROM linked_recording l JOIN recording v \
                  ON v.id = l.recording_id WHERE l.request_id = r.id) AS footage, \
             (SELECT json_group_array(json_array(s.docket_seq, s.from_requester)) FROM sealed_docket s \
                  WHERE s.request_id = r.id) AS sealed \
             FROM records_request r WHERE r.number = $1"
        }
        Dialect::Postgres => {
            "SELECT r.id, r.number, r.media, r.division, r.incident_from, r.state, r.channel, r.version, r.order_entered_by, \
             (SELECT COUNT(*) FROM release e WHERE e.request_id = r.id AND e.stopped_at IS NULL) AS going, \
             (SELECT MAX(e.stopped_at) FROM release e WHERE e.request_id = r.id AND NOT EXISTS (SELECT 1 FROM release o \
                 WHERE o.request_id = r.id AND o.recording_id = e.recording_id AND o.stopped_at IS NULL)) AS stopped_at, \
             (SELECT CAST(COALESCE(json_agg(json_build_object('seq', d.seq, 'at', d.at, 'on', d.on_date, \
                  'by', d.actor, 'staff', d.staff_id, 'event', CAST(d.event AS json))), '[]') AS TEXT) \
                  FROM docket d WHERE d.request_id = r.id) AS docket, \
             (SELECT CAST(COALESCE(json_agg(json_build_object('office', c.office, 'on', c.on_date, \
                  'reason', c.reason, 'at', c.at, 'changes', (SELECT COALESCE(json_agg(json_build_object('kind', h.kind, \
                  'at', h.at, 'reason', h.reason) ORDER BY h.no), '[]') FROM closure_change h \
                  WHERE h.office = c.office AND h.on_date = c.on_date))), '[]') AS TEXT) FROM closure c) AS closures, \
             (SELECT CAST(COALESCE(json_agg(CAST(v.status AS json)), '[]') AS TEXT) FROM linked_recording l \
                  JOIN recording v ON v.id = l.recording_id WHERE l.request_id = r.id) AS footage, \
             (SELECT CAST(COALESCE(json_agg(json_build_array(s.docket_seq, s.from_requester)), '[]') AS TEXT) \
                  FROM sealed_docket s WHERE s.request_id = r.id) AS sealed \
             FROM records_request r WHERE r.number = $1"
        }
    }
}

/// A request with its docket.
pub async fn find(store: &Store, number: &TrackingNumber) -> Stored<Option<StatusRow>> {
    let row: Option<Row> = sqlx::query_as(find_sql(store.dialect()))
        .bind(number.as_str())
        .fetch_optional(store.reader())
        .await?;
    row.map(StatusRow::try_from).transpose()
}
