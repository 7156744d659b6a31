//! The lines of the checklist.

use serde::{Deserialize, Serialize};

use super::ReleaseActKind;
use crate::notice::{NoticeKind, ReleaseBar, ReleaseReason};

/// One line of the checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GateLine {
    /// What was looked at.
    pub what: GateItem,
    /// What was found.
    pub mark: GateMark,
}

/// What a line of the checklist looks at.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "item", rename_all = "snake_case")]
pub enum GateItem {
    /// Something was chosen, and its parts belong together.
    Chosen,
    /// The footage is open, or an order in force opens what the copy shows.
    Footage {
        /// The recording's id.
        recording: String,
    },
    /// Its people log is complete.
    PeopleLog {
        /// The recording's id.
        recording: String,
    },
    /// No order forbids what the copy shows.
    Restraints {
        /// The recording's id.
        recording: String,
    },
    /// The copy is there and its redactions are sound.
    Copy {
        /// The recording's id.
        recording: String,
    },
    /// A second person approved exactly this file.
    Approval {
        /// The recording's id.
        recording: String,
    },
    /// Next of kin of the deceased shown are known and have a notice (610.205.3).
    NextOfKin {
        /// The recording's id.
        recording: String,
    },
    /// A person's notice of one kind.
    Notice {
        /// The recording's id.
        recording: String,
        /// The person.
        pseudonym: String,
        /// Which notice.
        kind: NoticeKind,
    },
    /// What the office promised a person in answer to their objections.
    Promises {
        /// The recording's id.
        recording: String,
        /// The person.
        pseudonym: String,
        /// Which notice.
        kind: NoticeKind,
    },
    /// Terms of the orders relied on.
    Terms,
    /// The warning of 610.100.8.
    Warning,
    /// The fee.
    Fee,
    /// The request is of the public track.
    PublicTrack,
    /// The release goes, and of the newest copy.
    Going,
    /// The place is public and the footage open, or an order opens it to the public.
    Cleared {
        /// The recording's id.
        recording: String,
    },
    /// No order sets a term against a public library.
    PublicTerms {
        /// The recording's id.
        recording: String,
    },
    /// A family viewing was offered and came to its end.
    Viewing {
        /// The recording's id.
        recording: String,
    },
    /// Nothing of it is free by the word of one.
    FreedByTwo {
        /// The recording's id.
        recording: String,
    },
    /// A person's notice or consent named the public.
    Audience {
        /// The recording's id.
        recording: String,
        /// The person.
        pseudonym: String,
        /// Which notice.
        kind: NoticeKind,
    },
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "mark", rename_all = "snake_case")]
pub enum GateMark {
    /// Nothing in the way.
    Ok,
    /// Something.
    Blocked {
        /// What.
        bar: ReleaseBar,
    },
}

impl GateLine {
    /// What stands in the way, if anything.
    pub const fn bar(&self) -> Option<&ReleaseBar> {
        match &self.mark {
            GateMark::Ok => None,
            GateMark::Blocked { bar } => Some(bar),
        }
    }
}

/// What usually comes next for a release, by its checklist: the letters, their receipts, or the release itself. `None` while the
/// log of somebody shown is open, or something stands in the way that is put right elsewhere.
pub fn next_act(checklist: &[GateLine]) -> Option<ReleaseActKind> {
    let logs_open =
        |line: &GateLine| line.bar().is_some() && matches!(line.what, GateItem::PeopleLog { .. } | GateItem::Chosen);
    if checklist.iter().any(logs_open) {
        return None;
    }
    let reasons = || checklist.iter().filter_map(GateLine::bar).map(|bar| &bar.reason);
    let any = |of: fn(&ReleaseReason) -> bool| reasons().any(of);
    if any(|reason| matches!(reason, ReleaseReason::NoticeMissing | ReleaseReason::NotSent)) {
        return Some(ReleaseActKind::SendAll);
    }
    if any(|reason| matches!(reason, ReleaseReason::ReceiptUnproven)) {
        return Some(ReleaseActKind::ReceiveAll);
    }
    let docket = |reason: &ReleaseReason| matches!(reason, ReleaseReason::DocketUnchecked { .. });
    reasons().all(docket).then_some(ReleaseActKind::Release)
}

pub(crate) fn line(what: GateItem, found: Result<(), ReleaseBar>) -> GateLine {
    let mark = match found {
        Ok(()) => GateMark::Ok,
        Err(bar) => GateMark::Blocked { bar },
    };
    GateLine { what, mark }
}
