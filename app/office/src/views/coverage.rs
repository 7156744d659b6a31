//! Coverage sheets, as staff see them.

use law::{Date, coverage::CoverageLine, request::Media};

use crate::TrackingNumber;

/// The newest coverage sheet of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageView {
    /// The request.
    pub number: TrackingNumber,
    /// When it was kept and by whom; none before the first.
    pub kept: Option<(Date, String)>,
    /// Its lines.
    pub lines: Vec<CoverageLine>,
    /// The recordings that answer the request: number in the evidence system, camera, officer.
    pub linked: Vec<(String, Media, String)>,
    /// Whether this account may keep another.
    pub may_change: bool,
}
