//! Verifying or refusing what waits for a second person.

use serde::{Deserialize, Serialize};

use super::field;
use crate::Errors;

/// The forms at `/staff/waiting/{id}`: `act` says which.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the forms")]
pub struct ProposalForm {
    /// Key of the [`law::proposal::ProposalActKind`].
    pub act: String,
    pub reason: String,
}

echo!(ProposalForm { reason });

impl ProposalForm {
    /// Reads why it is refused.
    ///
    /// # Errors
    /// When nothing is said, or too much.
    pub fn reason(&self) -> Result<String, Errors> {
        let mut errors = Errors::default();
        let reason = field::required(&mut errors, "reason", &self.reason, 1000);
        if errors.is_empty() { Ok(reason) } else { Err(errors) }
    }
}
