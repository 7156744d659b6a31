//! Whether the clock can be believed, by what is in the records.

use std::sync::Arc;

use office::{OfficeResult, Refusal};

use super::RecordsOffice;
use crate::{
    clock::{Clock, ClockTrouble, ClockWatch},
    fault::Stored,
    store::{audit_log, settings},
};

/// Watches the machine's clock; nothing where time is set by hand.
pub(super) fn watch_of(clock: &dyn Clock) -> Option<Arc<ClockWatch>> {
    (!clock.is_by_hand()).then(|| Arc::new(ClockWatch::begin(clock.now())))
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
        if let Some(newest) = audit_log::newest_instant(&self.store).await? {
            watch.know(newest);
        }
        Ok(watch.trouble(self.clock.now()))
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
}
