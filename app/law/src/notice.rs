//! Notice to a person shown: three kinds, never merged, each with its own way (README.md (b)).
//!
//! A [`Notice`] is one person's notice of one kind. Its transitions consume it and give it back in
//! its new state, or refuse with a [`ReleaseBar`]; the log of tries, the objections and the court
//! actions stay with it through every state.

use serde::{Deserialize, Serialize};

use crate::{
    Date,
    clock::ClockId,
    objection::Objection,
    person::Receiver,
    retention::{Keep, KeepGround},
    span::Spans,
};

mod act;
mod answer;
mod bar;
mod court;
mod court_taken_back;
mod days;
mod letter;
mod moves;
mod standing;
mod way;
mod window;

pub use act::NoticeActKind;
pub use bar::{ReleaseBar, ReleaseReason};
pub use court::{Action, ActionOrder, Decision};
pub use court_taken_back::TakenBack;
pub use letter::{Attempt, Audience, Channel, Content, ProofKind, Receipt, Sending};
pub use moves::Consent;
pub use standing::Standing;
pub(crate) use way::NoticeEffect;
pub use window::Window;

/// Which notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// The agency's own: ten days, before a release that a court authorized (README.md (f) 1).
    AgencyPolicy,
    /// The recipient's: ten days before display of a recording from a nonpublic place (610.100.8).
    #[serde(rename = "statute_8")]
    Statute8,
    /// The custodian's to next of kin: two weeks before crime-scene video of a deceased (610.205.3).
    NextOfKin,
}

crate::keys::keyed!(NoticeKind {
    AgencyPolicy => "agency_policy",
    Statute8 => "statute_8",
    NextOfKin => "next_of_kin",
});

/// One person's notice of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Which.
    pub kind: NoticeKind,
    /// Where it stands.
    pub state: NoticeState,
    /// Every try to reach the person, in the order in which it was entered.
    pub attempts: Vec<Attempt>,
    /// Objections, in the order in which they were taken; late ones too.
    pub objections: Vec<Objection>,
    /// Court actions known, counted or not.
    pub actions: Vec<Action>,
    /// What courts decided in them, in the order in which it was entered. What is enjoined on a day
    /// is read from these, not from the state, which is their summary.
    pub orders: Vec<ActionOrder>,
}

/// Where a notice stands, with the facts of that state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum NoticeState {
    /// In the people log; nothing sent, or to be sent again.
    Identified,
    /// Police-affiliated: the statute exempts them.
    Exempt,
    /// Face and voice are removed in the copy; the release gate looks at the copy itself.
    RedactedOut {
        /// Day it was decided.
        on: Date,
    },
    /// Consent in writing.
    Consented {
        /// Day of consent.
        on: Date,
        /// Who gave it.
        by: Receiver,
        /// To whom the recording may be shown.
        #[serde(default, skip_serializing_if = "Audience::is_requester")]
        audience: Audience,
    },
    /// Cannot be found: needs redaction, or a court order that excuses it.
    Unlocated {
        /// Day it was said.
        on: Date,
    },
    /// Sent; the days have not begun.
    Sent {
        /// Day of sending.
        on: Date,
    },
    /// Received; the person has days.
    WindowOpen {
        /// The days.
        window: Window,
    },
    /// Received, and objected to; the days go on.
    Objected {
        /// The days.
        window: Window,
    },
    /// An action was filed and served in time.
    ActionPending {
        /// The days, if they had begun.
        window: Option<Window>,
        /// Day of filing.
        filed: Date,
        /// Day of service.
        served: Date,
    },
    /// A court enjoined the display.
    EnjoinedAll {
        /// The days, if they had begun.
        window: Option<Window>,
        /// Last day of the injunction, if it has one.
        until: Option<Date>,
    },
    /// A court enjoined the display of parts.
    EnjoinedPart {
        /// The days, if they had begun.
        window: Option<Window>,
        /// Last day of the injunction, if it has one.
        until: Option<Date>,
        /// The parts.
        spans: Spans,
    },
    /// The days are over and nothing is pending, or a court decided so.
    Clear {
        /// The days.
        window: Window,
        /// Day on which the court's docket was looked at, or the court decided.
        checked: Date,
    },
}

/// A state's name without its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the NoticeState variant of the same name")]
pub enum NoticeStateKind {
    Identified,
    Exempt,
    RedactedOut,
    Consented,
    Unlocated,
    Sent,
    WindowOpen,
    Objected,
    ActionPending,
    EnjoinedAll,
    EnjoinedPart,
    Clear,
}

crate::keys::keyed!(NoticeStateKind {
    Identified => "identified",
    Exempt => "exempt",
    RedactedOut => "redacted_out",
    Consented => "consented",
    Unlocated => "unlocated",
    Sent => "sent",
    WindowOpen => "window_open",
    Objected => "objected",
    ActionPending => "action_pending",
    EnjoinedAll => "enjoined_all",
    EnjoinedPart => "enjoined_part",
    Clear => "clear",
});

impl NoticeKind {
    /// Where it stands in law or policy.
    pub const fn section(self) -> &'static str {
        match self {
            Self::AgencyPolicy => "Department practice; RSMo 610.100.8",
            Self::Statute8 => "RSMo 610.100.8",
            Self::NextOfKin => "RSMo 610.205.3",
        }
    }

    /// The clock of its days.
    pub const fn clock(self) -> ClockId {
        match self {
            Self::AgencyPolicy | Self::Statute8 => ClockId::C4,
            Self::NextOfKin => ClockId::C5,
        }
    }

    /// Name of the profile's rule that gives its last day.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::AgencyPolicy | Self::Statute8 => "MO_610_100_8_10D_LAST",
            Self::NextOfKin => "MO_610_205_NOK_14D_LAST",
        }
    }

    /// Name of the profile's rule that gives the first day of display; the day after, without one.
    pub const fn display_rule(self) -> Option<&'static str> {
        match self {
            Self::AgencyPolicy | Self::Statute8 => Some("MO_610_100_8_10D_RELEASE"),
            Self::NextOfKin => None,
        }
    }

    /// Whether an objection in time holds the release until it is answered. The recipient's notice
    /// knows no such effect: its remedy is the action (610.100.8).
    pub const fn objection_holds(self) -> bool {
        matches!(self, Self::AgencyPolicy | Self::NextOfKin)
    }
}

impl NoticeState {
    /// The state's name.
    pub const fn kind(&self) -> NoticeStateKind {
        match self {
            Self::Identified => NoticeStateKind::Identified,
            Self::Exempt => NoticeStateKind::Exempt,
            Self::RedactedOut { .. } => NoticeStateKind::RedactedOut,
            Self::Consented { .. } => NoticeStateKind::Consented,
            Self::Unlocated { .. } => NoticeStateKind::Unlocated,
            Self::Sent { .. } => NoticeStateKind::Sent,
            Self::WindowOpen { .. } => NoticeStateKind::WindowOpen,
            Self::Objected { .. } => NoticeStateKind::Objected,
            Self::ActionPending { .. } => NoticeStateKind::ActionPending,
            Self::EnjoinedAll { .. } => NoticeStateKind::EnjoinedAll,
            Self::EnjoinedPart { .. } => NoticeStateKind::EnjoinedPart,
            Self::Clear { .. } => NoticeStateKind::Clear,
        }
    }

    /// Whether a court has it: an action is pending, or the display is enjoined.
    pub const fn in_court(&self) -> bool {
        matches!(
            self,
            Self::ActionPending { .. } | Self::EnjoinedAll { .. } | Self::EnjoinedPart { .. }
        )
    }

    /// The days, where they have begun.
    pub const fn window(&self) -> Option<&Window> {
        match self {
            Self::WindowOpen { window } | Self::Objected { window } | Self::Clear { window, .. } => Some(window),
            Self::ActionPending { window, .. }
            | Self::EnjoinedAll { window, .. }
            | Self::EnjoinedPart { window, .. } => window.as_ref(),
            _ => None,
        }
    }
}

impl Notice {
    /// The state's name.
    pub const fn state(&self) -> NoticeStateKind {
        self.state.kind()
    }

    /// Whether the recipient of a recording is told of this person's days: not of those whom the copy hides, which it shows
    /// itself. Consent is an answer, so it changes nothing of what is told.
    pub const fn told(&self) -> bool {
        !matches!(self.state, NoticeState::Exempt | NoticeState::RedactedOut { .. })
    }

    /// The days, where they have begun.
    pub const fn window(&self) -> Option<&Window> {
        self.state.window()
    }

    /// The reason that it gives to keep the recording (H-NOTICE): while it is on its way, its days run or
    /// wait to be closed, or an action is pending, the person may need what it shows.
    pub fn keep(&self) -> Option<Keep> {
        let runs = matches!(
            self.state(),
            NoticeStateKind::Sent
                | NoticeStateKind::WindowOpen
                | NoticeStateKind::Objected
                | NoticeStateKind::ActionPending
        );
        (runs || self.pending().is_some()).then_some(Keep::because(KeepGround::Notice))
    }
}
