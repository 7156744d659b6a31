//! Letters to be sent. Written in the transaction they tell about; the worker claims them under a
//! lease, and the attempt is kept before anything is sent.

use law::event::Event;
use office::views::LetterCause as Cause;
use sqlx::FromRow;

use super::{Store, Tx, rows};
use crate::{fault::Stored, letters::Letter, secret};

/// A letter that was written, by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Posted {
    /// By e-mail.
    Mail(String),
    /// On paper.
    Paper(String),
}

/// Posts a letter.
pub fn post(tx: &mut Tx, request_id: &str, letter: &Letter, now: i64) -> Posted {
    post_coded(tx, request_id, letter, None, now)
}

/// What was written within a transaction about a request that moved.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// The request.
    pub request_id: String,
    /// What happened to it.
    pub events: Vec<Event>,
    /// The same as everybody may know it: of a sealed case only that there is one.
    pub public: Vec<Event>,
    /// The same as whoever filed may know it.
    pub own: Vec<Event>,
    /// The custodian's words.
    pub words: Option<String>,
    /// What the custodian asks to be done next.
    pub next_step: Option<String>,
    /// The names of the files that the custodian sends with it.
    pub papers: Vec<String>,
    /// The letters that tell of it.
    pub posted: Vec<Posted>,
}

/// Takes back what was written within this transaction about a request that moved, so that one letter tells of all of
/// it; what that was.
pub fn take_back(tx: &mut Tx, request_id: &str) -> Told {
    let place = tx.told.iter().position(|told| told.request_id == request_id);
    let mut told = place.map(|place| tx.told.swap_remove(place)).unwrap_or_default();
    for letter in told.posted.drain(..) {
        match letter {
            Posted::Mail(id) => tx.queue("DELETE FROM outbox WHERE id = $1").bind(id),
            Posted::Paper(id) => tx.queue("DELETE FROM paper_letter WHERE id = $1").bind(id),
        };
    }
    request_id.clone_into(&mut told.request_id);
    told
}

/// Posts a letter with a place for a code: of which notice, and which of its codes.
pub fn post_coded(tx: &mut Tx, request_id: &str, letter: &Letter, code: Option<(&str, i64)>, now: i64) -> Posted {
    const POST: &str = "INSERT INTO outbox (id, request_id, kind, recipient, subject, body_text, body_html, stop_url, \
         message_id, created_at, not_before, attempts, notice_id, code_no) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, 0, $11, $12)";
    let (notice, no) = code.unzip();
    let id = crate::ids::new_id();
    let message_id = format!("{id}@{}", tx.mail_domain);
    tx.queue(POST)
        .bind(id.clone())
        .bind(request_id)
        .bind(letter.kind)
        .bind(&letter.to)
        .bind(&letter.subject)
        .bind(&letter.text)
        .bind(&letter.html)
        .bind(letter.stop_url.as_deref())
        .bind(message_id)
        .bind(now)
        .bind(notice)
        .bind(no);
    Posted::Mail(id)
}

/// A letter claimed by a worker.
#[derive(Clone, Debug, FromRow)]
pub struct ClaimedLetter {
    /// Row's id.
    pub id: String,
    /// Shows that the claim is still ours.
    pub lease_token: String,
    /// The same for every attempt: `local@domain`, without angle brackets.
    pub message_id: String,
    /// This attempt counted.
    pub attempts: i64,
    /// Recipient's address.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Body as text.
    pub text: String,
    /// Body as HTML.
    pub html: String,
    /// One-click stop, for `List-Unsubscribe`.
    pub stop_url: Option<String>,
    /// The notice whose code it carries, and which one; its place is in the bodies.
    pub notice_id: Option<String>,
    /// Which of the notice's codes.
    pub code_no: Option<i64>,
}

/// Claims letters that are due, the oldest first. A letter whose lease has run out is claimed
/// again under a new token.
pub async fn claim(store: &Store, now: i64, lease_micros: i64, limit: u32) -> Stored<Vec<ClaimedLetter>> {
    const DUE: &str = "SELECT id FROM outbox WHERE sent_at IS NULL AND gave_up_at IS NULL AND not_before <= $1 \
         AND (lease_until IS NULL OR lease_until < $1) ORDER BY not_before LIMIT $2";
    // The condition is said twice: PostgreSQL looks at the outer one again when another worker was
    // faster.
    const CLAIM: &str = "UPDATE outbox SET lease_until = $2, lease_token = $3, attempts = attempts + 1 \
         WHERE id IN (SELECT id FROM outbox WHERE sent_at IS NULL AND gave_up_at IS NULL AND not_before <= $1 \
             AND (lease_until IS NULL OR lease_until < $1) ORDER BY not_before LIMIT $4) \
         AND sent_at IS NULL AND gave_up_at IS NULL AND (lease_until IS NULL OR lease_until < $1) \
         RETURNING id, lease_token, message_id, attempts, recipient AS \"to\", subject, body_text AS text, \
             body_html AS html, stop_url, notice_id, code_no";
    // An idle worker looks without taking the writer.
    let due: Vec<String> = sqlx::query_scalar(DUE)
        .bind(now)
        .bind(1_i64)
        .fetch_all(store.reader())
        .await?;
    if due.is_empty() {
        return Ok(Vec::new());
    }
    let mut tx = store.begin().await?;
    let claimed: Vec<ClaimedLetter> = sqlx::query_as(CLAIM)
        .bind(now)
        .bind(now.saturating_add(lease_micros))
        .bind(secret::key())
        .bind(i64::from(limit))
        .fetch_all(tx.conn().await?)
        .await?;
    tx.commit().await?;
    Ok(claimed)
}

/// A letter was sent. `false` if the claim was no longer ours.
pub async fn sent(store: &Store, id: &str, lease_token: &str, now: i64) -> Stored<bool> {
    const SENT: &str = "UPDATE outbox SET sent_at = $1, lease_until = NULL, lease_token = NULL, last_error = $2, \
         cause = $3 WHERE id = $4 AND lease_token = $5 AND sent_at IS NULL";
    settle(store, SENT, now, None, (id, lease_token)).await
}

/// Why a letter was not sent, as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotSent<'a> {
    /// Whose fault it is.
    pub cause: Cause,
    /// What the mail server or the system said, without personal data.
    pub error: &'a str,
}

/// A letter could not be sent now. `false` if the claim was no longer ours.
pub async fn retry_later(
    store: &Store,
    id: &str,
    lease_token: &str,
    not_before: i64,
    why: NotSent<'_>,
) -> Stored<bool> {
    const LATER: &str = "UPDATE outbox SET not_before = $1, lease_until = NULL, lease_token = NULL, last_error = $2, \
         cause = $3 WHERE id = $4 AND lease_token = $5 AND sent_at IS NULL";
    settle(store, LATER, not_before, Some(why), (id, lease_token)).await
}

/// A letter goes back untried, to be claimed by anybody after an instant. `false` if the claim was no longer ours.
pub async fn put_back(store: &Store, id: &str, lease_token: &str, not_before: i64) -> Stored<bool> {
    const BACK: &str = "UPDATE outbox SET not_before = $1, lease_until = NULL, lease_token = NULL, \
         attempts = attempts - 1 WHERE id = $2 AND lease_token = $3 AND sent_at IS NULL";
    let mut tx = store.begin().await?;
    let done = sqlx::query(BACK)
        .bind(not_before)
        .bind(id)
        .bind(lease_token)
        .execute(tx.conn().await?)
        .await?;
    tx.commit().await?;
    Ok(done.rows_affected() == 1)
}

/// Gives back all letters that were claimed under a token and of which nothing was written down. How many.
pub async fn give_back(store: &Store, lease_token: &str) -> Stored<u64> {
    const BACK: &str = "UPDATE outbox SET lease_until = NULL, lease_token = NULL \
         WHERE lease_token = $1 AND sent_at IS NULL AND gave_up_at IS NULL";
    let mut tx = store.begin().await?;
    let done = sqlx::query(BACK).bind(lease_token).execute(tx.conn().await?).await?;
    tx.commit().await?;
    Ok(done.rows_affected())
}

/// Letters that our own sender or the mail server kept from going are due now: the program has started anew, perhaps with
/// other settings. How many.
pub async fn hurry(store: &Store, now: i64) -> Stored<u64> {
    const WAITING: &str = "SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND gave_up_at IS NULL AND not_before > $1 \
         AND cause = 'sender'";
    const HURRY: &str = "UPDATE outbox SET not_before = $1 WHERE sent_at IS NULL AND gave_up_at IS NULL \
         AND not_before > $1 AND cause = 'sender' AND (lease_until IS NULL OR lease_until < $1)";
    let waiting: i64 = sqlx::query_scalar(WAITING).bind(now).fetch_one(store.reader()).await?;
    if waiting == 0 {
        return Ok(0);
    }
    let mut tx = store.begin().await?;
    let done = sqlx::query(HURRY).bind(now).execute(tx.conn().await?).await?;
    tx.commit().await?;
    Ok(done.rows_affected())
}

/// A letter cannot be sent at all. `false` if the claim was no longer ours.
pub async fn gave_up(store: &Store, id: &str, lease_token: &str, now: i64, why: NotSent<'_>) -> Stored<bool> {
    const GAVE_UP: &str = "UPDATE outbox SET gave_up_at = $1, lease_until = NULL, lease_token = NULL, \
         last_error = $2, cause = $3 WHERE id = $4 AND lease_token = $5 AND sent_at IS NULL";
    settle(store, GAVE_UP, now, Some(why), (id, lease_token)).await
}

/// One guarded update; whether the claim was still ours.
async fn settle(
    store: &Store,
    sql: &'static str,
    at: i64,
    why: Option<NotSent<'_>>,
    (id, lease_token): (&str, &str),
) -> Stored<bool> {
    let mut tx = store.begin().await?;
    let done = sqlx::query(sql)
        .bind(at)
        .bind(why.map(|why| why.error))
        .bind(why.map(|why| why.cause.key()))
        .bind(id)
        .bind(lease_token)
        .execute(tx.conn().await?)
        .await?;
    tx.commit().await?;
    Ok(done.rows_affected() == 1)
}

/// How many letters wait to be sent.
pub async fn waiting(store: &Store) -> Stored<u64> {
    let number: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND gave_up_at IS NULL")
        .fetch_one(store.reader())
        .await?;
    Ok(rows::count(number))
}
