//! A family viewing, by the pages of the console and of the notice.

use crate::support::{Portal, days_ago};

#[tokio::test]
async fn an_offer_is_seen_before_it_goes_answered_by_the_family_and_held() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let kim = &case.kim.browser;
    let code = case.tells_somebody().await;
    let list = kim.get("/staff/notices?view=all").await.text();
    let notice = list.split("/staff/notices/").nth(1).expect("a notice");
    let notice = format!("/staff/notices/{}", notice.split(['"', '?']).next().expect("its id"));
    let path = format!("{notice}/viewing");
    assert!(
        kim.get(&notice).await.text().contains(&format!("href=\"{path}\"")),
        "the notice leads there"
    );
    let today = days_ago(0);

    let empty = kim
        .post(&path, &[("act", "offer"), ("support_phone", "816 555 0199")])
        .await;
    assert_eq!(empty.status, 422);
    for field in ["receiver", "way", "support_name"] {
        assert!(
            empty.text().contains(&format!("id=\"offer-{field}-error\"")),
            "{field} says what is wrong"
        );
    }
    let offer = |go| {
        [
            ("act", "offer"),
            ("receiver", "person"),
            ("way", "personal"),
            ("on", today.as_str()),
            ("support_name", "Vera Canary"),
            ("go", go),
        ]
    };
    let looked = kim.post(&path, &offer("preview")).await;
    assert_eq!(looked.status, 200);
    assert!(looked.text().contains("Vera Canary"), "the letter is seen first");
    assert!(
        kim.get(&path).await.text().contains("No viewing has been offered"),
        "and nothing was done"
    );
    assert_eq!(kim.post(&path, &offer("send")).await.status, 303);

    let bela = portal.resident();
    assert_eq!(bela.post("/notice", &[("code", code.as_str())]).await.status, 303);
    assert!(
        bela.get("/notice").await.text().contains("data-viewing=\"offered\""),
        "the family reads it"
    );
    let missing = bela.post("/notice/viewing", &[("words", "Canary after five")]).await;
    assert_eq!(missing.status, 422);
    assert!(missing.text().contains("Canary after five"), "what was typed is kept");
    let yes = [
        ("viewing_answer", "accept"),
        ("capacity", "person"),
        ("words", "Canary after five"),
    ];
    assert_eq!(bela.post("/notice/viewing", &yes).await.status, 303);
    let stranger = portal.resident().post("/notice/viewing", &yes).await;
    assert_eq!(stranger.status, 404, "without the notice nothing is answered");

    assert!(
        kim.get("/staff/viewings").await.text().contains(&path),
        "it waits on the list"
    );
    let set = [
        ("act", "appoint"),
        ("on", today.as_str()),
        ("viewing_day", today.as_str()),
        ("time", "17:30"),
        ("place", "Canary room"),
    ];
    assert_eq!(kim.post(&path, &set).await.status, 303);
    assert!(bela.get("/notice").await.text().contains("17:30, Canary room"));
    let held = [("act", "hold"), ("on", today.as_str()), ("words", "Bela Canary")];
    assert_eq!(kim.post(&path, &held).await.status, 303);
    assert!(
        !bela.get("/notice").await.text().contains("Bela Canary"),
        "who came is the staff's to read"
    );
    let number = &case.receipt.number;
    for public in [
        format!("/requests/{number}"),
        "/statistics".to_owned(),
        "/library".to_owned(),
    ] {
        let page = portal.resident().get(&public).await.text();
        assert!(
            !page.contains("Canary") && !page.contains("viewing"),
            "{public} tells nothing of a family"
        );
    }
}
