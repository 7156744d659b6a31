//! A copy of an SQLite database while it serves, and its way back.

use std::{
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use super::{Dialect, OpenError, Store, StoreSetup, check, sqlite_file};
use crate::fault::Fault;

/// No copy was made or put back. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// PostgreSQL has tools of its own.
    #[error("this is PostgreSQL: use pg_dump and pg_restore, or its continuous archiving")]
    Postgres,
    /// The target holds something.
    #[error("{0} is not empty; restore only into an empty place")]
    NotEmpty(String),
    /// The file is no sound copy of a database of this program.
    #[error("{file} cannot be restored: {why}")]
    NotSound {
        /// Which file.
        file: String,
        /// What is wrong with it.
        why: String,
    },
    /// A file could not be read or written.
    #[error("{file}: {why}")]
    File {
        /// Which file.
        file: String,
        /// What the system says.
        why: io::Error,
    },
    /// The database failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

fn told(file: &Path) -> impl Fn(io::Error) -> BackupError {
    move |why| BackupError::File {
        file: file.display().to_string(),
        why,
    }
}

fn beside(file: &Path) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    file.with_file_name(name)
}

/// Writes a consistent copy of an SQLite database. The file appears whole or not at all; one that
/// is there is replaced.
///
/// # Errors
/// On PostgreSQL, or when the file cannot be written.
pub async fn backup(store: &Store, file: &Path) -> Result<(), BackupError> {
    if store.dialect() == Dialect::Postgres {
        return Err(BackupError::Postgres);
    }
    let part = beside(file);
    forget(&part)?;
    private(&part).map_err(told(&part))?;
    let copied = sqlx::query("VACUUM INTO $1")
        .bind(part.display().to_string())
        .execute(store.reader())
        .await
        .map_err(Fault::from);
    if let Err(fault) = copied {
        forget(&part)?;
        return Err(fault.into());
    }
    settle(&part, file)
}

/// An empty file that its owner alone reads: SQLite writes into it.
fn private(part: &Path) -> io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(part).map(|_| ())
}

fn forget(part: &Path) -> Result<(), BackupError> {
    match std::fs::remove_file(part) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(told(part)(error)),
        _ => Ok(()),
    }
}

fn settle(part: &Path, file: &Path) -> Result<(), BackupError> {
    std::fs::File::open(part)
        .and_then(|copy| copy.sync_all())
        .map_err(told(part))?;
    std::fs::rename(part, file).map_err(told(file))?;
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    std::fs::File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(told(folder))
}

/// Puts a copy back as the database of `url`, which must not hold anything. The copy is opened and
/// checked first; the secret file belongs to it and must be put back too.
///
/// # Errors
/// When the target is not empty, or the copy is not sound.
pub async fn restore(url: &str, file: &Path) -> Result<(), BackupError> {
    let target = PathBuf::from(sqlite_file(url).ok_or(BackupError::Postgres)?);
    if target.exists() && !empty(url, &target).await? {
        return Err(BackupError::NotEmpty(target.display().to_string()));
    }
    if let Some(folder) = target.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(told(folder))?;
    }
    let part = beside(&target);
    forget(&part)?;
    private(&part)
        .and_then(|()| std::fs::copy(file, &part).map(|_| ()))
        .map_err(told(file))?;
    if let Err(why) = sound(&part).await {
        forget_all(&part)?;
        return Err(BackupError::NotSound {
            file: file.display().to_string(),
            why,
        });
    }
    forget_all(&target)?;
    settle(&part, &target)
}

async fn open(url: String) -> Result<Store, OpenError> {
    Store::open(&StoreSetup {
        url,
        mail_domain: String::new(),
        patience: Duration::from_secs(5),
    })
    .await
}

/// Whether a database holds neither request nor account.
async fn empty(url: &str, target: &Path) -> Result<bool, BackupError> {
    let size = target.metadata().map_err(told(target))?.len();
    if size == 0 {
        return Ok(true);
    }
    let not_empty = || BackupError::NotEmpty(target.display().to_string());
    let store = open(url.to_owned()).await.map_err(|_| not_empty())?;
    let found: i64 = sqlx::query_scalar("SELECT (SELECT COUNT(*) FROM records_request) + (SELECT COUNT(*) FROM staff)")
        .fetch_one(store.reader())
        .await
        .map_err(Fault::from)?;
    store.close().await;
    Ok(found == 0)
}

async fn sound(part: &Path) -> Result<(), String> {
    let url = format!("sqlite://{}?mode=rw", part.display());
    let store = open(url).await.map_err(|error| error.to_string())?;
    let wrong = check::all(&store).await;
    store.close().await;
    match wrong.map_err(|fault| fault.to_string())?.first() {
        None => Ok(()),
        Some(first) => Err(first.clone()),
    }
}

/// Removes a database with the files that SQLite keeps beside it.
fn forget_all(file: &Path) -> Result<(), BackupError> {
    for end in ["", "-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(end);
        forget(Path::new(&name))?;
    }
    Ok(())
}
