//! What the worker does beside letters, each in a task of its own.

use std::sync::Arc;

use office::OfficeResult;
use tokio::task::JoinSet;

use super::{IDLE, Worker};
use crate::store::{letters, outbox};

impl Worker {
    /// Cuts SQLite's write-ahead log back, where readers kept it from beginning anew.
    pub(super) async fn shorten_change_log(&self) {
        match self.store().shorten_change_log().await {
            Ok(true) => tracing::info!("The write-ahead log of the database had become long; it was cut back"),
            Ok(false) => {}
            Err(fault) => tracing::error!(%fault, "The write-ahead log of the database could not be cut back"),
        }
    }

    /// Lets letters go again at once that our own sender kept from going: the program has started anew.
    pub(super) async fn hurry(&self) {
        match outbox::hurry(self.store(), self.now()).await {
            Ok(0) => {}
            Ok(letters) => tracing::info!(letters, "Letters whose sender was refused are tried again now"),
            Err(fault) => tracing::error!(%fault, "Letters whose sender was refused could not be looked for"),
        }
    }

    /// Tells the metrics how many letters wait and how many failed, and that the worker is at work.
    pub(super) async fn measure(&self) {
        match letters::totals(self.store()).await {
            Ok(found) => {
                metrics::gauge!("daylight_letters_waiting").set(found.waiting);
                metrics::gauge!("daylight_letters_failed").set(found.failed);
                metrics::gauge!("daylight_letters_sender_refused").set(found.sender_refused);
                let oldest = found
                    .oldest_waiting
                    .map_or(0, |at| (self.now() - at).max(0) / 1_000_000);
                metrics::gauge!("daylight_letters_oldest_waiting_seconds")
                    .set(u32::try_from(oldest).unwrap_or(u32::MAX));
                metrics::gauge!("daylight_paper_letters_waiting").set(found.paper);
            }
            Err(fault) => tracing::error!(%fault, "Letters could not be counted"),
        }
        let seconds = u32::try_from(self.now() / 1_000_000).unwrap_or(u32::MAX);
        metrics::gauge!("daylight_worker_seen_timestamp_seconds").set(seconds);
    }

    /// Ends requests that lapsed.
    pub(super) async fn lapse(&self) {
        let office = Arc::clone(&self.office);
        let lapsed = apart("Looking for lapsed requests", async move { office.lapse_due().await }).await;
        if let Some(requests @ 1..) = lapsed {
            tracing::info!(requests, "Requests lapsed, unanswered or unpaid");
        }
    }

    /// Tells whoever filed of days that passed without an act.
    pub(super) async fn tell_overdue(&self) {
        let office = Arc::clone(&self.office);
        let told = apart(
            "Looking for days that passed",
            async move { office.tell_overdue().await },
        )
        .await;
        if let Some(days @ 1..) = told {
            tracing::warn!(
                days,
                "Days by which the office had to act have passed; whoever filed is told"
            );
        }
    }

    /// Writes to staff what is due.
    pub(super) async fn mail_due(&self) {
        let office = Arc::clone(&self.office);
        let written = apart("Writing to staff what is due", async move { office.mail_due().await }).await;
        if let Some(letters @ 1..) = written {
            tracing::info!(letters, "Staff were written to of what is due");
        }
    }

    /// Enters that nothing stands in the way of a delivery any more, where a day that passed made it so.
    pub(super) async fn advance(&self) {
        let office = Arc::clone(&self.office);
        let advance = async move { office.advance_waiting().await };
        apart("Looking for releases that nothing stands in the way of", advance).await;
    }

    /// Stops the links of what orders no longer let stay out, once a day; whether it was done.
    pub(super) async fn stop_links(&self) -> bool {
        let office = Arc::clone(&self.office);
        let stopped = apart("Looking for links to stop", async move { office.stop_overdue().await }).await;
        if let Some(releases @ 1..) = stopped {
            tracing::info!(releases, "Links of releases stopped, as orders no longer let them stay");
        }
        stopped.is_some()
    }

    /// Enters what is left of imports, and counts for the statistics what happens, within a second or two, whatever becomes of
    /// the letters.
    pub(super) async fn keep_counting(self) {
        loop {
            let office = Arc::clone(&self.office);
            let finish = async move { Ok(office.finish_imports().await?) };
            apart("Entering the rest of an import", finish).await;
            let office = Arc::clone(&self.office);
            let complete = async move { Ok(office.complete_queue().await?) };
            apart("Making requests of an earlier version ready for the queue", complete).await;
            let office = Arc::clone(&self.office);
            let fold = async move { Ok(office.fold_statistics().await?) };
            apart("Counting for the statistics", fold).await;
            tokio::time::sleep(IDLE).await;
        }
    }

    /// Registers the recordings of long files, whatever becomes of the letters. It ends with this: what was begun is gone on
    /// with by the next program.
    pub(super) async fn keep_importing(self) {
        loop {
            let mut work = JoinSet::new();
            let office = Arc::clone(&self.office);
            work.spawn(async move {
                if office.is_half_made_fiction().await? || office.clock_is_right().await.is_err() {
                    return Ok(false);
                }
                office.work_on_imports().await
            });
            let worked = work.join_next().await;
            match worked {
                Some(Ok(Ok(true))) => continue,
                Some(Ok(Err(fault))) => tracing::error!(%fault, "Imports of recordings could not be looked for"),
                Some(Err(stopped)) => tracing::error!(%stopped, "An import of recordings stopped in the middle"),
                Some(Ok(Ok(false))) | None => {}
            }
            tokio::time::sleep(IDLE).await;
        }
    }

    /// Keeps the totals of the statistics as a new year begins.
    pub(super) async fn settle(&self) {
        let office = Arc::clone(&self.office);
        let settle = async move { office.settle_year().await };
        apart("Keeping the statistics of a new year", settle).await;
    }

    /// Ends personal data whose time has come.
    pub(super) async fn end_personal_data(&self) {
        let office = Arc::clone(&self.office);
        let ended = apart("Ending personal data", async move { office.end_personal_data().await }).await;
        if let Some(rows @ 1..) = ended {
            tracing::info!(rows, "Addresses and words of letters whose time has come were erased");
        }
    }

    /// Takes away the files of footage that was lawfully deleted.
    pub(super) async fn remove_deleted(&self) {
        let office = Arc::clone(&self.office);
        let removed = apart("Taking away files of deleted footage", async move {
            office.remove_deleted().await
        })
        .await;
        if let Some(files @ 1..) = removed {
            tracing::info!(files, "Files of footage that was lawfully deleted were taken away");
        }
    }

    /// Takes away files that nobody asks for any more, and imports that were broken off.
    pub(super) async fn tidy(&self) {
        let office = Arc::clone(&self.office);
        let tidied = apart("Taking away files", async move { office.tidy_files().await }).await;
        if let Some(files @ 1..) = tidied {
            tracing::info!(files, "Files that nobody asked for any more were taken away");
        }
        let office = Arc::clone(&self.office);
        let forget = async move { Ok(office.forget_abandoned_imports().await?) };
        apart("Taking away imports that were broken off", forget).await;
        let office = Arc::clone(&self.office);
        let forget = async move { Ok(office.forget_old_imports().await?) };
        apart("Forgetting imports that ended long ago", forget).await;
    }
}

/// Does some work in a task of its own: should it panic, the letters still go out. A refusal has been logged where it
/// arose.
pub(super) async fn apart<T: Send + 'static>(
    what: &'static str,
    work: impl Future<Output = OfficeResult<T>> + Send + 'static,
) -> Option<T> {
    match tokio::spawn(work).await {
        Ok(done) => done.ok(),
        Err(stopped) => {
            tracing::error!(%stopped, "{what} stopped in the middle");
            None
        }
    }
}
