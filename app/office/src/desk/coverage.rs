//! Coverage sheets of requests.

use async_trait::async_trait;
use law::coverage::CoverageLine;

use crate::{
    OfficeResult, TrackingNumber,
    permission::Custodian,
    views::{CoverageView, Staff},
};

/// What staff may ask of coverage sheets.
#[async_trait]
pub trait CoverageDesk: Send + Sync {
    /// The newest sheet of a request, and the recordings that answer it.
    async fn coverage(&self, by: &Staff, number: &TrackingNumber) -> OfficeResult<Option<CoverageView>>;

    /// Keeps a sheet; the one before it stays as it was.
    async fn keep_coverage(
        &self,
        by: &Custodian,
        number: &TrackingNumber,
        lines: Vec<CoverageLine>,
    ) -> OfficeResult<()>;
}
