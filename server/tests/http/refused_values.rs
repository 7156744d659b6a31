//! A value that the law refuses is told at its field, with all that was typed: the form is not for nothing.

use crate::support::{Answer, Portal, days_ago, html};

/// An act, the field whose value is refused, that value, the other fields, and what is told.
type Refused<'a> = (&'a str, &'a str, &'a str, &'a [(&'a str, &'a str)], &'a str);

/// The page again: 422, the problem at the field and on top, and what was typed still there.
fn assert_at(answer: &Answer, field: &str, typed: &str, told: &str) {
    let page = answer.text();
    let words = html::words(&page);
    assert_eq!(answer.status, 422, "{field}: {words}");
    assert!(answer.is_refused_at(field), "{field}: {words}");
    assert_eq!(
        answer.value(field).as_deref(),
        Some(typed),
        "{field}: nothing typed is lost"
    );
    let summary = page.split("id=\"problems\"").nth(1).expect("a summary");
    let summary = html::words(summary.split("</ul>").next().expect("its end"));
    assert!(summary.contains(told), "{field}: {summary}");
}

#[tokio::test]
async fn a_day_that_cannot_be_is_told_at_its_field_for_every_act_on_a_request() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let number = ana.files_a_request().await.number;
    let (tomorrow, long_ago) = (days_ago(-1), days_ago(900));
    let court = ("court", "Circuit Court");
    let case = ("case_number", "26CV-1");
    let acts: [Refused<'_>; 10] = [
        (
            "explain_delay",
            "promised",
            &long_ago,
            &[("text", "The server is being moved.")],
            "must lie ahead",
        ),
        ("close_active", "confirmed_on", &tomorrow, &[], "has not come yet"),
        (
            "close_active",
            "confirmed_on",
            &long_ago,
            &[],
            "before the request was received",
        ),
        (
            "record_inactive",
            "since",
            &tomorrow,
            &[("ground", "not_pursued")],
            "has not come yet",
        ),
        (
            "record_inactive",
            "since",
            &days_ago(0),
            &[("ground", "time_expired")],
            "The time to bring charges",
        ),
        (
            "record_petition",
            "filed_on",
            &tomorrow,
            &[("by", "requester"), court, case],
            "has not come yet",
        ),
        (
            "record_petition",
            "served_on",
            &tomorrow,
            &[("by", "requester"), court, case, ("filed_on", &days_ago(0))],
            "has not come yet",
        ),
        (
            "enter_order",
            "dated",
            &tomorrow,
            &[("ruling", "disclose"), court, case],
            "has not come yet",
        ),
        (
            "find_no_record",
            "deleted_on",
            &days_ago(1),
            &[("why", "deleted"), ("text", "It is gone")],
            "No retention rule allowed",
        ),
        (
            "deny",
            "provision",
            "because",
            &[("text", "No"), ("next_step", "Ask a court")],
            "provision",
        ),
    ];
    for (act, field, value, more, told) in acts {
        let mut fields = more.to_vec();
        fields.push((field, value));
        let form = kim.form(&number, act, &fields).await;
        let answer = kim.sends(&number, act, &form).await;
        assert_at(&answer, field, value, told);
    }
    // Once it was done, and what waits for an answer.
    kim.does(&number, "ask_clarification", &[("text", "Which corner?")])
        .await;
    let answered = [("received_on", &*tomorrow), ("channel", "telephone"), ("text", "North")];
    let form = kim.form(&number, "record_answer", &answered).await;
    assert_at(
        &kim.sends(&number, "record_answer", &form).await,
        "received_on",
        &tomorrow,
        "has not come yet",
    );
    // What cannot be done at all is no matter of a field.
    let form = kim.form(&number, "acknowledge", &[]).await;
    let mut form: Vec<(String, String)> = form;
    form.retain(|(name, _)| name != "version" && name != "key");
    form.push(("version".into(), "3".into()));
    form.push(("key".into(), crate::support::fresh_key()));
    assert_eq!(kim.sends(&number, "acknowledge", &form).await.status, 409);
}

#[tokio::test]
async fn a_value_that_cannot_be_is_told_at_its_field_for_recordings_notices_and_orders() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    case.tells_somebody().await;
    let desk = &case.kim.browser;
    let (today, tomorrow) = (days_ago(0), days_ago(-1));
    let send = async |path: &str, act: &str, fields: &[(&str, &str)]| {
        let page = desk.get(&format!("{path}?act={act}")).await;
        let version = page.value("version").unwrap_or_default();
        let mut form = vec![("act", act), ("version", version.as_str())];
        form.extend_from_slice(fields);
        desk.post(path, &form).await
    };
    let recording = format!("/staff/recordings/{}", case.recording);
    let closed = [("change", "reclose"), ("on", &*tomorrow), ("reason", "Dismissed")];
    assert_at(
        &send(&recording, "status", &closed).await,
        "on",
        &tomorrow,
        "has not come yet",
    );
    let text = desk.get(&case.release_page()).await.text();
    let id = text.split("/staff/notices/").nth(1).expect("a notice");
    let notice = format!("/staff/notices/{}", id.split('"').next().expect("its id"));
    let court = ("court", "Circuit Court");
    let acts: [Refused<'_>; 6] = [
        (
            "receive",
            "on",
            &tomorrow,
            &[("proof", "certified_mail")],
            "has not come yet",
        ),
        ("return", "on", &tomorrow, &[], "has not come yet"),
        (
            "search",
            "on",
            &tomorrow,
            &[("how", "Asked the neighbors")],
            "has not come yet",
        ),
        ("action", "filed", &tomorrow, &[court], "has not come yet"),
        (
            "action",
            "served",
            &tomorrow,
            &[court, ("filed", &today)],
            "has not come yet",
        ),
        (
            "decide",
            "until",
            &days_ago(5),
            &[("on", &days_ago(1)), ("decision", "enjoin_all")],
            "first day",
        ),
    ];
    for (act, field, value, more, told) in acts {
        let mut fields = more.to_vec();
        fields.push((field, value));
        assert_at(&send(&notice, act, &fields).await, field, value, told);
    }
    let unknown = send(&notice, "consent", &[("on", &today), ("to", "person")]).await;
    assert_eq!(unknown.status, 422, "{}", unknown.text());
    let summary = unknown.text().split("id=\"problems\"").nth(1).map(str::to_owned);
    assert!(summary.is_some_and(|summary| summary.contains("#identity")));
    let typed = [
        ("kind", "disclose"),
        court,
        ("case_number", "26CV-2"),
        ("dated", &tomorrow),
        ("effective", &tomorrow),
        ("scope", "AX-1"),
        ("audience", "requester"),
        ("key", &crate::support::fresh_key()),
    ];
    let paper: (&str, &str, &[u8]) = ("document", "order.pdf", b"%PDF-1.4\nthe order\n%%EOF\n");
    let order = desk.posts_files("/staff/orders/new", &typed, &[paper]).await;
    assert_at(&order, "dated", &tomorrow, "has not come yet");
}

#[tokio::test]
async fn a_letter_that_was_entered_with_a_wrong_day_is_corrected_for_everybody_to_read() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let mut typed = crate::support::sound_form();
    typed.extend([("key", crate::support::fresh_key()), ("channel", "letter".to_owned())]);
    for (name, value) in &mut typed {
        if *name == "incident_date" {
            *value = days_ago(9);
        }
    }
    typed.push(("received_on", days_ago(2)));
    let sent: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let entered = kim.browser.posts_files("/staff/requests/new", &sent, &[]).await;
    let page = kim.browser.get(&entered.location.expect("the receipt")).await.text();
    let number = html::attribute(&page, "data-tracking-number").expect("its number");
    let calendar = ana.get(&format!("/requests/{number}/calendar.ics")).await.text();
    let uid = |calendar: &str| {
        let event = calendar
            .lines()
            .find(|line| line.starts_with("UID:") && line.contains("-C1-"));
        event.expect("the three days").to_owned()
    };
    let known = uid(&calendar);
    let day = days_ago(6);
    let wrong = days_ago(-1);
    let form = kim
        .form(
            &number,
            "correct_receipt",
            &[("received_on", &wrong), ("mistake", "stamp")],
        )
        .await;
    assert_at(
        &kim.sends(&number, "correct_receipt", &form).await,
        "received_on",
        &wrong,
        "has not come yet",
    );
    kim.does(
        &number,
        "correct_receipt",
        &[("received_on", &day), ("mistake", "stamp")],
    )
    .await;
    let page = html::words(&ana.get(&format!("/requests/{number}/timeline")).await.text());
    assert!(page.contains("corrected entry 1 of this time line"), "{page}");
    assert!(page.contains("The office's stamp"), "the reason is public: {page}");
    let page = html::words(&ana.get(&format!("/es/requests/{number}/timeline")).await.text());
    assert!(page.contains("corrigió el asiento 1"), "{page}");
    let log = ana.get(&format!("/requests?q={number}")).await.text();
    assert!(
        log.contains(&format!("datetime=\"{day}\"")),
        "the public log says it: {log}"
    );
    let calendar = ana.get(&format!("/requests/{number}/calendar.ics")).await.text();
    assert_eq!(
        uid(&calendar),
        known,
        "the same event in every calendar, on another day"
    );
    // What came by the portal has the portal's own day.
    let web = ana.files_a_request().await.number;
    let page = kim
        .browser
        .get(&format!("/staff/requests/{web}/act/correct_receipt"))
        .await
        .text();
    assert!(page.contains("Only a day that staff entered"), "{}", html::words(&page));
}
