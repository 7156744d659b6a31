//! The public log: newest first, by stage, month, track and division, by words.

use law::{
    Date,
    request::{Stage, Track},
};
use office::{
    TrackingNumber,
    views::{FEED_LINES, LogFilter, PAGE_LINES},
};
use sqlx::FromRow;

use super::{
    Store, rows, stage_counts,
    wanted::{Wanted, patterns},
};
use crate::fault::{Fault, Stored};

const TABLE: &str = "records_request";

/// A line of the log as kept.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Line {
    pub number: TrackingNumber,
    pub received_on: Date,
    pub track: Track,
    pub division: Option<String>,
    pub incident_from: Date,
    pub stage: Stage,
    pub next_due: Option<Date>,
    /// The office's own day, where no clock runs.
    pub office_due: Option<Date>,
}

#[derive(FromRow)]
struct Row {
    number: String,
    received_on: String,
    track: String,
    division: Option<String>,
    incident_from: String,
    stage: String,
    next_due: Option<String>,
    office_due: Option<String>,
}

impl TryFrom<Row> for Line {
    type Error = Fault;

    fn try_from(row: Row) -> Stored<Self> {
        let id = &row.number;
        Ok(Self {
            number: rows::number(id)?,
            received_on: rows::day(TABLE, id, &row.received_on)?,
            track: rows::track(id, &row.track)?,
            incident_from: rows::day(TABLE, id, &row.incident_from)?,
            stage: rows::stage(id, &row.stage)?,
            next_due: rows::day_or_none(TABLE, id, row.next_due.as_deref())?,
            office_due: rows::day_or_none(TABLE, id, row.office_due.as_deref())?,
            division: row.division,
        })
    }
}

/// What is searched: number, division's name and month, in small letters.
pub fn log_text(number: &TrackingNumber, division: Option<&str>, incident_from: Date) -> String {
    let month = incident_from.strftime("%Y-%m");
    format!("{} {} {month}", number.as_str(), division.unwrap_or_default()).to_lowercase()
}

/// Instants of a month, in microseconds since 1970: from its first midnight, before the next month's.
pub type Span = std::ops::Range<i64>;

/// Whether a court has a request, or has decided on it, in a case that it sealed.
macro_rules! sealed {
    () => {
        "stage IN ('court_pending', 'ordered', 'order_denied') AND EXISTS (SELECT 1 FROM court_docket d JOIN court_seal s \
         ON s.case_id = d.case_id AND (s.no = 0 OR s.no = d.no) WHERE d.request_id = records_request.id)"
    };
}

pub(super) use sealed;

/// Where a request stands, as the public may know it: what a court ordered in a case that it sealed is a court matter.
macro_rules! stage {
    () => {
        concat!("CASE WHEN ", sealed!(), " THEN 'court_pending' ELSE stage END")
    };
}

const STAGE: &str = stage!();

/// Whether a seal may hide that a request stands there.
const fn of_court(stage: Stage) -> bool {
    matches!(stage, Stage::CourtPending | Stage::Ordered | Stage::OrderDenied)
}

/// What a filter leaves in; a month comes as the instants it spans.
fn wanted_by(filter: &LogFilter, month: Option<&Span>) -> Wanted {
    let mut wanted = Wanted::default();
    match filter.status {
        Some(stage) if of_court(stage) => wanted.only(&format!("{STAGE} = ?"), stage.key()),
        Some(stage) => wanted.only("stage = ?", stage.key()),
        None => {}
    }
    if let Some(track) = filter.track {
        wanted.only("track = ?", track.key());
    }
    if let Some(key) = &filter.division {
        wanted.only("division = ?", key.as_str());
    }
    if let Some(span) = month {
        wanted.only("received_at >= ?", span.start);
        wanted.only("received_at < ?", span.end);
    }
    if let Ok(number) = TrackingNumber::parse(&filter.q) {
        wanted.only("number = ?", number.as_str());
    } else {
        for pattern in patterns(&filter.q) {
            wanted.only("log_text LIKE ? ESCAPE '\\'", pattern);
        }
    }
    wanted
}

/// A page of the log, and how many lines there are in all. A page past the end is not looked for.
pub async fn page(store: &Store, filter: &LogFilter, month: Option<&Span>) -> Stored<(Vec<Line>, u64)> {
    let offset = u64::from(filter.page.max(1) - 1) * u64::from(PAGE_LINES);
    let wanted = wanted_by(filter, month);
    let total = match (wanted.len(), filter.status) {
        (0, _) => kept_total(store, None).await?,
        (1, Some(stage)) if !of_court(stage) => kept_total(store, Some(stage)).await?,
        _ => how_many(store, &wanted).await?,
    };
    if offset >= total {
        return Ok((Vec::new(), total));
    }
    let offset = i64::try_from(offset).unwrap_or(i64::MAX);
    Ok((lines(store, &wanted, PAGE_LINES, offset).await?, total))
}

/// The newest lines wanted, as many as a feed holds.
pub async fn newest(store: &Store, filter: &LogFilter, month: Option<&Span>) -> Stored<Vec<Line>> {
    lines(store, &wanted_by(filter, month), FEED_LINES, 0).await
}

async fn lines(store: &Store, wanted: &Wanted, limit: u32, offset: i64) -> Stored<Vec<Line>> {
    const LINES: &str = concat!(
        "SELECT number, received_on, track, division, incident_from, ",
        stage!(),
        " AS stage, CASE WHEN ",
        sealed!(),
        " THEN NULL ELSE next_due END AS next_due, CASE WHEN ",
        sealed!(),
        " THEN NULL ELSE office_due END AS office_due FROM records_request"
    );
    let (sql, next) = wanted.sql(LINES);
    let sql = format!(
        "{sql} ORDER BY received_at DESC, id DESC LIMIT ${next} OFFSET ${}",
        next + 1
    );
    let found: Vec<Row> = sqlx::query_as_with(sqlx::AssertSqlSafe(sql), wanted.values())
        .bind(i64::from(limit))
        .bind(offset)
        .fetch_all(store.reader())
        .await?;
    found.into_iter().map(Line::try_from).collect()
}

async fn how_many(store: &Store, wanted: &Wanted) -> Stored<u64> {
    let (sql, _) = wanted.sql("SELECT COUNT(*) FROM records_request");
    let number: i64 = sqlx::query_scalar_with(sqlx::AssertSqlSafe(sql), wanted.values())
        .fetch_one(store.reader())
        .await?;
    Ok(rows::count(number))
}

async fn kept_total(store: &Store, status: Option<Stage>) -> Stored<u64> {
    let stages = stage_counts::by_stage(store).await?;
    Ok(stages
        .iter()
        .filter(|(stage, _)| status.is_none_or(|only| only == *stage))
        .map(|(_, number)| number)
        .sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_typed_sloppily_is_looked_up_and_not_searched() {
        let number = TrackingNumber::make("KC", 2026, 7);
        let filter = LogFilter {
            q: number.as_str().replace('-', " ").to_lowercase(),
            status: Some(Stage::Denied),
            ..LogFilter::default()
        };
        let (sql, next) = wanted_by(&filter, Some(&(1..2))).sql("SELECT 1");
        assert_eq!(
            (sql.as_str(), next),
            (
                "SELECT 1 WHERE stage = $1 AND received_at >= $2 AND received_at < $3 AND number = $4",
                5
            )
        );
    }
}
