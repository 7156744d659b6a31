//! The second factor: one-time codes by time (TOTP, RFC 6238) and recovery codes. Each code is taken once, however many come
//! at the same moment: one statement of the database takes it.

use std::time::Duration;

use office::{
    OfficeResult, Problem, Refusal,
    problem::AccountProblem,
    views::{AccountEvent, Enrollment, Role, Staff},
};
use totp_rs::{Algorithm, Builder, Totp};

use super::{MINUTE, SECOND, entered, own::session_key};
use crate::{
    RecordsOffice,
    fault::{Fault, Stored},
    secret,
    store::{Tx, staff},
};

/// What keys are encrypted under.
const LABEL: &str = "second factor";
/// How many recovery codes there are.
const RECOVERY_CODES: usize = 10;
/// What recovery codes are written in: Crockford's Base32, without what is easily mistaken.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Wrong codes of an account in one session, one known browser or one place before the next try has to wait: at most half a
/// minute, so that nobody keeps whoever has the right code out.
const FREE: u32 = 5;
/// The same of all unknown browsers together: three of a million codes are right at a time, only whoever knows the password may
/// try at all, and after these they all have one turn in half a minute.
const FREE_EVERYWHERE: u32 = 100;

/// Under what a try is counted, and how many may be wrong there before the next has to wait.
type Turns = Vec<(String, u32)>;

fn in_session(by: &Staff) -> Turns {
    vec![(format!("in session {}", session_key(by)), FREE)]
}

/// What was right.
enum Fits {
    Code,
    Recovery { left: u64 },
}

impl RecordsOffice {
    /// Whether somebody must have a second factor by their role, or as an administrator (the profile's
    /// `staff.second_factor`).
    pub(super) fn needs_factor(&self, who: &Staff) -> bool {
        let required = &self.profile().staff.second_factor;
        let by = |role: Role| required.iter().any(|key| key == role.key());
        by(who.role) || (who.administers && by(Role::Admin))
    }

    /// Lets whoever has a second factor go on only if it was given in the last minutes (the profile's
    /// `staff.ask_again_minutes`): before a release, a publication, an approval, a verification, an act on accounts.
    ///
    /// # Errors
    /// [`Refusal::Confirm`] where it must be given again.
    pub fn confirmed(&self, by: &Staff) -> OfficeResult<()> {
        let Some(session) = by.session.as_ref().filter(|session| session.enrolled) else {
            return Ok(());
        };
        let since = self.now_micros() - i64::from(self.profile().staff.ask_again_minutes) * MINUTE;
        match session.factor_at {
            Some(at) if at > since => Ok(()),
            _ => Err(Refusal::Confirm),
        }
    }

    /// Goes on with a session that waits for the second factor: the account and the token of a new session.
    ///
    /// # Errors
    /// [`Refusal::SignIn`] where none waits; a problem at `code` where the code is not right.
    pub async fn pass_factor(
        &self,
        waiting: &str,
        typed: &str,
        from: &str,
        device: Option<&str>,
    ) -> OfficeResult<(Staff, String)> {
        let person = self.waiting_for_factor(waiting).await?.ok_or(Refusal::SignIn)?;
        let turns = match self.known_device(&person.email, device).await? {
            Some(device) => vec![(format!("in browser {device}"), FREE)],
            None => vec![
                (format!("from {from}"), FREE),
                ("everywhere".to_owned(), FREE_EVERYWHERE),
            ],
        };
        let mut tx = self.take_code(&person, typed, turns).await?;
        staff::end_session(&mut tx, &secret::token_hash(waiting)).await?;
        let token = self.begin_in(&mut tx, &person, false).await?;
        staff::confirm_session(&mut tx, &secret::token_hash(&token), self.now_micros()).await?;
        tx.commit().await?;
        Ok((person, token))
    }

    /// Gives the second factor again in a session.
    ///
    /// # Errors
    /// A problem at `code` where the code is not right.
    pub async fn confirm_again(&self, by: &Staff, typed: &str) -> OfficeResult<()> {
        let mut tx = self.take_code(by, typed, in_session(by)).await?;
        staff::confirm_session(&mut tx, session_key(by), self.now_micros()).await?;
        Ok(tx.commit().await?)
    }

    /// Takes a code of an enrolled factor, or a recovery code; the transaction in which it is taken.
    async fn take_code(&self, person: &Staff, typed: &str, turns: Turns) -> OfficeResult<Tx> {
        if typed.trim().is_empty() {
            return Err(Refusal::field("code", Problem::Missing));
        }
        let turns = self.code_turn(person, turns).await?;
        let row = staff::enrolled_factor(self.store(), &person.id).await?;
        let row = row.ok_or(Refusal::SignIn)?;
        let mut tx = self.store().begin().await?;
        let fits = self.code_fits(&mut tx, person, &row.sealed, typed).await?;
        let fits = fits.ok_or_else(|| Refusal::field("code", AccountProblem::WrongFactor))?;
        for turn in &turns {
            self.forget_turn_in(&mut tx, turn).await?;
        }
        match fits {
            Fits::Code => {}
            Fits::Recovery { left } => {
                staff::lock(&mut tx, &person.id).await?;
                let event = AccountEvent::RecoveryCodeUsed { left };
                entered(&mut tx, &person.id, event, Some(&person.id), self.now()).await?;
            }
        }
        Ok(tx)
    }

    /// Waits for the turn of a code, and holds the answer back so long; under what it is counted.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] where the wait is longer than an answer can be held back: half a minute at most.
    async fn code_turn(&self, person: &Staff, turns: Turns) -> OfficeResult<Vec<String>> {
        let mut wait = Duration::ZERO;
        let mut keys = Vec::new();
        for (place, free) in turns {
            let key = format!("second factor {} {place}", person.id);
            wait = wait.max(self.take_turn(&key, free).await?);
            keys.push(key);
        }
        self.held_back(wait).await?;
        Ok(keys)
    }

    async fn code_fits(&self, tx: &mut Tx, person: &Staff, sealed: &str, typed: &str) -> Stored<Option<Fits>> {
        let now = self.now_micros();
        let typed: String = typed.chars().filter(|sign| !sign.is_whitespace()).collect();
        if typed.len() == 6 && typed.bytes().all(|digit| digit.is_ascii_digit()) {
            let totp = self.totp(person, sealed)?;
            let step = totp.check(&typed, u64::try_from(now / SECOND).unwrap_or_default());
            let Some(step) = step.and_then(|step| i64::try_from(step).ok()) else {
                return Ok(None);
            };
            return Ok(staff::use_step(tx, &person.id, step).await?.then_some(Fits::Code));
        }
        let hash = self.recovery_hash(&person.id, &typed);
        let left = staff::use_recovery_code(tx, &person.id, &hash, now).await?;
        Ok(left.map(|left| Fits::Recovery { left }))
    }

    fn totp(&self, person: &Staff, sealed: &str) -> Stored<Totp> {
        let key = self.secret().unseal(LABEL, &person.id, sealed)?;
        // A colon would end the issuer's part of the label.
        let plain = |text: &str| text.replace(':', " ");
        Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_digits(6)
            .with_skew(1)
            .with_step_duration(30)
            .with_secret(key)
            .with_account_name(plain(&person.email))
            .with_issuer(Some(plain(&format!("Daylight {}", self.profile().short_name))))
            .build()
            .map_err(|_| Fault::Sealed(LABEL))
    }

    /// What waits for its first code.
    pub(super) async fn enrollment(&self, by: &Staff) -> OfficeResult<Option<Enrollment>> {
        let row = staff::factor(self.store(), &by.id).await?;
        let Some(row) = row.filter(|row| row.enrolled_at.is_none()) else {
            return Ok(None);
        };
        let totp = self.totp(by, &row.sealed)?;
        Ok(Some(Enrollment {
            url: totp.to_url().map_err(|_| Fault::Sealed(LABEL))?,
            typed: totp.secret().to_base32(),
        }))
    }

    /// Begins to enroll a second factor: whoever has the password shows it once more, so that nobody at a computer left alone
    /// enrolls their own telephone.
    ///
    /// # Errors
    /// When the password is wrong. One that is enrolled stays.
    pub async fn begin_enrollment(&self, by: &Staff, password: &str) -> OfficeResult<()> {
        self.password_is(by, password).await?;
        let key: [u8; 20] = secret::random();
        let sealed = self.secret().seal(LABEL, &by.id, &key);
        let mut tx = self.store().begin().await?;
        staff::begin_factor(&mut tx, &by.id, &sealed, self.now_micros()).await?;
        Ok(tx.commit().await?)
    }

    /// Enrolls the second factor by its first code; the recovery codes, which are kept nowhere.
    ///
    /// # Errors
    /// A problem at `code` where the code is not right.
    pub async fn enroll(&self, by: &Staff, typed: &str) -> OfficeResult<Vec<String>> {
        let turns = self.code_turn(by, in_session(by)).await?;
        let row = staff::factor(self.store(), &by.id).await?;
        let row = row.filter(|row| row.enrolled_at.is_none()).ok_or(Refusal::Stale)?;
        let now = self.now();
        let mut tx = self.store().begin().await?;
        let fits = self.code_fits(&mut tx, by, &row.sealed, typed).await?;
        if !matches!(fits, Some(Fits::Code)) {
            return Err(Refusal::field("code", AccountProblem::WrongFactor));
        }
        for turn in &turns {
            self.forget_turn_in(&mut tx, turn).await?;
        }
        if !staff::enroll(&mut tx, &by.id, now.at).await? {
            return Err(Refusal::Stale);
        }
        staff::confirm_session(&mut tx, session_key(by), self.now_micros()).await?;
        // Sessions that began with the password alone are no longer enough.
        staff::end_others(&mut tx, &by.id, session_key(by)).await?;
        let codes = self.new_recovery_codes(&mut tx, by).await?;
        entered(&mut tx, &by.id, AccountEvent::FactorEnrolled, Some(&by.id), now).await?;
        tx.commit().await?;
        Ok(codes)
    }

    /// Makes recovery codes in the place of those before.
    ///
    /// # Errors
    /// [`Refusal::Confirm`] where the second factor must be given first.
    pub async fn make_recovery_codes(&self, by: &Staff) -> OfficeResult<Vec<String>> {
        if staff::enrolled_factor(self.store(), &by.id).await?.is_none() {
            return Err(Refusal::Stale);
        }
        self.confirmed(by)?;
        let mut tx = self.store().begin().await?;
        let codes = self.new_recovery_codes(&mut tx, by).await?;
        entered(
            &mut tx,
            &by.id,
            AccountEvent::RecoveryCodesMade,
            Some(&by.id),
            self.now(),
        )
        .await?;
        tx.commit().await?;
        Ok(codes)
    }

    /// Takes one's own second factor away.
    ///
    /// # Errors
    /// [`Refusal::Confirm`] where it must be given first; a problem where the role needs one.
    pub async fn remove_own_factor(&self, by: &Staff) -> OfficeResult<()> {
        if self.needs_factor(by) {
            return Err(Refusal::field("act", AccountProblem::FactorRequired));
        }
        self.confirmed(by)?;
        let mut tx = self.store().begin().await?;
        staff::lock(&mut tx, &by.id).await?;
        if staff::remove_factor(&mut tx, &by.id).await? {
            entered(&mut tx, &by.id, AccountEvent::FactorRemoved, Some(&by.id), self.now()).await?;
        }
        Ok(tx.commit().await?)
    }

    async fn new_recovery_codes(&self, tx: &mut Tx, by: &Staff) -> Stored<Vec<String>> {
        staff::lock(tx, &by.id).await?;
        let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| recovery_code()).collect();
        let hashes: Vec<String> = codes.iter().map(|code| self.recovery_hash(&by.id, code)).collect();
        staff::keep_recovery_codes(tx, &by.id, &hashes, self.now_micros()).await?;
        Ok(codes)
    }

    fn recovery_hash(&self, staff_id: &str, typed: &str) -> String {
        self.secret()
            .hash("recovery code", &format!("{staff_id} {}", bare(typed)))
    }
}

/// A recovery code of 60 random bits, in groups of four.
fn recovery_code() -> String {
    let bytes: [u8; 12] = secret::random();
    let signs = bytes.map(|byte| char::from(ALPHABET[usize::from(byte % 32)]));
    let groups: Vec<String> = signs.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

/// A recovery code as it counts, however it was typed.
fn bare(typed: &str) -> String {
    let signs = typed.chars().filter(char::is_ascii_alphanumeric);
    let forgiven = signs.map(|sign| match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        sign => sign,
    });
    forgiven.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recovery_code_is_read_however_it_is_typed() {
        let code = recovery_code();
        assert_eq!(code.len(), 14, "{code}");
        assert_eq!(bare(&code.to_lowercase().replace('-', " ")), bare(&code));
        assert_eq!(bare("oil-8"), "0118");
    }
}
