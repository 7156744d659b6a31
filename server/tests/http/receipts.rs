//! The receipt: two beside each other, one put away, and a second request like the first.

use crate::support::{Portal, Resident, days_ago, form_with, forms, fresh_key, html, sound_form};

async fn card(ana: &Resident, path: &str) -> (String, String) {
    let page = ana.get(path).await.text();
    let read = |name: &str| html::attribute(&page, name).unwrap_or_else(|| panic!("{name}: {page}"));
    (read("data-tracking-number"), read("data-access-code"))
}

fn others(page: &str) -> Vec<String> {
    let links = html::tags(page, "a")
        .into_iter()
        .filter_map(|mut link| link.remove("href"));
    links.filter(|link| link.contains("/request/filed?receipt=")).collect()
}

#[tokio::test]
async fn whoever_files_in_two_tabs_keeps_both_receipts_and_puts_each_away() {
    let portal = Portal::open();
    let ana = portal.resident();
    let first = ana.files_a_request().await;
    let second = ana.files(&form_with("place", "Main Street")).await;
    assert_ne!(first, second, "the newest is shown");
    let page = ana.get("/request/filed").await;
    let [other] = &others(&page.text())[..] else {
        panic!("{}", page.text());
    };
    assert_eq!(card(&ana, other).await, (first.number.clone(), first.code.clone()));
    assert!(!other.contains(&first.code[..4]));

    let close = forms::on_page(&page.text())
        .into_iter()
        .find(|form| form.action.contains("filed"))
        .expect("a form");
    let nothing: [(&str, &str); 0] = [];
    let closed = ana.post(&close.action, &nothing).await;
    assert_eq!(
        (closed.status, closed.location.as_deref()),
        (303, Some("/request/filed"))
    );
    assert_eq!(
        closed.header("clear-site-data"),
        "\"cache\"",
        "going back shows nothing"
    );
    assert_eq!(card(&ana, "/request/filed").await.0, first.number);
    let closed = ana.post("/request/filed", &nothing).await;
    assert_eq!((closed.status, closed.location.as_deref()), (303, Some("/")));
    let gone = ana.get(other).await.text();
    assert!(!gone.contains(&first.code) && !gone.contains(&first.number), "{gone}");
}

#[tokio::test]
async fn a_receipt_closes_by_itself_and_no_cookie_keeps_it_open() {
    let portal = Portal::open();
    let ana = portal.resident();
    let mut form = sound_form();
    form.push(("key", fresh_key()));
    let filed = ana.post("/request", &form).await;
    let cookie = filed.header("set-cookie").to_owned();
    assert!(cookie.contains("Max-Age=900"), "{cookie}");
    assert_eq!(ana.get("/request/filed").await.header("refresh"), "901");
    let pair = cookie.split(';').next().expect("a cookie").to_owned();
    let (name, value) = pair.split_once('=').expect("a cookie");
    let (key, since) = value.split_once('.').expect("key and time");
    let since: i64 = since.parse().expect("milliseconds");
    let stranger = portal.resident();
    for (since, shown) in [(since, true), (since - 901_000, false), (since + 900_000, false)] {
        let request = stranger.raw(reqwest::Method::GET, "/request/filed");
        let page = stranger
            .send(request.header("Cookie", format!("{name}={key}.{since}")))
            .await;
        assert_eq!(page.text().contains("data-access-code"), shown, "{since}");
    }
}

#[tokio::test]
async fn a_request_like_one_just_sent_is_asked_about_and_not_filed_twice_silently() {
    for lang in ["", "/es"] {
        let portal = Portal::open();
        let ana = portal.resident();
        let first = ana.files_a_request().await;
        let path = format!("{lang}/request");
        let page = ana.get(&path).await;
        let mut form = sound_form();
        for field in ["key", "asks"] {
            form.push((field, page.value(field).expect("on the page")));
        }
        let asked = ana.post(&path, &form).await;
        assert_eq!(asked.status, 422);
        assert!(asked.text().contains(&first.number), "beside it: {}", asked.text());
        assert_eq!(asked.value("place").as_deref(), Some("12th Street and Oak Street"));
        assert!(asked.text().contains("name=\"another\""), "{}", asked.text());
        assert_eq!(
            ana.post(&path, &form).await.status,
            422,
            "not silently the next time either"
        );
        form.push(("another", "yes".to_owned()));
        assert_eq!(ana.post(&path, &form).await.status, 303);
        assert_ne!(ana.receipt().await, first);
        // Somebody else at another computer is not asked.
        portal.resident().files_a_request().await;
    }
}

#[tokio::test]
async fn the_receipt_repeats_what_was_asked_and_says_what_the_right_needs_and_where_the_office_is() {
    let portal = Portal::open();
    let ana = portal.resident();
    let mut form = form_with("track", "civil");
    form.push(("relation", "my car was hit".to_owned()));
    form.push(("civil_claim", "Damage to my car".to_owned()));
    ana.files(&form).await;
    let page = ana.get("/request/filed").await.text();
    let words = html::words(&page);
    for said in [
        "12th Street and Oak Street",
        "A traffic stop of a blue car",
        "Damage to my car",
        "from 2:00 p.m. to 3:00 p.m.",
        "610.100.4",
        "1125 Locust Street",
        "816-234-5000",
        "a photo ID",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    assert!(
        !page.contains("<details") || page.contains("<details open") || page.contains(" open"),
        "printed open"
    );
    for path in ["/request/filed", "/track", "/request"] {
        let page = portal.resident().get(path).await.text();
        assert!(
            page.contains("data-custodian") && page.contains("816-234-5000"),
            "{path}"
        );
    }
    let spanish = html::words(&ana.get("/es/request/filed").await.text());
    assert!(spanish.contains("de 2:00 p. m. a 3:00 p. m."), "{spanish}");
}

#[tokio::test]
async fn after_a_refusal_the_summary_has_the_focus_and_names_the_matter_of_each_field() {
    let portal = Portal::open();
    let ana = portal.resident();
    for (path, told) in [
        ("/request", "Enter the day it happened."),
        ("/es/request", "Escriba el día en que ocurrió."),
    ] {
        let page = ana.post(path, &form_with("incident_date", "")).await.text();
        let summary = page
            .split("id=\"problems\"")
            .next()
            .expect("before")
            .rsplit('<')
            .next()
            .expect("the tag")
            .to_owned();
        let rest = page
            .split("id=\"problems\"")
            .nth(1)
            .expect("the summary")
            .split('>')
            .next()
            .expect("the tag");
        let tag = format!("{summary}{rest}");
        assert!(tag.contains("autofocus") && tag.contains("tabindex=\"-1\""), "{tag}");
        assert_eq!(page.matches(told).count(), 2, "in the summary and at the field: {page}");
    }
    let old = form_with("incident_date", &days_ago(-3));
    assert_eq!(ana.post("/request", &old).await.text().matches("autofocus").count(), 1);
}

#[tokio::test]
async fn what_is_wrong_names_its_matter_at_the_field_and_in_the_summary() {
    let portal = Portal::open();
    let ana = portal.resident();
    let long = "x".repeat(9_000);
    let next_week = days_ago(-7);
    for (path, name, typed, told) in [
        (
            "/request",
            "incident_date",
            next_week.as_str(),
            "This day has not come yet.",
        ),
        (
            "/es/request",
            "incident_date",
            next_week.as_str(),
            "Ese día aún no ha llegado.",
        ),
        (
            "/request",
            "incident_date_to",
            "2026-02-30",
            "This is not a date that exists.",
        ),
        ("/request", "time_from", "half past", "This is not a time of day."),
        ("/request", "place", &long, "This is too long."),
        ("/es/request", "description", &long, "Es demasiado largo."),
        ("/request", "officers", &long, "This is too long."),
        ("/request", "name", &long, "This is too long."),
    ] {
        let page = ana.post(path, &form_with(name, typed)).await.text();
        let label = page
            .split_once(&format!("for=\"{name}\""))
            .and_then(|(_, rest)| rest.split_once('>'))
            .and_then(|(_, rest)| rest.split_once('<'))
            .map_or_else(
                || panic!("no label of {name}: {page}"),
                |(label, _)| label.trim().to_owned(),
            );
        let colon = if label.ends_with('?') { "" } else { ":" };
        let whole = format!("{label}{colon} {told}");
        assert_eq!(page.matches(&whole).count(), 2, "{path}, {name}: {whole}");
    }
}

#[tokio::test]
async fn number_and_code_in_each_others_field_are_told_apart() {
    let portal = Portal::open();
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    let swapped = [("number", receipt.code.as_str()), ("code", receipt.number.as_str())];
    let page = ana.post("/track", &swapped).await.text();
    assert!(page.contains("This is a code, not a number."), "{page}");
    assert!(page.contains("This is a tracking number, not a code."), "{page}");
    for path in ["/notice", "/notice/check"] {
        let page = ana.post(path, &[("code", receipt.number.as_str())]).await.text();
        assert!(
            page.contains("This is a tracking number, not a code."),
            "{path}: {page}"
        );
    }
    let page = ana
        .post("/es/track", &[("number", receipt.code.as_str()), ("code", "")])
        .await
        .text();
    assert!(page.contains("Esto es un código, no un número."), "{page}");
}

#[tokio::test]
async fn a_second_click_is_no_matter_of_the_law_and_what_is_over_is_not_offered() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@kcpd.test").await;
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    kim.does(&receipt.number, "acknowledge", &[]).await;
    let form = vec![("key".to_owned(), fresh_key()), ("version".to_owned(), "2".to_owned())];
    let again = kim.sends(&receipt.number, "acknowledge", &form).await;
    assert!(matches!(again.status, 409 | 422), "{}", again.status);
    assert!(
        !again.text().contains("The law does not allow this"),
        "{}",
        again.text()
    );
    ana.opens(&receipt).await;
    let private = format!("/requests/{}/private", receipt.number);
    assert_eq!(ana.post(&private, &[("act", "withdraw")]).await.status, 303);
    let page = ana.get(&private).await.text();
    assert!(
        !page.contains("This was done already") && !page.contains("reopened on a new fact"),
        "{page}"
    );
}

/// What the page says at its top, and whether it offers an act of the requester's.
fn offers(page: &str, act: &str) -> bool {
    page.contains(&format!("name=\"act\" value=\"{act}\""))
}

#[tokio::test]
async fn the_pages_of_an_ended_request_say_under_which_section_and_offer_nothing_that_is_over() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@kcpd.test").await;
    let ana = portal.resident();
    let denial = [
        ("text", "No"),
        ("next_step", "Ask a court"),
        ("provision", "RSMo 610.021(14)"),
    ];
    for (act, fields, section, grounds) in [
        ("deny", denial.to_vec(), "610.", true),
        (
            "find_no_record",
            vec![("why", "not_made"), ("text", "Nothing")],
            "RSMo 610.023.3",
            false,
        ),
        ("withdraw", Vec::new(), "RSMo 610.023", false),
    ] {
        let receipt = ana.files_a_request().await;
        let private = format!("/requests/{}/private", receipt.number);
        ana.opens(&receipt).await;
        if act == "withdraw" {
            assert_eq!(ana.post(&private, &[("act", "withdraw")]).await.status, 303);
        } else {
            kim.does(&receipt.number, "acknowledge", &[]).await;
            kim.does(&receipt.number, act, &fields).await;
        }
        for (page, ended) in [
            (format!("/requests/{}", receipt.number), "It ended under"),
            (format!("/es/requests/{}", receipt.number), "Terminó conforme a"),
            (private.clone(), "It ended under"),
        ] {
            let text = html::words(&ana.get(&page).await.text());
            if act == "deny" {
                assert!(
                    text.contains("denied under RSMo") || text.contains("con base en RSMo"),
                    "{page}: {text}"
                );
            } else {
                assert!(
                    text.contains(ended) && text.contains(section),
                    "{page} after {act}: {text}"
                );
            }
        }
        let page = ana.get(&private).await.text();
        assert!(!offers(&page, "withdraw"), "{page}");
        assert_eq!(offers(&page, "ask_grounds"), grounds, "after {act}");
        assert!(!page.contains("Not possible now"), "{page}");
        if grounds {
            assert_eq!(ana.post(&private, &[("act", "ask_grounds")]).await.status, 303);
            let public = html::words(&ana.get(&format!("/requests/{}", receipt.number)).await.text());
            assert!(!public.contains("can ask for the reasons in writing"), "{public}");
        }
    }
}
