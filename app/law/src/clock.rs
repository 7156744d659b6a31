//! The clocks C1 to C8 that run on a request.

use serde::{Deserialize, Serialize};

use crate::{Date, request_state::Party};

/// Which clock (README.md (a), clocks).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ClockId {
    /// Act on the request: end of the third business day after receipt (610.023.3).
    C1,
    /// Written grounds of denial: third business day after they are asked for (610.023.4).
    C2,
    /// Provide or move the court: 30 days, civil-claim track (610.100.4).
    C3,
    /// Notice to a person shown: ten days from receipt (610.100.8).
    C4,
    /// Next of kin: two weeks (610.205.3).
    C5,
    /// Unpaid or unclarified: 90 or 150 days (610.026.2(2)).
    C6,
    /// Suit to enforce: one year, never later than two (610.027.5). Information only.
    C7,
    /// The day the agency promised itself (610.023.3).
    C8,
}

crate::keys::keyed!(ClockId {
    C1 => "C1",
    C2 => "C2",
    C3 => "C3",
    C4 => "C4",
    C5 => "C5",
    C6 => "C6",
    C7 => "C7",
    C8 => "C8",
});

impl ClockId {
    /// Who must act by its day. Of the time to sue (C7) that is whoever filed, if they want to.
    pub const fn party(self) -> Party {
        match self {
            Self::C1 | Self::C2 | Self::C3 | Self::C8 => Party::Custodian,
            Self::C4 | Self::C5 => Party::PeopleShown,
            Self::C6 | Self::C7 => Party::Requester,
        }
    }

    /// Whether it is a day by which the agency owes whoever filed an act.
    pub const fn binds_agency(self) -> bool {
        matches!(self, Self::C1 | Self::C2 | Self::C3 | Self::C8)
    }
}

/// One clock started on a request. Never overwritten: an ended clock stays, with how it ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// Which.
    pub id: ClockId,
    /// The rule that gives the due day; empty for C8, whose day is the agency's own promise.
    pub rule: String,
    /// Start day.
    pub start: Date,
    /// Due day: for an agency duty the earlier of two defensible days.
    pub due: Date,
    /// The other defensible day, if there is one.
    pub outer: Option<Date>,
    /// How it ended, once it has.
    pub ended: Option<ClockEnd>,
}

/// How a clock ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockEnd {
    /// Day it ended.
    pub on: Date,
    /// In which way.
    pub how: Ending,
}

/// In which way a clock ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// What was due was done, in time or late (compare the days).
    Met,
    /// No longer needed: the request ended, or a new promise replaced this one.
    Stopped,
    /// It ran out and had its effect (C6).
    Lapsed,
}

crate::keys::keyed!(Ending {
    Met => "met",
    Stopped => "stopped",
    Lapsed => "lapsed",
});

impl Clock {
    /// The same clock, ended.
    #[must_use]
    pub fn end(self, on: Date, how: Ending) -> Self {
        Self {
            ended: self.ended.or(Some(ClockEnd { on, how })),
            ..self
        }
    }

    /// Whether it still runs.
    pub const fn runs(&self) -> bool {
        self.ended.is_none()
    }

    /// The day on which it could be ascertained that the agency had missed it, under the later of two readings; `None` as long as
    /// it has not on `today`, and for clocks that bind the agency by no statute.
    pub fn missed_on(&self, today: Date) -> Option<Date> {
        let last = self.outer.map_or(self.due, |outer| outer.max(self.due));
        let binds = matches!(self.id, ClockId::C1 | ClockId::C2 | ClockId::C3);
        (binds && today > last).then(|| crate::deadline::reckon::next(last))
    }

    /// Whether it is overdue on `today`, or was met only after its due day.
    pub fn late(&self, today: Date) -> bool {
        match self.ended {
            None => today > self.due,
            Some(end) => end.how == Ending::Met && end.on > self.due,
        }
    }
}
