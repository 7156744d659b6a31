//! The search of the public log, as its address holds it.

use std::num::IntErrorKind;

use law::{
    profile::Profile,
    request::{Stage, Track},
};
use serde::{Deserialize, Serialize};
use statistics::Month;

use super::field;
use crate::{Errors, Problem, views::LogFilter};

/// Longest search, in characters.
const Q_MAX: usize = 100;

/// The values of the address; what is not there is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct LogForm {
    pub q: String,
    pub status: String,
    pub month: String,
    pub track: String,
    pub division: String,
    pub page: String,
}

impl LogForm {
    /// What was typed, in the order of the form and without the page.
    pub fn given(&self) -> Vec<(&'static str, &str)> {
        let values = [
            ("q", &self.q),
            ("status", &self.status),
            ("month", &self.month),
            ("track", &self.track),
            ("division", &self.division),
        ];
        let typed = values.map(|(name, value)| (name, value.trim()));
        typed.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// Reads what part of the log is wanted.
    ///
    /// # Errors
    /// Every value that names nothing. A page past the end is none of them: only the log knows its end.
    pub fn check(&self, profile: &Profile) -> Result<LogFilter, Errors> {
        let mut errors = Errors::default();
        let division = |typed: &str| profile.divisions.iter().find(|division| division.key == typed);
        let filter = LogFilter {
            q: field::line(&mut errors, "q", &self.q, Q_MAX),
            status: field::choice(&mut errors, "status", &self.status, Stage::parse),
            month: month(&mut errors, &self.month),
            track: field::choice(&mut errors, "track", &self.track, Track::parse),
            division: field::choice(&mut errors, "division", &self.division, |typed| {
                division(typed).map(|division| division.key.clone())
            }),
            page: page(&mut errors, &self.page),
        };
        if errors.is_empty() { Ok(filter) } else { Err(errors) }
    }
}

/// A month `YYYY-MM`; empty is `None`.
fn month(errors: &mut Errors, typed: &str) -> Option<Month> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let month = (typed.len() == 7).then(|| typed.parse().ok()).flatten();
    if month.is_none() {
        errors.add("month", Problem::NotAMonth);
    }
    month
}

/// A page from 1; none given is the first, and a number too large for any log is a page past its end.
pub(super) fn page(errors: &mut Errors, typed: &str) -> u32 {
    let typed = typed.trim();
    if typed.is_empty() {
        return 1;
    }
    let page = match typed.parse::<u32>() {
        Err(error) if *error.kind() == IntErrorKind::PosOverflow => u32::MAX,
        read => read.unwrap_or(0),
    };
    if page == 0 {
        errors.add("page", Problem::NotAPage);
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(field: &str, value: &str) -> Result<LogFilter, Errors> {
        let mut form = LogForm::default();
        let place = match field {
            "q" => &mut form.q,
            "status" => &mut form.status,
            "month" => &mut form.month,
            "track" => &mut form.track,
            "division" => &mut form.division,
            _ => &mut form.page,
        };
        value.clone_into(place);
        form.check(&Profile::built_in("kansas-city-mo").expect("the profile"))
    }

    #[test]
    fn nothing_typed_is_the_first_page_of_everything() {
        let all = checked("page", "").expect("a filter");
        assert_eq!(
            all,
            LogFilter {
                page: 1,
                ..LogFilter::default()
            }
        );
    }

    #[test]
    fn what_names_nothing_is_told_at_its_field() {
        for (field, value, problem) in [
            ("status", "gone", Problem::UnknownChoice),
            ("track", "nobody", Problem::UnknownChoice),
            ("division", "atlantis", Problem::UnknownChoice),
            ("month", "2026-13", Problem::NotAMonth),
            ("month", "2026-00", Problem::NotAMonth),
            ("month", "2026-2", Problem::NotAMonth),
            ("month", "2026-02-01", Problem::NotAMonth),
            ("month", "Februar", Problem::NotAMonth),
            ("page", "abc", Problem::NotAPage),
            ("page", "0", Problem::NotAPage),
            ("page", "-1", Problem::NotAPage),
            ("page", "1.5", Problem::NotAPage),
            ("q", &"a".repeat(101), Problem::TooLong { max: 100 }),
        ] {
            assert_eq!(
                checked(field, value),
                Err(Errors::one(field, problem)),
                "{field}={value}"
            );
        }
    }

    #[test]
    fn a_page_larger_than_any_number_is_past_the_end_and_no_mistake() {
        for (typed, page) in [
            (" 7 ", 7),
            ("1000000000", 1_000_000_000),
            ("99999999999999999999", u32::MAX),
        ] {
            assert_eq!(checked("page", typed).map(|filter| filter.page), Ok(page), "{typed}");
        }
    }

    #[test]
    fn a_month_is_read_as_it_is_written() {
        let month = checked("month", " 2026-02 ").expect("a filter").month;
        assert_eq!(month, Some(Month { year: 2026, month: 2 }));
    }
}
