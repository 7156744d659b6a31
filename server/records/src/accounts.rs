//! Who signs in: passwords, sessions, the first account, and how often a secret may be tried.

use std::sync::Arc;

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use office::{
    Answer, Errors, Problem, Refusal,
    desk::Requester,
    forms::password_problem,
    views::{Role, Staff},
};
use tokio::sync::Semaphore;

use crate::{
    RecordsOffice,
    fault::{Fault, Stored, whole},
    secret,
    store::{attempts, sessions, staff},
};

const SECOND: i64 = 1_000_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;

/// Longest session of staff (Login.gov: 12 hours).
const STAFF_SESSION: i64 = 12 * HOUR;
/// Longest pause in a session of staff.
const STAFF_IDLE: i64 = HOUR;
/// A use is noted at most this often, so that reading pages does not write.
const USE_NOTED: i64 = MINUTE;
/// Longest session of a requester.
const REQUESTER_SESSION: i64 = 2 * HOUR;
/// Wrong passwords of one account (Login.gov: 5 in 60 seconds).
const SIGN_IN_LIMIT: u64 = 5;
/// The window they are counted in, in seconds.
const SIGN_IN_WINDOW: u32 = 60;

/// How passwords are hashed: Argon2id, at most two at a time so that memory and processors stay
/// free for others.
#[derive(Clone)]
pub struct Hashing {
    argon: Argon2<'static>,
    permits: Arc<Semaphore>,
}

impl Hashing {
    /// 64 MiB, three passes: about 0.2 s.
    pub fn full() -> Self {
        Self::with(64 * 1024, 3)
    }

    /// As little as Argon2 can, for tests.
    pub fn quick() -> Self {
        Self::with(Params::MIN_M_COST, 1)
    }

    fn with(memory_kib: u32, passes: u32) -> Self {
        let params = Params::new(memory_kib, passes, 1, None).unwrap_or_default();
        Self {
            argon: Argon2::new(Algorithm::Argon2id, Version::V0x13, params),
            permits: Arc::new(Semaphore::new(2)),
        }
    }

    async fn away<T: Send + 'static>(&self, work: impl FnOnce(&Argon2<'static>) -> T + Send + 'static) -> Stored<T> {
        // Taken before the thread is, so that a flood of sign-ins waits here.
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        let permit = permit.map_err(|closed| Fault::Hashing(closed.to_string()))?;
        let argon = self.argon.clone();
        Ok(tokio::task::spawn_blocking(move || {
            let done = work(&argon);
            drop(permit);
            done
        })
        .await?)
    }

    async fn hash(&self, password: String) -> Stored<String> {
        let hash = self.away(move |argon| {
            argon
                .hash_password(password.as_bytes())
                .map(|hash: PasswordHash| hash.to_string())
        });
        hash.await?.map_err(|error| Fault::Hashing(error.to_string()))
    }

    /// Whether a password fits. Without a hash to compare to, as much work is done in vain, so that
    /// time does not tell whether an account exists.
    async fn fits(&self, password: String, hash: Option<String>) -> Stored<bool> {
        let Some(hash) = hash else {
            self.hash(password).await?;
            return Ok(false);
        };
        self.away(move |argon| {
            let known = PasswordHash::new(&hash).map_err(|error| Fault::Hashing(error.to_string()))?;
            Ok(argon.verify_password(password.as_bytes(), &known).is_ok())
        })
        .await?
    }
}

impl std::fmt::Debug for Hashing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hashing")
            .field("params", self.argon.params())
            .finish_non_exhaustive()
    }
}

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
        };
        let office = self.clone();
        let added = whole(async move {
            let mut tx = office.store().begin().await?;
            let administers = staff.role == Role::Admin;
            let added = office.keep_staff(&mut tx, &staff, &hash, administers).await?;
            tx.commit().await?;
            Ok(added.then_some(staff))
        });
        added.await?.ok_or(AddStaffError::Taken)
    }

    async fn keep_staff(
        &self,
        tx: &mut crate::store::Tx,
        person: &Staff,
        password_hash: &str,
        administers: bool,
    ) -> Stored<bool> {
        let now = self.now();
        let new = staff::NewStaff {
            staff: person,
            password_hash,
            at: now.at,
            on: now.today,
            administers,
        };
        staff::insert(tx, &new).await
    }

    /// The account of an address and password, if they fit.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] after five wrong passwords of an account within a minute.
    pub async fn sign_in(&self, email: &str, password: &str) -> Answer<Option<Staff>> {
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
    ///
    /// # Errors
    /// When the office cannot.
    pub async fn first_account_token(&self) -> Answer<Option<String>> {
        if staff::any(self.store()).await? {
            return Ok(None);
        }
        let (office, token) = (self.clone(), secret::token());
        whole(async move {
            let mut tx = office.store().begin().await?;
            staff::keep_link(&mut tx, &secret::token_hash(&token), office.now().at).await?;
            tx.commit().await?;
            Ok(Some(token))
        })
        .await
    }

    pub(crate) async fn first_account_is_open(&self, token: &str) -> Answer<bool> {
        Ok(!staff::any(self.store()).await? && staff::link_open(self.store(), &secret::token_hash(token)).await?)
    }

    pub(crate) async fn make_first_account(&self, new: office::forms::NewPassword) -> Answer<Staff> {
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
        };
        let (office, link) = (self.clone(), secret::token_hash(&new.token));
        whole(async move {
            let mut tx = office.store().begin().await?;
            if !staff::use_link(&mut tx, &link, office.now().at).await? || staff::any_within(&mut tx).await? {
                return Err(Refusal::NotFound);
            }
            office.keep_staff(&mut tx, &staff, &hash, true).await?;
            tx.commit().await?;
            Ok(staff)
        })
        .await
    }

    /// Begins a session of staff; its token goes into a cookie.
    ///
    /// # Errors
    /// When the office cannot.
    pub async fn begin_session(&self, person: &Staff) -> Answer<String> {
        let (office, token, id) = (self.clone(), secret::token(), person.id.clone());
        whole(async move {
            let now = office.now().at;
            let mut tx = office.store().begin().await?;
            sessions::begin_staff(&mut tx, &secret::token_hash(&token), &id, now, now - STAFF_SESSION).await?;
            tx.commit().await?;
            Ok(token)
        })
        .await
    }

    /// Who a session's token stands for: twelve hours at most, one hour without a use, and only
    /// while the account is open.
    ///
    /// # Errors
    /// When the office cannot.
    pub async fn staff(&self, token: &str) -> Answer<Option<Staff>> {
        let (hash, now) = (secret::token_hash(token), self.now().at);
        let found = staff::by_session(self.store(), &hash, now - STAFF_SESSION, now - STAFF_IDLE).await?;
        let Some((person, used_at)) = found else {
            return Ok(None);
        };
        if now - used_at > USE_NOTED {
            let office = self.clone();
            whole(async move {
                let mut tx = office.store().begin().await?;
                sessions::used(&mut tx, &hash, now).await?;
                Ok(tx.commit().await?)
            })
            .await?;
        }
        Ok(Some(person))
    }

    /// Ends a session of staff.
    ///
    /// # Errors
    /// When the office cannot.
    pub async fn sign_out(&self, token: &str) -> Answer<()> {
        let (office, hash) = (self.clone(), secret::token_hash(token));
        whole(async move {
            let mut tx = office.store().begin().await?;
            sessions::end_staff(&mut tx, &hash).await?;
            Ok(tx.commit().await?)
        })
        .await
    }

    /// Ends all sessions of an account.
    ///
    /// # Errors
    /// When the office cannot.
    pub async fn sign_out_everywhere(&self, person: &Staff) -> Answer<()> {
        let (office, id) = (self.clone(), person.id.clone());
        whole(async move {
            let mut tx = office.store().begin().await?;
            sessions::end_all_of(&mut tx, &id).await?;
            Ok(tx.commit().await?)
        })
        .await
    }

    /// Begins a requester's session; its token goes into a cookie.
    ///
    /// # Errors
    /// When the office cannot.
    pub async fn begin_requester_session(&self, by: &Requester) -> Answer<String> {
        let (office, token, by) = (self.clone(), secret::token(), by.clone());
        whole(async move {
            let (now, hash) = (office.now().at, secret::token_hash(&token));
            let mut tx = office.store().begin().await?;
            if !sessions::begin_requester(&mut tx, &hash, &by.number, now, now - REQUESTER_SESSION).await? {
                return Err(Refusal::NotFound);
            }
            tx.commit().await?;
            Ok(token)
        })
        .await
    }

    /// Whose private page a session's token opens: for two hours.
    ///
    /// # Errors
    /// When the office cannot.
    pub async fn requester(&self, token: &str) -> Answer<Option<Requester>> {
        let oldest = self.now().at - REQUESTER_SESSION;
        let number = sessions::requester(self.store(), &secret::token_hash(token), oldest).await?;
        Ok(number.map(|number| Requester { number }))
    }

    /// Ends a requester's session.
    ///
    /// # Errors
    /// When the office cannot.
    pub async fn end_requester_session(&self, token: &str) -> Answer<()> {
        let (office, hash) = (self.clone(), secret::token_hash(token));
        whole(async move {
            let mut tx = office.store().begin().await?;
            sessions::end_requester(&mut tx, &hash).await?;
            Ok(tx.commit().await?)
        })
        .await
    }

    fn window(&self, key: &str, seconds: u32) -> (String, i64, u32) {
        let (now, length) = (self.now().at, i64::from(seconds.max(1)) * SECOND);
        let start = now - now.rem_euclid(length);
        let wait = (start + length - now).div_euclid(SECOND) + 1;
        (
            self.secret().mark("attempt", key),
            start,
            u32::try_from(wait).unwrap_or(seconds),
        )
    }

    /// Whether a secret may be tried: fewer than `limit` failures in this window. `key` names what
    /// it is tried on or from; only a mark of it is kept.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] with the seconds to wait.
    pub async fn allow(&self, key: &str, limit: u64, window_seconds: u32) -> Answer<()> {
        let (mark, start, seconds) = self.window(key, window_seconds);
        if attempts::failures(self.store(), &mark, start).await? < limit {
            Ok(())
        } else {
            Err(Refusal::TooMany { seconds })
        }
    }

    /// Counts a failure for [`Self::allow`] with the same window.
    ///
    /// # Errors
    /// When the office cannot.
    pub async fn failed(&self, key: &str, window_seconds: u32) -> Answer<()> {
        self.count(key, window_seconds).await.map(|_| ())
    }

    /// Counts a try before it is made, so that many at once cannot slip through.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] with the seconds to wait when this one is over the limit.
    pub async fn count_attempt(&self, key: &str, limit: u64, window_seconds: u32) -> Answer<()> {
        let (tries, seconds) = self.count(key, window_seconds).await?;
        if tries <= limit {
            Ok(())
        } else {
            Err(Refusal::TooMany { seconds })
        }
    }

    /// Forgets the tries of a key: the secret was right.
    ///
    /// # Errors
    /// When the office cannot.
    pub async fn forget_attempts(&self, key: &str) -> Answer<()> {
        let (office, mark) = (self.clone(), self.secret().mark("attempt", key));
        whole(async move {
            let mut tx = office.store().begin().await?;
            attempts::forget(&mut tx, &mark).await?;
            Ok(tx.commit().await?)
        })
        .await
    }

    async fn count(&self, key: &str, window_seconds: u32) -> Answer<(u64, u32)> {
        let (mark, start, seconds) = self.window(key, window_seconds);
        let office = self.clone();
        whole(async move {
            let mut tx = office.store().begin().await?;
            let tries = attempts::count(&mut tx, &mark, start).await?;
            tx.commit().await?;
            Ok((tries, seconds))
        })
        .await
    }
}

pub(crate) fn new_id() -> String {
    uuid::Uuid::now_v7().simple().to_string()
}
