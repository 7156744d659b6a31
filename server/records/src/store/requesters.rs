//! Who asked, and for what: private.

use law::{Date, clock::ClockId, event::Event};
use office::{
    Lang, TrackingNumber,
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
    /// Where letters by e-mail go: as filed, or as changed since.
    pub email: Option<String>,
    /// What was asked, as filed.
    pub asked: RequestDetails,
}

impl Requester {
    /// The address that letters go to, if any are wanted.
    pub fn address(&self) -> Option<&str> {
        self.email.as_deref().filter(|_| self.notify == Notify::Email)
    }

    /// Where letters on paper go, if whoever filed said.
    pub fn postal_address(&self) -> Option<&str> {
        Some(self.asked.postal_address.trim()).filter(|address| !address.is_empty())
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
    email: Option<String>,
    asked: String,
}

impl TryFrom<Row> for Requester {
    type Error = Fault;

    fn try_from(row: Row) -> Stored<Self> {
        Ok(Self {
            language: rows::lang(TABLE, &row.request_id, &row.language)?,
            notify: rows::known(TABLE, &row.request_id, &row.notify, Notify::parse)?,
            email: row.email,
            // The parser's message could quote what was asked.
            asked: serde_json::from_str(&row.asked)
                .map_err(|_| rows::corrupt(TABLE, &row.request_id, "what was asked cannot be read"))?,
        })
    }
}

const FIND: &str = "SELECT request_id, language, notify, email, asked FROM requester WHERE request_id = $1";

/// When the days to answer or pay that count now began: with the last question or fee, an answer to what was written about
/// one, or an entry that took an act back. `None` where none ever began.
async fn asked_at(conn: &mut AnyConnection, request_id: &str) -> Stored<Option<i64>> {
    const STARTED: &str = "SELECT at, event FROM docket WHERE request_id = $1 \
         AND act IN ('ask_clarification', 'ask_fee', 'reply', 'take_back') ORDER BY seq DESC";
    let entries: Vec<(i64, String)> = sqlx::query_as(STARTED).bind(request_id).fetch_all(conn).await?;
    for (at, event) in entries {
        if let Event::ClockStarted { clock } = serde_json::from_str(&event)?
            && clock.id == ClockId::C6
        {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

/// Keeps that whoever filed opened their page: the first time since the days to answer or pay began. Changes
/// nothing where none ever began.
///
/// # Errors
/// [`Fault::Database`].
pub async fn saw_question(tx: &mut Tx, request_id: &str, now: i64) -> Stored<()> {
    let Some(asked) = asked_at(tx.conn().await?, request_id).await? else {
        return Ok(());
    };
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

/// How whoever filed was told of a question or fee.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// When a mail server took the letter or they opened their page, in microseconds since 1970.
    pub at: Option<i64>,
    /// The day on which the letter was given to the post.
    pub posted_on: Option<Date>,
}

/// When whoever filed was told of the days to answer or pay that count now: the letter of their beginning was handed to their mail server or to the post and did
/// not come back, or they opened their page, whichever came first.
///
/// # Errors
/// [`Fault::Database`].
pub async fn told_of_question(conn: &mut AnyConnection, request_id: &str) -> Stored<Told> {
    const TOLD: &str = "SELECT MIN(told), MIN(posted_on) FROM ( \
         SELECT sent_at AS told, NULL AS posted_on FROM outbox WHERE request_id = $1 AND kind = 'moved' \
             AND created_at = $2 AND returned_on IS NULL \
         UNION ALL SELECT NULL, posted_on FROM paper_letter WHERE request_id = $1 AND kind = 'moved' \
             AND created_at = $2 AND returned_on IS NULL \
         UNION ALL SELECT question_seen_at, NULL FROM requester WHERE request_id = $1 AND question_seen_at >= $2) told_by";
    let Some(asked) = asked_at(&mut *conn, request_id).await? else {
        return Ok(Told::default());
    };
    let (at, posted_on): (Option<i64>, Option<String>) = sqlx::query_as(TOLD)
        .bind(request_id)
        .bind(asked)
        .fetch_one(&mut *conn)
        .await?;
    Ok(Told {
        at,
        posted_on: rows::day_or_none("paper_letter", request_id, posted_on.as_deref())?,
    })
}

/// Changes where letters by e-mail go, and whether any do.
///
/// # Errors
/// [`Fault::Database`].
pub async fn change_mail(tx: &mut Tx, request_id: &str, email: Option<&str>) -> Stored<()> {
    const CHANGE: &str = "UPDATE requester SET notify = $1, email = COALESCE($2, email) WHERE request_id = $3";
    let notify = if email.is_some() { Notify::Email } else { Notify::None };
    sqlx::query(CHANGE)
        .bind(notify.key())
        .bind(email)
        .bind(request_id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Keeps the hash of the link that stops letters, in each of them.
///
/// # Errors
/// [`Fault::Database`].
pub fn keep_stop(tx: &mut Tx, request_id: &str, stop_hash: &str) {
    tx.queue("UPDATE requester SET stop_hash = $1 WHERE request_id = $2 AND stop_hash IS NULL")
        .bind(stop_hash)
        .bind(request_id);
}

/// Stops letters by e-mail by the link in one of them; the request's number, or `None` for an unknown link. Stopping twice is
/// no error.
///
/// # Errors
/// [`Fault::Database`].
pub async fn stop_mail(tx: &mut Tx, stop_hash: &str) -> Stored<Option<TrackingNumber>> {
    const STOP: &str = "UPDATE requester SET notify = 'none' WHERE stop_hash = $1";
    const NUMBER: &str = "SELECT r.number FROM requester q JOIN records_request r ON r.id = q.request_id \
         WHERE q.stop_hash = $1";
    sqlx::query(STOP).bind(stop_hash).execute(tx.conn().await?).await?;
    let number: Option<String> = sqlx::query_scalar(NUMBER)
        .bind(stop_hash)
        .fetch_optional(tx.conn().await?)
        .await?;
    number.as_deref().map(rows::number).transpose()
}

/// Who asked; `None` once erased.
pub async fn find(db: impl Executor<'_, Database = Any>, request_id: &str) -> Stored<Option<Requester>> {
    let row: Option<Row> = sqlx::query_as(FIND).bind(request_id).fetch_optional(db).await?;
    row.map(Requester::try_from).transpose()
}
