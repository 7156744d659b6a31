//! One act in the making: the case, the day, and what has been said so far.

use super::{RequestState, Rules, step::StepKey};
use crate::{
    Date,
    bar::Bar,
    event::Event,
    hold::{Hold, HoldKind},
    request::Workflow,
    request_order::CourtCase,
};

/// One act in the making. It is dropped whole if anything bars it.
pub struct ActInProgress<'a> {
    pub state: RequestState,
    pub on: Date,
    pub rules: Rules<'a>,
    pub events: Vec<Event>,
    was: Workflow,
    was_step: StepKey,
    /// Whether the step is as it was before an act that is taken back.
    pub restores_step: bool,
}

impl<'a> ActInProgress<'a> {
    /// A turn on a case as it stands.
    pub fn new(state: RequestState, on: Date, rules: Rules<'a>) -> Self {
        let (was, was_step) = (state.workflow.clone(), state.step_key());
        Self {
            state,
            on,
            rules,
            events: Vec::new(),
            was,
            was_step,
            restores_step: false,
        }
    }

    /// Notes what the docket will say.
    pub fn say(&mut self, event: Event) {
        self.events.push(event);
    }

    /// Moves the workflow by one of its transitions.
    pub fn go(&mut self, by: impl FnOnce(Workflow) -> Result<Workflow, Bar>) -> Result<(), Bar> {
        let from = std::mem::replace(&mut self.state.workflow, Workflow::UnderReview);
        self.state.workflow = by(from)?;
        Ok(())
    }

    /// Places L1 once a suit is served (610.027.1); one such hold for each suit is enough.
    pub fn hold_for_suit(&mut self, case: CourtCase) {
        let stands = |hold: &Hold| hold.is_for(&case) && hold.last_day.is_none();
        if !self.state.holds.iter().any(stands) {
            self.state.holds.push(Hold::for_suit(case, self.on));
            self.say(Event::HoldPlaced {
                kind: HoldKind::Lawsuit,
            });
        }
    }

    /// The request's hold stands until two years after its end (610.027.5), and without end again
    /// when the request is taken up again.
    pub fn settle_holds(&mut self) {
        let now = &self.state.workflow;
        match (self.was.ended(), now.ended()) {
            (_, true) if self.was != *now => {
                let last_day = self.enforce_outer(self.on);
                self.change_request_hold(|hold| hold.until(last_day));
                self.say(Event::HoldEnds {
                    kind: HoldKind::Request,
                    last_day,
                });
            }
            (true, false) => {
                self.change_request_hold(Hold::again);
                self.say(Event::HoldPlaced {
                    kind: HoldKind::Request,
                });
            }
            _ => {}
        }
    }

    fn change_request_hold(&mut self, change: impl Fn(Hold) -> Hold) {
        for hold in self
            .state
            .holds
            .iter_mut()
            .filter(|hold| hold.kind == HoldKind::Request)
        {
            *hold = change(hold.clone());
        }
    }

    /// The new state and what the docket will say.
    pub fn done(mut self) -> (RequestState, Vec<Event>) {
        if !self.restores_step {
            let was = self.was_step.clone();
            self.settle_step(&was);
        }
        (self.state, self.events)
    }
}
