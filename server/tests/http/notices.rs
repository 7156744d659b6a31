//! People shown, from outside: what a code opens, what an objection needs, and who learns of it.

use office::AccessCode;

use crate::support::{Answer, Portal, Resident, days_ago, portal::database, release::Case};

impl Case {
    /// The page of the only notice on the request.
    async fn notice(&self) -> String {
        let page = format!("/staff/requests/{}/release", self.receipt.number);
        let text = self.kim.browser.get(&page).await.text();
        let id = text.split("/staff/notices/").nth(1).expect("a notice");
        format!("/staff/notices/{}", id.split('"').next().expect("its id"))
    }

    /// Does an act on the notice that must go through.
    async fn acts(&self, act: &str, fields: &[(&str, &str)]) {
        let path = self.notice().await;
        let page = self.kim.browser.get(&format!("{path}?act={act}")).await;
        let [version, key] = ["version", "key"].map(|name| page.value(name).unwrap_or_default());
        let mut form = vec![("act", act), ("version", version.as_str()), ("key", key.as_str())];
        form.extend_from_slice(fields);
        self.kim.browser.posted(&path, &form).await;
    }

    /// The objection that waits for an answer.
    async fn objection(&self) -> String {
        let path = self.notice().await;
        let page = self.kim.browser.get(&format!("{path}?act=answer")).await;
        page.value("objection").expect("an objection")
    }
}

async fn enters(somebody: &Resident, code: &str) -> Answer {
    somebody.post("/notice", &[("code", code)]).await
}

fn part(words: &str) -> Vec<(&str, &str)> {
    vec![
        ("relief", "part"),
        ("asks", "blur_me"),
        ("grounds", "privacy"),
        ("capacity", "person"),
        ("words", words),
    ]
}

/// What a browser sends for a field of files that nobody used.
const UNUSED: (&str, &str, &[u8]) = ("papers", "", b"");
const PDF: (&str, &str, &[u8]) = ("papers", "petition.pdf", b"%PDF-1.4\nstamped\n%%EOF\n");

#[tokio::test]
async fn a_person_objects_with_a_paper_and_reads_the_answer_by_the_code_of_the_objection() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let code = case.tells_somebody().await;
    let bela = portal.resident();
    assert_eq!(enters(&bela, &code.to_lowercase().replace('-', " ")).await.status, 303);
    let notice = bela.get("/notice").await;
    assert!(notice.text().contains("data-days-left"), "{}", notice.text());
    assert!(!notice.text().contains("Person B") && !notice.text().contains("Ana Ruiz"));
    let sent = bela
        .posts_files("/notice/objection", &part("My worst day"), &[PDF])
        .await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let receipt = bela.get("/notice/objection").await;
    let own = crate::support::html::attribute(&receipt.text(), "data-access-code").expect("a code");
    assert_ne!(own, code);

    let console = case.kim.browser.get(&case.notice().await).await.text();
    assert!(
        console.contains("My worst day") && console.contains("petition.pdf"),
        "{console}"
    );
    let checks = case.rhea.browser.get(&case.notice().await).await.text();
    assert!(
        !checks.contains("My worst day") && !checks.contains("Bela Varga") && !checks.contains("petition.pdf"),
        "{checks}"
    );
    assert!(
        checks.contains("bwc-notice-objections"),
        "that there is one, and what it asks for"
    );
    // Whoever opened the words, and the paper, is in the audit log, once a session; nobody else is.
    let paper = console.split("/staff/files/").nth(1).expect("the paper");
    for _ in 0..2 {
        let opened = case.kim.browser.get(&format!("/staff/files/{}", &paper[..64])).await;
        assert_eq!(opened.status, 200);
        case.kim.browser.get(&case.notice().await).await;
    }
    for kind in ["objection_opened", "paper_opened"] {
        let kept = case
            .rhea
            .browser
            .get(&format!("/staff/audit.csv?act={kind}&subject=notice"))
            .await;
        assert_eq!(kept.text().lines().count(), 2, "{kind}: {}", kept.text());
    }

    let objection = case.objection().await;
    let (today, answer) = (days_ago(0), "settled_by_redaction");
    let fields = [
        ("objection", objection.as_str()),
        ("on", &today),
        ("answer", answer),
        ("asks", "blur_me"),
    ];
    case.acts("answer", &fields).await;
    let later = portal.resident();
    assert_eq!(enters(&later, &own).await.status, 303);
    let read = later.get("/es/notice").await.text();
    assert!(
        read.contains("bwc-notice-objections") && read.contains("My worst day"),
        "{read}"
    );
}

#[tokio::test]
async fn whoever_has_no_papers_objects_without_and_once_more_with_them() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let code = case.tells_somebody().await;
    let bela = portal.resident();
    enters(&bela, &code).await;
    let sent = bela
        .posts_files("/es/notice/objection", &part("No papers"), &[UNUSED])
        .await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let receipt = bela.get("/notice/objection").await.text();
    assert!(
        receipt.contains("data-access-code") && receipt.contains("?another=1"),
        "{receipt}"
    );
    let again = bela.get("/notice/objection?another=1").await;
    assert!(again.text().contains("name=\"papers\""), "{}", again.text());
    let sent = bela
        .posts_files("/notice/objection", &part("Now with papers"), &[PDF])
        .await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let notice = bela.get("/notice").await.text();
    assert!(
        notice.contains("No papers") && notice.contains("Now with papers"),
        "{notice}"
    );
    let console = case.kim.browser.get(&case.notice().await).await.text();
    assert!(console.contains("petition.pdf"), "{console}");
}

#[tokio::test]
async fn a_custodian_keys_a_letter_without_papers_and_sees_why_and_for_whom_it_asks() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    case.tells_somebody().await;
    let path = case.notice().await;
    let page = case.kim.browser.get(&format!("{path}?act=object")).await;
    let [version, key] = ["version", "key"].map(|name| page.value(name).unwrap_or_default());
    let today = days_ago(0);
    let form = [
        ("act", "object"),
        ("version", &version),
        ("key", &key),
        ("on", &today),
        ("relief", "part"),
        ("asks", "mute_me"),
        ("cut", "0:12-0:15"),
        ("grounds", "safety"),
        ("grounds", "medical"),
        ("capacity", "attorney"),
        ("words", "By letter"),
        ("language", "en"),
    ];
    let sent = case.kim.browser.posts_files(&path, &form, &[UNUSED]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    for (lang, told) in [
        (
            "",
            [
                "somebody in danger",
                "medical care",
                "Attorney",
                "0:12-0:15",
                "take out the sound",
            ],
        ),
        (
            "/es",
            [
                "en peligro",
                "estado médico",
                "Abogado",
                "0:12-0:15",
                "quitar el sonido",
            ],
        ),
    ] {
        let page = case.kim.browser.get(&format!("{lang}{path}?act=answer")).await.text();
        let objection = page.split("bwc-notice-objections").nth(1).expect("the objection");
        for words in told {
            assert!(objection.contains(words), "{words}: {objection}");
        }
    }
}

#[tokio::test]
async fn a_child_is_marked_as_one_after_the_log_was_written() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let people = format!("/staff/recordings/{}/people", case.recording);
    let person = [("act", "person"), ("pseudonym", "Person B"), ("seen", "0:10-0:40")];
    let onward = case.kim.browser.posted(&people, &person).await;
    let path = onward.split('?').next().expect("a person");
    let page = case.kim.browser.get(path).await;
    let version = page.value("version").expect("a version");
    let form = [
        ("act", "person"),
        ("version", version.as_str()),
        ("seen", "0:10-0:45"),
        ("heard", ""),
        ("facts", "minor"),
    ];
    case.kim.browser.posted(path, &form).await;
    let page = case.kim.browser.get(path).await.text();
    assert!(page.contains("Person B") && page.contains("0:10-0:45"), "{page}");
    assert!(
        page.contains("value=\"parent_or_guardian\"") && !page.contains("value=\"person\" "),
        "{page}"
    );
}

#[tokio::test]
async fn days_of_a_petition_come_with_its_papers_and_a_custodian_can_reject_them() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let code = case.tells_somebody().await;
    let bela = portal.resident();
    enters(&bela, &code).await;
    let today = days_ago(0);
    let mut form = part("I went to court");
    form.extend([("filed", today.as_str()), ("served", &today)]);
    let bare = bela.post("/notice/objection", &form).await;
    assert_eq!(bare.status, 422);
    assert!(
        bare.is_refused_at("papers") && bare.text().contains("I went to court"),
        "{}",
        bare.text()
    );
    let sent = bela.posts_files("/notice/objection", &form, &[PDF]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let state = || async {
        let page = case.kim.browser.get(&case.notice().await).await.text();
        crate::support::html::attribute(&page, "data-status").expect("a state")
    };
    assert_eq!(state().await, "action_pending");
    let page = case
        .kim
        .browser
        .get(&format!("{}?act=reject", case.notice().await))
        .await;
    let action = page.value("action").expect("an action");
    case.acts("reject", &[("action", &action), ("on", &today)]).await;
    assert_eq!(
        state().await,
        "action_pending",
        "it counts for nothing until a second person has said so"
    );
    // The page of the notice, the queue and a page of its own say so; who entered it cannot verify it.
    let shown = case.kim.browser.get(&case.notice().await).await.text();
    let (_, rest) = shown.split_once("/staff/waiting/").expect("a way to it");
    let waiting = format!("/staff/waiting/{}", rest.split('"').next().unwrap_or_default());
    let rhea = portal.staff("sol@example.org", "reviewer").await.browser;
    let queue = rhea.get("/es/staff/queue").await.text();
    assert!(
        queue.contains("/es/staff/waiting") && queue.contains("1 anotación por verificar"),
        "{queue}"
    );
    assert!(rhea.get("/staff/waiting").await.text().contains(&waiting));
    let own = case.kim.browser.post(&waiting, &[("act", "verify")]).await;
    assert_eq!(own.status, 409, "{}", own.text());
    assert!(own.text().contains("Two people are needed"), "{}", own.text());
    let bare = rhea.post(&waiting, &[("act", "refuse"), ("reason", " ")]).await;
    assert!(
        bare.status == 422 && bare.text().contains("href=\"#reason\""),
        "{}",
        bare.text()
    );
    let page = rhea.get(&waiting).await;
    let key = page.value("key").expect("a key");
    let done = rhea.post(&waiting, &[("act", "verify"), ("key", &key)]).await;
    assert_eq!(done.status, 303, "{}", done.text());
    assert_eq!(state().await, "objected");
}

#[tokio::test]
async fn a_code_that_opens_nothing_gets_one_answer_whatever_it_is() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let revoked = case.tells_somebody().await;
    let today = days_ago(0);
    case.acts("return", &[("on", &today)]).await;
    case.acts(
        "send",
        &[("on", &today), ("channel", "certified_mail"), ("to", "person")],
    )
    .await;
    let expired = newest_code(&case).await;
    let mut records = database(&portal).await;
    let over = "UPDATE records_request SET ended_on = '2020-01-02'";
    sqlx::query(over).execute(&mut records).await.expect("the case is over");
    let unknown = AccessCode::make(&[7; 26]).grouped();
    let answer = async |code: &str| {
        let answer = enters(&portal.resident(), code).await;
        let mut headers: Vec<String> = answer.headers.keys().map(ToString::to_string).collect();
        headers.sort();
        let policy = answer.header("content-security-policy").len();
        let body = answer.text().replace(code, "CODE");
        (answer.status, headers, policy, without_nonces(&body))
    };
    let first = answer(&unknown).await;
    assert_eq!(first.0, 422);
    for code in [&revoked, &expired] {
        let other = answer(code).await;
        assert_eq!((other.0, &other.1, other.2), (first.0, &first.1, first.2));
        assert_eq!(difference(&other.3, &first.3), None);
    }
    for code in [&revoked, &expired] {
        let checked = portal.resident().post("/notice/check", &[("code", code)]).await;
        assert!(checked.text().contains("data-genuine=\"yes\""), "{}", checked.text());
    }
    let checked = portal.resident().post("/notice/check", &[("code", &unknown)]).await;
    assert!(checked.text().contains("data-genuine=\"no\""));
    let reopened = "UPDATE records_request SET ended_on = NULL";
    sqlx::query(reopened).execute(&mut records).await.expect("it goes on");
    let opened = enters(&portal.resident(), &expired).await;
    assert_eq!(opened.status, 303, "nothing but the end of the case had closed it");
}

#[tokio::test]
async fn a_slip_of_the_pen_is_told_as_one_and_guessing_uses_up_a_budget() {
    let portal = Portal::with(&[]);
    let somebody = portal.resident();
    let sound = AccessCode::make(&[9; 26]).grouped();
    let slip = sound.replacen(&sound[..1], if sound.starts_with('2') { "3" } else { "2" }, 1);
    let told = enters(&somebody, &slip).await;
    assert_eq!(told.status, 422);
    let typo = told.text();
    let mut last = 0;
    for guess in 0..12_u8 {
        let code = AccessCode::make(&[guess; 26]).grouped();
        let answer = enters(&somebody, &code).await;
        assert_ne!(
            without_nonces(&answer.text()).replace(&code, ""),
            typo.replace(&slip, "")
        );
        last = answer.status;
    }
    assert_eq!(last, 429);
}

#[tokio::test]
async fn whoever_leaves_at_once_leaves_no_receipt_behind() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let code = case.tells_somebody().await;
    let bela = portal.resident();
    enters(&bela, &code).await;
    let sent = bela.posts_files("/notice/objection", &part("Words"), &[]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    assert!(bela.get("/notice/objection").await.text().contains("data-access-code"));
    let left = bela.get("/notice/leave").await;
    assert!(left.location.expect("elsewhere").starts_with("https://"));
    for page in ["/notice", "/notice/objection"] {
        let shown = bela.get(page).await.text();
        assert!(
            !shown.contains("data-access-code") && !shown.contains("Words"),
            "{shown}"
        );
    }
}

/// The code in the newest notice that the console shows.
async fn newest_code(case: &Case) -> String {
    let letters = case.kim.browser.get(&case.notice().await).await.text();
    let newest = letters.rsplit("bwc-letter-code").next().expect("a letter");
    let code = newest.split("<strong>").nth(1).expect("its code");
    code.split("</strong>").next().expect("its end").to_owned()
}

#[tokio::test]
async fn a_late_objection_is_taken_and_waits_to_be_read() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let people = format!("/staff/recordings/{}/people", case.recording);
    let person = [("act", "person"), ("pseudonym", "Person B"), ("seen", "0:10-0:40")];
    let onward = case.kim.browser.posted(&people, &person).await;
    let contact = [
        ("act", "contact"),
        ("receiver", "person"),
        ("name", "Bela Varga"),
        ("postal_address", "12 Oak Street\nKansas City MO"),
        ("language", "en"),
    ];
    let path = onward.split('?').next().expect("a person");
    case.kim.browser.posted(path, &contact).await;
    let release = format!("/staff/requests/{}/release", case.receipt.number);
    case.kim.browser.posted(&release, &[("act", "open_all")]).await;
    let (out, received, today) = (days_ago(40), days_ago(38), days_ago(0));
    let letter = [("on", out.as_str()), ("channel", "certified_mail"), ("to", "person")];
    case.acts("send", &letter).await;
    case.acts("receive", &[("on", &received), ("proof", "certified_mail")])
        .await;
    case.acts("clear", &[("on", &today)]).await;
    let work = || async { case.kim.browser.get("/staff/notices").await.text() };
    assert!(!work().await.contains("Person B"));

    let bela = portal.resident();
    assert_eq!(enters(&bela, &newest_code(&case).await).await.status, 303);
    let notice = bela.get("/notice").await.text();
    assert!(
        notice.contains("The days are over") && !notice.contains("data-days-left"),
        "{notice}"
    );
    let sent = bela.post("/notice/objection", &part("I was abroad")).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let receipt = bela.get("/notice/objection").await.text();
    assert!(receipt.contains("after the last day"), "{receipt}");
    assert!(work().await.contains("Person B"), "it waits to be read");
}

#[tokio::test]
async fn a_letter_that_came_back_is_sent_again_and_only_the_new_code_opens() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let first = case.tells_somebody().await;
    let today = days_ago(0);
    case.acts("return", &[("on", &today)]).await;
    assert_eq!(enters(&portal.resident(), &first).await.status, 422);
    let send = [("on", today.as_str()), ("channel", "certified_mail"), ("to", "person")];
    case.acts("send", &send).await;
    let second = newest_code(&case).await;
    assert_ne!(first, second);
    assert_eq!(enters(&portal.resident(), &first).await.status, 422);
    assert_eq!(enters(&portal.resident(), &second).await.status, 303);
}

/// Everything that is kept of notices; the post goes its own way meanwhile.
async fn kept_of_notices(portal: &Portal) -> (i64, i64, i64) {
    const KEPT: &str = "SELECT (SELECT CAST(SUM(version) AS BIGINT) FROM notice), \
         (SELECT COUNT(*) FROM audit_entry), (SELECT COUNT(*) FROM notice_session)";
    let mut records = database(portal).await;
    sqlx::query_as(KEPT).fetch_one(&mut records).await.expect("the notices")
}

#[tokio::test]
async fn looking_at_a_page_of_a_notice_changes_nothing() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let code = case.tells_somebody().await;
    let (scanner, bela) = (portal.resident(), portal.resident());
    let before = kept_of_notices(&portal).await;
    for path in [
        "/notice",
        "/es/notice",
        "/notice/check",
        "/notice/objection",
        "/notice/leave",
    ] {
        scanner.get(&format!("{path}?code={code}")).await;
    }
    assert_eq!(
        kept_of_notices(&portal).await,
        before,
        "a scanner of mail opens nothing"
    );
    enters(&bela, &code).await;
    let entered = kept_of_notices(&portal).await;
    let each = (entered.0 - before.0, entered.1 - before.1, entered.2 - before.2);
    assert_eq!(each, (1, 1, 1), "the code, posted, proves receipt");
    for path in ["/notice", "/es/notice", "/notice/objection", "/notice/check"] {
        assert_eq!(bela.get(path).await.status, 200, "{path}");
    }
    assert_eq!(kept_of_notices(&portal).await, entered);
}

/// A letter sent and received long enough ago, with or without an objection that is overruled; what the requester and the
/// public get before and after the release.
async fn told(portal: &Portal, objects: bool) -> Vec<String> {
    let case = portal.begins_a_release().await;
    case.tells_somebody().await;
    case.acts("return", &[("on", &days_ago(0))]).await;
    case.acts(
        "send",
        &[("on", &days_ago(0)), ("channel", "certified_mail"), ("to", "person")],
    )
    .await;
    let (today, mut moments) = (days_ago(0), Vec::new());
    if objects {
        let form = [
            ("on", today.as_str()),
            ("relief", "whole"),
            ("capacity", "person"),
            ("words", "No, says the canary"),
            ("language", "en"),
        ];
        case.acts("object", &form).await;
    }
    moments.push(all_they_get(portal, &case).await);
    if objects {
        let objection = case.objection().await;
        let form = [
            ("objection", objection.as_str()),
            ("on", &today),
            ("answer", "overruled"),
            ("reasons", "A canary reason"),
        ];
        case.acts("answer", &form).await;
    }
    case.acts("redact_out", &[("on", &today)]).await;
    moments.push(all_they_get(portal, &case).await);
    moments
}

async fn all_they_get(portal: &Portal, case: &Case) -> String {
    let number = &case.receipt.number;
    let stranger = portal.resident();
    case.ana.opens(&case.receipt).await;
    // The statistics follow within seconds, in both.
    let mut records = database(portal).await;
    let waiting = "SELECT COUNT(*) FROM uncounted";
    while sqlx::query_scalar::<_, i64>(waiting)
        .fetch_one(&mut records)
        .await
        .expect("a count")
        > 0
    {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let mut all = String::new();
    for path in [
        "/".to_owned(),
        "/requests".into(),
        "/requests/feed.atom".into(),
        format!("/requests/{number}"),
        format!("/requests/{number}/feed.atom"),
        format!("/requests/{number}/calendar.ics"),
        format!("/requests/{number}/timeline"),
        format!("/es/requests/{number}"),
        "/library".into(),
        "/statistics".into(),
        "/statistics/notices.csv".into(),
    ] {
        let answer = stranger.get(&path).await;
        let told = format!("{path} {}\n{}\n", answer.status, answer.text());
        all.push_str(&told);
    }
    let private = case.ana.get(&format!("/requests/{number}/private")).await;
    all.push_str(&private.text());
    let mut post = database(portal).await;
    for _ in 0..200 {
        let waiting = "SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL";
        let waiting: i64 = sqlx::query_scalar(waiting)
            .fetch_one(&mut post)
            .await
            .expect("the post");
        if waiting == 0 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let mut letters = portal.letters();
    letters.retain(|letter| letter.contains("ana@example.org"));
    let posted = format!("{} letters", letters.len());
    all.push_str(&posted);
    let mut all = all.replace(number.as_str(), "NUMBER").replace(&portal.url, "URL");
    // The number also stands in groups.
    for group in number.split('-').skip(2) {
        all = all.replace(&format!("bwc-code__group\">{group}"), "bwc-code__group\">GROUP");
    }
    without_chance(&all)
}

#[tokio::test]
async fn neither_the_requester_nor_the_public_can_tell_whether_somebody_objected() {
    let (quiet, loud) = (Portal::open(), Portal::open());
    let (without, with) = (told(&quiet, false).await, told(&loud, true).await);
    for (moment, (one, two)) in without.iter().zip(&with).enumerate() {
        assert_eq!(difference(one, two), None, "moment {moment}");
        assert_eq!(one.len(), two.len(), "moment {moment}");
        assert!(one.contains("NUMBER") && !two.contains("canary"));
    }
}

/// Where two texts begin to differ, if they do.
fn difference<'a>(one: &'a str, two: &'a str) -> Option<(&'a str, &'a str)> {
    let at = one.bytes().zip(two.bytes()).position(|(one, two)| one != two);
    let at = at.or_else(|| (one.len() != two.len()).then_some(one.len().min(two.len())))?;
    let around = |text: &'a str| {
        let from = text.floor_char_boundary(at.saturating_sub(60));
        &text[from..text.floor_char_boundary((at + 60).min(text.len()))]
    };
    Some((around(one), around(two)))
}

/// A page without what is random in every answer: leptos writes the nonce into `crossorigin`, too.
fn without_nonces(page: &str) -> String {
    let mut bare = page.to_owned();
    for name in [" nonce=\"", " crossorigin=\""] {
        let mut parts = bare.split(name);
        let mut kept = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            kept.push_str(part.split_once('"').map_or("", |(_, rest)| rest));
        }
        bare = kept;
    }
    bare
}

/// Without nonces, ids, keys, hashes and the time of day.
fn without_chance(text: &str) -> String {
    let bare = without_nonces(text);
    let mut out = String::new();
    for word in bare.split_inclusive(|c: char| !c.is_ascii_alphanumeric() && c != ':') {
        let (core, end) = word.split_at(word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric()).len());
        let hex = core.len() >= 32 && core.bytes().all(|b| b.is_ascii_hexdigit());
        let time = core.contains(':') && core.bytes().any(|b| b.is_ascii_digit());
        let stamp = core.len() == 16 && core.ends_with('Z') && core.as_bytes()[8] == b'T';
        out.push_str(if hex || time || stamp { "CHANCE" } else { core });
        out.push_str(end);
    }
    out
}
