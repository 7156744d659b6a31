//! The console: sign in, act, be told when somebody was faster.

use crate::support::{Portal, days_ago, html, portal::PASSWORD};

#[tokio::test]
async fn the_first_account_comes_from_the_one_time_link_and_only_once() {
    let portal = Portal::open();
    let said = portal.said();
    let link = said
        .lines()
        .find_map(|line| line.split_once("/staff/first/"))
        .expect("a link is printed")
        .1;
    let path = format!("/staff/first/{link}");
    let kim = portal.resident();
    assert_eq!(kim.get(&path).await.status, 200);
    let form = |password, again| {
        [
            ("name", "Kim Lee"),
            ("email", "kim@example.org"),
            ("password", password),
            ("again", again),
        ]
    };
    let short = kim.post(&path, &form("short", "short")).await;
    assert_eq!(short.status, 422);
    assert!(!short.text().contains("value=\"short\""), "no password is sent back");
    assert_eq!(
        kim.post(&path, &form(PASSWORD, "another long password")).await.status,
        422
    );
    assert_eq!(kim.post(&path, &form(PASSWORD, PASSWORD)).await.status, 303);
    assert_eq!(kim.get("/staff/queue").await.status, 200, "signed in at once");
    assert_eq!(portal.resident().get(&path).await.status, 404);
    assert_eq!(
        portal.resident().post(&path, &form(PASSWORD, PASSWORD)).await.status,
        404
    );
}

#[tokio::test]
async fn the_console_leads_to_the_door_and_back_to_where_one_wanted_to_go() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let stranger = portal.resident();
    let led = stranger.get("/es/staff/queue?view=overdue").await;
    let door = led.location.expect("a way");
    assert_eq!(door, "/es/staff/sign-in?next=%2Fstaff%2Fqueue%3Fview%3Doverdue");
    assert_eq!(
        stranger.get(&door).await.value("next").as_deref(),
        Some("/staff/queue?view=overdue")
    );
    let form = [
        ("email", "KIM@example.org "),
        ("password", PASSWORD),
        ("next", "/staff/queue?view=overdue"),
    ];
    let inside = stranger.post("/es/staff/sign-in", &form).await;
    assert_eq!(inside.location.as_deref(), Some("/es/staff/queue?view=overdue"));
    assert_eq!(
        kim.browser.get("/staff/queue").await.header("cache-control"),
        "no-store"
    );

    let nothing: [(&str, &str); 0] = [];
    assert_eq!(kim.browser.post("/staff/sign-out", &nothing).await.status, 303);
    assert_eq!(kim.browser.get("/staff/queue").await.status, 303);
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_account_are_answered_alike() {
    let portal = Portal::open();
    portal.custodian("kim@example.org").await;
    let wrong = |email: &'static str| {
        let stranger = portal.resident();
        async move {
            stranger
                .post("/staff/sign-in", &[("email", email), ("password", "not the password")])
                .await
        }
    };
    let (known, unknown) = (wrong("kim@example.org").await, wrong("nobody@example.org").await);
    assert_eq!((known.status, unknown.status), (422, 422));
    let plain = |page: &str, email: &str| html::without_nonce(page).replace(email, "EMAIL");
    assert_eq!(
        plain(&known.text(), "kim@example.org"),
        plain(&unknown.text(), "nobody@example.org")
    );
    assert!(!known.text().contains("not the password"));
}

#[tokio::test]
async fn a_custodian_moves_the_case_and_the_resident_sees_each_step() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let number = ana.files_a_request().await.number;
    assert!(kim.browser.get("/staff/queue").await.text().contains(&number));
    assert!(
        kim.browser
            .get(&format!("/staff/requests/{number}"))
            .await
            .text()
            .contains("Ana Ruiz")
    );

    kim.does(&number, "acknowledge", &[("text", "We have begun")]).await;
    assert_eq!(ana.status(&number).await, "under_review");
    kim.does(
        &number,
        "close_active",
        &[("confirmed_on", &days_ago(0)), ("text", "It is under investigation")],
    )
    .await;
    assert_eq!(ana.status(&number).await, "wait_inactive");
    kim.does(
        &number,
        "record_inactive",
        &[("ground", "not_pursued"), ("since", &days_ago(0)), ("text", "")],
    )
    .await;
    assert_ne!(ana.status(&number).await, "wait_inactive");

    let page = ana.get(&format!("/requests/{number}")).await.text();
    for private in ["We have begun", "It is under investigation", "Kim Staff"] {
        assert!(!page.contains(private), "{private}");
    }
    portal.letters_come(2).await;
}

#[tokio::test]
async fn the_second_of_two_custodians_is_told_and_nothing_is_lost() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let lee = portal.custodian("lee@example.org").await;
    let number = ana.files_a_request().await.number;
    let hers = kim
        .form(&number, "ask_clarification", &[("text", "Which street corner?")])
        .await;
    let his = lee
        .form(
            &number,
            "deny",
            &[("text", "No"), ("next_step", "Ask"), ("provision", "RSMo 610.100.3")],
        )
        .await;
    assert_eq!(kim.sends(&number, "ask_clarification", &hers).await.status, 303);
    let late = lee.sends(&number, "deny", &his).await;
    assert_eq!(late.status, 409);
    assert_eq!(late.value("text").as_deref(), Some("No"), "{}", late.text());
    assert_eq!(ana.status(&number).await, "clarify");
    assert_eq!(
        kim.sends(&number, "ask_clarification", &hers).await.status,
        303,
        "the same form again changes nothing"
    );
}

#[tokio::test]
async fn what_the_law_does_not_allow_is_refused_with_its_reason() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let number = ana.files_a_request().await.number;
    let form = kim
        .form(
            &number,
            "explain_delay",
            &[("text", "Many requests"), ("promised", &days_ago(9))],
        )
        .await;
    let refused = kim.sends(&number, "explain_delay", &form).await;
    assert!(matches!(refused.status, 409 | 422), "{}", refused.status);
    assert_eq!(refused.value("text").as_deref(), Some("Many requests"));
    let missing = kim
        .form(&number, "deny", &[("text", ""), ("next_step", ""), ("provision", "")])
        .await;
    assert_eq!(kim.sends(&number, "deny", &missing).await.status, 422);
    assert_eq!(ana.status(&number).await, "received");
}

#[tokio::test]
async fn a_role_does_only_what_is_its_own() {
    let portal = Portal::open();
    let ana = portal.resident();
    let number = ana.files_a_request().await.number;
    let custodian = portal.custodian("kim@example.org").await;
    let form = custodian.form(&number, "acknowledge", &[]).await;
    for role in ["reviewer", "supervisor", "prosecutor", "auditor", "admin"] {
        let other = portal.staff(&format!("{role}@example.org"), role).await;
        let answer = other.sends(&number, "acknowledge", &form).await;
        assert_eq!(answer.status, 403, "{role}: {}", answer.text());
    }
    assert_eq!(ana.status(&number).await, "received");
    let closure = [("office", "custodian"), ("on", "2026-12-24"), ("reason", "Ice storm")];
    assert_eq!(custodian.browser.post("/staff/calendar", &closure).await.status, 403);
    let admin = portal.staff("root@example.org", "admin").await;
    assert_eq!(admin.browser.post("/staff/calendar", &closure).await.status, 303);
    assert!(admin.browser.get("/staff/calendar").await.text().contains("Ice storm"));
}

#[tokio::test]
async fn nobody_acts_without_a_session() {
    let portal = Portal::open();
    let number = portal.resident().files_a_request().await.number;
    let stranger = portal.resident();
    for path in [
        format!("/staff/requests/{number}/act/acknowledge"),
        "/staff/calendar".into(),
    ] {
        assert_eq!(stranger.post(&path, &[("version", "1")]).await.status, 401, "{path}");
        let forged = stranger
            .form(&path, &[("version", "1")])
            .header("Cookie", "daylight_staff=00000000000000000000");
        assert_eq!(stranger.send(forged).await.status, 401, "{path}");
    }
    for path in [
        "/staff",
        "/staff/queue",
        "/staff/accounts",
        "/staff/calendar",
        &format!("/staff/requests/{number}"),
    ] {
        assert_eq!(stranger.get(path).await.status, 303, "{path}");
    }
}

#[tokio::test]
async fn every_link_of_the_samples_of_components_leads_somewhere() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let page = kim.browser.get("/staff/components").await.text();
    let mut tried = std::collections::HashSet::new();
    let named = |tag: &str, name: &str| -> Vec<String> {
        let tags = html::tags(&page, tag).into_iter();
        tags.filter_map(|mut tag| tag.remove(name)).collect()
    };
    for link in [named("a", "href"), named("video", "src"), named("track", "src")].concat() {
        if let Some(id) = link.strip_prefix('#') {
            assert!(page.contains(&format!("id=\"{id}\"")), "{link}");
        } else if link.starts_with('/') && tried.insert(link.clone()) {
            let answer = kim.browser.get(&link).await;
            assert!(matches!(answer.status, 200 | 303), "{link}: {}", answer.status);
        }
    }
}
