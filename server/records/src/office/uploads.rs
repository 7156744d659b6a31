//! Uploads in pieces: who began which, for what; and what is taken away again.

use std::{collections::HashSet, fs::File, path::PathBuf};

use jiff::{SignedDuration, Timestamp};
use office::{
    OfficeResult, Refusal,
    forms::{FileKind, FileReceipt, NewFile, NewRedaction},
    permission::Custodian,
    problem::FileProblem,
    views::Staff,
};

use super::{
    RecordsOffice,
    copies::{Arrival, may_send},
};
use crate::{
    disk,
    fault::Fault,
    files::PieceReceipt,
    ids::new_id,
    store::{copies, recordings, uploads, uploads::Upload},
};

/// After how long an upload that does not go on is given up.
const GIVEN_UP: SignedDuration = SignedDuration::from_hours(48);
/// After how long a file that no record names is taken away: longer than any upload can have waited to be kept.
const UNNAMED: SignedDuration = SignedDuration::from_hours(72);

impl RecordsOffice {
    /// A new empty file among those that arrive, and where it is.
    ///
    /// # Errors
    /// When the disk cannot.
    pub async fn arrival(&self) -> OfficeResult<(File, PathBuf)> {
        let files = self.files.clone();
        let arrival = tokio::task::spawn_blocking(move || files.arrival()).await;
        Ok(arrival.map_err(Fault::from)?.map_err(Fault::from)?)
    }

    /// Whether the disk has room for so many bytes more of files, above what is kept for the database.
    ///
    /// # Errors
    /// [`Refusal::NoRoom`]; when the disk cannot tell.
    pub async fn room_for(&self, bytes: u64) -> OfficeResult<()> {
        let folder = self.files.folder().to_owned();
        let room = tokio::task::spawn_blocking(move || disk::room(&folder)).await;
        let room = room.map_err(Fault::from)?.map_err(Fault::from)?;
        if room == 0 || room < bytes {
            return Err(Refusal::NoRoom);
        }
        Ok(())
    }

    /// Begins an upload of a file of a recording.
    ///
    /// # Errors
    /// When there is no such recording, or the account may not.
    pub async fn begin_upload(
        &self,
        by: &Custodian,
        recording: &str,
        kind: FileKind,
        name: String,
        bytes: u64,
    ) -> OfficeResult<Upload> {
        if bytes == 0 {
            return Err(Refusal::field("file", FileProblem::Empty));
        }
        let upload = Upload {
            id: new_id(),
            staff_id: by.id.clone(),
            recording: recording.to_owned(),
            kind,
            name,
            bytes,
            kept: None,
            sent: None,
        };
        let mut tx = self.store.begin().await?;
        let known = recordings::find(tx.conn().await?, &upload.recording)
            .await?
            .ok_or(Refusal::NotFound)?;
        may_send(by, &known, kind)?;
        uploads::begin(&mut tx, &upload, self.now().at).await?;
        tx.commit().await?;
        Ok(upload)
    }

    /// An upload, for who began it.
    ///
    /// # Errors
    /// When there is none, or it is somebody else's.
    pub async fn upload(&self, by: &Staff, id: &str) -> OfficeResult<Upload> {
        let found = uploads::find(&self.store, id).await?;
        found.filter(|upload| upload.staff_id == by.id).ok_or(Refusal::NotFound)
    }

    /// How much of an upload is here.
    ///
    /// # Errors
    /// When the disk cannot tell.
    pub async fn gathered(&self, upload: &Upload) -> OfficeResult<u64> {
        let (files, id) = (self.files.clone(), upload.id.clone());
        let here = tokio::task::spawn_blocking(move || files.gathered_bytes(&id)).await;
        Ok(here.map_err(Fault::from)?.map_err(Fault::from)?)
    }

    /// Puts a piece that has arrived to what is here of an upload, if it begins where that ends.
    ///
    /// # Errors
    /// When the disk cannot.
    pub async fn gather(&self, upload: &Upload, piece: PathBuf, offset: u64) -> OfficeResult<PieceReceipt> {
        let (files, id, most) = (self.files.clone(), upload.id.clone(), upload.bytes);
        let put = tokio::task::spawn_blocking(move || files.gather(&id, &piece, offset, most)).await;
        Ok(put.map_err(Fault::from)?.map_err(Fault::from)?)
    }

    /// Keeps an upload that is here whole, with the redaction list that comes with a copy. Asked again, it gives the same answer. What was gathered is taken away
    /// only once it is kept, or found unfit.
    ///
    /// # Errors
    /// When some of it is missing, it is unfit, or the office cannot.
    pub async fn finish_upload(
        &self,
        by: &Custodian,
        id: &str,
        redactions: Vec<NewRedaction>,
    ) -> OfficeResult<FileReceipt> {
        let upload = self.upload(by, id).await?;
        if self.gathered(&upload).await? != upload.bytes {
            // Perhaps it was finished a moment ago.
            return finished(self.upload(by, id).await?).ok_or(Refusal::Stale);
        }
        if let Some(arrived) = finished(upload.clone()) {
            return Ok(arrived);
        }
        let arrival = Arrival {
            recording: upload.recording,
            file: NewFile {
                kind: upload.kind,
                at: self.files.gathered(id),
                name: upload.name,
                redactions,
            },
            upload: Some(upload.id),
        };
        let taken = self.take_file(by, arrival).await;
        match &taken {
            Ok(_) => self.files.forget_gathered(id),
            // A list that does not fit is mended, and the file stays here.
            Err(Refusal::Invalid { errors }) if errors.of("file").is_some() => {
                self.end_upload(id).await?;
                self.files.forget_gathered(id);
            }
            Err(_) => {}
        }
        taken
    }

    async fn end_upload(&self, id: &str) -> OfficeResult<()> {
        let mut tx = self.store.begin().await?;
        uploads::end(&mut tx, id).await?;
        Ok(tx.commit().await?)
    }

    /// Takes away what nobody asks for any more: uploads and arrivals that were given up, files that no record names,
    /// such as papers of a form that was refused. How many files.
    pub async fn tidy_files(&self) -> OfficeResult<u64> {
        let now = self.clock.now();
        let (given_up, unnamed) = (before(now, GIVEN_UP), before(now, UNNAMED));
        let mut tx = self.store.begin().await?;
        uploads::end_before(&mut tx, given_up.as_microsecond()).await?;
        tx.commit().await?;
        let known: HashSet<String> = copies::all_files(&self.store).await?.into_iter().collect();
        let files = self.files.clone();
        let tidied = tokio::task::spawn_blocking(move || {
            let mut gone = files.forget_arrivals(given_up.into())?;
            for orphan in files.orphans(&known)? {
                gone += u64::from(files.forget_orphan(&orphan, unnamed.into())?);
            }
            std::io::Result::Ok(gone)
        });
        Ok(tidied.await.map_err(Fault::from)?.map_err(Fault::from)?)
    }
}

/// What became of an upload, if it is finished.
fn finished(upload: Upload) -> Option<FileReceipt> {
    let (name, bytes) = (upload.name, upload.bytes);
    let (sha256, sent) = (upload.kept?, upload.sent);
    Some(FileReceipt {
        name,
        sent: sent.unwrap_or_else(|| sha256.clone()),
        sha256,
        bytes,
    })
}

fn before(now: Timestamp, span: SignedDuration) -> Timestamp {
    now.checked_sub(span).unwrap_or(Timestamp::UNIX_EPOCH)
}
