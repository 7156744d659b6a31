//! Working a day out, step by step.

use jiff::{Timestamp, ToSpan, civil::Weekday, tz::TimeZone};

use super::{DayOff, Span, Step};
use crate::{
    Date,
    calendar::{Calendar, Closure},
    profile::{DayOffRule, DeadlineError, Names, Rule},
};

/// Days that may be given as a start: years 1900 to 2199.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// Reads a start: a day, or an instant that becomes a day in a time zone, with that step.
pub fn start(text: &str, zone: &str) -> Result<(Date, Option<Step>), DeadlineError> {
    let bad = || DeadlineError::BadStart(text.chars().take(60).collect());
    let (on, step) = if let Some(on) = day(text) {
        (on, None)
    } else {
        let instant: Timestamp = text.parse().map_err(|_| bad())?;
        let on = local_day(instant, zone).ok_or_else(bad)?;
        (
            on,
            Some(Step::LocalDay {
                on,
                zone: zone.to_owned(),
            }),
        )
    };
    if YEARS.contains(&on.year()) {
        Ok((on, step))
    } else {
        Err(bad())
    }
}

/// The day that an instant falls on in a time zone; `None` if the zone is unknown.
pub fn local_day(instant: Timestamp, zone: &str) -> Option<Date> {
    let zone = TimeZone::get(zone).ok()?;
    Some(instant.to_zoned(zone).date())
}

/// `YYYY-MM-DD`, nothing shorter, longer or otherwise.
fn day(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| {
            if at == 4 || at == 7 {
                *byte == b'-'
            } else {
                byte.is_ascii_digit()
            }
        });
    if shaped { text.parse().ok() } else { None }
}

/// The steps from a start to the day that a rule names.
pub fn reckon(rule: &Rule, calendar: Option<&Calendar>, start: Date, closures: &[Closure]) -> (Date, Vec<Step>) {
    let mut way = NoticeEffect {
        at: start,
        work: Vec::new(),
        calendar,
        closures,
    };
    if rule.calendar.is_some() || rule.roll != DayOffRule::None {
        way.work.push(Step::FirstDayExcluded { on: start });
    }
    match rule.length {
        Span::BusinessDays(days) => way.count(days),
        Span::Days(days) if days < 7 && rule.roll == DayOffRule::Rule4401 => way.count(days),
        length => way.add(length),
    }
    match rule.roll {
        DayOffRule::None => {}
        DayOffRule::Sunday => way.roll_sunday(),
        DayOffRule::Rule4401 => way.roll(),
    }
    if rule.names == Names::DayAfter {
        way.at = next(way.at);
        way.work.push(Step::DayAfter { on: way.at });
    }
    (way.at, way.work)
}

/// The day after; the calendar's last day stays.
pub fn next(on: Date) -> Date {
    on.saturating_add(1.day())
}

/// The day a length after another, and whether a month without such a day cut it short.
pub fn after(on: Date, length: Span) -> (Date, bool) {
    match length {
        Span::BusinessDays(days) | Span::Days(days) => (on.saturating_add(i64::from(days).min(MOST).days()), false),
        Span::Months(months) => clamped(on, on.saturating_add(i64::from(months).min(MOST).months())),
        Span::Years(years) => clamped(on, on.saturating_add(i64::from(years).min(MOST / 366).years())),
    }
}

/// No rule runs longer than this many days; it keeps every sum within the calendar's range.
const MOST: i64 = 36_600;

fn clamped(on: Date, to: Date) -> (Date, bool) {
    (to, to.day() != on.day())
}

/// A day on its way from the start to the result.
struct NoticeEffect<'a> {
    at: Date,
    work: Vec<Step>,
    calendar: Option<&'a Calendar>,
    closures: &'a [Closure],
}

impl NoticeEffect<'_> {
    fn off(&self) -> Option<DayOff> {
        self.calendar
            .and_then(|calendar| calendar.day_off(self.at, self.closures))
    }

    /// Counts days that are not off; those that are, are passed over.
    fn count(&mut self, days: u32) {
        let mut number = 0;
        while number < days && self.at < Date::MAX {
            self.at = next(self.at);
            let on = self.at;
            self.work.push(if let Some(why) = self.off() {
                Step::Skipped { on, why }
            } else {
                number += 1;
                Step::Counted { on, number }
            });
        }
    }

    fn add(&mut self, span: Span) {
        let (to, clamped) = after(self.at, span);
        self.at = to;
        self.work.push(Step::Added { span, to, clamped });
    }

    fn roll(&mut self) {
        while self.at < Date::MAX
            && let Some(why) = self.off()
        {
            self.leave(why);
        }
    }

    /// RSMo 1.040: "if the last day be Sunday it shall be excluded".
    fn roll_sunday(&mut self) {
        if self.at.weekday() == Weekday::Sunday {
            self.leave(DayOff::Sunday);
        }
    }

    fn leave(&mut self, why: DayOff) {
        self.work.push(Step::Rolled { from: self.at, why });
        self.at = next(self.at);
    }
}
