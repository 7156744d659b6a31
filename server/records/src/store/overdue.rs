//! Days by which the office had to act and that passed, and which of them whoever filed was told of.

use law::{Date, clock::ClockId};
use office::TrackingNumber;

use super::{Dialect, Store, Tx, rows};
use crate::fault::Stored;

/// Requests of which a day of the office's has passed that whoever filed was not told of, the oldest first: their nearest, or one
/// that a nearer day hides which has passed too. Those of the second kind are read out of the states, so only the overdue
/// ones with several clocks that run are looked at.
pub async fn untold(store: &Store, today: Date) -> Stored<Vec<TrackingNumber>> {
    const UNTOLD: &str = "SELECT r.number FROM records_request r WHERE r.closed_on IS NULL \
         AND COALESCE(r.next_due, '9999-12-31') < $1 AND r.next_clock IN ('C1', 'C2', 'C3', 'C8') AND NOT EXISTS \
         (SELECT 1 FROM overdue_told t WHERE t.request_id = r.id AND t.clock = r.next_clock AND t.due = r.next_due) \
         ORDER BY r.next_due LIMIT 200";
    const HIDDEN_SQLITE: &str = "SELECT r.number FROM records_request r WHERE r.closed_on IS NULL \
         AND COALESCE(r.next_due, '9999-12-31') < $1 AND r.state LIKE '%\"ended\":null%\"ended\":null%' AND EXISTS \
         (SELECT 1 FROM json_each(r.state, '$.clocks') c WHERE json_extract(c.value, '$.ended') IS NULL \
         AND json_extract(c.value, '$.id') IN ('C1', 'C2', 'C3', 'C8') AND json_extract(c.value, '$.due') < $1 \
         AND NOT EXISTS (SELECT 1 FROM overdue_told t WHERE t.request_id = r.id \
         AND t.clock = json_extract(c.value, '$.id') AND t.due = json_extract(c.value, '$.due'))) \
         ORDER BY r.next_due LIMIT 200";
    const HIDDEN_POSTGRES: &str = "SELECT r.number FROM records_request r WHERE r.closed_on IS NULL \
         AND COALESCE(r.next_due, '9999-12-31') < $1 AND r.state LIKE '%\"ended\":null%\"ended\":null%' AND EXISTS \
         (SELECT 1 FROM json_array_elements(CAST(r.state AS json) -> 'clocks') c WHERE c.value ->> 'ended' IS NULL \
         AND c.value ->> 'id' IN ('C1', 'C2', 'C3', 'C8') AND c.value ->> 'due' < $1 \
         AND NOT EXISTS (SELECT 1 FROM overdue_told t WHERE t.request_id = r.id \
         AND t.clock = c.value ->> 'id' AND t.due = c.value ->> 'due')) \
         ORDER BY r.next_due LIMIT 200";
    let hidden = match store.dialect() {
        Dialect::Sqlite => HIDDEN_SQLITE,
        Dialect::Postgres => HIDDEN_POSTGRES,
    };
    let mut numbers: Vec<String> = Vec::new();
    for sql in [UNTOLD, hidden] {
        let found: Vec<String> = sqlx::query_scalar(sql)
            .bind(today.to_string())
            .fetch_all(store.reader())
            .await?;
        for number in found {
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
    }
    numbers.iter().map(|number| rows::number(number)).collect()
}

/// Keeps that whoever filed is told of a passed day; `false` if they were before.
pub async fn tell(tx: &mut Tx, request_id: &str, clock: ClockId, due: Date, now: i64) -> Stored<bool> {
    const TELL: &str =
        "INSERT INTO overdue_told (request_id, clock, due, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    let done = sqlx::query(TELL)
        .bind(request_id)
        .bind(clock.key())
        .bind(due.to_string())
        .bind(now)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}
