//! A copy of an SQLite database and of its files while it serves.

use std::{
    io,
    path::{Path, PathBuf},
};

use law::redaction::Sha256;

use super::{Dialect, Store, copies, open::TURN, sqlite_file};
use crate::{
    disk::{private, private_folder, with_ending},
    fault::Fault,
    files::{Files, link_or_copy},
    secret,
};

/// No copy was made or put back. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// PostgreSQL has tools of its own.
    #[error("this is PostgreSQL: use pg_dump and pg_restore, or its continuous archiving")]
    Postgres,
    /// The target of a restore holds something.
    #[error("{0} is not empty; restore only into an empty place")]
    NotEmpty(String),
    /// Something is there already.
    #[error("{0} is there already and was not touched; name a new file")]
    Exists(String),
    /// It belongs to the database that is copied.
    #[error("{0} belongs to the database itself; name a file in another folder")]
    Own(String),
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

/// What is being copied.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The open database.
    pub store: &'a Store,
    /// Its URL.
    pub url: &'a str,
    /// Its files.
    pub files: &'a Files,
    /// Its secret file, which is never written to.
    pub secret_file: &'a Path,
}

/// Where the files of a copy are: in a folder beside it.
pub fn files_of(file: &Path) -> PathBuf {
    with_ending(file, ".files")
}

/// Writes a consistent copy of an SQLite database to a new file, with the files that it names in a new folder beside it:
/// second names of the same bytes where the disk can, copies elsewhere. It is written under another name and appears
/// whole or not at all. The number of requests in the copy.
///
/// # Errors
/// On PostgreSQL; when something is there already, or belongs to the database itself; when it cannot be written. Then
/// nothing is left behind.
pub async fn backup(source: Source<'_>, file: &Path) -> Result<u64, BackupError> {
    if source.store.dialect() == Dialect::Postgres {
        return Err(BackupError::Postgres);
    }
    is_free(source, file)?;
    // Absolute, so that SQLite takes no name for a URI.
    let file = &std::path::absolute(file).map_err(told(file))?;
    if file.to_str().is_none() {
        return Err(told(file)(io::Error::other("its name is not UTF-8")));
    }
    let part = with_ending(file, &format!(".{}.part", secret::key()));
    let folder = files_of(&part);
    let made = fill(source, &part, &folder).await;
    let placed = made.and_then(|requests| {
        place(&part, &folder, file)?;
        Ok(requests)
    });
    if placed.is_err() {
        // The error that came first is the one to tell.
        let _ = forget_all(&part);
        let _ = std::fs::remove_dir_all(&folder);
    }
    placed
}

/// Refuses every target that is there, that the database reads or writes, or that lies among its files.
fn is_free(source: Source<'_>, file: &Path) -> Result<(), BackupError> {
    for taken in [file.to_owned(), files_of(file)] {
        if taken.symlink_metadata().is_ok() {
            return Err(BackupError::Exists(shown(&taken)));
        }
    }
    let real = resolved(file);
    // SQLite names its own files after the database itself, not after a link to it.
    let database = resolved(Path::new(&sqlite_file(source.url).unwrap_or_default()));
    // SQLite makes and removes these beside its file as it goes.
    let own = ["", "-wal", "-shm", "-journal", TURN].map(|end| with_ending(&database, end));
    let own = own.iter().map(PathBuf::as_path).chain([source.secret_file]);
    let files = resolved(source.files.folder());
    if own.map(resolved).any(|own| own == real) || real.starts_with(files) {
        return Err(BackupError::Own(shown(file)));
    }
    Ok(())
}

/// The copy under its first name, whole and on the disk; how many requests it holds.
async fn fill(source: Source<'_>, part: &Path, folder: &Path) -> Result<u64, BackupError> {
    private(part).map_err(told(part))?;
    sqlx::query("VACUUM INTO $1")
        .bind(part.display().to_string())
        .execute(source.store.reader())
        .await
        .map_err(Fault::from)?;
    let requests = count(source.store, part).await?;
    // Read after the copy was made: files are only ever added, so each that the copy names is among them.
    let named = copies::all_files(source.store).await?;
    let (from, to) = (source.files.clone(), Files::within(folder.to_owned()));
    tokio::task::spawn_blocking(move || bring(&named, &from, &to)).await??;
    std::fs::File::open(part)
        .and_then(|copy| copy.sync_all())
        .map_err(told(part))?;
    Ok(requests)
}

/// How many requests a copy holds, asked of the copy itself.
async fn count(store: &Store, part: &Path) -> Result<u64, Fault> {
    let mut reader = store.reader().acquire().await?.detach();
    sqlx::query("ATTACH DATABASE $1 AS copy")
        .bind(part.display().to_string())
        .execute(&mut reader)
        .await?;
    let requests: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM copy.records_request")
        .fetch_one(&mut reader)
        .await?;
    sqlx::Connection::close(reader).await?;
    Ok(super::rows::count(requests))
}

/// Gives the copy its name, which nothing else has taken meanwhile, and its files theirs.
fn place(part: &Path, folder: &Path, file: &Path) -> Result<(), BackupError> {
    if folder.exists() {
        // Never onto a folder that holds something: the system refuses that.
        std::fs::rename(folder, files_of(file)).map_err(told(&files_of(file)))?;
    }
    settle(part, file).inspect_err(|_| {
        let _ = std::fs::rename(files_of(file), folder);
    })
}

/// Moves a finished copy to a name that nothing has: on the disk when this returns.
pub(super) fn settle(part: &Path, file: &Path) -> Result<(), BackupError> {
    crate::disk::settle(part, file).map_err(|why| match why.kind() {
        io::ErrorKind::AlreadyExists => BackupError::Exists(shown(file)),
        _ => told(file)(why),
    })
}

/// Brings files from one place to another; those that are there whole are not brought again.
pub(super) fn bring(named: &[String], from: &Files, to: &Files) -> Result<(), BackupError> {
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

pub(super) fn told(file: &Path) -> impl Fn(io::Error) -> BackupError {
    move |why| BackupError::File { file: shown(file), why }
}

pub(super) fn shown(file: &Path) -> String {
    std::path::absolute(file).map_or_else(|_| file.display().to_string(), |path| path.display().to_string())
}

/// A path without links, also where its last part is not there.
pub(super) fn resolved(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    if let Ok(real) = absolute.canonicalize() {
        return real;
    }
    match (absolute.parent().map(Path::canonicalize), absolute.file_name()) {
        (Some(Ok(folder)), Some(name)) => folder.join(name),
        _ => absolute,
    }
}

pub(super) fn forget(part: &Path) -> Result<(), BackupError> {
    match std::fs::remove_file(part) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(told(part)(error)),
        _ => Ok(()),
    }
}

/// Removes a database with the files that SQLite keeps beside it.
pub(super) fn forget_all(file: &Path) -> Result<(), BackupError> {
    ["", "-wal", "-shm", "-journal"]
        .iter()
        .try_for_each(|end| forget(&with_ending(file, end)))
}
