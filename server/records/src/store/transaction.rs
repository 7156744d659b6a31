//! Transactions: what is written together is kept together.
//!
//! SQLite has one writer, and a commit waits for the disk. So use cases that write at the same moment share one commit: each
//! has a part of the open transaction, behind a savepoint, and is answered after the commit, never before. Whoever is done
//! stands in line for the writer again, and commits for all when its turn comes; so nobody waits for somebody who is not there
//! yet. PostgreSQL joins commits by itself.
//!
//! Each statement that SQLite answers wakes two threads. So those whose answer nobody needs are queued ([`Tx::queue`]), and
//! sent together before the next one that is asked, or before the commit.

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicU64, Ordering},
};

use sqlx::{
    Any, AnyConnection, AnyPool, Arguments as _, Encode, Executor as _, Type, any::AnyArguments, pool::PoolConnection,
};
use tokio::sync::{Mutex, OwnedMutexGuard};

use super::{Dialect, Store};
use crate::fault::{Fault, Stored};

/// A transaction. What it wrote is undone unless [`Tx::commit`] is called.
///
/// It owns its connection. With SQLite that is used again only after a `COMMIT` that worked, and not where any part of it was
/// given up: after a full disk, an I/O error or a future dropped half way nobody knows what state it is in, and a new
/// connection costs less than a wrong guess. With PostgreSQL the pool proves each connection clean by a `ROLLBACK` when it
/// comes back.
pub struct Tx {
    conn: Conn,
    queued: Vec<Queued>,
    committed: bool,
    writes: bool,
    pub(super) dialect: Dialect,
    pub(super) mail_domain: Arc<str>,
    written: Arc<AtomicU64>,
}

enum Conn {
    /// One of many: it reads from SQLite, or reads from or writes to PostgreSQL.
    Pooled(PoolConnection<Any>),
    /// The one that writes to SQLite.
    Writer(OwnedMutexGuard<Writer>),
}

/// The one connection that writes to SQLite, and the transaction that is open on it.
#[derive(Debug)]
pub(super) struct Writer {
    pool: AnyPool,
    /// `None` before the first use, and after it was thrown away.
    conn: Option<PoolConnection<Any>>,
    group: Option<Group>,
    written: Arc<AtomicU64>,
}

/// Use cases that share a transaction.
#[derive(Debug, Default)]
struct Group {
    /// How many have done their part and wait for the commit.
    done: u32,
    last: Part,
    outcome: Outcome,
}

/// The newest part of a transaction.
#[derive(Clone, Copy, Debug, Default)]
enum Part {
    /// The first one, in work or done: it needs no savepoint, because with nobody before it all is undone.
    #[default]
    First,
    /// Behind a savepoint, in work or done.
    Later,
    /// Not begun, but its savepoint is there.
    Prepared,
    /// Given up, and to be undone.
    GivenUp,
}

/// What became of a commit, for all who wait for it.
type Outcome = Arc<OnceLock<Result<(), String>>>;

impl Part {
    /// Ends a part that is done, and prepares the next.
    const fn savepoint(self) -> &'static str {
        match self {
            Self::First => "SAVEPOINT part",
            _ => "RELEASE part; SAVEPOINT part",
        }
    }
}

impl Store {
    /// Opens a transaction that only reads: all of it is of one moment, and nobody who writes waits
    /// for it. [`Tx::commit`] ends it.
    ///
    /// # Errors
    /// [`Fault::Database`].
    pub async fn snapshot(&self) -> Stored<Tx> {
        let statement = match self.dialect {
            Dialect::Sqlite => "BEGIN DEFERRED",
            Dialect::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        let mut tx = self.tx(Conn::Pooled(self.reader.acquire().await?), false);
        tx.conn().await?.execute(statement).await?;
        Ok(tx)
    }

    /// Opens a transaction that writes: the only place that does. Dropped half way, it is undone.
    ///
    /// # Errors
    /// [`Fault::Database`].
    pub async fn begin(&self) -> Stored<Tx> {
        let Some(line) = &self.line else {
            let mut tx = self.tx(Conn::Pooled(self.writer.acquire().await?), true);
            tx.conn().await?.execute("BEGIN").await?;
            return Ok(tx);
        };
        let turn = tokio::time::timeout(self.patience, Arc::clone(line).lock_owned()).await;
        let mut tx = self.tx(Conn::Writer(turn.map_err(|_| sqlx::Error::PoolTimedOut)?), true);
        if let Conn::Writer(writer) = &mut tx.conn {
            writer.begin().await?;
        }
        Ok(tx)
    }

    fn tx(&self, conn: Conn, writes: bool) -> Tx {
        Tx {
            conn,
            queued: Vec::new(),
            committed: false,
            writes,
            dialect: self.dialect,
            mail_domain: Arc::clone(&self.mail_domain),
            written: Arc::clone(&self.written),
        }
    }
}

impl Tx {
    /// The connection, for statements that are asked something; what is queued is sent first.
    ///
    /// # Errors
    /// [`Fault::Database`], of what was queued.
    pub async fn conn(&mut self) -> Stored<&mut AnyConnection> {
        for Queued { sql, arguments } in self.queued.drain(..) {
            let query = sqlx::query_with(sqlx::AssertSqlSafe(sql), arguments?);
            query.execute(self.conn.get()?).await?;
        }
        self.conn.get()
    }

    /// A statement whose answer nobody needs; what it is bound to follows.
    pub fn queue(&mut self, sql: &str) -> Binds<'_> {
        if self.dialect == Dialect::Sqlite
            && let Some(Queued {
                sql: before,
                arguments: Ok(arguments),
            }) = self.queued.last_mut()
        {
            before.push_str("; ");
            before.push_str(&renumbered(sql, arguments.len()));
        } else {
            self.queued.push(Queued {
                sql: sql.to_owned(),
                arguments: Ok(AnyArguments::default()),
            });
        }
        Binds(self.queued.last_mut())
    }

    /// Makes everything durable, and gives the connection back. Once asked for it is made, although nobody waits.
    ///
    /// # Errors
    /// [`Fault::Database`] or [`Fault::Commit`]; then nothing was kept, as far as anybody knows.
    pub async fn commit(mut self) -> Stored<()> {
        let savepoint = match &self.conn {
            Conn::Pooled(_) => {
                self.conn().await?.execute("COMMIT").await?;
                self.committed = true;
                return Ok(());
            }
            Conn::Writer(writer) if self.queued.is_empty() => None,
            Conn::Writer(writer) => writer.group.as_ref().map(|group| group.last.savepoint()),
        };
        if let Some(savepoint) = savepoint {
            self.queue(savepoint);
        }
        self.conn().await?;
        self.committed = true;
        match self.group() {
            Some((group, line)) => {
                group.done += 1;
                if savepoint.is_some() {
                    group.last = Part::Prepared;
                }
                let outcome = Arc::clone(&group.outcome);
                drop(self);
                settle(line, outcome).await
            }
            None => Err(Fault::Commit("nothing was begun".to_owned())),
        }
    }

    /// Undoes everything, and waits until those have committed whose work it saw: for who tells people that something is
    /// done already.
    ///
    /// # Errors
    /// [`Fault::Commit`]: what it saw was not kept.
    pub async fn give_up(mut self) -> Stored<()> {
        match self.group() {
            Some((group, line)) if group.done > 0 => {
                let outcome = Arc::clone(&group.outcome);
                drop(self);
                settle(line, outcome).await
            }
            _ => Ok(()),
        }
    }

    fn group(&mut self) -> Option<(&mut Group, Arc<Mutex<Writer>>)> {
        let Conn::Writer(writer) = &mut self.conn else {
            return None;
        };
        let line = Arc::clone(OwnedMutexGuard::mutex(writer));
        Some((writer.group.as_mut()?, line))
    }
}

/// Stands in line, and commits if nobody else has done so meanwhile.
async fn settle(line: Arc<Mutex<Writer>>, outcome: Outcome) -> Stored<()> {
    tokio::spawn(async move {
        let mut writer = line.lock_owned().await;
        if outcome.get().is_none() {
            writer.commit().await;
        }
        match outcome.get() {
            Some(Ok(())) => Ok(()),
            Some(Err(why)) => Err(Fault::Commit(why.clone())),
            None => Err(Fault::Commit("its connection was lost".to_owned())),
        }
    })
    .await?
}

/// Statements that wait to be sent: one with PostgreSQL, all that follow each other with SQLite.
struct Queued {
    sql: String,
    arguments: Result<AnyArguments, sqlx::Error>,
}

/// What a queued statement is bound to, in the order of `$1`, `$2`, ….
pub struct Binds<'tx>(Option<&'tx mut Queued>);

impl Binds<'_> {
    /// The next value.
    pub fn bind<'v, T: Encode<'v, Any> + Type<Any>>(mut self, value: T) -> Self {
        if let Some(Queued { arguments, .. }) = &mut self.0
            && let Ok(known) = arguments
            && let Err(why) = known.add(value)
        {
            *arguments = Err(sqlx::Error::Encode(why));
        }
        self
    }
}

/// The statement with `$1` as the one after so many others.
fn renumbered(sql: &str, before: usize) -> String {
    let parameter = |part: &str| {
        let digits = part.len() - part.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
        let (number, rest) = part.split_at(digits);
        number
            .parse::<usize>()
            .map_or_else(|_| format!("${part}"), |number| format!("${}{rest}", number + before))
    };
    let mut parts = sql.split('$');
    let first = parts.next().map(str::to_owned);
    first.into_iter().chain(parts.map(parameter)).collect()
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
            Conn::Pooled(conn) if self.dialect == Dialect::Sqlite && !self.committed => conn.close_on_drop(),
            Conn::Pooled(_) => {}
            Conn::Writer(writer) if !self.committed => writer.give_up_part(),
            Conn::Writer(_) => return,
        }
        if self.writes {
            // A `COMMIT` may have worked although nobody waited for its answer.
            self.written.fetch_add(1, Ordering::Release);
        }
    }
}

impl Writer {
    pub(super) fn in_line(pool: AnyPool, written: Arc<AtomicU64>) -> Arc<Mutex<Self>> {
        Arc::new(Mutex::new(Self {
            pool,
            conn: None,
            group: None,
            written,
        }))
    }

    /// Opens a transaction, or a part of the one that is open.
    async fn begin(&mut self) -> Stored<()> {
        if let Some(Part::GivenUp) = self.group.as_ref().map(|group| group.last) {
            self.commit().await;
        }
        if let Err(why) = self.next_part().await {
            self.throw_away(&why);
        }
        if self.group.is_some() {
            return Ok(());
        }
        let conn = match &mut self.conn {
            Some(conn) => conn,
            none => none.insert(self.pool.acquire().await?),
        };
        // Before `BEGIN`, which may work although nobody waits for its answer.
        self.group = Some(Group::default());
        conn.execute("BEGIN IMMEDIATE").await?;
        Ok(())
    }

    async fn next_part(&mut self) -> Stored<()> {
        if let (Some(conn), Some(group)) = (&mut self.conn, &mut self.group) {
            if !matches!(group.last, Part::Prepared) {
                conn.execute(group.last.savepoint()).await?;
            }
            group.last = Part::Later;
        }
        Ok(())
    }

    /// Commits what the group has done, and tells it. After a part that was given up nobody else uses the connection.
    async fn commit(&mut self) {
        let (Some(conn), Some(group)) = (&mut self.conn, &self.group) else {
            return;
        };
        let given_up = matches!(group.last, Part::GivenUp);
        let statement = if given_up { "ROLLBACK TO part; COMMIT" } else { "COMMIT" };
        let done = conn.execute(statement).await;
        // It may have worked although it says that it failed.
        self.written.fetch_add(1, Ordering::Release);
        match done {
            Ok(_) => drop(group.outcome.set(Ok(()))),
            Err(why) => return self.throw_away(&why.into()),
        }
        self.group = None;
        if given_up {
            self.throw_away(&Fault::Commit("a part was given up".to_owned()));
        }
    }

    /// What was not committed is undone: the part alone, or with its connection where nobody else has done anything.
    fn give_up_part(&mut self) {
        match &mut self.group {
            Some(group) if group.done > 0 => group.last = Part::GivenUp,
            _ => self.throw_away(&Fault::Commit("it was given up".to_owned())),
        }
    }

    /// Closes the connection, which undoes what is open on it, and tells those who wait.
    fn throw_away(&mut self, why: &Fault) {
        if let Some(mut conn) = self.conn.take() {
            conn.close_on_drop();
        }
        if let Some(group) = self.group.take() {
            drop(group.outcome.set(Err(why.to_string())));
        }
    }

    /// Gives the connection back, so that the pool can be closed.
    pub(super) fn close(&mut self) {
        self.group = None;
        self.conn = None;
    }
}

#[cfg(test)]
mod tests {
    use super::renumbered;

    #[test]
    fn a_statement_sent_after_another_is_bound_to_what_follows() {
        let sql = "SELECT $1, json_extract(x, '$.state'), $12 FROM t WHERE y = $2";
        assert_eq!(
            renumbered(sql, 9),
            "SELECT $10, json_extract(x, '$.state'), $21 FROM t WHERE y = $11"
        );
        assert_eq!(renumbered("COMMIT", 9), "COMMIT");
    }
}
