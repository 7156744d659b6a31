//! A file that arrives in pieces: whoever is cut off goes on where it ended.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Seek as _, SeekFrom},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use super::{Files, private_folder};

/// What is here of a file that arrives in pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PieceReceipt {
    /// How many bytes are here.
    pub bytes: u64,
    /// Whether the piece was put to them; one that does not begin where they end is not.
    pub taken: bool,
}

impl Files {
    /// Where the pieces of an upload are gathered.
    pub fn gathered(&self, id: &str) -> PathBuf {
        self.incoming().join(format!("{id}.part"))
    }

    /// How much of an upload is here.
    ///
    /// # Errors
    /// When the disk cannot tell.
    pub fn gathered_bytes(&self, id: &str) -> io::Result<u64> {
        match fs::metadata(self.gathered(id)) {
            Ok(data) => Ok(data.len()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
            Err(error) => Err(error),
        }
    }

    /// Puts a piece that has arrived whole, or as far as it came, to what is gathered. One piece is put at a time, in
    /// whatever process: of two for the same place the second is not taken, and one that was held up comes too late.
    ///
    /// # Errors
    /// When the disk cannot; what was gathered before stays.
    pub fn gather(&self, id: &str, piece: &Path, offset: u64, most: u64) -> io::Result<PieceReceipt> {
        private_folder(&self.incoming())?;
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).write(true).mode(0o600);
        let mut whole = options.open(self.gathered(id))?;
        whole.lock()?;
        let bytes = whole.metadata()?.len();
        let mut piece = File::open(piece)?;
        if bytes != offset || offset + piece.metadata()?.len() > most {
            return Ok(PieceReceipt { bytes, taken: false });
        }
        whole.seek(SeekFrom::Start(offset))?;
        let put = io::copy(&mut piece, &mut whole).and_then(|added| whole.sync_all().map(|()| added));
        match put {
            Ok(added) => Ok(PieceReceipt {
                bytes: offset + added,
                taken: true,
            }),
            Err(error) => {
                whole.set_len(offset)?;
                Err(error)
            }
        }
    }

    /// Takes away what was gathered of an upload.
    pub fn forget_gathered(&self, id: &str) {
        // Should it stay, it is taken away with what else nobody asks for any more.
        let _ = fs::remove_file(self.gathered(id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_pieces_for_one_place_one_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::within(folder.path().to_owned());
        let piece = |byte: u8| {
            let (_, at) = files.arrival().unwrap();
            fs::write(&at, vec![byte; 300_000]).unwrap();
            at
        };
        let (one, two) = (piece(1), piece(2));
        let put = |at: &Path| files.gather("id", at, 0, 300_000).unwrap();
        let (first, second) = std::thread::scope(|scope| {
            let (a, b) = (scope.spawn(|| put(&one)), scope.spawn(|| put(&two)));
            (a.join().unwrap(), b.join().unwrap())
        });
        assert!(first.taken ^ second.taken, "{first:?} {second:?}");
        assert_eq!((first.bytes, second.bytes), (300_000, 300_000));
        let here = fs::read(files.gathered("id")).unwrap();
        assert!(here.iter().all(|byte| *byte == here[0]), "never a mixture");
        let more = files.gather("id", &one, 300_000, 300_000).unwrap();
        assert!(!more.taken, "no more than was announced");
    }
}
