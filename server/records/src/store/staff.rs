//! Staff accounts.

use law::Date;
use office::views::{Account, Role, Staff};
use sqlx::{Any, Executor, FromRow};

use super::{Store, Tx, rows};
use crate::fault::{Fault, Stored};

const TABLE: &str = "staff";

/// An account to be made.
#[derive(Clone, Debug)]
pub struct NewStaff<'a> {
    /// The person.
    pub staff: &'a Staff,
    /// Argon2id, as a PHC string.
    pub password_hash: &'a str,
    /// When.
    pub at: i64,
    /// Its day.
    pub on: Date,
}

/// Makes an account; `false` if its address has one.
pub async fn insert(tx: &mut Tx, new: &NewStaff<'_>) -> Stored<bool> {
    let done = sqlx::query(
        "INSERT INTO staff (id, email, name, role, password_hash, created_at, created_on, administers_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
    )
    .bind(&new.staff.id)
    .bind(&new.staff.email)
    .bind(&new.staff.name)
    .bind(new.staff.role.key())
    .bind(new.password_hash)
    .bind(new.at)
    .bind(new.on.to_string())
    .bind(new.staff.administers.then_some(new.at))
    .execute(tx.conn().await?)
    .await?;
    Ok(done.rows_affected() == 1)
}

#[derive(FromRow)]
struct Row {
    id: String,
    email: String,
    name: String,
    role: String,
    administers_at: Option<i64>,
}

impl TryFrom<Row> for Staff {
    type Error = Fault;

    fn try_from(row: Row) -> Stored<Self> {
        let role = rows::known(TABLE, &row.id, &row.role, Role::parse)?;
        Ok(Self {
            id: row.id,
            name: row.name,
            email: row.email,
            role,
            administers: row.administers_at.is_some(),
        })
    }
}

/// An open account and its password's hash, by address.
pub async fn by_email(store: &Store, email: &str) -> Stored<Option<(Staff, String)>> {
    #[derive(FromRow)]
    struct WithHash {
        #[sqlx(flatten)]
        row: Row,
        password_hash: String,
    }
    let found: Option<WithHash> = sqlx::query_as(
        "SELECT id, email, name, role, administers_at, password_hash FROM staff WHERE email = $1 AND disabled_at IS NULL",
    )
    .bind(email)
    .fetch_optional(store.reader())
    .await?;
    found
        .map(|found| Ok((found.row.try_into()?, found.password_hash)))
        .transpose()
}

/// The open account of a session that is neither older than `oldest` nor idle since `idle`, and
/// when it was last used.
pub async fn by_session(store: &Store, token_hash: &str, oldest: i64, idle: i64) -> Stored<Option<(Staff, i64)>> {
    #[derive(FromRow)]
    struct WithUse {
        #[sqlx(flatten)]
        row: Row,
        used_at: i64,
    }
    let found: Option<WithUse> = sqlx::query_as(
        "SELECT s.id, s.email, s.name, s.role, s.administers_at, t.used_at FROM staff_session t JOIN staff s ON s.id = t.staff_id \
         WHERE t.token_hash = $1 AND t.created_at > $2 AND t.used_at > $3 AND s.disabled_at IS NULL",
    )
    .bind(token_hash)
    .bind(oldest)
    .bind(idle)
    .fetch_optional(store.reader())
    .await?;
    found
        .map(|found| Ok((found.row.try_into()?, found.used_at)))
        .transpose()
}

/// Whether there is any account.
pub async fn any(db: impl Executor<'_, Database = Any>) -> Stored<bool> {
    let found: Option<String> = sqlx::query_scalar("SELECT id FROM staff LIMIT 1")
        .fetch_optional(db)
        .await?;
    Ok(found.is_some())
}

/// Names of all accounts by id.
pub async fn names(store: &Store) -> Stored<std::collections::HashMap<String, String>> {
    let found: Vec<(String, String)> = sqlx::query_as("SELECT id, name FROM staff")
        .fetch_all(store.reader())
        .await?;
    Ok(found.into_iter().collect())
}

/// All accounts, by name.
pub async fn all(store: &Store) -> Stored<Vec<Account>> {
    #[derive(FromRow)]
    struct WithDays {
        #[sqlx(flatten)]
        row: Row,
        created_on: String,
        disabled_on: Option<String>,
    }
    let found: Vec<WithDays> = sqlx::query_as(
        "SELECT id, email, name, role, administers_at, created_on, disabled_on FROM staff ORDER BY name, email",
    )
    .fetch_all(store.reader())
    .await?;
    let account = |found: WithDays| {
        let created_on = rows::day(TABLE, &found.row.id, &found.created_on)?;
        let disabled_on = rows::day_or_none(TABLE, &found.row.id, found.disabled_on.as_deref())?;
        Ok(Account {
            staff: found.row.try_into()?,
            created_on,
            disabled_on,
        })
    };
    found.into_iter().map(account).collect()
}

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

/// Whether a one-time link is unused.
pub async fn link_open(store: &Store, token_hash: &str) -> Stored<bool> {
    let found: Option<i64> =
        sqlx::query_scalar("SELECT created_at FROM setup_link WHERE token_hash = $1 AND used_at IS NULL")
            .bind(token_hash)
            .fetch_optional(store.reader())
            .await?;
    Ok(found.is_some())
}

/// Uses a one-time link up; `false` if it was used or never made.
pub async fn use_link(tx: &mut Tx, token_hash: &str, at: i64) -> Stored<bool> {
    let done = sqlx::query("UPDATE setup_link SET used_at = $1 WHERE token_hash = $2 AND used_at IS NULL")
        .bind(at)
        .bind(token_hash)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}
