//! Files that go with the footage that was lawfully deleted.

use std::collections::HashMap;

use law::{Date, redaction::Sha256};

use super::super::{Store, Tx, rows};
use crate::fault::Stored;

/// Whether there are files of deleted footage of which nothing is decided.
pub async fn may_remove(store: &Store) -> Stored<bool> {
    const MAY: &str = "SELECT f.sha256 FROM deletion gone JOIN footage_file f ON f.recording_id = gone.recording_id \
         WHERE NOT EXISTS (SELECT 1 FROM removed_file m WHERE m.sha256 = f.sha256) LIMIT 1";
    let found: Option<String> = sqlx::query_scalar(MAY).fetch_optional(store.reader()).await?;
    Ok(found.is_some())
}

/// Decides which files are to be taken away: those that show nothing but footage that was deleted, in keeping with the law,
/// and that nothing keeps on this day: no hold, no order to preserve, no active or closed record, no notice that runs, no
/// release that goes on, no other recording, no paper.
pub async fn decide_removals(tx: &mut Tx, today: Date, at: i64) -> Stored<()> {
    const DECIDE: &str = "INSERT INTO removed_file (sha256, decided_at) \
         SELECT DISTINCT f.sha256, CAST($1 AS BIGINT) FROM footage_file f \
         JOIN deletion gone ON gone.recording_id = f.recording_id \
         WHERE NOT EXISTS (SELECT 1 FROM removed_file m WHERE m.sha256 = f.sha256) \
         AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = f.sha256) \
         AND NOT EXISTS (SELECT 1 FROM footage_file u WHERE u.sha256 = f.sha256 AND ( \
             NOT EXISTS (SELECT 1 FROM deletion d WHERE d.recording_id = u.recording_id) \
             OR EXISTS (SELECT 1 FROM deletion_breach b WHERE b.recording_id = u.recording_id) \
             OR EXISTS (SELECT 1 FROM deletion_obstacle o WHERE o.recording_id = u.recording_id) \
             OR EXISTS (SELECT 1 FROM recording_hold h WHERE h.recording_id = u.recording_id \
                 AND (h.last_day IS NULL OR h.last_day >= $2)) \
             OR EXISTS (SELECT 1 FROM order_scope s JOIN disclosure_order o ON o.id = s.order_id \
                 WHERE s.recording_id = u.recording_id AND o.kind = 'preserve' \
                 AND (o.last_day IS NULL OR o.last_day >= $2)) \
             OR EXISTS (SELECT 1 FROM release e WHERE e.recording_id = u.recording_id AND e.stopped_at IS NULL))) \
         ON CONFLICT DO NOTHING";
    sqlx::query(DECIDE)
        .bind(at)
        .bind(today.to_string())
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Files that are to be taken away and of which nobody said that they are gone.
pub async fn to_remove(store: &Store) -> Stored<Vec<Sha256>> {
    let found: Vec<String> =
        sqlx::query_scalar("SELECT sha256 FROM removed_file WHERE removed_at IS NULL ORDER BY sha256")
            .fetch_all(store.reader())
            .await?;
    let read = |text: &String| Sha256::parse(text).map_err(|_| rows::corrupt("removed_file", text, "no hash"));
    found.iter().map(read).collect()
}

/// Says that a file is gone, before it goes: until the transaction ends nobody brings it again. `false` where it is not to go
/// any more.
pub async fn say_removed(tx: &mut Tx, sha256: &Sha256, at: i64) -> Stored<bool> {
    let done = sqlx::query("UPDATE removed_file SET removed_at = $1 WHERE sha256 = $2 AND removed_at IS NULL")
        .bind(at)
        .bind(sha256.as_str())
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Forgets that a file was to go or is gone: it came again. Whether it was.
pub(super) async fn comes_again(tx: &mut Tx, sha256: &Sha256) -> Stored<bool> {
    let done = sqlx::query("DELETE FROM removed_file WHERE sha256 = $1")
        .bind(sha256.as_str())
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Whether a file went with its footage, or is about to.
pub async fn is_removed(store: &Store, sha256: &Sha256) -> Stored<bool> {
    let found: Option<i64> = sqlx::query_scalar("SELECT decided_at FROM removed_file WHERE sha256 = $1")
        .bind(sha256.as_str())
        .fetch_optional(store.reader())
        .await?;
    Ok(found.is_some())
}

/// When files of a recording went, in microseconds since 1970, by their hashes.
pub async fn removed_of(store: &Store, recording_id: &str) -> Stored<HashMap<String, i64>> {
    const OF: &str = "SELECT m.sha256, COALESCE(m.removed_at, m.decided_at) FROM removed_file m \
         JOIN footage_file f ON f.sha256 = m.sha256 WHERE f.recording_id = $1";
    let found: Vec<(String, i64)> = sqlx::query_as(OF).bind(recording_id).fetch_all(store.reader()).await?;
    Ok(found.into_iter().collect())
}
