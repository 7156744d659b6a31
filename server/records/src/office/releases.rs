//! The release gate and what passes it: delivery to the requester, the public library.

mod facts;
mod footage;
mod progress;
mod publications;
mod shown;
mod stop;

use std::path::PathBuf;

use async_trait::async_trait;
use law::{
    notice::NoticeKind,
    redaction::Sha256,
    release::{self, Release, ReleaseActKind},
    request::Act,
};
use office::{
    OfficeResult, Refusal, TrackingNumber,
    desk::{LibraryDesk, ReleaseDesk, ReleasedFile, Requester},
    forms::{FileReceipt, NewFile, NewRedaction, NoticeAct, Publication, ReleaseStop, SeenNotice},
    permission::{Custodian, Reviewer},
    views::{
        AuditAct, DisplayWindow, FilesView, LibraryFile, LibraryPage, PublicationList, PublicationPage, ReleaseView,
        ReleasedView, Staff,
    },
};

use self::facts::LoadedRelease;
pub(super) use self::progress::Cause;
use super::{
    Moment, RecordsOffice,
    change::{Change, Outcome, Principal},
    conflicts::{not_on, not_on_request},
    copies::Arrival,
};
use crate::{
    ids::new_id,
    store::{
        Tx,
        audit_log::{self, Subject},
        closures, notices, recordings, releases, requests, rows,
    },
};

#[async_trait]
impl ReleaseDesk for RecordsOffice {
    fn incoming(&self) -> PathBuf {
        self.files.incoming()
    }

    async fn files(&self, by: &Staff, recording: &str) -> OfficeResult<Option<FilesView>> {
        self.files_view(by, recording).await
    }

    async fn keep_file(&self, by: &Custodian, recording: &str, file: NewFile) -> OfficeResult<FileReceipt> {
        let arrival = Arrival {
            recording: recording.to_owned(),
            file,
            upload: None,
        };
        self.take_file(by, arrival).await
    }

    async fn redact(&self, by: &Custodian, copy: &str, list: Vec<NewRedaction>, version: i64) -> OfficeResult<()> {
        self.set_redactions(by, copy, list, version).await
    }

    async fn approve(&self, by: &Reviewer, copy: &str, seen: &Sha256, version: i64) -> OfficeResult<()> {
        self.approve_copy(by, copy, seen, version).await
    }

    async fn kept_file(&self, by: &Staff, sha256: &Sha256) -> OfficeResult<Option<PathBuf>> {
        Ok(self.file_held(by, sha256).await?.map(|(place, _)| place))
    }

    async fn release_view(&self, by: &Staff, number: &TrackingNumber) -> OfficeResult<Option<ReleaseView>> {
        self.shown(by, number).await
    }

    async fn confirm(&self, by: &Custodian, number: &TrackingNumber, terms: bool, warned: bool) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let prepared = self.prepared(&mut tx, number, now).await?.ok_or(Refusal::NotFound)?;
        not_on_request(&mut tx, by, &prepared.request_id).await?;
        self.must_be_possible(&mut tx, &prepared.request_id, ReleaseActKind::Plan)
            .await?;
        let orders = if terms {
            release::orders_on_terms(&prepared.facts)
        } else {
            Vec::new()
        };
        releases::confirm_terms(&mut tx, &prepared.request_id, &orders, &by.id, now.at).await?;
        // What was acknowledged once, by the requester too, no tick takes back.
        if warned {
            releases::acknowledge(&mut tx, &prepared.request_id, now.at).await?;
        }
        self.advance(&mut tx, number, &Cause::Other).await?;
        Ok(tx.commit().await?)
    }

    async fn release(&self, by: &Custodian, number: &TrackingNumber, cleared: Vec<SeenNotice>) -> OfficeResult<()> {
        self.confirmed(by)?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let request = requests::id_of(&mut tx, number).await?.ok_or(Refusal::NotFound)?;
        let linked = recordings::of_request(tx.conn().await?, &request).await?;
        not_on(by, &linked)?;
        self.must_be_possible(&mut tx, &request, ReleaseActKind::Release)
            .await?;
        // Before the recordings, as every act on a notice.
        let clear = NoticeAct::Clear { checked: now.today };
        self.apply_to_seen(&mut tx, &request, &cleared, &clear, by).await?;
        let mut linked: Vec<String> = linked.into_iter().map(|recording| recording.id).collect();
        linked.sort_unstable();
        for recording in &linked {
            recordings::hold_still(&mut tx, recording).await?;
        }
        let prepared = self.prepared(&mut tx, number, now).await?.ok_or(Refusal::NotFound)?;
        self.advance(&mut tx, number, &Cause::Other).await?;
        let let_go = release::may_release(&prepared.facts, self.rules(&prepared.closures));
        let let_go = let_go.map_err(|bars| Refusal::Stopped { bars })?;
        self.let_out(&mut tx, &prepared, &let_go, by, now).await?;
        let delivery = Act::Deliver {
            partial: let_go.partial(),
        };
        self.enter_act(&mut tx, number, Principal::Staff(Staff::clone(by)), delivery)
            .await?;
        Ok(tx.commit().await?)
    }

    async fn stop_release(
        &self,
        by: &Custodian,
        number: &TrackingNumber,
        release: &str,
        stop: ReleaseStop,
    ) -> OfficeResult<()> {
        self.stop_one(by, number, release, &stop).await
    }

    async fn propose_publication(
        &self,
        by: &Custodian,
        number: &TrackingNumber,
        release: &str,
        publication: Publication,
    ) -> OfficeResult<()> {
        self.propose(by, number, release, publication).await
    }

    async fn approve_publication(&self, by: &Reviewer, number: &TrackingNumber, publication: &str) -> OfficeResult<()> {
        self.approve_proposal(by, number, publication).await
    }

    async fn send_back_publication(
        &self,
        by: &Reviewer,
        number: &TrackingNumber,
        publication: &str,
        reason: &str,
    ) -> OfficeResult<()> {
        self.send_proposal_back(by, number, publication, reason).await
    }

    async fn take_down(
        &self,
        by: &Custodian,
        number: &TrackingNumber,
        release: &str,
        reason: &str,
    ) -> OfficeResult<()> {
        self.take_out(by, number, release, reason).await
    }

    async fn publications(&self, _by: &Staff, list: PublicationList, page: u32) -> OfficeResult<PublicationPage> {
        self.publication_page(list, page).await
    }
}

#[async_trait]
impl LibraryDesk for RecordsOffice {
    async fn library(&self, page: u32) -> OfficeResult<LibraryPage> {
        self.library_page(page).await
    }

    async fn released(&self, id: &str) -> OfficeResult<Option<LibraryFile>> {
        self.library_entry(id).await
    }

    async fn delivered(&self, by: &Requester) -> OfficeResult<Vec<ReleasedView>> {
        let found = releases::of_request(&self.store, by.number.as_str()).await?;
        self.released_views(found).await
    }

    async fn warns(&self, by: &Requester) -> OfficeResult<bool> {
        let mut tx = self.store.snapshot().await?;
        let warns = self.must_be_warned(&mut tx, &by.number).await?;
        tx.commit().await?;
        Ok(warns)
    }

    async fn acknowledge(&self, by: &Requester) -> OfficeResult<()> {
        let mut tx = self.store.begin().await?;
        let request = requests::id_of(&mut tx, &by.number).await?.ok_or(Refusal::NotFound)?;
        releases::acknowledge(&mut tx, &request, self.now().at).await?;
        self.advance(&mut tx, &by.number, &Cause::Other).await?;
        Ok(tx.commit().await?)
    }

    async fn windows(&self, by: &Requester) -> OfficeResult<Vec<DisplayWindow>> {
        let now = self.now();
        let closures = closures::entered_by(self.store.reader(), now.at).await?;
        let mut windows = Vec::new();
        for kept in notices::of_number(&self.store, by.number.as_str()).await? {
            if kept.notice.kind == NoticeKind::Statute8 && kept.notice.told() {
                let window = kept.notice.told_window(self.rules(&closures))?;
                let last_day = window.map(|window| window.last_day);
                windows.push(DisplayWindow {
                    last_day,
                    over: last_day.is_some_and(|day| day < now.today),
                });
            }
        }
        // In an order that tells nothing of who is who.
        windows.sort();
        Ok(windows)
    }

    async fn library_file(&self, id: &str, which: ReleasedFile) -> OfficeResult<Option<PathBuf>> {
        match releases::find(self.store.reader(), id).await? {
            Some(row) if self.public_now(&row).await?.is_some() => self.released_path(&row.copy_id, which).await,
            _ => Ok(None),
        }
    }

    async fn delivered_file(&self, by: &Requester, id: &str, which: ReleasedFile) -> OfficeResult<Option<PathBuf>> {
        match releases::find(self.store.reader(), id).await? {
            Some(row)
                if rows::number(&row.number)? == by.number
                    && self.go_now(std::slice::from_ref(&row)).await? == [true] =>
            {
                self.released_path(&row.copy_id, which).await
            }
            _ => Ok(None),
        }
    }
}

fn entry<'a>(id: &'a str, act: &'a AuditAct, by: Option<&'a str>, now: Moment) -> audit_log::Entry<'a, AuditAct> {
    now.entry((Subject::Release, id), act, by)
}

impl RecordsOffice {
    /// Writes the rows that the law has let out, save what is out already; the database looks once more.
    /// The audit entry comes first: it says what day it is.
    async fn let_out(
        &self,
        tx: &mut Tx,
        prepared: &LoadedRelease,
        release: &Release,
        by: &Staff,
        now: Moment,
    ) -> OfficeResult<()> {
        let checklist = serde_json::to_string(release.checklist()).map_err(crate::fault::Fault::from)?;
        for file in release.files() {
            let copy = prepared.copies.get(&file.recording).ok_or(Refusal::NotFound)?;
            if releases::is_out(tx, &prepared.request_id, copy).await? {
                continue;
            }
            let id = new_id();
            let new = releases::New {
                id: &id,
                request_id: &prepared.request_id,
                recording_id: &file.recording,
                copy_id: copy,
                on: release.on(),
                at: now.at,
                by: &by.id,
                basis: prepared.basis(&file.recording),
                seconds_withheld: file.seconds_withheld,
                checklist: &checklist,
            };
            let act = AuditAct::Released {
                number: prepared.number.to_string(),
                sha256: file.sha256.to_string(),
            };
            audit_log::append(tx, &entry(&id, &act, Some(&by.id), now)).await?;
            releases::insert(tx, &new).await.map_err(once)?;
            let recording = now.entry((Subject::Recording, &file.recording), &act, Some(&by.id));
            audit_log::append(tx, &recording).await?;
        }
        Ok(())
    }
}

/// The same copy is out on a request once.
fn once(fault: crate::fault::Fault) -> Refusal {
    if fault.is_unique_violation() {
        Refusal::Stale
    } else {
        fault.into()
    }
}
