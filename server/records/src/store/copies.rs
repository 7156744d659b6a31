//! Files of recordings, and the copies made for release.

mod contents;
mod files;
mod removed;

use std::collections::HashMap;

use law::{
    bar::Section,
    redaction::{Approval, Redaction, RedactionKind, ReleaseCopy, Sha256},
    span::Span,
};
use sqlx::{AnyConnection, FromRow};

pub use contents::{
    CopyContents, CopyPart, add_author, add_contents, add_original_contents, authors, is_of_original, is_original,
    of_originals, out, unknown_and_out,
};
pub use files::{StoredFileKind, add_original, all_files, footage, held, originals, store_file};
pub use removed::{decide_removal, is_removed, kept, removed_of, say_removed, to_remove, undecided};

use super::{Tx, rows};
use crate::fault::Stored;

const TABLE: &str = "release_copy";

/// A copy as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct StoredCopy {
    pub id: String,
    pub recording_id: String,
    pub name: String,
    pub bytes: u64,
    pub length_ms: u64,
    pub captions: Option<String>,
    pub transcript: Option<String>,
    pub copy: ReleaseCopy,
    /// What is in it. Without that, it was kept before copies were made anew, and counts as approved by nobody.
    pub contents: Option<CopyContents>,
    pub version: i64,
}

#[derive(FromRow)]
struct Row {
    id: String,
    recording_id: String,
    sha256: String,
    name: String,
    bytes: i64,
    length_ms: i64,
    captions_sha256: Option<String>,
    transcript_sha256: Option<String>,
    made_by: String,
    approved_by: Option<String>,
    approved_on: Option<String>,
    approved_sha256: Option<String>,
    version: i64,
}

#[derive(FromRow)]
struct RedactionRow {
    copy_id: String,
    kind: String,
    from_ms: i64,
    to_ms: i64,
    of_person: Option<String>,
    citation: String,
    reviewer: String,
}

fn hash(id: &str, text: &str) -> Stored<Sha256> {
    Sha256::parse(text).map_err(|why| rows::corrupt(TABLE, id, why))
}

impl RedactionRow {
    fn read(self) -> Stored<Redaction> {
        let id = &self.copy_id;
        let span = Span::new(rows::count(self.from_ms), rows::count(self.to_ms));
        Ok(Redaction {
            kind: rows::known("redaction", id, &self.kind, RedactionKind::parse)?,
            span: span.map_err(|why| rows::corrupt("redaction", id, why))?,
            of: self.of_person,
            citation: Section(self.citation.into()),
            reviewer: self.reviewer,
        })
    }
}

impl Row {
    fn read(
        self,
        redactions: Vec<Redaction>,
        authors: Vec<String>,
        contents: Option<CopyContents>,
    ) -> Stored<StoredCopy> {
        let approval = match (self.approved_by, self.approved_on, self.approved_sha256) {
            (Some(by), Some(on), Some(sha256)) if contents.is_some() => Some(Approval {
                by,
                on: rows::day(TABLE, &self.id, &on)?,
                sha256: hash(&self.id, &sha256)?,
            }),
            _ => None,
        };
        Ok(StoredCopy {
            copy: ReleaseCopy {
                sha256: hash(&self.id, &self.sha256)?,
                made_by: self.made_by,
                redactions,
                authors,
                approval,
            },
            contents,
            id: self.id,
            recording_id: self.recording_id,
            name: self.name,
            bytes: rows::count(self.bytes),
            length_ms: rows::count(self.length_ms),
            captions: self.captions_sha256,
            transcript: self.transcript_sha256,
            version: self.version,
        })
    }
}

macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.recording_id, c.sha256, c.name, f.bytes, c.length_ms, c.captions_sha256, ",
            "c.transcript_sha256, c.made_by, c.approved_by, c.approved_on, c.approved_sha256, c.version ",
            "FROM release_copy c JOIN stored_file f ON f.sha256 = c.sha256 ",
            $rest
        )
    };
}

/// The parts of copies, in as many statements as of one.
async fn with_parts(conn: &mut AnyConnection, found: Vec<Row>) -> Stored<Vec<StoredCopy>> {
    let ids: Vec<&str> = found.iter().map(|row| row.id.as_str()).collect();
    let of = |list: &str| {
        format!(
            "SELECT copy_id, kind, from_ms, to_ms, of_person, citation, reviewer FROM redaction \
             WHERE copy_id IN {list} ORDER BY copy_id, no"
        )
    };
    let listed: Vec<RedactionRow> = rows::of_ids(&mut *conn, &ids, of).await?;
    let mut redactions: HashMap<String, Vec<Redaction>> = HashMap::new();
    for row in listed {
        redactions.entry(row.copy_id.clone()).or_default().push(row.read()?);
    }
    let mut authors = contents::all_authors(&mut *conn, &ids).await?;
    let mut contents = contents::contents(conn, &ids).await?;
    let read = |row: Row| {
        let redactions = redactions.remove(&row.id).unwrap_or_default();
        let authors = authors.remove(&row.id).unwrap_or_default();
        let contents = contents.remove(&row.id);
        row.read(redactions, authors, contents)
    };
    found.into_iter().map(read).collect()
}

/// A copy by its id.
pub async fn find(conn: &mut AnyConnection, id: &str) -> Stored<Option<StoredCopy>> {
    let found: Option<Row> = sqlx::query_as(columns!("WHERE c.id = $1"))
        .bind(id)
        .fetch_optional(&mut *conn)
        .await?;
    Ok(with_parts(conn, found.into_iter().collect()).await?.pop())
}

/// The copy of a recording that counts: the newest.
pub async fn newest(conn: &mut AnyConnection, recording_id: &str) -> Stored<Option<StoredCopy>> {
    let found: Option<Row> = sqlx::query_as(columns!(
        "WHERE c.recording_id = $1 ORDER BY c.made_at DESC, c.id DESC LIMIT 1"
    ))
    .bind(recording_id)
    .fetch_optional(&mut *conn)
    .await?;
    Ok(with_parts(conn, found.into_iter().collect()).await?.pop())
}

/// All copies of a recording, the newest first.
pub async fn of_recording(conn: &mut AnyConnection, recording_id: &str) -> Stored<Vec<StoredCopy>> {
    let found: Vec<Row> = sqlx::query_as(columns!("WHERE c.recording_id = $1 ORDER BY c.made_at DESC, c.id DESC"))
        .bind(recording_id)
        .fetch_all(&mut *conn)
        .await?;
    with_parts(conn, found).await
}

async fn each_of(conn: &mut AnyConnection, which: &str, ids: &[&str]) -> Stored<Vec<StoredCopy>> {
    let of = |list: &str| {
        let all = columns!("");
        format!("{all}{which} IN {list}")
    };
    let found = rows::of_ids(&mut *conn, ids, of).await?;
    with_parts(conn, found).await
}

/// Copies by their ids, in as many statements as one.
pub async fn with_ids(conn: &mut AnyConnection, ids: &[&str]) -> Stored<Vec<StoredCopy>> {
    each_of(conn, "WHERE c.id", ids).await
}

/// The copies that count of several recordings, in as many statements as of one.
pub async fn newest_of(conn: &mut AnyConnection, recordings: &[&str]) -> Stored<Vec<StoredCopy>> {
    const NEWEST: &str = "JOIN newest_copy n ON n.copy_id = c.id WHERE c.recording_id";
    each_of(conn, NEWEST, recordings).await
}

/// A file of a recording.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct New<'a> {
    pub id: &'a str,
    pub recording_id: &'a str,
    pub sha256: &'a Sha256,
    pub name: &'a str,
    pub length_ms: u64,
    pub at: i64,
    pub by: &'a str,
}

/// Keeps a copy.
pub async fn add(tx: &mut Tx, new: &New<'_>) -> Stored<()> {
    const ADD: &str = "INSERT INTO release_copy (id, recording_id, sha256, name, length_ms, made_by, made_at, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, 1)";
    sqlx::query(ADD)
        .bind(new.id)
        .bind(new.recording_id)
        .bind(new.sha256.as_str())
        .bind(new.name)
        .bind(rows::ms(new.length_ms))
        .bind(new.by)
        .bind(new.at)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Gives a copy that nobody has approved its captions or transcript; `false` if it is approved, or somebody else
/// changed it since `version`.
pub async fn add_words(tx: &mut Tx, id: &str, sha256: &Sha256, captions: bool, version: i64) -> Stored<bool> {
    let sql = if captions {
        "UPDATE release_copy SET captions_sha256 = $1, version = version + 1 \
         WHERE id = $2 AND version = $3 AND approved_by IS NULL"
    } else {
        "UPDATE release_copy SET transcript_sha256 = $1, version = version + 1 \
         WHERE id = $2 AND version = $3 AND approved_by IS NULL"
    };
    let done = sqlx::query(sql)
        .bind(sha256.as_str())
        .bind(id)
        .bind(version)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Sets the redaction list of a copy; `false` if somebody else changed it since `version`.
///
/// # Errors
/// When the database cannot; it refuses once the copy is approved.
pub async fn set_redactions(tx: &mut Tx, id: &str, list: &[Redaction], version: i64) -> Stored<bool> {
    const ADD: &str = "INSERT INTO redaction (copy_id, no, kind, from_ms, to_ms, of_person, citation, reviewer) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    if !touch(tx, id, version).await? {
        return Ok(false);
    }
    sqlx::query("DELETE FROM redaction WHERE copy_id = $1")
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    for (no, one) in (1_i64..).zip(list) {
        sqlx::query(ADD)
            .bind(id)
            .bind(no)
            .bind(one.kind.key())
            .bind(rows::ms(one.span.from_ms()))
            .bind(rows::ms(one.span.to_ms()))
            .bind(one.of.as_deref())
            .bind(one.citation.0.as_ref())
            .bind(&one.reviewer)
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(true)
}

async fn touch(tx: &mut Tx, id: &str, version: i64) -> Stored<bool> {
    let done = sqlx::query("UPDATE release_copy SET version = version + 1 WHERE id = $1 AND version = $2")
        .bind(id)
        .bind(version)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps an approval; `false` if somebody else changed the copy since `version`.
pub async fn approve(tx: &mut Tx, id: &str, approval: &Approval, version: i64) -> Stored<bool> {
    const APPROVE: &str = "UPDATE release_copy SET approved_by = $1, approved_on = $2, approved_sha256 = $3, \
         version = version + 1 WHERE id = $4 AND version = $5 AND approved_by IS NULL";
    let done = sqlx::query(APPROVE)
        .bind(&approval.by)
        .bind(approval.on.to_string())
        .bind(approval.sha256.as_str())
        .bind(id)
        .bind(version)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}
