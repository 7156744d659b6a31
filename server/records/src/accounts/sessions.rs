//! Sessions of staff and of requesters. Only the session layer of the web counter asks for them.

use office::{
    OfficeResult, Refusal,
    desk::{Depicted, Requester},
    views::{AccountEvent, Staff, StaffSession},
};

use super::{HOUR, MINUTE, entered};
use crate::{
    RecordsOffice,
    fault::Stored,
    secret,
    store::{
        Tx, notices, requesters, requests, sessions,
        staff::{self, SessionRow},
    },
};

/// Longest session of staff (Login.gov: 12 hours).
const STAFF_SESSION: i64 = 12 * HOUR;
/// Longest pause in a session of staff.
const STAFF_IDLE: i64 = HOUR;
/// A use is noted at most this often, so that reading pages does not write.
const USE_NOTED: i64 = MINUTE;
/// Longest session of a requester.
const REQUESTER_SESSION: i64 = 2 * HOUR;

/// So long a session waits for the second factor.
const FACTOR_WAITS: i64 = 10 * MINUTE;

/// What a good password, or password and code, gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// The session's token, for a cookie.
    pub token: String,
    /// Whether it opens nothing before the second factor is given.
    pub waits: bool,
}

impl RecordsOffice {
    /// Begins a session of staff. Whoever has a second factor is asked for it first.
    ///
    /// # Errors
    /// [`Refusal::SignIn`] where the account was disabled in the meantime.
    pub async fn begin_session(&self, person: &Staff) -> OfficeResult<Begun> {
        let waits = staff::enrolled_factor(self.store(), &person.id).await?.is_some();
        let mut tx = self.store().begin().await?;
        let token = self.begin_in(&mut tx, person, waits).await?;
        tx.commit().await?;
        Ok(Begun { token, waits })
    }

    pub(super) async fn begin_in(&self, tx: &mut Tx, person: &Staff, waits: bool) -> OfficeResult<String> {
        let (token, now, clock) = (secret::token(), self.now(), self.now_micros());
        if !waits {
            if !staff::signed_in(tx, &person.id, now.at).await? {
                return Err(Refusal::SignIn);
            }
            entered(tx, &person.id, AccountEvent::SignedIn, Some(&person.id), now).await?;
        }
        staff::begin_session(
            tx,
            &secret::token_hash(&token),
            &person.id,
            clock,
            clock - STAFF_SESSION,
            waits.then_some(clock),
        )
        .await?;
        Ok(token)
    }

    async fn session(&self, hash: &str) -> OfficeResult<Option<SessionRow>> {
        let now = self.now_micros();
        Ok(staff::by_session(self.store(), hash, now - STAFF_SESSION, now - STAFF_IDLE).await?)
    }

    /// Who a session's token stands for: twelve hours at most, one hour without a use, only while the account is enabled, and
    /// only once the second factor was given where there is one.
    pub async fn staff(&self, token: &str) -> OfficeResult<Option<Staff>> {
        let (hash, now) = (secret::token_hash(token), self.now_micros());
        let Some(row) = self.session(&hash).await?.filter(|row| row.waits_at.is_none()) else {
            return Ok(None);
        };
        if now - row.used_at > USE_NOTED {
            // Reading goes on where a use cannot be noted, because the disk is full; the session ends the sooner.
            if let Err(fault) = self.note_use(&hash, now).await {
                tracing::warn!(%fault, "The use of a session was not noted");
            }
        }
        let session = StaffSession {
            key: hash,
            enrolled: row.enrolled,
            must_enroll: !row.enrolled && self.needs_factor(&row.staff),
            factor_at: row.factor_at,
        };
        Ok(Some(Staff {
            session: Some(session),
            ..row.staff
        }))
    }

    /// Whose password was right a moment ago, in a session that waits for the second factor.
    pub async fn waiting_for_factor(&self, token: &str) -> OfficeResult<Option<Staff>> {
        let since = self.now_micros() - FACTOR_WAITS;
        let row = self.session(&secret::token_hash(token)).await?;
        Ok(row
            .filter(|row| row.waits_at.is_some_and(|at| at > since))
            .map(|row| row.staff))
    }

    async fn note_use(&self, hash: &str, now: i64) -> Stored<()> {
        let mut tx = self.store().begin().await?;
        staff::session_used(&mut tx, hash, now).await?;
        tx.commit().await
    }

    /// Ends a session of staff.
    pub async fn sign_out(&self, token: &str) -> OfficeResult<()> {
        let hash = secret::token_hash(token);
        let mut tx = self.store().begin().await?;
        staff::end_session(&mut tx, &hash).await?;
        Ok(tx.commit().await?)
    }

    /// Begins a requester's session; its token goes into a cookie.
    pub async fn begin_requester_session(&self, by: &Requester) -> OfficeResult<String> {
        let token = secret::token();
        let (now, hash) = (self.now_micros(), secret::token_hash(&token));
        let mut tx = self.store().begin().await?;
        if !sessions::begin_requester(&mut tx, &hash, &by.number, now, now - REQUESTER_SESSION).await? {
            return Err(Refusal::NotFound);
        }
        if let Some(request) = requests::id_of(&mut tx, &by.number).await? {
            requesters::saw_question(&mut tx, &request, now).await?;
        }
        tx.commit().await?;
        Ok(token)
    }

    /// Whose private page a session's token opens: for two hours.
    pub async fn requester(&self, token: &str) -> OfficeResult<Option<Requester>> {
        let oldest = self.now_micros() - REQUESTER_SESSION;
        let number = sessions::requester(self.store(), &secret::token_hash(token), oldest).await?;
        Ok(number.map(|number| Requester { number }))
    }

    /// Ends a requester's session.
    pub async fn end_requester_session(&self, token: &str) -> OfficeResult<()> {
        let hash = secret::token_hash(token);
        let mut tx = self.store().begin().await?;
        sessions::end_requester(&mut tx, &hash).await?;
        Ok(tx.commit().await?)
    }

    /// Opens a session of somebody who entered the code of a notice; the token goes into a cookie.
    pub async fn begin_depicted_session(&self, by: &Depicted) -> OfficeResult<String> {
        let token = secret::token();
        let (now, hash) = (self.now_micros(), secret::token_hash(&token));
        let mut tx = self.store().begin().await?;
        sessions::begin_depicted(&mut tx, &hash, &by.notice, now, now - REQUESTER_SESSION).await?;
        tx.commit().await?;
        Ok(token)
    }

    /// Whose notice a token opens: for two hours, and no longer than its code does.
    pub async fn depicted_by(&self, token: &str) -> OfficeResult<Option<Depicted>> {
        let oldest = self.now_micros() - REQUESTER_SESSION;
        let hash = secret::token_hash(token);
        let notice = notices::of_session(self.store(), &hash, oldest, self.codes_end()).await?;
        Ok(notice.map(|notice| Depicted { notice }))
    }

    /// Ends a session.
    pub async fn end_depicted_session(&self, token: &str) -> OfficeResult<()> {
        let hash = secret::token_hash(token);
        let mut tx = self.store().begin().await?;
        sessions::end_depicted(&mut tx, &hash).await?;
        Ok(tx.commit().await?)
    }
}
