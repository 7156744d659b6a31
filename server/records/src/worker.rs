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
        Arc, Mutex, PoisonError,
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
        outbox::{self, ClaimedLetter, NotSent},
    },
};
use office::{desk::PublicDesk as _, views::LetterCause};
use tokio::{task::JoinSet, time::Instant};

/// Letters claimed at once. With the minute that one attempt may take at most, a round ends well before its
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

/// How long letters rest after a mail server could not be reached; doubled each time, up to [`LONGEST_REST`].
const REST: Duration = Duration::from_secs(30);

/// No rest is longer, so that letters go out within minutes of the server's return.
const LONGEST_REST: Duration = Duration::from_mins(5);

/// How long the letter in hand may take once the program is told to end.
const FAREWELL: Duration = Duration::from_secs(8);

/// A letter whose sender is refused is tried again at least so often: it goes out soon after that is mended.
const SENDER_MENDED: Duration = Duration::from_mins(10);

/// How often lapsed requests are looked for.
const LAPSES: Duration = Duration::from_mins(1);

/// How often it is kept that the clock was right: what tells a pause from a clock that is ahead.
const NOTES: Duration = Duration::from_mins(5);

/// How often files that nobody asks for any more are looked for.
const TIDYING: Duration = Duration::from_hours(1);

/// Sends letters. Cheap to clone.
#[derive(Clone)]
pub struct Worker {
    office: Arc<RecordsOffice>,
    mailer: Mailer,
    sender: Arc<Sender>,
    stopping: Arc<AtomicBool>,
    /// Token of the letters in hand.
    in_hand: Arc<Mutex<Option<String>>>,
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
    /// Letters that were put back untried, since the mail server could not be reached for another.
    pub put_back: u32,
    /// Whether the mail server could not be reached.
    pub unreachable: bool,
}

impl WorkerReport {
    /// Whether there was nothing to do.
    pub const fn is_idle(self) -> bool {
        self.sent + self.later + self.gave_up + self.put_back == 0
    }
}

impl Worker {
    /// A worker for this office. `base_url` is where the portal is reached; letters come from its host.
    pub fn new(office: Arc<RecordsOffice>, mailer: Mailer, base_url: impl Into<String>) -> Self {
        let sender = Sender {
            base_url: base_url.into(),
            ..office.sender().clone()
        };
        Self {
            office,
            mailer,
            sender: Arc::new(sender),
            stopping: Arc::default(),
            in_hand: Arc::default(),
        }
    }

    /// Works until `stop`: letters as they come, imports of long files and statistics beside them, once a minute an end to requests that lapsed and to files of deleted footage, once an hour
    /// to files that nobody asks for. When told to stop it finishes the letter in hand and puts the others back.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let mut stop = pin!(stop);
        let (mut next_lapse, mut next_tidy, mut next_note) = (Instant::now(), Instant::now(), Instant::now());
        let (mut looked_on, mut clock_is_right) = (None, false);
        let mut rest = REST;
        self.mailer.sweep();
        self.hurry().await;
        // It ends with this.
        let mut counting = JoinSet::new();
        counting.spawn(self.clone().keep_counting());
        counting.spawn(self.clone().keep_importing());
        loop {
            if Instant::now() >= next_lapse {
                next_lapse = Instant::now() + LAPSES;
                self.measure().await;
                self.shorten_change_log().await;
                // No day has passed for anybody by a clock that cannot be believed; the log is told why.
                clock_is_right = self.office.clock_is_right().await.is_ok();
                if clock_is_right {
                    if Instant::now() >= next_note {
                        next_note = Instant::now() + NOTES;
                        if let Err(fault) = self.office.note_clock().await {
                            tracing::error!(%fault, "That the clock was right could not be kept");
                        }
                    }
                    self.lapse().await;
                    self.advance().await;
                    self.tell_overdue().await;
                    Box::pin(self.mail_due()).await;
                    self.settle().await;
                    self.remove_deleted().await;
                    let today = self.office.today();
                    if looked_on != Some(today) && self.stop_links().await {
                        looked_on = Some(today);
                    }
                }
            }
            if clock_is_right && Instant::now() >= next_tidy {
                next_tidy = Instant::now() + TIDYING;
                self.tidy().await;
                self.end_personal_data().await;
            }
            let mut round = tokio::spawn(self.clone().round());
            let pause = tokio::select! {
                done = &mut round => pause_after(done, &mut rest),
                () = &mut stop => return self.end(round).await,
            };
            tokio::select! {
                () = &mut stop => return,
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    /// Lets the letter in hand end, but not for long: a mail server that says nothing holds nobody up. What was not begun, and
    /// what was broken off, goes back.
    async fn end(&self, mut round: tokio::task::JoinHandle<Stored<WorkerReport>>) {
        self.stopping.store(true, Ordering::Relaxed);
        if tokio::time::timeout(FAREWELL, &mut round).await.is_ok() {
            return;
        }
        round.abort();
        let _ = round.await;
        let in_hand = self.in_hand.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(token) = in_hand {
            match outbox::give_back(self.store(), &token).await {
                Ok(letters) => tracing::warn!(letters, "The mail server did not answer in time; letters went back"),
                Err(fault) => tracing::error!(%fault, "Letters in hand could not be given back"),
            }
        }
    }

    /// Claims some letters that are due and tries each once; none further once the mail server cannot be reached.
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
        let mut reached = true;
        let claimed = outbox::claim(self.store(), self.now(), lease, BATCH).await?;
        self.hold(claimed.first().map(|letter| letter.lease_token.clone()));
        for letter in claimed {
            if !reached {
                round.put_back += 1;
                self.put_back(&letter, REST).await;
            } else if self.stopping.load(Ordering::Relaxed) || begun.elapsed() > ROUND {
                self.put_back(&letter, Duration::ZERO).await;
            } else {
                reached = self.deliver(letter, &mut round).await;
                round.unreachable |= !reached;
            }
        }
        self.hold(None);
        if round.later > 0 {
            tracing::warn!(
                letters = round.later,
                "Letters could not be sent and will be tried again"
            );
        }
        if !round.is_idle() {
            self.measure().await;
        }
        Ok(round)
    }

    fn hold(&self, token: Option<String>) {
        *self.in_hand.lock().unwrap_or_else(PoisonError::into_inner) = token;
    }

    /// Tries a letter once and writes down what became of it; whether the mail server was reached.
    async fn deliver(&self, letter: ClaimedLetter, round: &mut WorkerReport) -> bool {
        let attempt = self.attempt(&letter).await;
        metrics::counter!("daylight_letters_total", "outcome" => outcome(&attempt)).increment(1);
        let reached = !matches!(attempt, Attempt::Unreachable(_));
        let pause = backoff::pause(letter.attempts);
        match (attempt, pause) {
            (Attempt::Sent, _) => {
                round.sent += 1;
                self.mark(&letter, || {
                    outbox::sent(self.store(), &letter.id, &letter.lease_token, self.now())
                })
                .await;
            }
            // Ours to mend, and no end of the letter, however long that takes.
            (Attempt::RefusesUs(why), pause) => {
                round.later += 1;
                tracing::error!(letter = %letter.id, why, "The mail server refuses our sender: mend DAYLIGHT_MAIL or DAYLIGHT_MAIL_FROM");
                let pause = pause.unwrap_or(SENDER_MENDED).min(SENDER_MENDED);
                self.later(&letter, pause, not_sent(LetterCause::Sender, &why)).await;
            }
            (Attempt::Later(why) | Attempt::Unreachable(why), Some(pause)) => {
                round.later += 1;
                self.later(&letter, pause, not_sent(LetterCause::Server, &why)).await;
            }
            (Attempt::Later(why) | Attempt::Unreachable(why), None) => {
                self.give_up(&letter, not_sent(LetterCause::Server, &why), round).await;
            }
            (Attempt::Never(why), _) => {
                self.give_up(&letter, not_sent(LetterCause::Recipient, &why), round)
                    .await;
            }
        }
        reached
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
        // Dropped with this round: a program that ends waits for no mail server.
        let mut apart = JoinSet::new();
        apart.spawn(async move { mailer.attempt(&sender, &mail, now).await });
        let stopped = || Attempt::Later("sending stopped in the middle".to_owned());
        apart.join_next().await.and_then(Result::ok).unwrap_or_else(stopped)
    }

    async fn later(&self, letter: &ClaimedLetter, pause: Duration, why: NotSent<'_>) {
        tracing::debug!(letter = %letter.id, attempts = letter.attempts, why = why.error, "A letter could not be sent yet");
        let not_before = self.after(pause);
        self.mark(letter, || {
            outbox::retry_later(self.store(), &letter.id, &letter.lease_token, not_before, why)
        })
        .await;
    }

    async fn give_up(&self, letter: &ClaimedLetter, why: NotSent<'_>, round: &mut WorkerReport) {
        round.gave_up += 1;
        tracing::error!(letter = %letter.id, attempts = letter.attempts, why = why.error, "A letter cannot be sent: a person must look");
        self.mark(letter, || {
            outbox::gave_up(self.store(), &letter.id, &letter.lease_token, self.now(), why)
        })
        .await;
        // A notice that reached nobody is to be sent again: its days never begin.
        if let Some((notice, code_no)) = letter.notice_id.as_deref().zip(letter.code_no)
            && let Err(refusal) = self.office.notice_bounced(notice, code_no).await
        {
            tracing::error!(letter = %letter.id, %refusal, "A notice that could not be delivered could not be put back");
        }
    }

    async fn put_back(&self, letter: &ClaimedLetter, pause: Duration) {
        let not_before = self.after(pause);
        self.mark(letter, || {
            outbox::put_back(self.store(), &letter.id, &letter.lease_token, not_before)
        })
        .await;
    }

    /// So long from now, in microseconds since 1970.
    fn after(&self, pause: Duration) -> i64 {
        let pause = i64::try_from(pause.as_micros()).unwrap_or(i64::MAX);
        self.now().saturating_add(pause)
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

/// What became of an attempt, as a metric names it.
const fn outcome(attempt: &Attempt) -> &'static str {
    match attempt {
        Attempt::Sent => "sent",
        Attempt::Later(_) => "later",
        Attempt::RefusesUs(_) => "sender_refused",
        Attempt::Unreachable(_) => "unreachable",
        Attempt::Never(_) => "refused",
    }
}

const fn not_sent(cause: LetterCause, error: &str) -> NotSent<'_> {
    NotSent { cause, error }
}

/// How long to wait after a round, and a word to the log if it failed. A mail server that could not be reached is left alone for
/// a while, longer each time.
fn pause_after(done: Result<Stored<WorkerReport>, tokio::task::JoinError>, rest: &mut Duration) -> Duration {
    match done {
        Ok(Ok(round)) if round.unreachable => {
            let pause = *rest;
            *rest = (*rest * 2).min(LONGEST_REST);
            pause
        }
        Ok(Ok(round)) if round.is_idle() => IDLE,
        Ok(Ok(_)) => {
            *rest = REST;
            Duration::ZERO
        }
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
