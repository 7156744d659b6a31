//! What the console shows of a recording.

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use law::{
    recording::StatusChangeKind,
    retention::{Keep, KeepGround},
};
use office::{
    OfficeResult,
    views::{KeptFor, RecordingView, Staff},
};

use super::{
    super::{RecordsOffice, conflicts::is_on},
    SUGGESTED, audit_entry,
    change::as_kept,
    keep, line,
};
use crate::{
    fault::Stored,
    store::{
        audit_log::{self, Subject},
        court, notices, orders,
        recordings::{self, Recording},
        staff,
    },
};

impl RecordsOffice {
    pub(super) async fn recording_view(&self, by: &Staff, found: Recording) -> OfficeResult<RecordingView> {
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
        let together = recordings::together(&self.store, &found).await?;
        Ok(RecordingView {
            uploaded_late: late(&found),
            together: together.iter().map(|(other, tie)| (line(other, &zone), *tie)).collect(),
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
            orders: orders
                .iter()
                .map(|kept| super::super::orders::line(kept, today))
                .collect(),
            requests: requests.into_iter().map(|(_, number)| number).collect(),
            suggested: recordings::asked_about(&self.store, &found.id, SUGGESTED).await?,
            undeletable: as_kept(&found, &keeps)?.may_delete(today, &self.profile).err(),
            breach: recordings::breach(&self.store, &found.id).await?,
            kept_for,
            entries: entries.into_iter().map(|line| audit_entry(line, &names)).collect(),
            may_change: by.role.works(),
            conflict: is_on(by, &found),
        })
    }

    /// Everything that keeps a recording today.
    pub(super) async fn kept_for(&self, recording: &Recording) -> Stored<Vec<KeptFor>> {
        let today = self.now().today;
        let holds = recordings::held_by(&self.store, &recording.id, today).await?;
        let held = holds.into_iter().map(|(number, ground, last_day)| KeptFor {
            ground,
            number: Some(number),
            suit: None,
            last_day,
        });
        let suits = court::holding(&self.store, &recording.id, today).await?;
        let suits = suits.into_iter().map(|(id, case, last_day)| KeptFor {
            ground: KeepGround::Lawsuit,
            number: None,
            suit: Some((id, case)),
            last_day,
        });
        let orders = orders::naming(self.store.reader(), &recording.id).await?;
        let ordered = orders.iter().filter_map(|kept| kept.order.keep(&recording.id));
        let ordered = ordered.map(|keep| KeptFor {
            ground: keep.ground,
            number: None,
            suit: None,
            last_day: keep.last_day,
        });
        let on_recording = notices::on_recording(&self.store, &recording.id).await?;
        let runs = on_recording.iter().find_map(|kept| kept.notice.keep());
        let alone = runs.map(|keep| keep.ground).into_iter();
        let alone = alone.chain(KeepGround::of(&recording.status)).map(|ground| KeptFor {
            ground,
            number: None,
            suit: None,
            last_day: None,
        });
        Ok(held.chain(suits).chain(ordered).chain(alone).collect())
    }
}

/// An upload is late more than so many hours after the end of the recording.
const UPLOAD_HOURS: i64 = 24;

/// How many hours after its end a recording was uploaded, where that was late.
fn late(recording: &Recording) -> Option<i64> {
    const HOUR: i64 = 3_600_000_000;
    let after = recording.uploaded_at? - recording.ended_at;
    (after > UPLOAD_HOURS * HOUR).then_some(after / HOUR)
}

pub(super) fn local(micros: i64, zone: &TimeZone) -> DateTime {
    let instant = Timestamp::from_microsecond(micros).unwrap_or_default();
    zone.to_datetime(instant)
}

pub(super) fn minute(instant: Timestamp, zone: &TimeZone) -> String {
    zone.to_datetime(instant).strftime("%Y-%m-%dT%H:%M").to_string()
}
