//! Letters on paper to whoever filed.

use law::Date;
use office::views::PAGE_LINES;
use sqlx::{Any, Executor, FromRow};

use super::{Store, Tx, day_or_none, rows};
use crate::fault::Stored;

/// A letter on paper to be kept.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct NewPaperLetter<'a> {
    pub request_id: &'a str,
    pub kind: &'a str,
    /// The instant of the act that it tells about.
    pub created_at: i64,
    pub made_on: Date,
    pub document: &'a str,
    /// The mail that it stands for.
    pub outbox_id: Option<&'a str>,
}

/// Puts a letter into the print queue; its id.
pub fn add(tx: &mut Tx, new: &NewPaperLetter<'_>) -> String {
    const ADD: &str = "INSERT INTO paper_letter (id, request_id, kind, created_at, made_on, document, outbox_id) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let id = crate::ids::new_id();
    tx.queue(ADD)
        .bind(id.clone())
        .bind(new.request_id)
        .bind(new.kind)
        .bind(new.created_at)
        .bind(new.made_on.to_string())
        .bind(new.document)
        .bind(new.outbox_id);
    id
}

/// A letter on paper as kept.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct PaperRow {
    pub id: String,
    pub number: String,
    pub made_on: Date,
    pub posted_on: Option<Date>,
    pub returned_on: Option<Date>,
    /// Empty once erased.
    pub document: String,
}

#[derive(FromRow)]
struct Row {
    id: String,
    number: String,
    made_on: String,
    posted_on: Option<String>,
    returned_on: Option<String>,
    document: String,
}

impl TryFrom<Row> for PaperRow {
    type Error = crate::fault::Fault;

    fn try_from(row: Row) -> Stored<Self> {
        Ok(Self {
            made_on: rows::day("paper_letter", &row.id, &row.made_on)?,
            posted_on: day_or_none(&row.id, row.posted_on.as_deref())?,
            returned_on: day_or_none(&row.id, row.returned_on.as_deref())?,
            number: row.number,
            document: row.document,
            id: row.id,
        })
    }
}

macro_rules! papers {
    ($which:literal) => {
        concat!(
            "SELECT p.id, r.number, p.made_on, p.posted_on, p.returned_on, p.document FROM paper_letter p \
             JOIN records_request r ON r.id = p.request_id WHERE ",
            $which
        )
    };
}

/// Those of a day, in the order in which they were made.
pub async fn of_day(store: &Store, on: Date) -> Stored<Vec<PaperRow>> {
    const OF: &str = papers!("p.made_on = $1 AND p.erased_at IS NULL ORDER BY p.created_at, p.id");
    let found: Vec<Row> = sqlx::query_as(OF)
        .bind(on.to_string())
        .fetch_all(store.reader())
        .await?;
    found.into_iter().map(PaperRow::try_from).collect()
}

/// Those of a request, the newest first.
pub async fn of_request(store: &Store, request_id: &str) -> Stored<Vec<PaperRow>> {
    const OF: &str = papers!("p.request_id = $1 ORDER BY p.created_at DESC, p.id LIMIT 50");
    let found: Vec<Row> = sqlx::query_as(OF).bind(request_id).fetch_all(store.reader()).await?;
    found.into_iter().map(PaperRow::try_from).collect()
}

/// A page of those that are not posted yet, the oldest first.
pub async fn waiting(store: &Store, page: u32) -> Stored<Vec<PaperRow>> {
    const WAITING: &str =
        papers!("p.posted_on IS NULL AND p.returned_on IS NULL ORDER BY p.created_at, p.id LIMIT $1 OFFSET $2");
    let offset = i64::from(page.max(1) - 1) * i64::from(PAGE_LINES);
    let query = sqlx::query_as(WAITING).bind(i64::from(PAGE_LINES)).bind(offset);
    let found: Vec<Row> = query.fetch_all(store.reader()).await?;
    found.into_iter().map(PaperRow::try_from).collect()
}

/// One of them.
pub async fn find(db: impl Executor<'_, Database = Any>, id: &str) -> Stored<Option<PaperRow>> {
    const FIND: &str = papers!("p.id = $1");
    let found: Option<Row> = sqlx::query_as(FIND).bind(id).fetch_optional(db).await?;
    found.map(PaperRow::try_from).transpose()
}

/// Keeps that it was given to the post; `false` if that was known.
pub async fn posted(tx: &mut Tx, id: &str, on: Date, by: &str, now: i64) -> Stored<bool> {
    const POSTED: &str = "UPDATE paper_letter SET posted_on = $1, posted_by = $2, posted_at = $3 \
         WHERE id = $4 AND posted_on IS NULL AND returned_on IS NULL";
    let done = sqlx::query(POSTED)
        .bind(on.to_string())
        .bind(by)
        .bind(now)
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps that it came back; `false` if it was not posted, or that was known.
pub async fn returned(tx: &mut Tx, id: &str, on: Date) -> Stored<bool> {
    const BACK: &str =
        "UPDATE paper_letter SET returned_on = $1 WHERE id = $2 AND posted_on IS NOT NULL AND returned_on IS NULL";
    let done = sqlx::query(BACK)
        .bind(on.to_string())
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}
