//! What is done for the release on a request.

use serde::{Deserialize, Serialize};

use crate::notice::{ReleaseBar, ReleaseReason};

/// What is done for the release on a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReleaseActKind {
    /// The notices that it needs are opened.
    OpenAll,
    /// Those that are needed are opened, and those that can go out the usual way are sent.
    SendAll,
    /// Of letters that are out it was proved that they were received.
    ReceiveAll,
    /// Terms of orders and the warning of 610.100.8 are confirmed.
    Plan,
    /// What the gate lets out is delivered.
    Release,
    /// That something released goes into the public library is proposed, with its title and warning.
    Propose,
    /// A second person lets what was proposed into the public library.
    Approve,
    /// What was proposed goes back, with a reason.
    SendBack,
    /// What is in the public library is taken out of it, while its delivery goes on. It closes, so one person is enough.
    TakeDown,
    /// What was released is stopped: nobody can open it any more. It closes, so one person is enough.
    Stop,
}

crate::keys::keyed!(ReleaseActKind {
    OpenAll => "open_all",
    SendAll => "send_all",
    ReceiveAll => "receive_all",
    Plan => "plan",
    Release => "release",
    Propose => "propose",
    Approve => "approve",
    SendBack => "send_back",
    TakeDown => "take_down",
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
    /// Of those, the ones whose letters are out while nothing proves that they were received.
    pub sent: usize,
    /// Files released on it, also those whose links have stopped.
    pub released: usize,
    /// Of those, the ones whose links go.
    pub going: usize,
    /// Whether the request is not of the public track: then nothing of it goes into the library.
    pub private: bool,
    /// Of those that go, the ones that wait for a second person before they go into the library.
    pub proposed: usize,
    /// Of those that go, the ones in the library.
    pub public: usize,
}

impl ReleaseActKind {
    /// Whether it decides that footage goes out, so that nobody who is on it does it. Notices follow from the people log; and
    /// what closes is nobody's advantage: a stop, or leaving the library, never waits for somebody else.
    pub const fn decides(self) -> bool {
        match self {
            Self::Plan | Self::Release | Self::Propose | Self::Approve => true,
            Self::OpenAll | Self::SendAll | Self::ReceiveAll | Self::SendBack | Self::TakeDown | Self::Stop => false,
        }
    }

    /// The section under which it happens, and which a refusal of it cites.
    pub const fn section(self) -> &'static str {
        match self {
            Self::OpenAll | Self::SendAll | Self::ReceiveAll => "RSMo 610.100.8",
            Self::Plan => "RSMo 610.100.5, 610.100.8",
            Self::Release | Self::Stop | Self::Propose | Self::Approve | Self::SendBack | Self::TakeDown => {
                "RSMo 610.023"
            }
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
            ReleaseActKind::OpenAll | ReleaseActKind::SendAll | ReleaseActKind::Plan | ReleaseActKind::Release
                if self.recordings == 0 =>
            {
                ReleaseReason::NothingChosen
            }
            ReleaseActKind::Plan | ReleaseActKind::Release if self.all_out() => ReleaseReason::AlreadyDone,
            // Whoever is found later in what is out has no notice, and the public sees nobody without one.
            ReleaseActKind::OpenAll if self.all_out() && self.private => ReleaseReason::AlreadyDone,
            ReleaseActKind::ReceiveAll if self.sent == 0 => ReleaseReason::NotSent,
            ReleaseActKind::Propose if self.private => ReleaseReason::TrackNotPublic,
            ReleaseActKind::Propose | ReleaseActKind::Stop if self.released == 0 => ReleaseReason::NothingReleased,
            ReleaseActKind::Propose | ReleaseActKind::Stop if self.going == 0 => ReleaseReason::ReleaseStopped,
            ReleaseActKind::Approve | ReleaseActKind::SendBack if self.proposed == 0 => ReleaseReason::NothingProposed,
            ReleaseActKind::TakeDown if self.public == 0 => ReleaseReason::NothingPublic,
            _ => return None,
        };
        reason.at::<()>(kind.section()).err()
    }
}
