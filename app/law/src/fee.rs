//! What copies may cost. RSMo 610.026.1(2) allows for video only the cost of copies, staff time for
//! copying, programming and the medium; never review, redaction or attorneys (*Gross v. Parson*).

use serde::{Deserialize, Serialize};

use crate::{
    Date,
    bar::{Bar, Reason, Section},
};

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
    /// Amount in US cents.
    pub cents: u32,
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

    /// Whether a fee can be asked for now.
    ///
    /// # Errors
    /// When one was paid or waived already.
    pub const fn may_be_asked(&self) -> Result<(), Bar> {
        match self {
            Self::None | Self::Asked { .. } => Ok(()),
            Self::Paid { .. } | Self::Waived { .. } => bar(Reason::AlreadyDone),
        }
    }

    /// Whether there is a fee to settle, which stands in the way of delivery until it is.
    pub const fn unsettled(&self) -> bool {
        matches!(self, Self::Asked { .. })
    }

    /// A fee is asked for; `allowed` are the profile's categories.
    ///
    /// # Errors
    /// [`Reason::FeeCategoryNotAllowed`] when a line is of another category (610.026.1(2)), or no
    /// line asks for anything; or as [`Self::may_be_asked`].
    pub fn ask(self, lines: Vec<FeeLine>, on: Date, allowed: &[FeeCategory]) -> Result<Self, Bar> {
        self.may_be_asked()?;
        let lawful = lines.iter().all(|line| allowed.contains(&line.category));
        if lawful && sum_cents(&lines) > 0 {
            return Ok(Self::Asked { lines, on });
        }
        Err(Bar {
            reason: Reason::FeeCategoryNotAllowed,
            section: SECTION,
        })
    }

    /// The fee is paid or waived.
    ///
    /// # Errors
    /// [`Reason::NoFeeAsked`], or [`Reason::AlreadyDone`] when nothing is left to settle.
    pub fn settle(self, waived: bool, on: Date) -> Result<Self, Bar> {
        self.may_be_settled()?;
        Ok(if waived { Self::Waived { on } } else { Self::Paid { on } })
    }

    /// Whether a fee can be settled now.
    ///
    /// # Errors
    /// As [`Self::settle`].
    pub const fn may_be_settled(&self) -> Result<(), Bar> {
        match self {
            Self::Asked { .. } => Ok(()),
            Self::None => bar(Reason::NoFeeAsked),
            Self::Paid { .. } | Self::Waived { .. } => bar(Reason::AlreadyDone),
        }
    }
}

/// Sum of the lines in US cents.
pub fn sum_cents(lines: &[FeeLine]) -> u64 {
    lines.iter().map(|line| u64::from(line.cents)).sum()
}

const SECTION: Section = Section::of("RSMo 610.026.1(2)");

const fn bar(reason: Reason) -> Result<(), Bar> {
    Err(Bar {
        reason,
        section: SECTION,
    })
}
