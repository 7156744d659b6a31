//! Whatever stops a form, the words in it come back to whoever typed them, and they can go on.

use reqwest::Method;

use crate::support::{Answer, Portal, Resident, forms, fresh_key, portal::database, sound_form};

const LETTER: &str = "We looked for the video of March third.\r\nIt is <being> sought.";

/// The answer shows the words and a form that sends everything again.
async fn sends_again(browser: &Resident, told: &Answer, words: &[&str]) -> Answer {
    let page = told.text();
    assert!(page.contains("data-kept-form"), "{page}");
    for words in words {
        let shown = words.replace('<', "&lt;").replace('>', "&gt;");
        assert!(page.contains(&shown), "{words}: {page}");
    }
    let again = forms::on_page(&page)
        .into_iter()
        .find(|form| form.act() != "sign-out")
        .expect("a form to send again");
    let filled = again.filled(("", ""), &std::collections::HashMap::new());
    let fields: Vec<(&str, &str)> = filled.fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    browser.post(&again.action, &fields).await
}

async fn ends_every_session(portal: &Portal) {
    let mut records = database(portal).await;
    for sql in ["DELETE FROM staff_session", "DELETE FROM requester_session"] {
        sqlx::query(sql).execute(&mut records).await.expect("sessions");
    }
}

#[tokio::test]
async fn a_custodian_whose_session_ended_over_a_long_letter_signs_in_elsewhere_and_sends_it() {
    for lang in ["", "/es"] {
        let portal = Portal::open();
        let kim = portal.custodian("kim@kcpd.test").await;
        let receipt = portal.resident().files_a_request().await;
        let form = kim.form(&receipt.number, "reply", &[("text", LETTER)]).await;
        ends_every_session(&portal).await;
        let path = format!("{lang}/staff/requests/{}/act/reply", receipt.number);
        let told = kim
            .browser
            .post(
                &path,
                &form.iter().map(|(name, value)| (&**name, value)).collect::<Vec<_>>(),
            )
            .await;
        assert_eq!(told.status, 401);
        assert!(told.is_page_in(if lang.is_empty() { "en" } else { "es" }));
        assert!(
            told.text().contains(&format!("href=\"{lang}/staff/sign-in\"")),
            "{}",
            told.text()
        );
        assert!(
            told.location.is_none() && told.headers.get("set-cookie").is_none(),
            "no words in URLs or cookies"
        );
        // Still signed out: the same page again.
        let still = sends_again(&kim.browser, &told, &["It is <being> sought."]).await;
        assert_eq!(still.status, 401);
        let entry = [
            ("email", "kim@kcpd.test"),
            ("password", crate::support::portal::PASSWORD),
            ("next", ""),
        ];
        assert_eq!(kim.browser.post("/staff/sign-in", &entry).await.status, 303);
        let sent = sends_again(&kim.browser, &still, &["It is <being> sought."]).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        let mut records = database(&portal).await;
        let words: String = sqlx::query_scalar("SELECT words FROM message")
            .fetch_one(&mut records)
            .await
            .expect("one");
        assert!(words.contains("It is <being> sought."), "{words}");
        assert!(!portal.said().contains("being"), "no words in the log");
    }
}

#[tokio::test]
async fn a_requester_whose_page_was_closed_opens_it_again_and_sends_what_they_wrote() {
    let portal = Portal::open();
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    ana.opens(&receipt).await;
    ends_every_session(&portal).await;
    let private = format!("/requests/{}/private", receipt.number);
    let form = [
        ("act", "write"),
        ("text", "It was by the bridge."),
        ("key", &*fresh_key()),
    ];
    let told = ana.post(&private, &form).await;
    assert_eq!(told.status, 401);
    assert!(told.text().contains("href=\"/track\""), "{}", told.text());
    ana.opens(&receipt).await;
    let sent = sends_again(&ana, &told, &["It was by the bridge."]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
}

#[tokio::test]
async fn a_form_with_files_whose_session_ended_keeps_its_words_and_asks_for_the_files_again() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    ends_every_session(&portal).await;
    let fields = [
        ("court", "Circuit Court of Nowhere"),
        ("terms", "All of it."),
        ("key", &*fresh_key()),
    ];
    let files = [("document", "order.pdf", b"%PDF-1.4\nwords\n%%EOF\n".as_slice())];
    let told = case.kim.browser.posts_files("/staff/orders/new", &fields, &files).await;
    let page = told.text();
    assert_eq!(told.status, 401, "{page}");
    assert!(
        page.contains("Circuit Court of Nowhere") && page.contains("All of it."),
        "{page}"
    );
    assert!(
        page.contains("type=\"file\"") && page.contains("multipart/form-data"),
        "{page}"
    );
}

#[tokio::test]
async fn what_cannot_be_read_or_is_too_large_is_shown_as_far_as_it_came() {
    let portal = Portal::open();
    let ana = portal.resident();
    let send = async |body: Vec<u8>| {
        let post = ana.raw(Method::POST, "/request");
        let post = post.header("Content-Type", "application/x-www-form-urlencoded");
        ana.send(post.body(body)).await
    };
    let twice = send(b"place=Oak+Street&track=public&track=civil".to_vec()).await;
    assert!(
        twice.status == 400 && twice.text().contains("Oak Street"),
        "{}",
        twice.text()
    );
    let bytes = send(b"place=Oak+Street&people=%ff".to_vec()).await;
    assert!(
        bytes.status == 422 && bytes.text().contains("Oak Street"),
        "{}",
        bytes.text()
    );
    let large = send(format!("place=Oak+Street&description={}", "a".repeat(600_000)).into_bytes()).await;
    assert!(
        large.status == 413 && large.text().contains("Oak Street"),
        "{}",
        large.status
    );
    let secret = ana
        .raw(Method::POST, "/staff/sign-in")
        .header("Content-Type", "application/x-www-form-urlencoded");
    let secret = ana
        .send(secret.body("email=a%40b.test&email=c%40d.test&password=hidden-words"))
        .await;
    assert_eq!(secret.status, 400);
    assert!(!secret.text().contains("hidden-words"), "{}", secret.text());
}

#[tokio::test]
async fn whoever_sends_too_much_finds_their_words_again() {
    let portal = Portal::with(&[("DAYLIGHT_RATE_LIMIT", "on")]);
    let ana = portal.resident();
    let told = loop {
        let answer = ana.post("/track", &[("number", "KC"), ("code", "")]).await;
        if answer.status == 429 {
            break ana.post("/request", &sound_form()).await;
        }
    };
    // Another class is not used up: so fill the limit of everything.
    assert_eq!(told.status, 303);
    let told = loop {
        if ana.get("/healthz").await.status == 429 || ana.get("/request/filed").await.status == 429 {
            // The limit fills up again while one asks.
            let answer = ana.post("/request", &sound_form()).await;
            if answer.status != 303 {
                break answer;
            }
        }
    };
    assert_eq!(told.status, 429, "{}", told.text());
    assert!(told.text().contains("A traffic stop of a blue car"), "{}", told.text());
    assert!(told.text().contains("data-kept-form"), "{}", told.text());
}
