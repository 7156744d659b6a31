//! Months and periods.

use std::{fmt, str::FromStr};

use law::Date;

use crate::count::BadCount;

/// A month of a year, for example `2026-02`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    /// The year.
    pub year: i16,
    /// From 1 to 12.
    pub month: i8,
}

impl Month {
    /// The month that a day lies in.
    pub fn of(day: Date) -> Self {
        Self {
            year: day.year(),
            month: day.month(),
        }
    }

    /// The month after it.
    #[must_use]
    pub const fn next(self) -> Self {
        if self.month >= 12 {
            Self {
                year: self.year + 1,
                month: 1,
            }
        } else {
            Self {
                month: self.month + 1,
                ..self
            }
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = BadCount;

    fn from_str(text: &str) -> Result<Self, BadCount> {
        let first: Date = format!("{text}-01").parse().map_err(|_| BadCount(text.to_owned()))?;
        Ok(Self::of(first))
    }
}

/// What a figure is about: one calendar year, or everything since the portal opened.
///
/// Publish one or the other, not both: years leave no overlap that would give a hidden count away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Period {
    /// A calendar year.
    Year(i16),
    /// Since the portal opened.
    All,
}

impl Period {
    /// Whether a year belongs to it.
    pub const fn has(self, year: i16) -> bool {
        match self {
            Self::Year(one) => one == year,
            Self::All => true,
        }
    }
}

/// Whole days from one day to another; none when the other comes first.
pub fn days(from: Date, to: Date) -> u32 {
    let hours = from.duration_until(to).as_hours();
    u32::try_from(hours / 24).unwrap_or(0)
}
