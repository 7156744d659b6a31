//! What is done to an order once it is entered.

use serde::{Deserialize, Serialize};

use super::{DisclosureOrder, OrderKind, SECTION};
use crate::{
    Date,
    notice::{ReleaseBar, ReleaseReason},
    proposal::Proposal,
};

/// What is done to an order, with the facts that the law looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum OrderAct {
    /// A second person compared it with the court's document.
    Verify,
    /// A court stayed it.
    Stay {
        /// Since when.
        since: Date,
    },
    /// The stay ended.
    Lift,
}

/// An act's name without its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the OrderAct variant of the same name")]
pub enum OrderActKind {
    Verify,
    Stay,
    Lift,
}

crate::keys::keyed!(OrderActKind {
    Verify => "verify",
    Stay => "stay",
    Lift => "lift",
});

impl OrderAct {
    /// Its name without its facts.
    pub const fn kind(self) -> OrderActKind {
        match self {
            Self::Verify => OrderActKind::Verify,
            Self::Stay { .. } => OrderActKind::Stay,
            Self::Lift => OrderActKind::Lift,
        }
    }
}

impl DisclosureOrder {
    /// What stands in the way of an act of this kind by somebody, whatever its facts.
    pub fn bar(&self, kind: OrderActKind, by: &str) -> Option<ReleaseBar> {
        let reason = match kind {
            OrderActKind::Verify if self.verified_by.is_some() => ReleaseReason::AlreadyDone,
            OrderActKind::Verify if by == self.entered_by => ReleaseReason::SamePerson,
            OrderActKind::Stay if self.stayed_since.is_some() => ReleaseReason::AlreadyDone,
            OrderActKind::Lift if self.stayed_since.is_none() => ReleaseReason::AlreadyDone,
            OrderActKind::Verify | OrderActKind::Stay | OrderActKind::Lift => return None,
        };
        reason.at::<()>(SECTION).err()
    }

    /// What an act frees, for a second person; `None` where it frees nothing and is done at once. A stay frees what the order
    /// forbids; that the stay ended frees what it opens.
    pub fn proposal(&self, act: OrderAct) -> Option<Proposal> {
        match act {
            OrderAct::Stay { since } if self.forbids() => Some(Proposal::Stay { since }),
            OrderAct::Lift if !self.forbids() => Some(Proposal::Lift),
            OrderAct::Verify | OrderAct::Stay { .. } | OrderAct::Lift => None,
        }
    }

    /// Whether it keeps footage from somebody and opens none. Of one that opens, the terms are heeded while it is stayed.
    fn forbids(&self) -> bool {
        match self.kind {
            OrderKind::Close | OrderKind::Enjoin | OrderKind::Redact => true,
            OrderKind::Disclose => false,
            OrderKind::Preserve | OrderKind::Refuse => self.terms.iter().any(|term| term.kind.bars_public()),
        }
    }

    /// Does an act on a day; the order as it then is.
    ///
    /// # Errors
    /// As [`Self::bar`]; or the day named has not come yet.
    pub fn decide(self, act: OrderAct, by: &str, today: Date) -> Result<Self, ReleaseBar> {
        if let Some(bar) = self.bar(act.kind(), by) {
            return Err(bar);
        }
        Ok(match act {
            OrderAct::Verify => Self {
                verified_by: Some(by.to_owned()),
                ..self
            },
            OrderAct::Stay { since } => {
                ReleaseReason::not_after(since, today, SECTION)?;
                ReleaseReason::not_before(since, self.dated, SECTION)?;
                Self {
                    stayed_since: Some(since),
                    ..self
                }
            }
            OrderAct::Lift => Self {
                stayed_since: None,
                ..self
            },
        })
    }
}
