//! Accounts and their roles.

use law::{Date, keyed, request::ActKind};
use serde::{Deserialize, Serialize};

/// A signed-in member of staff. Only the session layer makes one, after checking the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// Account's id.
    pub id: String,
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Role.
    pub role: Role,
    /// Whether they may also administer: every administrator, and the first account.
    pub administers: bool,
}

/// Roles of staff accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Role {
    Custodian,
    Reviewer,
    Supervisor,
    Prosecutor,
    Auditor,
    Admin,
}

keyed!(Role {
    Custodian => "custodian",
    Reviewer => "reviewer",
    Supervisor => "supervisor",
    Prosecutor => "prosecutor",
    Auditor => "auditor",
    Admin => "admin",
});

impl Role {
    /// Whether this role works requests, registers recordings and serves notices.
    pub const fn works(self) -> bool {
        matches!(self, Self::Custodian)
    }

    /// Whether this role is a second pair of eyes: verifies orders and approves copies. A custodian is one for what
    /// another custodian did.
    pub const fn checks(self) -> bool {
        matches!(self, Self::Custodian | Self::Reviewer | Self::Supervisor)
    }

    /// Whether this role does this act on a request. Orders are verified by a second person, who may
    /// also be a reviewer or supervisor; everything else is the custodian's.
    pub const fn may(self, act: ActKind) -> bool {
        match self {
            Self::Custodian => true,
            Self::Reviewer | Self::Supervisor => matches!(act, ActKind::VerifyOrder),
            Self::Prosecutor | Self::Auditor | Self::Admin => false,
        }
    }
}

/// A staff account in the list of accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The person.
    pub staff: Staff,
    /// Day the account was made.
    pub created_on: Date,
    /// Day it was closed.
    pub disabled_on: Option<Date>,
}
