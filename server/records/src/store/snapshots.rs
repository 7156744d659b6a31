//! The totals as they stood at the first look of a year: what must not be told from two looks is read
//! from these.

use law::Date;
use statistics::Totals;

use super::{Store, Tx};
use crate::fault::Stored;

/// The totals at the first look of a year, if there was one.
///
/// # Errors
/// When the database cannot, or they cannot be read.
pub async fn of_year(store: &Store, year: i16) -> Stored<Option<Totals>> {
    const FIRST: &str =
        "SELECT totals FROM statistics_snapshot WHERE as_of >= $1 AND as_of < $2 ORDER BY as_of LIMIT 1";
    let found: Option<String> = sqlx::query_scalar(FIRST)
        .bind(format!("{year:04}-01-01"))
        .bind(format!("{:04}-01-01", year + 1))
        .fetch_optional(store.reader())
        .await?;
    Ok(found.as_deref().map(serde_json::from_str).transpose()?)
}

/// Whether there was a look in a year.
pub async fn has_year(store: &Store, year: i16) -> Stored<bool> {
    const ANY: &str = "SELECT COUNT(*) FROM statistics_snapshot WHERE as_of >= $1 AND as_of < $2";
    let known: i64 = sqlx::query_scalar(ANY)
        .bind(format!("{year:04}-01-01"))
        .bind(format!("{:04}-01-01", year + 1))
        .fetch_one(store.reader())
        .await?;
    Ok(known > 0)
}

/// Keeps the totals of a day; the first ones stay.
pub async fn keep(tx: &mut Tx, as_of: Date, totals: &Totals, at: i64) -> Stored<()> {
    const KEEP: &str = "INSERT INTO statistics_snapshot (as_of, totals, made_at) VALUES ($1, $2, $3) \
         ON CONFLICT DO NOTHING";
    sqlx::query(KEEP)
        .bind(as_of.to_string())
        .bind(serde_json::to_string(totals)?)
        .bind(at)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}
