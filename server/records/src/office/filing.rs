//! Filing a request: hold, docket, clocks and letter in one transaction.

use jiff::{ToSpan as _, civil::Time};
use law::{
    Date,
    calendar::Closure,
    clock::ClockId,
    deadline::Deadline,
    event::Event,
    hold::ClockChange,
    request::{Media, Reception},
    request_state::RequestState,
};
use office::{
    OfficeResult, TrackingNumber,
    forms::{Filing, NewPaper, RequestDetails, SubmissionKey},
    permission::Custodian,
    views::{Actor, HeldView, Receipt},
};

use super::{Moment, RecordsOffice};
use crate::{
    fault::{Fault, Stored},
    ids::new_id,
    letters::{self, Templates, Writing},
    secret,
    store::{
        Tx, closures, docket, holds,
        log::log_text,
        outbox, request_papers, requesters,
        requests::{self, NewRequest, Request},
        rows, search, templates,
    },
};

/// A number is one of a million a year; more than a few taken in a row is no accident.
const NUMBERS_TRIED: usize = 12;

impl RecordsOffice {
    pub(super) async fn file_request(&self, filing: &Filing, intake: Option<&Intake<'_>>) -> OfficeResult<Receipt> {
        for _ in 0..NUMBERS_TRIED {
            if let Some(receipt) = self.file_under(filing, intake, secret::number_bits()).await? {
                return Ok(receipt);
            }
        }
        Err(Fault::Contended.into())
    }

    /// Files a request under the number of these 20 random bits; `None` when another request has that number, or the same form
    /// is being filed at this moment. The same form again gives the first receipt.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`](office::Refusal::Unavailable); then nothing was filed.
    pub async fn file_numbered(&self, filing: &Filing, random: u32) -> OfficeResult<Option<Receipt>> {
        self.file_under(filing, None, random).await
    }

    async fn file_under(
        &self,
        filing: &Filing,
        intake: Option<&Intake<'_>>,
        random: u32,
    ) -> OfficeResult<Option<Receipt>> {
        let now = self.now();
        let received = intake.map(|intake| intake.received);
        let templates = match filing.address() {
            Some(_) => templates::newest(&mut *self.store.read().await?).await?,
            None => Templates::default(),
        };
        let mut tx = self.store.begin().await?;
        let closures = closures::entered_by(tx.conn().await?, now.at).await?;
        let (state, events) = RequestState::file(filing.track, received, now.today, self.rules(&closures));
        let new = self.new_request(filing, received, state, &events, now, random);
        let receipt = self.receipt_of(
            &new.number,
            &filing.key,
            &new.state,
            &ReceiptFacts {
                mailed: filing.address().is_some(),
                incident_from: filing.asked.incident_date,
                held: Some(self.held_view(&self.footage(filing))),
                media: &filing.media,
                division: filing.division.as_deref(),
                asked: &filing.asked,
            },
            &closures,
        )?;
        let by = intake.map(|intake| intake.by.id.as_str());
        self.keep_filed(&mut tx, filing, &new, &events, by, now)?;
        if let Some(intake) = intake {
            let entry = request_papers::Place {
                request_id: &new.id,
                docket_seq: 1,
                by,
                proof: None,
            };
            self.keep_with_entry(&mut tx, entry, intake.papers, now).await?;
        }
        if let Some(to) = filing.address() {
            let stop = self.secret.token("stop mail", &new.id);
            requesters::keep_stop(&mut tx, &new.id, &secret::token_hash(&stop));
            let writing = Writing {
                sender: &self.sender,
                to,
                name: &filing.asked.name,
                lang: filing.language,
                number: &receipt.number,
                stop_token: &stop,
                templates: &templates,
                edits: None,
            };
            let days = (receipt.act_by.date, now.today);
            let letter = letters::filed(&writing, receipt.received_on, days, receipt.kept_until);
            outbox::post(&mut tx, &new.id, &letter, now.at);
        }
        match tx.commit().await {
            Ok(()) => Ok(Some(receipt)),
            // The number or the form's key, as far as anybody else chooses what must be the only one of its kind.
            Err(fault) if fault.is_unique_violation() => self.find_receipt(&filing.key).await,
            Err(fault) => Err(fault.into()),
        }
    }

    /// The request with a number of these 20 random bits.
    fn new_request(
        &self,
        filing: &Filing,
        received: Option<Reception>,
        state: RequestState,
        events: &[Event],
        now: Moment,
        random: u32,
    ) -> NewRequest {
        // What came on an earlier day stands among those of that day, from its beginning.
        let earlier = received.map(|received| received.on).filter(|day| *day < now.today);
        let received_at = earlier.map_or(now.at, |day| self.day_start(day));
        let number = TrackingNumber::make(&self.profile.code, state.received_on.year(), random);
        let code = self.secret.access_code(&filing.key);
        let division = self.division(filing.division.as_deref());
        NewRequest {
            id: new_id(),
            submission_hash: self.secret.hash("submission", filing.key.as_str()),
            code_hash: self.secret.code_hash(&number, &code),
            profile: self.profile.key.clone(),
            media: filing.media.clone(),
            division: filing.division.clone(),
            incident_from: filing.asked.incident_date,
            incident_to: filing.asked.incident_date_to,
            received_at,
            channel: received.map_or("web", |received| received.channel.key()),
            needed_by: filing.asked.needed_by,
            docket_seq: i64::try_from(events.len()).unwrap_or(i64::MAX),
            log_text: log_text(&number, division.as_deref(), filing.asked.incident_date),
            state,
            number,
        }
    }

    /// The first instant of a day in the agency's time zone, in microseconds since 1970.
    fn day_start(&self, day: Date) -> i64 {
        let start = day.to_zoned(self.profile.time_zone());
        start.map_or(0, |start| start.timestamp().as_microsecond())
    }

    /// Keeps a request and what belongs to it.
    fn keep_filed(
        &self,
        tx: &mut Tx,
        filing: &Filing,
        new: &NewRequest,
        events: &[Event],
        by: Option<&str>,
        now: Moment,
    ) -> Stored<()> {
        requests::insert(tx, new)?;
        let commitment = requesters::insert(tx, &new.id, filing)?;
        search::keep(tx, &new.id, &new.number, &filing.asked);
        let entries: Vec<docket::Entry<'_>> = (1_i64..)
            .zip(events)
            .map(|(seq, event)| docket::Entry {
                seq,
                actor: match (seq, by) {
                    (1, None) => Actor::Requester,
                    (1, Some(_)) => Actor::Custodian,
                    _ => Actor::Portal,
                },
                staff_id: by.filter(|_| seq == 1),
                act: "file",
                event,
                calendar: self.calendar_of(event),
                commitment: (seq == 1).then_some(commitment.as_str()),
            })
            .collect();
        docket::append(tx, &new.id, now.at, now.today, &entries)?;
        holds::place(tx, &new.id, &new.state.holds, &self.footage(filing));
        Ok(())
    }

    /// The receipt of the request filed under this key.
    pub(super) async fn find_receipt(&self, key: &SubmissionKey) -> OfficeResult<Option<Receipt>> {
        let hash = self.secret.hash("submission", key.as_str());
        let Some(filed) = requests::filed_by(&self.store, &hash).await? else {
            return Ok(None);
        };
        // A code that was given out since opens the request instead.
        if !self.opens_by(&filed.number, key).await? {
            return Ok(None);
        }
        Ok(self.receipt_under(&filed, key).await?)
    }

    /// Whether a request is opened by the code that is derived from a key.
    pub(super) async fn opens_by(&self, number: &TrackingNumber, key: &SubmissionKey) -> Stored<bool> {
        let code = self.secret.code_hash(number, &self.secret.access_code(key));
        Ok(requests::opened_by(&self.store, &code).await?.as_ref() == Some(number))
    }

    /// The receipt of a request with the code that is derived from a key.
    pub(super) async fn receipt_under(&self, filed: &Request, key: &SubmissionKey) -> Stored<Option<Receipt>> {
        let Some(requester) = requesters::find(self.store.reader(), &filed.id).await? else {
            return Ok(None);
        };
        let known = closures::entered_by(self.store.reader(), docket::begun_at(&self.store, &filed.id).await?).await?;
        let about = ReceiptFacts {
            mailed: requester.address().is_some(),
            media: &filed.media,
            division: filed.division.as_deref(),
            asked: &requester.asked,
            incident_from: filed.incident_from,
            held: holds::footage_of(self.store.reader(), &filed.id)
                .await?
                .map(|footage| self.held_view(&footage)),
        };
        Ok(Some(self.receipt_of(
            &filed.number,
            key,
            &filed.state,
            &about,
            &known,
        )?))
    }

    fn receipt_of(
        &self,
        number: &TrackingNumber,
        key: &SubmissionKey,
        state: &RequestState,
        about: &ReceiptFacts<'_>,
        closures: &[Closure],
    ) -> Stored<Receipt> {
        Ok(Receipt {
            number: number.clone(),
            code: self.secret.access_code(key),
            received_on: state.received_on,
            act_by: self.act_by(state, closures)?,
            provide_by: self.provide_by(state, closures)?,
            track: state.track,
            media: about.media.to_vec(),
            division: self.division(about.division),
            asked: about.asked.clone(),
            kept_until: self.profile.kept_until(about.incident_from),
            held: about.held,
            mailed: about.mailed,
        })
    }

    /// The time that somebody asks about: whole days where they name no hours.
    fn footage(&self, filing: &Filing) -> holds::Footage {
        let asked = &filing.asked;
        let hour = |typed: Option<&str>| typed.and_then(|typed| typed.parse::<Time>().ok());
        let from = asked
            .incident_date
            .to_datetime(hour(asked.time_from.as_deref()).unwrap_or(Time::midnight()));
        let to = hour(asked.time_to.as_deref()).map_or_else(
            || {
                asked
                    .incident_date_to
                    .saturating_add(1.day())
                    .to_datetime(Time::midnight())
            },
            |time| asked.incident_date_to.to_datetime(time),
        );
        holds::Footage {
            from,
            to,
            held: self.profile.held_time(from, to),
            division: filing.division.clone(),
            media: rows::media_text(&filing.media),
        }
    }

    /// What is held, as people read it.
    pub(super) fn held_view(&self, footage: &holds::Footage) -> HeldView {
        let zone = self.profile.time_zone();
        let change = |local| ClockChange::at(local, &zone);
        HeldView {
            from: zone.to_datetime(footage.held.from),
            to: zone.to_datetime(footage.held.to),
            change: change(footage.from).or_else(|| change(footage.to)),
        }
    }

    /// C3 with its work, where it runs.
    fn provide_by(&self, state: &RequestState, closures: &[Closure]) -> Stored<Option<Deadline>> {
        let clock = state.clocks.iter().find(|clock| clock.id == ClockId::C3);
        let deadline = clock.map(|clock| self.profile.deadline(&clock.rule, &clock.start.to_string(), closures));
        deadline
            .transpose()
            .map_err(|why| rows::corrupt("records_request", "", why))
    }

    /// C1 with its work.
    fn act_by(&self, state: &RequestState, closures: &[Closure]) -> Stored<Deadline> {
        let clock = state.clocks.iter().find(|clock| clock.id == ClockId::C1);
        let clock = clock.ok_or_else(|| rows::corrupt("records_request", "", "C1 never started"))?;
        self.profile
            .deadline(&clock.rule, &clock.start.to_string(), closures)
            .map_err(|why| rows::corrupt("records_request", "", why))
    }

    /// Version of the calendar that a started clock was worked out with.
    pub(super) fn calendar_of(&self, event: &Event) -> Option<String> {
        let Event::ClockStarted { clock } = event else {
            return None;
        };
        let calendar = self.profile.rule(&clock.rule)?.calendar.as_deref()?;
        let version = &self.profile.calendar(calendar)?.version;
        Some(format!("{}: {version}", self.profile.key))
    }
}

/// How a request came that staff enter.
pub(super) struct Intake<'a> {
    /// Who enters it.
    pub by: &'a Custodian,
    /// When and how it came.
    pub received: Reception,
    /// What came with it.
    pub papers: &'a [NewPaper],
}

/// What a receipt says beside the case.
struct ReceiptFacts<'a> {
    media: &'a [Media],
    division: Option<&'a str>,
    asked: &'a RequestDetails,
    mailed: bool,
    incident_from: Date,
    held: Option<HeldView>,
}
