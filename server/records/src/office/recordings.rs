//! The register of recordings.

mod change;
pub mod import;
mod view;

use std::{collections::HashMap, sync::Arc};

use async_trait::async_trait;
use jiff::tz::TimeZone;
use law::{
    recording::{RecordingActKind, StatusChange},
    request::inactive_on,
    request_state::Rules,
    retention::{Keep, KeepGround, KeepReason},
};
use office::{
    OfficeResult, Problem, Refusal, TrackingNumber,
    desk::{AUDIT_EXPORT, RecordingDesk},
    forms::{Deletion, NewRecording, RecordingContext, SceneForm, StatusForm, Unlink},
    permission::{Auditor, Custodian},
    problem::RecordingProblem,
    views::{
        AuditAct, AuditFilter, AuditLine, AuditPage, PAGE_LINES, READING_DAYS, ReadingLine, ReadingReport,
        RecordingFilter, RecordingLine, RecordingPage, RecordingView, Staff,
    },
};

pub(super) use self::change::as_kept;
pub(super) use self::change::must_be_possible;
use self::view::local;
use super::{Moment, RecordsOffice, conflicts::not_on};
use crate::{
    fault::Stored,
    store::{
        audit_log::{self, Subject},
        closures, copies, notices, people,
        recordings::{self, Recording},
        releases, requests, staff,
    },
};

/// Requests shown at most that ask about the time of a recording.
const SUGGESTED: i64 = 50;

#[async_trait]
impl RecordingDesk for RecordsOffice {
    fn recording_context(&self) -> RecordingContext {
        let name = |division: &law::profile::Division| (division.key.clone(), division.name.clone());
        RecordingContext {
            now: self.clock.now(),
            zone: self.profile.time_zone(),
            divisions: self.profile.divisions.iter().map(name).collect(),
        }
    }

    async fn recordings(&self, _by: &Staff, filter: RecordingFilter) -> OfficeResult<RecordingPage> {
        let wanted = recordings::Filter {
            words: filter.q,
            day: filter.day,
            status: None,
            page: filter.page,
        };
        let (found, total) = recordings::page(&self.store, &wanted).await?;
        let zone = self.profile.time_zone();
        Ok(RecordingPage {
            lines: found.iter().map(|recording| line(recording, &zone)).collect(),
            total,
            page: filter.page.max(1),
        })
    }

    async fn recording(&self, by: &Staff, id: &str) -> OfficeResult<Option<RecordingView>> {
        match recordings::find(self.store.reader(), id).await? {
            Some(found) => Ok(Some(self.recording_view(by, found).await?)),
            None => Ok(None),
        }
    }

    async fn register(&self, by: &Custodian, recording: NewRecording) -> OfficeResult<String> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        if recordings::exists(&mut tx, &recording.source_id).await? {
            return Err(Refusal::field("source_id", RecordingProblem::RegisteredAlready));
        }
        let id = self.enter(&mut tx, &recording, Some(&by.id), now).await?;
        tx.commit().await?;
        Ok(id)
    }

    async fn change_status(&self, by: &Custodian, id: &str, form: StatusForm) -> OfficeResult<()> {
        let StatusForm {
            change,
            reason,
            version,
        } = form;
        let now = self.now();
        let today = now.today;
        let closures = closures::entered_by(self.store.reader(), now.at).await?;
        let profile = Arc::clone(&self.profile);
        let change_to = move |mut recording: Recording| {
            let rules = Rules {
                profile: &profile,
                closures: &closures,
            };
            if let StatusChange::Inactive { ground, since } = &change {
                inactive_on(recording.recorded_on()?, *ground, *since, rules)?;
            }
            recording.status = recording.status.change(&change, today)?;
            let status = recording.status.clone();
            let section = change.kind().section().0.into_owned();
            Ok((recording, AuditAct::Status { status, reason }, Some(section)))
        };
        self.change_recording(by, id, version, RecordingActKind::Status, change_to)
            .await
    }

    async fn judge(&self, by: &Custodian, id: &str, form: SceneForm) -> OfficeResult<()> {
        let at = self.now().at;
        let since = move |is: bool, known: Option<i64>| is.then(|| known.unwrap_or(at));
        let SceneForm {
            scene,
            people_logged,
            version,
        } = form;
        let judge = move |mut recording: Recording| {
            recording.location = scene.location;
            recording.crime_scene_at = since(scene.crime_scene_of_deceased, recording.crime_scene_at);
            recording.people_logged_at = since(people_logged, recording.people_logged_at);
            Ok((recording, AuditAct::Judged { scene, people_logged }, None))
        };
        self.change_recording(by, id, version, RecordingActKind::Scene, judge)
            .await
    }

    async fn audit(&self, _by: &Staff, filter: AuditFilter) -> OfficeResult<AuditPage> {
        let page = filter.page.max(1);
        let places = (i64::from(PAGE_LINES), i64::from(page - 1) * i64::from(PAGE_LINES));
        let names = staff::names(&self.store).await?;
        let mut people: Vec<(String, String)> = names.iter().map(|(id, name)| (id.clone(), name.clone())).collect();
        people.sort_by(|one, other| (&one.1, &one.0).cmp(&(&other.1, &other.0)));
        Ok(AuditPage {
            lines: self.audit_between(&filter, places).await?,
            total: audit_log::count(&self.store, &filter).await?,
            page,
            people,
        })
    }

    async fn audit_lines(&self, _by: &Staff, filter: AuditFilter) -> OfficeResult<Vec<AuditLine>> {
        Ok(self.audit_between(&filter, (i64::from(AUDIT_EXPORT), 0)).await?)
    }

    async fn reading(&self, _by: &Auditor) -> OfficeResult<ReadingReport> {
        Ok(self.reading_report().await?)
    }

    async fn link(&self, by: &Custodian, id: &str, number: &TrackingNumber) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let recording = recordings::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        must_be_possible(&recording, RecordingActKind::Link)?;
        let unknown = || Refusal::field("number", office::Problem::NoSuchPair);
        let request_id = requests::id_of(&mut tx, number).await?.ok_or_else(unknown)?;
        if !self
            .link_within(&mut tx, &recording.id, (&request_id, number), &by.id, now)
            .await?
        {
            return Ok(tx.give_up().await?);
        }
        Ok(tx.commit().await?)
    }

    async fn unlink(&self, by: &Custodian, id: &str, unlink: Unlink) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let recording = recordings::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        not_on(by, std::slice::from_ref(&recording))?;
        let unknown = || Refusal::field("number", RecordingProblem::NotLinked);
        let request_id = requests::id_of(&mut tx, &unlink.number).await?.ok_or_else(unknown)?;
        recordings::hold_still(&mut tx, &recording.id).await?;
        if !recordings::is_linked(&mut tx, &request_id, &recording.id).await? {
            return Err(unknown());
        }
        for copy in copies::of_recording(tx.conn().await?, &recording.id).await? {
            if releases::is_out(&mut tx, &request_id, &copy.id).await? {
                return Err(Refusal::field("number", RecordingProblem::OutOnRequest));
            }
        }
        let told = notices::of_request(&mut tx, &request_id).await?;
        let told = told.iter().filter(|kept| kept.recording_id == recording.id);
        for kept in told {
            if kept.notice.keep().is_some()
                && people::find(tx.conn().await?, &kept.person_id)
                    .await?
                    .is_some_and(|person| person.taken_out.is_none())
            {
                return Err(Refusal::field("number", RecordingProblem::PeopleTold));
            }
        }
        let change = recordings::LinkChange {
            link: recordings::Link {
                request_id: &request_id,
                recording_id: &recording.id,
                at: now.at,
                on: now.today,
                by: &by.id,
            },
            reason: &unlink.reason,
            taken_back: true,
        };
        recordings::change_link(&mut tx, &change).await?;
        let act = AuditAct::LinkTakenBack {
            number: unlink.number.to_string(),
            reason: unlink.reason.clone(),
        };
        audit_log::append(&mut tx, &entry(&recording.id, &act, Some(&by.id), now, None)).await?;
        Ok(tx.commit().await?)
    }

    async fn record_deletion(&self, by: &Custodian, id: &str, deletion: Deletion) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let recording = recordings::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        must_be_possible(&recording, RecordingActKind::Delete)?;
        not_on(by, std::slice::from_ref(&recording))?;
        // Ahead, a hold may have ended.
        if deletion.on > now.today {
            return Err(Refusal::field("on", Problem::InFuture));
        }
        if let Some(day) = recordings::still_there(tx.conn().await?, &recording.id).await?
            && deletion.on < day
        {
            return Err(Refusal::field("on", RecordingProblem::StillThere { day }));
        }
        let keeps = recordings::keeps(&mut tx, &recording.id, deletion.on).await?;
        let kept_for = as_kept(&recording, &keeps)?
            .may_delete(deletion.on, &self.profile)
            .err();
        let rules = &self.profile.retention_rules;
        let in_breach = deletion.breach && kept_for.is_some();
        let held = kept_for
            .clone()
            .filter(|why| matches!(why.reason, KeepReason::Held { .. }));
        if let Some(why) = held.clone().filter(|_| !deletion.breach) {
            return Err(why.into());
        }
        if !rules.contains(&deletion.rule) && !in_breach {
            let known = rules.join(", ");
            return Err(Refusal::field("rule", RecordingProblem::NoRetentionRule { known }));
        }
        // The entry comes first: it says what day it is.
        let rule = deletion.rule.clone();
        let act = match kept_for.clone() {
            Some(kept_for) => AuditAct::DeletedInBreach { rule, kept_for },
            None => AuditAct::Deleted { rule },
        };
        audit_log::append(&mut tx, &entry(&recording.id, &act, Some(&by.id), now, None)).await?;
        let gone = recordings::Deletion {
            recording_id: &recording.id,
            on: deletion.on,
            rule: &deletion.rule,
            at: now.at,
            by: &by.id,
        };
        // What was only young or unclassified is a breach too; what was held, the register of deletions does not take.
        if let Some(kept_for) = &kept_for {
            recordings::delete_in_breach(&mut tx, &gone, kept_for).await?;
        }
        if held.is_none() {
            recordings::delete(&mut tx, &gone).await?;
        }
        Ok(tx.commit().await?)
    }
}

impl RecordsOffice {
    /// Who opened how much of what is private, lately.
    pub(super) async fn reading_report(&self) -> Stored<ReadingReport> {
        let to = self.now().today;
        let from = to.saturating_sub(jiff::Span::new().days(READING_DAYS));
        let names = staff::names(&self.store).await?;
        let mut lines: Vec<ReadingLine> = Vec::new();
        for (id, on, act, number) in audit_log::opened(&self.store, from).await? {
            if lines.last().is_none_or(|line| line.id != id || line.on != on) {
                lines.push(ReadingLine {
                    name: names.get(&id).cloned().unwrap_or_default(),
                    id,
                    on,
                    private_parts: 0,
                    files: 0,
                    contacts: 0,
                    lists: 0,
                });
            }
            let Some(line) = lines.last_mut() else { continue };
            match act.as_str() {
                "private_opened" | "objection_opened" | "paper_opened" => line.private_parts += number,
                "file_opened" => line.files = number,
                "names_listed" => line.lists = number,
                _ => line.contacts = number,
            }
        }
        Ok(ReadingReport::of(from, to, lines))
    }

    async fn audit_between(&self, filter: &AuditFilter, places: (i64, i64)) -> crate::fault::Stored<Vec<AuditLine>> {
        let found = audit_log::page(&self.store, filter, places).await?;
        let names = staff::names(&self.store).await?;
        let line = |told: audit_log::Told| AuditLine {
            subject: told.subject,
            id: told.id,
            at: self.zoned(told.at),
            on: told.on,
            staff: told.staff_id.and_then(|id| names.get(&id).cloned()),
            deed: told.deed,
            citation: told.citation,
        };
        Ok(found.into_iter().map(line).collect())
    }
}

/// An entry about a recording.
fn entry<'a>(
    id: &'a str,
    act: &'a AuditAct,
    by: Option<&'a str>,
    now: Moment,
    citation: Option<&'a str>,
) -> audit_log::Entry<'a, AuditAct> {
    now.entry((Subject::Recording, id), act, by).citing(citation)
}

/// An entry that the evidence system deleted a recording.
pub(super) fn deletion_entry<'a>(
    id: &'a str,
    act: &'a AuditAct,
    by: &'a str,
    now: Moment,
) -> audit_log::Entry<'a, AuditAct> {
    entry(id, act, Some(by), now, None)
}

/// Does a recording as the law sees it, for lists.
pub(super) fn line(recording: &Recording, zone: &TimeZone) -> RecordingLine {
    RecordingLine {
        id: recording.id.clone(),
        source_id: recording.source_id.clone(),
        camera: recording.camera,
        officer: recording.officer.clone(),
        started: local(recording.started_at, zone),
        place: recording.place.clone(),
        status: recording.status.clone(),
        deleted_on: recording.deleted_on,
    }
}

const fn keep(ground: KeepGround, last_day: Option<law::Date>) -> Keep {
    Keep { ground, last_day }
}

/// An entry as staff read it.
pub(super) fn audit_entry(
    line: audit_log::Line<AuditAct>,
    names: &HashMap<String, String>,
) -> office::views::AuditEntry {
    office::views::AuditEntry {
        on: line.on,
        staff: line.staff_id.and_then(|id| names.get(&id).cloned()),
        act: line.event,
        citation: line.citation.map(|section| section.0.into_owned()),
    }
}
