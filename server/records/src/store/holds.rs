//! Holds: footage that must not be deleted.

use law::{Date, hold::Hold};
use office::TrackingNumber;
use sqlx::FromRow;

use super::{Store, Tx, rows};
use crate::fault::Stored;

/// The footage that a request is about.
#[derive(Clone, Debug)]
pub struct Footage {
    /// From, `YYYY-MM-DDTHH:MM` local time.
    pub from: String,
    /// To, `YYYY-MM-DDTHH:MM` local time.
    pub to: String,
    /// Key of the division.
    pub division: Option<String>,
    /// Kinds of camera.
    pub media: String,
}

/// Places the first holds of a request.
pub fn place(tx: &mut Tx, request_id: &str, holds: &[Hold], footage: &Footage) {
    const INSERT: &str = "INSERT INTO hold (request_id, no, kind, placed_on, last_day, recorded_from, recorded_to, \
         division, media) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    for (no, hold) in (1_i64..).zip(holds) {
        tx.queue(INSERT)
            .bind(request_id)
            .bind(no)
            .bind(hold.kind.key())
            .bind(hold.placed_on.to_string())
            .bind(hold.last_day.map(|day| day.to_string()))
            .bind(&footage.from)
            .bind(&footage.to)
            .bind(footage.division.as_deref())
            .bind(&footage.media);
    }
}

/// A known hold may get or lose its last day.
const END: &str = "UPDATE hold SET last_day = $3 WHERE request_id = $1 AND no = $2";
/// A new hold covers the footage of the request's first one.
const ADD: &str = "INSERT INTO hold (request_id, no, kind, placed_on, last_day, recorded_from, recorded_to, \
     division, media) SELECT request_id, CAST($2 AS BIGINT), $3, $4, $5, recorded_from, recorded_to, division, media \
     FROM hold WHERE request_id = $1 AND no = 1";

/// Keeps what an act changed of a request's holds.
pub async fn keep(tx: &mut Tx, request_id: &str, before: &[Hold], after: &[Hold]) -> Stored<()> {
    for ((no, hold), place) in (1_i64..).zip(after).zip(0_usize..) {
        if before.get(place) == Some(hold) {
            continue;
        }
        let last_day = hold.last_day.map(|day| day.to_string());
        let ended = sqlx::query(END)
            .bind(request_id)
            .bind(no)
            .bind(&last_day)
            .execute(tx.conn().await?)
            .await?;
        if ended.rows_affected() == 1 {
            continue;
        }
        tx.queue(ADD)
            .bind(request_id)
            .bind(no)
            .bind(hold.kind.key())
            .bind(hold.placed_on.to_string())
            .bind(&last_day);
    }
    Ok(())
}

/// A hold that stands, for the evidence system.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the export")]
pub struct HeldFootage {
    pub number: TrackingNumber,
    pub kind: String,
    pub placed_on: String,
    pub last_day: Option<String>,
    pub footage_from: String,
    pub footage_to: String,
    pub division: Option<String>,
    pub media: String,
}

#[derive(FromRow)]
struct Row {
    number: String,
    kind: String,
    placed_on: String,
    last_day: Option<String>,
    recorded_from: String,
    recorded_to: String,
    division: Option<String>,
    media: String,
}

/// All holds that stand on a day, by the time of the footage.
pub async fn standing(store: &Store, today: Date) -> Stored<Vec<HeldFootage>> {
    const ALL: &str = "SELECT r.number, h.kind, h.placed_on, h.last_day, h.recorded_from, h.recorded_to, h.division, \
         h.media FROM hold h JOIN records_request r ON r.id = h.request_id \
         WHERE h.last_day IS NULL OR h.last_day >= $1 ORDER BY h.recorded_from, r.number, h.no";
    let found: Vec<Row> = sqlx::query_as(ALL)
        .bind(today.to_string())
        .fetch_all(store.reader())
        .await?;
    found
        .into_iter()
        .map(|row| {
            Ok(HeldFootage {
                number: rows::number(&row.number)?,
                kind: row.kind,
                placed_on: row.placed_on,
                last_day: row.last_day,
                footage_from: row.recorded_from,
                footage_to: row.recorded_to,
                division: row.division,
                media: row.media,
            })
        })
        .collect()
}
