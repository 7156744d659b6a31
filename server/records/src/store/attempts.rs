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

/// When the next try may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Wrong tries in a row.
    pub failures: u32,
    /// Not before this instant.
    pub next_at: i64,
}

/// The turn of a hash, locked until the transaction ends; as none where nobody tried since `forgotten`.
pub async fn turn(tx: &mut Tx, hash: &str, now: i64, forgotten: i64) -> Stored<Turn> {
    const TURN: &str = "INSERT INTO sign_in_wait (key_hash, failures, next_at) VALUES ($1, 0, $2) \
         ON CONFLICT (key_hash) DO UPDATE SET failures = CASE WHEN sign_in_wait.next_at < $3 THEN 0 \
         ELSE sign_in_wait.failures END RETURNING failures, next_at";
    let (failures, next_at): (i64, i64) = sqlx::query_as(TURN)
        .bind(hash)
        .bind(now)
        .bind(forgotten)
        .fetch_one(tx.conn().await?)
        .await?;
    if failures == 0 {
        sqlx::query("DELETE FROM sign_in_wait WHERE next_at < $1")
            .bind(forgotten.saturating_sub(KEPT_MICROS))
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(Turn {
        failures: u32::try_from(failures).unwrap_or(u32::MAX),
        next_at,
    })
}

/// Keeps the turn of a hash.
pub async fn keep_turn(tx: &mut Tx, hash: &str, turn: Turn) -> Stored<()> {
    sqlx::query("UPDATE sign_in_wait SET failures = $1, next_at = $2 WHERE key_hash = $3")
        .bind(i64::from(turn.failures))
        .bind(turn.next_at)
        .bind(hash)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Forgets the turn of a hash: the secret was right.
pub async fn forget_turn(tx: &mut Tx, hash: &str) -> Stored<()> {
    sqlx::query("DELETE FROM sign_in_wait WHERE key_hash = $1")
        .bind(hash)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Counts one more of what may be done `burst` times at once and then once in each `every`, all in microseconds: the generic cell
/// rate algorithm (ITU-T I.371, annex A), with the instant up to which it is used up. How long it is too early; `None` if it
/// may be done. PostgreSQL alone.
pub async fn use_rate(tx: &mut Tx, hash: &str, now: i64, every: i64, burst: u32) -> Stored<Option<i64>> {
    const USE: &str = "INSERT INTO shared_rate (key_hash, used_until) VALUES ($1, $2 + $3) \
         ON CONFLICT (key_hash) DO UPDATE SET used_until = GREATEST(shared_rate.used_until, $2) + $3 \
         WHERE GREATEST(shared_rate.used_until, $2) + $3 <= $2 + $4 RETURNING used_until";
    let most = every.saturating_mul(i64::from(burst));
    let used: Option<i64> = sqlx::query_scalar(USE)
        .bind(hash)
        .bind(now)
        .bind(every)
        .bind(most)
        .fetch_optional(tx.conn().await?)
        .await?;
    if used.is_some() {
        return Ok(None);
    }
    let used: Option<i64> = sqlx::query_scalar("SELECT used_until FROM shared_rate WHERE key_hash = $1")
        .bind(hash)
        .fetch_optional(tx.conn().await?)
        .await?;
    Ok(Some((used.unwrap_or(now) + every - now - most).max(0)))
}

/// Forgets the rates of which nothing is used any more. PostgreSQL alone.
pub async fn forget_rates(store: &Store, now: i64) -> Stored<()> {
    let mut tx = store.begin().await?;
    sqlx::query("DELETE FROM shared_rate WHERE used_until <= $1")
        .bind(now)
        .execute(tx.conn().await?)
        .await?;
    tx.commit().await
}
