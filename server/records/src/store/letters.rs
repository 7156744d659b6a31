//! What became of letters: how many wait, which failed.

use super::Store;
use crate::fault::Stored;

/// How many letters there are to look after.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct LetterTotals {
    pub waiting: u32,
    pub failed: u32,
    /// Of those that wait.
    pub sender_refused: u32,
    /// On paper, not yet given to the post.
    pub paper: u32,
    /// When the oldest that waits was posted, in microseconds since 1970.
    pub oldest_waiting: Option<i64>,
}

/// Counts them.
///
/// # Errors
/// [`crate::fault::Fault::Database`].
pub async fn totals(store: &Store) -> Stored<LetterTotals> {
    const ALL: &str = "SELECT \
         (SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND gave_up_at IS NULL), \
         (SELECT COUNT(*) FROM outbox WHERE gave_up_at IS NOT NULL AND settled_at IS NULL), \
         (SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND gave_up_at IS NULL AND cause = 'sender'), \
         (SELECT COUNT(*) FROM paper_letter WHERE posted_on IS NULL), \
         (SELECT MIN(created_at) FROM outbox WHERE sent_at IS NULL AND gave_up_at IS NULL)";
    let (waiting, failed, sender_refused, paper, oldest_waiting): (i64, i64, i64, i64, Option<i64>) =
        sqlx::query_as(ALL).fetch_one(store.reader()).await?;
    let few = |number: i64| u32::try_from(number).unwrap_or_default();
    Ok(LetterTotals {
        waiting: few(waiting),
        failed: few(failed),
        sender_refused: few(sender_refused),
        paper: few(paper),
        oldest_waiting,
    })
}
