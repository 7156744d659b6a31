//! What the queue is searched by: the requester's words, folded, so that case and accents do not matter.

use law::{Date, request_state::RequestState};
use office::{TrackingNumber, forms::RequestDetails, views::QueueColumn};
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
    const KEEP: &str = "INSERT INTO requester_search (request_id, name, place, words) VALUES ($1, $2, $3, $4)";
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

/// Requests completed in one transaction.
const BATCH: i64 = 500;

/// Works out what an earlier version of the program did not keep: what some requests are searched by, and whom they wait for.
/// How many.
pub async fn complete(tx: &mut Tx, today: Date) -> Stored<u64> {
    const OLD: &str = "SELECT r.id, r.number, r.state, q.asked FROM records_request r LEFT JOIN requester q ON q.request_id = r.id \
         WHERE r.waits_for IS NULL LIMIT $1";
    const WAITS: &str = "UPDATE records_request SET waits_for = $1 WHERE id = $2";
    let old: Vec<(String, String, String, Option<String>)> =
        sqlx::query_as(OLD).bind(BATCH).fetch_all(tx.conn().await?).await?;
    for (id, number, state, asked) in &old {
        let state: RequestState =
            serde_json::from_str(state).map_err(|why| rows::corrupt("records_request", id, why))?;
        tx.queue(WAITS).bind(state.next(today).who.key()).bind(id);
        if let Some(asked) = asked {
            let asked = serde_json::from_str(asked)
                .map_err(|_| rows::corrupt("requester", id, "what was asked cannot be read"))?;
            keep(tx, id, &rows::number(number)?, &asked);
        }
    }
    Ok(old.len() as u64)
}

/// The columns that an account has chosen; `None` where it has not.
pub async fn columns(store: &Store, staff_id: &str) -> Stored<Option<Vec<QueueColumn>>> {
    let kept: Option<Option<String>> = sqlx::query_scalar("SELECT queue_columns FROM staff WHERE id = $1")
        .bind(staff_id)
        .fetch_optional(store.reader())
        .await?;
    let read = |keys: String| keys.split(',').filter_map(QueueColumn::parse).collect();
    Ok(kept.flatten().map(read))
}

/// Keeps which columns an account has chosen; `None`: those of the start.
pub async fn choose_columns(tx: &mut Tx, staff_id: &str, columns: Option<&[QueueColumn]>) -> Stored<()> {
    let keys = columns.map(|columns| columns.iter().map(|column| column.key()).collect::<Vec<_>>().join(","));
    sqlx::query("UPDATE staff SET queue_columns = $1 WHERE id = $2")
        .bind(keys)
        .bind(staff_id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
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
