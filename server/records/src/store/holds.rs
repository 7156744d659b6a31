//! Holds: footage that must not be deleted.

use futures_util::{Stream, StreamExt as _};
use jiff::Timestamp;
use law::{
    Date, DateTime,
    hold::{HeldTime, Hold},
};
use office::TrackingNumber;
use sqlx::{Any, Executor, FromRow};

use super::{Store, Tx, rows};
use crate::fault::Stored;

/// The footage that a request is about, and the time that is held for it.
#[derive(Clone, Debug)]
pub struct Footage {
    /// From, local time.
    pub from: DateTime,
    /// To, local time.
    pub to: DateTime,
    /// What is held: the time around it, on all cameras of all divisions.
    pub held: HeldTime,
    /// Key of the division asked about; it ranks what is suggested.
    pub division: Option<String>,
    /// Kinds of camera asked about; they rank what is suggested.
    pub media: String,
}

/// Places the first holds of a request.
pub fn place(tx: &mut Tx, request_id: &str, holds: &[Hold], footage: &Footage) {
    const INSERT: &str = "INSERT INTO hold (request_id, no, kind, placed_on, last_day, recorded_from, recorded_to, \
         division, media, covers_from, covers_to) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    for (no, hold) in (1_i64..).zip(holds) {
        tx.queue(INSERT)
            .bind(request_id)
            .bind(no)
            .bind(hold.kind.key())
            .bind(hold.placed_on.to_string())
            .bind(hold.last_day.map(|day| day.to_string()))
            .bind(minute(footage.from))
            .bind(minute(footage.to))
            .bind(footage.division.as_deref())
            .bind(&footage.media)
            .bind(footage.held.from.as_microsecond())
            .bind(footage.held.to.as_microsecond());
    }
}

/// A known hold may get or lose its last day.
const END: &str = "UPDATE hold SET last_day = $3 WHERE request_id = $1 AND no = $2";
/// A new hold covers the footage of the request's first one.
const ADD: &str = "INSERT INTO hold (request_id, no, kind, placed_on, last_day, recorded_from, recorded_to, \
     division, media, covers_from, covers_to) SELECT request_id, CAST($2 AS BIGINT), $3, $4, $5, recorded_from, \
     recorded_to, division, media, covers_from, covers_to FROM hold WHERE request_id = $1 AND no = 1";

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

/// A local minute as it is kept.
fn minute(local: DateTime) -> String {
    local.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// The footage of a request's first hold; `None` for a request that has none, or whose time was never worked out.
pub async fn footage_of(db: impl Executor<'_, Database = Any>, request_id: &str) -> Stored<Option<Footage>> {
    const HELD: &str = "SELECT recorded_from, recorded_to, covers_from, covers_to, division, media FROM hold \
         WHERE request_id = $1 AND no = 1 AND covers_from IS NOT NULL";
    type Found = (String, String, i64, i64, Option<String>, String);
    let found: Option<Found> = sqlx::query_as(HELD).bind(request_id).fetch_optional(db).await?;
    let read = |(from, to, covers_from, covers_to, division, media): Found| {
        Ok(Footage {
            from: local(request_id, &from)?,
            to: local(request_id, &to)?,
            held: HeldTime {
                from: instant(request_id, covers_from)?,
                to: instant(request_id, covers_to)?,
            },
            division,
            media,
        })
    };
    found.map(read).transpose()
}

fn local(request_id: &str, minute: &str) -> Stored<DateTime> {
    minute
        .parse()
        .map_err(|why: jiff::Error| rows::corrupt("hold", request_id, why))
}

fn instant(request_id: &str, micros: i64) -> Stored<Timestamp> {
    Timestamp::from_microsecond(micros).map_err(|why| rows::corrupt("hold", request_id, why))
}

/// Whether a hold waits for [`complete`].
pub async fn incomplete(db: impl Executor<'_, Database = Any>) -> Stored<bool> {
    const OLD: &str = "SELECT COUNT(*) FROM hold WHERE covers_from IS NULL";
    let waiting: i64 = sqlx::query_scalar(OLD).fetch_one(db).await?;
    Ok(waiting > 0)
}

/// Works out what holds cover that an earlier version of the program placed, from the local minutes that they name.
pub async fn complete(tx: &mut Tx, held: impl Fn(DateTime, DateTime) -> HeldTime) -> Stored<()> {
    const OLD: &str = "SELECT request_id, no, recorded_from, recorded_to FROM hold WHERE covers_from IS NULL";
    const COVER: &str = "UPDATE hold SET covers_from = $3, covers_to = $4 WHERE request_id = $1 AND no = $2";
    let old: Vec<(String, i64, String, String)> = sqlx::query_as(OLD).fetch_all(tx.conn().await?).await?;
    for (request_id, no, from, to) in old {
        let cover = held(local(&request_id, &from)?, local(&request_id, &to)?);
        tx.queue(COVER)
            .bind(&request_id)
            .bind(no)
            .bind(cover.from.as_microsecond())
            .bind(cover.to.as_microsecond());
    }
    Ok(())
}

/// A hold that stands, for the evidence system: all that was recorded in its time.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the export")]
pub struct HeldFootage {
    pub number: TrackingNumber,
    pub kind: String,
    pub placed_on: String,
    pub last_day: Option<String>,
    /// Instants; `None` for a hold whose time was never worked out, and which covers everything.
    pub held: Option<HeldTime>,
}

#[derive(FromRow)]
struct Row {
    id: String,
    number: String,
    kind: String,
    placed_on: String,
    last_day: Option<String>,
    covers_from: Option<i64>,
    covers_to: Option<i64>,
}

/// All holds that stand on a day, by the time of the footage, one after another.
pub fn standing(store: &Store, today: Date) -> impl Stream<Item = Stored<HeldFootage>> {
    const ALL: &str = "SELECT r.id, r.number, h.kind, h.placed_on, h.last_day, h.covers_from, h.covers_to \
         FROM hold h JOIN records_request r ON r.id = h.request_id \
         WHERE h.last_day IS NULL OR h.last_day >= $1 ORDER BY h.covers_from, r.number, h.no";
    let found = sqlx::query_as(ALL).bind(today.to_string()).fetch(store.reader());
    found.map(|row: Result<Row, sqlx::Error>| {
        let row = row?;
        let held = row.covers_from.zip(row.covers_to);
        let held = held.map(|(from, to)| {
            Ok::<_, crate::fault::Fault>(HeldTime {
                from: instant(&row.id, from)?,
                to: instant(&row.id, to)?,
            })
        });
        Ok(HeldFootage {
            number: rows::number(&row.number)?,
            kind: row.kind,
            placed_on: row.placed_on,
            last_day: row.last_day,
            held: held.transpose()?,
        })
    })
}
