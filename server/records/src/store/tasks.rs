//! What waits for members of staff, counted.

use law::{Date, notice::NoticeStateKind, request::Stage};

use super::{Store, rows};
use crate::fault::Stored;

/// The newest copy of a recording that an open request asks for, while nobody approved it.
macro_rules! copies {
    ($columns:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM newest_copy n JOIN release_copy c ON c.id = n.copy_id JOIN copy_contents x ON x.copy_id = c.id \
              JOIN recording r ON r.id = c.recording_id WHERE c.approved_by IS NULL \
              AND NOT EXISTS (SELECT 1 FROM deleted_recording g WHERE g.recording_id = r.id) \
              AND EXISTS (SELECT 1 FROM linked_recording l JOIN records_request q ON q.id = l.request_id \
              WHERE l.recording_id = r.id AND q.closed_on IS NULL) ",
            $rest
        )
    };
}

async fn count(store: &Store, sql: &'static str, bound: &str) -> Stored<u64> {
    let found: i64 = sqlx::query_scalar(sql).bind(bound).fetch_one(store.reader()).await?;
    Ok(rows::count(found))
}

/// Entries that wait and that somebody else made.
pub async fn entries_of_others(store: &Store, staff_id: &str) -> Stored<u64> {
    const COUNT: &str =
        "SELECT COUNT(*) FROM proposal WHERE verified_at IS NULL AND refused_at IS NULL AND entered_by <> $1";
    count(store, COUNT, staff_id).await
}

/// Orders that nobody verified and that somebody else entered.
pub async fn orders_of_others(store: &Store, staff_id: &str) -> Stored<u64> {
    count(
        store,
        "SELECT COUNT(*) FROM disclosure_order WHERE verified_by IS NULL AND entered_by <> $1",
        staff_id,
    )
    .await
}

/// How many there are, with what names one of them.
async fn count_with_one(store: &Store, sql: &'static str, bound: &str) -> Stored<(u64, Option<String>)> {
    let (found, one): (i64, Option<String>) = sqlx::query_as(sql).bind(bound).fetch_one(store.reader()).await?;
    Ok((rows::count(found), one))
}

/// Copies that nobody approved and that somebody else made, with the recording of one.
pub async fn copies_of_others(store: &Store, staff_id: &str) -> Stored<(u64, Option<String>)> {
    count_with_one(store, copies!("COUNT(*), MIN(r.id)", "AND c.made_by <> $1"), staff_id).await
}

/// Open requests on which a letter to somebody shown is out while nothing proves its receipt, with the number of one.
pub async fn awaiting_receipt(store: &Store) -> Stored<(u64, Option<String>)> {
    const COUNT: &str = "SELECT COUNT(DISTINCT q.id), MIN(q.number) FROM notice n JOIN records_request q ON q.id = n.request_id \
         WHERE n.state = $1 AND q.closed_on IS NULL \
         AND NOT EXISTS (SELECT 1 FROM person_taken_out t WHERE t.person_id = n.person_id)";
    count_with_one(store, COUNT, NoticeStateKind::Sent.key()).await
}

/// Open requests for whose people the court's docket is to be looked into, with the number of one: their days are over, and
/// no objection or action is open.
pub async fn awaiting_docket(store: &Store, today: Date) -> Stored<(u64, Option<String>)> {
    const COUNT: &str = "SELECT COUNT(DISTINCT q.id), MIN(q.number) FROM notice n JOIN records_request q ON q.id = n.request_id \
         WHERE n.state IN ('window_open', 'objected') AND n.opens_on <= $1 AND n.open_objections = 0 AND n.pending_actions = 0 \
         AND q.closed_on IS NULL AND NOT EXISTS (SELECT 1 FROM person_taken_out t WHERE t.person_id = n.person_id)";
    count_with_one(store, COUNT, &today.to_string()).await
}

/// Proposals for the library of somebody else.
pub async fn publications_of_others(store: &Store, staff_id: &str) -> Stored<u64> {
    count(
        store,
        "SELECT COUNT(*) FROM publication_waiting WHERE proposed_by <> $1",
        staff_id,
    )
    .await
}

/// Open requests in a stage.
pub async fn in_stage(store: &Store, stage: Stage) -> Stored<u64> {
    count(
        store,
        "SELECT COUNT(*) FROM records_request WHERE stage = $1 AND closed_on IS NULL",
        stage.key(),
    )
    .await
}

/// Footage deleted although it had to be kept, recorded since an instant.
pub async fn breaches(store: &Store, since: i64) -> Stored<u64> {
    const COUNT: &str = "SELECT COUNT(*) FROM deletion_breach WHERE recorded_at >= $1";
    let found: i64 = sqlx::query_scalar(COUNT).bind(since).fetch_one(store.reader()).await?;
    Ok(rows::count(found))
}

/// Orders that nobody verified: id, court, case number, who entered them, when; the oldest first.
pub async fn orders(store: &Store) -> Stored<Vec<(String, String, String, String, i64)>> {
    const WAITING: &str = "SELECT id, court, case_number, entered_by, entered_at FROM disclosure_order \
         WHERE verified_by IS NULL ORDER BY entered_at, id";
    Ok(sqlx::query_as(WAITING).fetch_all(store.reader()).await?)
}

/// Copies that nobody approved: recording, its number in the evidence system, who made them, when; the oldest first.
pub async fn copies(store: &Store) -> Stored<Vec<(String, String, String, i64)>> {
    const WAITING: &str = copies!("r.id, r.source_id, c.made_by, c.made_at", "ORDER BY c.made_at, c.id");
    Ok(sqlx::query_as(WAITING).fetch_all(store.reader()).await?)
}

/// Accounts whose holder has not chosen a password yet.
pub async fn unused_accounts(store: &Store) -> Stored<u64> {
    const COUNT: &str = "SELECT COUNT(*) FROM staff WHERE password_hash = '' AND disabled_at IS NULL";
    Ok(rows::count(sqlx::query_scalar(COUNT).fetch_one(store.reader()).await?))
}
