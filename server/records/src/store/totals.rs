//! Running totals of the statistics, written with the docket and with the audit log.

use law::{Date, disclosure_order::DisclosureOrder, event::Event, notice::Notice, request::Track};
use statistics::{Count, Deleted, Entry, Increments, Month, RequestTally, Totals, notice_counts};

use super::{Dialect, Store, Tx, rows};
use crate::fault::Stored;

/// What happened to a request in one transaction.
#[derive(Clone, Copy, Debug)]
pub struct CountedActs<'a> {
    /// Its id.
    pub request_id: &'a str,
    /// On what right.
    pub track: Track,
    /// Key of the division.
    pub division: Option<&'a str>,
    /// The day.
    pub day: Date,
    /// What, in order.
    pub events: &'a [Event],
}

/// One writer after another: two that count the same rows in other orders would wait for each other.
/// SQLite has one writer anyway.
///
/// # Errors
/// When the database cannot, or another writer does not let go.
pub async fn lock(tx: &mut Tx) -> Stored<()> {
    if tx.dialect == Dialect::Postgres {
        sqlx::query("SELECT CAST(pg_advisory_xact_lock(610100) AS TEXT)")
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

/// Counts what happened to requests, each told once. Call it before anything else that requests
/// share is written.
///
/// # Errors
/// When the database cannot.
pub async fn count(tx: &mut Tx, told: &[CountedActs<'_>]) -> Stored<()> {
    lock(tx).await?;
    let mut totals = Totals::default();
    let mut stories = Vec::with_capacity(told.len());
    for told in told {
        let mut story = story_of(tx, told).await?;
        for event in told.events {
            totals.tell(&mut story, &told.entry(event));
        }
        if let Some(story) = story {
            stories.push((told.request_id.to_owned(), serde_json::to_string(&story)?));
        }
    }
    add(tx, &totals).await?;
    keep_stories(tx, &stories).await
}

/// Counts what is no event of a request. It takes its turn: rows of recordings and requests are
/// written before it, rows of notices after it, so that nobody waits for a row whose holder waits for
/// the turn.
///
/// # Errors
/// When the database cannot.
pub async fn take(tx: &mut Tx, steps: Increments) -> Stored<()> {
    lock(tx).await?;
    let mut totals = Totals::default();
    totals.take(steps);
    add(tx, &totals).await
}

/// Counts a recording that was deleted under a retention rule.
///
/// # Errors
/// When the database cannot.
pub async fn deleted(tx: &mut Tx, on: Date) -> Stored<()> {
    let (month, what) = (Month::of(on), Deleted::ByRule);
    take(tx, vec![(Count::Deletion { month, what }, 1)]).await
}

/// Counts an order about recordings, verified now.
///
/// # Errors
/// When the database cannot.
pub async fn verified(tx: &mut Tx, order: &DisclosureOrder) -> Stored<()> {
    let (year, kind) = (order.dated.year(), order.kind);
    take(tx, vec![(Count::RecordingOrder { year, kind }, 1)]).await
}

/// Counts what a notice counts for now, less what it counted for as kept so far.
///
/// # Errors
/// When the database cannot.
pub async fn noticed(tx: &mut Tx, before: &Notice, after: &Notice) -> Stored<()> {
    let less = notice_counts(before).into_iter().map(|(count, step)| (count, -step));
    let steps = notice_counts(after).into_iter().chain(less);
    take(tx, steps.collect()).await
}

/// What a request has counted for so far; nothing, when it is filed now.
async fn story_of(tx: &mut Tx, told: &CountedActs<'_>) -> Stored<Option<RequestTally>> {
    if matches!(told.events.first(), Some(Event::Filed { .. })) {
        return Ok(None);
    }
    let known: Option<String> = sqlx::query_scalar("SELECT story FROM total_story WHERE request_id = $1")
        .bind(told.request_id)
        .fetch_optional(tx.conn())
        .await?;
    Ok(known.as_deref().map(serde_json::from_str).transpose()?)
}

pub(super) async fn keep_stories(tx: &mut Tx, stories: &[(String, String)]) -> Stored<()> {
    for stories in stories.chunks(MOST) {
        let sql = format!(
            "INSERT INTO total_story (request_id, story) VALUES {} \
             ON CONFLICT (request_id) DO UPDATE SET story = excluded.story",
            rows::values(stories.len(), 2)
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
        for (request, story) in stories {
            query = query.bind(request).bind(story);
        }
        query.execute(tx.conn()).await?;
    }
    Ok(())
}

impl<'a> CountedActs<'a> {
    const fn entry(&self, event: &'a Event) -> Entry<'a> {
        Entry {
            request: self.request_id,
            track: self.track,
            division: self.division,
            day: self.day,
            event,
        }
    }
}

/// Most counts of one statement.
const MOST: usize = 500;

pub(super) async fn add(tx: &mut Tx, totals: &Totals) -> Stored<()> {
    let mut steps: Vec<(String, i64)> = totals.rows().map(|(count, sum)| (count.to_string(), sum)).collect();
    steps.sort_unstable();
    for steps in steps.chunks(MOST) {
        let sql = format!(
            "INSERT INTO total (count_key, number) VALUES {} \
             ON CONFLICT (count_key) DO UPDATE SET number = total.number + excluded.number",
            rows::values(steps.len(), 2)
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
        for (key, step) in steps {
            query = query.bind(key).bind(step);
        }
        query.execute(tx.conn()).await?;
    }
    Ok(())
}

/// The running totals.
///
/// # Errors
/// When the database cannot.
pub async fn running(store: &Store) -> Stored<Totals> {
    let found: Vec<(String, i64)> = sqlx::query_as("SELECT count_key, number FROM total WHERE number <> 0")
        .fetch_all(store.reader())
        .await?;
    found
        .into_iter()
        .map(|(key, number)| {
            let count = key
                .parse()
                .map_err(|_| rows::corrupt("total", &key, "an unknown count"))?;
            Ok((count, number))
        })
        .collect()
}
