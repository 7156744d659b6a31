//! People logs: who is seen and heard, by pseudonym; and how to reach them, kept apart.

use async_trait::async_trait;
use law::{
    notice::{NoticeKind, NoticeStateKind},
    person::{Person, Receiver},
    proposal::Proposal,
};
use office::{
    OfficeResult, Problem, Refusal,
    desk::PeopleDesk,
    forms::{Contact, NewPerson, PersonFacts},
    permission::Custodian,
    problem::RecordingProblem,
    views::{AuditAct, PeopleLog, PersonLine, PersonView, Staff},
};

use super::{
    Moment, RecordsOffice,
    conflicts::{is_on, not_on_recording},
    recordings::{audit_entry, line},
};
use crate::{
    fault::Stored,
    ids::new_id,
    store::{
        Tx,
        audit_log::{self, Subject},
        notices, people,
        people::StoredPerson,
        proposals, recordings, staff,
    },
};

#[async_trait]
impl PeopleDesk for RecordsOffice {
    async fn people(&self, by: &Staff, recording: &str) -> OfficeResult<Option<PeopleLog>> {
        let Some(recording) = recordings::find(self.store.reader(), recording).await? else {
            return Ok(None);
        };
        let mut lines = Vec::new();
        for logged in people::logged_in(self.store.reader(), &recording.id).await? {
            lines.push(self.person_line(logged).await?);
        }
        Ok(Some(PeopleLog {
            complete: recording.people_logged_at.is_some(),
            conflict: is_on(by, &recording),
            length_ms: recording.length_ms(),
            recording: line(&recording, &self.profile.time_zone()),
            people: lines,
            may_change: by.role.works(),
        }))
    }

    async fn person(&self, by: &Staff, id: &str) -> OfficeResult<Option<PersonView>> {
        let Some(logged) = people::find(self.store.reader(), id).await? else {
            return Ok(None);
        };
        let recording = recordings::find(self.store.reader(), &logged.person.recording)
            .await?
            .ok_or(Refusal::NotFound)?;
        let contacts = if by.role.works() {
            self.open_contacts(by, id).await?
        } else {
            Contacts::default()
        };
        let names = staff::names(&self.store).await?;
        let entries = audit_log::of(&self.store, Subject::Person, id).await?;
        Ok(Some(PersonView {
            conflict: is_on(by, &recording),
            recording: line(&recording, &self.profile.time_zone()),
            line: self.person_line(logged).await?,
            contacts: contacts.now,
            earlier: contacts.earlier,
            entries: entries.into_iter().map(|line| audit_entry(line, &names)).collect(),
        }))
    }

    async fn log_person(&self, by: &Custodian, new: NewPerson) -> OfficeResult<String> {
        let NewPerson {
            person,
            contact,
            completes,
        } = new;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        not_on_recording(&mut tx, by, &person.recording).await?;
        within(&mut tx, &person).await?;
        let id = new_id();
        let affiliated = person.police_affiliated;
        let person = unaffiliated(person);
        if !people::insert(&mut tx, &id, &person, now.at, &by.id).await? {
            return Err(Refusal::field("pseudonym", RecordingProblem::PseudonymTaken));
        }
        let recording = person.recording.clone();
        let act = AuditAct::PersonLogged {
            was: None,
            is: Box::new(person),
        };
        audit_log::append(&mut tx, &of_person(&id, &act, &by.id, now)).await?;
        if affiliated {
            self.wait_for_second(&mut tx, (Subject::Person, &id), Proposal::Affiliate, &by.id, now)
                .await?;
        }
        if let Some(contact) = contact {
            self.keep_contact_within(&mut tx, &id, contact, by, now).await?;
        }
        // Somebody who was told of nothing is shown by what is public.
        self.leave_library(&mut tx, &recording, now).await?;
        if completes {
            self.complete_within(&mut tx, &recording, by, now).await?;
        }
        tx.commit().await?;
        Ok(id)
    }

    async fn complete_log(&self, by: &Custodian, recording: &str) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        self.complete_within(&mut tx, recording, by, now).await?;
        Ok(tx.commit().await?)
    }

    async fn change_person(&self, by: &Custodian, id: &str, facts: PersonFacts, version: i64) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let known = people::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        if known.taken_out.is_some() {
            return Err(Refusal::field("seen", RecordingProblem::TakenOut));
        }
        // Who is shown where, and who they are, decides who is told and what the copy hides.
        not_on_recording(&mut tx, by, &known.person.recording).await?;
        let person = facts.of(known.person.pseudonym.clone(), known.person.recording.clone());
        within(&mut tx, &person).await?;
        let notices = notices::of_person(tx.conn().await?, id).await?;
        for kept in &notices {
            person.may_replace(&known.person, &kept.notice)?;
        }
        if notices
            .iter()
            .any(|kept| kept.notice.state() != NoticeStateKind::Identified)
        {
            unmoved(&known.person, &person)?;
        }
        // That no notice is due to somebody, two people say.
        let affiliated = person.police_affiliated && !known.person.police_affiliated;
        let person = if affiliated { unaffiliated(person) } else { person };
        let waits = proposals::waiting_of(tx.conn().await?, Subject::Person, id).await?;
        if !people::save(&mut tx, &known, &person, version, now.at).await? {
            return Err(Refusal::Stale);
        }
        let recording = person.recording.clone();
        let act = AuditAct::PersonLogged {
            was: Some(Box::new(known.person)),
            is: Box::new(person),
        };
        audit_log::append(&mut tx, &of_person(id, &act, &by.id, now)).await?;
        if affiliated && waits.is_none() {
            self.wait_for_second(&mut tx, (Subject::Person, id), Proposal::Affiliate, &by.id, now)
                .await?;
        }
        self.leave_library(&mut tx, &recording, now).await?;
        Ok(tx.commit().await?)
    }

    async fn take_out_person(&self, by: &Custodian, id: &str, reason: String, version: i64) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let known = people::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        if known.taken_out.is_some() {
            return Err(Refusal::field("reason", RecordingProblem::TakenOut));
        }
        not_on_recording(&mut tx, by, &known.person.recording).await?;
        // Whoever objects holds it still as well: one of the two sees the other.
        recordings::hold_still(&mut tx, &known.person.recording).await?;
        may_be_taken_out(&mut tx, id).await?;
        if known.version != version {
            return Err(Refusal::Stale);
        }
        // That no notice is due to somebody, two people say.
        self.wait_for_second(
            &mut tx,
            (Subject::Person, id),
            Proposal::TakeOut { reason },
            &by.id,
            now,
        )
        .await?;
        Ok(tx.commit().await?)
    }

    async fn keep_contact(&self, by: &Custodian, id: &str, contact: Contact) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        self.keep_contact_within(&mut tx, id, contact, by, now).await?;
        Ok(tx.commit().await?)
    }
}

impl RecordsOffice {
    async fn keep_contact_within(
        &self,
        tx: &mut Tx,
        id: &str,
        contact: Contact,
        by: &Custodian,
        now: Moment,
    ) -> OfficeResult<()> {
        let known = people::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        known.person.receives_by(contact.receiver)?;
        if contact.email_agreed_on.is_some_and(|agreed| agreed > now.today) {
            return Err(Refusal::field("email_agreed_on", Problem::InFuture));
        }
        let contact = self.addressed(contact);
        people::keep_contact(tx, id, &contact, now.at).await?;
        Ok(audit_log::append(tx, &of_person(id, &AuditAct::ContactKept, &by.id, now)).await?)
    }

    /// Whoever is reached through the Secretary of State is written to at the program's address, if no other is given.
    fn addressed(&self, contact: Contact) -> Contact {
        let given = !contact.postal_address.trim().is_empty();
        match &self.profile.address_program {
            Some(program) if contact.receiver == Receiver::SecretaryOfState && !given => Contact {
                postal_address: program.address.clone(),
                ..contact
            },
            _ => contact,
        }
    }

    async fn person_line(&self, logged: StoredPerson) -> Stored<PersonLine> {
        let mut lines = Vec::new();
        for kept in notices::of_person(self.store.reader(), &logged.id).await? {
            lines.extend(self.notice_line(&kept.id).await?);
        }
        Ok(PersonLine {
            waiting: self.waiting_line(Subject::Person, &logged.id).await?,
            reachable: logged.contacts > 0,
            taken_out: logged.taken_out,
            id: logged.id,
            person: logged.person,
            version: logged.version,
            notices: lines,
        })
    }

    /// How to reach a person, and that somebody asked.
    async fn open_contacts(&self, by: &Staff, id: &str) -> OfficeResult<Contacts> {
        if people::contacts(self.store.reader(), id).await?.is_empty() {
            return Ok(Contacts::default());
        }
        let mut tx = self.store.begin().await?;
        let now = people::contacts(tx.conn().await?, id).await?;
        let earlier = people::earlier_contacts(tx.conn().await?, id).await?;
        let opened = of_person(id, &AuditAct::ContactOpened, &by.id, self.now());
        audit_log::append(&mut tx, &opened).await?;
        tx.commit().await?;
        let until = |(at, contact)| (self.local(at).date(), contact);
        Ok(Contacts {
            now,
            earlier: earlier.into_iter().map(until).collect(),
        })
    }
}

/// How a person is reached, and was before.
#[derive(Default)]
struct Contacts {
    now: Vec<Contact>,
    earlier: Vec<(law::Date, Contact)>,
}

/// The person as they are until a second person says that they are of the police.
fn unaffiliated(person: Person) -> Person {
    Person {
        police_affiliated: false,
        ..person
    }
}

/// Refuses to take somebody out of a log to whom something is owed.
pub(super) async fn may_be_taken_out(tx: &mut Tx, id: &str) -> OfficeResult<()> {
    for kept in notices::of_person(tx.conn().await?, id).await? {
        // Days that run, or a letter that is out, are taken from nobody.
        if matches!(kept.notice.state(), NoticeStateKind::Sent | NoticeStateKind::WindowOpen) {
            return Err(Refusal::field("reason", RecordingProblem::NoticeOut));
        }
        // Nobody goes who waits for an answer or for a court, as nobody becomes exempt then.
        kept.notice.may_be_let_go()?;
        if kept.notice.kind == NoticeKind::NextOfKin {
            return Err(Refusal::field("reason", RecordingProblem::KinNotified));
        }
    }
    Ok(())
}

/// Nobody is seen or heard after the recording's end.
async fn within(tx: &mut Tx, person: &Person) -> OfficeResult<()> {
    let recording = recordings::find(tx.conn().await?, &person.recording)
        .await?
        .ok_or(Refusal::NotFound)?;
    let length = recording.length_ms();
    for (field, spans) in [("seen", &person.seen), ("heard", &person.heard)] {
        if spans.iter().any(|span| span.to_ms() > length) {
            return Err(Refusal::field(field, RecordingProblem::BeyondEnd));
        }
    }
    Ok(())
}

/// Where somebody is shown stays while a notice rests on it: a letter has told them of these moments and no others, or
/// they consented to these, or the copy hides these. What is found later is a line of its own in the log, which gets a
/// notice and days of its own; so nobody is shown for longer than they were told, and no notice that runs begins anew.
fn unmoved(was: &Person, is: &Person) -> OfficeResult<()> {
    for (field, was, is) in [("seen", &was.seen, &is.seen), ("heard", &was.heard, &is.heard)] {
        if was != is {
            return Err(Refusal::field(field, RecordingProblem::TimesNotified));
        }
    }
    Ok(())
}

/// An audit entry about a person.
pub(super) fn of_person<'a>(
    id: &'a str,
    act: &'a AuditAct,
    by: &'a str,
    now: Moment,
) -> audit_log::Entry<'a, AuditAct> {
    now.entry((Subject::Person, id), act, Some(by))
}
