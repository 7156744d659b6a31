//! What each act does to the four parts. The stage, the status, the fee and the hold each refuse
//! on their own; here they are put together.

use jiff::ToSpan as _;

use super::{in_progress::ActInProgress, preconditions::bar};
use crate::{
    Date,
    bar::{Bar, Reason, Section},
    clock::ClockId,
    deadline::reckon::next,
    denial::{GivenPart, Withheld},
    event::Event,
    fee::{Fee, FeeLaw, FeeLine, sum_cents},
    recording::{InactiveGround, NoRecordReason},
    request::{Act, ActKind, Reception, Stage, Workflow, section},
    request_order::{Petition, Petitioner, RequestOrder},
};

impl ActInProgress<'_> {
    /// Refuses days that cannot be: a past promise, a future event, an event before the receipt.
    pub fn check_days(&self, act: &Act) -> Result<(), Bar> {
        let section = section(act.kind());
        let today = self.on;
        let received = self.state.received_on;
        let past = |day: Date, latest: Date| {
            if day > latest {
                bar(Reason::InFuture { latest }, section.clone())
            } else {
                Ok(())
            }
        };
        match act {
            Act::ExplainDelay { promised } => self.promise_plausible(*promised, section),
            Act::CloseActive { confirmed_on } if *confirmed_on < received => {
                bar(Reason::BeforeReceipt { received }, section)
            }
            Act::CloseActive { confirmed_on: day }
            | Act::RecordInactive { since: day, .. }
            | Act::Reclose { since: day }
            | Act::FindNoRecord {
                why: NoRecordReason::Deleted { on: day } | NoRecordReason::DeletedInBreach { on: day },
            }
            | Act::EnterOrder {
                order: RequestOrder { dated: day, .. },
            } => past(*day, today),
            Act::RecordPetition { petition } => {
                let served = petition.served_on.unwrap_or(today);
                past(served, today).and_then(|()| past(petition.filed_on, served))
            }
            Act::RefundFee { on, .. } => past(*on, today),
            Act::RecordAnswer { received }
            | Act::SettleFee {
                received: Some(received),
                ..
            } => self.came_in_time(received.on, section),
            Act::EndPetition { on, .. } => {
                past(*on, today)?;
                match &self.state.workflow {
                    Workflow::CourtPending { petition } if *on < petition.filed_on => bar(
                        Reason::BeforeFiling {
                            filed: petition.filed_on,
                        },
                        section,
                    ),
                    _ => Ok(()),
                }
            }
            Act::Lapse { notice_given } => self.notice_was_given(*notice_given, section),
            Act::CorrectReceipt { on, .. } => self.receipt_plausible(*on),
            _ => Ok(()),
        }
    }

    /// Does the act: ends its clocks, moves the parts, says what happened.
    pub fn apply(&mut self, act: &Act) -> Result<(), Bar> {
        if let Act::RecordPetition { petition } = act {
            self.motion_in_time(petition)?;
        }
        self.end_clocks(act);
        match act {
            Act::Acknowledge => self.step(Workflow::acknowledge, Event::Acknowledged),
            Act::AskClarification => self.ask(),
            Act::AnswerClarification => self.step(Workflow::answer, Event::ClarificationAnswered),
            Act::ExplainDelay { promised } => self.delay(*promised),
            Act::AskFee { lines, deposit_cents } => self.ask_fee(lines, *deposit_cents),
            Act::EstimateFee { lines } => self.estimate_fee(lines),
            Act::RecordAnswer { received } => {
                self.revive(|turn| turn.step(Workflow::answer_received, Event::AnswerRecorded { received: *received }))
            }
            Act::SettleFee {
                waived,
                received,
                cents,
                receipt,
            } => self.revive(|turn| turn.settle_fee(*waived, *received, (*cents, receipt.clone()))),
            Act::RefundFee { cents, on, receipt } => self.refund_fee(*cents, *on, receipt.clone()),
            Act::AcceptFee => {
                self.state.account.accepted_on = Some(self.on);
                self.only(Event::FeeAccepted)
            }
            Act::ChallengeFee => {
                self.state.account.challenged_on = Some(self.on);
                self.only(Event::FeeChallenged)
            }
            Act::NarrowRequest => self.only(Event::RequestNarrowed),
            Act::CloseActive { confirmed_on } => self.close_active(*confirmed_on),
            Act::RecordInactive { ground, since } => self.inactive(*ground, *since),
            Act::Reclose { since } => self.reclose(*since),
            Act::RecordPetition { petition } => self.petition(petition),
            Act::EndPetition { how, on } => self.end_petition(*how, *on),
            Act::EnterOrder { order } => self.enter_order(order),
            Act::VerifyOrder { same_person } => self.verify_order(*same_person),
            Act::FindNoRecord { why } => self.step(
                |stage| stage.no_record(why.clone()),
                Event::NoRecord { why: why.clone() },
            ),
            Act::Deny { provision } => self.deny(provision),
            Act::DenyInPart { given, withheld } => self.deny_in_part(*given, withheld),
            Act::AskGrounds => {
                self.say(Event::GroundsAsked);
                self.start(ClockId::C2);
                Ok(())
            }
            Act::GiveGrounds => self.only(Event::GroundsGiven),
            Act::Reply => self.reply(),
            Act::Write => self.write(),
            Act::Withdraw => self.withdraw(false, Event::Withdrawn),
            Act::Lapse { .. } => self.withdraw(true, Event::Lapsed),
            Act::ExtendLapse => self.extend_lapse(),
            Act::Reopen => self.reopen(),
            Act::TakeBack { entry } => self.take_back(*entry),
            Act::CorrectReceipt { on, why, entry } => self.correct_receipt(*on, *why, *entry),
            Act::StartRedaction => self.step(Workflow::redact, Event::RedactionStarted),
            Act::FinishRedaction => self.step(Workflow::approve, Event::RedactionApproved),
            Act::OpenGate => self.step(Workflow::open_gate, Event::GateOpened),
            Act::Deliver { partial } => self.deliver(*partial),
        }
    }

    fn step(&mut self, by: impl FnOnce(Workflow) -> Result<Workflow, Bar>, event: Event) -> Result<(), Bar> {
        self.say(event);
        self.go(by)
    }

    /// Says what happened; no part changes.
    #[expect(clippy::unnecessary_wraps, reason = "one answer type for every act")]
    fn only(&mut self, event: Event) -> Result<(), Bar> {
        self.say(event);
        Ok(())
    }

    /// 610.100.4: the agency's motion comes within the thirty days, read as long as defensible.
    fn motion_in_time(&self, petition: &Petition) -> Result<(), Bar> {
        let Some(clock) = self
            .state
            .running(ClockId::C3)
            .filter(|_| petition.by == Petitioner::Agency)
        else {
            return Ok(());
        };
        let last_day = clock.outer.map_or(clock.due, |outer| outer.max(clock.due));
        if petition.filed_on > last_day {
            return bar(Reason::MotionLate { last_day }, Section::of("RSMo 610.100.4"));
        }
        Ok(())
    }

    fn ask(&mut self) -> Result<(), Bar> {
        let clock = self.lapse_clock(0);
        let (asked_on, last_day) = (clock.start, clock.due);
        self.step(
            |stage| stage.ask(asked_on, last_day),
            Event::ClarificationAsked { last_day },
        )?;
        self.run(clock);
        Ok(())
    }

    fn ask_fee(&mut self, lines: &[FeeLine], deposit_cents: Option<u64>) -> Result<(), Bar> {
        let fee = std::mem::replace(&mut self.state.fee, Fee::None);
        self.state.account.ask(&fee, lines, deposit_cents)?;
        let anew = fee.unsettled();
        self.state.fee = fee.ask(lines.to_vec(), self.on, self.fee_law())?;
        let cents = sum_cents(lines);
        let mut clock = self.lapse_clock(cents);
        // In place of one that is unpaid: never fewer days than that one gave.
        if let Workflow::FeePending { last_day, .. } = self.state.workflow {
            clock.due = clock.due.max(last_day);
        }
        let (asked_on, last_day) = (clock.start, clock.due);
        let asked = Event::FeeAsked {
            cents,
            last_day,
            lines: lines.to_vec(),
            deposit_cents,
            anew,
        };
        self.step(|stage| stage.ask_fee(asked_on, last_day), asked)?;
        self.run(clock);
        Ok(())
    }

    fn estimate_fee(&mut self, lines: &[FeeLine]) -> Result<(), Bar> {
        self.fee_law().allows(lines)?;
        let account = &mut self.state.account;
        account.estimate = Some((lines.to_vec(), self.on));
        (account.accepted_on, account.challenged_on) = (None, None);
        self.only(Event::FeeEstimated {
            cents: sum_cents(lines),
            lines: lines.to_vec(),
        })
    }

    fn fee_law(&self) -> FeeLaw<'_> {
        self.rules.profile.fee_law()
    }

    fn settle_fee(
        &mut self,
        waived: bool,
        received: Option<Reception>,
        (cents, receipt): (Option<u64>, Option<String>),
    ) -> Result<(), Bar> {
        let received = received.filter(|_| !waived);
        let on = received.map_or(self.on, |received| received.on);
        let due = self.state.account.due_cents(&self.state.fee);
        if self.state.workflow.ended() && !waived && cents.is_some_and(|cents| cents < due) {
            return bar(Reason::LessThanDue { cents: due }, section(ActKind::SettleFee));
        }
        let paid = if waived {
            None
        } else {
            let account = &mut self.state.account;
            Some(account.pay(&self.state.fee, cents, on, receipt.clone())?)
        };
        let left_cents = if waived {
            0
        } else {
            self.state.account.balance_cents(&self.state.fee)
        };
        let enough = waived || self.state.account.due_cents(&self.state.fee) == 0;
        if left_cents == 0 {
            let fee = std::mem::replace(&mut self.state.fee, Fee::None);
            self.state.fee = fee.settle(waived, on)?;
        }
        let settled = Event::FeeSettled {
            waived,
            received,
            cents: paid,
            left_cents,
            receipt: receipt.filter(|_| !waived),
        };
        if enough {
            self.step(Workflow::settle, settled)
        } else {
            self.only(settled)
        }
    }

    fn refund_fee(&mut self, cents: u64, on: Date, receipt: Option<String>) -> Result<(), Bar> {
        self.state.account.refund(cents, on, receipt.clone())?;
        self.only(Event::FeeRefunded { cents, on, receipt })
    }

    /// What came beside the portal came after it was asked for, and where the request has lapsed, by the last day.
    fn came_in_time(&self, on: Date, section: Section) -> Result<(), Bar> {
        if on > self.on {
            return bar(Reason::InFuture { latest: self.on }, section);
        }
        let asked = self.state.clocks.iter().rev().find(|clock| clock.id == ClockId::C6);
        match (asked, self.state.workflow.ended()) {
            (Some(clock), _) if on < clock.start => bar(Reason::BeforeAsked { asked: clock.start }, section),
            (Some(clock), true) if on > clock.due => bar(Reason::CameLate { last_day: clock.due }, section),
            _ => Ok(()),
        }
    }

    /// The earliest day is ahead, and not so far ahead that it promises nothing.
    fn promise_plausible(&self, promised: Date, section: Section) -> Result<(), Bar> {
        let latest = self
            .on
            .saturating_add(i64::from(self.rules.profile.office_days.delay_at_most).days());
        if promised <= self.on {
            return bar(
                Reason::PromiseNotAhead {
                    earliest: next(self.on),
                },
                section,
            );
        }
        if promised > latest {
            return bar(Reason::PromiseTooFar { latest }, section);
        }
        Ok(())
    }

    fn delay(&mut self, promised: Date) -> Result<(), Bar> {
        if self
            .state
            .running(ClockId::C8)
            .is_some_and(|clock| clock.due == promised)
        {
            return bar(Reason::AlreadyDone, Section::of("RSMo 610.023.3"));
        }
        let again = self.state.promises();
        self.step(|stage| stage.delay(promised), Event::DelayExplained { promised, again })?;
        self.replace_promise();
        self.promise(promised);
        Ok(())
    }

    fn close_active(&mut self, confirmed_on: Date) -> Result<(), Bar> {
        let event = match self.state.workflow {
            Workflow::WaitInactive { confirmed_on: known } if confirmed_on <= known => {
                return bar(Reason::AlreadyDone, Section::of("RSMo 610.100.2(2)"));
            }
            Workflow::WaitInactive { .. } => Event::ActiveConfirmed { confirmed_on },
            _ => Event::ClosedActive { confirmed_on },
        };
        self.state.footage = self.state.footage.clone().close_active(confirmed_on)?;
        self.step(|stage| stage.wait(confirmed_on), event)
    }

    fn inactive(&mut self, ground: InactiveGround, since: Date) -> Result<(), Bar> {
        self.state.footage = self.state.footage.clone().inactive(ground, since)?;
        self.step(Workflow::inactive, Event::BecameInactive { ground, since })
    }

    fn reclose(&mut self, since: Date) -> Result<(), Bar> {
        self.state.footage = self.state.footage.clone().reclose(since)?;
        self.step(Workflow::reclose, Event::Reclosed { since })
    }

    fn petition(&mut self, petition: &Petition) -> Result<(), Bar> {
        let asked = Event::CourtAsked {
            by: petition.by,
            filed_on: petition.filed_on,
            case: Some(petition.case()),
        };
        self.step(|stage| stage.petition(petition.clone()), asked)?;
        if petition.served_on.is_some() {
            self.hold_for_suit(petition.case());
        }
        Ok(())
    }

    fn enter_order(&mut self, order: &RequestOrder) -> Result<(), Bar> {
        if self.state.entered_order.as_ref() == Some(order) {
            return bar(Reason::AlreadyDone, Section::of("RSMo 610.100.5"));
        }
        self.state.entered_order = Some(order.clone());
        if self.state.workflow == Workflow::Received {
            self.go(Workflow::acknowledge)?;
        }
        self.only(Event::OrderEntered {
            dated: order.dated,
            case: Some(order.case()),
        })
    }

    fn verify_order(&mut self, same_person: bool) -> Result<(), Bar> {
        if same_person {
            return bar(Reason::SamePerson, Section::of("RSMo 610.100.5"));
        }
        let Some(order) = self.state.entered_order.take() else {
            return Ok(());
        };
        self.state.footage = self.state.footage.clone().order(order.ruling);
        let verified = Event::OrderVerified {
            ruling: order.ruling,
            dated: order.dated,
            case: Some(order.case()),
        };
        self.step(|stage| stage.order(order), verified)
    }

    fn deny(&mut self, provision: &Section) -> Result<(), Bar> {
        let cited = self.cited(provision)?;
        self.state.withheld.clear();
        self.step(
            |stage| stage.deny(cited.clone()),
            Event::Denied {
                provision: cited.clone(),
            },
        )?;
        self.start(ClockId::C7);
        Ok(())
    }

    /// The rest is given, and what is withheld is denied, each part under its provision.
    fn deny_in_part(&mut self, given: GivenPart, withheld: &[Withheld]) -> Result<(), Bar> {
        let section = || section(ActKind::DenyInPart);
        let mut parts: Vec<Withheld> = Vec::new();
        for part in withheld {
            let provision = self.cited(&part.provision)?;
            let part = Withheld {
                provision,
                ..part.clone()
            };
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        if parts.is_empty() {
            return bar(Reason::NothingWithheld, section());
        }
        if self.state.withheld == parts {
            return bar(Reason::AlreadyDone, section());
        }
        self.state.withheld.clone_from(&parts);
        let withheld = parts;
        self.step(Workflow::deny_in_part, Event::DeniedInPart { given, withheld })?;
        self.start(ClockId::C7);
        Ok(())
    }

    /// A provision that a denial may rest on: a specific one, of the profile's list where it has one (610.023.4).
    fn cited(&self, provision: &Section) -> Result<Section, Bar> {
        let refused = |reason| Bar {
            reason,
            section: Section::of("RSMo 610.023.4"),
        };
        let cited = Section::parse(&provision.0).ok_or_else(|| refused(Reason::ProvisionNotNamed))?;
        let profile = self.rules.profile;
        if !profile.denials().is_empty() && profile.denial(&cited).is_none() {
            return Err(refused(Reason::ProvisionNotListed));
        }
        Ok(cited)
    }

    /// Taken up again: what was withheld is decided anew.
    fn reopen(&mut self) -> Result<(), Bar> {
        self.state.withheld.clear();
        self.step(Workflow::reopen, Event::Reopened)
    }

    /// A message while a question is open answers it: silence alone ends a request (610.026.2(2)).
    fn write(&mut self) -> Result<(), Bar> {
        self.say(Event::RequesterWrote);
        match self.state.stage() {
            Stage::Clarify => self.step(Workflow::answer, Event::ClarificationAnswered),
            _ => Ok(()),
        }
    }

    /// An answer to what was written about a fee begins C6 anew: the full days to pay count from it.
    fn reply(&mut self) -> Result<(), Bar> {
        self.say(Event::CustodianWrote);
        if self.state.stage() == Stage::FeePending && self.state.running(ClockId::C6).is_none() {
            let clock = self.lapse_clock(self.state.fee.cents());
            let last_day = clock.due;
            self.go(|stage| stage.extend(last_day))?;
            self.run(clock);
        }
        Ok(())
    }

    /// A closure entered since C6 began lengthens it as it would have from the start; nothing shortens it.
    fn extend_lapse(&mut self) -> Result<(), Bar> {
        let section = section(ActKind::ExtendLapse);
        let Some(clock) = self.state.running(ClockId::C6).cloned() else {
            return bar(Reason::LapseNotAnnounced, section);
        };
        let counted = self.lapse_counted_from(clock.start);
        let Some(last_day) = counted.filter(|last_day| *last_day > clock.due) else {
            return bar(Reason::AlreadyDone, section);
        };
        self.move_lapse(last_day);
        self.step(|stage| stage.extend(last_day), Event::LapseExtended { last_day })
    }

    fn withdraw(&mut self, lapsed: bool, event: Event) -> Result<(), Bar> {
        let on = self.on;
        self.step(|stage| stage.withdraw(on, lapsed), event)
    }

    /// 610.026.2(2): the days count from the notice that silence ends the request, where that came later than the
    /// question or the fee; without a notice that was given nothing lapses. Days that began anew need a notice of their own.
    fn notice_was_given(&self, given: Option<Date>, section: Section) -> Result<(), Bar> {
        let began = self.state.running(ClockId::C6).map(|clock| clock.start);
        let Some(given) = given.filter(|given| began.is_none_or(|began| *given >= began)) else {
            return bar(Reason::LapseNotAnnounced, section);
        };
        match self.lapse_counted_from(given) {
            Some(last_day) if self.on <= last_day => bar(Reason::NotLapsedYet { last_day }, section),
            _ => Ok(()),
        }
    }

    fn deliver(&mut self, partial: bool) -> Result<(), Bar> {
        let on = self.on;
        let partial = partial || !self.state.withheld.is_empty();
        self.step(|stage| stage.deliver(on, partial), Event::Released { partial })
    }
}
