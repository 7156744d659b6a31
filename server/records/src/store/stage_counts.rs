//! Running totals, written with the docket.

use law::{Date, request::Stage};
use office::views::Figures;

use super::{Store, Tx, rows};
use crate::fault::Stored;

const COUNT: &str = " ON CONFLICT (stage) DO UPDATE SET requests = figure.requests + excluded.requests";

/// Counts a request into a stage, out of another. Rows are taken in the order of their keys, so
/// that two moves cannot wait for each other.
///
/// # Errors
/// When the database cannot.
pub async fn moved(tx: &mut Tx, from: Option<Stage>, to: Stage) -> Stored<()> {
    count(tx, from, to, 1).await
}

/// As [`moved`], for several requests at once.
///
/// # Errors
/// When the database cannot.
pub async fn count(tx: &mut Tx, from: Option<Stage>, to: Stage, requests: i64) -> Stored<()> {
    let mut steps: Vec<(&str, i64)> = from.map(|stage| (stage.key(), -requests)).into_iter().collect();
    steps.push((to.key(), requests));
    if from == Some(to) {
        return Ok(());
    }
    steps.sort_unstable();
    let values = rows::values(steps.len(), 2);
    let sql = format!("INSERT INTO figure (stage, requests) VALUES {values}{COUNT}");
    let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
    for (stage, step) in steps {
        query = query.bind(stage).bind(step);
    }
    query.execute(tx.conn()).await?;
    Ok(())
}

/// How many requests there are in each stage.
///
/// # Errors
/// When the database cannot.
pub async fn by_stage(store: &Store) -> Stored<Vec<(Stage, u64)>> {
    let found: Vec<(String, i64)> = sqlx::query_as("SELECT stage, requests FROM figure")
        .fetch_all(store.reader())
        .await?;
    found
        .into_iter()
        .map(|(stage, requests)| Ok((rows::stage("figure", &stage)?, rows::count(requests))))
        .collect()
}

/// The figures of the home page.
///
/// # Errors
/// When the database cannot.
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
