//! Which recordings answer which request.

use law::Date;
use office::TrackingNumber;
use sqlx::{Any, Executor};

use super::{Recording, Row, columns, recordings, with_ids};
use crate::{
    fault::Stored,
    store::{Store, Tx, rows},
};

/// A recording linked to a request.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Link<'a> {
    pub request_id: &'a str,
    pub recording_id: &'a str,
    pub at: i64,
    pub on: Date,
    pub by: &'a str,
}

/// Links a recording to a request; `false` if it is linked already.
pub async fn link(tx: &mut Tx, link: &Link<'_>) -> Stored<bool> {
    const LINK: &str = "INSERT INTO request_recording (request_id, recording_id, linked_at, linked_on, linked_by) \
         SELECT $1, $2, CAST($3 AS BIGINT), $4, $5 WHERE NOT EXISTS \
         (SELECT 1 FROM request_recording WHERE request_id = $1 AND recording_id = $2) ON CONFLICT DO NOTHING";
    let done = sqlx::query(LINK)
        .bind(link.request_id)
        .bind(link.recording_id)
        .bind(link.at)
        .bind(link.on.to_string())
        .bind(link.by)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// A change of a link that stands.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct LinkChange<'a> {
    pub link: Link<'a>,
    pub reason: &'a str,
    /// Whether the link is taken back, or made again.
    pub taken_back: bool,
}

/// Keeps that a link was taken back, or made again.
pub async fn change_link(tx: &mut Tx, change: &LinkChange<'_>) -> Stored<()> {
    const CHANGE: &str = "INSERT INTO link_change (request_id, recording_id, no, taken_back_at, at, on_date, reason, \
         changed_by) SELECT $1, $2, COUNT(*) + 1, CAST($3 AS BIGINT), CAST($4 AS BIGINT), $5, $6, $7 \
         FROM link_change WHERE request_id = $1 AND recording_id = $2";
    let link = &change.link;
    sqlx::query(CHANGE)
        .bind(link.request_id)
        .bind(link.recording_id)
        .bind(change.taken_back.then_some(link.at))
        .bind(link.at)
        .bind(link.on.to_string())
        .bind(change.reason)
        .bind(link.by)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Whether a recording answers a request now.
pub async fn is_linked(tx: &mut Tx, request_id: &str, recording_id: &str) -> Stored<bool> {
    const LINKED: &str = "SELECT COUNT(*) FROM linked_recording WHERE request_id = $1 AND recording_id = $2";
    let linked: i64 = sqlx::query_scalar(LINKED)
        .bind(request_id)
        .bind(recording_id)
        .fetch_one(tx.conn().await?)
        .await?;
    Ok(linked > 0)
}

/// The recordings that answer a request, by time.
pub async fn of_request(db: impl Executor<'_, Database = Any>, request_id: &str) -> Stored<Vec<Recording>> {
    let found: Vec<Row> = sqlx::query_as(OF_REQUEST).bind(request_id).fetch_all(db).await?;
    recordings(found)
}

const OF_REQUEST: &str = columns!(
    "JOIN linked_recording l ON l.recording_id = r.id WHERE l.request_id = $1 ORDER BY r.started_at, r.source_id"
);

/// The requests that a recording answers: id and number, the oldest link first.
pub async fn requests_of(
    db: impl Executor<'_, Database = Any>,
    recording_id: &str,
) -> Stored<Vec<(String, TrackingNumber)>> {
    const OF: &str = "SELECT q.id, q.number FROM linked_recording l JOIN records_request q ON q.id = l.request_id \
         WHERE l.recording_id = $1 ORDER BY l.linked_at, q.number";
    let found: Vec<(String, String)> = sqlx::query_as(OF).bind(recording_id).fetch_all(db).await?;
    let number = |(id, number): (String, String)| Ok((id, rows::number(&number)?));
    found.into_iter().map(number).collect()
}

/// Recordings by their ids, in the order of these.
pub async fn in_order(store: &Store, ids: &[String]) -> Stored<Vec<Recording>> {
    let wanted: Vec<&str> = ids.iter().map(String::as_str).collect();
    let mut found = with_ids(&mut *store.read().await?, &wanted).await?;
    found.sort_by_key(|recording| ids.iter().position(|id| *id == recording.id));
    Ok(found)
}

/// Requests whose holds reach a recording by time, and that it is not linked to, by number; at
/// most as many as asked for.
pub async fn asked_about(store: &Store, recording_id: &str, most: i64) -> Stored<Vec<TrackingNumber>> {
    const ASKED: &str = "SELECT DISTINCT q.number FROM recording_hold h JOIN records_request q ON q.id = h.request_id \
         WHERE h.recording_id = $1 AND NOT EXISTS (SELECT 1 FROM linked_recording l \
         WHERE l.request_id = h.request_id AND l.recording_id = $1) ORDER BY q.number LIMIT $2";
    let found: Vec<String> = sqlx::query_scalar(ASKED)
        .bind(recording_id)
        .bind(most)
        .fetch_all(store.reader())
        .await?;
    found.iter().map(|number| rows::number(number)).collect()
}
