//! Family viewing: before a recording that shows a death or a serious injury becomes public, the office offers whoever was shown,
//! or their family, to see it first.
//!
//! No statute of Missouri asks for it; other places do it by practice or policy (law.md, section (d) 24, "Other jurisdictions").
//! A profile may make the offer a condition of publication where somebody died ([`ViewingRules::required_for_deaths`]); else
//! the office offers it where it chooses, and whoever publishes reads whether it did.

use serde::{Deserialize, Serialize};

use crate::{
    Date,
    notice::{ReleaseBar, ReleaseReason},
};

/// Where what an offer must be stands.
pub const POLICY: &str = "Agency profile, family viewing";

/// What a place says of family viewings.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ViewingRules {
    /// Whether nothing that shows somebody who died becomes public before a viewing was offered and came to its end.
    pub required_for_deaths: bool,
    /// Days from the offer to the day by which it is to be answered, unless another is typed.
    pub answer_days: u32,
    /// Whom the family can turn to for support, for example victim services; empty if the profile names nobody.
    pub support_name: String,
    /// Their telephone.
    pub support_phone: String,
}

impl Default for ViewingRules {
    fn default() -> Self {
        Self {
            required_for_deaths: false,
            answer_days: 10,
            support_name: String::new(),
            support_phone: String::new(),
        }
    }
}

/// How an offer reaches the family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ViewingWay {
    /// By post.
    Mail,
    /// Handed over.
    Personal,
    /// By telephone, without a letter.
    Telephone,
}

crate::keys::keyed!(ViewingWay {
    Mail => "mail",
    Personal => "personal",
    Telephone => "telephone",
});

/// What is done to an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ViewingStep {
    /// The family accepts.
    Accept,
    /// The family declines.
    Decline,
    /// Day, time and place are set, or set anew.
    Appoint,
    /// It was held.
    Hold,
    /// It was not held.
    Miss,
}

crate::keys::keyed!(ViewingStep {
    Accept => "accept",
    Decline => "decline",
    Appoint => "appoint",
    Hold => "hold",
    Miss => "miss",
});

/// An offer and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewing {
    /// The day of the offer.
    pub offered: Date,
    /// The day by which it is to be answered.
    pub answer_by: Date,
    /// Steps in their order, each with its day.
    pub steps: Vec<(ViewingStep, Date)>,
    /// The day of the newest appointment.
    pub appointment: Option<Date>,
}

/// Where an offer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ViewingState {
    /// The family has until a day to answer.
    Offered,
    /// The day passed without an answer.
    Unanswered,
    /// Accepted; the office sets a day.
    Accepted,
    /// Declined.
    Declined,
    /// A day is set.
    Appointed,
    /// It was held.
    Held,
    /// It was not held.
    NotHeld,
}

crate::keys::keyed!(ViewingState {
    Offered => "offered",
    Unanswered => "unanswered",
    Accepted => "accepted",
    Declined => "declined",
    Appointed => "appointed",
    Held => "held",
    NotHeld => "not_held",
});

impl ViewingState {
    /// Whether nothing more is awaited.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Unanswered | Self::Declined | Self::Held | Self::NotHeld)
    }

    /// Whether the office must act: set a day, or say whether it was held.
    pub const fn waits_for_office(self) -> bool {
        matches!(self, Self::Accepted | Self::Appointed)
    }
}

impl Viewing {
    /// Where it stands on a day.
    pub fn state(&self, today: Date) -> ViewingState {
        match self.steps.last() {
            None if today > self.answer_by => ViewingState::Unanswered,
            None => ViewingState::Offered,
            Some((ViewingStep::Accept, _)) => ViewingState::Accepted,
            Some((ViewingStep::Decline, _)) => ViewingState::Declined,
            Some((ViewingStep::Appoint, _)) => ViewingState::Appointed,
            Some((ViewingStep::Hold, _)) => ViewingState::Held,
            Some((ViewingStep::Miss, _)) => ViewingState::NotHeld,
        }
    }

    /// The day on which something is due next: the answer, the appointment that is to be set at once, the viewing itself.
    pub fn next_day(&self, today: Date) -> Option<Date> {
        match self.state(today) {
            ViewingState::Offered => Some(self.answer_by),
            ViewingState::Accepted => self.steps.last().map(|(_, on)| *on),
            ViewingState::Appointed => self.appointment,
            _ => None,
        }
    }

    /// Whether a step can be taken now. An answer that comes late is taken as long as none was given; who declined can still
    /// change their mind, and an appointment that was missed can be set anew.
    ///
    /// # Errors
    /// [`ReleaseReason::ViewingStepUnfit`], or a day that cannot be.
    pub fn may(&self, step: ViewingStep, on: Date, today: Date) -> Result<(), ReleaseBar> {
        use ViewingState as S;
        let state = self.state(today);
        let fits = match step {
            ViewingStep::Accept => matches!(state, S::Offered | S::Unanswered | S::Declined),
            ViewingStep::Decline => matches!(state, S::Offered | S::Unanswered | S::Accepted | S::Appointed),
            ViewingStep::Appoint => matches!(state, S::Accepted | S::Appointed | S::NotHeld),
            ViewingStep::Hold | ViewingStep::Miss => state == S::Appointed,
        };
        if !fits {
            return ReleaseReason::ViewingStepUnfit.at(POLICY);
        }
        let earliest = match step {
            ViewingStep::Hold => self.appointment.unwrap_or(self.offered),
            _ => self.offered,
        };
        ReleaseReason::not_after(on, today, POLICY)?;
        ReleaseReason::not_before(on, earliest, POLICY)
    }
}

/// Whether an offer can be made on a day, to be answered by another.
///
/// # Errors
/// A day that cannot be; [`ReleaseReason::ViewingOpen`], while another offer to the same waits.
pub fn may_offer(known: &[Viewing], (on, answer_by): (Date, Date), today: Date) -> Result<(), ReleaseBar> {
    if known.iter().any(|one| !one.state(today).is_settled()) {
        return ReleaseReason::ViewingOpen.at(POLICY);
    }
    ReleaseReason::not_after(on, today, POLICY)?;
    ReleaseReason::not_before(answer_by, on, POLICY)
}

/// Whether what shows a death may become public where the profile demands that a viewing was offered first.
///
/// # Errors
/// [`ReleaseReason::ViewingNotOffered`]; [`ReleaseReason::ViewingOpen`], while an answer or a viewing is awaited.
pub fn before_publication(known: &[Viewing], today: Date) -> Result<(), ReleaseBar> {
    if known.is_empty() {
        return ReleaseReason::ViewingNotOffered.at(POLICY);
    }
    if known.iter().any(|one| !one.state(today).is_settled()) {
        return ReleaseReason::ViewingOpen.at(POLICY);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: i8) -> Date {
        Date::constant(2026, 3, day)
    }

    fn offered() -> Viewing {
        Viewing {
            offered: day(2),
            answer_by: day(12),
            steps: Vec::new(),
            appointment: None,
        }
    }

    #[test]
    fn an_offer_waits_for_its_answer_and_then_for_the_office() {
        let mut viewing = offered();
        assert_eq!(
            (viewing.state(day(12)), viewing.next_day(day(12))),
            (ViewingState::Offered, Some(day(12)))
        );
        assert_eq!(viewing.state(day(13)), ViewingState::Unanswered);
        assert!(
            viewing.may(ViewingStep::Appoint, day(3), day(3)).is_err(),
            "nobody has answered"
        );
        // A late yes is a yes.
        viewing.may(ViewingStep::Accept, day(14), day(14)).expect("taken");
        viewing.steps.push((ViewingStep::Accept, day(14)));
        assert!(viewing.state(day(14)).waits_for_office());
        viewing.steps.push((ViewingStep::Appoint, day(15)));
        viewing.appointment = Some(day(20));
        assert_eq!(viewing.next_day(day(16)), Some(day(20)));
        assert!(
            viewing.may(ViewingStep::Hold, day(19), day(21)).is_err(),
            "not before its day"
        );
        viewing.may(ViewingStep::Hold, day(20), day(20)).expect("held");
        viewing.may(ViewingStep::Miss, day(20), day(20)).expect("nobody came");
    }

    #[test]
    fn publication_waits_for_an_offer_and_for_its_end() {
        let reason = |known: &[Viewing], today| before_publication(known, today).expect_err("barred").reason;
        assert_eq!(reason(&[], day(2)), ReleaseReason::ViewingNotOffered);
        assert_eq!(reason(&[offered()], day(12)), ReleaseReason::ViewingOpen);
        assert!(
            before_publication(&[offered()], day(13)).is_ok(),
            "the day to answer has passed"
        );
        let mut accepted = offered();
        accepted.steps.push((ViewingStep::Accept, day(3)));
        assert_eq!(reason(&[accepted], day(13)), ReleaseReason::ViewingOpen);
        assert!(
            may_offer(&[offered()], (day(3), day(9)), day(3)).is_err(),
            "one at a time"
        );
    }
}
