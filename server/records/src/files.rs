//! Files by what they hold: each is kept once, under its SHA-256, and never changed.

use std::{
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use law::redaction::Sha256;
use sha2::Digest as _;

/// The folder of files.
#[derive(Clone, Debug)]
pub struct Files {
    root: PathBuf,
}

impl Files {
    /// In a folder, made when the first file arrives.
    pub const fn within(root: PathBuf) -> Self {
        Self { root }
    }

    /// Where files arrive; on the same disk, so that keeping one is a rename.
    pub fn incoming(&self) -> PathBuf {
        self.root.join("incoming")
    }

    /// Where the file with this hash is, or would be.
    pub fn path(&self, sha256: &Sha256) -> PathBuf {
        let text = sha256.as_str();
        self.root.join(text.get(..2).unwrap_or_default()).join(text)
    }

    /// Keeps a file that has arrived: hash, fsync, rename, fsync of the folder. One that is here
    /// already is not kept twice.
    ///
    /// # Errors
    /// When the disk cannot; the file that arrived stays where it is then.
    pub fn keep(&self, arrived: &Path) -> io::Result<(Sha256, u64)> {
        let (sha256, bytes) = hash(arrived)?;
        let place = self.path(&sha256);
        if place.exists() {
            std::fs::remove_file(arrived)?;
            return Ok((sha256, bytes));
        }
        let folder = place.parent().unwrap_or(&self.root);
        std::fs::create_dir_all(folder)?;
        std::fs::File::open(arrived)?.sync_all()?;
        std::fs::rename(arrived, &place)?;
        std::fs::File::open(folder)?.sync_all()?;
        Ok((sha256, bytes))
    }

    /// Whether the file with this hash is here and still holds what it says.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn sound(&self, sha256: &Sha256) -> io::Result<bool> {
        let place = self.path(sha256);
        Ok(place.exists() && hash(&place)?.0 == *sha256)
    }
}

/// The SHA-256 and the size of a file, read a piece at a time.
fn hash(path: &Path) -> io::Result<(Sha256, u64)> {
    let mut file = std::fs::File::open(path)?;
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
