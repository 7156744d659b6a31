//! Staff accounts.

mod devices;
mod factors;
mod links;
mod sessions;

use jiff::Zoned;
use law::Date;
use office::views::{Account, Role, Staff};
use sqlx::{Any, Executor, FromRow};

use super::{Store, Tx, rows};
use crate::fault::{Fault, Stored};

pub use devices::{forget_devices, is_device, keep_device};
pub use factors::{
    FactorRow, begin_factor, enroll, enrolled_factor, factor, keep_recovery_codes, recovery_codes_left, remove_factor,
    use_recovery_code, use_step,
};
pub use links::{
    NewLink, end_links, keep_link, link_open, link_waiting, open_link, replace_link, use_link, use_setup_link,
};
pub use sessions::{
    SessionRow, begin as begin_session, by_session, confirm as confirm_session, end as end_session, end_all,
    end_others, read_once, used as session_used, was_read,
};

const TABLE: &str = "staff";

/// Columns of [`Row`], of the table `staff` as `s`.
macro_rules! columns {
    () => {
        "s.id, s.email, s.name, s.role, s.administers_at, s.officer"
    };
}
use columns;

/// An account to be made.
#[derive(Clone, Debug)]
pub struct NewStaff<'a> {
    /// The person.
    pub staff: &'a Staff,
    /// Argon2id, as a PHC string; empty until its holder chooses a password.
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
    officer: Option<String>,
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
            officer: row.officer,
            session: None,
        })
    }
}

/// An enabled account and its password's hash, by address. One without a password is as none.
pub async fn by_email(store: &Store, email: &str) -> Stored<Option<(Staff, String)>> {
    #[derive(FromRow)]
    struct WithHash {
        #[sqlx(flatten)]
        row: Row,
        password_hash: String,
    }
    let found: Option<WithHash> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        ", s.password_hash FROM staff s WHERE s.email = $1 AND s.disabled_at IS NULL AND s.password_hash <> ''"
    ))
    .bind(email)
    .fetch_optional(store.reader())
    .await?;
    found
        .map(|found| Ok((found.row.try_into()?, found.password_hash)))
        .transpose()
}

/// The password's hash of an enabled account.
pub async fn password_hash(store: &Store, id: &str) -> Stored<Option<String>> {
    Ok(
        sqlx::query_scalar("SELECT password_hash FROM staff WHERE id = $1 AND disabled_at IS NULL")
            .bind(id)
            .fetch_optional(store.reader())
            .await?,
    )
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

/// Accounts that work requests: id and name, by name.
pub async fn working(store: &Store) -> Stored<Vec<(String, String)>> {
    const WORKING: &str =
        "SELECT id, name FROM staff WHERE role = 'custodian' AND disabled_at IS NULL ORDER BY name, id";
    Ok(sqlx::query_as(WORKING).fetch_all(store.reader()).await?)
}

const ACCOUNT: &str = concat!(
    "SELECT ",
    columns!(),
    ", s.created_on, s.disabled_on, s.signed_in_at, CAST(CASE WHEN s.password_hash = '' THEN 0 ELSE 1 END AS BIGINT) AS has_password, \
     (SELECT COUNT(*) FROM staff_factor f WHERE f.staff_id = s.id AND f.enrolled_at IS NOT NULL) AS factors \
     FROM staff s WHERE $1 = '' OR s.id = $1 OR s.email = $1 ORDER BY s.name, s.email"
);

#[derive(FromRow)]
struct AccountRow {
    #[sqlx(flatten)]
    row: Row,
    created_on: String,
    disabled_on: Option<String>,
    signed_in_at: Option<i64>,
    has_password: i64,
    factors: i64,
}

/// All accounts by name, or the one with this id or address. `local` puts an instant into the agency's time zone.
async fn accounts(
    db: impl Executor<'_, Database = Any>,
    which: &str,
    local: impl Fn(i64) -> Zoned,
) -> Stored<Vec<Account>> {
    let found: Vec<AccountRow> = sqlx::query_as(ACCOUNT).bind(which).fetch_all(db).await?;
    let account = |found: AccountRow| {
        let created_on = rows::day(TABLE, &found.row.id, &found.created_on)?;
        let disabled_on = rows::day_or_none(TABLE, &found.row.id, found.disabled_on.as_deref())?;
        Ok(Account {
            staff: found.row.try_into()?,
            created_on,
            disabled_on,
            signed_in: found.signed_in_at.map(&local),
            has_password: found.has_password == 1,
            second_factor: found.factors > 0,
        })
    };
    found.into_iter().map(account).collect()
}

/// All accounts, by name.
pub async fn all(store: &Store, local: impl Fn(i64) -> Zoned) -> Stored<Vec<Account>> {
    accounts(store.reader(), "", local).await
}

/// The account with this id or address.
pub async fn find(
    db: impl Executor<'_, Database = Any>,
    which: &str,
    local: impl Fn(i64) -> Zoned,
) -> Stored<Option<Account>> {
    if which.is_empty() {
        return Ok(None);
    }
    Ok(accounts(db, which, local).await?.pop())
}

/// Locks every account that administers, until the transaction ends: of two requests that take one away, the second sees
/// what the first did.
pub async fn lock_administrators(tx: &mut Tx) -> Stored<()> {
    sqlx::query("UPDATE staff SET administers_at = administers_at WHERE administers_at IS NOT NULL")
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Whether somebody else can administer: enabled, and with a password.
pub async fn another_administers(db: impl Executor<'_, Database = Any>, than: &str) -> Stored<bool> {
    let found: Option<String> = sqlx::query_scalar(
        "SELECT id FROM staff WHERE administers_at IS NOT NULL AND disabled_at IS NULL AND password_hash <> '' \
         AND id <> $1 LIMIT 1",
    )
    .bind(than)
    .fetch_optional(db)
    .await?;
    Ok(found.is_some())
}

/// Disables an account, or enables it again.
pub async fn set_disabled(tx: &mut Tx, id: &str, disabled: Option<(i64, Date)>) -> Stored<()> {
    sqlx::query("UPDATE staff SET disabled_at = $1, disabled_on = $2 WHERE id = $3")
        .bind(disabled.map(|(at, _)| at))
        .bind(disabled.map(|(_, on)| on.to_string()))
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Gives another role, and with it whether the account administers.
pub async fn set_role(tx: &mut Tx, id: &str, role: Role, at: i64) -> Stored<()> {
    sqlx::query("UPDATE staff SET role = $1, administers_at = $2 WHERE id = $3")
        .bind(role.key())
        .bind((role == Role::Admin).then_some(at))
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Links the account to an officer of the register, or to none.
pub async fn set_officer(tx: &mut Tx, id: &str, officer: Option<&str>) -> Stored<()> {
    sqlx::query("UPDATE staff SET officer = $1 WHERE id = $2")
        .bind(officer)
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Sets the password.
pub async fn set_password(tx: &mut Tx, id: &str, hash: &str) -> Stored<()> {
    sqlx::query("UPDATE staff SET password_hash = $1 WHERE id = $2")
        .bind(hash)
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Notes that somebody signed in; `false` where the account was disabled in the meantime.
pub async fn signed_in(tx: &mut Tx, id: &str, at: i64) -> Stored<bool> {
    let done = sqlx::query("UPDATE staff SET signed_in_at = $1 WHERE id = $2 AND disabled_at IS NULL")
        .bind(at)
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Locks an account's row, so that what is entered about it is numbered one by one.
pub async fn lock(tx: &mut Tx, id: &str) -> Stored<()> {
    sqlx::query("UPDATE staff SET name = name WHERE id = $1")
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}
