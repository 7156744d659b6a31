//! The database: one SQL for SQLite and PostgreSQL, one module per subject.
//!
//! Reads go to [`Store::reader`], or to [`Store::snapshot`] where several must be of one moment; every
//! write begins in [`Store::begin`]. Nobody else opens a transaction.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use sqlx::{Any, AnyPool, pool::PoolConnection};
use tokio::sync::Mutex;

use self::transaction::Writer;

use crate::{fault::Stored, letters::Correspondence};

pub mod assignments;
pub mod attachments;
pub mod attempts;
pub mod audit_log;
pub mod backup;
pub mod capacities;
mod change_log;
pub mod check;
pub mod clock;
pub mod closures;
pub mod code_reissues;
pub mod copies;
pub mod court;
pub mod coverage;
pub mod daily_mail;
pub mod deletions;
pub mod docket;
pub mod erasure;
pub mod followers;
pub mod holds;
pub mod import_jobs;
pub mod letters;
pub mod log;
pub mod matches;
pub mod messages;
pub mod notes;
pub mod notices;
pub mod objections;
mod open;
pub mod orders;
pub mod outbox;
pub mod overdue;
pub mod people;
pub mod program;
pub mod proposals;
pub mod publications;
pub mod queue;
pub mod recordings;
pub mod releases;
pub mod request_papers;
pub mod requesters;
pub mod requests;
pub mod restore;
pub(crate) mod rows;
mod schema;
pub mod search;
pub mod sessions;
pub mod settings;
pub mod snapshots;
pub mod staff;
pub mod stage_counts;
pub mod status;
pub mod submission_content;
pub mod submissions;
pub mod tasks;
pub mod templates;
pub mod totals;
mod transaction;
pub mod uploads;
pub mod viewings;
mod wanted;
mod watch;
pub mod wishes;

use change_log::ChangeLog;
pub(crate) use open::sqlite_file;
pub use open::{OpenError, Opening, StoreSetup};
pub use transaction::Tx;
pub use watch::Version;
use watch::VersionWatch;

/// Which engine, for the few statements that must differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// The embedded database.
    Sqlite,
    /// PostgreSQL 15 or later.
    Postgres,
}

/// The database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store {
    dialect: Dialect,
    reader: AnyPool,
    writer: AnyPool,
    /// With SQLite: whose turn it is to write.
    line: Option<Arc<Mutex<Writer>>>,
    patience: Duration,
    mail_domain: Arc<str>,
    written: Arc<AtomicU64>,
    /// The form whose work this is, where it is one's.
    claim: Option<Arc<submission_content::Claim>>,
    /// What a form says of the letter of its act, where it says something.
    correspondence: Option<Arc<Correspondence>>,
    /// Whether its one reading connection stays within one transaction.
    still: bool,
    /// With SQLite: the file of what was written and is not in the database file yet.
    changes: Option<ChangeLog>,
    /// What tells whether another program has written.
    watch: Arc<VersionWatch>,
}

impl Store {
    /// Which engine.
    pub const fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// How many transactions this program has ended with something written: as long as it stays the same,
    /// nothing has changed here.
    pub fn written(&self) -> u64 {
        self.written.load(Ordering::Acquire)
    }

    /// Where reads go that need no transaction.
    pub const fn reader(&self) -> &AnyPool {
        &self.reader
    }

    /// A connection for several reads in a row.
    ///
    /// # Errors
    /// When the database is gone.
    pub async fn read(&self) -> Stored<PoolConnection<Any>> {
        Ok(self.reader.acquire().await?)
    }

    /// Whether the database answers and takes writes.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ready(&self) -> Stored<()> {
        sqlx::query("SELECT 1 FROM setting")
            .fetch_optional(&self.reader)
            .await?;
        Ok(())
    }

    /// With SQLite, brings the file up to date and empties its log of changes, so that what was erased is nowhere in either.
    /// While somebody reads the log stays a while; then it is emptied later.
    pub async fn settle_file(&self) {
        if self.dialect == Dialect::Sqlite {
            let settled = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
                .fetch_optional(&self.reader)
                .await;
            if let Err(error) = settled {
                tracing::warn!(%error, "The log of changes could not be emptied");
            }
        }
    }

    /// The same database for an act with a letter that somebody worded, or that is only looked at.
    pub(crate) fn with_correspondence(&self, correspondence: Arc<Correspondence>) -> Self {
        Self {
            correspondence: Some(correspondence),
            ..self.clone()
        }
    }

    /// What is said of the letter of this act.
    pub(crate) fn correspondence(&self) -> Option<&Correspondence> {
        self.correspondence.as_deref()
    }

    /// Closes all connections.
    pub async fn close(&self) {
        if let Some(line) = &self.line {
            line.lock().await.close().await;
        }
        self.watch.close().await;
        self.reader.close().await;
        self.writer.close().await;
    }
}
