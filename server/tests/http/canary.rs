//! What people tell in private stands nowhere in public: every private field holds a bird's name, everything that the
//! public can read is read, and the bird is not in it.

use std::collections::{BTreeSet, VecDeque};

use office::Lang;
use reqwest::Method;

use crate::support::{
    Answer, Custodian, Portal, Receipt, Resident, days_ago, fresh_key, html, portal::database, release::movie,
};

/// In every private value, and in nothing that is public.
const BIRD: &str = "canary";

/// A private value: the bird, and a word to search for it by.
fn private(what: &str) -> String {
    format!("Canary-zeisig{what}")
}

type Form = Vec<(&'static str, String)>;

fn request(track: &str) -> Form {
    vec![
        ("track", track.into()),
        ("incident_date", days_ago(3)),
        ("time_from", "14:00".into()),
        ("time_to", "15:00".into()),
        ("place", private("place")),
        ("division", "central".into()),
        ("report_number", private("report")),
        ("officers", private("officers")),
        ("people", private("people")),
        ("description", private("description")),
        ("media", "body_worn".into()),
        ("name", private("name")),
        ("email", "canary@example.org".into()),
        ("phone", private("phone")),
        ("postal_address", private("postal")),
        ("relation", private("relation")),
        ("represents", private("represents")),
        ("civil_claim", private("claim")),
        ("language", "en".into()),
        ("notify", "email".into()),
        ("website", String::new()),
    ]
}

/// Staff at their desk.
struct Desk(Custodian);

impl Desk {
    /// Fills in the form of an act on a page.
    async fn fills(&self, page: &str, act: &str, fields: &[(&str, &str)]) {
        let path = page.split('?').next().expect("a path");
        let opened = self.0.browser.get(&format!("{path}?act={act}")).await.text();
        let mut form = html::hidden(&opened, act);
        form.extend(
            fields
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        );
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (&**name, &**value)).collect();
        let answer = self.0.browser.post(path, &form).await;
        let page = answer.text();
        let main = page.split_once("<main").map_or(page.as_str(), |(_, main)| main);
        assert_eq!(answer.status, 303, "{path} {act} {form:?}: {}", html::words(main));
    }

    /// Registers a recording; its page.
    async fn registers(&self, name: &str) -> String {
        let fields = [
            ("source_id", private(&format!("source{name}"))),
            ("camera", "body_worn".into()),
            ("officer", private("officer")),
            ("division", "central".into()),
            ("started_at", format!("{}T14:10:00-06:00", days_ago(3))),
            ("ended_at", format!("{}T14:20:00-06:00", days_ago(3))),
            ("uploaded_at", format!("{}T20:00:00-06:00", days_ago(3))),
            ("place", private("scene")),
            ("incident_number", private("incident")),
            ("category", private("category")),
            ("location_kind", "public".into()),
        ];
        let answer = self.0.browser.post("/staff/recordings/new", &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let page = answer.location.expect("its page");
        page.split('?').next().expect("a path").to_owned()
    }

    /// Opens the footage of a recording and links it to a request.
    async fn opens(&self, recording: &str, number: &str) {
        let scene = [("location_kind", "public"), ("people_logged", "yes")];
        self.fills(recording, "scene", &scene).await;
        let reason = private("reason");
        let open = [
            ("change", "inactive"),
            ("ground", "not_pursued"),
            ("on", &days_ago(0)),
            ("reason", &reason),
        ];
        self.fills(recording, "status", &open).await;
        self.fills(recording, "link", &[("number", number)]).await;
    }

    /// Files of a recording.
    async fn uploads(&self, recording: &str, kind: &str, name: &str, bytes: &[u8]) {
        let path = format!("{recording}/files");
        let fields = [("act", "upload"), ("file_kind", kind)];
        let sent = self
            .0
            .browser
            .posts_files(&path, &fields, &[("file", name, bytes)])
            .await;
        assert_eq!(sent.status, 303, "{}", sent.text());
    }
}

/// A request with words on both sides and every act that carries any.
async fn talks(ana: &Resident, kim: &Desk, other: &Desk) -> Receipt {
    let receipt = ana.files(&request("civil")).await;
    let number = &receipt.number;
    ana.opens(&receipt).await;
    let page = format!("/requests/{number}/private");
    let write = async |act: &str, text: &str| {
        let form = [("act", act), ("key", &fresh_key()), ("text", text)];
        let answer = ana.post(&page, &form).await;
        assert_eq!(answer.status, 303, "{act}: {}", answer.text());
    };
    write("write", &private("message")).await;
    let text = private("question");
    kim.0.does(number, "acknowledge", &[("text", &text)]).await;
    kim.0.does(number, "ask_clarification", &[("text", &text)]).await;
    write("answer_clarification", &private("answer")).await;
    kim.0
        .does(number, "explain_delay", &[("promised", &days_ago(-9)), ("text", &text)])
        .await;
    kim.0.does(number, "reply", &[("text", &text)]).await;
    let denial = [
        ("provision", "RSMo 610.100.2(2)"),
        ("text", &*text),
        ("next_step", &*text),
    ];
    kim.0.does(number, "deny", &denial).await;
    write("ask_grounds", "").await;
    kim.0.does(number, "give_grounds", &[("text", &text)]).await;
    // The public reads which court was asked, and under what number.
    let court = [
        ("by", "requester"),
        ("court", "Circuit Court of Jackson County"),
        ("case_number", "2616-CV00001"),
        ("filed_on", &*days_ago(0)),
    ];
    kim.0.does(number, "record_petition", &court).await;
    let order = [
        ("court", "Circuit Court of Jackson County"),
        ("case_number", "2616-CV00001"),
        ("dated", &*days_ago(0)),
        ("ruling", "refuse"),
    ];
    kim.0.does(number, "enter_order", &order).await;
    other.0.does(number, "verify_order", &[("text", &text)]).await;
    let follow = [("email", "canary.follower@example.org"), ("website", "")];
    ana.post(&format!("/requests/{number}/follow"), &follow).await;
    receipt
}

/// A person shown, who gets a notice and objects; the code of the letter.
async fn objects(portal: &Portal, kim: &Desk, recording: &str, number: &str) -> String {
    let people = format!("{recording}/people");
    let person = [
        ("act", "person".to_owned()),
        ("pseudonym", private("pseudonym")),
        ("seen", "0:01-0:09".to_owned()),
    ];
    let added = kim.0.browser.post(&people, &person).await;
    assert_eq!(added.status, 303, "{}", added.text());
    let person = added.location.expect("the person");
    let contact = [
        ("receiver", "person".to_owned()),
        ("name", private("shown")),
        ("postal_address", private("home")),
        ("email", "canary.shown@example.org".to_owned()),
        ("phone", private("shownphone")),
        ("language", "en".to_owned()),
        ("safe_contact", private("safe")),
    ];
    let contact: Vec<(&str, &str)> = contact.iter().map(|(name, value)| (*name, value.as_str())).collect();
    kim.fills(&person, "contact", &contact).await;
    kim.fills(&format!("/staff/requests/{number}/release"), "open_all", &[])
        .await;
    let list = kim.0.browser.get("/staff/notices?view=all").await.text();
    let links = html::tags(&list, "a");
    let mut found = links.iter().filter_map(|link| link.get("href"));
    let notice = found
        .find(|href| href.starts_with("/staff/notices/"))
        .expect("the notice")
        .clone();
    let today = days_ago(0);
    let send = [("on", &*today), ("channel", "certified_mail"), ("to", "person")];
    kim.fills(&notice, "send", &send).await;
    // Somebody who must be reached with care is in no bulk run.
    let run = format!("/staff/letters?on={today}");
    let bulk = kim.0.browser.get(&run).await.text();
    assert!(!bulk.contains("bwc-letter-code"), "{bulk}");
    let letters = kim.0.browser.get(&format!("{run}&by=hand")).await.text();
    let code = letters
        .split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
        .find(|word| office::AccessCode::parse(word).is_ok())
        .expect("a code in the letter")
        .to_owned();
    kim.fills(&notice, "receive", &[("on", &today), ("proof", "certified_mail")])
        .await;
    let words = [
        ("key", fresh_key()),
        ("code", code.clone()),
        ("relief", "whole".to_owned()),
        ("capacity", "person".to_owned()),
        ("words", private("objection")),
        ("reply", private("replyto")),
    ];
    let words: Vec<(&str, &str)> = words.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let paper = (
        "papers",
        "canary zeisigpaper.pdf",
        b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n".as_slice(),
    );
    let objected = portal
        .resident()
        .posts_files("/notice/objection", &words, &[paper])
        .await;
    assert_eq!(objected.status, 303, "{}", objected.text());
    let opened = kim.0.browser.get(&format!("{notice}?act=answer")).await.text();
    let objection = html::choice(&opened, "objection").expect("the objection");
    let reasons = private("overruled");
    let answer = [
        ("objection", &*objection),
        ("on", &*today),
        ("answer", "overruled"),
        ("reasons", &*reasons),
    ];
    kim.fills(&notice, "answer", &answer).await;
    code
}

/// A request before a court that sealed the case, with everything that a case can hold; its number.
async fn goes_to_court_under_seal(portal: &Portal, kim: &Desk, other: &Desk, recording: &str) -> String {
    let receipt = portal.resident().files(&request("public")).await;
    let number = receipt.number;
    let follow = [("email", "canary.sealed@example.org"), ("website", "")];
    portal
        .resident()
        .post(&format!("/requests/{number}/follow"), &follow)
        .await;
    let mut records = database(portal).await;
    sqlx::query("UPDATE follower SET confirmed_at = asked_at")
        .execute(&mut records)
        .await
        .expect("a follower");
    let today = days_ago(0);
    let case = [
        ("key", fresh_key()),
        ("act", "case".to_owned()),
        ("case_kind", "display".to_owned()),
        ("court", private("sealedcourt")),
        ("case_number", private("sealednumber")),
        ("caption", private("caption")),
        ("filing", "petition".to_owned()),
        ("by", "person_shown".to_owned()),
        ("filed_on", days_ago(0)),
        ("served_on", days_ago(0)),
        ("numbers", number.clone()),
        ("seal", "yes".to_owned()),
        ("seal_dated", days_ago(0)),
    ];
    let case: Vec<(&str, &str)> = case.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let name = format!("{}.pdf", private("courtfile"));
    let document = [("document", name.as_str(), b"%PDF-1.4 the court's\n%%EOF".as_slice())];
    let entered = kim.0.browser.posts_files("/staff/court/new", &case, &document).await;
    assert_eq!(entered.status, 303, "{}", entered.text());
    let page = entered.location.expect("its page");
    let page = page.split('?').next().expect("a path").to_owned();
    let hearing = days_ago(-17);
    kim.fills(&page, "hearing", &[("on", &hearing)]).await;
    let opened = kim.0.browser.get(recording).await.text();
    let source = html::words(&opened);
    let source = source
        .split_whitespace()
        .find(|word| word.starts_with("Canary-zeisigsource"))
        .expect("its number")
        .to_owned();
    kim.fills(&page, "recording", &[("source_id", &source)]).await;
    kim.fills(&page, "restraining_order", &[("on", &today)]).await;
    let order = [
        ("court", private("sealedcourt")),
        ("case_number", private("sealednumber")),
        ("dated", days_ago(0)),
        ("ruling", "refuse".to_owned()),
    ];
    let order: Vec<(&str, &str)> = order.iter().map(|(name, value)| (*name, value.as_str())).collect();
    kim.0.does(&number, "enter_order", &order).await;
    other
        .0
        .does(&number, "verify_order", &[("text", "A second person has compared it.")])
        .await;
    let appeal = [("on", &*today), ("by", "requester")];
    kim.fills(&page, "appeal", &appeal).await;
    let reason = private("sealreason");
    let again = [("on", &*today), ("entry", "0"), ("reason", &*reason)];
    kim.fills(&page, "seal", &again).await;
    // What goes to those who follow says that there is a court matter, and no more.
    let letters: Vec<String> =
        sqlx::query_scalar("SELECT body_text || subject FROM outbox WHERE recipient = 'canary.sealed@example.org'")
            .fetch_all(&mut records)
            .await
            .expect("letters");
    assert!(letters.len() > 1, "{letters:?}");
    for letter in letters {
        let letter = letter.to_lowercase();
        assert!(!letter.contains("zeisig") && !letter.contains("petition"), "{letter}");
    }
    number
}

/// A release in the public library, of files whose names are private.
async fn publishes(kim: &Desk, rhea: &Desk, recording: &str, number: &str) {
    let inactive = [("ground", "not_pursued"), ("since", &*days_ago(0)), ("text", "")];
    kim.0.does(number, "acknowledge", &[("text", "")]).await;
    kim.0.does(number, "record_inactive", &inactive).await;
    kim.uploads(
        recording,
        "original",
        "canary zeisigoriginal.mp4",
        &movie(30_000, &[1; 64]),
    )
    .await;
    kim.uploads(recording, "copy", "canary zeisigcopy.mp4", &movie(30_000, &[2; 64]))
        .await;
    rhea.fills(&format!("{recording}/files"), "approve", &[]).await;
    let release = format!("/staff/requests/{number}/release");
    kim.fills(&release, "release", &[]).await;
    let opened = kim.0.browser.get(&format!("{release}?act=propose")).await.text();
    let film = html::choice(&opened, "release").expect("the release");
    let published = [
        ("release", &*film),
        ("title", "A traffic stop"),
        ("warning", "A person is angry."),
    ];
    kim.fills(&release, "propose", &published).await;
    let opened = rhea.0.browser.get(&format!("{release}?act=approve")).await.text();
    let waiting = html::choice(&opened, "publication").expect("the proposal");
    rhea.fills(&release, "approve", &[("publication", &*waiting)]).await;
}

/// Columns of the database that hold the bird, as `table.column`.
async fn planted(portal: &Portal) -> BTreeSet<String> {
    let mut connection = database(portal).await;
    let columns: Vec<(String, String)> = sqlx::query_as(
        "SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'",
    )
    .fetch_all(&mut connection)
    .await
    .expect("the columns");
    let mut found = BTreeSet::new();
    for (table, column) in columns {
        let sql = format!("SELECT COUNT(*) FROM \"{table}\" WHERE CAST(\"{column}\" AS TEXT) LIKE '%{BIRD}%'");
        let rows: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
            .fetch_one(&mut connection)
            .await
            .expect("a number");
        if rows > 0 {
            found.insert(format!("{table}.{column}"));
        }
    }
    found
}

/// No byte and no header names the bird.
fn holds_no_bird(path: &str, answer: &Answer) {
    for (name, value) in &answer.headers {
        let value = String::from_utf8_lossy(value.as_bytes()).to_lowercase();
        assert!(!value.contains(BIRD), "{path}, header {name}: {value}");
    }
    let body = answer.text().to_lowercase();
    if let Some(at) = body.find(BIRD) {
        let from = (0..=at.saturating_sub(80)).rev().find(|at| body.is_char_boundary(*at));
        panic!("{path} names it: {}", &body[from.unwrap_or(0)..at + BIRD.len()]);
    }
}

/// Follows every link from these pages on, outside the console; the paths read, without their queries.
async fn reads_everything(somebody: &Resident, starts: Vec<String>) -> BTreeSet<String> {
    let mut waiting = VecDeque::from(starts);
    let (mut seen, mut paths) = (BTreeSet::new(), BTreeSet::new());
    while let Some(path) = waiting.pop_front() {
        if !path.starts_with('/') || path.contains("/staff") || !seen.insert(path.clone()) {
            continue;
        }
        let answer = somebody.get(&path).await;
        assert!(answer.status < 500, "{path}: {}", answer.status);
        holds_no_bird(&path, &answer);
        let bare = path.split(['?', '#']).next().unwrap_or(&path);
        if answer.status == 200 {
            paths.insert(bare.to_owned());
        }
        if answer.header("content-type").starts_with("text/html") {
            let page = answer.text();
            for (tag, name) in [
                ("a", "href"),
                ("link", "href"),
                ("source", "src"),
                ("track", "src"),
                ("video", "src"),
            ] {
                for attributes in html::tags(&page, tag) {
                    let target = attributes
                        .get(name)
                        .map(|target| target.split('#').next().unwrap_or("").to_owned());
                    waiting.extend(target);
                }
            }
        }
    }
    paths
}

#[tokio::test]
async fn what_people_tell_in_private_stands_nowhere_in_public() {
    let portal = Portal::open();
    let (ana, ben) = (portal.resident(), portal.resident());
    let kim = Desk(portal.custodian("canary.kim@example.org").await);
    let lee = Desk(portal.custodian("canary.lee@example.org").await);
    let rhea = Desk(portal.staff("canary.rhea@example.org", "reviewer").await);

    let talked = talks(&ana, &kim, &lee).await;
    let objected = ben.files(&request("depicted")).await;
    let first = kim.registers("one").await;
    kim.opens(&first, &objected.number).await;
    let code = objects(&portal, &kim, &first, &objected.number).await;
    let released = portal.resident().files(&request("public")).await;
    let second = kim.registers("two").await;
    kim.opens(&second, &released.number).await;
    publishes(&kim, &rhea, &second, &released.number).await;
    let order = [
        ("key", fresh_key()),
        ("kind", "preserve".to_owned()),
        ("court", private("court")),
        ("case_number", private("casenumber")),
        ("judge", private("judge")),
        ("dated", days_ago(0)),
        ("scope", private("sourceone")),
        ("term_persons_present", private("terms")),
    ];
    let order: Vec<(&str, &str)> = order.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let name = format!("{}.pdf", private("orderfile"));
    let document = [("document", name.as_str(), b"%PDF-1.4 the court's\n%%EOF".as_slice())];
    let entered = kim.0.browser.posts_files("/staff/orders/new", &order, &document).await;
    assert_eq!(entered.status, 303, "{}", entered.text());

    let sealed = goes_to_court_under_seal(&portal, &kim, &lee, &first).await;

    let planted = planted(&portal).await;
    for column in [
        "requester.asked",
        "requester.email",
        "message.words",
        "message.next_step",
        "follower.email",
        "outbox.recipient",
        "staff.email",
        "recording.source_id",
        "recording.officer",
        "recording.place",
        "recording.incident_number",
        "recording.category",
        "person.content",
        "person_contact.content",
        "objection.content",
        "attachment.name",
        "notice_letter.document",
        "disclosure_order.content",
        "docket.event",
        "court_case.court",
        "court_case.case_number",
        "court_case.caption",
        "court_entry_words.words",
        "original.name",
        "release_copy.name",
    ] {
        assert!(planted.contains(column), "{column} was to be planted: {planted:?}");
    }

    let stranger = portal.resident();
    let numbers = [&talked.number, &objected.number, &released.number, &sealed].map(String::as_str);
    let starts = Lang::ALL.into_iter().flat_map(|lang| starts(lang, &numbers)).collect();
    let read = reads_everything(&stranger, starts).await;
    let film = |path: &String| path.starts_with("/library/") && path.ends_with("/video.mp4");
    assert!(read.iter().any(film), "the released film: {read:?}");
    for lang in Lang::ALL {
        for path in must_read(&released.number) {
            assert!(read.contains(&lang.path(&path)), "{path} was not read: {read:?}");
        }
        // Who knows a private word does not learn from the search that it is there.
        for word in WORDS {
            let path = lang.path(&format!("/requests?q=zeisig{word}"));
            let found = stranger.get(&path).await.text();
            assert!(html::attribute(&found, "data-status").is_none(), "{path}");
        }
        let form = |path: &str, fields: &[(&str, &str)]| stranger.form(&lang.path(path), fields);
        let wrong_code = [("number", talked.number.as_str()), ("code", objected.code.as_str())];
        for (path, asked, status) in [
            ("/law", form("/law", &[]), 405),
            ("/track", form("/track", &wrong_code), 422),
            ("/request", form("/request", &[("track", "public")]), 422),
            ("/notice", form("/notice", &[("code", &talked.code)]), 422),
            ("/notice/check", form("/notice/check", &[("code", &code)]), 200),
            (
                "/staff/queue",
                stranger.raw(Method::GET, &lang.path("/staff/queue")),
                303,
            ),
        ] {
            let answer = stranger.send(asked).await;
            assert_eq!(answer.status, status, "{path}: {}", answer.text());
            holds_no_bird(path, &answer);
        }
    }
    sealed_is_a_court_matter(&stranger, &sealed).await;
    for path in ["/healthz", "/readyz", "/metrics"] {
        holds_no_bird(path, &stranger.get(path).await);
    }
}

/// Of a request before a court that sealed the case nobody in public learns of what kind it is, who asked, what was decided, and
/// on which day a court hears it.
async fn sealed_is_a_court_matter(stranger: &Resident, sealed: &str) {
    for page in ["", "/timeline.txt", "/timeline", "/feed.atom", "/calendar.ics"] {
        let answer = stranger.get(&format!("/requests/{sealed}{page}")).await.text();
        let main = answer.split_once("<main").map_or(answer.as_str(), |(_, main)| main);
        for word in [
            "court_asked",
            "order_verified",
            "court_entered",
            "person_shown",
            "order_denied",
            &days_ago(-17),
        ] {
            assert!(!main.contains(word), "{page} names {word}: {main}");
        }
    }
    let time_line = stranger.get(&format!("/requests/{sealed}/timeline.txt")).await.text();
    assert!(time_line.contains("court_matter"), "{time_line}");
}

/// Private words to search for.
const WORDS: [&str; 7] = ["place", "name", "officer", "scene", "pseudonym", "judge", "objection"];

/// Where the reading begins: pages that nothing links to, searches, and what is not there.
fn starts(lang: Lang, numbers: &[&str]) -> Vec<String> {
    let mut paths: Vec<String> = [
        "/",
        "/notice",
        "/notice/check",
        "/notice/objection",
        "/request/filed",
        "/nowhere",
        "/requests/KC-26-0000-00",
        "/library/nothing",
        "/law/deadline?rule=NOPE&start=x",
        "/requests?q=central",
        "/requests?status=denied",
        "/requests?track=civil",
        "/requests?page=7",
        "/requests?page=abc",
        "/requests?month=2026-13",
    ]
    .map(str::to_owned)
    .to_vec();
    for number in numbers {
        let pages = ["", "/timeline.txt", "/private", "/follow"];
        paths.extend(pages.map(|page| format!("/requests/{number}{page}")));
        paths.push(format!("/law/petition?number={number}"));
    }
    for word in WORDS {
        paths.push(format!("/requests?q=zeisig{word}"));
        paths.push(format!("/requests/feed.atom?q=zeisig{word}"));
    }
    paths.iter().map(|path| lang.path(path)).collect()
}

/// What the reading must have come to, so that it cannot pass by reading nothing.
fn must_read(number: &str) -> Vec<String> {
    let of_request = ["timeline", "timeline.txt", "feed.atom", "calendar.ics", "follow"];
    let others = [
        "/requests",
        "/requests/feed.atom",
        "/law/petition",
        "/law/deadline",
        "/statistics/by_track.csv",
        "/statistics/orders.csv",
        "/library",
        "/program/retention",
        "/notice/objection",
        "/about/privacy",
        "/request",
        "/track",
    ];
    let of_request = of_request.map(|page| format!("/requests/{number}/{page}"));
    others.map(str::to_owned).into_iter().chain(of_request).collect()
}
