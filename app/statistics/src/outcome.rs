//! Where a request stands, coarsely, and on what legal reason.

use law::{
    denial::Withheld,
    event::Event,
    keyed,
    recording::NoRecordReason,
    request::{ActKind, Stage, section},
    request_order::Ruling,
};
use serde::{Deserialize, Serialize};

/// Where a request stands: the columns of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Being worked on, or waiting for an answer or a payment.
    Open,
    /// Closed while the investigation is active (RSMo 610.100.2(2)). Still open as a request.
    Waiting,
    /// A court has been asked. Still open as a request.
    Court,
    /// Released whole.
    Released,
    /// Released in part.
    Partial,
    /// Denied in part, and the rest released.
    DeniedInPart,
    /// Denied under a provision.
    Denied,
    /// There is no recording.
    NoRecord,
    /// A court refused disclosure.
    CourtRefused,
    /// The requester withdrew.
    Withdrawn,
    /// It lapsed, unanswered or unpaid (RSMo 610.026.2(2)).
    Lapsed,
}

keyed!(Outcome {
    Open => "open",
    Waiting => "waiting",
    Court => "court",
    Released => "released",
    Partial => "partial",
    DeniedInPart => "denied_in_part",
    Denied => "denied",
    NoRecord => "no_record",
    CourtRefused => "court_refused",
    Withdrawn => "withdrawn",
    Lapsed => "lapsed",
});

impl Outcome {
    /// Whether the request has ended here.
    pub const fn ended(self) -> bool {
        !matches!(self, Self::Open | Self::Waiting | Self::Court)
    }

    /// The section it rests on where that is always the same; a denial names its own ([`Reason`]).
    pub const fn section(self) -> Option<law::bar::Section> {
        match self {
            Self::Waiting => Some(section(ActKind::CloseActive)),
            Self::Court | Self::CourtRefused => Some(section(ActKind::VerifyOrder)),
            Self::Lapsed => Some(section(ActKind::Lapse)),
            _ => None,
        }
    }

    /// Where a request in a stage stands; one that was withdrawn by a lapse is told apart only by its event.
    const fn of(stage: Stage) -> Self {
        match stage {
            Stage::WaitInactive => Self::Waiting,
            Stage::CourtPending => Self::Court,
            Stage::NoRecord => Self::NoRecord,
            Stage::Denied => Self::Denied,
            Stage::OrderDenied => Self::CourtRefused,
            Stage::Released => Self::Released,
            Stage::Partial => Self::Partial,
            Stage::Withdrawn => Self::Withdrawn,
            Stage::Received
            | Stage::UnderReview
            | Stage::Clarify
            | Stage::Delayed
            | Stage::FeePending
            | Stage::Ordered
            | Stage::Redacting
            | Stage::NoticeGate
            | Stage::Ready => Self::Open,
        }
    }

    /// Where a request stands after an event (the stages of `app/law/README.md`, put together).
    #[must_use]
    pub const fn after(self, event: &Event) -> Self {
        match event {
            Event::ClosedActive { .. } => Self::Waiting,
            Event::CourtAsked { .. } => Self::Court,
            Event::OrderVerified { ruling, .. } => match ruling {
                Ruling::Disclose | Ruling::DiscloseInPart => Self::Open,
                Ruling::Refuse => Self::CourtRefused,
            },
            Event::NoRecord { .. } => Self::NoRecord,
            Event::Denied { .. } => Self::Denied,
            Event::Withdrawn => Self::Withdrawn,
            Event::Lapsed => Self::Lapsed,
            Event::Released { partial: false } => Self::Released,
            Event::Released { partial: true } => Self::Partial,
            Event::Reopened => Self::Open,
            // What lapsed and was answered in time goes on.
            Event::AnswerRecorded { .. } | Event::FeeSettled { .. } => match self {
                Self::Lapsed => Self::Open,
                stays => stays,
            },
            Event::TakenBack { stage, .. } | Event::PetitionEnded { stage, .. } => Self::of(*stage),
            // What waited is taken up again; what waits for a court, or has ended, stays.
            Event::BecameInactive { .. } | Event::Reclosed { .. } => match self {
                Self::Waiting => Self::Open,
                stays => stays,
            },
            _ => self,
        }
    }
}

/// On what ground a request was denied, or why there is no recording.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The provision that a denial cites, for example `RSMo 610.021(14)`.
    Provision(String),
    /// No camera recorded the event.
    NotMade,
    /// The recording was deleted under a retention rule.
    Deleted,
    /// The recording was deleted although it had to be kept.
    DeletedInBreach,
    /// Another agency holds it.
    OtherAgency,
    /// A search found nothing.
    NotFound,
}

impl Reason {
    /// The reason that an event gives, if it gives one.
    pub fn of(event: &Event) -> Option<Self> {
        match event {
            Event::Denied { provision } => Some(Self::Provision(cited(&provision.0))),
            Event::NoRecord { why } => Some(match why {
                NoRecordReason::NotMade => Self::NotMade,
                NoRecordReason::Deleted { .. } => Self::Deleted,
                NoRecordReason::DeletedInBreach { .. } => Self::DeletedInBreach,
                NoRecordReason::OtherAgency => Self::OtherAgency,
                NoRecordReason::NotFound => Self::NotFound,
            }),
            _ => None,
        }
    }

    /// Of a denial in part: all its provisions together, each once, so that a request counts once.
    pub fn of_parts(withheld: &[Withheld]) -> Self {
        let mut all: Vec<String> = withheld.iter().map(|part| cited(&part.provision.0)).collect();
        all.sort_unstable();
        all.dedup();
        Self::Provision(all.join("; "))
    }

    /// The key that tables and totals use: a provision as cited, or a word.
    pub fn key(&self) -> &str {
        match self {
            Self::Provision(cited) => cited,
            Self::NotMade => "not_made",
            Self::Deleted => "deleted",
            Self::DeletedInBreach => "deleted_in_breach",
            Self::OtherAgency => "other_agency",
            Self::NotFound => "not_found",
        }
    }

    /// The one with this key; what is no word is a provision.
    pub fn parse(key: &str) -> Self {
        match key {
            "not_made" => Self::NotMade,
            "deleted" => Self::Deleted,
            "deleted_in_breach" => Self::DeletedInBreach,
            "other_agency" => Self::OtherAgency,
            "not_found" => Self::NotFound,
            cited => Self::Provision(cited.to_owned()),
        }
    }
}

/// A citation in one spelling, so that `610.021(14)`, `§ 610.021(14)` and `RSMo 610.021(14)` count
/// together.
fn cited(provision: &str) -> String {
    let words: Vec<&str> = provision.split_whitespace().collect();
    let plain = words.join(" ");
    let bare = plain
        .trim_start_matches("RSMo")
        .trim_start_matches("Section")
        .trim_start_matches(['§', ' ']);
    if bare.starts_with(|first: char| first.is_ascii_digit()) && !bare.contains(' ') {
        format!("RSMo {bare}")
    } else {
        plain
    }
}
