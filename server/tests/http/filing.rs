//! `/request` and its receipt.

use crate::support::{Portal, days_ago, form_with, fresh_key, html, sound_form};

#[tokio::test]
async fn a_resident_files_and_gets_a_receipt_that_opens_both_pages() {
    let portal = Portal::open();
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    assert!(receipt.number.starts_with("KC-"), "{receipt:?}");
    assert_eq!(receipt.code.replace('-', "").len(), 28, "{receipt:?}");

    let page = ana.get(&format!("/requests/{}", receipt.number)).await;
    assert_eq!(page.status, 200);
    assert_eq!(
        html::attribute(&page.text(), "data-status").as_deref(),
        Some("received")
    );
    let clock = html::tags(&page.text(), "time")
        .into_iter()
        .find(|tag| tag.get("data-clock").is_some_and(|id| id == "C1"));
    assert_eq!(clock.expect("C1 on the page")["datetime"].len(), 10);

    let private = ana.opens(&receipt).await;
    assert_eq!(private.status, 200);
    assert!(private.text().contains("12th Street and Oak Street"));
}

#[tokio::test]
async fn the_public_page_shows_neither_who_asked_nor_their_words() {
    let portal = Portal::open();
    let receipt = portal.resident().files_a_request().await;
    for path in ["", "/feed.atom", "/calendar.ics"] {
        let page = portal
            .resident()
            .get(&format!("/requests/{}{path}", receipt.number))
            .await
            .text();
        for private in ["Ana Ruiz", "ana@example.org", "blue car", "Oak Street", &receipt.code] {
            assert!(!page.contains(private), "{private} in {path}: {page}");
        }
    }
}

#[tokio::test]
async fn the_same_form_twice_is_one_request_with_the_same_receipt() {
    let portal = Portal::open();
    let ana = portal.resident();
    let mut form = sound_form();
    form.push(("key", fresh_key()));
    let mut receipts = Vec::new();
    for _ in 0..3 {
        assert_eq!(ana.post("/request", &form).await.status, 303);
        receipts.push(ana.receipt().await);
    }
    // A double click: both are on their way at once.
    let (one, two) = tokio::join!(ana.post("/request", &form), ana.post("/request", &form));
    assert_eq!((one.status, two.status), (303, 303));
    receipts.push(ana.receipt().await);
    assert!(receipts.iter().all(|receipt| *receipt == receipts[0]), "{receipts:?}");
    let log = ana.get("/requests").await.text();
    assert_eq!(
        log.matches(&format!("href=\"/requests/{}\"", receipts[0].number))
            .count(),
        1,
        "{log}"
    );
    assert_eq!(
        html::tags(&log, "span")
            .iter()
            .filter(|tag| tag.contains_key("data-status"))
            .count(),
        1,
        "{log}"
    );
}

#[tokio::test]
async fn the_receipt_is_kept_by_nobody_and_is_gone_once_it_is_put_away() {
    let portal = Portal::open();
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    let page = ana.get("/request/filed").await;
    assert_eq!(page.header("cache-control"), "no-store");
    let nothing: [(&str, &str); 0] = [];
    let closed = ana.post("/request/filed", &nothing).await;
    assert_eq!((closed.status, closed.location.as_deref()), (303, Some("/")));
    assert!(!ana.get("/request/filed").await.text().contains(&receipt.code));
    assert!(
        !portal
            .resident()
            .get("/request/filed")
            .await
            .text()
            .contains(&receipt.code)
    );
}

#[tokio::test]
async fn a_wrong_answer_is_told_at_its_field_and_everything_typed_is_kept() {
    let portal = Portal::open();
    let ana = portal.resident();
    let tomorrow = days_ago(-1);
    for (field, value) in [
        ("incident_date", tomorrow.as_str()),
        ("incident_date", "1926-01-01"),
        ("incident_date", "2026-02-30"),
        ("incident_date", ""),
        ("incident_date_to", "2001-01-01"),
        ("time_to", "25:00"),
        ("division", "atlantis"),
        ("email", "not an address"),
        ("track", "landlord"),
        ("media", "cctv"),
    ] {
        let answer = ana.post("/request", &form_with(field, value)).await;
        assert_eq!(answer.status, 422, "{field}={value}");
        assert!(answer.is_page_in("en"));
        assert_eq!(
            answer.value("place").as_deref(),
            Some("12th Street and Oak Street"),
            "{field}={value}"
        );
        assert_eq!(
            answer.value("description").as_deref(),
            Some("A traffic stop of a blue car")
        );
        assert!(
            answer.text().contains(&format!("href=\"#{field}")),
            "a link to {field}: {}",
            answer.text()
        );
    }
    assert!(portal.letters().is_empty());
    assert!(
        !ana.get("/requests").await.text().contains("data-status"),
        "nothing was stored"
    );
}

#[tokio::test]
async fn a_program_that_fills_the_hidden_field_is_told_so_and_nothing_is_stored() {
    let portal = Portal::open();
    let answer = portal
        .resident()
        .post("/request", &form_with("website", "https://spam.example"))
        .await;
    assert_eq!(answer.status, 422);
    assert!(
        answer
            .text()
            .contains("A program filled in a field that people do not see")
    );
    assert_eq!(answer.value("place").as_deref(), Some("12th Street and Oak Street"));
    assert!(!answer.text().contains("spam.example"), "the field is empty again");
    assert!(!portal.resident().get("/requests").await.text().contains("data-status"));
}

#[tokio::test]
async fn a_letter_confirms_the_request_and_never_holds_the_code() {
    let portal = Portal::open();
    let receipt = portal.resident().files_a_request().await;
    let letters = portal.letters_come(1).await;
    assert_eq!(letters.len(), 1);
    // Letters may be folded and encoded; what could be the code is looked for without either.
    let bare = letters[0].replace("=\r\n", "").replace(['-', ' ', '\r', '\n'], "");
    assert!(letters[0].contains(&receipt.number), "{}", letters[0]);
    assert!(!bare.contains(&receipt.code.replace('-', "")), "{}", letters[0]);
}

#[tokio::test]
async fn a_spanish_form_answers_in_spanish() {
    let portal = Portal::open();
    let luz = portal.resident();
    let refused = luz.post("/es/request", &form_with("incident_date", "")).await;
    assert_eq!(refused.status, 422);
    assert!(refused.is_page_in("es"));
    assert!(
        refused.text().contains("Escriba el día en que ocurrió."),
        "{}",
        refused.text()
    );
    let filed = luz.post("/es/request", &sound_form()).await;
    assert_eq!(
        (filed.status, filed.location.as_deref()),
        (303, Some("/es/request/filed"))
    );
    assert!(luz.get("/es/request/filed").await.is_page_in("es"));
}
