//! The status of all recordings that answer a request, taken together.

use super::{RecordingStatus, StatusKind};

/// What a request may say of its footage: the status of the first recording that is closed, else that of the first.
/// `None` where there is no recording, or one whose status nobody has determined.
pub fn together(statuses: &[RecordingStatus]) -> Option<RecordingStatus> {
    if statuses.iter().any(|status| status.kind() == StatusKind::Undetermined) {
        return None;
    }
    let closed = statuses.iter().find(|status| status.releasable().is_err());
    closed.or(statuses.first()).cloned()
}
