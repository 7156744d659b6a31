//! Running totals of the statistics, written with the docket, and their dated snapshots.

use law::{Date, event::Event, request::Track};
use sqlx::FromRow;
use statistics::{Entry, Fold, Story, Totals};

use super::{Dialect, Store, Tx, rows};
use crate::fault::Stored;

/// What happened to a request in one transaction.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
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
async fn turn(tx: &mut Tx) -> Stored<()> {
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
pub async fn count(tx: &mut Tx, told: &[Told<'_>]) -> Stored<()> {
    turn(tx).await?;
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

/// What a request has counted for so far; nothing, when it is filed now.
async fn story_of(tx: &mut Tx, told: &Told<'_>) -> Stored<Option<Story>> {
    if matches!(told.events.first(), Some(Event::Filed { .. })) {
        return Ok(None);
    }
    let known: Option<String> = sqlx::query_scalar("SELECT story FROM total_story WHERE request_id = $1")
        .bind(told.request_id)
        .fetch_optional(tx.conn())
        .await?;
    Ok(known.as_deref().map(serde_json::from_str).transpose()?)
}

async fn keep_stories(tx: &mut Tx, stories: &[(String, String)]) -> Stored<()> {
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

impl<'a> Told<'a> {
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

async fn add(tx: &mut Tx, totals: &Totals) -> Stored<()> {
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

#[derive(FromRow)]
struct DocketRow {
    request_id: String,
    seq: i64,
    track: String,
    division: Option<String>,
    on_date: String,
    event: String,
}

/// Rows of the docket that are read at once.
const PAGE: i64 = 5_000;

/// The totals counted anew from the whole docket, request by request; `tell` is given each
/// request's story.
///
/// # Errors
/// When the database cannot.
pub async fn counted(store: &Store, mut tell: impl FnMut(&str, &Story)) -> Stored<Totals> {
    const ROWS: &str = "SELECT d.request_id, d.seq, q.track, q.division, d.on_date, d.event FROM docket d \
         JOIN records_request q ON q.id = d.request_id WHERE (d.request_id, d.seq) > ($1, $2) \
         ORDER BY d.request_id, d.seq LIMIT $3";
    let mut fold = Fold::default();
    let mut telling: Option<Story> = None;
    let mut at = (String::new(), 0_i64);
    loop {
        let page: Vec<DocketRow> = sqlx::query_as(ROWS)
            .bind(&at.0)
            .bind(at.1)
            .bind(PAGE)
            .fetch_all(store.reader())
            .await?;
        if page.is_empty() {
            break;
        }
        for row in page {
            let id = row.request_id;
            let event: Event = serde_json::from_str(&row.event).map_err(|why| rows::corrupt("docket", &id, why))?;
            let entry = Entry {
                request: &id,
                track: rows::track(&id, &row.track)?,
                division: row.division.as_deref(),
                day: rows::day("docket", &id, &row.on_date)?,
                event: &event,
            };
            if let Some(done) = telling.take_if(|_| at.0 != id) {
                tell(&at.0, &done);
            }
            Story::tell(&mut telling, &entry);
            fold.tell(&entry);
            at = (id, row.seq);
        }
    }
    if let Some(done) = telling {
        tell(&at.0, &done);
    }
    Ok(fold.done())
}

/// Puts totals counted anew in the place of those that are kept, with every request's story.
///
/// # Errors
/// When the database cannot.
pub async fn replace(tx: &mut Tx, totals: &Totals, stories: &[(String, String)]) -> Stored<()> {
    turn(tx).await?;
    sqlx::query("DELETE FROM total").execute(tx.conn()).await?;
    sqlx::query("DELETE FROM total_story").execute(tx.conn()).await?;
    add(tx, totals).await?;
    keep_stories(tx, stories).await
}

/// How many requests were never counted: filed before there were totals.
///
/// # Errors
/// When the database cannot.
pub async fn uncounted(store: &Store) -> Stored<i64> {
    const UNCOUNTED: &str = "SELECT (SELECT COUNT(*) FROM records_request) - (SELECT COUNT(*) FROM total_story)";
    Ok(sqlx::query_scalar(UNCOUNTED).fetch_one(store.reader()).await?)
}

/// The newest snapshot: its day, when it was made, and its totals as JSON.
///
/// # Errors
/// When the database cannot.
pub async fn newest_snapshot(store: &Store) -> Stored<Option<((Date, i64), String)>> {
    const NEWEST: &str = "SELECT as_of, made_at, totals FROM statistics_snapshot ORDER BY as_of DESC LIMIT 1";
    let found: Option<(String, i64, String)> = sqlx::query_as(NEWEST).fetch_optional(store.reader()).await?;
    let read = |(as_of, at, totals): (String, i64, String)| {
        let day = rows::day("statistics_snapshot", &as_of, &as_of)?;
        Ok(((day, at), totals))
    };
    found.map(read).transpose()
}

/// Day of the newest snapshot, and when it was made.
///
/// # Errors
/// When the database cannot.
pub async fn newest_stamp(store: &Store) -> Stored<Option<(Date, i64)>> {
    const NEWEST: &str = "SELECT as_of, made_at FROM statistics_snapshot ORDER BY as_of DESC LIMIT 1";
    let found: Option<(String, i64)> = sqlx::query_as(NEWEST).fetch_optional(store.reader()).await?;
    let read = |(as_of, at): (String, i64)| Ok((rows::day("statistics_snapshot", &as_of, &as_of)?, at));
    found.map(read).transpose()
}

/// Forgets all snapshots: fictional data has none of the day on which it is made.
///
/// # Errors
/// When the database cannot.
pub async fn forget_snapshots(tx: &mut Tx) -> Stored<()> {
    sqlx::query("DELETE FROM statistics_snapshot")
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Keeps a day's snapshot; the first one stays.
///
/// # Errors
/// When the database cannot.
pub async fn keep_snapshot(tx: &mut Tx, as_of: Date, totals: &Totals, at: i64) -> Stored<()> {
    const KEEP: &str = "INSERT INTO statistics_snapshot (as_of, totals, made_at) VALUES ($1, $2, $3) \
         ON CONFLICT DO NOTHING";
    sqlx::query(KEEP)
        .bind(as_of.to_string())
        .bind(serde_json::to_string(totals)?)
        .bind(at)
        .execute(tx.conn())
        .await?;
    Ok(())
}
