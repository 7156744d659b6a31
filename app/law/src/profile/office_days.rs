//! Days that the office sets itself for steps for which the law sets none.

use serde::Deserialize;

use super::{Profile, lines::Wrong};
use crate::{
    Date,
    deadline::{Span, reckon},
    request_state::AwaitedStep,
};

/// Working days of the office for each step, and what it asks of its own promises. A table that leaves some out has those of the
/// built-in profile for them; without the table no step has a day of the office's, and pages say since when it lies.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OfficeDays {
    /// To decide a request that is under review.
    pub review: Option<u32>,
    /// For a second person to verify a court order that was entered.
    pub verification: Option<u32>,
    /// To make the redacted copy.
    pub redaction: Option<u32>,
    /// To tell the people shown.
    pub people_shown: Option<u32>,
    /// To deliver what is ready.
    pub delivery: Option<u32>,
    /// To ask again about a fee that is awaited and has no last day of the law's.
    pub payment: Option<u32>,
    /// To ask the investigators again whether the investigation is active, from their last confirmation.
    pub active: Option<u32>,
    /// To look again at a case that a court has.
    pub court: Option<u32>,
    /// A delay is explained with a day at most so many days ahead, on any calendar.
    pub delay_at_most: u32,
    /// The hour of the office's day, 0 to 23, from which the daily mail of what is due goes out to staff.
    pub mail_hour: i8,
}

impl Default for OfficeDays {
    fn default() -> Self {
        Self {
            review: Some(10),
            verification: Some(2),
            redaction: Some(20),
            people_shown: Some(15),
            delivery: Some(2),
            payment: Some(10),
            active: Some(30),
            court: Some(20),
            delay_at_most: 365,
            mail_hour: 7,
        }
    }
}

impl OfficeDays {
    /// Those of a profile without the table: the office sets itself no day.
    pub(super) fn unset() -> Self {
        Self {
            review: None,
            verification: None,
            redaction: None,
            people_shown: None,
            delivery: None,
            payment: None,
            active: None,
            court: None,
            ..Self::default()
        }
    }

    /// Refuses what cannot be meant.
    pub(super) fn checked(self) -> Result<Self, Wrong> {
        let most = 366;
        for (name, value) in [
            ("review", self.review),
            ("verification", self.verification),
            ("redaction", self.redaction),
            ("people_shown", self.people_shown),
            ("delivery", self.delivery),
            ("payment", self.payment),
            ("active", self.active),
            ("court", self.court),
            ("delay_at_most", Some(self.delay_at_most)),
        ] {
            if value.is_some_and(|days| !(1..=most).contains(&days)) {
                let said = format!("office_days.{name}: expected a number of days from 1 to {most}");
                return Err(Wrong::new(&["office_days", name], said));
            }
        }
        if !(0..=23).contains(&self.mail_hour) {
            let said = format!("office_days.mail_hour: {} is not an hour from 0 to 23", self.mail_hour);
            return Err(Wrong::new(&["office_days", "mail_hour"], said));
        }
        Ok(self)
    }

    const fn of(&self, step: AwaitedStep) -> Option<u32> {
        match step {
            AwaitedStep::Acknowledgement
            | AwaitedStep::Answer
            | AwaitedStep::Decision
            | AwaitedStep::Clarification
            | AwaitedStep::PromisedAct
            | AwaitedStep::WrittenGrounds => self.review,
            AwaitedStep::Payment => self.payment,
            AwaitedStep::InvestigationEnd => self.active,
            AwaitedStep::Court => self.court,
            AwaitedStep::OrderVerification => self.verification,
            AwaitedStep::Redaction => self.redaction,
            AwaitedStep::PeopleShown => self.people_shown,
            AwaitedStep::Delivery => self.delivery,
            AwaitedStep::CourtMatter | AwaitedStep::Nothing => None,
        }
    }
}

impl Profile {
    /// The day that the office sets itself for a step that began on a day, in working days of the custodian's calendar; `None`
    /// where it sets none.
    pub(crate) fn office_day(&self, step: AwaitedStep, since: Date) -> Option<Date> {
        let length = Span::BusinessDays(self.office_days.of(step)?);
        let rule = super::Rule {
            length,
            ..self.clocks.act.clone()
        };
        let calendar = rule.calendar.as_deref().and_then(|key| self.calendar(key));
        Some(reckon::reckon(&rule, calendar, since, &[]).0)
    }
}
