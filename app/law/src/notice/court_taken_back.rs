//! A court's decision that was entered by mistake. What was entered stays, with a mark that it counts no more: what it freed is
//! closed again at once, and what it forbids is heeded until a second person has verified the mark.

use serde::{Deserialize, Serialize};

use super::{
    ActionOrder, Decision, Notice, NoticeState, ReleaseBar, ReleaseReason,
    court::{Injunction, SECTION},
};
use crate::Date;

/// That a decision was entered by mistake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenBack {
    /// Day on which somebody said so.
    pub on: Date,
    /// Why, in the words of who entered it.
    pub reason: String,
    /// What the decision forbids is heeded on: a second person has not verified yet that it was a mistake.
    pub waits: bool,
}

impl ActionOrder {
    /// Whether it decides anything: nobody has taken it back.
    pub const fn counts(&self) -> bool {
        self.taken_back.is_none()
    }

    /// Whether what it forbids is heeded, as long as nothing later replaces it: nobody has taken it back, or one person alone.
    pub fn is_heeded(&self) -> bool {
        self.taken_back.as_ref().is_none_or(|mark| mark.waits)
    }
}

impl Notice {
    pub(super) fn may_take_back_decision(&self) -> Result<(), ReleaseBar> {
        if self.orders.iter().any(ActionOrder::is_heeded) {
            return Ok(());
        }
        ReleaseReason::NoSuchDecision.at(SECTION)
    }

    /// The newest day on which a decision was taken back that counts no more.
    pub fn decision_taken_back_on(&self) -> Option<Date> {
        let gone = self.orders.iter().filter(|order| !order.is_heeded());
        gone.filter_map(|order| order.taken_back.as_ref())
            .map(|mark| mark.on)
            .max()
    }

    /// Takes a decision back, by its place. What stood before it in its action stands again, an action that it ended is pending
    /// again, and days that it closed are to be closed anew by a look at the court's docket.
    ///
    /// # Errors
    /// [`ReleaseReason::NoSuchDecision`].
    pub fn take_back_decision(self, at: usize, reason: &str, today: Date) -> Result<Self, ReleaseBar> {
        self.mark(at, reason, today, false)
    }

    /// Takes back what a decision freed, and heeds what it forbids: until a second person verifies that it was a mistake.
    ///
    /// # Errors
    /// [`ReleaseReason::NoSuchDecision`].
    pub fn take_back_what_decision_freed(self, at: usize, reason: &str, today: Date) -> Result<Self, ReleaseBar> {
        self.mark(at, reason, today, true)
    }

    /// A second person did not find that a decision was entered by mistake: it counts as before. Where that would free something
    /// that was closed meanwhile, the mark stays, and the decision is to be entered anew, by two.
    #[must_use]
    pub fn keep_decision(self, at: usize) -> Self {
        let mut kept = self.clone();
        let Some(order) = kept.orders.get_mut(at).filter(|order| order.is_heeded()) else {
            return self;
        };
        order.taken_back = None;
        let order = order.clone();
        kept.run_again(&order);
        let kept = kept.heed_court();
        let frees = self.pending().is_some() && kept.pending().is_none();
        if frees || kept.restraints().len() < self.restraints().len() {
            return self;
        }
        kept
    }

    /// Whether something is free once a decision is taken back: it forbids what nothing else in its action does. That counts
    /// once a second person verified it.
    ///
    /// # Errors
    /// [`ReleaseReason::NoSuchDecision`].
    pub fn frees_taken_back(&self, at: usize) -> Result<bool, ReleaseBar> {
        let order = self.decision(at)?;
        let stands = self.standing_at().any(|(place, _)| place == at);
        let Some(forbids) = Injunction::of(&order.decision).filter(|_| stands) else {
            return Ok(false);
        };
        let without = self.clone().take_back_decision(at, "", order.dated)?;
        let here = without.standing().filter(|other| other.action == order.action);
        let rest = here
            .filter_map(|other| Injunction::of(&other.decision))
            .reduce(Injunction::and);
        Ok(rest.is_none_or(|rest| rest.clone().and(forbids) != rest))
    }

    fn decision(&self, at: usize) -> Result<&ActionOrder, ReleaseBar> {
        match self.orders.get(at).filter(|order| order.is_heeded()) {
            Some(order) => Ok(order),
            None => ReleaseReason::NoSuchDecision.at(SECTION),
        }
    }

    fn mark(mut self, at: usize, reason: &str, on: Date, waits: bool) -> Result<Self, ReleaseBar> {
        let order = self.decision(at)?.clone();
        // What frees needs no second person to count no more.
        let waits = waits && order.decision != Decision::Freed;
        let reason = reason.to_owned();
        self.orders[at].taken_back = Some(TakenBack { on, reason, waits });
        self.run_again(&order);
        if let NoticeState::Clear { window, checked } = &self.state
            && *checked == order.dated
        {
            let state = self.running(window.clone());
            self = self.to(state);
        }
        Ok(self.heed_court())
    }

    /// An action that nothing else has ended is one that the court still has.
    fn run_again(&mut self, order: &ActionOrder) {
        if !order.ends_action {
            return;
        }
        let ends = |other: &&ActionOrder| other.action == order.action && other.ends_action && other.counts();
        let ended = self.orders.iter().find(ends).map(|other| other.dated);
        for action in &mut self.actions {
            if Some(&action.id) == order.action.as_ref() {
                action.ended = ended;
            }
        }
    }
}
