//! Notes inside the office, what they say, and whom they mention.

use law::Date;
use sqlx::{AnyConnection, FromRow};

use super::{Store, Tx};
use crate::fault::Stored;

/// A note to be kept.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct New<'a> {
    pub id: &'a str,
    pub subject: &'static str,
    pub subject_id: &'a str,
    pub words: &'a str,
    pub corrects: Option<&'a str>,
    pub at: i64,
    pub on: Date,
    pub by: &'a str,
}

/// Keeps a note, with those whom it mentions.
pub async fn write(tx: &mut Tx, new: New<'_>, mentioned: &[String]) -> Stored<()> {
    const NOTE: &str = "INSERT INTO office_note (id, subject, subject_id, at, on_date, written_by, corrects) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    sqlx::query(NOTE)
        .bind(new.id)
        .bind(new.subject)
        .bind(new.subject_id)
        .bind(new.at)
        .bind(new.on.to_string())
        .bind(new.by)
        .bind(new.corrects)
        .execute(tx.conn().await?)
        .await?;
    sqlx::query("INSERT INTO office_note_words (note_id, words) VALUES ($1, $2)")
        .bind(new.id)
        .bind(new.words)
        .execute(tx.conn().await?)
        .await?;
    for staff_id in mentioned {
        sqlx::query("INSERT INTO note_mention (note_id, staff_id) VALUES ($1, $2)")
            .bind(new.id)
            .bind(staff_id)
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(())
}

/// A note as kept.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Row {
    pub id: String,
    pub at: i64,
    pub written_by: String,
    pub corrects: Option<String>,
    /// `None` once erased.
    pub words: Option<String>,
}

/// The notes on something, the oldest first.
pub async fn of(store: &Store, subject: &str, subject_id: &str) -> Stored<Vec<Row>> {
    const OF: &str = "SELECT n.id, n.at, n.written_by, n.corrects, w.words FROM office_note n \
         LEFT JOIN office_note_words w ON w.note_id = n.id \
         WHERE n.subject = $1 AND n.subject_id = $2 ORDER BY n.at, n.id";
    Ok(sqlx::query_as(OF)
        .bind(subject)
        .bind(subject_id)
        .fetch_all(store.reader())
        .await?)
}

/// Whom the notes on something mention: note and account.
pub async fn mentioned(store: &Store, subject: &str, subject_id: &str) -> Stored<Vec<(String, String)>> {
    const WHO: &str = "SELECT m.note_id, m.staff_id FROM note_mention m JOIN office_note n ON n.id = m.note_id \
         WHERE n.subject = $1 AND n.subject_id = $2";
    Ok(sqlx::query_as(WHO)
        .bind(subject)
        .bind(subject_id)
        .fetch_all(store.reader())
        .await?)
}

/// Whether a note is on this.
pub async fn is_on(tx: &mut Tx, id: &str, subject: &str, subject_id: &str) -> Stored<bool> {
    const IS: &str = "SELECT COUNT(*) FROM office_note WHERE id = $1 AND subject = $2 AND subject_id = $3";
    let found: i64 = sqlx::query_scalar(IS)
        .bind(id)
        .bind(subject)
        .bind(subject_id)
        .fetch_one(tx.conn().await?)
        .await?;
    Ok(found > 0)
}

/// A note that mentions an account.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct MentionRow {
    pub id: String,
    pub subject: String,
    pub subject_id: String,
    /// Tracking number, number in the evidence system, or pseudonym.
    pub name: String,
    pub at: i64,
    pub written_by: String,
    pub words: Option<String>,
    pub read_at: Option<i64>,
}

/// On which subjects notes are read.
#[derive(Clone, Copy, Debug)]
pub struct Readable {
    /// On requests and their notices.
    pub requests: bool,
    /// On recordings.
    pub recordings: bool,
}

/// Notes that mention an account, as far as its role reads them by now, unread ones first, then the newest; at most 100.
pub async fn mentions(store: &Store, staff_id: &str, readable: Readable) -> Stored<Vec<MentionRow>> {
    const MENTIONS: &str = "SELECT n.id, n.subject, n.subject_id, COALESCE(q.number, r.source_id, p.pseudonym, '') AS name, \
         n.at, n.written_by, w.words, m.read_at FROM note_mention m JOIN office_note n ON n.id = m.note_id \
         LEFT JOIN office_note_words w ON w.note_id = n.id \
         LEFT JOIN records_request q ON n.subject = 'request' AND q.id = n.subject_id \
         LEFT JOIN recording r ON n.subject = 'recording' AND r.id = n.subject_id \
         LEFT JOIN notice t ON n.subject = 'notice' AND t.id = n.subject_id LEFT JOIN person p ON p.id = t.person_id \
         WHERE m.staff_id = $1 AND CASE n.subject WHEN 'recording' THEN $2 ELSE $3 END = 1 \
         ORDER BY CASE WHEN m.read_at IS NULL THEN 0 ELSE 1 END, n.at DESC, n.id LIMIT 100";
    Ok(sqlx::query_as(MENTIONS)
        .bind(staff_id)
        .bind(i64::from(readable.recordings))
        .bind(i64::from(readable.requests))
        .fetch_all(store.reader())
        .await?)
}

/// How many notes mention an account that it has not read.
pub async fn unread(store: &Store, staff_id: &str, readable: Readable) -> Stored<i64> {
    const UNREAD: &str = "SELECT COUNT(*) FROM note_mention m JOIN office_note n ON n.id = m.note_id \
         WHERE m.staff_id = $1 AND m.read_at IS NULL AND CASE n.subject WHEN 'recording' THEN $2 ELSE $3 END = 1";
    Ok(sqlx::query_scalar(UNREAD)
        .bind(staff_id)
        .bind(i64::from(readable.recordings))
        .bind(i64::from(readable.requests))
        .fetch_one(store.reader())
        .await?)
}

/// Keeps that a mention was read; `false` if there is none that was not.
pub async fn read(tx: &mut Tx, note_id: &str, staff_id: &str, at: i64) -> Stored<bool> {
    const READ: &str = "UPDATE note_mention SET read_at = $1 WHERE note_id = $2 AND staff_id = $3 AND read_at IS NULL";
    let done = sqlx::query(READ)
        .bind(at)
        .bind(note_id)
        .bind(staff_id)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Enabled accounts that may be mentioned: id, name, e-mail address, role.
pub async fn colleagues(store: &Store) -> Stored<Vec<(String, String, String, String)>> {
    const ALL: &str = "SELECT id, name, email, role FROM staff WHERE disabled_at IS NULL ORDER BY name, id";
    Ok(sqlx::query_as(ALL).fetch_all(store.reader()).await?)
}

/// Notes with their words that lie beside a request and may tell of whoever filed it: on recordings that answer it or answered
/// it, and on requests joined with it or that a recording of it answers too, with their notices. Each with its id.
pub async fn near(conn: &mut AnyConnection, request_id: &str) -> Stored<Vec<(String, String)>> {
    const NEAR: &str = "WITH footage AS (SELECT recording_id FROM request_recording WHERE request_id = $1), \
         beside AS (SELECT other_id AS id FROM request_join WHERE request_id = $1 \
         UNION SELECT request_id FROM request_join WHERE other_id = $1 \
         UNION SELECT request_id FROM request_recording WHERE recording_id IN (SELECT recording_id FROM footage)) \
         SELECT n.id, w.words FROM office_note n JOIN office_note_words w ON w.note_id = n.id \
         WHERE n.subject = 'recording' AND n.subject_id IN (SELECT recording_id FROM footage) \
         OR n.subject = 'request' AND n.subject_id IN (SELECT id FROM beside) \
         OR n.subject = 'notice' AND n.subject_id IN (SELECT id FROM notice WHERE request_id IN (SELECT id FROM beside))";
    Ok(sqlx::query_as(NEAR).bind(request_id).fetch_all(conn).await?)
}

/// Takes away what a note says; that it stood stays.
pub async fn erase_words(tx: &mut Tx, note_id: &str) -> Stored<()> {
    sqlx::query("DELETE FROM office_note_words WHERE note_id = $1")
        .bind(note_id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}
