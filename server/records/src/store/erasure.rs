//! Where personal data ends: who filed is erased, sent letters lose address and words, addresses of followers go.

use law::Date;
use office::forms::RequestDetails;

use super::{Store, Tx, capacities, court, request_papers, rows, sessions, viewings, wishes};
use crate::fault::Stored;

/// An erasure as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct ErasureRow {
    pub on: Date,
    pub reason: String,
}

/// Whether who filed a request was erased, when and why.
pub async fn of_request(store: &Store, request_id: &str) -> Stored<Option<ErasureRow>> {
    let found: Option<(String, String)> = sqlx::query_as("SELECT on_date, reason FROM erasure WHERE request_id = $1")
        .bind(request_id)
        .fetch_optional(store.reader())
        .await?;
    let row = |(on, reason): (String, String)| {
        Ok(ErasureRow {
            on: rows::day("erasure", request_id, &on)?,
            reason,
        })
    };
    found.map(row).transpose()
}

/// Keeps that and why who filed a request is erased; `false` if they were before.
pub async fn keep(
    tx: &mut Tx,
    request_id: &str,
    reason: &str,
    by: Option<&str>,
    (at, on): (i64, Date),
) -> Stored<bool> {
    const KEEP: &str = "INSERT INTO erasure (request_id, at, on_date, reason, erased_by) \
         SELECT $1, CAST($2 AS BIGINT), $3, $4, $5 \
         WHERE NOT EXISTS (SELECT 1 FROM erasure WHERE request_id = $1)";
    let done = sqlx::query(KEEP)
        .bind(request_id)
        .bind(at)
        .bind(on.to_string())
        .bind(reason)
        .bind(by)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Erases who filed a request: name, addresses, what they asked in their words, what they wrote since, and the letters to
/// them. Salts go too, so that nobody can try whether a guess fits a commitment of the docket. `blank` is what was asked, with
/// nothing personal in it.
pub async fn erase_requester(
    tx: &mut Tx,
    request_id: &str,
    blank: &RequestDetails,
    (now, today): (i64, Date),
) -> Stored<()> {
    const REQUESTER: &str = "UPDATE requester SET email = NULL, notify = 'none', asked = $1, salt = '', \
         stop_hash = NULL, erased_at = $2 WHERE request_id = $3";
    const WORDS: &str = "UPDATE message SET words = '', next_step = NULL, salt = '' WHERE request_id = $1 AND (actor = 'requester' OR act = 'record_answer')";
    const MAILS: &str = "UPDATE outbox SET recipient = '', body_text = '', body_html = '', stop_url = NULL, erased_at = $1, \
         gave_up_at = COALESCE(gave_up_at, CASE WHEN sent_at IS NULL THEN $1 END), \
         settled_at = COALESCE(settled_at, CASE WHEN sent_at IS NULL THEN $1 END), \
         settled_how = COALESCE(settled_how, CASE WHEN sent_at IS NULL THEN 'erased' END), \
         lease_until = NULL, lease_token = NULL \
         WHERE request_id = $2 AND kind IN ('filed', 'moved', 'overdue', 'stopped') AND erased_at IS NULL";
    const PAPERS: &str = "UPDATE paper_letter SET document = '', erased_at = $1, \
         returned_on = COALESCE(returned_on, CASE WHEN posted_on IS NULL THEN made_on END) \
         WHERE request_id = $2 AND erased_at IS NULL";
    sqlx::query(REQUESTER)
        .bind(serde_json::to_string(blank)?)
        .bind(now)
        .bind(request_id)
        .execute(tx.conn().await?)
        .await?;
    sqlx::query(WORDS).bind(request_id).execute(tx.conn().await?).await?;
    sqlx::query(MAILS)
        .bind(now)
        .bind(request_id)
        .execute(tx.conn().await?)
        .await?;
    sqlx::query(PAPERS)
        .bind(now)
        .bind(request_id)
        .execute(tx.conn().await?)
        .await?;
    sqlx::query(
        "UPDATE requester_search SET name = '', place = '', \
         words = LOWER((SELECT number FROM records_request WHERE id = $1)) WHERE request_id = $1",
    )
    .bind(request_id)
    .execute(tx.conn().await?)
    .await?;
    sqlx::query("DELETE FROM assignment_note WHERE request_id = $1")
        .bind(request_id)
        .execute(tx.conn().await?)
        .await?;
    // That a note stood stays; what it said may tell of them.
    sqlx::query(
        "DELETE FROM office_note_words WHERE note_id IN \
         (SELECT id FROM office_note WHERE subject = 'request' AND subject_id = $1 OR subject = 'notice' \
         AND subject_id IN (SELECT n.id FROM notice n WHERE n.request_id = $1))",
    )
    .bind(request_id)
    .execute(tx.conn().await?)
    .await?;
    capacities::erase(tx, request_id).await?;
    viewings::erase(tx, request_id).await?;
    court::erase(tx, request_id).await?;
    sessions::end_all(tx, request_id).await?;
    sqlx::query("UPDATE code_reissue SET note = '' WHERE request_id = $1")
        .bind(request_id)
        .execute(tx.conn().await?)
        .await?;
    request_papers::erase(tx, request_id, (now, today)).await
}

/// At most so many letters lose their words in one transaction.
const BATCH: i64 = 500;

/// Takes address and words from letters that were sent or dealt with before an instant, some at a time; how many. The letters to
/// people shown stand in `notice_letter`.
pub async fn letters_end(tx: &mut Tx, before: i64, now: i64) -> Stored<u64> {
    const MAILS: &str = "UPDATE outbox SET recipient = '', body_text = '', body_html = '', stop_url = NULL, erased_at = $1 \
         WHERE id IN (SELECT id FROM outbox WHERE erased_at IS NULL AND created_at < $2 \
             AND (sent_at < $2 AND (returned_on IS NULL OR settled_at IS NOT NULL) OR settled_at < $2 OR kind = 'daily') LIMIT $3)";
    const PAPERS: &str = "UPDATE paper_letter SET document = '', erased_at = $1 \
         WHERE id IN (SELECT id FROM paper_letter WHERE erased_at IS NULL AND posted_at < $2 LIMIT $3)";
    let mut gone = 0;
    for sql in [MAILS, PAPERS] {
        let done = sqlx::query(sql)
            .bind(now)
            .bind(before)
            .bind(BATCH)
            .execute(tx.conn().await?)
            .await?;
        gone += done.rows_affected();
    }
    Ok(gone + wishes::end_old(tx, before).await?)
}

/// Takes away who asked to follow before an instant and never confirmed, with the letters that asked them; how many.
pub async fn unconfirmed_end(tx: &mut Tx, before: i64, now: i64) -> Stored<u64> {
    const LETTERS: &str = "UPDATE outbox SET recipient = '', body_text = '', body_html = '', stop_url = NULL, erased_at = $1, \
         gave_up_at = COALESCE(gave_up_at, CASE WHEN sent_at IS NULL THEN $1 END), \
         settled_at = COALESCE(settled_at, CASE WHEN sent_at IS NULL THEN $1 END), \
         settled_how = COALESCE(settled_how, CASE WHEN sent_at IS NULL THEN 'ended' END) \
         WHERE kind = 'confirm_following' AND created_at < $2 AND erased_at IS NULL";
    let letters = sqlx::query(LETTERS)
        .bind(now)
        .bind(before)
        .execute(tx.conn().await?)
        .await?;
    let followers = sqlx::query("DELETE FROM follower WHERE confirmed_at IS NULL AND asked_at < $1")
        .bind(before)
        .execute(tx.conn().await?)
        .await?;
    Ok(letters.rows_affected() + followers.rows_affected())
}
