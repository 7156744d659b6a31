//! What is awaited, from whom, by when: the facts of the sentence on top of each request.

use super::{AwaitedStep, Next, Party, RequestState};
use crate::{
    Date,
    clock::{Clock, ClockId},
    request::Workflow,
};

impl RequestState {
    /// What is awaited, from whom, by when.
    pub fn next(&self, today: Date) -> Next {
        let (what, who, clock) = self.awaited();
        let day = |clock: &Clock| (clock.id, clock.due);
        let (by, beside) = (clock.map(day), self.beside(clock).map(day));
        let told = self.step.filter(|step| step.counted);
        Next {
            what,
            who,
            by,
            beside,
            today,
            overdue: by.into_iter().chain(beside).any(|(_, due)| today > due),
            since: self.since(),
            step_day: told.and_then(|step| step.day),
            earlier_day: told.and_then(|step| step.earlier),
        }
    }

    /// What is awaited.
    pub(super) fn awaited_step(&self) -> AwaitedStep {
        self.awaited().0
    }

    /// The nearest other day.
    fn beside(&self, by: Option<&Clock>) -> Option<&Clock> {
        let running = self
            .clocks
            .iter()
            .filter(|clock| clock.runs() && clock.id != ClockId::C7);
        running
            .filter(|clock| by.is_none_or(|by| !std::ptr::eq(*clock, by)))
            .min_by_key(|clock| clock.due)
    }

    fn awaited(&self) -> (AwaitedStep, Party, Option<&Clock>) {
        if let Some(clock) = self.running(ClockId::C2) {
            return (AwaitedStep::WrittenGrounds, Party::Custodian, Some(clock));
        }
        if self.entered_order.is_some() {
            return (AwaitedStep::OrderVerification, Party::Custodian, self.agency_clock());
        }
        match &self.workflow {
            Workflow::Received => (
                AwaitedStep::Acknowledgement,
                Party::Custodian,
                self.running(ClockId::C1),
            ),
            // Taken up, and not answered yet: the three days run on (610.023.3).
            Workflow::UnderReview if self.running(ClockId::C1).is_some() => {
                (AwaitedStep::Answer, Party::Custodian, self.agency_clock())
            }
            Workflow::UnderReview => (AwaitedStep::Decision, Party::Custodian, self.agency_clock()),
            Workflow::Clarify { .. } => (AwaitedStep::Clarification, Party::Requester, self.running(ClockId::C6)),
            Workflow::FeePending { .. } => match self.running(ClockId::C6) {
                Some(clock) => (AwaitedStep::Payment, Party::Requester, Some(clock)),
                // Whoever filed wrote about the fee: the custodian answers first.
                None => (AwaitedStep::Decision, Party::Custodian, self.agency_clock()),
            },
            Workflow::Delayed { .. } => (AwaitedStep::PromisedAct, Party::Custodian, self.agency_clock()),
            Workflow::WaitInactive { .. } => match self.running(ClockId::C3) {
                Some(clock) => (AwaitedStep::Decision, Party::Custodian, Some(clock)),
                None => (AwaitedStep::InvestigationEnd, Party::Investigators, None),
            },
            // What a court has in a case that it sealed ([`Self::under_seal`]).
            Workflow::CourtPending { petition } if petition.court.is_empty() => {
                (AwaitedStep::CourtMatter, Party::Court, None)
            }
            // The days of the agency run beside; no law gives the court one.
            Workflow::CourtPending { .. } => (AwaitedStep::Court, Party::Court, None),
            Workflow::Ordered { .. } | Workflow::Redacting => {
                (AwaitedStep::Redaction, Party::Custodian, self.agency_clock())
            }
            Workflow::NoticeGate => (AwaitedStep::PeopleShown, Party::PeopleShown, None),
            Workflow::Ready if self.fee.unsettled() => (AwaitedStep::Payment, Party::Requester, None),
            Workflow::Ready => (AwaitedStep::Delivery, Party::Custodian, self.agency_clock()),
            Workflow::NoRecord { .. }
            | Workflow::Denied { .. }
            | Workflow::OrderDenied { .. }
            | Workflow::Released { .. }
            | Workflow::Withdrawn { .. } => (AwaitedStep::Nothing, Party::Nobody, None),
        }
    }

    /// The agency's own next day while it works: its latest promise, the three days until it must have answered, or the
    /// civil claim's thirty days, whichever ends first.
    pub(super) fn agency_clock(&self) -> Option<&Clock> {
        [ClockId::C1, ClockId::C8, ClockId::C3]
            .into_iter()
            .filter_map(|id| self.running(id))
            .min_by_key(|clock| clock.due)
    }
}
