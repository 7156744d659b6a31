//! Words between requester and custodian: private.

use law::{Date, request::ActKind};
use office::views::{Actor, MessageView, Paper};
use sqlx::FromRow;

use super::{Store, Tx, request_papers, rows};
use crate::{fault::Stored, secret};

const TABLE: &str = "message";

/// Words to be kept, with the docket's commitment to them.
#[derive(Clone, Debug)]
pub struct Words {
    /// The words.
    pub text: String,
    /// What the requester can do next.
    pub next_step: Option<String>,
    salt: String,
}

impl Words {
    /// Words with a salt of their own.
    pub fn of(text: String, next_step: Option<String>) -> Self {
        Self {
            text,
            next_step,
            salt: secret::key(),
        }
    }

    /// Both texts as they are shown.
    pub fn shown(text: &str, next_step: Option<&str>) -> String {
        next_step.map_or_else(|| text.to_owned(), |next| format!("{text}\n\n{next}"))
    }

    /// The docket's commitment.
    pub fn commitment(&self) -> String {
        secret::commitment(&self.salt, &Self::shown(&self.text, self.next_step.as_deref()))
    }
}

/// To which docket entry words belong.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Place<'a> {
    pub request_id: &'a str,
    pub docket_seq: i64,
    pub at: i64,
    pub on: Date,
    pub actor: Actor,
    pub act: ActKind,
}

/// Keeps words.
pub async fn add(tx: &mut Tx, place: Place<'_>, words: &Words) -> Stored<()> {
    sqlx::query(
        "INSERT INTO message (request_id, docket_seq, at, on_date, actor, act, words, next_step, salt) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(place.request_id)
    .bind(place.docket_seq)
    .bind(place.at)
    .bind(place.on.to_string())
    .bind(place.actor.key())
    .bind(place.act.key())
    .bind(&words.text)
    .bind(words.next_step.as_deref())
    .bind(&words.salt)
    .execute(tx.conn().await?)
    .await?;
    Ok(())
}

#[derive(FromRow)]
struct Row {
    docket_seq: i64,
    on_date: String,
    actor: String,
    act: String,
    words: String,
    next_step: Option<String>,
    taken_back: Option<String>,
}

/// The last words that went with an act on a request and were not taken back with it.
pub async fn last_of(store: &Store, request_id: &str, act: ActKind) -> Stored<Option<String>> {
    const LAST: &str = "SELECT m.words FROM message m WHERE m.request_id = $1 AND m.act = $2 AND NOT EXISTS \
         (SELECT 1 FROM docket t WHERE t.request_id = m.request_id AND t.act = 'take_back' AND t.seq > m.docket_seq \
         AND t.event LIKE '%\"entry\":' || m.docket_seq || ',%') ORDER BY m.docket_seq DESC LIMIT 1";
    Ok(sqlx::query_scalar(LAST)
        .bind(request_id)
        .bind(act.key())
        .fetch_optional(store.reader())
        .await?)
}

/// Messages of a request, oldest first, each with the files that came with it; and the papers that came with no message.
pub async fn with_papers(store: &Store, request_id: &str) -> Stored<(Vec<MessageView>, Vec<Paper>)> {
    const ALL: &str = "SELECT m.docket_seq, m.on_date, m.actor, m.act, m.words, m.next_step, (SELECT MIN(t.on_date) FROM docket t \
         WHERE t.request_id = m.request_id AND t.act = 'take_back' AND t.seq > m.docket_seq \
         AND t.event LIKE '%\"entry\":' || m.docket_seq || ',%') AS taken_back FROM message m \
         WHERE m.request_id = $1 ORDER BY m.docket_seq";
    let found: Vec<Row> = sqlx::query_as(ALL).bind(request_id).fetch_all(store.reader()).await?;
    let mut papers = request_papers::of(store, request_id).await?;
    let view = |row: Row| {
        Ok(MessageView {
            papers: papers.remove(&row.docket_seq).unwrap_or_default(),
            on: rows::day(TABLE, request_id, &row.on_date)?,
            by: rows::known(TABLE, request_id, &row.actor, Actor::parse)?,
            act: rows::known(TABLE, request_id, &row.act, ActKind::parse)?,
            text: Words::shown(&row.words, row.next_step.as_deref()),
            taken_back: rows::day_or_none(TABLE, request_id, row.taken_back.as_deref())?,
        })
    };
    let messages = found.into_iter().map(view).collect::<Stored<_>>()?;
    let mut others: Vec<(i64, Vec<Paper>)> = papers.into_iter().collect();
    others.sort_by_key(|(docket_seq, _)| *docket_seq);
    Ok((messages, others.into_iter().flat_map(|(_, papers)| papers).collect()))
}
