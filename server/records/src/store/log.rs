//! The public log: newest first, by stage, by words.

use law::{
    Date,
    request::{Stage, Track},
};
use office::{
    TrackingNumber,
    views::{LogFilter, PAGE_LINES},
};
use sqlx::FromRow;

use super::{Store, figures, rows};
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
            division: row.division,
        })
    }
}

const NEWEST: &str = "SELECT number, received_on, track, division, incident_from, stage, next_due \
     FROM records_request ORDER BY received_at DESC LIMIT $1 OFFSET $2";
const IN_STAGE: &str = "SELECT number, received_on, track, division, incident_from, stage, next_due \
     FROM records_request WHERE stage = $3 ORDER BY received_at DESC LIMIT $1 OFFSET $2";
const FOUND: &str = "SELECT number, received_on, track, division, incident_from, stage, next_due \
     FROM records_request WHERE ($3 = '' OR stage = $3) AND log_text LIKE $4 ESCAPE '\\' \
     AND log_text LIKE $5 ESCAPE '\\' AND log_text LIKE $6 ESCAPE '\\' ORDER BY received_at DESC LIMIT $1 OFFSET $2";
const HOW_MANY: &str = "SELECT COUNT(*) FROM records_request WHERE ($1 = '' OR stage = $1) \
     AND log_text LIKE $2 ESCAPE '\\' AND log_text LIKE $3 ESCAPE '\\' AND log_text LIKE $4 ESCAPE '\\'";

/// What is searched: number, division's name and month, in small letters.
pub fn log_text(number: &TrackingNumber, division: Option<&str>, incident_from: Date) -> String {
    let month = incident_from.strftime("%Y-%m");
    format!("{} {} {month}", number.as_str(), division.unwrap_or_default()).to_lowercase()
}

/// Up to three words as patterns; more are not looked at.
fn patterns(q: &str) -> Option<[String; 3]> {
    let typed = TrackingNumber::parse(q).map_or_else(|_| q.to_lowercase(), |number| number.as_str().to_lowercase());
    let mut words = typed.split_whitespace().map(|word| {
        let literal = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        format!("%{literal}%")
    });
    let first = words.next()?;
    let mut rest = || words.next().unwrap_or_else(|| "%".to_owned());
    Some([first, rest(), rest()])
}

/// A page of the log, and how many lines there are in all.
///
/// # Errors
/// When the database cannot.
pub async fn page(store: &Store, filter: &LogFilter) -> Stored<(Vec<Line>, u64)> {
    let offset = i64::from(filter.page.max(1) - 1) * i64::from(PAGE_LINES);
    let stage = filter.status.map_or("", Stage::key);
    let searched = patterns(&filter.q);
    let sql = match (&searched, filter.status) {
        (Some(_), _) => FOUND,
        (None, Some(_)) => IN_STAGE,
        (None, None) => NEWEST,
    };
    let mut query = sqlx::query_as::<_, Row>(sql).bind(i64::from(PAGE_LINES)).bind(offset);
    if sql != NEWEST {
        query = query.bind(stage);
    }
    for pattern in searched.iter().flatten() {
        query = query.bind(pattern.as_str());
    }
    let lines = query.fetch_all(store.reader()).await?;
    let total = match &searched {
        Some(patterns) => how_many(store, stage, patterns).await?,
        None => kept_total(store, filter.status).await?,
    };
    Ok((lines.into_iter().map(Line::try_from).collect::<Stored<_>>()?, total))
}

async fn how_many(store: &Store, stage: &str, patterns: &[String; 3]) -> Stored<u64> {
    let [first, second, third] = patterns;
    let number: i64 = sqlx::query_scalar(HOW_MANY)
        .bind(stage)
        .bind(first.as_str())
        .bind(second.as_str())
        .bind(third.as_str())
        .fetch_one(store.reader())
        .await?;
    Ok(rows::count(number))
}

async fn kept_total(store: &Store, status: Option<Stage>) -> Stored<u64> {
    let stages = figures::by_stage(store).await?;
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
    fn what_is_typed_is_searched_literally() {
        assert_eq!(
            patterns("100% Central"),
            Some(["%100\\%%".into(), "%central%".into(), "%".into()])
        );
        assert_eq!(patterns("  "), None);
    }

    #[test]
    fn a_number_typed_sloppily_is_searched_as_written() {
        let number = TrackingNumber::make("KC", 2026, 7);
        let sloppy = number.as_str().replace('-', " ").to_lowercase();
        assert_eq!(
            patterns(&sloppy).unwrap()[0],
            format!("%{}%", number.as_str().to_lowercase())
        );
    }
}
