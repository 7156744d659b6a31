//! The database is busy or gone: people are told, and keep what they typed.

use sqlx::Executor as _;

use crate::support::{Portal, portal::database, sound_form};

#[tokio::test]
async fn while_the_database_is_locked_the_form_is_kept_and_afterwards_all_is_well() {
    let portal = Portal::open();
    let ana = portal.resident();
    let before = ana.files_a_request().await;
    let mut other = database(&portal).await;
    other.execute("BEGIN IMMEDIATE").await.expect("a lock");

    let refused = ana.post("/request", &sound_form()).await;
    assert_eq!(refused.status, 503, "{}", refused.text());
    assert!(refused.header("retry-after").parse::<u32>().is_ok());
    assert_eq!(
        refused.value("description").as_deref(),
        Some("A traffic stop of a blue car")
    );
    assert_eq!(refused.value("place").as_deref(), Some("12th Street and Oak Street"));
    assert_eq!(ana.status(&before.number).await, "received", "reading goes on");
    let said = portal.said();
    let incident = said
        .split("incident=")
        .nth(1)
        .and_then(|rest| rest.split(' ').next())
        .expect("a number in the log");
    assert!(
        refused.text().contains(incident),
        "{incident} is told, so that it can be asked about: {}",
        refused.text()
    );

    other.execute("ROLLBACK").await.expect("the lock is given back");
    ana.files_a_request().await;
    assert!(portal.run(&["check"], "").status.success());
}

#[tokio::test]
async fn a_custodian_keeps_the_words_of_an_act_while_the_database_is_gone() {
    let portal = Portal::open();
    let receipt = portal.resident().files_a_request().await;
    let robin = portal.custodian("robin@records.example").await;
    let form = robin
        .form(
            &receipt.number,
            "reply",
            &[("text", "A long & careful answer to the resident")],
        )
        .await;
    let mut other = database(&portal).await;
    other
        .execute("BEGIN IMMEDIATE; ALTER TABLE records_request RENAME TO gone; COMMIT")
        .await
        .expect("the table is away");
    let refused = robin.sends(&receipt.number, "reply", &form).await;
    assert_eq!(refused.status, 503, "{}", refused.text());
    assert!(
        refused.text().contains("A long &amp; careful answer to the resident"),
        "{}",
        refused.text()
    );
    other
        .execute("ALTER TABLE gone RENAME TO records_request")
        .await
        .expect("the table is back");
    let done = robin.sends(&receipt.number, "reply", &form).await;
    assert_eq!(done.status, 303, "{}", done.text());
}
