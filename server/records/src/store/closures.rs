//! Days on which office or court was closed beside its holidays.

use law::{
    Date,
    calendar::{CalendarOwner, Closure},
};
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
    /// What was done to it since, in order: whether it stands from then on, and when, in microseconds since 1970.
    #[serde(default)]
    pub changes: Vec<ClosureChange>,
}

/// A closure taken back, or entered once more.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct ClosureChange {
    pub kind: String,
    pub at: i64,
    pub reason: String,
}

impl EnteredClosure {
    /// Whether it was known and not taken back at an instant.
    pub fn stands_at(&self, at: i64) -> bool {
        let last = self.changes.iter().rfind(|change| change.at <= at);
        self.at <= at && last.is_none_or(|change| change.kind == "entered_again")
    }

    /// Since when and why it does not stand, where it does not.
    pub fn taken_back(&self) -> Option<&ClosureChange> {
        self.changes.last().filter(|change| change.kind == "taken_back")
    }
}

/// The closures entered by an instant, and not taken back by then.
pub fn known_at(entered: &[EnteredClosure], at: i64) -> Vec<Closure> {
    entered
        .iter()
        .filter(|one| one.stands_at(at))
        .map(|one| one.closure.clone())
        .collect()
}

#[derive(FromRow)]
struct Row {
    office: String,
    on_date: String,
    reason: String,
    at: i64,
    change_kind: Option<String>,
    change_at: Option<i64>,
    change_reason: Option<String>,
}

/// All closures, oldest first.
///
/// # Errors
/// [`Fault::Corrupt`](crate::fault::Fault::Corrupt) for an office or a day that is none.
pub async fn all(db: impl Executor<'_, Database = Any>) -> Stored<Vec<EnteredClosure>> {
    const ALL: &str = "SELECT c.office, c.on_date, c.reason, c.at, h.kind AS change_kind, h.at AS change_at, \
         h.reason AS change_reason FROM closure c \
         LEFT JOIN closure_change h ON h.office = c.office AND h.on_date = c.on_date ORDER BY c.on_date, c.office, h.no";
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
    let mut all: Vec<EnteredClosure> = Vec::new();
    for row in found {
        let office = rows::known("closure", &row.on_date, &row.office, CalendarOwner::parse)?;
        let on = rows::day("closure", &row.on_date, &row.on_date)?;
        let change = match (row.change_kind, row.change_at) {
            (Some(kind), Some(at)) => Some(ClosureChange {
                kind,
                at,
                reason: row.change_reason.unwrap_or_default(),
            }),
            _ => None,
        };
        match all
            .last_mut()
            .filter(|last| last.closure.office == office && last.closure.on == on)
        {
            Some(known) => known.changes.extend(change),
            None => all.push(EnteredClosure {
                closure: Closure {
                    office,
                    on,
                    reason: row.reason,
                },
                at: row.at,
                changes: change.into_iter().collect(),
            }),
        }
    }
    Ok(all)
}

/// Keeps that a closure is taken back, or entered once more.
pub async fn change(
    tx: &mut Tx,
    (office, on): (CalendarOwner, Date),
    kind: &'static str,
    reason: &str,
    staff_id: &str,
    at: i64,
) -> Stored<()> {
    const CHANGE: &str = "INSERT INTO closure_change (office, on_date, no, kind, reason, entered_by, at) \
         SELECT $1, $2, COALESCE(MAX(no), 0) + 1, $3, $4, $5, CAST($6 AS BIGINT) FROM closure_change \
         WHERE office = $1 AND on_date = $2";
    sqlx::query(CHANGE)
        .bind(office.key())
        .bind(on.to_string())
        .bind(kind)
        .bind(reason)
        .bind(staff_id)
        .bind(at)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
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
