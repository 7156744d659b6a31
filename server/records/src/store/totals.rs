//! Running totals of the statistics, as they are kept. [`fold`](mod@fold) makes them.

use law::coverage::GapReason;
use law::disclosure_order::OrderKind;
use sqlx::{Any, AnyConnection, Executor};
use statistics::{Count, Deleted, Totals};

use super::{Tx, rows};
use crate::fault::Stored;

pub mod fold;

/// What the totals are folded from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A request; its changes are numbered by its docket.
    Request,
    /// A notice; its changes are numbered by its version.
    Notice,
}

law::keyed!(Subject { Request => "request", Notice => "notice" });

/// Notes that something changed, to be counted later.
pub fn changed(tx: &mut Tx, subject: Subject, id: &str, seq: i64) {
    tx.queue("INSERT INTO uncounted (subject, subject_id, seq, set_aside) VALUES ($1, $2, $3, 0)")
        .bind(subject.key())
        .bind(id)
        .bind(seq);
}

/// The totals as of the last fold, with deletions and verified orders as of now.
///
/// # Errors
/// [`Fault::Corrupt`](crate::fault::Fault::Corrupt) for a count that is none.
pub async fn running(conn: &mut AnyConnection) -> Stored<Totals> {
    let mut totals = folded(&mut *conn).await?;
    add_rows(conn, &mut totals).await?;
    Ok(totals)
}

async fn folded(db: impl Executor<'_, Database = Any>) -> Stored<Totals> {
    let found: Vec<(String, i64)> = sqlx::query_as("SELECT count_key, number FROM total WHERE number <> 0")
        .fetch_all(db)
        .await?;
    let count = |(key, number): (String, i64)| match key.parse() {
        Ok(count) => Ok((count, number)),
        Err(_) => Err(rows::corrupt("total", &key, "an unknown count")),
    };
    found.into_iter().map(count).collect()
}

/// Adds what is counted by looking: each row counts once and never changes.
async fn add_rows(conn: &mut AnyConnection, totals: &mut Totals) -> Stored<()> {
    const DELETIONS: &str =
        "SELECT substr(on_date, 1, 7), COUNT(*) FROM deleted_recording GROUP BY substr(on_date, 1, 7)";
    const ORDERS: &str = "SELECT kind, substr(dated, 1, 4), COUNT(*) FROM disclosure_order \
         WHERE verified_at IS NOT NULL GROUP BY kind, substr(dated, 1, 4)";
    // The newest sheet of each request counts.
    const GAPS: &str = "SELECT substr(s.on_date, 1, 7), g.reason, COUNT(*) FROM coverage_gap g \
         JOIN coverage_sheet s ON s.request_id = g.request_id AND s.no = g.no \
         WHERE s.no = (SELECT MAX(n.no) FROM coverage_sheet n WHERE n.request_id = s.request_id) \
         GROUP BY substr(s.on_date, 1, 7), g.reason";
    let deletions: Vec<(String, i64)> = sqlx::query_as(DELETIONS).fetch_all(&mut *conn).await?;
    for (month, number) in deletions {
        let month = month.parse().map_err(|why| rows::corrupt("deletion", &month, why))?;
        let what = Deleted::ByRule;
        totals.add(Count::Deletion { month, what }, number);
    }
    let gaps: Vec<(String, String, i64)> = sqlx::query_as(GAPS).fetch_all(&mut *conn).await?;
    for (month, reason, number) in gaps {
        let table = "coverage_gap";
        let reason = rows::known(table, &reason, &reason, GapReason::parse)?;
        let month = month.parse().map_err(|why| rows::corrupt(table, &month, why))?;
        totals.add(Count::Gap { month, reason }, number);
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
        query.execute(tx.conn().await?).await?;
    }
    Ok(())
}
