//! Failed secrets: how many in a window of time, by a hash of what they were tried on or from.

use super::{Store, Tx, rows};
use crate::fault::Stored;

/// Windows older than this are forgotten.
const KEPT_MICROS: i64 = 2 * 24 * 3600 * 1_000_000;

/// Failures in the window that began at `window_start`.
pub async fn failures(store: &Store, hash: &str, window_start: i64) -> Stored<u64> {
    let number: Option<i64> =
        sqlx::query_scalar("SELECT failures FROM attempt WHERE key_hash = $1 AND window_start = $2")
            .bind(hash)
            .bind(window_start)
            .fetch_optional(store.reader())
            .await?;
    Ok(rows::count(number.unwrap_or_default()))
}

/// Counts one more; how many that makes.
pub async fn count(tx: &mut Tx, hash: &str, window_start: i64) -> Stored<u64> {
    const COUNT: &str = "INSERT INTO attempt (key_hash, window_start, failures) VALUES ($1, $2, 1) \
         ON CONFLICT (key_hash, window_start) DO UPDATE SET failures = attempt.failures + 1 RETURNING failures";
    let number: i64 = sqlx::query_scalar(COUNT)
        .bind(hash)
        .bind(window_start)
        .fetch_one(tx.conn().await?)
        .await?;
    if number == 1 {
        sqlx::query("DELETE FROM attempt WHERE window_start < $1")
            .bind(window_start.saturating_sub(KEPT_MICROS))
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(rows::count(number))
}

/// Forgets the failures of a hash: the secret was right.
pub async fn forget(tx: &mut Tx, hash: &str) -> Stored<()> {
    sqlx::query("DELETE FROM attempt WHERE key_hash = $1")
        .bind(hash)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}
