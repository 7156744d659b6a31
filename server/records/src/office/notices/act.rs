//! Doing an act on a notice, and opening the notices that the law wants.

use law::{
    Date,
    bar::Section,
    capacity::Power,
    notice::{
        Action, ActionOrder, Attempt, Notice, NoticeActKind, NoticeKind, NoticeStateKind, ProofKind, ReleaseBar,
        Sending,
    },
    person::Person,
    proposal::{self, Proposal},
    request_state::Rules,
};
use office::{OfficeResult, Problem, Refusal, forms::NoticeAct, views::AuditAct};

use super::{
    super::{Moment, RecordsOffice},
    entry,
};
use crate::{
    ids::new_id,
    store::{
        Tx,
        audit_log::{self, Subject},
        closures,
        notices::{self, StoredNotice},
        people, proposals, recordings, wishes,
    },
};

impl RecordsOffice {
    /// Opens what a release on a request needs; how many are new.
    pub(super) async fn open_for(&self, tx: &mut Tx, request_id: &str, by: &str, now: Moment) -> OfficeResult<u32> {
        let mut opened = 0;
        for recording in recordings::of_request(tx.conn().await?, request_id).await? {
            for logged in people::of_recording(tx.conn().await?, &recording.id).await? {
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

    /// Does an act on a notice, with everything that follows from it; what of it could not be kept, if so.
    pub(super) async fn apply_act(
        &self,
        tx: &mut Tx,
        kept: StoredNotice,
        act: &NoticeAct,
        by: &str,
    ) -> OfficeResult<Option<ReleaseBar>> {
        let now = self.now();
        let person = people::find(tx.conn().await?, &kept.person_id)
            .await?
            .ok_or(Refusal::NotFound)?
            .person;
        let closures = closures::entered_by(tx.conn().await?, now.at).await?;
        let rules = self.rules(&closures);
        let today = now.today;
        // Days as they are now: the page looked at the same.
        if let Some(bar) = kept.notice.clone().recount(rules)?.bar(act.kind(), &person, today) {
            return Err(bar.into());
        }
        match act {
            NoticeAct::Send {
                on,
                channel,
                to,
                audience,
            } => {
                let sending = Sending::complete(*on, *channel, *to).naming(*audience);
                self.send(tx, kept, &person, sending, by, now).await?;
                return Ok(None);
            }
            NoticeAct::Object { on, objection } => {
                self.accept_objection(tx, kept, objection, *on, Some(by), now).await?;
                return Ok(None);
            }
            NoticeAct::Answer { objection, answer } => {
                self.answer(tx, kept, objection, answer, by, now).await?;
                return Ok(None);
            }
            _ => {}
        }
        if let NoticeAct::Consent { consent } = act {
            self.may_name(tx, &kept.request_id, consent.audience).await?;
            person.receives_by(consent.by)?;
            self.must_be_capable(tx, &kept.person_id, (Power::Consent, consent.by))
                .await?;
        }
        if let Some(proposal) = proposed(&kept, &person, act, rules, today)? {
            return self.enter_proposal(tx, kept, proposal, by, now).await;
        }
        let notice = kept.notice.clone();
        let notice = match act {
            // That the letter's code was entered, the portal knows itself.
            NoticeAct::Receive { receipt, .. } if receipt.proof == ProofKind::CodeEntered => {
                return Err(Refusal::field("proof", Problem::UnknownChoice));
            }
            NoticeAct::Receive { receipt, .. } => notice.receive(*receipt, today, rules)?,
            NoticeAct::Return { on } => notice.returned(*on, today)?,
            NoticeAct::Search { on, how } => notice.search(*on, how, today)?,
            NoticeAct::Unlocated { on } => notice.unlocated(*on, today)?,
            NoticeAct::RedactOut { on } => notice.redact_out(*on, today)?,
            NoticeAct::TakeBack => notice.take_back()?,
            NoticeAct::Talk { on } => {
                let notice = notice.talk(*on, today)?;
                wishes::heard(tx, &kept.id, *on, (now.at, by)).await?;
                notice
            }
            NoticeAct::Clear { checked } => notice.clear(*checked, today, rules)?,
            NoticeAct::Action { .. } => match entered(act) {
                Some(action) => notice.act(&action, today, rules)?,
                None => notice,
            },
            NoticeAct::Decide { .. } => match decided(act) {
                Some(order) => notice.decide(&order, today)?,
                None => notice,
            },
            NoticeAct::TakeBackDecision { decision, reason } => notice.take_back_decision(*decision, reason, today)?,
            NoticeAct::Send { .. }
            | NoticeAct::Object { .. }
            | NoticeAct::Answer { .. }
            | NoticeAct::Consent { .. }
            | NoticeAct::Exempt
            | NoticeAct::Reject { .. } => notice,
        };
        let recording = kept.recording_id.clone();
        let mut kept = StoredNotice { notice, ..kept };
        if let NoticeAct::Receive { papers, .. } = act {
            self.attach(tx, ("receipt", &kept.id), papers, Some(by), now).await?;
        }
        if matches!(act, NoticeAct::Return { .. }) {
            // Whoever opened an envelope that was not for them reads nothing with its code.
            kept.code_hash = None;
        }
        if let NoticeAct::TakeBackDecision { decision, .. } = act {
            self.keep_taken_back(tx, kept, *decision, by, now).await?;
        } else {
            self.keep_notice(tx, kept, act.kind(), by, now).await?;
        }
        if matches!(act, NoticeAct::Decide { .. }) {
            self.stop_closed(tx, &recording, Some(by), now).await?;
        }
        self.leave_library(tx, &recording, now).await?;
        Ok(None)
    }

    /// Enters what waits for a second person. What a decision forbids beside is heeded at once, and what one freed that was
    /// entered by mistake is closed. Where something else of this
    /// notice waits already, only that is kept: the answer says what is left to enter.
    async fn enter_proposal(
        &self,
        tx: &mut Tx,
        kept: StoredNotice,
        proposal: Proposal,
        by: &str,
        now: Moment,
    ) -> OfficeResult<Option<ReleaseBar>> {
        let (id, recording) = (kept.id.clone(), kept.recording_id.clone());
        let notice = kept.notice.clone();
        // The notice as it is at once, and which decision was taken back in it, if one was.
        let closed = match &proposal {
            Proposal::Decide { order } => match notice.forbidding_part(order) {
                Some(part) => Some((notice.decide(&part, now.today)?, None)),
                None => None,
            },
            Proposal::TakeBackDecision { decision, reason } => {
                let notice = notice.take_back_what_decision_freed(*decision, reason, now.today)?;
                Some((notice, Some(*decision)))
            }
            _ => None,
        };
        let waiting = proposals::waiting_of(tx.conn().await?, Subject::Notice, &id).await?;
        let left = waiting.filter(|_| closed.is_some()).map(|_| proposal::rest_waits());
        if left.is_none() {
            self.wait_for_second(tx, (Subject::Notice, &id), proposal, by, now)
                .await?;
        }
        if let Some((notice, decision)) = closed {
            let kept = StoredNotice { notice, ..kept };
            if let Some(decision) = decision {
                self.keep_taken_back(tx, kept, decision, by, now).await?;
            } else {
                self.keep_notice(tx, kept, NoticeActKind::Decide, by, now).await?;
                self.stop_closed(tx, &recording, Some(by), now).await?;
            }
        }
        Ok(left)
    }

    /// A notice by e-mail could not be delivered: it came back, by nobody's act. Nothing where a newer letter went out since, or
    /// the person has had it all the same.
    pub(crate) async fn notice_bounced(&self, id: &str, code_no: i64) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let Some(kept) = notices::find(tx.conn().await?, id).await? else {
            return Ok(tx.give_up().await?);
        };
        if kept.code_no != code_no || kept.notice.state() != NoticeStateKind::Sent {
            return Ok(tx.give_up().await?);
        }
        let notice = kept.notice.clone().returned(now.today, now.today)?;
        let kept = StoredNotice {
            notice,
            code_hash: None,
            ..kept
        };
        if !notices::save(&mut tx, &kept).await? {
            return Err(Refusal::Stale);
        }
        let acted = AuditAct::NoticeActed {
            did: NoticeActKind::Return,
            state: kept.notice.state(),
            entry: None,
            on: None,
        };
        let section = kept.notice.kind.section();
        audit_log::append(&mut tx, &entry(&kept.id, &acted, None, section, now)).await?;
        Ok(tx.commit().await?)
    }

    /// Keeps a notice as it became by an act, with its entry.
    pub(in crate::office) async fn keep_notice(
        &self,
        tx: &mut Tx,
        kept: StoredNotice,
        did: NoticeActKind,
        by: &str,
        now: Moment,
    ) -> OfficeResult<()> {
        self.keep_acted(tx, kept, (did, None), by, now).await
    }

    /// Keeps a notice whose decision was taken back, with an entry that names the first. What went out while a court still had
    /// it, as is known now, stops.
    pub(in crate::office) async fn keep_taken_back(
        &self,
        tx: &mut Tx,
        kept: StoredNotice,
        decision: usize,
        by: &str,
        now: Moment,
    ) -> OfficeResult<()> {
        let first = audit_log::decision_entry(tx.conn().await?, &kept.id, decision).await?;
        let did = (NoticeActKind::TakeBackDecision, first);
        let (recording, pending) = (kept.recording_id.clone(), kept.notice.pending().is_some());
        self.keep_acted(tx, kept, did, by, now).await?;
        if pending {
            let section = Section::of("RSMo 610.100.8");
            self.stop_all(tx, &recording, &section, Some(by), now).await?;
        }
        self.stop_closed(tx, &recording, Some(by), now).await?;
        Ok(())
    }

    async fn keep_acted(
        &self,
        tx: &mut Tx,
        kept: StoredNotice,
        (did, entry_no): (NoticeActKind, Option<i64>),
        by: &str,
        now: Moment,
    ) -> OfficeResult<()> {
        if !notices::save(tx, &kept).await? {
            return Err(Refusal::Stale);
        }
        let acted = AuditAct::NoticeActed {
            did,
            state: kept.notice.state(),
            entry: entry_no,
            on: said_on(&kept.notice, did).filter(|on| *on < now.today),
        };
        let section = kept.notice.kind.section();
        audit_log::append(tx, &entry(&kept.id, &acted, Some(by), section, now)).await?;
        Ok(())
    }
}

/// The day that was entered for a step of the way to the person.
fn said_on(notice: &Notice, did: NoticeActKind) -> Option<Date> {
    let way = matches!(
        did,
        NoticeActKind::Send | NoticeActKind::Receive | NoticeActKind::Return | NoticeActKind::Search
    );
    notice.attempts.last().filter(|_| way).map(Attempt::on)
}

/// What an act frees, for a second person; `None` where it frees nothing. The law has been asked whether it is possible.
fn proposed(
    kept: &StoredNotice,
    person: &Person,
    act: &NoticeAct,
    rules: Rules<'_>,
    today: Date,
) -> OfficeResult<Option<Proposal>> {
    let notice = kept.notice.clone().recount(rules)?;
    Ok(match act {
        NoticeAct::Consent { consent } => {
            notice.consent(person, *consent, today)?;
            Some(Proposal::Consent { consent: *consent })
        }
        NoticeAct::Exempt => {
            notice.exempt(person)?;
            Some(Proposal::Exempt)
        }
        NoticeAct::Reject { on, action } => {
            notice.reject(action, *on, today)?;
            let action = action.clone();
            Some(Proposal::Reject { action, on: *on })
        }
        NoticeAct::Decide { .. } => match decided(act).filter(|order| notice.frees(order)) {
            Some(order) => {
                notice.decide(&order, today)?;
                Some(Proposal::Decide { order })
            }
            None => None,
        },
        NoticeAct::TakeBackDecision { decision, reason } => {
            let free = notice.frees_taken_back(*decision)?;
            free.then(|| Proposal::TakeBackDecision {
                decision: *decision,
                reason: reason.clone(),
            })
        }
        _ => None,
    })
}

/// An action in court, as the law takes it; a new one gets an id.
fn entered(act: &NoticeAct) -> Option<Action> {
    let NoticeAct::Action {
        id,
        court,
        filed,
        served,
    } = act
    else {
        return None;
    };
    Some(Action {
        id: id.clone().unwrap_or_else(new_id),
        court: court.clone(),
        filed: *filed,
        served: *served,
        ended: None,
        rejected: None,
    })
}

/// A court's decision, as the law takes it.
fn decided(act: &NoticeAct) -> Option<ActionOrder> {
    let NoticeAct::Decide {
        action,
        dated,
        decision,
        ends,
    } = act
    else {
        return None;
    };
    Some(ActionOrder {
        action: action.clone(),
        dated: *dated,
        decision: decision.clone(),
        ends_action: *ends,
        taken_back: None,
    })
}

/// Whether a release needs a notice of a kind to a person. The recipient's own is relayed where the place protects.
pub(super) fn due(kind: NoticeKind, person: &Person, scene: law::recording::Scene) -> bool {
    match kind {
        NoticeKind::Statute8 => scene.location.protects() && !person.police_affiliated,
        _ => kind.required(person, scene),
    }
}
