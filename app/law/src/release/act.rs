//! What is done for the release on a request.

use serde::{Deserialize, Serialize};

use crate::notice::{ReleaseBar, ReleaseReason};

/// What is done for the release on a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReleaseActKind {
    /// The notices that it needs are opened.
    OpenAll,
    /// Those that can go out the usual way are sent.
    SendAll,
    /// Terms of orders and the warning of 610.100.8 are confirmed.
    Plan,
    /// What the gate lets out is delivered.
    Release,
    /// What was released is put into the public library.
    Publish,
    /// What was released is stopped: nobody can open it any more. It closes, so one person is enough.
    Stop,
}

crate::keys::keyed!(ReleaseActKind {
    OpenAll => "open_all",
    SendAll => "send_all",
    Plan => "plan",
    Release => "release",
    Publish => "publish",
    Stop => "stop",
});

/// Why the links of what was released have stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopGround {
    /// The footage was closed again, or an order or a court no longer lets it stay out.
    Closed,
    /// A newer copy of the recording was made.
    NewerCopy,
    /// A custodian stopped it.
    Office,
}

crate::keys::keyed!(StopGround {
    Closed => "closed",
    NewerCopy => "newer_copy",
    Office => "office",
});

impl StopGround {
    /// The section under which the office stops what it released; what is closed names its own.
    pub const fn section(self) -> &'static str {
        match self {
            Self::Closed => "RSMo 610.105.1",
            Self::NewerCopy => "RSMo 610.100.3",
            Self::Office => "RSMo 610.023",
        }
    }
}

/// How far the release on a request has come, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseProgress {
    /// Recordings linked to the request.
    pub recordings: usize,
    /// Of those, the ones whose copy that counts is out.
    pub out: usize,
    /// Notices opened for it.
    pub notices: usize,
    /// Files released on it, also those whose links have stopped.
    pub released: usize,
    /// Of those, the ones whose links go.
    pub going: usize,
}

impl ReleaseActKind {
    /// The section under which it happens, and which a refusal of it cites.
    pub const fn section(self) -> &'static str {
        match self {
            Self::OpenAll | Self::SendAll => "RSMo 610.100.8",
            Self::Plan => "RSMo 610.100.5, 610.100.8",
            Self::Release | Self::Publish | Self::Stop => "RSMo 610.023",
        }
    }
}

impl ReleaseProgress {
    /// Whether something was released and nothing is left to release.
    pub const fn all_out(&self) -> bool {
        self.recordings > 0 && self.out == self.recordings
    }

    /// What stands in the way of an act of this kind, whatever its facts. What may leave, the gate says.
    pub fn bar(&self, kind: ReleaseActKind) -> Option<ReleaseBar> {
        let reason = match kind {
            ReleaseActKind::OpenAll | ReleaseActKind::Plan | ReleaseActKind::Release if self.recordings == 0 => {
                ReleaseReason::NothingChosen
            }
            ReleaseActKind::OpenAll | ReleaseActKind::Plan | ReleaseActKind::Release if self.all_out() => {
                ReleaseReason::AlreadyDone
            }
            ReleaseActKind::SendAll if self.notices == 0 => ReleaseReason::NoticeMissing,
            ReleaseActKind::Publish | ReleaseActKind::Stop if self.released == 0 => ReleaseReason::NothingReleased,
            ReleaseActKind::Publish | ReleaseActKind::Stop if self.going == 0 => ReleaseReason::ReleaseStopped,
            _ => return None,
        };
        reason.at::<()>(kind.section()).err()
    }
}
