//! What a court case that concerns a request does to it beside the request's own acts: it holds the footage, and the docket
//! tells it.

use super::{RequestState, Rules, in_progress::ActInProgress};
use crate::{
    Date,
    court::{Entry, EntryKind},
    event::Event,
    hold::HoldKind,
    request::{Stage, Workflow},
    request_order::{CourtCase, Petition},
};

impl RequestState {
    /// Whether the court that has it has it in this case.
    pub fn is_before(&self, case: &CourtCase) -> bool {
        self.petition().is_some_and(|petition| petition.case().is(case))
    }

    /// What was filed with the court that has it.
    pub const fn petition(&self) -> Option<&Petition> {
        match &self.workflow {
            Workflow::CourtPending { petition } => Some(petition),
            _ => None,
        }
    }

    /// Takes in what is entered in a case that concerns it; the new state and what the docket will say. A suit that is served
    /// holds the footage (610.027.1); once the case is over the hold gets its last day (610.027.5), and an appeal takes that
    /// away.
    pub fn hear_of(self, entry: &Entry, case: &CourtCase, today: Date, rules: Rules<'_>) -> (Self, Vec<Event>) {
        let mut turn = ActInProgress::new(self, today, rules);
        turn.say(Event::CourtEntered {
            kind: entry.kind,
            on: entry.on,
            case: case.clone(),
            corrected: false,
        });
        match entry.kind {
            EntryKind::Service => {
                if let Workflow::CourtPending { petition } = &mut turn.state.workflow
                    && petition.case().is(case)
                {
                    petition.served_on = Some(entry.on);
                }
                turn.hold_for_suit();
            }
            EntryKind::Dismissal | EntryKind::Withdrawal | EntryKind::Closing => turn.suit_is_over(entry.on),
            EntryKind::Appeal => turn.suit_goes_on(),
            _ => {}
        }
        turn.done()
    }

    /// Takes in that an entry of a case was wrong. What was filed by mistake is no longer before a court; a hold that a service
    /// entered by mistake placed stands as long as one of a suit that is over.
    pub fn hear_correction(self, entry: &Entry, case: &CourtCase, today: Date, rules: Rules<'_>) -> (Self, Vec<Event>) {
        let mut turn = ActInProgress::new(self, today, rules);
        turn.say(Event::CourtEntered {
            kind: entry.kind,
            on: entry.on,
            case: case.clone(),
            corrected: true,
        });
        match entry.kind {
            EntryKind::Service => turn.suit_is_over(today),
            EntryKind::Dismissal | EntryKind::Withdrawal | EntryKind::Closing => turn.suit_goes_on(),
            EntryKind::Petition | EntryKind::Motion if turn.state.is_before(case) => turn.leave_court(),
            _ => {}
        }
        turn.done()
    }
}

impl RequestState {
    /// The same as the public may know it while the case is sealed: that a court has it, and nothing of what or who asked.
    #[must_use]
    pub fn under_seal(mut self) -> Self {
        let asked = matches!(self.stage(), Stage::CourtPending | Stage::Ordered | Stage::OrderDenied);
        if asked {
            let since = self.since();
            self.workflow = Workflow::CourtPending {
                petition: Petition {
                    by: crate::request_order::Petitioner::Other,
                    court: String::new(),
                    case_number: String::new(),
                    filed_on: since,
                    served_on: None,
                },
            };
        }
        self.entered_order = None;
        self.holds.retain(|hold| hold.kind != HoldKind::Lawsuit);
        self.footage = self.footage.underlying().clone();
        self.register = self.register.map(|status| status.underlying().clone());
        self
    }
}
