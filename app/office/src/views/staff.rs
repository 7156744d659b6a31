//! Accounts and their roles.

use jiff::Zoned;
use law::{
    Date,
    court::{EntryKind, Who},
    keyed,
    request::ActKind,
};
use serde::{Deserialize, Serialize};

use super::AuditEntry;

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
    /// Their number as an officer in the register of recordings, where they are one. Set by an administrator.
    pub officer: Option<String>,
    /// The session in which they ask; none for the operator's own commands and for fiction.
    pub session: Option<StaffSession>,
}

/// A session of somebody who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffSession {
    /// Hash of its token.
    pub key: String,
    /// Whether the account has a second factor.
    pub enrolled: bool,
    /// Whether the account must enroll one before anything else: its role needs it.
    pub must_enroll: bool,
    /// When the second factor was last given in this session, in microseconds since 1970.
    pub factor_at: Option<i64>,
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
    /// Whether it enters something of this kind in a court case, done by this party: custodians everything, a prosecutor what
    /// their own office files (1.020(12), 610.100.5).
    pub fn enters(self, kind: EntryKind, by: Option<Who>) -> bool {
        let filed = matches!(kind, EntryKind::Petition | EntryKind::Motion);
        self.works() || self == Self::Prosecutor && filed && by.is_none_or(|by| by == Who::Prosecutor)
    }

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

/// What a one-time link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkPurpose {
    /// To choose the first password of an account.
    Invitation,
    /// To choose another password.
    Reset,
}

keyed!(LinkPurpose {
    Invitation => "invitation",
    Reset => "reset",
});

/// A closure in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosureLine {
    /// The closure.
    pub closure: law::calendar::Closure,
    /// The day on which it was taken back, and why.
    pub taken_back: Option<(Date, String)>,
}

/// That who filed a request was erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// Day.
    pub on: Date,
    /// Why, for staff.
    pub reason: String,
}

/// A staff account in the list of accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The person, without a session.
    pub staff: Staff,
    /// Day the account was made.
    pub created_on: Date,
    /// Day it was disabled.
    pub disabled_on: Option<Date>,
    /// When they last signed in, in the agency's time zone.
    pub signed_in: Option<Zoned>,
    /// Whether they have chosen a password.
    pub has_password: bool,
    /// Whether they have a second factor.
    pub second_factor: bool,
}

/// A one-time link that works now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneTimeLink {
    /// What it is for.
    pub purpose: LinkPurpose,
    /// Its token.
    pub token: String,
    /// Until when it works, in the agency's time zone.
    pub until: Zoned,
}

/// Whose one-time link somebody opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkHolder {
    /// Their name.
    pub name: String,
    /// Their e-mail address, with which they sign in.
    pub email: String,
    /// What the link is for.
    pub purpose: LinkPurpose,
}

/// An account as an administrator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountView {
    /// The account.
    pub account: Account,
    /// The link that waits for them, if one does.
    pub link: Option<OneTimeLink>,
    /// Whether nobody else could administer without this account.
    pub last_administrator: bool,
    /// What happened to it, oldest first.
    pub entries: Vec<AuditEntry>,
}

/// What happened to an account, for the audit log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountEvent {
    /// It was made.
    Made {
        /// In which role.
        role: Role,
    },
    /// A one-time link was made for it; links made before are void.
    LinkMade {
        /// What for.
        purpose: LinkPurpose,
    },
    /// A password was chosen by a one-time link. Every session ended.
    LinkUsed {
        /// What it was for.
        purpose: LinkPurpose,
    },
    /// Its holder changed the password. Every other session ended.
    PasswordChanged,
    /// The operator set the password. Every session ended.
    PasswordSet,
    /// It was disabled. Every session ended.
    Disabled,
    /// It was enabled again.
    Enabled,
    /// It got another role.
    RoleChanged {
        /// Before.
        was: Role,
        /// Now.
        is: Role,
    },
    /// Every session was ended.
    SignedOut,
    /// Somebody signed in.
    SignedIn,
    /// Wrong passwords came so often that the next tries had to wait. Entered once an hour.
    TriesSlowed,
    /// It was linked to an officer of the register, or no longer is.
    OfficerSet {
        /// The officer's number.
        officer: Option<String>,
    },
    /// A second factor was enrolled.
    FactorEnrolled,
    /// The second factor was taken away.
    FactorRemoved,
    /// New recovery codes took the place of the old ones.
    RecoveryCodesMade,
    /// A recovery code was used.
    RecoveryCodeUsed {
        /// How many are left.
        left: u64,
    },
}

impl AccountEvent {
    /// The key of the audit log.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Made { .. } => "account_made",
            Self::LinkMade { .. } => "link_made",
            Self::LinkUsed { .. } => "link_used",
            Self::PasswordChanged => "password_changed",
            Self::PasswordSet => "password_set",
            Self::Disabled => "account_disabled",
            Self::Enabled => "account_enabled",
            Self::RoleChanged { .. } => "role_changed",
            Self::SignedOut => "signed_out",
            Self::SignedIn => "signed_in",
            Self::TriesSlowed => "tries_slowed",
            Self::OfficerSet { .. } => "officer_set",
            Self::FactorEnrolled => "factor_enrolled",
            Self::FactorRemoved => "factor_removed",
            Self::RecoveryCodesMade => "recovery_codes_made",
            Self::RecoveryCodeUsed { .. } => "recovery_code_used",
        }
    }
}

/// A second factor that is being enrolled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrollment {
    /// The `otpauth://` address for a QR code.
    pub url: String,
    /// The same secret to type, in Base32.
    pub typed: String,
}

/// Somebody's own account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAccount {
    /// The account.
    pub account: Account,
    /// What waits for its first code, where enrollment was begun.
    pub enrollment: Option<Enrollment>,
    /// How many recovery codes are left.
    pub recovery_codes: u64,
    /// Whether the role needs a second factor.
    pub factor_required: bool,
    /// Whether the daily mail of what is due goes to it; `None` for a role that has no requests.
    pub daily_mail: Option<bool>,
}
