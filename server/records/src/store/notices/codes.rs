//! Codes of letters: whose they are, and what they still open.

use law::Date;

use super::super::{Store, Tx, rows};
use crate::fault::Stored;

/// Since when a request must have ended, its days be over and its answers be given for codes to open nothing.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the same moment twice")]
pub struct CodeCutoff {
    pub day: Date,
    pub at: i64,
}

/// Whether codes still open a notice: as long as its request, its days or an answer are no older than a moment, or something
/// waits: an objection, a court, a letter about a recording that was released (610.100.8).
macro_rules! open {
    () => {
        "(q.ended_on IS NULL OR q.ended_on >= $3 OR n.opens_on >= $3 OR n.pending_actions > 0 \
          OR (n.kind = 'statute_8' AND n.state = 'sent' AND q.stage IN ('released', 'partial')) \
          OR EXISTS (SELECT 1 FROM objection w WHERE w.notice_id = n.id \
                       AND (w.answered_at IS NULL OR w.answered_at >= $4)))"
    };
}

/// The notice that a code opens: that of its newest letter, or of an objection; and whether it was
/// the letter's. One statement, whatever the code is.
pub async fn opened_by(
    store: &Store,
    letter_hash: &str,
    objection_hash: &str,
    since: CodeCutoff,
) -> Stored<Option<(String, bool)>> {
    const OPENED: &str = concat!(
        "SELECT n.id, CAST(1 AS BIGINT) FROM notice n JOIN records_request q ON q.id = n.request_id \
         WHERE n.code_hash = $1 AND ",
        open!(),
        " UNION ALL SELECT n.id, CAST(0 AS BIGINT) FROM objection o JOIN notice n ON n.id = o.notice_id \
         JOIN records_request q ON q.id = n.request_id WHERE o.code_hash = $2 AND ",
        open!()
    );
    let found: Option<(String, i64)> = sqlx::query_as(OPENED)
        .bind(letter_hash)
        .bind(objection_hash)
        .bind(since.day.to_string())
        .bind(since.at)
        .fetch_optional(store.reader())
        .await?;
    Ok(found.map(|(id, letter)| (id, letter == 1)))
}

/// The notice that a session opened, if the session is younger than `oldest` and codes still open the notice.
pub async fn of_session(store: &Store, token_hash: &str, oldest: i64, since: CodeCutoff) -> Stored<Option<String>> {
    const OPENED: &str = concat!(
        "SELECT n.id FROM notice_session s JOIN notice n ON n.id = s.notice_id \
         JOIN records_request q ON q.id = n.request_id WHERE s.token_hash = $1 AND s.created_at > $2 AND ",
        open!()
    );
    Ok(sqlx::query_scalar(OPENED)
        .bind(token_hash)
        .bind(oldest)
        .bind(since.day.to_string())
        .bind(since.at)
        .fetch_optional(store.reader())
        .await?)
}

/// Keeps a code that goes out, for those who ask whether a letter is genuine.
pub async fn keep_code(tx: &mut Tx, hash: &str, notice_id: &str, on: Date) -> Stored<()> {
    sqlx::query("INSERT INTO notice_code (code_hash, notice_id, sent_on) VALUES ($1, $2, $3)")
        .bind(hash)
        .bind(notice_id)
        .bind(on.to_string())
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// The day on which the letter with a code went out, if it is ours.
pub async fn genuine(store: &Store, hash: &str) -> Stored<Option<Date>> {
    let found: Option<String> = sqlx::query_scalar("SELECT sent_on FROM notice_code WHERE code_hash = $1")
        .bind(hash)
        .fetch_optional(store.reader())
        .await?;
    rows::day_or_none("notice_code", "a code", found.as_deref())
}
