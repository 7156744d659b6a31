//! What the log must not know.

use crate::support::{Portal, fresh_key, portal::PASSWORD};

#[tokio::test]
async fn no_code_number_address_or_word_reaches_the_log() {
    let portal = Portal::with(&[("DAYLIGHT_RATE_LIMIT", "off"), ("DAYLIGHT_LOG", "json")]);
    let kim = portal.custodian("kim@example.org").await;
    let mut canaries: Vec<String> = [
        "ana@example.org",
        "Ana Ruiz",
        "blue car",
        "Oak Street",
        "kim@example.org",
        "Kim Staff",
        PASSWORD,
        "sesame",
    ]
    .map(ToOwned::to_owned)
    .to_vec();
    for _ in 0..5 {
        let ana = portal.resident();
        let receipt = ana.files_a_request().await;
        ana.opens(&receipt).await;
        let wrong = [
            ("number", receipt.number.as_str()),
            ("code", "0000-0000-0000-0000-0000-0000-0007"),
        ];
        ana.post("/track", &wrong).await;
        let path = format!("/requests/{}/private", receipt.number);
        ana.post(
            &path,
            &[("act", "write"), ("key", &fresh_key()), ("text", "open sesame")],
        )
        .await;
        ana.get(&format!("/requests?q={}", receipt.number)).await;
        ana.get(&format!("/notice/{}", receipt.code)).await;
        kim.browser.get(&format!("/staff/requests/{}", receipt.number)).await;
        canaries.extend([receipt.number, receipt.code.replace('-', ""), receipt.code]);
    }
    portal
        .resident()
        .post(
            "/staff/sign-in",
            &[("email", "kim@example.org"), ("password", "open sesame")],
        )
        .await;
    portal.letters_come(5).await;
    // Routes are logged, and the last of what was done above.
    let said = portal.says("/staff/sign-in").await;
    assert!(said.contains("/requests/{number}/private"), "{said}");
    for canary in canaries {
        assert!(!said.contains(&canary), "{canary}: {said}");
    }
}
