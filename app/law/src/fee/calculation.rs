//! The arithmetic of a line: hours times rate, or number times price, exact in cents.

use serde::{Deserialize, Serialize};

/// How the amount of a line was worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Calculation {
    /// Staff time: hours times an hourly rate.
    Hours {
        /// Hundredths of an hour.
        hundredths: u32,
        /// The hourly rate in US cents.
        rate_cents: u32,
    },
    /// Pieces: number times the price of one.
    Pieces {
        /// How many.
        number: u32,
        /// The price of one in US cents.
        each_cents: u32,
    },
}

impl Calculation {
    /// The result in whole US cents. A part of a cent is left out, so that a line never asks for more than it cost
    /// (610.026.1(2): "shall not exceed"). `None` where it is more than fits.
    pub fn cents(&self) -> Option<u32> {
        let (times, cents, of) = match *self {
            Self::Hours { hundredths, rate_cents } => (hundredths, rate_cents, 100),
            Self::Pieces { number, each_cents } => (number, each_cents, 1),
        };
        u32::try_from(u64::from(times) * u64::from(cents) / of).ok()
    }

    /// Whether a part of a cent was left out.
    pub fn rounded(&self) -> bool {
        match *self {
            Self::Hours { hundredths, rate_cents } => {
                !(u64::from(hundredths) * u64::from(rate_cents)).is_multiple_of(100)
            }
            Self::Pieces { .. } => false,
        }
    }

    /// The hourly rate in US cents, of staff time.
    pub const fn hourly_rate(&self) -> Option<u32> {
        match self {
            Self::Hours { rate_cents, .. } => Some(*rate_cents),
            Self::Pieces { .. } => None,
        }
    }
}
