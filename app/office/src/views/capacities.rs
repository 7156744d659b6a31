//! Capacities as staff see them.

use law::{
    Date,
    capacity::{Capacity, ProofShown},
    person::Person,
};

/// A capacity as it was entered, with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapacityLine {
    /// Our id.
    pub id: String,
    /// What the law looks at.
    pub capacity: Capacity,
    /// Who acts; empty once erased, and for whoever does not serve notices.
    pub name: String,
    /// How the proof was seen.
    pub shown: Option<ProofShown>,
    /// Whether whoever acts showed who they are.
    pub identity_shown: bool,
    /// What was noted of the proof, for example where the paper is; as [`CapacityLine::name`].
    pub proof_note: String,
    /// Why it ended; as [`CapacityLine::name`].
    pub end_reason: String,
    /// Name of who entered it.
    pub entered_by: String,
    /// The day on which it was entered.
    pub entered_on: Date,
    /// Name of who verified the proof.
    pub verified_by: Option<String>,
    /// Whether it stands in the place of one that was entered wrongly.
    pub corrects: bool,
    /// Whether another stands in its place.
    pub corrected: bool,
}

/// Everybody who acts for somebody, or did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapacitiesView {
    /// The pseudonym of the person, or the tracking number.
    pub about: String,
    /// The person shown; `None` for whoever filed.
    pub person: Option<Person>,
    /// The newest first.
    pub lines: Vec<CapacityLine>,
    /// Whether the reader may enter something.
    pub may_change: bool,
    /// Whether the reader is the officer of a recording that it concerns.
    pub conflict: bool,
    /// Today.
    pub today: Date,
}

impl CapacitiesView {
    /// What the law looks at.
    pub fn known(&self) -> Vec<Capacity> {
        self.lines.iter().map(|line| line.capacity).collect()
    }
}
