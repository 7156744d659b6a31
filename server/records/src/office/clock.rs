//! Whether the clock can be believed, by what is in the records.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use office::{
    OfficeResult, Refusal,
    views::{AuditAct, AuditSubject},
};

use super::RecordsOffice;
use crate::{
    clock::{Clock, ClockTrouble, ClockWatch},
    fault::Stored,
    store::{audit_log, clock as traces, settings},
};

/// After so long without a trace of work nobody knows at a start whether the program was off or its clock is ahead: longer than a
/// long weekend.
const LONG_OFF: SignedDuration = SignedDuration::from_hours(4 * 24);

/// Clocks of two servers may differ by so much; what lies farther ahead of the clock is of another one.
const TOLERANCE: SignedDuration = SignedDuration::from_mins(5);

/// Watches the machine's clock; nothing where time is set by hand.
pub(super) fn watch_of(clock: &dyn Clock) -> Option<Arc<ClockWatch>> {
    (!clock.is_by_hand()).then(|| Arc::new(ClockWatch::begin(clock.now())))
}

/// The machine's clock, beside what the records say of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockReport {
    /// What the clock says.
    pub clock: Timestamp,
    /// The newest entry that counts.
    pub newest: Option<Timestamp>,
    /// Entries that lie ahead of the clock, and count.
    pub ahead: u64,
    /// What is wrong, compared with the newest entry. Of a jump only the program knows that runs.
    pub trouble: Option<ClockTrouble>,
    /// The last trace of work before a start that nobody has confirmed the clock after.
    pub unconfirmed: Option<Timestamp>,
}

impl RecordsOffice {
    /// What is wrong with the machine's clock, compared with the time that passed and with the newest entry. While anything
    /// is, nobody acts and the portal does nothing by itself.
    ///
    /// # Errors
    /// [`Fault::Database`].
    pub async fn clock_trouble(&self) -> Stored<Option<ClockTrouble>> {
        let Some(watch) = &self.watch else {
            return Ok(None);
        };
        let found = traces::traces(&self.store).await?;
        if let Some(newest) = found.newest {
            watch.know(newest);
        }
        let clock = self.clock.now();
        watch.confirm(found.confirmed.unwrap_or_default(), clock);
        Ok(watch.trouble(clock))
    }

    /// Refuses to act while the clock cannot be believed.
    ///
    /// # Errors
    /// [`Refusal::ClockWrong`](Refusal::ClockWrong), or when the database cannot be read.
    pub async fn clock_is_right(&self) -> OfficeResult<()> {
        match self.clock_trouble().await? {
            None => Ok(()),
            Some(trouble) => {
                tracing::error!("Nothing is done: {trouble}");
                Err(Refusal::ClockWrong)
            }
        }
    }

    /// The last trace of work before a start at which nothing told whether the program had been off for long or its clock is
    /// ahead; until an operator confirms the clock. Everything goes on meanwhile: the clock is believed.
    ///
    /// # Errors
    /// [`Fault::Database`].
    pub async fn clock_unconfirmed(&self) -> Stored<Option<Timestamp>> {
        let last = settings::get(&self.store, settings::CLOCK_UNCONFIRMED).await?;
        Ok(last.and_then(|last| instant(&last)))
    }

    /// The machine's clock, beside what the records say of time.
    ///
    /// # Errors
    /// [`Fault::Database`].
    pub async fn clock_report(&self) -> Stored<ClockReport> {
        let clock = self.clock.now();
        let newest = traces::traces(&self.store).await?.newest;
        Ok(ClockReport {
            clock,
            newest: newest.and_then(|at| Timestamp::from_microsecond(at).ok()),
            ahead: traces::ahead(&self.store, after(clock).as_microsecond()).await?,
            trouble: self.clock_trouble().await?,
            unconfirmed: self.clock_unconfirmed().await?,
        })
    }

    /// An operator has compared the machine's clock with a clock that is right. Entries that lie ahead of it are set aside:
    /// no day is taken from them any more. Every program that runs on these records, and whose clock says the same, counts time
    /// from here. How many entries were set aside.
    ///
    /// # Errors
    /// When the database cannot, or its own clock says that they do not lie ahead.
    pub async fn confirm_clock(&self, reason: &str) -> OfficeResult<u64> {
        let clock = self.clock.now();
        let now = self.moment(clock);
        let mut tx = self.store.begin().await?;
        let set_aside = traces::set_aside(&mut tx, after(clock).as_microsecond(), now.at).await?;
        let act = AuditAct::ClockConfirmed {
            set_aside,
            reason: reason.to_owned(),
        };
        audit_log::append(&mut tx, &now.entry((AuditSubject::Portal, "clock"), &act, None)).await?;
        settings::set(&mut tx, settings::CLOCK_CONFIRMED, &now.at.to_string()).await?;
        settings::set(&mut tx, settings::CLOCK_SEEN, &now.at.to_string()).await?;
        settings::remove(&mut tx, settings::CLOCK_UNCONFIRMED).await?;
        tx.commit().await?;
        Ok(set_aside)
    }

    /// Keeps that the program worked by this clock, which can be believed.
    ///
    /// # Errors
    /// [`Fault::Database`].
    pub async fn note_clock(&self) -> Stored<()> {
        if self.watch.is_none() {
            return Ok(());
        }
        let mut tx = self.store.begin().await?;
        settings::set(&mut tx, settings::CLOCK_SEEN, &self.now_micros().to_string()).await?;
        tx.commit().await
    }

    /// At a start: whether anything tells that no long time has passed. Where nothing does, that is kept and told until an operator
    /// confirms the clock.
    pub(super) async fn look_back(&self) -> Stored<()> {
        let by_hand = settings::get(&self.store, settings::CLOCK).await?.is_some();
        if self.watch.is_none() || by_hand || self.is_demo() {
            return Ok(());
        }
        let seen = settings::get(&self.store, settings::CLOCK_SEEN).await?;
        let seen = seen.and_then(|seen| seen.parse().ok());
        let newest = traces::traces(&self.store).await?.newest;
        let last = newest.max(seen).and_then(|at| Timestamp::from_microsecond(at).ok());
        let clock = self.clock.now();
        if let Some(last) = last.filter(|last| clock.duration_since(*last) > LONG_OFF) {
            let mut tx = self.store.begin().await?;
            settings::set_once(&mut tx, settings::CLOCK_UNCONFIRMED, &last.as_microsecond().to_string()).await?;
            tx.commit().await?;
            tracing::warn!("{}", unconfirmed_words(clock, last));
        }
        Ok(())
    }

    /// What is wrong with time here, line by line, for `daylight check`.
    pub(super) async fn clock_unsound(&self) -> Stored<Vec<String>> {
        let mut wrong: Vec<String> = self.clock_trouble().await?.iter().map(ToString::to_string).collect();
        let by_hand = settings::get(&self.store, settings::CLOCK).await?.is_some();
        if by_hand && !self.clock.is_by_hand() {
            wrong.push(
                "this database was begun with a clock set by hand, for tests: it lets in entries ahead of the clock"
                    .to_owned(),
            );
        }
        Ok(wrong)
    }

    /// What an operator should know of the clock, where nobody has confirmed it.
    ///
    /// # Errors
    /// [`Fault::Database`].
    pub async fn clock_told(&self) -> Stored<Option<String>> {
        let last = self.clock_unconfirmed().await?;
        Ok(last.map(|last| unconfirmed_words(self.clock.now(), last)))
    }
}

fn unconfirmed_words(clock: Timestamp, last: Timestamp) -> String {
    format!(
        "the clock says {clock:.0}, and the program started after days without a trace of work, the last of {last:.0}: if the \
         clock is right, run `daylight clock confirm`; if not, stop the program and set the clock right"
    )
}

fn instant(micros: &str) -> Option<Timestamp> {
    Timestamp::from_microsecond(micros.parse().ok()?).ok()
}

fn after(clock: Timestamp) -> Timestamp {
    clock.saturating_add(TOLERANCE).unwrap_or(clock)
}
