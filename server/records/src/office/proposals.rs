//! What frees something: entered by one person, done once another verified it.

use std::collections::HashMap;

use async_trait::async_trait;
use law::{
    capacity::Power,
    disclosure_order::OrderAct,
    notice::{NoticeActKind, ReleaseBar, ReleaseReason},
    proposal::{self, Proposal, ProposalActKind, ProposalKind},
};
use office::{
    OfficeResult, Refusal,
    desk::ProposalDesk,
    permission::Reviewer,
    views::{AuditAct, AuditSubject as Subject, ProposalLine, ProposalView, Staff, ToVerify},
};

use super::{
    Moment, RecordsOffice,
    conflicts::{is_on, not_on},
    people,
    releases::Cause,
};
use crate::{
    fault::Stored,
    ids::new_id,
    store::{
        Tx, audit_log, closures,
        notices::{self, StoredNotice},
        orders as order_rows, people as person_rows,
        proposals::{self, StoredProposal},
        recordings::{self, Recording},
        staff, wishes,
    },
};

#[async_trait]
impl ProposalDesk for RecordsOffice {
    async fn to_verify(&self, by: &Staff) -> OfficeResult<ToVerify> {
        self.to_verify_by(by).await
    }

    async fn proposal(&self, by: &Staff, id: &str) -> OfficeResult<Option<ProposalView>> {
        let Some(kept) = proposals::find(self.store.reader(), id).await? else {
            return Ok(None);
        };
        let names = staff::names(&self.store).await?;
        let mut tx = self.store.snapshot().await?;
        let recordings = recordings_of(&mut tx, &kept).await?;
        tx.commit().await?;
        let conflict = recordings.iter().any(|recording| is_on(by, recording));
        let may = |kind: &ProposalActKind| {
            kept.waits && !conflict && by.role.checks() && kind.bar(&kept.entered_by, &by.id).is_none()
        };
        Ok(Some(ProposalView {
            acts: ProposalActKind::ALL.into_iter().filter(may).collect(),
            own: kept.entered_by == by.id,
            waits: kept.waits,
            proposal: kept.proposal.clone(),
            conflict,
            line: self.proposal_line(kept, &names).await?,
        }))
    }

    async fn verify_proposal(&self, by: &Reviewer, id: &str) -> OfficeResult<()> {
        self.confirmed(by)?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let kept = self.waiting_for(&mut tx, by, id, ProposalActKind::Verify).await?;
        let did = AuditAct::ProposalVerified {
            kind: kept.proposal.kind(),
        };
        self.tell(&mut tx, &kept, &did, &by.id, now).await?;
        match kept.subject {
            Subject::Notice => self.do_to_notice(&mut tx, &kept, &by.id, now).await?,
            Subject::Order => self.do_to_order(&mut tx, &kept, &by.id, now).await?,
            Subject::Person => self.do_to_person(&mut tx, &kept, &by.id, now).await?,
            _ => return Err(Refusal::NotFound),
        }
        Ok(tx.commit().await?)
    }

    async fn refuse_proposal(&self, by: &Reviewer, id: &str, reason: String) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let kept = self.waiting_for(&mut tx, by, id, ProposalActKind::Refuse).await?;
        if !proposals::refuse(&mut tx, &kept.id, &by.id, now.at, &reason).await? {
            return Err(Refusal::Stale);
        }
        let did = AuditAct::ProposalRefused {
            kind: kept.proposal.kind(),
            reason,
        };
        self.tell(&mut tx, &kept, &did, &by.id, now).await?;
        if let Proposal::TakeBackDecision { decision, .. } = kept.proposal {
            keep_decision(&mut tx, &kept.subject_id, decision).await?;
        }
        Ok(tx.commit().await?)
    }
}

impl RecordsOffice {
    /// The entries that wait, the oldest first.
    pub(super) async fn waiting_entries(&self, names: &HashMap<String, String>) -> Stored<Vec<ProposalLine>> {
        let mut lines = Vec::new();
        for kept in proposals::waiting(self.store.reader()).await? {
            lines.push(self.proposal_line(kept, names).await?);
        }
        Ok(lines)
    }

    /// Enters what frees something: it waits for a second person. One of a subject waits at a time.
    pub(super) async fn wait_for_second(
        &self,
        tx: &mut Tx,
        (subject, subject_id): (Subject, &str),
        proposal: Proposal,
        by: &str,
        now: Moment,
    ) -> OfficeResult<()> {
        if proposals::waiting_of(tx.conn().await?, subject, subject_id)
            .await?
            .is_some()
        {
            return Err(proposal::waits().into());
        }
        let kept = StoredProposal {
            id: new_id(),
            subject,
            subject_id: subject_id.to_owned(),
            proposal,
            entered_on: now.today,
            entered_by: by.to_owned(),
            waits: true,
        };
        proposals::insert(tx, &kept, now.at).await?;
        let did = AuditAct::Proposed {
            kind: kept.proposal.kind(),
        };
        self.tell(tx, &kept, &did, by, now).await
    }

    /// What waits of a subject.
    pub(super) async fn waiting_line(&self, subject: Subject, id: &str) -> Stored<Option<ProposalLine>> {
        let Some(kept) = proposals::waiting_of(self.store.reader(), subject, id).await? else {
            return Ok(None);
        };
        let names = staff::names(&self.store).await?;
        self.proposal_line(kept, &names).await.map(Some)
    }

    async fn proposal_line(&self, kept: StoredProposal, names: &HashMap<String, String>) -> Stored<ProposalLine> {
        let about = match kept.subject {
            Subject::Notice => notices::line(&self.store, &kept.subject_id)
                .await?
                .map(|line| format!("{}, {}", line.pseudonym, line.source_id)),
            Subject::Order => order_rows::find(self.store.reader(), &kept.subject_id)
                .await?
                .map(|order| order.order.case_number),
            Subject::Person => person_rows::find(self.store.reader(), &kept.subject_id)
                .await?
                .map(|logged| logged.person.pseudonym),
            _ => None,
        };
        Ok(ProposalLine {
            kind: kept.proposal.kind(),
            about: about.unwrap_or_default(),
            entered_by: names.get(&kept.entered_by).cloned().unwrap_or_default(),
            entered_on: kept.entered_on,
            subject: kept.subject,
            subject_id: kept.subject_id,
            id: kept.id,
        })
    }

    /// The proposal, where this person may do this to it now.
    async fn waiting_for(
        &self,
        tx: &mut Tx,
        by: &Staff,
        id: &str,
        kind: ProposalActKind,
    ) -> OfficeResult<StoredProposal> {
        let kept = proposals::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        if !kept.waits {
            return Err(Refusal::Stale);
        }
        not_on(by, &recordings_of(tx, &kept).await?)?;
        match kind.bar(&kept.entered_by, &by.id) {
            Some(bar) => Err(bar.into()),
            None => Ok(kept),
        }
    }

    async fn tell(
        &self,
        tx: &mut Tx,
        kept: &StoredProposal,
        act: &AuditAct,
        by: &str,
        now: Moment,
    ) -> OfficeResult<()> {
        let entry = now.entry((kept.subject, &kept.subject_id), act, Some(by));
        Ok(audit_log::append(tx, &entry).await?)
    }

    async fn do_to_notice(&self, tx: &mut Tx, of: &StoredProposal, by: &str, now: Moment) -> OfficeResult<()> {
        let kept = notices::find(tx.conn().await?, &of.subject_id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let person = person_rows::find(tx.conn().await?, &kept.person_id)
            .await?
            .ok_or(Refusal::NotFound)?
            .person;
        let closures = closures::entered_by(tx.conn().await?, now.at).await?;
        let notice = kept.notice.clone().recount(self.rules(&closures))?;
        if let Proposal::Consent { consent } = &of.proposal {
            // What proved it may have ended since.
            self.must_be_capable(tx, &kept.person_id, (Power::Consent, consent.by))
                .await?;
        }
        let (notice, did) = match &of.proposal {
            Proposal::Reject { action, on } => (notice.reject(action, *on, now.today)?, NoticeActKind::Reject),
            Proposal::Decide { order } => (notice.decide(order, now.today)?, NoticeActKind::Decide),
            Proposal::TakeBackDecision { decision, reason } => (
                notice.take_back_decision(*decision, reason, now.today)?,
                NoticeActKind::TakeBackDecision,
            ),
            Proposal::Consent { consent } => (notice.consent(&person, *consent, now.today)?, NoticeActKind::Consent),
            Proposal::Exempt => (notice.exempt(&person)?, NoticeActKind::Exempt),
            Proposal::Lift | Proposal::Stay { .. } | Proposal::Affiliate | Proposal::TakeOut { .. } => {
                return Err(Refusal::NotFound);
            }
        };
        if !proposals::verify(tx, &of.id, by, now.at, kept.version + 1).await? {
            return Err(Refusal::Stale);
        }
        if did == NoticeActKind::Consent {
            // They were spoken with when it was entered; what came since still waits.
            wishes::heard(tx, &kept.id, of.entered_on, (now.at, by)).await?;
        }
        let recording = kept.recording_id.clone();
        let kept = StoredNotice { notice, ..kept };
        match &of.proposal {
            Proposal::TakeBackDecision { decision, .. } => self.keep_taken_back(tx, kept, *decision, by, now).await?,
            _ => self.keep_notice(tx, kept, did, by, now).await?,
        }
        if of.proposal.kind() == ProposalKind::Decide {
            self.stop_closed(tx, &recording, Some(by), now).await?;
        }
        // A consent for fewer than before ends what was public by it: it comes back by two people alone.
        self.leave_library(tx, &recording, now).await?;
        self.advance_all(tx, &recording, &Cause::Other).await
    }

    async fn do_to_order(&self, tx: &mut Tx, of: &StoredProposal, by: &str, now: Moment) -> OfficeResult<()> {
        let mut kept = order_rows::find(tx.conn().await?, &of.subject_id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let act = match of.proposal {
            Proposal::Lift => OrderAct::Lift,
            Proposal::Stay { since } => OrderAct::Stay { since },
            _ => return Err(Refusal::NotFound),
        };
        if !proposals::verify(tx, &of.id, by, now.at, kept.version + 1).await? {
            return Err(Refusal::Stale);
        }
        self.keep_act_on_order(tx, &mut kept, act, by, now).await
    }

    async fn do_to_person(&self, tx: &mut Tx, of: &StoredProposal, by: &str, now: Moment) -> OfficeResult<()> {
        let known = person_rows::find(tx.conn().await?, &of.subject_id)
            .await?
            .ok_or(Refusal::NotFound)?;
        // Whoever objects, or is told, holds it still as well: one of the two sees the other.
        recordings::hold_still(tx, &known.person.recording).await?;
        if known.taken_out.is_some() {
            let section = law::bar::Section::of("RSMo 610.100.8");
            let reason = ReleaseReason::NotDepicted;
            return Err(ReleaseBar { reason, section }.into());
        }
        let recording = known.person.recording.clone();
        if let Proposal::TakeOut { reason } = &of.proposal {
            people::may_be_taken_out(tx, &known.id).await?;
            let out = (now.at, now.today);
            if !proposals::verify(tx, &of.id, by, now.at, known.version + 1).await?
                || !person_rows::take_out(tx, &known.id, reason, known.version, &of.entered_by, out).await?
            {
                return Err(Refusal::Stale);
            }
            let act = AuditAct::PersonTakenOut { reason: reason.clone() };
            audit_log::append(tx, &people::of_person(&known.id, &act, by, now)).await?;
            return self.advance_all(tx, &recording, &Cause::Other).await;
        }
        let person = law::person::Person {
            police_affiliated: true,
            ..known.person.clone()
        };
        for kept in notices::of_person(tx.conn().await?, &known.id).await? {
            person.may_replace(&known.person, &kept.notice)?;
        }
        if !proposals::verify(tx, &of.id, by, now.at, known.version + 1).await?
            || !person_rows::save(tx, &known, &person, known.version, now.at).await?
        {
            return Err(Refusal::Stale);
        }
        let act = AuditAct::PersonLogged {
            was: Some(Box::new(known.person)),
            is: Box::new(person),
        };
        audit_log::append(tx, &people::of_person(&known.id, &act, by, now)).await?;
        self.advance_all(tx, &recording, &Cause::Other).await
    }
}

/// A decision of a notice was no mistake.
async fn keep_decision(tx: &mut Tx, notice_id: &str, decision: usize) -> OfficeResult<()> {
    let kept = notices::find(tx.conn().await?, notice_id)
        .await?
        .ok_or(Refusal::NotFound)?;
    let notice = kept.notice.clone().keep_decision(decision);
    if notice != kept.notice && !notices::save(tx, &StoredNotice { notice, ..kept }).await? {
        return Err(Refusal::Stale);
    }
    Ok(())
}

/// The recordings that a proposal is about.
async fn recordings_of(tx: &mut Tx, of: &StoredProposal) -> OfficeResult<Vec<Recording>> {
    let ids: Vec<String> = match of.subject {
        Subject::Notice => notices::find(tx.conn().await?, &of.subject_id)
            .await?
            .map(|kept| kept.recording_id)
            .into_iter()
            .collect(),
        Subject::Order => order_rows::find(tx.conn().await?, &of.subject_id)
            .await?
            .map(|kept| kept.order.scope.into_iter().map(|scope| scope.recording).collect())
            .unwrap_or_default(),
        Subject::Person => person_rows::find(tx.conn().await?, &of.subject_id)
            .await?
            .map(|kept| kept.person.recording)
            .into_iter()
            .collect(),
        _ => Vec::new(),
    };
    let mut found = Vec::new();
    for id in ids {
        found.extend(recordings::find(tx.conn().await?, &id).await?);
    }
    Ok(found)
}
