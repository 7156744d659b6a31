//! Who is signed in: sessions of staff and requesters, and the limits on guessing what opens them.

use std::net::IpAddr;

use axum::http::HeaderMap;
use office::{
    AccessCode, OfficeResult, Problem, Refusal, TrackingNumber,
    desk::{Depicted, DepictedDesk as _, PublicDesk as _, Requester},
    views::Staff,
};

use records::{Attempt, Begun, Place};

use super::{
    address::{neighborhood, site},
    cookies::Kind,
    state::AppState,
};

/// The session layer: nothing else makes a [`Requester`] or a [`Staff`] for a visitor.
pub struct Sessions<'a> {
    state: &'a AppState,
}

impl AppState {
    /// Who is signed in.
    pub const fn sessions(&self) -> Sessions<'_> {
        Sessions { state: self }
    }
}

/// How many wrong secrets are taken, counted in the database where every replica sees them. When
/// everybody together gives many, somebody guesses from many places: the log gets a warning and each
/// address fewer tries. Nobody is locked out by what others do.
struct Budget {
    what: &'static str,
    /// Failures of one address within the window.
    each: u64,
    /// The same, while somebody guesses.
    wary: u64,
    /// Failures of everybody that mean that somebody guesses.
    all: u64,
    /// Seconds.
    window: u32,
}

/// A whole site (the /48 of an IPv6 address) may be wrong so many times as often as one neighborhood of it.
const SITE: u64 = 8;

const CODES: Budget = Budget {
    what: "code",
    each: 10,
    wary: 3,
    all: 1000,
    window: 600,
};
/// Beside what is counted for each account and place (`records::accounts`).
const PASSWORDS: Budget = Budget {
    what: "password",
    each: 10,
    wary: 3,
    all: 100,
    window: 60,
};

impl Sessions<'_> {
    /// The requester whose session came with a request.
    pub async fn requester(&self, headers: &HeaderMap) -> OfficeResult<Option<Requester>> {
        match self.state.jar.read(headers, Kind::Requester) {
            Some(token) => self.state.records.requester(&token).await,
            None => Ok(None),
        }
    }

    /// The member of staff whose session came with a request.
    pub async fn staff(&self, headers: &HeaderMap) -> OfficeResult<Option<Staff>> {
        match self.state.jar.read(headers, Kind::Staff) {
            Some(token) => self.state.records.staff(&token).await,
            None => Ok(None),
        }
    }

    /// Opens a request and begins a session; its token goes into a cookie.
    pub async fn open(
        &self,
        number: &TrackingNumber,
        code: &AccessCode,
        headers: &HeaderMap,
        from: IpAddr,
    ) -> OfficeResult<String> {
        self.may_try(&CODES, from).await?;
        let Some(requester) = self.state.records.open(number, code).await? else {
            self.failed(&CODES, from).await?;
            return Err(Refusal::field("code", Problem::NoSuchPair));
        };
        self.close(headers).await?;
        self.state.records.begin_requester_session(&requester).await
    }

    /// Ends the requester's session that came with a request.
    pub async fn close(&self, headers: &HeaderMap) -> OfficeResult<()> {
        match self.state.jar.read(headers, Kind::Requester) {
            Some(token) => self.state.records.end_requester_session(&token).await,
            None => Ok(()),
        }
    }

    /// The account of an address and password. A browser in which they have signed in before is counted by itself, so that
    /// nobody near them uses their tries up.
    pub async fn sign_in(&self, email: &str, password: &str, headers: &HeaderMap, from: IpAddr) -> OfficeResult<Staff> {
        let records = &self.state.records;
        let device = self.state.jar.read(headers, Kind::Device);
        let known = records.knows_device(email, device.as_deref()).await?;
        if !known {
            self.may_try(&PASSWORDS, from).await?;
        }
        let attempt = Attempt {
            email,
            password,
            from: &place(from),
            device: device.as_deref(),
        };
        let Some(staff) = records.sign_in(attempt).await? else {
            if !known {
                self.failed(&PASSWORDS, from).await?;
            }
            return Err(Refusal::field("email", Problem::WrongCredentials));
        };
        Ok(staff)
    }

    /// Begins a session of staff; its token goes into a cookie. The one that came with the request ends,
    /// so that nobody goes on with a token that somebody else has planted.
    pub async fn begin(&self, staff: &Staff, headers: &HeaderMap) -> OfficeResult<Begun> {
        self.end(headers).await?;
        self.state.records.begin_session(staff).await
    }

    /// Whose password was right a moment ago: they are asked for the second factor.
    pub async fn waiting(&self, headers: &HeaderMap) -> OfficeResult<Option<Staff>> {
        match self.state.jar.read(headers, Kind::Staff) {
            Some(token) => self.state.records.waiting_for_factor(&token).await,
            None => Ok(None),
        }
    }

    /// Goes on with a session that waits for the second factor; the new session's token goes into a cookie.
    pub async fn pass_factor(&self, code: &str, headers: &HeaderMap, from: IpAddr) -> OfficeResult<(Staff, String)> {
        let token = self.state.jar.read(headers, Kind::Staff).ok_or(Refusal::SignIn)?;
        let (from, device) = (
            neighborhood(from).to_string(),
            self.state.jar.read(headers, Kind::Device),
        );
        let records = &self.state.records;
        records.pass_factor(&token, code, &from, device.as_deref()).await
    }

    /// Keeps the browser in which somebody has signed in; its token goes into a cookie.
    pub async fn keep_device(&self, staff: &Staff, headers: &HeaderMap) -> OfficeResult<String> {
        let known = self.state.jar.read(headers, Kind::Device);
        self.state.records.keep_device(staff, known.as_deref()).await
    }

    /// Ends the session of staff that came with a request.
    pub async fn end(&self, headers: &HeaderMap) -> OfficeResult<()> {
        match self.state.jar.read(headers, Kind::Staff) {
            Some(token) => self.state.records.sign_out(&token).await,
            None => Ok(()),
        }
    }

    /// Opens a notice by the code of its letter or of an objection; the same answer for every code
    /// that opens nothing, in the same budget as other codes.
    ///
    /// # Errors
    /// When the code opens nothing, or too many did not.
    pub async fn open_notice(&self, code: &AccessCode, from: IpAddr) -> OfficeResult<Depicted> {
        self.may_try(&CODES, from).await?;
        let Some(depicted) = self.state.records.open_notice(code).await? else {
            self.failed(&CODES, from).await?;
            return Err(Refusal::field("code", Problem::NoSuchNotice));
        };
        Ok(depicted)
    }

    /// Counts a code that was asked about and is not ours.
    ///
    /// # Errors
    /// When too many were.
    pub async fn check_letter(
        &self,
        code: &AccessCode,
        from: IpAddr,
    ) -> OfficeResult<Option<office::views::GenuineLetter>> {
        self.may_try(&CODES, from).await?;
        let found = self.state.records.check_letter(code).await?;
        if found.is_none() {
            self.failed(&CODES, from).await?;
        }
        Ok(found)
    }

    /// Ends the session of a notice.
    pub async fn close_notice(&self, headers: &HeaderMap) -> OfficeResult<()> {
        match self.state.jar.read(headers, Kind::Depicted) {
            Some(token) => self.state.records.end_depicted_session(&token).await,
            None => Ok(()),
        }
    }

    async fn may_try(&self, budget: &Budget, from: IpAddr) -> OfficeResult<()> {
        if !self.state.limits.on() {
            return Ok(());
        }
        let records = &self.state.records;
        let guessed_at = match records.allow(budget.what, budget.all, budget.window).await {
            Ok(()) => false,
            Err(Refusal::TooMany { .. }) => true,
            Err(other) => return Err(other),
        };
        if guessed_at {
            tracing::warn!(
                what = budget.what,
                window = budget.window,
                "Somebody guesses: many wrong ones in this window"
            );
        }
        let limit = if guessed_at { budget.wary } else { budget.each };
        records
            .allow(&key(budget, neighborhood(from)), limit, budget.window)
            .await?;
        match site(from) {
            Some(site) => records.allow(&key(budget, site), limit * SITE, budget.window).await,
            None => Ok(()),
        }
    }

    async fn failed(&self, budget: &Budget, from: IpAddr) -> OfficeResult<()> {
        metrics::counter!("daylight_wrong_secrets_total", "what" => budget.what).increment(1);
        let records = &self.state.records;
        records.failed(&key(budget, neighborhood(from)), budget.window).await?;
        if let Some(site) = site(from) {
            records.failed(&key(budget, site), budget.window).await?;
        }
        records.failed(budget.what, budget.window).await
    }
}

/// What an address's failures are counted under; the store keeps only an HMAC of it.
fn key(budget: &Budget, from: IpAddr) -> String {
    format!("{} {from}", budget.what)
}

/// Where somebody tries a password from.
fn place(from: IpAddr) -> Place {
    Place {
        near: neighborhood(from).to_string(),
        wide: site(from).map(|site| site.to_string()),
    }
}
