//! Files that go with the footage that was lawfully deleted.

use std::collections::{HashMap, HashSet};

use law::{Date, redaction::Sha256};
use sqlx::AnyConnection;

use super::super::{Store, Tx, recordings, rows};
use crate::fault::Stored;

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

/// Which of these files something keeps on this day: a paper that was not erased; footage it shows that was not deleted in keeping with the law; a
/// hold, an order to preserve, an active or closed record, a notice that runs, a release that goes on. One statement for all:
/// what holds reach which recordings is worked out once, and not for each file.
pub async fn kept(conn: &mut AnyConnection, files: &[&Sha256], today: Date) -> Stored<HashSet<String>> {
    if files.is_empty() {
        return Ok(HashSet::new());
    }
    let list = rows::list(2, files.len());
    let sql = format!(
        "WITH shown AS (SELECT DISTINCT u.sha256, u.recording_id FROM footage_file u WHERE u.sha256 IN {list}) \
         SELECT a.sha256 FROM attachment a WHERE a.sha256 IN {list} \
         UNION SELECT p.sha256 FROM request_paper p WHERE p.sha256 IN {list} \
         UNION SELECT f.sha256 FROM shown f WHERE \
         NOT EXISTS (SELECT 1 FROM deletion d WHERE d.recording_id = f.recording_id) \
         OR EXISTS (SELECT 1 FROM deletion_breach b WHERE b.recording_id = f.recording_id) \
         OR EXISTS (SELECT 1 FROM order_scope s JOIN disclosure_order o ON o.id = s.order_id \
             WHERE s.recording_id = f.recording_id AND o.kind = 'preserve' AND (o.last_day IS NULL OR o.last_day >= $1)) \
         OR EXISTS (SELECT 1 FROM release e WHERE e.recording_id = f.recording_id AND e.stopped_at IS NULL) \
         OR f.recording_id IN (SELECT o.recording_id FROM deletion_obstacle o) \
         OR f.recording_id IN (SELECT h.recording_id FROM recording_hold h WHERE h.last_day IS NULL OR h.last_day >= $1)"
    );
    let mut query = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(today.to_string());
    for file in files {
        query = query.bind(file.as_str());
    }
    Ok(query.fetch_all(conn).await?.into_iter().collect())
}

/// Decides that files are to be taken away. Whether something keeps them by then is asked again before they go
/// ([`say_removed`]).
pub async fn decide_removal(tx: &mut Tx, files: &[&Sha256], at: i64) -> Stored<()> {
    for sha256 in files {
        tx.queue("INSERT INTO removed_file (sha256, decided_at) VALUES ($1, $2) ON CONFLICT DO NOTHING")
            .bind(sha256.as_str())
            .bind(at);
    }
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

/// Says that files are gone, before they go: until the transaction ends nobody brings them again. Only those are to go:
/// where something keeps a file since it was decided, the decision is forgotten.
pub async fn say_removed(tx: &mut Tx, files: &[&Sha256], today: Date, at: i64) -> Stored<Vec<Sha256>> {
    let sql = format!(
        "SELECT DISTINCT recording_id FROM footage_file WHERE sha256 IN {} ORDER BY recording_id",
        rows::list(1, files.len())
    );
    let mut shown = sqlx::query_scalar::<_, String>(sqlx::AssertSqlSafe(sql));
    for file in files {
        shown = shown.bind(file.as_str());
    }
    for recording in shown.fetch_all(tx.conn().await?).await? {
        recordings::hold_still(tx, &recording).await?;
    }
    let kept = kept(tx.conn().await?, files, today).await?;
    let (stay, go): (Vec<&Sha256>, Vec<&Sha256>) = files.iter().partition(|file| kept.contains(file.as_str()));
    for file in stay {
        tx.queue("DELETE FROM removed_file WHERE sha256 = $1 AND removed_at IS NULL")
            .bind(file.as_str());
    }
    if go.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "UPDATE removed_file SET removed_at = $1 WHERE removed_at IS NULL AND sha256 IN {} RETURNING sha256",
        rows::list(2, go.len())
    );
    let mut gone = sqlx::query_scalar::<_, String>(sqlx::AssertSqlSafe(sql)).bind(at);
    for file in go {
        gone = gone.bind(file.as_str());
    }
    hashes(&gone.fetch_all(tx.conn().await?).await?)
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
