//! The private part of objections: the person's own words, and how to answer them.

use std::collections::HashMap;

use law::Date;
use office::Lang;
use serde::{Deserialize, Serialize};
use sqlx::{Any, Executor};

use super::{Store, Tx, rows};
use crate::fault::Stored;

/// What only staff and the person see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct Words {
    pub words: String,
    pub reply: String,
}

/// An objection to be kept.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct New<'a> {
    pub id: &'a str,
    pub notice_id: &'a str,
    pub submission_hash: &'a str,
    pub code_hash: &'a str,
    pub channel: &'static str,
    pub received_on: Date,
    pub at: i64,
    pub keyed_by: Option<&'a str>,
    pub language: &'static str,
    pub words: &'a Words,
}

/// Keeps an objection.
pub async fn insert(tx: &mut Tx, new: &New<'_>) -> Stored<()> {
    const INSERT: &str = "INSERT INTO objection (id, notice_id, submission_hash, code_hash, channel, received_on, \
         received_at, keyed_by, language, content) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    sqlx::query(INSERT)
        .bind(new.id)
        .bind(new.notice_id)
        .bind(new.submission_hash)
        .bind(new.code_hash)
        .bind(new.channel)
        .bind(new.received_on.to_string())
        .bind(new.at)
        .bind(new.keyed_by)
        .bind(new.language)
        .bind(serde_json::to_string(new.words)?)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// The objection made under a form's key: its id and its notice.
pub async fn by_form(db: impl Executor<'_, Database = Any>, submission_hash: &str) -> Stored<Option<(String, String)>> {
    Ok(
        sqlx::query_as("SELECT id, notice_id FROM objection WHERE submission_hash = $1")
            .bind(submission_hash)
            .fetch_optional(db)
            .await?,
    )
}

/// Keeps when, and by whom, an objection was answered.
pub async fn answered(tx: &mut Tx, id: &str, at: i64, by: &str) -> Stored<()> {
    sqlx::query("UPDATE objection SET answered_at = $1, answered_by = $2 WHERE id = $3")
        .bind(at)
        .bind(by)
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// The language in which somebody objected.
pub async fn language(tx: &mut Tx, id: &str) -> Stored<Option<Lang>> {
    let key: Option<String> = sqlx::query_scalar("SELECT language FROM objection WHERE id = $1")
        .bind(id)
        .fetch_optional(tx.conn().await?)
        .await?;
    Ok(key.and_then(|key| Lang::parse(&key)))
}

/// The words of a notice's objections, by their ids.
pub async fn words_of(store: &Store, notice_id: &str) -> Stored<HashMap<String, Words>> {
    let found: Vec<(String, String)> = sqlx::query_as("SELECT id, content FROM objection WHERE notice_id = $1")
        .bind(notice_id)
        .fetch_all(store.reader())
        .await?;
    let read = |(id, content): (String, String)| {
        let words = serde_json::from_str(&content).map_err(|why| rows::corrupt("objection", &id, why))?;
        Ok((id, words))
    };
    found.into_iter().map(read).collect()
}
