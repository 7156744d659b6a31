//! Court actions of a person shown, and what the court decides (610.100.8).

use serde::{Deserialize, Serialize};

use super::{Notice, NoticeState, ReleaseBar, ReleaseReason, TakenBack, Window};
use crate::{Date, request_state::Rules, span::Spans};

/// "An action seeking an order from a court". It counts once it is filed *and* served, both no
/// later than the last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// The caller's id for it.
    pub id: String,
    /// The court's name.
    pub court: String,
    /// Day of filing: the clerk's stamp.
    pub filed: Option<Date>,
    /// Day of service: the proof of service.
    pub served: Option<Date>,
    /// Day on which the court was done with it.
    pub ended: Option<Date>,
    /// Day on which a custodian found that the papers do not show it. It counts no more; what was said stays.
    #[serde(default)]
    pub rejected: Option<Date>,
}

/// An order in an action of a person shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionOrder {
    /// The action's id; none where the action is not known here.
    pub action: Option<String>,
    /// Day of the order.
    pub dated: Date,
    /// What it says.
    pub decision: Decision,
    /// Whether the court is done with the action. A temporary order leaves it pending.
    pub ends_action: bool,
    /// That it was entered by mistake, where somebody has said so since. What was entered stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_back: Option<TakenBack>,
}

/// What a court decides about the display.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decision", rename_all = "snake_case")]
pub enum Decision {
    /// Not enjoined, or no longer: denied, dismissed, or an injunction dissolved.
    Freed,
    /// The display is enjoined.
    EnjoinAll {
        /// Last day, if the order names one.
        until: Option<Date>,
    },
    /// The display of these spans is enjoined.
    EnjoinPart {
        /// The spans; at least one.
        spans: Spans,
        /// Last day, if the order names one.
        until: Option<Date>,
    },
}

pub(super) const SECTION: &str = "RSMo 610.100.8";

/// What stands enjoined, and until when.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Injunction {
    /// Only these spans; none means all.
    pub spans: Option<Spans>,
    /// Last day, if there is one.
    pub until: Option<Date>,
}

impl Injunction {
    pub(super) fn of(decision: &Decision) -> Option<Self> {
        match decision {
            Decision::Freed => None,
            Decision::EnjoinAll { until } => Some(Self {
                spans: None,
                until: *until,
            }),
            Decision::EnjoinPart { spans, until } => Some(Self {
                spans: Some(spans.clone()),
                until: *until,
            }),
        }
    }

    fn summed(state: &NoticeState) -> Option<Self> {
        let (spans, until) = match state {
            NoticeState::EnjoinedAll { until, .. } => (None, *until),
            NoticeState::EnjoinedPart { until, spans, .. } => (Some(spans.clone()), *until),
            _ => return None,
        };
        Some(Self { spans, until })
    }

    fn in_force(&self, today: Date) -> bool {
        self.until.is_none_or(|last| today <= last)
    }

    /// Both at once, each as wide and as long as the wider and longer.
    pub(super) fn and(self, other: Self) -> Self {
        let spans = self.spans.zip(other.spans).map(|(one, two)| one.union(&two));
        let until = self.until.zip(other.until).map(|(one, two)| one.max(two));
        Self { spans, until }
    }
}

impl NoticeState {
    /// The same state of the court's part, with a window.
    pub(super) fn within(mut self, begun: Window) -> Self {
        if let Self::ActionPending { window, .. }
        | Self::EnjoinedAll { window, .. }
        | Self::EnjoinedPart { window, .. } = &mut self
        {
            *window = Some(begun);
        }
        self
    }
}

impl Action {
    /// The days of filing and service, where both came no later than the last day. Before any days
    /// have begun, both days are enough.
    pub fn in_time(&self, window: Option<&Window>) -> Option<(Date, Date)> {
        let (filed, served) = self.filed.zip(self.served)?;
        let counts = window.is_none_or(|window| filed.max(served) <= window.last_day);
        counts.then_some((filed, served))
    }

    /// Whether the court still has it, as far as is known.
    pub const fn runs(&self) -> bool {
        self.ended.is_none() && self.rejected.is_none()
    }

    /// What becomes known is added to what is known, and never changes it.
    fn learn(&mut self, more: &Self) -> Result<(), ReleaseBar> {
        let differs = |known: Option<Date>, said: Option<Date>| known.is_some() && said.is_some() && known != said;
        if self.court != more.court || differs(self.filed, more.filed) || differs(self.served, more.served) {
            return ReleaseReason::ActionDiffers.at(SECTION);
        }
        let (filed, served) = (self.filed.or(more.filed), self.served.or(more.served));
        if let Some((filed, served)) = filed.zip(served) {
            ReleaseReason::not_before(served, filed, SECTION)?;
        }
        (self.filed, self.served) = (filed, served);
        Ok(())
    }
}

impl Notice {
    /// Records an action, or what became known of it since. Filed and served in time it blocks the
    /// release until an order; later it is recorded, and blocks only once an order exists.
    ///
    /// # Errors
    /// When a day has not come yet, or differs from what is known.
    pub fn act(self, action: &Action, today: Date, rules: Rules<'_>) -> Result<Self, ReleaseBar> {
        for day in [action.filed, action.served].into_iter().flatten() {
            ReleaseReason::not_after(day, today, SECTION)?;
        }
        // An action is served once it is filed.
        if let Some((filed, served)) = action.filed.zip(action.served) {
            ReleaseReason::not_before(served, filed, SECTION)?;
        }
        let mut notice = self.recount(rules)?;
        match notice.actions.iter_mut().find(|known| known.id == action.id) {
            Some(known) => known.learn(action)?,

            None => notice.actions.push(Action {
                ended: None,
                rejected: None,
                ..action.clone()
            }),
        }
        Ok(notice.heed_court())
    }

    /// The papers do not show an action that somebody told of: it holds nothing up any more. What they show instead is
    /// recorded as an action of its own.
    ///
    /// # Errors
    /// When the day has not come yet, or no such action is running.
    pub fn reject(mut self, id: &str, on: Date, today: Date) -> Result<Self, ReleaseBar> {
        ReleaseReason::not_after(on, today, SECTION)?;
        let running = |action: &&mut Action| action.id == id && action.runs();
        let Some(action) = self.actions.iter_mut().find(running) else {
            return ReleaseReason::NoSuchAction.at(SECTION);
        };
        action.rejected = Some(on);
        if self.pending().is_none() && matches!(self.state, NoticeState::ActionPending { .. }) {
            let window = self.window().cloned();
            let state = window.map_or_else(|| self.unreceived(), |window| self.running(window));
            return Ok(self.to(state).heed_court());
        }
        Ok(self.heed_court())
    }

    /// A court decides. An injunction holds whichever way the notice went; of the orders in one
    /// action the last counts. A court that frees the display leaves the person the days left.
    ///
    /// # Errors
    /// When the day has not come yet, no span is named, or the action is not known or over, unless to
    /// change an injunction that stands in it.
    pub fn decide(mut self, order: &ActionOrder, today: Date) -> Result<Self, ReleaseBar> {
        ReleaseReason::not_after(order.dated, today, SECTION)?;
        if let Decision::EnjoinPart { spans, .. } = &order.decision
            && spans.is_empty()
        {
            return ReleaseReason::ScopeMissing.at(SECTION);
        }
        if let Decision::EnjoinAll { until: Some(until) } | Decision::EnjoinPart { until: Some(until), .. } =
            order.decision
        {
            ReleaseReason::not_before(until, order.dated, SECTION)?;
        }
        let enjoins = self.enjoins(order.action.as_deref());
        let ended = order.ends_action.then_some(order.dated);
        match &order.action {
            Some(id) => match self.actions.iter_mut().find(|action| action.id == *id) {
                Some(action) if action.ended.is_none() || enjoins => {
                    if let Some(filed) = action.filed {
                        ReleaseReason::not_before(order.dated, filed, SECTION)?;
                    }
                    action.ended = action.ended.or(ended);
                }
                _ => return ReleaseReason::NoSuchAction.at(SECTION),
            },
            None if order.decision == Decision::Freed && !enjoins => return ReleaseReason::NoSuchAction.at(SECTION),
            None => {}
        }
        self.orders.push(order.clone());
        Ok(self.heed_court())
    }

    /// What a decision forbids, beside what stands in the same action: heeded at once, while what it frees waits for a second
    /// person. `None` where it forbids nothing.
    pub fn forbidding_part(&self, order: &ActionOrder) -> Option<ActionOrder> {
        let new = Injunction::of(&order.decision)?;
        let here = self.standing().filter(|known| known.action == order.action);
        let all = here
            .filter_map(|known| Injunction::of(&known.decision))
            .fold(new, Injunction::and);
        let decision = match all.spans {
            None => Decision::EnjoinAll { until: all.until },
            Some(spans) => Decision::EnjoinPart {
                spans,
                until: all.until,
            },
        };
        Some(ActionOrder {
            action: order.action.clone(),
            dated: order.dated,
            decision,
            ends_action: false,
            taken_back: None,
        })
    }

    /// Whether a decision frees anything: it ends an action, or forbids less than what stands in it. That counts once a
    /// second person verified it.
    pub fn frees(&self, order: &ActionOrder) -> bool {
        let runs = |action: &Action| Some(&action.id) == order.action.as_ref() && action.runs();
        let ends = order.ends_action && self.actions.iter().any(runs);
        let forbids = self.forbidding_part(order);
        ends || forbids.is_none_or(|part| part.decision != order.decision)
    }

    /// What stands of the injunctions: the last order of each action, but for those that were taken back. One whose taking back
    /// waits for a second person stands beside what it had replaced.
    pub(super) fn standing(&self) -> impl Iterator<Item = &ActionOrder> {
        self.standing_at().map(|(_, order)| order)
    }

    /// The same, each with its place among the orders.
    pub(super) fn standing_at(&self) -> impl Iterator<Item = (usize, &ActionOrder)> {
        let last = |at: usize, order: &ActionOrder| {
            let later = self.orders.get(at + 1..).unwrap_or_default();
            !later.iter().any(|other| other.action == order.action && other.counts())
        };
        let orders = self.orders.iter().enumerate();
        orders.filter(move |(at, order)| order.is_heeded() && last(*at, order))
    }

    /// What is enjoined on a day, by all orders that stand then; without any, what the state says.
    pub(super) fn enjoined(&self, today: Date) -> Option<Injunction> {
        let decisions = self.standing().map(|order| &order.decision);
        let summary = self
            .orders
            .is_empty()
            .then(|| Injunction::summed(&self.state))
            .flatten();
        let injunctions = decisions.filter_map(Injunction::of).chain(summary);
        let in_force = injunctions.filter(|injunction| injunction.in_force(today));
        in_force.reduce(Injunction::and)
    }

    /// What is forbidden on a day, all orders taken together, and until when; no spans means all of it.
    pub(crate) fn forbidden(&self, today: Date) -> Option<(Option<Spans>, Option<Date>)> {
        let injunction = self.enjoined(today)?;
        Some((injunction.spans, injunction.until))
    }

    /// Whether an injunction is in force of which one person alone has said that it was entered by mistake.
    pub(super) fn taking_back_waits(&self, today: Date) -> bool {
        let waits = self.standing().filter(|order| !order.counts());
        waits
            .filter_map(|order| Injunction::of(&order.decision))
            .any(|injunction| injunction.in_force(today))
    }

    /// What courts forbid in this person's actions, each with its last day; no spans means all of it.
    pub fn restraints(&self) -> Vec<(Option<Spans>, Option<Date>)> {
        let standing = self.standing().map(|order| &order.decision);
        let summary = self
            .orders
            .is_empty()
            .then(|| Injunction::summed(&self.state))
            .flatten();
        let all = standing.filter_map(Injunction::of).chain(summary);
        all.map(|injunction| (injunction.spans, injunction.until)).collect()
    }

    /// Whether an injunction stands in this action, or in none that is known.
    fn enjoins(&self, action: Option<&str>) -> bool {
        let here = |order: &&ActionOrder| order.action.as_deref() == action;
        self.standing()
            .filter(here)
            .any(|order| order.decision != Decision::Freed)
    }

    /// The state that the court's part asks for: enjoined, pending, or neither any more.
    pub(super) fn heed_court(self) -> Self {
        let window = self.window().cloned();
        let decisions = self.standing().map(|order| &order.decision);
        let enjoined = decisions.filter_map(Injunction::of).reduce(Injunction::and);
        let state = match (enjoined, self.pending()) {
            (Some(Injunction { spans: None, until }), _) => NoticeState::EnjoinedAll { window, until },
            (
                Some(Injunction {
                    spans: Some(spans),
                    until,
                }),
                _,
            ) => NoticeState::EnjoinedPart { window, until, spans },
            (None, Some((filed, served))) => NoticeState::ActionPending { window, filed, served },
            (None, None) => self.after_court(),
        };
        self.to(state)
    }

    /// Once nothing is pending or enjoined: clear, unless days or an answer are left. Where no days
    /// had begun, the notice is still due.
    /// Where nothing that a court decided is left, nobody knows that its docket shows nothing: somebody looks there anew.
    fn after_court(&self) -> NoticeState {
        if !self.state.in_court() || self.orders.is_empty() {
            return self.state.clone();
        }
        let decided = self.orders.iter().rev().find(|order| order.counts());
        match (self.window().cloned(), decided.map(|order| order.dated)) {
            (None, _) => self.unreceived(),
            (Some(window), Some(checked)) if !window.is_open(checked) && self.objections_settled().is_ok() => {
                NoticeState::Clear { window, checked }
            }
            (Some(window), _) => self.running(window),
        }
    }

    /// Filing and service of an action that counts and that the court is not done with. One in which the court decided what
    /// stands counts whatever its days: a receipt that becomes known later frees nobody of a court.
    pub fn pending(&self) -> Option<(Date, Date)> {
        let running = self.actions.iter().filter(|action| action.runs());
        let window = |action: &Action| self.window().filter(|_| !self.enjoins(Some(&action.id)));
        running.filter_map(|action| action.in_time(window(action))).min()
    }

    /// Refuses while an action is pending or the display is enjoined.
    pub(super) fn no_court(&self) -> Result<(), ReleaseBar> {
        if let Some((filed, served)) = self.pending() {
            return ReleaseReason::ActionPending { filed, served }.at(SECTION);
        }
        if self.state.in_court() {
            return self.wrong();
        }
        Ok(())
    }
}
