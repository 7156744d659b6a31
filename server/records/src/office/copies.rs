//! Files of recordings: originals, copies for release, their redaction lists, and the approval by a
//! second person of exactly one file.

use std::path::{Path, PathBuf};

use law::{
    notice::{ReleaseBar, ReleaseReason},
    redaction::{CopyActKind, Redaction, Sha256},
};
use office::{
    OfficeResult, Refusal,
    forms::{FileKind, FileReceipt, NewRedaction},
    permission::{Custodian, Reviewer},
    problem::{CopyProblem, FileProblem},
    views::{AuditAct, CopyView, FilesView, Paper, Staff},
};

use super::{Moment, RecordsOffice, recordings::line, releases::Cause};
use crate::{
    fault::Fault,
    files::Condition,
    ids::new_id,
    media,
    store::{
        Tx, attachments,
        audit_log::{self, Subject},
        copies,
        copies::{New, StoredCopy, StoredFileKind},
        recordings, rows, staff, uploads,
    },
};

/// By how much a file may be longer than its recording: cameras and registers round.
const LEEWAY_MS: u64 = 2_000;

impl RecordsOffice {
    pub(super) async fn files_view(&self, by: &Staff, id: &str) -> OfficeResult<Option<FilesView>> {
        let Some(recording) = recordings::find(self.store.reader(), id).await? else {
            return Ok(None);
        };
        let names = staff::names(&self.store).await?;
        let name = |id: &str| names.get(id).cloned().unwrap_or_default();
        let originals = copies::originals(&self.store, id).await?;
        let originals = originals.into_iter().map(|(sha256, name, bytes)| Paper {
            id: sha256.clone(),
            name,
            bytes: rows::count(bytes),
            sha256,
        });
        let found = copies::of_recording(&mut *self.store.read().await?, id).await?;
        let may_change = by.role.works() && recording.deleted_on.is_none();
        let view = |(place, kept): (usize, StoredCopy)| {
            let mut copy = kept.copy;
            // Only the newest counts.
            let may = |kind: &CopyActKind| {
                let does = match kind {
                    CopyActKind::Upload | CopyActKind::Redactions => may_change,
                    CopyActKind::Approve => by.role.checks(),
                };
                place == 0 && does && copy.bar(*kind, &by.id).is_none()
            };
            let acts = CopyActKind::ALL.into_iter().filter(may).collect();
            copy.made_by = name(&copy.made_by);
            copy.approval
                .iter_mut()
                .for_each(|approval| approval.by = name(&approval.by));
            copy.redactions
                .iter_mut()
                .for_each(|one| one.reviewer = name(&one.reviewer));
            CopyView {
                captions: kept.captions.is_some(),
                transcript: kept.transcript.is_some(),
                id: kept.id,
                name: kept.name,
                bytes: kept.bytes,
                length_ms: kept.length_ms,
                version: kept.version,
                acts,
                copy,
            }
        };
        Ok(Some(FilesView {
            originals: originals.collect(),
            copies: found.into_iter().enumerate().map(view).collect(),
            may_change,
            recording: line(&recording, &self.profile.time_zone()),
        }))
    }

    /// Keeps a file that has arrived; what arrived stays where it is. The result of an upload is kept with it.
    pub(super) async fn take_file(&self, by: &Custodian, arrival: Arrival) -> OfficeResult<FileReceipt> {
        let length_ms = check_file(arrival.kind, arrival.at.clone()).await?;
        let known = recordings::find(self.store.reader(), &arrival.recording).await?;
        if length_ms > known.ok_or(Refusal::NotFound)?.length_ms() + LEEWAY_MS {
            return Err(Refusal::field("file", CopyProblem::LongerThanRecording));
        }
        let (files, at) = (self.files.clone(), arrival.at.clone());
        let kept = tokio::task::spawn_blocking(move || files.keep(&at)).await;
        let (sha256, bytes) = kept.map_err(Fault::from)?.map_err(Fault::from)?;
        let arrived = FileReceipt {
            name: arrival.name.clone(),
            sha256: sha256.clone(),
            bytes,
        };
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let known = recordings::find(tx.conn().await?, &arrival.recording)
            .await?
            .ok_or(Refusal::NotFound)?;
        copies::store_file(&mut tx, &sha256, bytes, now.at).await?;
        if let Some(upload) = &arrival.upload
            && !uploads::finish(&mut tx, upload, &sha256).await?
        {
            tx.give_up().await?;
            return Ok(arrived);
        }
        let new = New {
            id: &new_id(),
            recording_id: &known.id,
            sha256: &sha256,
            name: &arrival.name,
            length_ms,
            at: now.at,
            by: &by.id,
        };
        match arrival.kind {
            FileKind::Original => copies::add_original(&mut tx, &new).await?,
            FileKind::Copy => copies::add(&mut tx, &new).await?,
            FileKind::Captions => give_words(&mut tx, &new, true).await?,
            FileKind::Transcript => give_words(&mut tx, &new, false).await?,
        }
        let act = AuditAct::FileKept {
            what: arrival.kind,
            sha256: sha256.to_string(),
        };
        audit_log::append(&mut tx, &entry(&known.id, &act, &by.id, now)).await?;
        if arrival.kind == FileKind::Copy {
            self.advance_all(&mut tx, &known.id, &Cause::CopySent(Staff::clone(by)))
                .await?;
        }
        tx.commit().await?;
        Ok(arrived)
    }

    pub(super) async fn set_redactions(
        &self,
        by: &Custodian,
        copy: &str,
        list: Vec<NewRedaction>,
        version: i64,
    ) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let kept = copies::find(tx.conn().await?, copy).await?.ok_or(Refusal::NotFound)?;
        let list: Vec<Redaction> = list
            .into_iter()
            .map(|new| Redaction {
                kind: new.kind,
                span: new.span,
                of: new.of,
                citation: new.citation,
                reviewer: by.id.clone(),
            })
            .collect();
        let recording = recordings::find(tx.conn().await?, &kept.recording_id).await?;
        let length_ms = recording.ok_or(Refusal::NotFound)?.length_ms();
        let redacted = kept.copy.redact(list, &by.id, length_ms)?;
        if !copies::set_redactions(&mut tx, copy, &redacted.redactions, version).await? {
            return Err(Refusal::Stale);
        }
        let act = AuditAct::RedactionsSet {
            lines: redacted.redactions.len() as u64,
        };
        audit_log::append(&mut tx, &entry(&kept.recording_id, &act, &by.id, now)).await?;
        Ok(tx.commit().await?)
    }

    /// Approves the newest copy with its captions and transcript, if it is still the file that was looked at, on the
    /// disk too.
    pub(super) async fn approve_copy(
        &self,
        by: &Reviewer,
        copy: &str,
        seen: &Sha256,
        version: i64,
    ) -> OfficeResult<()> {
        self.confirmed(by)?;
        if !self.all_sound(copy, seen).await? {
            return stopped(ReleaseReason::HashChanged);
        }
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let kept = copies::find(tx.conn().await?, copy).await?.ok_or(Refusal::NotFound)?;
        let newest = copies::newest(tx.conn().await?, &kept.recording_id).await?;
        if newest.is_none_or(|newest| newest.id != kept.id) {
            return stopped(ReleaseReason::HashChanged);
        }
        let approved = kept.copy.clone().approve(&by.id, seen, now.today)?;
        if kept.version != version {
            return Err(Refusal::Stale);
        }
        if !kept.copy.redactions.is_empty() && copies::is_original(&mut tx, &kept.recording_id, seen).await? {
            return Err(Refusal::field("copy", CopyProblem::IsOriginal));
        }
        let Some(approval) = approved.approval else {
            return Err(Refusal::NotFound);
        };
        if !copies::approve(&mut tx, copy, &approval, version).await? {
            return Err(Refusal::Stale);
        }
        let act = AuditAct::CopyApproved {
            sha256: seen.to_string(),
        };
        audit_log::append(&mut tx, &entry(&kept.recording_id, &act, &by.id, now)).await?;
        self.advance_all(&mut tx, &kept.recording_id, &Cause::CopyApproved(Staff::clone(by)))
            .await?;
        Ok(tx.commit().await?)
    }

    /// Whether a copy that was looked at, its captions and its transcript hold on the disk what they should.
    async fn all_sound(&self, copy: &str, seen: &Sha256) -> OfficeResult<bool> {
        let kept = copies::find(&mut *self.store.read().await?, copy)
            .await?
            .ok_or(Refusal::NotFound)?;
        let words = kept.captions.iter().chain(&kept.transcript);
        let words = words.filter_map(|text| Sha256::parse(text).ok());
        let all: Vec<Sha256> = words.chain([seen.clone()]).collect();
        let files = self.files.clone();
        let sound = tokio::task::spawn_blocking(move || {
            for one in &all {
                if files.condition(one)? != Condition::Sound {
                    return Ok(false);
                }
            }
            std::io::Result::Ok(true)
        });
        Ok(sound.await.map_err(Fault::from)?.map_err(Fault::from)?)
    }

    /// Where a file is and what it is, for those who check it; a paper, for those who serve notices.
    ///
    /// # Errors
    /// When this account's role does not see it.
    pub async fn file_held(&self, by: &Staff, sha256: &Sha256) -> OfficeResult<Option<(PathBuf, StoredFileKind)>> {
        let held = copies::held(&self.store, sha256).await?;
        let may = match held {
            // Whoever verifies an order compares it with the court's document.
            Some(held) if held.is_paper() && !attachments::is_of_order(&self.store, sha256.as_str()).await? => {
                by.role.works()
            }
            _ => by.role.checks(),
        };
        if !may {
            return Err(Refusal::NotYours);
        }
        Ok(held.map(|held| (self.files.path(sha256), held)))
    }
}

/// A file that has arrived.
pub(super) struct Arrival {
    /// The recording it belongs to.
    pub recording: String,
    /// What it is said to be.
    pub kind: FileKind,
    /// Where it waits.
    pub at: PathBuf,
    /// As it was called.
    pub name: String,
    /// The upload that brought it, if one did.
    pub upload: Option<String>,
}

/// Gives the newest copy its captions or transcript, as long as nobody has approved it without them.
async fn give_words(tx: &mut Tx, new: &New<'_>, captions: bool) -> OfficeResult<()> {
    let copy = copies::newest(tx.conn().await?, new.recording_id).await?;
    let copy = copy.ok_or_else(|| Refusal::field("file", CopyProblem::NotSent))?;
    if copy.copy.approval.is_some() {
        return Err(Refusal::field("file", CopyProblem::ApprovedWithout));
    }
    if captions && new.length_ms >= copy.length_ms {
        return Err(Refusal::field("file", FileProblem::CueBeyondFilm));
    }
    if copies::add_words(tx, &copy.id, new.sha256, captions, copy.version).await? {
        Ok(())
    } else {
        Err(Refusal::Stale)
    }
}

/// Looks at a file that has arrived; the length of a video, or the beginning of the last cue, in milliseconds.
async fn check_file(kind: FileKind, at: PathBuf) -> OfficeResult<u64> {
    let looked = tokio::task::spawn_blocking(move || looked_at(kind, &at)).await;
    let looked = looked.map_err(Fault::from)?.map_err(Fault::from)?;
    looked.map_err(|unfit| Refusal::field("file", unfit))
}

fn looked_at(kind: FileKind, at: &Path) -> std::io::Result<Result<u64, FileProblem>> {
    match kind {
        FileKind::Original | FileKind::Copy => media::video(at),
        FileKind::Captions | FileKind::Transcript => media::text(at, kind == FileKind::Captions),
    }
}

fn stopped<T>(reason: ReleaseReason) -> OfficeResult<T> {
    Err(ReleaseBar {
        reason,
        section: law::bar::Section::of("RSMo 610.100.3, 610.024.1"),
    }
    .into())
}

fn entry<'a>(id: &'a str, act: &'a AuditAct, by: &'a str, now: Moment) -> audit_log::Entry<'a, AuditAct> {
    audit_log::Entry {
        subject: Subject::Recording,
        subject_id: id,
        at: now.at,
        on: now.today,
        staff_id: Some(by),
        act: act.key(),
        event: act,
        citation: None,
    }
}
