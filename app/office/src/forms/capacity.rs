//! Capacities: entering one, keeping its proof, ending it.

use law::{
    Date,
    capacity::{CapacityKind, CapacityProof, ProofShown},
};
use serde::{Deserialize, Serialize};

use super::field;
use crate::{Errors, Problem};

/// What the forms do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CapacityActKind {
    /// Enters a capacity.
    Enter,
    /// Keeps what proves one.
    Verify,
    /// Ends one.
    End,
}

impl CapacityActKind {
    /// Its key, as the forms carry it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Enter => "enter",
            Self::Verify => "verify",
            Self::End => "end",
        }
    }

    /// The one with this key, if any.
    pub fn parse(key: &str) -> Option<Self> {
        [Self::Enter, Self::Verify, Self::End]
            .into_iter()
            .find(|kind| kind.key() == key)
    }
}

/// The forms at `/staff/people/{id}/capacities` and `/staff/requests/{number}/capacities`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct CapacityForm {
    /// Key of the [`CapacityActKind`].
    pub act: String,
    /// Of [`CapacityActKind::Verify`] and [`CapacityActKind::End`]: which entry.
    pub entry: String,
    pub capacity: String,
    pub name: String,
    pub from_day: String,
    pub until_day: String,
    /// The entry that is corrected; empty for none.
    pub corrects: String,
    pub proof: String,
    pub shown: String,
    /// `yes`, where whoever acts showed who they are.
    pub identity: Vec<String>,
    pub proof_note: String,
    /// The day on which it was verified, or ended.
    pub on: String,
    pub reason: String,
}

echo!(CapacityForm {
    entry,
    capacity,
    name,
    from_day,
    until_day,
    proof,
    shown,
    proof_note,
    on,
    reason
});

/// What proves a capacity, as it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenProof {
    /// What it is.
    pub proof: CapacityProof,
    /// How it was seen.
    pub shown: ProofShown,
    /// Whether whoever acts showed who they are.
    pub identity_shown: bool,
    /// The day on which it was verified.
    pub on: Date,
    /// For example where the paper is; may be empty.
    pub note: String,
}

/// A capacity to be entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCapacity {
    /// Which.
    pub kind: CapacityKind,
    /// Who acts.
    pub name: String,
    /// Its first day.
    pub from: Date,
    /// Its last day, where it has one.
    pub until: Option<Date>,
    /// The entry in whose place it stands, and why.
    pub corrects: Option<(String, String)>,
}

/// What is done to a capacity that was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CapacityAct {
    /// Its proof was seen and verified.
    Verify(SeenProof),
    /// It ended.
    End {
        /// The first day on which it stands no more.
        on: Date,
        /// Why.
        reason: String,
    },
}

impl CapacityForm {
    /// What is done.
    pub fn kind(&self) -> Option<CapacityActKind> {
        CapacityActKind::parse(&self.act)
    }

    /// Reads a capacity to be entered.
    ///
    /// # Errors
    /// Every problem, each at its field.
    pub fn new_capacity(&self) -> Result<NewCapacity, Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        let kind = field::required_choice(e, "capacity", &self.capacity, CapacityKind::parse);
        let name = field::line(e, "name", &self.name, 200);
        if name.is_empty() {
            e.add("name", Problem::Missing);
        }
        let from = field::required_date(e, "from_day", &self.from_day);
        let until = field::date(e, "until_day", &self.until_day);
        field::in_order(e, from, "until_day", until);
        let corrects = self.corrects.trim();
        let corrects = (!corrects.is_empty()).then(|| {
            let reason = field::required(e, "reason", &self.reason, 1000);
            (corrects.to_owned(), reason)
        });
        match (kind, from) {
            (Some(kind), Some(from)) if errors.is_empty() => Ok(NewCapacity {
                kind,
                name,
                from,
                until,
                corrects,
            }),
            _ => Err(errors),
        }
    }

    /// Reads what is done to an entry, and to which.
    ///
    /// # Errors
    /// Every problem, each at its field.
    pub fn on_entry(&self) -> Result<(String, CapacityAct), Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        let entry = field::line(e, "entry", &self.entry, 60);
        if entry.is_empty() {
            e.add("entry", Problem::Missing);
        }
        let on = field::required_date(e, "on", &self.on);
        let act = if self.kind() == Some(CapacityActKind::End) {
            let reason = field::required(e, "reason", &self.reason, 1000);
            on.map(|on| CapacityAct::End { on, reason })
        } else {
            let proof = field::required_choice(e, "proof", &self.proof, CapacityProof::parse);
            let shown = field::required_choice(e, "shown", &self.shown, ProofShown::parse);
            let note = field::text(e, "proof_note", &self.proof_note, 500);
            if shown == Some(ProofShown::Paper) && note.is_empty() {
                e.add("proof_note", Problem::Missing);
            }
            let identity_shown = self.identity.iter().any(|ticked| ticked == "yes");
            match (proof, shown, on) {
                (Some(proof), Some(shown), Some(on)) => Some(CapacityAct::Verify(SeenProof {
                    proof,
                    shown,
                    identity_shown,
                    on,
                    note,
                })),
                _ => None,
            }
        };
        match act {
            Some(act) if errors.is_empty() => Ok((entry, act)),
            _ => Err(errors),
        }
    }
}
