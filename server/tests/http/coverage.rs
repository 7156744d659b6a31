//! A search without a recording: the coverage sheet behind it, the certificate, and the gaps in the statistics.

use std::time::Duration;

use crate::support::{Answer, Custodian, Portal, html};

async fn posts(kim: &Custodian, path: &str, fields: &[(&str, &str)]) -> Answer {
    let key = kim.browser.get(path).await.value("key").unwrap_or_default();
    let form = [&[("key", key.as_str())], fields].concat();
    kim.browser.post(path, &form).await
}

fn row<'f>(who: &'f str, camera: &'f str, found: &'f str, gap: &'f str, why: &'f str) -> [(&'static str, &'f str); 5] {
    [
        ("who", who),
        ("camera", camera),
        ("found", found),
        ("gap", gap),
        ("why", why),
    ]
}

#[tokio::test]
async fn the_sheet_tells_each_camera_expected_and_its_gaps_are_counted_in_public_and_nothing_else() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let receipt = ana.files_a_request().await;
    let number = receipt.number.as_str();
    let recording = kim.registers("AX-1").await;
    kim.treats(&recording, "link", &[("number", number)]).await;
    let path = format!("/staff/requests/{number}/coverage");
    let page = kim.browser.get(&path).await.text();
    assert!(page.contains("AX-1"), "what was found by the link stands in the form");

    let first = row("Officer 4711", "body_worn", "AX-1", "", "");
    let bare = [&first[..], &row("Car 12", "in_car", "", "not_activated", "")[..]].concat();
    let refused = posts(&kim, &path, &bare).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("href=\"#why-2\""), "a gap is justified");
    let neither = [&first[..], &row("Car 12", "in_car", "", "", "")[..]].concat();
    assert_eq!(posts(&kim, &path, &neither).await.status, 422);
    let more = [&first[..], &[("more", "1")][..]].concat();
    let longer = posts(&kim, &path, &more).await;
    assert_eq!((longer.status, longer.text().matches("name=\"who\"").count()), (200, 6));

    let whole = [
        &first[..],
        &row(
            "Car 12",
            "in_car",
            "",
            "not_activated",
            "Asked Sergeant Doe on the phone.",
        )[..],
    ]
    .concat();
    let kept = posts(&kim, &path, &whole).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    let words = html::words(&kim.browser.get(&path).await.text());
    assert!(
        words.contains("2 cameras expected, 1 recordings found, 1 gaps."),
        "{words}"
    );
    let auditor = portal.staff("ada@example.org", "auditor").await;
    assert!(auditor.browser.get(&path).await.text().contains("Sergeant Doe"));
    assert_eq!(posts(&auditor, &path, &whole).await.status, 403);
    let mut csv = String::new();
    for _ in 0..50 {
        csv = ana.get("/statistics/coverage_gaps.csv").await.text();
        if csv
            .lines()
            .any(|line| line.starts_with("not_activated,") && line.ends_with(",1"))
        {
            break;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    assert!(
        csv.lines()
            .any(|line| line.starts_with("not_activated,") && line.ends_with(",1")),
        "{csv}"
    );
    assert!(!csv.contains("Doe"));
}

#[tokio::test]
async fn the_certificate_says_who_searched_what_and_when_and_has_a_place_to_sign() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let receipt = ana.files_a_request().await;
    let number = receipt.number.as_str();
    let certificate = format!("/staff/requests/{number}/certificate");
    assert_eq!(
        kim.browser.get(&certificate).await.status,
        404,
        "before there is an answer"
    );
    let sheet = format!("/staff/requests/{number}/coverage");
    let lines = row(
        "Car 12",
        "in_car",
        "",
        "other_agency",
        "The sheriff\u{2019}s car was there.",
    );
    assert_eq!(posts(&kim, &sheet, &lines).await.status, 303);
    let unnamed = [("why", "other_agency"), ("text", "All units of that night.")];
    let form = kim.form(number, "find_no_record", &unnamed).await;
    assert_eq!(
        kim.sends(number, "find_no_record", &form).await.status,
        422,
        "the agency is named"
    );
    let named = [
        ("why", "other_agency"),
        ("agency", "Jackson County Sheriff"),
        ("searched_by", "The video unit"),
        ("text", "All units of that night."),
    ];
    kim.does(number, "find_no_record", &named).await;
    let own = format!("/requests/{number}/private/certificate");
    let private = ana.opens(&receipt).await;
    assert!(private.text().contains(&own));
    for page in [kim.browser.get(&certificate).await, ana.get(&own).await] {
        assert_eq!(page.status, 200);
        let words = html::words(&page.text());
        for said in [
            "Jackson County Sheriff",
            "Searched by The video unit on",
            "All units of that night.",
            "1 cameras were expected",
            "Signature",
        ] {
            assert!(words.contains(said), "{said}: {words}");
        }
    }
    assert_ne!(portal.resident().get(&own).await.status, 200, "nobody else opens it");
    let letters = portal.letters_come(2).await;
    assert!(letters.iter().any(|letter| letter.contains("Jackson County Sheriff")));
}
