//! Lists of court cases: of a request, a recording or an order, of what is due, and the desk's own.

use law::{Date, request_order::CourtCase};
use sqlx::{Any, Executor};

use crate::{
    fault::Stored,
    store::{
        Store, rows,
        wanted::{Wanted, patterns},
    },
};

/// The case that an order of the register belongs to.
pub async fn of_order(db: impl Executor<'_, Database = Any>, order_id: &str) -> Stored<Option<String>> {
    Ok(
        sqlx::query_scalar("SELECT case_id FROM court_order WHERE order_id = $1")
            .bind(order_id)
            .fetch_optional(db)
            .await?,
    )
}

/// The cases that concern a request, the oldest first.
pub async fn of_request(db: impl Executor<'_, Database = Any>, request_id: &str) -> Stored<Vec<String>> {
    const OF: &str = "SELECT c.id FROM court_case c JOIN court_request r ON r.case_id = c.id WHERE r.request_id = $1 \
         ORDER BY c.opened_at, c.id";
    Ok(sqlx::query_scalar(OF).bind(request_id).fetch_all(db).await?)
}

/// The cases that concern a recording, itself or by an order that names it or a request that it answers; the oldest first.
pub async fn of_recording(db: impl Executor<'_, Database = Any>, recording_id: &str) -> Stored<Vec<String>> {
    const OF: &str = "SELECT c.id FROM court_case c WHERE c.id IN \
         (SELECT case_id FROM court_recording WHERE recording_id = $1 \
         UNION SELECT o.case_id FROM court_order o JOIN order_scope s ON s.order_id = o.order_id WHERE s.recording_id = $1 \
         UNION SELECT q.case_id FROM court_request q JOIN linked_recording l ON l.request_id = q.request_id \
         WHERE l.recording_id = $1) ORDER BY c.opened_at, c.id";
    Ok(sqlx::query_scalar(OF).bind(recording_id).fetch_all(db).await?)
}

/// The suits whose holds stand on a recording on a day: case, court, number, last day.
pub async fn holding(store: &Store, recording_id: &str, on: Date) -> Stored<Vec<(String, CourtCase, Option<Date>)>> {
    const HOLDING: &str = "SELECT c.id, c.court, c.case_number, h.last_day FROM court_hold h \
         JOIN court_case c ON c.id = h.case_id WHERE h.recording_id = $1 AND (h.last_day IS NULL OR h.last_day >= $2) \
         ORDER BY c.opened_at, c.id";
    let found: Vec<(String, String, String, Option<String>)> = sqlx::query_as(HOLDING)
        .bind(recording_id)
        .bind(on.to_string())
        .fetch_all(store.reader())
        .await?;
    let read = |(id, court, number, last_day): (String, String, String, Option<String>)| {
        let last_day = rows::day_or_none("court_hold", &id, last_day.as_deref())?;
        Ok((id, CourtCase { court, number }, last_day))
    };
    found.into_iter().map(read).collect()
}

/// Which cases a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which<'a> {
    /// Those that are not over.
    Open,
    /// Of these with a day up to this one.
    DueBy(Date),
    /// Of these that somebody has.
    HeldBy(&'a str),
    /// Of these that nobody has.
    OfNobody,
    /// Those that are over.
    Ended,
    /// All.
    All,
}

/// The ids of cases, open ones first, by their next day; and how many there are.
pub async fn page(store: &Store, which: Which<'_>, q: &str, lines: u32, page: u32) -> Stored<(Vec<String>, u64)> {
    let mut wanted = Wanted::default();
    match which {
        Which::Open => wanted.fact("c.standing <> 'ended'"),
        Which::DueBy(day) => {
            wanted.fact("c.standing <> 'ended'");
            wanted.only("c.next_day <= ?", day.to_string());
        }
        Which::HeldBy(staff) => {
            wanted.fact("c.standing <> 'ended'");
            wanted.only("c.holder = ?", staff);
        }
        Which::OfNobody => {
            wanted.fact("c.standing <> 'ended'");
            wanted.fact("c.holder IS NULL");
        }
        Which::Ended => wanted.fact("c.standing = 'ended'"),
        Which::All => {}
    }
    for pattern in patterns(q) {
        wanted.all(
            "(c.search LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM court_request r JOIN records_request q \
             ON q.id = r.request_id WHERE r.case_id = c.id AND LOWER(q.number) LIKE ? ESCAPE '\\') \
             OR EXISTS (SELECT 1 FROM court_recording r JOIN recording g ON g.id = r.recording_id \
             WHERE r.case_id = c.id AND LOWER(g.source_id) LIKE ? ESCAPE '\\'))"
                .to_owned(),
            vec![
                pattern.as_str().into(),
                pattern.as_str().into(),
                pattern.as_str().into(),
            ],
        );
    }
    let (sql, _) = wanted.sql("SELECT COUNT(*) FROM court_case c");
    let total: i64 = sqlx::query_scalar_with(sqlx::AssertSqlSafe(sql), wanted.values())
        .fetch_one(store.reader())
        .await?;
    let (sql, next) = wanted.sql("SELECT c.id FROM court_case c");
    let sql = format!(
        "{sql} ORDER BY CASE c.standing WHEN 'ended' THEN 1 ELSE 0 END, COALESCE(c.next_day, '9999-12-31'), c.since, c.id \
         LIMIT ${next} OFFSET ${}",
        next + 1
    );
    let found = sqlx::query_scalar_with(sqlx::AssertSqlSafe(sql), wanted.values())
        .bind(i64::from(lines))
        .bind(i64::from(page.max(1) - 1) * i64::from(lines))
        .fetch_all(store.reader())
        .await?;
    Ok((found, rows::count(total)))
}

/// How many cases that are not over have a day up to this one.
pub async fn due_by(store: &Store, day: Date) -> Stored<u64> {
    const DUE: &str = "SELECT COUNT(*) FROM court_case WHERE standing <> 'ended' AND next_day <= $1";
    let found: i64 = sqlx::query_scalar(DUE)
        .bind(day.to_string())
        .fetch_one(store.reader())
        .await?;
    Ok(rows::count(found))
}

/// A case with a day, as the database gives it.
type Found = (String, String, String, String, Option<String>, Option<String>);

/// The cases with a day up to this one that one of these has, or nobody: id, court and number, the day, who has it, and a request that it
/// concerns, if any.
pub async fn due_of(
    store: &Store,
    own: &[String],
    last: Date,
) -> Stored<Vec<(String, CourtCase, Date, Option<String>, Option<String>)>> {
    let sql = format!(
        "SELECT c.id, c.court, c.case_number, c.next_day, c.holder, \
         (SELECT MIN(r.request_id) FROM court_request r WHERE r.case_id = c.id) FROM court_case c \
         WHERE c.standing <> 'ended' AND c.next_day <= $1 AND (c.holder IS NULL OR c.holder IN {}) ORDER BY c.next_day, c.id",
        rows::list(2, own.len())
    );
    let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(last.to_string());
    for id in own {
        query = query.bind(id);
    }
    let found: Vec<Found> = query.fetch_all(store.reader()).await?;
    let read = |(id, court, number, day, holder, request): Found| {
        let day = rows::day("court_case", &id, &day)?;
        Ok((id, CourtCase { court, number }, day, holder, request))
    };
    found.into_iter().map(read).collect()
}
