//! The people shown: their notice, and what they answer.

use std::path::PathBuf;

use async_trait::async_trait;
use jiff::{SignedDuration, civil::Date};
use law::{
    notice::{Attempt, Notice, NoticeActKind, ProofKind, Receipt, Window},
    person::{Person, Receiver, Shown},
};
use office::{
    AccessCode, OfficeResult, Refusal,
    desk::{Depicted, DepictedDesk},
    forms::{NewObjection, NewPaper, NewWish, SubmissionKey},
    views::{AuditAct, DepictedView, GenuineLetter, ObjectionReceipt, ReceivedObjection, ReleasedOn},
};

use super::{
    RecordsOffice,
    notices::{
        accept::{holds, opens_on},
        entry,
    },
};
use crate::{
    ids::new_id,
    store::{
        audit_log,
        closures::{self, EnteredClosure},
        notices, objections, people, recordings, releases, requests, wishes,
    },
};

/// How long after a request, its days or its answers its codes still open a notice, so that the answer can be read.
const ANSWERS_READ: SignedDuration = SignedDuration::from_hours(30 * 24);

#[async_trait]
impl DepictedDesk for RecordsOffice {
    async fn open_notice(&self, code: &AccessCode) -> OfficeResult<Option<Depicted>> {
        let letter = self.secret.hash("notice code", code.bare());
        let objection = self.secret.hash("objection code", code.bare());
        let opened = notices::opened_by(&self.store, &letter, &objection, self.codes_end()).await?;
        let Some((notice, by_letter)) = opened else {
            return Ok(None);
        };
        if by_letter {
            self.letter_arrived(&notice).await?;
        }
        Ok(Some(Depicted { notice }))
    }

    async fn depicted(&self, by: &Depicted) -> OfficeResult<DepictedView> {
        let now = self.now();
        let kept = notices::find(self.store.reader(), &by.notice)
            .await?
            .ok_or(Refusal::NotFound)?;
        let person = people::find(self.store.reader(), &kept.person_id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let recording = recordings::find(self.store.reader(), &kept.recording_id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let track = requests::track_of(self.store.reader(), &kept.request_id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let entered = closures::all(self.store.reader()).await?;
        let closures = closures::known_at(&entered, now.at);
        let rules = self.rules(&closures);
        let notice = kept.notice.recount(rules)?;
        let window = notice.window().cloned();
        let received = window.as_ref().map(|window| window.received);
        let left = releases::left_on(&self.store, &kept.request_id, &kept.recording_id).await?;
        Ok(DepictedView {
            kind: notice.kind,
            state: notice.state(),
            camera: recording.camera,
            started: self.local(recording.started_at),
            place: recording.place,
            track,
            audience: notice.named_audience(),
            standing: notice.standing_on(person.taken_out.is_some(), now.today),
            shown: shown(&notice, &person.person),
            corrected: notice.decision_taken_back_on(),
            released: left.map(|(on, stopped)| ReleasedOn { on, stopped }),
            opens_on: opens_on(&notice, now.today),
            receivers: person.person.receivers(),
            seen: person.person.seen,
            heard: person.person.heard,
            deadline: received.and_then(|received| notice.kind.deadline(received, rules).ok()),
            last_day: window.as_ref().map(|window| window.last_day),
            moved_from: window
                .as_ref()
                .and_then(|window| self.first_last_day(&notice, window, &entered)),
            days_left: window.as_ref().map_or(0, |window| window.days_left(now.today)),
            objections: self.objection_views(&kept.id, &notice).await?,
            viewing: self.family_viewing(&kept.id).await?,
            wishes: wishes::of_notice(self.store.reader(), &kept.id).await?,
            today: now.today,
            lang: office::Lang::default(),
        })
    }

    async fn keep_papers(&self, papers: Vec<(String, PathBuf)>) -> OfficeResult<Vec<NewPaper>> {
        self.take_papers(papers).await
    }

    async fn object(&self, by: &Depicted, objection: NewObjection) -> OfficeResult<ObjectionReceipt> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let kept = notices::find(tx.conn().await?, &by.notice)
            .await?
            .ok_or(Refusal::NotFound)?;
        self.accept_objection(&mut tx, kept, &objection, now.today, None, now)
            .await?;
        tx.commit().await?;
        Ok(self.objection_receipt(&objection.key).await?.ok_or(Refusal::NotFound)?)
    }

    async fn wish_consent(&self, by: &Depicted, wish: NewWish) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let kept = notices::find(tx.conn().await?, &by.notice)
            .await?
            .ok_or(Refusal::NotFound)?;
        let person = people::find(tx.conn().await?, &kept.person_id)
            .await?
            .ok_or(Refusal::NotFound)?;
        person.person.receives_by(wish.capacity)?;
        let closures = closures::entered_by(tx.conn().await?, now.at).await?;
        let notice = kept.notice.recount(self.rules(&closures))?;
        // What could not be consented to is not asked for either.
        if let Some(bar) = notice.bar(NoticeActKind::Consent, &person.person, now.today) {
            return Err(bar.into());
        }
        let hash = self.secret.hash("consent wish", wish.key.as_str());
        if wishes::insert(&mut tx, (&new_id(), &kept.id, &hash), &wish, (now.at, now.today)).await? {
            let section = notice.kind.section();
            audit_log::append(&mut tx, &entry(&kept.id, &AuditAct::ConsentWished, None, section, now)).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    async fn objection_receipt(&self, key: &SubmissionKey) -> OfficeResult<Option<ObjectionReceipt>> {
        let hash = self.secret.hash("objection form", key.as_str());
        let Some((id, notice_id)) = objections::by_form(self.store.reader(), &hash).await? else {
            return Ok(None);
        };
        let Some(kept) = notices::find(self.store.reader(), &notice_id).await? else {
            return Ok(None);
        };
        let person = people::find(self.store.reader(), &kept.person_id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let views = self.objection_views(&kept.id, &kept.notice).await?;
        let known = views.into_iter().find(|known| known.objection.id == id);
        Ok(known.map(|known| ObjectionReceipt {
            code: self.secret.objection_code(key),
            received_on: known.objection.received,
            late: known.objection.late,
            asked: ReceivedObjection {
                // Whoever was taken out of the list holds nothing.
                holds: person.taken_out.is_none() && holds(&kept.notice, &id),
                opens_on: opens_on(&kept.notice, self.now().today),
                shown: shown(&kept.notice, &person.person),
                objection: known,
            },
        }))
    }

    async fn check_letter(&self, code: &AccessCode) -> OfficeResult<Option<GenuineLetter>> {
        let hash = self.secret.hash("notice code", code.bare());
        let found = notices::genuine(&self.store, &hash).await?;
        Ok(found.map(|sent_on| GenuineLetter { sent_on }))
    }
}

impl RecordsOffice {
    /// The last day as it was counted on the day of receipt, where a closure entered after that day moved it.
    fn first_last_day(&self, notice: &Notice, window: &Window, entered: &[EnteredClosure]) -> Option<Date> {
        let zone = self.profile.time_zone();
        let next_day = window.received.tomorrow().ok()?.to_zoned(zone).ok()?;
        let known = closures::known_at(entered, next_day.timestamp().as_microsecond() - 1);
        let first = Window::reckon(notice.kind, window.received, window.proof, self.rules(&known)).ok()?;
        Some(first.last_day).filter(|last_day| *last_day < window.last_day)
    }

    /// What was over before this moment has codes that open nothing.
    pub(crate) fn codes_end(&self) -> notices::CodeCutoff {
        let now = self.now();
        notices::CodeCutoff {
            day: now.today.checked_sub(ANSWERS_READ).unwrap_or(Date::MIN),
            at: now.at - i64::try_from(ANSWERS_READ.as_micros()).unwrap_or(i64::MAX),
        }
    }

    /// Whoever has the letter's code has the letter: its receipt is proven, today at the latest.
    async fn letter_arrived(&self, id: &str) -> OfficeResult<()> {
        let awaited = notices::find(self.store.reader(), id).await?;
        if awaited.is_none_or(|kept| kept.notice.proven_apart().is_some()) {
            return Ok(());
        }
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let mut kept = notices::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        let known = closures::entered_by(tx.conn().await?, now.at).await?;
        let receipt = Receipt {
            on: now.today,
            proof: ProofKind::CodeEntered,
        };
        // Dated ahead, a letter cannot have arrived yet, and after consent none is awaited; the notice is shown all the
        // same.
        let Ok(notice) = kept.notice.clone().receive(receipt, now.today, self.rules(&known)) else {
            return Ok(());
        };
        kept.notice = notice;
        if notices::save(&mut tx, &kept).await? {
            let act = AuditAct::NoticeAnswered {
                state: kept.notice.state(),
            };
            let section = kept.notice.kind.section();
            audit_log::append(&mut tx, &entry(id, &act, None, section, now)).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}

/// Whom a notice tells of, to whoever its newest letter went to; before any went, to who usually gets one.
fn shown(notice: &Notice, person: &Person) -> Shown {
    let sent = notice.attempts.iter().rev().find_map(|attempt| match attempt {
        Attempt::Sent { to, .. } => Some(*to),
        _ => None,
    });
    let to = sent.or_else(|| person.receivers().first().copied());
    to.map_or(Shown::Reader, Receiver::shown)
}
