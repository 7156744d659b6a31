//! How many requests stand where.

use law::{Date, request::Stage};
use office::views::Figures;

use super::{Store, rows};
use crate::fault::Stored;

/// How many requests there are in each stage.
pub async fn by_stage(store: &Store) -> Stored<Vec<(Stage, u64)>> {
    let found: Vec<(String, i64)> = sqlx::query_as("SELECT stage, COUNT(*) FROM records_request GROUP BY stage")
        .fetch_all(store.reader())
        .await?;
    found
        .into_iter()
        .map(|(stage, requests)| Ok((rows::stage("records_request", &stage)?, rows::count(requests))))
        .collect()
}

/// The figures of the home page.
pub async fn home(store: &Store, today: Date) -> Stored<Figures> {
    let stages = by_stage(store).await?;
    let overdue: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM records_request WHERE closed_on IS NULL AND COALESCE(next_due, '9999-12-31') < $1",
    )
    .bind(today.to_string())
    .fetch_one(store.reader())
    .await?;
    let sum = |of: fn(Stage) -> bool| {
        stages
            .iter()
            .filter(|(stage, _)| of(*stage))
            .map(|(_, number)| number)
            .sum()
    };
    Ok(Figures {
        filed: sum(|_| true),
        open: sum(|stage| !stage.ended()),
        waiting: sum(|stage| stage == Stage::WaitInactive),
        overdue: rows::count(overdue),
    })
}
