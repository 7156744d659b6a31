//! What is in the videos that are kept, and who wrote what stands beside a copy.

use std::collections::HashMap;

use law::redaction::Sha256;
use office::views::FileContents;
use sqlx::AnyConnection;

use super::super::{Store, Tx, rows};
use crate::fault::Stored;

/// A part of a copy that somebody writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyPart {
    /// Captions.
    Captions,
    /// A transcript.
    Transcript,
    /// The redaction list.
    Redactions,
}

impl CopyPart {
    /// How it is stored.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Captions => "captions",
            Self::Transcript => "transcript",
            Self::Redactions => "redactions",
        }
    }
}

/// What was sent as a copy, and what is in what is kept of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyContents {
    /// The file as it was sent.
    pub sent: Sha256,
    /// Its size, in bytes.
    pub sent_bytes: u64,
    /// SHA-256 of picture and sound alone.
    pub essence: String,
    /// What is in it, and what was taken out.
    pub contents: FileContents,
}

const TABLE: &str = "copy_contents";

fn read(table: &'static str, id: &str, json: &str) -> Stored<FileContents> {
    serde_json::from_str(json).map_err(|why| rows::corrupt(table, id, why))
}

/// Keeps what is in a copy.
pub async fn add_contents(tx: &mut Tx, copy_id: &str, found: &CopyContents) -> Stored<()> {
    const ADD: &str = "INSERT INTO copy_contents (copy_id, sent_sha256, sent_bytes, essence, contents) \
         VALUES ($1, $2, $3, $4, $5)";
    let contents = serde_json::to_string(&found.contents)?;
    sqlx::query(ADD)
        .bind(copy_id)
        .bind(found.sent.as_str())
        .bind(rows::ms(found.sent_bytes))
        .bind(&found.essence)
        .bind(contents)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// What is in copies, by their ids; without those that were kept before copies were made anew.
pub(super) async fn contents(conn: &mut AnyConnection, copies: &[&str]) -> Stored<HashMap<String, CopyContents>> {
    let of = |list: &str| {
        format!("SELECT copy_id, sent_sha256, sent_bytes, essence, contents FROM copy_contents WHERE copy_id IN {list}")
    };
    let found: Vec<(String, String, i64, String, String)> = rows::of_ids(conn, copies, of).await?;
    let read = |(id, sent, bytes, essence, contents): (String, String, i64, String, String)| {
        let contents = CopyContents {
            sent: Sha256::parse(&sent).map_err(|why| rows::corrupt(TABLE, &id, why))?,
            sent_bytes: rows::count(bytes),
            essence,
            contents: read(TABLE, &id, &contents)?,
        };
        Ok((id, contents))
    };
    found.into_iter().map(read).collect()
}

/// Keeps what is in an original; the same one twice is one.
pub async fn add_original_contents(
    tx: &mut Tx,
    (recording_id, sha256): (&str, &Sha256),
    essence: Option<&str>,
    contents: &FileContents,
) -> Stored<()> {
    const ADD: &str = "INSERT INTO original_contents (recording_id, sha256, essence, contents) SELECT $1, $2, $3, $4 \
         WHERE NOT EXISTS (SELECT 1 FROM original_contents WHERE recording_id = $1 AND sha256 = $2)";
    let contents = serde_json::to_string(contents)?;
    sqlx::query(ADD)
        .bind(recording_id)
        .bind(sha256.as_str())
        .bind(essence)
        .bind(contents)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// What is in the originals of a recording, by their hashes.
pub async fn of_originals(store: &Store, recording_id: &str) -> Stored<HashMap<String, FileContents>> {
    const OF: &str = "SELECT sha256, contents FROM original_contents WHERE recording_id = $1";
    let found: Vec<(String, String)> = sqlx::query_as(OF).bind(recording_id).fetch_all(store.reader()).await?;
    let each = found.into_iter().map(|(sha256, json)| {
        let contents = read("original_contents", &sha256, &json)?;
        Ok((sha256, contents))
    });
    each.collect()
}

/// Whether a copy shows and sounds what an original of its recording does, or is that very file.
pub async fn is_original(tx: &mut Tx, copy_id: &str) -> Stored<bool> {
    const IS: &str = "SELECT COUNT(*) FROM release_copy c LEFT JOIN copy_contents k ON k.copy_id = c.id WHERE c.id = $1 \
         AND (EXISTS (SELECT 1 FROM original o WHERE o.recording_id = c.recording_id \
                AND (o.sha256 = c.sha256 OR o.sha256 = k.sent_sha256)) \
           OR EXISTS (SELECT 1 FROM original_contents o WHERE o.recording_id = c.recording_id AND o.essence = k.essence))";
    let found: i64 = sqlx::query_scalar(IS).bind(copy_id).fetch_one(tx.conn().await?).await?;
    Ok(found > 0)
}

/// Whether picture and sound, worked out as one, are those of an original of a recording.
pub async fn is_of_original(tx: &mut Tx, recording_id: &str, essence: &str) -> Stored<bool> {
    const IS: &str = "SELECT COUNT(*) FROM original_contents WHERE recording_id = $1 AND essence = $2";
    let found = sqlx::query_scalar(IS).bind(recording_id).bind(essence);
    let found: i64 = found.fetch_one(tx.conn().await?).await?;
    Ok(found > 0)
}

/// Keeps who wrote a part of a copy; once is enough.
pub async fn add_author(tx: &mut Tx, copy_id: &str, staff_id: &str, part: CopyPart, at: i64) -> Stored<()> {
    const ADD: &str = "INSERT INTO copy_author (copy_id, staff_id, part, written_at) \
         SELECT $1, $2, $3, CAST($4 AS BIGINT) WHERE NOT EXISTS \
         (SELECT 1 FROM copy_author WHERE copy_id = $1 AND staff_id = $2 AND part = $3)";
    sqlx::query(ADD)
        .bind(copy_id)
        .bind(staff_id)
        .bind(part.key())
        .bind(at)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Who wrote which part of a copy: the part's key, the account's id, the first first.
pub async fn authors(conn: &mut AnyConnection, copy_id: &str) -> Stored<Vec<(String, String)>> {
    const OF: &str = "SELECT part, staff_id FROM copy_author WHERE copy_id = $1 ORDER BY written_at, staff_id";
    Ok(sqlx::query_as(OF).bind(copy_id).fetch_all(conn).await?)
}

/// Who wrote anything of copies, by the ids of the copies: each account once, by its id.
pub(super) async fn all_authors(conn: &mut AnyConnection, copies: &[&str]) -> Stored<HashMap<String, Vec<String>>> {
    let of = |list: &str| format!("SELECT DISTINCT copy_id, staff_id FROM copy_author WHERE copy_id IN {list}");
    let found: Vec<(String, String)> = rows::of_ids(conn, copies, of).await?;
    let mut all: HashMap<String, Vec<String>> = HashMap::new();
    for (copy, author) in found {
        all.entry(copy).or_default().push(author);
    }
    for authors in all.values_mut() {
        authors.sort_unstable();
    }
    Ok(all)
}

/// Copies that are out and of which nobody knows what is in them, as recordings and files.
pub async fn unknown_and_out(store: &Store) -> Stored<Vec<(String, String)>> {
    const OUT: &str = "SELECT r.source_id, c.sha256 FROM release e JOIN release_copy c ON c.id = e.copy_id \
         JOIN recording r ON r.id = e.recording_id WHERE e.stopped_at IS NULL \
         AND NOT EXISTS (SELECT 1 FROM copy_contents k WHERE k.copy_id = c.id) ORDER BY r.source_id";
    Ok(sqlx::query_as(OUT).fetch_all(store.reader()).await?)
}

/// The files of all copies that are out.
pub async fn out(store: &Store) -> Stored<Vec<String>> {
    const OUT: &str = "SELECT DISTINCT c.sha256 FROM release e JOIN release_copy c ON c.id = e.copy_id \
         JOIN copy_contents k ON k.copy_id = c.id WHERE e.stopped_at IS NULL ORDER BY c.sha256";
    Ok(sqlx::query_scalar(OUT).fetch_all(store.reader()).await?)
}
