//! Second factors and recovery codes.

use sqlx::FromRow;

use crate::{
    fault::Stored,
    store::{Store, Tx, rows},
};

/// The only kind so far: time-based one-time passwords (RFC 6238).
const TOTP: &str = "totp";

/// A second factor as kept.
#[derive(Clone, Debug, FromRow)]
pub struct FactorRow {
    /// What it is checked against, encrypted.
    pub sealed: String,
    /// Since when it is asked for.
    pub enrolled_at: Option<i64>,
}

/// The second factor of an account, enrolled or not.
pub async fn factor(store: &Store, staff_id: &str) -> Stored<Option<FactorRow>> {
    Ok(
        sqlx::query_as("SELECT sealed, enrolled_at FROM staff_factor WHERE staff_id = $1 AND kind = $2")
            .bind(staff_id)
            .bind(TOTP)
            .fetch_optional(store.reader())
            .await?,
    )
}

/// The second factor of an account, where it is asked for.
pub async fn enrolled_factor(store: &Store, staff_id: &str) -> Stored<Option<FactorRow>> {
    Ok(factor(store, staff_id).await?.filter(|row| row.enrolled_at.is_some()))
}

/// Keeps a second factor that is not asked for yet, in the place of one that was not either; `false` where one is enrolled.
pub async fn begin_factor(tx: &mut Tx, staff_id: &str, sealed: &str, now: i64) -> Stored<bool> {
    sqlx::query("DELETE FROM staff_factor WHERE staff_id = $1 AND kind = $2 AND enrolled_at IS NULL")
        .bind(staff_id)
        .bind(TOTP)
        .execute(tx.conn().await?)
        .await?;
    let done = sqlx::query(
        "INSERT INTO staff_factor (staff_id, kind, sealed, created_at, last_step) VALUES ($1, $2, $3, $4, 0) \
         ON CONFLICT DO NOTHING",
    )
    .bind(staff_id)
    .bind(TOTP)
    .bind(sealed)
    .bind(now)
    .execute(tx.conn().await?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// From now on the second factor is asked for; `false` where it was already.
pub async fn enroll(tx: &mut Tx, staff_id: &str, now: i64) -> Stored<bool> {
    let done = sqlx::query(
        "UPDATE staff_factor SET enrolled_at = $1 WHERE staff_id = $2 AND kind = $3 AND enrolled_at IS NULL",
    )
    .bind(now)
    .bind(staff_id)
    .bind(TOTP)
    .execute(tx.conn().await?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes the code of a time step; `false` if that one or a later one was taken before. One statement, so that of many at
/// once one is taken.
pub async fn use_step(tx: &mut Tx, staff_id: &str, step: i64) -> Stored<bool> {
    let done =
        sqlx::query("UPDATE staff_factor SET last_step = $1 WHERE staff_id = $2 AND kind = $3 AND last_step < $1")
            .bind(step)
            .bind(staff_id)
            .bind(TOTP)
            .execute(tx.conn().await?)
            .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes the second factor and its recovery codes away; whether there was one.
pub async fn remove_factor(tx: &mut Tx, staff_id: &str) -> Stored<bool> {
    sqlx::query("DELETE FROM staff_recovery_code WHERE staff_id = $1")
        .bind(staff_id)
        .execute(tx.conn().await?)
        .await?;
    let done = sqlx::query("DELETE FROM staff_factor WHERE staff_id = $1")
        .bind(staff_id)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Keeps recovery codes in the place of those before.
pub async fn keep_recovery_codes(tx: &mut Tx, staff_id: &str, hashes: &[String], now: i64) -> Stored<()> {
    sqlx::query("DELETE FROM staff_recovery_code WHERE staff_id = $1")
        .bind(staff_id)
        .execute(tx.conn().await?)
        .await?;
    for hash in hashes {
        sqlx::query("INSERT INTO staff_recovery_code (code_hash, staff_id, created_at) VALUES ($1, $2, $3)")
            .bind(hash)
            .bind(staff_id)
            .bind(now)
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(())
}

/// Uses a recovery code up; how many are left, or `None` if it is none or was used. One statement, as [`use_step`].
pub async fn use_recovery_code(tx: &mut Tx, staff_id: &str, hash: &str, now: i64) -> Stored<Option<u64>> {
    let done = sqlx::query(
        "UPDATE staff_recovery_code SET used_at = $1 WHERE code_hash = $2 AND staff_id = $3 AND used_at IS NULL",
    )
    .bind(now)
    .bind(hash)
    .bind(staff_id)
    .execute(tx.conn().await?)
    .await?;
    if done.rows_affected() != 1 {
        return Ok(None);
    }
    let left: i64 = sqlx::query_scalar(LEFT)
        .bind(staff_id)
        .fetch_one(tx.conn().await?)
        .await?;
    Ok(Some(rows::count(left)))
}

const LEFT: &str = "SELECT COUNT(*) FROM staff_recovery_code WHERE staff_id = $1 AND used_at IS NULL";

/// How many recovery codes are left.
pub async fn recovery_codes_left(store: &Store, staff_id: &str) -> Stored<u64> {
    let left: i64 = sqlx::query_scalar(LEFT)
        .bind(staff_id)
        .fetch_one(store.reader())
        .await?;
    Ok(rows::count(left))
}
