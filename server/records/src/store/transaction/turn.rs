//! Whose turn it is among programs that write to the same SQLite file.
//!
//! Who waits for SQLite's lock asks for it now and then, up to a tenth of a second apart; so a program that writes step by step
//! would get it back again and again before another that waits. Whoever wants it takes its turn first, and keeps the turn
//! until it has the lock: who has just committed stands behind.

use std::{
    fs::{File, OpenOptions, TryLockError},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    time::Duration,
};

use tokio::time::Instant;

/// How often whoever waits for the turn asks.
const ASKS: Duration = Duration::from_millis(1);

/// The turn: a lock on an empty file beside the database.
#[derive(Debug)]
pub(in crate::store) struct Turn {
    path: PathBuf,
    /// `None` before the first use, and where the disk lets nobody make it: then SQLite's own lock alone decides.
    file: Option<File>,
    patience: Duration,
}

/// The turn, until it is dropped.
pub(in crate::store) struct Taken<'a>(&'a File);

impl Turn {
    pub(in crate::store) const fn of(path: PathBuf, patience: Duration) -> Self {
        Self {
            path,
            file: None,
            patience,
        }
    }

    /// Waits for the turn; `None` where there is none, or it took too long. SQLite's lock is asked for in any case.
    pub(in crate::store) async fn taken(&mut self) -> Option<Taken<'_>> {
        if self.file.is_none() {
            self.file = open(&self.path);
        }
        let file = self.file.as_ref()?;
        let until = Instant::now() + self.patience;
        loop {
            match file.try_lock() {
                Ok(()) => return Some(Taken(file)),
                Err(TryLockError::WouldBlock) if Instant::now() < until => tokio::time::sleep(ASKS).await,
                Err(_) => return None,
            }
        }
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        // Where that fails it is given back when the file is closed.
        let _ = self.0.unlock();
    }
}

/// For its owner alone, like the database.
fn open(path: &Path) -> Option<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false).mode(0o600);
    options.open(path).ok()
}
