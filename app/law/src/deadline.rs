//! A deadline that shows its work.

use serde::{Deserialize, Serialize};

use crate::{Date, bar::Section};

mod agency;
pub(crate) mod reckon;

/// A day worked out under a rule, with every step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The rule's name, for example `MO_SUNSHINE_3BD`.
    pub rule: String,
    /// Where the rule stands.
    pub section: Section,
    /// The day from which it is counted.
    pub start: Date,
    /// The result: the day that the rule names.
    pub date: Date,
    /// How the result follows from the start, step by step.
    pub work: Vec<Step>,
    /// Version of the calendar used, for example `mo-9.010 (2022-08-28)`.
    pub calendar: String,
    /// The other defensible reading of the same duty, where there is one (README.md (f) 3); from some
    /// starts both give the same day.
    pub other: Option<Reading>,
}

impl Deadline {
    /// The result worked out again from the steps alone: what a reader does who checks the work.
    /// Equal to [`Deadline::date`] in every deadline that [`crate::profile::Profile`] gives.
    pub fn replay(&self) -> Date {
        self.work.iter().fold(self.start, |at, step| match step {
            Step::LocalDay { on, .. } | Step::FirstDayExcluded { on } => *on,
            Step::Counted { .. } | Step::Skipped { .. } | Step::Rolled { .. } | Step::DayAfter { .. } => {
                reckon::next(at)
            }
            Step::Added { span, .. } => reckon::after(at, *span).0,
        })
    }
}

/// Another defensible reading of a duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The rule that gives it.
    pub rule: String,
    /// Where it stands.
    pub section: Section,
    /// Its day.
    pub date: Date,
}

/// One step of working a day out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// The instant given falls on this day in the agency's time zone.
    LocalDay {
        /// The day there.
        on: Date,
        /// Time zone's IANA name.
        zone: String,
    },
    /// The first day is not counted (Rule 44.01(a)).
    FirstDayExcluded {
        /// The start.
        on: Date,
    },
    /// A day counted.
    Counted {
        /// The day.
        on: Date,
        /// Its number, from 1.
        number: u32,
    },
    /// A day passed over while counting.
    Skipped {
        /// The day.
        on: Date,
        /// Why it does not count.
        why: DayOff,
    },
    /// So many calendar days added at once.
    Added {
        /// The length.
        span: Span,
        /// The day reached.
        to: Date,
        /// The month has no such day, so its last day is taken (1.020(11)).
        clamped: bool,
    },
    /// The last day falls on a day off, so it moves on.
    Rolled {
        /// The day left.
        from: Date,
        /// Why.
        why: DayOff,
    },
    /// The rule names the day after the last day.
    DayAfter {
        /// That day.
        on: Date,
    },
}

/// A length of time as a rule states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "unit", content = "n", rename_all = "snake_case")]
pub enum Span {
    /// Days that the custodian's office is open.
    BusinessDays(u32),
    /// Calendar days.
    Days(u32),
    /// Calendar months.
    Months(u32),
    /// Years.
    Years(u32),
}

/// Why a day does not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "off", rename_all = "snake_case")]
pub enum DayOff {
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
    /// A legal holiday, by the key that the words know it by, for example `lincoln`.
    Holiday {
        /// Key: `new_year`, `king`, `lincoln`, `washington`, `truman`, `memorial`, `juneteenth`,
        /// `independence`, `labor`, `columbus`, `veterans`, `thanksgiving`, `christmas`.
        name: String,
        /// It fell on a Sunday (or by practice a Saturday) and is kept on this day instead.
        observed: bool,
    },
    /// The office or court was closed on this day.
    Closure {
        /// The reason entered.
        reason: String,
    },
}
