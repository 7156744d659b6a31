//! Files that go with the footage that was lawfully deleted.

use std::collections::HashMap;

use law::{Date, redaction::Sha256};

use super::super::{Store, Tx, recordings, rows};
use crate::fault::Stored;

/// What keeps the file `$1` on the day `$2`: a paper; footage it shows that was not deleted in keeping with the law; a hold, an
/// order to preserve, an active or closed record, a notice that runs, a release that goes on.
const KEPT: &str = "(EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = $1) \
     OR EXISTS (SELECT 1 FROM footage_file u WHERE u.sha256 = $1 AND ( \
         NOT EXISTS (SELECT 1 FROM deletion d WHERE d.recording_id = u.recording_id) \
         OR EXISTS (SELECT 1 FROM deletion_breach b WHERE b.recording_id = u.recording_id) \
         OR EXISTS (SELECT 1 FROM deletion_obstacle o WHERE o.recording_id = u.recording_id) \
         OR EXISTS (SELECT 1 FROM recording_hold h WHERE h.recording_id = u.recording_id \
             AND (h.last_day IS NULL OR h.last_day >= $2)) \
         OR EXISTS (SELECT 1 FROM order_scope s JOIN disclosure_order o ON o.id = s.order_id \
             WHERE s.recording_id = u.recording_id AND o.kind = 'preserve' \
             AND (o.last_day IS NULL OR o.last_day >= $2)) \
         OR EXISTS (SELECT 1 FROM release e WHERE e.recording_id = u.recording_id AND e.stopped_at IS NULL))))";

/// Files of deleted footage of which nothing is decided. CROSS JOIN: SQLite begins at the deletions, which are few, and reads
/// no table of files through.
pub async fn undecided(store: &Store) -> Stored<Vec<Sha256>> {
    const UNDECIDED: &str = "SELECT f.sha256 FROM ( \
         SELECT o.sha256 FROM deletion d CROSS JOIN original o WHERE o.recording_id = d.recording_id \
         UNION SELECT c.sha256 FROM deletion d CROSS JOIN release_copy c WHERE c.recording_id = d.recording_id \
         UNION SELECT c.captions_sha256 FROM deletion d CROSS JOIN release_copy c WHERE c.recording_id = d.recording_id \
         UNION SELECT c.transcript_sha256 FROM deletion d CROSS JOIN release_copy c WHERE c.recording_id = d.recording_id) f \
         WHERE f.sha256 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM removed_file m WHERE m.sha256 = f.sha256) \
         ORDER BY f.sha256";
    let found: Vec<String> = sqlx::query_scalar(UNDECIDED).fetch_all(store.reader()).await?;
    hashes(&found)
}

/// Whether anything keeps a file on this day. Asked of the reader, which keeps nobody from writing.
pub async fn is_kept(store: &Store, sha256: &Sha256, today: Date) -> Stored<bool> {
    let sql = format!("SELECT CAST(COUNT(*) AS BIGINT) FROM stored_file WHERE sha256 = $1 AND {KEPT}");
    let kept: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(sha256.as_str())
        .bind(today.to_string())
        .fetch_one(store.reader())
        .await?;
    Ok(kept > 0)
}

/// Decides that a file is to be taken away. Whether something keeps it by then is asked again before it goes
/// ([`say_removed`]).
pub async fn decide_removal(tx: &mut Tx, sha256: &Sha256, at: i64) -> Stored<()> {
    sqlx::query("INSERT INTO removed_file (sha256, decided_at) VALUES ($1, $2) ON CONFLICT DO NOTHING")
        .bind(sha256.as_str())
        .bind(at)
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
    hashes(&found)
}

fn hashes(found: &[String]) -> Stored<Vec<Sha256>> {
    let read = |text: &String| Sha256::parse(text).map_err(|_| rows::corrupt("removed_file", text, "no hash"));
    found.iter().map(read).collect()
}

/// Says that a file is gone, before it goes: until the transaction ends nobody brings it again. `false` where it is not to go
/// any more: something keeps it since it was decided, and then the decision is forgotten.
pub async fn say_removed(tx: &mut Tx, sha256: &Sha256, today: Date, at: i64) -> Stored<bool> {
    let shown: Vec<String> =
        sqlx::query_scalar("SELECT DISTINCT recording_id FROM footage_file WHERE sha256 = $1 ORDER BY recording_id")
            .bind(sha256.as_str())
            .fetch_all(tx.conn().await?)
            .await?;
    for recording in &shown {
        recordings::hold_still(tx, recording).await?;
    }
    let sql = format!("DELETE FROM removed_file WHERE sha256 = $1 AND removed_at IS NULL AND {KEPT}");
    sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(sha256.as_str())
        .bind(today.to_string())
        .execute(tx.conn().await?)
        .await?;
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
