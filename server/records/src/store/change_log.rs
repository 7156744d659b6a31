//! How large SQLite's write-ahead log may become beside the database file.
//!
//! A connection that commits writes the log back into the database once it is of a certain length, and begins it anew once nobody
//! reads in it any more. While somebody reads long (a backup, a check), it grows with all that is written meanwhile, and keeps
//! its size: so it is cut back afterwards. Where somebody reads at every moment, it is never begun anew by itself: so the worker
//! looks after it, and lets whoever writes wait for readers for a moment.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use sqlx::{AnyConnection, ConnectOptions as _, Connection as _, any::AnyConnectOptions};

use super::{Store, open::WAL};
use crate::{
    disk::{self, with_ending},
    fault::Stored,
};

/// A page of the database, in bytes (SQLite's default).
const PAGE: u64 = 4096;
/// The usual length of the log, in pages: 16 MB. A longer one makes fewer, larger writes.
const MOST_PAGES: u64 = 4000;
/// Its length where the disk is small, in pages: 1 MB.
const LEAST_PAGES: u64 = 250;
/// On a small disk, the part of it that the log usually takes at most.
const PART: u64 = 16;
/// So many times its usual length the log is cut back by the worker.
const TOO_LONG: u64 = 4;
/// So long whoever writes waits for it.
const WAITS: Duration = Duration::from_millis(100);

/// The write-ahead log of a database file.
#[derive(Clone, Debug)]
pub(super) struct ChangeLog {
    file: Arc<PathBuf>,
    pages: u64,
}

impl ChangeLog {
    /// Of a database file, which need not be there yet.
    pub(super) fn of(database: &Path) -> Self {
        let disk = disk::size(database).unwrap_or(u64::MAX);
        Self {
            file: Arc::new(with_ending(database, WAL)),
            pages: (disk / PART / PAGE).clamp(LEAST_PAGES, MOST_PAGES),
        }
    }

    /// From so many pages on a commit writes the log back.
    pub(super) const fn pages(&self) -> u64 {
        self.pages
    }

    /// To so many bytes the log is cut back once it begins anew.
    pub(super) const fn usual_bytes(&self) -> u64 {
        self.pages * PAGE
    }

    fn is_too_long(&self) -> bool {
        let length = std::fs::metadata(&*self.file).map_or(0, |file| file.len());
        length > self.usual_bytes() * TOO_LONG
    }
}

impl Store {
    /// Cuts SQLite's write-ahead log back where it has become very long and nobody reads in it for a moment; whether it did.
    ///
    /// # Errors
    /// When the database cannot.
    pub async fn shorten_change_log(&self) -> Stored<bool> {
        if !self.changes.as_ref().is_some_and(ChangeLog::is_too_long) {
            return Ok(false);
        }
        // A connection of its own, which does not wait for readers as long as others do.
        let options = AnyConnectOptions::clone(&self.reader.connect_options());
        let mut conn: AnyConnection = options.connect().await?;
        let patience = format!("PRAGMA busy_timeout = {}", WAITS.as_millis());
        sqlx::query(sqlx::AssertSqlSafe(patience)).execute(&mut conn).await?;
        let (busy, _, _): (i64, i64, i64) = sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)")
            .fetch_one(&mut conn)
            .await?;
        conn.close().await?;
        Ok(busy == 0)
    }
}
