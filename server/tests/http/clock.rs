//! A portal whose clock cannot be believed says so, and nobody acts by it; what people file is taken all the same.

use jiff::SignedDuration;

use crate::support::{
    Portal,
    portal::database,
    release::{HALF_AN_HOUR, movie},
    shifted_clock::ShiftedClock,
};

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

#[tokio::test]
async fn whoever_filed_reads_why_their_video_waits_in_words_of_their_own() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let release = case.releases_copy(&movie(HALF_AN_HOUR, b"what was filmed")).await;
    let path = format!("/requests/{}/private/files/{release}/video.mp4", case.receipt.number);
    assert_eq!(case.ana.get(&path).await.status, 200);
    the_clock_was_set_back(&portal).await;
    for (lang, waits) in [
        ("", "The video cannot be shown right now"),
        ("/es", "no se puede mostrar el video"),
    ] {
        let answer = case.ana.get(&format!("{lang}{path}")).await;
        let page = answer.text();
        assert_eq!(answer.status, 503, "{page}");
        assert!(page.contains(waits), "{page}");
        assert!(
            !page.contains("whoever runs the server") && !page.contains("quien administra"),
            "{page}"
        );
    }
}

/// `daylight clock` with these words; whether it went well, and what it said.
fn clock(portal: &Portal, words: &[&str]) -> (bool, String) {
    let ran = portal.run(&[&["clock"], words].concat(), "");
    let said = String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr);
    (ran.status.success(), said)
}

#[tokio::test]
async fn a_clock_that_jumped_stops_all_acts_until_an_operator_says_that_it_is_right() {
    let shifted = ShiftedClock::made();
    let portal = shifted.portal();
    let kim = portal.custodian("kim@example.org").await;
    let before = portal.resident().files_a_request().await;
    let form = kim.form(&before.number, "acknowledge", &[]).await;

    // The machine stood still for a while, and its clock was then set right: or somebody set it ahead.
    let ahead = SignedDuration::from_mins(20);
    shifted.is_ahead_by(ahead);
    let (status, told) = readyz(&portal).await;
    assert_eq!(status, 503, "{told}");
    assert!(told.contains("by the time that passed"), "{told}");
    let refused = kim.sends(&before.number, "acknowledge", &form).await;
    assert_eq!(refused.status, 503, "{}", refused.text());
    assert!(refused.text().contains("whoever runs the server"));
    // Who files is taken at the time that passed, not at that of the clock.
    portal.resident().files_a_request().await;
    let newest = "SELECT MAX(received_at) / 1000000 - unixepoch() FROM records_request";
    let late: i64 = sqlx::query_scalar(newest)
        .fetch_one(&mut database(&portal).await)
        .await
        .expect("a time");
    assert!((-60..60).contains(&late), "{late} seconds");

    // Whoever looked at no other clock says nothing.
    let true_time = ShiftedClock::typed(SignedDuration::ZERO);
    let (done, said) = clock(&portal, &["confirm", "--time", &true_time, "--reason", "By my watch"]);
    assert!(!done && said.contains("set the clock right first"), "{said}");
    let (done, said) = clock(&portal, &["confirm", "--time", "noon", "--reason", "By my watch"]);
    assert!(!done && said.contains("2026-03-02T17:30"), "{said}");
    let time = ShiftedClock::typed(ahead);
    let (done, said) = clock(&portal, &["confirm", "--time", &time, "--reason", "It was paused"]);
    assert!(done, "{said}");
    let (status, told) = readyz(&portal).await;
    assert_eq!((status, told.as_str()), (200, "ready\n"), "without a restart");
    let done = kim.sends(&before.number, "acknowledge", &form).await;
    assert_eq!(done.status, 303, "{}", done.text());

    // It was ahead, after all. What was entered by it lies ahead of the true time, and keeps nobody from acting once that is said.
    shifted.is_ahead_by(SignedDuration::ZERO);
    assert_eq!(readyz(&portal).await.0, 503);
    let (right, said) = clock(&portal, &["show"]);
    assert!(!right && said.contains("lie ahead of the clock"), "{said}");
    let (done, said) = clock(&portal, &["confirm", "--time", &true_time, "--reason", "It was ahead"]);
    assert!(done && said.contains("set aside"), "{said}");
    assert_eq!(readyz(&portal).await.0, 200);
    let form = kim.form(&before.number, "reply", &[("text", "We look for it.")]).await;
    let done = kim.sends(&before.number, "reply", &form).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let (right, said) = clock(&portal, &["show"]);
    assert!(right, "{said}");
    let check = portal.run(&["check"], "");
    assert!(check.status.success(), "{check:?}");
    let aud = portal.staff("aud@example.org", "auditor").await;
    let audit = aud.browser.get("/staff/audit?act=clock_confirmed").await.text();
    assert!(
        audit.contains("It was paused") && audit.contains("It was ahead"),
        "{audit}"
    );
    // And so it stays for the next program.
    let portal = portal.killed_and_restarted();
    assert_eq!(readyz(&portal).await.0, 200);
}

#[tokio::test]
async fn a_start_long_after_the_last_trace_of_work_is_told_and_keeps_nobody_from_acting() {
    let shifted = ShiftedClock::made();
    let portal = shifted.portal();
    let before = portal.resident().files_a_request().await;
    let days = SignedDuration::from_hours(12 * 24);
    shifted.is_ahead_by(days);
    let portal = portal.killed_and_restarted();
    let (status, told) = readyz(&portal).await;
    assert_eq!(status, 200, "an office that was closed opens: {told}");
    assert!(told.contains("nobody has confirmed the clock"), "{told}");
    let kim = portal.custodian("kim@example.org").await;
    let queue = kim.browser.get("/staff/queue").await.text();
    assert!(queue.contains("Nobody has confirmed the clock"), "{queue}");
    let queue = kim.browser.get("/es/staff/queue").await.text();
    assert!(queue.contains("Nadie ha confirmado el reloj"), "{queue}");
    let metrics = portal.resident().get("/metrics").await.text();
    assert!(metrics.contains("daylight_clock_unconfirmed 1"), "{metrics}");
    let check = portal.run(&["check"], "");
    let said = String::from_utf8_lossy(&check.stdout).into_owned();
    assert!(
        check.status.success() && said.contains("daylight clock confirm"),
        "{said}"
    );
    let form = kim.form(&before.number, "acknowledge", &[]).await;
    let done = kim.sends(&before.number, "acknowledge", &form).await;
    assert_eq!(done.status, 303, "{}", done.text());
    // The next start by the same clock still tells it, until an operator has looked at another one.
    let portal = portal.killed_and_restarted();
    assert!(readyz(&portal).await.1.contains("nobody has confirmed the clock"));
    let time = ShiftedClock::typed(days);
    let (done, said) = clock(&portal, &["confirm", "--time", &time, "--reason", "We were closed"]);
    assert!(done, "{said}");
    assert_eq!(readyz(&portal).await.1, "ready\n");
}
