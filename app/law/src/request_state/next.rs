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
        let by = clock.map(|clock| (clock.id, clock.due));
        Next {
            what,
            who,
            by,
            overdue: by.is_some_and(|(_, due)| today > due),
        }
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
            Workflow::CourtPending { .. } => (AwaitedStep::Court, Party::Court, self.agency_clock()),
            Workflow::Ordered { .. } | Workflow::Redacting => {
                (AwaitedStep::Redaction, Party::Custodian, self.agency_clock())
            }
            Workflow::NoticeGate => (AwaitedStep::PeopleShown, Party::PeopleShown, self.agency_clock()),
            Workflow::Ready if self.fee.unsettled() => (AwaitedStep::Payment, Party::Requester, self.agency_clock()),
            Workflow::Ready => (AwaitedStep::Delivery, Party::Custodian, self.agency_clock()),
            Workflow::NoRecord { .. }
            | Workflow::Denied { .. }
            | Workflow::OrderDenied { .. }
            | Workflow::Released { .. }
            | Workflow::Withdrawn { .. } => (AwaitedStep::Nothing, Party::Nobody, None),
        }
    }

    /// The agency's own next day while it works: its latest promise, or the civil claim's thirty
    /// days if they end sooner.
    fn agency_clock(&self) -> Option<&Clock> {
        let promise = self.running(ClockId::C8);
        let civil = self.running(ClockId::C3);
        promise.into_iter().chain(civil).min_by_key(|clock| clock.due)
    }
}
