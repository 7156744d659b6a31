//! The days a person has: from receipt to the last day, and the first day after.

use serde::{Deserialize, Serialize};

use super::{NoticeKind, ProofKind, ReleaseBar, ReleaseReason};
use crate::{
    Date,
    deadline::{Deadline, reckon::next},
    profile::Rule,
    request_state::Rules,
};

/// The days a person has to answer, and to file and serve an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// Day of receipt, from which it is counted.
    pub received: Date,
    /// What proves the receipt.
    pub proof: ProofKind,
    /// The last day.
    pub last_day: Date,
    /// First day on which release or display is lawful, if nothing else stands in the way.
    pub opens_on: Date,
}

impl Window {
    /// The window from a day of receipt. Of two defensible readings the later counts, for it is a
    /// protection (README.md (f) 3); a closure of the court extends it.
    ///
    /// # Errors
    /// [`ReleaseReason::RuleMissing`].
    pub fn reckon(kind: NoticeKind, received: Date, proof: ProofKind, rules: Rules<'_>) -> Result<Self, ReleaseBar> {
        let until = |rule| {
            Ok(rules
                .profile
                .protects_until(find(kind, rule, rules)?, received, rules.closures))
        };
        let last_day = until(kind.rule())?;
        let display = match kind.display_rule() {
            Some(rule) => until(rule)?,
            None => next(last_day),
        };
        Ok(Self {
            received,
            proof,
            last_day,
            opens_on: display.max(next(last_day)),
        })
    }

    /// The same window under rules as they are now; never shorter than it was.
    ///
    /// # Errors
    /// As [`Self::reckon`].
    pub fn recount(self, kind: NoticeKind, rules: Rules<'_>) -> Result<Self, ReleaseBar> {
        let anew = Self::reckon(kind, self.received, self.proof, rules)?;
        Ok(Self {
            last_day: anew.last_day.max(self.last_day),
            opens_on: anew.opens_on.max(self.opens_on),
            ..self
        })
    }

    /// How many days are left, today and the last day included; none once it is over.
    pub fn days_left(&self, today: Date) -> u32 {
        let after_today = today.until(self.last_day).map_or(0, |span| span.get_days());
        u32::try_from(after_today + 1).unwrap_or(0)
    }

    /// Whether the person still has days.
    pub fn is_open(&self, today: Date) -> bool {
        today < self.opens_on
    }
}

impl NoticeKind {
    /// The last day with its work, as the page shows it.
    ///
    /// # Errors
    /// [`ReleaseReason::RuleMissing`] when the profile lacks the rule.
    pub fn deadline(self, received: Date, rules: Rules<'_>) -> Result<Deadline, ReleaseBar> {
        let rule = find(self, self.rule(), rules)?;
        Ok(rules.profile.reckon(rule, received, rules.closures))
    }
}

fn find<'a>(kind: NoticeKind, rule: &str, rules: Rules<'a>) -> Result<&'a Rule, ReleaseBar> {
    match rules.profile.rule(rule) {
        Some(rule) => Ok(rule),
        None => ReleaseReason::RuleMissing { rule: rule.to_owned() }.at(kind.section()),
    }
}
