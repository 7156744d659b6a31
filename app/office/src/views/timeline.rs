//! The public time line of a request as a sheet to print and to certify.

use law::DateTime;

use super::PublicStatus;

/// A request's time line at one moment, with the exact text that its hash is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineSheet {
    /// What everybody may know of the request.
    pub status: PublicStatus,
    /// When it was made, on the agency's clock.
    pub made_at: DateTime,
    /// The public docket as text: a line for its form, one for the request, one for each entry.
    pub text: String,
    /// SHA-256 of the text, in hexadecimal.
    pub sha256: String,
}
