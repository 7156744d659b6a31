//! A court case about footage: its parties, what was filed and decided in it, and what each of that does here (RSMo 610.100.4,
//! 610.100.5, 610.100.8, 610.027).

mod case;

use serde::{Deserialize, Serialize};

pub use case::{CaseDay, CaseEntry, CaseNext, CaseSeal, CourtHold, CourtMatter, MustAct, Standing};

use crate::{Date, bar::Section, request_order::Petitioner};

/// What a court is asked in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseKind {
    /// To open footage (610.100.5).
    Disclosure,
    /// To keep footage closed that a civil claim asks for (610.100.4).
    Closure,
    /// To forbid that footage is displayed (610.100.8).
    Display,
    /// To enforce the chapter against the office (610.027).
    Enforcement,
    /// Anything else.
    Other,
}

crate::keys::keyed!(CaseKind {
    Disclosure => "disclosure",
    Closure => "closure",
    Display => "display",
    Enforcement => "enforcement",
    Other => "other",
});

impl CaseKind {
    /// Where the law says that a court can be asked this.
    pub const fn section(self) -> Section {
        Section::of(match self {
            Self::Disclosure => "RSMo 610.100.5",
            Self::Closure => "RSMo 610.100.4",
            Self::Display => "RSMo 610.100.8",
            Self::Enforcement => "RSMo 610.027.1",
            Self::Other => PRACTICE,
        })
    }
}

/// What the office does because it keeps its files so, not because a section says so.
const PRACTICE: &str = "Department practice";

/// Who is in a case, as coarse as the office keeps it. Any person may ask a court, the department and a prosecutor too
/// (610.100.5, 1.020(12)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// Whoever filed a request.
    Requester,
    /// A person shown.
    PersonShown,
    /// The department that has the footage.
    Department,
    /// A prosecutor.
    Prosecutor,
    /// The city.
    City,
    /// Anybody else.
    Other,
}

crate::keys::keyed!(Who {
    Requester => "requester",
    PersonShown => "person_shown",
    Department => "department",
    Prosecutor => "prosecutor",
    City => "city",
    Other => "other",
});

impl Who {
    /// How a request's docket names them.
    pub const fn petitioner(self) -> Petitioner {
        match self {
            Self::Requester => Petitioner::Requester,
            Self::Department => Petitioner::Agency,
            Self::Prosecutor => Petitioner::Prosecutor,
            Self::PersonShown | Self::City | Self::Other => Petitioner::Other,
        }
    }
}

impl From<Petitioner> for Who {
    fn from(by: Petitioner) -> Self {
        match by {
            Petitioner::Requester => Self::Requester,
            Petitioner::Agency => Self::Department,
            Petitioner::Prosecutor => Self::Prosecutor,
            Petitioner::Other => Self::Other,
        }
    }
}

/// What a party is in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartyRole {
    /// Filed the petition.
    Petitioner,
    /// Answers it.
    Respondent,
    /// Filed a motion.
    Movant,
    /// Came in beside them.
    Intervenor,
}

crate::keys::keyed!(PartyRole {
    Petitioner => "petitioner",
    Respondent => "respondent",
    Movant => "movant",
    Intervenor => "intervenor",
});

/// A kind of entry in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// A petition was filed.
    Petition,
    /// A motion was filed.
    Motion,
    /// The suit was served on the custodian of the footage.
    Service,
    /// What was asked for was answered.
    Response,
    /// A hearing is set.
    Hearing,
    /// A restraining order, which forbids at once.
    RestrainingOrder,
    /// An order that decides.
    Order,
    /// An appeal.
    Appeal,
    /// An order is stayed.
    Stay,
    /// A stay was lifted.
    StayLifted,
    /// The court dismissed what was filed.
    Dismissal,
    /// Whoever filed it withdrew it.
    Withdrawal,
    /// The court's docket shows that the case is over.
    Closing,
    /// Somebody is a party.
    Party,
    /// It concerns a request.
    Request,
    /// It concerns a recording.
    Recording,
    /// Sealed by an order.
    Seal,
    /// Unsealed by an order.
    Unseal,
    /// Who has it.
    Holder,
    /// An entry was wrong.
    Correction,
}

crate::keys::keyed!(EntryKind {
    Petition => "petition",
    Motion => "motion",
    Service => "service",
    Response => "response",
    Hearing => "hearing",
    RestrainingOrder => "restraining_order",
    Order => "order",
    Appeal => "appeal",
    Stay => "stay",
    StayLifted => "stay_lifted",
    Dismissal => "dismissal",
    Withdrawal => "withdrawal",
    Closing => "closing",
    Party => "party",
    Request => "request",
    Recording => "recording",
    Seal => "seal",
    Unseal => "unseal",
    Holder => "holder",
    Correction => "correction",
});

impl EntryKind {
    /// Whether it tells what happened at the court, so that a request's docket tells it too.
    pub const fn is_of_court(self) -> bool {
        !matches!(
            self,
            Self::Party | Self::Request | Self::Recording | Self::Seal | Self::Unseal | Self::Holder | Self::Correction
        )
    }

    /// Whether a case begins with it: what was filed, or what a court said of which nobody had told the office.
    pub const fn begins(self) -> bool {
        matches!(
            self,
            Self::Petition | Self::Motion | Self::RestrainingOrder | Self::Order
        )
    }

    /// Whether it names who did it.
    pub const fn has_who(self) -> bool {
        matches!(
            self,
            Self::Petition | Self::Motion | Self::Response | Self::Appeal | Self::Withdrawal | Self::Party
        )
    }

    /// Whether a day of its own can follow from it: to respond, to appeal, or on which it ends.
    pub const fn has_next(self) -> bool {
        matches!(
            self,
            Self::Petition
                | Self::Motion
                | Self::Service
                | Self::RestrainingOrder
                | Self::Order
                | Self::Appeal
                | Self::Dismissal
        )
    }

    /// Whether it decides on what the public sees of footage or of the case, so that nobody who is on a recording of it
    /// enters it. The rest keeps what a court's clerk said.
    pub const fn decides(self) -> bool {
        matches!(
            self,
            Self::RestrainingOrder | Self::Stay | Self::StayLifted | Self::Seal | Self::Unseal | Self::Correction
        )
    }

    /// Where the law speaks of it.
    pub const fn section(self) -> Section {
        Section::of(match self {
            Self::Petition
            | Self::Response
            | Self::Hearing
            | Self::RestrainingOrder
            | Self::Order
            | Self::Appeal
            | Self::Stay
            | Self::StayLifted => "RSMo 610.100.5",
            Self::Motion => "RSMo 610.100.4",
            Self::Service => "RSMo 610.027.1",
            Self::Dismissal | Self::Withdrawal | Self::Closing => "RSMo 610.027.5",
            Self::Party
            | Self::Request
            | Self::Recording
            | Self::Seal
            | Self::Unseal
            | Self::Holder
            | Self::Correction => PRACTICE,
        })
    }
}

/// An entry: what, on which day, and what its kind needs beside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What.
    pub kind: EntryKind,
    /// Its day: of filing, of service, of the hearing, of the order.
    pub on: Date,
    /// Who did it, or who is a party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Who>,
    /// What a party is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<PartyRole>,
    /// The last day to respond or to appeal, as the court's paper says; for a restraining order, its last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Date>,
    /// The order that it is or is about, by its id in the register of orders; or the id of the request, recording or member
    /// of staff that it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The entry that it seals, unseals or corrects; `None`: the whole case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<i64>,
    /// Whether a seal is against whoever filed the request, too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_requester: bool,
}

impl Entry {
    /// An entry of a kind and a day, and nothing else.
    pub const fn of(kind: EntryKind, on: Date) -> Self {
        Self {
            kind,
            on,
            by: None,
            role: None,
            next: None,
            about: None,
            entry: None,
            from_requester: false,
        }
    }

    /// The same by somebody.
    #[must_use]
    pub fn by(self, who: Who) -> Self {
        Self { by: Some(who), ..self }
    }

    /// The same about something, by its id.
    #[must_use]
    pub fn about(self, id: impl Into<String>) -> Self {
        Self {
            about: Some(id.into()),
            ..self
        }
    }
}
