//! What happened to a request, as the docket keeps it: public facts only, no personal data and no
//! free text, so that every entry can be published and verified.

use serde::{Deserialize, Serialize};

use crate::{
    Date,
    bar::Section,
    clock::{Clock, ClockEnd, ClockId, Ending},
    court::EntryKind,
    denial::{GivenPart, Withheld},
    fee::FeeLine,
    hold::HoldKind,
    recording::{InactiveGround, NoRecordReason},
    request::{ActKind, ReceiptMistake, Reception, Stage, Track},
    request_order::{CourtCase, PetitionEnd, Petitioner, Ruling},
};

/// One thing that happened. The docket adds the day, the instant and who acted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// The request was received.
    Filed {
        /// On what right.
        track: Track,
        /// When and how it reached the office, where it did not come by the portal and staff entered it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        received: Option<Reception>,
    },
    /// A hold was placed.
    HoldPlaced {
        /// Why.
        kind: HoldKind,
    },
    /// A hold got its last day.
    HoldEnds {
        /// Why it was placed.
        kind: HoldKind,
        /// Its last day.
        last_day: Date,
    },
    /// A clock started.
    ClockStarted {
        /// The clock, as started.
        clock: Clock,
    },
    /// A clock ended.
    ClockEnded {
        /// Which.
        clock: ClockId,
        /// The day it was due.
        due: Date,
        /// How it ended.
        how: Ending,
    },
    /// A clock runs again, because what ended it was taken back.
    ClockResumed {
        /// The clock, with its day as before.
        clock: Clock,
        /// How and when it had ended.
        was: ClockEnd,
    },
    /// The custodian took the request up.
    Acknowledged,
    /// The custodian asked a question.
    ClarificationAsked {
        /// Last day to answer.
        last_day: Date,
    },
    /// The requester answered.
    ClarificationAnswered,
    /// The requester's answer came beside the portal.
    AnswerRecorded {
        /// When and how.
        received: Reception,
    },
    /// Delay explained, a day promised.
    DelayExplained {
        /// The promised day.
        promised: Date,
        /// How often it had been explained before, each time with a day.
        #[serde(default, skip_serializing_if = "is_zero")]
        again: usize,
    },
    /// A fee was asked for.
    FeeAsked {
        /// Sum in US cents.
        cents: u64,
        /// Last day to pay.
        last_day: Date,
        /// What it is made of; entries of earlier versions do not say.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        lines: Vec<FeeLine>,
        /// What of it is asked for before the work, in US cents, where that is not all.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        deposit_cents: Option<u64>,
        /// Whether it stands in place of one that was not paid yet.
        #[serde(default, skip_serializing_if = "is_false")]
        anew: bool,
    },
    /// It was told what the copies may cost.
    FeeEstimated {
        /// Sum in US cents.
        cents: u64,
        /// What it is made of.
        lines: Vec<FeeLine>,
    },
    /// Whoever filed accepted the estimate or the fee.
    FeeAccepted,
    /// Whoever filed challenged the estimate or the fee.
    FeeChallenged,
    /// Whoever filed asked for less, so that it costs less.
    RequestNarrowed,
    /// Money that was paid was given back.
    FeeRefunded {
        /// US cents.
        cents: u64,
        /// The day.
        on: Date,
        /// Number of the receipt.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        receipt: Option<String>,
    },
    /// The fee was paid or waived.
    FeeSettled {
        /// Whether waived.
        waived: bool,
        /// When and how it was paid, where that is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        received: Option<Reception>,
        /// How much was paid, in US cents; entries of earlier versions do not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cents: Option<u64>,
        /// What is left to pay, in US cents.
        #[serde(default, skip_serializing_if = "is_zero_cents")]
        left_cents: u64,
        /// Number of the receipt.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        receipt: Option<String>,
    },
    /// Closed: the investigation is active.
    ClosedActive {
        /// Day of the investigator's confirmation.
        confirmed_on: Date,
    },
    /// Confirmed again that it is still active.
    ActiveConfirmed {
        /// Day of the confirmation.
        confirmed_on: Date,
    },
    /// The investigation became inactive.
    BecameInactive {
        /// The ground.
        ground: InactiveGround,
        /// Since when.
        since: Date,
    },
    /// Closed again.
    Reclosed {
        /// Since when.
        since: Date,
    },
    /// A court was asked.
    CourtAsked {
        /// Who asked.
        by: Petitioner,
        /// Day of filing.
        filed_on: Date,
        /// Which court has it under which number; entries of earlier versions do not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        case: Option<CourtCase>,
    },
    /// What was filed with the court was dismissed or withdrawn.
    PetitionEnded {
        /// How it ended.
        how: PetitionEnd,
        /// The day.
        on: Date,
        /// Where the request stands since.
        stage: Stage,
    },
    /// An order was entered; not yet verified.
    OrderEntered {
        /// Day of the order.
        dated: Date,
        /// As in [`Event::CourtAsked`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        case: Option<CourtCase>,
    },
    /// The order was verified and has effect.
    OrderVerified {
        /// What it says.
        ruling: Ruling,
        /// Day of the order.
        dated: Date,
        /// As in [`Event::CourtAsked`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        case: Option<CourtCase>,
    },
    /// Something was entered in a court case that concerns the request, beside what its own acts tell.
    CourtEntered {
        /// What.
        kind: EntryKind,
        /// Its day.
        on: Date,
        /// In which case.
        case: CourtCase,
        /// Whether it was wrong, and is corrected by this.
        #[serde(default, skip_serializing_if = "is_false")]
        corrected: bool,
    },
    /// Something of a case that a court sealed: never kept, but shown in place of what is.
    CourtMatter,
    /// No recording exists.
    NoRecord {
        /// Why.
        why: NoRecordReason,
    },
    /// Denied.
    Denied {
        /// The provision.
        provision: Section,
    },
    /// A part was denied; the rest is given.
    DeniedInPart {
        /// What is given.
        given: GivenPart,
        /// What is withheld, each with its provision.
        withheld: Vec<Withheld>,
    },
    /// Written grounds were asked for.
    GroundsAsked,
    /// Written grounds were given.
    GroundsGiven,
    /// The custodian wrote to the requester.
    CustodianWrote,
    /// The requester wrote.
    RequesterWrote,
    /// The requester withdrew.
    Withdrawn,
    /// It lapsed, unanswered or unpaid.
    Lapsed,
    /// A closure entered later gives more days to answer or pay.
    LapseExtended {
        /// The last day now.
        last_day: Date,
    },
    /// Reopened on a new fact.
    Reopened,
    /// An act was a slip and is taken back.
    TakenBack {
        /// Number of its entry in this docket.
        entry: i64,
        /// What was done.
        act: ActKind,
        /// Where the request stands since.
        stage: Stage,
    },
    /// The day on which it reached the office was entered wrongly; its clocks follow the true day.
    ReceiptCorrected {
        /// Number in this docket of the entry that is corrected.
        entry: i64,
        /// The day that was entered first.
        was: Date,
        /// The true day, and how it came.
        received: Reception,
        /// Why the first was wrong.
        why: ReceiptMistake,
        /// The clocks that follow it.
        clocks: Vec<ClockMoved>,
    },
    /// A redacted copy is being made.
    RedactionStarted,
    /// The copy was approved.
    RedactionApproved,
    /// All people shown are clear.
    GateOpened,
    /// Delivered.
    Released {
        /// Whether parts were withheld.
        partial: bool,
    },
    /// Who filed and their words were erased; the docket stays.
    RequesterErased,
    /// The office gave out a new access code; the one before opens nothing any more.
    CodeReissued,
}

/// A clock that follows a corrected day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockMoved {
    /// Its day before.
    pub was: Date,
    /// The clock, from the true day.
    pub clock: Clock,
}

impl Event {
    /// The act that ended a request by this, with its section in [`section`](crate::request::section); `None` where it ends
    /// none.
    pub const fn ends_by(&self) -> Option<ActKind> {
        match self {
            Self::Denied { .. } => Some(ActKind::Deny),
            Self::NoRecord { .. } => Some(ActKind::FindNoRecord),
            Self::OrderVerified { .. } => Some(ActKind::VerifyOrder),
            Self::Withdrawn => Some(ActKind::Withdraw),
            Self::Lapsed => Some(ActKind::Lapse),
            Self::Released { .. } => Some(ActKind::Deliver),
            _ => None,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_zero(number: &usize) -> bool {
    *number == 0
}

#[cfg_attr(
    target_pointer_width = "64",
    expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")
)]
const fn is_zero_cents(number: &u64) -> bool {
    *number == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_false(truth: &bool) -> bool {
    !*truth
}
