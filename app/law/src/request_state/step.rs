//! Since when what is awaited is awaited, and the day that the office sets itself for it.

use serde::{Deserialize, Serialize};

use super::{ActInProgress, AwaitedStep, RequestState, Rules};
use crate::{Date, request::Workflow, request_order::RequestOrder};

/// What is awaited now: since when, and by which day of the office's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenStep {
    /// The day on which it began.
    pub since: Date,
    /// The day that the office set itself for it when it began; of a request that has ended, for its last step.
    pub day: Option<Date>,
    /// Whether such a day ever counted, because no clock ran: then calendars know it, and must be told of its end.
    #[serde(default)]
    pub counted: bool,
    /// The last such day that an earlier step had, where this one has none: calendars still know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<Date>,
}

/// What tells one step from the next.
pub type StepKey = (AwaitedStep, Workflow, Option<RequestOrder>);

impl RequestState {
    pub(super) fn step_key(&self) -> StepKey {
        (self.awaited_step(), self.workflow.clone(), self.entered_order.clone())
    }

    /// Since when what is awaited is awaited. For a state of an earlier version the last day that its clocks tell of.
    pub fn since(&self) -> Date {
        let told = || {
            let ended = self.clocks.iter().filter_map(|clock| clock.ended).map(|end| end.on);
            let days = self.clocks.iter().map(|clock| clock.start).chain(ended);
            days.fold(self.received_on, Date::max)
        };
        self.step.map_or_else(told, |step| step.since)
    }

    /// Begins the step that is awaited on a day, with the day that the office sets itself. That an investigation is active is
    /// asked again so many days after it was confirmed.
    fn begin_step(&mut self, since: Date, rules: Rules<'_>) {
        let what = self.awaited_step();
        let from = match &self.workflow {
            Workflow::WaitInactive { confirmed_on } => *confirmed_on,
            _ => since,
        };
        let day = match what {
            AwaitedStep::Nothing => self.step.and_then(|step| step.day),
            _ => rules.profile.office_day(what, from),
        };
        let counted = self.step.is_some_and(|step| step.counted);
        let told = self
            .step
            .filter(|step| step.counted)
            .and_then(|step| step.day.or(step.earlier));
        self.step = Some(OpenStep {
            since,
            day,
            counted,
            earlier: told.filter(|_| day.is_none()),
        });
        self.mark_counted();
    }

    /// Keeps that the day of the office's own counts, where no clock runs.
    pub(super) fn mark_counted(&mut self) {
        let counts = self.nearest_clock().is_none() && self.awaited_step() != AwaitedStep::Nothing;
        if let Some(step) = &mut self.step {
            step.counted |= counts && step.day.is_some();
        }
    }

    /// The same state with its step, where an earlier version kept none: `since` is the day of the last act upon it.
    #[must_use]
    pub fn with_step(mut self, since: Date, rules: Rules<'_>) -> Self {
        if self.step.is_none() {
            self.begin_step(since, rules);
        }
        self
    }
}

impl ActInProgress<'_> {
    /// Begins the next step where the act led to one.
    pub(super) fn settle_step(&mut self, was: &StepKey) {
        if self.state.step_key() != *was {
            self.state.begin_step(self.on, self.rules);
        } else if self.state.step.is_none() {
            self.state.begin_step(self.state.since(), self.rules);
        }
        self.state.mark_counted();
    }
}
