//! Letters that did not arrive, and letters on paper.

use async_trait::async_trait;

use crate::{
    OfficeResult, TrackingNumber,
    forms::LetterAct,
    permission::Custodian,
    views::{LetterCounts, LetterView, LettersOf, LettersPage, LettersView, SentText, Staff},
};

/// Letters as those who answer for them work with them. Addresses are shown to whoever works requests.
#[async_trait]
pub trait LetterDesk: Send + Sync {
    /// How many letters need a person.
    async fn letter_counts(&self, by: &Staff) -> OfficeResult<LetterCounts>;

    /// Letters that failed, wait, or are to be posted.
    async fn letters(&self, by: &Staff, view: LettersView, page: u32) -> OfficeResult<LettersPage>;

    /// The letters about a request to whoever filed it.
    async fn letters_of_request(&self, by: &Staff, number: &TrackingNumber) -> OfficeResult<LettersOf>;

    /// The letters by e-mail that carry a notice.
    async fn mails_of_notice(&self, by: &Staff, notice: &str) -> OfficeResult<LettersOf>;

    /// One letter.
    async fn letter(&self, by: &Staff, id: &str) -> OfficeResult<Option<LetterView>>;

    /// The words of one letter, as it was sent; `None` for those who do not work requests. Opening them is entered.
    async fn sent_text(&self, by: &Staff, id: &str) -> OfficeResult<Option<SentText>>;

    /// Does an act with a letter.
    async fn act_on_letter(&self, by: &Custodian, id: &str, act: LetterAct) -> OfficeResult<()>;
}
