//! Who acts for somebody, by the pages of the console.

use crate::support::{Portal, days_ago, html};

#[tokio::test]
async fn a_proof_is_kept_through_the_pages_and_a_wrong_value_is_told_at_its_field() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let kim = &case.kim.browser;
    let request = kim
        .get(&format!("/staff/requests/{}", case.receipt.number))
        .await
        .text();
    let path = format!("/staff/requests/{}/capacities", case.receipt.number);
    assert!(request.contains(&format!("href=\"{path}\"")), "the request leads there");
    let today = days_ago(0);

    let empty = kim.post(&path, &[("act", "enter"), ("name", "Gilda Canary")]).await;
    assert_eq!(empty.status, 422);
    let page = empty.text();
    for field in ["capacity", "from_day"] {
        assert!(
            page.contains(&format!("#enter-{field}\"")),
            "the summary leads to {field}"
        );
        assert!(
            page.contains(&format!("id=\"enter-{field}-error\"")),
            "{field} says what is wrong"
        );
    }
    assert!(page.contains("value=\"Gilda Canary\""), "what was typed is kept");

    let form = [
        ("act", "enter"),
        ("name", "Gilda Canary"),
        ("capacity", "attorney"),
        ("from_day", today.as_str()),
    ];
    assert_eq!(kim.post(&path, &form).await.status, 303);
    let page = kim.get(&path).await.text();
    let entry = page.split("id=\"verify-entry\"").nth(1).expect("an entry to verify");
    let entry = html::tags(entry, "option")
        .into_iter()
        .find_map(|option| option.get("value").filter(|id| !id.is_empty()).cloned())
        .expect("its id");
    let verify = |proof| {
        [
            ("act", "verify"),
            ("entry", entry.as_str()),
            ("proof", proof),
            ("shown", "counter"),
            ("on", today.as_str()),
        ]
    };
    let wrong = kim.post(&path, &verify("birth_certificate")).await;
    assert_eq!(wrong.status, 422);
    assert!(
        wrong.text().contains("id=\"verify-proof-error\""),
        "the paper does not prove it"
    );
    assert_eq!(kim.post(&path, &verify("appearance")).await.status, 303);
    let page = kim.get(&path).await.text();
    assert!(page.contains("Gilda Canary") && page.contains("Entry of appearance"));
    assert_eq!(kim.post(&path, &verify("appearance")).await.status, 409, "it is proven");

    let pru = portal.staff("pru@example.org", "prosecutor").await.browser;
    let read = pru.get(&path).await;
    assert_eq!(read.status, 200);
    assert!(!read.text().contains("Canary"), "names are for those who serve notices");
    let public = portal
        .resident()
        .get(&format!("/requests/{}", case.receipt.number))
        .await
        .text();
    assert!(!public.contains("Canary") && !public.contains("ttorney"));
}
