//! Who follows a request by e-mail.

use office::{Lang, TrackingNumber};
use sqlx::FromRow;

use super::{Store, Tx, rows};
use crate::fault::Stored;

const TABLE: &str = "follower";

/// Somebody who asks to follow.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct NewFollower<'a> {
    pub id: &'a str,
    pub request_id: &'a str,
    pub address_hash: &'a str,
    pub email: &'a str,
    pub language: Lang,
    pub confirm_hash: &'a str,
    pub stop_hash: &'a str,
    pub asked_at: i64,
}

/// Keeps the wish to follow. `false` when the address follows already, or was sent a letter to
/// confirm after `lately`: then nothing is to be sent.
pub async fn ask(tx: &mut Tx, asking: &NewFollower<'_>, lately: i64) -> Stored<bool> {
    // The stop token is derived from the row's id, so a row that is asked for again gets a new id.
    const ASK: &str = "INSERT INTO follower (id, request_id, address_hash, email, language, confirm_hash, stop_hash, \
         asked_at, confirmed_at, stopped_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, NULL) \
         ON CONFLICT (request_id, address_hash) DO UPDATE SET id = excluded.id, email = excluded.email, \
         language = excluded.language, confirm_hash = excluded.confirm_hash, stop_hash = excluded.stop_hash, \
         asked_at = excluded.asked_at, confirmed_at = NULL, stopped_at = NULL \
         WHERE follower.stopped_at IS NOT NULL OR (follower.confirmed_at IS NULL AND follower.asked_at <= $9)";
    let done = sqlx::query(ASK)
        .bind(asking.id)
        .bind(asking.request_id)
        .bind(asking.address_hash)
        .bind(asking.email)
        .bind(asking.language.key())
        .bind(asking.confirm_hash)
        .bind(asking.stop_hash)
        .bind(asking.asked_at)
        .bind(lately)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

const NUMBER_BY: &str = "SELECT number FROM records_request WHERE id = (SELECT request_id FROM follower WHERE ";

async fn number_by(tx: &mut Tx, column: &'static str, hash: &str) -> Stored<Option<TrackingNumber>> {
    let sql = format!("{NUMBER_BY}{column} = $1)");
    let number: Option<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(hash)
        .fetch_optional(tx.conn().await?)
        .await?;
    number.as_deref().map(rows::number).transpose()
}

/// The request that the token of a letter is about, to a follower or to whoever filed it.
pub async fn followed_by(store: &Store, hash: &str) -> Stored<Option<TrackingNumber>> {
    const BY: &str = "SELECT number FROM records_request WHERE id IN (\
         SELECT request_id FROM follower WHERE confirm_hash = $1 UNION SELECT request_id FROM follower WHERE stop_hash = $1 \
         UNION SELECT request_id FROM requester WHERE stop_hash = $1)";
    let number: Option<String> = sqlx::query_scalar(BY).bind(hash).fetch_optional(store.reader()).await?;
    number.as_deref().map(rows::number).transpose()
}

/// Confirms an address; `None` for an unknown token, or one asked for before `oldest`. Confirming
/// twice is no error.
pub async fn confirm(tx: &mut Tx, hash: &str, now: i64, oldest: i64) -> Stored<Option<TrackingNumber>> {
    const CONFIRM: &str = "UPDATE follower SET confirmed_at = COALESCE(confirmed_at, $1) WHERE confirm_hash = $2 \
         AND stopped_at IS NULL AND (confirmed_at IS NOT NULL OR asked_at >= $3)";
    let done = sqlx::query(CONFIRM)
        .bind(now)
        .bind(hash)
        .bind(oldest)
        .execute(tx.conn().await?)
        .await?;
    if done.rows_affected() == 0 {
        return Ok(None);
    }
    number_by(tx, "confirm_hash", hash).await
}

/// Stops following and erases the address, also from the letters to it; `None` for an unknown token.
pub async fn stop(tx: &mut Tx, hash: &str, now: i64) -> Stored<Option<TrackingNumber>> {
    // The letters to them go first, while their address is known.
    const LETTERS: &str = "UPDATE outbox SET recipient = '', body_text = '', body_html = '', stop_url = NULL, erased_at = $1, \
         gave_up_at = COALESCE(gave_up_at, CASE WHEN sent_at IS NULL THEN $1 END), \
         settled_at = COALESCE(settled_at, CASE WHEN sent_at IS NULL THEN $1 END), \
         settled_how = COALESCE(settled_how, CASE WHEN sent_at IS NULL THEN 'stopped' END), \
         lease_until = NULL, lease_token = NULL \
         WHERE kind IN ('followed', 'confirm_following') AND erased_at IS NULL AND EXISTS (SELECT 1 FROM follower f \
             WHERE f.stop_hash = $2 AND f.request_id = outbox.request_id AND f.email = outbox.recipient)";
    // No trace of the address is left, but the link stops once more without an error.
    const STOP: &str = "UPDATE follower SET stopped_at = $1, email = NULL, address_hash = 'stopped:' || id \
         WHERE stop_hash = $2 AND stopped_at IS NULL";
    for sql in [LETTERS, STOP] {
        sqlx::query(sql).bind(now).bind(hash).execute(tx.conn().await?).await?;
    }
    number_by(tx, "stop_hash", hash).await
}

/// Somebody who follows.
#[derive(Clone, Debug)]
pub struct Follower {
    /// Row's id, from which the stop token is derived.
    pub id: String,
    /// Address.
    pub email: String,
    /// Language of letters.
    pub language: Lang,
}

#[derive(FromRow)]
struct Row {
    id: String,
    email: String,
    language: String,
}

/// Confirmed followers of a request.
pub async fn of(tx: &mut Tx, request_id: &str) -> Stored<Vec<Follower>> {
    const ALL: &str = "SELECT id, email, language FROM follower WHERE request_id = $1 AND confirmed_at IS NOT NULL \
         AND stopped_at IS NULL AND email IS NOT NULL";
    let found: Vec<Row> = sqlx::query_as(ALL).bind(request_id).fetch_all(tx.conn().await?).await?;
    let follower = |row: Row| {
        Ok(Follower {
            language: rows::lang(TABLE, &row.id, &row.language)?,
            id: row.id,
            email: row.email,
        })
    };
    found.into_iter().map(follower).collect()
}
