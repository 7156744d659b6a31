//! What everybody can read.

use texts::{DateWords as _, LawWords as _, StatusWords as _};

use crate::support::{Portal, days_ago, html};

const PAGES: [&str; 10] = [
    "/",
    "/request",
    "/track",
    "/requests",
    "/law",
    "/law/deadline",
    "/law/petition",
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
    let of_request = ["", "/follow", "/timeline"].map(|page| format!("/requests/{number}{page}"));
    pages.extend(of_request);
    pages.push(format!("/law/petition?number={number}"));
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
    pages.extend(["", "/timeline"].map(|page| format!("/requests/{number}{page}")));
    pages.push(format!("/law/petition?number={number}"));
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
        ("?track=public&division=central", true),
        ("?track=civil", false),
        ("?division=north", false),
        (&*format!("?month={}", &days_ago(0)[..7]), true),
        ("?month=1999-01", false),
        ("?q=&status=&month=&track=&division=&page=", true),
    ] {
        let page = ana.get(&format!("/requests{query}")).await;
        assert_eq!(page.status, 200);
        assert_eq!(page.text().contains(&format!("/requests/{number}\"")), found, "{query}");
    }
}

#[tokio::test]
async fn a_search_that_names_nothing_is_told_at_its_field() {
    let portal = Portal::open();
    let ana = portal.resident();
    ana.files_a_request().await;
    for lang in office::Lang::ALL {
        for (query, field) in [
            ("month=2026-13", "month"),
            ("month=soon", "month"),
            ("track=nobody", "track"),
            ("division=atlantis", "division"),
            ("status=gone", "status"),
            ("page=abc", "page"),
            ("page=0", "page"),
            ("page=-1", "page"),
        ] {
            let path = lang.path(&format!("/requests?{query}"));
            let page = ana.get(&path).await;
            assert_eq!(page.status, 422, "{path}");
            assert!(page.is_page_in(lang.key()), "{path}");
            assert!(page.text().contains(&format!("href=\"#{field}\"")), "{path}");
            assert!(html::attribute(&page.text(), "data-status").is_none(), "{path}");
            let ids = format!(" id=\"{field}\"");
            assert!(
                page.text().contains(&ids),
                "{path}: the link of the summary leads to it"
            );
        }
        for page in ["2", "1000000000", "99999999999999999999"] {
            let path = lang.path(&format!("/requests?division=central&page={page}"));
            let beyond = ana.get(&path).await;
            assert_eq!(beyond.status, 200, "{path}");
            assert!(beyond.text().contains(&lang.log_beyond(1)), "{path}");
            let last = lang.path("/requests?division=central");
            assert!(beyond.text().contains(&format!("href=\"{last}\"")), "{path}");
        }
    }
    let kept = ana.get("/requests?month=2026-13&q=oak").await;
    assert_eq!(kept.value("month").as_deref(), Some("2026-13"));
    assert_eq!(kept.value("q").as_deref(), Some("oak"));
}

#[tokio::test]
async fn a_feed_reader_follows_a_part_of_the_log() {
    let portal = Portal::open();
    let ana = portal.resident();
    let number = ana.files_a_request().await.number;
    for lang in office::Lang::ALL {
        let page = ana
            .get(&lang.path("/requests?division=central&track=public"))
            .await
            .text();
        let links = html::tags(&page, "link");
        let feed = links
            .iter()
            .find(|link| link.get("type").is_some_and(|kind| kind == "application/atom+xml"))
            .expect("a feed");
        assert_eq!(feed["rel"], "alternate");
        let found = ana.get(&feed["href"]).await;
        assert_eq!(found.status, 200);
        assert_eq!(found.header("content-type"), "application/atom+xml; charset=utf-8");
        assert!(
            found.header("cache-control").contains("public"),
            "the same for everybody"
        );
        let read: atom_syndication::Feed = found.text().parse().expect("a feed");
        assert_eq!(read.lang(), Some(lang.key()));
        assert_eq!(
            read.links()
                .iter()
                .find(|link| link.rel() == "self")
                .expect("itself")
                .href(),
            format!("{}{}", portal.url, feed["href"])
        );
        let titles: Vec<&str> = read.entries().iter().map(|entry| entry.title().as_str()).collect();
        assert_eq!(titles, [lang.request_title(&number)]);
        assert!(
            read.entries()[0].links()[0]
                .href()
                .ends_with(&lang.path(&format!("/requests/{number}")))
        );
        let nothing = ana.get(&lang.path("/requests/feed.atom?division=north")).await;
        let nothing: atom_syndication::Feed = nothing.text().parse().expect("a feed");
        assert!(nothing.entries().is_empty());
        let wrong = ana.get(&lang.path("/requests/feed.atom?month=2026-13")).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.is_page_in(lang.key()));
        assert_eq!(ana.get(&lang.path("/requests/feed.atom?q=a&q=b")).await.status, 400);
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
            let (_, result) = text.split_once("<section data-result").expect("a result");
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

#[tokio::test]
async fn the_privacy_page_counts_every_cookie_that_the_program_knows() {
    let program = include_str!("../../src/web/cookies.rs");
    let (names, _) = program.split_once("const fn seconds").expect("the names of cookies");
    let names: Vec<&str> = names.split('"').filter(|word| word.starts_with("daylight_")).collect();
    assert!(names.len() > 5, "{names:?}");
    let portal = Portal::open();
    for page in ["/about/privacy", "/es/about/privacy"] {
        let text = portal.resident().get(page).await.text();
        for name in &names {
            assert!(
                text.contains(&format!("({name})")) || text.contains(&format!("({name},")),
                "{name}: {text}"
            );
        }
        assert_eq!(text.matches("(daylight_").count(), names.len(), "{text}");
    }
}
