//! The program is killed at random moments while people file: what was acknowledged is there.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use crate::support::{Portal, Resident, fresh_key, html, portal::database, sound_form};

const KILLS: u32 = 20;
const PEOPLE: usize = 4;

#[tokio::test]
async fn every_acknowledged_request_survives_twenty_kills() {
    let mut portal = Portal::open();
    let acknowledged = Arc::new(Mutex::new(Vec::new()));
    for kill in 0..KILLS {
        let people: Vec<_> = (0..PEOPLE)
            .map(|_| tokio::spawn(files_until_it_breaks(portal.url.clone(), Arc::clone(&acknowledged))))
            .collect();
        tokio::time::sleep(Duration::from_millis(u64::from(5 + kill * 37 % 400))).await;
        portal = portal.killed_and_restarted();
        for person in people {
            person.await.expect("nobody panics");
        }
    }
    let keys = acknowledged.lock().expect("the journal").clone();
    assert!(keys.len() > 20, "only {} were acknowledged", keys.len());
    let mut numbers = Vec::new();
    for key in &keys {
        numbers.push(number_of(&portal, key).await);
    }
    let mut apart = numbers.clone();
    apart.sort();
    apart.dedup();
    assert_eq!(apart.len(), keys.len(), "each its own number");

    let holds = portal.run(&["holds", "export"], "");
    let holds = String::from_utf8(holds.stdout).expect("text");
    let somebody = portal.resident();
    for number in &numbers {
        assert!(holds.contains(number.as_str()), "no hold: {number}");
        assert_eq!(somebody.status(number).await, "received");
        let feed = somebody.get(&format!("/requests/{number}/feed.atom")).await.text();
        assert!(feed.contains("<entry>"), "no docket: {number}");
    }
    let check = portal.run(&["check"], "");
    assert!(check.status.success(), "{check:?}");
    let mut database = database(&portal).await;
    for number in &numbers {
        assert_eq!(letters_about(&mut database, number).await, 1, "no letter: {number}");
    }
}

/// Letters about a request, sent or waiting. A letter that was in the hands of a killed worker waits until its
/// claim runs out, so files alone would not tell.
async fn letters_about(database: &mut sqlx::AnyConnection, number: &str) -> i64 {
    const LETTERS: &str =
        "SELECT COUNT(*) FROM outbox o JOIN records_request r ON r.id = o.request_id WHERE r.number = $1";
    sqlx::query_scalar(LETTERS)
        .bind(number)
        .fetch_one(database)
        .await
        .expect("a count")
}

/// Files one request after another; notes the key of each that was acknowledged.
async fn files_until_it_breaks(url: String, acknowledged: Arc<Mutex<Vec<String>>>) {
    let person = Resident::at(&url);
    loop {
        let key = fresh_key();
        let mut form = sound_form();
        form.push(("key", key.clone()));
        match person.try_send(person.form("/request", &form)).await {
            Ok(answer) if answer.status == 303 => acknowledged.lock().expect("the journal").push(key),
            Ok(answer) => panic!("{}: {}", answer.status, answer.text()),
            Err(_) => return,
        }
    }
}

/// The number on the receipt of this form.
async fn number_of(portal: &Portal, key: &str) -> String {
    #[expect(clippy::disallowed_methods, reason = "a browser has a clock of its own")]
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now = now.expect("after 1970").as_millis();
    let person = portal.resident();
    let receipt = person
        .raw(reqwest::Method::GET, "/request/filed")
        .header("Cookie", format!("daylight_receipt={key}.{now}"));
    let page = person.send(receipt).await.text();
    html::attribute(&page, "data-tracking-number").unwrap_or_else(|| panic!("lost: {key}"))
}
