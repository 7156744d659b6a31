//! Letters as files, one `.eml` each.

use std::{
    fs::{File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

use super::Attempt;

/// Writes a letter under a temporary name and renames it when it is safe on the disk: who reads the
/// folder never sees half a letter.
pub(super) async fn write(folder: PathBuf, name: String, message: Vec<u8>) -> Attempt {
    match tokio::task::spawn_blocking(move || write_now(&folder, &name, &message)).await {
        Ok(Ok(())) => Attempt::Sent,
        Ok(Err(error)) => Attempt::Later(format!("file: {error}")),
        Err(_) => Attempt::Later("file: writing stopped".to_owned()),
    }
}

/// Takes away half letters of a program that was killed. One that is being written meanwhile by another program is written
/// again: its name is gone when it is to be renamed, and it is tried later.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let hidden = name.to_str().is_some_and(|name| name.starts_with('.'));
        let half = entry.path().extension().is_some_and(|end| end == "tmp");
        if hidden
            && half
            && let Err(error) = std::fs::remove_file(entry.path())
        {
            tracing::warn!(%error, "Half a letter could not be taken away");
        }
    }
}

fn write_now(folder: &Path, name: &str, message: &[u8]) -> io::Result<()> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let half = folder.join(format!(".{name}.{}.{count}.tmp", std::process::id()));
    std::fs::create_dir_all(folder)?;
    let written = fill(&half, message).and_then(|()| std::fs::rename(&half, folder.join(name)));
    if written.is_err() {
        let _ = std::fs::remove_file(&half);
    }
    written?;
    File::open(folder)?.sync_all()
}

/// Readable by its owner alone: a letter names a person.
fn fill(path: &Path, message: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(message)?;
    file.sync_all()
}
