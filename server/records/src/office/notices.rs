//! Notices: opened for a release, sent, received, answered, cleared.

use async_trait::async_trait;
use law::{
    Date,
    notice::{Action, ActionOrder, Channel, Notice, NoticeActKind, NoticeKind, NoticeStateKind, Sending},
    objection::Objection,
    person::{Person, Receiver},
    release::ReleaseActKind,
};
use office::{
    Answer, Refusal, TrackingNumber,
    desk::NoticeDesk,
    forms::{Contact, NoticeAct},
    permission::Custodian,
    views::{AuditAct, NoticeLine, NoticeView, NoticesPage, NoticesView, ObjectionView, PrintRun, SentLetter, Staff},
};

use super::{Moment, RecordsOffice, people::of_person, recordings::audit_entry, releases::Cause};
use crate::{
    fault::Stored,
    ids::new_id,
    letters::filled,
    store::{
        Tx, attachments,
        audit_log::{self, Subject},
        closures,
        notices::{self, LetterRow, NewLetter, StoredNotice},
        objections, people, recordings, requests, rows, staff,
    },
};

pub(super) mod accept;
mod answer;
mod send;

#[async_trait]
impl NoticeDesk for RecordsOffice {
    async fn notices(&self, _by: &Staff, view: NoticesView, page: u32) -> Answer<NoticesPage> {
        let (found, total) = notices::page(&self.store, view, page, self.now().today).await?;
        Ok(NoticesPage {
            view,
            lines: found.into_iter().map(notice_line).collect::<Stored<_>>()?,
            total,
            page: page.max(1),
        })
    }

    async fn notice(&self, by: &Staff, id: &str) -> Answer<Option<NoticeView>> {
        let Some(kept) = notices::find(self.store.reader(), id).await? else {
            return Ok(None);
        };
        let person = kept.person_id.clone();
        let view = self.notice_view(by, kept).await?;
        if view.letters.iter().any(|letter| letter.document.is_some()) {
            self.contacts_opened(by, vec![person]).await?;
        }
        Ok(Some(view))
    }

    async fn open_notices(&self, by: &Custodian, number: &TrackingNumber) -> Answer<u32> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let request_id = requests::id_of(&mut tx, number).await?.ok_or(Refusal::NotFound)?;
        self.must_be_possible(&mut tx, &request_id, ReleaseActKind::OpenAll)
            .await?;
        let opened = self.open_for(&mut tx, &request_id, &by.id, now).await?;
        tx.commit().await?;
        Ok(opened)
    }

    async fn send_all(&self, by: &Custodian, number: &TrackingNumber, channel: Channel) -> Answer<u32> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let request_id = requests::id_of(&mut tx, number).await?.ok_or(Refusal::NotFound)?;
        self.must_be_possible(&mut tx, &request_id, ReleaseActKind::SendAll)
            .await?;
        let mut sent = 0;
        for kept in notices::of_request(&mut tx, &request_id).await? {
            if kept.notice.state() == NoticeStateKind::Identified {
                sent += u32::from(self.send_usual(&mut tx, kept, channel, &by.id, now).await?);
            }
        }
        tx.commit().await?;
        Ok(sent)
    }

    async fn act_on_notice(&self, by: &Custodian, id: &str, act: NoticeAct, version: i64) -> Answer<()> {
        let mut tx = self.store.begin().await?;
        let kept = notices::find(tx.conn(), id).await?.ok_or(Refusal::NotFound)?;
        if kept.version != version {
            return Err(Refusal::Stale);
        }
        let recording = kept.recording_id.clone();
        self.apply_act(&mut tx, kept, &act, &by.id).await?;
        self.advance_all(&mut tx, &recording, &Cause::Other).await?;
        Ok(tx.commit().await?)
    }

    async fn letters_of(&self, by: &Custodian, on: Date, run: PrintRun) -> Answer<Vec<SentLetter>> {
        let found = notices::letters_of_day(&self.store, on, run).await?;
        let people = found.iter().map(|row| row.person_id.clone()).collect();
        self.contacts_opened(by, people).await?;
        Ok(found
            .into_iter()
            .map(|row| self.letter(row, true))
            .collect::<Stored<_>>()?)
    }
}

/// A line of a list.
fn notice_line(row: notices::LineRow) -> Stored<NoticeLine> {
    Ok(NoticeLine {
        kind: notices::kind(&row.id, &row.kind)?,
        state: notices::state(&row.id, &row.state)?,
        number: rows::number(&row.number)?,
        last_day: rows::day_or_none("notice", &row.id, row.last_day.as_deref())?,
        unanswered: u32::try_from(row.unanswered).unwrap_or_default(),
        id: row.id,
        pseudonym: row.pseudonym,
        source_id: row.source_id,
    })
}

/// An entry about a notice.
pub(super) fn entry<'a>(
    id: &'a str,
    act: &'a AuditAct,
    by: Option<&'a str>,
    section: &'a str,
    now: Moment,
) -> audit_log::Entry<'a, AuditAct> {
    audit_log::Entry {
        subject: Subject::Notice,
        subject_id: id,
        at: now.at,
        on: now.today,
        staff_id: by,
        act: act.key(),
        event: act,
        citation: Some(section),
    }
}

impl RecordsOffice {
    /// Letters bear names and addresses: whoever opens them has opened how to reach these people, and that is kept.
    async fn contacts_opened(&self, by: &Staff, mut people: Vec<String>) -> Answer<()> {
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
    pub(super) async fn notice_line(&self, id: &str) -> Stored<Option<NoticeLine>> {
        notices::line(&self.store, id).await?.map(notice_line).transpose()
    }

    /// A letter; its words only for those who serve notices.
    fn letter(&self, row: LetterRow, whole: bool) -> Stored<SentLetter> {
        let code = match &row.objection_id {
            Some(objection) => Some(self.secret.paper_code(objection)),
            None => (row.code_no > 0).then(|| self.secret.notice_code(&row.notice_id, row.code_no)),
        };
        Ok(SentLetter {
            sent_on: rows::day("notice_letter", &row.id, &row.sent_on)?,
            document: whole.then(|| filled(&self.sender, &row.document, code.as_ref())),
            id: row.id,
            kind: row.kind,
            sha256: row.sha256,
        })
    }

    /// What the law needs of a person's objections, with their words.
    pub(super) async fn objection_views(&self, notice_id: &str, notice: &Notice) -> Stored<Vec<ObjectionView>> {
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

    async fn notice_view(&self, by: &Staff, kept: StoredNotice) -> Answer<NoticeView> {
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
        let works = by.role.works();
        let mut objections = self.objection_views(&kept.id, &notice).await?;
        if !works {
            // Words, ways of reply and papers tell who a person is; only those who serve notices see them.
            for view in &mut objections {
                (view.words, view.reply, view.papers) = (String::new(), String::new(), Vec::new());
            }
        }
        Ok(NoticeView {
            bar: notice.stands_in_the_way(now.today),
            objections,
            letters: letters
                .into_iter()
                .map(|row| self.letter(row, works))
                .collect::<Stored<_>>()?,
            email_agreed: people::contacts(self.store.reader(), &kept.person_id)
                .await?
                .iter()
                .any(Contact::agrees_to_email),
            receivers: person.person.receivers(),
            entries: entries.into_iter().map(|line| audit_entry(line, &names)).collect(),
            person: person.person,
            person_id: kept.person_id,
            recording_id: kept.recording_id,
            version: kept.version,
            today: now.today,
            may_change: works,
            line,
            deadline,
            notice,
        })
    }

    /// Opens what a release on a request needs; how many are new.
    async fn open_for(&self, tx: &mut Tx, request_id: &str, by: &str, now: Moment) -> Answer<u32> {
        let mut opened = 0;
        for recording in recordings::of_request(tx.conn(), request_id).await? {
            for logged in people::of_recording(tx.conn(), &recording.id).await? {
                for kind in NoticeKind::ALL {
                    if !due(kind, &logged.person, recording.scene()) {
                        continue;
                    }
                    let notice = Notice::identify(kind, &logged.person, recording.scene())?;
                    let kept = StoredNotice {
                        id: new_id(),
                        person_id: logged.id.clone(),
                        recording_id: recording.id.clone(),
                        request_id: request_id.to_owned(),
                        notice,
                        code_no: 0,
                        code_hash: None,
                        version: 1,
                    };
                    if notices::insert(tx, &kept, now.at).await? {
                        let act = AuditAct::NoticeOpened;
                        audit_log::append(tx, &entry(&kept.id, &act, Some(by), kind.section(), now)).await?;
                        opened += 1;
                    }
                }
            }
        }
        Ok(opened)
    }

    /// Does an act on a notice, with everything that follows from it.
    async fn apply_act(&self, tx: &mut Tx, kept: StoredNotice, act: &NoticeAct, by: &str) -> Answer<()> {
        let now = self.now();
        let person = people::find(tx.conn(), &kept.person_id)
            .await?
            .ok_or(Refusal::NotFound)?
            .person;
        let closures = closures::entered_by(tx.conn(), now.at).await?;
        let rules = self.rules(&closures);
        let today = now.today;
        // Days as they are now: the page looked at the same.
        if let Some(bar) = kept.notice.clone().recount(rules)?.bar(act.kind(), &person, today) {
            return Err(bar.into());
        }
        match act {
            NoticeAct::Send { on, channel, to } => {
                let sending = Sending::complete(*on, *channel, *to);
                return self.send(tx, kept, &person, sending, by, now).await;
            }
            NoticeAct::Object { on, objection } => {
                self.accept_objection(tx, kept, objection, *on, Some(by), now).await?;
                return Ok(());
            }
            NoticeAct::Answer { objection, answer } => {
                return self.answer(tx, kept, objection, answer, by, now).await;
            }
            _ => {}
        }
        let notice = kept.notice.clone();
        let notice = match act {
            NoticeAct::Receive { receipt } => notice.receive(*receipt, today, rules)?,
            NoticeAct::Return { on } => notice.returned(*on, today)?,
            NoticeAct::Search { on, how } => notice.search(*on, how, today)?,
            NoticeAct::Unlocated { on } => notice.unlocated(*on, today)?,
            NoticeAct::Consent { consent } => notice.consent(&person, *consent, today)?,
            NoticeAct::Exempt => notice.exempt(&person)?,
            NoticeAct::RedactOut { on } => notice.redact_out(*on, today)?,
            NoticeAct::TakeBack => notice.take_back()?,
            NoticeAct::Clear { checked } => notice.clear(*checked, today, rules)?,
            NoticeAct::Action {
                id,
                court,
                filed,
                served,
            } => {
                let action = Action {
                    id: id.clone().unwrap_or_else(new_id),
                    court: court.clone(),
                    filed: *filed,
                    served: *served,
                    ended: None,
                    rejected: None,
                };
                notice.act(&action, today, rules)?
            }
            NoticeAct::Reject { on, action } => notice.reject(action, *on, today)?,
            NoticeAct::Decide {
                action,
                dated,
                decision,
                ends,
            } => {
                let order = ActionOrder {
                    action: action.clone(),
                    dated: *dated,
                    decision: decision.clone(),
                    ends_action: *ends,
                };
                notice.decide(&order, today)?
            }
            NoticeAct::Send { .. } | NoticeAct::Object { .. } | NoticeAct::Answer { .. } => notice,
        };
        let recording = kept.recording_id.clone();
        let mut kept = StoredNotice { notice, ..kept };
        if matches!(act, NoticeAct::Return { .. }) {
            // Whoever opened an envelope that was not for them reads nothing with its code.
            kept.code_hash = None;
        }
        self.keep_notice(tx, kept, act.kind(), by, now).await?;
        if matches!(act, NoticeAct::Decide { .. }) {
            self.stop_closed(tx, &recording, Some(by), now).await?;
        }
        Ok(())
    }

    /// Keeps a notice as it became by an act, with its entry.
    async fn keep_notice(
        &self,
        tx: &mut Tx,
        kept: StoredNotice,
        did: NoticeActKind,
        by: &str,
        now: Moment,
    ) -> Answer<()> {
        if !notices::save(tx, &kept).await? {
            return Err(Refusal::Stale);
        }
        let acted = AuditAct::NoticeActed {
            did,
            state: kept.notice.state(),
        };
        let section = kept.notice.kind.section();
        audit_log::append(tx, &entry(&kept.id, &acted, Some(by), section, now)).await?;
        Ok(())
    }
}

/// Whether a release needs a notice of a kind to a person. The recipient's own is relayed where the place protects.
fn due(kind: NoticeKind, person: &Person, scene: law::recording::Scene) -> bool {
    match kind {
        NoticeKind::Statute8 => scene.location.protects() && !person.police_affiliated,
        _ => kind.required(person, scene),
    }
}

/// Whether something must be heeded to reach somebody safely.
fn with_care(contact: &Contact) -> bool {
    !contact.safe_contact.trim().is_empty()
}

/// Who receives for whoever objected in a capacity: whoever is reached in it, or else whoever is reached first.
fn for_capacity(contacts: &[Contact], capacity: Receiver) -> Option<&Contact> {
    let same = contacts.iter().find(|contact| contact.receiver == capacity);
    same.or(contacts.first())
}

/// How a letter on paper goes out: by post, unless something must be heeded to reach them safely.
fn posted(contact: &Contact) -> Channel {
    if with_care(contact) {
        Channel::Personal
    } else {
        Channel::Mail
    }
}

/// Who usually receives for a person, of those that can be reached: first whoever is there to receive for them. Nobody where
/// something must be heeded to reach them safely: that is done by hand.
fn usual(person: &Person, contacts: &[Contact]) -> Option<Receiver> {
    if contacts.iter().any(with_care) {
        return None;
    }
    let known = |receiver: &Receiver| contacts.iter().any(|contact| contact.receiver == *receiver);
    let first = |receiver: &Receiver| matches!(receiver, Receiver::SecretaryOfState | Receiver::Attorney);
    let mut receivers = person.receivers();
    receivers.sort_by_key(|receiver| !first(receiver));
    receivers.into_iter().find(known)
}
