//! In which right somebody acts for a person shown, or for whoever filed; and what may be done by it.

use async_trait::async_trait;
use law::{
    capacity::{self, Power},
    notice::{ReleaseBar, ReleaseReason},
    person::{Person, Receiver},
};
use office::{
    OfficeResult, Problem, Refusal,
    desk::{CapacityDesk, Represented},
    forms::{CapacityAct, NewCapacity},
    permission::Custodian,
    views::{AuditAct, AuditSubject as Subject, CapacitiesView, CapacityLine, Staff},
};

use super::{
    Moment, RecordsOffice,
    conflicts::{is_on, not_on_recording, not_on_request},
};
use crate::{
    fault::Stored,
    ids::new_id,
    store::{
        Tx, audit_log,
        capacities::{self, Of, StoredCapacity},
        people, recordings, staff, status,
    },
};

/// Who is acted for, as it is found.
struct Found {
    /// Our id of the person, or of the request.
    id: String,
    /// The pseudonym, or the number.
    about: String,
    person: Option<Person>,
}

impl Found {
    fn of(&self) -> Of<'_> {
        match self.person {
            Some(_) => Of::Person(&self.id),
            None => Of::Request(&self.id),
        }
    }

    /// What an entry of the audit log is about.
    fn subject(&self) -> (Subject, &str) {
        match self.person {
            Some(_) => (Subject::Person, &self.id),
            None => (Subject::Request, &self.about),
        }
    }
}

#[async_trait]
impl CapacityDesk for RecordsOffice {
    async fn capacities(&self, by: &Staff, of: &Represented) -> OfficeResult<Option<CapacitiesView>> {
        let Some(found) = self.represented(of).await? else {
            return Ok(None);
        };
        let works = by.role.works();
        let names = staff::names(&self.store).await?;
        let name = |id: &String| names.get(id).cloned().unwrap_or_default();
        let kept = capacities::of(self.store.reader(), found.of()).await?;
        if works && kept.iter().any(|one| !one.name.is_empty()) {
            let (subject, id) = found.subject();
            let act = match subject {
                Subject::Person => AuditAct::ContactOpened,
                _ => AuditAct::PrivateOpened,
            };
            let thing = format!("{}-capacities", found.id);
            self.note_read(by, &thing, (subject, id), &act).await?;
        }
        let private = |words: String| if works { words } else { String::new() };
        let line = |one: StoredCapacity| CapacityLine {
            entered_by: name(&one.entered_by),
            verified_by: one.verified_by.as_ref().map(name),
            name: private(one.name),
            proof_note: private(one.proof_note),
            end_reason: private(one.end_reason),
            corrects: one.corrects.is_some(),
            id: one.id,
            capacity: one.capacity,
            shown: one.shown,
            identity_shown: one.identity_shown,
            entered_on: one.entered_on,
            corrected: one.corrected,
        };
        let conflict = match &found.person {
            Some(person) => {
                let recording = recordings::find(self.store.reader(), &person.recording).await?;
                recording.is_some_and(|recording| is_on(by, &recording))
            }
            None => self.is_on_request(by, &found.id).await?,
        };
        Ok(Some(CapacitiesView {
            lines: kept.into_iter().map(line).collect(),
            about: found.about,
            person: found.person,
            may_change: works,
            conflict,
            today: self.now().today,
        }))
    }

    async fn enter_capacity(&self, by: &Custodian, of: &Represented, new: NewCapacity) -> OfficeResult<()> {
        let now = self.now();
        let found = self.represented(of).await?.ok_or(Refusal::NotFound)?;
        let mut tx = self.store.begin().await?;
        not_on(&mut tx, by, &found).await?;
        if let Some(person) = &found.person {
            new.kind.fits(person)?;
        }
        ReleaseReason::not_before(now.today, new.from, new.kind.section()).map_err(|bar| in_future(bar, now))?;
        if let Some((first, reason)) = &new.corrects {
            let first = kept(&mut tx, &found, first).await?;
            // It never stood: it ends before its first day.
            let ended = (first.capacity.from, reason.as_str());
            if first.corrected
                || first.capacity.ended.is_some()
                || !capacities::end(&mut tx, &first.id, ended, &by.id, now.at).await?
            {
                return Err(Refusal::Stale);
            }
        }
        let act = AuditAct::CapacityEntered {
            kind: new.kind,
            corrects: new.corrects.is_some(),
        };
        capacities::insert(&mut tx, (&new_id(), found.of()), &new, &by.id, (now.at, now.today)).await?;
        audit_log::append(
            &mut tx,
            &now.entry(found.subject(), &act, Some(&by.id))
                .citing(new.kind.section()),
        )
        .await?;
        Ok(tx.commit().await?)
    }

    async fn act_on_capacity(&self, by: &Custodian, of: &Represented, id: &str, act: CapacityAct) -> OfficeResult<()> {
        let now = self.now();
        let found = self.represented(of).await?.ok_or(Refusal::NotFound)?;
        let mut tx = self.store.begin().await?;
        not_on(&mut tx, by, &found).await?;
        let entry = kept(&mut tx, &found, id).await?;
        let kind = entry.capacity.kind;
        let section = kind.section();
        let on = match &act {
            CapacityAct::Verify(seen) => seen.on,
            CapacityAct::End { on, .. } => *on,
        };
        ReleaseReason::not_before(now.today, on, section).map_err(|bar| in_future(bar, now))?;
        if entry.capacity.ended.is_some() {
            return Err(Refusal::Stale);
        }
        let (done, said) = match &act {
            CapacityAct::Verify(seen) => {
                capacity::proves(seen.proof, kind)?;
                let proof = seen.proof;
                let said = AuditAct::CapacityVerified { kind, proof };
                (capacities::verify(&mut tx, id, seen, &by.id, now.at).await?, said)
            }
            CapacityAct::End { on, reason } => {
                ReleaseReason::not_before(*on, entry.capacity.from, section)?;
                let said = AuditAct::CapacityEnded { kind };
                (capacities::end(&mut tx, id, (*on, reason), &by.id, now.at).await?, said)
            }
        };
        if !done {
            return Err(Refusal::Stale);
        }
        audit_log::append(
            &mut tx,
            &now.entry(found.subject(), &said, Some(&by.id)).citing(section),
        )
        .await?;
        Ok(tx.commit().await?)
    }
}

impl RecordsOffice {
    async fn represented(&self, of: &Represented) -> Stored<Option<Found>> {
        Ok(match of {
            Represented::Person(id) => people::find(self.store.reader(), id).await?.map(|logged| Found {
                about: logged.person.pseudonym.clone(),
                id: logged.id,
                person: Some(logged.person),
            }),
            Represented::Requester(number) => status::find(&self.store, number).await?.map(|known| Found {
                id: known.id,
                about: number.to_string(),
                person: None,
            }),
        })
    }

    /// Refuses what is done for a person shown by somebody of whom it is not proven that they may.
    pub(super) async fn must_be_capable(
        &self,
        tx: &mut Tx,
        person_id: &str,
        (power, receiver): (Power, Receiver),
    ) -> OfficeResult<()> {
        let known = capacities::known(tx.conn().await?, person_id).await?;
        Ok(capacity::may(power, receiver, &known, self.now().today)?)
    }
}

/// A day that has not come is told as such.
fn in_future(bar: ReleaseBar, now: Moment) -> ReleaseBar {
    ReleaseBar {
        reason: ReleaseReason::InFuture { latest: now.today },
        ..bar
    }
}

async fn not_on(tx: &mut Tx, by: &Staff, found: &Found) -> OfficeResult<()> {
    match &found.person {
        Some(person) => not_on_recording(tx, by, &person.recording).await,
        None => not_on_request(tx, by, &found.id).await,
    }
}

/// An entry of whoever is acted for.
async fn kept(tx: &mut Tx, found: &Found, id: &str) -> OfficeResult<StoredCapacity> {
    let all = capacities::of(tx.conn().await?, found.of()).await?;
    let entry = all.into_iter().find(|one| one.id == id);
    entry.ok_or_else(|| Refusal::field("entry", Problem::UnknownChoice))
}
