//! Searching the register.

use law::{Date, recording::StatusKind};
use office::views::PAGE_LINES;

use super::{Recording, Row, columns, recordings};
use crate::{
    fault::Stored,
    store::{Store, rows},
};

/// What is searched.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words in place, officer, incident number, number in the evidence system; empty for all.
    pub words: String,
    /// Recorded on this day of the agency, wholly or in part.
    pub day: Option<Date>,
    /// Only of this status.
    pub status: Option<StatusKind>,
    /// From 1.
    pub page: u32,
}

const PAGE: &str = columns!(
    "WHERE ($3 = '' OR r.status_kind = $3) AND ($4 = '' OR (r.recorded_from <= $4 || 'T23:59' AND r.recorded_to >= $4)) \
     AND LOWER(r.place || ' ' || r.officer || ' ' || COALESCE(r.incident_number, '') || ' ' || r.source_id) \
     LIKE $5 ESCAPE '\\' ORDER BY r.started_at DESC, r.id LIMIT $1 OFFSET $2"
);
const HOW_MANY: &str = "SELECT COUNT(*) FROM recording r \
     WHERE ($1 = '' OR r.status_kind = $1) AND ($2 = '' OR (r.recorded_from <= $2 || 'T23:59' AND r.recorded_to >= $2)) \
     AND LOWER(r.place || ' ' || r.officer || ' ' || COALESCE(r.incident_number, '') || ' ' || r.source_id) \
     LIKE $3 ESCAPE '\\'";

/// A page of the register, the newest recording first, and how many there are in all pages.
pub async fn page(store: &Store, filter: &Filter) -> Stored<(Vec<Recording>, u64)> {
    let status = filter.status.map_or("", StatusKind::key);
    let day = filter.day.map(|day| day.to_string()).unwrap_or_default();
    let words = pattern(&filter.words);
    let before = i64::from(filter.page.max(1) - 1) * i64::from(PAGE_LINES);
    let found: Vec<Row> = sqlx::query_as(PAGE)
        .bind(i64::from(PAGE_LINES))
        .bind(before)
        .bind(status)
        .bind(&day)
        .bind(&words)
        .fetch_all(store.reader())
        .await?;
    let total: i64 = sqlx::query_scalar(HOW_MANY)
        .bind(status)
        .bind(&day)
        .bind(&words)
        .fetch_one(store.reader())
        .await?;
    Ok((recordings(found)?, rows::count(total)))
}

/// What was typed, as a pattern that finds it anywhere.
fn pattern(words: &str) -> String {
    let mut plain = String::from("%");
    for letter in words.trim().to_lowercase().chars() {
        if matches!(letter, '%' | '_' | '\\') {
            plain.push('\\');
        }
        plain.push(letter);
    }
    plain.push('%');
    plain
}
