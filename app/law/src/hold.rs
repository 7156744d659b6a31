//! What must not be deleted, and until when (README.md (c)).

use serde::{Deserialize, Serialize};

use crate::Date;

/// Why footage is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoldKind {
    /// H-REQ: a request, from filing to its end plus the two years of 610.027.5.
    Request,
    /// L1: a suit was served; nothing may be altered or destroyed (610.027.1).
    Lawsuit,
}

crate::keys::keyed!(HoldKind {
    Request => "request",
    Lawsuit => "lawsuit",
});

/// One hold. Footage may be deleted only if no hold stands on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// Why.
    pub kind: HoldKind,
    /// Day it was placed.
    pub placed_on: Date,
    /// Last day it stands, once that is known; until then it stands without end.
    pub last_day: Option<Date>,
}

impl Hold {
    /// A hold without end yet.
    pub const fn place(kind: HoldKind, on: Date) -> Self {
        Self {
            kind,
            placed_on: on,
            last_day: None,
        }
    }

    /// The same hold with its last day.
    #[must_use]
    pub const fn until(self, last_day: Date) -> Self {
        Self {
            last_day: Some(last_day),
            ..self
        }
    }

    /// The same hold without end again.
    #[must_use]
    pub const fn again(self) -> Self {
        Self { last_day: None, ..self }
    }

    /// Whether it stands on a day: its last day is still held.
    pub fn stands(&self, on: Date) -> bool {
        self.last_day.is_none_or(|last| on <= last)
    }
}
