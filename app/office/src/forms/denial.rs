//! A denial in part as it is typed: what is withheld, row by row.

use law::{
    bar::Section,
    denial::{GivenPart, Withheld, WithheldPart},
    request::Act,
};

use super::{ActForm, TEXT_MAX, field};
use crate::{Errors, Problem};

/// So many rows a new form has.
pub const WITHHELD_ROWS: usize = 3;

/// More than so many are not taken.
const MOST: usize = 30;

/// One thing that is withheld, with the plain sentence to whoever filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithheldWords {
    /// Its row in the form, from 1.
    pub row: usize,
    /// What, and under which provision.
    pub part: Withheld,
    /// Why, in one plain sentence.
    pub why: String,
}

/// The private words of a denial in part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InPart {
    /// What is given, in plain words.
    pub given: String,
    /// What is withheld.
    pub withheld: Vec<WithheldWords>,
}

/// The name of a field of a row, from 1, as errors and ids have it: names of fields repeat with each row.
pub fn row_field(name: &str, row: usize) -> String {
    format!("{name}-{row}")
}

impl ActForm {
    /// Rows that the form shows: those that came, at least a new form's.
    pub fn withheld_rows(&self) -> usize {
        let came = [&self.withheld_what, &self.withheld_provision, &self.withheld_why].map(Vec::len);
        came.into_iter().max().unwrap_or_default().clamp(WITHHELD_ROWS, MOST)
    }

    /// The same form with one more row.
    #[must_use]
    pub fn with_another_row(mut self) -> Self {
        let rows = (self.withheld_rows() + 1).min(MOST);
        for column in [
            &mut self.withheld_what,
            &mut self.withheld_provision,
            &mut self.withheld_why,
        ] {
            column.resize(rows, String::new());
        }
        self.more.clear();
        self
    }

    /// What is given and withheld; rows that are empty are passed over, and there is at least one that is not.
    pub(super) fn in_part(&self, e: &mut Errors) -> InPart {
        let given = field::required(e, "given_words", &self.given_words, TEXT_MAX);
        let mut withheld = Vec::new();
        let cell = |column: &[String], row: usize| column.get(row).map(|typed| typed.trim().to_owned());
        let mut rows = 0;
        for row in 0..self.withheld_rows() {
            let what = cell(&self.withheld_what, row).unwrap_or_default();
            let cited = cell(&self.withheld_provision, row).unwrap_or_default();
            let why = cell(&self.withheld_why, row).unwrap_or_default();
            if [&what, &cited, &why].iter().all(|typed| typed.is_empty()) {
                continue;
            }
            rows += 1;
            let name = |name| row_field(name, row + 1);
            let what = field::required_choice(e, &name("withheld_what"), &what, WithheldPart::parse);
            let cited = field::required(e, &name("withheld_provision"), &cited, 120);
            let why = field::required(e, &name("withheld_why"), &why, TEXT_MAX);
            let provision = Section::parse(&cited);
            if provision.is_none() && !cited.is_empty() {
                e.add(&name("withheld_provision"), Problem::ProvisionNotListed);
            }
            if let (Some(what), Some(provision)) = (what, provision) {
                withheld.push(WithheldWords {
                    row: row + 1,
                    part: Withheld { what, provision },
                    why,
                });
            }
        }
        if rows == 0 {
            e.add(&row_field("withheld_what", 1), Problem::Missing);
        }
        InPart { given, withheld }
    }

    pub(super) fn deny_in_part(&self, e: &mut Errors) -> Option<Act> {
        let given = field::required_choice(e, "given", &self.given, GivenPart::parse);
        let parts = self.in_part(&mut Errors::default());
        Some(Act::DenyInPart {
            given: given?,
            withheld: parts.withheld.into_iter().map(|row| row.part).collect(),
        })
    }
}
