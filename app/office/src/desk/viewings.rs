//! Family viewings before a recording becomes public.

use async_trait::async_trait;

use super::Depicted;
use crate::{
    OfficeResult,
    forms::{FamilyAnswer, NewViewing, StepTaken},
    permission::Custodian,
    views::{Staff, ViewingLine, ViewingsView},
};

/// What staff, and the family with its notice open, may ask of viewings.
#[async_trait]
pub trait ViewingDesk: Send + Sync {
    /// The offers to whoever has a notice, or receives it for them. Names and words are for those who serve notices.
    async fn viewings(&self, by: &Staff, notice: &str) -> OfficeResult<Option<ViewingsView>>;

    /// Every viewing that is not settled, the nearest day first.
    async fn open_viewings(&self, by: &Staff) -> OfficeResult<Vec<ViewingLine>>;

    /// Offers a viewing, with a letter unless it was offered by telephone.
    async fn offer_viewing(&self, by: &Custodian, notice: &str, new: NewViewing) -> OfficeResult<()>;

    /// Takes a step of the newest offer.
    async fn step_viewing(&self, by: &Custodian, notice: &str, step: StepTaken) -> OfficeResult<()>;

    /// The family answers the newest offer on the page of their notice.
    async fn answer_viewing(&self, by: &Depicted, answer: FamilyAnswer) -> OfficeResult<()>;
}
