//! Files and folders that last: each appears whole or not at all, for its owner alone.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io,
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
};

/// A new empty file that its owner alone reads.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] when the name is taken; when the disk cannot.
pub fn private(file: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)
}

/// Moves a finished file to a name that nothing has: on the disk when this returns.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] when the name is taken; when the disk cannot.
pub fn settle(part: &Path, file: &Path) -> io::Result<()> {
    match fs::hard_link(part, file) {
        // What remains under the first name does no harm.
        Ok(()) => drop(fs::remove_file(part)),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
        // A file system without second names: the name is taken first, then the file is moved onto it.
        Err(_) => {
            private(file)?;
            fs::rename(part, file).inspect_err(|_| drop(fs::remove_file(file)))?;
        }
    }
    sync_folder(file.parent().unwrap_or(Path::new(".")))
}

/// Bytes that are free for us on the disk of a path, which need not be there yet; `None` where the system does not say.
pub fn free(path: &Path) -> Option<u64> {
    let there = path.ancestors().find(|above| above.exists());
    let disk = rustix::fs::statvfs(there.unwrap_or(Path::new("."))).ok()?;
    disk.f_bavail.checked_mul(disk.f_frsize)
}

/// The size of the disk of a path, which need not be there yet, in bytes; `None` where the system does not say.
pub fn size(path: &Path) -> Option<u64> {
    let there = path.ancestors().find(|above| above.exists());
    let there = there.filter(|above| !above.as_os_str().is_empty());
    let disk = rustix::fs::statvfs(there.unwrap_or(Path::new("."))).ok()?;
    disk.f_blocks.checked_mul(disk.f_frsize)
}

/// A path with something after its last name.
pub fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Makes a folder for its owner alone, durably, with what lies above it.
///
/// # Errors
/// When the disk cannot.
pub fn private_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    for above in folder.ancestors().skip(1).take(2) {
        sync_folder(above)?;
    }
    Ok(())
}

/// Sees to it that names in a folder last.
///
/// # Errors
/// When the disk cannot.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    let here = folder.as_os_str().is_empty();
    File::open(if here { Path::new(".") } else { folder })?.sync_all()
}

/// Most of a disk that is kept free of files, in bytes: 1 GiB.
const MOST_FLOOR: u64 = 1 << 30;
/// The part of a disk that is kept free of files where it is a small one: a twentieth.
const FLOOR_PART: u64 = 20;

/// How many bytes more files may take of the disk that a folder is on, or will be on: what is free, down to a floor that
/// is kept for the database, so that filing goes on.
///
/// # Errors
/// When the disk cannot tell.
pub fn room(folder: &Path) -> io::Result<u64> {
    let there = folder.ancestors().find(|above| above.exists());
    let there = there.filter(|above| !above.as_os_str().is_empty());
    let disk = rustix::fs::statvfs(there.unwrap_or(Path::new(".")))?;
    let bytes = |blocks: u64| blocks.saturating_mul(disk.f_frsize);
    let floor = (bytes(disk.f_blocks) / FLOOR_PART).min(MOST_FLOOR);
    Ok(bytes(disk.f_bavail).saturating_sub(floor))
}
