//! A form does its work once, whoever sends it how often: the one mechanism for all forms that carry a key.

use std::sync::{Arc, atomic::AtomicBool};

use office::{OfficeResult, Refusal, forms::SubmissionKey};

use super::RecordsOffice;
use crate::store::submission_content::{self, Claim, Kept};

/// A form as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// Its key.
    pub key: SubmissionKey,
    /// Everything else in it, as one text: the same for the same content only. Names and hashes of its files are part of it.
    pub content: String,
}

impl RecordsOffice {
    /// The path to which the answer led, if this form has done its work before; `None` if its key is new here, or was used by
    /// a version that kept no content.
    ///
    /// # Errors
    /// [`Refusal::SentBefore`], if a form of the same key with other content has.
    pub async fn answered(&self, form: &Submission) -> OfficeResult<Option<String>> {
        let kept = submission_content::find(&self.store, &self.key_hash(&form.key)).await?;
        match kept {
            None => Ok(None),
            Some(Kept { content_hash, answer }) if content_hash == self.content_hash(form) => Ok(Some(answer)),
            Some(_) => Err(Refusal::SentBefore),
        }
    }

    /// The same office for the work of one form. What it keeps first holds the form's claim in the same transaction; where
    /// another has claimed it meanwhile, nothing is done, and the refusal is [`Refusal::SentBefore`]. `answer` is the path
    /// to which the answer will lead.
    #[must_use]
    pub fn of_form(&self, form: &Submission, answer: &str) -> Arc<Self> {
        let claim = Claim {
            key_hash: self.key_hash(&form.key),
            content_hash: self.content_hash(form),
            answer: answer.to_owned(),
            at: self.now().at,
            kept: AtomicBool::new(false),
        };
        Arc::new(Self {
            store: self.store.of_form(claim),
            ..self.clone()
        })
    }

    /// Claims the form of this office, where its work has kept nothing because all was as it should be already.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`], or [`Refusal::SentBefore`] where another has claimed it meanwhile.
    pub async fn keep_claim(&self) -> OfficeResult<()> {
        if !self.store.has_open_claim() {
            return Ok(());
        }
        Ok(self.store.begin().await?.commit().await?)
    }

    /// Keeps where the answer led, where that was not known before the work was done.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`]; then the path given to [`Self::of_form`] stands.
    pub async fn keep_answer(&self, form: &Submission, answer: &str) -> OfficeResult<()> {
        let mut tx = self.store.begin().await?;
        submission_content::answered(&mut tx, &self.key_hash(&form.key), answer).await?;
        Ok(tx.commit().await?)
    }

    fn key_hash(&self, key: &SubmissionKey) -> String {
        self.secret.hash("form", key.as_str())
    }

    fn content_hash(&self, form: &Submission) -> String {
        self.secret.hash("form content", &form.content)
    }
}
