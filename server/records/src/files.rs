//! Files by what they hold: each is kept once, under its SHA-256, and never changed.

mod gather;
mod tidy;

use std::{
    fs::{self, File, Permissions},
    io::{self, Read as _},
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
};

use law::redaction::Sha256;
use sha2::Digest as _;

use crate::{
    disk::{private, private_folder, sync_folder},
    secret,
};

pub use gather::PieceReceipt;

/// The folder of files.
#[derive(Clone, Debug)]
pub struct Files {
    root: PathBuf,
}

/// What became of a file that must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// It is there and holds what its hash says.
    Sound,
    /// It is not there.
    Missing,
    /// It holds something else.
    Damaged,
}

impl Files {
    /// In a folder, made when the first file arrives.
    pub const fn within(root: PathBuf) -> Self {
        Self { root }
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.root
    }

    /// Where files arrive; on the same disk, so that keeping one moves no bytes.
    pub fn incoming(&self) -> PathBuf {
        self.root.join("incoming")
    }

    /// Where the file with this hash is, or would be.
    pub fn path(&self, sha256: &Sha256) -> PathBuf {
        let text = sha256.as_str();
        self.root.join(text.get(..2).unwrap_or_default()).join(text)
    }

    /// A new empty file among those that arrive.
    ///
    /// # Errors
    /// When the disk cannot.
    pub fn arrival(&self) -> io::Result<(File, PathBuf)> {
        private_folder(&self.incoming())?;
        let place = self.incoming().join(secret::key());
        Ok((private(&place)?, place))
    }

    /// Keeps a file that has arrived, under its hash. What arrived stays where it is under its own name, until whoever
    /// brought it takes that away. A file that is here already is replaced by the same bytes, fresh and whole.
    ///
    /// # Errors
    /// When the disk cannot.
    pub fn keep(&self, arrived: &Path) -> io::Result<(Sha256, u64)> {
        let (sha256, bytes) = hash(arrived)?;
        let place = self.path(&sha256);
        private_folder(place.parent().unwrap_or(&self.root))?;
        link_or_copy(arrived, &place)?;
        Ok((sha256, bytes))
    }

    /// Whether the file with this hash is here and still holds what it says.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn condition(&self, sha256: &Sha256) -> io::Result<Condition> {
        match hash(&self.path(sha256)) {
            Ok((found, _)) if found == *sha256 => Ok(Condition::Sound),
            Ok(_) => Ok(Condition::Damaged),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Condition::Missing),
            Err(error) => Err(error),
        }
    }
}

/// Gives a file a second name where the disk can, else makes a copy. It appears whole and durable or not at all.
///
/// # Errors
/// When the disk cannot.
pub fn link_or_copy(from: &Path, to: &Path) -> io::Result<()> {
    let folder = to.parent().unwrap_or(Path::new("."));
    let beside = folder.join(format!(".{}", secret::key()));
    if fs::hard_link(from, &beside).is_err() {
        // Half a copy is taken away: it would fill the disk that is full already.
        fs::copy(from, &beside).inspect_err(|_| drop(fs::remove_file(&beside)))?;
    }
    let settled = File::open(&beside)
        .and_then(|file| file.set_permissions(Permissions::from_mode(0o600)).and(file.sync_all()))
        .and_then(|()| fs::rename(&beside, to));
    // Of two names of the same file, a rename leaves both.
    let _ = fs::remove_file(&beside);
    settled?;
    sync_folder(folder)
}

/// The SHA-256 and the size of a file, read a piece at a time.
///
/// # Errors
/// When it cannot be read.
pub fn hash(path: &Path) -> io::Result<(Sha256, u64)> {
    let mut file = File::open(path)?;
    let (mut digest, mut bytes) = (sha2::Sha256::new(), 0_u64);
    let mut piece = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut piece)?;
        let Some(some) = piece.get(..read).filter(|some| !some.is_empty()) else {
            break;
        };
        digest.update(some);
        bytes += read as u64;
    }
    let text = hex::encode(digest.finalize());
    let sha256 = Sha256::parse(&text).map_err(io::Error::other)?;
    Ok((sha256, bytes))
}
