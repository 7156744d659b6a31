//! Wishes of people shown to agree, or to talk about it.

use law::{Date, person::Receiver};
use office::{
    forms::{NewWish, WishKind},
    views::WishView,
};
use serde::{Deserialize, Serialize};
use sqlx::{Any, Executor, FromRow};

use super::{Tx, rows};
use crate::fault::Stored;

const TABLE: &str = "consent_wish";

/// What only those who serve notices see, until the person was heard.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Words {
    reach: String,
    words: String,
}

#[derive(FromRow)]
struct Row {
    id: String,
    kind: String,
    capacity: String,
    received_on: String,
    language: String,
    content: Option<String>,
    heard_on: Option<String>,
}

/// Keeps a wish; `false` if one came under this form's key before.
pub async fn insert(
    tx: &mut Tx,
    (id, notice_id, submission_hash): (&str, &str, &str),
    new: &NewWish,
    (at, on): (i64, Date),
) -> Stored<bool> {
    const INSERT: &str = "INSERT INTO consent_wish (id, notice_id, submission_hash, kind, capacity, received_on, \
         received_at, language, content) SELECT $1, $2, $3, $4, $5, $6, CAST($7 AS BIGINT), $8, $9 \
         WHERE NOT EXISTS (SELECT 1 FROM consent_wish WHERE submission_hash = $3)";
    let words = Words {
        reach: new.reach.clone(),
        words: new.words.clone(),
    };
    let done = sqlx::query(INSERT)
        .bind(id)
        .bind(notice_id)
        .bind(submission_hash)
        .bind(new.kind.key())
        .bind(new.capacity.key())
        .bind(on.to_string())
        .bind(at)
        .bind(new.lang.key())
        .bind(serde_json::to_string(&words)?)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// The person was heard on a day: what waited then loses how to reach them, and their words.
pub async fn heard(tx: &mut Tx, notice_id: &str, on: Date, (at, by): (i64, &str)) -> Stored<()> {
    const HEARD: &str = "UPDATE consent_wish SET heard_on = $1, heard_at = $2, heard_by = $3, content = NULL \
         WHERE notice_id = $4 AND heard_at IS NULL AND received_on <= $1";
    sqlx::query(HEARD)
        .bind(on.to_string())
        .bind(at)
        .bind(by)
        .bind(notice_id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Takes how to reach them, and their words, from the wishes of somebody who was taken out of a people log.
pub(super) async fn end_of_person(tx: &mut Tx, person_id: &str) -> Stored<()> {
    const END: &str = "UPDATE consent_wish SET content = NULL \
         WHERE notice_id IN (SELECT id FROM notice WHERE person_id = $1) AND content IS NOT NULL";
    sqlx::query(END).bind(person_id).execute(tx.conn().await?).await?;
    Ok(())
}

/// Takes the same from wishes that came before an instant and that nobody heard; how many.
pub(super) async fn end_old(tx: &mut Tx, before: i64) -> Stored<u64> {
    const END: &str = "UPDATE consent_wish SET content = NULL WHERE content IS NOT NULL AND received_at < $1";
    let done = sqlx::query(END).bind(before).execute(tx.conn().await?).await?;
    Ok(done.rows_affected())
}

/// The wishes on a notice, the oldest first.
pub async fn of_notice(db: impl Executor<'_, Database = Any>, notice_id: &str) -> Stored<Vec<WishView>> {
    const LIST: &str = "SELECT id, kind, capacity, received_on, language, content, heard_on FROM consent_wish \
         WHERE notice_id = $1 ORDER BY received_at, id";
    let found: Vec<Row> = sqlx::query_as(LIST).bind(notice_id).fetch_all(db).await?;
    found.iter().map(view).collect()
}

fn view(row: &Row) -> Stored<WishView> {
    let words: Words = match &row.content {
        Some(content) => serde_json::from_str(content).map_err(|why| rows::corrupt(TABLE, &row.id, why))?,
        None => Words::default(),
    };
    Ok(WishView {
        kind: rows::known(TABLE, &row.id, &row.kind, WishKind::parse)?,
        capacity: rows::known(TABLE, &row.id, &row.capacity, Receiver::parse)?,
        on: rows::day(TABLE, &row.id, &row.received_on)?,
        heard_on: rows::day_or_none(TABLE, &row.id, row.heard_on.as_deref())?,
        reach: words.reach,
        words: words.words,
        lang: rows::lang(TABLE, &row.id, &row.language)?,
    })
}
