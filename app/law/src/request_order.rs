//! Petitions to a court and the orders that answer them (RSMo 610.100.5).

use serde::{Deserialize, Serialize};

use crate::Date;

/// Who asked the court.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Petitioner {
    /// The requester.
    Requester,
    /// The agency itself.
    Agency,
    /// A prosecutor.
    Prosecutor,
    /// Anybody else.
    Other,
}

crate::keys::keyed!(Petitioner {
    Requester => "requester",
    Agency => "agency",
    Prosecutor => "prosecutor",
    Other => "other",
});

/// How a court was done with a petition, without an order on disclosure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PetitionEnd {
    /// The court dismissed it.
    Dismissed,
    /// Whoever filed it withdrew it.
    Withdrawn,
}

crate::keys::keyed!(PetitionEnd {
    Dismissed => "dismissed",
    Withdrawn => "withdrawn",
});

/// A case of a court: courts and case numbers are public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourtCase {
    /// The court's name.
    pub court: String,
    /// Case number as the court writes it.
    pub number: String,
}

impl CourtCase {
    /// Whether it is the same case, however court and number are typed: letters and digits count.
    pub fn is(&self, other: &Self) -> bool {
        self.key() == other.key()
    }

    /// Court and number as they are compared: small letters and digits.
    pub fn key(&self) -> (String, String) {
        let plain = |text: &str| {
            let kept = text.chars().filter(|c| c.is_alphanumeric());
            kept.flat_map(char::to_lowercase).collect()
        };
        (plain(&self.court), plain(&self.number))
    }
}

impl Petition {
    /// The case that it opened.
    pub fn case(&self) -> CourtCase {
        CourtCase {
            court: self.court.clone(),
            number: self.case_number.clone(),
        }
    }
}

impl RequestOrder {
    /// The case that it was given in.
    pub fn case(&self) -> CourtCase {
        CourtCase {
            court: self.court.clone(),
            number: self.case_number.clone(),
        }
    }
}

/// A petition or motion filed with a court.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Petition {
    /// Who filed it.
    pub by: Petitioner,
    /// The court's name, at most 120 characters.
    pub court: String,
    /// Case number as the court writes it, at most 60 characters.
    pub case_number: String,
    /// Day of filing.
    pub filed_on: Date,
    /// Day the custodian was served, from which hold L1 stands (610.027.1).
    pub served_on: Option<Date>,
}

/// What a court decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// Disclosure, whole.
    Disclose,
    /// Disclosure in part or on terms (610.100.5(5)).
    DiscloseInPart,
    /// Disclosure refused.
    Refuse,
}

crate::keys::keyed!(Ruling {
    Disclose => "disclose",
    DiscloseInPart => "disclose_in_part",
    Refuse => "refuse",
});

/// A court's order as entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestOrder {
    /// The court's name.
    pub court: String,
    /// Case number.
    pub case_number: String,
    /// Day of the order.
    pub dated: Date,
    /// What it says.
    pub ruling: Ruling,
    /// Its id in the register of orders, where it is kept with its document, scope and terms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register: Option<String>,
}
