//! The public statistics.

use std::sync::Arc;

use async_trait::async_trait;

use crate::{OfficeResult, views::Statistics};

/// What anybody may ask of the statistics.
#[async_trait]
pub trait StatisticsDesk: Send + Sync {
    /// The figures of a year, at most a few seconds old; without a year, of the newest year that has
    /// any. `None` for a year without requests.
    async fn statistics(&self, year: Option<i16>) -> OfficeResult<Option<Arc<Statistics>>>;
}
