//! Letters survive a mail server that is gone, slow or rude, and go out once in the reader's eyes.

use jiff::{Timestamp, ToSpan as _};
use office::Lang;

use super::*;
use crate::{
    clock::{Clock as _, SetClock},
    letters::Letter,
    mail::sink::{Mode, Sink},
    office::Setup,
};

/// An office with letters in its outbox, a mail server, and a clock that is set by hand.
struct Town {
    office: Arc<RecordsOffice>,
    clock: Arc<SetClock>,
    sink: Sink,
    _folder: tempfile::TempDir,
}

const BASE_URL: &str = "https://records.example.org";

impl Town {
    async fn with_letters(letters: usize, mode: Mode) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(SetClock::at("2026-11-22T18:00:00Z".parse::<Timestamp>().unwrap()));
        let url = format!("sqlite://{}", folder.path().join("daylight.db").display());
        let profile = law::profile::Profile::built_in("kansas-city-mo").unwrap();
        let setup = Setup::new(url, profile, folder.path().join("secret.key"), BASE_URL);
        let office = RecordsOffice::open(Setup {
            clock: Arc::<SetClock>::clone(&clock),
            ..setup
        })
        .await
        .unwrap();
        let town = Self {
            office,
            clock,
            sink: Sink::open(mode),
            _folder: folder,
        };
        town.post(letters).await;
        town
    }

    async fn post(&self, letters: usize) {
        let mut tx = self.office.store().begin().await.unwrap();
        let request = "INSERT INTO records_request (id, number, submission_hash, code_hash, profile, channel, track, \
             media, incident_from, incident_to, received_at, received_on, state, version, docket_seq, stage, unread, \
             log_text) VALUES ('r', 'KC-26-0000-00', 's', 'c', 'p', 'web', 'public', 'body_worn', '2026-11-01', \
             '2026-11-01', 0, '2026-11-22', '{}', 1, 0, 'received', 0, '')";
        sqlx::query(request).execute(tx.conn().await.unwrap()).await.unwrap();
        for number in 0..letters {
            let letter = Letter {
                kind: "filed",
                to: format!("person{number}@example.org"),
                lang: Lang::En,
                subject: "Request KC-26-0000-00: received".to_owned(),
                text: format!("Letter {number}\n"),
                html: format!("<p>Letter {number}</p>"),
                stop_url: None,
                draft: None,
            };
            outbox::post(&mut tx, "r", &letter, self.clock.now().as_microsecond());
        }
        tx.commit().await.unwrap();
    }

    fn worker(&self) -> Worker {
        Worker::new(
            Arc::clone(&self.office),
            Mailer::parse(&self.sink.url()).unwrap(),
            BASE_URL,
        )
    }

    /// Rounds until nothing is due.
    async fn drain(&self) -> WorkerReport {
        let (worker, mut total) = (self.worker(), WorkerReport::default());
        loop {
            let round = worker.clone().round().await.unwrap();
            if round.is_idle() {
                return total;
            }
            total.sent += round.sent;
            total.later += round.later;
            total.gave_up += round.gave_up;
            total.put_back += round.put_back;
        }
    }

    fn wait(&self, minutes: i64) {
        self.clock.set(self.clock.now() + minutes.minutes());
    }

    async fn waiting(&self) -> u64 {
        outbox::waiting(self.office.store()).await.unwrap()
    }

    /// Message-IDs taken by the server, each once.
    fn distinct(&self) -> usize {
        let mut ids = self.sink.message_ids();
        ids.dedup();
        ids.len()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_server_that_is_gone_for_six_hours_loses_nothing_and_gets_each_letter_once() {
    let town = Town::with_letters(25, Mode::HangUp).await;
    for quarter in 0..24 {
        town.sink
            .turn(if quarter % 2 == 0 { Mode::HangUp } else { Mode::Later });
        assert_eq!(town.drain().await.sent, 0);
        town.wait(15);
    }
    assert_eq!(town.waiting().await, 25);
    town.sink.turn(Mode::Accept);
    town.wait(30);
    assert_eq!(town.drain().await.sent, 25);
    assert_eq!(
        (town.sink.received().len(), town.distinct(), town.waiting().await),
        (25, 25, 0)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_that_breaks_after_the_letter_brings_at_most_one_copy_with_the_same_message_id() {
    let town = Town::with_letters(12, Mode::DropAfterData).await;
    assert_eq!(
        town.drain().await,
        WorkerReport {
            sent: 0,
            later: 12,
            ..WorkerReport::default()
        }
    );
    town.sink.turn(Mode::Accept);
    town.wait(1);
    assert_eq!(town.drain().await.sent, 12);
    assert_eq!(
        (town.sink.received().len(), town.distinct(), town.waiting().await),
        (24, 12, 0)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_letter_becomes_a_task_for_a_person_and_holds_no_address() {
    let town = Town::with_letters(3, Mode::Never).await;
    assert_eq!(
        town.drain().await,
        WorkerReport {
            gave_up: 3,
            ..WorkerReport::default()
        }
    );
    town.sink.turn(Mode::Accept);
    town.wait(24 * 60);
    assert!(town.drain().await.is_idle(), "nobody tries it again");
    let errors: Vec<String> = sqlx::query_scalar("SELECT last_error FROM outbox WHERE gave_up_at IS NOT NULL")
        .fetch_all(town.office.store().reader())
        .await
        .unwrap();
    assert_eq!(errors, ["smtp: 550 5.1.1"; 3]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_relay_that_refuses_our_sender_ends_no_letter_and_gets_each_once_that_is_mended() {
    for mode in [Mode::RefusesSender, Mode::RefusesSenderLate, Mode::WantsPassword] {
        let town = Town::with_letters(3, mode).await;
        for _ in 0..200 {
            assert_eq!(town.drain().await.gave_up, 0, "{mode:?}");
            town.wait(30);
        }
        let causes: Vec<String> = sqlx::query_scalar("SELECT cause FROM outbox")
            .fetch_all(town.office.store().reader())
            .await
            .unwrap();
        assert_eq!(causes, ["sender"; 3], "{mode:?}");
        town.drain().await;
        town.sink.turn(Mode::Accept);
        assert_eq!(town.drain().await.sent, 0, "not due yet");
        town.worker().hurry().await;
        assert_eq!(town.drain().await.sent, 3, "{mode:?}: at once after a new start");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_relay_that_says_nothing_costs_one_wait_and_not_one_for_each_letter() {
    let town = Town::with_letters(40, Mode::Mute).await;
    let mailer = Mailer::parse(&town.sink.url())
        .unwrap()
        .impatient(Duration::from_millis(200));
    let worker = Worker::new(Arc::clone(&town.office), mailer, BASE_URL);
    let begun = std::time::Instant::now();
    let round = worker.clone().round().await.unwrap();
    assert_eq!((round.later, round.put_back, round.unreachable), (1, 9, true));
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    let mut rest = REST;
    let waits = (0..6).map(|_| pause_after(Ok(Ok(round)), &mut rest).as_secs());
    assert_eq!(waits.collect::<Vec<_>>(), [30, 60, 120, 240, 300, 300]);
    let tried: Vec<i64> = sqlx::query_scalar("SELECT attempts FROM outbox WHERE attempts > 0")
        .fetch_all(town.office.store().reader())
        .await
        .unwrap();
    assert_eq!(tried, [1], "what was put back was not tried");
    town.sink.turn(Mode::Accept);
    town.wait(2);
    assert_eq!(town.drain().await.sent, 40);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_told_to_stop_waits_for_no_silent_relay_and_gives_its_letters_back() {
    let town = Town::with_letters(8, Mode::Silent).await;
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let worker = tokio::spawn(town.worker().run(async { drop(stopped.await) }));
    while town.sink.received().is_empty() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    stop.send(()).unwrap();
    tokio::time::timeout(FAREWELL + Duration::from_secs(3), worker)
        .await
        .expect("it ends")
        .unwrap();
    town.sink.turn(Mode::Accept);
    assert_eq!(town.drain().await.sent, 8, "at once, not when the lease ends");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_three_days_a_person_must_look() {
    let town = Town::with_letters(1, Mode::Later).await;
    let mut total = WorkerReport::default();
    for _ in 0..160 {
        total.gave_up += town.drain().await.gave_up;
        town.wait(30);
    }
    assert_eq!((total.gave_up, town.waiting().await), (1, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_workers_that_race_send_each_letter_once() {
    let town = Town::with_letters(60, Mode::Accept).await;
    let (one, other) = tokio::join!(town.drain(), town.drain());
    assert_eq!(one.sent + other.sent, 60);
    assert_eq!((town.sink.received().len(), town.distinct()), (60, 60));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_died_with_letters_in_hand_is_taken_over_when_its_lease_ends() {
    let town = Town::with_letters(5, Mode::Accept).await;
    let lease = i64::try_from(LEASE.as_micros()).unwrap();
    let held = outbox::claim(town.office.store(), town.clock.now().as_microsecond(), lease, BATCH)
        .await
        .unwrap();
    assert_eq!(held.len(), 5);
    assert!(town.drain().await.is_idle());
    town.wait(21);
    assert_eq!(town.drain().await.sent, 5);
    let late = outbox::sent(town.office.store(), &held[0].id, &held[0].lease_token, 0)
        .await
        .unwrap();
    assert!(!late, "the dead worker's word no longer counts");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_told_to_stop_puts_back_what_it_has_not_begun() {
    let town = Town::with_letters(8, Mode::Accept).await;
    let worker = town.worker();
    worker.stopping.store(true, Ordering::Relaxed);
    assert!(worker.round().await.unwrap().is_idle());
    assert_eq!(town.drain().await.sent, 8, "at once, not when the lease ends");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_loop_sends_what_comes_and_stops_when_told() {
    let town = Town::with_letters(15, Mode::Accept).await;
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let worker = tokio::spawn(town.worker().run(async { drop(stopped.await) }));
    while town.waiting().await > 0 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    stop.send(()).unwrap();
    tokio::time::timeout(Duration::from_secs(5), worker)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(town.distinct(), 15);
}

#[tokio::test]
async fn statistics_are_counted_while_the_mail_server_says_nothing() {
    let town = Town::with_letters(3, Mode::Silent).await;
    let docket = "INSERT INTO uncounted (subject, subject_id, seq, set_aside) VALUES ('request', 'r', 1, 0)";
    let mut tx = town.office.store().begin().await.unwrap();
    sqlx::query(docket).execute(tx.conn().await.unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let working = tokio::spawn(town.worker().run(async { drop(stopped.await) }));
    let counted = async {
        let left = "SELECT COUNT(*) FROM uncounted";
        while sqlx::query_scalar::<_, i64>(left)
            .fetch_one(town.office.store().reader())
            .await
            .unwrap()
            > 0
        {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(5), counted)
        .await
        .expect("counted beside the letters");
    drop(stop);
    working.abort();
}
