//! Where a notice stands for the person whom it is for.

use super::{Notice, NoticeState};
use crate::{Date, objection::Objection, span::Spans};

/// Where a notice stands on a day, as the person is told it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// They were taken out of the list of people shown: the notice was for nothing.
    TakenOut,
    /// No notice is due to them (610.100.8).
    Exempt,
    /// They agreed.
    Consented,
    /// They are hidden in the copy.
    Hidden,
    /// Their days have not begun, and they have not objected.
    NotBegun,
    /// They have days, and have not objected.
    Running,
    /// They objected, and their days are not over.
    Objected {
        /// Whether their days have begun.
        begun: bool,
        /// Whether the release waits for the answer; otherwise it was given, or the notice knows no such effect.
        waits: bool,
    },
    /// The days are over; an objection that came in time waits for its answer, and holds the release.
    Waits,
    /// The office agreed not to release the recording with them in it.
    Kept,
    /// The days are over, and nothing is pending.
    Over,
    /// An action is pending.
    InCourt,
    /// A court forbade showing it.
    Forbidden {
        /// Only these parts of it; all of it without.
        parts: Option<Spans>,
        /// The last day, if the court set one.
        until: Option<Date>,
    },
}

impl Notice {
    /// Where this notice stands on a day. Its days are those of the state; [`Notice::recount`] brings them up to the closures
    /// known. An order that has run out forbids nothing.
    pub fn standing_on(&self, taken_out: bool, today: Date) -> Standing {
        if taken_out {
            return Standing::TakenOut;
        }
        let forbidden = self.forbidden(today);
        // What waits for a second person who verifies that an injunction was a mistake brings no action back.
        if self.none_pending().is_err() && !self.taking_back_waits(today) {
            return Standing::InCourt;
        }
        if let Some((spans, until)) = forbidden {
            return Standing::Forbidden { parts: spans, until };
        }
        let waits = self.objections_answered().is_err();
        let kept = self.kind.objection_holds() && self.objections.iter().any(Objection::keeps_whole);
        match &self.state {
            NoticeState::Exempt => Standing::Exempt,
            NoticeState::Consented { .. } => Standing::Consented,
            _ if kept => Standing::Kept,
            _ if waits && self.is_over(today) => Standing::Waits,
            NoticeState::RedactedOut { .. } if !waits => Standing::Hidden,
            _ if self.is_over(today) => Standing::Over,
            _ if self.objections.iter().any(|objection| !objection.late) => Standing::Objected {
                begun: self.window().is_some(),
                waits,
            },
            _ if self.window().is_some() => Standing::Running,
            _ => Standing::NotBegun,
        }
    }

    /// Whether the days began and are over: from the first day on which a release is lawful.
    fn is_over(&self, today: Date) -> bool {
        self.window().is_some_and(|window| today > window.last_day)
    }
}
