//! Whether a recording may be deleted on a day, and why not (README.md (c)). The portal deletes no
//! footage: it publishes what must not be deleted, and records what was.

use serde::{Deserialize, Serialize};

use crate::{
    Date,
    bar::Section,
    deadline::{Span, reckon},
    hold::{Hold, HoldKind},
    profile::Profile,
    recording::RecordingStatus,
};

/// Why a recording is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeepGround {
    /// H-REQ: a request, to its end plus the two years of 610.027.5.
    Request,
    /// H-COMPLAINT: a complaint or internal investigation.
    Complaint,
    /// H-CASE: a criminal case, until it is final.
    Case,
    /// L1: a suit was served; nothing may be altered or destroyed (610.027.1).
    Lawsuit,
    /// A court ordered its preservation.
    Order,
    /// H-610.120: closed records "shall not be destroyed" (610.120.1).
    ClosedRecord,
    /// H-NOTICE: a notice to a person shown is running.
    Notice,
    /// H-CLAIM: somebody asked for preservation because of a claim.
    Claim,
}

crate::keys::keyed!(KeepGround {
    Request => "request",
    Complaint => "complaint",
    Case => "case",
    Lawsuit => "lawsuit",
    Order => "order",
    ClosedRecord => "closed_record",
    Notice => "notice",
    Claim => "claim",
});

/// One reason to keep a recording, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keep {
    /// Why.
    pub ground: KeepGround,
    /// Last day it stands, once that is known; until then it stands without end.
    pub last_day: Option<Date>,
}

/// Categories whose length of keeping is known. Every other waits for a schedule, and is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeepCategory {
    /// Not evidence.
    NonEvidence,
    /// A camera check before a shift.
    Precheck,
}

crate::keys::keyed!(KeepCategory {
    NonEvidence => "non_evidence",
    Precheck => "precheck",
});

/// A recording as retention looks at it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetainedRecording {
    /// Day of recording.
    pub recorded: Date,
    /// Its category in the evidence system; empty for unclassified.
    pub category: String,
    /// Its legal status.
    pub status: RecordingStatus,
    /// Every reason to keep it.
    pub keeps: Vec<Keep>,
}

/// It may be deleted: under this rule, of which this was the last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeletionPermit {
    /// The category whose time ran out.
    pub category: KeepCategory,
    /// The last day on which it had to be kept.
    pub kept_until: Date,
}

/// It may not be deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{reason:?} ({section})")]
pub struct DeletionBar {
    /// Why.
    pub reason: KeepReason,
    /// Where it says so.
    pub section: Section,
}

/// Why a recording may not be deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum KeepReason {
    /// Something holds it.
    Held {
        /// What.
        ground: KeepGround,
        /// The last day of that, if known.
        last_day: Option<Date>,
    },
    /// Nobody has classified it; unclassified recordings never reach a deletion list.
    Unclassified,
    /// No length of keeping is known for its category, and while that is so nothing is deleted.
    NoSchedule {
        /// The category.
        category: String,
    },
    /// Its time has not run out.
    Young {
        /// The last day on which it is kept.
        kept_until: Date,
    },
}

impl From<&Hold> for Keep {
    fn from(hold: &Hold) -> Self {
        let ground = match hold.kind {
            HoldKind::Request => KeepGround::Request,
            HoldKind::Lawsuit => KeepGround::Lawsuit,
        };
        let last_day = hold.last_day;
        Self { ground, last_day }
    }
}

impl Keep {
    /// One without end yet.
    pub const fn because(ground: KeepGround) -> Self {
        Self { ground, last_day: None }
    }

    /// Whether it stands on a day: its last day still counts.
    pub fn stands(&self, on: Date) -> bool {
        self.last_day.is_none_or(|last| on <= last)
    }
}

impl KeepGround {
    /// What a status alone gives as a ground to keep the recording; an order opens it, and frees nothing
    /// for destruction.
    pub fn of(status: &RecordingStatus) -> Option<Self> {
        match status.underlying() {
            RecordingStatus::ActiveClosed { .. } => Some(Self::Case),
            RecordingStatus::Reclosed { .. } => Some(Self::ClosedRecord),
            _ => None,
        }
    }

    /// Where it says so.
    pub const fn section(self) -> Section {
        Section::of(match self {
            Self::Request => "RSMo 610.027.5",
            Self::Lawsuit => "RSMo 610.027.1",
            Self::Order => "RSMo 610.100.5, 610.027.1",
            Self::ClosedRecord => "RSMo 610.120.1",
            Self::Complaint => "RSMo 590.502",
            Self::Notice => "RSMo 610.100.8",
            Self::Case | Self::Claim => SCHEDULE,
        })
    }
}

/// Law and schedule on how long a recording is kept.
pub(crate) const SCHEDULE: &str = "RSMo 109.255; schedule POL 011";

impl RetainedRecording {
    /// Whether it may be deleted on a day.
    ///
    /// # Errors
    /// The first of: what holds it, the longest first; that it is unclassified; that no schedule
    /// knows its category; that its time has not run out.
    pub fn may_delete(&self, today: Date, profile: &Profile) -> Result<DeletionPermit, DeletionBar> {
        if let Some(Keep { ground, last_day }) = self.longest(today) {
            return kept(KeepReason::Held { ground, last_day }, ground.section());
        }
        if self.category.trim().is_empty() {
            return kept(KeepReason::Unclassified, Section::of(SCHEDULE));
        }
        let Some(category) = KeepCategory::parse(self.category.trim()) else {
            let category = self.category.clone();
            return kept(KeepReason::NoSchedule { category }, Section::of(SCHEDULE));
        };
        let kept_until = category.kept_until(self.recorded, profile);
        if today <= kept_until {
            return kept(KeepReason::Young { kept_until }, Section::of(SCHEDULE));
        }
        Ok(DeletionPermit { category, kept_until })
    }

    /// What holds it longest, of all that stands; the status speaks too.
    fn longest(&self, today: Date) -> Option<Keep> {
        let by_status = KeepGround::of(&self.status);
        let keeps = self.keeps.iter().copied().chain(by_status.map(Keep::because));
        let standing = keeps.filter(|keep| keep.stands(today));
        standing.reduce(|one, two| if outlasts(two, one) { two } else { one })
    }
}

fn outlasts(one: Keep, two: Keep) -> bool {
    match (one.last_day, two.last_day) {
        (None, Some(_)) => true,
        (Some(one), Some(two)) => one > two,
        (_, None) => false,
    }
}

fn kept<T>(reason: KeepReason, section: Section) -> Result<T, DeletionBar> {
    Err(DeletionBar { reason, section })
}

impl KeepCategory {
    /// The last day on which such a recording is kept: elapsed days, no roll.
    pub fn kept_until(self, recorded: Date, profile: &Profile) -> Date {
        let days = match self {
            Self::NonEvidence => profile.keep_days,
            Self::Precheck => profile.precheck_keep_days,
        };
        reckon::after(recorded, Span::Days(days)).0
    }
}
