//! What everybody on the staff does with their own account.

use async_trait::async_trait;
use office::{
    Lang, OfficeResult, Refusal,
    desk::OwnAccountDesk,
    problem::AccountProblem,
    views::{AccountEvent, OwnAccount, Staff},
};

use super::entered;
use crate::{
    RecordsOffice,
    store::{daily_mail, staff},
};

/// The session that somebody asks in; empty where there is none.
pub(super) fn session_key(by: &Staff) -> &str {
    by.session.as_ref().map_or("", |session| &session.key)
}

#[async_trait]
impl OwnAccountDesk for RecordsOffice {
    async fn own_account(&self, by: &Staff) -> OfficeResult<OwnAccount> {
        let account = self.account_of(&by.id).await?.ok_or(Refusal::NotFound)?;
        Ok(OwnAccount {
            enrollment: self.enrollment(by).await?,
            recovery_codes: staff::recovery_codes_left(self.store(), &by.id).await?,
            factor_required: self.needs_factor(by),
            daily_mail: if by.role.works() {
                Some(daily_mail::wants(self.store(), &by.id).await?)
            } else {
                None
            },
            account,
        })
    }

    async fn change_password(&self, by: &Staff, old: &str, new: String) -> OfficeResult<()> {
        self.password_is(by, old).await?;
        let hash = self.hashing().hash(new).await?;
        let now = self.now();
        let mut tx = self.store().begin().await?;
        staff::set_password(&mut tx, &by.id, &hash).await?;
        staff::end_others(&mut tx, &by.id, session_key(by)).await?;
        staff::end_links(&mut tx, &by.id, now.at).await?;
        entered(&mut tx, &by.id, AccountEvent::PasswordChanged, Some(&by.id), now).await?;
        Ok(tx.commit().await?)
    }

    async fn end_other_sessions(&self, by: &Staff) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store().begin().await?;
        staff::lock(&mut tx, &by.id).await?;
        staff::end_others(&mut tx, &by.id, session_key(by)).await?;
        entered(&mut tx, &by.id, AccountEvent::SignedOut, Some(&by.id), now).await?;
        Ok(tx.commit().await?)
    }
}

impl RecordsOffice {
    /// Whether the daily mail of what is due goes to whoever is signed in, and in which language.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub async fn set_daily_mail(&self, by: &Staff, on: bool, lang: Lang) -> OfficeResult<()> {
        let mut tx = self.store().begin().await?;
        daily_mail::choose(&mut tx, &by.id, on, lang, self.now().at).await?;
        Ok(tx.commit().await?)
    }

    /// Whether this is the password of whoever is signed in; tries are counted.
    pub(super) async fn password_is(&self, by: &Staff, typed: &str) -> OfficeResult<()> {
        self.count_attempt(&format!("own password {}", by.id), 10, 600).await?;
        let hash = staff::password_hash(self.store(), &by.id).await?;
        if self.hashing().fits(typed.to_owned(), hash).await? {
            Ok(())
        } else {
            Err(Refusal::field("current", AccountProblem::WrongPassword))
        }
    }
}
