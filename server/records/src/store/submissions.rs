//! Forms that have done their work.

use super::Tx;
use crate::fault::Stored;

/// Takes a form's mark; `false` if the form has done its work before.
///
/// # Errors
/// When the database cannot.
pub async fn take(tx: &mut Tx, mark: &str, request_id: &str, at: i64) -> Stored<bool> {
    let done = sqlx::query("INSERT INTO submission (mark, request_id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
        .bind(mark)
        .bind(request_id)
        .bind(at)
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected() == 1)
}
