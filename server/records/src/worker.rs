//! The worker: sends the letters that wait in the outbox, counts for the statistics, and does what a day that passed asks for.
//!
//! Several may run at once, in one process or in many: a letter is claimed under a lease, and only
//! the holder of the claim can say what became of it. What goes wrong with one letter is written on
//! that letter; what goes wrong with a round is logged, and the next round begins.

mod backoff;
mod jobs;

#[cfg(test)]
mod tests;
use std::{
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use crate::{
    RecordsOffice,
    fault::Stored,
    letters::{Sender, with_code},
    mail::{Attempt, Mail, Mailer},
    store::{
        Store,
        outbox::{self, ClaimedLetter},
    },
};
use office::desk::PublicDesk as _;
use tokio::{task::JoinSet, time::Instant};

/// Letters claimed at once. With the minute that one attempt may take, a round ends well before its
/// lease does, even where two machines' clocks are five minutes apart.
const BATCH: u32 = 10;

/// How long a claim holds.
const LEASE: Duration = Duration::from_mins(20);

/// When a round has taken so long, the rest of its letters goes back.
const ROUND: Duration = Duration::from_mins(10);

/// Pause when nothing waits.
const IDLE: Duration = Duration::from_secs(1);

/// Pause when the database did not answer.
const TROUBLE: Duration = Duration::from_secs(5);

/// How often lapsed requests are looked for.
const LAPSES: Duration = Duration::from_mins(1);

/// How often files that nobody asks for any more are looked for.
const TIDYING: Duration = Duration::from_hours(1);

/// Sends letters. Cheap to clone.
#[derive(Clone)]
pub struct Worker {
    office: Arc<RecordsOffice>,
    mailer: Mailer,
    sender: Arc<Sender>,
    stopping: Arc<AtomicBool>,
}

/// What a round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WorkerReport {
    /// Letters sent.
    pub sent: u32,
    /// Letters to be tried again later.
    pub later: u32,
    /// Letters that a person must look at.
    pub gave_up: u32,
}

impl WorkerReport {
    /// Whether there was nothing to do.
    pub const fn is_idle(self) -> bool {
        self.sent + self.later + self.gave_up == 0
    }
}

impl Worker {
    /// A worker for this office. `base_url` is where the portal is reached; letters come from its host.
    pub fn new(office: Arc<RecordsOffice>, mailer: Mailer, base_url: impl Into<String>) -> Self {
        let sender = Sender {
            base_url: base_url.into(),
            agency: office.profile().agency.clone(),
            return_address: office.profile().return_address.clone(),
        };
        Self {
            office,
            mailer,
            sender: Arc::new(sender),
            stopping: Arc::default(),
        }
    }

    /// Works until `stop`: letters as they come, statistics beside them, once a minute an end to requests that lapsed, once an hour
    /// to files that nobody asks for. When told to stop it finishes the letter in hand and puts the others back.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let mut stop = pin!(stop);
        let (mut next_lapse, mut next_tidy) = (Instant::now(), Instant::now());
        let mut looked_on = None;
        // It ends with this.
        let mut counting = JoinSet::new();
        counting.spawn(self.clone().keep_counting());
        loop {
            if Instant::now() >= next_lapse {
                next_lapse = Instant::now() + LAPSES;
                self.lapse().await;
                self.advance().await;
                self.settle().await;
                let today = self.office.today();
                if looked_on != Some(today) && self.stop_links().await {
                    looked_on = Some(today);
                }
            }
            if Instant::now() >= next_tidy {
                next_tidy = Instant::now() + TIDYING;
                self.tidy().await;
            }
            let mut round = tokio::spawn(self.clone().round());
            let pause = tokio::select! {
                done = &mut round => pause_after(done),
                () = &mut stop => {
                    self.stopping.store(true, Ordering::Relaxed);
                    let _ = round.await;
                    return;
                }
            };
            tokio::select! {
                () = &mut stop => return,
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    /// Claims some letters that are due and tries each once.
    ///
    /// # Errors
    /// When the database does not let letters be claimed; what becomes of a claimed letter is logged.
    pub async fn round(self) -> Stored<WorkerReport> {
        if self.office.is_half_made_fiction().await? {
            return Ok(WorkerReport::default());
        }
        let begun = Instant::now();
        let lease = i64::try_from(LEASE.as_micros()).unwrap_or(i64::MAX);
        let mut round = WorkerReport::default();
        for letter in outbox::claim(self.store(), self.now(), lease, BATCH).await? {
            if self.stopping.load(Ordering::Relaxed) || begun.elapsed() > ROUND {
                self.put_back(&letter).await;
            } else {
                self.deliver(letter, &mut round).await;
            }
        }
        if round.later > 0 {
            tracing::warn!(
                letters = round.later,
                "Letters could not be sent and will be tried again"
            );
        }
        Ok(round)
    }

    async fn deliver(&self, letter: ClaimedLetter, round: &mut WorkerReport) {
        match self.attempt(&letter).await {
            Attempt::Sent => {
                round.sent += 1;
                self.mark(&letter, || {
                    outbox::sent(self.store(), &letter.id, &letter.lease_token, self.now())
                })
                .await;
            }
            Attempt::Later(why) => match backoff::pause(letter.attempts) {
                Some(pause) => {
                    round.later += 1;
                    self.later(&letter, pause, &why).await;
                }
                None => self.give_up(&letter, &why, round).await,
            },
            Attempt::Never(why) => self.give_up(&letter, &why, round).await,
        }
    }

    /// Tries once, in a task of its own: should one letter make the program panic, the others still go
    /// out.
    async fn attempt(&self, letter: &ClaimedLetter) -> Attempt {
        let (mailer, sender, now) = (self.mailer.clone(), Arc::clone(&self.sender), self.office.clock().now());
        let code = letter.notice_id.as_deref().zip(letter.code_no);
        let code = code.map(|(notice, no)| self.office.notice_code(notice, no));
        let whole = |words: &str| {
            code.as_ref()
                .map_or_else(|| words.to_owned(), |code| with_code(words, code))
        };
        let mail = Mail {
            message_id: letter.message_id.clone(),
            to: letter.to.clone(),
            subject: letter.subject.clone(),
            text: whole(&letter.text),
            html: whole(&letter.html),
            stop_url: letter.stop_url.clone(),
        };
        let attempt = tokio::spawn(async move { mailer.attempt(&sender, &mail, now).await }).await;
        attempt.unwrap_or_else(|_| Attempt::Later("sending stopped in the middle".to_owned()))
    }

    async fn later(&self, letter: &ClaimedLetter, pause: Duration, why: &str) {
        tracing::debug!(letter = %letter.id, attempts = letter.attempts, why, "A letter could not be sent yet");
        let pause = i64::try_from(pause.as_micros()).unwrap_or(i64::MAX);
        let not_before = self.now().saturating_add(pause);
        self.mark(letter, || {
            outbox::retry_later(self.store(), &letter.id, &letter.lease_token, not_before, why)
        })
        .await;
    }

    async fn give_up(&self, letter: &ClaimedLetter, why: &str, round: &mut WorkerReport) {
        round.gave_up += 1;
        tracing::error!(letter = %letter.id, attempts = letter.attempts, why, "A letter cannot be sent: a person must look");
        self.mark(letter, || {
            outbox::gave_up(self.store(), &letter.id, &letter.lease_token, self.now(), why)
        })
        .await;
    }

    async fn put_back(&self, letter: &ClaimedLetter) {
        let why = "the worker had to put it back";
        self.mark(letter, || {
            outbox::retry_later(self.store(), &letter.id, &letter.lease_token, self.now(), why)
        })
        .await;
    }

    /// Writes down what became of a letter, several times if the database is busy: a letter that was
    /// sent and not marked would be sent again.
    async fn mark<F: Future<Output = Stored<bool>>>(&self, letter: &ClaimedLetter, write: impl Fn() -> F) {
        for pause in [Some(200), Some(2000), None] {
            match (write().await, pause) {
                (Ok(true), _) => return,
                (Ok(false), _) => {
                    tracing::warn!(letter = %letter.id, "The claim on a letter had passed to another worker");
                    return;
                }
                (Err(_), Some(pause)) => tokio::time::sleep(Duration::from_millis(pause)).await,
                (Err(fault), None) => {
                    tracing::error!(letter = %letter.id, %fault, "What became of a letter could not be written down");
                }
            }
        }
    }

    fn store(&self) -> &Store {
        self.office.store()
    }

    fn now(&self) -> i64 {
        self.office.now_micros()
    }
}

/// How long to wait after a round, and a word to the log if it failed.
fn pause_after(done: Result<Stored<WorkerReport>, tokio::task::JoinError>) -> Duration {
    match done {
        Ok(Ok(round)) if round.is_idle() => IDLE,
        Ok(Ok(_)) => Duration::ZERO,
        Ok(Err(fault)) => {
            tracing::error!(%fault, "The outbox could not be read");
            TROUBLE
        }
        Err(stopped) => {
            tracing::error!(%stopped, "Sending letters stopped in the middle");
            TROUBLE
        }
    }
}
