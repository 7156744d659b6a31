//! A request's way through the office: who asks, the stages, and the acts that move it.

use serde::{Deserialize, Serialize};

use crate::{
    Date,
    bar::Section,
    recording::NoRecordReason,
    request_order::{Petition, RequestOrder},
};

mod act;
mod incident;
mod moves;
mod table;

pub use act::{Act, ActKind, ReceiptMistake, Reception, ReplyChannel};
pub use incident::{Incident, inactive_on};
pub use table::section;

/// On what right somebody asks (README.md (a), tracks T1 to T5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Track {
    /// T1: anyone (RSMo 610.023, 610.100.2(2)).
    Public,
    /// T2: a person seen or heard, in a nonpublic place, or who speaks for them (610.100.2(4)).
    Depicted,
    /// T3: for investigation of a civil claim or defense (610.100.4).
    Civil,
    /// T4: by a court's order (610.100.5).
    Court,
    /// T5: next of kin of a deceased person (610.205.1).
    NextOfKin,
}

crate::keys::keyed!(Track {
    Public => "public",
    Depicted => "depicted",
    Civil => "civil",
    Court => "court",
    NextOfKin => "next_of_kin",
});

/// Kind of camera asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Media {
    /// Worn by an officer.
    BodyWorn,
    /// Fixed in a vehicle.
    InCar,
}

crate::keys::keyed!(Media {
    BodyWorn => "body_worn",
    InCar => "in_car",
});

/// The stage a request is in, each with the facts of that stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Workflow {
    /// Filed; the hold is placed; nobody has acted yet. C1 runs.
    Received,
    /// The custodian works on it.
    UnderReview,
    /// The custodian asked a question; C6 runs.
    Clarify {
        /// Day the question went out.
        asked_on: Date,
        /// Last day to answer before the request counts as withdrawn (610.026.2(2)).
        last_day: Date,
    },
    /// Delay explained, with the earliest day promised (610.023.3). C8 runs.
    Delayed {
        /// The promised day.
        promised: Date,
    },
    /// A fee is asked for; C6 runs.
    FeePending {
        /// Day the fee was asked for.
        asked_on: Date,
        /// Last day to pay before the request counts as withdrawn (610.026.2(2)).
        last_day: Date,
    },
    /// There is no recording.
    NoRecord {
        /// Why there is none.
        why: NoRecordReason,
    },
    /// Closed: the investigation is active (610.100.2(2)). Followed, not denied.
    WaitInactive {
        /// Day on which the custodian last confirmed that it is active.
        confirmed_on: Date,
    },
    /// Denied under a named provision.
    Denied {
        /// The provision.
        provision: Section,
    },
    /// A court has been asked (610.100.5).
    CourtPending {
        /// What was filed.
        petition: Petition,
    },
    /// A court ordered disclosure; the order is verified.
    Ordered {
        /// The order.
        order: RequestOrder,
    },
    /// A court refused disclosure.
    OrderDenied {
        /// The order.
        order: RequestOrder,
    },
    /// A redacted copy is being made (610.100.3, 610.024.1).
    Redacting,
    /// People shown are being told, or still have days to answer.
    NoticeGate,
    /// Nothing stands in the way of delivery.
    Ready,
    /// Delivered.
    Released {
        /// Day of delivery.
        on: Date,
        /// Whether parts were withheld.
        partial: bool,
    },
    /// Withdrawn by the requester, or lapsed.
    Withdrawn {
        /// Day it ended.
        on: Date,
        /// Whether it ended by lapse of C6 (610.026.2(2)), not by the requester's word.
        lapsed: bool,
    },
}

/// A stage's name without its facts: what lists and filters show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the Workflow variant of the same name")]
pub enum Stage {
    Received,
    UnderReview,
    Clarify,
    Delayed,
    FeePending,
    NoRecord,
    WaitInactive,
    Denied,
    CourtPending,
    Ordered,
    OrderDenied,
    Redacting,
    NoticeGate,
    Ready,
    Released,
    Partial,
    Withdrawn,
}

crate::keys::keyed!(Stage {
    Received => "received",
    UnderReview => "under_review",
    Clarify => "clarify",
    Delayed => "delayed",
    FeePending => "fee_pending",
    NoRecord => "no_record",
    WaitInactive => "wait_inactive",
    Denied => "denied",
    CourtPending => "court_pending",
    Ordered => "ordered",
    OrderDenied => "order_denied",
    Redacting => "redacting",
    NoticeGate => "notice_gate",
    Ready => "ready",
    Released => "released",
    Partial => "partial",
    Withdrawn => "withdrawn",
});
