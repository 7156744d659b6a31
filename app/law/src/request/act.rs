//! The acts that move a request, each with the facts that the law looks at.

use serde::{Deserialize, Serialize};

use crate::{
    Date,
    bar::Section,
    denial::{GivenPart, Withheld},
    recording::{InactiveGround, NoRecordReason},
    request_order::{Petition, PetitionEnd, RequestOrder},
};

/// How something reached the office beside the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReplyChannel {
    /// By telephone.
    Telephone,
    /// At the counter.
    Counter,
    /// On paper, by mail or brought in.
    Letter,
    /// By e-mail.
    Email,
    /// By fax.
    Fax,
}

crate::keys::keyed!(ReplyChannel {
    Telephone => "telephone",
    Counter => "counter",
    Letter => "letter",
    Email => "email",
    Fax => "fax",
});

/// Why the day on which a request reached the office was entered wrongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptMistake {
    /// It was typed wrongly.
    Typing,
    /// The day of another paper or call was taken.
    OtherPaper,
    /// The office's stamp, or its record of mail and calls, shows another day.
    Stamp,
}

crate::keys::keyed!(ReceiptMistake {
    Typing => "typing",
    OtherPaper => "other_paper",
    Stamp => "stamp",
});

/// When and how a request, an answer or a payment reached the office beside the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reception {
    /// Its true day, also where it is entered later.
    pub on: Date,
    /// How it came.
    pub channel: ReplyChannel,
}

/// What somebody wants to do to a request, with the facts that the law looks at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    /// Custodian: take the request up (C1 ends only where the profile reads the law so).
    Acknowledge,
    /// Custodian: ask a question, saying that silence withdraws the request (610.026.2(2)).
    AskClarification,
    /// Requester: answer the question.
    AnswerClarification,
    /// Custodian: the question was answered by telephone, at the counter or on paper.
    RecordAnswer {
        /// When and how.
        received: Reception,
    },
    /// Custodian: explain the cause of delay with the earliest day (610.023.3).
    ExplainDelay {
        /// The promised day.
        promised: Date,
    },
    /// Custodian: ask for a fee, lines given (610.026.1(2)).
    AskFee {
        /// The lines.
        lines: Vec<crate::fee::FeeLine>,
        /// What of it is asked for before the work, in US cents; `None`: all of it.
        deposit_cents: Option<u64>,
    },
    /// Custodian: tell what it may cost, before anything is asked for (610.026.1(2)).
    EstimateFee {
        /// The lines.
        lines: Vec<crate::fee::FeeLine>,
    },
    /// Requester pays, or custodian waives.
    SettleFee {
        /// Whether it was waived.
        waived: bool,
        /// When and how it was paid, where that is known.
        received: Option<Reception>,
        /// How much, in US cents; `None`: what is due first.
        cents: Option<u64>,
        /// Number of the receipt.
        receipt: Option<String>,
    },
    /// Custodian: give back what was not used.
    RefundFee {
        /// How much, in US cents.
        cents: u64,
        /// The day.
        on: Date,
        /// Number of the receipt.
        receipt: Option<String>,
    },
    /// Requester: accept the estimate or the fee.
    AcceptFee,
    /// Requester: say that the estimate or the fee is wrong. It stops no clock and closes nothing.
    ChallengeFee,
    /// Requester: ask for less, so that it costs less.
    NarrowRequest,
    /// Custodian: closed, the investigation is active; also confirms it again later.
    CloseActive {
        /// Day on which the investigator confirmed it.
        confirmed_on: Date,
    },
    /// Custodian: the investigation became inactive on a statutory ground (610.100.1(3)).
    RecordInactive {
        /// The ground.
        ground: InactiveGround,
        /// The day it became so.
        since: Date,
    },
    /// Custodian: the record was closed again (610.105).
    Reclose {
        /// The day it was closed.
        since: Date,
    },
    /// Custodian: a petition or motion was filed with a court (610.100.5, .4).
    RecordPetition {
        /// What was filed.
        petition: Petition,
    },
    /// Custodian: the court dismissed what was filed, or whoever filed it withdrew it.
    EndPetition {
        /// How it ended.
        how: PetitionEnd,
        /// The day.
        on: Date,
    },
    /// Custodian: enter a court's order; it has no effect until verified.
    EnterOrder {
        /// The order.
        order: RequestOrder,
    },
    /// A second person: verify the order entered.
    VerifyOrder {
        /// Whether the verifier is the person who entered it.
        same_person: bool,
    },
    /// Custodian: there is no recording.
    FindNoRecord {
        /// Why.
        why: NoRecordReason,
    },
    /// Custodian: deny under a specific provision.
    Deny {
        /// The provision.
        provision: Section,
    },
    /// Custodian: deny a part, and give the rest (610.023.4, 610.024.1).
    DenyInPart {
        /// What is given.
        given: GivenPart,
        /// What is withheld, each with its provision.
        withheld: Vec<Withheld>,
    },
    /// Requester: ask for written grounds (610.023.4); C2 starts.
    AskGrounds,
    /// Custodian: give the written grounds; C2 ends.
    GiveGrounds,
    /// Custodian: write to the requester; changes no stage. As the answer to what was written about a fee it begins C6 anew.
    Reply,
    /// Requester: write to the custodian. While a question is open it is the answer; while a fee is, C6 ends, and the
    /// custodian must answer first. Else it changes no stage.
    Write,
    /// Requester: withdraw.
    Withdraw,
    /// The portal: C6 ran out.
    Lapse {
        /// Day on which whoever filed was given notice that silence ends the request; `None` where nothing proves that
        /// they were told.
        notice_given: Option<Date>,
    },
    /// The portal: a closure of the office, entered since C6 began, gives more days to answer or pay.
    ExtendLapse,
    /// Custodian: reopen on a new fact.
    Reopen,
    /// Custodian: the last act was a slip; a new entry names it, and what it changed is as before.
    TakeBack {
        /// Number of its entry in the docket.
        entry: i64,
    },
    /// Custodian: the day of receipt of a request that staff entered was entered wrongly; a new entry names the first.
    CorrectReceipt {
        /// The true day.
        on: Date,
        /// Why the first was wrong: everybody may read it.
        why: ReceiptMistake,
        /// Number in the docket of the entry that is corrected.
        entry: i64,
    },
    /// Custodian: begin the redacted copy.
    StartRedaction,
    /// Second person: the copy is approved.
    FinishRedaction,
    /// All people shown are clear.
    OpenGate,
    /// Custodian: deliver.
    Deliver {
        /// Whether parts are withheld.
        partial: bool,
    },
}

/// An act's name without its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the Act variant of the same name")]
pub enum ActKind {
    Acknowledge,
    AskClarification,
    AnswerClarification,
    RecordAnswer,
    ExplainDelay,
    AskFee,
    EstimateFee,
    SettleFee,
    RefundFee,
    AcceptFee,
    ChallengeFee,
    NarrowRequest,
    CloseActive,
    RecordInactive,
    Reclose,
    RecordPetition,
    EndPetition,
    EnterOrder,
    VerifyOrder,
    FindNoRecord,
    Deny,
    DenyInPart,
    AskGrounds,
    GiveGrounds,
    Reply,
    Write,
    Withdraw,
    Lapse,
    ExtendLapse,
    Reopen,
    TakeBack,
    CorrectReceipt,
    StartRedaction,
    FinishRedaction,
    OpenGate,
    Deliver,
}

crate::keys::keyed!(ActKind {
    Acknowledge => "acknowledge",
    AskClarification => "ask_clarification",
    AnswerClarification => "answer_clarification",
    RecordAnswer => "record_answer",
    ExplainDelay => "explain_delay",
    AskFee => "ask_fee",
    EstimateFee => "estimate_fee",
    SettleFee => "settle_fee",
    RefundFee => "refund_fee",
    AcceptFee => "accept_fee",
    ChallengeFee => "challenge_fee",
    NarrowRequest => "narrow_request",
    CloseActive => "close_active",
    RecordInactive => "record_inactive",
    Reclose => "reclose",
    RecordPetition => "record_petition",
    EndPetition => "end_petition",
    EnterOrder => "enter_order",
    VerifyOrder => "verify_order",
    FindNoRecord => "find_no_record",
    Deny => "deny",
    DenyInPart => "deny_in_part",
    AskGrounds => "ask_grounds",
    GiveGrounds => "give_grounds",
    Reply => "reply",
    Write => "write",
    Withdraw => "withdraw",
    Lapse => "lapse",
    ExtendLapse => "extend_lapse",
    Reopen => "reopen",
    TakeBack => "take_back",
    CorrectReceipt => "correct_receipt",
    StartRedaction => "start_redaction",
    FinishRedaction => "finish_redaction",
    OpenGate => "open_gate",
    Deliver => "deliver",
});

impl ActKind {
    /// Whether it decides on the footage of a request, so that nobody who is on it does it. The rest is correspondence and
    /// money, or keeps what a court's clerk said; and what the portal enters follows from releases and copies, which ask for
    /// themselves.
    pub const fn decides(self) -> bool {
        match self {
            Self::CloseActive
            | Self::RecordInactive
            | Self::Reclose
            | Self::EnterOrder
            | Self::VerifyOrder
            | Self::StartRedaction
            | Self::FindNoRecord
            | Self::Deny
            | Self::DenyInPart
            | Self::GiveGrounds
            | Self::Reopen
            | Self::TakeBack => true,
            Self::Acknowledge
            | Self::AskClarification
            | Self::AnswerClarification
            | Self::RecordAnswer
            | Self::ExplainDelay
            | Self::AskFee
            | Self::EstimateFee
            | Self::SettleFee
            | Self::RefundFee
            | Self::AcceptFee
            | Self::ChallengeFee
            | Self::NarrowRequest
            | Self::RecordPetition
            | Self::EndPetition
            | Self::AskGrounds
            | Self::Reply
            | Self::Write
            | Self::Withdraw
            | Self::Lapse
            | Self::ExtendLapse
            | Self::CorrectReceipt
            | Self::FinishRedaction
            | Self::OpenGate
            | Self::Deliver => false,
        }
    }
}

impl Act {
    /// Its name without its facts.
    pub const fn kind(&self) -> ActKind {
        match self {
            Self::Acknowledge => ActKind::Acknowledge,
            Self::AskClarification => ActKind::AskClarification,
            Self::AnswerClarification => ActKind::AnswerClarification,
            Self::RecordAnswer { .. } => ActKind::RecordAnswer,
            Self::ExplainDelay { .. } => ActKind::ExplainDelay,
            Self::AskFee { .. } => ActKind::AskFee,
            Self::EstimateFee { .. } => ActKind::EstimateFee,
            Self::SettleFee { .. } => ActKind::SettleFee,
            Self::RefundFee { .. } => ActKind::RefundFee,
            Self::AcceptFee => ActKind::AcceptFee,
            Self::ChallengeFee => ActKind::ChallengeFee,
            Self::NarrowRequest => ActKind::NarrowRequest,
            Self::CloseActive { .. } => ActKind::CloseActive,
            Self::RecordInactive { .. } => ActKind::RecordInactive,
            Self::Reclose { .. } => ActKind::Reclose,
            Self::RecordPetition { .. } => ActKind::RecordPetition,
            Self::EndPetition { .. } => ActKind::EndPetition,
            Self::EnterOrder { .. } => ActKind::EnterOrder,
            Self::VerifyOrder { .. } => ActKind::VerifyOrder,
            Self::FindNoRecord { .. } => ActKind::FindNoRecord,
            Self::Deny { .. } => ActKind::Deny,
            Self::DenyInPart { .. } => ActKind::DenyInPart,
            Self::AskGrounds => ActKind::AskGrounds,
            Self::GiveGrounds => ActKind::GiveGrounds,
            Self::Reply => ActKind::Reply,
            Self::Write => ActKind::Write,
            Self::Withdraw => ActKind::Withdraw,
            Self::Lapse { .. } => ActKind::Lapse,
            Self::ExtendLapse => ActKind::ExtendLapse,
            Self::Reopen => ActKind::Reopen,
            Self::TakeBack { .. } => ActKind::TakeBack,
            Self::CorrectReceipt { .. } => ActKind::CorrectReceipt,
            Self::StartRedaction => ActKind::StartRedaction,
            Self::FinishRedaction => ActKind::FinishRedaction,
            Self::OpenGate => ActKind::OpenGate,
            Self::Deliver { .. } => ActKind::Deliver,
        }
    }
}
