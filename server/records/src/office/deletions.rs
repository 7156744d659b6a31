//! Deletion lists: made by the portal, approved by a second person, compared with what the evidence system deleted.

use std::collections::BTreeSet;

use async_trait::async_trait;
use jiff::ToSpan as _;
use law::{
    Date,
    deletion_list::{Candidate, Difference, ListActKind, ListBar, ListState, Reported, differences},
    retention::{DeletionBar, DeletionPermit, KeepCategory, KeepReason},
};
use office::{
    OfficeResult, Problem, Refusal,
    desk::DeletionDesk,
    forms::ReportedLine,
    permission::{Custodian, Reviewer},
    problem::RecordingProblem,
    views::{
        AuditAct, DeletionDifference, DeletionListLine, DeletionListView, DeletionStep, KeptOnList, ListedRecording,
        Staff,
    },
};

use super::{
    Moment, RecordsOffice,
    conflicts::{is_on, not_on},
    recordings::{as_kept, deletion_entry, line},
};
use crate::{
    ids::new_id,
    store::{
        Tx,
        audit_log::{self, Subject},
        deletions::{self, List, Listed, Report, Step},
        recordings::{self, Recording},
        staff,
    },
};

/// So many recordings are on one list at most; the next list takes the rest.
const MOST: i64 = 2_000;

#[async_trait]
impl DeletionDesk for RecordsOffice {
    async fn deletion_lists(&self, _by: &Staff) -> OfficeResult<Vec<DeletionListLine>> {
        let names = staff::names(&self.store).await?;
        let lists = deletions::all(&self.store).await?;
        let line = |list: List| DeletionListLine {
            made_by: names.get(&list.made_by).cloned().unwrap_or_default(),
            id: list.id,
            on: list.on,
            recordings: list.recordings,
            losses: list.losses,
            state: list.state,
        };
        Ok(lists.into_iter().map(line).collect())
    }

    async fn deletion_list(&self, by: &Staff, id: &str) -> OfficeResult<Option<DeletionListView>> {
        let names = staff::names(&self.store).await?;
        let (today, zone) = (self.now().today, self.profile.time_zone());
        let mut tx = self.store.begin().await?;
        let Some(list) = deletions::find(tx.conn().await?, id).await? else {
            return Ok(None);
        };
        let listed = self.listed(&mut tx, id).await?;
        let open = matches!(list.state, ListState::Made | ListState::Approved);
        let mut kept_now = Vec::new();
        for (recording, _) in listed.iter().filter(|_| open) {
            if let Err(why) = self.may_be_listed(&mut tx, recording, today).await? {
                kept_now.push(KeptOnList {
                    id: recording.id.clone(),
                    source_id: recording.source_id.clone(),
                    why,
                });
            }
        }
        let steps = deletions::steps(tx.conn().await?, id).await?;
        let reports = deletions::reports(tx.conn().await?, id).await?;
        tx.give_up().await?;
        let mut found: Vec<DeletionDifference> = reports.iter().filter_map(difference).collect();
        if list.state == ListState::Confirmed {
            let gone: BTreeSet<&str> = reports.iter().map(|report| report.source_id.as_str()).collect();
            let left = listed
                .iter()
                .filter(|(recording, _)| !gone.contains(recording.source_id.as_str()));
            found.extend(left.map(|(recording, _)| DeletionDifference {
                id: Some(recording.id.clone()),
                source_id: recording.source_id.clone(),
                on: None,
                difference: Difference::NotDeleted,
                kept_for: None,
            }));
        }
        let maker = list.made_by == by.id;
        let on_recording = listed.iter().any(|(recording, _)| is_on(by, recording));
        let bar = |act| match list.state.bar(act, maker, on_recording) {
            None if act == ListActKind::Approve && !kept_now.is_empty() => Some(ListBar::Kept),
            bar => bar,
        };
        let may = |act: &ListActKind| match act {
            ListActKind::Approve | ListActKind::SendBack => by.role.checks(),
            ListActKind::Confirm => by.role.works(),
        };
        Ok(Some(DeletionListView {
            acts: ListActKind::ALL
                .into_iter()
                .filter(may)
                .map(|act| (act, bar(act)))
                .collect(),
            id: list.id,
            on: list.on,
            made_by: names.get(&list.made_by).cloned().unwrap_or_default(),
            state: list.state,
            rows: listed
                .iter()
                .map(|(recording, row)| ListedRecording {
                    line: line(recording, &zone),
                    rule: row.rule.clone(),
                    kept_until: row.kept_until,
                })
                .collect(),
            kept_now,
            steps: steps
                .into_iter()
                .map(|step| DeletionStep {
                    act: step.act,
                    on: step.on,
                    by: names.get(&step.by).cloned().unwrap_or_default(),
                    reason: step.reason,
                })
                .collect(),
            reported: u64::try_from(reports.len()).unwrap_or(u64::MAX),
            differences: found,
        }))
    }

    async fn make_deletion_list(&self, by: &Custodian) -> OfficeResult<String> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let before = KeepCategory::ALL.map(|category| (category, self.due_before(category, now.today)));
        let due = deletions::due(&mut tx, now.today, &before, MOST).await?;
        let ids: Vec<&str> = due.iter().map(String::as_str).collect();
        let found = recordings::with_ids(tx.conn().await?, &ids).await?;
        let mut rows = Vec::new();
        for recording in &found {
            if let Ok(permit) = self.may_be_listed(&mut tx, recording, now.today).await? {
                rows.push(Listed {
                    recording_id: recording.id.clone(),
                    rule: self.rule_of(permit.category),
                    kept_until: permit.kept_until,
                });
            }
        }
        if rows.is_empty() {
            return Err(Refusal::field("act", RecordingProblem::NothingDue));
        }
        let id = new_id();
        let act = AuditAct::DeletionListMade {
            recordings: u64::try_from(rows.len()).unwrap_or(u64::MAX),
        };
        audit_log::append(&mut tx, &now.entry((Subject::DeletionList, &id), &act, Some(&by.id))).await?;
        deletions::make(&mut tx, &id, now.today, (now.at, &by.id), &rows).await?;
        tx.commit().await?;
        Ok(id)
    }

    async fn judge_deletion_list(&self, by: &Reviewer, id: &str, approves: bool, reason: String) -> OfficeResult<()> {
        let now = self.now();
        let act = if approves {
            ListActKind::Approve
        } else {
            ListActKind::SendBack
        };
        let mut tx = self.store.begin().await?;
        let list = deletions::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        let listed = self.listed(&mut tx, id).await?;
        let all: Vec<Recording> = listed.into_iter().map(|(recording, _)| recording).collect();
        match list.state.bar(act, list.made_by == by.id, false) {
            None => {}
            Some(ListBar::SamePerson) => return Err(Refusal::field("act", RecordingProblem::OwnList)),
            Some(_) => return Err(Refusal::Stale),
        }
        not_on(by, &all)?;
        if approves {
            for recording in &all {
                if self.may_be_listed(&mut tx, recording, now.today).await?.is_err() {
                    return Err(Refusal::field("act", RecordingProblem::KeptOnList));
                }
            }
        }
        self.keep_step(&mut tx, id, act, reason, by, now).await?;
        Ok(tx.commit().await?)
    }

    async fn deletion_export(&self, _by: &Staff, id: &str) -> OfficeResult<Vec<ListedRecording>> {
        let (today, zone) = (self.now().today, self.profile.time_zone());
        let mut tx = self.store.begin().await?;
        let list = deletions::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        // Before it is approved, and once it was sent back, nothing may be deleted by it.
        if !matches!(list.state, ListState::Approved | ListState::Confirmed) {
            return Err(Refusal::NotFound);
        }
        let mut rows = Vec::new();
        for (recording, row) in self.listed(&mut tx, id).await? {
            if recording.deleted_on.is_none() && self.may_be_listed(&mut tx, &recording, today).await?.is_ok() {
                rows.push(ListedRecording {
                    line: line(&recording, &zone),
                    rule: row.rule,
                    kept_until: row.kept_until,
                });
            }
        }
        tx.give_up().await?;
        Ok(rows)
    }

    async fn confirm_deletions(&self, by: &Custodian, id: &str, reported: Vec<ReportedLine>) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let list = deletions::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        if list.state.bar(ListActKind::Confirm, false, false).is_some() {
            return Err(Refusal::Stale);
        }
        let listed = self.listed(&mut tx, id).await?;
        let on_list: BTreeSet<String> = listed
            .iter()
            .map(|(recording, _)| recording.source_id.clone())
            .collect();
        let no = self
            .keep_step(&mut tx, id, ListActKind::Confirm, String::new(), by, now)
            .await?;
        let mut reports = Vec::new();
        for line in reported {
            reports.push(self.enter_report(&mut tx, no, line, by, now).await?);
        }
        let told: Vec<Reported> = reports
            .iter()
            .map(|report| Reported {
                source_id: report.source_id.clone(),
                known: report.recording_id.is_some(),
                kept_for: report.kept_for.clone(),
            })
            .collect();
        let found = differences(&on_list, &told);
        for report in &mut reports {
            report.difference = found.get(&report.source_id).copied();
        }
        let count = |so: fn(Difference) -> bool| {
            let number = found.values().filter(|difference| so(**difference)).count();
            u64::try_from(number).unwrap_or(u64::MAX)
        };
        let act = AuditAct::DeletionsCompared {
            reported: u64::try_from(reports.len()).unwrap_or(u64::MAX),
            losses: count(Difference::is_a_loss),
            not_deleted: count(|difference| difference == Difference::NotDeleted),
        };
        audit_log::append(&mut tx, &now.entry((Subject::DeletionList, id), &act, Some(&by.id))).await?;
        deletions::report(&mut tx, id, &reports).await?;
        Ok(tx.commit().await?)
    }
}

impl RecordsOffice {
    /// The day before which recordings of a category were made whose time has run out.
    fn due_before(&self, category: KeepCategory, today: Date) -> Date {
        let days = match category {
            KeepCategory::NonEvidence => self.profile.keep_days,
            KeepCategory::Precheck => self.profile.precheck_keep_days,
        };
        today.saturating_sub(i64::from(days).days())
    }

    /// The rule under which a category is deleted.
    fn rule_of(&self, category: KeepCategory) -> String {
        let place = match category {
            KeepCategory::NonEvidence => 0,
            KeepCategory::Precheck => 1,
        };
        self.profile.retention_rules.get(place).cloned().unwrap_or_default()
    }

    /// What is on a list, each with its recording.
    async fn listed(&self, tx: &mut Tx, id: &str) -> OfficeResult<Vec<(Recording, Listed)>> {
        let rows = deletions::listed(tx.conn().await?, id).await?;
        let ids: Vec<&str> = rows.iter().map(|row| row.recording_id.as_str()).collect();
        let found = recordings::with_ids(tx.conn().await?, &ids).await?;
        let pair = |row: Listed| {
            let recording = found.iter().find(|recording| recording.id == row.recording_id);
            recording.cloned().map(|recording| (recording, row))
        };
        Ok(rows.into_iter().filter_map(pair).collect())
    }

    /// What the law says of a recording on a list, today.
    async fn may_be_listed(
        &self,
        tx: &mut Tx,
        recording: &Recording,
        today: Date,
    ) -> OfficeResult<Result<DeletionPermit, DeletionBar>> {
        let keeps = recordings::keeps(tx, &recording.id, today).await?;
        let candidate = Candidate {
            recording: as_kept(recording, &keeps)?,
            asked_for: deletions::asked_for(tx, &recording.id).await?,
        };
        Ok(candidate.may_be_listed(today, &self.profile))
    }

    /// Keeps a step and its entry of the audit log; its number.
    async fn keep_step(
        &self,
        tx: &mut Tx,
        id: &str,
        act: ListActKind,
        reason: String,
        by: &Staff,
        now: Moment,
    ) -> OfficeResult<i64> {
        let before = deletions::steps(tx.conn().await?, id).await?;
        let no = before.last().map_or(0, |step| step.no) + 1;
        let told = AuditAct::DeletionListActed { done: act };
        audit_log::append(tx, &now.entry((Subject::DeletionList, id), &told, Some(&by.id))).await?;
        let step = Step {
            no,
            act,
            reason,
            at: now.at,
            on: now.today,
            by: by.id.clone(),
        };
        deletions::step(tx, id, &step).await?;
        Ok(no)
    }

    /// Enters what the evidence system says of one recording, in the register too.
    async fn enter_report(
        &self,
        tx: &mut Tx,
        no: i64,
        reported: ReportedLine,
        by: &Staff,
        now: Moment,
    ) -> OfficeResult<Report> {
        let ReportedLine { line, source_id, on } = reported;
        let wrong = |problem: Problem| {
            let problem = Box::new(problem);
            Refusal::field(
                "csv",
                Problem::InLine {
                    line,
                    column: "deleted_on".to_owned(),
                    problem,
                },
            )
        };
        if on > now.today {
            return Err(wrong(Problem::InFuture));
        }
        let mut report = Report {
            no,
            line: i64::try_from(line).unwrap_or(i64::MAX),
            recording_id: recordings::id_of(tx, &source_id).await?,
            source_id,
            on,
            difference: None,
            kept_for: None,
        };
        let Some(recording_id) = report.recording_id.clone() else {
            return Ok(report);
        };
        let recording = recordings::find(tx.conn().await?, &recording_id)
            .await?
            .ok_or(Refusal::NotFound)?;
        if recording.deleted_on.is_some() {
            report.kept_for = recordings::breach(&self.store, &recording.id).await?;
            return Ok(report);
        }
        if let Some(day) = recordings::still_there(tx.conn().await?, &recording.id).await?
            && on < day
        {
            return Err(wrong(RecordingProblem::StillThere { day }.into()));
        }
        report.kept_for = self.may_be_listed(tx, &recording, on).await?.err();
        let category = KeepCategory::parse(recording.category.as_deref().unwrap_or_default().trim());
        let rule = category.map(|category| self.rule_of(category)).unwrap_or_default();
        let act = match report.kept_for.clone() {
            Some(kept_for) => AuditAct::DeletedInBreach {
                rule: rule.clone(),
                kept_for,
            },
            None => AuditAct::Deleted { rule: rule.clone() },
        };
        audit_log::append(tx, &deletion_entry(&recording.id, &act, &by.id, now)).await?;
        let gone = recordings::Deletion {
            recording_id: &recording.id,
            on,
            rule: &rule,
            at: now.at,
            by: &by.id,
        };
        let held = report
            .kept_for
            .as_ref()
            .is_some_and(|why| matches!(why.reason, KeepReason::Held { .. }));
        if let Some(kept_for) = &report.kept_for {
            recordings::delete_in_breach(tx, &gone, kept_for).await?;
        }
        if !held {
            recordings::delete(tx, &gone).await?;
        }
        Ok(report)
    }
}

fn difference(report: &Report) -> Option<DeletionDifference> {
    report.difference.map(|difference| DeletionDifference {
        id: report.recording_id.clone(),
        source_id: report.source_id.clone(),
        on: Some(report.on),
        difference,
        kept_for: report.kept_for.clone(),
    })
}
