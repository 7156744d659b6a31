//! Who asked, and for what: private.

use office::{
    Lang,
    forms::{Asked, Notify},
};
use sqlx::FromRow;

use super::{Store, Tx, rows};
use crate::{
    fault::{Fault, Stored},
    secret,
};

const TABLE: &str = "requester";

/// The private side of a request.
#[derive(Clone, Debug)]
pub struct Requester {
    /// Language of letters.
    pub language: Lang,
    /// How they hear of changes.
    pub notify: Notify,
    /// What was asked.
    pub asked: Asked,
}

impl Requester {
    /// The address that letters go to, if any are wanted.
    pub fn address(&self) -> Option<&str> {
        self.asked.email.as_deref().filter(|_| self.notify == Notify::Email)
    }
}

/// A requester to be kept, with the docket's commitment to what was asked.
#[derive(Clone, Debug)]
pub struct Kept {
    asked: String,
    salt: String,
}

impl Kept {
    /// Writes down what was asked, with a salt of its own.
    ///
    /// # Errors
    /// When it cannot be written down.
    pub fn of(asked: &Asked) -> Stored<Self> {
        Ok(Self {
            asked: serde_json::to_string(asked)?,
            salt: secret::key(),
        })
    }

    /// The docket's commitment.
    pub fn commitment(&self) -> String {
        secret::commitment(&self.salt, &self.asked)
    }
}

/// Keeps who asked.
///
/// # Errors
/// When the database cannot.
pub async fn insert(tx: &mut Tx, request_id: &str, requester: &Requester, kept: &Kept) -> Stored<()> {
    sqlx::query(
        "INSERT INTO requester (request_id, language, notify, email, asked, salt) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(request_id)
    .bind(requester.language.key())
    .bind(rows::notify_key(requester.notify))
    .bind(requester.asked.email.as_deref())
    .bind(&kept.asked)
    .bind(&kept.salt)
    .execute(tx.conn())
    .await?;
    Ok(())
}

#[derive(FromRow)]
struct Row {
    request_id: String,
    language: String,
    notify: String,
    asked: String,
}

impl TryFrom<Row> for Requester {
    type Error = Fault;

    fn try_from(row: Row) -> Stored<Self> {
        Ok(Self {
            language: rows::lang(TABLE, &row.request_id, &row.language)?,
            notify: rows::known(TABLE, &row.request_id, &row.notify, rows::notify)?,
            // The parser's message could quote what was asked.
            asked: serde_json::from_str(&row.asked)
                .map_err(|_| rows::corrupt(TABLE, &row.request_id, "what was asked cannot be read"))?,
        })
    }
}

const FIND: &str = "SELECT request_id, language, notify, asked FROM requester WHERE request_id = $1";

/// Who asked; `None` once erased.
///
/// # Errors
/// When the database cannot.
pub async fn find(store: &Store, request_id: &str) -> Stored<Option<Requester>> {
    let row: Option<Row> = sqlx::query_as(FIND)
        .bind(request_id)
        .fetch_optional(store.reader())
        .await?;
    row.map(Requester::try_from).transpose()
}

/// As [`find`], within a transaction.
///
/// # Errors
/// When the database cannot.
pub async fn find_within(tx: &mut Tx, request_id: &str) -> Stored<Option<Requester>> {
    let row: Option<Row> = sqlx::query_as(FIND).bind(request_id).fetch_optional(tx.conn()).await?;
    row.map(Requester::try_from).transpose()
}
