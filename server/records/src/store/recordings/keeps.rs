//! What holds a recording.

use futures_util::{Stream, TryStreamExt as _};
use law::{
    Date,
    disclosure_order::DisclosureOrder,
    hold::HoldKind,
    retention::{Keep, KeepGround},
};
use office::TrackingNumber;
use sqlx::FromRow;

use crate::{
    fault::Stored,
    store::{Store, Tx, rows},
};

const fn ground(kind: HoldKind) -> KeepGround {
    match kind {
        HoldKind::Request => KeepGround::Request,
        HoldKind::Lawsuit => KeepGround::Lawsuit,
    }
}

fn hold(id: &str, kind: &str) -> Stored<KeepGround> {
    Ok(ground(rows::known("hold", id, kind, HoldKind::parse)?))
}

/// The requests whose holds stand on a recording on a day, why, and until when; by number.
pub async fn held_by(
    store: &Store,
    recording_id: &str,
    on: Date,
) -> Stored<Vec<(TrackingNumber, KeepGround, Option<Date>)>> {
    const HELD: &str = "SELECT q.number, h.kind, h.last_day FROM recording_hold h \
         JOIN records_request q ON q.id = h.request_id \
         WHERE h.recording_id = $1 AND (h.last_day IS NULL OR h.last_day >= $2) ORDER BY q.number, h.no";
    let found: Vec<(String, String, Option<String>)> = sqlx::query_as(HELD)
        .bind(recording_id)
        .bind(on.to_string())
        .fetch_all(store.reader())
        .await?;
    let read = |(number, kind, last_day): (String, String, Option<String>)| {
        Ok((
            rows::number(&number)?,
            hold(recording_id, &kind)?,
            rows::day_or_none("hold", recording_id, last_day.as_deref())?,
        ))
    };
    found.into_iter().map(read).collect()
}

/// Every reason to keep a recording on a day, save its status: holds, orders to preserve it, and notices that run.
pub async fn keeps(tx: &mut Tx, recording_id: &str, on: Date) -> Stored<Vec<Keep>> {
    const HOLDS: &str = "SELECT kind, last_day FROM recording_hold \
         WHERE recording_id = $1 AND placed_on <= $2 AND (last_day IS NULL OR last_day >= $2)";
    let found: Vec<(String, Option<String>)> = sqlx::query_as(HOLDS)
        .bind(recording_id)
        .bind(on.to_string())
        .fetch_all(tx.conn().await?)
        .await?;
    let mut keeps = Vec::new();
    for (kind, last_day) in found {
        keeps.push(Keep {
            ground: hold(recording_id, &kind)?,
            last_day: rows::day_or_none("hold", recording_id, last_day.as_deref())?,
        });
    }
    let orders = crate::store::orders::naming(tx.conn().await?, recording_id).await?;
    let ordered = |order: &DisclosureOrder| order.keep(recording_id);
    keeps.extend(orders.iter().filter_map(|kept| ordered(&kept.order)));
    let notices = crate::store::notices::of_recording(tx, recording_id).await?;
    keeps.extend(notices.iter().filter_map(|kept| kept.notice.keep()));
    Ok(keeps)
}

/// A recording that is held, for the evidence system.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
#[expect(missing_docs, reason = "the columns of the export")]
pub struct HeldRecording {
    /// Tracking number; empty for what no request holds.
    pub number: String,
    pub kind: String,
    pub placed_on: String,
    pub last_day: Option<String>,
    /// Microseconds since 1970.
    pub started_at: i64,
    /// Microseconds since 1970.
    pub ended_at: i64,
    pub division: Option<String>,
    pub camera: String,
    pub source_id: String,
}

/// Every recording of the register that something holds on a day, and what; by its time.
pub fn all_held(store: &Store, on: Date) -> impl Stream<Item = Stored<HeldRecording>> {
    const ALL: &str = "SELECT k.number, k.kind, k.placed_on, k.last_day, r.started_at, r.ended_at, r.division, \
         r.camera, r.source_id FROM recording r JOIN ( \
         SELECT h.recording_id, q.number, h.kind, h.placed_on, h.last_day FROM recording_hold h \
         JOIN records_request q ON q.id = h.request_id \
         UNION SELECT c.recording_id, '', 'lawsuit', c.placed_on, c.last_day FROM court_hold c \
         UNION SELECT s.recording_id, '', 'order', o.dated, o.last_day FROM order_scope s \
         JOIN disclosure_order o ON o.id = s.order_id AND o.kind = 'preserve' \
         UNION SELECT c.id, '', CASE c.underlying_kind WHEN 'reclosed' THEN 'closed_record' ELSE 'case' END, \
         c.entered_on, CAST(NULL AS TEXT) FROM recording c WHERE c.underlying_kind IN ('active_closed', 'reclosed') \
         UNION SELECT t.id, '', 'notice', t.entered_on, CAST(NULL AS TEXT) FROM recording t \
         JOIN notice n ON n.recording_id = t.id WHERE n.pending_actions > 0 \
         OR n.state IN ('sent', 'window_open', 'objected', 'action_pending') \
         ) k ON k.recording_id = r.id \
         WHERE (k.last_day IS NULL OR k.last_day >= $1) \
         AND NOT EXISTS (SELECT 1 FROM deleted_recording d WHERE d.recording_id = r.id) \
         ORDER BY r.started_at, r.source_id, k.number, k.kind";
    sqlx::query_as(ALL)
        .bind(on.to_string())
        .fetch(store.reader())
        .map_err(Into::into)
}
