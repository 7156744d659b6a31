//! What lies close to a request: recordings that answer it or may, and requests about the same incident.

use law::{Date, closeness::Closeness, request::Stage};

use super::{NoticeLine, OrderLine, RecordingLine};
use crate::TrackingNumber;

/// Suggestions on a page.
pub const SUGGESTED_LINES: u32 = 25;
/// Similar requests compared at most, the nearest in time first.
pub const SIMILAR_COMPARED: u32 = 200;

/// A recording that answers a request, with how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedRecording {
    /// As in the register.
    pub line: RecordingLine,
    /// How many people are in its log.
    pub people: u64,
    /// Whether the log was declared complete.
    pub people_logged: bool,
    /// How many originals are kept.
    pub originals: u64,
    /// Whether there is a copy for release, and then whether a second person approved it.
    pub approved_copy: Option<bool>,
}

/// A recording that may answer a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestedRecording {
    /// As in the register.
    pub line: RecordingLine,
    /// Why, the strongest reason first.
    pub reasons: Vec<Closeness>,
    /// Joined requests that it answers.
    pub answers: Vec<TrackingNumber>,
    /// Whether it can be linked: the evidence system has not deleted it.
    pub can_be_linked: bool,
    /// Whether the reader is its officer, and so does not say that it answers nothing.
    pub conflict: bool,
}

/// A request that may be about the same incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SimilarRequest {
    /// Its number.
    pub number: TrackingNumber,
    /// Day of receipt.
    pub received_on: Date,
    /// Where it stands.
    pub stage: Stage,
    /// Why, the strongest reason first.
    pub reasons: Vec<Closeness>,
    /// How many recordings answer it.
    pub recordings: u64,
}

/// What a request is about, as far as the office knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestRecordings {
    /// Recordings that answer it, by time.
    pub linked: Vec<LinkedRecording>,
    /// A page of those that may, the closest first.
    pub suggested: Vec<SuggestedRecording>,
    /// How many may, on all pages.
    pub suggested_total: u64,
    /// How many recordings that answer joined requests can be linked, on all pages.
    pub of_joined: usize,
    /// Which page, from 1.
    pub page: u32,
    /// Suggestions that were refused, by time: they are not made again.
    pub refused: Vec<RecordingLine>,
    /// Requests joined with it, the oldest first.
    pub joined: Vec<SimilarRequest>,
    /// Requests that may be about the same incident and are not joined, the closest first. Only for whoever works requests.
    pub similar: Vec<SimilarRequest>,
    /// Whether more than [`SIMILAR_COMPARED`] may be, so that only those nearest in time were compared.
    pub similar_more: bool,
    /// Notices to people shown, for this request.
    pub notices: Vec<NoticeLine>,
    /// Court orders that name it or a recording that answers it.
    pub orders: Vec<OrderLine>,
    /// Whether the reader may accept, refuse and join.
    pub may_change: bool,
}
