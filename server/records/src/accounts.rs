//! Who signs in: passwords, sessions, the first account, and how often a secret may be tried.

mod attempts;
mod hashing;
mod sessions;

use office::{
    Errors, OfficeResult, Problem, Refusal,
    forms::password_problem,
    views::{Role, Staff},
};

use crate::{
    RecordsOffice,
    fault::{Fault, Stored},
    ids::new_id,
    secret,
    store::{Tx, staff},
};

pub use hashing::Hashing;

const SECOND: i64 = 1_000_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;

/// Wrong passwords of one account (Login.gov: 5 in 60 seconds).
const SIGN_IN_LIMIT: u64 = 5;
/// The window they are counted in, in seconds.
const SIGN_IN_WINDOW: u32 = 60;

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

impl RecordsOffice {
    /// Makes an account, from the command line.
    ///
    /// # Errors
    /// When the address has one already, or the password is too short.
    pub async fn add_staff(&self, new: NewStaff) -> Result<Staff, AddStaffError> {
        let (name, email) = (new.name.trim().to_owned(), same_case(&new.email));
        if name.is_empty() || !email.contains('@') {
            return Err(AddStaffError::Missing);
        }
        if let Some(problem) = password_problem(&new.password) {
            return Err(AddStaffError::Password(problem));
        }
        let hash = self.hashing().hash(new.password).await?;
        let staff = Staff {
            id: new_id(),
            name,
            email,
            role: new.role,
            administers: new.role == Role::Admin,
        };
        let mut tx = self.store().begin().await?;
        if !self.keep_staff(&mut tx, &staff, &hash).await? {
            return Err(AddStaffError::Taken);
        }
        tx.commit().await?;
        Ok(staff)
    }

    async fn keep_staff(&self, tx: &mut Tx, person: &Staff, password_hash: &str) -> Stored<bool> {
        let now = self.now();
        let new = staff::NewStaff {
            staff: person,
            password_hash,
            at: now.at,
            on: now.today,
        };
        staff::insert(tx, &new).await
    }

    /// The account of an address and password, if they fit.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] after five wrong passwords of an account within a minute.
    pub async fn sign_in(&self, email: &str, password: &str) -> OfficeResult<Option<Staff>> {
        let email = same_case(email);
        let key = format!("sign-in {email}");
        self.count_attempt(&key, SIGN_IN_LIMIT, SIGN_IN_WINDOW).await?;
        let found = staff::by_email(self.store(), &email).await?;
        let (person, hash) = found.unzip();
        let fits = self.hashing().fits(password.to_owned(), hash).await?;
        if fits {
            self.forget_attempts(&key).await?;
        }
        Ok(person.filter(|_| fits))
    }

    /// A one-time link's token for the first account; `None` once there is an account. Links made
    /// before are void.
    pub async fn first_account_token(&self) -> OfficeResult<Option<String>> {
        if staff::any(self.store().reader()).await? {
            return Ok(None);
        }
        let token = secret::token();
        let mut tx = self.store().begin().await?;
        staff::keep_link(&mut tx, &secret::token_hash(&token), self.now().at).await?;
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
        let staff = Staff {
            id: new_id(),
            name: new.name,
            email: same_case(&new.email),
            role: Role::Custodian,
            administers: true,
        };
        let link = secret::token_hash(&new.token);
        let mut tx = self.store().begin().await?;
        if !staff::use_link(&mut tx, &link, self.now().at).await? || staff::any(tx.conn().await?).await? {
            return Err(Refusal::NotFound);
        }
        self.keep_staff(&mut tx, &staff, &hash).await?;
        tx.commit().await?;
        Ok(staff)
    }
}
