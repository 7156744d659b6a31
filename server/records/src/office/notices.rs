//! Notices: opened for a release, sent, received, answered, cleared.

use std::collections::BTreeSet;

use async_trait::async_trait;
use law::{
    Date,
    bar::Section,
    notice::{Audience, Channel, NoticeStateKind, Receipt, ReleaseBar, ReleaseReason},
    release::ReleaseActKind,
};
use office::{
    OfficeResult, Refusal, TrackingNumber,
    desk::NoticeDesk,
    forms::{NoticeAct, SeenNotice},
    permission::Custodian,
    views::{AuditAct, NoticeView, NoticesPage, NoticesView, ObjectionView, PrintRun, SentLetter, Staff},
};

use super::{Moment, RecordsOffice, conflicts::not_on_recording, releases::Cause};
use crate::{
    fault::Stored,
    secret::token_hash,
    store::{
        Tx,
        audit_log::{self, Subject},
        closures, letters,
        notices::{self, NewLetter, StoredNotice},
        objections, people, recordings, requests,
    },
};

pub(super) mod accept;

mod act;
mod answer;
pub(super) mod receivers;
mod send;
mod view;

#[async_trait]
impl NoticeDesk for RecordsOffice {
    async fn notices(&self, _by: &Staff, view: NoticesView, page: u32) -> OfficeResult<NoticesPage> {
        let (found, total) = notices::page(&self.store, view, page, self.now().today).await?;
        Ok(NoticesPage {
            view,
            lines: found
                .into_iter()
                .map(|row| self.notice_row(row))
                .collect::<Stored<_>>()?,
            total,
            page: page.max(1),
        })
    }

    async fn notice(&self, by: &Staff, id: &str) -> OfficeResult<Option<NoticeView>> {
        let Some(kept) = notices::find(self.store.reader(), id).await? else {
            return Ok(None);
        };
        let person = kept.person_id.clone();
        let view = self.notice_view(by, kept).await?;
        // What cannot be entered is not opened.
        let private = |objection: &ObjectionView| !objection.words.is_empty() || !objection.reply.is_empty();
        let wished = view.wishes.iter().any(|wish| !wish.reach.is_empty());
        if wished || view.objections.iter().any(private) {
            self.note_read(by, id, (Subject::Notice, id), &AuditAct::ObjectionOpened)
                .await?;
        }
        if view.letters.iter().any(|letter| letter.document.is_some()) {
            self.contacts_opened(by, vec![person]).await?;
        }
        Ok(Some(view))
    }

    async fn open_notices(&self, by: &Custodian, number: &TrackingNumber) -> OfficeResult<u32> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let request_id = requests::id_of(&mut tx, number).await?.ok_or(Refusal::NotFound)?;
        self.must_be_possible(&mut tx, &request_id, ReleaseActKind::OpenAll)
            .await?;
        let opened = self.open_for(&mut tx, &request_id, &by.id, now).await?;
        tx.commit().await?;
        Ok(opened)
    }

    async fn send_all(
        &self,
        by: &Custodian,
        number: &TrackingNumber,
        channel: Channel,
        audience: Audience,
    ) -> OfficeResult<u32> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let request_id = requests::id_of(&mut tx, number).await?.ok_or(Refusal::NotFound)?;
        let progress = self.release_progress(&mut tx, &request_id).await?;
        if let Some(bar) = progress.bar(ReleaseActKind::SendAll) {
            return Err(bar.into());
        }
        if progress.bar(ReleaseActKind::OpenAll).is_none() {
            self.open_for(&mut tx, &request_id, &by.id, now).await?;
        }
        let all = notices::of_request(&mut tx, &request_id).await?;
        if all.is_empty() {
            return Err(ReleaseBar {
                reason: ReleaseReason::NoticeMissing,
                section: Section::of(ReleaseActKind::SendAll.section()),
            }
            .into());
        }
        let mut sent = 0;
        for kept in all {
            if kept.notice.state() == NoticeStateKind::Identified || kept.notice.widens_to(audience) {
                let how = (channel, audience);
                sent += u32::from(self.send_usual(&mut tx, kept, how, &by.id, now).await?);
            }
        }
        tx.commit().await?;
        Ok(sent)
    }

    async fn receive_all(
        &self,
        by: &Custodian,
        number: &TrackingNumber,
        seen: Vec<SeenNotice>,
        receipt: Receipt,
    ) -> OfficeResult<()> {
        let (mut tx, request_id) = self.begin_possible(number, ReleaseActKind::ReceiveAll).await?;
        let act = NoticeAct::Receive {
            receipt,
            papers: Vec::new(),
        };
        self.apply_to_seen(&mut tx, &request_id, &seen, &act, by).await?;
        Ok(tx.commit().await?)
    }

    async fn act_on_notice(&self, by: &Custodian, id: &str, act: NoticeAct, version: i64) -> OfficeResult<()> {
        let mut tx = self.store.begin().await?;
        let kept = notices::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        let recording = kept.recording_id.clone();
        let left = self.apply_as_seen(&mut tx, kept, version, &act, by).await?;
        self.advance_all(&mut tx, &recording, &Cause::Other).await?;
        tx.commit().await?;
        left.map_or(Ok(()), |bar| Err(bar.into()))
    }

    async fn letters_of(
        &self,
        by: &Custodian,
        on: Date,
        run: PrintRun,
        of: Option<TrackingNumber>,
    ) -> OfficeResult<Vec<SentLetter>> {
        let mut found = self.letters_in(on, run).await?;
        let mut papers = match run {
            PrintRun::Post => letters::papers_of_day(&self.store, on).await?,
            PrintRun::Hand => Vec::new(),
        };
        if let Some(number) = of {
            let mut tx = self.store.snapshot().await?;
            let request = requests::id_of(&mut tx, &number).await?.ok_or(Refusal::NotFound)?;
            let notices = notices::of_request(&mut tx, &request).await?;
            tx.commit().await?;
            found.retain(|row| notices.iter().any(|kept| kept.id == row.notice_id));
            papers.retain(|paper| paper.number == number.as_str());
        }
        let people = found.iter().map(|row| row.person_id.clone()).collect();
        self.contacts_opened(by, people).await?;
        let mut all = found
            .into_iter()
            .map(|row| self.letter(row, true))
            .collect::<Stored<Vec<_>>>()?;
        all.extend(papers.into_iter().map(|paper| SentLetter {
            kind: "requester".to_owned(),
            sent_on: paper.made_on,
            sha256: token_hash(&paper.document),
            document: Some(paper.document),
            id: paper.id,
        }));
        Ok(all)
    }
}

impl RecordsOffice {
    /// Does an act on a notice that was seen in a version; what of it could not be kept, if so.
    async fn apply_as_seen(
        &self,
        tx: &mut Tx,
        kept: StoredNotice,
        version: i64,
        act: &NoticeAct,
        by: &Custodian,
    ) -> OfficeResult<Option<ReleaseBar>> {
        if kept.version != version {
            return Err(Refusal::Stale);
        }
        if act.kind().decides() {
            not_on_recording(tx, by, &kept.recording_id).await?;
        }
        self.apply_act(tx, kept, act, &by.id).await
    }

    /// Does the same act on several notices of a request, each as it was seen, on all of them or on none.
    pub(super) async fn apply_to_seen(
        &self,
        tx: &mut Tx,
        request_id: &str,
        seen: &[SeenNotice],
        act: &NoticeAct,
        by: &Custodian,
    ) -> OfficeResult<()> {
        let mut recordings = BTreeSet::new();
        for one in seen {
            let kept = notices::find(tx.conn().await?, &one.id).await?;
            let kept = kept
                .filter(|kept| kept.request_id == request_id)
                .ok_or(Refusal::NotFound)?;
            recordings.insert(kept.recording_id.clone());
            if let Some(bar) = self.apply_as_seen(tx, kept, one.version, act, by).await? {
                return Err(bar.into());
            }
        }
        for recording in recordings {
            self.advance_all(tx, &recording, &Cause::Other).await?;
        }
        Ok(())
    }

    /// The letters of a day in a run. Whoever must be reached with care is never among what is posted together, however it was
    /// sent, and also where the note came after the letter.
    async fn letters_in(&self, on: Date, run: PrintRun) -> Stored<Vec<notices::LetterRow>> {
        let mut in_run = Vec::new();
        for kind in [PrintRun::Post, PrintRun::Hand] {
            for row in notices::letters_of_day(&self.store, on, kind).await? {
                let contacts = people::contacts(self.store.reader(), &row.person_id).await?;
                let by_hand = kind == PrintRun::Hand || contacts.iter().any(receivers::with_care);
                if by_hand == (run == PrintRun::Hand) {
                    in_run.push(row);
                }
            }
        }
        Ok(in_run)
    }
}

/// An entry about a notice.
pub(super) fn entry<'a>(
    id: &'a str,
    act: &'a AuditAct,
    by: Option<&'a str>,
    section: &'a str,
    now: Moment,
) -> audit_log::Entry<'a, AuditAct> {
    now.entry((Subject::Notice, id), act, by).citing(section)
}
