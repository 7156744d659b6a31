//! One legal holiday: when it recurs and since when the law knows it.

use jiff::civil::Weekday;

use crate::Date;

/// A legal holiday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// The key that the words know it by, for example `juneteenth`.
    pub key: String,
    /// When it recurs.
    pub on: Recurrence,
    /// First day on which the law knows it; earlier holidays of this name do not count.
    pub from: Option<Date>,
    /// Last day on which the law knows it.
    pub until: Option<Date>,
}

/// When a holiday recurs in each year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recurrence {
    /// On a day of a month, for example July 4.
    Fixed {
        /// Month, 1 to 12.
        month: i8,
        /// Day, 1 to 31.
        day: i8,
    },
    /// On the nth such weekday of a month, for example the third Monday of January.
    Nth {
        /// 1 to 4.
        nth: i8,
        /// Which weekday.
        weekday: Weekday,
        /// Month, 1 to 12.
        month: i8,
    },
    /// On the last such weekday of a month, for example the last Monday of May.
    Last {
        /// Which weekday.
        weekday: Weekday,
        /// Month, 1 to 12.
        month: i8,
    },
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];

impl Holiday {
    /// Whether it falls on this very day (before any move off a weekend).
    pub fn falls(&self, on: Date) -> bool {
        let known = self.from.is_none_or(|from| on >= from) && self.until.is_none_or(|until| on <= until);
        known && self.on.falls(on)
    }
}

impl Recurrence {
    /// Reads `July 4`, `third Monday of January` or `last Monday of May`.
    pub fn parse(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split(' ').collect();
        match *words.as_slice() {
            [month, day] => {
                let (month, day) = (number(&MONTHS, month)?, day.parse().ok()?);
                // 2000 was a leap year, so February 29 is accepted.
                Date::new(2000, month, day).ok().map(|_| Self::Fixed { month, day })
            }
            [nth, weekday, "of", month] => {
                let weekday = Weekday::from_monday_one_offset(number(&WEEKDAYS, weekday)?).ok()?;
                let month = number(&MONTHS, month)?;
                if nth == "last" {
                    return Some(Self::Last { weekday, month });
                }
                Some(Self::Nth {
                    nth: number(&ORDINALS, nth)?,
                    weekday,
                    month,
                })
            }
            _ => None,
        }
    }

    fn falls(self, on: Date) -> bool {
        match self {
            Self::Fixed { month, day } => on.month() == month && on.day() == day,
            Self::Nth { nth, weekday, month } => {
                on.month() == month && on.weekday() == weekday && (on.day() - 1) / 7 + 1 == nth
            }
            Self::Last { weekday, month } => {
                on.month() == month && on.weekday() == weekday && on.day() + 7 > on.days_in_month()
            }
        }
    }
}

/// Place of a word in a list, from 1.
fn number(words: &[&str], word: &str) -> Option<i8> {
    let place = words.iter().position(|known| *known == word)?;
    i8::try_from(place + 1).ok()
}
