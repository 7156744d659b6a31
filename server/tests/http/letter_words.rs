//! The words of letters in the console: a preview does nothing, the act goes without one, and templates are whole or refused.

use crate::support::{Answer, Custodian, Portal, html};

const QUESTION: &str = "Which corner was it?";

/// A form of an act with more fields.
fn with(form: &[(String, String)], more: &[(&str, &str)]) -> Vec<(String, String)> {
    let more = more
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    form.iter().cloned().chain(more).collect()
}

async fn previews(kim: &Custodian, number: &str, form: &[(String, String)]) -> Answer {
    kim.sends(number, "ask_clarification", &with(form, &[("go", "preview")]))
        .await
}

#[tokio::test]
async fn a_preview_shows_the_letter_and_does_nothing_and_the_act_goes_with_or_without_one() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let (ana, ben) = (portal.resident(), portal.resident());
    let (first, second) = (ana.files_a_request().await.number, ben.files_a_request().await.number);
    portal.letters_come(2).await;
    let form = kim.form(&first, "ask_clarification", &[("text", QUESTION)]).await;
    let shown = previews(&kim, &first, &form).await;
    assert_eq!(shown.status, 200, "{}", shown.text());
    let page = shown.text();
    for words in [QUESTION, "610.026.2(2)", "data-locked", "data-grade", "letter_opening"] {
        assert!(page.contains(words), "{words}");
    }
    assert_eq!(shown.value("letter_kind").as_deref(), Some("question"));
    assert_eq!(kim.browser.status(&first).await, "received", "nothing was done");

    // What was changed goes out; what the law requires stays, whatever is posted.
    let edited = with(
        &form,
        &[
            ("letter_kind", "question"),
            ("letter_lang", "en"),
            ("letter_greeting", "Dear neighbor,"),
            ("letter_opening", "One question <i>only</i>."),
            ("letter_closing", "Kim"),
            ("letter_locked", ""),
        ],
    );
    let again = previews(&kim, &first, &edited).await;
    assert!(again.text().contains("Dear neighbor,"), "what was typed is kept");
    let sent = kim.sends(&first, "ask_clarification", &edited).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    // Without a preview, by the template.
    kim.does(&second, "ask_clarification", &[("text", QUESTION)]).await;
    let letters = portal.letters_come(4).await.join("\n");
    let letters = letters.replace("=\r\n", "").replace("=\n", "");
    for words in [
        "Dear neighbor,",
        "One question <i>only</i>.",
        "610.026.2(2)",
        "We have a question",
    ] {
        assert!(letters.contains(words), "{words} in {letters}");
    }

    // The request's page leads to the letter as it was sent.
    let page = kim.browser.get(&format!("/staff/requests/{first}")).await.text();
    let link = html::tags(&page, "a")
        .into_iter()
        .filter_map(|tag| tag.get("href").cloned())
        .find(|href| href.starts_with("/staff/mail/"))
        .expect("a letter");
    let letter = kim.browser.get(&link).await.text();
    assert!(letter.contains("610.0"), "{letter}");
}

#[tokio::test]
async fn what_is_wrong_with_the_words_keeps_them_and_does_nothing() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let number = portal.resident().files_a_request().await.number;
    let form = kim.form(&number, "ask_clarification", &[("text", QUESTION)]).await;
    let empty = with(
        &form,
        &[
            ("letter_kind", "question"),
            ("letter_lang", "en"),
            ("letter_greeting", "Dear neighbor,"),
            ("letter_opening", " "),
            ("letter_closing", "Kim"),
        ],
    );
    for form in [empty.clone(), with(&empty, &[("go", "preview")])] {
        let refused = kim.sends(&number, "ask_clarification", &form).await;
        assert_eq!(refused.status, 422);
        assert!(
            refused.text().contains("id=\"letter_opening-error\""),
            "{}",
            refused.text()
        );
        assert!(refused.text().contains("Dear neighbor,"));
    }
    let other: Vec<(String, String)> = empty
        .into_iter()
        .map(|(name, value)| match name.as_str() {
            "letter_kind" => (name, "denied".to_owned()),
            "letter_opening" => (name, "No.".to_owned()),
            _ => (name, value),
        })
        .collect();
    let refused = kim.sends(&number, "ask_clarification", &other).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Another letter would go"), "{}", refused.text());
    assert_eq!(kim.browser.status(&number).await, "received");
}

#[tokio::test]
async fn administrators_change_the_words_of_letters_and_others_read_them() {
    let portal = Portal::open();
    let alex = portal.staff("alex@example.org", "admin").await.browser;
    let kim = portal.custodian("kim@example.org").await;
    let path = "/staff/letters/templates/question";
    for reader in [&alex, &kim.browser] {
        assert!(reader.get("/staff/letters/templates").await.text().contains(path));
        let page = reader.get(path).await;
        assert_eq!(page.status, 200);
        assert!(page.text().contains("data-locked"), "the required sentences are shown");
    }
    assert!(!kim.browser.get(path).await.text().contains("opening_es"));
    assert_eq!(alex.get("/staff/letters/templates/nothing").await.status, 404);

    let form = |act, opening_es, reason| {
        [
            ("act", act),
            ("version", "0"),
            ("greeting_en", "Hello {name},"),
            ("greeting_es", "Hola, {name}:"),
            ("opening_en", "We wonder about {number}, until {day}."),
            ("opening_es", opening_es),
            ("closing_en", "{agency}"),
            ("closing_es", "{agency}"),
            ("reason", reason),
        ]
    };
    let whole = "Nos preguntamos por {number}, hasta el {day}.";
    let preview = alex.post(path, &form("preview", whole, "")).await;
    assert_eq!(preview.status, 200, "{}", preview.text());
    assert!(preview.text().contains("Nos preguntamos por KC-"), "{}", preview.text());
    for (act, opening) in [
        ("publish", ""),
        ("publish", "Sin número ni día."),
        ("publish", "{number} {day} {dia}"),
        ("preview", ""),
    ] {
        let refused = alex.post(path, &form(act, opening, "Why")).await;
        assert_eq!(refused.status, 422, "{opening}");
        assert!(refused.text().contains("id=\"opening_es-error\""), "{}", refused.text());
        assert!(refused.text().contains("Hello {name},"), "what was typed is kept");
    }
    assert_eq!(kim.browser.post(path, &form("publish", whole, "Why")).await.status, 403);
    let unexplained = alex.post(path, &form("publish", whole, "")).await;
    assert!(unexplained.text().contains("id=\"reason-error\""));
    assert_eq!(alex.post(path, &form("publish", whole, "Kinder")).await.status, 303);
    assert_eq!(alex.post(path, &form("publish", whole, "Again")).await.status, 409);
    let page = alex.get(path).await.text();
    assert!(
        page.contains("We wonder about KC-") && page.contains("Kinder"),
        "{page}"
    );
    let first = alex.get(&format!("{path}?from=0")).await.text();
    assert!(
        first.contains("We have a question about your request {number}"),
        "{first}"
    );

    let number = portal.resident().files_a_request().await.number;
    kim.does(&number, "ask_clarification", &[("text", QUESTION)]).await;
    let letters = portal.letters_come(2).await.join("\n");
    assert!(letters.contains("We wonder about"), "{letters}");
}

#[tokio::test]
async fn the_envelopes_of_a_day_say_nothing_of_what_is_in_them() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let mut form = crate::support::sound_form();
    form.retain(|(name, _)| !["email", "notify", "postal_address"].contains(name));
    form.push(("postal_address", "7 Canary Row".to_owned()));
    form.push(("notify", "none".to_owned()));
    let number = portal.resident().files(&form).await.number;
    kim.does(&number, "ask_clarification", &[("text", QUESTION)]).await;
    let page = kim.browser.get("/staff/letters/envelopes").await;
    assert_eq!(page.status, 200);
    let page = page.text();
    assert!(
        page.contains("bwc-letter-envelope") && page.contains("7 Canary Row"),
        "{page}"
    );
    assert!(!page.contains(QUESTION) && !page.contains(&number), "{page}");
    assert!(
        kim.browser
            .get("/staff/letters")
            .await
            .text()
            .contains("/staff/letters/envelopes")
    );
}
