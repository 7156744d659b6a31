//! The database: one SQL for SQLite and PostgreSQL, one module per subject.
//!
//! Reads go to [`Store::reader`], or to [`Store::snapshot`] where several must be of one moment; every
//! write begins in [`Store::begin`]. Nobody else opens a transaction.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use sqlx::{Any, AnyConnection, AnyPool, Executor as _, pool::PoolConnection};

use crate::fault::Stored;

pub mod attachments;
pub mod attempts;
pub mod audit_log;
pub mod backup;
pub mod check;
pub mod closures;
pub mod copies;
pub mod docket;
pub mod followers;
pub mod holds;
pub mod log;
pub mod messages;
pub mod notices;
pub mod objections;
mod open;
pub mod orders;
pub mod outbox;
pub mod people;
pub mod program;
pub mod queue;
pub mod recordings;
pub mod releases;
pub mod requesters;
pub mod requests;
pub mod restore;
pub(crate) mod rows;
mod schema;
pub mod sessions;
pub mod settings;
pub mod snapshots;
pub mod staff;
pub mod stage_counts;
pub mod status;
pub mod submissions;
pub mod totals;
pub mod uploads;

pub(crate) use open::sqlite_file;
pub use open::{OpenError, Opening, StoreSetup};

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
    mail_domain: Arc<str>,
    written: Arc<AtomicU64>,
}

/// A transaction. What it wrote is undone unless [`Tx::commit`] is called.
///
/// It owns its connection. With SQLite that goes back to the pool only after a `COMMIT` that worked: after a full disk, an
/// I/O error or a future dropped half way nobody knows what state it is in, and a new connection costs less than a wrong
/// guess. With PostgreSQL the pool proves each connection clean by a `ROLLBACK` when it comes back.
pub struct Tx {
    conn: PoolConnection<Any>,
    committed: bool,
    writes: bool,
    dialect: Dialect,
    mail_domain: Arc<str>,
    written: Arc<AtomicU64>,
}

impl Drop for Tx {
    fn drop(&mut self) {
        if self.committed {
            return;
        }
        if self.writes {
            // A `COMMIT` may have worked although nobody waited for its answer.
            self.written.fetch_add(1, Ordering::Release);
        }
        if self.dialect == Dialect::Sqlite {
            self.conn.close_on_drop();
        }
    }
}

impl Tx {
    /// The connection, for statements.
    pub fn conn(&mut self) -> &mut AnyConnection {
        &mut self.conn
    }

    /// Makes everything durable, and gives the connection back.
    ///
    /// # Errors
    /// When the database cannot; then nothing was kept, as far as anybody knows.
    pub async fn commit(mut self) -> Stored<()> {
        self.conn.execute("COMMIT").await?;
        self.committed = true;
        if self.writes {
            self.written.fetch_add(1, Ordering::Release);
        }
        Ok(())
    }
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

    /// Opens a transaction that only reads: all of it is of one moment, and nobody who writes waits
    /// for it. [`Tx::commit`] ends it.
    ///
    /// # Errors
    /// When the database is gone.
    pub async fn snapshot(&self) -> Stored<Tx> {
        let statement = match self.dialect {
            Dialect::Sqlite => "BEGIN DEFERRED",
            Dialect::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        self.begin_on(&self.reader, false, statement).await
    }

    /// Opens a transaction that writes: the only place that does. Dropped half way, it is undone.
    ///
    /// # Errors
    /// When the database is locked, full or gone.
    pub async fn begin(&self) -> Stored<Tx> {
        let statement = match self.dialect {
            Dialect::Sqlite => "BEGIN IMMEDIATE",
            Dialect::Postgres => "BEGIN",
        };
        self.begin_on(&self.writer, true, statement).await
    }

    async fn begin_on(&self, pool: &AnyPool, writes: bool, statement: &'static str) -> Stored<Tx> {
        // Made before `BEGIN`, which may work although nobody waits for its answer.
        let mut tx = Tx {
            conn: pool.acquire().await?,
            committed: false,
            writes,
            dialect: self.dialect,
            mail_domain: Arc::clone(&self.mail_domain),
            written: Arc::clone(&self.written),
        };
        tx.conn.execute(statement).await?;
        Ok(tx)
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

    /// Closes all connections.
    pub async fn close(&self) {
        self.reader.close().await;
        self.writer.close().await;
    }
}
