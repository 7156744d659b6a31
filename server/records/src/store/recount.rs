//! The totals counted anew: from the docket, request by request, from the notices, and from the
//! audit log.

use law::{Date, disclosure_order::OrderKind, event::Event, notice::Notice, request::Track};
use serde::Deserialize;
use sqlx::{Any, AnyConnection, Executor, FromRow, pool::PoolConnection};
use statistics::{Count, Deleted, Entry, RequestTally, Totals, notice_counts};

use super::{Store, Tx, rows, settings, totals};
use crate::fault::Stored;

/// Counts itself: another number here counts everything anew at the next start.
const VERSION: &str = "2";

/// Rows that are read at once.
const PAGE: i64 = 1_000;

/// A request with its docket as one JSON text.
#[derive(FromRow)]
struct Row {
    id: String,
    track: String,
    division: Option<String>,
    docket: Option<String>,
}

/// What counts of a docket entry.
#[derive(Deserialize)]
struct Line {
    on: Date,
    event: Event,
}

/// One row for each request, for to read the docket row by row takes several times as long. Both engines know
/// `string_agg`, and keep the order given in it.
const REQUESTS: &str = "SELECT q.id, q.track, q.division, (SELECT '[' || \
         string_agg('{\"on\":\"' || d.on_date || '\",\"event\":' || d.event || '}', ',' ORDER BY d.seq) || ']' \
         FROM docket d WHERE d.request_id = q.id) AS docket \
     FROM records_request q WHERE q.id > $1 ORDER BY q.id LIMIT $2";

async fn page(conn: &mut AnyConnection, after: &str) -> Stored<Vec<Row>> {
    Ok(sqlx::query_as(REQUESTS).bind(after).bind(PAGE).fetch_all(conn).await?)
}

impl Row {
    /// Counts the request; its story, unless its docket is empty.
    fn count(&self, totals: &mut Totals) -> Stored<Option<RequestTally>> {
        let track: Track = rows::track(&self.id, &self.track)?;
        let docket = self.docket.as_deref().unwrap_or("[]");
        let lines: Vec<Line> = serde_json::from_str(docket).map_err(|why| rows::corrupt("docket", &self.id, why))?;
        Ok(totals.recount(lines.iter().map(|line| Entry {
            request: &self.id,
            track,
            division: self.division.as_deref(),
            day: line.on,
            event: &line.event,
        })))
    }
}

/// The totals counted anew.
///
/// # Errors
/// When the database cannot.
pub async fn counted(store: &Store) -> Stored<Totals> {
    let mut conn: PoolConnection<Any> = store.reader().acquire().await?;
    let mut totals = Totals::default();
    let mut after = String::new();
    loop {
        let page = page(&mut conn, &after).await?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.id);
        for row in &page {
            row.count(&mut totals)?;
        }
    }
    register(&mut conn, &mut totals).await?;
    Ok(totals)
}

/// Puts totals counted anew in the place of those that are kept, with every request's story. Nobody
/// else counts meanwhile.
///
/// # Errors
/// When the database cannot.
pub async fn replace(tx: &mut Tx) -> Stored<()> {
    totals::lock(tx).await?;
    for old in ["DELETE FROM total", "DELETE FROM total_story"] {
        sqlx::query(old).execute(tx.conn()).await?;
    }
    let mut sums = Totals::default();
    let mut after = String::new();
    loop {
        let page = page(tx.conn(), &after).await?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.id);
        let mut stories = Vec::with_capacity(page.len());
        for row in page {
            if let Some(story) = row.count(&mut sums)? {
                stories.push((row.id, serde_json::to_string(&story)?));
            }
        }
        totals::keep_stories(tx, &stories).await?;
    }
    register(tx.conn(), &mut sums).await?;
    totals::add(tx, &sums).await?;
    settings::set(tx, settings::TOTALS, VERSION).await
}

/// Whether the totals are not those of this program: made by another version of it, or not at all for
/// some requests.
///
/// # Errors
/// When the database cannot.
pub async fn due(from: impl Executor<'_, Database = Any>) -> Stored<bool> {
    const DUE: &str = "SELECT (SELECT COUNT(*) FROM records_request) - (SELECT COUNT(*) FROM total_story), \
         (SELECT content FROM setting WHERE name = $1)";
    let (uncounted, version): (i64, Option<String>) =
        sqlx::query_as(DUE).bind(settings::TOTALS).fetch_one(from).await?;
    Ok(uncounted != 0 || version.as_deref() != Some(VERSION))
}

/// Adds what is no event of a request.
async fn register(conn: &mut AnyConnection, totals: &mut Totals) -> Stored<()> {
    const DELETIONS: &str = "SELECT substr(on_date, 1, 7), COUNT(*) FROM deletion GROUP BY substr(on_date, 1, 7)";
    const ORDERS: &str = "SELECT kind, substr(dated, 1, 4), COUNT(*) FROM disclosure_order \
         WHERE verified_at IS NOT NULL GROUP BY kind, substr(dated, 1, 4)";
    notices(conn, totals).await?;
    let deletions: Vec<(String, i64)> = sqlx::query_as(DELETIONS).fetch_all(&mut *conn).await?;
    for (month, number) in deletions {
        let month = month.parse().map_err(|why| rows::corrupt("deletion", &month, why))?;
        let what = Deleted::ByRule;
        totals.add(Count::Deletion { month, what }, number);
    }
    let orders: Vec<(String, String, i64)> = sqlx::query_as(ORDERS).fetch_all(conn).await?;
    for (kind, year, number) in orders {
        let table = "disclosure_order";
        let kind = rows::known(table, &kind, &kind, OrderKind::parse)?;
        let year = year.parse().map_err(|why| rows::corrupt(table, &year, why))?;
        totals.add(Count::RecordingOrder { year, kind }, number);
    }
    Ok(())
}

async fn notices(conn: &mut AnyConnection, totals: &mut Totals) -> Stored<()> {
    const NOTICES: &str = "SELECT id, content FROM notice WHERE id > $1 ORDER BY id LIMIT $2";
    let mut after = String::new();
    loop {
        let page: Vec<(String, String)> = sqlx::query_as(NOTICES)
            .bind(&after)
            .bind(PAGE)
            .fetch_all(&mut *conn)
            .await?;
        let Some((last, _)) = page.last() else {
            return Ok(());
        };
        after.clone_from(last);
        for (id, content) in page {
            let notice: Notice = serde_json::from_str(&content).map_err(|why| rows::corrupt("notice", &id, why))?;
            totals.take(notice_counts(&notice));
        }
    }
}
