//! Stored files: originals of recordings, and what is held under a hash.

use law::{profile::PaperKind, redaction::Sha256};
use office::forms::FileKind;

use super::super::{Store, Tx, rows};
use super::{New, removed};
use crate::fault::Stored;

/// Keeps that a file is stored; it may be already. Whether it had gone, or was to go, with footage that was deleted.
pub async fn store_file(tx: &mut Tx, sha256: &Sha256, bytes: u64, at: i64) -> Stored<bool> {
    const STORE: &str = "INSERT INTO stored_file (sha256, bytes, kept_at) \
         SELECT $1, CAST($2 AS BIGINT), CAST($3 AS BIGINT) \
         WHERE NOT EXISTS (SELECT 1 FROM stored_file WHERE sha256 = $1) ON CONFLICT DO NOTHING";
    sqlx::query(STORE)
        .bind(sha256.as_str())
        .bind(rows::ms(bytes))
        .bind(at)
        .execute(tx.conn().await?)
        .await?;
    removed::comes_again(tx, sha256).await
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
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// The originals of a recording: hash, name, size.
pub async fn originals(store: &Store, recording_id: &str) -> Stored<Vec<(String, String, i64)>> {
    const OF: &str = "SELECT o.sha256, o.name, f.bytes FROM original o JOIN stored_file f ON f.sha256 = o.sha256 \
         WHERE o.recording_id = $1 ORDER BY o.added_at";
    Ok(sqlx::query_as(OF).bind(recording_id).fetch_all(store.reader()).await?)
}

/// What a file that is kept is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoredFileKind {
    /// An original, or a copy for release.
    Video,
    /// Captions of a copy.
    Captions,
    /// A transcript of a copy.
    Transcript,
    /// A paper that somebody sent.
    Paper(PaperKind),
}

impl StoredFileKind {
    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Video => "video/mp4",
            Self::Captions => "text/vtt; charset=utf-8",
            Self::Transcript => "text/plain; charset=utf-8",
            Self::Paper(kind) => kind.media_type(),
        }
    }

    /// Whether it is a paper, which a stranger may have sent.
    pub const fn is_paper(self) -> bool {
        matches!(self, Self::Paper(_))
    }

    fn parse(media_type: &str) -> Option<Self> {
        let ours = [Self::Video, Self::Captions, Self::Transcript];
        let paper = PaperKind::of_media_type(media_type).map(Self::Paper);
        paper.or_else(|| ours.into_iter().find(|held| held.media_type() == media_type))
    }
}

/// What a file is, if it is one of those kept; a paper, if it is that among others.
pub async fn held(store: &Store, sha256: &Sha256) -> Stored<Option<StoredFileKind>> {
    const HELD: &str = "SELECT media_type FROM attachment WHERE sha256 = $1 \
         UNION ALL SELECT media_type FROM request_paper WHERE sha256 = $1 \
         UNION ALL SELECT 'video/mp4' FROM original WHERE sha256 = $1 \
         UNION ALL SELECT 'video/mp4' FROM release_copy WHERE sha256 = $1 \
         UNION ALL SELECT 'text/vtt; charset=utf-8' FROM release_copy WHERE captions_sha256 = $1 \
         UNION ALL SELECT 'text/plain; charset=utf-8' FROM release_copy WHERE transcript_sha256 = $1";
    let found: Vec<String> = sqlx::query_scalar(HELD)
        .bind(sha256.as_str())
        .fetch_all(store.reader())
        .await?;
    let read = |kind: &String| rows::known("attachment", sha256.as_str(), kind, StoredFileKind::parse);
    let all = found.iter().map(read).collect::<Stored<Vec<StoredFileKind>>>()?;
    Ok(all.into_iter().max_by_key(|held| held.is_paper()))
}

/// The recordings that a file is the original or a copy of, and which.
pub async fn footage(store: &Store, sha256: &Sha256) -> Stored<Vec<(String, FileKind)>> {
    const FOOTAGE: &str = "SELECT recording_id, 'original' FROM original WHERE sha256 = $1 \
         UNION SELECT recording_id, 'copy' FROM release_copy WHERE sha256 = $1";
    let found: Vec<(String, String)> = sqlx::query_as(FOOTAGE)
        .bind(sha256.as_str())
        .fetch_all(store.reader())
        .await?;
    let read = |(recording, kind): (String, String)| {
        let kind = rows::known("original", sha256.as_str(), &kind, FileKind::parse)?;
        Ok((recording, kind))
    };
    found.into_iter().map(read).collect()
}

/// All files that must be there: but for those that went with their footage.
pub async fn all_files(store: &Store) -> Stored<Vec<String>> {
    const ALL: &str = "SELECT sha256 FROM stored_file f WHERE NOT EXISTS \
         (SELECT 1 FROM removed_file m WHERE m.sha256 = f.sha256) ORDER BY sha256";
    Ok(sqlx::query_scalar(ALL).fetch_all(store.reader()).await?)
}
