//! What is done to a recording of the register.

use serde::{Deserialize, Serialize};

use crate::{
    Date,
    bar::{Bar, Reason, Section},
};

/// What is done to a recording of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordingActKind {
    /// Its legal status changes.
    Status,
    /// What it shows is judged.
    Scene,
    /// It answers a request.
    Link,
    /// It was linked to a request by mistake.
    Unlink,
    /// The evidence system deleted it.
    Delete,
}

crate::keys::keyed!(RecordingActKind {
    Status => "status",
    Scene => "scene",
    Link => "link",
    Unlink => "unlink",
    Delete => "delete",
});

impl RecordingActKind {
    /// Whether it decides on the recording, so that nobody who is on it does it. A link only preserves: it keeps the recording
    /// for one request more, and takes it from none.
    pub const fn decides(self) -> bool {
        match self {
            Self::Status | Self::Scene | Self::Unlink | Self::Delete => true,
            Self::Link => false,
        }
    }

    /// What stands in the way of such an act, whatever its facts: of a recording that the evidence system deleted, what is
    /// entered stays, but for its status: a copy that is out must be able to stop when the record is closed again. Which change of status follows from which, [`super::RecordingStatus::may_change`] says; what holds it
    /// on the day of a deletion, [`crate::retention::RetainedRecording::may_delete`].
    pub fn bar(self, deleted_on: Option<Date>) -> Option<Bar> {
        let reason = match (self, deleted_on?) {
            (Self::Status | Self::Unlink, _) => return None,
            (Self::Delete, _) => Reason::AlreadyDone,
            (Self::Scene | Self::Link, on) => Reason::RecordingDeleted { on },
        };
        Some(Bar {
            reason,
            section: Section::of(crate::retention::SCHEDULE),
        })
    }
}
