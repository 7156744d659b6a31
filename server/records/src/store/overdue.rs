//! Days by which the office had to act and that passed, and which of them whoever filed was told of.

use law::{Date, clock::ClockId};
use office::TrackingNumber;

use super::{Store, Tx, rows};
use crate::fault::Stored;

/// The clocks by which the office owes whoever filed an act.
pub const OWED: [ClockId; 4] = [ClockId::C1, ClockId::C2, ClockId::C3, ClockId::C8];

/// Requests of which a day of the office's has passed that whoever filed was not told of, the oldest first.
pub async fn untold(store: &Store, today: Date) -> Stored<Vec<TrackingNumber>> {
    const UNTOLD: &str = "SELECT r.number FROM records_request r WHERE r.closed_on IS NULL \
         AND COALESCE(r.next_due, '9999-12-31') < $1 AND r.next_clock IN ('C1', 'C2', 'C3', 'C8') AND NOT EXISTS \
         (SELECT 1 FROM overdue_told t WHERE t.request_id = r.id AND t.clock = r.next_clock AND t.due = r.next_due) \
         ORDER BY r.next_due LIMIT 200";
    let numbers: Vec<String> = sqlx::query_scalar(UNTOLD)
        .bind(today.to_string())
        .fetch_all(store.reader())
        .await?;
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
