//! Who may read and send what: every address of the route table, for every role and state of an account, on things in each
//! of their states. What is not theirs is answered, byte for byte, as what is not there.

use std::collections::BTreeMap;

use law::request::ActKind;
use office::TrackingNumber;
use server::web::routes;

use crate::{
    accounts::enrolls,
    every_form::{fiction, things},
    support::{
        Answer, Portal, Resident, html,
        portal::{PASSWORD, database},
    },
};

/// In the order of the letters below.
const ROLES: [(char, &str); 6] = [
    ('c', "custodian"),
    ('r', "reviewer"),
    ('s', "supervisor"),
    ('p', "prosecutor"),
    ('a', "auditor"),
    ('d', "admin"),
];

/// Address; who reads it; who sends to it. `public`: everybody. `own`: whoever opened it with a code. Letters: the roles of
/// staff who may. `-`: nobody, there is nothing to read or to send.
const ROWS: &str = "
/ public -
/about/accessibility public -
/about/privacy public -
/follow/confirm/{token} public public
/follow/stop/{token} public public
/law public -
/law/deadline public -
/law/petition public -
/library public -
/library/{id} public -
/library/{id}/{file} public -
/notice public public
/notice/check public public
/notice/consent public public
/notice/leave public -
/notice/objection public public
/notice/viewing public public
/program public -
/program/{section} public -
/request public public
/request/filed public public
/requests public -
/requests/feed.atom public -
/requests/{number} public -
/requests/{number}/calendar.ics public -
/requests/{number}/feed.atom public -
/requests/{number}/follow public public
/requests/{number}/private own own
/requests/{number}/private/certificate own -
/requests/{number}/private/files/{id}/{file} own -
/requests/{number}/private/papers/{id} own -
/requests/{number}/private/{*rest} own own
/requests/{number}/timeline public -
/requests/{number}/timeline.txt public -
/statistics public -
/statistics/{file} public -
/track public public
/staff crspad -
/staff/absences crspad crspad
/staff/account crspad crspad
/staff/accounts d d
/staff/accounts/{id} d d
/staff/audit crspad -
/staff/audit.csv crspad -
/staff/audit/reading ad -
/staff/calendar crspad d
/staff/components crspad -
/staff/confirm crspad crspad
/staff/court crspad -
/staff/court/new cp cp
/staff/court/{id} crspad cp
/staff/deletions crspad c
/staff/deletions/{id} crspad crs
/staff/deletions/{id}/list.csv crspad -
/staff/files/{sha256} crspad -
/staff/first/{token} public public
/staff/letters c -
/staff/letters/envelopes c -
/staff/letters/templates crspad -
/staff/letters/templates/{kind} crspad d
/staff/library crspad -
/staff/link/{token} public public
/staff/mail crspad -
/staff/mail/{id} crspad c
/staff/mentions crspad crspad
/staff/notices crspad -
/staff/notices/{id} crspad c
/staff/notices/{id}/notes c c
/staff/notices/{id}/viewing crspad c
/staff/orders crspad -
/staff/orders/new c c
/staff/orders/{id} crspad crs
/staff/people/{id} crspad c
/staff/people/{id}/capacities crspad c
/staff/program d -
/staff/program/{key} d d
/staff/program/{key}/fields d d
/staff/queue crspad crspad
/staff/recordings crspad -
/staff/recordings/import c c
/staff/recordings/imports/{id} c c
/staff/recordings/new c c
/staff/recordings/{id} crspad c
/staff/recordings/{id}/files crspad crs
/staff/recordings/{id}/notes crs crs
/staff/recordings/{id}/people crspad c
/staff/requests/new c c
/staff/requests/print c -
/staff/requests/receipt c -
/staff/requests/{number} crspad c
/staff/requests/{number}/act/verify_order crs crs
/staff/requests/{number}/act/{act} c c
/staff/requests/{number}/assign c c
/staff/requests/{number}/capacities crspad c
/staff/requests/{number}/certificate crspad -
/staff/requests/{number}/code c c
/staff/requests/{number}/coverage crspad c
/staff/requests/{number}/erase d d
/staff/requests/{number}/matches crspad c
/staff/requests/{number}/notes c c
/staff/requests/{number}/receipt c -
/staff/requests/{number}/release crspad crs
/staff/sign-in public public
/staff/sign-in/code public public
/staff/sign-out - crspad
/staff/uploads - c
/staff/uploads/{id} crspad c
/staff/uploads/{id}/finish - c
/staff/viewings crspad -
/staff/waiting crspad -
/staff/waiting/{id} crspad crs
/staff/{*rest} crspad crspad
";

/// Where things of an address are found: one of each state.
const THINGS: [(&str, &str); 14] = [
    (
        "/requests/{number}",
        "SELECT stage, number FROM records_request ORDER BY received_at",
    ),
    (
        "/staff/requests/{number}",
        "SELECT stage, number FROM records_request ORDER BY received_at",
    ),
    (
        "/staff/recordings/{id}",
        "SELECT status_kind, id FROM recording ORDER BY id",
    ),
    ("/staff/people/{id}", "SELECT 'logged', id FROM person ORDER BY id"),
    ("/staff/notices/{id}", "SELECT state, id FROM notice ORDER BY id"),
    (
        "/staff/orders/{id}",
        "SELECT CASE WHEN verified_by IS NULL THEN 'entered' ELSE 'verified' END, id FROM disclosure_order ORDER BY id",
    ),
    ("/staff/court/{id}", "SELECT standing, id FROM court_case ORDER BY id"),
    ("/staff/waiting/{id}", "SELECT 'waits', id FROM proposal ORDER BY id"),
    ("/staff/mail/{id}", "SELECT 'letter', id FROM outbox ORDER BY id"),
    ("/staff/accounts/{id}", "SELECT role, id FROM staff ORDER BY id"),
    (
        "/staff/files/{sha256}",
        "SELECT 'original', sha256 FROM original UNION SELECT 'copy', sha256 FROM release_copy UNION SELECT 'paper', sha256 FROM attachment",
    ),
    (
        "/staff/recordings/imports/{id}",
        "SELECT stage, id FROM import_job ORDER BY id",
    ),
    ("/staff/uploads/{id}", "SELECT 'upload', id FROM upload ORDER BY id"),
    ("/library/{id}", "SELECT 'release', id FROM release ORDER BY id"),
];

struct Row {
    path: &'static str,
    read: &'static str,
    sent: &'static str,
}

fn rows() -> Vec<Row> {
    let lines = ROWS.lines().filter(|line| !line.is_empty());
    let row = |line: &'static str| {
        let parts: Vec<&str> = line.split(' ').collect();
        let [path, read, sent] = parts[..] else {
            panic!("no row: {line}");
        };
        Row { path, read, sent }
    };
    lines.map(row).collect()
}

#[test]
fn every_address_has_a_row_that_says_who_may_read_it_and_who_may_send() {
    let table = routes::table();
    let listed: Vec<&str> = table.iter().map(|(path, _)| *path).collect();
    let one_act = "/staff/requests/{number}/act/verify_order";
    let mut rows: Vec<&str> = rows()
        .iter()
        .map(|row| row.path)
        .filter(|path| *path != one_act)
        .collect();
    rows.sort_unstable();
    assert_eq!(rows, listed, "an address without a row, or a row without an address");
}

/// A thing that is there, and one of the same shape that is not.
#[derive(Clone, Debug)]
struct Pair {
    state: String,
    there: String,
    missing: String,
}

/// Numbers and ids of things in each of their states, by the beginning of the addresses that lead to them.
async fn pairs(portal: &Portal) -> BTreeMap<&'static str, Vec<Pair>> {
    /// Long files that ended, which the fiction has none of.
    const IMPORTS: &str = "INSERT INTO import_job (id, file_name, file, bytes, created_at, created_by, stage, stage_since, \
         done, checked_bytes, bad, known, changed, ended_at, attempts) \
         SELECT '0198c0de-0000-7000-8000-00000000000' || no, 'list.csv', 'gone', 10, 0, s.id, stage, 0, 0, 0, 0, 0, 0, 0, 1 \
         FROM (SELECT 1 AS no, 'canceled' AS stage UNION ALL SELECT 2, 'refused') n, (SELECT id FROM staff LIMIT 1) s";
    let mut records = database(portal).await;
    sqlx::query(IMPORTS).execute(&mut records).await.expect("imports");
    let mut pairs = BTreeMap::new();
    for (path, sql) in THINGS {
        let mut of_state = BTreeMap::new();
        for (state, there) in things(portal, sql).await {
            of_state.entry(state).or_insert(there);
        }
        let pair = |(state, there): (String, String)| Pair {
            state,
            missing: missing(&there),
            there,
        };
        pairs.insert(path, of_state.into_iter().map(pair).collect());
    }
    pairs
}

/// An id of the same shape that names nothing.
fn missing(there: &str) -> String {
    if TrackingNumber::parse(there).is_err() {
        let other = |(at, letter): (usize, char)| match letter {
            '0'..='9' if at > 18 => char::from_digit((letter.to_digit(10).unwrap_or(0) + 1) % 10, 10).unwrap_or('0'),
            letter => letter,
        };
        return there.char_indices().map(other).collect();
    }
    // The check characters are found by trying.
    let symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let head = &there[..there.len() - 4];
    let last = if there[head.len()..].starts_with('Z') { 'Y' } else { 'Z' };
    let mut checks = symbols
        .chars()
        .flat_map(|first| symbols.chars().map(move |second| format!("{first}{second}")));
    checks
        .find_map(|check| {
            let number = format!("{head}{last}-{check}");
            TrackingNumber::parse(&number).is_ok().then_some(number)
        })
        .expect("check characters")
}

/// Addresses of a row: with each thing that is there, beside the same with one that is not.
fn addresses(path: &str, pairs: &BTreeMap<&str, Vec<Pair>>) -> Vec<(String, String, Option<Pair>)> {
    if path.contains("{act}") {
        let acts = ActKind::ALL.into_iter().filter(|act| *act != ActKind::VerifyOrder);
        let paths = acts.map(|act| path.replace("{act}", act.key()));
        return paths.flat_map(|path| addresses(&path, pairs)).collect();
    }
    let rest = |path: &str| {
        path.replace("{key}", "policy")
            .replace("{section}", "policy")
            .replace("{token}", "unknown")
            .replace("{file}", "video.mp4")
            .replace("{*rest}", "no/such/page")
    };
    let thing = pairs
        .iter()
        .find(|(start, _)| path == **start || path.starts_with(&format!("{start}/")));
    let Some((start, pairs)) = thing else {
        return vec![(rest(path), rest(path), None)];
    };
    let last = start.rsplit('/').next().unwrap_or_default();
    pairs
        .iter()
        .map(|pair| {
            let with = |id: &str| rest(&path.replacen(last, id, 1)).replace("{id}", "unknown");
            (with(&pair.there), with(&pair.missing), Some(pair.clone()))
        })
        .collect()
}

/// An answer without what differs between any two: the nonce, and the id that was asked for.
fn seen(answer: &Answer, id: Option<&str>) -> (u16, String) {
    let mut text = format!("{:?} {}", answer.location, answer.text());
    if let Some(nonce) = html::attribute(&text, "nonce") {
        text = text.replace(&nonce, "NONCE");
    }
    if let Some(id) = id {
        // As an address bears it in its query, too.
        let encoded = id.replace('-', "%2D");
        text = text.replace(id, "ID").replace(&encoded, "ID");
    }
    if let Some(key) = html::value(&text, "key") {
        text = text.replace(&key, "KEY");
    }
    (answer.status, text)
}

async fn asks(browser: &Resident, sends: bool, path: &str) -> Answer {
    if sends {
        browser.post(path, &[("version", "1")]).await
    } else {
        browser.get(path).await
    }
}

/// Whether somebody is kept out, whatever there is.
fn kept_out(answer: &Answer) -> bool {
    let to_sign_in = answer.location.as_deref().is_some_and(|way| {
        way.starts_with("/staff/sign-in") || way.starts_with("/track") || way.starts_with("/staff/account")
    });
    matches!(answer.status, 401 | 403) || (answer.status == 303 && to_sign_in)
}

/// What is wrong with how somebody who may not is answered.
async fn tells_something(
    browser: &Resident,
    sends: bool,
    (there, missing, pair): &(String, String, Option<Pair>),
) -> Option<String> {
    let answer = asks(browser, sends, there).await;
    if !kept_out(&answer) && answer.status != 404 {
        return Some(format!("is let in: {}", answer.status));
    }
    let pair = pair.as_ref()?;
    let first = seen(&answer, Some(&pair.there));
    let second = seen(&asks(browser, sends, missing).await, Some(&pair.missing));
    (first != second).then(|| format!("is answered differently: {first:?}\n{second:?}"))
}

#[tokio::test]
async fn each_role_reads_and_sends_what_is_its_own_and_learns_nothing_of_the_rest() {
    let (portal, _) = fiction();
    let pairs = pairs(&portal).await;
    let (mut faults, mut asked) = (Vec::new(), 0);
    for (letter, role) in ROLES {
        let browser = portal.staff(&format!("{role}@matrix.example"), role).await.browser;
        for row in rows().iter().filter(|row| row.path.starts_with("/staff")) {
            for (may, sends) in [(row.read, false), (row.sent, true)] {
                // Signing out is the last thing that anybody does.
                if matches!(may, "-" | "public") || row.path == "/staff/sign-out" {
                    continue;
                }
                for address in addresses(row.path, &pairs) {
                    asked += 1;
                    let state = address.2.as_ref().map_or("", |pair| &pair.state);
                    let what = if sends { "send to" } else { "read" };
                    let said = if may.contains(letter) {
                        let answer = asks(&browser, sends, &address.0).await;
                        kept_out(&answer).then(|| format!("is kept out: {}", answer.status))
                    } else {
                        tells_something(&browser, sends, &address).await
                    };
                    if let Some(said) = said {
                        faults.push(format!("{role}, to {what} {} ({state}): {said}", row.path));
                    }
                }
            }
        }
    }
    println!("{asked} questions");
    assert!(faults.is_empty(), "{} faults: {}", faults.len(), faults.join("\n"));
}

#[tokio::test]
async fn who_is_not_signed_in_is_disabled_or_half_signed_in_learns_nothing_of_the_console() {
    let (portal, _) = fiction();
    let pairs = pairs(&portal).await;
    let anonymous = portal.resident();
    let gone = portal.staff("gone@example.org", "custodian").await.browser;
    assert!(
        portal
            .run(&["staff", "disable", "gone@example.org"], "")
            .status
            .success()
    );
    let half = portal.staff("half@example.org", "custodian").await.browser;
    enrolls(&half).await;
    let half = portal.resident();
    let form = [("email", "half@example.org"), ("password", PASSWORD), ("next", "")];
    assert_eq!(half.post("/staff/sign-in", &form).await.status, 303);
    let mut faults = Vec::new();
    for (who, browser) in [("nobody", &anonymous), ("disabled", &gone), ("half signed in", &half)] {
        for row in rows().iter().filter(|row| row.path.starts_with("/staff")) {
            for (may, sends) in [(row.read, false), (row.sent, true)] {
                if matches!(may, "-" | "public") {
                    continue;
                }
                for address in addresses(row.path, &pairs) {
                    if let Some(said) = tells_something(browser, sends, &address).await {
                        faults.push(format!("{who} {} {sends}: {said}", row.path));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults: {}", faults.len(), faults.join("\n"));
}

#[tokio::test]
async fn whoever_opened_one_request_learns_nothing_of_another_ones_private_page() {
    let (portal, _) = fiction();
    let pairs = pairs(&portal).await;
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    ana.opens(&receipt).await;
    let mut faults = Vec::new();
    for (who, browser) in [("another requester", &ana), ("nobody", &portal.resident())] {
        for row in rows().iter().filter(|row| row.read == "own") {
            for sends in [false, true] {
                if sends && row.sent == "-" {
                    continue;
                }
                for address in addresses(row.path, &pairs) {
                    if let Some(said) = tells_something(browser, sends, &address).await {
                        faults.push(format!("{who} {} {sends}: {said}", row.path));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults: {}", faults.len(), faults.join("\n"));
}

/// The row of an address that somebody is led to.
fn row_of<'r>(rows: &'r [Row], path: &str) -> Option<&'r Row> {
    let path = path.strip_prefix("/es").unwrap_or(path);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').collect();
    let fits = |row: &&Row| {
        let wanted: Vec<&str> = row.path.split('/').collect();
        wanted.len() == parts.len()
            && wanted
                .iter()
                .zip(&parts)
                .all(|(wanted, part)| wanted.starts_with('{') || wanted == part)
    };
    // The more a row names itself, the more it is meant.
    rows.iter().filter(fits).min_by_key(|row| row.path.matches('{').count())
}

#[tokio::test]
async fn no_link_and_no_button_of_a_page_leads_a_role_to_what_is_not_its_own() {
    let (portal, _) = fiction();
    let (pairs, rows) = (pairs(&portal).await, rows());
    let mut faults = std::collections::BTreeSet::new();
    for (letter, role) in ROLES {
        let browser = portal.staff(&format!("{role}@matrix.example"), role).await.browser;
        for row in rows
            .iter()
            .filter(|row| row.path.starts_with("/staff") && row.read.contains(letter))
        {
            for (path, ..) in addresses(row.path, &pairs) {
                let page = browser.get(&path).await;
                if page.status != 200 || !page.header("content-type").starts_with("text/html") {
                    continue;
                }
                let page = page.text();
                let named = |tag: &str, name: &str| -> Vec<String> {
                    let tags = html::tags(&page, tag).into_iter();
                    tags.filter_map(|mut tag| tag.remove(name))
                        .filter(|at| at.starts_with('/'))
                        .collect()
                };
                let links = named("a", "href").into_iter().map(|at| (at, false));
                let posts = html::tags(&page, "form")
                    .into_iter()
                    .filter(|form| form.get("method").is_some_and(|by| by.eq_ignore_ascii_case("post")));
                let posts = posts.map(|mut form| (form.remove("action").unwrap_or_else(|| path.clone()), true));
                for (to, sends) in links.chain(posts) {
                    let Some(leads) = row_of(&rows, &to) else { continue };
                    let may = if sends { leads.sent } else { leads.read };
                    if !may.contains(letter) && !matches!(may, "public" | "own" | "-") {
                        faults.insert(format!(
                            "{role} on {}: {} {}",
                            row.path,
                            if sends { "form to" } else { "link to" },
                            leads.path
                        ));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
