//! Days on which office or court was closed beside its holidays.

use law::calendar::{CalendarOwner, Closure};
use serde::Deserialize;
use sqlx::{Any, Executor, FromRow};

use super::{Tx, rows};
use crate::fault::Stored;

/// A closure with the instant it was entered: deadlines know only what was known when their clock
/// started.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct EnteredClosure {
    /// The closure.
    #[serde(flatten)]
    pub closure: Closure,
    /// Microseconds since 1970.
    pub at: i64,
    /// When it was withdrawn as a mistake, if it was.
    #[serde(default)]
    pub withdrawn_at: Option<i64>,
}

/// The closures entered by an instant, and not withdrawn by then.
pub fn known_at(entered: &[EnteredClosure], at: i64) -> Vec<Closure> {
    entered
        .iter()
        .filter(|one| one.at <= at && one.withdrawn_at.is_none_or(|withdrawn| withdrawn > at))
        .map(|one| one.closure.clone())
        .collect()
}

#[derive(FromRow)]
struct Row {
    office: String,
    on_date: String,
    reason: String,
    at: i64,
    withdrawn_at: Option<i64>,
}

/// All closures, oldest first.
///
/// # Errors
/// [`Fault::Corrupt`](crate::fault::Fault::Corrupt) for an office or a day that is none.
pub async fn all(db: impl Executor<'_, Database = Any>) -> Stored<Vec<EnteredClosure>> {
    const ALL: &str = "SELECT c.office, c.on_date, c.reason, c.at, w.at AS withdrawn_at FROM closure c \
         LEFT JOIN closure_withdrawn w ON w.office = c.office AND w.on_date = c.on_date \
         ORDER BY c.on_date, c.office";
    from_rows(sqlx::query_as(ALL).fetch_all(db).await?)
}

/// The closures entered by an instant, oldest first: what a deadline counts with that is worked out then.
///
/// # Errors
/// As [`all`].
pub async fn entered_by(db: impl Executor<'_, Database = Any>, at: i64) -> Stored<Vec<Closure>> {
    Ok(known_at(&all(db).await?, at))
}

fn from_rows(found: Vec<Row>) -> Stored<Vec<EnteredClosure>> {
    let entered = |row: Row| {
        let office = rows::known("closure", &row.on_date, &row.office, CalendarOwner::parse)?;
        let on = rows::day("closure", &row.on_date, &row.on_date)?;
        Ok(EnteredClosure {
            closure: Closure {
                office,
                on,
                reason: row.reason,
            },
            at: row.at,
            withdrawn_at: row.withdrawn_at,
        })
    };
    found.into_iter().map(entered).collect()
}

/// Adds a closure; `false` where the day is entered already.
pub async fn add(tx: &mut Tx, closure: &Closure, staff_id: &str, at: i64) -> Stored<bool> {
    let done = sqlx::query(
        "INSERT INTO closure (office, on_date, reason, entered_by, at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT DO NOTHING",
    )
    .bind(closure.office.key())
    .bind(closure.on.to_string())
    .bind(&closure.reason)
    .bind(staff_id)
    .bind(at)
    .execute(tx.conn().await?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Withdraws a closure that was a mistake; `false` where none stands on that day. Its entry stays.
pub async fn withdraw(tx: &mut Tx, closure: &Closure, staff_id: &str, at: i64) -> Stored<bool> {
    const WITHDRAW: &str = "INSERT INTO closure_withdrawn (office, on_date, reason, withdrawn_by, at) \
         SELECT c.office, c.on_date, $3, $4, CAST($5 AS BIGINT) FROM closure c \
         WHERE c.office = $1 AND c.on_date = $2 AND NOT EXISTS (SELECT 1 FROM closure_withdrawn w \
         WHERE w.office = c.office AND w.on_date = c.on_date)";
    let done = sqlx::query(WITHDRAW)
        .bind(closure.office.key())
        .bind(closure.on.to_string())
        .bind(&closure.reason)
        .bind(staff_id)
        .bind(at)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}
