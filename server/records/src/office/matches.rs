//! What lies close to a request, and what is decided about it.

use std::collections::HashMap;

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use law::{
    closeness::{Closeness, Traces, compare},
    recording::RecordingActKind,
    request::Media,
};
use office::{
    OfficeResult, Problem, Refusal, TrackingNumber,
    desk::MatchDesk,
    forms::{MatchAct, RequestDetails},
    permission::Custodian,
    views::{
        AuditAct, LinkedRecording, PrivatePart, RequestRecordings, SIMILAR_COMPARED, SUGGESTED_LINES, SimilarRequest,
        Staff, SuggestedRecording,
    },
};

use super::{
    Moment, RecordsOffice,
    conflicts::{is_on, not_on},
    recordings::{line, must_be_possible},
};
use crate::{
    fault::Stored,
    store::{
        Tx,
        audit_log::{self, Subject},
        copies, holds, matches, notices, orders, people,
        recordings::{self, Recording},
        requesters, requests, rows,
        search::folded,
        status,
    },
};

#[async_trait]
impl MatchDesk for RecordsOffice {
    async fn recordings_of(&self, by: &Staff, number: &TrackingNumber, page: u32) -> OfficeResult<RequestRecordings> {
        let Some(known) = status::find(&self.store, number).await? else {
            return Err(Refusal::NotFound);
        };
        let requester = requesters::find(self.store.reader(), &known.id).await?;
        let open = self.open_private(by, number).await == PrivatePart::Open;
        // What the requester wrote is compared for those alone who may read it.
        let asked = requester.map(|requester| if open { requester.asked } else { requester.asked.blank() });
        let footage = holds::footage_of(self.store.reader(), &known.id).await?;
        let (today, zone) = (self.now().today, self.profile.time_zone());
        let linked = recordings::of_request(self.store.reader(), &known.id).await?;
        let (mut suggested, mut suggested_total, mut of_joined) = (Vec::new(), 0, 0);
        let (mut joined, mut similar, mut similar_more) = (Vec::new(), Vec::new(), false);
        if let Some((asked, footage)) = asked.zip(footage) {
            let covers = (footage.held.from.as_microsecond(), footage.held.to.as_microsecond());
            let traces = self.traces_of(
                &asked,
                covers,
                footage.division,
                rows::media(&known.id, &footage.media)?,
            )?;
            (suggested, suggested_total, of_joined) = self.suggested(by, &known.id, &traces, page).await?;
            (joined, similar, similar_more) = self.close_requests(&known.id, &traces, &asked).await?;
        }
        joined.sort_by(|one, other| (one.received_on, &one.number).cmp(&(other.received_on, &other.number)));
        if !open {
            similar.clear();
        }
        let mut of_linked = Vec::with_capacity(linked.len());
        for recording in &linked {
            of_linked.push(self.linked_recording(recording).await?);
        }
        let mut known_orders = orders::of_request(&self.store, &known.id).await?;
        let ids: Vec<&str> = linked.iter().map(|recording| recording.id.as_str()).collect();
        for kept in orders::naming_any(&mut *self.store.read().await?, &ids).await? {
            if !known_orders.iter().any(|known| known.order.id == kept.order.id) {
                known_orders.push(kept);
            }
        }
        let refused = matches::refused(&self.store, &known.id).await?;
        Ok(RequestRecordings {
            linked: of_linked,
            suggested,
            suggested_total,
            of_joined,
            page: page.max(1),
            refused: refused.iter().map(|recording| line(recording, &zone)).collect(),
            joined,
            similar_more: open && similar_more,
            similar,
            notices: self.notices_of_request(&known.id).await?,
            orders: known_orders
                .iter()
                .map(|kept| super::orders::line(kept, today))
                .collect(),
            may_change: by.role.works(),
        })
    }

    async fn act_on_match(&self, by: &Custodian, number: &TrackingNumber, act: MatchAct) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let request_id = requests::id_of(&mut tx, number).await?.ok_or(Refusal::NotFound)?;
        let request = (request_id.as_str(), number);
        match act {
            MatchAct::Link(id) => self.accept(&mut tx, &id, request, by, now).await?,
            MatchAct::LinkJoined => {
                let mut found = matches::of_joined(tx.conn().await?, &request_id).await?;
                found.sort();
                found.dedup_by(|one, other| one.0 == other.0);
                for (id, _) in found {
                    self.accept(&mut tx, &id, request, by, now).await?;
                }
            }
            MatchAct::Refuse(id) => self.refuse(&mut tx, &id, request, by, now).await?,
            MatchAct::Join(other) => self.join(&mut tx, request, ("join", &other), by, now).await?,
            MatchAct::Part(other) => self.join(&mut tx, request, ("part", &other), by, now).await?,
        }
        Ok(tx.commit().await?)
    }
}

impl RecordsOffice {
    /// What a request is compared by: the time without the margin that its hold has.
    fn traces_of(
        &self,
        asked: &RequestDetails,
        covers: (i64, i64),
        division: Option<String>,
        media: Vec<Media>,
    ) -> Stored<Traces> {
        let margin = self.margin();
        let instant =
            |micros: i64| Timestamp::from_microsecond(micros).map_err(|why| rows::corrupt("hold", "covers", why));
        Ok(Traces {
            from: instant(covers.0)?.saturating_add(margin).unwrap_or(Timestamp::MAX),
            to: instant(covers.1)?.saturating_sub(margin).unwrap_or(Timestamp::MIN),
            place: folded(&asked.place),
            report: folded(&asked.report_number),
            officers: folded(&asked.officers),
            division,
            media,
        })
    }

    fn margin(&self) -> SignedDuration {
        SignedDuration::from_mins(i64::from(self.profile.hold_margin_minutes))
    }

    async fn suggested(
        &self,
        by: &Staff,
        request_id: &str,
        traces: &Traces,
        page: u32,
    ) -> OfficeResult<(Vec<SuggestedRecording>, u64, usize)> {
        let asked = matches::Asked {
            request_id,
            traces,
            margin: i64::from(self.profile.hold_margin_minutes) * 60_000_000,
        };
        let (found, total) = matches::suggested(&self.store, asked, SUGGESTED_LINES, page).await?;
        let mut answers: HashMap<String, Vec<TrackingNumber>> = HashMap::new();
        for (id, number) in matches::of_joined(self.store.reader(), request_id).await? {
            answers.entry(id).or_default().push(number);
        }
        let of_joined = answers.len();
        let zone = self.profile.time_zone();
        let mut suggested = Vec::with_capacity(found.len());
        for recording in &found {
            suggested.push(SuggestedRecording {
                line: line(recording, &zone),
                reasons: compare(traces, &traces_of_recording(recording)?, self.margin()),
                answers: answers.remove(&recording.id).unwrap_or_default(),
                can_be_linked: RecordingActKind::Link.bar(recording.deleted_on).is_none(),
                conflict: is_on(by, recording),
            });
        }
        Ok((suggested, total, of_joined))
    }

    /// Requests that are joined with one, those that may be about the same incident, the closest first, and whether there are more
    /// than were compared.
    async fn close_requests(
        &self,
        request_id: &str,
        traces: &Traces,
        asked: &RequestDetails,
    ) -> OfficeResult<(Vec<SimilarRequest>, Vec<SimilarRequest>, bool)> {
        let found = matches::near(&self.store, request_id, &asked.report_number, SIMILAR_COMPARED + 1).await?;
        let more = found.len() > SIMILAR_COMPARED as usize;
        let (mut joined, mut similar) = (Vec::new(), Vec::new());
        for near in found.into_iter().take(SIMILAR_COMPARED as usize) {
            let Some(covers) = near.covers else { continue };
            let theirs = self.traces_of(&near.asked, covers, near.division, rows::media(&near.id, &near.media)?)?;
            let mut reasons = compare(traces, &theirs, self.margin());
            // The kind of camera alone says nothing of an incident.
            reasons.retain(|reason| *reason != Closeness::Camera);
            if near.shared > 0 {
                reasons.insert(0, Closeness::SharedRecording);
            }
            let is_joined = near.joined;
            let one = SimilarRequest {
                number: near.number,
                received_on: near.state.received_on,
                stage: near.stage,
                reasons,
                recordings: near.recordings,
            };
            let says = one.reasons.iter().any(|reason| *reason != Closeness::Division);
            if is_joined {
                joined.push(one);
            } else if says {
                similar.push(one);
            }
        }
        similar.sort_by_key(|one| std::cmp::Reverse(Closeness::sum(&one.reasons)));
        Ok((joined, similar, more))
    }

    async fn linked_recording(&self, recording: &Recording) -> OfficeResult<LinkedRecording> {
        let logged = people::logged_in(self.store.reader(), &recording.id).await?;
        let copy = copies::newest(&mut *self.store.read().await?, &recording.id).await?;
        Ok(LinkedRecording {
            line: line(recording, &self.profile.time_zone()),
            people: u64::try_from(logged.len()).unwrap_or(u64::MAX),
            people_logged: recording.people_logged_at.is_some(),
            originals: u64::try_from(copies::originals(&self.store, &recording.id).await?.len()).unwrap_or(u64::MAX),
            approved_copy: copy.map(|copy| copy.copy.approval.is_some()),
        })
    }

    /// Links a recording that was suggested; whoever did it before has done it.
    async fn accept(
        &self,
        tx: &mut Tx,
        id: &str,
        request: (&str, &TrackingNumber),
        by: &Custodian,
        now: Moment,
    ) -> OfficeResult<()> {
        let recording = recordings::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        must_be_possible(&recording, RecordingActKind::Link)?;
        self.link_within(tx, &recording.id, request, &by.id, now).await?;
        Ok(())
    }

    /// Keeps that a recording does not answer a request. Whoever is on it does not say so.
    async fn refuse(
        &self,
        tx: &mut Tx,
        id: &str,
        (request_id, number): (&str, &TrackingNumber),
        by: &Custodian,
        now: Moment,
    ) -> OfficeResult<()> {
        let recording = recordings::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        not_on(by, std::slice::from_ref(&recording))?;
        let refused = recordings::Link {
            request_id,
            recording_id: &recording.id,
            at: now.at,
            on: now.today,
            by: &by.id,
        };
        if matches::refuse(tx, &refused).await? {
            let act = AuditAct::SuggestionRefused {
                number: number.to_string(),
            };
            let entry = now.entry((Subject::Recording, &recording.id), &act, Some(&by.id));
            audit_log::append(tx, &entry).await?;
        }
        Ok(())
    }

    /// Joins two requests, or takes that back; `field` says which. Each has an entry of its own.
    async fn join(
        &self,
        tx: &mut Tx,
        (request_id, number): (&str, &TrackingNumber),
        (field, other): (&'static str, &TrackingNumber),
        by: &Custodian,
        now: Moment,
    ) -> OfficeResult<()> {
        let unknown = || Refusal::field(field, Problem::NoSuchPair);
        let other_id = requests::id_of(tx, other).await?.ok_or_else(unknown)?;
        if other_id == request_id {
            return Err(Refusal::field(field, Problem::UnknownChoice));
        }
        let change = matches::JoinChange {
            one: request_id,
            other: &other_id,
            joined: field == "join",
            at: now.at,
            on: now.today,
            by: &by.id,
        };
        if !matches::change_join(tx, change).await? {
            return Ok(());
        }
        for (of, with) in [(number, other), (other, number)] {
            let number = with.to_string();
            let act = if change.joined {
                AuditAct::RequestsJoined { number }
            } else {
                AuditAct::JoinTakenBack { number }
            };
            audit_log::append(tx, &now.entry((Subject::Request, of.as_str()), &act, Some(&by.id))).await?;
        }
        Ok(())
    }

    async fn notices_of_request(&self, request_id: &str) -> OfficeResult<Vec<office::views::NoticeLine>> {
        let found = notices::lines_of_request(&self.store, request_id).await?;
        Ok(found
            .into_iter()
            .map(|row| self.notice_row(row))
            .collect::<Stored<_>>()?)
    }
}

fn traces_of_recording(recording: &Recording) -> Stored<Traces> {
    let instant =
        |micros: i64| Timestamp::from_microsecond(micros).map_err(|why| rows::corrupt("recording", &recording.id, why));
    Ok(Traces {
        from: instant(recording.started_at)?,
        to: instant(recording.ended_at)?,
        place: folded(&recording.place),
        report: folded(recording.incident_number.as_deref().unwrap_or_default()),
        officers: folded(&recording.officer),
        division: recording.division.clone(),
        media: vec![recording.camera],
    })
}
