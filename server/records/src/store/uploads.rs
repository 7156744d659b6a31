//! Uploads that have not arrived whole yet. Their bytes wait in the folder of what arrives.

use office::forms::FileKind;

use super::{Store, Tx, rows};
use crate::fault::Stored;

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
}

/// Keeps that one has begun.
///
/// # Errors
/// When the database cannot.
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
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// One by its id.
///
/// # Errors
/// When the database cannot.
pub async fn find(store: &Store, id: &str) -> Stored<Option<Upload>> {
    const FIND: &str = "SELECT id, staff_id, recording_id, kind, name, bytes FROM upload WHERE id = $1";
    let found: Option<(String, String, String, String, String, i64)> =
        sqlx::query_as(FIND).bind(id).fetch_optional(store.reader()).await?;
    let read = |(id, staff_id, recording, kind, name, bytes): (String, String, String, String, String, i64)| {
        Ok(Upload {
            kind: rows::known("upload", &id, &kind, FileKind::parse)?,
            bytes: rows::count(bytes),
            id,
            staff_id,
            recording,
            name,
        })
    };
    found.map(read).transpose()
}

/// Forgets one that has arrived.
///
/// # Errors
/// When the database cannot.
pub async fn end(tx: &mut Tx, id: &str) -> Stored<()> {
    sqlx::query("DELETE FROM upload WHERE id = $1")
        .bind(id)
        .execute(tx.conn())
        .await?;
    Ok(())
}
