//! Letters after they were written: by e-mail in the outbox, on paper in the print queue; what became of them and what staff
//! do about it.

use law::Date;
use office::views::{LetterCause, LettersView, PAGE_LINES};
use sqlx::{Any, AnyConnection, Executor, FromRow};

use super::{Store, Tx, rows};
use crate::fault::Stored;

mod paper;

pub use paper::{NewPaperLetter, PaperRow};
pub use paper::{add as add_paper, find as find_paper, of_day as papers_of_day, of_request as papers_of_request};
pub use paper::{posted, returned as paper_returned, waiting as papers_waiting};

/// How many letters there are to look after.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct LetterTotals {
    pub waiting: u32,
    /// Failed or came back, and nobody has dealt with it.
    pub failed: u32,
    /// Of those that wait.
    pub sender_refused: u32,
    /// On paper, not yet given to the post.
    pub paper: u32,
    /// When the oldest that waits was posted, in microseconds since 1970.
    pub oldest_waiting: Option<i64>,
}

/// A letter by e-mail that needs a person. The daily mail to staff does not: the next one says the same anew.
macro_rules! failed {
    () => {
        "(o.gave_up_at IS NOT NULL OR o.returned_on IS NOT NULL) AND o.settled_at IS NULL AND o.kind <> 'daily'"
    };
}
pub(super) use failed;

/// A letter by e-mail that waits to be sent.
macro_rules! waits {
    () => {
        "o.sent_at IS NULL AND o.gave_up_at IS NULL AND o.kind <> 'daily'"
    };
}

/// Counts them.
///
/// # Errors
/// [`crate::fault::Fault::Database`].
pub async fn totals(store: &Store) -> Stored<LetterTotals> {
    const ALL: &str = concat!(
        "SELECT (SELECT COUNT(*) FROM outbox o WHERE ",
        waits!(),
        "), (SELECT COUNT(*) FROM outbox o WHERE ",
        failed!(),
        "), (SELECT COUNT(*) FROM outbox o WHERE ",
        waits!(),
        " AND o.cause = 'sender'), (SELECT COUNT(*) FROM paper_letter WHERE posted_on IS NULL AND returned_on IS NULL), \
         (SELECT MIN(o.created_at) FROM outbox o WHERE ",
        waits!(),
        ")"
    );
    let (waiting, failed, sender_refused, paper, oldest_waiting): (i64, i64, i64, i64, Option<i64>) =
        sqlx::query_as(ALL).fetch_one(store.reader()).await?;
    let few = |number: i64| u32::try_from(number).unwrap_or_default();
    Ok(LetterTotals {
        waiting: few(waiting),
        failed: few(failed),
        sender_refused: few(sender_refused),
        paper: few(paper),
        oldest_waiting,
    })
}

/// A letter by e-mail as kept, without its words.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct MailRow {
    pub id: String,
    pub request_id: String,
    pub number: String,
    pub notice_id: Option<String>,
    pub kind: String,
    pub recipient: String,
    pub subject: String,
    pub created_at: i64,
    pub attempts: i64,
    pub sent_at: Option<i64>,
    pub gave_up_at: Option<i64>,
    pub last_error: Option<String>,
    pub cause: Option<String>,
    pub settled_at: Option<i64>,
    pub returned_on: Option<String>,
    pub erased_at: Option<i64>,
}

impl MailRow {
    /// Why it was not sent, if it was not.
    pub fn why(&self) -> Option<(LetterCause, String)> {
        let error = self.last_error.clone()?;
        // One that an older version of the program wrote names no cause.
        let known = self.cause.as_deref().and_then(LetterCause::parse);
        Some((known.unwrap_or(LetterCause::Server), error))
    }
}

macro_rules! mails {
    ($which:expr) => {
        concat!(
            "SELECT o.id, o.request_id, r.number, o.notice_id, o.kind, o.recipient, o.subject, o.created_at, o.attempts, \
             o.sent_at, o.gave_up_at, o.last_error, o.cause, o.settled_at, o.returned_on, o.erased_at \
             FROM outbox o JOIN records_request r ON r.id = o.request_id WHERE ",
            $which
        )
    };
}

/// A page of those that failed or of those that wait, the oldest first.
pub async fn page(store: &Store, view: LettersView, page: u32) -> Stored<Vec<MailRow>> {
    const FAILED: &str = concat!(mails!(failed!()), " ORDER BY o.created_at, o.id LIMIT $1 OFFSET $2");
    const WAITING: &str = concat!(mails!(waits!()), " ORDER BY o.created_at, o.id LIMIT $1 OFFSET $2");
    let sql = match view {
        LettersView::Failed => FAILED,
        LettersView::Waiting => WAITING,
        LettersView::Paper => return Ok(Vec::new()),
    };
    let offset = i64::from(page.max(1) - 1) * i64::from(PAGE_LINES);
    let query = sqlx::query_as(sql).bind(i64::from(PAGE_LINES)).bind(offset);
    Ok(query.fetch_all(store.reader()).await?)
}

/// The newest letters about a request to whoever filed it.
pub async fn of_request(store: &Store, request_id: &str) -> Stored<Vec<MailRow>> {
    const OF: &str = concat!(
        mails!("o.request_id = $1 AND o.kind IN ('filed', 'moved', 'overdue', 'stopped')"),
        " ORDER BY o.created_at DESC, o.id LIMIT 50"
    );
    Ok(sqlx::query_as(OF).bind(request_id).fetch_all(store.reader()).await?)
}

/// The letters that carry a notice, the newest first.
pub async fn of_notice(store: &Store, notice_id: &str) -> Stored<Vec<MailRow>> {
    const OF: &str = concat!(mails!("o.notice_id = $1"), " ORDER BY o.created_at DESC, o.id LIMIT 50");
    Ok(sqlx::query_as(OF).bind(notice_id).fetch_all(store.reader()).await?)
}

/// A letter by e-mail.
pub async fn find(db: impl Executor<'_, Database = Any>, id: &str) -> Stored<Option<MailRow>> {
    const FIND: &str = mails!("o.id = $1");
    Ok(sqlx::query_as(FIND).bind(id).fetch_optional(db).await?)
}

/// The HTML of a letter by e-mail; empty once erased.
pub async fn html_of(conn: &mut AnyConnection, id: &str) -> Stored<String> {
    let html: Option<String> = sqlx::query_scalar("SELECT body_html FROM outbox WHERE id = $1")
        .bind(id)
        .fetch_optional(conn)
        .await?;
    Ok(html.unwrap_or_default())
}

/// Lets a letter that failed or waits be tried at once; `false` if it was sent or dealt with meanwhile.
pub async fn again(tx: &mut Tx, id: &str, now: i64) -> Stored<bool> {
    const AGAIN: &str = "UPDATE outbox SET gave_up_at = NULL, attempts = 0, not_before = $1 \
         WHERE id = $2 AND sent_at IS NULL AND settled_at IS NULL AND erased_at IS NULL";
    let done = sqlx::query(AGAIN).bind(now).bind(id).execute(tx.conn().await?).await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps that a member of staff has dealt with a letter that failed, waits or came back; `false` if somebody had before, or it
/// went out. Nobody tries it again.
pub async fn settle(tx: &mut Tx, id: &str, how: &'static str, by: Option<&str>, now: i64) -> Stored<bool> {
    const SETTLE: &str = "UPDATE outbox SET settled_at = $1, settled_how = $2, settled_by = $3, \
         gave_up_at = COALESCE(gave_up_at, CASE WHEN sent_at IS NULL THEN $1 END), lease_until = NULL, lease_token = NULL \
         WHERE id = $4 AND settled_at IS NULL AND (sent_at IS NULL OR returned_on IS NOT NULL)";
    let done = sqlx::query(SETTLE)
        .bind(now)
        .bind(how)
        .bind(by)
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Settles the letters that failed with a notice that goes out anew.
pub async fn settle_notice(tx: &mut Tx, notice_id: &str, by: &str, now: i64) -> Stored<()> {
    const SETTLE: &str = "UPDATE outbox SET settled_at = $1, settled_how = 'anew', settled_by = $2 \
         WHERE notice_id = $3 AND settled_at IS NULL AND (gave_up_at IS NOT NULL OR returned_on IS NOT NULL)";
    sqlx::query(SETTLE)
        .bind(now)
        .bind(by)
        .bind(notice_id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Writes the same letter to another address. It tells about the same act, so it keeps that instant.
pub async fn copy_to(tx: &mut Tx, id: &str, to: &str, now: i64) -> Stored<()> {
    const COPY: &str = "INSERT INTO outbox (id, request_id, kind, recipient, subject, body_text, body_html, stop_url, \
         message_id, created_at, not_before, attempts, notice_id, code_no) \
         SELECT $1, request_id, kind, $2, subject, body_text, body_html, stop_url, $3, created_at, $4, 0, notice_id, \
         code_no FROM outbox WHERE id = $5";
    let new = crate::ids::new_id();
    let message_id = format!("{new}@{}", tx.mail_domain);
    sqlx::query(COPY)
        .bind(new)
        .bind(to)
        .bind(message_id)
        .bind(now)
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Keeps that a letter that went out came back; `false` if it did not go out, or that was known.
pub async fn returned(tx: &mut Tx, id: &str, on: Date) -> Stored<bool> {
    const BACK: &str =
        "UPDATE outbox SET returned_on = $1 WHERE id = $2 AND sent_at IS NOT NULL AND returned_on IS NULL";
    let done = sqlx::query(BACK)
        .bind(on.to_string())
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether letters by e-mail and on paper tell whoever filed of what happened at an instant.
pub async fn telling(store: &Store, request_id: &str, at: i64) -> Stored<(bool, bool)> {
    const TELLING: &str = "SELECT \
         (SELECT COUNT(*) FROM outbox WHERE request_id = $1 AND created_at = $2 AND kind IN ('filed', 'moved') \
              AND settled_at IS NULL), \
         (SELECT COUNT(*) FROM paper_letter WHERE request_id = $1 AND created_at = $2)";
    let (mails, papers): (i64, i64) = sqlx::query_as(TELLING)
        .bind(request_id)
        .bind(at)
        .fetch_one(store.reader())
        .await?;
    Ok((mails > 0, papers > 0))
}

/// How many letters of a part there are.
pub const fn count_of(view: LettersView, totals: LetterTotals) -> u32 {
    match view {
        LettersView::Failed => totals.failed,
        LettersView::Waiting => totals.waiting,
        LettersView::Paper => totals.paper,
    }
}

fn day_or_none(id: &str, text: Option<&str>) -> Stored<Option<Date>> {
    rows::day_or_none("paper_letter", id, text)
}
