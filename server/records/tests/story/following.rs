//! Following a request by e-mail.

use jiff::ToSpan as _;
use law::request::Act;
use office::{Lang, Refusal, TrackingNumber, desk::PublicDesk as _};
use records::store::outbox;

use crate::support::{Town, WEDNESDAY};

crate::on_both_engines!(
    a_follower_confirms_hears_public_words_and_stops,
    nobody_hears_twice_that_they_could_follow,
    a_letter_to_confirm_is_good_for_a_week,
    following_an_unknown_request_is_told,
    a_letter_is_claimed_by_one_worker_and_a_stale_claim_is_refused,
    a_time_line_is_the_same_text_on_both_engines_and_only_grows,
);

/// The token at the end of the newest letter's link.
async fn token(town: &Town, kind: &'static str, after: &str) -> String {
    let sql = match kind {
        "confirm_following" => "SELECT body_text FROM outbox WHERE kind = 'confirm_following' ORDER BY id DESC",
        _ => "SELECT stop_url FROM outbox WHERE kind = 'followed' ORDER BY id DESC",
    };
    let text = town.texts(sql).await.remove(0);
    let rest = text
        .split_once(after)
        .unwrap_or_else(|| panic!("no {after} in {text}"))
        .1;
    rest.chars().take_while(char::is_ascii_hexdigit).collect()
}

async fn a_follower_confirms_hears_public_words_and_stops(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    town.office
        .follow(ana.number(), "Frida@example.org", Lang::Es)
        .await
        .unwrap();
    cole.does(ana.number(), Act::Acknowledge).await.unwrap();
    assert_eq!(
        town.count("SELECT COUNT(*) FROM outbox WHERE kind = 'followed'").await,
        0
    );
    let confirm = token(&town, "confirm_following", "/follow/confirm/").await;
    assert_eq!(
        town.office.confirm_following(&confirm).await.unwrap().as_ref(),
        Some(ana.number())
    );
    assert_eq!(
        town.office.confirm_following(&confirm).await.unwrap().as_ref(),
        Some(ana.number())
    );
    assert_eq!(town.office.confirm_following("not a token").await.unwrap(), None);
    cole.does(ana.number(), Act::AskClarification).await.unwrap();
    // What they write while a question is open answers it.
    ana.writes("Only for the custodian").await.unwrap();
    assert_eq!(
        town.texts("SELECT recipient FROM outbox WHERE kind = 'followed'").await,
        vec!["Frida@example.org"; 2]
    );
    let words = town
        .texts("SELECT body_text || body_html FROM outbox WHERE kind = 'followed'")
        .await
        .concat();
    assert!(!words.contains("Which corner was it?"), "{words}");
    let stop = token(&town, "followed", "/follow/stop/").await;
    assert_eq!(
        town.office.stop_following(&stop).await.unwrap().as_ref(),
        Some(ana.number())
    );
    assert_eq!(
        town.office.stop_following(&stop).await.unwrap().as_ref(),
        Some(ana.number())
    );
    assert_eq!(
        town.count("SELECT COUNT(*) FROM follower WHERE email IS NOT NULL")
            .await,
        0
    );
    cole.does(ana.number(), Act::AskClarification).await.unwrap();
    assert_eq!(
        town.count("SELECT COUNT(*) FROM outbox WHERE kind = 'followed'").await,
        2
    );
    assert_eq!(town.office.confirm_following(&confirm).await.unwrap(), None);
}

async fn nobody_hears_twice_that_they_could_follow(town: Town) {
    let ana = town.resident("Ana").files().await;
    for address in ["frida@example.org", "Frida@Example.org", "frida@example.org"] {
        town.office.follow(ana.number(), address, Lang::En).await.unwrap();
    }
    assert_eq!(
        town.count("SELECT COUNT(*) FROM outbox WHERE kind = 'confirm_following'")
            .await,
        1
    );
    town.today_is(WEDNESDAY.tomorrow().unwrap());
    town.office
        .follow(ana.number(), "frida@example.org", Lang::En)
        .await
        .unwrap();
    assert_eq!(
        town.count("SELECT COUNT(*) FROM outbox WHERE kind = 'confirm_following'")
            .await,
        2
    );
}

async fn a_letter_to_confirm_is_good_for_a_week(town: Town) {
    let ana = town.resident("Ana").files().await;
    town.office
        .follow(ana.number(), "frida@example.org", Lang::En)
        .await
        .unwrap();
    let confirm = token(&town, "confirm_following", "/follow/confirm/").await;
    town.today_is(WEDNESDAY.checked_add(8.days()).unwrap());
    assert_eq!(town.office.confirm_following(&confirm).await.unwrap(), None);
}

async fn following_an_unknown_request_is_told(town: Town) {
    let unknown = TrackingNumber::make("KC", 2026, 1);
    let answer = town.office.follow(&unknown, "frida@example.org", Lang::En).await;
    assert_eq!(answer, Err(Refusal::NotFound));
    assert_eq!(town.office.status(&unknown).await.unwrap(), None);
}

async fn a_letter_is_claimed_by_one_worker_and_a_stale_claim_is_refused(town: Town) {
    const LEASE: i64 = 60_000_000;
    for _ in 0..3 {
        town.resident("Ana").files().await;
    }
    let store = town.office.store();
    let now = town.office.now_micros();
    let (one, other) = tokio::join!(
        outbox::claim(store, now, LEASE, 10),
        outbox::claim(store, now, LEASE, 10)
    );
    let (one, other) = (one.unwrap(), other.unwrap());
    assert_eq!(one.len() + other.len(), 3);
    let letter = one.into_iter().chain(other).next().unwrap();
    assert_eq!(letter.attempts, 1);
    assert!(letter.message_id.ends_with("@records.example.org"));
    // The lease runs out; another worker takes over, and the first may not speak any more.
    let later = now + LEASE + 1;
    let again = outbox::claim(store, later, LEASE, 10).await.unwrap();
    let again = again.into_iter().find(|claimed| claimed.id == letter.id).unwrap();
    assert_eq!((again.attempts, &again.message_id), (2, &letter.message_id));
    assert!(
        !outbox::sent(store, &letter.id, &letter.lease_token, later)
            .await
            .unwrap()
    );
    assert!(
        outbox::retry_later(store, &again.id, &again.lease_token, later + 5, not_sent("450"))
            .await
            .unwrap()
    );
    assert!(!outbox::sent(store, &again.id, &again.lease_token, later).await.unwrap());
    let third = outbox::claim(store, later + 5, LEASE, 10).await.unwrap();
    let third = third.into_iter().find(|claimed| claimed.id == letter.id).unwrap();
    assert!(outbox::sent(store, &third.id, &third.lease_token, later).await.unwrap());
    assert_eq!(outbox::waiting(store).await.unwrap(), 2);
    let end = outbox::claim(store, later + 3 * LEASE, LEASE, 1)
        .await
        .unwrap()
        .remove(0);
    assert!(
        outbox::gave_up(store, &end.id, &end.lease_token, later, not_sent("550"))
            .await
            .unwrap()
    );
    assert_eq!(outbox::waiting(store).await.unwrap(), 1);
}

async fn a_time_line_is_the_same_text_on_both_engines_and_only_grows(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let sheet = async || town.office.timeline(ana.number()).await.unwrap().unwrap();
    let filed = sheet().await;
    let expected = format!(
        "daylight-timeline 1\nrequest {}\n\
         1 2026-02-04 requester {{\"event\":\"filed\",\"track\":\"public\"}}\n\
         2 2026-02-04 portal {{\"event\":\"hold_placed\",\"kind\":\"request\"}}\n\
         3 2026-02-04 portal {{\"event\":\"clock_started\",\"clock\":{{\"id\":\"C1\",\"rule\":\"MO_SUNSHINE_3BD\",\
         \"start\":\"2026-02-04\",\"due\":\"2026-02-09\",\"outer\":null,\"ended\":null}}}}\n",
        ana.number()
    );
    assert_eq!(filed.text, expected);
    assert_eq!(filed.made_at, WEDNESDAY.at(12, 0, 0, 0), "on the agency's clock");
    assert_eq!(filed.sha256.len(), 64);
    cole.does(ana.number(), Act::AskClarification).await.unwrap();
    ana.answers("The canary sang on the left").await.unwrap();
    let later = sheet().await;
    assert!(later.text.starts_with(&filed.text));
    assert_ne!(later.sha256, filed.sha256);
    assert!(
        !later.text.to_lowercase().contains("canary") && !later.text.contains("Cole"),
        "{}",
        later.text
    );
    assert_eq!(later.text.lines().count(), later.status.docket.len() + 2);
    let unknown = TrackingNumber::make("KC", 2031, 1);
    assert_eq!(town.office.timeline(&unknown).await.unwrap(), None);
}

const fn not_sent(error: &str) -> outbox::NotSent<'_> {
    outbox::NotSent {
        cause: office::views::LetterCause::Server,
        error,
    }
}
