//! Deletion lists by the pages of the console: made, approved by another, exported, compared.

use crate::support::{Answer, Custodian, Portal, days_ago, html};

/// Registers a recording of so many days ago that is no evidence.
async fn registers(kim: &Custodian, source: &str, days: i64, incident: &str, camera: &str) -> String {
    let day = days_ago(days);
    let (begins, ends) = (format!("{day}T14:10"), format!("{day}T14:40"));
    let form = [
        ("source_id", source),
        ("camera", camera),
        ("officer", "4711"),
        ("started_at", begins.as_str()),
        ("ended_at", ends.as_str()),
        ("place", "12th Street and Oak Street"),
        ("incident_number", incident),
        ("category", "non_evidence"),
        ("location_kind", "public"),
    ];
    let onward = kim.browser.posted("/staff/recordings/new", &form).await;
    let id = onward.strip_prefix("/staff/recordings/").expect("a recording");
    id.split('?').next().expect("an id").to_owned()
}

async fn posts(who: &Custodian, path: &str, fields: &[(&str, &str)]) -> Answer {
    let key = who.browser.get(path).await.value("key").unwrap_or_default();
    let form = [&[("key", key.as_str())], fields].concat();
    who.browser.post(path, &form).await
}

#[tokio::test]
async fn a_deletion_list_is_made_approved_by_another_exported_and_compared() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let lee = portal.custodian("lee@example.org").await;
    for (source, days) in [("OLD-1", 200), ("OLD-2", 181), ("NEW-1", 179)] {
        registers(&kim, source, days, "", "body_worn").await;
    }
    let made = posts(&kim, "/staff/deletions", &[("act", "make")]).await;
    assert_eq!(made.status, 303, "{}", made.text());
    let onward = made.location.expect("onward");
    let list = onward.split('?').next().expect("a path").to_owned();
    let page = kim.browser.get(&list).await.text();
    assert!(page.contains("OLD-1") && page.contains("OLD-2") && !page.contains("NEW-1"));
    let file = format!("{list}/list.csv");
    assert_eq!(kim.browser.get(&file).await.status, 404, "before it is approved");
    let own = posts(&kim, &list, &[("act", "approve")]).await;
    assert_eq!(own.status, 422, "{}", own.text());
    let nothing = posts(&lee, &list, &[("act", "send_back"), ("reason", "")]).await;
    assert_eq!(nothing.status, 422);
    assert_eq!(posts(&lee, &list, &[("act", "approve")]).await.status, 303);
    let csv = kim.browser.get(&file).await;
    assert_eq!(csv.status, 200);
    let text = csv.text();
    assert!(
        text.starts_with("source_id,rule,kept_until,camera,started_at"),
        "{text}"
    );
    assert_eq!(text.lines().count(), 3, "{text}");

    let bad = posts(
        &kim,
        &list,
        &[("act", "confirm"), ("csv", "source_id,deleted_on\nOLD-1,yesterday")],
    )
    .await;
    assert_eq!(bad.status, 422);
    assert!(bad.text().contains("OLD-1,yesterday"), "what was typed is kept");
    let gone = format!("source_id,deleted_on\nOLD-1,{0}\nNEW-1,{0}\nNOBODY,{0}", days_ago(0));
    let told = posts(&kim, &list, &[("act", "confirm"), ("csv", &gone)]).await;
    assert_eq!(told.status, 303, "{}", told.text());
    let auditor = portal.staff("ada@example.org", "auditor").await;
    let page = auditor.browser.get(&list).await.text();
    let words = html::words(&page);
    for said in [
        "Listed but not deleted",
        "Deleted although it had to be kept",
        "The register does not know it",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    assert_eq!(
        posts(&auditor, "/staff/deletions", &[("act", "make")]).await.status,
        403
    );
    let log = html::words(&auditor.browser.get("/staff/audit?subject=deletion_list").await.text());
    assert!(log.contains("The deletion list was approved."), "{log}");
}

#[tokio::test]
async fn a_recording_shows_what_belongs_to_it_when_it_was_uploaded_and_who_viewed_it() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let worn = registers(&kim, "WORN", 20, "26-9", "body_worn").await;
    registers(&kim, "CAR", 19, "26-9", "in_car").await;
    let words = html::words(&kim.browser.get(&format!("/staff/recordings/{worn}")).await.text());
    for said in [
        "Of the same incident",
        "CAR",
        "same incident number",
        "Uploaded",
        "Who viewed it",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
}
