//! Facts about this database.

use super::{Store, Tx};
use crate::fault::Stored;

/// Fictional data, not requests of real people.
pub const DEMO: &str = "demo";
/// The fictional data is whole.
pub const DEMO_MADE: &str = "demo_made";
/// Which secret file belongs to this database.
pub const SECRET: &str = "secret";
/// The day of the last fold of the statistics.
pub const COUNTED_ON: &str = "counted_on";
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
    .execute(tx.conn().await?)
    .await?;
    Ok(())
}

/// Sets a name that is not set yet.
pub async fn set_once(tx: &mut Tx, name: &str, content: &str) -> Stored<()> {
    sqlx::query("INSERT INTO setting (name, content) VALUES ($1, $2) ON CONFLICT DO NOTHING")
        .bind(name)
        .bind(content)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}
