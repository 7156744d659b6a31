//! A coverage sheet as it is typed: a row for each camera that was expected.

use law::{
    coverage::{CoverageLine, GapReason},
    request::Media,
};
use serde::{Deserialize, Serialize};

use super::{TEXT_MAX, field, row_field};
use crate::{Errors, Problem};

/// So many rows a new form has.
const ROWS: usize = 4;

/// More than so many are not taken.
const MOST: usize = 60;

/// A coverage sheet as typed, a column for each field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct CoverageForm {
    pub who: Vec<String>,
    pub camera: Vec<String>,
    pub found: Vec<String>,
    pub gap: Vec<String>,
    pub why: Vec<String>,
    /// Pressed to get more rows, not to send.
    pub more: String,
}

echo!(CoverageForm {} rows { who, camera, found, gap, why });

impl CoverageForm {
    /// A form with these lines, and rows to add others.
    pub fn of(lines: &[CoverageLine]) -> Self {
        let column = |cell: fn(&CoverageLine) -> String| lines.iter().map(cell).collect();
        Self {
            who: column(|line| line.who.clone()),
            camera: column(|line| line.camera.key().to_owned()),
            found: column(|line| line.found.clone().unwrap_or_default()),
            gap: column(|line| line.gap.map(GapReason::key).unwrap_or_default().to_owned()),
            why: column(|line| line.why.clone()),
            more: String::new(),
        }
    }

    /// Rows that the form shows.
    pub fn rows(&self) -> usize {
        self.who.len().clamp(ROWS, MOST)
    }

    /// The same form with more rows.
    #[must_use]
    pub fn longer(mut self) -> Self {
        let rows = (self.rows() + 2).min(MOST);
        for column in [
            &mut self.who,
            &mut self.camera,
            &mut self.found,
            &mut self.gap,
            &mut self.why,
        ] {
            column.resize(rows, String::new());
        }
        self.more.clear();
        self
    }

    /// The cameras that were expected; rows that are empty are passed over.
    ///
    /// # Errors
    /// Every problem, each at its field.
    pub fn check(&self) -> Result<Vec<CoverageLine>, Errors> {
        let mut errors = Errors::default();
        let mut lines = Vec::new();
        for row in 0..self.rows() {
            let cell = |column: &[String]| column.get(row).map(|typed| typed.trim().to_owned()).unwrap_or_default();
            let (who, camera, found) = (cell(&self.who), cell(&self.camera), cell(&self.found));
            let (gap, why) = (cell(&self.gap), cell(&self.why));
            if [&who, &found, &gap, &why].iter().all(|typed| typed.is_empty()) {
                continue;
            }
            let e = &mut errors;
            let name = |column| row_field(column, row + 1);
            let who = field::required(e, &name("who"), &who, 120);
            let camera = field::required_choice(e, &name("camera"), &camera, Media::parse);
            let found = field::line(e, &name("found"), &found, 120);
            let gap = match gap.as_str() {
                "" => None,
                key => {
                    let known = GapReason::parse(key);
                    if known.is_none() {
                        e.add(&name("gap"), Problem::UnknownChoice);
                    }
                    known
                }
            };
            let why = field::text(e, &name("why"), &why, TEXT_MAX);
            let found = (!found.is_empty()).then_some(found);
            if gap.is_some() && why.is_empty() {
                e.add(&name("why"), Problem::Missing);
            }
            if gap.is_none() && found.is_none() {
                e.add(&name("gap"), Problem::Missing);
            }
            if let Some(camera) = camera {
                lines.push(CoverageLine {
                    who,
                    camera,
                    found,
                    gap,
                    why,
                });
            }
        }
        if lines.is_empty() && errors.is_empty() {
            errors.add(&row_field("who", 1), Problem::Missing);
        }
        if errors.is_empty() { Ok(lines) } else { Err(errors) }
    }
}
