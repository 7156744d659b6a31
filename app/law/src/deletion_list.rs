//! Deletion lists: which recordings may be on one on a day, who approves it, and what is different in what the evidence system
//! says that it deleted (README.md (c)). The portal deletes no footage: it makes the list, and compares.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    Date,
    bar::Section,
    profile::Profile,
    retention::{DeletionBar, DeletionPermit, KeepGround, KeepReason, RetainedRecording},
};

/// A recording as a deletion list looks at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// As retention looks at it.
    pub recording: RetainedRecording,
    /// Whether a request that has not ended has it, whatever its holds say.
    pub asked_for: bool,
}

impl Candidate {
    /// Whether it may be on a list on a day: only what retention lets go, and what no open request has.
    ///
    /// # Errors
    /// What keeps it.
    pub fn may_be_listed(&self, today: Date, profile: &Profile) -> Result<DeletionPermit, DeletionBar> {
        if self.asked_for {
            let ground = KeepGround::Request;
            return Err(DeletionBar {
                reason: KeepReason::Held { ground, last_day: None },
                section: ground.section(),
            });
        }
        self.recording.may_delete(today, profile)
    }
}

/// What is done with a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListActKind {
    /// A second person approves it.
    Approve,
    /// A second person sends it back; it is over, and another is made.
    SendBack,
    /// What the evidence system says that it deleted is entered.
    Confirm,
}

crate::keys::keyed!(ListActKind {
    Approve => "approve",
    SendBack => "send_back",
    Confirm => "confirm",
});

/// Where a list stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListState {
    /// Made; it waits for a second person.
    Made,
    /// Approved; the evidence system may delete what is on it.
    Approved,
    /// Sent back.
    SentBack,
    /// Confirmed by the evidence system's own list.
    Confirmed,
}

crate::keys::keyed!(ListState {
    Made => "made",
    Approved => "approved",
    SentBack => "sent_back",
    Confirmed => "confirmed",
});

/// Why something is not done with a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListBar {
    /// It does not follow from where the list stands.
    WrongState,
    /// Whoever made the list neither approves it nor sends it back.
    SamePerson,
    /// Whoever would decide is on a recording of the list.
    OnRecording,
    /// Something on the list may not be deleted any more.
    Kept,
}

impl ListState {
    /// Where a list stands after what was done with it.
    pub fn after(acts: impl IntoIterator<Item = ListActKind>) -> Self {
        let last = acts.into_iter().last();
        last.map_or(Self::Made, |act| match act {
            ListActKind::Approve => Self::Approved,
            ListActKind::SendBack => Self::SentBack,
            ListActKind::Confirm => Self::Confirmed,
        })
    }

    /// What stands in the way of an act now; `maker` and `on_recording` are of whoever would do it.
    pub const fn bar(self, act: ListActKind, maker: bool, on_recording: bool) -> Option<ListBar> {
        match (act, self) {
            (ListActKind::Approve | ListActKind::SendBack, Self::Made) => match (maker, on_recording) {
                (true, _) => Some(ListBar::SamePerson),
                (_, true) => Some(ListBar::OnRecording),
                _ => None,
            },
            // What was deleted can be told in several parts.
            (ListActKind::Confirm, Self::Approved | Self::Confirmed) => None,
            _ => Some(ListBar::WrongState),
        }
    }
}

/// What is different between a list and what the evidence system says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Difference {
    /// Deleted although a request or its hold kept it.
    WhileRequested,
    /// Deleted although something else kept it: a suit, an order, a case, a notice, its time, or that nobody has classified it.
    WhileKept,
    /// Deleted, and on no approved list.
    NotListed,
    /// On the list, and not deleted.
    NotDeleted,
    /// The register does not know it.
    Unknown,
}

crate::keys::keyed!(Difference {
    WhileRequested => "while_requested",
    WhileKept => "while_kept",
    NotListed => "not_listed",
    NotDeleted => "not_deleted",
    Unknown => "unknown",
});

impl Difference {
    /// Whether footage is gone that had to be kept, or that nobody let go.
    pub const fn is_a_loss(self) -> bool {
        matches!(self, Self::WhileRequested | Self::WhileKept | Self::NotListed)
    }
}

/// A line of the evidence system's own list, with what the register knows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// Its number in the evidence system.
    pub source_id: String,
    /// Whether the register knows it.
    pub known: bool,
    /// What kept it on the day of its deletion.
    pub kept_for: Option<DeletionBar>,
}

/// What is different, by number in the evidence system; what is as it should be is left out.
pub fn differences(listed: &BTreeSet<String>, reported: &[Reported]) -> BTreeMap<String, Difference> {
    let mut found = BTreeMap::new();
    for line in reported {
        let requested = |bar: &DeletionBar| {
            matches!(
                bar.reason,
                KeepReason::Held {
                    ground: KeepGround::Request,
                    ..
                }
            )
        };
        let difference = match &line.kept_for {
            _ if !line.known => Some(Difference::Unknown),
            Some(bar) if requested(bar) => Some(Difference::WhileRequested),
            Some(_) => Some(Difference::WhileKept),
            None if !listed.contains(&line.source_id) => Some(Difference::NotListed),
            None => None,
        };
        if let Some(difference) = difference {
            found.insert(line.source_id.clone(), difference);
        }
    }
    let gone: BTreeSet<&String> = reported.iter().map(|line| &line.source_id).collect();
    for source_id in listed.iter().filter(|source_id| !gone.contains(source_id)) {
        found.insert(source_id.clone(), Difference::NotDeleted);
    }
    found
}

/// Law and schedule that a list rests on.
pub const SECTION: Section = Section::of(crate::retention::SCHEDULE);
