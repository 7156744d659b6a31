//! Filing a request: hold, docket, clocks and letter in one transaction.

mod group_commit;

use law::{calendar::Closure, case::Case, clock::ClockId, deadline::Deadline, event::Event};
use office::{
    Answer, TrackingNumber,
    forms::{Asked, Filing, SubmissionKey},
    views::{Actor, Receipt},
};

pub use self::group_commit::GroupCommit;
use self::group_commit::NumberedFiling;
use super::{Moment, RecordsOffice};
use crate::{
    fault::{Fault, Stored},
    ids::new_id,
    letters, secret,
    store::{
        Tx, closures, docket, holds,
        log::log_text,
        outbox,
        requesters::{self, Requester, SaltedDetails},
        requests::{self, NewRequest, Request},
        rows,
    },
};

/// A number is one of a million a year; more than a few taken in a row is no accident.
const NUMBERS_TRIED: usize = 12;

impl RecordsOffice {
    pub(super) async fn file_request(&self, filing: Filing) -> Answer<Receipt> {
        let (mut draft, known) = self.prepared_filing(filing).await?;
        for _ in 0..NUMBERS_TRIED {
            let (same, receipt) = self.file_under(draft, secret::number_bits(), &known).await?;
            if let Some(receipt) = receipt {
                return Ok(receipt);
            }
            draft = same;
        }
        Err(Fault::Contended.into())
    }

    /// Files a request under the number of these 20 random bits; `None` when another request has that number. The same
    /// form again gives the first receipt.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`](office::Refusal::Unavailable); then nothing was filed.
    pub async fn file_numbered(&self, filing: Filing, random: u32) -> Answer<Option<Receipt>> {
        let (draft, known) = self.prepared_filing(filing).await?;
        let (_, receipt) = self.file_under(draft, random, &known).await?;
        Ok(receipt)
    }

    async fn prepared_filing(&self, filing: Filing) -> Stored<(PreparedFiling, Vec<Closure>)> {
        let now = self.now();
        let known = closures::entered_by(self.store.reader(), now.at).await?;
        Ok((PreparedFiling::of(self, filing, now, &known)?, known))
    }

    async fn file_under(
        &self,
        draft: PreparedFiling,
        random: u32,
        known: &[Closure],
    ) -> Answer<(PreparedFiling, Option<Receipt>)> {
        let new = draft.numbered(self, random);
        let (NumberedFiling { draft, new }, kept) = self.commit_in_group(NumberedFiling { draft, new }).await?;
        let receipt = if kept {
            Some(self.receipt_of(&new.number, &draft.key, &new.case, &draft.asked_about(), known)?)
        } else {
            self.find_receipt(&draft.key).await?
        };
        Ok((draft, receipt))
    }

    /// Keeps a request and all that belongs to it; `false` if its number or form is taken.
    async fn keep_filed(&self, tx: &mut Tx, draft: &PreparedFiling, new: &NewRequest) -> Stored<bool> {
        if !requests::insert(tx, new).await? {
            return Ok(false);
        }
        let at = new.received_at;
        requesters::insert(tx, &new.id, &draft.requester, &draft.kept).await?;
        let commitment = draft.kept.commitment();
        let entries: Vec<docket::Entry<'_>> = (1_i64..)
            .zip(&draft.events)
            .map(|(seq, event)| docket::Entry {
                seq,
                actor: if seq == 1 { Actor::Requester } else { Actor::Portal },
                staff_id: None,
                act: "file",
                event,
                calendar: self.calendar_of(event),
                commitment: (seq == 1).then_some(commitment.as_str()),
            })
            .collect();
        docket::append(tx, &new.id, at, draft.now.today, &entries).await?;
        holds::place(tx, &new.id, &new.case.holds, &draft.footage).await?;
        if let Some(to) = draft.requester.address() {
            let kept_until = self.profile.kept_until(new.incident_from);
            let lang = draft.requester.language;
            let received_on = new.case.received_on;
            let letter = letters::filed(
                &self.sender,
                to,
                lang,
                &new.number,
                received_on,
                draft.act_by.date,
                kept_until,
            );
            outbox::post(tx, &new.id, &letter, at).await?;
        }
        Ok(true)
    }

    /// The receipt of the request filed under this key.
    pub(super) async fn find_receipt(&self, key: &SubmissionKey) -> Answer<Option<Receipt>> {
        let hash = self.secret.hash("submission", key.as_str());
        let Some(filed) = requests::filed_by(&self.store, &hash).await? else {
            return Ok(None);
        };
        let requester = requesters::find(self.store.reader(), &filed.id).await?;
        let known = closures::entered_by(self.store.reader(), filed.received_at).await?;
        let about = About {
            mailed: requester.as_ref().and_then(Requester::address).is_some(),
            incident_from: filed.incident_from,
        };
        let Request { number, case, .. } = filed;
        Ok(Some(self.receipt_of(&number, key, &case, &about, &known)?))
    }

    fn receipt_of(
        &self,
        number: &TrackingNumber,
        key: &SubmissionKey,
        case: &Case,
        about: &About,
        closures: &[Closure],
    ) -> Stored<Receipt> {
        Ok(Receipt {
            number: number.clone(),
            code: self.secret.access_code(key),
            received_on: case.received_on,
            act_by: self.act_by(case, closures)?,
            kept_until: self.profile.kept_until(about.incident_from),
            mailed: about.mailed,
        })
    }

    /// C1 with its work.
    fn act_by(&self, case: &Case, closures: &[Closure]) -> Stored<Deadline> {
        let clock = case.clocks.iter().find(|clock| clock.id == ClockId::C1);
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

/// What a receipt says beside the case.
struct About {
    mailed: bool,
    incident_from: law::Date,
}

/// A request that is decided but has no number yet.
struct PreparedFiling {
    key: SubmissionKey,
    requester: Requester,
    kept: SaltedDetails,
    media: Vec<law::request::Media>,
    division: Option<String>,
    footage: holds::Footage,
    case: Case,
    events: Vec<Event>,
    act_by: Deadline,
    now: Moment,
}

impl PreparedFiling {
    fn of(office: &RecordsOffice, filing: Filing, now: Moment, closures: &[Closure]) -> Stored<Self> {
        let (case, events) = Case::file(filing.track, now.today, office.rules(closures));
        let act_by = office.act_by(&case, closures)?;
        Ok(Self {
            kept: SaltedDetails::of(&filing.asked)?,
            footage: footage(&filing),
            key: filing.key,
            requester: Requester {
                language: filing.language,
                notify: filing.notify,
                asked: filing.asked,
            },
            media: filing.media,
            division: filing.division,
            case,
            events,
            act_by,
            now,
        })
    }

    const fn asked(&self) -> &Asked {
        &self.requester.asked
    }

    fn asked_about(&self) -> About {
        About {
            mailed: self.requester.address().is_some(),
            incident_from: self.asked().incident_date,
        }
    }

    /// The request with a number of these 20 random bits.
    fn numbered(&self, office: &RecordsOffice, random: u32) -> NewRequest {
        let number = TrackingNumber::make(&office.profile.code, self.now.today.year(), random);
        let code = office.secret.access_code(&self.key);
        let division = office.division(self.division.as_deref());
        NewRequest {
            id: new_id(),
            submission_hash: office.secret.hash("submission", self.key.as_str()),
            code_hash: office.secret.code_hash(&number, &code),
            profile: office.profile.key.clone(),
            media: self.media.clone(),
            division: self.division.clone(),
            incident_from: self.asked().incident_date,
            incident_to: self.asked().incident_date_to,
            received_at: self.now.at,
            needed_by: self.asked().needed_by,
            docket_seq: i64::try_from(self.events.len()).unwrap_or(i64::MAX),
            log_text: log_text(&number, division.as_deref(), self.asked().incident_date),
            case: self.case.clone(),
            number,
        }
    }
}

fn footage(filing: &Filing) -> holds::Footage {
    let asked = &filing.asked;
    holds::Footage {
        from: format!(
            "{}T{}",
            asked.incident_date,
            asked.time_from.as_deref().unwrap_or("00:00")
        ),
        to: format!(
            "{}T{}",
            asked.incident_date_to,
            asked.time_to.as_deref().unwrap_or("23:59")
        ),
        division: filing.division.clone(),
        media: rows::media_text(&filing.media),
    }
}
