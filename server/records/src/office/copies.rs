//! Files of recordings: originals, copies for release, their redaction lists, and the approval by a
//! second person of exactly one file.

mod arrival;
mod removal;

use std::path::PathBuf;

use law::{
    notice::{ReleaseBar, ReleaseReason},
    redaction::{CopyActKind, Redaction, Sha256},
};
use office::{
    OfficeResult, Refusal,
    forms::NewRedaction,
    permission::{Custodian, Reviewer},
    problem::CopyProblem,
    views::{AuditAct, CopyView, FilesView, OriginalView, Paper, Staff},
};

pub(super) use self::arrival::{Arrival, may_send};
use super::{
    Moment, RecordsOffice,
    conflicts::{is_on, not_on_recording},
    recordings::line,
    releases::Cause,
};
use crate::{
    fault::Fault,
    files::Condition,
    media::mp4,
    store::{
        Tx, attachments,
        audit_log::{self, Subject},
        copies,
        copies::{CopyPart, StoredCopy, StoredFileKind},
        recordings, request_papers, rows, staff,
    },
};

impl RecordsOffice {
    pub(super) async fn files_view(&self, by: &Staff, id: &str) -> OfficeResult<Option<FilesView>> {
        let Some(recording) = recordings::find(self.store.reader(), id).await? else {
            return Ok(None);
        };
        let names = staff::names(&self.store).await?;
        let name = |id: &str| names.get(id).cloned().unwrap_or_default();
        let originals = copies::originals(&self.store, id).await?;
        let mut known = copies::of_originals(&self.store, id).await?;
        let removed = copies::removed_of(&self.store, id).await?;
        let removed_on = |sha256: &str| removed.get(sha256).map(|at| self.local(*at).date());
        let originals = originals.into_iter().map(|(sha256, name, bytes)| OriginalView {
            removed_on: removed_on(&sha256),
            contents: known.remove(&sha256),
            file: Paper {
                proof: None,
                id: sha256.clone(),
                name,
                bytes: rows::count(bytes),
                sha256,
            },
        });
        let mut conn = self.store.read().await?;
        let mut found = Vec::new();
        for copy in copies::of_recording(&mut conn, id).await? {
            let authors = copies::authors(&mut conn, &copy.id).await?;
            let words = authors
                .into_iter()
                .filter(|(part, _)| part != CopyPart::Redactions.key());
            let mut words: Vec<String> = words.map(|(_, id)| name(&id)).collect();
            words.dedup();
            found.push((copy, words));
        }
        let answers = recordings::requests_of(&mut *conn, id).await?;
        drop(conn);
        let conflict = is_on(by, &recording);
        let may_change = by.role.works() && recording.deleted_on.is_none();
        let view = |(place, (kept, words_by)): (usize, (StoredCopy, Vec<String>))| {
            let mut copy = kept.copy;
            // Only the newest counts.
            let may = |kind: &CopyActKind| {
                let does = match kind {
                    CopyActKind::Upload | CopyActKind::Redactions => may_change,
                    CopyActKind::Approve => by.role.checks(),
                };
                let known = *kind != CopyActKind::Approve || kept.contents.is_some();
                place == 0 && does && known && !(kind.decides() && conflict) && copy.bar(*kind, &by.id).is_none()
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
                words_by,
                removed_on: removed_on(copy.sha256.as_str()),
                sent: kept
                    .contents
                    .as_ref()
                    .map(|found| (found.sent.clone(), found.sent_bytes)),
                contents: kept.contents.map(|found| found.contents),
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
            requests: answers.into_iter().map(|(_, number)| number).collect(),
            may_change,
            conflict,
            recording: line(&recording, &self.profile.time_zone()),
        }))
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
        not_on_recording(&mut tx, by, &kept.recording_id).await?;
        self.redact_within(&mut tx, by, (kept, list), version, now).await?;
        Ok(tx.commit().await?)
    }

    /// Sets the redaction list of a copy as it was seen.
    async fn redact_within(
        &self,
        tx: &mut Tx,
        by: &Custodian,
        (kept, list): (StoredCopy, Vec<NewRedaction>),
        version: i64,
        now: Moment,
    ) -> OfficeResult<()> {
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
        if kept.contents.is_none() {
            return Err(Refusal::field("copy", CopyProblem::NotExamined));
        }
        let recording = recordings::find(tx.conn().await?, &kept.recording_id).await?;
        let length_ms = recording.ok_or(Refusal::NotFound)?.length_ms();
        let is_author = |all: &[String]| all.contains(&by.id);
        let was_author = is_author(&kept.copy.authors);
        let redacted = kept.copy.redact(list, &by.id, length_ms)?;
        if !copies::set_redactions(tx, &kept.id, &redacted.redactions, version).await? {
            return Err(Refusal::Stale);
        }
        if !was_author && is_author(&redacted.authors) {
            copies::add_author(tx, &kept.id, &by.id, CopyPart::Redactions, now.at).await?;
        }
        let act = AuditAct::RedactionsSet {
            lines: redacted.redactions.len() as u64,
        };
        audit_log::append(tx, &entry(&kept.recording_id, &act, &by.id, now)).await?;
        Ok(())
    }

    /// Approves the newest copy with its captions and transcript, if it is still the file that was looked at, on the
    /// disk too, and nothing but picture and sound.
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
        not_on_recording(&mut tx, by, &kept.recording_id).await?;
        let newest = copies::newest(tx.conn().await?, &kept.recording_id).await?;
        if newest.is_none_or(|newest| newest.id != kept.id) {
            return stopped(ReleaseReason::HashChanged);
        }
        let approved = kept.copy.clone().approve(&by.id, seen, now.today)?;
        if kept.version != version {
            return Err(Refusal::Stale);
        }
        if kept.contents.is_none() {
            return Err(Refusal::field("copy", CopyProblem::NotExamined));
        }
        if !kept.copy.redactions.is_empty() && copies::is_original(&mut tx, &kept.id).await? {
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
        let (files, video) = (self.files.clone(), kept.contents.is_some().then(|| seen.clone()));
        let sound = tokio::task::spawn_blocking(move || {
            for one in &all {
                if files.condition(one)? != Condition::Sound {
                    return Ok(false);
                }
            }
            std::io::Result::Ok(match video {
                Some(video) => mp4::prove(&files.path(&video))?.is_ok(),
                None => true,
            })
        });
        Ok(sound.await.map_err(Fault::from)?.map_err(Fault::from)?)
    }

    /// Where a file is and what it is, for those who check it; a paper, for those who serve notices.
    ///
    /// # Errors
    /// When this account's role does not see it, or does not see every file and it is not there.
    pub async fn file_held(&self, by: &Staff, sha256: &Sha256) -> OfficeResult<Option<(PathBuf, StoredFileKind)>> {
        let held = copies::held(&self.store, sha256).await?;
        let may = match held {
            // Whoever verifies an order compares it with the court's document, and whoever looks over the office reads it.
            Some(held) if held.is_paper() => {
                by.role.works() || attachments::is_of_order(&self.store, sha256.as_str()).await?
            }
            Some(_) => by.role.checks(),
            // Whoever may not open every file does not learn which there are.
            None => by.role.works(),
        };
        if !may {
            return Err(Refusal::NotYours);
        }
        let notices = attachments::notices_with(&self.store, sha256.as_str()).await?;
        let requests = request_papers::requests_with(&self.store, sha256).await?;
        let notices = notices.into_iter().map(|id| (Subject::Notice, id));
        let requests = requests.into_iter().map(|number| (Subject::Request, number));
        let sealed = attachments::sealed_cases_with(&self.store, sha256.as_str()).await?;
        let sealed = sealed.into_iter().map(|id| (Subject::CourtCase, id));
        for (subject, id) in notices.chain(requests).chain(sealed) {
            let act = AuditAct::PaperOpened {
                sha256: sha256.to_string(),
            };
            self.note_read(by, &format!("{id} {sha256}"), (subject, &id), &act)
                .await?;
        }
        if copies::is_removed(&self.store, sha256).await? {
            return Ok(None);
        }
        for (recording, what) in copies::footage(&self.store, sha256).await? {
            let act = AuditAct::FileOpened {
                what,
                sha256: sha256.to_string(),
            };
            let about = (Subject::Recording, recording.as_str());
            let thing = format!("{recording} {sha256}");
            self.note_read(by, &thing, about, &act).await?;
        }
        Ok(held.map(|held| (self.files.path(sha256), held)))
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
    now.entry((Subject::Recording, id), act, Some(by))
}
