//! The day of the gate cannot be moved: what lies ahead of the machine's clock is refused by the database.

use jiff::{SignedDuration, Timestamp};

use crate::support::{Town, zone};

crate::on_both_engines!(
    nobody_moves_the_day_of_the_gate_by_hand,
    an_entry_bears_the_day_of_its_instant,
    time_is_set_by_hand_only_from_the_start,
    an_entry_of_a_wrong_clock_is_set_aside_and_the_gate_goes_by_the_true_day,
    nobody_sets_aside_what_does_not_lie_ahead,
);

#[expect(clippy::disallowed_methods, reason = "the database looks at this clock too")]
fn machine() -> Timestamp {
    Timestamp::now()
}

/// A town whose database keeps to the machine's clock from now on.
async fn keeps_to_the_machine(town: &Town) {
    town.raw("DELETE FROM setting WHERE name = 'clock'").await.unwrap();
}

async fn refused(town: &Town, sql: String, why: &str) {
    let refused = town.raw(sqlx::AssertSqlSafe(sql.clone())).await;
    let refused = refused.expect_err(&sql).to_string();
    assert!(refused.contains(why), "{sql}: {refused}");
}

fn audit_entry(seq: u32, at: Timestamp, on: impl std::fmt::Display) -> String {
    format!(
        "INSERT INTO audit_entry (subject, subject_id, seq, at, on_date, act, event) \
         VALUES ('recording', 'by hand', {seq}, {}, '{on}', 'by_hand', '{{}}')",
        at.as_microsecond()
    )
}

fn docket_entry(seq: u32, at: Timestamp, on: impl std::fmt::Display) -> String {
    format!(
        "INSERT INTO docket (request_id, seq, at, on_date, actor, act, event) \
         SELECT id, {seq}, {}, '{on}', 'portal', 'by_hand', '{{}}' FROM records_request",
        at.as_microsecond()
    )
}

fn local(at: Timestamp) -> jiff::civil::Date {
    zone().to_datetime(at).date()
}

async fn nobody_moves_the_day_of_the_gate_by_hand(town: Town) {
    town.resident("Ana").files().await;
    keeps_to_the_machine(&town).await;
    let now = machine();
    let ahead = now + SignedDuration::from_hours(25);
    refused(&town, audit_entry(1, ahead, local(ahead)), "ahead of the clock").await;
    refused(&town, docket_entry(90, ahead, local(ahead)), "ahead of the clock").await;
    // Neither by a day alone, nor by a release or a deletion that bears it.
    refused(
        &town,
        audit_entry(1, now, local(ahead + SignedDuration::from_hours(24))),
        "not that of its instant",
    )
    .await;
    let day = local(now + SignedDuration::from_hours(72));
    let release = format!(
        "INSERT INTO release (id, request_id, recording_id, copy_id, on_date, released_at, released_by, basis, \
         seconds_withheld, checklist) VALUES ('r', 'q', 'f', 'c', '{day}', 0, 's', '', 0, '[]')"
    );
    refused(&town, release, "ahead of the clock").await;
    let deletion = town.raw(sqlx::AssertSqlSafe(format!(
        "INSERT INTO deletion (recording_id, on_date, rule, recorded_at, recorded_by) VALUES ('f', '{day}', '', 0, 's')"
    )));
    let told = deletion.await.unwrap_err().to_string();
    assert!(told.contains("ahead"), "{told}");
    // Clocks of two servers may differ by some hours, and no more.
    let hours = now + SignedDuration::from_hours(20);
    town.raw(sqlx::AssertSqlSafe(audit_entry(1, hours, local(hours))))
        .await
        .unwrap();
}

async fn an_entry_bears_the_day_of_its_instant(town: Town) {
    town.resident("Ana").files().await;
    let now = town.clock_now();
    let day = |hours: i64| local(now + SignedDuration::from_hours(hours));
    refused(&town, audit_entry(1, now, day(48)), "not that of its instant").await;
    refused(&town, audit_entry(1, now, day(-48)), "not that of its instant").await;
    refused(&town, audit_entry(1, now, "tomorrow"), "not that of its instant").await;
    refused(&town, docket_entry(90, now, day(48)), "lies after its instant").await;
    // What came on paper is entered later, under the day on which it came.
    town.raw(sqlx::AssertSqlSafe(docket_entry(90, now, day(-72))))
        .await
        .unwrap();
    town.raw(sqlx::AssertSqlSafe(audit_entry(1, now, day(0))))
        .await
        .unwrap();
}

async fn time_is_set_by_hand_only_from_the_start(town: Town) {
    let office = &town.office;
    assert_eq!(office.check().await.unwrap(), Vec::<String>::new());
    town.resident("Ana").files().await;
    keeps_to_the_machine(&town).await;
    let by_hand = "INSERT INTO setting (name, content) VALUES ('clock', 'by hand')";
    refused(&town, by_hand.to_owned(), "keeps to the clock").await;
    let renamed = "UPDATE setting SET name = 'clock' WHERE name = 'secret'";
    refused(&town, renamed.to_owned(), "keeps to the clock").await;
    // The same program again does not begin it anew.
    town.second_counter().await;
    let set = town.count("SELECT COUNT(*) FROM setting WHERE name = 'clock'").await;
    assert_eq!(set, 0);
}

async fn an_entry_of_a_wrong_clock_is_set_aside_and_the_gate_goes_by_the_true_day(town: Town) {
    let release = super::releases::Release::begins(&town).await;
    release.copies(1, "").await;
    let wrong = town.clock_now() + SignedDuration::from_hours(20 * 24);
    let wrote = docket_entry(90, wrong, local(wrong)).replace("'{}'", "'{\"event\":\"requester_wrote\"}'");
    for entry in [audit_entry(1, wrong, local(wrong)), wrote] {
        town.raw(sqlx::AssertSqlSafe(entry)).await.unwrap();
    }
    let barred = release.by_hand().await.expect_err("by the day of the wrong entry");
    assert!(barred.to_string().contains("audit log's day"), "{barred}");
    assert_eq!(town.office.clock_report().await.unwrap().ahead, 2);
    let set_aside = town.office.confirm_clock("It was set ahead by a slip.").await.unwrap();
    assert_eq!(set_aside, 2);
    let found = town.office.clock_report().await.unwrap();
    assert_eq!(found.ahead, 0);
    assert!(found.newest.unwrap() <= town.clock_now());
    release.goes().await;
    let told = town
        .texts("SELECT event FROM audit_entry WHERE act = 'clock_confirmed' AND subject = 'portal'")
        .await;
    assert!(
        told.len() == 1 && told[0].contains("It was set ahead by a slip.") && told[0].contains('2'),
        "{told:?}"
    );
    // Confirmed once more, nothing is set aside twice.
    assert_eq!(town.office.confirm_clock("Again").await.unwrap(), 0);
    for change in ["UPDATE wrong_entry SET seq = 2", "DELETE FROM wrong_entry"] {
        refused(&town, change.to_owned(), "stays so").await;
    }
}

async fn nobody_sets_aside_what_does_not_lie_ahead(town: Town) {
    town.resident("Ana").files().await;
    keeps_to_the_machine(&town).await;
    let now = machine();
    let hours = |hours: i64| now + SignedDuration::from_hours(hours);
    let just_now = now - SignedDuration::from_mins(1);
    for (seq, at) in [(1, hours(-30)), (2, just_now), (3, hours(20))] {
        town.raw(sqlx::AssertSqlSafe(audit_entry(seq, at, local(at))))
            .await
            .unwrap();
    }
    let aside = |seq: u32| {
        format!(
            "INSERT INTO wrong_entry (log, subject, subject_id, seq, set_aside_at) \
             VALUES ('audit', 'recording', 'by hand', {seq}, 0)"
        )
    };
    for seq in [1, 2, 4] {
        refused(&town, aside(seq), "ahead of the clock").await;
    }
    let newest = "SELECT on_date FROM audit_day";
    assert_eq!(town.texts(newest).await, [local(hours(20)).to_string()]);
    town.raw(sqlx::AssertSqlSafe(aside(3))).await.unwrap();
    assert_eq!(town.texts(newest).await, [local(just_now).to_string()]);
}
