//! Forms are taken only from our own pages, and every answer carries the security headers.

use reqwest::Method;

use crate::support::{Portal, fresh_key, html, sound_form};

#[tokio::test]
async fn a_post_from_another_site_is_refused_and_changes_nothing() {
    let portal = Portal::open();
    let ana = portal.resident();
    for (name, value) in [
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "same-site"),
        ("Origin", "https://evil.example"),
        ("Origin", "null"),
    ] {
        let post = ana
            .raw(Method::POST, "/es/request")
            .header(name, value)
            .form(&sound_form());
        let answer = ana.send(post).await;
        assert_eq!(answer.status, 403, "{name}: {value}");
        assert!(
            answer.is_page_in("es") && answer.text().contains("vino de otro lugar"),
            "{}",
            answer.text()
        );
    }
    assert!(!ana.get("/requests").await.text().contains("data-status"));
}

#[tokio::test]
async fn a_cookie_from_a_browser_that_hides_where_it_is_is_refused() {
    let portal = Portal::open();
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    ana.opens(&receipt).await;
    let path = format!("/requests/{}/private", receipt.number);
    let form = [("act", "withdraw"), ("key", &fresh_key())];
    assert_eq!(ana.send(ana.raw(Method::POST, &path).form(&form)).await.status, 403);
    assert_eq!(ana.status(&receipt.number).await, "received");
    let program = portal.resident();
    let filed = program
        .send(program.raw(Method::POST, "/request").form(&sound_form()))
        .await;
    assert_eq!(filed.status, 303, "a program without cookies may file");
}

#[tokio::test]
async fn every_answer_carries_the_headers_and_a_nonce_of_its_own() {
    let portal = Portal::open();
    let ana = portal.resident();
    let mut nonces = Vec::new();
    for path in [
        "/",
        "/es",
        "/request",
        "/nowhere",
        "/pkg/nothing.js",
        "/healthz",
        "/staff/queue",
        "/track",
    ] {
        let answer = ana.get(path).await;
        let policy = answer.header("content-security-policy").to_owned();
        for part in [
            "default-src 'none'",
            "'strict-dynamic'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        ] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(
            !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"),
            "{policy}"
        );
        assert_eq!(answer.header("referrer-policy"), "same-origin");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
        assert_eq!(answer.header("strict-transport-security"), "", "not under plain http");
        let nonce = policy
            .split("'nonce-")
            .nth(1)
            .expect("a nonce")
            .split('\'')
            .next()
            .expect("its end")
            .to_owned();
        for script in html::tags(&answer.text(), "script") {
            assert_eq!(script.get("nonce"), Some(&nonce), "{path}");
        }
        nonces.push(nonce);
    }
    nonces.sort();
    nonces.dedup();
    assert_eq!(nonces.len(), 8, "each its own");
}

#[tokio::test]
async fn under_https_cookies_are_bound_to_the_host() {
    let portal = Portal::with(&[
        ("DAYLIGHT_RATE_LIMIT", "off"),
        ("DAYLIGHT_BASE_URL", "https://records.example.gov"),
    ]);
    let ana = portal.resident();
    let filed = ana.post("/request", &sound_form()).await;
    let cookie = filed.header("set-cookie");
    assert!(
        cookie.starts_with("__Host-daylight_receipt=") && cookie.contains("; Secure"),
        "{cookie}"
    );
    assert!(filed.header("strict-transport-security").starts_with("max-age="));
    let proxied = ana
        .raw(Method::POST, "/request")
        .header("Origin", "https://records.example.gov");
    assert_eq!(
        ana.send(proxied.form(&sound_form())).await.status,
        303,
        "our own origin behind a proxy"
    );
}

#[tokio::test]
async fn pages_that_bear_secrets_are_neither_kept_nor_compressed() {
    let portal = Portal::open();
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    ana.opens(&receipt).await;
    let packed = |path: String| {
        let request = ana.raw(Method::GET, &path).header("Accept-Encoding", "br, gzip");
        ana.send(request)
    };
    for path in [
        "/request/filed".to_owned(),
        format!("/requests/{}/private", receipt.number),
    ] {
        let answer = packed(path.clone()).await;
        assert_eq!((answer.status, answer.header("content-encoding")), (200, ""), "{path}");
        assert_eq!(answer.header("cache-control"), "no-store");
    }
    let public = packed("/".to_owned()).await;
    assert_eq!(public.header("content-encoding"), "br");
    assert!(
        public.header("cache-control").starts_with("public"),
        "{}",
        public.header("cache-control")
    );
    assert_eq!(
        packed("/request".to_owned()).await.header("cache-control"),
        "private, no-cache",
        "its key is one person's, and the way back finds it again"
    );
}

#[tokio::test]
async fn opening_a_page_never_changes_anything() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let receipt = ana.files_a_request().await;
    ana.opens(&receipt).await;
    let follow = format!("/requests/{}/follow", receipt.number);
    ana.post(&follow, &[("email", "ben@example.org"), ("website", "")])
        .await;
    let letters = portal.letters_come(2).await;
    let mut paths = vec![
        "/".to_owned(),
        "/request".into(),
        "/request/filed".into(),
        "/track".into(),
        "/requests".into(),
        follow,
        format!("/requests/{}", receipt.number),
        format!("/requests/{}/private", receipt.number),
    ];
    for letter in &letters {
        paths.extend(links(letter, &portal.url));
    }
    assert!(paths.iter().any(|path| path.contains("/follow/confirm/")), "{paths:?}");
    // Who opens the private part, or the queue with its names, is entered, once a session.
    assert_eq!(kim.browser.get("/staff/queue").await.status, 200);
    let act = format!("/staff/requests/{}/act/acknowledge", receipt.number);
    assert_eq!(kim.browser.get(&act).await.status, 200);
    let mut watch = crate::support::portal::Watch::on(&portal).await;
    for _ in 0..3 {
        for path in &paths {
            assert!(ana.get(path).await.status < 400, "{path}");
        }
        for path in ["/staff/queue", "/staff/accounts", "/staff/calendar", &act] {
            assert!(matches!(kim.browser.get(path).await.status, 200 | 403), "{path}");
        }
    }
    assert!(watch.nothing_changed().await);
}

/// The links of a letter that lead to the portal, as paths.
pub fn links(letter: &str, url: &str) -> Vec<String> {
    let plain = letter.replace("=\r\n", "").replace("=3D", "=");
    let after = plain.split(url).skip(1);
    let ends = |c: char| c.is_whitespace() || "\"<>".contains(c);
    after
        .map(|rest| rest.split(ends).next().unwrap_or("").to_owned())
        .filter(|path| path.starts_with('/'))
        .collect()
}
