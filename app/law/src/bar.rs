//! Why something may not be done now: a typed reason with the section it rests on.

use serde::{Deserialize, Serialize};

use crate::{Date, request::Stage};

/// A provision of law or policy as people cite it, for example `RSMo 610.023.3`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Section(pub std::borrow::Cow<'static, str>);

impl Section {
    /// A section known when the program was built.
    pub const fn of(cited: &'static str) -> Self {
        Self(std::borrow::Cow::Borrowed(cited))
    }

    /// Reads a citation that names a specific provision: a section number of the Missouri statutes
    /// (`610.021(14)`, `RSMo 610.100.3`, `§ 211.321`), or one introduced by a known source
    /// (`5 U.S.C. § 552a`, `45 CFR 164.502`, `Rule 44.01(a)`, `Mo. Const. art. I, § 26`). `None`
    /// for anything else, and for more than 120 characters.
    pub fn parse(cited: &str) -> Option<Self> {
        let cited = cited.trim();
        let sane = cited.chars().count() <= 120 && !cited.chars().any(char::is_control);
        (sane && names_provision(cited)).then(|| Self(cited.to_owned().into()))
    }
}

/// Sources whose citations need not look like a Missouri section number.
const SOURCES: [&str; 10] = [
    "RSMo",
    "U.S.C.",
    "USC",
    "CFR",
    "C.F.R.",
    "CSR",
    "Const.",
    "Rule ",
    "Mo. Rev. Stat.",
    "Supreme Court Operating Rule",
];

fn names_provision(cited: &str) -> bool {
    let known = SOURCES.iter().any(|source| cited.contains(source));
    let number = cited.trim_start_matches("Section").trim_start_matches(['§', ' ']);
    let (chapter, rest) = number.split_once('.').unwrap_or(("", ""));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let missouri = is_number(chapter) && rest.starts_with(|first: char| first.is_ascii_digit());
    missouri || (known && cited.bytes().any(|byte| byte.is_ascii_digit()))
}

impl std::fmt::Display for Section {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The law does not let this act happen now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{reason:?} ({section})")]
pub struct Bar {
    /// What stands in the way.
    pub reason: Reason,
    /// Where the law says so.
    pub section: Section,
}

impl Reason {
    /// Whether the law itself stands in the way: not a second click, a mistyped day, or something that was not entered yet.
    pub const fn is_of_the_law(&self) -> bool {
        !matches!(
            self,
            Self::WrongStage { .. }
                | Self::AlreadyDone
                | Self::Ended
                | Self::PromiseNotAhead { .. }
                | Self::PromiseTooFar { .. }
                | Self::InFuture { .. }
                | Self::BeforeReceipt { .. }
                | Self::NothingDenied
                | Self::WrongTrack
                | Self::RecordingDeleted { .. }
                | Self::RedactionNotBegun
                | Self::BeforeAsked { .. }
                | Self::BeforeFiling { .. }
                | Self::BeforeIncident { .. }
                | Self::NoFeeAsked
                | Self::NoOrderEntered
                | Self::NothingToTakeBack
                | Self::NothingWithheld
                | Self::CaseSaysSo
                | Self::CaseNotFiled
                | Self::CaseEnded
                | Self::CaseNotDecided
                | Self::NoOrderToStay
                | Self::NotStayed
                | Self::NotSealed
                | Self::NoSuchEntry
                | Self::BeforeSeal { .. }
                | Self::OrderStands
                | Self::OrderMistaken
                | Self::ReceivedByPortal
                | Self::ReceivedAfterEntry { .. }
        )
    }

    /// Whether nothing that happens by itself makes the act possible: it is over, or done.
    pub const fn is_over(&self) -> bool {
        matches!(self, Self::AlreadyDone | Self::Ended | Self::WrongStage { .. })
    }
}

/// What stands in the way of an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Reason {
    /// The act does not follow from the stage that the request is in.
    WrongStage {
        /// The stage the request is in now.
        stage: Stage,
    },
    /// Already done; doing it again would say the same thing twice.
    AlreadyDone,
    /// The request has ended; it must be reopened on a new fact first.
    Ended,
    /// The footage is closed while the investigation is active, and no order opens it.
    InvestigationActive,
    /// The footage was closed again after the case ended (RSMo 610.105).
    Reclosed,
    /// Another law keeps the footage confidential.
    ConfidentialOther,
    /// A nonpublic place: closure is authorized; the agency must first decide to open it.
    NonpublicClosed,
    /// Status of the footage has not been determined yet.
    StatusUnknown,
    /// The footage is open: it cannot be said to be closed by an active investigation.
    InvestigationNotActive,
    /// A promised day must lie after today.
    PromiseNotAhead {
        /// The first day that may be promised.
        earliest: Date,
    },
    /// The promised day is too far ahead to be an earliest day.
    PromiseTooFar {
        /// The latest that the office allows itself.
        latest: Date,
    },
    /// Something happened, it is said, on a day that has not come yet.
    InFuture {
        /// The last day that may be named.
        latest: Date,
    },
    /// Something happened, it is said, before the request was received.
    BeforeReceipt {
        /// The day the request was received.
        received: Date,
    },
    /// A court order must be verified by a second person before it has effect.
    OrderNotVerified,
    /// The person who entered an order cannot verify it.
    SamePerson,
    /// Whoever would decide is the officer of a recording that answers the request.
    OnRecording,
    /// A lawsuit is pending, so the request may not lapse.
    SuitPending,
    /// The time to answer has not run out yet.
    NotLapsedYet {
        /// The last day to answer.
        last_day: Date,
    },
    /// The notice that the request would lapse was never given.
    LapseNotAnnounced,
    /// Written grounds can be asked for only after a denial or a closure.
    NothingDenied,
    /// Missouri allows no fee of this category for video.
    FeeCategoryNotAllowed,
    /// The rate is above the average hourly pay of those who do the work (610.026.1(2)).
    RateAboveAverage {
        /// The average, in US cents an hour.
        at_most_cents: u32,
    },
    /// A deposit is nothing, or more than the fee.
    DepositTooLarge {
        /// The fee, in US cents.
        cents: u64,
    },
    /// A payment is nothing, or more than is left to pay.
    PaymentTooLarge {
        /// What is left to pay, in US cents.
        cents: u64,
    },
    /// A request that lapsed goes on only where all that was due came.
    LessThanDue {
        /// What was due, in US cents.
        cents: u64,
    },
    /// A refund is nothing, or more than was paid and kept.
    RefundTooLarge {
        /// What was paid and kept, in US cents.
        cents: u64,
    },
    /// A fee is still unpaid and not waived.
    FeeUnsettled,
    /// No fee was asked for, so there is none to settle.
    NoFeeAsked,
    /// No court order waits to be verified.
    NoOrderEntered,
    /// The last act is no slip that can be taken back: somebody else has acted since, or nothing was done.
    NothingToTakeBack,
    /// An answer or a payment came, it is said, before it was asked for.
    BeforeAsked {
        /// The day it was asked for.
        asked: Date,
    },
    /// An answer or a payment came after the request had lapsed.
    CameLate {
        /// The last day.
        last_day: Date,
    },
    /// A court was done with something, it is said, before it was filed.
    BeforeFiling {
        /// The day of filing.
        filed: Date,
    },
    /// Said, it is, to have happened before what it is about.
    BeforeIncident {
        /// The first day of the incident.
        incident: Date,
    },
    /// The time to bring charges cannot have run out yet.
    TimeNotExpired {
        /// The last day to bring them.
        last_day: Date,
    },
    /// No retention rule allowed a deletion on that day.
    DeletedTooSoon {
        /// The last day on which the footage had to be kept.
        kept_until: Date,
    },
    /// The footage was held from the day the request came.
    DeletedWhileHeld {
        /// The day the request was received.
        received: Date,
    },
    /// Redaction is not finished or not approved by a second person.
    RedactionUnapproved,
    /// Nobody has entered on this request that its redacted copy was begun.
    RedactionNotBegun,
    /// A person shown still has days to answer, or an answer is still open.
    NoticeOpen,
    /// The motion for closure comes after the thirty days.
    MotionLate {
        /// The last day for the motion.
        last_day: Date,
    },
    /// Only a request on the civil-claim track runs on this rule.
    WrongTrack,
    /// The evidence system deleted the recording.
    RecordingDeleted {
        /// The day of deletion.
        on: Date,
    },
    /// The portal itself kept the day of receipt; only one that staff entered can be corrected.
    ReceivedByPortal,
    /// It reached the office, it is said, after staff entered it.
    ReceivedAfterEntry {
        /// The day on which it was entered.
        entered: Date,
    },
    /// A denial must cite the specific provision it rests on (610.023.4).
    ProvisionNotNamed,
    /// A denial names a provision that the profile does not list among those that close footage.
    ProvisionNotListed,
    /// A denial in part withholds nothing.
    NothingWithheld,
    /// This court case says the same already.
    CaseSaysSo,
    /// Nothing was filed in this court case yet.
    CaseNotFiled,
    /// This court case is over.
    CaseEnded,
    /// No order and no dismissal is there to be appealed, or to end the case.
    CaseNotDecided,
    /// The case holds no order that could be stayed.
    NoOrderToStay,
    /// No stay stands in the case.
    NotStayed,
    /// Nothing of the case is sealed.
    NotSealed,
    /// A seal cannot be lifted before it was set.
    BeforeSeal {
        /// Day of the order that sealed.
        dated: Date,
    },
    /// The case has no such entry, or it is corrected already.
    NoSuchEntry,
    /// The entry is an order that stands in the register of orders and forbids something.
    OrderStands,
    /// The order's entry in its case was corrected: no court gave it.
    OrderMistaken,
}
