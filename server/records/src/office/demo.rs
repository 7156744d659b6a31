//! Fictional data: a year of requests that never were, made by the same use cases as real ones,
//! with a clock that is moved. The same seed and day give the same year.

mod chance;
mod people;
mod plans;
mod releases;
mod scripts;

use std::{
    ops::Range,
    path::PathBuf,
    sync::{Arc, atomic::Ordering},
};

use jiff::{SignedDuration, Timestamp};
use law::{
    calendar::{Closure, Office},
    request::Act,
};
use office::{
    Answer, Refusal,
    forms::{Filing, Notify},
    views::{Role, Staff},
};

use self::{
    chance::Chance,
    releases::Ripe,
    scripts::{Script, Step},
};
use super::{
    RecordsOffice,
    change::{Change, Principal},
    filing::PreparedFiling,
};
use crate::{
    accounts::{AddStaffError, NewStaff},
    clock::{Clock as _, SetClock},
    fault::Fault,
    secret,
    store::{Tx, closures, outbox, requesters, requests, settings, snapshots},
};

/// Requests of one transaction.
const BATCH: u32 = 100;
/// Of so many first requests, some have letters.
const WITH_LETTERS: u32 = 200;
const YEAR: SignedDuration = SignedDuration::from_hours(365 * 24);

/// What was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
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
    custodians: [Staff; 2],
    reviewer: Staff,
}

impl RecordsOffice {
    /// Fills an empty database with a year of fictional requests. The footage of some is released; for that
    /// a video or more must be at hand, a little shorter than forty seconds.
    ///
    /// # Errors
    /// [`DemoError::NotEmpty`] when there is any request or account.
    pub async fn demo(&self, requests: u32, seed: u64, videos: &[PathBuf]) -> Result<Made, DemoError> {
        if self.holds_anything().await? {
            return Err(DemoError::NotEmpty);
        }
        let clock = Arc::new(SetClock::at(self.clock.now() - YEAR));
        let past = Self {
            clock: Arc::<SetClock>::clone(&clock),
            ..self.clone()
        };
        past.mark_as_demo(seed).await?;
        self.demo.store(true, Ordering::Relaxed);
        let (crew, accounts) = past.hire().await?;
        let year = Year {
            past,
            clock,
            crew,
            until: self.clock.now(),
            requests,
            seed,
        };
        let (mut next, mut ripe) = (0, Vec::new());
        while next < requests {
            let end = requests.min(next + BATCH);
            let year = year.clone();
            ripe.extend(year.live(next..end).await?);
            next = end;
        }
        year.release(ripe, videos).await?;
        self.forget_mail().await?;
        self.forget_snapshots().await?;
        self.fold_statistics().await?;
        self.settle_year().await?;
        Ok(Made { requests, accounts })
    }

    async fn holds_anything(&self) -> Result<bool, Fault> {
        const ANY: &str = "SELECT (SELECT COUNT(*) FROM records_request) + (SELECT COUNT(*) FROM staff)";
        let any: i64 = sqlx::query_scalar(ANY).fetch_one(self.store.reader()).await?;
        Ok(any > 0)
    }

    async fn forget_snapshots(&self) -> Answer<()> {
        let mut tx = self.store.begin().await?;
        snapshots::forget(&mut tx).await?;
        Ok(tx.commit().await?)
    }

    /// Nobody is to get what the year would have sent.
    async fn forget_mail(&self) -> Answer<()> {
        let mut tx = self.store.begin().await?;
        outbox::mark_all_sent(&mut tx).await?;
        Ok(tx.commit().await?)
    }

    async fn mark_as_demo(&self, seed: u64) -> Answer<()> {
        let mut tx = self.store.begin().await?;
        settings::set_once(&mut tx, settings::DEMO, &seed.to_string()).await?;
        Ok(tx.commit().await?)
    }

    /// Hires the crew, and notes the days on which they could not work.
    async fn hire(&self) -> Result<(Crew, Vec<(String, String)>), DemoError> {
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
            let person = self.add_staff(new).await?;
            accounts.push((person.email.clone(), password));
            staff.push(person);
        }
        let of = |role| staff.iter().filter(move |person| person.role == role).cloned();
        let (mut custodians, reviewer) = (of(Role::Custodian), of(Role::Reviewer).next());
        let (Some(first), Some(second), Some(reviewer)) = (custodians.next(), custodians.next(), reviewer) else {
            return Err(Fault::Contended.into());
        };
        self.note_snow(&first).await?;
        Ok((
            Crew {
                custodians: [first, second],
                reviewer,
            },
            accounts,
        ))
    }

    async fn note_snow(&self, by: &Staff) -> Answer<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        for (days, reason) in [(70, "Snow emergency"), (250, "Burst water pipe in the office")] {
            let on = now
                .today
                .checked_add(SignedDuration::from_hours(24 * days))
                .unwrap_or(now.today);
            let closure = Closure {
                office: Office::Custodian,
                on,
                reason: reason.into(),
            };
            closures::add(&mut tx, &closure, &by.id, now.at).await?;
        }
        Ok(tx.commit().await?)
    }
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
    /// Lets some requests live, all in one transaction; those whose footage may leave.
    async fn live(&self, numbers: Range<u32>) -> Answer<Vec<Ripe>> {
        let mut tx = self.past.store.begin().await?;
        let mut ripe = Vec::new();
        for number in numbers {
            let mut chance = Chance::of(self.seed, number);
            self.clock.set(self.filed_at(number, &mut chance));
            let filing = self.filing(number, &mut chance);
            ripe.extend(self.file(&mut tx, filing, &mut chance).await?);
        }
        outbox::mark_all_sent(&mut tx).await?;
        tx.commit().await?;
        Ok(ripe)
    }

    /// Requests come evenly over the year, in order.
    fn filed_at(&self, number: u32, chance: &mut Chance) -> Timestamp {
        let step = YEAR.as_secs() / i64::from(self.requests.max(1));
        let jitter = i64::from(chance.below(u32::try_from(step.max(1)).unwrap_or(u32::MAX)));
        let since = SignedDuration::from_secs(step * i64::from(number) + jitter);
        self.until - YEAR + since
    }

    fn filing(&self, number: u32, chance: &mut Chance) -> Filing {
        let today = self.past.now().today;
        let mut filing = people::filing(chance, today, &self.past.profile.divisions);
        if number < WITH_LETTERS && number.is_multiple_of(8) {
            filing.notify = Notify::Email;
        }
        filing
    }

    async fn file(&self, tx: &mut Tx, filing: Filing, chance: &mut Chance) -> Answer<Option<Ripe>> {
        let now = self.past.now();
        let known = closures::entered_by(tx.conn(), now.at).await?;
        let draft = PreparedFiling::of(&self.past, filing.clone(), now, &known)?;
        loop {
            let new = draft.numbered(&self.past, chance.below(1 << 20));
            if self.past.keep_filed(tx, &draft, &new).await? {
                let script = Script::drawn(chance);
                self.play(tx, &new.number, &script).await?;
                return self.ripe(tx, &new.number, filing, script.custodian).await;
            }
        }
    }

    /// A request whose footage may leave, as it stands after its script.
    async fn ripe(
        &self,
        tx: &mut Tx,
        number: &office::TrackingNumber,
        filing: Filing,
        custodian: usize,
    ) -> Answer<Option<Ripe>> {
        let request = requests::find(tx.conn(), number).await?.ok_or(Refusal::NotFound)?;
        let ordered = releases::is_ripe(request.case.stage(), &request.case.footage);
        Ok(ordered.map(|ordered| Ripe {
            number: number.clone(),
            filing,
            at: self.clock.now(),
            custodian,
            ordered,
        }))
    }

    /// Plays a script until today; what the law bars does not happen.
    async fn play(&self, tx: &mut Tx, number: &office::TrackingNumber, script: &Script) -> Answer<()> {
        let mut at = self.past.clock.now();
        for step in &script.steps {
            at += SignedDuration::from_hours(24 * i64::from(step.days));
            while scripts::weekend(self.past.profile.local_day(at)) {
                at += SignedDuration::from_hours(24);
            }
            if at >= self.until {
                break;
            }
            self.clock.set(at);
            let change = self.change(number, step, script.custodian);
            match self.past.change_within(tx, &change).await {
                Ok(_) | Err(Refusal::Barred { .. }) => {}
                Err(other) => return Err(other),
            }
            if matches!(change.act, Act::AskClarification | Act::AskFee { .. }) {
                // In the fiction everybody opens their page the same day.
                let request = requests::id_of(tx, number).await?.ok_or(Refusal::NotFound)?;
                requesters::saw_question(tx, &request, self.past.now().at).await?;
            }
        }
        Ok(())
    }

    fn change(&self, number: &office::TrackingNumber, step: &Step, custodian: usize) -> Change {
        let by = match step.by {
            scripts::By::Requester => Principal::Requester,
            scripts::By::Portal => Principal::Portal,
            scripts::By::Custodian => Principal::Staff(self.crew.custodians[custodian % 2].clone()),
            scripts::By::Reviewer => Principal::Staff(self.crew.reviewer.clone()),
        };
        let act = (step.act)(self.past.now().today);
        Change {
            text: step.text.map(str::to_owned),
            next_step: step.then.map(str::to_owned),
            ..Change::new(number.clone(), by, act)
        }
    }
}
