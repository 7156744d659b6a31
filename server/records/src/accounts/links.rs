//! One-time links: whoever holds one chooses the password of one account.

use office::{
    OfficeResult, Refusal,
    forms::password_problem,
    views::{AccountEvent, LinkHolder, LinkPurpose, OneTimeLink, Staff},
};

use super::{HOUR, entered};
use crate::{
    RecordsOffice,
    fault::Stored,
    ids::new_id,
    office::Moment,
    secret,
    store::{Tx, staff},
};

/// What tokens of links are derived under.
const LABEL: &str = "staff link";

impl RecordsOffice {
    /// Makes a link for an account; those made before are void. Its token is derived from its id, so that an administrator
    /// can see it again, and nothing that opens it is kept.
    pub(super) async fn make_link(
        &self,
        tx: &mut Tx,
        staff_id: &str,
        purpose: LinkPurpose,
        by: Option<&str>,
        now: Moment,
    ) -> Stored<()> {
        let id = new_id();
        let new = staff::NewLink {
            id: &id,
            token_hash: &secret::token_hash(&self.secret().token(LABEL, &id)),
            staff_id,
            purpose,
            at: self.now_micros(),
            expires_at: self.now_micros() + i64::from(self.profile().staff.link_hours) * HOUR,
        };
        staff::replace_link(tx, new).await?;
        entered(tx, staff_id, AccountEvent::LinkMade { purpose }, by, now).await
    }

    /// The link that waits for an account's holder.
    pub async fn waiting_link(&self, staff_id: &str) -> OfficeResult<Option<OneTimeLink>> {
        let found = staff::link_waiting(self.store(), staff_id, self.now_micros()).await?;
        Ok(found.map(|(id, purpose, until)| OneTimeLink {
            purpose,
            token: self.secret().token(LABEL, &id),
            until: self.zoned(until),
        }))
    }

    pub(crate) async fn holder_of_link(&self, token: &str) -> OfficeResult<Option<LinkHolder>> {
        let Some((id, purpose)) = staff::open_link(self.store(), &secret::token_hash(token), self.now_micros()).await?
        else {
            return Ok(None);
        };
        let account = self.account_of(&id).await?.ok_or(Refusal::NotFound)?;
        Ok(Some(LinkHolder {
            name: account.staff.name,
            email: account.staff.email,
            purpose,
        }))
    }

    /// Sets the password by a link.
    pub(crate) async fn password_by_link(&self, token: &str, password: String) -> OfficeResult<Staff> {
        let hash = secret::token_hash(token);
        let found = staff::open_link(self.store(), &hash, self.now_micros()).await?;
        let (id, purpose) = found.ok_or(Refusal::NotFound)?;
        if let Some(problem) = password_problem(&password) {
            return Err(Refusal::field("password", problem));
        }
        let password = self.hashing().hash(password).await?;
        let now = self.now();
        let mut tx = self.store().begin().await?;
        if !staff::use_link(&mut tx, &hash, self.now_micros()).await? {
            return Err(Refusal::NotFound);
        }
        staff::lock(&mut tx, &id).await?;
        self.set_password_in(&mut tx, &id, &password, now).await?;
        entered(&mut tx, &id, AccountEvent::LinkUsed { purpose }, Some(&id), now).await?;
        tx.commit().await?;
        let account = self.account_of(&id).await?.ok_or(Refusal::NotFound)?;
        Ok(account.staff)
    }
}
