//! Entering, linking and changing a recording, within a transaction.

use jiff::Timestamp;
use law::{
    bar::{Bar, Section},
    recording::{RecordingActKind, RecordingStatus, StatusChange, StatusChangeKind},
    retention::{Keep, RetainedRecording},
};
use office::{
    OfficeResult, Refusal, TrackingNumber,
    forms::NewRecording,
    views::{AuditAct, Staff},
};

use super::{
    super::{Moment, RecordsOffice, conflicts::not_on, releases::Cause},
    entry,
    view::minute,
};
use crate::{
    fault::Stored,
    ids::new_id,
    store::{
        Tx,
        audit_log::{self},
        recordings::{self, Recording},
        search,
    },
};

impl RecordsOffice {
    /// Enters a recording; its id. Its number must be new.
    pub(super) async fn enter(&self, tx: &mut Tx, new: &NewRecording, by: Option<&str>, now: Moment) -> Stored<String> {
        let recording = self.registered(new, by, now);
        recordings::insert_all(tx, std::slice::from_ref(&recording)).await?;
        audit_log::append(tx, &entry(&recording.id, &AuditAct::Registered, by, now, None)).await?;
        Ok(recording.id)
    }

    /// A recording as it is registered now, under a new id.
    pub(super) fn registered(&self, new: &NewRecording, by: Option<&str>, now: Moment) -> Recording {
        let zone = self.profile.time_zone();
        Recording {
            id: new_id(),
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
        }
    }

    /// Links a recording to a request; `false` if it was already.
    pub(in crate::office) async fn link_within(
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
        // Two people at once: one sees what the other did.
        recordings::hold_still(tx, recording_id).await?;
        if recordings::is_linked(tx, request_id, recording_id).await? {
            return Ok(false);
        }
        search::keep_linked(tx, link.request_id, link.recording_id).await?;
        if !recordings::link(tx, &link).await? {
            // The first link was taken back; it stays, and so does what corrects it.
            let again = recordings::LinkChange {
                link,
                reason: "",
                taken_back: false,
            };
            recordings::change_link(tx, &again).await?;
        }
        let act = AuditAct::Linked {
            number: number.to_string(),
        };
        audit_log::append(tx, &entry(recording_id, &act, Some(by), now, None)).await?;
        Ok(true)
    }

    /// Changes a recording as it was seen.
    pub(super) async fn change_recording(
        &self,
        by: &Staff,
        id: &str,
        version: i64,
        kind: RecordingActKind,
        change: impl FnOnce(Recording) -> OfficeResult<(Recording, AuditAct, Option<String>)> + Send + 'static,
    ) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let before = recordings::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        if before.version != version {
            return Err(Refusal::Stale);
        }
        must_be_possible(&before, kind)?;
        not_on(by, std::slice::from_ref(&before))?;
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
        if kind == RecordingActKind::Status {
            self.advance_all(&mut tx, id, &Cause::Other).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Says that everybody seen or heard in a recording is in its log; nothing where that is said already.
    pub(in crate::office) async fn complete_within(
        &self,
        tx: &mut Tx,
        id: &str,
        by: &Staff,
        now: Moment,
    ) -> OfficeResult<()> {
        let mut recording = recordings::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        must_be_possible(&recording, RecordingActKind::Scene)?;
        not_on(by, std::slice::from_ref(&recording))?;
        if recording.people_logged_at.is_some() {
            return Ok(());
        }
        recording.people_logged_at = Some(now.at);
        if !recordings::save(tx, &recording).await? {
            return Err(Refusal::Stale);
        }
        let act = AuditAct::Judged {
            scene: recording.scene(),
            people_logged: true,
        };
        audit_log::append(tx, &entry(id, &act, Some(&by.id), now, None)).await?;
        Ok(())
    }

    /// The record of a request is closed again (610.105.1): so are the recordings that answer it, on whatever request they
    /// went out.
    pub(in crate::office) async fn reclose_linked(
        &self,
        tx: &mut Tx,
        request_id: &str,
        since: law::Date,
        by: Option<&str>,
        now: Moment,
    ) -> OfficeResult<()> {
        let section = StatusChangeKind::Reclose.section();
        for mut recording in recordings::of_request(tx.conn().await?, request_id).await? {
            if matches!(recording.status, RecordingStatus::Reclosed { .. }) {
                continue;
            }
            // One that another law keeps closed stays so, under that law.
            if let Ok(status) = recording
                .status
                .clone()
                .change(&StatusChange::Reclose { since }, now.today)
            {
                recording.status = status.clone();
                let act = AuditAct::Status {
                    status,
                    reason: String::new(),
                };
                if !recordings::save(tx, &recording).await? {
                    return Err(Refusal::Stale);
                }
                audit_log::append(tx, &entry(&recording.id, &act, by, now, Some(&section.0))).await?;
            }
            self.stop_all(tx, &recording.id, &section, by, now).await?;
        }
        Ok(())
    }

    /// A change of status that was entered on a request, in the register where the fact is kept.
    pub(in crate::office) async fn determine(
        &self,
        tx: &mut Tx,
        mut recording: Recording,
        change: &StatusChange,
        by: &str,
        now: Moment,
    ) -> OfficeResult<()> {
        let before = recording.status.clone();
        recording.status = recording.status.change(change, now.today)?;
        if recording.status == before {
            return Ok(());
        }
        let (id, status) = (recording.id.clone(), recording.status.clone());
        if !recordings::save(tx, &recording).await? {
            return Err(Refusal::Stale);
        }
        let section = change.kind().section();
        if matches!(status, RecordingStatus::Reclosed { .. }) {
            self.stop_all(tx, &id, &section, Some(by), now).await?;
        }
        self.stop_closed(tx, &id, Some(by), now).await?;
        let act = AuditAct::Status {
            status,
            reason: String::new(),
        };
        audit_log::append(tx, &entry(&id, &act, Some(by), now, Some(&section.0))).await?;
        Ok(())
    }

    /// A verified order changes the status of the recordings that it discloses.
    pub(in crate::office) async fn ordered(&self, tx: &mut Tx, id: &str, by: &str, now: Moment) -> OfficeResult<()> {
        let mut recording = recordings::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        let change = StatusChange::Order {
            ruling: law::request_order::Ruling::Disclose,
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

pub(in crate::office) fn must_be_possible(recording: &Recording, kind: RecordingActKind) -> Result<(), Bar> {
    kind.bar(recording.deleted_on).map_or(Ok(()), Err)
}

pub(in crate::office) fn as_kept(recording: &Recording, keeps: &[Keep]) -> Stored<RetainedRecording> {
    Ok(RetainedRecording {
        recorded: recording.recorded_on()?,
        category: recording.category.clone().unwrap_or_default(),
        status: recording.status.clone(),
        keeps: keeps.to_vec(),
    })
}
