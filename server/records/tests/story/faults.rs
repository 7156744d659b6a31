//! Clients that go away, and databases that are locked.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use office::{
    Refusal, TrackingNumber,
    desk::{PublicDesk as _, RequesterDesk as _},
};
use records::store::Dialect;
use sqlx::Connection as _;

use crate::support::{Town, message};

crate::on_both_engines!(
    clients_that_go_away_lose_nothing_that_was_acknowledged,
    a_dropped_beginning_poisons_no_connection,
    a_locked_database_is_unavailable_and_recovers,
    whatever_statement_fails_the_next_filing_goes_through,
    whatever_fails_beside_others_takes_nothing_along_that_was_acknowledged,
    a_commit_that_fails_is_told_to_all_who_share_it,
    an_act_that_is_refused_takes_no_filing_of_that_moment_along,
    what_was_done_is_kept_when_the_office_closes,
    a_check_and_an_export_while_people_file_see_one_moment,
    whoever_starts_while_another_brings_the_tables_up_to_date_waits,
);

/// How often a client goes away.
const TIMES: u64 = 200;

/// Begins some work and gives it up after a while: the client's connection is gone. A timer would be
/// too coarse, a statement takes less than its millisecond.
async fn given_up<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static, after: Duration) -> Option<T> {
    let work = tokio::spawn(work);
    let begun = Instant::now();
    while begun.elapsed() < after {
        std::hint::spin_loop();
    }
    work.abort();
    work.await.ok()
}

async fn clients_that_go_away_lose_nothing_that_was_acknowledged(town: Town) {
    let mut acknowledged = Vec::new();
    for round in 0..TIMES {
        let (office, filing) = (town.office.clone(), town.read(&town.resident("Ana").form()));
        // From "before anything was done" to "after everything was".
        let after = Duration::from_micros(round * 40);
        if let Some(answer) = given_up(async move { office.file(filing).await }, after).await {
            acknowledged.push(answer.unwrap().number);
        }
    }
    for _ in 0..20 {
        acknowledged.push(town.resident("Bela").files().await.number().clone());
    }
    // Another program must see them: what lies in an open transaction is not there.
    let second = town.second_counter().await;
    for number in &acknowledged {
        assert!(
            second.status(number).await.unwrap().is_some(),
            "{number} was acknowledged and is gone"
        );
    }
    let filed = second.figures().await.unwrap().filed;
    assert!(filed >= u64::try_from(acknowledged.len()).unwrap());
    town.is_sound().await;
}

async fn a_dropped_beginning_poisons_no_connection(town: Town) {
    let mut acknowledged = Vec::new();
    for round in 0..TIMES {
        let store = town.office.store().clone();
        given_up(
            async move { drop(store.begin().await) },
            Duration::from_micros(round % 50 * 5),
        )
        .await;
        // A row that is acknowledged alone, by a connection that may have been given up half way.
        let mark = format!("acknowledged {round}");
        let insert = sqlx::query("INSERT INTO setting (name, content) VALUES ($1, 'here')").bind(mark.clone());
        insert.execute(town.office.store().reader()).await.unwrap();
        acknowledged.push(mark);
    }
    town.office.close().await;
    let second = town.second_counter().await;
    let kept: Vec<String> = sqlx::query_scalar("SELECT name FROM setting WHERE name LIKE 'acknowledged %'")
        .fetch_all(second.store().reader())
        .await
        .unwrap();
    let lost: Vec<_> = acknowledged.iter().filter(|mark| !kept.contains(mark)).collect();
    assert!(lost.is_empty(), "{} of {TIMES} acknowledged rows are lost", lost.len());
}

async fn a_locked_database_is_unavailable_and_recovers(town: Town) {
    let counter = town.impatient_counter().await;
    let filing = town.read(&town.resident("Ana").form());
    let mut other = sqlx::AnyConnection::connect(town.database_url()).await.unwrap();
    let lock = match town.dialect() {
        Dialect::Sqlite => "BEGIN IMMEDIATE",
        Dialect::Postgres => "BEGIN; LOCK TABLE records_request IN ACCESS EXCLUSIVE MODE",
    };
    sqlx::raw_sql(lock).execute(&mut other).await.unwrap();
    let refused = counter.file(filing.clone()).await;
    let Err(Refusal::Unavailable { incident }) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(incident.len(), 8);
    sqlx::raw_sql("ROLLBACK").execute(&mut other).await.unwrap();
    // The same form, kept by the page, goes through without a restart.
    let receipt = counter.file(filing).await.unwrap();
    assert!(counter.status(&receipt.number).await.unwrap().is_some());
    town.is_sound().await;
}

/// Two residents file while somebody else writes between them: all three stand in line before the first one writes.
/// Gives the numbers that were acknowledged.
async fn file_beside(town: &Town, statement: &'static str, commits: bool) -> Vec<TrackingNumber> {
    let first = town.office.store().begin().await.unwrap();
    let file = |name| {
        let (office, filing) = (town.office.clone(), town.read(&town.resident(name).form()));
        tokio::spawn(async move { office.file(filing).await })
    };
    let in_line = || tokio::time::sleep(Duration::from_millis(20));
    let ana = file("Ana");
    in_line().await;
    let store = town.office.store().clone();
    let other = tokio::spawn(async move {
        let mut tx = store.begin().await.unwrap();
        let done = sqlx::raw_sql(statement).execute(tx.conn().await.unwrap()).await;
        if commits {
            done.unwrap();
            tx.commit().await.unwrap_err();
        } else {
            done.unwrap_err();
        }
    });
    in_line().await;
    let bela = file("Bela");
    in_line().await;
    drop(first);
    other.await.unwrap();
    let answers = [ana.await.unwrap(), bela.await.unwrap()];
    answers.into_iter().flatten().map(|receipt| receipt.number).collect()
}

async fn whatever_fails_beside_others_takes_nothing_along_that_was_acknowledged(town: Town) {
    let mut acknowledged = Vec::new();
    for failure in failures(town.dialect()) {
        let beside = file_beside(&town, failure, false).await;
        // Where SQLite undoes the whole transaction, whoever shared it is told so; nobody else is refused.
        let all_undone = failure.contains("ROLLBACK") && town.dialect() == Dialect::Sqlite;
        let refused = usize::from(all_undone);
        assert_eq!(beside.len(), 2 - refused, "{failure}");
        acknowledged.extend(beside);
        acknowledged.push(town.resident("Carla").files().await.number().clone());
    }
    let second = town.second_counter().await;
    for number in &acknowledged {
        assert!(second.status(number).await.unwrap().is_some(), "{number}");
    }
    assert_eq!(second.figures().await.unwrap().filed, acknowledged.len() as u64);
    town.is_sound().await;
}

async fn a_commit_that_fails_is_told_to_all_who_share_it(town: Town) {
    let orphan = match town.dialect() {
        Dialect::Sqlite => {
            "PRAGMA defer_foreign_keys = 1; \
             INSERT INTO requester (request_id, language, notify, asked, salt) VALUES ('none', 'en', 'none', '{}', '')"
        }
        Dialect::Postgres => {
            "CREATE TABLE late (id TEXT REFERENCES records_request (id) DEFERRABLE INITIALLY DEFERRED); \
             INSERT INTO late (id) VALUES ('none')"
        }
    };
    let acknowledged = file_beside(&town, orphan, true).await;
    let filed = town.second_counter().await.figures().await.unwrap().filed;
    assert_eq!(filed, acknowledged.len() as u64, "{acknowledged:?}");
    match town.dialect() {
        Dialect::Sqlite => assert_eq!(filed, 0, "all three share it"),
        Dialect::Postgres => assert_eq!(filed, 2, "each has a commit of its own"),
    }
    town.resident("Carla").files().await;
    town.is_sound().await;
}

async fn an_act_that_is_refused_takes_no_filing_of_that_moment_along(town: Town) {
    let ana = town.resident("Ana").files().await;
    let mut posts = Vec::new();
    for _ in 0..20 {
        let (office, filing) = (town.office.clone(), town.read(&town.resident("Bela").form()));
        posts.push(tokio::spawn(async move { office.file(filing).await.map(|_| ()) }));
        let (office, by) = (town.office.clone(), ana.requester());
        posts.push(tokio::spawn(async move {
            let refused = office.answer(&by, message("Nobody asked.")).await;
            assert!(matches!(refused, Err(Refusal::Barred { .. })), "{refused:?}");
            Ok(())
        }));
    }
    for post in posts {
        post.await.unwrap().unwrap();
    }
    assert_eq!(town.second_counter().await.figures().await.unwrap().filed, 21);
    town.is_sound().await;
}

async fn what_was_done_is_kept_when_the_office_closes(town: Town) {
    let (told, mut first) = tokio::sync::mpsc::unbounded_channel();
    let mut posts = Vec::new();
    for _ in 0..4 {
        let (office, told) = (town.office.clone(), told.clone());
        let filings: Vec<_> = (0..100).map(|_| town.read(&town.resident("Ana").form())).collect();
        posts.push(tokio::spawn(async move {
            let mut numbers = Vec::new();
            // Until it is closed in the middle of one.
            for filing in filings {
                let Ok(receipt) = office.file(filing).await else { break };
                numbers.push(receipt.number);
                told.send(()).ok();
            }
            numbers
        }));
    }
    for _ in 0..3 {
        first.recv().await.unwrap();
    }
    town.office.close().await;
    let second = town.second_counter().await;
    let mut filed = 0;
    for post in posts {
        for number in post.await.unwrap() {
            assert!(
                second.status(&number).await.unwrap().is_some(),
                "{number} was told, and is lost"
            );
            filed += 1;
        }
    }
    assert!(filed >= 3);
    assert!(second.figures().await.unwrap().filed >= filed);
}

/// How a statement can fail in the middle of a transaction, as each engine has it.
fn failures(dialect: Dialect) -> &'static [&'static str] {
    match dialect {
        Dialect::Sqlite => &[
            "INSERT INTO setting (name, content) VALUES ('x', 'x'); \
             INSERT OR ROLLBACK INTO setting (name, content) VALUES ('x', 'x')",
            "PRAGMA max_page_count = 1; INSERT INTO setting (name, content) SELECT hex(randomblob(2000)), 'x' FROM docket",
            // What SQLite does by itself on a full disk or an I/O error: the transaction is gone.
            "ROLLBACK; SELECT * FROM no_such_table",
            "SELECT * FROM no_such_table",
            // A connection that may only read from now on, as after an error of the disk.
            "PRAGMA query_only = 1; INSERT INTO setting (name, content) VALUES ('x', 'x')",
        ],
        Dialect::Postgres => &[
            "SET TRANSACTION READ ONLY; INSERT INTO setting (name, content) VALUES ('x', 'x')",
            "SET LOCAL statement_timeout = 1; SELECT pg_sleep(1)",
            "ROLLBACK; SELECT * FROM no_such_table",
            "SELECT pg_terminate_backend(pg_backend_pid())",
        ],
    }
}

async fn whatever_statement_fails_the_next_filing_goes_through(town: Town) {
    let ana = town.resident("Ana").files().await;
    let mut requests = 1;
    for failure in failures(town.dialect()) {
        for ends_by_commit in [false, true] {
            let mut tx = town.office.store().begin().await.unwrap();
            let failed = sqlx::raw_sql(*failure).execute(tx.conn().await.unwrap()).await;
            assert!(failed.is_err(), "{failure}");
            // Nobody commits who cannot write.
            if ends_by_commit && !failure.starts_with("PRAGMA query_only") {
                drop(tx.commit().await);
                town.makes_room().await;
            } else {
                drop(tx);
            }
            let bela = town.resident("Bela").files().await;
            requests += 1;
            assert!(town.office.status(bela.number()).await.unwrap().is_some(), "{failure}");
        }
    }
    let second = town.second_counter().await;
    assert!(second.status(ana.number()).await.unwrap().is_some());
    assert_eq!(second.figures().await.unwrap().filed, requests);
    town.is_sound().await;
}

async fn a_check_and_an_export_while_people_file_see_one_moment(town: Town) {
    let before = town.resident("Ana").files().await;
    let stop = Arc::new(AtomicBool::new(false));
    let (office, stopped) = (town.office.clone(), Arc::clone(&stop));
    let forms: Vec<_> = (0..400).map(|_| town.read(&town.resident("Bela").form())).collect();
    let files = tokio::spawn(async move {
        for form in forms {
            if stopped.load(Ordering::Relaxed) {
                break;
            }
            office.file(form).await.unwrap();
        }
    });
    for _ in 0..4 {
        assert_eq!(town.office.check().await.unwrap(), Vec::<String>::new());
        let holds = town.holds_export().await;
        assert!(holds.contains(before.number().as_str()));
    }
    stop.store(true, Ordering::Relaxed);
    files.await.unwrap();
}

async fn whoever_starts_while_another_brings_the_tables_up_to_date_waits(town: Town) {
    let mut other = sqlx::AnyConnection::connect(town.database_url()).await.unwrap();
    // As long as this stands, no table of migrations can be read.
    let begins = match town.dialect() {
        Dialect::Sqlite => "BEGIN IMMEDIATE",
        Dialect::Postgres => "BEGIN; LOCK TABLE _sqlx_migrations IN ACCESS EXCLUSIVE MODE",
    };
    sqlx::raw_sql(begins).execute(&mut other).await.unwrap();
    let ends = tokio::spawn(async move {
        tokio::time::sleep(Duration::from_secs(3)).await;
        sqlx::raw_sql("COMMIT").execute(&mut other).await.unwrap();
    });
    // One second of patience for everything else.
    let second = town.impatient_counter().await;
    ends.await.unwrap();
    assert!(second.ready().await.is_ok());
}

/// The size of SQLite's write-ahead log, in MB.
fn log_mb(town: &Town) -> u64 {
    let log = town.folder().join("data/daylight.db-wal");
    std::fs::metadata(log).map_or(0, |file| file.len() / 1_000_000)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_read_leaves_no_long_log_behind() {
    use sqlx::Executor as _;

    let town = Town::on_sqlite().await;
    let url = format!("sqlite://{}", town.folder().join("data/daylight.db").display());
    let much =
        "INSERT INTO setting (name, content) SELECT 'much ' || (SELECT COUNT(*) FROM setting), hex(zeroblob(2000000))";
    let mut reader = sqlx::AnyConnection::connect(&url).await.unwrap();
    let reads = "BEGIN DEFERRED; SELECT COUNT(*) FROM setting";
    for by_itself in [true, false] {
        reader.execute(sqlx::raw_sql(reads)).await.unwrap();
        for _ in 0..20 {
            town.raw(much).await.unwrap();
        }
        assert!(log_mb(&town) > 70, "it cannot be begun anew while somebody reads");
        assert_eq!(town.office.store().shorten_change_log().await.ok(), Some(false));
        reader.execute("COMMIT").await.unwrap();
        if by_itself {
            for _ in 0..3 {
                town.resident("Ana").files().await;
            }
        } else {
            assert_eq!(town.office.store().shorten_change_log().await.ok(), Some(true));
        }
        assert!(log_mb(&town) <= 17, "{} MB", log_mb(&town));
    }
    assert_eq!(town.office.store().shorten_change_log().await.ok(), Some(false));
}
