//! The table: which acts follow from which stage, and under which section.

use super::{ActKind, Stage};
use crate::bar::Section;

/// The section under which an act of this kind happens, and which a refusal of it cites.
pub const fn section(kind: ActKind) -> Section {
    Section::of(match kind {
        ActKind::Acknowledge | ActKind::ExplainDelay | ActKind::FindNoRecord | ActKind::CorrectReceipt => {
            "RSMo 610.023.3"
        }
        ActKind::AskClarification
        | ActKind::AnswerClarification
        | ActKind::RecordAnswer
        | ActKind::Lapse
        | ActKind::ExtendLapse => "RSMo 610.026.2(2)",
        ActKind::AskFee
        | ActKind::EstimateFee
        | ActKind::SettleFee
        | ActKind::RefundFee
        | ActKind::AcceptFee
        | ActKind::ChallengeFee
        | ActKind::NarrowRequest => "RSMo 610.026.1(2)",
        ActKind::CloseActive => "RSMo 610.100.2(2)",
        ActKind::RecordInactive => "RSMo 610.100.1(3)",
        ActKind::Reclose => "RSMo 610.105.1",
        ActKind::RecordPetition | ActKind::EndPetition | ActKind::EnterOrder | ActKind::VerifyOrder => "RSMo 610.100.5",
        ActKind::Deny | ActKind::DenyInPart | ActKind::AskGrounds | ActKind::GiveGrounds => "RSMo 610.023.4",
        ActKind::StartRedaction | ActKind::FinishRedaction => "RSMo 610.100.3",
        ActKind::OpenGate => "RSMo 610.100.8",
        ActKind::Reply
        | ActKind::Write
        | ActKind::Withdraw
        | ActKind::Reopen
        | ActKind::TakeBack
        | ActKind::Deliver => "RSMo 610.023",
    })
}

impl Stage {
    /// Whether a request in this stage has ended.
    pub const fn ended(self) -> bool {
        matches!(
            self,
            Self::NoRecord | Self::Denied | Self::OrderDenied | Self::Released | Self::Partial | Self::Withdrawn
        )
    }

    /// Whether the custodian works on the request and may answer it.
    const fn at_work(self) -> bool {
        matches!(self, Self::Received | Self::UnderReview | Self::Delayed)
    }

    /// The table: which acts follow from which stage.
    pub(super) const fn admits(self, kind: ActKind) -> bool {
        match kind {
            ActKind::Acknowledge => matches!(self, Self::Received),
            ActKind::AskClarification => self.at_work(),
            // Also while a copy is made, and while a court has a suit, which excuses no agency from 610.023.3: whoever waits
            // hears again, with another day.
            ActKind::ExplainDelay => {
                self.at_work()
                    || matches!(
                        self,
                        Self::CourtPending | Self::Ordered | Self::Redacting | Self::NoticeGate | Self::Ready
                    )
            }
            // Also in place of one that is unpaid.
            ActKind::AskFee => self.at_work() || matches!(self, Self::Ordered | Self::FeePending),
            ActKind::StartRedaction => self.at_work() || matches!(self, Self::Ordered),
            ActKind::EstimateFee => self.at_work() || matches!(self, Self::Ordered | Self::WaitInactive),
            ActKind::CloseActive | ActKind::Deny => self.at_work() || matches!(self, Self::WaitInactive),
            // What is given follows; also while its copy is made.
            ActKind::DenyInPart => self.at_work() || matches!(self, Self::Redacting | Self::NoticeGate | Self::Ready),
            ActKind::FindNoRecord => self.at_work() || matches!(self, Self::WaitInactive | Self::Ordered),
            ActKind::AnswerClarification => matches!(self, Self::Clarify),
            // An answer or a payment that came in time counts, also where its entry comes after the lapse.
            ActKind::RecordAnswer => matches!(self, Self::Clarify | Self::Withdrawn),
            ActKind::SettleFee => !self.ended() || matches!(self, Self::Withdrawn),
            ActKind::EndPetition => matches!(self, Self::CourtPending),
            ActKind::Lapse | ActKind::ExtendLapse => matches!(self, Self::Clarify | Self::FeePending),
            // Parts that are withheld are denied.
            ActKind::AskGrounds => matches!(self, Self::Denied | Self::Partial | Self::WaitInactive),
            ActKind::FinishRedaction => matches!(self, Self::Redacting),
            ActKind::OpenGate => matches!(self, Self::NoticeGate),
            ActKind::Deliver => matches!(self, Self::Ready),
            ActKind::Reopen => self.ended(),
            ActKind::RecordInactive
            | ActKind::Reclose
            | ActKind::AcceptFee
            | ActKind::ChallengeFee
            | ActKind::NarrowRequest
            | ActKind::Withdraw => !self.ended(),
            ActKind::RecordPetition
            | ActKind::EnterOrder
            | ActKind::VerifyOrder
            | ActKind::GiveGrounds
            | ActKind::Reply
            | ActKind::RefundFee
            | ActKind::TakeBack
            | ActKind::CorrectReceipt
            | ActKind::Write => true,
        }
    }
}
