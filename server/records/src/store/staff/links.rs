//! One-time links: for the first account, and for passwords.

use office::views::LinkPurpose;

use crate::{
    fault::Stored,
    store::{Store, Tx, rows},
};

/// Keeps a one-time link for the first account; links made before are void.
pub async fn keep_link(tx: &mut Tx, token_hash: &str, at: i64) -> Stored<()> {
    sqlx::query("UPDATE setup_link SET used_at = $1 WHERE used_at IS NULL")
        .bind(at)
        .execute(tx.conn().await?)
        .await?;
    sqlx::query("INSERT INTO setup_link (token_hash, created_at) VALUES ($1, $2)")
        .bind(token_hash)
        .bind(at)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Whether a one-time link for the first account is unused.
pub async fn link_open(store: &Store, token_hash: &str) -> Stored<bool> {
    let found: Option<i64> =
        sqlx::query_scalar("SELECT created_at FROM setup_link WHERE token_hash = $1 AND used_at IS NULL")
            .bind(token_hash)
            .fetch_optional(store.reader())
            .await?;
    Ok(found.is_some())
}

/// Uses a one-time link for the first account up; `false` if it was used or never made.
pub async fn use_setup_link(tx: &mut Tx, token_hash: &str, at: i64) -> Stored<bool> {
    let done = sqlx::query("UPDATE setup_link SET used_at = $1 WHERE token_hash = $2 AND used_at IS NULL")
        .bind(at)
        .bind(token_hash)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// A link for a password to be kept.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct NewLink<'a> {
    pub id: &'a str,
    pub token_hash: &'a str,
    pub staff_id: &'a str,
    pub purpose: LinkPurpose,
    pub at: i64,
    pub expires_at: i64,
}

/// Keeps a link for a password; links of the account made before are void.
pub async fn replace_link(tx: &mut Tx, new: NewLink<'_>) -> Stored<()> {
    end_links(tx, new.staff_id, new.at).await?;
    sqlx::query(
        "INSERT INTO staff_link (id, token_hash, staff_id, purpose, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(new.id)
    .bind(new.token_hash)
    .bind(new.staff_id)
    .bind(new.purpose.key())
    .bind(new.at)
    .bind(new.expires_at)
    .execute(tx.conn().await?)
    .await?;
    Ok(())
}

/// Makes every link of an account void.
pub async fn end_links(tx: &mut Tx, staff_id: &str, at: i64) -> Stored<()> {
    sqlx::query("UPDATE staff_link SET ended_at = $1 WHERE staff_id = $2 AND ended_at IS NULL")
        .bind(at)
        .bind(staff_id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// The link that waits for an account's holder: its id, what it is for, and until when.
pub async fn link_waiting(store: &Store, staff_id: &str, now: i64) -> Stored<Option<(String, LinkPurpose, i64)>> {
    let found: Option<(String, String, i64)> = sqlx::query_as(
        "SELECT id, purpose, expires_at FROM staff_link WHERE staff_id = $1 AND ended_at IS NULL AND expires_at > $2 \
         ORDER BY created_at DESC LIMIT 1",
    )
    .bind(staff_id)
    .bind(now)
    .fetch_optional(store.reader())
    .await?;
    found
        .map(|(id, purpose, until)| {
            let purpose = rows::known("staff_link", &id, &purpose, LinkPurpose::parse)?;
            Ok((id, purpose, until))
        })
        .transpose()
}

/// Whose a link is that works, and what it is for.
pub async fn open_link(store: &Store, token_hash: &str, now: i64) -> Stored<Option<(String, LinkPurpose)>> {
    let found: Option<(String, String)> = sqlx::query_as(
        "SELECT l.staff_id, l.purpose FROM staff_link l JOIN staff s ON s.id = l.staff_id \
         WHERE l.token_hash = $1 AND l.ended_at IS NULL AND l.expires_at > $2 AND s.disabled_at IS NULL",
    )
    .bind(token_hash)
    .bind(now)
    .fetch_optional(store.reader())
    .await?;
    found
        .map(|(id, purpose)| {
            let purpose = rows::known("staff_link", &id, &purpose, LinkPurpose::parse)?;
            Ok((id, purpose))
        })
        .transpose()
}

/// Uses a link up; `false` if it does not work any more.
pub async fn use_link(tx: &mut Tx, token_hash: &str, now: i64) -> Stored<bool> {
    let done = sqlx::query(
        "UPDATE staff_link SET ended_at = $1 WHERE token_hash = $2 AND ended_at IS NULL AND expires_at > $1 \
         AND staff_id IN (SELECT id FROM staff WHERE disabled_at IS NULL)",
    )
    .bind(now)
    .bind(token_hash)
    .execute(tx.conn().await?)
    .await?;
    Ok(done.rows_affected() == 1)
}
