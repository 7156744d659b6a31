//! What frees something: entered by one person, done once another verified it.

use async_trait::async_trait;

use crate::{
    OfficeResult,
    permission::Reviewer,
    views::{ProposalView, Staff, ToVerify},
};

/// What staff may ask of what waits for a second person. Everybody reads; reviewers verify what others entered.
#[async_trait]
pub trait ProposalDesk: Send + Sync {
    /// All that waits for a second person, the oldest first.
    async fn to_verify(&self, by: &Staff) -> OfficeResult<ToVerify>;

    /// One of them.
    async fn proposal(&self, by: &Staff, id: &str) -> OfficeResult<Option<ProposalView>>;

    /// Verifies one: it is done now.
    async fn verify_proposal(&self, by: &Reviewer, id: &str) -> OfficeResult<()>;

    /// Refuses one with a reason: it is never done.
    async fn refuse_proposal(&self, by: &Reviewer, id: &str, reason: String) -> OfficeResult<()>;
}
