//! Going back, changing something and sending again: nothing that was typed is taken for what was sent before.

use crate::support::{Answer, Portal, Resident, days_ago, fresh_key, html, portal::database, sound_form};

async fn count(portal: &Portal, sql: &'static str) -> i64 {
    let mut records = database(portal).await;
    sqlx::query_scalar(sql).fetch_one(&mut records).await.expect("a count")
}

/// The page says that this was not sent, shows what was typed, and has another key, under which it can be sent.
fn is_told_apart(answer: &Answer, key: &str, typed: &str) -> String {
    let page = answer.text();
    assert_eq!(answer.status, 422, "{page}");
    assert!(
        page.contains("was not sent yet") || page.contains("aún no se ha enviado"),
        "{page}"
    );
    assert!(page.contains(typed), "{typed}: {page}");
    let fresh = answer.value("key").expect("a key");
    assert_ne!(fresh, key);
    fresh
}

#[tokio::test]
async fn whoever_files_goes_back_and_changes_the_day_is_told_and_can_file_the_second() {
    let portal = Portal::open();
    let ana = portal.resident();
    let key = fresh_key();
    let mut form = sound_form();
    form.push(("key", key.clone()));
    assert_eq!(ana.post("/request", &form).await.status, 303);
    let first = ana.receipt().await;
    for field in form.iter_mut().filter(|(name, _)| *name == "incident_date") {
        field.1 = days_ago(40);
    }
    let told = ana.post("/request", &form).await;
    let fresh = is_told_apart(&told, &key, &days_ago(40));
    assert_eq!(count(&portal, "SELECT COUNT(*) FROM records_request").await, 1);

    for field in form.iter_mut().filter(|(name, _)| *name == "key") {
        field.1.clone_from(&fresh);
    }
    assert_eq!(ana.post("/request", &form).await.status, 303);
    let second = ana.receipt().await;
    assert_ne!((&first.number, &first.code), (&second.number, &second.code));
    assert_eq!(count(&portal, "SELECT COUNT(DISTINCT request_id) FROM hold").await, 2);
}

#[tokio::test]
async fn an_answer_sent_after_going_back_is_not_lost_and_the_request_does_not_wait_for_it() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@kcpd.test").await;
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    ana.opens(&receipt).await;
    let private = format!("/requests/{}/private", receipt.number);
    let key = fresh_key();
    let write = |act: &'static str, text: &'static str, key: &str| {
        vec![
            ("act", act.to_owned()),
            ("text", text.to_owned()),
            ("key", key.to_owned()),
        ]
    };
    assert_eq!(
        ana.post(&private, &write("write", "It was by the bridge.", &key))
            .await
            .status,
        303
    );
    kim.does(&receipt.number, "ask_clarification", &[("text", "Which bridge?")])
        .await;
    // Back to the page before the question, and another text is sent from it: as an answer, with the key of the message.
    let told = ana
        .post(&private, &write("answer_clarification", "The north bridge.", &key))
        .await;
    let fresh = is_told_apart(&told, &key, "The north bridge.");
    let answered = ana
        .post(&private, &write("answer_clarification", "The north bridge.", &fresh))
        .await;
    assert_eq!(answered.status, 303, "{}", answered.text());
    assert_ne!(ana.status(&receipt.number).await, "clarification");
    // The same once more changes nothing and is led to the same page.
    let again = ana
        .post(&private, &write("answer_clarification", "The north bridge.", &fresh))
        .await;
    assert_eq!((again.status, again.location), (303, answered.location));
    assert_eq!(
        count(&portal, "SELECT COUNT(*) FROM message WHERE actor = 'requester'").await,
        2
    );
}

#[tokio::test]
async fn another_act_of_staff_under_the_same_key_is_not_taken_for_the_first() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@kcpd.test").await;
    let receipt = portal.resident().files_a_request().await;
    let mut form = kim.form(&receipt.number, "reply", &[("text", "We are looking.")]).await;
    let key = form[0].1.clone();
    assert_eq!(kim.sends(&receipt.number, "reply", &form).await.status, 303);
    form[2].1 = "We have found it.".to_owned();
    let told = kim.sends(&receipt.number, "reply", &form).await;
    is_told_apart(&told, &key, "We have found it.");
    assert_eq!(count(&portal, "SELECT COUNT(*) FROM message").await, 1);
    // From the page that tells it, it can be sent.
    form[0].1 = told.value("key").expect("a key");
    form[1].1 = told.value("version").expect("a version");
    assert_eq!(kim.sends(&receipt.number, "reply", &form).await.status, 303);
    assert_eq!(count(&portal, "SELECT COUNT(*) FROM message").await, 2);
}

async fn objects(ben: &Resident, key: &str, words: &str, paper: &[u8]) -> Answer {
    let fields = [
        ("key", key),
        ("relief", "whole"),
        ("grounds", "privacy"),
        ("words", words),
        ("capacity", "person"),
    ];
    let files = [("papers", "paper.pdf", paper)];
    ben.posts_files("/notice/objection", &fields, &files).await
}

#[tokio::test]
async fn a_second_objection_with_other_words_or_another_paper_is_not_taken_for_the_first() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let letter = case.tells_somebody().await;
    let ben = portal.resident();
    assert_eq!(ben.post("/notice", &[("code", &letter)]).await.status, 303);
    let page = ben.get("/notice/objection").await;
    let ground = html::tags(&page.text(), "input")
        .into_iter()
        .find(|input| input.get("name").is_some_and(|name| name == "grounds"));
    assert!(ground.is_some(), "{}", page.text());
    let key = page.value("key").expect("a key");
    let paper: &[u8] = b"%PDF-1.4\none\n%%EOF\n";
    let sent = objects(&ben, &key, "I am seen.", paper).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    assert_eq!(
        objects(&ben, &key, "I am seen.", paper).await.status,
        303,
        "the same again"
    );
    is_told_apart(
        &objects(&ben, &key, "I am heard too.", paper).await,
        &key,
        "I am heard too.",
    );
    let other: &[u8] = b"%PDF-1.4\ntwo\n%%EOF\n";
    let told = objects(&ben, &key, "I am seen.", other).await;
    let fresh = is_told_apart(&told, &key, "I am seen.");
    assert_eq!(count(&portal, "SELECT COUNT(*) FROM objection").await, 1);
    assert_eq!(objects(&ben, &fresh, "I am seen.", other).await.status, 303);
    assert_eq!(count(&portal, "SELECT COUNT(*) FROM objection").await, 2);
}

#[tokio::test]
async fn two_tabs_that_send_different_content_under_one_key_at_once_lose_neither() {
    let portal = Portal::open();
    let (ana, key) = (portal.resident(), fresh_key());
    let form = |place: &str| {
        let mut form = sound_form();
        form.retain(|(name, _)| *name != "place");
        form.push(("place", place.to_owned()));
        form.push(("key", key.clone()));
        form
    };
    let (north, south) = (form("North Oak Street"), form("South Oak Street"));
    let (one, two) = tokio::join!(ana.post("/request", &north), ana.post("/request", &south));
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 422], "{}{}", one.text(), two.text());
    let told = if one.status == 422 { &one } else { &two };
    is_told_apart(told, &key, "Oak Street");
}
