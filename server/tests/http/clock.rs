//! A portal whose clock cannot be believed says so, and nobody acts by it; what people file is taken all the same.

use crate::support::{Portal, portal::database};

async fn readyz(portal: &Portal) -> (u16, String) {
    let answer = portal.resident().get("/readyz").await;
    (answer.status, answer.text())
}

/// The records hold an entry that is 20 hours ahead, as after a clock that was set back.
async fn the_clock_was_set_back(portal: &Portal) {
    const AHEAD: &str = "INSERT INTO audit_entry (subject, subject_id, seq, at, on_date, act, event) \
         SELECT 'recording', 'ahead', 1, (unixepoch() + 20 * 3600) * 1000000, \
         date(unixepoch() + 20 * 3600, 'unixepoch'), 'file_opened', '\"FileOpened\"'";
    sqlx::raw_sql(AHEAD)
        .execute(&mut database(portal).await)
        .await
        .expect("an entry");
}

async fn the_clock_is_right_again(portal: &Portal) {
    let back = "DROP TRIGGER audit_entry_no_delete; DELETE FROM audit_entry WHERE at > (unixepoch() + 3600) * 1000000";
    sqlx::raw_sql(back)
        .execute(&mut database(portal).await)
        .await
        .expect("no entry");
}

#[tokio::test]
async fn nobody_acts_by_a_clock_behind_its_newest_entry_and_what_is_filed_is_kept() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let before = portal.resident().files_a_request().await;
    assert_eq!(readyz(&portal).await.0, 200);
    let form = kim.form(&before.number, "acknowledge", &[]).await;

    the_clock_was_set_back(&portal).await;
    let (status, told) = readyz(&portal).await;
    assert_eq!(status, 503);
    assert!(
        told.contains("newest entry") && told.contains("set the clock right"),
        "{told}"
    );
    let queue = kim.browser.get("/staff/queue").await.text();
    assert!(queue.contains("The clock of the portal is wrong"), "{queue}");
    let queue = kim.browser.get("/es/staff/queue").await.text();
    assert!(queue.contains("El reloj del portal está mal"), "{queue}");
    let metrics = portal.resident().get("/metrics").await.text();
    assert!(metrics.contains("daylight_clock_wrong 1"), "{metrics}");
    let check = portal.run(&["check"], "");
    let said = String::from_utf8_lossy(&check.stdout).into_owned() + &String::from_utf8_lossy(&check.stderr);
    assert!(
        !check.status.success() && said.contains("newest entry of the records"),
        "{said}"
    );

    let refused = kim.sends(&before.number, "acknowledge", &form).await;
    let page = refused.text();
    assert_eq!(refused.status, 503, "{page}");
    assert!(page.contains("clock of the portal is wrong"), "{page}");
    let words = [
        ("on", "2026-01-02".to_owned()),
        ("office", "court".to_owned()),
        ("reason", "Storm over Oak".to_owned()),
    ];
    let admin = portal.staff("ada@example.org", "admin").await;
    let refused = admin.browser.post("/staff/calendar", &words).await;
    assert_eq!(refused.status, 503, "{}", refused.text());
    assert!(refused.text().contains("Storm over Oak"), "what was typed is there");

    // Public reading goes on, and what is filed is taken, dated no earlier than the newest entry.
    assert_eq!(portal.resident().get("/requests").await.status, 200);
    portal.resident().files_a_request().await;
    let late: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM records_request r WHERE r.received_at >= (SELECT at FROM audit_entry WHERE subject_id = 'ahead')",
    )
    .fetch_one(&mut database(&portal).await)
    .await
    .expect("a count");
    assert_eq!(late, 1);

    // The request that was dated by it is not ahead of the office's own records for ever.
    the_clock_is_right_again(&portal).await;
    let back = "DROP TRIGGER docket_no_delete; DELETE FROM docket WHERE at > (unixepoch() + 3600) * 1000000";
    sqlx::raw_sql(back)
        .execute(&mut database(&portal).await)
        .await
        .expect("no entry");
    assert_eq!(readyz(&portal).await.0, 200);
    let done = kim.sends(&before.number, "acknowledge", &form).await;
    assert_eq!(done.status, 303, "it acts again by itself: {}", done.text());
}

/// Dates an entry of the audit log farther ahead than the database takes one, as a clock that was days ahead did on its own.
async fn an_entry_of_a_clock_that_was_days_ahead(portal: &Portal) {
    let mut database = database(portal).await;
    let guard: String = sqlx::query_scalar("SELECT sql FROM sqlite_master WHERE name = 'audit_entry_not_ahead'")
        .fetch_one(&mut database)
        .await
        .expect("a trigger");
    let entry = "INSERT INTO audit_entry (subject, subject_id, seq, at, on_date, act, event) \
         SELECT 'recording', 'ahead', 1, (unixepoch() + 20 * 86400) * 1000000, \
         date(unixepoch() + 20 * 86400, 'unixepoch'), 'file_opened', '\"FileOpened\"'";
    let all = format!("DROP TRIGGER audit_entry_not_ahead; {entry}; {guard}");
    sqlx::raw_sql(sqlx::AssertSqlSafe(all))
        .execute(&mut database)
        .await
        .expect("an entry");
}

#[tokio::test]
async fn an_entry_days_ahead_keeps_nobody_from_filing_or_signing_in() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let before = portal.resident().files_a_request().await;
    an_entry_of_a_clock_that_was_days_ahead(&portal).await;
    let (status, told) = readyz(&portal).await;
    assert_eq!(status, 503, "{told}");

    portal.resident().files_a_request().await;
    // Whoever is signed in stays so and reads; whoever is not signs in.
    let path = format!("/staff/requests/{}", before.number);
    assert_eq!(kim.browser.get(&path).await.status, 200);
    let ada = portal.staff("ada@example.org", "admin").await;
    assert_eq!(ada.browser.get("/staff/queue").await.status, 200);
    let entries: Vec<(String, i64)> = sqlx::query_as(
        "SELECT act, (at / 1000000 - unixepoch()) / 3600 FROM audit_entry WHERE act = 'signed_in' AND subject_id <> 'ahead' \
         ORDER BY at DESC LIMIT 1",
    )
    .fetch_all(&mut database(&portal).await)
    .await
    .expect("entries");
    assert_eq!(
        entries,
        [("signed_in".to_owned(), 23)],
        "dated as the filing is, by the time to be believed"
    );
}
