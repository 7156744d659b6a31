//! Who signs in: accounts and their life, passwords, second factors, sessions, and how often a secret may be tried.

mod attempts;
mod factor;
mod hashing;
mod lifecycle;
mod links;
mod own;
mod sessions;
mod sign_in;

use office::{
    Errors, OfficeResult, Problem, Refusal,
    forms::password_problem,
    views::{AccountEvent, AuditAct, Role, Staff},
};

use crate::{
    RecordsOffice,
    fault::{Fault, Stored},
    ids::new_id,
    office::Moment,
    secret,
    store::{
        Tx,
        audit_log::{self, Subject},
        staff,
    },
};

pub use hashing::Hashing;
pub use sessions::Begun;
pub use sign_in::{Attempt, Place};

const SECOND: i64 = 1_000_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// An account to be made.
#[derive(Clone)]
pub struct NewStaff {
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Role.
    pub role: Role,
    /// Password.
    pub password: String,
}

/// An account cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum AddStaffError {
    /// The address has one.
    #[error("there is an account with this e-mail address already")]
    Taken,
    /// The name is empty or the address is none.
    #[error("name and e-mail address must be given")]
    Missing,
    /// The password is too short or too long.
    #[error("the password must have between {min} and {max} characters", min = office::forms::PASSWORD_MIN, max = office::forms::PASSWORD_MAX)]
    Password(Problem),
    /// The office could not.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl From<Fault> for AddStaffError {
    fn from(fault: Fault) -> Self {
        Self::Refused(fault.into())
    }
}

fn same_case(email: &str) -> String {
    email.trim().to_lowercase()
}

fn new_staff(name: String, email: &str, role: Role, administers: bool) -> Staff {
    Staff {
        id: new_id(),
        name,
        email: same_case(email),
        role,
        administers,
        officer: None,
        session: None,
    }
}

/// Enters what happened to an account; whoever does has changed or locked its row in the same transaction.
async fn entered(tx: &mut Tx, id: &str, event: AccountEvent, by: Option<&str>, now: Moment) -> Stored<()> {
    let act = AuditAct::Account(event);
    let entry = now.entry((Subject::Account, id), &act, by);
    audit_log::append(tx, &entry).await
}

impl RecordsOffice {
    /// Makes an account with a password, from the command line.
    ///
    /// # Errors
    /// When the address has one already, or the password is too short.
    pub async fn add_staff(&self, new: NewStaff) -> Result<Staff, AddStaffError> {
        let name = new.name.trim().to_owned();
        if name.is_empty() || !new.email.contains('@') {
            return Err(AddStaffError::Missing);
        }
        if let Some(problem) = password_problem(&new.password) {
            return Err(AddStaffError::Password(problem));
        }
        let hash = self.hashing().hash(new.password).await?;
        let staff = new_staff(name, &new.email, new.role, new.role == Role::Admin);
        let mut tx = self.store().begin().await?;
        if !self.keep_staff(&mut tx, &staff, &hash, None).await? {
            return Err(AddStaffError::Taken);
        }
        tx.commit().await?;
        Ok(staff)
    }

    /// Keeps a new account and enters it; `false` if its address has one.
    async fn keep_staff(&self, tx: &mut Tx, person: &Staff, password_hash: &str, by: Option<&str>) -> Stored<bool> {
        let now = self.now();
        let new = staff::NewStaff {
            staff: person,
            password_hash,
            at: now.at,
            on: now.today,
        };
        if !staff::insert(tx, &new).await? {
            return Ok(false);
        }
        entered(tx, &person.id, AccountEvent::Made { role: person.role }, by, now).await?;
        Ok(true)
    }

    /// A one-time link's token for the first account; `None` once there is an account. Links made
    /// before are void.
    pub async fn first_account_token(&self) -> OfficeResult<Option<String>> {
        if staff::any(self.store().reader()).await? {
            return Ok(None);
        }
        let token = secret::token();
        let mut tx = self.store().begin().await?;
        staff::keep_link(&mut tx, &secret::token_hash(&token), self.now_micros()).await?;
        tx.commit().await?;
        Ok(Some(token))
    }

    pub(crate) async fn first_account_is_open(&self, token: &str) -> OfficeResult<bool> {
        Ok(!staff::any(self.store().reader()).await?
            && staff::link_open(self.store(), &secret::token_hash(token)).await?)
    }

    pub(crate) async fn make_first_account(&self, new: office::forms::NewPassword) -> OfficeResult<Staff> {
        if !self.first_account_is_open(&new.token).await? {
            return Err(Refusal::NotFound);
        }
        if let Some(problem) = password_problem(&new.password) {
            return Err(Errors::one("password", problem).into());
        }
        let hash = self.hashing().hash(new.password).await?;
        let staff = new_staff(new.name, &new.email, Role::Custodian, true);
        let link = secret::token_hash(&new.token);
        let mut tx = self.store().begin().await?;
        if !staff::use_setup_link(&mut tx, &link, self.now_micros()).await? || staff::any(tx.conn().await?).await? {
            return Err(Refusal::NotFound);
        }
        self.keep_staff(&mut tx, &staff, &hash, None).await?;
        tx.commit().await?;
        Ok(staff)
    }
}
