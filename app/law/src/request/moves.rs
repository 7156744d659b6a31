//! How one stage follows from another. A transition consumes the old stage and refuses with the
//! section that stands in the way (README.md (a), workflow).

use super::{ActKind, Stage, Workflow, section};
use crate::{
    Date,
    bar::{Bar, Reason, Section},
    recording::NoRecordReason,
    request_order::{Petition, RequestOrder, Ruling},
};

impl Workflow {
    /// The stage's name.
    pub const fn stage(&self) -> Stage {
        match self {
            Self::Received => Stage::Received,
            Self::UnderReview => Stage::UnderReview,
            Self::Clarify { .. } => Stage::Clarify,
            Self::Delayed { .. } => Stage::Delayed,
            Self::FeePending { .. } => Stage::FeePending,
            Self::NoRecord { .. } => Stage::NoRecord,
            Self::WaitInactive { .. } => Stage::WaitInactive,
            Self::Denied { .. } => Stage::Denied,
            Self::CourtPending { .. } => Stage::CourtPending,
            Self::Ordered { .. } => Stage::Ordered,
            Self::OrderDenied { .. } => Stage::OrderDenied,
            Self::Redacting => Stage::Redacting,
            Self::NoticeGate => Stage::NoticeGate,
            Self::Ready => Stage::Ready,
            Self::Released { partial: false, .. } => Stage::Released,
            Self::Released { partial: true, .. } => Stage::Partial,
            Self::Withdrawn { .. } => Stage::Withdrawn,
        }
    }

    /// Whether the request has ended here; only a new fact moves it on.
    pub const fn ended(&self) -> bool {
        self.stage().ended()
    }

    /// Whether an act of this kind follows from this stage, whatever its facts.
    ///
    /// # Errors
    /// [`Reason::WrongStage`], [`Reason::Ended`] or the nearer reason, with the act's section.
    pub fn admits(&self, kind: ActKind) -> Result<(), Bar> {
        let stage = self.stage();
        if stage.admits(kind) {
            return Ok(());
        }
        let reason = match (kind, stage) {
            (ActKind::AskGrounds, stage) if !stage.ended() => Reason::NothingDenied,
            (ActKind::Reopen, _) => Reason::WrongStage { stage },
            (ActKind::Withdraw, Stage::Withdrawn) => Reason::AlreadyDone,
            _ if stage.ended() => Reason::Ended,
            (ActKind::Acknowledge, _)
            | (ActKind::AskClarification, Stage::Clarify)
            | (ActKind::StartRedaction, Stage::Redacting | Stage::NoticeGate | Stage::Ready)
            | (ActKind::FinishRedaction, Stage::NoticeGate | Stage::Ready)
            | (ActKind::OpenGate, Stage::Ready) => Reason::AlreadyDone,
            (ActKind::OpenGate | ActKind::Deliver, Stage::Redacting) => Reason::RedactionUnapproved,
            (ActKind::FinishRedaction | ActKind::OpenGate | ActKind::Deliver, _)
                if stage.admits(ActKind::StartRedaction) =>
            {
                Reason::RedactionNotBegun
            }
            (ActKind::Deliver, Stage::NoticeGate) => Reason::NoticeOpen,
            _ => Reason::WrongStage { stage },
        };
        Err(Bar {
            reason,
            section: section(kind),
        })
    }

    /// The stage after an act of this kind, if this stage admits it.
    fn to(self, kind: ActKind, next: Self) -> Result<Self, Bar> {
        self.admits(kind).map(|()| next)
    }

    /// Row 2: the custodian takes the request up (610.023.3).
    ///
    /// # Errors
    /// When somebody has acted already.
    pub fn acknowledge(self) -> Result<Self, Bar> {
        self.to(ActKind::Acknowledge, Self::UnderReview)
    }

    /// Row 3: a question, with the last day to answer it (610.026.2(2)).
    ///
    /// # Errors
    /// When the request is not being worked on.
    pub fn ask(self, asked_on: Date, last_day: Date) -> Result<Self, Bar> {
        self.to(ActKind::AskClarification, Self::Clarify { asked_on, last_day })
    }

    /// Row 4: delay explained (610.023.3); a copy that is being made is made on, and a court that has it keeps it.
    ///
    /// # Errors
    /// When the request is not being worked on.
    pub fn delay(self, promised: Date) -> Result<Self, Bar> {
        let next = match self {
            Self::CourtPending { .. } | Self::Ordered { .. } | Self::Redacting | Self::NoticeGate | Self::Ready => {
                self.clone()
            }
            _ => Self::Delayed { promised },
        };
        self.to(ActKind::ExplainDelay, next)
    }

    /// Row 5: a fee is asked for (610.026.1(2)).
    ///
    /// # Errors
    /// When the request is not being worked on.
    pub fn ask_fee(self, asked_on: Date, last_day: Date) -> Result<Self, Bar> {
        self.to(ActKind::AskFee, Self::FeePending { asked_on, last_day })
    }

    /// Row 6: the question is answered.
    ///
    /// # Errors
    /// When no question is open.
    pub fn answer(self) -> Result<Self, Bar> {
        self.to(ActKind::AnswerClarification, Self::UnderReview)
    }

    /// Row 6: the question was answered beside the portal; in time, also where the request lapsed meanwhile.
    ///
    /// # Errors
    /// When no question was asked.
    pub fn answer_received(self) -> Result<Self, Bar> {
        self.to(ActKind::RecordAnswer, Self::UnderReview)
    }

    /// Row 6: the fee is settled; a request that did not wait for it stays where it is.
    ///
    /// # Errors
    /// When the request has ended.
    pub fn settle(self) -> Result<Self, Bar> {
        let next = if matches!(self, Self::FeePending { .. } | Self::Withdrawn { .. }) {
            Self::UnderReview
        } else {
            self.clone()
        };
        self.to(ActKind::SettleFee, next)
    }

    /// Row 7, and the requester's own withdrawal: the request ends by lapse (610.026.2(2)) or by the requester's word.
    ///
    /// # Errors
    /// When it has ended already; a lapse also when nothing is awaited from the requester.
    pub fn withdraw(self, on: Date, lapsed: bool) -> Result<Self, Bar> {
        let kind = if lapsed { ActKind::Lapse } else { ActKind::Withdraw };
        self.to(kind, Self::Withdrawn { on, lapsed })
    }

    /// The last day of what is awaited from the requester moves on.
    ///
    /// # Errors
    /// When nothing is awaited from the requester.
    pub fn extend(self, last_day: Date) -> Result<Self, Bar> {
        let next = match self {
            Self::Clarify { asked_on, .. } => Self::Clarify { asked_on, last_day },
            Self::FeePending { asked_on, .. } => Self::FeePending { asked_on, last_day },
            ref other => other.clone(),
        };
        self.to(ActKind::ExtendLapse, next)
    }

    /// Row 8: there is no recording.
    ///
    /// # Errors
    /// When the request is not being worked on.
    pub fn no_record(self, why: NoRecordReason) -> Result<Self, Bar> {
        self.to(ActKind::FindNoRecord, Self::NoRecord { why })
    }

    /// Row 9: closed while the investigation is active, followed (610.100.2(2)).
    ///
    /// # Errors
    /// When the request is not being worked on.
    pub fn wait(self, confirmed_on: Date) -> Result<Self, Bar> {
        self.to(ActKind::CloseActive, Self::WaitInactive { confirmed_on })
    }

    /// Row 10: denied under a provision (610.023.4).
    ///
    /// # Errors
    /// When the request is not being worked on.
    pub fn deny(self, provision: Section) -> Result<Self, Bar> {
        self.to(ActKind::Deny, Self::Denied { provision })
    }

    /// Row 10, in part: what is given is worked on; a copy that is being made is made on (610.024.1).
    ///
    /// # Errors
    /// When the request is not being worked on.
    pub fn deny_in_part(self) -> Result<Self, Bar> {
        let next = match self {
            Self::Received => Self::UnderReview,
            ref stays => stays.clone(),
        };
        self.to(ActKind::DenyInPart, next)
    }

    /// Row 12: the investigation became inactive; what waited for that is taken up again.
    ///
    /// # Errors
    /// When the request has ended.
    pub fn inactive(self) -> Result<Self, Bar> {
        let next = match self {
            Self::Received | Self::Delayed { .. } | Self::WaitInactive { .. } => Self::UnderReview,
            ref stays => stays.clone(),
        };
        self.to(ActKind::RecordInactive, next)
    }

    /// The record was closed again (610.105.1): a release under way goes back to review.
    ///
    /// # Errors
    /// When the request has ended.
    pub fn reclose(self) -> Result<Self, Bar> {
        let next = match self.stage() {
            Stage::Clarify | Stage::Delayed | Stage::FeePending | Stage::CourtPending => self.clone(),
            _ => Self::UnderReview,
        };
        self.to(ActKind::Reclose, next)
    }

    /// Rows 13 and 15: a court is asked (610.100.5, 610.100.4), from any stage.
    ///
    /// # Errors
    /// When this very petition is recorded already.
    pub fn petition(self, petition: Petition) -> Result<Self, Bar> {
        if matches!(&self, Self::CourtPending { petition: known } if *known == petition) {
            return Err(Bar {
                reason: Reason::AlreadyDone,
                section: section(ActKind::RecordPetition),
            });
        }
        self.to(ActKind::RecordPetition, Self::CourtPending { petition })
    }

    /// What was filed with the court was dismissed or withdrawn: the request stands where it stood before, if that can
    /// still be; what waited for an answer or a payment is taken up again, so that no days run out meanwhile.
    ///
    /// # Errors
    /// When no court has it.
    pub fn petition_ended(self, before: Option<Self>, confirmed_on: Option<Date>) -> Result<Self, Bar> {
        let waits = confirmed_on.map(|confirmed_on| Self::WaitInactive { confirmed_on });
        let next = match before {
            Some(ended) if ended.ended() => ended,
            _ => waits.unwrap_or(Self::UnderReview),
        };
        self.to(ActKind::EndPetition, next)
    }

    /// Row 14: a verified order takes effect (610.100.5), from any stage.
    ///
    /// # Errors
    /// Every stage admits it now; that an order was entered is the case's guard.
    pub fn order(self, order: RequestOrder) -> Result<Self, Bar> {
        let next = match order.ruling {
            Ruling::Disclose | Ruling::DiscloseInPart => Self::Ordered { order },
            Ruling::Refuse => Self::OrderDenied { order },
        };
        self.to(ActKind::VerifyOrder, next)
    }

    /// Row 16: the redacted copy is begun (610.100.3, 610.024.1).
    ///
    /// # Errors
    /// When the request is not being worked on.
    pub fn redact(self) -> Result<Self, Bar> {
        self.to(ActKind::StartRedaction, Self::Redacting)
    }

    /// Row 17: the copy is approved.
    ///
    /// # Errors
    /// When no copy is being made.
    pub fn approve(self) -> Result<Self, Bar> {
        self.to(ActKind::FinishRedaction, Self::NoticeGate)
    }

    /// Row 18: all people shown are clear.
    ///
    /// # Errors
    /// When the copy is not approved yet.
    pub fn open_gate(self) -> Result<Self, Bar> {
        self.to(ActKind::OpenGate, Self::Ready)
    }

    /// Row 19: delivered.
    ///
    /// # Errors
    /// When the request is not ready.
    pub fn deliver(self, on: Date, partial: bool) -> Result<Self, Bar> {
        self.to(ActKind::Deliver, Self::Released { on, partial })
    }

    /// Row 20: taken up again on a new fact.
    ///
    /// # Errors
    /// When the request has not ended.
    pub fn reopen(self) -> Result<Self, Bar> {
        self.to(ActKind::Reopen, Self::UnderReview)
    }
}
