//! What the queue is searched by: the requester's words, folded, so that case and accents do not matter.

use std::time::Duration;

use law::{Date, request_state::RequestState};
use office::{TrackingNumber, forms::RequestDetails};
use tokio::time::Instant;
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

use super::{Store, Tx, rows};
use crate::fault::Stored;

/// Small letters without accents and other marks (Unicode NFKD).
pub fn folded(text: &str) -> String {
    text.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .collect::<String>()
        .to_lowercase()
}

/// Keeps what a request is searched by.
pub fn keep(tx: &mut Tx, request_id: &str, number: &TrackingNumber, asked: &RequestDetails) {
    const KEEP: &str = "INSERT INTO requester_search (request_id, name, place, words) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (request_id) DO NOTHING";
    let words = [
        number.as_str(),
        &asked.name,
        &asked.represents,
        &asked.place,
        &asked.report_number,
        &asked.officers,
    ];
    tx.queue(KEEP)
        .bind(request_id)
        .bind(folded(&asked.name))
        .bind(folded(&asked.place))
        .bind(folded(&words.join(" ")));
}

/// Keeps what a request is searched by because a recording is linked to it. What was linked once is found while the link
/// stands.
pub async fn keep_linked(tx: &mut Tx, request_id: &str, recording_id: &str) -> Stored<()> {
    const OF: &str = "SELECT officer, COALESCE(incident_number, '') FROM recording WHERE id = $1";
    const KEEP: &str = "INSERT INTO linked_search (request_id, recording_id, words) VALUES ($1, $2, $3) \
         ON CONFLICT DO NOTHING";
    let found: Option<(String, String)> = sqlx::query_as(OF)
        .bind(recording_id)
        .fetch_optional(tx.conn().await?)
        .await?;
    let Some((officer, incident)) = found else {
        return Ok(());
    };
    sqlx::query(KEEP)
        .bind(request_id)
        .bind(recording_id)
        .bind(folded(&format!("{officer} {incident}")))
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Requests of which something is worked out together.
const BATCH: i64 = 50;
/// So long whoever writes waits for a step at most, about.
const STEP: Duration = Duration::from_millis(40);

/// Which requests of an earlier version are to be completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Incomplete {
    /// Those that are open: few, and all that the queue shows at first.
    Open,
    /// The rest as well.
    Any,
}

impl Incomplete {
    /// The open ones are read in the index of open requests, the rest in the one of what is incomplete.
    const fn condition(self) -> &'static str {
        match self {
            Self::Open => "r.closed_on IS NULL AND COALESCE(r.waits_for, '') = ''",
            Self::Any => "r.waits_for IS NULL",
        }
    }
}

/// Whether something waits for [`complete`].
pub async fn incomplete(store: &Store, which: Incomplete) -> Stored<bool> {
    let sql = format!("SELECT r.id FROM records_request r WHERE {} LIMIT 1", which.condition());
    let old: Option<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .fetch_optional(store.reader())
        .await?;
    Ok(old.is_some())
}

/// Works out what an earlier version of the program did not keep of some requests: what they are searched by, and whom they
/// wait for. A step; whether there was something to do.
pub async fn complete(store: &Store, which: Incomplete, today: Date) -> Stored<bool> {
    if !incomplete(store, which).await? {
        return Ok(false);
    }
    let mut tx = store.begin_alone().await?;
    let step = Instant::now();
    while step.elapsed() < STEP && complete_some(&mut tx, which, today).await? {}
    tx.commit().await?;
    Ok(true)
}

async fn complete_some(tx: &mut Tx, which: Incomplete, today: Date) -> Stored<bool> {
    const WAITS: &str = "UPDATE records_request SET waits_for = $1 WHERE id = $2";
    let sql = format!(
        "SELECT r.id FROM records_request r WHERE {} LIMIT $1",
        which.condition()
    );
    let ids: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(BATCH)
        .fetch_all(tx.conn().await?)
        .await?;
    if ids.is_empty() {
        return Ok(false);
    }
    // Held still, so that nobody acts on one or erases its requester between what is read and what is written.
    let list = rows::list(1, ids.len());
    let still = format!("UPDATE records_request SET version = version WHERE id IN {list}");
    let mut hold = sqlx::query(sqlx::AssertSqlSafe(still));
    let read = format!(
        "SELECT r.id, r.number, r.state, q.asked FROM records_request r LEFT JOIN requester q ON q.request_id = r.id \
         WHERE r.id IN {list}"
    );
    let mut old = sqlx::query_as::<_, (String, String, String, Option<String>)>(sqlx::AssertSqlSafe(read));
    for id in &ids {
        hold = hold.bind(id);
        old = old.bind(id);
    }
    hold.execute(tx.conn().await?).await?;
    let old = old.fetch_all(tx.conn().await?).await?;
    for (id, number, state, asked) in &old {
        let state: RequestState =
            serde_json::from_str(state).map_err(|why| rows::corrupt("records_request", id, why))?;
        tx.queue(WAITS).bind(state.next(today).who.key()).bind(id);
        let linked: Vec<String> =
            sqlx::query_scalar("SELECT recording_id FROM request_recording WHERE request_id = $1")
                .bind(id)
                .fetch_all(tx.conn().await?)
                .await?;
        for recording in &linked {
            keep_linked(tx, id, recording).await?;
        }
        if let Some(asked) = asked {
            let asked = serde_json::from_str(asked)
                .map_err(|_| rows::corrupt("requester", id, "what was asked cannot be read"))?;
            keep(tx, id, &rows::number(number)?, &asked);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn a_name_is_found_however_it_is_typed() {
        assert_eq!(folded("José MUÑOZ"), "jose munoz");
        assert_eq!(folded("Ｏ’Ｂｒｉｅｎ"), "o’brien");
    }
}
