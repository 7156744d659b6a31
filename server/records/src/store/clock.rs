//! What the records say of time: their newest entry, when the program last worked, what an operator confirmed.

use sqlx::AnyConnection;

use super::{Store, Tx};
use crate::fault::Stored;

/// The instant of an entry that counts, newest first.
macro_rules! entries {
    ($what:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $what,
            " FROM (SELECT 'audit' AS log, e.subject AS subject, e.subject_id AS subject_id, e.seq AS seq, e.at AS at \
             FROM audit_entry e UNION ALL SELECT 'docket', 'request', d.request_id, d.seq, d.at FROM docket d) n ",
            $rest
        )
    };
}

/// What the records say of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traces {
    /// The newest entry that was not set aside, in microseconds since 1970.
    pub newest: Option<i64>,
    /// When an operator last confirmed the clock, in microseconds since 1970.
    pub confirmed: Option<i64>,
}

/// What the records say of time.
///
/// # Errors
/// When the database cannot.
pub async fn traces(store: &Store) -> Stored<Traces> {
    const TRACES: &str = "SELECT (SELECT MAX(n.at) FROM ( \
         SELECT a.at FROM (SELECT e.at FROM audit_entry e WHERE NOT EXISTS (SELECT 1 FROM wrong_entry w \
         WHERE w.log = 'audit' AND w.subject = e.subject AND w.subject_id = e.subject_id AND w.seq = e.seq) \
         ORDER BY e.at DESC LIMIT 1) a UNION ALL \
         SELECT b.at FROM (SELECT d.at FROM docket d WHERE NOT EXISTS (SELECT 1 FROM wrong_entry w \
         WHERE w.log = 'docket' AND w.subject = 'request' AND w.subject_id = d.request_id AND w.seq = d.seq) \
         ORDER BY d.at DESC LIMIT 1) b) n), (SELECT s.content FROM setting s WHERE s.name = $1)";
    let (newest, confirmed): (Option<i64>, Option<String>) = sqlx::query_as(TRACES)
        .bind(super::settings::CLOCK_CONFIRMED)
        .fetch_one(store.reader())
        .await?;
    Ok(Traces {
        newest,
        confirmed: confirmed.and_then(|at| at.parse().ok()),
    })
}

/// How many entries lie after an instant and were not set aside.
///
/// # Errors
/// When the database cannot.
pub async fn ahead(store: &Store, after: i64) -> Stored<u64> {
    const AHEAD: &str = entries!(
        "COUNT(*)",
        "WHERE n.at > $1 AND NOT EXISTS (SELECT 1 FROM wrong_entry w WHERE w.log = n.log AND w.subject = n.subject \
         AND w.subject_id = n.subject_id AND w.seq = n.seq)"
    );
    let ahead = sqlx::query_scalar(AHEAD).bind(after).fetch_one(store.reader()).await?;
    Ok(super::rows::count(ahead))
}

/// Sets aside all entries after an instant: no time is taken from them any more. How many they were.
///
/// # Errors
/// When the database cannot, or they do not lie ahead of its clock.
pub async fn set_aside(tx: &mut Tx, after: i64, now: i64) -> Stored<u64> {
    const SET_ASIDE: &str = concat!(
        "INSERT INTO wrong_entry (log, subject, subject_id, seq, set_aside_at) ",
        entries!(
            "n.log, n.subject, n.subject_id, n.seq, CAST($2 AS BIGINT)",
            "WHERE n.at > $1 AND NOT EXISTS (SELECT 1 FROM wrong_entry w WHERE w.log = n.log AND w.subject = n.subject \
             AND w.subject_id = n.subject_id AND w.seq = n.seq)"
        )
    );
    let done = sqlx::query(SET_ASIDE).bind(after).bind(now).execute(tx.conn().await?);
    Ok(done.await?.rows_affected())
}

/// The newest day of the audit log, by which the database lets out; of entries that were not set aside.
///
/// # Errors
/// When the database cannot.
pub async fn newest_day(conn: &mut AnyConnection) -> Stored<Option<String>> {
    let day = sqlx::query_scalar("SELECT on_date FROM audit_day").fetch_optional(conn);
    Ok(day.await?)
}
