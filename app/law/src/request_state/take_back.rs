//! Slips: the last acts of the office can be taken back, the newest first. Nothing is overwritten: a new entry names the
//! first, and what the act changed is as before.

use serde::{Deserialize, Serialize};

use super::{ActInProgress, OpenStep, RequestState};
use crate::{
    Date,
    bar::{Bar, Reason, Section},
    clock::{Clock, ClockId},
    denial::Withheld,
    event::Event,
    fee::{Fee, FeeAccount},
    hold::HoldKind,
    recording::RecordingStatus,
    request::{ActKind, Stage, Workflow},
    request_order::{CourtCase, Petition, PetitionEnd, Petitioner},
};

/// How a request stood before an act that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// The act.
    pub act: ActKind,
    /// Its day.
    pub on: Date,
    /// Number in the docket of its first entry, put in by whoever keeps the docket; `None` where an earlier version kept it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<i64>,
    /// The stage before it.
    pub workflow: Workflow,
    /// The status of the footage before it.
    pub footage: RecordingStatus,
    /// The fee before it.
    pub fee: Fee,
    /// The money before it.
    #[serde(default, skip_serializing_if = "FeeAccount::is_empty")]
    pub account: FeeAccount,
    /// Since when what was awaited before it was awaited; `None` where an earlier version kept it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<OpenStep>,
    /// What was withheld before it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withheld: Vec<Withheld>,
    /// How many clocks there were; an earlier version of the program reads it.
    pub clocks: usize,
    /// Which of them ran, by their places.
    pub running: Vec<usize>,
}

/// So many acts can be taken back one after the other.
const KEPT: usize = 10;

/// Acts of the office that can be a slip, and then be taken back by an entry that names them.
pub const fn can_be_a_slip(kind: ActKind) -> bool {
    matches!(
        kind,
        ActKind::Acknowledge
            | ActKind::AskClarification
            | ActKind::RecordAnswer
            | ActKind::ExplainDelay
            | ActKind::AskFee
            | ActKind::EstimateFee
            | ActKind::SettleFee
            | ActKind::RefundFee
            | ActKind::CloseActive
            | ActKind::RecordInactive
            | ActKind::Reclose
            | ActKind::RecordPetition
            | ActKind::EndPetition
            | ActKind::FindNoRecord
            | ActKind::Deny
            | ActKind::DenyInPart
            | ActKind::StartRedaction
    )
}

/// Acts that change nothing of what an act before them did.
const fn leaves_all(kind: ActKind) -> bool {
    matches!(
        kind,
        ActKind::Reply
            | ActKind::Write
            | ActKind::AcceptFee
            | ActKind::ChallengeFee
            | ActKind::NarrowRequest
            | ActKind::AskGrounds
            | ActKind::GiveGrounds
            | ActKind::EnterOrder
            | ActKind::TakeBack
            | ActKind::CorrectReceipt
            | ActKind::ExtendLapse
    )
}

impl RequestState {
    /// The act that can be taken back now.
    pub fn last_slip(&self) -> Option<&Before> {
        self.before.last()
    }

    /// Keeps under which number of the docket the act that was just done begins, so that what takes it back can name it.
    pub fn entered_at(&mut self, entry: i64) {
        if let Some(slip) = self.before.last_mut() {
            slip.entry.get_or_insert(entry);
        }
    }

    /// Whether anything can be taken back now.
    pub(super) fn may_take_back(&self) -> Result<(), Bar> {
        match self.last_slip() {
            Some(_) => Ok(()),
            None => Err(Bar {
                reason: Reason::NothingToTakeBack,
                section: Section::of("RSMo 610.023"),
            }),
        }
    }
}

impl ActInProgress<'_> {
    /// Keeps how the request stands, before an act that can be a slip; after an act of somebody else, or a second
    /// person's, what came before it stays.
    pub fn remember(&mut self, kind: ActKind) {
        if leaves_all(kind) {
            return;
        }
        if !can_be_a_slip(kind) {
            self.state.before.clear();
            return;
        }
        let (clocks, running) = (self.state.clocks.len(), self.running_clocks());
        if self.state.before.len() >= KEPT {
            self.state.before.remove(0);
        }
        self.state.before.push(Before {
            act: kind,
            on: self.on,
            entry: None,
            workflow: self.state.workflow.clone(),
            footage: self.state.footage.clone(),
            fee: self.state.fee.clone(),
            account: self.state.account.clone(),
            step: self.state.step,
            withheld: self.state.withheld.clone(),
            clocks,
            running,
        });
    }

    /// Takes the last act back. The agency's clocks run on to their days as if it had never been; whoever filed has new
    /// days to answer or pay, never fewer than they had.
    pub fn take_back(&mut self, entry: i64) -> Result<(), Bar> {
        self.state.may_take_back()?;
        let Some(before) = self.state.before.pop() else {
            return Ok(());
        };
        let act = before.act;
        let was_before = self.state.petition().map(Petition::case);
        if act == ActKind::ExplainDelay {
            self.state.promises_taken_back += 1;
        }
        (self.state.footage, self.state.fee) = (before.footage, before.fee);
        self.state.withheld = before.withheld;
        self.state.account = before.account;
        let stage = before.workflow.stage();
        self.go(|_| Ok(before.workflow))?;
        self.say(Event::TakenBack { entry, act, stage });
        if let Some(case) = was_before.filter(|case| !self.state.is_before(case)) {
            self.suit_is_over(&case, self.on);
        }
        if act == ActKind::EndPetition
            && let Some(case) = self.state.petition().map(Petition::case)
        {
            self.suit_goes_on(&case);
        }
        let mut running = before.running;
        running.retain(|at| self.state.clocks.get(*at).is_some_and(|clock| self.still_owed(clock)));
        running.extend(self.times_to_sue(&running));
        self.stop_all_but(&running);
        for at in running {
            self.resume(at);
        }
        self.settle_last_day();
        if let Some(step) = before.step {
            let now = self.state.step;
            let counted = step.counted || now.is_some_and(|now| now.counted);
            let told = now.filter(|now| now.counted).and_then(|now| now.day.or(now.earlier));
            let earlier = step.earlier.or(told).filter(|_| step.day.is_none());
            self.state.step = Some(OpenStep {
                counted,
                earlier,
                ..step
            });
            self.state.mark_counted();
            self.restores_step = true;
        }
        Ok(())
    }

    /// Whether a clock still has a reason in the stage that is back: written grounds are owed only of what is denied or closed,
    /// and days to answer or pay run only while something is asked.
    fn still_owed(&self, clock: &Clock) -> bool {
        let needs = match clock.id {
            ClockId::C2 => ActKind::AskGrounds,
            ClockId::C6 => ActKind::ExtendLapse,
            _ => return true,
        };
        self.state.workflow.admits(needs).is_ok()
    }

    /// The times to sue that run because the agency missed a day. What it did too late is taken back, and that it is late is
    /// not: the time runs on from the day on which the violation could be ascertained (610.027.5). `running` are the clocks
    /// that run again.
    fn times_to_sue(&self, running: &[usize]) -> Vec<usize> {
        let clocks = &self.state.clocks;
        let missed = running.iter().filter_map(|at| clocks.get(*at)?.missed_on(self.on));
        let sues = |day: Date| {
            let mut found = clocks.iter().enumerate();
            found.find_map(|(at, clock)| (clock.id == ClockId::C7 && clock.start == day && clock.runs()).then_some(at))
        };
        missed.filter_map(sues).filter(|at| !running.contains(at)).collect()
    }

    /// What was done beside the acts that can be taken back stays when they are: a clock that it ended does not run again, and
    /// one that it began does. `ran` are those that ran before.
    pub fn stands_beside(&mut self, kind: ActKind, ran: &[usize], was: Stage) {
        if !leaves_all(kind) || kind == ActKind::TakeBack {
            return;
        }
        let clocks = &self.state.clocks;
        let runs = |at: &usize| clocks.get(*at).is_some_and(Clock::runs);
        let ended: Vec<usize> = ran.iter().copied().filter(|at| !runs(at)).collect();
        let begun: Vec<usize> = (0..clocks.len()).filter(|at| runs(at) && !ran.contains(at)).collect();
        let answered = was == Stage::Clarify && self.state.stage() != was;
        for before in &mut self.state.before {
            before.running.retain(|at| !ended.contains(at));
            before.running.extend(&begun);
            if answered && before.workflow.stage() == Stage::Clarify {
                (before.workflow, before.step) = (Workflow::UnderReview, None);
            }
        }
    }

    /// The last day to answer or pay is that of the clock, which may have moved since.
    fn settle_last_day(&mut self) {
        let due = self.state.running(ClockId::C6).map(|clock| clock.due);
        if let (Some(due), Workflow::Clarify { last_day, .. } | Workflow::FeePending { last_day, .. }) =
            (due, &mut self.state.workflow)
        {
            *last_day = due;
        }
    }

    /// The places of the clocks that run.
    pub fn running_clocks(&self) -> Vec<usize> {
        let clocks = &self.state.clocks;
        (0..clocks.len()).filter(|at| clocks[*at].runs()).collect()
    }

    /// A court is done with what was filed, without an order: the request stands where it stood, and an agency that asked
    /// in vain to close the footage owes it by the day that it owed it before (610.100.4).
    pub fn end_petition(&mut self, how: PetitionEnd, on: Date) -> Result<(), Bar> {
        let Workflow::CourtPending { petition } = self.state.workflow.clone() else {
            return self.state.workflow.admits(ActKind::EndPetition);
        };
        let (workflow, running, confirmed_on) = self.before_court();
        self.go(|stage| stage.petition_ended(workflow, confirmed_on))?;
        let stage = self.state.stage();
        self.say(Event::PetitionEnded { how, on, stage });
        self.suit_is_over(&petition.case(), on);
        self.owe_again(&petition, running.unwrap_or_default());
        Ok(())
    }

    /// The thirty days of a civil claim run on where only the agency's own motion had ended them.
    fn owe_again(&mut self, petition: &Petition, running: Vec<usize>) {
        if petition.by != Petitioner::Agency || self.state.workflow.ended() {
            return;
        }
        let clocks = &self.state.clocks;
        let civil = |at: &usize| clocks.get(*at).is_some_and(|clock| clock.id == ClockId::C3);
        let civil: Vec<usize> = running.into_iter().filter(civil).collect();
        for at in civil {
            self.resume(at);
        }
    }

    /// What a suit held stays held for as long as another can be brought (610.027.5); what another suit holds stays as it is.
    pub fn suit_is_over(&mut self, case: &CourtCase, on: Date) {
        let last_day = self.enforce_outer(on.max(self.state.received_on));
        let mut ended = false;
        for hold in &mut self.state.holds {
            if hold.is_for(case) && hold.last_day.is_none() {
                *hold = hold.clone().until(last_day);
                ended = true;
            }
        }
        if ended {
            self.say(Event::HoldEnds {
                kind: HoldKind::Lawsuit,
                last_day,
            });
        }
    }

    /// A suit that was over goes on: what it holds is held without end again (610.027.1).
    pub fn suit_goes_on(&mut self, case: &CourtCase) {
        let mut again = false;
        for hold in &mut self.state.holds {
            if hold.is_for(case) && hold.last_day.is_some() {
                *hold = hold.clone().again();
                again = true;
            }
        }
        if again {
            self.say(Event::HoldPlaced {
                kind: HoldKind::Lawsuit,
            });
        }
    }

    /// What was said to be filed was not: the request stands where it stood.
    pub fn leave_court(&mut self) {
        let Workflow::CourtPending { petition } = self.state.workflow.clone() else {
            return;
        };
        let (workflow, running, confirmed_on) = self.before_court();
        // No court has it, so every stage may follow.
        let _: Result<(), Bar> = self.go(|stage| stage.petition_ended(workflow, confirmed_on));
        self.suit_is_over(&petition.case(), self.on);
        self.owe_again(&petition, running.unwrap_or_default());
    }

    /// How it stood before the court was asked.
    fn before_court(&self) -> (Option<Workflow>, Option<Vec<usize>>, Option<Date>) {
        let filed = self.state.before.iter().rev().find(|before| {
            before.act == ActKind::RecordPetition && !matches!(before.workflow, Workflow::CourtPending { .. })
        });
        let (workflow, running) = filed
            .map(|before| (before.workflow.clone(), before.running.clone()))
            .unzip();
        let confirmed_on = match &self.state.footage {
            RecordingStatus::ActiveClosed { confirmed_on } => Some(*confirmed_on),
            _ => None,
        };
        (workflow, running, confirmed_on)
    }

    /// A clock runs again; days of whoever filed are counted from today.
    pub fn resume(&mut self, at: usize) {
        let Some(was) = self.state.clocks.get(at).and_then(|clock| clock.ended) else {
            return;
        };
        let clock = self.state.clocks[at].clone();
        if clock.id == ClockId::C6 {
            self.days_anew(clock.due, &clock.rule);
            return;
        }
        self.state.clocks[at].ended = None;
        let clock = self.state.clocks[at].clone();
        self.say(Event::ClockResumed { clock, was });
    }

    fn days_anew(&mut self, due: Date, rule: &str) {
        let profile = self.rules.profile;
        let counted = profile
            .rule(rule)
            .map(|rule| profile.reckon(rule, self.on, self.rules.closures).date);
        let last = counted.map_or(due, |day| day.max(due));
        let clock = self.lapse_clock_under(rule, last);
        self.run(clock);
    }
}
