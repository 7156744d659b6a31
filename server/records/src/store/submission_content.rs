//! Forms that have done their work, with what was in them. A form is claimed in the transaction in which its work is done.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use super::{Store, Tx};
use crate::fault::{Fault, Stored};

/// A form that is being worked.
#[derive(Debug)]
pub(crate) struct Claim {
    /// HMAC of its key.
    pub key_hash: String,
    /// HMAC of its content.
    pub content_hash: String,
    /// Path to which the answer leads.
    pub answer: String,
    /// When it came, in microseconds since 1970.
    pub at: i64,
    /// Whether a transaction that claimed it is committed.
    pub kept: AtomicBool,
}

/// A form that has done its work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// HMAC of what was in it.
    pub content_hash: String,
    /// Path to which the answer led.
    pub answer: String,
}

/// The form of a key, if it has done its work.
pub async fn find(store: &Store, key_hash: &str) -> Stored<Option<Kept>> {
    let found: Option<(String, String)> =
        sqlx::query_as("SELECT content_hash, answer FROM submission_content WHERE key_hash = $1")
            .bind(key_hash)
            .fetch_optional(store.reader())
            .await?;
    Ok(found.map(|(content_hash, answer)| Kept { content_hash, answer }))
}

/// Keeps where the answer of a form led, once it is known.
pub async fn answered(tx: &mut Tx, key_hash: &str, answer: &str) -> Stored<()> {
    sqlx::query("UPDATE submission_content SET answer = $1 WHERE key_hash = $2")
        .bind(answer)
        .bind(key_hash)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

impl Store {
    /// The same database for the work of one form: the first transaction that is kept of what it begins holds the claim of
    /// the form too.
    pub(crate) fn of_form(&self, claim: Claim) -> Self {
        Self {
            claim: Some(Arc::new(claim)),
            ..self.clone()
        }
    }

    /// The same database for what is entered beside the work of a form, whatever becomes of that work: it claims nothing, and is kept although
    /// an act is only looked at.
    pub(crate) fn beside_form(&self) -> Self {
        Self {
            claim: None,
            correspondence: None,
            ..self.clone()
        }
    }

    /// Whether this is the work of a form that nothing has claimed yet.
    pub(crate) fn has_open_claim(&self) -> bool {
        self.claim
            .as_ref()
            .is_some_and(|claim| !claim.kept.load(Ordering::Acquire))
    }

    /// Claims the form that is being worked, where there is one.
    ///
    /// # Errors
    /// [`Fault::SentBefore`], where another transaction has claimed it.
    pub(super) async fn claim(&self, mut tx: Tx) -> Stored<Tx> {
        let Some(claim) = self.claim.as_ref().filter(|claim| !claim.kept.load(Ordering::Acquire)) else {
            return Ok(tx);
        };
        let claimed = sqlx::query(
            "INSERT INTO submission_content (key_hash, content_hash, answer, at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT DO NOTHING",
        )
        .bind(&claim.key_hash)
        .bind(&claim.content_hash)
        .bind(&claim.answer)
        .bind(claim.at)
        .execute(tx.conn().await?)
        .await?;
        if claimed.rows_affected() == 1 {
            tx.claim = Some(Arc::clone(claim));
            return Ok(tx);
        }
        tx.give_up().await?;
        Err(Fault::SentBefore)
    }
}
