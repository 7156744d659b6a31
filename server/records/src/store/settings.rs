//! Facts about this database.

use sqlx::AnyConnection;

use super::{Store, Tx};
use crate::fault::Stored;

/// Fictional data, not requests of real people.
pub const DEMO: &str = "demo";
/// The fictional data is whole.
pub const DEMO_MADE: &str = "demo_made";
/// Which secret file belongs to this database.
pub const SECRET: &str = "secret";
/// Time is set by hand here, for tests and drills: the database does not compare it with the machine's clock. Only before
/// the first entry.
pub const CLOCK: &str = "clock";
/// When an operator last confirmed the machine's clock, in microseconds since 1970.
pub const CLOCK_CONFIRMED: &str = "clock_confirmed";
/// At a start nothing told whether the program was off for long or its clock was ahead: the last trace of work before it, in
/// microseconds since 1970. Until an operator confirms the clock.
pub const CLOCK_UNCONFIRMED: &str = "clock_unconfirmed";
/// When the worker last went by the clock, in microseconds since 1970.
pub const CLOCK_SEEN: &str = "clock_seen";
/// The court cases of what earlier versions entered of courts are opened.
pub const COURT_CASES: &str = "court_cases";
/// The day of the last fold of the statistics.
pub const COUNTED_ON: &str = "counted_on";
/// Which version of the program counted the totals of the statistics.
pub const TOTALS: &str = "totals_version";
/// Which set of tallies belongs to the totals; not set for the first one.
pub const TALLIES: &str = "tallies";
/// Which set of tallies is being counted anew, and until when that is believed.
pub const RECOUNT: &str = "recount";

/// What is set under this name.
pub async fn get(store: &Store, name: &str) -> Stored<Option<String>> {
    Ok(sqlx::query_scalar("SELECT content FROM setting WHERE name = $1")
        .bind(name)
        .fetch_optional(store.reader())
        .await?)
}

/// What is set under this name, as a connection sees it.
pub async fn get_within(conn: &mut AnyConnection, name: &str) -> Stored<Option<String>> {
    Ok(sqlx::query_scalar("SELECT content FROM setting WHERE name = $1")
        .bind(name)
        .fetch_optional(conn)
        .await?)
}

/// Sets a name no longer.
pub async fn remove(tx: &mut Tx, name: &str) -> Stored<()> {
    let remove = sqlx::query("DELETE FROM setting WHERE name = $1").bind(name);
    remove.execute(tx.conn().await?).await?;
    Ok(())
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

/// Says that time is set by hand, in a database without entries.
pub async fn clock_by_hand(tx: &mut Tx) -> Stored<()> {
    const SET: &str = "INSERT INTO setting (name, content) SELECT $1, 'by hand' WHERE NOT EXISTS (SELECT 1 FROM docket) \
         AND NOT EXISTS (SELECT 1 FROM audit_entry) AND NOT EXISTS (SELECT 1 FROM setting WHERE name = $1)";
    sqlx::query(SET).bind(CLOCK).execute(tx.conn().await?).await?;
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
