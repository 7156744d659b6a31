//! Where personal data ends, and mistakes that are taken back.

use jiff::{ToSpan as _, civil::date};
use law::{
    calendar::{CalendarOwner, Closure},
    event::Event,
    person::Receiver,
    request::{Act, Stage},
};
use office::{
    Lang, Refusal,
    desk::{AdminDesk as _, PeopleDesk as _, PublicDesk as _},
    forms::{Contact, FilingForm},
    views::Role,
};

use crate::{
    notices::Case,
    support::{Town, WEDNESDAY},
};

crate::on_both_engines!(
    whoever_filed_is_erased_and_the_docket_stays_and_says_so,
    sent_letters_lose_address_and_words_and_letters_to_people_shown_stand,
    an_address_that_never_confirmed_ends_after_seven_days,
    whoever_stops_following_leaves_no_address_at_once,
    a_closure_entered_by_mistake_is_taken_back_and_counts_for_nothing_that_begins_later,
    a_contact_keeps_its_versions,
);

/// All text of the tables that hold personal data.
async fn everything(town: &Town) -> String {
    let mut all = Vec::new();
    for sql in [
        "SELECT COALESCE(email, '') || asked FROM requester",
        "SELECT words || COALESCE(next_step, '') FROM message WHERE actor = 'requester'",
        "SELECT recipient || body_text || body_html || COALESCE(stop_url, '') FROM outbox",
        "SELECT document FROM paper_letter",
        "SELECT COALESCE(email, '') || address_hash FROM follower",
        "SELECT event FROM docket",
    ] {
        all.extend(town.texts(sql).await);
    }
    all.join("\n")
}

async fn whoever_filed_is_erased_and_the_docket_stays_and_says_so(town: Town) {
    let ana = town.resident("Ana").files().await;
    let by_post = FilingForm {
        email: String::new(),
        notify: "none".into(),
        postal_address: "7 Canary Row".into(),
        ..town.resident("Bea").form()
    };
    let bea = town.resident("Bea").files_form(by_post).await;
    let cole = town.custodian().await;
    ana.writes("My canary saw it").await.unwrap();
    for number in [ana.number(), bea.number()] {
        cole.does(number, Act::AskClarification).await.unwrap();
    }
    let before = ana.status().await.docket.len();
    assert!(everything(&town).await.to_lowercase().contains("canary"));

    assert!(
        town.office
            .erase_requester(ana.number(), "A court said so", None)
            .await
            .unwrap()
    );
    assert!(
        !town
            .office
            .erase_requester(ana.number(), "A court said so", None)
            .await
            .unwrap()
    );
    let admin = town.staff("Ada", Role::Admin).await.staff;
    let administrator = admin.administrator().unwrap();
    town.office
        .erase(&administrator, bea.number(), "They asked".into())
        .await
        .unwrap();
    let left = everything(&town).await.to_lowercase();
    assert!(!left.contains("canary") && !left.contains("ana.c"), "{left}");

    let status = ana.status().await;
    assert_eq!(status.docket.len(), before + 1);
    assert_eq!(status.docket.last().unwrap().event, Event::RequesterErased);
    assert!(status.held_until.is_none(), "what is held stays held");
    let erasure = town.office.erasure(&admin, ana.number()).await.unwrap().unwrap();
    assert_eq!((erasure.on, erasure.reason.as_str()), (WEDNESDAY, "A court said so"));
    let seen = cole.sees(ana.number()).await;
    assert!(
        seen.asked.name.is_empty()
            && seen
                .messages
                .iter()
                .any(|message| message.text == "Which corner was it?")
    );

    // Nobody is written to any more, and nothing ends by their silence.
    cole.does(ana.number(), Act::Reply).await.unwrap();
    town.today_is(date(2027, 2, 5));
    assert_eq!(town.office.lapse_due().await.unwrap(), 0);
    assert_eq!(bea.status().await.stage, Stage::Clarify);
    let waiting = "SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND gave_up_at IS NULL";
    assert_eq!(town.count(waiting).await, 0);
    let refused = town.raw("DELETE FROM erasure").await;
    assert!(refused.is_err(), "an erasure stands");
    town.is_sound().await;
}

async fn sent_letters_lose_address_and_words_and_letters_to_people_shown_stand(town: Town) {
    let case = Case::begins(&town).await;
    case.tells("Person B").await;
    let documents = town.texts("SELECT document FROM notice_letter").await;
    town.letters_go_out().await;
    town.clock.set(town.clock_now() + (89 * 24).hours());
    assert_eq!(town.office.end_personal_data().await.unwrap(), 0);
    assert!(everything(&town).await.contains("canary@example.org"));
    town.clock.set(town.clock_now() + (2 * 24).hours());
    assert!(town.office.end_personal_data().await.unwrap() > 0);
    let left = "SELECT COUNT(*) FROM outbox WHERE recipient <> '' OR body_text <> '' OR body_html <> ''";
    assert_eq!(town.count(left).await, 0);
    assert!(
        town.count("SELECT COUNT(*) FROM outbox WHERE subject <> '' AND sent_at IS NOT NULL")
            .await
            > 0
    );
    assert_eq!(town.texts("SELECT document FROM notice_letter").await, documents);
    assert_eq!(town.office.end_personal_data().await.unwrap(), 0);
    town.is_sound().await;
}

async fn an_address_that_never_confirmed_ends_after_seven_days(town: Town) {
    let ana = town.resident("Ana").files().await;
    town.office
        .follow(ana.number(), "frida@example.net", Lang::Es)
        .await
        .unwrap();
    town.letters_go_out().await;
    town.clock.set(town.clock_now() + (7 * 24 - 1).hours());
    assert_eq!(town.office.end_personal_data().await.unwrap(), 0);
    town.clock.set(town.clock_now() + 2.hours());
    town.office.end_personal_data().await.unwrap();
    assert!(!everything(&town).await.contains("frida"));
    assert_eq!(town.count("SELECT COUNT(*) FROM follower").await, 0);
    // Another one may ask again.
    town.office
        .follow(ana.number(), "frida@example.net", Lang::Es)
        .await
        .unwrap();
    assert_eq!(town.count("SELECT COUNT(*) FROM follower").await, 1);
    town.is_sound().await;
}

async fn whoever_stops_following_leaves_no_address_at_once(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    town.office
        .follow(ana.number(), "frida@example.net", Lang::En)
        .await
        .unwrap();
    let text = town
        .texts("SELECT body_text FROM outbox WHERE kind = 'confirm_following'")
        .await
        .remove(0);
    let token = |text: &str, after: &str| -> String {
        let rest = text.split_once(after).unwrap().1;
        rest.chars().take_while(char::is_ascii_hexdigit).collect()
    };
    town.office
        .confirm_following(&token(&text, "/follow/confirm/"))
        .await
        .unwrap();
    town.letters_go_out().await;
    town.today_is(date(2026, 2, 5));
    cole.does(ana.number(), Act::Acknowledge).await.unwrap();
    let stop = town
        .texts("SELECT stop_url FROM outbox WHERE kind = 'followed'")
        .await
        .remove(0);
    let stop = token(&stop, "/follow/stop/");
    assert_eq!(
        town.office.stop_following(&stop).await.unwrap().as_ref(),
        Some(ana.number())
    );
    assert!(!everything(&town).await.contains("frida"));
    let waiting = "SELECT COUNT(*) FROM outbox WHERE kind = 'followed' AND sent_at IS NULL AND gave_up_at IS NULL";
    assert_eq!(
        town.count(waiting).await,
        0,
        "a letter on its way is not sent after stopping"
    );
    assert_eq!(
        town.office.stop_following(&stop).await.unwrap().as_ref(),
        Some(ana.number())
    );
    town.office
        .follow(ana.number(), "frida@example.net", Lang::En)
        .await
        .unwrap();
    town.is_sound().await;
}

async fn a_closure_entered_by_mistake_is_taken_back_and_counts_for_nothing_that_begins_later(town: Town) {
    let admin = town.staff("Ada", Role::Admin).await.staff;
    let admin = admin.administrator().unwrap();
    let case = Case::begins(&town).await;
    let id = case.tells("Person B").await;
    let last_day = async || case.sees(&id).await.line.last_day.unwrap();
    let told = last_day().await;
    let closure = |reason: &str| Closure {
        office: CalendarOwner::Court,
        on: told,
        reason: reason.into(),
    };
    let rule = async || {
        let worked = town
            .office
            .deadline("MO_610_100_8_10D_LAST", &WEDNESDAY.to_string())
            .await;
        worked.unwrap().unwrap().date
    };
    let without = rule().await;
    town.office.add_closure(&admin, closure("Snow")).await.unwrap();
    let (moved, with) = (last_day().await, rule().await);
    assert!(moved > told && with > without, "{moved} {with}");
    town.clock.set(town.clock_now() + 1.hour());
    let back = closure("It was another county");
    town.office.take_back_closure(&admin, back).await.unwrap();
    assert_eq!(rule().await, without, "what begins now does not count it");
    assert_eq!(last_day().await, moved, "the days that a person was told never shrink");
    let again = town.office.take_back_closure(&admin, closure("Twice")).await;
    assert_eq!(again, Err(Refusal::NotFound));
    let lines = town.office.closures().await.unwrap();
    assert_eq!(lines.len(), 1);
    let (_, why) = lines[0].taken_back.clone().unwrap();
    assert_eq!(why, "It was another county");
    assert!(town.raw("DELETE FROM closure").await.is_err(), "the entry stays");

    // It can be entered again, and then stands.
    town.clock.set(town.clock_now() + 1.hour());
    let again = closure("Snow here after all");
    town.office.add_closure(&admin, again).await.unwrap();
    assert_eq!(rule().await, with);
    assert_eq!(town.office.closures().await.unwrap()[0].taken_back, None);
    town.is_sound().await;
}

async fn a_contact_keeps_its_versions(town: Town) {
    let case = Case::begins(&town).await;
    let id = case.logs(case.person("Person B"), Receiver::Person).await;
    let first = town.office.person(&case.cole, &id).await.unwrap().unwrap();
    assert!(first.earlier.is_empty());
    let corrected = Contact {
        postal_address: "14 Canary Court\nKansas City MO".into(),
        ..first.contacts[0].clone()
    };
    town.office
        .keep_contact(&case.cole, &id, corrected.clone())
        .await
        .unwrap();
    town.office
        .keep_contact(&case.cole, &id, corrected.clone())
        .await
        .unwrap();
    let seen = town.office.person(&case.cole, &id).await.unwrap().unwrap();
    assert_eq!(seen.contacts, [corrected]);
    assert_eq!(seen.earlier, [(WEDNESDAY, first.contacts[0].clone())]);
    let auditor = town.staff("Olga", Role::Auditor).await.staff;
    assert!(
        town.office
            .person(&auditor, &id)
            .await
            .unwrap()
            .unwrap()
            .earlier
            .is_empty()
    );
    town.is_sound().await;
}
