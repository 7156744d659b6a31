//! The desk of court cases: entered from the court's paper, found from everywhere, told at each field what is wrong.

use crate::support::{Answer, Custodian, Portal, days_ago, fresh_key, html, portal::database};

type Fields<'a> = Vec<(&'a str, String)>;

fn case(number: &str) -> Fields<'static> {
    vec![
        ("key", fresh_key()),
        ("act", "case".into()),
        ("case_kind", "disclosure".into()),
        ("court", "Circuit Court of Jackson County".into()),
        ("case_number", "2616-CV01234".into()),
        ("caption", "Doe v. Board of Police Commissioners".into()),
        ("filing", "petition".into()),
        ("by", "requester".into()),
        ("filed_on", days_ago(0)),
        ("served_on", String::new()),
        ("numbers", number.into()),
        ("sources", String::new()),
    ]
}

async fn sends(kim: &Custodian, path: &str, fields: &Fields<'_>, paper: bool) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let paper = paper.then_some(("document", "petition.pdf", b"%PDF-1.4 the court's\n%%EOF".as_slice()));
    kim.browser.posts_files(path, &fields, paper.as_slice()).await
}

fn with<'a>(mut fields: Fields<'a>, name: &'a str, value: &str) -> Fields<'a> {
    fields.retain(|(known, _)| *known != name);
    fields.push((name, value.to_owned()));
    fields
}

/// The fields at which something is wrong.
fn wrong(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, 422, "{}", answer.text());
    let page = answer.text();
    let told = page.split("id=\"problems\"").nth(1).unwrap_or_default();
    let told = told.split("</div>").next().unwrap_or_default();
    let links = html::tags(told, "a").into_iter();
    links
        .filter_map(|mut link| link.remove("href"))
        .map(|href| href.trim_start_matches('#').to_owned())
        .collect()
}

#[tokio::test]
async fn a_case_is_entered_once_and_found_from_the_request_and_the_order_and_back() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let receipt = portal.resident().files_a_request().await;
    let request = format!("/staff/requests/{}", receipt.number);
    let opened = kim.browser.get(&request).await.text();
    assert!(opened.contains(&format!("/staff/court/new?number={}", receipt.number)));

    let entered = sends(&kim, "/staff/court/new", &case(&receipt.number), true).await;
    assert_eq!(entered.status, 303, "{}", entered.text());
    let page = entered.location.expect("its page");
    let page = page.split('?').next().expect("a path").to_owned();
    let seen = kim.browser.get(&page).await.text();
    assert!(
        seen.contains("2616-CV01234") && seen.contains("Petition filed"),
        "{seen}"
    );
    assert!(
        seen.contains(&format!("href=\"{request}\"")),
        "the case leads to the request"
    );
    assert!(seen.contains("/staff/files/"), "the court's paper is there");
    assert!(
        kim.browser
            .get(&request)
            .await
            .text()
            .contains(&format!("href=\"{page}\""))
    );
    let list = kim.browser.get("/staff/court?q=doe").await.text();
    assert!(list.contains("Doe v. Board") && list.contains(&page), "{list}");
    // Everybody on the staff reads the paper.
    let paper = seen
        .split("/staff/files/")
        .nth(1)
        .and_then(|rest| rest.get(..64))
        .expect("a hash");
    let rhea = portal.staff("rhea@example.org", "auditor").await;
    assert_eq!(rhea.browser.get(&format!("/staff/files/{paper}")).await.status, 200);

    // An order of the case, entered from its page, belongs to it.
    let new = html::tags(&seen, "a")
        .into_iter()
        .filter_map(|mut link| link.remove("href"));
    let new: Vec<String> = new.filter(|href| href.contains("/staff/orders/new")).collect();
    let form = kim.browser.get(&new[0].replace("&amp;", "&")).await.text();
    assert_eq!(html::value(&form, "case_number").as_deref(), Some("2616-CV01234"));
    let order = vec![
        ("key", fresh_key()),
        ("kind", "refuse".to_owned()),
        ("court", "Circuit Court of Jackson County".to_owned()),
        ("case_number", "2616-CV01234".to_owned()),
        ("dated", days_ago(0)),
        ("appeal_by", days_ago(-10)),
        ("number", receipt.number.clone()),
        ("scope", "NOTHING-YET".to_owned()),
    ];
    let unknown = sends(&kim, "/staff/orders/new", &order, true).await;
    assert_eq!(wrong(&unknown), ["scope"]);
    // The same again joins the case, and the requester finds it on their page.
    let again = sends(&kim, "/staff/court/new", &case(&receipt.number), false).await;
    assert_eq!(again.location.as_deref(), Some(&*format!("{page}?done=1")));
    let ana = portal.resident();
    ana.opens(&receipt).await;
    for (lang, words) in [("", "Petition filed"), ("/es", "Petición presentada")] {
        let own = ana
            .get(&format!("{lang}/requests/{}/private", receipt.number))
            .await
            .text();
        assert!(own.contains("2616-CV01234") && own.contains(words), "{own}");
        assert!(!own.contains("Doe v."), "the caption is for staff: {own}");
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_case_or_an_entry_is_told_at_its_field_and_nothing_typed_is_lost() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let receipt = portal.resident().files_a_request().await;
    let new = "/staff/court/new";
    let empty = vec![("key", fresh_key()), ("act", "case".to_owned())];
    assert_eq!(
        wrong(&sends(&kim, new, &empty, false).await),
        [
            "case_kind",
            "court",
            "case_number",
            "filing",
            "by",
            "filed_on",
            "numbers"
        ]
    );
    let number = receipt.number.as_str();
    for (field, value) in [
        ("filed_on", days_ago(-1)),
        ("served_on", days_ago(1)),
        ("numbers", "KC-26-7F3K-Q3".to_owned()),
        ("sources", "NOBODY-KNOWS".to_owned()),
    ] {
        let answer = sends(&kim, new, &with(case(number), field, &value), false).await;
        assert_eq!(wrong(&answer), [field], "{value}");
        assert!(answer.text().contains("Doe v. Board"), "what was typed stays");
    }
    let sealed = with(case(number), "seal", "yes");
    assert_eq!(wrong(&sends(&kim, new, &sealed, false).await), ["seal_dated"]);

    // The letter is seen before it goes, and nothing is kept of it.
    let looked = with(case(number), "go", "preview");
    let shown = sends(&kim, new, &looked, false).await;
    assert_eq!(shown.status, 200, "{}", shown.text());
    let mut records = database(&portal).await;
    let kept: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM court_case")
        .fetch_one(&mut records)
        .await
        .expect("a number");
    assert_eq!(kept, 0);

    let entered = sends(&kim, new, &case(number), false).await;
    let page = entered.location.expect("its page");
    let page = page.split('?').next().expect("a path").to_owned();
    let version = async || {
        let opened = kim.browser.get(&format!("{page}?act=hearing")).await.text();
        html::value(&opened, "version").expect("a version")
    };
    let entry = |act: &str, version: String| {
        vec![
            ("key", fresh_key()),
            ("act", act.to_owned()),
            ("version", version),
            ("on", days_ago(0)),
        ]
    };
    let early = with(entry("service", version().await), "on", &days_ago(-1));
    assert_eq!(wrong(&sends(&kim, &page, &early, false).await), ["on"]);
    let before = with(entry("hearing", version().await), "on", &days_ago(3));
    assert_eq!(wrong(&sends(&kim, &page, &before, false).await), ["on"]);
    let nobody = entry("response", version().await);
    assert_eq!(wrong(&sends(&kim, &page, &nobody, false).await), ["by"]);
    let which = entry("correction", version().await);
    assert_eq!(wrong(&sends(&kim, &page, &which, false).await), ["entry", "reason"]);
    // What cannot follow at all is told with its section.
    let appeal = with(entry("appeal", version().await), "by", "requester");
    let barred = sends(&kim, &page, &appeal, false).await;
    assert_eq!(barred.status, 409);
    assert!(barred.text().contains("610.100.5"));
    assert_eq!(
        sends(&kim, "/staff/court/unknown", &entry("hearing", "1".into()), false)
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn whoever_is_on_the_recordings_reads_it_before_they_type_an_order_or_a_case() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let mut records = database(&portal).await;
    for sql in ["UPDATE staff SET officer = (SELECT officer FROM recording LIMIT 1)"] {
        sqlx::query(sql).execute(&mut records).await.expect("an officer");
    }
    for path in ["/staff/orders/new", "/staff/court/new"] {
        let named = format!("{path}?number={}", case.receipt.number);
        let page = case.kim.browser.get(&named).await.text();
        assert!(page.contains("data-conflict"), "{named}: {page}");
        let page = case.kim.browser.get(path).await.text();
        assert!(!page.contains("data-conflict"), "{path}");
    }
}
