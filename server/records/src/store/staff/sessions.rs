//! Sessions of staff. The token is in a cookie; here is its hash.

use office::views::Staff;
use sqlx::FromRow;

use super::{Row, columns};
use crate::{
    fault::Stored,
    store::{Store, Tx, audit_log::Subject},
};

/// A session as kept.
#[derive(Clone, Debug)]
pub struct SessionRow {
    /// Whose.
    pub staff: Staff,
    /// When it was last used.
    pub used_at: i64,
    /// When the second factor was last given in it.
    pub factor_at: Option<i64>,
    /// Since when it waits for the second factor.
    pub waits_at: Option<i64>,
    /// Whether the account has a second factor.
    pub enrolled: bool,
}

/// Begins a session, and forgets sessions older than `oldest` with what was read in them. `waits_at` says since when it waits
/// for the second factor.
pub async fn begin(
    tx: &mut Tx,
    token_hash: &str,
    staff_id: &str,
    now: i64,
    oldest: i64,
    waits_at: Option<i64>,
) -> Stored<()> {
    for forget in [
        "DELETE FROM staff_session WHERE created_at < $1",
        "DELETE FROM staff_read WHERE at < $1",
    ] {
        sqlx::query(forget).bind(oldest).execute(tx.conn().await?).await?;
    }
    sqlx::query(
        "INSERT INTO staff_session (token_hash, staff_id, created_at, used_at, waits_at) VALUES ($1, $2, $3, $3, $4)",
    )
    .bind(token_hash)
    .bind(staff_id)
    .bind(now)
    .bind(waits_at)
    .execute(tx.conn().await?)
    .await?;
    Ok(())
}

/// A session of an enabled account that is neither older than `oldest` nor idle since `idle`.
pub async fn by_session(store: &Store, token_hash: &str, oldest: i64, idle: i64) -> Stored<Option<SessionRow>> {
    #[derive(FromRow)]
    struct Found {
        #[sqlx(flatten)]
        row: Row,
        used_at: i64,
        factor_at: Option<i64>,
        waits_at: Option<i64>,
        factors: i64,
    }
    let found: Option<Found> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        ", t.used_at, t.factor_at, t.waits_at, \
         (SELECT COUNT(*) FROM staff_factor f WHERE f.staff_id = s.id AND f.enrolled_at IS NOT NULL) AS factors \
         FROM staff_session t JOIN staff s ON s.id = t.staff_id \
         WHERE t.token_hash = $1 AND t.created_at > $2 AND t.used_at > $3 AND s.disabled_at IS NULL"
    ))
    .bind(token_hash)
    .bind(oldest)
    .bind(idle)
    .fetch_optional(store.reader())
    .await?;
    found
        .map(|found| {
            Ok(SessionRow {
                staff: found.row.try_into()?,
                used_at: found.used_at,
                factor_at: found.factor_at,
                waits_at: found.waits_at,
                enrolled: found.factors > 0,
            })
        })
        .transpose()
}

/// Notes that a session was used.
pub async fn used(tx: &mut Tx, token_hash: &str, now: i64) -> Stored<()> {
    sqlx::query("UPDATE staff_session SET used_at = $1 WHERE token_hash = $2 AND used_at < $1")
        .bind(now)
        .bind(token_hash)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Notes that the second factor was given in a session.
pub async fn confirm(tx: &mut Tx, token_hash: &str, now: i64) -> Stored<()> {
    sqlx::query("UPDATE staff_session SET factor_at = $1 WHERE token_hash = $2 AND waits_at IS NULL")
        .bind(now)
        .bind(token_hash)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Ends a session.
pub async fn end(tx: &mut Tx, token_hash: &str) -> Stored<()> {
    sqlx::query("DELETE FROM staff_session WHERE token_hash = $1")
        .bind(token_hash)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Ends all sessions of an account.
pub async fn end_all(tx: &mut Tx, staff_id: &str) -> Stored<()> {
    end_others(tx, staff_id, "").await
}

/// Ends all sessions of an account but this one.
pub async fn end_others(tx: &mut Tx, staff_id: &str, but: &str) -> Stored<()> {
    sqlx::query("DELETE FROM staff_session WHERE staff_id = $1 AND token_hash <> $2")
        .bind(staff_id)
        .bind(but)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Whether something was opened in a session before.
pub async fn was_read(store: &Store, session: &str, subject: Subject, id: &str) -> Stored<bool> {
    let found: Option<i64> =
        sqlx::query_scalar("SELECT at FROM staff_read WHERE session_hash = $1 AND subject = $2 AND subject_id = $3")
            .bind(session)
            .bind(subject.key())
            .bind(id)
            .fetch_optional(store.reader())
            .await?;
    Ok(found.is_some())
}

/// Notes that something is opened in a session; `false` if it was before.
pub async fn read_once(tx: &mut Tx, session: &str, subject: Subject, id: &str, at: i64) -> Stored<bool> {
    let done = sqlx::query(
        "INSERT INTO staff_read (session_hash, subject, subject_id, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
    )
    .bind(session)
    .bind(subject.key())
    .bind(id)
    .bind(at)
    .execute(tx.conn().await?)
    .await?;
    Ok(done.rows_affected() == 1)
}
