//! A request's page as a desk to work at: the case beside what can be done, suggestions with a button each, notes for colleagues.

use crate::support::{Answer, Custodian, Portal, days_ago, forms, html};

/// The posted form of a page that goes to this address.
fn form(page: &str, action: &str) -> forms::PageForm {
    let found = forms::on_page(page).into_iter().find(|form| form.action == action);
    found.unwrap_or_else(|| panic!("no form to {action}"))
}

/// Presses a button of a page that goes to this address.
async fn presses(kim: &Custodian, page: &str, action: &str, button: (&str, &str)) -> Answer {
    let filled = form(page, action).filled(("", ""), &std::collections::HashMap::new());
    let key = filled
        .fields
        .into_iter()
        .find(|(name, _)| name == "key")
        .expect("a key");
    kim.browser.post(action, &[("key", key.1.as_str()), button]).await
}

#[tokio::test]
async fn a_custodian_takes_up_a_request_and_links_what_is_suggested_with_one_button_each() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let number = portal.resident().files_a_request().await.number;
    let recording = kim.registers("AX-1").await;
    let here = format!("/staff/requests/{number}");
    let page = kim.browser.get(&here).await.text();
    let order = ["bwc-case__head", "bwc-case__acts", "bwc-case__facts", "<h2>Docket"].map(|part| page.find(part));
    assert!(order.is_sorted() && order[0].is_some(), "{order:?}");
    let reasons = page.split("id=\"suggested\"").nth(1).expect("suggestions");
    assert!(html::words(reasons).contains("the time asked about"), "{reasons}");

    let act = format!("{here}/act/acknowledge");
    let filled = form(&page, &act).filled(("", ""), &std::collections::HashMap::new());
    let fields: Vec<(&str, &str)> = filled.fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    assert_eq!(kim.browser.post(&act, &fields).await.status, 303);
    assert_eq!(portal.resident().status(&number).await, "under_review");

    let page = kim.browser.get(&here).await.text();
    let linked = presses(&kim, &page, &format!("{here}/matches"), ("link", &recording)).await;
    assert_eq!(linked.status, 303, "{}", linked.text());
    let page = kim.browser.get(&linked.location.expect("onward")).await.text();
    assert!(page.contains("id=\"linked\"") && !page.contains("id=\"suggested\""));

    let nothing = kim
        .browser
        .post(&format!("{here}/matches"), &[("key", &"0".repeat(32))])
        .await;
    assert_eq!(nothing.status, 422);
}

#[tokio::test]
async fn what_a_form_needs_to_know_stands_beside_it() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    ana.opens(&receipt).await;
    let page = format!("/requests/{}/private", receipt.number);
    let form = ana.get(&page).await;
    let key = form.value("key").expect("a key");
    let said = [("act", "write"), ("key", &*key), ("text", "It was the blue house.")];
    assert_eq!(ana.post(&page, &said).await.status, 303);
    let rex = portal.staff("rex@example.org", "reviewer").await;
    for act in ["deny", "explain_delay", "ask_fee"] {
        let act = format!("/staff/requests/{}/act/{act}", receipt.number);
        let words = html::words(&kim.browser.get(&act).await.text());
        assert!(
            words.contains("What was asked") && words.contains("It was the blue house."),
            "{act}"
        );
    }
    let act = format!("/staff/requests/{}/act/verify_order", receipt.number);
    let words = html::words(&rex.browser.get(&act).await.text());
    assert!(!words.contains("It was the blue house."), "only for whoever works it");
}

#[tokio::test]
async fn a_note_that_is_refused_as_the_first_thing_of_a_session_is_not_taken_for_kept() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let number = portal.resident().files_a_request().await.number;
    let notes = format!("/staff/requests/{number}/notes");
    let key = crate::support::fresh_key();
    let nobody = [("key", key.as_str()), ("office_note", "@nobodyknown look")];
    // That the private part was opened is entered at the first of the two; the note is kept at neither.
    for _ in 0..2 {
        assert_eq!(kim.browser.post(&notes, &nobody).await.status, 422);
    }
    let mended = [("key", key.as_str()), ("office_note", "Please look")];
    assert_eq!(kim.browser.post(&notes, &mended).await.status, 303);
    assert!(
        kim.browser
            .get(&format!("/staff/requests/{number}"))
            .await
            .text()
            .contains("Please look")
    );
}

#[tokio::test]
async fn a_note_is_read_by_colleagues_and_stands_nowhere_else() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let lou = portal.staff("lou@example.org", "custodian").await;
    let (ana, rex) = (portal.resident(), portal.staff("rex@example.org", "auditor").await);
    let receipt = ana.files_a_request().await;
    let number = &receipt.number;
    let here = format!("/staff/requests/{number}");
    let notes = format!("{here}/notes");
    let canary = "The canary called twice";
    let page = kim.browser.get(&here).await;
    let key = page.value("key").expect("a key");
    let nobody = [("key", &*key), ("office_note", "@nobodyknown The canary called twice")];
    let refused = kim.browser.post(&notes, &nobody).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.value("office_note").is_some_and(|typed| typed.contains(canary)),
        "what was typed stays"
    );
    let key = refused.value("key").expect("a key");
    let said = format!("@lou@example.org {canary}");
    let kept = kim
        .browser
        .post(&notes, &[("key", &*key), ("office_note", &said)])
        .await;
    assert_eq!(kept.status, 303, "{}", kept.text());

    let queue = html::words(&lou.browser.get("/staff/queue").await.text());
    assert!(queue.contains("1 note names you"), "{queue}");
    let mentions = lou.browser.get("/staff/mentions").await.text();
    assert!(mentions.contains(canary));
    let read = form(&mentions, "/staff/mentions").filled(("", ""), &std::collections::HashMap::new());
    let fields: Vec<(&str, &str)> = read.fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    assert_eq!(lou.browser.post("/staff/mentions", &fields).await.status, 303);
    assert!(!html::words(&lou.browser.get("/staff/queue").await.text()).contains("names you"));

    ana.opens(&receipt).await;
    for path in [
        format!("/requests/{number}"),
        format!("/requests/{number}/private"),
        format!("/requests/{number}/timeline"),
        format!("/requests/{number}/timeline.txt"),
        format!("/requests/{number}/feed.atom"),
    ] {
        let seen = ana.get(&path).await;
        assert_eq!(seen.status, 200, "{path}");
        assert!(!seen.text().contains(canary), "{path}");
    }
    for path in [here, "/staff/audit".to_owned(), "/staff/audit.csv".to_owned()] {
        assert!(!rex.browser.get(&path).await.text().contains(canary), "{path}");
    }
    assert_eq!(rex.browser.get(&notes).await.status, 403);
    assert_eq!(
        rex.browser
            .post(&notes, &[("key", "0"), ("office_note", "mine")])
            .await
            .status,
        403
    );
}

#[tokio::test]
async fn each_recording_notice_and_order_is_one_line_of_its_list() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    case.tells_somebody().await;
    let order = [
        ("court", "Circuit Court of Jackson County"),
        ("case_number", "2616-CV900"),
        ("kind", "disclose"),
        ("dated", &days_ago(0)),
        ("effective", &days_ago(0)),
        ("scope", "AX-1"),
    ];
    let paper = [("document", "order.pdf", &b"%PDF-1.4\nwords\n%%EOF\n"[..])];
    let entered = case.kim.browser.posts_files("/staff/orders/new", &order, &paper).await;
    assert_eq!(entered.status, 303, "{}", entered.text());
    for (path, id) in [
        ("/staff/recordings", "recordings"),
        ("/staff/notices?view=all", "notices"),
        ("/staff/orders", "orders"),
    ] {
        let page = case.kim.browser.get(path).await.text();
        let table = page
            .split(&format!("id=\"{id}\""))
            .nth(1)
            .unwrap_or_else(|| panic!("{path}"));
        let rows = table.split("</table>").next().expect("a table");
        assert!(rows.contains("<tr>") && !rows.contains("<br"), "{path}: {rows}");
        assert!(page.contains("bwc-dense"), "{path}");
    }
    let page = case.kim.browser.get("/staff/notices?view=all").await.text();
    assert!(
        page.contains(&format!("href=\"/staff/requests/{}\"", case.receipt.number)),
        "{page}"
    );
}

#[tokio::test]
async fn a_selection_of_the_queue_is_delayed_with_one_form_and_printed() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let numbers = [ana.files_a_request().await.number, ana.files_a_request().await.number];
    let selected = |more: &[(&'static str, String)]| -> Vec<(&'static str, String)> {
        let chosen = numbers.iter().map(|number| ("number", number.clone()));
        [("act", "assign".to_owned())]
            .into_iter()
            .chain(chosen)
            .chain(more.to_vec())
            .collect()
    };
    let without_words = selected(&[
        ("extend", "1".into()),
        ("promised", days_ago(-10)),
        ("text", String::new()),
    ]);
    let refused = kim.browser.post("/staff/queue", &without_words).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.value("promised"), Some(days_ago(-10)), "what was typed is kept");
    let words = selected(&[
        ("extend", "1".into()),
        ("promised", days_ago(-10)),
        ("text", "The server is being repaired.".into()),
    ]);
    assert_eq!(kim.browser.post("/staff/queue", &words).await.status, 303);
    for number in &numbers {
        assert_eq!(ana.status(number).await, "delayed");
        let page = html::words(&kim.browser.get(&format!("/staff/requests/{number}")).await.text());
        assert!(page.contains("of 2 entered together"), "{page}");
        let public = html::words(&ana.get(&format!("/requests/{number}")).await.text());
        assert!(!public.contains("entered together"), "how the office works is its own");
    }
    let printed = kim
        .browser
        .post("/staff/queue", &selected(&[("print", "1".into())]))
        .await;
    let sheets = kim.browser.get(&printed.location.expect("the sheets")).await;
    assert_eq!(sheets.status, 200);
    for number in &numbers {
        assert!(sheets.text().contains(number.as_str()));
    }
}
