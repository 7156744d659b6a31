//! What everybody can read.

use texts::{DateWords as _, LawWords as _};

use crate::support::{Portal, html};

const PAGES: [&str; 9] = [
    "/",
    "/request",
    "/track",
    "/requests",
    "/law",
    "/law/deadline",
    "/about/privacy",
    "/about/accessibility",
    "/staff/sign-in",
];

#[tokio::test]
async fn every_public_page_speaks_both_languages() {
    let portal = Portal::open();
    let ana = portal.resident();
    for path in PAGES {
        let (english, spanish) = (ana.get(path).await, ana.get(&office::Lang::Es.path(path)).await);
        assert_eq!((english.status, spanish.status), (200, 200), "{path}");
        assert!(english.is_page_in("en") && spanish.is_page_in("es"), "{path}");
        let heading = |text: String| {
            text.split_once("<h1")
                .map(|(_, rest)| rest.split("</h1>").next().unwrap_or("").to_owned())
        };
        assert_ne!(heading(english.text()), heading(spanish.text()), "{path}");
    }
}

#[tokio::test]
async fn on_a_spanish_page_every_link_stays_spanish() {
    let portal = Portal::open();
    let ana = portal.resident();
    let number = ana.files_a_request().await.number;
    let mut pages: Vec<String> = PAGES.map(ToOwned::to_owned).to_vec();
    pages.extend([format!("/requests/{number}"), format!("/requests/{number}/follow")]);
    for path in pages {
        let page = ana.get(&office::Lang::Es.path(&path)).await.text();
        for link in html::tags(&page, "a") {
            let Some(target) = link.get("href").filter(|target| target.starts_with('/')) else {
                continue;
            };
            let english = link.get("hreflang").is_some_and(|lang| lang == "en");
            assert!(
                english || *target == "/es" || target.starts_with("/es/") || target.starts_with("/es?"),
                "{path} leads to {target}"
            );
        }
    }
}

#[tokio::test]
async fn every_link_on_a_page_leads_somewhere() {
    let portal = Portal::open();
    let ana = portal.resident();
    let number = ana.files_a_request().await.number;
    let mut pages: Vec<String> = PAGES.map(ToOwned::to_owned).to_vec();
    pages.push(format!("/requests/{number}"));
    for path in pages {
        for link in html::tags(&ana.get(&path).await.text(), "a") {
            let Some(target) = link.get("href").filter(|target| target.starts_with('/')) else {
                continue;
            };
            let answer = ana.get(target).await;
            assert!(answer.status < 400, "{path} leads to {target}: {}", answer.status);
        }
    }
}

#[tokio::test]
async fn a_request_is_found_in_the_log() {
    let portal = Portal::open();
    let ana = portal.resident();
    let number = ana.files_a_request().await.number;
    for (query, found) in [
        ("", true),
        (&*format!("?q={number}"), true),
        ("?q=KC-00-0000", false),
        ("?status=received", true),
        ("?status=denied", false),
    ] {
        let page = ana.get(&format!("/requests{query}")).await;
        assert_eq!(page.status, 200);
        assert_eq!(page.text().contains(&format!("/requests/{number}\"")), found, "{query}");
    }
}

#[tokio::test]
async fn the_calculator_shows_its_work() {
    let portal = Portal::open();
    let page = portal
        .resident()
        .get("/law/deadline?rule=MO_SUNSHINE_3BD&start=2026-02-11")
        .await
        .text();
    assert!(page.contains("datetime=\"2026-02-18\""), "{page}");
    assert!(page.contains("Lincoln"), "{page}");
}

#[tokio::test]
async fn the_calculator_shows_the_work_of_every_rule_in_both_languages() {
    let portal = Portal::open();
    let ana = portal.resident();
    let profile = law::profile::Profile::built_in("kansas-city-mo").expect("the profile");
    let start = "2026-02-11";
    for rule in profile.rules().iter().chain(profile.comparisons()) {
        let expected = profile.deadline(&rule.name, start, &[]).expect("a deadline");
        for lang in office::Lang::ALL {
            let path = lang.path(&format!("/law/deadline?rule={}&start={start}", rule.name));
            let page = ana.get(&path).await;
            assert_eq!(page.status, 200, "{path}");
            let text = page.text();
            let (_, result) = text.split_once("<section class=\"bwc-result\">").expect("a result");
            let result = html::words(result.split("</section>").next().expect("its end"));
            let title = lang.rule_title(&rule.name).expect("a title in words");
            let steps = expected.work.iter().map(|step| lang.step(step));
            for words in [title.to_owned(), lang.day(expected.date), expected.section.to_string()]
                .into_iter()
                .chain(steps)
            {
                assert!(result.contains(&words), "{path} says {words}: {result}");
            }
        }
    }
}
