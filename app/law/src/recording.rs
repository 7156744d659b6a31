//! Legal status of a recording, set by a custodian, never inferred from a date.

use serde::{Deserialize, Serialize};

use crate::{
    Date,
    bar::{Bar, Reason, Section},
    request_order::Ruling,
};

mod act;
mod status_change;
mod together;

pub use act::RecordingActKind;
pub use status_change::{LocationKind, Scene, StatusChange, StatusChangeKind};
pub use together::together;

/// Status of the footage asked for (README.md (a)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum RecordingStatus {
    /// Nobody has determined it yet.
    Undetermined,
    /// Closed while the investigation is active (610.100.2(2)).
    ActiveClosed {
        /// Day on which it was last confirmed.
        confirmed_on: Date,
    },
    /// Open: the investigation is inactive (610.100.1(3)).
    InactiveOpen {
        /// The statutory ground.
        ground: InactiveGround,
        /// Since when.
        since: Date,
    },
    /// Inactive, but a nonpublic place: closure is authorized, not required (610.100.2(4)).
    NonpublicClosable,
    /// Closed again after nolle pros, dismissal, acquittal or suspended imposition (610.105.1).
    Reclosed {
        /// Since when.
        since: Date,
    },
    /// A court ordered disclosure, on terms.
    CourtOrdered {
        /// What it was before: an order opens the footage, and ends neither the case nor the closure
        /// that keeps it from destruction.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<Box<Self>>,
    },
    /// Another law keeps it confidential (211.321.3, 590.502.2(14), 610.205).
    ConfidentialOther,
}

/// A status's name without its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the RecordingStatus variant of the same name")]
pub enum StatusKind {
    Undetermined,
    ActiveClosed,
    InactiveOpen,
    NonpublicClosable,
    Reclosed,
    CourtOrdered,
    ConfidentialOther,
}

crate::keys::keyed!(StatusKind {
    Undetermined => "undetermined",
    ActiveClosed => "active_closed",
    InactiveOpen => "inactive_open",
    NonpublicClosable => "nonpublic_closable",
    Reclosed => "reclosed",
    CourtOrdered => "court_ordered",
    ConfidentialOther => "confidential_other",
});

/// The three ways in which an investigation becomes inactive (RSMo 610.100.1(3)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InactiveGround {
    /// (a) "A decision by the law enforcement agency not to pursue the case".
    NotPursued,
    /// (b) Expiry of the time to file criminal charges, or ten years after the offense.
    TimeExpired,
    /// (c) "Finality of the convictions of all persons convicted".
    ConvictionsFinal,
}

crate::keys::keyed!(InactiveGround {
    NotPursued => "not_pursued",
    TimeExpired => "time_expired",
    ConvictionsFinal => "convictions_final",
});

/// Why there is no recording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum NoRecordReason {
    /// No camera recorded the event.
    NotMade,
    /// It was deleted under a retention rule.
    Deleted {
        /// Day of deletion.
        on: Date,
    },
    /// It was deleted although it had to be kept: a breach.
    DeletedInBreach {
        /// Day of deletion.
        on: Date,
    },
    /// Another agency holds it.
    OtherAgency,
    /// A search with what was given found nothing.
    NotFound,
}

impl RecordingStatus {
    /// The status's name.
    pub const fn kind(&self) -> StatusKind {
        match self {
            Self::Undetermined => StatusKind::Undetermined,
            Self::ActiveClosed { .. } => StatusKind::ActiveClosed,
            Self::InactiveOpen { .. } => StatusKind::InactiveOpen,
            Self::NonpublicClosable => StatusKind::NonpublicClosable,
            Self::Reclosed { .. } => StatusKind::Reclosed,
            Self::CourtOrdered { .. } => StatusKind::CourtOrdered,
            Self::ConfidentialOther => StatusKind::ConfidentialOther,
        }
    }

    /// Whether a copy may leave the office: only inactive and open, or by a court's order.
    ///
    /// # Errors
    /// What keeps the footage closed, with its section.
    pub const fn releasable(&self) -> Result<(), Bar> {
        match self {
            Self::InactiveOpen { .. } | Self::CourtOrdered { .. } => Ok(()),
            Self::Undetermined => bar(Reason::StatusUnknown, "RSMo 610.100.2(2)"),
            Self::ActiveClosed { .. } => bar(Reason::InvestigationActive, "RSMo 610.100.2(2)"),
            Self::NonpublicClosable => bar(Reason::NonpublicClosed, "RSMo 610.100.2(4)"),
            Self::Reclosed { .. } => bar(Reason::Reclosed, "RSMo 610.105.1"),
            Self::ConfidentialOther => bar(Reason::ConfidentialOther, "RSMo 211.321.3, 590.502.2(14), 610.205"),
        }
    }

    /// Whether the footage can be said to be closed by an active investigation (610.100.2(2)).
    ///
    /// # Errors
    /// When it is open, or closed for another reason.
    pub const fn may_be_active(&self) -> Result<(), Bar> {
        match self {
            Self::Undetermined | Self::ActiveClosed { .. } => Ok(()),
            Self::InactiveOpen { .. } | Self::NonpublicClosable | Self::CourtOrdered { .. } => {
                bar(Reason::InvestigationNotActive, "RSMo 610.100.1(3)")
            }
            Self::Reclosed { .. } | Self::ConfidentialOther => self.releasable(),
        }
    }

    /// Whether the investigation can now be recorded as inactive (610.100.1(3)).
    ///
    /// # Errors
    /// When it is already, or another law keeps the footage closed.
    pub const fn may_become_inactive(&self) -> Result<(), Bar> {
        match self {
            Self::InactiveOpen { .. } => bar(Reason::AlreadyDone, "RSMo 610.100.1(3)"),
            Self::Reclosed { .. } | Self::ConfidentialOther => self.releasable(),
            _ => Ok(()),
        }
    }

    /// Whether the record can now be closed again (610.105.1).
    ///
    /// # Errors
    /// When it is already, or another law keeps the footage closed anyway.
    pub const fn may_be_reclosed(&self) -> Result<(), Bar> {
        match self {
            Self::Reclosed { .. } => bar(Reason::AlreadyDone, "RSMo 610.105.1"),
            Self::ConfidentialOther => self.releasable(),
            _ => Ok(()),
        }
    }

    /// Closed, the investigation is active; or confirmed again on a later day.
    ///
    /// # Errors
    /// As [`Self::may_be_active`].
    pub fn close_active(self, confirmed_on: Date) -> Result<Self, Bar> {
        self.may_be_active()?;
        Ok(Self::ActiveClosed { confirmed_on })
    }

    /// Open: the investigation is inactive on a statutory ground.
    ///
    /// # Errors
    /// As [`Self::may_become_inactive`].
    pub fn inactive(self, ground: InactiveGround, since: Date) -> Result<Self, Bar> {
        self.may_become_inactive()?;
        Ok(Self::InactiveOpen { ground, since })
    }

    /// Closed again after the case ended.
    ///
    /// # Errors
    /// As [`Self::may_be_reclosed`].
    pub fn reclose(self, since: Date) -> Result<Self, Bar> {
        self.may_be_reclosed()?;
        Ok(Self::Reclosed { since })
    }

    /// A verified order. One that refuses leaves closed footage as it is, and closes again what only
    /// an order had opened; what was open by statute until then must be determined anew.
    #[must_use]
    pub fn order(self, ruling: Ruling) -> Self {
        match (ruling, self) {
            (Ruling::Disclose | Ruling::DiscloseInPart, ordered @ Self::CourtOrdered { .. }) => ordered,
            (Ruling::Disclose | Ruling::DiscloseInPart, before) => Self::CourtOrdered {
                before: Some(Box::new(before)),
            },
            (Ruling::Refuse, Self::CourtOrdered { before: Some(before) }) => before.order(Ruling::Refuse),
            (Ruling::Refuse, Self::InactiveOpen { .. } | Self::CourtOrdered { before: None }) => Self::Undetermined,
            (Ruling::Refuse, closed) => closed,
        }
    }

    /// The status without what an order opened, by which retention goes.
    pub fn underlying(&self) -> &Self {
        match self {
            Self::CourtOrdered { before: Some(before) } => before.underlying(),
            own => own,
        }
    }
}

const fn bar(reason: Reason, section: &'static str) -> Result<(), Bar> {
    Err(Bar {
        reason,
        section: Section::of(section),
    })
}
