//! The program's texts, version by version.

use office::views::ProgramVersion;

use super::{Store, Tx, rows};
use crate::fault::Stored;

const TABLE: &str = "program_text";

/// The newest version of each text that was ever edited: key and version.
pub async fn newest(store: &Store) -> Stored<Vec<(String, i64)>> {
    const NEWEST: &str = "SELECT text_key, MAX(version) FROM program_text GROUP BY text_key ORDER BY text_key";
    Ok(sqlx::query_as(NEWEST).fetch_all(store.reader()).await?)
}

/// The text of a version.
pub async fn content(store: &Store, key: &str, version: i64) -> Stored<Option<String>> {
    let content = sqlx::query_scalar("SELECT content FROM program_text WHERE text_key = $1 AND version = $2");
    Ok(content.bind(key).bind(version).fetch_optional(store.reader()).await?)
}

type Row = (i64, String, String, String, String);

/// All versions of a text, the newest first.
pub async fn versions(store: &Store, key: &str) -> Stored<Vec<ProgramVersion>> {
    const ALL: &str = "SELECT p.version, p.published_on, s.name, p.reason, p.content FROM program_text p \
         JOIN staff s ON s.id = p.published_by WHERE p.text_key = $1 ORDER BY p.version DESC";
    let found: Vec<Row> = sqlx::query_as(ALL).bind(key).fetch_all(store.reader()).await?;
    let read = |(version, on, by, reason, text): Row| {
        Ok(ProgramVersion {
            version,
            on: rows::day(TABLE, key, &on)?,
            by,
            reason,
            text,
        })
    };
    found.into_iter().map(read).collect()
}

/// A version to be published.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct NewVersion<'a> {
    pub key: &'a str,
    pub version: i64,
    pub content: &'a str,
    pub reason: &'a str,
    pub at: i64,
    pub on: law::Date,
    pub by: &'a str,
}

/// Adds a version; `false` if there is one of that number already.
pub async fn add(tx: &mut Tx, new: NewVersion<'_>) -> Stored<bool> {
    const ADD: &str = "INSERT INTO program_text (text_key, version, content, reason, published_at, published_on, \
         published_by) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";
    let done = sqlx::query(ADD)
        .bind(new.key)
        .bind(new.version)
        .bind(new.content)
        .bind(new.reason)
        .bind(new.at)
        .bind(new.on.to_string())
        .bind(new.by)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}
