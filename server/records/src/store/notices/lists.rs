//! Notices as lists show them.

use law::Date;
use office::views::{NoticesView, PAGE_LINES};
use sqlx::FromRow;

use super::super::{Store, rows};
use crate::fault::Stored;

/// A line of a list.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct LineRow {
    pub id: String,
    pub kind: String,
    pub state: String,
    pub pseudonym: String,
    pub source_id: String,
    pub number: String,
    pub last_day: Option<String>,
    pub unanswered: i64,
    pub wishes: i64,
    /// When the newest letter was made, and the day on which it was sent, as entered.
    pub letter_at: Option<i64>,
    pub letter_sent_on: Option<String>,
}

/// Late objections too, those to the recipient's own notice, and those of whoever was taken out of the people log: all are read.
pub const WORK: &str = "(EXISTS (SELECT 1 FROM objection o WHERE o.notice_id = n.id AND o.answered_at IS NULL) \
     OR NOT EXISTS (SELECT 1 FROM person_taken_out t WHERE t.person_id = n.person_id) \
     AND (n.state = 'identified' \
     OR EXISTS (SELECT 1 FROM consent_wish w WHERE w.notice_id = n.id AND w.heard_at IS NULL) \
     OR (n.state IN ('window_open', 'objected') AND n.opens_on <= $3)))";
const RUNNING: &str = "(n.state IN ('sent', 'action_pending') \
     OR n.state IN ('window_open', 'objected') AND (n.last_day IS NULL OR n.last_day >= $3))";

/// How many objections wait for an answer, and how many wishes for somebody who talks with the person: of those whom the list of
/// what is to be done shows.
pub async fn unanswered(store: &Store) -> Stored<(u64, u64)> {
    const COUNT: &str = "SELECT (SELECT COUNT(*) FROM objection WHERE answered_at IS NULL), \
         (SELECT COUNT(*) FROM consent_wish w JOIN notice n ON n.id = w.notice_id WHERE w.heard_at IS NULL \
         AND NOT EXISTS (SELECT 1 FROM person_taken_out t WHERE t.person_id = n.person_id))";
    let (objections, wishes): (i64, i64) = sqlx::query_as(COUNT).fetch_one(store.reader()).await?;
    Ok((rows::count(objections), rows::count(wishes)))
}

/// Notices for a list.
pub const LINES: &str = "SELECT n.id, n.kind, n.state, p.pseudonym, r.source_id, q.number, n.last_day, \
     (SELECT COUNT(*) FROM objection o WHERE o.notice_id = n.id AND o.answered_at IS NULL) AS unanswered, \
     (SELECT COUNT(*) FROM consent_wish w WHERE w.notice_id = n.id AND w.heard_at IS NULL) AS wishes, \
     (SELECT l.created_at FROM notice_letter l WHERE l.notice_id = n.id AND l.kind = 'notice' ORDER BY l.code_no DESC LIMIT 1) \
     AS letter_at, \
     (SELECT l.sent_on FROM notice_letter l WHERE l.notice_id = n.id AND l.kind = 'notice' ORDER BY l.code_no DESC LIMIT 1) \
     AS letter_sent_on \
     FROM notice n JOIN person p ON p.id = n.person_id \
     JOIN recording r ON r.id = n.recording_id JOIN records_request q ON q.id = n.request_id";

/// A page of notices, the nearest last day first, and how many there are.
pub async fn page(store: &Store, view: NoticesView, page: u32, today: Date) -> Stored<(Vec<LineRow>, u64)> {
    let which = match view {
        NoticesView::Work => WORK,
        NoticesView::Running => RUNNING,
        NoticesView::All => "$3 = $3",
    };
    let lines =
        format!("{LINES} WHERE {which} ORDER BY COALESCE(n.last_day, '0000'), n.created_at, n.id LIMIT $1 OFFSET $2");
    let found: Vec<LineRow> = sqlx::query_as(sqlx::AssertSqlSafe(lines))
        .bind(i64::from(PAGE_LINES))
        .bind(i64::from(page.max(1) - 1) * i64::from(PAGE_LINES))
        .bind(today.to_string())
        .fetch_all(store.reader())
        .await?;
    let count = format!("SELECT COUNT(*) FROM notice n WHERE {}", which.replace("$3", "$1"));
    let total: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(count))
        .bind(today.to_string())
        .fetch_one(store.reader())
        .await?;
    Ok((found, rows::count(total)))
}

/// One notice for a list.
pub async fn line(store: &Store, id: &str) -> Stored<Option<LineRow>> {
    let line = format!("{LINES} WHERE n.id = $1");
    Ok(sqlx::query_as(sqlx::AssertSqlSafe(line))
        .bind(id)
        .fetch_optional(store.reader())
        .await?)
}

/// The notices of a request, those of one recording together.
pub async fn lines_of_request(store: &Store, request_id: &str) -> Stored<Vec<LineRow>> {
    let lines =
        format!("{LINES} WHERE n.request_id = $1 ORDER BY r.started_at, r.source_id, p.pseudonym, n.created_at");
    Ok(sqlx::query_as(sqlx::AssertSqlSafe(lines))
        .bind(request_id)
        .fetch_all(store.reader())
        .await?)
}
