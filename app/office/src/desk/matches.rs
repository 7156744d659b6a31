//! Recordings that may answer a request, and requests about the same incident.

use async_trait::async_trait;

use crate::{
    OfficeResult, TrackingNumber,
    forms::MatchAct,
    permission::Custodian,
    views::{RequestRecordings, Staff},
};

/// What staff may ask of what lies close to a request. Everybody sees what is linked and joined; what the requester wrote is
/// compared for whoever works requests, alone.
#[async_trait]
pub trait MatchDesk: Send + Sync {
    /// What answers a request, and a page of what may, the closest first; pages count from 1.
    async fn recordings_of(&self, by: &Staff, number: &TrackingNumber, page: u32) -> OfficeResult<RequestRecordings>;

    /// Accepts or refuses a suggestion, joins a request with another or takes that back. Doing it twice is no error.
    async fn act_on_match(&self, by: &Custodian, number: &TrackingNumber, act: MatchAct) -> OfficeResult<()>;
}
