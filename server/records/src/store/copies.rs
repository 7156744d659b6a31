//! Files of recordings, and the copies made for release.

use law::{
    bar::Section,
    redaction::{Approval, Redaction, RedactionKind, ReleaseCopy, Sha256},
    span::Span,
};
use sqlx::FromRow;

use super::{Store, Tx, rows};
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
    fn read(self, redactions: Vec<Redaction>) -> Stored<StoredCopy> {
        let approval = match (self.approved_by, self.approved_on, self.approved_sha256) {
            (Some(by), Some(on), Some(sha256)) => Some(Approval {
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
                approval,
            },
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

const REDACTIONS: &str = "SELECT copy_id, kind, from_ms, to_ms, of_person, citation, reviewer FROM redaction \
     WHERE copy_id = $1 ORDER BY no";

async fn whole(tx: &mut Tx, row: Row) -> Stored<StoredCopy> {
    let found: Vec<RedactionRow> = sqlx::query_as(REDACTIONS).bind(&row.id).fetch_all(tx.conn()).await?;
    row.read(found.into_iter().map(RedactionRow::read).collect::<Stored<_>>()?)
}

async fn whole_read(store: &Store, row: Row) -> Stored<StoredCopy> {
    let found: Vec<RedactionRow> = sqlx::query_as(REDACTIONS)
        .bind(&row.id)
        .fetch_all(store.reader())
        .await?;
    row.read(found.into_iter().map(RedactionRow::read).collect::<Stored<_>>()?)
}

/// A copy, to be changed.
pub async fn load(tx: &mut Tx, id: &str) -> Stored<Option<StoredCopy>> {
    let found: Option<Row> = sqlx::query_as(columns!("WHERE c.id = $1"))
        .bind(id)
        .fetch_optional(tx.conn())
        .await?;
    match found {
        Some(row) => Ok(Some(whole(tx, row).await?)),
        None => Ok(None),
    }
}

/// The copy of a recording that counts: the newest.
pub async fn newest(tx: &mut Tx, recording_id: &str) -> Stored<Option<StoredCopy>> {
    let found: Option<Row> = sqlx::query_as(columns!(
        "WHERE c.recording_id = $1 ORDER BY c.made_at DESC, c.id DESC LIMIT 1"
    ))
    .bind(recording_id)
    .fetch_optional(tx.conn())
    .await?;
    match found {
        Some(row) => Ok(Some(whole(tx, row).await?)),
        None => Ok(None),
    }
}

/// All copies of a recording, the newest first.
pub async fn of_recording(store: &Store, recording_id: &str) -> Stored<Vec<StoredCopy>> {
    let found: Vec<Row> = sqlx::query_as(columns!("WHERE c.recording_id = $1 ORDER BY c.made_at DESC, c.id DESC"))
        .bind(recording_id)
        .fetch_all(store.reader())
        .await?;
    let mut copies = Vec::with_capacity(found.len());
    for row in found {
        copies.push(whole_read(store, row).await?);
    }
    Ok(copies)
}

/// A copy by its id.
pub async fn find(store: &Store, id: &str) -> Stored<Option<StoredCopy>> {
    let found: Option<Row> = sqlx::query_as(columns!("WHERE c.id = $1"))
        .bind(id)
        .fetch_optional(store.reader())
        .await?;
    match found {
        Some(row) => Ok(Some(whole_read(store, row).await?)),
        None => Ok(None),
    }
}

/// Keeps that a file is stored; it may be already.
pub async fn store_file(tx: &mut Tx, sha256: &Sha256, bytes: u64, at: i64) -> Stored<()> {
    const STORE: &str = "INSERT INTO stored_file (sha256, bytes, kept_at) \
         SELECT $1, CAST($2 AS BIGINT), CAST($3 AS BIGINT) \
         WHERE NOT EXISTS (SELECT 1 FROM stored_file WHERE sha256 = $1) ON CONFLICT DO NOTHING";
    sqlx::query(STORE)
        .bind(sha256.as_str())
        .bind(rows::ms(bytes))
        .bind(at)
        .execute(tx.conn())
        .await?;
    Ok(())
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

/// Keeps an original; the same file twice is one.
pub async fn add_original(tx: &mut Tx, new: &New<'_>) -> Stored<()> {
    const ADD: &str = "INSERT INTO original (recording_id, sha256, name, length_ms, added_at, added_by) \
         SELECT $1, $2, $3, CAST($4 AS BIGINT), CAST($5 AS BIGINT), $6 \
         WHERE NOT EXISTS (SELECT 1 FROM original WHERE recording_id = $1 AND sha256 = $2) ON CONFLICT DO NOTHING";
    sqlx::query(ADD)
        .bind(new.recording_id)
        .bind(new.sha256.as_str())
        .bind(new.name)
        .bind(rows::ms(new.length_ms))
        .bind(new.at)
        .bind(new.by)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The originals of a recording: hash, name, size.
pub async fn originals(store: &Store, recording_id: &str) -> Stored<Vec<(String, String, i64)>> {
    const OF: &str = "SELECT o.sha256, o.name, f.bytes FROM original o JOIN stored_file f ON f.sha256 = o.sha256 \
         WHERE o.recording_id = $1 ORDER BY o.added_at";
    Ok(sqlx::query_as(OF).bind(recording_id).fetch_all(store.reader()).await?)
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
        .execute(tx.conn())
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
        .execute(tx.conn())
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
        .execute(tx.conn())
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
            .execute(tx.conn())
            .await?;
    }
    Ok(true)
}

async fn touch(tx: &mut Tx, id: &str, version: i64) -> Stored<bool> {
    let done = sqlx::query("UPDATE release_copy SET version = version + 1 WHERE id = $1 AND version = $2")
        .bind(id)
        .bind(version)
        .execute(tx.conn())
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
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether a file is one of a recording's originals.
pub async fn is_original(tx: &mut Tx, recording_id: &str, sha256: &Sha256) -> Stored<bool> {
    let found: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM original WHERE recording_id = $1 AND sha256 = $2")
        .bind(recording_id)
        .bind(sha256.as_str())
        .fetch_one(tx.conn())
        .await?;
    Ok(found > 0)
}

/// What a file that is kept is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// An original, or a copy for release.
    Video,
    /// Captions of a copy.
    Captions,
    /// A transcript of a copy.
    Transcript,
    /// A paper that somebody sent: PDF.
    Pdf,
    /// A paper that somebody sent: JPEG.
    Jpeg,
    /// A paper that somebody sent: PNG.
    Png,
}

impl Held {
    const ALL: [Self; 6] = [
        Self::Video,
        Self::Captions,
        Self::Transcript,
        Self::Pdf,
        Self::Jpeg,
        Self::Png,
    ];

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Video => "video/mp4",
            Self::Captions => "text/vtt; charset=utf-8",
            Self::Transcript => "text/plain; charset=utf-8",
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    /// Whether it is a paper, which a stranger may have sent.
    pub const fn is_paper(self) -> bool {
        matches!(self, Self::Pdf | Self::Jpeg | Self::Png)
    }

    fn parse(media_type: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|held| held.media_type() == media_type)
    }
}

/// What a file is, if it is one of those kept; a paper, if it is that among others.
pub async fn held(store: &Store, sha256: &Sha256) -> Stored<Option<Held>> {
    const HELD: &str = "SELECT media_type FROM attachment WHERE sha256 = $1 \
         UNION ALL SELECT 'video/mp4' FROM original WHERE sha256 = $1 \
         UNION ALL SELECT 'video/mp4' FROM release_copy WHERE sha256 = $1 \
         UNION ALL SELECT 'text/vtt; charset=utf-8' FROM release_copy WHERE captions_sha256 = $1 \
         UNION ALL SELECT 'text/plain; charset=utf-8' FROM release_copy WHERE transcript_sha256 = $1";
    let found: Vec<String> = sqlx::query_scalar(HELD)
        .bind(sha256.as_str())
        .fetch_all(store.reader())
        .await?;
    let read = |kind: &String| rows::known("attachment", sha256.as_str(), kind, Held::parse);
    let all = found.iter().map(read).collect::<Stored<Vec<Held>>>()?;
    Ok(all.into_iter().max_by_key(|held| held.is_paper()))
}

/// All files that must be there.
pub async fn all_files(store: &Store) -> Stored<Vec<String>> {
    Ok(sqlx::query_scalar("SELECT sha256 FROM stored_file ORDER BY sha256")
        .fetch_all(store.reader())
        .await?)
}
