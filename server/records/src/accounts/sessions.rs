//! Sessions of staff and of requesters. Only the session layer of the web counter asks for them.

use office::{
    OfficeResult, Refusal,
    desk::{Depicted, Requester},
    views::Staff,
};

use super::{HOUR, MINUTE};
use crate::{
    RecordsOffice,
    fault::Stored,
    secret,
    store::{notices, requesters, requests, sessions, staff},
};

/// Longest session of staff (Login.gov: 12 hours).
const STAFF_SESSION: i64 = 12 * HOUR;
/// Longest pause in a session of staff.
const STAFF_IDLE: i64 = HOUR;
/// A use is noted at most this often, so that reading pages does not write.
const USE_NOTED: i64 = MINUTE;
/// Longest session of a requester.
const REQUESTER_SESSION: i64 = 2 * HOUR;

impl RecordsOffice {
    /// Begins a session of staff; its token goes into a cookie.
    pub async fn begin_session(&self, person: &Staff) -> OfficeResult<String> {
        let token = secret::token();
        let now = self.now().at;
        let mut tx = self.store().begin().await?;
        sessions::begin_staff(
            &mut tx,
            &secret::token_hash(&token),
            &person.id,
            now,
            now - STAFF_SESSION,
        )
        .await?;
        tx.commit().await?;
        Ok(token)
    }

    /// Who a session's token stands for: twelve hours at most, one hour without a use, and only
    /// while the account is open.
    pub async fn staff(&self, token: &str) -> OfficeResult<Option<Staff>> {
        let (hash, now) = (secret::token_hash(token), self.now().at);
        let found = staff::by_session(self.store(), &hash, now - STAFF_SESSION, now - STAFF_IDLE).await?;
        let Some((person, used_at)) = found else {
            return Ok(None);
        };
        if now - used_at > USE_NOTED {
            // Reading goes on where a use cannot be noted, because the disk is full; the session ends the sooner.
            if let Err(fault) = self.note_use(&hash, now).await {
                tracing::warn!(%fault, "The use of a session was not noted");
            }
        }
        Ok(Some(person))
    }

    async fn note_use(&self, hash: &str, now: i64) -> Stored<()> {
        let mut tx = self.store().begin().await?;
        sessions::used(&mut tx, hash, now).await?;
        tx.commit().await
    }

    /// Ends a session of staff.
    pub async fn sign_out(&self, token: &str) -> OfficeResult<()> {
        let hash = secret::token_hash(token);
        let mut tx = self.store().begin().await?;
        sessions::end_staff(&mut tx, &hash).await?;
        Ok(tx.commit().await?)
    }

    /// Ends all sessions of an account.
    pub async fn sign_out_everywhere(&self, person: &Staff) -> OfficeResult<()> {
        let mut tx = self.store().begin().await?;
        sessions::end_all_of(&mut tx, &person.id).await?;
        Ok(tx.commit().await?)
    }

    /// Begins a requester's session; its token goes into a cookie.
    pub async fn begin_requester_session(&self, by: &Requester) -> OfficeResult<String> {
        let token = secret::token();
        let (now, hash) = (self.now().at, secret::token_hash(&token));
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
        let oldest = self.now().at - REQUESTER_SESSION;
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
        let (now, hash) = (self.now().at, secret::token_hash(&token));
        let mut tx = self.store().begin().await?;
        sessions::begin_depicted(&mut tx, &hash, &by.notice, now, now - REQUESTER_SESSION).await?;
        tx.commit().await?;
        Ok(token)
    }

    /// Whose notice a token opens: for two hours, and no longer than its code does.
    pub async fn depicted_by(&self, token: &str) -> OfficeResult<Option<Depicted>> {
        let oldest = self.now().at - REQUESTER_SESSION;
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
