//! What earlier versions entered of courts, before cases were kept.

use law::{Date, event::Event};
use sqlx::AnyConnection;

use crate::{
    fault::Stored,
    store::{Tx, rows, settings},
};

/// Takes it on that the cases of earlier versions are opened; `false` if that was done.
pub async fn claim(tx: &mut Tx) -> Stored<bool> {
    const CLAIM: &str = "INSERT INTO setting (name, content) VALUES ($1, 'opened') ON CONFLICT (name) DO NOTHING";
    let claimed = sqlx::query(CLAIM)
        .bind(settings::COURT_CASES)
        .execute(tx.conn().await?)
        .await?;
    Ok(claimed.rows_affected() == 1)
}

/// An entry of a docket that tells of a court.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Told {
    pub request_id: String,
    pub seq: i64,
    pub at: i64,
    pub on: Date,
    pub staff_id: Option<String>,
    pub event: Event,
}

/// All that dockets tell of courts without a case, by request.
pub async fn told(conn: &mut AnyConnection) -> Stored<Vec<Told>> {
    const TOLD: &str = "SELECT d.request_id, d.seq, d.at, d.on_date, d.staff_id, d.event FROM docket d \
         WHERE d.act IN ('record_petition', 'end_petition', 'enter_order', 'verify_order', 'take_back') AND NOT EXISTS \
         (SELECT 1 FROM court_docket t WHERE t.request_id = d.request_id AND t.docket_seq = d.seq) \
         ORDER BY d.request_id, d.seq";
    type Found = (String, i64, i64, String, Option<String>, String);
    let found: Vec<Found> = sqlx::query_as(TOLD).fetch_all(conn).await?;
    let read = |(request_id, seq, at, on, staff_id, event): Found| {
        Ok(Told {
            on: rows::day("docket", &request_id, &on)?,
            event: serde_json::from_str(&event).map_err(|why| rows::corrupt("docket", &request_id, why))?,
            request_id,
            seq,
            at,
            staff_id,
        })
    };
    found.into_iter().map(read).collect()
}

/// The orders of the register without a case, the oldest first.
pub async fn orders(conn: &mut AnyConnection) -> Stored<Vec<String>> {
    const ORDERS: &str = "SELECT o.id FROM disclosure_order o WHERE NOT EXISTS \
         (SELECT 1 FROM court_order c WHERE c.order_id = o.id) ORDER BY o.entered_at, o.id";
    Ok(sqlx::query_scalar(ORDERS).fetch_all(conn).await?)
}
