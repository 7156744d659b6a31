//! What frees something and waits for a second person, or was verified or refused by one.

use law::{Date, proposal::Proposal};
use office::views::AuditSubject;
use sqlx::{Any, Executor, FromRow};

use super::{Tx, rows};
use crate::fault::{Fault, Stored};

const TABLE: &str = "proposal";

/// A proposal as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct StoredProposal {
    pub id: String,
    pub subject: AuditSubject,
    pub subject_id: String,
    pub proposal: Proposal,
    pub entered_on: Date,
    pub entered_by: String,
    /// Neither verified nor refused.
    pub waits: bool,
}

#[derive(FromRow)]
struct Row {
    id: String,
    subject: String,
    subject_id: String,
    content: String,
    entered_on: String,
    entered_by: String,
    answered_at: Option<i64>,
}

impl TryFrom<Row> for StoredProposal {
    type Error = Fault;

    fn try_from(row: Row) -> Stored<Self> {
        Ok(Self {
            subject: rows::known(TABLE, &row.id, &row.subject, AuditSubject::parse)?,
            proposal: serde_json::from_str(&row.content).map_err(|why| rows::corrupt(TABLE, &row.id, why))?,
            entered_on: rows::day(TABLE, &row.id, &row.entered_on)?,
            subject_id: row.subject_id,
            entered_by: row.entered_by,
            waits: row.answered_at.is_none(),
            id: row.id,
        })
    }
}

macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "SELECT id, subject, subject_id, content, entered_on, entered_by, \
             COALESCE(verified_at, refused_at) AS answered_at FROM proposal ",
            $rest
        )
    };
}

/// Enters a proposal: it waits.
pub async fn insert(tx: &mut Tx, new: &StoredProposal, at: i64) -> Stored<()> {
    const INSERT: &str = "INSERT INTO proposal (id, subject, subject_id, kind, content, entered_at, entered_on, \
         entered_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    sqlx::query(INSERT)
        .bind(&new.id)
        .bind(new.subject.key())
        .bind(&new.subject_id)
        .bind(new.proposal.kind().key())
        .bind(serde_json::to_string(&new.proposal)?)
        .bind(at)
        .bind(new.entered_on.to_string())
        .bind(&new.entered_by)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// A proposal by its id.
pub async fn find(db: impl Executor<'_, Database = Any>, id: &str) -> Stored<Option<StoredProposal>> {
    let found: Option<Row> = sqlx::query_as(columns!("WHERE id = $1"))
        .bind(id)
        .fetch_optional(db)
        .await?;
    found.map(StoredProposal::try_from).transpose()
}

/// What waits of a subject.
pub async fn waiting_of(
    db: impl Executor<'_, Database = Any>,
    subject: AuditSubject,
    subject_id: &str,
) -> Stored<Option<StoredProposal>> {
    let found: Option<Row> = sqlx::query_as(columns!(
        "WHERE subject = $1 AND subject_id = $2 AND verified_at IS NULL AND refused_at IS NULL"
    ))
    .bind(subject.key())
    .bind(subject_id)
    .fetch_optional(db)
    .await?;
    found.map(StoredProposal::try_from).transpose()
}

/// All that waits, the oldest first.
pub async fn waiting(db: impl Executor<'_, Database = Any>) -> Stored<Vec<StoredProposal>> {
    let found: Vec<Row> = sqlx::query_as(columns!(
        "WHERE verified_at IS NULL AND refused_at IS NULL ORDER BY entered_at, id"
    ))
    .fetch_all(db)
    .await?;
    found.into_iter().map(StoredProposal::try_from).collect()
}

/// Somebody verified it, and the subject becomes `version` by it; `false` where it waits no more.
pub async fn verify(tx: &mut Tx, id: &str, by: &str, at: i64, version: i64) -> Stored<bool> {
    const VERIFY: &str = "UPDATE proposal SET verified_at = $1, verified_by = $2, done_version = $3 \
         WHERE id = $4 AND verified_at IS NULL AND refused_at IS NULL";
    let verify = sqlx::query(VERIFY).bind(at).bind(by).bind(version).bind(id);
    Ok(verify.execute(tx.conn().await?).await?.rows_affected() == 1)
}

/// Somebody refused it; `false` where it waits no more.
pub async fn refuse(tx: &mut Tx, id: &str, by: &str, at: i64, reason: &str) -> Stored<bool> {
    const REFUSE: &str = "UPDATE proposal SET refused_at = $1, refused_by = $2, refused_reason = $3 \
         WHERE id = $4 AND verified_at IS NULL AND refused_at IS NULL";
    let refuse = sqlx::query(REFUSE).bind(at).bind(by).bind(reason).bind(id);
    Ok(refuse.execute(tx.conn().await?).await?.rows_affected() == 1)
}

/// What one person alone freed, on a request, before two had to.
pub async fn freed_by_one(tx: &mut Tx, request_id: &str) -> Stored<Vec<String>> {
    const FREED: &str = "SELECT DISTINCT reason FROM freed_by_one WHERE request_id = $1 ORDER BY reason";
    let freed = sqlx::query_scalar(FREED).bind(request_id);
    Ok(freed.fetch_all(tx.conn().await?).await?)
}
