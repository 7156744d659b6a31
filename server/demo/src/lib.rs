//! Fictional data: a year of requests that never were, made by the same use cases as real ones,
//! with a clock that is moved. The same seed and day give the same year.

mod chance;
mod people;
mod plans;
mod releases;
mod scripts;

use std::{path::PathBuf, sync::Arc};

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::Date};
use law::{
    calendar::{CalendarOwner, Closure},
    request::Act,
};
use office::{
    OfficeResult, Refusal, TrackingNumber,
    desk::{AdminDesk as _, PublicDesk as _, Requester},
    forms::{Filing, Notify},
    permission::{Administrator, Custodian, Reviewer},
    views::{Role, Staff},
};
use records::{
    AddStaffError, NewStaff, RecordsOffice,
    clock::{Clock as _, SetClock},
    fault::{Fault, Stored},
    office::{Change, Principal},
    secret,
    store::requests,
};

use self::{
    chance::Random,
    releases::ReleasableRequest,
    scripts::{Script, Step},
};

/// Of so many first requests, some have letters.
const WITH_LETTERS: u32 = 200;
/// Days by which footage is older that was deleted by rule before anybody asked for it.
const OLD: i64 = 200;
const YEAR: SignedDuration = SignedDuration::from_hours(365 * 24);

/// What was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoReport {
    /// How many requests.
    pub requests: u32,
    /// Accounts to look around with: address and password, drawn anew each time.
    pub accounts: Vec<(String, String)>,
}

/// No fictional data was made.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// There is something already.
    #[error("the database is not empty; fictional data never mixes with real data")]
    NotEmpty,
    /// An account could not be made.
    #[error(transparent)]
    Account(#[from] AddStaffError),
    /// The office could not.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl From<Fault> for DemoError {
    fn from(fault: Fault) -> Self {
        Self::Refused(fault.into())
    }
}

/// The people of the office.
#[derive(Clone)]
struct Crew {
    custodians: [Custodian; 2],
    reviewer: Reviewer,
}

/// Fills an empty database with a year of fictional requests. The footage of some is released; for that a video or more
/// must be at hand, a little shorter than forty seconds.
///
/// # Errors
/// [`DemoError::NotEmpty`] when there is any request or account.
pub async fn fill(
    office: &RecordsOffice,
    requests: u32,
    seed: u64,
    videos: &[PathBuf],
) -> Result<DemoReport, DemoError> {
    if holds_anything(office).await? {
        return Err(DemoError::NotEmpty);
    }
    office.mark_as_demo(seed).await?;
    let until = office.clock().now();
    let clock = Arc::new(SetClock::at(until - YEAR));
    let past = office.with_clock(Arc::<SetClock>::clone(&clock));
    let (crew, accounts) = hire(&past).await?;
    let year = Year {
        past,
        clock,
        crew,
        until,
        requests,
        seed,
    };
    let mut ripe = Vec::new();
    for number in 0..requests {
        ripe.extend(year.live(number).await?);
    }
    year.release(ripe, videos).await?;
    forget_letters_and_snapshots(office).await?;
    office.fiction_is_made().await?;
    office.settle_year().await?;
    Ok(DemoReport { requests, accounts })
}

/// Moves what a request asks about so far back that its retention has run out.
fn make_old(filing: &mut Filing) {
    let before = |day: Date| day.checked_sub(OLD.days()).unwrap_or(day);
    filing.asked.incident_date = before(filing.asked.incident_date);
    filing.asked.incident_date_to = before(filing.asked.incident_date_to);
}

async fn holds_anything(office: &RecordsOffice) -> Stored<bool> {
    const ANY: &str = "SELECT (SELECT COUNT(*) FROM records_request) + (SELECT COUNT(*) FROM staff)";
    let any: i64 = sqlx::query_scalar(ANY).fetch_one(office.store().reader()).await?;
    Ok(any > 0)
}

/// Nobody is to get what the year would have sent, and no look at the statistics was real.
async fn forget_letters_and_snapshots(office: &RecordsOffice) -> Stored<()> {
    const SENT: &str =
        "UPDATE outbox SET sent_at = created_at, attempts = 1 WHERE sent_at IS NULL AND gave_up_at IS NULL";
    let mut tx = office.store().begin().await?;
    for sql in [SENT, "DELETE FROM statistics_snapshot"] {
        sqlx::query(sql).execute(tx.conn().await?).await?;
    }
    tx.commit().await
}

/// Hires the crew, and notes the days on which they could not work.
async fn hire(past: &RecordsOffice) -> Result<(Crew, Vec<(String, String)>), DemoError> {
    let mut staff = Vec::new();
    let mut accounts = Vec::new();
    for (name, email, role) in people::CREW {
        let password = secret::key();
        let new = NewStaff {
            name: name.into(),
            email: email.into(),
            role,
            password: password.clone(),
        };
        let person = past.add_staff(new).await?;
        accounts.push((person.email.clone(), password));
        staff.push(person);
    }
    let of = |role| staff.iter().filter(move |person| person.role == role).cloned();
    let (mut custodians, reviewer, admin) = (of(Role::Custodian), of(Role::Reviewer).next(), of(Role::Admin).next());
    let (Some(first), Some(second), Some(reviewer), Some(admin)) =
        (custodians.next(), custodians.next(), reviewer, admin)
    else {
        return Err(Refusal::NotFound.into());
    };
    note_snow(past, &admin.administrator()?).await?;
    let crew = Crew {
        custodians: [first.custodian()?, second.custodian()?],
        reviewer: reviewer.reviewer()?,
    };
    Ok((crew, accounts))
}

async fn note_snow(past: &RecordsOffice, by: &Administrator) -> OfficeResult<()> {
    for (days, reason) in [(70, "Snow emergency"), (250, "Burst water pipe in the office")] {
        let later = SignedDuration::from_hours(24 * days);
        let closure = Closure {
            office: CalendarOwner::Custodian,
            on: past.today().checked_add(later).unwrap_or(past.today()),
            reason: reason.into(),
        };
        past.add_closure(by, closure).await?;
    }
    Ok(())
}

/// A fictional year, up to now.
#[derive(Clone)]
struct Year {
    past: RecordsOffice,
    clock: Arc<SetClock>,
    crew: Crew,
    until: Timestamp,
    requests: u32,
    seed: u64,
}

impl Year {
    /// Lets a request live; what is needed to release its footage, if it may leave.
    async fn live(&self, number: u32) -> OfficeResult<Option<ReleasableRequest>> {
        let mut chance = Random::of(self.seed, number);
        self.clock.set(self.filed_at(number, &mut chance));
        let mut filing = self.filing(number, &mut chance);
        // What will happen is drawn after the number; what asks too late asks about old footage.
        let mut ahead = chance.clone();
        ahead.below(1 << 20);
        if Script::drawn(&mut ahead).asks_too_late() {
            make_old(&mut filing);
        }
        let number = loop {
            let bits = chance.below(1 << 20);
            if let Some(receipt) = self.past.file_numbered(&filing, bits).await? {
                break receipt.number;
            }
        };
        let script = Script::drawn(&mut chance);
        self.play(&number, &script).await?;
        self.ripe(number, filing, script.custodian).await
    }

    /// Requests come evenly over the year, in order.
    fn filed_at(&self, number: u32, chance: &mut Random) -> Timestamp {
        let step = YEAR.as_secs() / i64::from(self.requests.max(1));
        let jitter = i64::from(chance.below(u32::try_from(step.max(1)).unwrap_or(u32::MAX)));
        let since = SignedDuration::from_secs(step * i64::from(number) + jitter);
        self.until - YEAR + since
    }

    fn filing(&self, number: u32, chance: &mut Random) -> Filing {
        let today = self.past.today();
        let mut filing = people::filing(chance, today, &self.past.profile().divisions);
        if number < WITH_LETTERS && number.is_multiple_of(8) {
            filing.notify = Notify::Email;
        }
        filing
    }

    /// A request whose footage may leave, as it stands after its script.
    async fn ripe(
        &self,
        number: TrackingNumber,
        filing: Filing,
        custodian: usize,
    ) -> OfficeResult<Option<ReleasableRequest>> {
        let request = requests::find(self.past.store().reader(), &number).await?;
        let request = request.ok_or(Refusal::NotFound)?;
        let ordered = releases::is_ripe(request.state.stage(), &request.state.footage);
        Ok(ordered.map(|ordered| ReleasableRequest {
            number,
            filing,
            at: self.clock.now(),
            custodian,
            ordered,
        }))
    }

    /// Plays a script until today; what the law bars does not happen.
    async fn play(&self, number: &TrackingNumber, script: &Script) -> OfficeResult<()> {
        let mut at = self.clock.now();
        for step in &script.steps {
            at += SignedDuration::from_hours(24 * i64::from(step.days));
            while scripts::weekend(self.past.profile().local_day(at)) {
                at += SignedDuration::from_hours(24);
            }
            if at >= self.until {
                break;
            }
            self.clock.set(at);
            let change = self.change(number, step, script.custodian);
            let asks = matches!(change.act, Act::AskClarification | Act::AskFee { .. });
            match self.past.change(change).await {
                // In the fiction everybody opens their page the same day.
                Ok(()) if asks => self.open_page(number).await?,
                Ok(()) | Err(Refusal::Barred { .. }) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    async fn open_page(&self, number: &TrackingNumber) -> OfficeResult<()> {
        let requester = Requester { number: number.clone() };
        let session = self.past.begin_requester_session(&requester).await?;
        self.past.end_requester_session(&session).await
    }

    fn change(&self, number: &TrackingNumber, step: &Step, custodian: usize) -> Change {
        let by = match step.by {
            scripts::ScriptActor::Requester => Principal::Requester,
            scripts::ScriptActor::Portal => Principal::Portal,
            scripts::ScriptActor::Custodian => Principal::Staff(Staff::clone(&self.crew.custodians[custodian % 2])),
            scripts::ScriptActor::Reviewer => Principal::Staff(Staff::clone(&self.crew.reviewer)),
        };
        let act = (step.act)(self.past.today());
        Change {
            text: step.text.map(str::to_owned),
            next_step: step.then.map(str::to_owned),
            ..Change::new(number.clone(), by, act)
        }
    }
}
