//! Sessions of requesters and of people shown. The token is in a cookie; here is its hash.

use office::TrackingNumber;

use super::{Store, Tx, rows};
use crate::fault::Stored;

/// Begins a requester's session, and forgets sessions older than `oldest`; `false` if there is no
/// such request.
pub async fn begin_requester(
    tx: &mut Tx,
    token_hash: &str,
    number: &TrackingNumber,
    now: i64,
    oldest: i64,
) -> Stored<bool> {
    sqlx::query("DELETE FROM requester_session WHERE created_at < $1")
        .bind(oldest)
        .execute(tx.conn().await?)
        .await?;
    let done = sqlx::query(
        "INSERT INTO requester_session (token_hash, request_id, created_at) \
         SELECT $1, id, CAST($2 AS BIGINT) FROM records_request WHERE number = $3",
    )
    .bind(token_hash)
    .bind(now)
    .bind(number.as_str())
    .execute(tx.conn().await?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The request of a requester's session that is not older than `oldest`.
pub async fn requester(store: &Store, token_hash: &str, oldest: i64) -> Stored<Option<TrackingNumber>> {
    let number: Option<String> = sqlx::query_scalar(
        "SELECT r.number FROM requester_session t JOIN records_request r ON r.id = t.request_id \
         WHERE t.token_hash = $1 AND t.created_at > $2",
    )
    .bind(token_hash)
    .bind(oldest)
    .fetch_optional(store.reader())
    .await?;
    number.as_deref().map(rows::number).transpose()
}

/// Ends every session that a request is open in.
pub async fn end_all(tx: &mut Tx, request_id: &str) -> Stored<()> {
    sqlx::query("DELETE FROM requester_session WHERE request_id = $1")
        .bind(request_id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Ends a requester's session.
pub async fn end_requester(tx: &mut Tx, token_hash: &str) -> Stored<()> {
    sqlx::query("DELETE FROM requester_session WHERE token_hash = $1")
        .bind(token_hash)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Begins the session of somebody who entered the code of a notice; forgets those older than `oldest`.
pub async fn begin_depicted(tx: &mut Tx, token_hash: &str, notice_id: &str, now: i64, oldest: i64) -> Stored<()> {
    sqlx::query("DELETE FROM notice_session WHERE created_at < $1")
        .bind(oldest)
        .execute(tx.conn().await?)
        .await?;
    sqlx::query("INSERT INTO notice_session (token_hash, notice_id, created_at) VALUES ($1, $2, $3)")
        .bind(token_hash)
        .bind(notice_id)
        .bind(now)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Ends a session.
pub async fn end_depicted(tx: &mut Tx, token_hash: &str) -> Stored<()> {
    sqlx::query("DELETE FROM notice_session WHERE token_hash = $1")
        .bind(token_hash)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}
