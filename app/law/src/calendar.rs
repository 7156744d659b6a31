//! Which days an office or a court is open: dated tables of holidays, and ad-hoc closures.

use serde::{Deserialize, Serialize};

use crate::{Date, deadline::DayOff};
use jiff::civil::Weekday;

mod holiday;

pub use holiday::{Holiday, Recurrence};

/// Whose calendar (README.md (f) 4: they are separate).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CalendarOwner {
    /// The records custodian's office.
    Custodian,
    /// The circuit court.
    Court,
}

crate::keys::keyed!(CalendarOwner {
    Custodian => "custodian",
    Court => "court",
});

/// A day on which an office was closed beside its legal holidays, entered by an administrator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    /// Whose office.
    pub office: CalendarOwner,
    /// The day.
    pub on: Date,
    /// Why, in the words entered (1 to 200 characters).
    pub reason: String,
}

/// A calendar of a profile: which days are off, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Its key in the profile, for example `state_office`.
    pub key: String,
    /// The law and the day its table is current to, for example `mo-9.010 (2022-08-28)`.
    pub version: String,
    /// Whose ad-hoc closures it heeds; none for a calendar of legal holidays alone.
    pub office: Option<CalendarOwner>,
    /// The holidays, each with the days between which the law knows it.
    pub holidays: Vec<Holiday>,
    /// Whether a holiday on a Sunday is kept on the Monday after (RSMo 9.010).
    pub sunday_to_monday: bool,
    /// Whether a holiday on a Saturday is kept on the Friday before (practice of state offices).
    pub saturday_to_friday: bool,
    /// Closures that the profile itself knows, with the reason.
    pub closed: Vec<(Date, String)>,
}

impl Calendar {
    /// Why a day is off on this calendar; `None` when it is open.
    pub fn day_off(&self, on: Date, closures: &[Closure]) -> Option<DayOff> {
        match on.weekday() {
            Weekday::Saturday => Some(DayOff::Saturday),
            Weekday::Sunday => Some(DayOff::Sunday),
            _ => self.holiday(on).or_else(|| self.closure(on, closures)),
        }
    }

    fn holiday(&self, on: Date) -> Option<DayOff> {
        let kept = |holiday: &&Holiday| holiday.falls(on);
        let named = |holiday: &Holiday, observed| DayOff::Holiday {
            name: holiday.key.clone(),
            observed,
        };
        let moved = self.moved_from(on);
        let itself = self.holidays.iter().find(kept).map(|holiday| named(holiday, false));
        itself.or_else(|| {
            let before = moved?;
            self.holidays
                .iter()
                .find(|holiday| holiday.falls(before))
                .map(|holiday| named(holiday, true))
        })
    }

    /// The weekend day whose holiday would be kept on this day.
    fn moved_from(&self, on: Date) -> Option<Date> {
        match on.weekday() {
            Weekday::Monday if self.sunday_to_monday => on.yesterday().ok(),
            Weekday::Friday if self.saturday_to_friday => on.tomorrow().ok(),
            _ => None,
        }
    }

    fn closure(&self, on: Date, closures: &[Closure]) -> Option<DayOff> {
        let known = self.closed.iter().find(|(day, _)| *day == on).map(|(_, reason)| reason);
        let entered = || {
            closures
                .iter()
                .find(|closure| Some(closure.office) == self.office && closure.on == on)
                .map(|c| &c.reason)
        };
        known
            .or_else(entered)
            .map(|reason| DayOff::Closure { reason: reason.clone() })
    }
}
