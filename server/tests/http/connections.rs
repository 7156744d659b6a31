//! Connections that somebody holds on to, and who they keep waiting.

use std::{
    io::Write as _,
    net::{IpAddr, Ipv4Addr, TcpStream},
    time::{Duration, Instant},
};

use crate::support::Portal;

/// Longest that a page may take for somebody else, in the middle of several looks: other tests run beside.
const QUICK: Duration = Duration::from_millis(100);

#[tokio::test]
async fn two_thousand_slow_connections_from_one_neighborhood_leave_another_alone() {
    let portal = Portal::open();
    let address = portal.url.trim_start_matches("http://").to_owned();
    let mut held = Vec::new();
    for _ in 0..2_000 {
        let mut stream = TcpStream::connect(&address).expect("a connection");
        // Headers that never end. One too many is closed, which may show here already.
        let _ = stream.write_all(b"GET / HTTP/1.1\r\nHost: slow.example\r\nX-Slow: ");
        held.push(stream);
    }
    let other = reqwest::Client::builder()
        .local_address(IpAddr::V4(Ipv4Addr::new(127, 0, 0, 2)))
        .build()
        .expect("a client");
    let mut took = Vec::new();
    for _ in 0..11 {
        let begun = Instant::now();
        let answer = other.get(&portal.url).send().await.expect("an answer");
        assert_eq!(answer.status().as_u16(), 200);
        answer.bytes().await.expect("the page");
        took.push(begun.elapsed());
    }
    took.sort();
    assert!(took[5] < QUICK, "{took:?}");
    drop(held);
    // Who held them can come again as soon as they let go.
    for _ in 0..100 {
        if portal
            .resident()
            .try_send(portal.resident().raw(reqwest::Method::GET, "/healthz"))
            .await
            .is_ok()
        {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("nobody of that neighborhood is let in any more");
}

#[tokio::test]
async fn headers_without_end_are_refused() {
    let portal = Portal::open();
    let somebody = portal.resident();
    // What has arrived at once is looked at, so the limit is a little above its number.
    let long = somebody
        .raw(reqwest::Method::GET, "/")
        .header("X-Long", "x".repeat(300 * 1024));
    let answer = somebody.send(long).await;
    assert_eq!(answer.status, 431);
}

#[tokio::test]
async fn figures_are_for_this_machine_and_no_proxy_passes_on_a_question_for_them() {
    let portal = Portal::on_a_small_disk(24);
    let somebody = portal.resident();
    let mut figures = somebody.get("/metrics").await;
    assert_eq!(figures.status, 200);
    // The worker shows itself with its first round.
    for _ in 0..100 {
        if figures.text().contains("daylight_worker_seen") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        figures = somebody.get("/metrics").await;
    }
    for figure in [
        "daylight_build_info{version=",
        "process_resident_memory_bytes ",
        "daylight_disk_free_bytes ",
        "daylight_disk_almost_full 1",
        "daylight_worker_seen_timestamp_seconds ",
        "daylight_connections ",
    ] {
        assert!(figures.text().contains(figure), "{figure}: {}", figures.text());
    }
    for (name, value) in [
        ("Forwarded", "for=198.51.100.7"),
        ("X-Forwarded-For", "198.51.100.7"),
        ("X-Forwarded-Host", "records.example.gov"),
        ("X-Forwarded-Proto", "https"),
        ("X-Real-IP", "198.51.100.7"),
        ("Via", "1.1 proxy"),
        ("True-Client-IP", "198.51.100.7"),
        ("CF-Connecting-IP", "198.51.100.7"),
        ("Host", "records.example.gov"),
    ] {
        let asked = somebody.raw(reqwest::Method::GET, "/metrics").header(name, value);
        assert_eq!(somebody.send(asked).await.status, 404, "{name}");
    }
    // The disk of 24 MiB is below the floor: whoever watches is told.
    let ready = somebody.get("/readyz").await;
    assert_eq!(ready.status, 200);
    assert!(ready.text().contains("almost full"), "{}", ready.text());
}

#[tokio::test]
async fn a_custodian_reads_that_the_disk_is_almost_full() {
    let portal = Portal::open();
    let queue = portal
        .custodian("kim@records.example")
        .await
        .browser
        .get("/staff/queue")
        .await;
    assert!(!queue.text().contains("almost full"), "there is room");
    let small = Portal::on_a_small_disk(24);
    let first = small.said();
    let link = first
        .split("/staff/first/")
        .nth(1)
        .and_then(|rest| rest.lines().next())
        .expect("a link");
    let kim = small.resident();
    let form = [
        ("name", "Kim Lee"),
        ("email", "kim@records.example"),
        ("password", crate::support::portal::PASSWORD),
        ("again", crate::support::portal::PASSWORD),
    ];
    let made = kim.post(&format!("/staff/first/{link}"), &form).await;
    assert_eq!(made.status, 303, "{}", made.text());
    let form = [
        ("email", "kim@records.example"),
        ("password", crate::support::portal::PASSWORD),
        ("next", ""),
    ];
    let inside = kim.post("/staff/sign-in", &form).await;
    assert_eq!(inside.status, 303, "{}", inside.text());
    let queue = kim.get("/staff/queue").await;
    assert!(queue.text().contains("almost full"), "{}", queue.text());
}
