//! What is awaited, from whom, by when: the facts of the sentence on top of each request.

use super::{Awaited, Case, Next, Who};
use crate::{
    Date,
    clock::{Clock, ClockId},
    request::Workflow,
};

impl Case {
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

    fn awaited(&self) -> (Awaited, Who, Option<&Clock>) {
        if let Some(clock) = self.running(ClockId::C2) {
            return (Awaited::WrittenGrounds, Who::Custodian, Some(clock));
        }
        if self.entered_order.is_some() {
            return (Awaited::OrderVerification, Who::Custodian, None);
        }
        match &self.workflow {
            Workflow::Received => (Awaited::Acknowledgement, Who::Custodian, self.running(ClockId::C1)),
            Workflow::UnderReview => (Awaited::Decision, Who::Custodian, self.agency_clock()),
            Workflow::Clarify { .. } => (Awaited::Clarification, Who::Requester, self.running(ClockId::C6)),
            Workflow::FeePending { .. } => (Awaited::Payment, Who::Requester, self.running(ClockId::C6)),
            Workflow::Delayed { .. } => (Awaited::PromisedAct, Who::Custodian, self.agency_clock()),
            Workflow::WaitInactive { .. } => match self.running(ClockId::C3) {
                Some(clock) => (Awaited::Decision, Who::Custodian, Some(clock)),
                None => (Awaited::InvestigationEnd, Who::Investigators, None),
            },
            Workflow::CourtPending { .. } => (Awaited::Court, Who::Court, None),
            Workflow::Ordered { .. } | Workflow::Redacting => (Awaited::Redaction, Who::Custodian, self.agency_clock()),
            Workflow::NoticeGate => (Awaited::PeopleShown, Who::PeopleShown, None),
            Workflow::Ready if self.fee.unsettled() => (Awaited::Payment, Who::Requester, None),
            Workflow::Ready => (Awaited::Delivery, Who::Custodian, self.agency_clock()),
            Workflow::NoRecord { .. }
            | Workflow::Denied { .. }
            | Workflow::OrderDenied { .. }
            | Workflow::Released { .. }
            | Workflow::Withdrawn { .. } => (Awaited::Nothing, Who::Nobody, None),
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
