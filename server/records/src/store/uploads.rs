//! Uploads that have not arrived whole yet. Their bytes wait in the folder of what arrives.

use law::redaction::Sha256;
use office::forms::FileKind;
use sqlx::FromRow;

use super::{Store, Tx, rows};
use crate::fault::Stored;

const TABLE: &str = "upload";

/// An upload in pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Upload {
    pub id: String,
    pub staff_id: String,
    pub recording: String,
    pub kind: FileKind,
    pub name: String,
    pub bytes: u64,
    /// Under which hash it is kept, once it is.
    pub kept: Option<Sha256>,
    /// Which hash it had when it arrived, once it is kept.
    pub sent: Option<Sha256>,
}

#[derive(FromRow)]
struct Row {
    id: String,
    staff_id: String,
    recording_id: String,
    kind: String,
    name: String,
    bytes: i64,
    sha256: Option<String>,
    sent_sha256: Option<String>,
}

impl Row {
    fn read(self) -> Stored<Upload> {
        let hash = |text: Option<String>| text.map(|text| Sha256::parse(&text)).transpose();
        let (kept, sent) = (hash(self.sha256), hash(self.sent_sha256));
        Ok(Upload {
            kind: rows::known(TABLE, &self.id, &self.kind, FileKind::parse)?,
            kept: kept.map_err(|why| rows::corrupt(TABLE, &self.id, why))?,
            sent: sent.map_err(|why| rows::corrupt(TABLE, &self.id, why))?,
            bytes: rows::count(self.bytes),
            id: self.id,
            staff_id: self.staff_id,
            recording: self.recording_id,
            name: self.name,
        })
    }
}

/// Keeps that one has begun.
pub async fn begin(tx: &mut Tx, upload: &Upload, at: i64) -> Stored<()> {
    const BEGIN: &str = "INSERT INTO upload (id, staff_id, recording_id, kind, name, bytes, begun_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    sqlx::query(BEGIN)
        .bind(&upload.id)
        .bind(&upload.staff_id)
        .bind(&upload.recording)
        .bind(upload.kind.key())
        .bind(&upload.name)
        .bind(rows::ms(upload.bytes))
        .bind(at)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// One by its id.
pub async fn find(store: &Store, id: &str) -> Stored<Option<Upload>> {
    const FIND: &str =
        "SELECT id, staff_id, recording_id, kind, name, bytes, sha256, sent_sha256 FROM upload WHERE id = $1";
    let found: Option<Row> = sqlx::query_as(FIND).bind(id).fetch_optional(store.reader()).await?;
    found.map(Row::read).transpose()
}

/// Keeps under which hash it is kept, and with which it arrived; `false` if that was known before.
pub async fn finish(tx: &mut Tx, id: &str, sha256: &Sha256, sent: &Sha256) -> Stored<bool> {
    let done = sqlx::query("UPDATE upload SET sha256 = $1, sent_sha256 = $2 WHERE id = $3 AND sha256 IS NULL")
        .bind(sha256.as_str())
        .bind(sent.as_str())
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Forgets one whose file is unfit.
pub async fn end(tx: &mut Tx, id: &str) -> Stored<()> {
    sqlx::query("DELETE FROM upload WHERE id = $1")
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Forgets those that were begun before a moment.
pub async fn end_before(tx: &mut Tx, at: i64) -> Stored<()> {
    sqlx::query("DELETE FROM upload WHERE begun_at < $1")
        .bind(at)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}
