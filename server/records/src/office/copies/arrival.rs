//! A file that has arrived: it is looked at, a copy is made anew of its picture and its sound, and it is kept.

use std::{fs, io, path::PathBuf};

use law::redaction::Sha256;
use office::{
    OfficeResult, Refusal,
    forms::{FileKind, FileReceipt, NewFile},
    permission::Custodian,
    problem::{CopyProblem, FileProblem},
    views::{AuditAct, FileContents, Staff},
};

use super::{super::conflicts::not_on, Cause, RecordsOffice, entry};
use crate::{
    fault::Fault,
    files::{self, Files},
    ids::new_id,
    media::{self, mp4},
    store::{
        Tx, audit_log,
        copies::{self, CopyContents, CopyPart, New},
        recordings::{self, Recording},
        uploads,
    },
};

/// By how much a file may be longer than its recording: cameras and registers round.
const LEEWAY_MS: u64 = 2_000;

/// A file that has arrived.
#[derive(Clone, Debug)]
pub(in crate::office) struct Arrival {
    /// The recording it belongs to.
    pub recording: String,
    /// The file, and what is said of it.
    pub file: NewFile,
    /// The upload that brought it, if one did.
    pub upload: Option<String>,
}

/// What was found in a file that has arrived.
#[derive(Debug)]
struct Examined {
    /// Where what is kept waits: the file itself, or the copy that was made of it.
    at: PathBuf,
    /// Length of a video, or the beginning of the last cue, in milliseconds.
    length_ms: u64,
    /// The line of the last cue of captions.
    last_line: usize,
    /// What a video holds.
    contents: FileContents,
    /// SHA-256 of its picture and its sound, where a copy can be made of it.
    essence: Option<String>,
    /// The same of the sound as it was sent, of a copy.
    essence_as_sent: Option<String>,
}

/// What is kept of a file that has arrived.
#[derive(Debug)]
struct Kept {
    examined: Examined,
    sha256: Sha256,
    bytes: u64,
    sent: Sha256,
    sent_bytes: u64,
}

impl RecordsOffice {
    /// Keeps a file that has arrived; what arrived stays where it is. Of a copy nothing is kept but its picture and its
    /// sound, proved on the file that is kept. The result of an upload is kept with it.
    pub(in crate::office) async fn take_file(&self, by: &Custodian, arrival: Arrival) -> OfficeResult<FileReceipt> {
        let known = recordings::find(self.store.reader(), &arrival.recording).await?;
        let known = known.ok_or(Refusal::NotFound)?;
        may_send(by, &known, arrival.file.kind)?;
        let most_ms = known.length_ms() + LEEWAY_MS;
        let (files, coming) = (self.files.clone(), arrival.clone());
        let kept = tokio::task::spawn_blocking(move || keep(&files, &coming, most_ms)).await;
        let kept = kept.map_err(Fault::from)?.map_err(Fault::from)??;
        let arrived = FileReceipt {
            name: arrival.file.name.clone(),
            sha256: kept.sha256.clone(),
            sent: kept.sent.clone(),
            bytes: kept.sent_bytes,
        };
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let known = recordings::find(tx.conn().await?, &arrival.recording)
            .await?
            .ok_or(Refusal::NotFound)?;
        may_send(by, &known, arrival.file.kind)?;
        let came_again = copies::store_file(&mut tx, &kept.sha256, kept.bytes, now.at).await?;
        // It may have been taken away between the two: from here on it is not.
        if came_again && !self.files.path(&kept.sha256).exists() {
            return Err(Fault::Contended.into());
        }
        if let Some(upload) = &arrival.upload
            && !uploads::finish(&mut tx, upload, &kept.sha256, &kept.sent).await?
        {
            tx.give_up().await?;
            return Ok(arrived);
        }
        let new = New {
            id: &new_id(),
            recording_id: &known.id,
            sha256: &kept.sha256,
            name: &arrival.file.name,
            length_ms: kept.examined.length_ms,
            at: now.at,
            by: &by.id,
        };
        enter(&mut tx, arrival.file.kind, &new, &kept).await?;
        let (id, list) = (new.id.to_owned(), arrival.file.redactions);
        let act = AuditAct::FileKept {
            what: arrival.file.kind,
            sha256: kept.sha256.to_string(),
            sent: (kept.sent != kept.sha256).then(|| kept.sent.to_string()),
        };
        audit_log::append(&mut tx, &entry(&known.id, &act, &by.id, now)).await?;
        if arrival.file.kind == FileKind::Copy {
            if !list.is_empty() {
                let copy = copies::find(tx.conn().await?, &id).await?.ok_or(Refusal::NotFound)?;
                let version = copy.version;
                self.redact_within(&mut tx, by, (copy, list), version, now).await?;
            }
            // What went out was the copy before.
            self.stop_closed(&mut tx, &known.id, Some(&by.id), now).await?;
            self.advance_all(&mut tx, &known.id, &Cause::CopySent(Staff::clone(by)))
                .await?;
        }
        tx.commit().await?;
        Ok(arrived)
    }
}

/// Refuses a copy, its captions and its transcript from whoever is on the recording: these say what of it is shown.
pub(in crate::office) fn may_send(by: &Staff, recording: &Recording, kind: FileKind) -> OfficeResult<()> {
    match kind {
        FileKind::Original => Ok(()),
        FileKind::Copy | FileKind::Captions | FileKind::Transcript => not_on(by, std::slice::from_ref(recording)),
    }
}

/// Looks at a file that has arrived and keeps what may be kept of it.
fn keep(files: &Files, arrival: &Arrival, most_ms: u64) -> io::Result<OfficeResult<Kept>> {
    let examined = match examine(files, arrival)? {
        Ok(examined) => examined,
        Err(unfit) => return Ok(Err(Refusal::field("file", unfit))),
    };
    // What was made anew has a name of its own only once it is kept.
    let made = (examined.at != arrival.file.at).then(|| examined.at.clone());
    let kept = settle(files, arrival, examined, most_ms);
    if let Some(made) = made {
        // Should it stay, the worker takes it away.
        let _ = fs::remove_file(made);
    }
    kept
}

fn settle(files: &Files, arrival: &Arrival, examined: Examined, most_ms: u64) -> io::Result<OfficeResult<Kept>> {
    if examined.length_ms > most_ms && arrival.file.kind == FileKind::Captions {
        return Ok(Err(Refusal::field(
            "file",
            FileProblem::CueBeyondFilm {
                line: examined.last_line,
            },
        )));
    }
    if examined.length_ms > most_ms {
        return Ok(Err(Refusal::field("file", CopyProblem::LongerThanRecording)));
    }
    let (sent, sent_bytes) = files::hash(&arrival.file.at)?;
    let (sha256, bytes) = files.keep(&examined.at)?;
    if arrival.file.kind == FileKind::Copy {
        // What is served is what is read here.
        mp4::prove(&files.path(&sha256))?.map_err(io::Error::other)?;
    }
    Ok(Ok(Kept {
        examined,
        sha256,
        bytes,
        sent,
        sent_bytes,
    }))
}

fn examine(files: &Files, arrival: &Arrival) -> io::Result<Result<Examined, FileProblem>> {
    let at = arrival.file.at.clone();
    let text = |(length_ms, last_line)| Examined {
        at: arrival.file.at.clone(),
        length_ms,
        last_line,
        contents: FileContents::default(),
        essence: None,
        essence_as_sent: None,
    };
    match arrival.file.kind {
        FileKind::Captions => Ok(media::text(&at, true)?.map(text)),
        FileKind::Transcript => Ok(media::text(&at, false)?.map(text)),
        FileKind::Original => Ok(mp4::look(&at)?.map(|(contents, essence)| Examined {
            at,
            length_ms: contents.length_ms,
            last_line: 0,
            contents,
            essence,
            essence_as_sent: None,
        })),
        FileKind::Copy => {
            let (mut file, made) = files.arrival()?;
            let cleaned = mp4::clean(&at, &mut file).and_then(|cleaned| file.sync_all().map(|()| cleaned));
            match cleaned {
                Ok(Ok(cleaned)) => Ok(Ok(Examined {
                    at: made,
                    length_ms: cleaned.contents.length_ms,
                    last_line: 0,
                    contents: cleaned.contents,
                    essence: Some(cleaned.essence),
                    essence_as_sent: Some(cleaned.essence_as_sent),
                })),
                other => {
                    // Half a copy is taken away: it would fill the disk that is full already.
                    let _ = fs::remove_file(&made);
                    other.map(|unfit| Err(unfit.err().unwrap_or(FileProblem::Broken)))
                }
            }
        }
    }
}

async fn enter(tx: &mut Tx, kind: FileKind, new: &New<'_>, kept: &Kept) -> OfficeResult<()> {
    let examined = &kept.examined;
    match kind {
        FileKind::Original => {
            copies::add_original(tx, new).await?;
            let of = (new.recording_id, new.sha256);
            copies::add_original_contents(tx, of, examined.essence.as_deref(), &examined.contents).await?;
        }
        FileKind::Copy => {
            copies::add(tx, new).await?;
            // Of an original that came before the sound was emptied, only what it was is known.
            let as_sent = examined.essence_as_sent.as_deref().unwrap_or_default();
            let essence = if copies::is_of_original(tx, new.recording_id, as_sent).await? {
                Some(as_sent)
            } else {
                examined.essence.as_deref()
            };
            let found = CopyContents {
                sent: kept.sent.clone(),
                sent_bytes: kept.sent_bytes,
                essence: essence.unwrap_or_default().to_owned(),
                contents: examined.contents.clone(),
            };
            copies::add_contents(tx, new.id, &found).await?;
        }
        FileKind::Captions => give_words(tx, new, CopyPart::Captions, examined.last_line).await?,
        FileKind::Transcript => give_words(tx, new, CopyPart::Transcript, examined.last_line).await?,
    }
    Ok(())
}

/// Gives the newest copy its captions or transcript, as long as nobody has approved it without them.
async fn give_words(tx: &mut Tx, new: &New<'_>, part: CopyPart, line: usize) -> OfficeResult<()> {
    let captions = part == CopyPart::Captions;
    let copy = copies::newest(tx.conn().await?, new.recording_id).await?;
    let copy = copy.ok_or_else(|| Refusal::field("file", CopyProblem::NotSent))?;
    if copy.copy.approval.is_some() {
        return Err(Refusal::field("file", CopyProblem::ApprovedWithout));
    }
    if captions && new.length_ms >= copy.length_ms {
        return Err(Refusal::field("file", FileProblem::CueBeyondFilm { line }));
    }
    if !copies::add_words(tx, &copy.id, new.sha256, captions, copy.version).await? {
        return Err(Refusal::Stale);
    }
    copies::add_author(tx, &copy.id, new.by, part, new.at).await?;
    Ok(())
}
