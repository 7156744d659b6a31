//! Public pages are made once for everybody, and never stay behind what happens.

use std::time::{Duration, Instant};

use reqwest::Method;

use crate::support::{Answer, Portal, Resident};

const PAGES: [&str; 8] = [
    "/",
    "/es",
    "/program",
    "/program/policy",
    "/statistics",
    "/requests",
    "/library",
    "/law",
];

async fn with(somebody: &Resident, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = somebody.raw(Method::GET, path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    somebody.send(request).await
}

#[tokio::test]
async fn whoever_has_a_page_already_is_told_so_and_gets_no_second_one() {
    let portal = Portal::open();
    let somebody = portal.resident();
    for path in PAGES {
        let first = somebody.get(path).await;
        let tag = first.header("etag").to_owned();
        assert!(first.status == 200 && tag.starts_with('"'), "{path}: {tag}");
        assert_eq!(
            somebody.get(path).await.body,
            first.body,
            "{path} is the same for everybody"
        );
        let again = with(&somebody, path, &[("If-None-Match", &tag)]).await;
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
        assert_eq!(again.header("etag"), tag, "{path}");
        assert_eq!(again.header("cache-control"), first.header("cache-control"), "{path}");
        let other = with(&somebody, path, &[("If-None-Match", "\"another\"")]).await;
        assert_eq!(other.status, 200, "{path}");
    }
    let found = somebody.get("/requests?q=nobody").await;
    let weak = found.header("etag").to_owned();
    assert!(weak.starts_with("W/"), "{weak}");
    assert_eq!(
        with(&somebody, "/requests?q=nobody", &[("If-None-Match", &weak)])
            .await
            .status,
        304
    );
}

#[tokio::test]
async fn a_page_travels_compressed_to_whoever_reads_that() {
    let portal = Portal::open();
    let somebody = portal.resident();
    let plain = somebody.get("/program").await;
    let mut tags = vec![plain.header("etag").to_owned()];
    for (accepts, encoding) in [("gzip", "gzip"), ("gzip, deflate, br", "br")] {
        let pressed = with(&somebody, "/program", &[("Accept-Encoding", accepts)]).await;
        assert_eq!(pressed.header("content-encoding"), encoding);
        assert!(pressed.header("vary").contains("accept-encoding"));
        assert!(
            pressed.body.len() * 2 < plain.body.len(),
            "{encoding}: {}",
            pressed.body.len()
        );
        tags.push(pressed.header("etag").to_owned());
    }
    tags.sort();
    tags.dedup();
    assert_eq!(tags.len(), 3, "each encoding has a tag of its own: {tags:?}");
    let head = somebody.send(somebody.raw(Method::HEAD, "/program")).await;
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("content-length"), plain.body.len().to_string());
}

#[tokio::test]
async fn what_has_just_happened_is_on_every_page_at_once() {
    let portal = Portal::open();
    let ana = portal.resident();
    let (home, log) = (ana.get("/").await, ana.get("/requests").await);
    let receipt = ana.files_a_request().await;
    let after = ana.get("/requests").await;
    assert!(after.text().contains(&receipt.number), "{}", after.text());
    assert_ne!(after.header("etag"), log.header("etag"));
    assert_ne!(ana.get("/").await.body, home.body);
    let page = format!("/requests/{}", receipt.number);
    let before = ana.get(&page).await;
    let kim = portal.custodian("kim@example.org").await;
    kim.does(&receipt.number, "acknowledge", &[]).await;
    assert_ne!(ana.get(&page).await.body, before.body);
}

/// How many pages were answered from the cache.
async fn answered(somebody: &Resident) -> u32 {
    let metrics = somebody.get("/metrics").await.text();
    let line = metrics.lines().find(|line| line.contains("route=\"page_cache\""));
    let number = line.and_then(|line| line.rsplit(' ').next());
    number.map_or(0, |number| number.parse().expect("a number"))
}

#[tokio::test]
async fn a_page_is_made_once_while_nobody_writes_and_anew_when_another_program_did() {
    let portal = Portal::with(&[("DAYLIGHT_RATE_LIMIT", "off")]);
    let somebody = portal.resident();
    // What a start writes is written.
    tokio::time::sleep(Duration::from_secs(3)).await;
    somebody.get("/requests").await;
    let before = answered(&somebody).await;
    for _ in 0..50 {
        somebody.get("/requests").await;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let kept = answered(&somebody).await - before;
    assert!(kept >= 47, "{kept} of 50 answers were kept pages");
    let folder = portal.file("").display().to_string();
    let file = format!("sqlite://{folder}/daylight.db");
    let beside = Portal::with(&[("DATABASE_URL", &file), ("DAYLIGHT_DATA_DIR", &folder)]);
    let receipt = beside.resident().files_a_request().await;
    let since = Instant::now();
    while !somebody.get("/requests").await.text().contains(&receipt.number) {
        assert!(
            since.elapsed() < Duration::from_secs(4),
            "what another program wrote is not seen"
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test]
async fn whoever_asks_for_the_headers_of_a_search_gets_those_of_the_page() {
    let portal = Portal::open();
    let somebody = portal.resident();
    let page = somebody.get("/requests?q=nobody").await;
    let head = somebody.send(somebody.raw(Method::HEAD, "/requests?q=nobody")).await;
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("etag"), page.header("etag"));
    assert!(head.header("etag").starts_with("W/"), "{}", head.header("etag"));
}
