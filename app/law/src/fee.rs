//! What copies may cost. RSMo 610.026.1(2) allows for video only the cost of copies, staff time for
//! copying, programming and the medium; never review, redaction or attorneys (*Gross v. Parson*).

use serde::{Deserialize, Serialize};

use crate::{
    Date,
    bar::{Bar, Reason, Section},
};

mod account;
mod calculation;

pub use account::{FeeAccount, Payment};
pub use calculation::Calculation;

/// Category of a fee line; the profile says which are allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "named by the statute")]
pub enum FeeCategory {
    Copy,
    StaffCopying,
    Programming,
    Medium,
    Review,
    Redaction,
    Attorney,
}

crate::keys::keyed!(FeeCategory {
    Copy => "copy",
    StaffCopying => "staff_copying",
    Programming => "programming",
    Medium => "medium",
    Review => "review",
    Redaction => "redaction",
    Attorney => "attorney",
});

/// One line of a fee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeeLine {
    /// What it pays for.
    pub category: FeeCategory,
    /// Amount in US cents: the result of the calculation, where there is one.
    pub cents: u32,
    /// How the amount was worked out; `None` where only an amount was entered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Calculation>,
}

impl FeeLine {
    /// A line with an amount in US cents and no calculation.
    pub const fn amount(category: FeeCategory, cents: u32) -> Self {
        Self {
            category,
            cents,
            by: None,
        }
    }

    /// A line whose amount is worked out; `None` where the result is more than fits.
    pub fn worked_out(category: FeeCategory, by: Calculation) -> Option<Self> {
        let cents = by.cents()?;
        Some(Self {
            category,
            cents,
            by: Some(by),
        })
    }

    /// Whether its amount is what its calculation gives.
    fn adds_up(&self) -> bool {
        self.by.is_none_or(|by| by.cents() == Some(self.cents))
    }
}

/// Where the fee stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fee", rename_all = "snake_case")]
pub enum Fee {
    /// None asked.
    None,
    /// Asked for, unpaid.
    Asked {
        /// The lines.
        lines: Vec<FeeLine>,
        /// Day it was asked for.
        on: Date,
    },
    /// Paid.
    Paid {
        /// Day of payment.
        on: Date,
    },
    /// Waived.
    Waived {
        /// Day of the waiver.
        on: Date,
    },
}

impl Fee {
    /// The sum asked for and unpaid, in US cents; 0 where none is.
    pub fn cents(&self) -> u64 {
        match self {
            Self::Asked { lines, .. } => sum_cents(lines),
            Self::None | Self::Paid { .. } | Self::Waived { .. } => 0,
        }
    }

    /// Whether there is a fee to settle, which stands in the way of delivery until it is.
    pub const fn unsettled(&self) -> bool {
        matches!(self, Self::Asked { .. })
    }

    /// A fee is asked for: the first, another after one was settled, or in place of one that is unpaid.
    ///
    /// # Errors
    /// As [`FeeLaw::allows`]; [`Reason::AlreadyDone`] when these very lines are asked for already.
    pub fn ask(self, lines: Vec<FeeLine>, on: Date, law: FeeLaw<'_>) -> Result<Self, Bar> {
        law.allows(&lines)?;
        if matches!(&self, Self::Asked { lines: known, .. } if *known == lines) {
            bar(Reason::AlreadyDone)?;
        }
        Ok(Self::Asked { lines, on })
    }

    /// The fee is paid or waived.
    ///
    /// # Errors
    /// As [`Self::may_be_settled`].
    pub fn settle(self, waived: bool, on: Date) -> Result<Self, Bar> {
        self.may_be_settled()?;
        Ok(if waived { Self::Waived { on } } else { Self::Paid { on } })
    }

    /// Whether a fee can be settled now.
    ///
    /// # Errors
    /// [`Reason::NoFeeAsked`], or [`Reason::AlreadyDone`] when nothing is left to settle.
    pub const fn may_be_settled(&self) -> Result<(), Bar> {
        match self {
            Self::Asked { .. } => Ok(()),
            Self::None => bar(Reason::NoFeeAsked),
            Self::Paid { .. } | Self::Waived { .. } => bar(Reason::AlreadyDone),
        }
    }
}

/// What a place's law allows a fee to be made of.
#[derive(Clone, Copy, Debug)]
pub struct FeeLaw<'a> {
    /// The categories of the profile.
    pub allowed: &'a [FeeCategory],
    /// The average hourly pay that no rate may exceed, in US cents; `None` where the profile does not say it.
    pub hourly_at_most_cents: Option<u32>,
}

impl FeeLaw<'_> {
    /// Whether a fee of these lines can be asked for or estimated.
    ///
    /// # Errors
    /// [`Reason::FeeCategoryNotAllowed`] when a line is of another category (610.026.1(2)), when no line asks for
    /// anything, or an amount is not what its calculation gives; [`Reason::RateAboveAverage`].
    pub fn allows(&self, lines: &[FeeLine]) -> Result<(), Bar> {
        let lawful = lines
            .iter()
            .all(|line| self.allowed.contains(&line.category) && line.adds_up());
        if !lawful || sum_cents(lines) == 0 {
            bar(Reason::FeeCategoryNotAllowed)?;
        }
        let rates = lines.iter().filter_map(|line| line.by?.hourly_rate());
        match (self.hourly_at_most_cents, rates.max()) {
            (Some(at_most_cents), Some(rate)) if rate > at_most_cents => {
                bar(Reason::RateAboveAverage { at_most_cents })
            }
            _ => Ok(()),
        }
    }
}

/// Sum of the lines in US cents.
pub fn sum_cents(lines: &[FeeLine]) -> u64 {
    lines.iter().map(|line| u64::from(line.cents)).sum()
}

pub(crate) const SECTION: Section = Section::of("RSMo 610.026.1(2)");

pub(crate) const fn bar(reason: Reason) -> Result<(), Bar> {
    Err(Bar {
        reason,
        section: SECTION,
    })
}
