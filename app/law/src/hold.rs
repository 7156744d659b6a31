//! What must not be deleted, and until when (README.md (c)).

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::{Date, DateTime, request_order::CourtCase};

/// Why footage is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoldKind {
    /// H-REQ: a request, from filing to its end plus the two years of 610.027.5.
    Request,
    /// L1: a suit was served; nothing may be altered or destroyed (610.027.1).
    Lawsuit,
}

crate::keys::keyed!(HoldKind {
    Request => "request",
    Lawsuit => "lawsuit",
});

/// One hold. Footage may be deleted only if no hold stands on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// Why.
    pub kind: HoldKind,
    /// Day it was placed.
    pub placed_on: Date,
    /// Last day it stands, once that is known; until then it stands without end.
    pub last_day: Option<Date>,
    /// The case of the suit that it is for; `None` for a request, and where an earlier version did not keep it: then it ends by
    /// no case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suit: Option<CourtCase>,
}

impl Hold {
    /// A hold without end yet.
    pub const fn place(kind: HoldKind, on: Date) -> Self {
        Self {
            kind,
            placed_on: on,
            last_day: None,
            suit: None,
        }
    }

    /// A hold without end yet, for the suit of a case (610.027.1).
    pub const fn for_suit(case: CourtCase, on: Date) -> Self {
        Self {
            kind: HoldKind::Lawsuit,
            placed_on: on,
            last_day: None,
            suit: Some(case),
        }
    }

    /// Whether it is for the suit of a case.
    pub fn is_for(&self, case: &CourtCase) -> bool {
        self.suit.as_ref().is_some_and(|suit| suit.is(case))
    }

    /// The same hold with its last day.
    #[must_use]
    pub fn until(self, last_day: Date) -> Self {
        Self {
            last_day: Some(last_day),
            ..self
        }
    }

    /// The same hold without end again.
    #[must_use]
    pub fn again(self) -> Self {
        Self { last_day: None, ..self }
    }

    /// Whether it stands on a day: its last day is still held.
    pub fn stands(&self, on: Date) -> bool {
        self.last_day.is_none_or(|last| on <= last)
    }
}

/// Time that a hold covers: what was recorded at any moment of it is held, on every camera of every division. People
/// who ask seldom know the minute, and never which camera ran.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldTime {
    /// First instant.
    pub from: Timestamp,
    /// Last instant.
    pub to: Timestamp,
}

impl HeldTime {
    /// The time around what was named on a local clock, with a margin on both sides. An hour that the clock shows twice is
    /// covered both times, and an hour that it skips is covered as it would be read before and after the change.
    pub fn around(from: DateTime, to: DateTime, zone: &TimeZone, margin: SignedDuration) -> Self {
        let (from, _) = readings(from, zone);
        let (_, to) = readings(to, zone);
        Self {
            from: from.saturating_sub(margin).unwrap_or(Timestamp::MIN),
            to: to.saturating_add(margin).unwrap_or(Timestamp::MAX),
        }
    }

    /// Whether something that lasted from an instant to an instant is held, at least in part.
    pub fn reaches(&self, from: Timestamp, to: Timestamp) -> bool {
        self.from <= to && from <= self.to
    }
}

/// The earliest and the latest instant that a local time may mean.
fn readings(local: DateTime, zone: &TimeZone) -> (Timestamp, Timestamp) {
    let read = zone.to_ambiguous_timestamp(local);
    let found = [read.earlier(), read.later()].map(Result::ok);
    match found {
        [Some(one), Some(other)] => (one.min(other), one.max(other)),
        // Beyond the years that instants can name.
        [Some(one), None] | [None, Some(one)] => (one, one),
        [None, None] if local.year() < 0 => (Timestamp::MIN, Timestamp::MIN),
        [None, None] => (Timestamp::MAX, Timestamp::MAX),
    }
}

/// What a clock did at a local time when it was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockChange {
    /// Set forward: it never showed this time.
    Skipped,
    /// Set back: it showed this time twice.
    Doubled,
}

impl ClockChange {
    /// Whether a clock of this zone skipped or doubled a local time.
    pub fn at(local: DateTime, zone: &TimeZone) -> Option<Self> {
        use jiff::tz::AmbiguousOffset;
        match zone.to_ambiguous_timestamp(local).offset() {
            AmbiguousOffset::Unambiguous { .. } => None,
            AmbiguousOffset::Gap { .. } => Some(Self::Skipped),
            AmbiguousOffset::Fold { .. } => Some(Self::Doubled),
        }
    }
}
