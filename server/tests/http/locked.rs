//! The database is busy or gone: people are told, and keep what they typed.

use std::time::Duration;

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
    // Work in the background meets the lock too, and has incidents of its own.
    let said = portal.says("incident=").await;
    let mut incidents = said
        .split("incident=")
        .skip(1)
        .filter_map(|rest| rest.split(' ').next());
    assert!(
        incidents.any(|incident| refused.text().contains(incident)),
        "one of the log's is told, so that it can be asked about: {said} {}",
        refused.text()
    );

    other.execute("ROLLBACK").await.expect("the lock is given back");
    ana.files_a_request().await;
    assert!(portal.run(&["check"], "").status.success());
}

#[tokio::test]
async fn a_form_that_was_sent_is_filed_although_its_sender_went_away() {
    let portal = Portal::open();
    let ana = portal.resident();
    let mut other = database(&portal).await;
    other.execute("BEGIN IMMEDIATE").await.expect("a lock");
    let form = sound_form();
    let sent = ana.post("/request", &form);
    // The form has arrived, and the filing waits for the lock.
    let gave_up = tokio::time::timeout(Duration::from_millis(800), sent).await;
    assert!(gave_up.is_err(), "nobody can file yet");
    other.execute("ROLLBACK").await.expect("the lock is given back");
    let filed = async {
        while !ana.get("/requests").await.text().contains("/requests/KC-") {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    let filed = tokio::time::timeout(Duration::from_secs(10), filed).await;
    filed.expect("filed without anybody who waits for the answer");
}

#[tokio::test]
async fn a_custodian_reads_on_while_the_use_of_the_session_cannot_be_noted() {
    let portal = Portal::open();
    let robin = portal.custodian("robin@records.example").await;
    let mut other = database(&portal).await;
    // Last used some time ago, so that this use would be noted.
    other
        .execute("UPDATE staff_session SET used_at = used_at - 600000000; BEGIN IMMEDIATE")
        .await
        .expect("a lock");
    let queue = robin.browser.get("/staff").await;
    assert_eq!(queue.status, 200, "{}", queue.text());
    other.execute("ROLLBACK").await.expect("the lock is given back");
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
