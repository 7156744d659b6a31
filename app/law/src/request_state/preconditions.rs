//! Whether an act of some kind is possible now: the guards of the four parts, put together.

use super::RequestState;
use crate::{
    Date,
    bar::{Bar, Reason, Section},
    clock::ClockId,
    fee::Fee,
    recording::RecordingStatus,
    request::{ActKind, Stage, Workflow, section},
};

impl RequestState {
    /// What stands in the way of an act of this kind, whatever its facts.
    pub(super) fn guard(&self, kind: ActKind, today: Date) -> Result<(), Bar> {
        match kind {
            ActKind::StartRedaction | ActKind::FinishRedaction | ActKind::OpenGate | ActKind::Deliver => {
                self.guard_release(kind)
            }
            // Parts that are withheld are denied, also while the rest is on its way.
            ActKind::AskGrounds if !self.withheld.is_empty() && !self.workflow.ended() => self.guard_parts(kind, today),
            _ => self.workflow.admits(kind).and_then(|()| self.guard_parts(kind, today)),
        }
    }

    /// The guards of footage, fee, clocks and order, once the stage admits the act.
    fn guard_parts(&self, kind: ActKind, today: Date) -> Result<(), Bar> {
        match kind {
            ActKind::CloseActive => self
                .status()
                .may_be_active()
                .and_then(|()| self.footage.may_be_active()),
            ActKind::RecordInactive => self.not_kept_closed().and_then(|()| self.footage.may_become_inactive()),
            ActKind::Reclose => self.footage.may_be_reclosed(),
            ActKind::AcceptFee | ActKind::ChallengeFee | ActKind::NarrowRequest => self.may_answer_fee(kind),
            ActKind::RefundFee if self.account.kept_cents() == 0 => {
                bar(Reason::RefundTooLarge { cents: 0 }, section(kind))
            }
            ActKind::SettleFee | ActKind::RecordAnswer if self.workflow.ended() => self.may_answer_after_lapse(kind),
            ActKind::SettleFee => self.fee.may_be_settled(),
            ActKind::TakeBack => self.may_take_back(),
            ActKind::CorrectReceipt => self.may_correct_receipt(),
            // A suit over what has ended leaves no answer to wait for.
            ActKind::ExplainDelay if self.stage() == Stage::CourtPending && self.agency_clock().is_none() => {
                let stage = self.stage();
                bar(Reason::WrongStage { stage }, section(kind))
            }
            ActKind::AskGrounds if self.running(ClockId::C2).is_some() => bar(Reason::AlreadyDone, section(kind)),
            ActKind::GiveGrounds if self.running(ClockId::C2).is_none() => self.no_grounds_due(),
            ActKind::VerifyOrder if self.entered_order.is_none() => bar(Reason::NoOrderEntered, section(kind)),
            ActKind::Lapse => self.guard_lapse(today),
            _ => Ok(()),
        }
    }

    /// What another law closed, by the register, is not open because an investigation ended.
    fn not_kept_closed(&self) -> Result<(), Bar> {
        match &self.register {
            Some(status @ (RecordingStatus::Reclosed { .. } | RecordingStatus::ConfidentialOther)) => {
                status.releasable()
            }
            _ => Ok(()),
        }
    }

    /// Only what lapsed can have been answered or paid in time; what somebody withdrew has ended by their word.
    fn may_answer_after_lapse(&self, kind: ActKind) -> Result<(), Bar> {
        let lapsed = matches!(self.workflow, Workflow::Withdrawn { lapsed: true, .. });
        let awaits_fee = self.fee.unsettled() && self.account.deposit_open(&self.fee);
        if lapsed && awaits_fee == (kind == ActKind::SettleFee) {
            return Ok(());
        }
        bar(Reason::Ended, section(kind))
    }

    /// Whoever filed answers what they were told of costs, and accepts it once.
    fn may_answer_fee(&self, kind: ActKind) -> Result<(), Bar> {
        let told = self.fee.unsettled() || (self.fee == Fee::None && self.account.estimate.is_some());
        match kind {
            _ if !told => bar(Reason::NoFeeAsked, section(kind)),
            ActKind::AcceptFee if self.account.accepted_on.is_some() => bar(Reason::AlreadyDone, section(kind)),
            _ => Ok(()),
        }
    }

    /// A copy is made and leaves the office only of footage that is open, or that a court opened.
    /// The status answers first, for it is the reason that people need to hear.
    fn guard_release(&self, kind: ActKind) -> Result<(), Bar> {
        if self.workflow.ended() {
            return self.workflow.admits(kind);
        }
        if let Err(closed) = self.status().releasable() {
            return match self.entered_order {
                Some(_) => bar(Reason::OrderNotVerified, Section::of("RSMo 610.100.5")),
                None => Err(closed),
            };
        }
        self.workflow.admits(kind)?;
        if kind == ActKind::Deliver && self.fee.unsettled() {
            return bar(Reason::FeeUnsettled, Section::of("RSMo 610.026.1(2)"));
        }
        Ok(())
    }

    /// 610.026.2(2): only after the announced days ran out, and never while a suit is pending.
    fn guard_lapse(&self, today: Date) -> Result<(), Bar> {
        let section = section(ActKind::Lapse);
        let Some(clock) = self.running(ClockId::C6) else {
            return bar(Reason::LapseNotAnnounced, section);
        };
        if self.suit_stands(today) {
            return bar(Reason::SuitPending, section);
        }
        if today <= clock.due {
            return bar(Reason::NotLapsedYet { last_day: clock.due }, section);
        }
        Ok(())
    }

    /// Why no written grounds can be given: nobody asked, or they were given.
    fn no_grounds_due(&self) -> Result<(), Bar> {
        let given = self.clocks.iter().any(|clock| clock.id == ClockId::C2);
        let reason = match self.stage() {
            Stage::Denied | Stage::Partial | Stage::WaitInactive if given => Reason::AlreadyDone,
            _ if given && !self.withheld.is_empty() => Reason::AlreadyDone,
            stage => Reason::WrongStage { stage },
        };
        bar(reason, section(ActKind::GiveGrounds))
    }
}

pub(super) const fn bar(reason: Reason, section: Section) -> Result<(), Bar> {
    Err(Bar { reason, section })
}
