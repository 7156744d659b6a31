//! Accounts, as people meet them: from the command line, by one-time links, with a second factor.

use crate::support::{Portal, Resident, html, portal::PASSWORD};

const ANOTHER: &str = "another long password for tests";

fn said(output: &std::process::Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn complained(output: &std::process::Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Whether an instant says how far it is from UTC, as the agency's clock is (RFC 3339).
fn has_offset(instant: &str) -> bool {
    instant.ends_with("-06:00") || instant.ends_with("-05:00")
}

/// Signs in; the status.
async fn signs_in(browser: &Resident, email: &str, password: &str) -> u16 {
    let form = [("email", email), ("password", password), ("next", "")];
    browser.post("/staff/sign-in", &form).await.status
}

/// The path of an account's page.
async fn page_of(admin: &Resident, email: &str) -> String {
    let list = admin.get("/staff/accounts").await.text();
    let row = list.split("<tr>").find(|row| row.contains(email)).expect("a row");
    html::tags(row, "a")[0]["href"].clone()
}

#[tokio::test]
async fn the_operator_leads_an_account_through_its_life_from_the_command_line() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let listed = said(&portal.run(&["staff", "list", "--json"], ""));
    let list: Vec<serde_json::Value> = serde_json::from_str(&listed).expect("JSON");
    assert_eq!(list[0]["email"], "kim@example.org");
    assert_eq!(list[0]["role"], "custodian");
    assert_eq!(list[0]["state"], "enabled");
    assert!(list[0]["last_sign_in"].as_str().is_some_and(has_offset), "{listed}");
    let plain = said(&portal.run(&["staff", "list"], ""));
    assert!(
        plain.contains("kim@example.org") && plain.contains("custodian"),
        "{plain}"
    );
    assert!(has_offset(plain.trim_end()), "{plain}");
    let reset = said(&portal.run(&["staff", "password", "kim@example.org"], ""));
    let until = reset.split("until ").nth(1).and_then(|rest| rest.split(": ").next());
    assert!(until.is_some_and(has_offset), "{reset}");
    let typed = portal.run(&["staff", "password", "kim@example.org", "--password-stdin"], PASSWORD);
    assert!(typed.status.success(), "{typed:?}");
    assert_eq!(signs_in(&kim.browser, "kim@example.org", PASSWORD).await, 303);

    let run = |arguments: &[&str], input: &str| {
        let all: Vec<&str> = std::iter::once("staff").chain(arguments.iter().copied()).collect();
        portal.run(&all, input)
    };
    assert!(run(&["role", "KIM@example.org", "auditor"], "").status.success());
    let queue = kim.browser.get("/staff/recordings/new").await;
    assert!(queue.status == 403 || queue.text().contains("Auditor"), "at once");
    assert!(run(&["disable", "kim@example.org"], "").status.success());
    assert_eq!(kim.browser.get("/staff/queue").await.status, 303, "signed out at once");
    assert_eq!(signs_in(&kim.browser, "kim@example.org", PASSWORD).await, 422);
    let refused = run(&["password", "kim@example.org"], "");
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(complained(&refused).lines().count(), 1, "{}", complained(&refused));
    assert!(run(&["enable", "kim@example.org"], "").status.success());
    assert_eq!(signs_in(&kim.browser, "kim@example.org", PASSWORD).await, 303);
    assert!(run(&["sign-out", "kim@example.org"], "").status.success());
    assert_eq!(kim.browser.get("/staff/queue").await.status, 303);

    let set = run(&["password", "kim@example.org", "--password-stdin"], ANOTHER);
    assert!(set.status.success(), "{}", complained(&set));
    assert_eq!(signs_in(&kim.browser, "kim@example.org", ANOTHER).await, 303);
    let short = run(&["password", "kim@example.org", "--password-stdin"], "short");
    assert_ne!(short.status.code(), Some(0));
    let printed = said(&run(&["password", "kim@example.org"], ""));
    let link = printed.split("/staff/link/").nth(1).expect("a link").trim().to_owned();
    let path = format!("/staff/link/{link}");
    assert!(portal.resident().get(&path).await.text().contains("kim@example.org"));
    let chosen = [("password", PASSWORD), ("again", PASSWORD)];
    let kim = portal.resident();
    assert_eq!(
        kim.post(&path, &[("password", "short"), ("again", "short")])
            .await
            .status,
        422
    );
    assert_eq!(kim.post(&path, &chosen).await.status, 303);
    assert_eq!(kim.get("/staff/queue").await.status, 200, "signed in");
    assert_eq!(portal.resident().get(&path).await.status, 404, "once");
    assert_eq!(portal.resident().post(&path, &chosen).await.status, 404);

    for arguments in [
        &["disable", "nobody@example.org"][..],
        &["enable", "nobody@example.org"],
        &["role", "nobody@example.org", "admin"],
        &["sign-out", "nobody@example.org"],
        &["password", "nobody@example.org"],
    ] {
        let refused = run(arguments, "");
        assert_eq!(refused.status.code(), Some(1), "{arguments:?}");
        assert_eq!(complained(&refused).lines().count(), 1, "{}", complained(&refused));
    }
}

#[tokio::test]
async fn the_last_administrator_cannot_go_from_the_command_line_nor_in_the_console() {
    let portal = Portal::open();
    portal.custodian("kim@example.org").await;
    let root = portal.staff("root@example.org", "admin").await.browser;
    for arguments in [
        &["staff", "disable", "root@example.org"][..],
        &["staff", "role", "root@example.org", "custodian"],
    ] {
        let refused = portal.run(arguments, "");
        assert_eq!(refused.status.code(), Some(1), "{arguments:?}");
        assert!(
            complained(&refused).contains("administrator"),
            "{}",
            complained(&refused)
        );
    }
    let page = page_of(&root, "root@example.org").await;
    for form in [
        &[("act", "disable"), ("role", "")][..],
        &[("act", "role"), ("role", "auditor")],
    ] {
        let refused = root.post(&page, form).await;
        assert_eq!(refused.status, 422, "{}", refused.text());
    }
    portal.staff("second@example.org", "admin").await;
    let gone = portal.run(&["staff", "disable", "root@example.org"], "");
    assert!(gone.status.success(), "{}", complained(&gone));
    assert_eq!(root.get("/staff/queue").await.status, 303);
}

#[tokio::test]
async fn an_administrator_invites_changes_and_disables_in_the_console_and_the_audit_log_tells_it() {
    let portal = Portal::open();
    let root = portal.staff("root@example.org", "admin").await.browser;
    let bad = [
        ("act", "invite"),
        ("name", "Bela"),
        ("email", "no address"),
        ("role", "reviewer"),
    ];
    let refused = root.post("/staff/accounts", &bad).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.value("name").as_deref(), Some("Bela"));
    let good = [
        ("act", "invite"),
        ("name", "Bela"),
        ("email", "bela@example.org"),
        ("role", "reviewer"),
    ];
    let made = root.post("/staff/accounts", &good).await;
    assert_eq!(made.status, 303, "{}", made.text());
    assert_eq!(
        root.post("/staff/accounts", &good).await.status,
        422,
        "an address has one account"
    );
    let page = made.location.expect("a page");
    let page = page.split('?').next().expect("a path").to_owned();
    let shown = root.get(&page).await.text();
    let link = html::attribute(&shown, "data-one-time-link").expect("a link");
    let link = format!("/staff/link/{}", link.rsplit('/').next().expect("a token"));
    let bela = portal.resident();
    let chosen = [("password", ANOTHER), ("again", ANOTHER)];
    assert_eq!(bela.post(&link, &chosen).await.status, 303);
    assert!(
        html::attribute(&root.get(&page).await.text(), "data-one-time-link").is_none(),
        "used up"
    );
    for form in [
        &[("act", "role"), ("role", "auditor")][..],
        &[("act", "officer"), ("officer", "4711")],
        &[("act", "reset"), ("role", "")],
        &[("act", "sign_out"), ("role", "")],
        &[("act", "disable"), ("role", "")],
    ] {
        assert_eq!(root.post(&page, form).await.status, 303, "{form:?}");
    }
    assert_eq!(bela.get("/staff/queue").await.status, 303);
    assert_eq!(signs_in(&bela, "bela@example.org", ANOTHER).await, 422);
    let audit = root.get("/staff/audit").await.text();
    for words in [
        "Account made: Reviewer",
        "Invitation made",
        "Role changed from Reviewer to Auditor",
        "Linked to officer 4711",
        "Account disabled",
    ] {
        assert!(audit.contains(words), "{words}");
    }
    // Nobody but an administrator.
    let kim = portal.custodian("kim@example.org").await.browser;
    assert_eq!(kim.get("/staff/accounts").await.status, 403);
    assert_eq!(kim.get(&page).await.status, 403);
    assert_eq!(kim.post(&page, &[("act", "enable"), ("role", "")]).await.status, 403);
    assert_eq!(kim.post("/staff/accounts", &good).await.status, 403);
}

#[tokio::test]
async fn whoever_changes_their_password_goes_on_and_is_signed_out_elsewhere() {
    let portal = Portal::open();
    let here = portal.custodian("kim@example.org").await.browser;
    let there = portal.resident();
    assert_eq!(signs_in(&there, "kim@example.org", PASSWORD).await, 303);
    let form = |current| {
        [
            ("act", "password"),
            ("current", current),
            ("password", ANOTHER),
            ("again", ANOTHER),
        ]
    };
    let wrong = here.post("/staff/account", &form("not the password")).await;
    assert_eq!(wrong.status, 422);
    assert!(!wrong.text().contains(ANOTHER));
    assert_eq!(here.post("/staff/account", &form(PASSWORD)).await.status, 303);
    assert_eq!(here.get("/staff/queue").await.status, 200);
    assert_eq!(there.get("/staff/queue").await.status, 303);
    assert_eq!(signs_in(&there, "kim@example.org", PASSWORD).await, 422);
    assert_eq!(signs_in(&there, "kim@example.org", ANOTHER).await, 303);
}

/// The code that an app shows for a key now.
fn code(key: &str) -> String {
    let key = totp_rs::Secret::try_from_base32(key).expect("Base32");
    let totp = totp_rs::Builder::new().with_secret(key).build().expect("a key");
    #[expect(clippy::disallowed_methods, reason = "an app on a phone has a clock of its own")]
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    totp.generate(now.expect("after 1970").as_secs()).to_string()
}

/// Enrolls a second factor: its key, and the recovery codes.
pub async fn enrolls(browser: &Resident) -> (String, Vec<String>) {
    let begin = [("act", "begin"), ("current", PASSWORD)];
    let onward = browser.post("/staff/account", &begin).await.location;
    let page = browser.get(&onward.expect("onward")).await.text();
    assert!(!page.contains("It is done"), "it is only begun");
    assert!(page.contains("bwc-qr"), "a picture to scan");
    let key = html::attribute(&page, "data-factor-key").expect("a key");
    let wrong = browser
        .post("/staff/account", &[("act", "enroll"), ("code", "000000")])
        .await;
    assert_eq!(wrong.status, 422);
    let enrolled = browser
        .post("/staff/account", &[("act", "enroll"), ("code", &code(&key))])
        .await;
    assert_eq!(enrolled.status, 200, "{}", enrolled.text());
    let page = enrolled.text();
    let codes: Vec<String> = html::tags(&page, "code")
        .into_iter()
        .filter_map(|mut tag| tag.remove("data-recovery-code"))
        .collect();
    assert_eq!(codes.len(), 10);
    (key, codes)
}

#[tokio::test]
async fn whoever_has_a_second_factor_is_asked_for_it_and_led_on_to_where_they_wanted_to_go() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await.browser;
    let (_, codes) = enrolls(&kim).await;
    assert_eq!(
        kim.get("/staff/queue").await.status,
        200,
        "the session in which it was enrolled goes on"
    );
    let other = portal.resident();
    let form = [
        ("email", "kim@example.org"),
        ("password", PASSWORD),
        ("next", "/staff/orders"),
    ];
    let asked = other.post("/es/staff/sign-in", &form).await;
    let way = asked.location.expect("a way");
    assert_eq!(way, "/es/staff/sign-in/code?next=%2Fstaff%2Forders");
    assert_eq!(
        other.get("/staff/queue").await.status,
        303,
        "the password alone opens nothing"
    );
    assert_eq!(other.get(&way).await.value("next").as_deref(), Some("/staff/orders"));
    let wrong = other
        .post("/staff/sign-in/code", &[("code", "12"), ("next", "/staff/orders")])
        .await;
    assert_eq!(wrong.status, 422);
    let right = [("code", codes[0].as_str()), ("next", "/staff/orders")];
    let inside = other.post("/es/staff/sign-in/code", &right).await;
    assert_eq!(inside.location.as_deref(), Some("/es/staff/orders"));
    assert_eq!(other.get("/staff/orders").await.status, 200);
    // The same code again, from a third browser.
    let third = portal.resident();
    third.post("/staff/sign-in", &form).await;
    assert_eq!(third.post("/staff/sign-in/code", &right).await.status, 422);
    // Without a right password nobody is asked for a code.
    let stranger = portal.resident();
    assert_eq!(stranger.get("/staff/sign-in/code").await.status, 303);
    assert_eq!(stranger.post("/staff/sign-in/code", &right).await.status, 401);
}

/// The fields at which the page shows a problem, by their ids; each is one that the summary of problems leads to.
fn refused_at(page: &str) -> Vec<String> {
    let inputs = ["input", "select"]
        .map(|name| html::tags(page, name))
        .into_iter()
        .flatten();
    let refused: Vec<String> = inputs
        .filter(|input| input.contains_key("aria-invalid"))
        .filter_map(|mut input| input.remove("id"))
        .collect();
    let summary = page.split("id=\"problems\"").nth(1).expect("a summary");
    let links = html::tags(summary.split("</div>").next().unwrap_or_default(), "a");
    let links: Vec<String> = links.into_iter().filter_map(|mut link| link.remove("href")).collect();
    let ids: Vec<String> = refused.iter().map(|id| format!("#{id}")).collect();
    assert_eq!(links, ids);
    refused
}

#[tokio::test]
async fn what_is_wrong_is_told_at_the_form_that_was_sent_and_at_no_other_of_the_page() {
    let portal = Portal::open();
    let ada = portal.staff("ada@example.org", "admin").await.browser;
    let begin = [("act", "begin"), ("current", "not the password")];
    let page = ada.post("/staff/account", &begin).await.text();
    assert_eq!(refused_at(&page), ["begin-current"]);
    let password = [
        ("act", "password"),
        ("current", ""),
        ("password", ANOTHER),
        ("again", ANOTHER),
    ];
    let page = ada.post("/staff/account", &password).await.text();
    assert_eq!(refused_at(&page), ["current"]);

    portal.custodian("kim@example.org").await;
    let kim = page_of(&ada, "kim@example.org").await;
    let officer = "4711".repeat(100);
    let page = ada
        .post(&kim, &[("act", "officer"), ("officer", officer.as_str())])
        .await
        .text();
    assert_eq!(refused_at(&page), ["officer"]);
    assert!(
        page.contains("<option value=\"custodian\" selected"),
        "the role is what it was"
    );

    let closed = [("office", "court"), ("on", "2026-12-24"), ("reason", "A burst pipe")];
    assert_eq!(ada.post("/staff/calendar", &closed).await.status, 303);
    let back = [
        ("act", "take_back"),
        ("office", "court"),
        ("on", "2026-12-24"),
        ("reason", ""),
    ];
    let page = ada.post("/staff/calendar", &back).await.text();
    assert_eq!(refused_at(&page), ["back-court-2026-12-24-reason"]);
    let new = html::tags(&page, "input")
        .into_iter()
        .find(|input| input.get("id").is_some_and(|id| id == "on"));
    assert_eq!(
        new.expect("the form for a new one").get("value").map(String::as_str),
        Some("")
    );
    let open = html::tags(&page, "details")
        .into_iter()
        .any(|tag| tag.contains_key("open"));
    assert!(open, "it is open where it is wrong");
}

#[tokio::test]
async fn a_role_that_needs_a_second_factor_enrolls_it_before_anything_else() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let built_in = include_str!("../../../app/law/profiles/kansas-city-mo.toml");
    let needs = built_in.replace("second_factor = []", "second_factor = [\"custodian\"]");
    assert_ne!(needs, built_in);
    let profile = folder.path().join("profile.toml");
    std::fs::write(&profile, needs).expect("a profile");
    let settings = [
        ("DAYLIGHT_RATE_LIMIT", "off"),
        ("DAYLIGHT_PROFILE", profile.to_str().expect("a path")),
    ];
    let settings = settings.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let portal = Portal::on(folder, settings.to_vec());
    let kim = portal.custodian("kim@example.org").await.browser;
    assert_eq!(
        kim.get("/staff/queue").await.location.as_deref(),
        Some("/staff/account")
    );
    let nothing: [(&str, &str); 0] = [];
    assert_eq!(
        kim.post("/staff/calendar", &nothing).await.location.as_deref(),
        Some("/staff/account")
    );
    // What was being typed when the role began to need one is not lost.
    let typed = [
        ("office", "court"),
        ("on", "2026-12-24"),
        ("reason", "The judge is away"),
    ];
    let kept = kim.post("/es/staff/calendar", &typed).await;
    assert_eq!(kept.status, 403);
    let page = kept.text();
    assert!(page.contains("data-kept-form") && page.contains("Inscriba antes un segundo factor"));
    assert_eq!(kept.value("reason").as_deref(), Some("The judge is away"));
    assert!(
        html::tags(&page, "a")
            .iter()
            .any(|link| link.get("href").is_some_and(|href| href == "/es/staff/account"))
    );
    enrolls(&kim).await;
    assert_eq!(kim.get("/staff/queue").await.status, 200);
    let removed = kim.post("/staff/account", &[("act", "remove"), ("code", "")]).await;
    assert_eq!(removed.status, 422, "the role needs it");
    let auditor = portal.staff("aud@example.org", "auditor").await.browser;
    assert_eq!(auditor.get("/staff/queue").await.status, 200, "no other role must");
}

/// Tries to sign in from an address, as a proxy in front tells it.
async fn tries(browser: &Resident, from: &str, email: &str, password: &str) -> (u16, String) {
    let form = [("email", email), ("password", password), ("next", "")];
    let answer = browser
        .send(browser.form("/staff/sign-in", &form).header("X-Forwarded-For", from))
        .await;
    (answer.status, answer.header("retry-after").to_owned())
}

#[tokio::test]
async fn whoever_guesses_at_a_colleagues_password_does_not_keep_them_out() {
    let portal = Portal::with(&[("DAYLIGHT_TRUSTED_PROXIES", "1")]);
    let kim = portal.custodian("kim@example.org").await.browser;
    let nothing: [(&str, &str); 0] = [];
    assert_eq!(kim.post("/staff/sign-out", &nothing).await.status, 303);
    let mallory = portal.resident();
    let (mut slowed, mut wait) = (0, String::new());
    for _ in 0..14 {
        let (status, retry) = tries(&mallory, "203.0.113.9", "kim@example.org", "not the password").await;
        if status == 429 {
            slowed += 1;
            wait = retry;
            break;
        }
    }
    assert!(
        slowed > 0 && wait.parse::<u32>().is_ok_and(|seconds| seconds <= 61),
        "{wait}"
    );
    let elsewhere = portal.resident();
    assert_eq!(
        tries(&elsewhere, "198.51.100.7", "kim@example.org", PASSWORD).await.0,
        303
    );
    assert_eq!(
        tries(&kim, "203.0.113.9", "kim@example.org", PASSWORD).await.0,
        303,
        "her own browser, at the same address"
    );
}

#[tokio::test]
async fn a_flood_of_sign_ins_is_turned_away_and_keeps_nobody_else_waiting() {
    let portal = Portal::open();
    let flood = (0..120).map(|at| {
        let (browser, from) = (portal.resident(), format!("guess{at}@example.org"));
        tokio::spawn(async move {
            let form = [("email", from.as_str()), ("password", "not the password"), ("next", "")];
            let answer = browser.post("/staff/sign-in", &form).await;
            let kept = answer.value("email").as_deref() == Some(from.as_str());
            (answer.status, answer.header("retry-after").to_owned(), kept)
        })
    });
    let flood: Vec<_> = flood.collect();
    let visitor = portal.resident();
    let began = std::time::Instant::now();
    assert_eq!(visitor.get("/").await.status, 200);
    assert!(
        began.elapsed() < std::time::Duration::from_secs(5),
        "{:?}",
        began.elapsed()
    );
    let mut turned_away = 0;
    for one in flood {
        let (status, retry, kept) = one.await.expect("an answer");
        assert!(kept, "{status}: what was typed is kept");
        match status {
            422 => {}
            503 => {
                turned_away += 1;
                assert!(!retry.is_empty());
            }
            other => panic!("{other}"),
        }
    }
    assert!(turned_away > 0, "the queue has an end");
}
