//! What a court case that concerns a request does to it beside the request's own acts: it holds the footage, and the docket
//! tells it.

use super::{OpenStep, RequestState, Rules, in_progress::ActInProgress};
use crate::{
    Date,
    court::{CourtHold, CourtMatter, Entry, EntryKind},
    event::Event,
    hold::{Hold, HoldKind},
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

    /// Takes in what is entered in a case that concerns it, where the case now stands as `matter`; the new state and what the
    /// docket will say.
    pub fn hear_of(
        self,
        entry: &Entry,
        (case, matter): (&CourtCase, &CourtMatter),
        today: Date,
        rules: Rules<'_>,
    ) -> (Self, Vec<Event>) {
        let mut turn = ActInProgress::of_court(self, (entry, case, false), today, rules);
        if entry.kind == EntryKind::Service
            && let Workflow::CourtPending { petition } = &mut turn.state.workflow
            && petition.case().is(case)
        {
            petition.served_on = Some(entry.on);
        }
        turn.hold_as(case, matter);
        turn.done()
    }

    /// Takes in that an entry of a case was wrong, where the case now stands as `matter`. A court has what is still filed there,
    /// and nothing where nothing is.
    pub fn hear_correction(
        self,
        entry: &Entry,
        (case, matter): (&CourtCase, &CourtMatter),
        today: Date,
        rules: Rules<'_>,
    ) -> (Self, Vec<Event>) {
        let mut turn = ActInProgress::of_court(self, (entry, case, true), today, rules);
        if matches!(entry.kind, EntryKind::Petition | EntryKind::Motion) && turn.state.is_before(case) {
            match matter.petition(case) {
                Some(petition) => turn.state.workflow = Workflow::CourtPending { petition },
                None => turn.leave_court(),
            }
        }
        turn.hold_as(case, matter);
        turn.done()
    }

    /// Takes in that a case was said to concern it by mistake: no court has it there, and the suit holds it no longer than one
    /// that is over. `filing` is what was filed there.
    pub fn leave_case(self, filing: &Entry, case: &CourtCase, today: Date, rules: Rules<'_>) -> (Self, Vec<Event>) {
        let mut turn = ActInProgress::of_court(self, (filing, case, true), today, rules);
        if turn.state.is_before(case) {
            turn.leave_court();
        }
        turn.suit_is_over(case, today);
        turn.done()
    }
}

impl<'a> ActInProgress<'a> {
    /// A turn that tells an entry of a case, or that it was wrong.
    fn of_court(
        state: RequestState,
        (entry, case, corrected): (&Entry, &CourtCase, bool),
        today: Date,
        rules: Rules<'a>,
    ) -> Self {
        let mut turn = Self::new(state, today, rules);
        turn.say(Event::CourtEntered {
            kind: entry.kind,
            on: entry.on,
            case: case.clone(),
            corrected,
        });
        turn
    }

    /// The suit of a case holds the footage as the case stands: without end once it is served (610.027.1), and once it is over,
    /// or where its service was entered by mistake, for as long as another suit can be brought (610.027.5).
    fn hold_as(&mut self, case: &CourtCase, matter: &CourtMatter) {
        match matter.hold(self.rules) {
            None => self.suit_is_over(case, self.on),
            Some(CourtHold { last_day: None, .. }) if self.state.holds.iter().any(|hold| hold.is_for(case)) => {
                self.suit_goes_on(case);
            }
            Some(CourtHold { last_day: None, .. }) => self.hold_for_suit(case.clone()),
            Some(_) => self.suit_is_over(case, matter.decided().map_or(self.on, |end| end.on)),
        }
    }
}

impl RequestState {
    /// The same, where an earlier version kept one hold for all suits and not for which: it was placed for `case`, and what
    /// was filed last and served has a hold of its own.
    #[must_use]
    pub fn with_suit(mut self, case: &CourtCase) -> Self {
        for hold in &mut self.holds {
            if hold.kind == HoldKind::Lawsuit && hold.suit.is_none() {
                hold.suit = Some(case.clone());
            }
        }
        if let Some(petition) = self.petition().filter(|petition| petition.served_on.is_some()) {
            let case = petition.case();
            let held = self.holds.iter().find(|hold| hold.kind == HoldKind::Lawsuit);
            if let Some(placed_on) = held.map(|hold| hold.placed_on)
                && !self.holds.iter().any(|hold| hold.is_for(&case))
            {
                self.holds.push(Hold::for_suit(case, placed_on));
            }
        }
        self
    }

    /// The same as the public may know it while the case is sealed: that a court has it since a day, and nothing of what or who
    /// asked, nor, by a clock that ended or a hold with a last day, that an order decided it. Where the court is done with it
    /// the request stands where it stands.
    #[must_use]
    pub fn under_seal(mut self, since: Date) -> Self {
        let asked = matches!(self.stage(), Stage::CourtPending | Stage::Ordered | Stage::OrderDenied);
        if asked {
            self.workflow = Workflow::CourtPending {
                petition: Petition {
                    by: crate::request_order::Petitioner::Other,
                    court: String::new(),
                    case_number: String::new(),
                    filed_on: since,
                    served_on: None,
                },
            };
            self.clocks.clear();
            self.step = Some(OpenStep {
                since,
                day: None,
                counted: false,
                earlier: None,
            });
            for hold in &mut self.holds {
                hold.last_day = None;
            }
        }
        self.entered_order = None;
        self.holds.retain(|hold| hold.kind != HoldKind::Lawsuit);
        self.footage = self.footage.underlying().clone();
        self.register = self.register.map(|status| status.underlying().clone());
        self
    }
}
