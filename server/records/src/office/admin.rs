//! What administrators may ask.

use async_trait::async_trait;
use jiff::SignedDuration;
use law::{calendar::Closure, request::Act};
use office::{
    OfficeResult, Problem, Refusal, TrackingNumber,
    desk::AdminDesk,
    forms::{AccountChange, NewAccount, NewPassword},
    permission::Administrator,
    views::{Account, AccountView, AuditAct, ClosureLine, Erasure, LinkHolder, Staff},
};

use super::{
    Moment, RecordsOffice,
    change::{Change, Principal},
    notices::entry,
    recordings::audit_entry,
};
use crate::store::{
    Tx,
    audit_log::{self, Subject},
    closures,
    notices::{self, StoredNotice},
    requests, staff,
};

/// So far ahead a closure is known at most.
const AHEAD: SignedDuration = SignedDuration::from_hours(24 * 731);

#[async_trait]
impl AdminDesk for RecordsOffice {
    async fn accounts(&self, _by: &Administrator) -> OfficeResult<Vec<Account>> {
        self.all_accounts().await
    }

    async fn account(&self, _by: &Administrator, id: &str) -> OfficeResult<Option<AccountView>> {
        let Some(account) = self.account_of(id).await? else {
            return Ok(None);
        };
        let id = &account.staff.id;
        let administers = account.staff.administers && account.disabled_on.is_none();
        let names = staff::names(&self.store).await?;
        let entries = audit_log::of(&self.store, Subject::Account, id).await?;
        Ok(Some(AccountView {
            link: self.waiting_link(id).await?,
            last_administrator: administers && !staff::another_administers(self.store.reader(), id).await?,
            entries: entries.into_iter().map(|line| audit_entry(line, &names)).collect(),
            account,
        }))
    }

    async fn invite(&self, by: &Administrator, new: NewAccount) -> OfficeResult<String> {
        self.confirmed(by)?;
        self.invite_as(Some(&by.id), new).await
    }

    async fn change_account(&self, by: &Administrator, id: &str, change: AccountChange) -> OfficeResult<()> {
        self.confirmed(by)?;
        self.change_account_as(Some(&by.id), id, change).await
    }

    async fn link_holder(&self, token: &str) -> OfficeResult<Option<LinkHolder>> {
        self.holder_of_link(token).await
    }

    async fn use_link(&self, token: &str, password: String) -> OfficeResult<Staff> {
        self.password_by_link(token, password).await
    }

    async fn first_account_open(&self, token: &str) -> OfficeResult<bool> {
        self.first_account_is_open(token).await
    }

    async fn first_account(&self, account: NewPassword) -> OfficeResult<Staff> {
        self.make_first_account(account).await
    }

    async fn closures(&self) -> OfficeResult<Vec<ClosureLine>> {
        let line = |entered: closures::EnteredClosure| ClosureLine {
            taken_back: entered
                .taken_back()
                .map(|change| (self.local(change.at).date(), change.reason.clone())),
            closure: entered.closure,
        };
        Ok(closures::all(self.store.reader())
            .await?
            .into_iter()
            .map(line)
            .collect())
    }

    async fn take_back_closure(&self, by: &Administrator, closure: Closure) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let known = closures::entered_by(tx.conn().await?, now.at).await?;
        let same = |one: &Closure| (one.office, one.on) == (closure.office, closure.on);
        if !known.iter().any(same) {
            return Err(Refusal::NotFound);
        }
        closures::change(
            &mut tx,
            (closure.office, closure.on),
            "taken_back",
            &closure.reason,
            &by.id,
            now.at,
        )
        .await?;
        // What people were told stays: the database lets no days of a person shrink. What begins from now on does not count it.
        Ok(tx.commit().await?)
    }

    async fn erasure(&self, _by: &Staff, number: &TrackingNumber) -> OfficeResult<Option<Erasure>> {
        self.erasure_of(number).await
    }

    async fn erase(&self, by: &Administrator, number: &TrackingNumber, reason: String) -> OfficeResult<()> {
        self.erase_requester(number, &reason, Some(&by.id)).await.map(|_| ())
    }

    async fn add_closure(&self, by: &Administrator, closure: Closure) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        if closure.on > now.today.saturating_add(AHEAD) {
            return Err(Refusal::field("on", Problem::TooFarAhead));
        }
        let entered = closures::all(tx.conn().await?).await?;
        let same = |one: &&closures::EnteredClosure| {
            (one.closure.office, one.closure.on) == (closure.office, closure.on) && one.taken_back().is_some()
        };
        if entered.iter().find(same).is_some() {
            let place = (closure.office, closure.on);
            closures::change(&mut tx, place, "entered_again", &closure.reason, &by.id, now.at).await?;
        } else if !closures::add(&mut tx, &closure, &by.id, now.at).await? {
            return Err(Refusal::field("on", Problem::ClosureEntered));
        }
        self.lengthen(&mut tx, &closure, &by.id, now).await?;
        tx.commit().await?;
        self.extend_lapses().await
    }
}

impl RecordsOffice {
    /// Gives whoever must answer or pay the days that a closure takes from them.
    /// One by one: nobody who files waits for all of them. A lapse counts with the closures anyway.
    async fn extend_lapses(&self) -> OfficeResult<()> {
        for number in requests::with_lapse(&self.store).await? {
            let change = Change::new(number, Principal::Portal, Act::ExtendLapse);
            match self.change(change).await {
                Ok(()) | Err(Refusal::Barred { .. }) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    /// Counts the days of people shown anew where a closure reaches them: the database and the lists read what is kept.
    async fn lengthen(&self, tx: &mut Tx, closure: &Closure, by: &str, now: Moment) -> OfficeResult<()> {
        let known = closures::entered_by(tx.conn().await?, now.at).await?;
        for kept in notices::lengthened_by(tx, closure.on).await? {
            let notice = kept.notice.clone().recount(self.rules(&known))?;
            if notice == kept.notice {
                continue;
            }
            let kept = StoredNotice { notice, ..kept };
            if !notices::save(tx, &kept).await? {
                return Err(Refusal::Stale);
            }
            if let Some(last_day) = kept.notice.window().map(|window| window.last_day) {
                let act = AuditAct::NoticeRecounted { last_day };
                let section = kept.notice.kind.section();
                audit_log::append(tx, &entry(&kept.id, &act, Some(by), section, now)).await?;
            }
        }
        Ok(())
    }
}
