//! Who asked, and for what: private.

use office::{
    Lang,
    forms::{Filing, Notify, RequestDetails},
};
use sqlx::{Any, AnyConnection, Executor, FromRow};

use super::{Tx, rows};
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
    pub asked: RequestDetails,
}

impl Requester {
    /// The address that letters go to, if any are wanted.
    pub fn address(&self) -> Option<&str> {
        self.asked.email.as_deref().filter(|_| self.notify == Notify::Email)
    }
}

/// Keeps who asked for what, with a salt of its own. Gives the docket's commitment to it.
///
/// # Errors
/// [`Fault::Json`].
pub fn insert(tx: &mut Tx, request_id: &str, filing: &Filing) -> Stored<String> {
    const INSERT: &str =
        "INSERT INTO requester (request_id, language, notify, email, asked, salt) VALUES ($1, $2, $3, $4, $5, $6)";
    let (asked, salt) = (serde_json::to_string(&filing.asked)?, secret::key());
    let commitment = secret::commitment(&salt, &asked);
    tx.queue(INSERT)
        .bind(request_id)
        .bind(filing.language.key())
        .bind(filing.notify.key())
        .bind(filing.asked.email.as_deref())
        .bind(asked)
        .bind(salt);
    Ok(commitment)
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
            notify: rows::known(TABLE, &row.request_id, &row.notify, Notify::parse)?,
            // The parser's message could quote what was asked.
            asked: serde_json::from_str(&row.asked)
                .map_err(|_| rows::corrupt(TABLE, &row.request_id, "what was asked cannot be read"))?,
        })
    }
}

const FIND: &str = "SELECT request_id, language, notify, asked FROM requester WHERE request_id = $1";

/// The last question or fee that was put to a request.
const ASKED_AT: &str = "SELECT MAX(at) FROM docket WHERE request_id = $1 AND act IN ('ask_clarification', 'ask_fee')";

/// Keeps that whoever filed opened their page: the first time since the last question or fee. Changes nothing where
/// none was ever put.
///
/// # Errors
/// [`Fault::Database`].
pub async fn saw_question(tx: &mut Tx, request_id: &str, now: i64) -> Stored<()> {
    let asked: Option<i64> = sqlx::query_scalar(ASKED_AT)
        .bind(request_id)
        .fetch_one(tx.conn().await?)
        .await?;
    let Some(asked) = asked else { return Ok(()) };
    sqlx::query(
        "UPDATE requester SET question_seen_at = $1 \
         WHERE request_id = $2 AND (question_seen_at IS NULL OR question_seen_at < $3)",
    )
    .bind(now)
    .bind(request_id)
    .bind(asked)
    .execute(tx.conn().await?)
    .await?;
    Ok(())
}

/// When whoever filed was told of the last question or fee, in microseconds since 1970: its letter was handed to their
/// mail server, or they opened their page, whichever came first. `None` where neither happened.
///
/// # Errors
/// [`Fault::Database`].
pub async fn told_of_question(conn: &mut AnyConnection, request_id: &str) -> Stored<Option<i64>> {
    const TOLD: &str = "SELECT MIN(told) FROM ( \
         SELECT sent_at AS told FROM outbox WHERE request_id = $1 AND kind = 'moved' AND created_at = $2 \
         UNION ALL SELECT question_seen_at FROM requester WHERE request_id = $1 AND question_seen_at >= $2) told_by";
    let asked: Option<i64> = sqlx::query_scalar(ASKED_AT)
        .bind(request_id)
        .fetch_one(&mut *conn)
        .await?;
    let Some(asked) = asked else { return Ok(None) };
    Ok(sqlx::query_scalar(TOLD)
        .bind(request_id)
        .bind(asked)
        .fetch_one(&mut *conn)
        .await?)
}

/// Who asked; `None` once erased.
pub async fn find(db: impl Executor<'_, Database = Any>, request_id: &str) -> Stored<Option<Requester>> {
    let row: Option<Row> = sqlx::query_as(FIND).bind(request_id).fetch_optional(db).await?;
    row.map(Requester::try_from).transpose()
}
