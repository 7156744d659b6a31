//! Following a request: by letter, by feed, by calendar.

use reqwest::Method;

use crate::{csrf::links, support::Portal};

#[tokio::test]
async fn an_address_confirms_hears_of_changes_and_stops_with_one_click() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let number = ana.files_a_request().await.number;
    let ben = portal.resident();
    let follow = format!("/requests/{number}/follow");
    assert_eq!(
        ben.post(&follow, &[("email", "no address"), ("website", "")])
            .await
            .status,
        422
    );
    let asked = ben
        .post(&follow, &[("email", "ben@example.org"), ("website", "")])
        .await;
    assert_eq!((asked.status, asked.location), (303, Some(format!("{follow}?asked=1"))));

    let letter = letter_to(&portal, "ben@example.org", 1).await;
    let confirm = links(&letter, &portal.url)
        .into_iter()
        .find(|path| path.contains("/confirm/"))
        .expect("a link");
    let nothing: [(&str, &str); 0] = [];
    assert_eq!(ben.get(&confirm).await.status, 200);
    let confirmed = ben.post(&confirm, &nothing).await;
    assert_eq!(
        confirmed.location,
        Some(format!("{follow}?confirmed=1")),
        "{}",
        confirmed.text()
    );

    kim.does(&number, "acknowledge", &[]).await;
    let news = letter_to(&portal, "ben@example.org", 2).await;
    let header = news.replace("\r\n ", "");
    assert!(
        header.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"),
        "{news}"
    );
    let stop = links(&news, &portal.url)
        .into_iter()
        .find(|path| path.contains("/stop/"))
        .expect("a link");
    let stop = stop.trim_end_matches(['>', ',']).to_owned();
    // A mail provider's machine: no cookies, no Origin, another kind of body.
    let machine = portal.resident();
    let click = machine
        .raw(Method::POST, &stop)
        .form(&[("List-Unsubscribe", "One-Click")]);
    let stopped = machine.send(click).await;
    assert!((200..300).contains(&stopped.status), "no redirect: {}", stopped.status);
    kim.does(&number, "reply", &[("text", "Soon")]).await;
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    assert_eq!(
        letters_to(&portal, "ben@example.org").len(),
        2,
        "no letter after stopping"
    );
    assert_eq!(machine.post("/follow/stop/nonsense", &nothing).await.status, 404);
}

fn letters_to(portal: &Portal, address: &str) -> Vec<String> {
    portal
        .letters()
        .into_iter()
        .filter(|letter| letter.contains(&format!("To: {address}")))
        .collect()
}

async fn letter_to(portal: &Portal, address: &str, count: usize) -> String {
    for _ in 0..100 {
        let letters = letters_to(portal, address);
        if letters.len() >= count {
            let newest = letters
                .into_iter()
                .find(|letter| (count == 1) == letter.contains("/follow/confirm/"));
            return newest.expect("the letter");
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("no letter to {address}: {:?} {}", portal.letters(), portal.said());
}

#[tokio::test]
async fn the_feed_tells_the_public_history_in_both_languages() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let number = ana.files_a_request().await.number;
    let before = ana.get(&format!("/requests/{number}/feed.atom")).await;
    assert!(before.header("content-type").starts_with("application/atom+xml"));
    kim.does(&number, "ask_clarification", &[("text", "Which corner, secretly?")])
        .await;
    let english = ana.get(&format!("/requests/{number}/feed.atom")).await.text();
    let spanish = ana.get(&format!("/es/requests/{number}/feed.atom")).await.text();
    assert!(english.matches("<entry>").count() > before.text().matches("<entry>").count());
    assert_eq!(english.matches("<entry>").count(), spanish.matches("<entry>").count());
    assert_ne!(english, spanish);
    assert!(
        english.contains("xml:lang=\"en\"") && spanish.contains("xml:lang=\"es\""),
        "{spanish}"
    );
    assert!(
        spanish.contains(&format!("{}/es/requests/{number}", portal.url)),
        "{spanish}"
    );
    assert!(!english.contains("secretly") && !english.contains("Kim Staff"));
}

#[tokio::test]
async fn the_calendar_holds_each_running_clock_once_under_a_lasting_name() {
    let portal = Portal::open();
    let ana = portal.resident();
    let number = ana.files_a_request().await.number;
    let path = format!("/requests/{number}/calendar.ics");
    let (one, two) = (ana.get(&path).await, ana.get(&path).await);
    assert!(one.header("content-type").starts_with("text/calendar"));
    assert_eq!(one.text(), two.text(), "nothing moves by itself");
    let calendar = one.text().replace("\r\n ", "");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1, "{calendar}");
    assert!(
        calendar.contains("DTSTART;VALUE=DATE:") && calendar.contains(&format!("UID:{number}-C1-")),
        "{calendar}"
    );
    let spanish = ana.get(&format!("/es{path}")).await.text();
    let uid = |text: &str| text.lines().find(|line| line.starts_with("UID:")).map(str::to_owned);
    assert_eq!(uid(&spanish), uid(&one.text()));
    assert_ne!(spanish, one.text());
}
