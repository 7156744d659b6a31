//! What a custodian's register may do with the status of one recording (README.md (a)). Who did it and
//! on which citation is the caller's to keep.

use serde::{Deserialize, Serialize};

use super::{InactiveGround, RecordingStatus, bar};
use crate::{
    Date,
    bar::{Bar, Reason, Section},
    request_order::Ruling,
};

/// Where a recording was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LocationKind {
    /// A place open to the public.
    Public,
    /// A dwelling, school, medical facility or other place with a reasonable expectation of privacy.
    Nonpublic,
    /// Nobody has judged it yet.
    Unknown,
}

crate::keys::keyed!(LocationKind {
    Public => "public",
    Nonpublic => "nonpublic",
    Unknown => "unknown",
});

impl LocationKind {
    /// Whether people shown may rely on 610.100.8. A place not judged yet protects them.
    pub const fn protects(self) -> bool {
        matches!(self, Self::Nonpublic | Self::Unknown)
    }
}

/// What a recording shows, as far as notices depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Scene {
    /// Where it was made.
    pub location: LocationKind,
    /// Crime-scene video of a deceased person such as 610.205 protects.
    pub crime_scene_of_deceased: bool,
}

/// A change of status in the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum StatusChange {
    /// Closed, the investigation is active; or confirmed again (610.100.2(2)).
    CloseActive {
        /// Day on which the investigator confirmed it.
        confirmed_on: Date,
    },
    /// Inactive on a statutory ground, hence open (610.100.1(3)). Also opens what could have been
    /// kept closed for its place.
    Inactive {
        /// The ground.
        ground: InactiveGround,
        /// The day it became so.
        since: Date,
    },
    /// Inactive, but kept closed for its nonpublic place (610.100.2(4)).
    CloseNonpublic,
    /// Closed again after the case ended (610.105.1).
    Reclose {
        /// Since when.
        since: Date,
    },
    /// Another law keeps it confidential (211.321.3, 590.502.2(14), 610.205).
    CloseConfidential,
    /// A verified order (610.100.5).
    Order {
        /// What it says.
        ruling: Ruling,
    },
    /// What closed or opened it no longer does, or was a mistake: to be determined anew.
    Redetermine,
}

/// A change's name without its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the StatusChange variant of the same name")]
pub enum StatusChangeKind {
    CloseActive,
    Inactive,
    CloseNonpublic,
    Reclose,
    CloseConfidential,
    Order,
    Redetermine,
}

crate::keys::keyed!(StatusChangeKind {
    CloseActive => "close_active",
    Inactive => "inactive",
    CloseNonpublic => "close_nonpublic",
    Reclose => "reclose",
    CloseConfidential => "close_confidential",
    Order => "order",
    Redetermine => "redetermine",
});

impl StatusChange {
    /// Its name without its facts.
    pub const fn kind(&self) -> StatusChangeKind {
        match self {
            Self::CloseActive { .. } => StatusChangeKind::CloseActive,
            Self::Inactive { .. } => StatusChangeKind::Inactive,
            Self::CloseNonpublic => StatusChangeKind::CloseNonpublic,
            Self::Reclose { .. } => StatusChangeKind::Reclose,
            Self::CloseConfidential => StatusChangeKind::CloseConfidential,
            Self::Order { .. } => StatusChangeKind::Order,
            Self::Redetermine => StatusChangeKind::Redetermine,
        }
    }

    /// The day it names, if it names one.
    const fn day(&self) -> Option<Date> {
        match self {
            Self::CloseActive { confirmed_on: day }
            | Self::Inactive { since: day, .. }
            | Self::Reclose { since: day } => Some(*day),
            _ => None,
        }
    }
}

impl StatusChangeKind {
    /// The provision that a register shows beside it, where the custodian cites no other.
    pub const fn section(self) -> Section {
        Section::of(match self {
            Self::CloseActive => "RSMo 610.100.2(2)",
            Self::Inactive | Self::Redetermine => "RSMo 610.100.1(3)",
            Self::CloseNonpublic => "RSMo 610.100.2(4)",
            Self::Reclose => "RSMo 610.105.1",
            Self::CloseConfidential => "RSMo 211.321.3, 590.502.2(14), 610.205",
            Self::Order => "RSMo 610.100.5",
        })
    }
}

impl RecordingStatus {
    /// Whether a change of this kind follows from this status, whatever its facts.
    ///
    /// # Errors
    /// What stands in the way, with its section.
    pub const fn may_change(&self, kind: StatusChangeKind) -> Result<(), Bar> {
        match kind {
            StatusChangeKind::CloseActive => self.may_be_active(),
            StatusChangeKind::Inactive => self.may_become_inactive(),
            StatusChangeKind::CloseNonpublic => self.may_be_closed_for_its_place(),
            StatusChangeKind::Reclose => self.may_be_reclosed(),
            StatusChangeKind::CloseConfidential => match self {
                Self::ConfidentialOther => bar(Reason::AlreadyDone, "RSMo 211.321.3, 590.502.2(14), 610.205"),
                _ => Ok(()),
            },
            StatusChangeKind::Order => Ok(()),
            StatusChangeKind::Redetermine => match self {
                Self::Undetermined => bar(Reason::AlreadyDone, "RSMo 610.100.1(3)"),
                _ => Ok(()),
            },
        }
    }

    /// Closure for its nonpublic place is authorized only "after inactivity" (610.100.2(4)), and
    /// never against an order.
    const fn may_be_closed_for_its_place(&self) -> Result<(), Bar> {
        match self {
            Self::InactiveOpen { .. } => Ok(()),
            Self::NonpublicClosable => bar(Reason::AlreadyDone, "RSMo 610.100.2(4)"),
            Self::CourtOrdered { .. } => bar(Reason::StatusUnknown, "RSMo 610.100.5"),
            _ => self.releasable(),
        }
    }

    /// Does a change on a day.
    ///
    /// # Errors
    /// As [`Self::may_change`]; or the day named has not come yet.
    pub fn change(self, change: &StatusChange, today: Date) -> Result<Self, Bar> {
        let kind = change.kind();
        self.may_change(kind)?;
        if change.day().is_some_and(|day| day > today) {
            return Err(Bar {
                reason: Reason::InFuture { latest: today },
                section: kind.section(),
            });
        }
        match change {
            StatusChange::CloseActive { confirmed_on } => self.close_active(*confirmed_on),
            StatusChange::Inactive { ground, since } => self.inactive(*ground, *since),
            StatusChange::CloseNonpublic => Ok(Self::NonpublicClosable),
            StatusChange::Reclose { since } => self.reclose(*since),
            StatusChange::CloseConfidential => Ok(Self::ConfidentialOther),
            StatusChange::Order { ruling } => Ok(self.order(*ruling)),
            StatusChange::Redetermine => Ok(Self::Undetermined),
        }
    }
}
