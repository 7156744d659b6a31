//! What administrators may ask.

use async_trait::async_trait;
use law::calendar::Closure;
use office::{
    Answer, Refusal,
    desk::AdminDesk,
    forms::NewPassword,
    views::{Account, Staff},
};

use super::RecordsOffice;
use crate::{
    fault::whole,
    store::{closures, staff},
};

/// Administrators, and the first account.
pub(super) const fn must_administer(by: &Staff) -> Answer<()> {
    if by.administers { Ok(()) } else { Err(Refusal::NotYours) }
}

#[async_trait]
impl AdminDesk for RecordsOffice {
    async fn accounts(&self, by: &Staff) -> Answer<Vec<Account>> {
        must_administer(by)?;
        Ok(staff::all(&self.store).await?)
    }

    async fn first_account_open(&self, token: &str) -> Answer<bool> {
        self.first_account_is_open(token).await
    }

    async fn first_account(&self, account: NewPassword) -> Answer<Staff> {
        self.make_first_account(account).await
    }

    async fn closures(&self) -> Answer<Vec<Closure>> {
        Ok(closures::known_at(&closures::all(&self.store).await?, i64::MAX))
    }

    async fn add_closure(&self, by: &Staff, closure: Closure) -> Answer<()> {
        must_administer(by)?;
        let (office, staff_id) = (self.clone(), by.id.clone());
        whole(async move {
            let mut tx = office.store.begin().await?;
            closures::add(&mut tx, &closure, &staff_id, office.now().at).await?;
            Ok(tx.commit().await?)
        })
        .await
    }
}
