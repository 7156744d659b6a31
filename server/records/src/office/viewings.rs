//! Family viewings: offered before a recording becomes public, answered, set, held.

use async_trait::async_trait;
use jiff::ToSpan as _;
use law::{
    capacity::Power,
    notice::{Channel, ReleaseBar, ReleaseReason},
    publication::ViewingFacts,
    viewing::{self, Viewing, ViewingStep, ViewingWay},
};
use office::{
    OfficeResult, Refusal,
    desk::{Depicted, ViewingDesk},
    forms::{FamilyAnswer, NewViewing, StepTaken},
    permission::Custodian,
    problem::NoticeProblem,
    views::{
        AuditAct, AuditSubject as Subject, FamilyViewing, PreviewedLetter, Staff, ViewingLine, ViewingStepView,
        ViewingView, ViewingsView,
    },
};

use super::{Moment, RecordsOffice, conflicts::not_on_recording, notices::receivers::with_care};
use crate::{
    fault::Stored,
    ids::new_id,
    letters::{ViewingContent, viewing_paper},
    secret::token_hash,
    store::{
        Tx, audit_log,
        notices::{self, NewLetter, StoredNotice},
        people, staff,
        viewings::{self, StoredStep, StoredViewing},
    },
};

#[async_trait]
impl ViewingDesk for RecordsOffice {
    async fn viewings(&self, by: &Staff, notice: &str) -> OfficeResult<Option<ViewingsView>> {
        let Some(kept) = notices::find(self.store.reader(), notice).await? else {
            return Ok(None);
        };
        let person = people::find(self.store.reader(), &kept.person_id).await?;
        let person = person.ok_or(Refusal::NotFound)?.person;
        let may_read = by.role.works();
        let names = staff::names(&self.store).await?;
        let found = viewings::of_notice(&mut *self.store.read().await?, notice).await?;
        let private = |viewing: &StoredViewing| viewing.steps.iter().any(|step| !step.words.is_empty());
        if may_read && found.iter().any(private) {
            let thing = format!("{notice}-viewing");
            self.note_read(by, &thing, (Subject::Notice, notice), &AuditAct::ObjectionOpened)
                .await?;
        }
        let today = self.now().today;
        let name = |id: &String| names.get(id).cloned().unwrap_or_default();
        let words = |words: String| if may_read { words } else { String::new() };
        let view = |kept: StoredViewing| {
            let viewing = kept.viewing();
            ViewingView {
                state: viewing.state(today),
                viewing,
                receiver: kept.receiver,
                way: kept.way,
                support: kept.support,
                by: name(&kept.by),
                steps: kept
                    .steps
                    .into_iter()
                    .map(|step| ViewingStepView {
                        step: step.step,
                        on: step.on,
                        day: step.day,
                        by: step.by.as_ref().map(name),
                        words: words(step.words),
                    })
                    .collect(),
            }
        };
        Ok(Some(ViewingsView {
            notice: notice.to_owned(),
            viewings: found.into_iter().map(view).collect(),
            receivers: person.receivers(),
            pseudonym: person.pseudonym,
            may_change: may_read,
            today,
        }))
    }

    async fn open_viewings(&self, _by: &Staff) -> OfficeResult<Vec<ViewingLine>> {
        let today = self.now().today;
        let names = staff::names(&self.store).await?;
        let mut lines = Vec::new();
        for (kept, holder) in viewings::open(&self.store).await? {
            let viewing = kept.viewing();
            let state = viewing.state(today);
            if state.is_settled() {
                continue;
            }
            let Some(line) = self.notice_line(&kept.notice_id).await? else {
                continue;
            };
            lines.push(ViewingLine {
                notice: kept.notice_id,
                pseudonym: line.pseudonym,
                number: line.number,
                state,
                day: viewing.next_day(today),
                holder: holder.and_then(|id| names.get(&id).cloned()),
            });
        }
        lines.sort_by_key(|line| line.day);
        Ok(lines)
    }

    async fn offer_viewing(&self, by: &Custodian, notice: &str, new: NewViewing) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let kept = notices::find(tx.conn().await?, notice)
            .await?
            .ok_or(Refusal::NotFound)?;
        not_on_recording(&mut tx, by, &kept.recording_id).await?;
        let person = people::find(tx.conn().await?, &kept.person_id).await?;
        let person = person.ok_or(Refusal::NotFound)?.person;
        person.receives_by(new.receiver)?;
        self.must_be_capable(&mut tx, &kept.person_id, (Power::View, new.receiver))
            .await?;
        let rules = &self.profile.viewing;
        let answer_by = new
            .answer_by
            .unwrap_or_else(|| new.on.saturating_add(i64::from(rules.answer_days).days()));
        let known: Vec<_> = viewings::of_notice(tx.conn().await?, notice).await?;
        let known: Vec<_> = known.iter().map(StoredViewing::viewing).collect();
        viewing::may_offer(&known, (new.on, answer_by), now.today)?;
        ReleaseReason::not_before(
            new.on,
            self.local(notices::opened_at(&mut tx, notice).await?).date(),
            viewing::POLICY,
        )?;
        let named = [&rules.support_name, &rules.support_phone].map(String::as_str);
        let named: Vec<&str> = named.into_iter().filter(|part| !part.is_empty()).collect();
        let support = if new.support.is_empty() {
            named.join(", ")
        } else {
            new.support.clone()
        };
        let offered = StoredViewing {
            id: new_id(),
            notice_id: notice.to_owned(),
            receiver: new.receiver,
            way: new.way,
            offered_on: new.on,
            answer_by,
            by: by.id.clone(),
            support,
            steps: Vec::new(),
        };
        self.write_offer(&mut tx, &kept, &offered, now).await?;
        viewings::offer(&mut tx, &offered, now.at).await?;
        tell(&mut tx, notice, &AuditAct::ViewingOffered, Some(&by.id), now).await?;
        Ok(tx.commit().await?)
    }

    async fn step_viewing(&self, by: &Custodian, notice: &str, step: StepTaken) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let kept = notices::find(tx.conn().await?, notice)
            .await?
            .ok_or(Refusal::NotFound)?;
        not_on_recording(&mut tx, by, &kept.recording_id).await?;
        let step = StoredStep {
            step: step.step,
            on: step.on,
            day: step.day,
            by: Some(by.id.clone()),
            words: step.words,
        };
        take(&mut tx, notice, step, now).await?;
        Ok(tx.commit().await?)
    }

    async fn answer_viewing(&self, by: &Depicted, answer: FamilyAnswer) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let kept = notices::find(tx.conn().await?, &by.notice)
            .await?
            .ok_or(Refusal::NotFound)?;
        let person = people::find(tx.conn().await?, &kept.person_id).await?;
        person.ok_or(Refusal::NotFound)?.person.receives_by(answer.capacity)?;
        if answer.step == ViewingStep::Accept {
            self.must_be_capable(&mut tx, &kept.person_id, (Power::View, answer.capacity))
                .await?;
        }
        let step = StoredStep {
            step: answer.step,
            on: now.today,
            day: None,
            by: None,
            words: answer.words,
        };
        take(&mut tx, &by.notice, step, now).await?;
        Ok(tx.commit().await?)
    }
}

impl RecordsOffice {
    /// The letter of an offer, kept exactly as it leaves; none where it was offered by telephone.
    async fn write_offer(
        &self,
        tx: &mut Tx,
        kept: &StoredNotice,
        offered: &StoredViewing,
        now: Moment,
    ) -> OfficeResult<()> {
        let channel = match offered.way {
            ViewingWay::Mail => Channel::Mail,
            ViewingWay::Personal => Channel::Personal,
            ViewingWay::Telephone => return Ok(()),
        };
        let contacts = people::contacts(tx.conn().await?, &kept.person_id).await?;
        let contact = contacts
            .into_iter()
            .find(|contact| contact.receiver == offered.receiver);
        let contact = contact.ok_or_else(|| Refusal::field("receiver", NoticeProblem::NoContact))?;
        // Nothing is posted to whoever must be reached with care.
        if channel == Channel::Mail && (contact.postal_address.trim().is_empty() || with_care(&contact)) {
            return Err(Refusal::field("way", NoticeProblem::NoAddress));
        }
        let content = ViewingContent {
            offered: offered.offered_on,
            answer_by: offered.answer_by,
            support: &offered.support,
        };
        let document = viewing_paper(&self.sender, &contact, &content);
        if let Some(rehearsal) = self.store.correspondence().and_then(|said| said.rehearsal.as_ref()) {
            let shown = PreviewedLetter::Notice {
                name: contact.name.clone(),
                address: contact.postal_address.clone(),
                lang: contact.language,
                document: document.clone(),
            };
            rehearsal.shows(None, shown);
        }
        let letter = NewLetter {
            id: &new_id(),
            notice_id: &kept.id,
            kind: "viewing",
            channel: channel.key(),
            document: &document,
            code_no: 0,
            objection_id: None,
            sha256: &token_hash(&document),
            sent_on: offered.offered_on,
            at: now.at,
            by: &offered.by,
        };
        Ok(notices::add_letter(tx, &letter).await?)
    }

    /// What the gate of the library looks at, where the profile demands an offer; `None` where it does not.
    pub(super) async fn viewing_facts(
        &self,
        tx: &mut Tx,
        request_id: &str,
        recording_id: &str,
    ) -> Stored<Option<ViewingFacts>> {
        if !self.profile.viewing.required_for_deaths {
            return Ok(None);
        }
        let viewings = self.viewings_of(tx, request_id, recording_id).await?;
        Ok(Some(ViewingFacts { viewings }))
    }

    /// The offers about whoever is shown in a recording that answers a request, each with the pseudonym.
    pub(super) async fn viewings_of(
        &self,
        tx: &mut Tx,
        request_id: &str,
        recording_id: &str,
    ) -> Stored<Vec<(String, Viewing)>> {
        let found = viewings::of_release(tx.conn().await?, request_id, recording_id).await?;
        let mut viewings = Vec::with_capacity(found.len());
        for kept in found {
            let Some(notice) = notices::find(tx.conn().await?, &kept.notice_id).await? else {
                continue;
            };
            if let Some(shown) = people::find(tx.conn().await?, &notice.person_id).await? {
                viewings.push((shown.person.pseudonym, kept.viewing()));
            }
        }
        Ok(viewings)
    }

    /// What the family reads of the newest offer.
    pub(super) async fn family_viewing(&self, notice: &str) -> Stored<Option<FamilyViewing>> {
        let found = viewings::of_notice(&mut *self.store.read().await?, notice).await?;
        let today = self.now().today;
        Ok(found.last().map(|kept| {
            let viewing = kept.viewing();
            let set = kept.steps.iter().rev().find(|step| step.step == ViewingStep::Appoint);
            FamilyViewing {
                state: viewing.state(today),
                answer_by: kept.answer_by,
                day: viewing.appointment,
                place: set.map(|step| step.words.clone()).unwrap_or_default(),
                support: kept.support.clone(),
            }
        }))
    }

    /// How many viewings wait for the office.
    pub(super) async fn viewings_waiting(&self) -> Stored<u64> {
        let today = self.now().today;
        let open = viewings::open(&self.store).await?;
        let waits = open
            .iter()
            .filter(|(kept, _)| kept.viewing().state(today).waits_for_office());
        Ok(u64::try_from(waits.count()).unwrap_or(u64::MAX))
    }
}

/// Takes a step of the newest offer, if the law lets it be taken.
async fn take(tx: &mut Tx, notice: &str, step: StoredStep, now: Moment) -> OfficeResult<()> {
    let found = viewings::of_notice(tx.conn().await?, notice).await?;
    let newest = found.last().ok_or(Refusal::NotFound)?;
    let bar: Result<(), ReleaseBar> = newest.viewing().may(step.step, step.on, now.today);
    bar?;
    viewings::step(tx, newest, &step, now.at).await?;
    let act = AuditAct::ViewingStepped { step: step.step };
    tell(tx, notice, &act, step.by.as_deref(), now).await
}

async fn tell(tx: &mut Tx, notice: &str, act: &AuditAct, by: Option<&str>, now: Moment) -> OfficeResult<()> {
    audit_log::append(tx, &now.entry((Subject::Notice, notice), act, by)).await?;
    Ok(())
}
