//! A date as well as it is known: a year, a month or a day.

use std::{fmt, str::FromStr};

use law::{Bilingual, Date, both, month_name};

/// When something happened or was said: `2020`, `2020-10` or `2021-04-22`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDate {
    first: Date,
    known: Precision,
}

/// How well a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Precision {
    Year,
    Month,
    Day,
}

/// A text that is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no date: expected a year (2021), a month (2021-04) or a day (2021-04-22)")]
pub struct BadPartialDate(pub String);

impl PartialDate {
    /// The first day that it can mean.
    pub const fn first(self) -> Date {
        self.first
    }

    /// Written out in both languages.
    pub fn words(self) -> Bilingual<String> {
        let (year, month, day) = (self.first.year(), self.first.month(), self.first.day());
        let Bilingual { en, es } = month_name(month);
        match self.known {
            Precision::Year => both(year.to_string(), year.to_string()),
            Precision::Month => both(format!("{en} {year}"), format!("{es} de {year}")),
            Precision::Day => both(format!("{en} {day}, {year}"), format!("{day} de {es} de {year}")),
        }
    }
}

impl FromStr for PartialDate {
    type Err = BadPartialDate;

    fn from_str(text: &str) -> Result<Self, BadPartialDate> {
        let (known, day) = match text.len() {
            4 => (Precision::Year, format!("{text}-01-01")),
            7 => (Precision::Month, format!("{text}-01")),
            10 => (Precision::Day, text.to_owned()),
            _ => return Err(BadPartialDate(text.to_owned())),
        };
        let first = day.parse().map_err(|_| BadPartialDate(text.to_owned()))?;
        Ok(Self { first, known })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.first.year(), self.first.month());
        match self.known {
            Precision::Year => write!(f, "{year:04}"),
            Precision::Month => write!(f, "{year:04}-{month:02}"),
            Precision::Day => write!(f, "{}", self.first),
        }
    }
}
