//! What an act says of days, held against the incident that the request is about.

use super::{Act, section};
use crate::{
    Date,
    bar::{Bar, Reason, Section},
    recording::{InactiveGround, NoRecordReason},
    request_state::Rules,
    retention::{KeepCategory, SCHEDULE},
};

/// When what a request is about happened, as far as is certain: no earlier than this day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incident {
    /// The first day that was asked about.
    pub first_day: Date,
    /// Day on which the request was received, from which the footage is held (610.027.5).
    pub received: Date,
}

impl Incident {
    /// Refuses an act whose day or reason cannot be, because of when the incident was.
    ///
    /// # Errors
    /// [`Reason::BeforeIncident`], [`Reason::TimeNotExpired`], [`Reason::DeletedTooSoon`] or
    /// [`Reason::DeletedWhileHeld`], with the act's section.
    pub fn allows(self, act: &Act, rules: Rules<'_>) -> Result<(), Bar> {
        let section = section(act.kind());
        match act {
            Act::RecordInactive { ground, since } => {
                self.not_before(*since, &section)?;
                inactive_on(self.first_day, *ground, *since, rules)
            }
            Act::Reclose { since: day } => self.not_before(*day, &section),
            Act::RecordPetition { petition } => self.not_before(petition.filed_on, &section),
            Act::EnterOrder { order } => self.not_before(order.dated, &section),
            Act::FindNoRecord {
                why: NoRecordReason::Deleted { on },
            } => {
                self.not_before(*on, &section)?;
                self.by_rule(*on, rules)
            }
            Act::CorrectReceipt { on, .. }
            | Act::FindNoRecord {
                why: NoRecordReason::DeletedInBreach { on },
            } => self.not_before(*on, &section),
            _ => Ok(()),
        }
    }

    fn not_before(self, day: Date, section: &Section) -> Result<(), Bar> {
        let incident = self.first_day;
        if day < incident {
            return refused(Reason::BeforeIncident { incident }, section.clone());
        }
        Ok(())
    }

    /// Whether a retention rule can have deleted the footage on a day: its time had run out, and no request held it.
    fn by_rule(self, on: Date, rules: Rules<'_>) -> Result<(), Bar> {
        let kept_until = KeepCategory::NonEvidence.kept_until(self.first_day, rules.profile);
        if on <= kept_until {
            return refused(Reason::DeletedTooSoon { kept_until }, Section::of(SCHEDULE));
        }
        if on > self.received {
            let received = self.received;
            return refused(Reason::DeletedWhileHeld { received }, Section::of("RSMo 610.027.5"));
        }
        Ok(())
    }
}

/// Whether an investigation of what happened on a day can have become inactive on this ground on another. The time to
/// bring charges is at least that of a misdemeanor (556.036.2(2)); it can be longer, and only a person can say by how
/// much.
///
/// # Errors
/// [`Reason::BeforeIncident`] or [`Reason::TimeNotExpired`].
pub fn inactive_on(incident: Date, ground: InactiveGround, since: Date, rules: Rules<'_>) -> Result<(), Bar> {
    let section = Section::of("RSMo 610.100.1(3)");
    if since < incident {
        return refused(Reason::BeforeIncident { incident }, section);
    }
    let shortest = rules
        .profile
        .rule(SHORTEST)
        .filter(|_| ground == InactiveGround::TimeExpired);
    match shortest.map(|rule| rules.profile.reckon(rule, incident, rules.closures)) {
        Some(deadline) if since <= deadline.date => {
            let last_day = deadline.date;
            refused(Reason::TimeNotExpired { last_day }, deadline.section)
        }
        _ => Ok(()),
    }
}

/// The rule of the shortest time to bring charges.
const SHORTEST: &str = "MO_SOL_MISD_1Y";

const fn refused(reason: Reason, section: Section) -> Result<(), Bar> {
    Err(Bar { reason, section })
}
