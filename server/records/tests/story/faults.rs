//! Clients that go away, and databases that are locked.

use std::time::Duration;

use office::{Refusal, desk::PublicCounter as _};
use records::store::Dialect;
use sqlx::Connection as _;

use crate::support::Town;

crate::on_both_engines!(
    clients_that_go_away_lose_nothing_that_was_acknowledged,
    a_dropped_beginning_poisons_no_connection,
    a_locked_database_is_unavailable_and_recovers,
);

/// How often a client goes away.
const TIMES: u64 = 200;

async fn clients_that_go_away_lose_nothing_that_was_acknowledged(town: Town) {
    let mut acknowledged = Vec::new();
    for round in 0..TIMES {
        let filing = town.read(&town.resident("Ana").form());
        // From "before anything was done" to "after everything was".
        let patience = Duration::from_micros(round * 60);
        if let Ok(answer) = tokio::time::timeout(patience, town.office.file(filing)).await {
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
    let store = town.office.store();
    for round in 0..TIMES {
        let begin = async {
            let tx = store.begin().await;
            tokio::time::sleep(Duration::from_millis(1)).await;
            drop(tx);
        };
        let _ = tokio::time::timeout(Duration::from_micros(round * 5), begin).await;
        if round % 10 == 0 {
            // Acknowledged on a pool whose connections were given up half way.
            let mark = format!("acknowledged {round}");
            let insert = "INSERT INTO setting (name, content) VALUES ($1, 'here')";
            let mut tx = store.begin().await.unwrap();
            sqlx::query(insert).bind(mark).execute(tx.conn()).await.unwrap();
            tx.commit().await.unwrap();
        }
    }
    let second = town.second_counter().await;
    let kept: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM setting WHERE name LIKE 'acknowledged %'")
        .fetch_one(second.store().reader())
        .await
        .unwrap();
    assert_eq!(kept, i64::try_from(TIMES / 10).unwrap());
}

async fn a_locked_database_is_unavailable_and_recovers(town: Town) {
    let counter = town.impatient_counter().await;
    let filing = town.read(&town.resident("Ana").form());
    let mut other = sqlx::AnyConnection::connect(town.database_url()).await.unwrap();
    let lock = match town.dialect() {
        Dialect::Sqlite => "BEGIN IMMEDIATE",
        Dialect::Postgres => "BEGIN; LOCK TABLE figure IN ACCESS EXCLUSIVE MODE",
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
