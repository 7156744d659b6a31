//! Taking away what nobody asks for any more: arrivals that were given up, files that no record names.

use std::{
    collections::HashSet,
    fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use law::redaction::Sha256;

use super::Files;
use crate::{disk, secret};

impl Files {
    /// Every file that is kept, wherever it belongs; without what arrives.
    ///
    /// # Errors
    /// When the disk cannot tell.
    pub fn all(&self) -> io::Result<Vec<PathBuf>> {
        let mut all = Vec::new();
        for folder in entries(&self.root)? {
            if folder.is_dir() && folder != self.incoming() {
                all.extend(entries(&folder)?);
            }
        }
        Ok(all)
    }

    /// Files that are kept and not among those known.
    ///
    /// # Errors
    /// When the disk cannot tell.
    pub fn orphans(&self, known: &HashSet<String>) -> io::Result<Vec<PathBuf>> {
        let mut all = self.all()?;
        let is_known = |place: &Path| {
            let name = place.file_name().and_then(|name| name.to_str());
            name.is_some_and(|name| known.contains(name))
        };
        all.retain(|place| !is_known(place));
        Ok(all)
    }

    /// Takes away arrivals that nobody has written to since a moment; how many.
    ///
    /// # Errors
    /// When the disk cannot.
    pub fn forget_arrivals(&self, since: SystemTime) -> io::Result<u64> {
        let mut gone = 0;
        for place in entries(&self.incoming())? {
            if older(&place, since)? {
                gone += u64::from(removed(&place)?);
            }
        }
        Ok(gone)
    }

    /// Takes a kept file away; whether it was there.
    ///
    /// # Errors
    /// When the disk cannot.
    pub fn remove(&self, sha256: &Sha256) -> io::Result<bool> {
        let place = self.path(sha256);
        let gone = removed(&place)?;
        if gone && let Some(folder) = place.parent() {
            disk::sync_folder(folder)?;
        }
        Ok(gone)
    }

    /// Takes away a kept file that no record names, if it came before a moment. It is moved aside before its age is
    /// looked at: whoever keeps the same file just now puts a fresh one in its place.
    ///
    /// # Errors
    /// When the disk cannot.
    pub fn forget_orphan(&self, place: &Path, since: SystemTime) -> io::Result<bool> {
        if !older(place, since)? {
            return Ok(false);
        }
        super::private_folder(&self.incoming())?;
        let aside = self.incoming().join(secret::key());
        match fs::rename(place, &aside) {
            Ok(()) if older(&aside, since)? => removed(&aside),
            Ok(()) => fs::rename(&aside, place).map(|()| false),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// What is in a folder; nothing where there is no such folder.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    match fs::read_dir(folder) {
        Ok(found) => found.map(|entry| entry.map(|entry| entry.path())).collect(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

fn older(place: &Path, since: SystemTime) -> io::Result<bool> {
    match fs::metadata(place) {
        Ok(data) => Ok(data.modified()? < since),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

fn removed(place: &Path) -> io::Result<bool> {
    match fs::remove_file(place) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}
