//! Court orders about recordings.

use std::collections::HashSet;

use law::{
    disclosure_order::{DisclosureOrder, Scope},
    redaction::RedactionKind,
    span::{Span, Spans},
};
use sqlx::{Any, AnyConnection, Executor, FromRow};

use super::{Store, Tx, rows};
use crate::fault::{Fault, Stored};

const TABLE: &str = "disclosure_order";

/// An order as kept. The law's order names its recordings by their ids, and people of staff by theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredOrder {
    /// The order; what opens and what forbids.
    pub order: DisclosureOrder,
    /// The request it belongs to, if to one.
    pub request_id: Option<String>,
    /// When it was entered, in microseconds since 1970.
    pub entered_at: i64,
    /// When it was verified, in microseconds since 1970.
    pub verified_at: Option<i64>,
    /// Counts its changes.
    pub version: i64,
}

#[derive(FromRow)]
struct Row {
    id: String,
    request_id: Option<String>,
    stayed_since: Option<String>,
    content: String,
    entered_by: String,
    entered_at: i64,
    verified_by: Option<String>,
    verified_at: Option<i64>,
    version: i64,
}

impl TryFrom<Row> for StoredOrder {
    type Error = Fault;

    /// What the database guards (who entered, who verified, since when it is stayed) counts, not what the JSON says.
    fn try_from(row: Row) -> Stored<Self> {
        let mut order: DisclosureOrder =
            serde_json::from_str(&row.content).map_err(|error| rows::corrupt(TABLE, &row.id, error))?;
        order.entered_by = row.entered_by;
        order.verified_by = row.verified_by;
        order.stayed_since = rows::day_or_none(TABLE, &row.id, row.stayed_since.as_deref())?;
        order.id = row.id;
        Ok(Self {
            order,
            request_id: row.request_id,
            entered_at: row.entered_at,
            verified_at: row.verified_at,
            version: row.version,
        })
    }
}

/// Every column, for a statement that names the table `o`.
macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "SELECT o.id, o.request_id, o.stayed_since, o.content, o.entered_by, o.entered_at, o.verified_by, ",
            "o.verified_at, o.version FROM disclosure_order o ",
            $rest
        )
    };
}

fn from_rows(found: Vec<Row>) -> Stored<Vec<StoredOrder>> {
    found.into_iter().map(StoredOrder::try_from).collect()
}

/// An order by its id.
pub async fn find(db: impl Executor<'_, Database = Any>, id: &str) -> Stored<Option<StoredOrder>> {
    let found: Option<Row> = sqlx::query_as(columns!("WHERE o.id = $1"))
        .bind(id)
        .fetch_optional(db)
        .await?;
    found.map(StoredOrder::try_from).transpose()
}

/// The order that was entered by this form, if it was.
pub async fn by_form(tx: &mut Tx, submission_hash: &str) -> Stored<Option<String>> {
    Ok(
        sqlx::query_scalar("SELECT id FROM disclosure_order WHERE submission_hash = $1")
            .bind(submission_hash)
            .fetch_optional(tx.conn().await?)
            .await?,
    )
}

/// A page of all orders, the newest entered first, and how many there are.
pub async fn page(store: &Store, page: u32, lines: u32) -> Stored<(Vec<StoredOrder>, u64)> {
    let found: Vec<Row> = sqlx::query_as(columns!("ORDER BY o.entered_at DESC, o.id LIMIT $1 OFFSET $2"))
        .bind(i64::from(lines))
        .bind(i64::from(page.max(1) - 1) * i64::from(lines))
        .fetch_all(store.reader())
        .await?;
    let total: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM disclosure_order")
        .fetch_one(store.reader())
        .await?;
    Ok((from_rows(found)?, rows::count(total)))
}

const NAMING: &str = columns!(
    "WHERE EXISTS (SELECT 1 FROM order_scope s WHERE s.order_id = o.id AND s.recording_id = $1) \
     ORDER BY o.dated, o.entered_at"
);

/// The orders that name a recording, the oldest first.
pub async fn naming(db: impl Executor<'_, Database = Any>, recording_id: &str) -> Stored<Vec<StoredOrder>> {
    let found: Vec<Row> = sqlx::query_as(NAMING).bind(recording_id).fetch_all(db).await?;
    from_rows(found)
}

/// The orders that name any of several recordings, the oldest first, in as many statements as of one.
pub async fn naming_any(conn: &mut AnyConnection, recordings: &[&str]) -> Stored<Vec<StoredOrder>> {
    let of = |list: &str| {
        let all = columns!("");
        format!(
            "{all}WHERE o.id IN (SELECT s.order_id FROM order_scope s WHERE s.recording_id IN {list}) \
             ORDER BY o.dated, o.entered_at"
        )
    };
    let mut found: Vec<Row> = rows::of_ids(conn, recordings, of).await?;
    let mut known = HashSet::new();
    found.retain(|row| known.insert(row.id.clone()));
    from_rows(found)
}

/// The orders of a request, the oldest first.
pub async fn of_request(store: &Store, request_id: &str) -> Stored<Vec<StoredOrder>> {
    let found: Vec<Row> = sqlx::query_as(columns!("WHERE o.request_id = $1 ORDER BY o.dated, o.entered_at"))
        .bind(request_id)
        .fetch_all(store.reader())
        .await?;
    from_rows(found)
}

/// An order to be kept.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct New<'a> {
    pub order: &'a DisclosureOrder,
    pub request_id: Option<&'a str>,
    pub entered_at: i64,
    pub submission_hash: &'a str,
}

const INSERT: &str = "INSERT INTO disclosure_order (id, request_id, court, case_number, kind, dated, effective, \
     last_day, stayed_since, document_sha256, content, entered_by, entered_at, verified_by, verified_at, version, \
     submission_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, NULL, NULL, 1, $14)";

/// Keeps an order with the recordings that it names. It is verified by nobody yet.
pub async fn insert(tx: &mut Tx, new: &New<'_>) -> Stored<()> {
    let order = new.order;
    sqlx::query(INSERT)
        .bind(&order.id)
        .bind(new.request_id)
        .bind(&order.court)
        .bind(&order.case_number)
        .bind(order.kind.key())
        .bind(order.dated.to_string())
        .bind(order.effective.to_string())
        .bind(order.last_day.map(|day| day.to_string()))
        .bind(order.stayed_since.map(|day| day.to_string()))
        .bind(order.document.as_ref().map(|hash| hash.as_str().to_owned()))
        .bind(serde_json::to_string(order)?)
        .bind(&order.entered_by)
        .bind(new.entered_at)
        .bind(new.submission_hash)
        .execute(tx.conn().await?)
        .await?;
    let mut no = 0_i64;
    for scope in &order.scope {
        for (from_ms, to_ms) in moments(scope.spans.as_ref()) {
            no += 1;
            place(tx, &order.id, no, scope, from_ms, to_ms).await?;
        }
    }
    for excused in &order.excused {
        const EXCUSE: &str = "INSERT INTO order_excused (order_id, recording_id, pseudonym) SELECT $1, $2, $3 \
             WHERE NOT EXISTS (SELECT 1 FROM order_excused WHERE order_id = $1 AND recording_id = $2 \
             AND pseudonym = $3)";
        sqlx::query(EXCUSE)
            .bind(&order.id)
            .bind(&excused.recording)
            .bind(&excused.pseudonym)
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(())
}

/// The moments of a set of spans; one line without any for the whole recording.
fn moments(spans: Option<&Spans>) -> Vec<(Option<i64>, Option<i64>)> {
    let ms = |at: u64| i64::try_from(at).ok();
    let line = |span: Span| (ms(span.from_ms()), ms(span.to_ms()));
    spans.map_or_else(|| vec![(None, None)], |spans| spans.iter().map(line).collect())
}

async fn place(
    tx: &mut Tx,
    order_id: &str,
    no: i64,
    scope: &Scope,
    from_ms: Option<i64>,
    to_ms: Option<i64>,
) -> Stored<()> {
    const INSERT: &str =
        "INSERT INTO order_scope (order_id, no, recording_id, from_ms, to_ms, hide) VALUES ($1, $2, $3, $4, $5, $6)";
    sqlx::query(INSERT)
        .bind(order_id)
        .bind(no)
        .bind(&scope.recording)
        .bind(from_ms)
        .bind(to_ms)
        .bind(scope.hide.map(RedactionKind::key))
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

const SAVE: &str = "UPDATE disclosure_order SET stayed_since = $1, verified_by = $2, verified_at = $3, \
     version = version + 1 WHERE id = $4 AND version = $5";

/// Keeps who verified an order, and since when it is stayed; what it says stays as it was entered. `false` if somebody
/// else changed it since `version`.
pub async fn save(tx: &mut Tx, changed: &StoredOrder) -> Stored<bool> {
    let order = &changed.order;
    let done = sqlx::query(SAVE)
        .bind(order.stayed_since.map(|day| day.to_string()))
        .bind(order.verified_by.as_deref())
        .bind(changed.verified_at)
        .bind(&order.id)
        .bind(changed.version)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}
