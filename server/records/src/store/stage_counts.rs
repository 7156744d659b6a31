//! How many requests stand where.

use law::{Date, request::Stage};
use office::views::Figures;

use super::{Store, log::sealed, rows};
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

/// The figures of the home page. A request that a court decided in a case that it sealed is as open as before, and one that a
/// court has in such a case is past no day.
pub async fn home(store: &Store, today: Date) -> Stored<Figures> {
    const OVERDUE: &str = concat!(
        "SELECT COUNT(*) FROM records_request WHERE closed_on IS NULL AND COALESCE(next_due, '9999-12-31') < $1 \
         AND NOT (",
        sealed!(),
        ")"
    );
    const REFUSED: &str = concat!(
        "SELECT COUNT(*) FROM records_request WHERE stage = 'order_denied' AND ",
        sealed!()
    );
    let stages = by_stage(store).await?;
    let overdue: i64 = sqlx::query_scalar(OVERDUE)
        .bind(today.to_string())
        .fetch_one(store.reader())
        .await?;
    let refused: i64 = sqlx::query_scalar(REFUSED).fetch_one(store.reader()).await?;
    let sum = |of: fn(Stage) -> bool| -> u64 {
        let of_stages = stages.iter().filter(|(stage, _)| of(*stage));
        of_stages.map(|(_, number)| number).sum()
    };
    Ok(Figures {
        filed: sum(|_| true),
        open: sum(|stage| !stage.ended()) + rows::count(refused),
        waiting: sum(|stage| stage == Stage::WaitInactive),
        overdue: rows::count(overdue),
    })
}
