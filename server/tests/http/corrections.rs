//! Slips, answers beside the portal, and facts that two places show: entered once, corrected by a new entry.

use crate::support::{Custodian, Portal, Receipt, Resident, days_ago, portal::database};

async fn asked(portal: &Portal, kim: &Custodian) -> (Resident, Receipt) {
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    kim.does(&receipt.number, "ask_clarification", &[("text", "Which corner?")])
        .await;
    (ana, receipt)
}

#[tokio::test]
async fn an_answer_by_telephone_and_a_question_by_mistake_are_entered_as_what_they_were() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let (ana, receipt) = asked(&portal, &kim).await;
    let (number, today) = (receipt.number.as_str(), days_ago(0));
    let ahead = days_ago(-2);
    let form = kim
        .form(
            number,
            "record_answer",
            &[
                ("received_on", &ahead),
                ("channel", "telephone"),
                ("text", "The north corner"),
            ],
        )
        .await;
    let refused = kim.sends(number, "record_answer", &form).await;
    assert!(
        refused.status == 422 && refused.text().contains("The north corner"),
        "{}",
        refused.text()
    );
    let called = [
        ("received_on", today.as_str()),
        ("channel", "telephone"),
        ("text", "The north corner"),
    ];
    kim.does(number, "record_answer", &called).await;
    assert_eq!(ana.status(number).await, "under_review");
    let page = ana.get(&format!("/es/requests/{number}")).await.text();
    assert!(page.contains("por teléfono"), "{page}");
    let private = ana.opens(&receipt).await.text();
    assert!(private.contains("The north corner"), "{private}");

    let (bela, other) = asked(&portal, &kim).await;
    let number = other.number.as_str();
    kim.does(number, "take_back", &[("text", "It was meant for another request")])
        .await;
    assert_eq!(bela.status(number).await, "received");
    let page = bela.get(&format!("/requests/{number}")).await.text();
    assert!(
        page.contains("took back entry") && page.contains("data-clock=\"C1\""),
        "{page}"
    );
}

#[tokio::test]
async fn a_fee_of_the_wrong_amount_and_a_petition_that_was_withdrawn_are_not_for_ever() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    let (number, today) = (receipt.number.as_str(), days_ago(0));
    kim.does(number, "acknowledge", &[("text", "")]).await;
    kim.does(number, "ask_fee", &[("fee_copy", "4.82"), ("text", "")]).await;
    kim.does(number, "take_back", &[("text", "The amount was wrong")]).await;
    kim.does(number, "ask_fee", &[("fee_copy", "48.20"), ("text", "")])
        .await;
    let paid = [
        ("waived", ""),
        ("received_on", today.as_str()),
        ("channel", "counter"),
        ("text", ""),
    ];
    kim.does(number, "settle_fee", &paid).await;
    let petition = [
        ("by", "requester"),
        ("court", "Circuit Court"),
        ("case_number", "2616-CV01234"),
        ("filed_on", today.as_str()),
        ("served_on", ""),
    ];
    kim.does(number, "record_petition", &petition).await;
    assert_eq!(ana.status(number).await, "court_pending");
    let page = ana.get(&format!("/requests/{number}")).await.text();
    assert!(
        page.contains("2616-CV01234"),
        "the time line names court and case: {page}"
    );
    let ended = [
        ("petition_end", "withdrawn"),
        ("ended_on", today.as_str()),
        ("text", ""),
    ];
    kim.does(number, "end_petition", &ended).await;
    assert_eq!(ana.status(number).await, "under_review");
}

#[tokio::test]
async fn an_order_entered_on_a_request_stands_in_the_register_and_the_other_way_round() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let rhea = portal.staff("rhea@example.org", "reviewer").await;
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    let (number, today) = (receipt.number.as_str(), days_ago(0));
    let recording = kim.registers("AX-1").await;
    kim.treats(&recording, "link", &[("number", number)]).await;
    let order = [
        ("ruling", "disclose"),
        ("court", "Circuit Court"),
        ("case_number", "2616-CV00900"),
        ("dated", today.as_str()),
        ("scope", ""),
    ];
    kim.does(number, "enter_order", &order).await;
    let register = kim.browser.get("/staff/orders").await.text();
    assert!(register.contains("2616-CV00900"), "{register}");
    rhea.does(number, "verify_order", &[]).await;
    assert_eq!(ana.status(number).await, "ordered");
    let mut records = database(&portal).await;
    let verified: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM disclosure_order WHERE verified_by IS NOT NULL")
        .fetch_one(&mut records)
        .await
        .expect("the register");
    assert_eq!(verified, 1);
    let page = kim.browser.get(&format!("/staff/recordings/{recording}")).await.text();
    assert!(page.contains("data-status=\"court_ordered\""), "{page}");

    let other = ana.files_a_request().await;
    let page = kim.browser.get("/staff/orders/new").await;
    let key = page.value("key").expect("a key");
    let form = [
        ("key", key.as_str()),
        ("act", "order"),
        ("kind", "refuse"),
        ("court", "Circuit Court"),
        ("case_number", "2616-CV00901"),
        ("dated", today.as_str()),
        ("number", other.number.as_str()),
        ("scope", "AX-1"),
    ];
    let sent = kim
        .browser
        .posts_files(
            "/staff/orders/new",
            &form,
            &[("document", "order.pdf", b"%PDF-1.4\nno\n%%EOF\n")],
        )
        .await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let path = sent
        .location
        .expect("the order")
        .split('?')
        .next()
        .expect("a path")
        .to_owned();
    let page = rhea.browser.get(&path).await;
    let version = page.value("version").expect("a version");
    rhea.browser
        .posted(&path, &[("act", "verify"), ("version", &version)])
        .await;
    assert_eq!(ana.status(&other.number).await, "order_denied");
}

#[tokio::test]
async fn the_status_of_footage_is_entered_once_and_shown_in_both_places() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    let (number, today) = (receipt.number.as_str(), days_ago(0));
    let recording = kim.registers("AX-1").await;
    kim.treats(&recording, "link", &[("number", number)]).await;
    kim.does(number, "acknowledge", &[("text", "")]).await;
    kim.does(number, "close_active", &[("confirmed_on", &today), ("text", "")])
        .await;
    let page = kim.browser.get(&format!("/staff/recordings/{recording}")).await.text();
    assert!(page.contains("data-status=\"active_closed\""), "{page}");
    let open = [
        ("change", "inactive"),
        ("ground", "not_pursued"),
        ("on", today.as_str()),
        ("reason", "The detective said so"),
    ];
    kim.treats(&recording, "status", &open).await;
    assert_eq!(
        ana.status(number).await,
        "under_review",
        "what waited goes on by itself"
    );
    let page = ana.get(&format!("/requests/{number}")).await.text();
    assert!(page.contains("The footage is open"), "{page}");
    let impossible = kim
        .form(
            number,
            "find_no_record",
            &[("why", "deleted"), ("deleted_on", &days_ago(1)), ("text", "It is gone")],
        )
        .await;
    let refused = kim.sends(number, "find_no_record", &impossible).await;
    assert!(
        refused.status == 422 && refused.text().contains("No retention rule allowed"),
        "{}",
        refused.text()
    );
    let breach = [
        ("why", "deleted_in_breach"),
        ("deleted_on", &*days_ago(1)),
        ("text", "It is gone"),
    ];
    kim.does(number, "find_no_record", &breach).await;
    let page = ana.get(&format!("/requests/{number}")).await.text();
    assert!(page.contains("a breach of the"), "{page}");
}

#[tokio::test]
async fn a_wrong_link_a_wrong_person_and_a_loss_are_entered_and_the_first_entries_stay() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let kim = &case.kim;
    let people = format!("/staff/recordings/{}/people", case.recording);
    let person = [("act", "person"), ("pseudonym", "Person B"), ("seen", "0:10-0:40")];
    let onward = kim.browser.posted(&people, &person).await;
    let path = onward.split('?').next().expect("a person").to_owned();
    let version = kim.browser.get(&path).await.value("version").expect("a version");
    let bare = kim
        .browser
        .post(&path, &[("act", "take_out"), ("version", &version), ("reason", "")])
        .await;
    assert_eq!(bare.status, 422, "a reason is needed");
    let out = [
        ("act", "take_out"),
        ("version", version.as_str()),
        ("reason", "Logged twice"),
    ];
    kim.browser.posted(&path, &out).await;
    // A notice is due until a second person has verified it.
    let waiting = case.rhea.browser.get("/staff/waiting").await.text();
    let (_, onward) = waiting.split_once("href=\"/staff/waiting/").expect("it waits");
    let id = onward.split('"').next().expect("an id");
    let seconded = [("act", "verify")];
    case.rhea
        .browser
        .posted(&format!("/staff/waiting/{id}"), &seconded)
        .await;
    let log = kim.browser.get(&format!("/es{people}")).await.text();
    assert!(log.contains("Logged twice"), "{log}");
    let release = kim
        .browser
        .get(&format!("/staff/requests/{}/release", case.receipt.number))
        .await
        .text();
    assert!(
        !release.contains("Person B"),
        "the gate asks no notice of them: {release}"
    );

    let on_page = |act: &str| format!("/staff/recordings/{}?act={act}", case.recording);
    let number = case.receipt.number.as_str();
    kim.treats(
        &case.recording,
        "unlink",
        &[("number", number), ("reason", "Another street")],
    )
    .await;
    let page = kim.browser.get(&format!("/staff/requests/{number}")).await.text();
    assert!(
        page.contains("id=\"suggested\"") && !page.contains("id=\"linked\""),
        "{page}"
    );
    assert!(
        kim.browser
            .get(&on_page("status"))
            .await
            .text()
            .contains("Another street")
    );
    kim.treats(&case.recording, "link", &[("number", number)]).await;
    let page = kim.browser.get(&format!("/staff/requests/{number}")).await.text();
    assert!(page.contains("id=\"linked\""), "{page}");

    let today = days_ago(0);
    let version = kim
        .browser
        .get(&on_page("delete"))
        .await
        .value("version")
        .expect("a version");
    let gone = [
        ("act", "delete"),
        ("version", version.as_str()),
        ("on", today.as_str()),
        ("rule", "none"),
    ];
    let held = kim
        .browser
        .post(&format!("/staff/recordings/{}", case.recording), &gone)
        .await;
    assert_eq!(held.status, 409, "{}", held.text());
    kim.treats(
        &case.recording,
        "delete",
        &[("on", &today), ("rule", "none"), ("breach", "yes")],
    )
    .await;
    let page = kim
        .browser
        .get(&format!("/staff/recordings/{}", case.recording))
        .await
        .text();
    assert!(page.contains("That is a breach"), "{page}");
    let auditor = portal.staff("ada@example.org", "auditor").await;
    assert!(auditor.browser.get("/staff/audit").await.text().contains("BREACH"));
}

#[tokio::test]
async fn a_closure_by_mistake_is_withdrawn_and_the_same_day_is_not_entered_twice() {
    let portal = Portal::open();
    let admin = portal.staff("ada@example.org", "admin").await;
    let day = days_ago(-20);
    let form = [("office", "court"), ("on", day.as_str()), ("reason", "Snow")];
    admin.browser.posted("/staff/calendar", &form).await;
    let again = admin.browser.post("/staff/calendar", &form).await;
    assert!(again.status == 422 || again.status == 303, "{}", again.text());
    let other = [("office", "court"), ("on", day.as_str()), ("reason", "Ice")];
    let twice = admin.browser.post("/staff/calendar", &other).await;
    assert!(
        twice.status == 422 && twice.text().contains("entered already"),
        "{}",
        twice.text()
    );
    let far = [("office", "court"), ("on", "2126-12-25"), ("reason", "Snow")];
    assert_eq!(admin.browser.post("/staff/calendar", &far).await.status, 422);
    let page = admin.browser.get("/staff/calendar").await.text();
    assert!(page.contains("value=\"take_back\""), "{page}");
    let back = [
        ("act", "take_back"),
        ("office", "court"),
        ("on", day.as_str()),
        ("reason", "Wrong year"),
    ];
    admin.browser.posted("/staff/calendar", &back).await;
    let page = admin.browser.get("/staff/calendar").await.text();
    assert!(!page.contains("value=\"take_back\""), "{page}");
}
