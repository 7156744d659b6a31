//! What frees something and waits for a second person, as staff see it.

use law::{
    Date,
    proposal::{Proposal, ProposalActKind, ProposalKind},
};

use super::AuditSubject;

/// A line of what waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalLine {
    /// Our id.
    pub id: String,
    /// What it does.
    pub kind: ProposalKind,
    /// A notice, an order or a person.
    pub subject: AuditSubject,
    /// Its id.
    pub subject_id: String,
    /// A pseudonym, with the recording where it is a notice; or the case number of an order.
    pub about: String,
    /// Name of who entered it.
    pub entered_by: String,
    /// The day on which it was entered.
    pub entered_on: Date,
}

impl ProposalLine {
    /// The page of what it is about, without the language.
    pub fn subject_path(&self) -> String {
        let pages = match self.subject {
            AuditSubject::Order => "orders",
            AuditSubject::Person => "people",
            _ => "notices",
        };
        format!("/staff/{pages}/{}", self.subject_id)
    }
}

/// One of them, with its facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalView {
    /// As in the list.
    pub line: ProposalLine,
    /// As it was entered.
    pub proposal: Proposal,
    /// Whether the reader entered it.
    pub own: bool,
    /// Neither verified nor refused yet.
    pub waits: bool,
    /// What the reader may do with it.
    pub acts: Vec<ProposalActKind>,
    /// Whether the reader is the officer of a recording that it is about, and so does not decide on it.
    pub conflict: bool,
}
