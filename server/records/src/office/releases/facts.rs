//! Everything that the gate looks at, loaded in one transaction.

use std::collections::HashMap;

use law::{
    calendar::Closure,
    recording::RecordingStatus,
    release::{PersonShown, ReleaseFacts, ReleaseRecording},
    request_state::RequestState,
};
use office::{OfficeResult, TrackingNumber};

use super::{Moment, RecordsOffice, Tx, footage::shown};
use crate::store::{closures, copies, notices, orders, people, recordings, releases, requests};

/// A release as it stands now.
pub(super) struct LoadedRelease {
    pub number: TrackingNumber,
    pub request_id: String,
    pub request: RequestState,
    pub facts: ReleaseFacts,
    /// Ids of the copies, by recording.
    pub copies: HashMap<String, String>,
    /// Numbers in the evidence system, by recording.
    pub sources: HashMap<String, String>,
    pub closures: Vec<Closure>,
}

impl LoadedRelease {
    /// On what a recording leaves.
    pub(super) fn basis(&self, recording: &str) -> &'static str {
        let known = self.facts.recordings.iter().find(|known| known.id == recording);
        match known.map(|known| &known.status) {
            Some(RecordingStatus::InactiveOpen { .. }) => "RSMo 610.100.2(2)",
            _ => "RSMo 610.100.5",
        }
    }
}

impl RecordsOffice {
    /// The release on a request; `None` if there is no such request.
    pub(super) async fn prepared(
        &self,
        tx: &mut Tx,
        number: &TrackingNumber,
        now: Moment,
    ) -> OfficeResult<Option<LoadedRelease>> {
        let Some(request) = requests::find(tx.conn().await?, number).await? else {
            return Ok(None);
        };
        let request = self.with_register(tx, request).await?;
        let plan = releases::plan(tx, &request.id).await?;
        let mut facts = ReleaseFacts {
            today: now.today,
            recordings: Vec::new(),
            people: Vec::new(),
            orders: Vec::new(),
            terms_confirmed: plan.terms,
            warning_acknowledged: plan.warned,
            fee: request.state.fee.clone(),
        };
        let (mut chosen, mut sources) = (HashMap::new(), HashMap::new());
        for recording in recordings::of_request(tx.conn().await?, &request.id).await? {
            let copy = copies::newest(tx.conn().await?, &recording.id).await?;
            if let Some(copy) = &copy {
                chosen.insert(recording.id.clone(), copy.id.clone());
            }
            sources.insert(recording.id.clone(), recording.source_id.clone());
            facts
                .people
                .extend(self.shown_in(tx, &recording.id, &request.id).await?);
            for kept in orders::naming(tx.conn().await?, &recording.id).await? {
                if !facts.orders.iter().any(|known| known.id == kept.order.id) {
                    facts.orders.push(kept.order);
                }
            }
            facts.recordings.push(ReleaseRecording {
                length_ms: recording.length_ms(),
                scene: recording.scene(),
                people_logged: recording.people_logged_at.is_some(),
                copy: copy.map(|copy| copy.copy),
                id: recording.id,
                status: recording.status,
            });
        }
        let closures = closures::entered_by(tx.conn().await?, now.at).await?;
        Ok(Some(LoadedRelease {
            number: number.clone(),
            request_id: request.id,
            request: request.state,
            facts,
            copies: chosen,
            sources,
            closures,
        }))
    }

    /// Everybody in a recording's log with their notices on this request, and with those on others:
    /// what a court forbids there, it forbids on every request.
    async fn shown_in(&self, tx: &mut Tx, recording_id: &str, request_id: &str) -> OfficeResult<Vec<PersonShown>> {
        let all = notices::of_recording(tx, recording_id).await?;
        let people = people::of_recording(tx.conn().await?, recording_id).await?;
        Ok(shown(people, &all, request_id))
    }
}
