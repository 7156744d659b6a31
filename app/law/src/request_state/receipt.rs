//! The day of receipt of a request that staff entered, corrected: nothing is overwritten in the docket, and the clocks of that
//! day follow the true one (610.023.3, 610.100.4).

use super::{ActInProgress, RequestState, preconditions::bar};
use crate::{
    Date,
    bar::{Bar, Reason},
    clock::{Clock, ClockEnd, ClockId, Ending},
    event::{ClockMoved, Event},
    hold::HoldKind,
    request::{ActKind, ReceiptMistake, Reception, section},
};

impl RequestState {
    /// Only a day that staff entered can be wrong; the portal keeps its own.
    pub(super) fn may_correct_receipt(&self) -> Result<(), Bar> {
        match self.channel {
            Some(_) => Ok(()),
            None => bar(Reason::ReceivedByPortal, section(ActKind::CorrectReceipt)),
        }
    }

    /// The day on which it was entered: from then on the footage is held.
    fn entered_on(&self) -> Option<Date> {
        let held = self.holds.iter().find(|hold| hold.kind == HoldKind::Request);
        held.map(|hold| hold.placed_on)
    }
}

impl ActInProgress<'_> {
    /// Refuses a day that cannot be: after the day of the entry, or the one that is entered.
    pub(super) fn receipt_plausible(&self, on: Date) -> Result<(), Bar> {
        let section = section(ActKind::CorrectReceipt);
        match self.state.entered_on() {
            _ if on > self.on => bar(Reason::InFuture { latest: self.on }, section),
            Some(entered) if on > entered => bar(Reason::ReceivedAfterEntry { entered }, section),
            _ if on == self.state.received_on => bar(Reason::AlreadyDone, section),
            _ => Ok(()),
        }
    }

    /// The true day takes the place of the one that was entered. What was done in time, or too late, is told anew by it.
    pub(super) fn correct_receipt(&mut self, on: Date, why: ReceiptMistake, entry: i64) -> Result<(), Bar> {
        self.state.may_correct_receipt()?;
        let Some(channel) = self.state.channel else {
            return Ok(());
        };
        let was = std::mem::replace(&mut self.state.received_on, on);
        let mut moved = Vec::new();
        let (mut missed_before, mut missed_now) = (Vec::new(), Vec::new());
        for at in 0..self.state.clocks.len() {
            let known = self.state.clocks[at].clone();
            if known.start != was || !matches!(known.id, ClockId::C1 | ClockId::C3) {
                continue;
            }
            let Some((due, outer)) = self.duty_from(known.id, on) else {
                continue;
            };
            let clock = Clock {
                start: on,
                due,
                outer,
                ..known.clone()
            };
            if let Some(ClockEnd { on, how: Ending::Met }) = clock.ended {
                missed_before.extend(known.missed_on(on));
                missed_now.extend(clock.missed_on(on));
            }
            self.state.clocks[at] = clock.clone();
            moved.push(ClockMoved { was: known.due, clock });
        }
        self.say(Event::ReceiptCorrected {
            entry,
            was,
            received: Reception { on, channel },
            why,
            clocks: moved,
        });
        self.move_times_to_sue(&missed_before, &missed_now);
        Ok(())
    }

    /// A time to sue that ran from a day which was not missed after all ends; one over a day that was begins.
    fn move_times_to_sue(&mut self, before: &[Date], now: &[Date]) {
        let unfounded =
            |clock: &Clock| clock.id == ClockId::C7 && before.contains(&clock.start) && !now.contains(&clock.start);
        let clocks = self.state.clocks.iter().enumerate();
        let stay = clocks.filter(|(_, clock)| clock.runs() && !unfounded(clock));
        let stay: Vec<usize> = stay.map(|(at, _)| at).collect();
        self.stop_all_but(&stay);
        for day in now {
            self.time_to_sue(*day);
        }
    }
}
