//! Sheets to print: the time line of a request, and the guide for asking a court.

use office::Lang;
use texts::{LawWords as _, PetitionWords as _, ProblemWords as _, TimelineWords as _};

use crate::support::{Portal, days_ago, html, release::sha256};

/// The exact text that a sheet shows.
fn shown_text(page: &str) -> String {
    let (_, rest) = page.split_once("<pre").expect("the exact text");
    html::words(&format!("<pre{}", rest.split("</pre>").next().expect("its end")))
}

#[tokio::test]
async fn anybody_works_the_check_number_of_a_time_line_out_again() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let number = ana.files_a_request().await.number;
    let path = format!("/requests/{number}/timeline");
    let text = ana.get(&format!("{path}.txt")).await;
    assert_eq!(text.header("content-type"), "text/plain; charset=utf-8");
    let sum = sha256(&text.body);
    for lang in Lang::ALL {
        let page = ana.get(&lang.path(&path)).await;
        assert!(page.is_page_in(lang.key()), "{}", page.text());
        assert!(
            page.header("cache-control").starts_with("public"),
            "the same for everybody"
        );
        let page = page.text();
        assert_eq!(html::attribute(&page, "data-sha256"), Some(sum.clone()));
        assert_eq!(shown_text(&page), text.text(), "what is shown is what was hashed");
        let words = html::words(&page);
        let address = format!("{}{}", portal.url, lang.path(&path));
        for said in [
            lang.sheet_unsigned(),
            &number,
            &address,
            &format!("{}{}.txt | sha256sum", portal.url, lang.path(&path)),
        ] {
            assert!(words.contains(said), "{said}: {words}");
        }
    }
    kim.does(
        &number,
        "explain_delay",
        &[("promised", &days_ago(-10)), ("text", "Kept private")],
    )
    .await;
    let later = ana.get(&format!("{path}.txt")).await;
    assert!(later.text().starts_with(&text.text()), "entries are only added");
    let page = ana.get(&path).await.text();
    let new = html::attribute(&page, "data-sha256").expect("a check number");
    assert_ne!(new, sum);
    assert_eq!(new, sha256(&later.body));
    assert!(!page.contains("Kept private") && !page.contains("Kim Staff"));
}

#[tokio::test]
async fn a_time_line_has_every_entry_and_every_clock_with_its_work() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let number = ana.files_a_request().await.number;
    kim.does(
        &number,
        "explain_delay",
        &[("promised", &days_ago(-10)), ("text", "Why")],
    )
    .await;
    let path = format!("/requests/{number}/timeline");
    let lines: Vec<String> = ana
        .get(&format!("{path}.txt"))
        .await
        .text()
        .lines()
        .skip(2)
        .map(str::to_owned)
        .collect();
    assert!(lines.len() > 3, "{lines:?}");
    let profile = law::profile::Profile::built_in("kansas-city-mo").expect("the profile");
    let due = profile
        .deadline("MO_SUNSHINE_3BD", &days_ago(0), &[])
        .expect("a deadline");
    for lang in Lang::ALL {
        let page = ana.get(&lang.path(&path)).await.text();
        for (seq, line) in (1..).zip(&lines) {
            assert!(line.starts_with(&format!("{seq} {} ", days_ago(0))), "{line}");
            assert!(page.contains(&format!(" id=\"entry-{seq}\"")), "{seq}: {page}");
        }
        assert!(page.contains(&format!("datetime=\"{}\" data-clock=\"C1\"", due.date)));
        assert!(page.contains(&format!("datetime=\"{}\" data-clock=\"C8\"", days_ago(-10))));
        let words = html::words(&page);
        assert!(words.contains(&due.calendar), "the calendar's version");
        for step in &due.work {
            assert!(words.contains(&lang.step(step)), "{words}");
        }
    }
    let feed = ana.get(&format!("/requests/{number}/feed.atom")).await.text();
    let feed: atom_syndication::Feed = feed.parse().expect("a feed");
    let newest = feed.entries()[0].links()[0].href();
    assert_eq!(newest, format!("{}{path}#entry-{}", portal.url, lines.len()));
}

#[tokio::test]
async fn a_time_line_of_nothing_is_a_page_that_says_so() {
    let portal = Portal::open();
    for path in ["timeline", "timeline.txt"] {
        let answer = portal
            .resident()
            .get(&format!("/es/requests/KC-26-0000-00/{path}"))
            .await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.is_page_in("es"), "{path}");
    }
}

#[tokio::test]
async fn whoever_thinks_of_a_court_reads_first_what_it_may_cost() {
    let portal = Portal::open();
    let ana = portal.resident();
    for lang in Lang::ALL {
        let page = ana.get(&lang.path("/law/petition")).await;
        assert_eq!(page.status, 200);
        let words = html::words(&page.text());
        let (_, words) = words.split_once("</h1>").unwrap_or(("", &words));
        let at = |said: &str| words.find(said).unwrap_or_else(|| panic!("{said}: {words}"));
        let cost = at(lang.petition_costs()[0]);
        for easy in [
            lang.petition_lead(),
            lang.petition_who(),
            lang.petition_fill(),
            lang.petition_questions(),
        ] {
            assert!(cost < at(easy), "{easy}");
        }
        let profile = law::profile::Profile::built_in("kansas-city-mo").expect("the profile");
        at(&profile.court);
        for (question, help, prompt) in lang.petition_factors() {
            assert!(at(question) < at(help) && at(help) < at(prompt));
        }
        for line in lang.petition_bring_list().iter().chain(&lang.petition_not_list()) {
            at(line);
        }
        for from in ["/law", "/program/access"] {
            let link = format!("href=\"{}\"", lang.path("/law/petition"));
            assert!(ana.get(&lang.path(from)).await.text().contains(&link), "{from}");
        }
    }
}

#[tokio::test]
async fn the_guide_is_filled_with_what_is_public_of_a_request() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let number = ana.files_a_request().await.number;
    kim.does(
        &number,
        "close_active",
        &[
            ("confirmed_on", &days_ago(0)),
            ("text", "Under investigation, secretly"),
        ],
    )
    .await;
    for lang in Lang::ALL {
        let guide = lang.path(&format!("/law/petition?number={number}"));
        let status = ana.get(&lang.path(&format!("/requests/{number}"))).await.text();
        assert!(status.contains(&format!("href=\"{guide}\"")), "{status}");
        let page = ana.get(&guide).await;
        assert_eq!(page.status, 200);
        let sheet = lang.path(&format!("/requests/{number}/timeline"));
        assert!(page.text().contains(&format!("href=\"{sheet}\"")));
        let words = html::words(&page.text());
        assert!(words.contains(&number) && words.contains("Central"), "{words}");
        assert!(words.contains(lang.stage(law::request::Stage::WaitInactive)), "{words}");
        assert!(!words.contains("secretly") && !words.contains("Ana Ruiz"));
    }
    let sloppy = number.to_lowercase().replace('-', "%20");
    let page = ana.get(&format!("/law/petition?number={sloppy}")).await.text();
    assert!(page.contains(&format!("/requests/{number}/timeline")));
}

#[tokio::test]
async fn a_number_that_names_nothing_is_told_and_the_guide_stays() {
    let portal = Portal::open();
    let ana = portal.resident();
    let number = ana.files_a_request().await.number;
    let year: i16 = number[3..5].parse().expect("a year");
    let unknown = (0..9)
        .map(|random| office::TrackingNumber::make("KC", year, random).to_string())
        .find(|made| *made != number)
        .expect("one");
    let slip = if number.ends_with('7') { "8" } else { "7" };
    let slip = format!("{}{slip}", &number[..number.len() - 1]);
    for lang in Lang::ALL {
        for (typed, problem) in [
            ("12", office::Problem::BadNumber),
            ("%3Cscript%3E", office::Problem::BadNumber),
            (&*slip, office::Problem::NumberTypo),
            (&*unknown, office::Problem::NoSuchRequest),
        ] {
            let page = ana.get(&lang.path(&format!("/law/petition?number={typed}"))).await;
            assert_eq!(page.status, 422, "{typed}");
            assert!(page.is_page_in(lang.key()), "{typed}");
            assert_eq!(
                page.value("number").as_deref(),
                Some(typed.replace("%3C", "<").replace("%3E", ">").as_str())
            );
            let words = html::words(&page.text());
            assert!(words.contains(&lang.problem(&problem)), "{typed}: {words}");
            assert!(words.contains(lang.petition_costs()[0]), "the guide stays");
        }
    }
}
