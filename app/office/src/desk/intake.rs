//! Requests that reach the office beside the portal, and access codes that were lost.

use async_trait::async_trait;
use law::request::Reception;

use crate::{
    Lang, OfficeResult, TrackingNumber,
    forms::{CodeReissue, Filing, NewPaper, SubmissionKey},
    permission::Custodian,
    views::{Receipt, Staff},
};

/// What came by telephone, at the counter, on paper, by e-mail or by fax, entered by staff.
#[async_trait]
pub trait IntakeDesk: Send + Sync {
    /// Enters a request with the day on which it came, from which its clocks run, and the papers that came with it.
    async fn enter_request(
        &self,
        by: &Custodian,
        filing: Filing,
        received: Reception,
        papers: Vec<NewPaper>,
    ) -> OfficeResult<Receipt>;

    /// Gives out a new access code. The one before opens nothing any more, and who had the private page open must enter the
    /// new one. The language of whoever filed, for what is handed over.
    async fn reissue_code(&self, by: &Custodian, number: &TrackingNumber, reissue: CodeReissue) -> OfficeResult<Lang>;

    /// The receipt of a request with the code that is derived from this key, to hand over; `None` where that is not its code.
    async fn entered_receipt(
        &self,
        by: &Staff,
        number: &TrackingNumber,
        key: &SubmissionKey,
    ) -> OfficeResult<Option<Receipt>>;
}
