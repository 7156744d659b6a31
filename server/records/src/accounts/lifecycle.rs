//! The life of an account, as administrators and the operator change it.

use office::{
    OfficeResult, Refusal,
    forms::{AccountChange, NewAccount},
    problem::AccountProblem,
    views::{Account, AccountEvent, LinkPurpose, Role},
};

use super::{entered, new_staff, same_case};
use crate::{
    RecordsOffice,
    office::Moment,
    store::{Tx, staff},
};

impl RecordsOffice {
    /// All accounts, by name.
    pub async fn all_accounts(&self) -> OfficeResult<Vec<Account>> {
        Ok(staff::all(self.store(), |at| self.zoned(at)).await?)
    }

    /// The account with this id or e-mail address, however it is written.
    pub async fn account_of(&self, which: &str) -> OfficeResult<Option<Account>> {
        let which = same_case(which);
        Ok(staff::find(self.store().reader(), &which, |at| self.zoned(at)).await?)
    }

    /// Makes an account without a password, with a one-time link to choose one; its id. `by` is who does it, none for the
    /// operator.
    ///
    /// # Errors
    /// When the address has an account.
    pub async fn invite_as(&self, by: Option<&str>, new: NewAccount) -> OfficeResult<String> {
        let person = new_staff(new.name, &new.email, new.role, new.role == Role::Admin);
        let now = self.now();
        let mut tx = self.store().begin().await?;
        if !self.keep_staff(&mut tx, &person, "", by).await? {
            return Err(Refusal::field("email", AccountProblem::Taken));
        }
        self.make_link(&mut tx, &person.id, LinkPurpose::Invitation, by, now)
            .await?;
        tx.commit().await?;
        Ok(person.id)
    }

    /// Changes an account. What is so already is left as it is. Whoever is disabled, or whose password is set anew, is signed
    /// out at once; another role holds from the next request on.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] where there is no such account; where the last account that administers would go.
    pub async fn change_account_as(&self, by: Option<&str>, id: &str, change: AccountChange) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store().begin().await?;
        if takes_away(&change) {
            staff::lock_administrators(&mut tx).await?;
        }
        staff::lock(&mut tx, id).await?;
        let known = staff::find(tx.conn().await?, id, |at| self.zoned(at)).await?;
        let known = known.ok_or(Refusal::NotFound)?;
        match change {
            AccountChange::Role(role) => change_role(&mut tx, &known, role, by, now).await?,
            AccountChange::Disable => disable(&mut tx, &known, by, now).await?,
            AccountChange::Enable => {
                if known.disabled_on.is_some() {
                    staff::set_disabled(&mut tx, id, None).await?;
                    entered(&mut tx, id, AccountEvent::Enabled, by, now).await?;
                }
            }
            AccountChange::Reset => {
                if known.disabled_on.is_some() {
                    return Err(Refusal::field("act", AccountProblem::IsDisabled));
                }
                let purpose = if known.has_password {
                    LinkPurpose::Reset
                } else {
                    LinkPurpose::Invitation
                };
                self.make_link(&mut tx, id, purpose, by, now).await?;
            }
            AccountChange::SignOut => {
                staff::end_all(&mut tx, id).await?;
                entered(&mut tx, id, AccountEvent::SignedOut, by, now).await?;
            }
            AccountChange::Officer(officer) => {
                if officer != known.staff.officer {
                    staff::set_officer(&mut tx, id, officer.as_deref()).await?;
                    entered(&mut tx, id, AccountEvent::OfficerSet { officer }, by, now).await?;
                }
            }
            AccountChange::RemoveFactor => {
                if staff::remove_factor(&mut tx, id).await? {
                    // Whoever has the password and a session may be who found the telephone.
                    staff::end_all(&mut tx, id).await?;
                    entered(&mut tx, id, AccountEvent::FactorRemoved, by, now).await?;
                }
            }
        }
        Ok(tx.commit().await?)
    }

    /// Sets a password, from the command line; every session ends.
    ///
    /// # Errors
    /// When the account is disabled, or the password is too short or too long.
    pub async fn set_password(&self, id: &str, password: String) -> OfficeResult<()> {
        if let Some(problem) = office::forms::password_problem(&password) {
            return Err(Refusal::field("password", problem));
        }
        let hash = self.hashing().hash(password).await?;
        let now = self.now();
        let mut tx = self.store().begin().await?;
        staff::lock(&mut tx, id).await?;
        let known = staff::find(tx.conn().await?, id, |at| self.zoned(at)).await?;
        if known.ok_or(Refusal::NotFound)?.disabled_on.is_some() {
            return Err(Refusal::field("act", AccountProblem::IsDisabled));
        }
        self.set_password_in(&mut tx, id, &hash, now).await?;
        entered(&mut tx, id, AccountEvent::PasswordSet, None, now).await?;
        Ok(tx.commit().await?)
    }

    /// A password takes the place of the one before: sessions, links and known browsers end with it.
    pub(super) async fn set_password_in(&self, tx: &mut Tx, id: &str, hash: &str, now: Moment) -> OfficeResult<()> {
        staff::set_password(tx, id, hash).await?;
        staff::end_all(tx, id).await?;
        staff::end_links(tx, id, now.at).await?;
        Ok(staff::forget_devices(tx, id).await?)
    }
}

/// Whether a change could leave nobody who administers.
const fn takes_away(change: &AccountChange) -> bool {
    matches!(change, AccountChange::Disable | AccountChange::Role(_))
}

/// Somebody must be able to administer, now and after this.
async fn another_administers(tx: &mut Tx, known: &Account, field: &str) -> OfficeResult<()> {
    let administers_now = known.staff.administers && known.disabled_on.is_none();
    if administers_now && !staff::another_administers(tx.conn().await?, &known.staff.id).await? {
        return Err(Refusal::field(field, AccountProblem::LastAdministrator));
    }
    Ok(())
}

async fn change_role(tx: &mut Tx, known: &Account, role: Role, by: Option<&str>, now: Moment) -> OfficeResult<()> {
    let (id, was) = (&known.staff.id, known.staff.role);
    if was == role {
        return Ok(());
    }
    if role != Role::Admin {
        another_administers(tx, known, "role").await?;
    }
    staff::set_role(tx, id, role, now.at).await?;
    Ok(entered(tx, id, AccountEvent::RoleChanged { was, is: role }, by, now).await?)
}

async fn disable(tx: &mut Tx, known: &Account, by: Option<&str>, now: Moment) -> OfficeResult<()> {
    let id = &known.staff.id;
    if known.disabled_on.is_some() {
        return Ok(());
    }
    another_administers(tx, known, "act").await?;
    staff::set_disabled(tx, id, Some((now.at, now.today))).await?;
    staff::end_all(tx, id).await?;
    staff::end_links(tx, id, now.at).await?;
    staff::forget_devices(tx, id).await?;
    Ok(entered(tx, id, AccountEvent::Disabled, by, now).await?)
}
