//! The templates of letters, version by version.

use std::collections::BTreeMap;

use law::Bilingual;
use office::{
    letter::{LetterKind, ParagraphKey, Paragraphs},
    views::TemplateVersion,
};
use sqlx::AnyConnection;

use super::{Store, Tx, rows};
use crate::{fault::Stored, letters::Templates};

const TABLE: &str = "letter_template";

/// The newest version of each template that was ever changed. Kinds that only a later version of the program knows are passed
/// over.
///
/// # Errors
/// [`crate::fault::Fault::Database`] or [`crate::fault::Fault::Corrupt`].
pub async fn newest(conn: &mut AnyConnection) -> Stored<Templates> {
    const NEWEST: &str = "SELECT t.kind, t.paragraphs FROM letter_template t \
         WHERE t.version = (SELECT MAX(n.version) FROM letter_template n WHERE n.kind = t.kind)";
    let found: Vec<(String, String)> = sqlx::query_as(NEWEST).fetch_all(conn).await?;
    let mut templates = Templates::default();
    for (key, paragraphs) in found {
        if let Some(kind) = LetterKind::parse(&key) {
            templates.0.insert(kind, read(&key, &paragraphs)?);
        }
    }
    Ok(templates)
}

fn read(key: &str, paragraphs: &str) -> Stored<Paragraphs> {
    let corrupt = |why: &str| rows::corrupt(TABLE, key, why);
    let kept: BTreeMap<String, Bilingual<String>> =
        serde_json::from_str(paragraphs).map_err(|_| corrupt("its paragraphs cannot be read"))?;
    let known = |(paragraph, words): (String, _)| ParagraphKey::parse(&paragraph).map(|known| (known, words));
    kept.into_iter()
        .map(|kept| known(kept).ok_or_else(|| corrupt("an unknown paragraph")))
        .collect()
}

/// Of each template that was changed: its newest version, who published it and when.
///
/// # Errors
/// [`crate::fault::Fault::Database`] or [`crate::fault::Fault::Corrupt`].
pub async fn changed(store: &Store) -> Stored<Vec<(String, i64, String, law::Date)>> {
    const CHANGED: &str = "SELECT t.kind, t.version, s.name, t.published_on FROM letter_template t \
         JOIN staff s ON s.id = t.published_by \
         WHERE t.version = (SELECT MAX(n.version) FROM letter_template n WHERE n.kind = t.kind)";
    let found: Vec<(String, i64, String, String)> = sqlx::query_as(CHANGED).fetch_all(store.reader()).await?;
    found
        .into_iter()
        .map(|(kind, version, by, on)| {
            let day = rows::day(TABLE, &kind, &on)?;
            Ok((kind, version, by, day))
        })
        .collect()
}

/// All versions of a template, the newest first.
///
/// # Errors
/// [`crate::fault::Fault::Database`] or [`crate::fault::Fault::Corrupt`].
pub async fn versions(store: &Store, kind: LetterKind) -> Stored<Vec<TemplateVersion>> {
    const ALL: &str = "SELECT t.version, t.published_on, s.name, t.reason, t.paragraphs FROM letter_template t \
         JOIN staff s ON s.id = t.published_by WHERE t.kind = $1 ORDER BY t.version DESC";
    let key = kind.key();
    let found: Vec<(i64, String, String, String, String)> =
        sqlx::query_as(ALL).bind(key).fetch_all(store.reader()).await?;
    found
        .into_iter()
        .map(|(version, on, by, reason, paragraphs)| {
            Ok(TemplateVersion {
                version,
                on: rows::day(TABLE, key, &on)?,
                by,
                reason,
                paragraphs: read(key, &paragraphs)?,
            })
        })
        .collect()
}

/// A version to be published.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct NewTemplate<'a> {
    pub kind: LetterKind,
    pub version: i64,
    pub paragraphs: &'a Paragraphs,
    pub reason: &'a str,
    pub at: i64,
    pub on: law::Date,
    pub by: &'a str,
}

/// Adds a version; `false` if there is one of that number already.
///
/// # Errors
/// [`crate::fault::Fault::Database`].
pub async fn add(tx: &mut Tx, new: NewTemplate<'_>) -> Stored<bool> {
    const ADD: &str = "INSERT INTO letter_template (kind, version, paragraphs, reason, published_at, published_on, \
         published_by) SELECT $1, $2, $3, $4, $5, $6, $7 \
         WHERE NOT EXISTS (SELECT 1 FROM letter_template WHERE kind = $1 AND version = $2) \
         AND $2 = 1 + (SELECT COALESCE(MAX(version), 0) FROM letter_template WHERE kind = $1)";
    let by_key: BTreeMap<&str, &Bilingual<String>> =
        new.paragraphs.iter().map(|(key, words)| (key.key(), words)).collect();
    let done = sqlx::query(ADD)
        .bind(new.kind.key())
        .bind(new.version)
        .bind(serde_json::to_string(&by_key)?)
        .bind(new.reason)
        .bind(new.at)
        .bind(new.on.to_string())
        .bind(new.by)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}
