//! The docket: what happened, in order, for ever. The database refuses to change or delete a row.

use std::collections::HashMap;

use law::{Date, event::Event};
use office::views::Actor;

use sqlx::{Any, Executor};

use super::{
    Store, Tx, rows,
    totals::{self, Subject},
};
use crate::fault::Stored;

/// One entry to be added.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// Number within the request.
    pub seq: i64,
    /// Who.
    pub actor: Actor,
    /// Which account, for staff.
    pub staff_id: Option<&'a str>,
    /// Key of the act, or `file`.
    pub act: &'static str,
    /// What.
    pub event: &'a Event,
    /// Version of the calendar that a started clock was worked out with.
    pub calendar: Option<String>,
    /// Commitment to the private words that belong to it.
    pub commitment: Option<&'a str>,
}

const COLUMNS: &str =
    "INSERT INTO docket (request_id, seq, at, on_date, actor, staff_id, act, event, calendar, commitment) VALUES ";

/// The number of the newest entry of an act on a request that nothing has taken back yet, its first where it has several: of
/// acts that an earlier version kept without their number.
pub async fn newest_of(db: impl Executor<'_, Database = Any>, request_id: &str, act: &str) -> Stored<Option<i64>> {
    const NEWEST: &str = "SELECT MIN(d.seq) FROM docket d WHERE d.request_id = $1 AND d.act = $2 AND d.at = \
         (SELECT MAX(n.at) FROM docket n WHERE n.request_id = $1 AND n.act = $2 AND NOT EXISTS \
         (SELECT 1 FROM docket t JOIN docket m ON m.request_id = t.request_id AND m.act = n.act AND m.at = n.at \
         WHERE t.request_id = $1 AND t.act = 'take_back' AND t.seq > m.seq \
         AND t.event LIKE '%\"entry\":' || m.seq || ',%'))";
    Ok(sqlx::query_scalar(NEWEST)
        .bind(request_id)
        .bind(act)
        .fetch_one(db)
        .await?)
}

/// The number of the entry that says when a request was received: the newest correction, or the first of all.
pub async fn receipt_entry(db: impl Executor<'_, Database = Any>, request_id: &str) -> Stored<i64> {
    const NEWEST: &str = "SELECT COALESCE(MAX(seq), 1) FROM docket WHERE request_id = $1 AND act = 'correct_receipt' \
         AND event LIKE '{\"event\":\"receipt_corrected\"%'";
    Ok(sqlx::query_scalar(NEWEST).bind(request_id).fetch_one(db).await?)
}

/// When a request was entered, in microseconds since 1970: the instant of its first entry.
pub async fn begun_at(store: &Store, request_id: &str) -> Stored<i64> {
    Ok(
        sqlx::query_scalar("SELECT at FROM docket WHERE request_id = $1 AND seq = 1")
            .bind(request_id)
            .fetch_one(store.reader())
            .await?,
    )
}

/// Adds entries, all of one instant and day.
///
/// # Errors
/// [`Fault::Json`](crate::fault::Fault::Json).
pub fn append(tx: &mut Tx, request_id: &str, at: i64, on: Date, entries: &[Entry<'_>]) -> Stored<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let events = entries.iter().map(|entry| serde_json::to_string(entry.event));
    let events = events.collect::<Result<Vec<String>, _>>()?;
    let sql = format!("{COLUMNS}{}", rows::values(entries.len(), 10));
    let mut query = tx.queue(&sql);
    for (entry, event) in entries.iter().zip(events) {
        query = query
            .bind(request_id)
            .bind(entry.seq)
            .bind(at)
            .bind(on.to_string())
            .bind(entry.actor.key())
            .bind(entry.staff_id)
            .bind(entry.act)
            .bind(event)
            .bind(entry.calendar.as_deref())
            .bind(entry.commitment);
    }
    if let Some(last) = entries.last() {
        totals::changed(tx, Subject::Request, request_id, last.seq);
    }
    Ok(())
}

/// Says that the entries of an act from `seq` on were made with others by an act on a selection: which of how many.
pub async fn keep_batch(tx: &mut Tx, request_id: &str, seq: i64, act: &str, (no, of): (u32, u32)) -> Stored<()> {
    const KEEP: &str = "INSERT INTO docket_batch (request_id, seq, no, of_many) \
         SELECT request_id, seq, CAST($1 AS BIGINT), CAST($2 AS BIGINT) FROM docket \
         WHERE request_id = $3 AND seq >= $4 AND act = $5";
    sqlx::query(KEEP)
        .bind(i64::from(no))
        .bind(i64::from(of))
        .bind(request_id)
        .bind(seq)
        .bind(act)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// The entries of a request that were made with others, by their numbers: which of how many.
pub async fn batches(store: &Store, request_id: &str) -> Stored<HashMap<i64, (u32, u32)>> {
    let found: Vec<(i64, i64, i64)> = sqlx::query_as("SELECT seq, no, of_many FROM docket_batch WHERE request_id = $1")
        .bind(request_id)
        .fetch_all(store.reader())
        .await?;
    let small = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(found
        .into_iter()
        .map(|(seq, no, of)| (seq, (small(no), small(of))))
        .collect())
}
