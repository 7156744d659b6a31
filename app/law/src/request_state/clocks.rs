//! Which acts start and end which clocks (README.md (a), clocks).

use super::in_progress::ActInProgress;
use crate::{
    Date,
    bar::Bar,
    clock::{Clock, ClockEnd, ClockId, Ending},
    event::Event,
    profile::ActReading,
    request::{Act, ActKind, Stage, Workflow},
    request_order::Petitioner,
};

impl ActInProgress<'_> {
    /// Starts a clock today under the profile's rule for it: C1, C2, C3 or C7.
    pub fn start(&mut self, id: ClockId) {
        self.start_on(id, self.on);
    }

    /// Starts C1, C2, C3 or C7 from a day that may be past.
    pub fn start_on(&mut self, id: ClockId, start: Date) {
        let profile = self.rules.profile;
        let rule = match id {
            ClockId::C1 => &profile.clocks.act,
            ClockId::C2 => &profile.clocks.grounds,
            ClockId::C3 => &profile.clocks.civil,
            ClockId::C7 => &profile.clocks.enforce,
            // Notices have their own parts; C6 and C8 start with what was asked or promised.
            ClockId::C4 | ClockId::C5 | ClockId::C6 | ClockId::C8 => return,
        };
        let deadline = profile.reckon(rule, start, self.rules.closures);
        let (due, outer) = match id {
            ClockId::C7 => (deadline.date, Some(self.enforce_outer(start))),
            _ => profile.duty(&deadline),
        };
        self.run(Clock {
            id,
            rule: rule.name.clone(),
            start,
            due,
            outer,
            ended: None,
        });
    }

    /// C6 from today, not started yet: the longer time where the fee exceeds the threshold.
    pub fn lapse_clock(&self, cents: u64) -> Clock {
        let profile = self.rules.profile;
        let long = cents > profile.lapse_threshold_cents;
        let rule = if long {
            &profile.clocks.lapse_long
        } else {
            &profile.clocks.lapse
        };
        let due = profile.reckon(rule, self.on, self.rules.closures).date;
        Clock {
            id: ClockId::C6,
            rule: rule.name.clone(),
            start: self.on,
            due,
            outer: None,
            ended: None,
        }
    }

    /// C6 from today under a rule, with its last day.
    pub fn lapse_clock_under(&self, rule: &str, due: Date) -> Clock {
        Clock {
            id: ClockId::C6,
            rule: rule.to_owned(),
            start: self.on,
            due,
            outer: None,
            ended: None,
        }
    }

    /// Stops the clocks that run and did not run before: those that were started since, and those that an act let run again.
    pub fn stop_all_but(&mut self, running: &[usize]) {
        let on = self.on;
        let clocks = self.state.clocks.iter_mut().enumerate();
        for (_, clock) in clocks.filter(|(at, clock)| clock.runs() && !running.contains(at)) {
            *clock = clock.clone().end(on, Ending::Stopped);
            self.events.push(Event::ClockEnded {
                clock: clock.id,
                due: clock.due,
                how: Ending::Stopped,
            });
        }
    }

    /// Last day of C6, counted under its rule from a later day than it was started on; `None` where no C6 runs.
    pub fn lapse_counted_from(&self, day: Date) -> Option<Date> {
        let clock = self.state.running(ClockId::C6)?;
        let rule = self.rules.profile.rule(&clock.rule)?;
        let start = clock.start.max(day);
        Some(
            self.rules
                .profile
                .reckon(rule, start, self.rules.closures)
                .date
                .max(clock.due),
        )
    }

    /// Moves the last day of C6.
    pub fn move_lapse(&mut self, last_day: Date) {
        let mut clocks = self.state.clocks.iter_mut().rev();
        if let Some(clock) = clocks.find(|clock| clock.id == ClockId::C6 && clock.runs()) {
            clock.due = last_day;
        }
    }

    /// Does what proves a lapse wrong, where the request has lapsed: what it had ended is owed again by the day that it was
    /// owed before.
    pub fn revive(&mut self, by: impl FnOnce(&mut Self) -> Result<(), Bar>) -> Result<(), Bar> {
        let lapsed_on = match self.state.workflow {
            Workflow::Withdrawn { on, lapsed: true } => Some(on),
            _ => None,
        };
        by(self)?;
        let Some(lapsed_on) = lapsed_on else { return Ok(()) };
        for at in 0..self.state.clocks.len() {
            let clock = &self.state.clocks[at];
            // An answer that was taken back has stopped them once more; what began only after the lapse was not owed before.
            let stopped = |end: &ClockEnd| end.how == Ending::Stopped && end.on >= lapsed_on;
            let owed = matches!(clock.id, ClockId::C3 | ClockId::C8) && clock.start <= lapsed_on;
            if owed && clock.ended.as_ref().is_some_and(stopped) {
                self.resume(at);
            }
        }
        Ok(())
    }

    /// Starts C8: the day that the agency promised itself.
    pub fn promise(&mut self, due: Date) {
        let start = self.on;
        self.run(Clock {
            id: ClockId::C8,
            rule: String::new(),
            start,
            due,
            outer: None,
            ended: None,
        });
    }

    /// Starts a clock.
    pub fn run(&mut self, clock: Clock) {
        self.say(Event::ClockStarted { clock: clock.clone() });
        self.state.clocks.push(clock);
    }

    /// Last day on which a suit over what happened on a day can be brought (610.027.5).
    pub fn enforce_outer(&self, from: Date) -> Date {
        let profile = self.rules.profile;
        profile
            .reckon(&profile.clocks.enforce_outer, from, self.rules.closures)
            .date
    }

    /// Ends the clocks that an act ends, before the stage changes.
    pub fn end_clocks(&mut self, act: &Act) {
        for id in ClockId::ALL {
            let how = match id {
                ClockId::C1 => ends_c1(act, self.rules.profile.act_reading),
                ClockId::C2 => ends_c2(act.kind()),
                ClockId::C3 => ends_c3(act),
                ClockId::C6 => ends_c6(act.kind(), self.state.stage()).filter(|_| !self.paid_in_part(act)),
                ClockId::C8 => ends_c8(act),
                ClockId::C4 | ClockId::C5 | ClockId::C7 => None,
            };
            if let Some(how) = how {
                self.end(id, how, |_| true);
            }
        }
    }

    /// Whether less is paid than is due first, so that the days to pay run on.
    fn paid_in_part(&self, act: &Act) -> bool {
        let due = self.state.account.due_cents(&self.state.fee);
        matches!(act, Act::SettleFee { waived: false, cents: Some(cents), .. } if *cents < due)
    }

    /// A new promise replaces the old one, unless that is broken already: then it stays, late.
    pub fn replace_promise(&mut self) {
        let today = self.on;
        self.end(ClockId::C8, Ending::Stopped, |clock| !clock.late(today));
    }

    fn end(&mut self, id: ClockId, how: Ending, which: impl Fn(&Clock) -> bool) {
        let on = self.on;
        let mut ascertained = Vec::new();
        for clock in self
            .state
            .clocks
            .iter_mut()
            .filter(|clock| clock.id == id && clock.runs() && which(clock))
        {
            let missed = clock.missed_on(on);
            *clock = clock.clone().end(on, how);
            self.events.push(Event::ClockEnded {
                clock: id,
                due: clock.due,
                how,
            });
            if how == Ending::Met {
                ascertained.extend(missed);
            }
        }
        for day in ascertained {
            self.time_to_sue(day);
        }
    }

    /// Starts C7 from the day on which a violation could be ascertained, unless it runs from that day already: what was done too
    /// late may have been taken back.
    pub fn time_to_sue(&mut self, day: Date) {
        let known = |clock: &Clock| clock.id == ClockId::C7 && clock.start == day && clock.runs();
        if !self.state.clocks.iter().any(known) {
            self.start_on(ClockId::C7, day);
        }
    }

    /// The day of C1 or C3 counted from another day, with its other reading.
    pub fn duty_from(&self, id: ClockId, start: Date) -> Option<(Date, Option<Date>)> {
        let profile = self.rules.profile;
        let rule = match id {
            ClockId::C1 => &profile.clocks.act,
            ClockId::C3 => &profile.clocks.civil,
            _ => return None,
        };
        Some(profile.duty(&profile.reckon(rule, start, self.rules.closures)))
    }
}

/// 610.023.3: the request is acted upon by an answer, by a question or a fee, or by the cause of the delay with the earliest
/// day; a letter alone is no act. Whether a step that tells whoever filed none of these is one too is the profile's reading.
/// Of what is filed with a court only the agency's own motion is its act.
fn ends_c1(act: &Act, reading: ActReading) -> Option<Ending> {
    match act.kind() {
        ActKind::AskClarification
        | ActKind::ExplainDelay
        | ActKind::AskFee
        | ActKind::CloseActive
        | ActKind::FindNoRecord
        | ActKind::Deny
        | ActKind::DenyInPart
        | ActKind::Deliver => Some(Ending::Met),
        ActKind::RecordPetition if own_motion(act) => Some(Ending::Met),
        ActKind::Acknowledge
        | ActKind::RecordInactive
        | ActKind::Reclose
        | ActKind::EnterOrder
        | ActKind::StartRedaction => match reading {
            ActReading::AnyAct => Some(Ending::Met),
            ActReading::Answer => None,
        },
        ActKind::Withdraw | ActKind::VerifyOrder | ActKind::Lapse => Some(Ending::Stopped),
        _ => None,
    }
}

/// Whether the agency itself moves the court.
fn own_motion(act: &Act) -> bool {
    matches!(act, Act::RecordPetition { petition } if petition.by == Petitioner::Agency)
}

/// 610.023.4: the statement itself; or there is no denial left to give grounds for.
const fn ends_c2(kind: ActKind) -> Option<Ending> {
    match kind {
        ActKind::GiveGrounds => Some(Ending::Met),
        ActKind::Reopen | ActKind::RecordInactive | ActKind::VerifyOrder | ActKind::Withdraw => Some(Ending::Stopped),
        _ => None,
    }
}

/// 610.100.4: provide, or move the court. That the investigation is active is no answer here.
fn ends_c3(act: &Act) -> Option<Ending> {
    match act {
        Act::Deliver { .. } | Act::Deny { .. } | Act::FindNoRecord { .. } => Some(Ending::Met),
        Act::RecordPetition { .. } if own_motion(act) => Some(Ending::Met),
        Act::VerifyOrder { .. } | Act::Withdraw | Act::Lapse { .. } => Some(Ending::Stopped),
        _ => None,
    }
}

/// 610.026.2(2): the requester's answer, in whatever form it came, or payment; a court or the end of the request. Who writes
/// about a fee was not silent.
const fn ends_c6(kind: ActKind, stage: Stage) -> Option<Ending> {
    match kind {
        ActKind::AnswerClarification | ActKind::RecordAnswer => Some(Ending::Met),
        ActKind::SettleFee if matches!(stage, Stage::FeePending) => Some(Ending::Met),
        ActKind::Write if matches!(stage, Stage::Clarify) => Some(Ending::Met),
        ActKind::Write | ActKind::NarrowRequest | ActKind::AskFee if matches!(stage, Stage::FeePending) => {
            Some(Ending::Stopped)
        }
        ActKind::RecordPetition | ActKind::VerifyOrder | ActKind::Withdraw => Some(Ending::Stopped),
        ActKind::Lapse => Some(Ending::Lapsed),
        _ => None,
    }
}

/// The promise is kept, or broken, by the act that answers the request.
fn ends_c8(act: &Act) -> Option<Ending> {
    match act.kind() {
        ActKind::CloseActive | ActKind::FindNoRecord | ActKind::Deny | ActKind::VerifyOrder | ActKind::Deliver => {
            Some(Ending::Met)
        }
        ActKind::RecordPetition if own_motion(act) => Some(Ending::Met),
        ActKind::Withdraw | ActKind::Lapse => Some(Ending::Stopped),
        _ => None,
    }
}
