//! The register of recordings.

use std::collections::HashMap;

use async_trait::async_trait;
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use law::{
    bar::{Bar, Section},
    recording::{RecordingActKind, RecordingStatus, StatusChange, StatusChangeKind},
    retention::{Keep, KeepGround, Retained, Undeletable},
};
use office::{
    Answer, Problem, Refusal, TrackingNumber,
    desk::RecordingDesk,
    forms::{Deletion, NewRecording, RecordingContext, SceneForm, StatusForm},
    permission::Custodian,
    views::{
        AuditAct, AuditLine, AuditPage, Imported, KeptFor, RecordingFilter, RecordingLine, RecordingPage,
        RecordingView, RequestRecordings, Staff,
    },
};

use super::{Moment, RecordsOffice};
use crate::{
    fault::Stored,
    ids::new_id,
    store::{
        Tx,
        audit_log::{self, Subject},
        notices, orders,
        recordings::{self, Recording},
        requests, staff, status,
    },
};

pub mod import;

/// Suggested recordings shown at most.
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

    async fn recordings(&self, _by: &Staff, filter: RecordingFilter) -> Answer<RecordingPage> {
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

    async fn recording(&self, by: &Staff, id: &str) -> Answer<Option<RecordingView>> {
        match recordings::find(self.store.reader(), id).await? {
            Some(found) => Ok(Some(self.recording_view(by, found).await?)),
            None => Ok(None),
        }
    }

    async fn recordings_of(&self, _by: &Staff, number: &TrackingNumber) -> Answer<RequestRecordings> {
        let Some(known) = status::find(&self.store, number).await? else {
            return Err(Refusal::NotFound);
        };
        let zone = self.profile.time_zone();
        let lines = |found: Vec<Recording>| found.iter().map(|recording| line(recording, &zone)).collect();
        Ok(RequestRecordings {
            linked: lines(recordings::of_request(self.store.reader(), &known.id).await?),
            suggested: lines(recordings::suggested(&self.store, &known.id, SUGGESTED).await?),
        })
    }

    async fn register(&self, by: &Custodian, recording: NewRecording) -> Answer<String> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        if recordings::known(&mut tx, &recording.source_id).await? {
            return Err(Refusal::field("source_id", import::registered_already()));
        }
        let id = self.enter(&mut tx, &recording, Some(&by.id), now).await?;
        tx.commit().await?;
        Ok(id)
    }

    async fn import(&self, by: &Custodian, csv: &str) -> Answer<Imported> {
        self.import_lines(csv.as_bytes().to_vec(), Some(by.id.clone()), import::Mode::AllOrNone)
            .await
    }

    async fn change_status(&self, by: &Custodian, id: &str, form: StatusForm) -> Answer<()> {
        let StatusForm {
            change,
            reason,
            version,
        } = form;
        let today = self.now().today;
        let change_to = move |mut recording: Recording| {
            recording.status = recording.status.change(&change, today)?;
            let status = recording.status.clone();
            let section = change.kind().section().0.into_owned();
            Ok((recording, AuditAct::Status { status, reason }, Some(section)))
        };
        self.change_recording(by, id, version, RecordingActKind::Status, change_to)
            .await
    }

    async fn judge(&self, by: &Custodian, id: &str, form: SceneForm) -> Answer<()> {
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

    async fn audit(&self, _by: &Staff, contacts: bool, page: u32) -> Answer<AuditPage> {
        let act = contacts.then_some(AuditAct::ContactOpened.key());
        let (found, total) = audit_log::page(&self.store, act, page).await?;
        let names = staff::names(&self.store).await?;
        let line = |(subject, id, line)| AuditLine {
            subject,
            id,
            entry: audit_entry(line, &names),
        };
        Ok(AuditPage {
            contacts,
            lines: found.into_iter().map(line).collect(),
            total,
            page: page.max(1),
        })
    }

    async fn link(&self, by: &Custodian, id: &str, number: &TrackingNumber) -> Answer<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let recording = recordings::find(tx.conn(), id).await?.ok_or(Refusal::NotFound)?;
        must_be_possible(&recording, RecordingActKind::Link)?;
        let unknown = || Refusal::field("number", office::Problem::NoSuchPair);
        let request_id = requests::id_of(&mut tx, number).await?.ok_or_else(unknown)?;
        if !self
            .link_within(&mut tx, &recording.id, (&request_id, number), &by.id, now)
            .await?
        {
            return Ok(());
        }
        Ok(tx.commit().await?)
    }

    async fn record_deletion(&self, by: &Custodian, id: &str, deletion: Deletion) -> Answer<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let recording = recordings::find(tx.conn(), id).await?.ok_or(Refusal::NotFound)?;
        must_be_possible(&recording, RecordingActKind::Delete)?;
        // Ahead, a hold may have ended.
        if deletion.on > now.today {
            return Err(Refusal::field("on", Problem::InFuture));
        }
        let keeps = recordings::keeps(&mut tx, &recording.id, deletion.on).await?;
        self.held(&recording, &keeps, deletion.on)?;
        // The entry comes first: it says what day it is.
        let act = AuditAct::Deleted {
            rule: deletion.rule.clone(),
        };
        audit_log::append(&mut tx, &entry(&recording.id, &act, Some(&by.id), now, None)).await?;
        recordings::delete(
            &mut tx,
            &recordings::Deletion {
                recording_id: &recording.id,
                on: deletion.on,
                rule: &deletion.rule,
                at: now.at,
                by: &by.id,
            },
        )
        .await?;
        Ok(tx.commit().await?)
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
    audit_log::Entry {
        subject: Subject::Recording,
        subject_id: id,
        at: now.at,
        on: now.today,
        staff_id: by,
        act: act.key(),
        event: act,
        citation,
    }
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

fn local(micros: i64, zone: &TimeZone) -> DateTime {
    let instant = Timestamp::from_microsecond(micros).unwrap_or_default();
    zone.to_datetime(instant)
}

fn minute(instant: Timestamp, zone: &TimeZone) -> String {
    zone.to_datetime(instant).strftime("%Y-%m-%dT%H:%M").to_string()
}

impl RecordsOffice {
    async fn recording_view(&self, by: &Staff, found: Recording) -> Answer<RecordingView> {
        let (today, zone) = (self.now().today, self.profile.time_zone());
        let names = staff::names(&self.store).await?;
        let kept_for = self.kept_for(&found).await?;
        let keeps: Vec<Keep> = kept_for.iter().map(|kept| keep(kept.ground, kept.last_day)).collect();
        let orders = orders::naming(self.store.reader(), &found.id).await?;
        let entries = audit_log::of(&self.store, Subject::Recording, &found.id).await?;
        let changes = StatusChangeKind::ALL
            .into_iter()
            .filter(|kind| *kind != StatusChangeKind::Order)
            .map(|kind| (kind, found.status.may_change(kind).err()))
            .collect();
        let requests = recordings::requests_of(self.store.reader(), &found.id).await?;
        Ok(RecordingView {
            line: line(&found, &zone),
            ended: local(found.ended_at, &zone),
            uploaded: found.uploaded_at.map(|at| local(at, &zone)),
            division: match &found.unit {
                Some(unit) if found.division.is_none() => Some(unit.clone()),
                _ => self.division(found.division.as_deref()),
            },
            incident_number: found.incident_number.clone(),
            category: found.category.clone(),
            scene: found.scene(),
            people_logged: found.people_logged_at.is_some(),
            version: found.version,
            today,
            changes,
            orders: orders.iter().map(|kept| super::orders::line(kept, today)).collect(),
            requests: requests.into_iter().map(|(_, number)| number).collect(),
            suggested: recordings::asked_about(&self.store, &found.id, SUGGESTED).await?,
            undeletable: as_kept(&found, &keeps)?.may_delete(today, &self.profile).err(),
            kept_for,
            entries: entries.into_iter().map(|line| audit_entry(line, &names)).collect(),
            may_change: by.role.works() && found.deleted_on.is_none(),
        })
    }

    /// Everything that keeps a recording today.
    async fn kept_for(&self, recording: &Recording) -> Stored<Vec<KeptFor>> {
        let today = self.now().today;
        let holds = recordings::held_by(&self.store, &recording.id, today).await?;
        let held = holds.into_iter().map(|(number, ground, last_day)| KeptFor {
            ground,
            number: Some(number),
            last_day,
        });
        let orders = orders::naming(self.store.reader(), &recording.id).await?;
        let ordered = orders.iter().filter_map(|kept| kept.order.keep(&recording.id));
        let ordered = ordered.map(|keep| KeptFor {
            ground: keep.ground,
            number: None,
            last_day: keep.last_day,
        });
        let on_recording = notices::on_recording(&self.store, &recording.id).await?;
        let runs = on_recording.iter().find_map(|kept| kept.notice.keep());
        let alone = runs.map(|keep| keep.ground).into_iter();
        let alone = alone.chain(KeepGround::of(&recording.status)).map(|ground| KeptFor {
            ground,
            number: None,
            last_day: None,
        });
        Ok(held.chain(ordered).chain(alone).collect())
    }

    /// Refuses a deletion while anything holds the recording. What is only young, unclassified or without a schedule is
    /// recorded all the same: the evidence system has deleted it, and that must be known.
    fn held(&self, recording: &Recording, keeps: &[Keep], on: law::Date) -> Answer<()> {
        match as_kept(recording, keeps)?.may_delete(on, &self.profile) {
            Err(
                why @ Undeletable {
                    reason: law::retention::KeepReason::Held { .. },
                    ..
                },
            ) => Err(why.into()),
            _ => Ok(()),
        }
    }

    /// Enters a recording; its id. Its number must be new.
    async fn enter(&self, tx: &mut Tx, new: &NewRecording, by: Option<&str>, now: Moment) -> Stored<String> {
        let zone = self.profile.time_zone();
        let id = new_id();
        let recording = Recording {
            id: id.clone(),
            source_id: new.source_id.clone(),
            camera: new.camera,
            officer: new.officer.clone(),
            division: new.division.clone(),
            unit: new.unit.clone(),
            started_at: new.started_at.as_microsecond(),
            ended_at: new.ended_at.as_microsecond(),
            recorded_from: minute(new.started_at, &zone),
            recorded_to: minute(new.ended_at, &zone),
            uploaded_at: new.uploaded_at.map(Timestamp::as_microsecond),
            place: new.place.clone(),
            incident_number: new.incident_number.clone(),
            category: new.category.clone(),
            location: new.location,
            crime_scene_at: None,
            status: RecordingStatus::Undetermined,
            people_logged_at: None,
            deleted_on: None,
            entered_at: now.at,
            entered_on: now.today,
            entered_by: by.map(str::to_owned),
            version: 1,
        };
        recordings::insert(tx, &recording).await?;
        audit_log::append(tx, &entry(&id, &AuditAct::Registered, by, now, None)).await?;
        Ok(id)
    }

    /// Links a recording to a request; `false` if it was already.
    async fn link_within(
        &self,
        tx: &mut Tx,
        recording_id: &str,
        (request_id, number): (&str, &TrackingNumber),
        by: &str,
        now: Moment,
    ) -> Stored<bool> {
        let link = recordings::Link {
            request_id,
            recording_id,
            at: now.at,
            on: now.today,
            by,
        };
        if !recordings::link(tx, &link).await? {
            return Ok(false);
        }
        let act = AuditAct::Linked {
            number: number.to_string(),
        };
        audit_log::append(tx, &entry(recording_id, &act, Some(by), now, None)).await?;
        Ok(true)
    }

    /// Changes a recording as it was seen.
    async fn change_recording(
        &self,
        by: &Staff,
        id: &str,
        version: i64,
        kind: RecordingActKind,
        change: impl FnOnce(Recording) -> Answer<(Recording, AuditAct, Option<String>)> + Send + 'static,
    ) -> Answer<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let before = recordings::find(tx.conn(), id).await?.ok_or(Refusal::NotFound)?;
        if before.version != version {
            return Err(Refusal::Stale);
        }
        must_be_possible(&before, kind)?;
        let (after, act, citation) = change(before)?;
        if !recordings::save(&mut tx, &after).await? {
            return Err(Refusal::Stale);
        }
        if matches!(
            after.status,
            RecordingStatus::Reclosed { .. } | RecordingStatus::ConfidentialOther
        ) {
            let section = Section(citation.clone().unwrap_or_default().into());
            self.stop_all(&mut tx, id, &section, Some(&by.id), now).await?;
        }
        self.stop_closed(&mut tx, id, Some(&by.id), now).await?;
        audit_log::append(&mut tx, &entry(id, &act, Some(&by.id), now, citation.as_deref())).await?;
        Ok(tx.commit().await?)
    }

    /// A verified order changes the status of the recordings that it discloses.
    pub(super) async fn ordered(&self, tx: &mut Tx, id: &str, by: &str, now: Moment) -> Answer<()> {
        let mut recording = recordings::find(tx.conn(), id).await?.ok_or(Refusal::NotFound)?;
        let change = StatusChange::Order {
            ruling: law::order::Ruling::Disclose,
        };
        if matches!(
            recording.status,
            RecordingStatus::CourtOrdered { .. } | RecordingStatus::InactiveOpen { .. }
        ) {
            return Ok(());
        }
        recording.status = recording.status.change(&change, now.today)?;
        let status = recording.status.clone();
        if !recordings::save(tx, &recording).await? {
            return Err(Refusal::Stale);
        }
        let act = AuditAct::Status {
            status,
            reason: String::new(),
        };
        let section = StatusChangeKind::Order.section();
        audit_log::append(tx, &entry(id, &act, Some(by), now, Some(&section.0))).await?;
        Ok(())
    }
}

fn must_be_possible(recording: &Recording, kind: RecordingActKind) -> Result<(), Bar> {
    kind.bar(recording.deleted_on).map_or(Ok(()), Err)
}

fn as_kept(recording: &Recording, keeps: &[Keep]) -> Stored<Retained> {
    Ok(Retained {
        recorded: recording.recorded_on()?,
        category: recording.category.clone().unwrap_or_default(),
        status: recording.status.clone(),
        keeps: keeps.to_vec(),
    })
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
