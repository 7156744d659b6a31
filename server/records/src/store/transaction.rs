//! Transactions: what is written together is kept together.
//!
//! SQLite has one writer, and a commit waits for the disk. So use cases that write at the same moment share one commit: each
//! has a part of the open transaction, behind a savepoint, and is answered after the commit, never before. Whoever is done
//! stands in line for the writer again, and commits for all when its turn comes; so nobody waits for somebody who is not there
//! yet. Programs beside each other take turns too. PostgreSQL joins commits by itself.
//!
//! Each statement that SQLite answers wakes two threads. So those whose answer nobody needs are queued ([`Tx::queue`]), and
//! sent together before the next one that is asked, or before the commit.

mod queue;
mod turn;
mod writer;

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use sqlx::{Any, AnyConnection, Executor as _, pool::PoolConnection};
use tokio::sync::{Mutex, OwnedMutexGuard};

use self::{
    queue::{Binds, Queued},
    writer::{Group, Part, committed},
};
pub(super) use self::{turn::Turn, writer::Writer};
use super::{Dialect, Store, outbox::Told, submission_content::Claim};
use crate::{
    fault::{Fault, Stored},
    letters::Correspondence,
};

/// A transaction. What it wrote is undone unless [`Tx::commit`] is called.
///
/// It owns its connection. With SQLite that is used again only after a `COMMIT` that worked, or where it was given up by
/// [`Tx::give_up`]; not where a part was dropped: after a full disk, an I/O error or a future dropped half way nobody knows what state it is in, and a new
/// connection costs less than a wrong guess. With PostgreSQL the pool proves each connection clean by a `ROLLBACK` when it
/// comes back.
pub struct Tx {
    conn: Conn,
    queued: Vec<Queued>,
    /// What was written to people about requests that moved within it.
    pub(crate) told: Vec<Told>,
    /// Nobody shares its commit.
    alone: bool,
    /// It is a part of a longer one.
    still: bool,
    state: State,
    writes: bool,
    pub(super) dialect: Dialect,
    pub(super) mail_domain: Arc<str>,
    written: Arc<AtomicU64>,
    /// The form that this claims.
    pub(super) claim: Option<Arc<Claim>>,
    /// What is said of the letter of the act; a rehearsal is undone where it would be kept.
    correspondence: Option<Arc<Correspondence>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Open,
    /// Something queued could not be sent, and what came after it was not.
    Failed,
    /// Committed, or given up.
    Ended,
}

enum Conn {
    /// One of many: it reads from SQLite, or reads from or writes to PostgreSQL.
    Pooled(PoolConnection<Any>),
    /// The one that writes to SQLite.
    Writer(OwnedMutexGuard<Writer>),
}

impl Store {
    /// Opens a transaction that only reads: all of it is of one moment, and nobody who writes waits
    /// for it. [`Tx::commit`] ends it.
    ///
    /// # Errors
    /// [`Fault::Database`].
    pub async fn snapshot(&self) -> Stored<Tx> {
        let statement = match self.dialect {
            // Within the moment that it stands at.
            _ if self.still => "SAVEPOINT look",
            Dialect::Sqlite => "BEGIN DEFERRED",
            Dialect::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        let mut tx = self.tx(Conn::Pooled(self.reader.acquire().await?), false);
        tx.conn().await?.execute(statement).await?;
        Ok(tx)
    }

    /// Opens a transaction that writes: the only place that does, with [`Store::begin_alone`]. Dropped half way, it is
    /// undone.
    ///
    /// # Errors
    /// [`Fault::Database`].
    pub async fn begin(&self) -> Stored<Tx> {
        self.claim(self.begin_in_turn(false).await?).await
    }

    /// The same for work that takes long, such as an import: what others have done is committed first, and nobody shares its
    /// commit.
    ///
    /// # Errors
    /// [`Fault::Database`].
    pub async fn begin_alone(&self) -> Stored<Tx> {
        self.claim(self.begin_in_turn(true).await?).await
    }

    async fn begin_in_turn(&self, alone: bool) -> Stored<Tx> {
        let Some(line) = &self.line else {
            let mut tx = self.tx(Conn::Pooled(self.writer.acquire().await?), true);
            tx.conn().await?.execute("BEGIN").await?;
            return Ok(tx);
        };
        let (store, line) = (self.clone(), Arc::clone(line));
        // In a task of its own: whoever goes away half way does not leave others behind with a savepoint half made.
        tokio::spawn(async move {
            let turn = tokio::time::timeout(store.patience, line.lock_owned()).await;
            let mut tx = store.tx(Conn::Writer(turn.map_err(|_| sqlx::Error::PoolTimedOut)?), true);
            tx.alone = alone;
            if let Conn::Writer(writer) = &mut tx.conn {
                writer.begin(alone).await?;
            }
            Ok(tx)
        })
        .await?
    }

    fn tx(&self, conn: Conn, writes: bool) -> Tx {
        Tx {
            conn,
            queued: Vec::new(),
            told: Vec::new(),
            alone: false,
            still: self.still && !writes,
            state: State::Open,
            writes,
            dialect: self.dialect,
            mail_domain: Arc::clone(&self.mail_domain),
            written: Arc::clone(&self.written),
            claim: None,
            correspondence: self.correspondence.clone().filter(|_| writes),
        }
    }
}

impl Tx {
    /// The connection, for statements that are asked something; what is queued is sent first.
    ///
    /// # Errors
    /// [`Fault::Database`], of what was queued.
    pub async fn conn(&mut self) -> Stored<&mut AnyConnection> {
        if self.state == State::Failed {
            return Err(Fault::Commit("something before it was not written".to_owned()));
        }
        // Unless all that is queued arrives.
        self.state = State::Failed;
        for Queued { sql, arguments } in self.queued.drain(..) {
            let query = sqlx::query_with(sqlx::AssertSqlSafe(sql), arguments?);
            query.execute(self.conn.get()?).await?;
        }
        self.state = State::Open;
        self.conn.get()
    }

    /// A statement whose answer nobody needs; what it is bound to follows.
    pub fn queue(&mut self, sql: &str) -> Binds<'_> {
        queue::add(&mut self.queued, self.dialect, sql)
    }

    /// Makes everything durable, and gives the connection back. With SQLite it is made although nobody waits for it. An act that
    /// is only looked at is undone.
    ///
    /// # Errors
    /// [`Fault::Database`], [`Fault::Commit`], or [`Fault::LetterChanged`] where words for a letter are in none; then nothing was kept, as far as anybody knows.
    pub async fn commit(mut self) -> Stored<()> {
        if let Some(correspondence) = self.correspondence.take() {
            if correspondence.rehearsal.is_some() {
                // What waits to be sent may be refused by the database, as it would be.
                self.conn().await?;
                return self.give_up().await;
            }
            if correspondence.is_lost() {
                self.give_up().await?;
                return Err(Fault::LetterChanged);
            }
        }
        let claim = self.claim.take();
        self.make_durable().await?;
        if let Some(claim) = claim {
            claim.kept.store(true, Ordering::Release);
        }
        Ok(())
    }

    async fn make_durable(mut self) -> Stored<()> {
        match &self.conn {
            Conn::Pooled(_) => {
                let end = if self.still { "RELEASE SAVEPOINT look" } else { "COMMIT" };
                self.conn().await?.execute(end).await?;
                self.state = State::Ended;
                Ok(())
            }
            Conn::Writer(_) => tokio::spawn(self.commit_part()).await?,
        }
    }

    async fn commit_part(mut self) -> Stored<()> {
        let prepares = !self.queued.is_empty() && !self.alone;
        if let (true, Some((group, _))) = (prepares, self.group()) {
            let savepoint = group.last.savepoint();
            self.queue(savepoint);
        }
        self.conn().await?;
        self.state = State::Ended;
        let alone = self.alone;
        let Some((group, line)) = self.group() else {
            return Err(Fault::Commit("nothing was begun".to_owned()));
        };
        group.done += 1;
        if prepares {
            group.last = Part::Prepared;
        }
        let outcome = group.outcome.subscribe();
        if let (true, Conn::Writer(writer)) = (alone, &mut self.conn) {
            writer.commit().await;
        }
        drop(self);
        committed(line, outcome).await
    }

    /// Undoes everything after a decision, and waits until those have committed whose work it saw: for who refuses, or tells
    /// people that something is done already. With SQLite the connection stays in use.
    ///
    /// # Errors
    /// [`Fault::Database`]; or [`Fault::Commit`], where what it saw was not kept.
    pub async fn give_up(mut self) -> Stored<()> {
        if matches!(self.conn, Conn::Pooled(_)) {
            return Ok(());
        }
        self.queued.clear();
        tokio::spawn(async move {
            let Conn::Writer(writer) = &mut self.conn else {
                return Ok(());
            };
            let seen = writer.undo_part().await?;
            self.state = State::Ended;
            let waits = seen.map(|outcome| (Arc::clone(OwnedMutexGuard::mutex(writer)), outcome));
            drop(self);
            match waits {
                Some((line, outcome)) => committed(line, outcome).await,
                None => Ok(()),
            }
        })
        .await?
    }

    fn group(&mut self) -> Option<(&mut Group, Arc<Mutex<Writer>>)> {
        let Conn::Writer(writer) = &mut self.conn else {
            return None;
        };
        let line = Arc::clone(OwnedMutexGuard::mutex(writer));
        Some((writer.group.as_mut()?, line))
    }
}

impl Conn {
    fn get(&mut self) -> Stored<&mut AnyConnection> {
        match self {
            Self::Pooled(conn) => Ok(conn),
            Self::Writer(writer) => {
                let conn = writer
                    .conn
                    .as_mut()
                    .ok_or_else(|| Fault::Commit("its connection was lost".to_owned()))?;
                Ok(conn)
            }
        }
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        match &mut self.conn {
            Conn::Pooled(conn) if self.dialect == Dialect::Sqlite && self.state != State::Ended => conn.close_on_drop(),
            Conn::Pooled(_) => {}
            Conn::Writer(writer) if self.state != State::Ended => writer.give_up_part(),
            Conn::Writer(_) => return,
        }
        if self.writes {
            // A `COMMIT` may have worked although nobody waited for its answer.
            self.written.fetch_add(1, Ordering::Release);
        }
    }
}
