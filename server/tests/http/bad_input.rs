//! Whatever comes in gets a clear answer in the reader's language, and nothing refused is stored.

use reqwest::Method;

use crate::support::{Answer, Portal, Resident, form_with, sound_form};

const FORM: &str = "application/x-www-form-urlencoded";

fn clear(answer: &Answer, status: u16, lang: &str) {
    assert_eq!(answer.status, status, "{}", answer.text());
    assert!(answer.is_page_in(lang), "{}", answer.text());
    for trace in ["panicked", "src/", ".rs:", "RUST_BACKTRACE", "sqlx", "SELECT "] {
        assert!(!answer.text().contains(trace), "{trace}: {}", answer.text());
    }
}

async fn nothing_is_stored(somebody: &Resident) {
    assert!(!somebody.get("/requests").await.text().contains("data-status"));
}

#[tokio::test]
async fn an_unknown_number_is_a_page_that_says_so() {
    let portal = Portal::open();
    let ana = portal.resident();
    for number in [
        "KC-26-0000-00",
        "nonsense",
        "%00",
        "%ff",
        "..%2f..%2fetc%2fpasswd",
        "<script>",
        "KC-26-7F3K-Q2'--",
    ] {
        for (path, lang) in [("/requests/", "en"), ("/es/requests/", "es")] {
            let answer = ana.get(&format!("{path}{number}")).await;
            clear(&answer, 404, lang);
        }
    }
    for path in ["feed.atom", "calendar.ics"] {
        clear(&ana.get(&format!("/es/requests/KC-26-0000-00/{path}")).await, 404, "es");
    }
    clear(
        &ana.post("/requests/KC-26-0000-00/follow", &[("email", "a@example.org")])
            .await,
        404,
        "en",
    );
}

#[tokio::test]
async fn a_path_that_is_not_there_is_a_page_that_says_so() {
    let portal = Portal::open();
    let ana = portal.resident();
    for path in [
        "/nowhere",
        "/pkg/nothing.css",
        "/pkg/../../etc/passwd",
        "/.env",
        "/api/x",
        "/metrics/x",
    ] {
        clear(&ana.get(path).await, 404, "en");
    }
    clear(&ana.get("/es/nada").await, 404, "es");
    assert_eq!(ana.get("/es/requests/").await.location.as_deref(), Some("/es/requests"));
    let sneaky = ana.get("//evil.example/").await;
    assert!(!sneaky.location.unwrap_or_default().starts_with("//"), "no way out");
}

#[tokio::test]
async fn a_wrong_method_is_told_which_are_right() {
    let portal = Portal::open();
    let ana = portal.resident();
    for (method, path) in [
        (Method::POST, "/law"),
        (Method::DELETE, "/requests"),
        (Method::PUT, "/request"),
    ] {
        let request = ana
            .raw(method, &format!("/es{path}"))
            .header("Sec-Fetch-Site", "same-origin");
        let answer = ana.send(request).await;
        clear(&answer, 405, "es");
        assert!(
            answer.header("allow").contains("GET"),
            "{path}: {}",
            answer.header("allow")
        );
    }
}

#[tokio::test]
async fn ten_megabytes_are_answered_and_not_cut_off() {
    let portal = Portal::open();
    let ana = portal.resident();
    for path in ["/request", "/es/request", "/track", "/staff/sign-in"] {
        let body = format!("place={}", "a".repeat(10_000_000));
        let post = ana
            .raw(Method::POST, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .body(body);
        clear(
            &ana.send(post).await,
            413,
            if path.starts_with("/es") { "es" } else { "en" },
        );
    }
    nothing_is_stored(&ana).await;
}

#[tokio::test]
async fn what_is_no_text_or_no_form_is_refused() {
    let portal = Portal::open();
    let ana = portal.resident();
    let send = |kind: &'static str, body: &'static [u8]| {
        ana.send(
            ana.raw(Method::POST, "/es/request")
                .header("Content-Type", kind)
                .body(body),
        )
    };
    clear(&send(FORM, b"place=%ff%fe").await, 422, "es");
    clear(&send(FORM, b"place=\xC3\x28").await, 422, "es");
    clear(&send(FORM, b"place=a&place=b").await, 400, "es");
    clear(&send("application/json", b"{}").await, 400, "es");
    clear(&send("multipart/form-data; boundary=x", b"--x--").await, 400, "es");
    clear(&send(FORM, b"").await, 422, "es");
    nothing_is_stored(&ana).await;
}

#[tokio::test]
async fn hidden_and_control_characters_are_taken_out_of_every_field_and_never_refused() {
    let portal = Portal::open();
    let ana = portal.resident();
    for field in [
        "place",
        "report_number",
        "officers",
        "people",
        "description",
        "name",
        "phone",
        "postal_address",
    ] {
        let typed = form_with(field, "ab\0\u{7}\u{202E}\u{2066}\u{FEFF}\u{200B}cd");
        let answer = ana.post("/request", &typed).await;
        assert_eq!(answer.status, 303, "{field}");
    }
    let filed = "KC-26-";
    let log = ana.get("/requests").await;
    assert!(log.text().matches(filed).count() >= 8, "{}", log.text());
}

#[tokio::test]
async fn an_address_with_a_line_of_its_own_is_refused_and_nothing_is_stored() {
    let portal = Portal::open();
    let ana = portal.resident();
    let typed = form_with("email", "a@example.org\r\nBcc: b@example.org");
    clear(&ana.post("/request", &typed).await, 422, "en");
    let long = "a".repeat(5001);
    clear(&ana.post("/request", &form_with("description", &long)).await, 422, "en");
    nothing_is_stored(&ana).await;
}

#[tokio::test]
async fn search_and_calculator_take_anything() {
    let portal = Portal::open();
    let ana = portal.resident();
    ana.files_a_request().await;
    for query in [
        "q=%00",
        "q=%ff",
        "q=%27%20OR%201%3D1--",
        "q=%25%5F",
        "page=-1",
        "page=0",
        "page=99999999999",
        "status=nothing",
        "month=%00&track=%ff&division=%27",
        "q=a&q=b",
        "q=<script>alert(1)</script>",
        "q=%F0%9F%92%A9",
    ] {
        let answer = ana.get(&format!("/requests?{query}")).await;
        // What cannot be searched for may be told as a mistake, or find nothing.
        clear(&answer, if answer.status == 422 { 422 } else { 200 }, "en");
        assert!(!answer.text().contains("<script>alert"), "{query}");
    }
    for query in [
        "rule=NOPE&start=2026-03-02",
        "rule=MO_SUNSHINE_3BD&start=yesterday",
        "rule=%00&start=%ff",
        "start=9999-99-99",
    ] {
        let answer = ana.get(&format!("/law/deadline?{query}")).await;
        assert!(matches!(answer.status, 200 | 422), "{query}: {}", answer.status);
        assert!(answer.is_page_in("en"), "{query}");
    }
}

#[tokio::test]
async fn a_forged_cookie_opens_nothing_and_breaks_nothing() {
    let portal = Portal::open();
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    let stranger = portal.resident();
    for cookie in [
        "daylight_receipt=00000000000000000000000000000000",
        "daylight_receipt=%00",
        "daylight_receipt='; DROP TABLE staff",
        "daylight_staff=x; daylight_request=y; daylight_receipt=z",
        "=;=;;;",
        "daylight_staff",
    ] {
        let filed = stranger
            .send(stranger.raw(Method::GET, "/request/filed").header("Cookie", cookie))
            .await;
        assert!(filed.status < 500 && !filed.text().contains(&receipt.code), "{cookie}");
        let queue = stranger
            .send(stranger.raw(Method::GET, "/staff/queue").header("Cookie", cookie))
            .await;
        assert_eq!(queue.status, 303, "{cookie}");
    }
}

#[tokio::test]
async fn everything_at_its_limit_fits() {
    let portal = Portal::open();
    let ana = portal.resident();
    let mut form = sound_form();
    for (field, length) in [
        ("description", 5000),
        ("people", 1000),
        ("place", 300),
        ("officers", 300),
    ] {
        form.retain(|(name, _)| *name != field);
        form.push((field, "ñ".repeat(length)));
    }
    ana.files(&form).await;
}

#[tokio::test]
async fn a_list_of_five_megabytes_that_is_refused_comes_back_whole() {
    let portal = Portal::open();
    let custodian = portal.custodian("custodian@example.org").await;
    let lines = "no such line, and it is long enough to count\n".repeat(120_000);
    let answer = custodian
        .browser
        .post("/staff/recordings/import", &[("csv", lines.as_str())])
        .await;
    clear(&answer, 422, "en");
    assert!(answer.text().len() > lines.len(), "{}", answer.text().len());
}
