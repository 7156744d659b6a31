//! Letters exactly as sent.

use law::Date;
use office::views::PrintRun;
use sqlx::FromRow;

use crate::{
    fault::Stored,
    store::{Store, Tx},
};

/// A letter as kept; its code is not in it.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct LetterRow {
    pub id: String,
    pub notice_id: String,
    pub person_id: String,
    pub kind: String,
    pub document: String,
    pub code_no: i64,
    pub objection_id: Option<String>,
    pub sha256: String,
    pub sent_on: String,
}

/// A letter to be kept.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct NewLetter<'a> {
    pub id: &'a str,
    pub notice_id: &'a str,
    pub kind: &'static str,
    pub channel: &'static str,
    pub document: &'a str,
    pub code_no: i64,
    pub objection_id: Option<&'a str>,
    pub sha256: &'a str,
    pub sent_on: Date,
    pub at: i64,
    pub by: &'a str,
}

/// Keeps a letter.
pub async fn add_letter(tx: &mut Tx, new: &NewLetter<'_>) -> Stored<()> {
    const ADD: &str = "INSERT INTO notice_letter (id, notice_id, kind, channel, document, code_no, \
         objection_id, sha256, sent_on, created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    sqlx::query(ADD)
        .bind(new.id)
        .bind(new.notice_id)
        .bind(new.kind)
        .bind(new.channel)
        .bind(new.document)
        .bind(new.code_no)
        .bind(new.objection_id)
        .bind(new.sha256)
        .bind(new.sent_on.to_string())
        .bind(new.at)
        .bind(new.by)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Letters with whom they are about, in the order in which they were made.
macro_rules! letters {
    ($which:literal) => {
        concat!(
            "SELECT l.id, l.notice_id, n.person_id, l.kind, l.document, l.code_no, l.objection_id, l.sha256, l.sent_on \
             FROM notice_letter l JOIN notice n ON n.id = l.notice_id WHERE ",
            $which,
            " ORDER BY l.created_at, l.id"
        )
    };
}

/// The letters of a notice, the oldest first.
pub async fn letters_of_notice(store: &Store, notice_id: &str) -> Stored<Vec<LetterRow>> {
    const OF: &str = letters!("l.notice_id = $1");
    Ok(sqlx::query_as(OF).bind(notice_id).fetch_all(store.reader()).await?)
}

/// All letters on paper of a day that go out in one way, in the order in which they were made.
pub async fn letters_of_day(store: &Store, on: Date, run: PrintRun) -> Stored<Vec<LetterRow>> {
    const POSTED: &str = letters!("l.sent_on = $1 AND l.channel IN ('mail', 'certified_mail')");
    const HANDED: &str = letters!("l.sent_on = $1 AND l.channel IN ('personal', 'publication')");
    let which = match run {
        PrintRun::Post => POSTED,
        PrintRun::Hand => HANDED,
    };
    Ok(sqlx::query_as(which)
        .bind(on.to_string())
        .fetch_all(store.reader())
        .await?)
}
