//! The way back of a copy.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use super::{
    OpenError, Opening, Store, StoreSetup,
    backup::{BackupError, bring, files_of, forget, forget_all, resolved, settle, shown, told},
    check, copies, sqlite_file,
};
use crate::{
    disk::{private, with_ending},
    fault::Fault,
    files::Files,
    secret,
};

/// Puts a copy back as the database of `url`, and its files into their folder; neither may hold anything. All of it is
/// opened and checked first, and its tables stay at the version they had. How many requests it holds. The secret file
/// belongs to it and must be put back too.
///
/// # Errors
/// When the target is not empty, or the copy is not sound. Then nothing is left behind.
pub async fn restore(url: &str, files: &Files, file: &Path) -> Result<u64, BackupError> {
    let target = PathBuf::from(sqlite_file(url).ok_or(BackupError::Postgres)?);
    if resolved(&target) == resolved(file) {
        return Err(BackupError::Own(shown(file)));
    }
    for end in ["-wal", "-journal"] {
        let beside = with_ending(file, end);
        if beside.metadata().is_ok_and(|data| data.len() > 0) {
            let why = format!(
                "{} holds more of it; make a copy with `daylight backup`",
                shown(&beside)
            );
            return Err(BackupError::NotSound { file: shown(file), why });
        }
    }
    if target.exists() && !empty(url, &target).await? {
        return Err(BackupError::NotEmpty(shown(&target)));
    }
    if let Some(first) = files.all().map_err(told(&target))?.first() {
        return Err(BackupError::NotEmpty(shown(first)));
    }
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    let new: Vec<PathBuf> = [folder, Some(files.folder())]
        .into_iter()
        .flatten()
        .flat_map(missing)
        .collect();
    if let Some(folder) = folder {
        std::fs::create_dir_all(folder).map_err(told(folder))?;
    }
    let part = with_ending(&target, &format!(".{}.part", secret::key()));
    let put_back = put_back(file, &part, &target, files).await;
    if put_back.is_err() {
        // The error that came first is the one to tell.
        let _ = forget_all(&part);
        // Only those that hold nothing go.
        for folder in &new {
            let _ = std::fs::remove_dir(folder);
        }
    }
    put_back
}

/// Folders on the way to a path, and itself, that are not there; the innermost first.
fn missing(path: &Path) -> Vec<PathBuf> {
    let above = path.ancestors().filter(|folder| !folder.as_os_str().is_empty());
    above
        .take_while(|folder| !folder.exists())
        .map(Path::to_owned)
        .collect()
}

async fn put_back(file: &Path, part: &Path, target: &Path, files: &Files) -> Result<u64, BackupError> {
    private(part).map_err(told(part))?;
    std::fs::copy(file, part).map_err(told(file))?;
    let (from, to) = (Files::within(files_of(file)), files.clone());
    let (named, requests) = check_parts(part, &from)
        .await
        .map_err(|why| BackupError::NotSound { file: shown(file), why })?;
    let brought = tokio::task::spawn_blocking(move || {
        bring(&named, &from, &to).inspect_err(|_| {
            // It was empty before: what came of it goes again.
            for place in to.all().into_iter().flatten() {
                let _ = forget(&place);
                if let Some(folder) = place.parent() {
                    let _ = std::fs::remove_dir(folder);
                }
            }
        })
    });
    brought.await??;
    forget_all(target)?;
    settle(part, target)?;
    Ok(requests)
}

async fn open(url: String) -> Result<Store, OpenError> {
    Store::open(&StoreSetup {
        url,
        mail_domain: String::new(),
        patience: Duration::from_secs(5),
        opening: Opening::AnyOlderVersion,
    })
    .await
}

async fn requests(store: &Store) -> Result<i64, Fault> {
    Ok(sqlx::query_scalar("SELECT COUNT(*) FROM records_request")
        .fetch_one(store.reader())
        .await?)
}

/// Whether a database holds neither request nor account.
async fn empty(url: &str, target: &Path) -> Result<bool, BackupError> {
    if target.metadata().map_err(told(target))?.len() == 0 {
        return Ok(true);
    }
    let store = open(url.to_owned())
        .await
        .map_err(|_| BackupError::NotEmpty(shown(target)))?;
    let accounts: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM staff")
        .fetch_one(store.reader())
        .await
        .map_err(Fault::from)?;
    let found = accounts + requests(&store).await?;
    store.close().await;
    Ok(found == 0)
}

/// Looks whether a copy is sound, with the files beside it; which files it names, and how many requests it holds.
async fn check_parts(part: &Path, files: &Files) -> Result<(Vec<String>, u64), String> {
    let url = format!("sqlite://{}?mode=rw", part.display());
    let store = open(url).await.map_err(|error| match error {
        OpenError::NotOurs { .. } => "it holds no records of this program".to_owned(),
        other => other.to_string(),
    })?;
    let looked = async {
        let (wrong, named) = (check::all(&store).await?, copies::all_files(&store).await?);
        Ok((wrong, named, requests(&store).await?))
    };
    let looked: Result<_, Fault> = looked.await;
    store.close().await;
    let (mut wrong, named, requests) = looked.map_err(|fault| fault.to_string())?;
    let (files, all) = (files.clone(), named.clone());
    let unsound = tokio::task::spawn_blocking(move || check::files(&all, &files)).await;
    let unsound = unsound.map_err(|stopped| stopped.to_string())?;
    wrong.extend(unsound.map_err(|error| error.to_string())?);
    match wrong.into_iter().next() {
        None => Ok((named, super::rows::count(requests))),
        Some(first) => Err(first),
    }
}
