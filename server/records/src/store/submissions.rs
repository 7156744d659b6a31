//! Forms that have done their work.

use super::Tx;
use crate::fault::Stored;

/// Takes a form's hash; `false` if the form has done its work before.
pub async fn claim(tx: &mut Tx, hash: &str, request_id: &str, at: i64) -> Stored<bool> {
    let done =
        sqlx::query("INSERT INTO submission (key_hash, request_id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
            .bind(hash)
            .bind(request_id)
            .bind(at)
            .execute(tx.conn().await?)
            .await?;
    Ok(done.rows_affected() == 1)
}
