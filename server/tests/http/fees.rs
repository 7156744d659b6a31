//! What copies cost: how the office asks, what whoever filed reads and answers, and what is paid and given back.

use crate::support::{Custodian, Portal, Resident, days_ago, html};

/// An hour and a half at $23.50, two disks at $6.
const LINES: &[(&str, &str)] = &[
    ("fee_staff_copying_hours", "1.5"),
    ("fee_staff_copying_rate", "23.50"),
    ("fee_medium_number", "2"),
    ("fee_medium_each", "6.00"),
    ("fee_rate_basis", "The average pay of our three clerks"),
    ("text", ""),
];

fn with(more: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    [LINES, more].concat()
}

async fn private(ana: &Resident, number: &str) -> String {
    html::words(&ana.get(&format!("/requests/{number}/private")).await.text())
}

async fn tells(ana: &Resident, number: &str, act: &str, text: &str) {
    let path = format!("/requests/{number}/private");
    let answer = ana.post(&path, &[("act", act), ("text", text)]).await;
    assert_eq!(answer.status, 303, "{act}: {}", html::words(&answer.text()));
}

async fn refused(kim: &Custodian, number: &str, act: &str, fields: &[(&str, &str)], words: &str) {
    let form = kim.form(number, act, fields).await;
    let answer = kim.sends(number, act, &form).await;
    let page = html::words(&answer.text());
    assert!([409, 422].contains(&answer.status), "{act} {}: {page}", answer.status);
    assert!(page.contains(words), "{words} in {page}");
}

#[tokio::test]
async fn ana_reads_each_line_of_her_fee_with_its_arithmetic_and_what_happens_if_she_does_not_pay() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    ana.opens(&receipt).await;
    let number = receipt.number.as_str();
    assert!(!private(&ana, number).await.contains("What it costs"));

    kim.does(number, "estimate_fee", LINES).await;
    let page = private(&ana, number).await;
    for words in [
        "1.5 hours × $23.50 = $35.25",
        "2 × $6.00 = $12.00",
        "$47.25",
        "nothing to pay yet",
        "I accept this cost",
    ] {
        assert!(page.contains(words), "{words} in {page}");
    }
    tells(&ana, number, "accept_fee", "").await;
    assert!(!private(&ana, number).await.contains("I accept this cost"));

    kim.does(number, "ask_fee", &with(&[("deposit", "20")])).await;
    assert_eq!(ana.status(number).await, "fee_pending");
    let page = private(&ana, number).await;
    for words in [
        "1.5 hours × $23.50 = $35.25",
        "$47.25",
        "$20.00",
        "The average pay of our three clerks",
        "The last day to pay is",
        "counts as withdrawn",
        "tells you how to pay",
    ] {
        assert!(page.contains(words), "{words} in {page}");
    }
    let letter = portal.letters_come(3).await.join("\n").replace("=\r\n", "");
    assert!(letter.contains("1.5 hours"), "{letter}");

    // A challenge stops no day and closes nothing.
    let day = |page: &str| {
        let from = page.find("The last day to pay is").expect("a day");
        page[from..from + 60].to_owned()
    };
    let before = day(&page);
    tells(&ana, number, "challenge_fee", "A disk costs one dollar").await;
    let page = private(&ana, number).await;
    assert_eq!(day(&page), before);
    assert_eq!(ana.status(number).await, "fee_pending");
    assert!(
        html::words(&kim.browser.get(&format!("/staff/requests/{number}")).await.text())
            .contains("A disk costs one dollar")
    );

    // She asks for less, and the office asks for another fee in place of this one.
    tells(&ana, number, "narrow_request", "Only one disk").await;
    assert!(private(&ana, number).await.contains("The days to pay stopped"));
    let less = [("fee_medium_number", "1"), ("fee_medium_each", "6.00"), ("text", "")];
    kim.does(number, "ask_fee", &less).await;
    assert!(private(&ana, number).await.contains("1 × $6.00 = $6.00"));

    let today = days_ago(0);
    let paid = [
        ("waived", "no"),
        ("received_on", today.as_str()),
        ("channel", "counter"),
        ("receipt", "2026-0417"),
        ("text", ""),
    ];
    kim.does(number, "settle_fee", &paid).await;
    let page = private(&ana, number).await;
    assert!(page.contains("receipt 2026-0417"), "{page}");
    assert_eq!(ana.status(number).await, "under_review");
    let log = html::words(&ana.get(&format!("/requests/{number}")).await.text());
    assert!(!log.contains("2026-0417"), "the receipt is hers alone: {log}");

    let back = [
        ("amount", "2.00"),
        ("refunded_on", today.as_str()),
        ("text", "The disk was smaller"),
    ];
    kim.does(number, "refund_fee", &back).await;
    let page = private(&ana, number).await;
    assert!(page.contains("Given back on") && page.contains("$2.00"), "{page}");
    refused(
        &kim,
        number,
        "refund_fee",
        &[("amount", "4.01"), ("refunded_on", &today), ("text", "x")],
        "$4.00",
    )
    .await;
}

#[tokio::test]
async fn what_does_not_add_up_or_says_no_reason_is_refused_at_its_field() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let ana = portal.resident();
    let number = ana.files_a_request().await.number;
    let number = number.as_str();
    refused(&kim, number, "ask_fee", &with(&[("fee_medium", "12.01")]), "$12.00").await;
    refused(
        &kim,
        number,
        "ask_fee",
        &[("fee_programming_hours", "1.005"), ("fee_programming_rate", "20")],
        "not hours",
    )
    .await;
    refused(
        &kim,
        number,
        "ask_fee",
        &[("fee_programming_hours", "1"), ("fee_programming_rate", "")],
        "hourly rate",
    )
    .await;
    refused(&kim, number, "ask_fee", &[("fee_copy", "5"), ("deposit", "6")], "$5.00").await;
    let page = kim
        .browser
        .get(&format!("/staff/requests/{number}/act/ask_fee"))
        .await
        .text();
    for never in ["review", "redaction", "attorney"] {
        assert!(!page.contains(&format!("name=\"fee_{never}")), "{never}");
    }
    kim.does(number, "ask_fee", &[("fee_copy", "4.82"), ("text", "")]).await;
    refused(
        &kim,
        number,
        "settle_fee",
        &[("waived", ""), ("text", "")],
        "what happened to the fee",
    )
    .await;
    refused(
        &kim,
        number,
        "settle_fee",
        &[("waived", "yes"), ("text", "")],
        "Words to the person",
    )
    .await;
    refused(
        &kim,
        number,
        "settle_fee",
        &[("waived", "no"), ("amount", "4.83")],
        "Day of the payment",
    )
    .await;
    kim.does(
        number,
        "settle_fee",
        &[("waived", "yes"), ("text", "She has no income")],
    )
    .await;
    assert_eq!(ana.status(number).await, "under_review");
}
