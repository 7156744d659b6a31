//! Deletion lists.

use async_trait::async_trait;

use crate::{
    OfficeResult,
    forms::ReportedLine,
    permission::{Custodian, Reviewer},
    views::{DeletionListLine, DeletionListView, ListedRecording, Staff},
};

/// What staff may ask of deletion lists. Everybody reads; custodians make and confirm, another person approves.
#[async_trait]
pub trait DeletionDesk: Send + Sync {
    /// All lists, the newest first.
    async fn deletion_lists(&self, by: &Staff) -> OfficeResult<Vec<DeletionListLine>>;

    /// A list with what is on it, what keeps something of it now, and what is different from what was deleted.
    async fn deletion_list(&self, by: &Staff, id: &str) -> OfficeResult<Option<DeletionListView>>;

    /// Makes a list of what falls due today; its id.
    async fn make_deletion_list(&self, by: &Custodian) -> OfficeResult<String>;

    /// Approves a list of another person, or sends it back with a reason.
    async fn judge_deletion_list(&self, by: &Reviewer, id: &str, approves: bool, reason: String) -> OfficeResult<()>;

    /// What may be deleted by an approved list today: without what something keeps meanwhile, and what is gone.
    async fn deletion_export(&self, by: &Staff, id: &str) -> OfficeResult<Vec<ListedRecording>>;

    /// Enters what the evidence system says that it deleted.
    async fn confirm_deletions(&self, by: &Custodian, id: &str, reported: Vec<ReportedLine>) -> OfficeResult<()>;
}
