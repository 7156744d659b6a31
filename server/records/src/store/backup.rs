//! A copy of an SQLite database and of its files while it serves, and its way back.

use std::{
    collections::HashSet,
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use law::redaction::Sha256;

use super::{Dialect, OpenError, Store, StoreSetup, check, copies, sqlite_file};
use crate::{
    fault::Fault,
    files::{Files, link_or_copy, private_folder, sync_folder},
};

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
    /// Work stopped in the middle.
    #[error("a task stopped: {0}")]
    Task(#[from] tokio::task::JoinError),
}

/// Where the files of a copy are: in a folder beside it.
pub fn files_of(file: &Path) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".files");
    file.with_file_name(name)
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

/// Writes a consistent copy of an SQLite database, with the files that it names in a folder beside it: second names of
/// the same bytes where the disk can, copies elsewhere. The database appears whole or not at all; one that is there is
/// replaced.
///
/// # Errors
/// On PostgreSQL, or when it cannot be written.
pub async fn backup(store: &Store, files: &Files, file: &Path) -> Result<(), BackupError> {
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
    // Read after the copy was made: files are only ever added, so each that the copy names is among them.
    let named = copies::all_files(store).await?;
    let (from, to) = (files.clone(), Files::within(files_of(file)));
    let (brought, part, file) = (named.clone(), part, file.to_owned());
    tokio::task::spawn_blocking(move || {
        bring(&brought, &from, &to)?;
        settle(&part, &file)?;
        // What only the copy before this one named.
        let known: HashSet<String> = named.into_iter().collect();
        to.orphans(&known)
            .map_err(told(&file))?
            .iter()
            .try_for_each(|orphan| forget(orphan))
    })
    .await?
}

/// Brings files from one place to another; those that are there whole are not brought again.
fn bring(named: &[String], from: &Files, to: &Files) -> Result<(), BackupError> {
    let size = |place: &Path| place.metadata().map(|data| data.len()).ok();
    for text in named {
        let Ok(sha256) = Sha256::parse(text) else {
            continue;
        };
        let (here, there) = (from.path(&sha256), to.path(&sha256));
        if size(&here).is_some() && size(&here) == size(&there) {
            continue;
        }
        private_folder(there.parent().unwrap_or(Path::new(".")))
            .and_then(|()| link_or_copy(&here, &there))
            .map_err(told(&here))?;
    }
    Ok(())
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
    let folder = file.parent().unwrap_or(Path::new("."));
    sync_folder(folder).map_err(told(folder))
}

/// Puts a copy back as the database of `url`, and its files into their folder; neither may hold anything. All of it is
/// opened and checked first; the secret file belongs to it and must be put back too.
///
/// # Errors
/// When the target is not empty, or the copy is not sound.
pub async fn restore(url: &str, files: &Files, file: &Path) -> Result<(), BackupError> {
    let target = PathBuf::from(sqlite_file(url).ok_or(BackupError::Postgres)?);
    if target.exists() && !empty(url, &target).await? {
        return Err(BackupError::NotEmpty(target.display().to_string()));
    }
    if let Some(first) = files.all().map_err(told(&target))?.first() {
        return Err(BackupError::NotEmpty(first.display().to_string()));
    }
    if let Some(folder) = target.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(told(folder))?;
    }
    let part = beside(&target);
    forget(&part)?;
    private(&part)
        .and_then(|()| std::fs::copy(file, &part).map(|_| ()))
        .map_err(told(file))?;
    let (from, to) = (Files::within(files_of(file)), files.clone());
    let named = match sound(&part, &from).await {
        Ok(named) => named,
        Err(why) => {
            forget_all(&part)?;
            return Err(BackupError::NotSound {
                file: file.display().to_string(),
                why,
            });
        }
    };
    let brought = tokio::task::spawn_blocking(move || {
        bring(&named, &from, &to).inspect_err(|_| {
            // It was empty before: what came of it goes again.
            to.all().into_iter().flatten().for_each(|place| drop(forget(&place)));
        })
    });
    if let Err(error) = brought.await? {
        forget_all(&part)?;
        return Err(error);
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

/// Looks whether a copy is sound, with the files beside it; which files it names.
async fn sound(part: &Path, files: &Files) -> Result<Vec<String>, String> {
    let url = format!("sqlite://{}?mode=rw", part.display());
    let store = open(url).await.map_err(|error| error.to_string())?;
    let looked = async { Ok((check::all(&store).await?, copies::all_files(&store).await?)) };
    let looked: Result<_, Fault> = looked.await;
    store.close().await;
    let (mut wrong, named) = looked.map_err(|fault| fault.to_string())?;
    let (files, all) = (files.clone(), named.clone());
    let unsound = tokio::task::spawn_blocking(move || check::files(&all, &files)).await;
    let unsound = unsound.map_err(|stopped| stopped.to_string())?;
    wrong.extend(unsound.map_err(|error| error.to_string())?);
    match wrong.into_iter().next() {
        None => Ok(named),
        Some(first) => Err(first),
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
