//! What frees something is entered by one person and counts once another verified it: the lifting of a stay,
//! the stay of an order that forbids, the rejection of a court action, a decision that frees, the taking back of one that forbids, consent,
//! exemption. What forbids is heeded at once.

use serde::{Deserialize, Serialize};

use crate::{
    Date,
    notice::{ActionOrder, Consent, ReleaseBar, ReleaseReason},
};

/// An act that waits for a second person, with its facts as they were entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Proposal {
    /// The stay of an order ended.
    Lift,
    /// A court stayed an order that forbids.
    Stay {
        /// Since when.
        since: Date,
    },
    /// The papers do not show an action that somebody told of.
    Reject {
        /// The action's id.
        action: String,
        /// Day on which that was found.
        on: Date,
    },
    /// A court decided, and something is free by it.
    Decide {
        /// The decision.
        order: ActionOrder,
    },
    /// A decision of a court was entered by mistake, and something is free without it.
    TakeBackDecision {
        /// Its place among the decisions of the notice, from 0.
        decision: usize,
        /// Why, in the words of who entered it.
        reason: String,
    },
    /// The person consents in writing.
    Consent {
        /// The consent.
        consent: Consent,
    },
    /// No notice is due to police.
    Exempt,
    /// The person is affiliated with a law enforcement agency.
    Affiliate,
    /// The person is taken out of the people log: no notice is due to them.
    TakeOut {
        /// Why, in the words of who entered it.
        reason: String,
    },
}

/// A proposal's name without its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the Proposal variant of the same name")]
pub enum ProposalKind {
    Lift,
    Stay,
    Reject,
    Decide,
    TakeBackDecision,
    Consent,
    Exempt,
    Affiliate,
    TakeOut,
}

crate::keys::keyed!(ProposalKind {
    Lift => "lift",
    Stay => "stay",
    Reject => "reject",
    Decide => "decide",
    TakeBackDecision => "take_back_decision",
    Consent => "consent",
    Exempt => "exempt",
    Affiliate => "affiliate",
    TakeOut => "take_out",
});

/// What is done to a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProposalActKind {
    /// A second person compared it with what it rests on: it is done.
    Verify,
    /// It is not done. Whoever entered it may take it back so.
    Refuse,
}

crate::keys::keyed!(ProposalActKind {
    Verify => "verify",
    Refuse => "refuse",
});

const SECTION: &str = "RSMo 610.100";

impl Proposal {
    /// Its name without its facts.
    pub const fn kind(&self) -> ProposalKind {
        match self {
            Self::Lift => ProposalKind::Lift,
            Self::Stay { .. } => ProposalKind::Stay,
            Self::Reject { .. } => ProposalKind::Reject,
            Self::Decide { .. } => ProposalKind::Decide,
            Self::TakeBackDecision { .. } => ProposalKind::TakeBackDecision,
            Self::Consent { .. } => ProposalKind::Consent,
            Self::Exempt => ProposalKind::Exempt,
            Self::Affiliate => ProposalKind::Affiliate,
            Self::TakeOut { .. } => ProposalKind::TakeOut,
        }
    }
}

impl ProposalActKind {
    /// What stands in the way of an act of somebody's on what somebody entered.
    pub fn bar(self, entered_by: &str, by: &str) -> Option<ReleaseBar> {
        match self {
            Self::Verify if by == entered_by => ReleaseReason::SamePerson.at::<()>(SECTION).err(),
            Self::Verify | Self::Refuse => None,
        }
    }
}

/// What somebody is told who enters something while something else of the same waits.
pub fn waits() -> ReleaseBar {
    ReleaseBar {
        reason: ReleaseReason::SecondPersonAwaited,
        section: crate::bar::Section::of(SECTION),
    }
}

/// What somebody is told whose entry forbids and frees, while something else of the same waits: what forbids was kept.
pub fn rest_waits() -> ReleaseBar {
    ReleaseBar {
        reason: ReleaseReason::RestNotEntered,
        section: crate::bar::Section::of(SECTION),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_verifies_what_they_entered_and_everybody_may_refuse_it() {
        let bar = ProposalActKind::Verify.bar("kim", "kim").map(|bar| bar.reason);
        assert_eq!(bar, Some(ReleaseReason::SamePerson));
        assert_eq!(ProposalActKind::Verify.bar("kim", "lee"), None);
        assert_eq!(ProposalActKind::Refuse.bar("kim", "kim"), None);
    }
}
