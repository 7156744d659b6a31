//! Browsers in which somebody has signed in rightly.

use crate::{
    fault::Stored,
    store::{Store, Tx},
};

/// Keeps a browser of an account.
pub async fn keep_device(tx: &mut Tx, token_hash: &str, staff_id: &str, now: i64, oldest: i64) -> Stored<()> {
    sqlx::query("DELETE FROM staff_device WHERE used_at < $1")
        .bind(oldest)
        .execute(tx.conn().await?)
        .await?;
    sqlx::query(
        "INSERT INTO staff_device (token_hash, staff_id, created_at, used_at) VALUES ($1, $2, $3, $3) \
         ON CONFLICT (token_hash) DO UPDATE SET used_at = $3",
    )
    .bind(token_hash)
    .bind(staff_id)
    .bind(now)
    .execute(tx.conn().await?)
    .await?;
    Ok(())
}

/// Whether this is a browser of the account with this address, used since `oldest`.
pub async fn is_device(store: &Store, token_hash: &str, email: &str, oldest: i64) -> Stored<bool> {
    let found: Option<String> = sqlx::query_scalar(
        "SELECT d.staff_id FROM staff_device d JOIN staff s ON s.id = d.staff_id \
         WHERE d.token_hash = $1 AND s.email = $2 AND d.used_at > $3",
    )
    .bind(token_hash)
    .bind(email)
    .bind(oldest)
    .fetch_optional(store.reader())
    .await?;
    Ok(found.is_some())
}

/// Forgets the browsers of an account.
pub async fn forget_devices(tx: &mut Tx, staff_id: &str) -> Stored<()> {
    sqlx::query("DELETE FROM staff_device WHERE staff_id = $1")
        .bind(staff_id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}
