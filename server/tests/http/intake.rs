//! A request that came on paper is entered with its true day, and handed over with its code in a sealed part.

use crate::support::{Portal, days_ago, fresh_key, html, portal::PASSWORD, sound_form};

const SCAN: (&str, &str, &[u8]) = ("papers", "letter.pdf", b"%PDF-1.4\nher letter\n%%EOF\n");

fn form(of: &[(&'static str, String)]) -> Vec<(&'static str, String)> {
    let mut form = sound_form();
    form.push(("key", fresh_key()));
    for (name, value) in of {
        form.retain(|(known, _)| known != name);
        form.push((name, value.clone()));
    }
    form
}

#[tokio::test]
async fn a_letter_is_entered_with_its_day_and_handed_over_with_its_code_on_a_sheet_of_its_own() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await.browser;
    let new = "/staff/requests/new";
    assert!(kim.get("/staff/queue").await.text().contains(new));
    let typed = form(&[
        ("received_on", days_ago(2)),
        ("channel", "letter".into()),
        ("language", "es".into()),
        ("email", String::new()),
        ("notify", "none".into()),
        ("place", "Calle 12 y Roble".into()),
    ]);
    let sent: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();

    // What is missing is told, and nothing typed is lost.
    let without: Vec<(&str, &str)> = sent.iter().copied().filter(|(name, _)| *name != "channel").collect();
    let refused = kim.posts_files(new, &without, &[SCAN]).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert!(refused.text().contains("Choose the way") && refused.text().contains("Calle 12 y Roble"));
    let tomorrow = days_ago(-1);
    let ahead: Vec<(&str, &str)> = sent
        .iter()
        .map(|(name, value)| {
            (
                *name,
                if *name == "received_on" {
                    tomorrow.as_str()
                } else {
                    value
                },
            )
        })
        .collect();
    assert!(kim.posts_files(new, &ahead, &[]).await.is_refused_at("received_on"));

    let entered = kim.posts_files(new, &sent, &[SCAN]).await;
    assert_eq!(entered.status, 303, "{}", entered.text());
    let receipt = entered.location.clone().expect("the receipt");
    assert!(
        receipt.starts_with("/es/staff/requests/KC-"),
        "in the language of the letters: {receipt}"
    );
    let twice = kim.posts_files(new, &sent, &[SCAN]).await;
    assert_eq!(
        twice.location.as_deref(),
        Some(receipt.as_str()),
        "sent twice is entered once"
    );
    let newest = kim.get("/es/staff/requests/receipt").await.text();
    assert!(
        newest.contains("data-access-code"),
        "whoever presses twice at once is led there"
    );
    let page = kim.get(&receipt).await;
    assert_eq!(page.header("cache-control"), "no-store");
    let page = page.text();
    let code = html::attribute(&page, "data-access-code").expect("the code");
    let number = html::attribute(&page, "data-tracking-number").expect("the number");
    let (_, sealed) = page.split_once("bwc-sealed").expect("a sealed part");
    assert!(sealed.contains(&code), "the code is in the sealed part");
    let resident = portal.resident();
    let opened = resident
        .post("/track", &[("number", number.as_str()), ("code", &code)])
        .await;
    assert_eq!(opened.status, 303, "the code opens it: {}", opened.text());

    let public = resident.get(&format!("/requests/{number}")).await.text();
    assert!(public.contains("came on paper on"), "{public}");
    assert!(!public.contains("letter.pdf"));
    let desk = kim.get(&format!("/staff/requests/{number}")).await.text();
    assert!(desk.contains("letter.pdf"), "{desk}");
    let file = html::tags(&desk, "a")
        .into_iter()
        .filter_map(|mut link| link.remove("href"))
        .find(|href| href.starts_with("/staff/files/"))
        .expect("a link");
    assert_eq!(kim.get(&file).await.body, SCAN.2);
    let auditor = portal.staff("otto@example.org", "auditor").await.browser;
    assert_eq!(auditor.get(&file).await.status, 403);
    for path in [
        new.to_owned(),
        receipt.clone(),
        format!("/staff/requests/{number}/code"),
    ] {
        assert_eq!(auditor.get(&path).await.status, 403, "{path}");
    }
}

#[tokio::test]
async fn who_lost_the_code_gets_another_and_the_lost_one_opens_nothing() {
    let portal = Portal::open();
    let receipt = portal.resident().files_a_request().await;
    let (number, code) = (receipt.number, receipt.code);
    let receipt = format!("/staff/requests/{number}/receipt");
    let lee = portal.custodian("lee@example.org").await.browser;
    let gone = lee.get(&receipt).await.text();
    assert!(!gone.contains("data-access-code") && gone.contains("/code"), "{gone}");
    let path = format!("/staff/requests/{number}/code");
    let key = fresh_key();
    let empty = lee.post(&path, &[("key", key.as_str())]).await;
    assert_eq!(empty.status, 422);
    for words in ["Choose the ground", "Say which facts or which paper"] {
        assert!(empty.text().contains(words), "{words}");
    }
    let fields = [
        ("key", key.as_str()),
        ("ground", "identity"),
        ("note", "State ID, same name"),
    ];
    let given = lee.post(&path, &fields).await;
    assert_eq!(given.status, 303, "{}", given.text());
    let page = lee.get(&given.location.expect("the receipt")).await.text();
    let new_code = html::attribute(&page, "data-access-code").expect("the new code");
    assert_ne!(new_code, code);
    let old = portal
        .resident()
        .post("/track", &[("number", number.as_str()), ("code", &code)])
        .await;
    assert_eq!(old.status, 422);

    // Whoever comes to the counter's computer next finds nothing of it.
    let path = format!("/staff/requests/{number}/receipt");
    assert!(lee.get("/request/filed").await.text().contains("no receipt"));
    let nothing: [(&str, &str); 0] = [];
    lee.post("/staff/sign-out", &nothing).await;
    let mut again = [("email", "lee@example.org"), ("password", PASSWORD), ("next", "")];
    again[2].1 = "/staff/queue";
    assert_eq!(lee.post("/staff/sign-in", &again).await.status, 303);
    assert!(!lee.get(&path).await.text().contains("data-access-code"));
}

#[tokio::test]
async fn the_sheet_of_a_request_that_is_worked_on_says_what_is_so_today() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let number = portal.resident().files_a_request().await.number;
    kim.does(
        &number,
        "deny",
        &[
            ("provision", "610.021(14)"),
            ("text", "Why"),
            ("next_step", "Ask a court"),
        ],
    )
    .await;
    let path = format!("/staff/requests/{number}/code");
    let key = fresh_key();
    let fields = [
        ("key", key.as_str()),
        ("ground", "facts"),
        ("note", "She named the car"),
    ];
    let given = kim.browser.post(&path, &fields).await;
    assert_eq!(given.status, 303, "{}", given.text());
    let sheet = html::words(&kim.browser.get(&given.location.expect("the receipt")).await.text());
    assert!(sheet.contains("How it stands today"), "{sheet}");
    assert!(
        !sheet.contains("must act by the end of") && !sheet.contains("is on hold"),
        "{sheet}"
    );
}

#[tokio::test]
async fn a_day_of_receipt_before_the_incident_is_told_at_that_day() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await.browser;
    let typed = form(&[("received_on", days_ago(9)), ("channel", "fax".into())]);
    let sent: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let refused = kim.posts_files("/staff/requests/new", &sent, &[]).await;
    assert!(refused.is_refused_at("received_on") && !refused.is_refused_at("incident_date"));
    assert!(refused.text().contains("before the day that is asked about"));
}
