//! The one connection that writes to SQLite, and who shares what is open on it.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use sqlx::{Any, AnyPool, Executor as _, pool::PoolConnection};
use tokio::sync::{Mutex, watch};

use super::turn::Turn;
use crate::fault::{Fault, Stored};

/// The one connection that writes to SQLite, and the transaction that is open on it.
#[derive(Debug)]
pub(in crate::store) struct Writer {
    pool: AnyPool,
    /// `None` before the first use, and after it was thrown away.
    pub(super) conn: Option<PoolConnection<Any>>,
    pub(super) group: Option<Group>,
    turn: Turn,
    written: Arc<AtomicU64>,
    /// Nobody begins anything any more: a connection that is taken out now would never come back, and the pool waits for it.
    closed: bool,
}

/// Use cases that share a transaction.
#[derive(Debug, Default)]
pub(super) struct Group {
    /// How many have done their part and wait for the commit.
    pub(super) done: u32,
    pub(super) last: Part,
    /// For all who wait for the commit.
    pub(super) outcome: watch::Sender<Committed>,
}

/// The newest part of a transaction.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Part {
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

/// What became of a commit; `None` before it.
pub(super) type Committed = Option<Result<(), String>>;

impl Part {
    /// Ends a part that is done, and prepares the next.
    pub(super) const fn savepoint(self) -> &'static str {
        match self {
            Self::First => "SAVEPOINT part",
            _ => "RELEASE part; SAVEPOINT part",
        }
    }
}

/// Waits for the commit; whoever comes to the front of the line before it makes it.
pub(super) async fn committed(line: Arc<Mutex<Writer>>, mut outcome: watch::Receiver<Committed>) -> Stored<()> {
    let mine = tokio::select! {
        biased;
        _ = outcome.wait_for(Option::is_some) => None,
        writer = line.lock_owned() => Some(writer),
    };
    if let Some(mut writer) = mine
        && outcome.borrow().is_none()
    {
        writer.commit().await;
    }
    let told = outcome.borrow().clone();
    match told {
        Some(Ok(())) => Ok(()),
        Some(Err(why)) => Err(Fault::Commit(why)),
        None => Err(Fault::Commit("its connection was lost".to_owned())),
    }
}

impl Writer {
    /// `turn` is the file by which programs take turns, and `patience` how long one waits for it.
    pub(in crate::store) fn in_line(
        pool: AnyPool,
        written: Arc<AtomicU64>,
        turn: PathBuf,
        patience: Duration,
    ) -> Arc<Mutex<Self>> {
        Arc::new(Mutex::new(Self {
            pool,
            conn: None,
            group: None,
            turn: Turn::of(turn, patience),
            written,
            closed: false,
        }))
    }

    /// Opens a transaction, or a part of the one that is open.
    pub(super) async fn begin(&mut self, alone: bool) -> Stored<()> {
        if self.closed {
            return Err(sqlx::Error::PoolClosed.into());
        }
        let given_up = self
            .group
            .as_ref()
            .is_some_and(|group| matches!(group.last, Part::GivenUp));
        if alone || given_up {
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
        let turn = self.turn.taken().await;
        let begun = conn.execute("BEGIN IMMEDIATE").await;
        drop(turn);
        begun?;
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
    pub(super) async fn commit(&mut self) {
        let (Some(conn), Some(group)) = (&mut self.conn, &self.group) else {
            return;
        };
        let given_up = matches!(group.last, Part::GivenUp);
        let statement = if given_up { "ROLLBACK TO part; COMMIT" } else { "COMMIT" };
        let done = conn.execute(statement).await;
        // It may have worked although it says that it failed.
        self.written.fetch_add(1, Ordering::Release);
        match done {
            Ok(_) => _ = group.outcome.send_replace(Some(Ok(()))),
            Err(why) => return self.throw_away(&why.into()),
        }
        self.group = None;
        if given_up {
            self.throw_away(&Fault::Commit("a part was given up".to_owned()));
        }
    }

    /// Undoes a part; what the others wait for, if there are others.
    pub(super) async fn undo_part(&mut self) -> Stored<Option<watch::Receiver<Committed>>> {
        let (Some(conn), Some(group)) = (&mut self.conn, &mut self.group) else {
            return Ok(None);
        };
        if group.done == 0 {
            conn.execute("ROLLBACK").await?;
            self.group = None;
            return Ok(None);
        }
        conn.execute("ROLLBACK TO part").await?;
        group.last = Part::Prepared;
        Ok(Some(group.outcome.subscribe()))
    }

    /// What was not committed is undone: the part alone, or with its connection where nobody else has done anything.
    pub(super) fn give_up_part(&mut self) {
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
            group.outcome.send_replace(Some(Err(why.to_string())));
        }
    }

    /// Commits what was done, and gives the connection back, so that the pool can be closed.
    pub(in crate::store) async fn close(&mut self) {
        self.closed = true;
        self.commit().await;
        self.conn = None;
    }
}
