//! Signing in with address and password, so that nobody can keep its holder out of an account: wrong tries are counted by
//! account and place, never by account alone; they make the next try from there wait, and a browser in which somebody has
//! signed in before counts for itself.

use std::time::Duration;

use office::{
    OfficeResult, Refusal,
    views::{AccountEvent, Staff},
};

use super::{DAY, MINUTE, SECOND, entered, same_case};
use crate::{
    RecordsOffice, secret,
    store::{
        Tx,
        attempts::{self, Turn},
        staff,
    },
};

/// Wrong passwords from one place before the next try has to wait.
const FREE: u32 = 5;
/// The same for a wider place, which many subscribers may share.
const FREE_WIDE: u32 = 20;
/// The longest wait between two tries, in microseconds.
const LONGEST: i64 = 30 * SECOND;
/// So long an answer is held back; a longer wait is told instead.
const HELD_BACK: i64 = 8 * SECOND;
/// Wrong tries are forgotten when none came for so long.
const FORGOTTEN: i64 = 15 * MINUTE;
/// Wrong passwords of one account within an hour, from everywhere, that mean that somebody guesses from many places. Then
/// each try from an unknown browser waits a little; nobody is refused.
const GUESSED_AT: u64 = 100;
/// How long.
const GUESSED_WAIT: Duration = Duration::from_secs(2);
/// So long a browser stays known without a sign-in.
const DEVICE_KEPT: i64 = 180 * DAY;

/// Where somebody tries from: what one subscriber holds, and for IPv6 what one site may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// An IPv4 address, or the /64 of an IPv6 one.
    pub near: String,
    /// The /48 of an IPv6 one.
    pub wide: Option<String>,
}

/// A try to sign in.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Attempt<'a> {
    pub email: &'a str,
    pub password: &'a str,
    pub from: &'a Place,
    /// The token that the browser got when somebody signed in there.
    pub device: Option<&'a str>,
}

/// How long after so many wrong tries the next has to wait, in microseconds.
fn wait_after(failures: u32, free: u32) -> i64 {
    let over = failures.saturating_sub(free);
    if failures < free {
        return 0;
    }
    (SECOND << over.min(10)).min(LONGEST)
}

impl RecordsOffice {
    /// The account of an address and password, if they fit.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] where this place has to wait longer than an answer can be held back.
    pub async fn sign_in(&self, attempt: Attempt<'_>) -> OfficeResult<Option<Staff>> {
        let email = same_case(attempt.email);
        let device = self.known_device(&email, attempt.device).await?;
        let keys = turns(&email, attempt.from, device.as_deref());
        let everywhere = format!("sign-in {email}");
        let mut wait = Duration::ZERO;
        for (key, free) in &keys {
            wait = wait.max(self.take_turn(key, *free).await?);
        }
        if device.is_none() && self.allow(&everywhere, GUESSED_AT, 3600).await.is_err() {
            wait = wait.max(GUESSED_WAIT);
        }
        self.held_back(wait).await?;
        let found = staff::by_email(self.store(), &email).await?;
        let (person, hash) = found.unzip();
        if self.hashing().fits(attempt.password.to_owned(), hash).await? {
            for (key, _) in &keys {
                self.forget_turns(key).await?;
            }
            return Ok(person);
        }
        if device.is_none() {
            self.failed(&everywhere, 3600).await?;
        }
        if let Some(person) = person.filter(|_| !wait.is_zero()) {
            self.note_slowed(&person).await?;
        }
        Ok(None)
    }

    /// The token of a browser, if somebody has signed in to this account there.
    pub(super) async fn known_device(&self, email: &str, token: Option<&str>) -> OfficeResult<Option<String>> {
        let Some(hash) = token.map(secret::token_hash) else {
            return Ok(None);
        };
        let known = staff::is_device(self.store(), &hash, email, self.now_micros() - DEVICE_KEPT).await?;
        Ok(known.then_some(hash))
    }

    /// Whether somebody has signed in to this account in this browser.
    pub async fn knows_device(&self, email: &str, token: Option<&str>) -> OfficeResult<bool> {
        Ok(self.known_device(&same_case(email), token).await?.is_some())
    }

    /// Keeps the browser in which somebody has signed in; the token for its cookie.
    pub async fn keep_device(&self, person: &Staff, token: Option<&str>) -> OfficeResult<String> {
        let known = self.known_device(&person.email, token).await?;
        let token = match (known, token) {
            (Some(_), Some(token)) => token.to_owned(),
            _ => secret::token(),
        };
        let now = self.now_micros();
        let mut tx = self.store().begin().await?;
        staff::keep_device(&mut tx, &secret::token_hash(&token), &person.id, now, now - DEVICE_KEPT).await?;
        tx.commit().await?;
        Ok(token)
    }

    /// Takes the next turn of a place: how long it has to wait for it.
    pub(super) async fn take_turn(&self, key: &str, free: u32) -> OfficeResult<Duration> {
        let now = self.now_micros();
        let hash = self.secret().hash("attempt", key);
        let mut tx = self.store().begin().await?;
        let known = attempts::turn(&mut tx, &hash, now, now - FORGOTTEN).await?;
        let start = known.next_at.max(now);
        let wait = start - now;
        if wait > HELD_BACK {
            return Err(Refusal::TooMany {
                seconds: u32::try_from(wait / SECOND + 1).unwrap_or(u32::MAX),
            });
        }
        let failures = known.failures.saturating_add(1);
        let next = Turn {
            failures,
            next_at: start + wait_after(failures, free),
        };
        attempts::keep_turn(&mut tx, &hash, next).await?;
        tx.commit().await?;
        Ok(Duration::from_micros(u64::try_from(wait).unwrap_or_default()))
    }

    async fn forget_turns(&self, key: &str) -> OfficeResult<()> {
        let mut tx = self.store().begin().await?;
        self.forget_turn_in(&mut tx, key).await?;
        Ok(tx.commit().await?)
    }

    /// Forgets the wrong tries of a place, within the transaction of what was right.
    pub(super) async fn forget_turn_in(&self, tx: &mut Tx, key: &str) -> OfficeResult<()> {
        let hash = self.secret().hash("attempt", key);
        Ok(attempts::forget_turn(tx, &hash).await?)
    }

    /// Holds an answer back; only so many at a time, so that whoever waits keeps nobody else from being answered.
    pub(super) async fn held_back(&self, wait: Duration) -> OfficeResult<()> {
        if wait.is_zero() {
            return Ok(());
        }
        let seconds = u32::try_from(wait.as_secs() + 1).unwrap_or(u32::MAX);
        let _place = self.hashing().waiting_room().ok_or(Refusal::TooMany { seconds })?;
        tokio::time::sleep(wait).await;
        Ok(())
    }

    /// Tells the audit log, once an hour, that tries at an account have to wait.
    async fn note_slowed(&self, person: &Staff) -> OfficeResult<()> {
        if self
            .count_attempt(&format!("slowed {}", person.id), 1, 3600)
            .await
            .is_err()
        {
            return Ok(());
        }
        let mut tx = self.store().begin().await?;
        staff::lock(&mut tx, &person.id).await?;
        entered(&mut tx, &person.id, AccountEvent::TriesSlowed, None, self.now()).await?;
        Ok(tx.commit().await?)
    }
}

/// Under what a try is counted, and how many may be wrong there before the next has to wait.
fn turns(email: &str, from: &Place, device: Option<&str>) -> Vec<(String, u32)> {
    if let Some(device) = device {
        return vec![(format!("sign-in browser {device}"), FREE)];
    }
    let near = (format!("sign-in {email} from {}", from.near), FREE);
    let wide = from.wide.as_ref();
    let wide = wide.map(|wide| (format!("sign-in {email} from {wide}"), FREE_WIDE));
    std::iter::once(near).chain(wide).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_and_never_becomes_a_lock() {
        assert_eq!(wait_after(4, 5), 0);
        assert_eq!(wait_after(5, 5), SECOND);
        assert_eq!(wait_after(7, 5), 4 * SECOND);
        for failures in [10, 100, u32::MAX] {
            assert_eq!(wait_after(failures, 5), LONGEST);
        }
    }
}
