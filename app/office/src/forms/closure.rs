//! A day on which office or court was closed.

use law::calendar::{CalendarOwner, Closure};
use serde::{Deserialize, Serialize};

use super::field;
use crate::{Errors, Problem};

/// The form at `/staff/calendar`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct ClosureForm {
    /// Empty to enter one, `take_back` to take one back.
    pub act: String,
    pub office: String,
    pub on: String,
    pub reason: String,
}

echo!(ClosureForm { office, on, reason });

/// The form at `/staff/requests/{number}/erase`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct EraseForm {
    pub reason: String,
}

echo!(EraseForm { reason });

impl EraseForm {
    /// The reason.
    ///
    /// # Errors
    /// On the field `reason`.
    pub fn check(&self) -> Result<String, Errors> {
        let mut errors = Errors::default();
        let reason = field::required(&mut errors, "reason", &self.reason, 500);
        if errors.is_empty() { Ok(reason) } else { Err(errors) }
    }
}

impl ClosureForm {
    /// Reads the form.
    ///
    /// # Errors
    /// Every problem.
    pub fn check(&self) -> Result<Closure, Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        let office = match self.office.as_str() {
            "custodian" => Some(CalendarOwner::Custodian),
            "court" => Some(CalendarOwner::Court),
            _ => None,
        };
        if office.is_none() {
            e.add("office", Problem::UnknownChoice);
        }
        let on = field::required_date(e, "on", &self.on);
        let reason = field::required(e, "reason", &self.reason, 200);
        match (office, on) {
            (Some(office), Some(on)) if errors.is_empty() => Ok(Closure { office, on, reason }),
            _ => Err(errors),
        }
    }
}
