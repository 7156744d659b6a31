//! How often one may try.

use crate::support::{Portal, html, sound_form};

#[tokio::test]
async fn whoever_files_without_end_is_told_to_wait_and_keeps_the_form() {
    let portal = Portal::with(&[]);
    let ana = portal.resident();
    let mut refused = None;
    for _ in 0..40 {
        let answer = ana.post("/request", &sound_form()).await;
        if answer.status != 303 {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("a limit");
    assert_eq!(refused.status, 429);
    assert!(refused.header("retry-after").parse::<u32>().is_ok());
    assert_eq!(
        refused.value("description").as_deref(),
        Some("A traffic stop of a blue car")
    );
    assert!(refused.is_page_in("en"));
}

#[tokio::test]
async fn wrong_codes_use_up_a_budget_that_a_restart_does_not_refill() {
    let portal = Portal::with(&[]);
    let ana = portal.resident();
    let (one, two) = (ana.files_a_request().await, ana.files_a_request().await);
    let wrong = [("number", one.number.clone()), ("code", two.code.clone())];
    let mut tries = 0;
    while ana.post("/track", &wrong).await.status == 422 {
        tries += 1;
        assert!(tries < 20, "no limit");
    }
    assert_eq!(tries, 10);
    let portal = portal.killed_and_restarted();
    let answer = portal.resident().post("/track", &wrong).await;
    assert_eq!(answer.status, 429);
    assert_eq!(html::value(&answer.text(), "number"), Some(one.number));
}

#[tokio::test]
async fn wrong_passwords_of_one_account_are_limited_even_with_limits_off() {
    let portal = Portal::open();
    portal.custodian("kim@example.org").await;
    let eve = portal.resident();
    let guess = [("email", "kim@example.org"), ("password", "not the password")];
    let mut statuses = Vec::new();
    for _ in 0..12 {
        statuses.push(eve.post("/staff/sign-in", &guess).await.status);
    }
    assert!(statuses.contains(&429), "{statuses:?}");
    assert!(
        statuses.iter().filter(|status| **status == 422).count() <= 10,
        "at most five in each of two minutes"
    );
}

#[tokio::test]
async fn the_limit_holds_for_pages_that_are_kept_ready_too() {
    let portal = Portal::with(&[]);
    let eve = portal.resident();
    let mut refused = None;
    for _ in 0..5_000 {
        let answer = eve.get("/").await;
        if answer.status != 200 {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("a limit");
    assert_eq!(refused.status, 429);
    assert!(refused.header("retry-after").parse::<u32>().is_ok());
}

#[tokio::test]
async fn whoever_searches_without_end_is_told_to_wait_and_others_pages_stay_open() {
    let portal = Portal::with(&[]);
    let eve = portal.resident();
    let mut searches = 0;
    while eve.get(&format!("/requests?q=street{searches}")).await.status == 200 {
        searches += 1;
        assert!(searches < 500, "no limit");
    }
    assert!(searches >= 60, "{searches}");
    assert_eq!(eve.get("/requests").await.status, 200, "for which nothing is typed");
}
