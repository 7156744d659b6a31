//! Court cases.

use async_trait::async_trait;

use crate::{
    OfficeResult, TrackingNumber,
    forms::{CourtFilter, NewCase, NewEntry},
    permission::CourtFiler,
    views::{CourtLine, CourtPage, CourtView, Staff},
};

/// What staff may ask of court cases. Everybody reads; custodians enter everything, a prosecutor what their own office files.
#[async_trait]
pub trait CourtDesk: Send + Sync {
    /// A part of the list: open cases first, by their next day.
    async fn court_cases(&self, by: &Staff, filter: CourtFilter) -> OfficeResult<CourtPage>;

    /// A case with everything known of it.
    async fn court_case(&self, by: &Staff, id: &str) -> OfficeResult<Option<CourtView>>;

    /// The cases that concern a request.
    async fn cases_of_request(&self, by: &Staff, number: &TrackingNumber) -> OfficeResult<Vec<CourtLine>>;

    /// The cases that concern a recording.
    async fn cases_of_recording(&self, by: &Staff, id: &str) -> OfficeResult<Vec<CourtLine>>;

    /// Enters a case; its id. One that is entered already is joined.
    async fn open_case(&self, by: &CourtFiler, case: NewCase) -> OfficeResult<String>;

    /// Enters something in a case, with what follows from it for its requests, recordings and orders.
    async fn enter_in_case(&self, by: &CourtFiler, id: &str, entry: NewEntry, version: i64) -> OfficeResult<()>;

    /// Whether the reader is the officer of a recording that a request asks for, so that they enter no order on it.
    async fn is_conflicted(
        &self,
        by: &Staff,
        number: Option<&TrackingNumber>,
        sources: &[String],
    ) -> OfficeResult<bool>;
}
