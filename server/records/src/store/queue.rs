//! The custodian's queue: by clock.

use law::{Date, request_state::RequestState};
use office::{
    TrackingNumber,
    views::{PAGE_LINES, QueueView},
};
use sqlx::FromRow;

use super::{Store, rows};
use crate::fault::{Fault, Stored};

const TABLE: &str = "records_request";

/// A line of the queue as kept.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Line {
    pub number: TrackingNumber,
    pub division: Option<String>,
    pub state: RequestState,
    pub needed_by: Option<Date>,
    pub unread: u32,
}

/// How many requests are in each part of the queue.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Counts {
    pub open: u64,
    pub overdue: u64,
    pub due_today: u64,
    pub waiting: u64,
    pub ended: u64,
}

#[derive(FromRow)]
struct Row {
    number: String,
    division: Option<String>,
    state: String,
    needed_by: Option<String>,
    unread: i64,
}

impl TryFrom<Row> for Line {
    type Error = Fault;

    fn try_from(row: Row) -> Stored<Self> {
        let id = &row.number;
        Ok(Self {
            number: rows::number(id)?,
            state: serde_json::from_str(&row.state).map_err(|why| rows::corrupt(TABLE, id, why))?,
            needed_by: rows::day_or_none(TABLE, id, row.needed_by.as_deref())?,
            unread: u32::try_from(row.unread).unwrap_or_default(),
            division: row.division,
        })
    }
}

const OPEN: &str = "SELECT number, division, state, needed_by, unread FROM records_request WHERE closed_on IS NULL \
     ORDER BY COALESCE(next_due, '9999-12-31'), received_at LIMIT $1 OFFSET $2";
const OVERDUE: &str = "SELECT number, division, state, needed_by, unread FROM records_request \
     WHERE closed_on IS NULL AND COALESCE(next_due, '9999-12-31') < $3 \
     ORDER BY COALESCE(next_due, '9999-12-31'), received_at LIMIT $1 OFFSET $2";
const WAITING: &str = "SELECT number, division, state, needed_by, unread FROM records_request \
     WHERE confirmed_on IS NOT NULL ORDER BY confirmed_on, received_at LIMIT $1 OFFSET $2";
const ENDED: &str = "SELECT number, division, state, needed_by, unread FROM records_request \
     WHERE ended_on IS NOT NULL ORDER BY ended_on DESC, received_at DESC LIMIT $1 OFFSET $2";

/// A page of a part of the queue.
pub async fn page(store: &Store, view: QueueView, page: u32, today: Date) -> Stored<Vec<Line>> {
    let offset = i64::from(page.max(1) - 1) * i64::from(PAGE_LINES);
    let sql = match view {
        QueueView::Open => OPEN,
        QueueView::Overdue => OVERDUE,
        QueueView::Waiting => WAITING,
        QueueView::Ended => ENDED,
    };
    let mut query = sqlx::query_as::<_, Row>(sql).bind(i64::from(PAGE_LINES)).bind(offset);
    if view == QueueView::Overdue {
        query = query.bind(today.to_string());
    }
    query
        .fetch_all(store.reader())
        .await?
        .into_iter()
        .map(Line::try_from)
        .collect()
}

/// How many requests are in each part.
pub async fn counts(store: &Store, today: Date) -> Stored<Counts> {
    const ALL: &str = "SELECT (SELECT COUNT(*) FROM records_request WHERE closed_on IS NULL), \
         (SELECT COUNT(*) FROM records_request WHERE closed_on IS NULL AND COALESCE(next_due, '9999-12-31') < $1), \
         (SELECT COUNT(*) FROM records_request WHERE closed_on IS NULL AND COALESCE(next_due, '9999-12-31') = $1), \
         (SELECT COUNT(*) FROM records_request WHERE confirmed_on IS NOT NULL), \
         (SELECT COUNT(*) FROM records_request WHERE ended_on IS NOT NULL)";
    let (open, overdue, due_today, waiting, ended): (i64, i64, i64, i64, i64) = sqlx::query_as(ALL)
        .bind(today.to_string())
        .fetch_one(store.reader())
        .await?;
    let [open, overdue, due_today, waiting, ended] = [open, overdue, due_today, waiting, ended].map(rows::count);
    Ok(Counts {
        open,
        overdue,
        due_today,
        waiting,
        ended,
    })
}
