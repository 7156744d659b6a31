//! Facts about this database.

use super::{Store, Tx};
use crate::fault::Stored;

/// Fictional data, not requests of real people.
pub const DEMO: &str = "demo";
/// Which secret file belongs to this database.
pub const SECRET: &str = "secret";
/// Which version of the program counted the totals of the statistics.
pub const TOTALS: &str = "totals_version";

/// What is set under this name.
pub async fn get(store: &Store, name: &str) -> Stored<Option<String>> {
    Ok(sqlx::query_scalar("SELECT content FROM setting WHERE name = $1")
        .bind(name)
        .fetch_optional(store.reader())
        .await?)
}

/// Sets a name.
pub async fn set(tx: &mut Tx, name: &str, content: &str) -> Stored<()> {
    sqlx::query(
        "INSERT INTO setting (name, content) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET content = excluded.content",
    )
    .bind(name)
    .bind(content)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Sets a name that is not set yet.
pub async fn set_once(tx: &mut Tx, name: &str, content: &str) -> Stored<()> {
    sqlx::query("INSERT INTO setting (name, content) VALUES ($1, $2) ON CONFLICT DO NOTHING")
        .bind(name)
        .bind(content)
        .execute(tx.conn())
        .await?;
    Ok(())
}
