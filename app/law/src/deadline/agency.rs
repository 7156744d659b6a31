//! An agency's days: what its profile makes of a rule, an instant, or the day of a recording.

use jiff::{SignedDuration, tz::TimeZone};

use super::{Deadline, Reading, Span, reckon};
use crate::{
    Date, DateTime,
    calendar::Closure,
    hold::HeldTime,
    profile::{DeadlineError, DutyReading, Profile, Rule},
};

impl Profile {
    /// The deadline that a rule gives from a start, with its work. `start` is a day or an instant.
    ///
    /// # Errors
    /// When the rule is unknown or the start is no day.
    pub fn deadline(&self, rule: &str, start: &str, closures: &[Closure]) -> Result<Deadline, DeadlineError> {
        let rule = self
            .rule(rule)
            .ok_or_else(|| DeadlineError::UnknownRule(rule.chars().take(60).collect()))?;
        let (day, local) = reckon::start(start, &rule.zone)?;
        let mut deadline = self.reckon(rule, day, closures);
        if let Some(step) = local {
            deadline.work.insert(0, step);
        }
        Ok(deadline)
    }

    /// Last day on which unheld footage of this day is kept (elapsed days, no roll).
    pub fn kept_until(&self, recorded: Date) -> Date {
        reckon::after(recorded, Span::Days(self.keep_days)).0
    }

    /// Its time zone.
    pub fn time_zone(&self) -> TimeZone {
        // `parse` refuses an unknown zone, so UTC never stands in for one.
        TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC)
    }

    /// The day that an instant falls on in the agency's time zone.
    pub fn local_day(&self, instant: jiff::Timestamp) -> Date {
        // `parse` refuses an unknown zone, so UTC never stands in for one.
        reckon::local_day(instant, &self.zone).unwrap_or_else(|| instant.to_zoned(TimeZone::UTC).date())
    }

    /// What is held for whoever asks about this time on a local clock.
    pub fn held_time(&self, from: DateTime, to: DateTime) -> HeldTime {
        let margin = SignedDuration::from_mins(i64::from(self.hold_margin_minutes));
        HeldTime::around(from, to, &self.time_zone(), margin)
    }

    /// The deadline of one of this profile's rules from a day.
    pub(crate) fn reckon(&self, rule: &Rule, start: Date, closures: &[Closure]) -> Deadline {
        let calendar = rule.calendar.as_deref().and_then(|key| self.calendar(key));
        let (date, work) = reckon::reckon(rule, calendar, start, closures);
        let other = rule.other.as_deref().and_then(|name| self.rule(name)).map(|other| {
            let calendar = other.calendar.as_deref().and_then(|key| self.calendar(key));
            let (date, _) = reckon::reckon(other, calendar, start, closures);
            Reading {
                rule: other.name.clone(),
                section: other.section.clone(),
                date,
            }
        });
        Deadline {
            rule: rule.name.clone(),
            section: rule.section.clone(),
            start,
            date,
            work,
            calendar: calendar.map_or_else(|| "elapsed days".to_owned(), |calendar| calendar.version.clone()),
            other,
        }
    }

    /// The later of the days that a rule and its other reading give, without their work: what counts
    /// where a rule protects a person (README.md (f) 3).
    pub(crate) fn protects_until(&self, rule: &Rule, start: Date, closures: &[Closure]) -> Date {
        let other = rule.other.as_deref().and_then(|name| self.rule(name));
        let day = |rule: &Rule| {
            let calendar = rule.calendar.as_deref().and_then(|key| self.calendar(key));
            reckon::reckon(rule, calendar, start, closures).0
        };
        other.map_or_else(|| day(rule), |other| day(rule).max(day(other)))
    }

    /// The day that binds the agency, and the other defensible day where it differs.
    pub(crate) fn duty(&self, deadline: &Deadline) -> (Date, Option<Date>) {
        let Some(other) = deadline
            .other
            .as_ref()
            .map(|other| other.date)
            .filter(|other| *other != deadline.date)
        else {
            return (deadline.date, None);
        };
        let (earlier, later) = (other.min(deadline.date), other.max(deadline.date));
        match self.duty_reading {
            DutyReading::Earlier => (earlier, Some(later)),
            DutyReading::Later => (later, Some(earlier)),
        }
    }
}
