//! What the console shows of notices, objections and letters.

use law::{notice::Notice, objection::Objection, publication};
use office::{
    OfficeResult, Refusal,
    forms::Contact,
    views::{AuditAct, NoticeLine, NoticeView, ObjectionView, SentLetter, Staff},
};

use super::super::{RecordsOffice, conflicts::is_on, people::of_person, recordings::audit_entry};
use crate::{
    fault::Stored,
    letters::document_with_code,
    store::{
        attachments,
        audit_log::{self, Subject},
        capacities, closures,
        notices::{self, LetterRow, StoredNotice},
        objections, people, recordings, requests, rows, staff, wishes,
    },
};

impl RecordsOffice {
    /// Letters bear names and addresses: whoever opens them has opened how to reach these people, and that is kept.
    pub(super) async fn contacts_opened(&self, by: &Staff, mut people: Vec<String>) -> OfficeResult<()> {
        people.sort();
        people.dedup();
        if people.is_empty() {
            return Ok(());
        }
        let now = self.now();
        let mut tx = self.store.begin().await?;
        for person in people {
            let opened = of_person(&person, &AuditAct::ContactOpened, &by.id, now);
            audit_log::append(&mut tx, &opened).await?;
        }
        Ok(tx.commit().await?)
    }

    /// One notice for a list.
    pub(in crate::office) async fn notice_line(&self, id: &str) -> Stored<Option<NoticeLine>> {
        let row = notices::line(&self.store, id).await?;
        row.map(|row| self.notice_row(row)).transpose()
    }

    /// A letter; its words only for those who serve notices.
    pub(super) fn letter(&self, row: LetterRow, whole: bool) -> Stored<SentLetter> {
        let code = match &row.objection_id {
            Some(objection) => Some(self.secret.paper_code(objection)),
            None => (row.code_no > 0).then(|| self.secret.notice_code(&row.notice_id, row.code_no)),
        };
        Ok(SentLetter {
            sent_on: rows::day("notice_letter", &row.id, &row.sent_on)?,
            document: whole.then(|| document_with_code(&self.sender, &row.document, code.as_ref())),
            id: row.id,
            kind: row.kind,
            sha256: row.sha256,
        })
    }

    /// What the law needs of a person's objections, with their words.
    pub(in crate::office) async fn objection_views(
        &self,
        notice_id: &str,
        notice: &Notice,
    ) -> Stored<Vec<ObjectionView>> {
        let mut words = objections::words_of(&self.store, notice_id).await?;
        let mut papers = attachments::of_notice(&self.store, notice_id).await?;
        let view = |objection: &Objection| {
            let words = words.remove(&objection.id).unwrap_or_default();
            ObjectionView {
                objection: objection.clone(),
                words: words.words,
                reply: words.reply,
                papers: papers.remove(&objection.id).unwrap_or_default(),
            }
        };
        Ok(notice.objections.iter().map(view).collect())
    }

    pub(super) async fn notice_view(&self, by: &Staff, kept: StoredNotice) -> OfficeResult<NoticeView> {
        let now = self.now();
        let line = self.notice_line(&kept.id).await?.ok_or(Refusal::NotFound)?;
        let person = people::find(self.store.reader(), &kept.person_id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let names = staff::names(&self.store).await?;
        let closures = closures::entered_by(self.store.reader(), now.at).await?;
        let rules = self.rules(&closures);
        let notice = kept.notice.recount(rules)?;
        let received = notice.window().map(|window| window.received);
        let deadline = received.and_then(|received| notice.kind.deadline(received, rules).ok());
        let entries = audit_log::of(&self.store, Subject::Notice, &kept.id).await?;
        let letters = notices::letters_of_notice(&self.store, &kept.id).await?;
        let track = requests::track_of(self.store.reader(), &kept.request_id).await?;
        let recording = recordings::find(self.store.reader(), &kept.recording_id).await?;
        let works = by.role.works();
        let mut objections = self.objection_views(&kept.id, &notice).await?;
        let mut wishes = wishes::of_notice(self.store.reader(), &kept.id).await?;
        if !works {
            for wish in &mut wishes {
                (wish.reach, wish.words) = (String::new(), String::new());
            }
            // Words, ways of reply and papers tell who a person is; only those who serve notices see them.
            for view in &mut objections {
                (view.words, view.reply, view.papers) = (String::new(), String::new(), Vec::new());
            }
        }
        let proofs = if works {
            attachments::of(&self.store, ("receipt", &kept.id)).await?
        } else {
            Vec::new()
        };
        let known = capacities::of(self.store.reader(), capacities::Of::Person(&kept.person_id)).await?;
        Ok(NoticeView {
            capacities: known.into_iter().map(|kept| kept.capacity).collect(),
            proofs,
            conflict: recording.is_some_and(|recording| is_on(by, &recording)),
            bar: notice.stands_in_the_way(now.today),
            objections,
            wishes,
            letters: letters
                .into_iter()
                .map(|row| self.letter(row, works))
                .collect::<Stored<_>>()?,
            email_agreed: people::contacts(self.store.reader(), &kept.person_id)
                .await?
                .iter()
                .any(Contact::agrees_to_email),
            public_track: track.is_some_and(|track| publication::public_track(track).is_ok()),
            receivers: person.person.receivers(),
            entries: entries.into_iter().map(|line| audit_entry(line, &names)).collect(),
            person: person.person,
            person_id: kept.person_id,
            recording_id: kept.recording_id,
            version: kept.version,
            today: now.today,
            may_change: works,
            waiting: self.waiting_line(Subject::Notice, &kept.id).await?,
            line,
            deadline,
            notice,
        })
    }
}

impl RecordsOffice {
    /// A line of a list.
    pub(in crate::office) fn notice_row(&self, row: notices::LineRow) -> Stored<NoticeLine> {
        let made = row.letter_at.map(|at| self.local(at).date());
        let sent = rows::day_or_none("notice_letter", &row.id, row.letter_sent_on.as_deref())?;
        let back_dated = made.zip(sent).filter(|(made, sent)| sent < made);
        Ok(NoticeLine {
            back_dated,
            kind: notices::kind(&row.id, &row.kind)?,
            state: notices::state(&row.id, &row.state)?,
            number: rows::number(&row.number)?,
            last_day: rows::day_or_none("notice", &row.id, row.last_day.as_deref())?,
            unanswered: u32::try_from(row.unanswered).unwrap_or_default(),
            wishes: u32::try_from(row.wishes).unwrap_or_default(),
            id: row.id,
            pseudonym: row.pseudonym,
            source_id: row.source_id,
        })
    }
}
