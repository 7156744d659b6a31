//! What a person shown, or a parent or guardian, reads at every end of a notice and of an objection, in both languages.

use std::{fs, path::Path};

use crate::support::{
    Answer, Portal, Resident, days_ago, html,
    release::{Case, HALF_AN_HOUR, movie},
};

/// A notice to somebody, sent and received on days of the past.
struct Told {
    portal: Portal,
    case: Case,
    notice: String,
    code: String,
}

/// Whom the notice is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Adult,
    Child,
}

impl Told {
    /// The notice was sent 20 days ago, and received on a day, if it was.
    async fn on(who: Who, received: Option<&str>) -> Self {
        let portal = Portal::open();
        let case = portal.begins_a_release().await;
        let desk = &case.kim.browser;
        let people = format!("/staff/recordings/{}/people", case.recording);
        let mut person = vec![("act", "person"), ("pseudonym", "Person B"), ("seen", "0:10-0:40")];
        let mut contact = vec![("act", "contact"), ("receiver", "person"), ("name", "Bela Varga")];
        if who == Who::Child {
            person.push(("facts", "minor"));
            contact[1] = ("receiver", "parent_or_guardian");
        }
        let onward = desk.posted(&people, &person).await;
        let path = onward.split('?').next().expect("a person").to_owned();
        contact.extend([("postal_address", "12 Oak Street\nKansas City MO"), ("language", "en")]);
        desk.posted(&path, &contact).await;
        let release = format!("/staff/requests/{}/release", case.receipt.number);
        desk.posted(&release, &[("act", "open_all")]).await;
        let text = desk.get(&release).await.text();
        let id = text.split("/staff/notices/").nth(1).expect("a notice");
        let notice = format!("/staff/notices/{}", id.split('"').next().expect("its id"));
        let told = Self {
            portal,
            case,
            notice,
            code: String::new(),
        };
        let to = if who == Who::Child {
            "parent_or_guardian"
        } else {
            "person"
        };
        told.acts(
            "send",
            &[("on", &days_ago(20)), ("channel", "certified_mail"), ("to", to)],
        )
        .await;
        if let Some(received) = received {
            told.acts("receive", &[("on", received), ("proof", "certified_mail")])
                .await;
        }
        let letter = told.letter("bwc-letter-code").await;
        let code = letter.split("<strong>").nth(1).expect("its code")[..34].to_owned();
        Self { code, ..told }
    }

    /// The console's page of the notice, from its newest letter with this mark.
    async fn letter(&self, mark: &str) -> String {
        let page = self.case.kim.browser.get(&self.notice).await.text();
        page.rsplit(mark).next().expect("a letter").to_owned()
    }

    async fn acts(&self, act: &str, fields: &[(&str, &str)]) {
        let desk = &self.case.kim.browser;
        let page = desk.get(&format!("{}?act={act}", self.notice)).await;
        let [version, key] = ["version", "key"].map(|name| page.value(name).unwrap_or_default());
        let mut form = vec![("act", act), ("version", version.as_str()), ("key", key.as_str())];
        form.extend_from_slice(fields);
        desk.posted(&self.notice, &form).await;
    }

    /// Rhea verifies what waits for a second person.
    async fn is_seconded(&self) {
        let desk = &self.case.rhea.browser;
        let list = desk.get("/staff/waiting").await.text();
        let (_, rest) = list.split_once("/staff/waiting/").expect("something waits");
        let waiting = format!("/staff/waiting/{}", rest.split('"').next().unwrap_or_default());
        let key = desk.get(&waiting).await.value("key").unwrap_or_default();
        desk.posted(&waiting, &[("act", "verify"), ("key", key.as_str())]).await;
    }

    async fn answers(&self, fields: &[(&str, &str)]) {
        let page = self.case.kim.browser.get(&format!("{}?act=answer", self.notice)).await;
        let objection = page.value("objection").expect("an objection");
        let today = days_ago(0);
        let mut form = vec![("objection", objection.as_str()), ("on", today.as_str())];
        form.extend_from_slice(fields);
        self.acts("answer", &form).await;
    }

    /// Somebody with the letter opens it.
    async fn opens(&self) -> Resident {
        let bela = self.portal.resident();
        let answer = bela.post("/notice", &[("code", &self.code)]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        bela
    }

    /// The page and the form as the person reads them, in both languages; kept for people to read.
    async fn reads(&self, end: &str) -> [String; 2] {
        let bela = self.opens().await;
        let mut pages = Vec::new();
        for lang in ["", "/es"] {
            let notice = bela.get(&format!("{lang}/notice")).await;
            let form = bela.get(&format!("{lang}/notice/objection?another=1")).await;
            keep(end, lang, &[&notice, &form]);
            for page in [&notice, &form] {
                let text = page.text();
                assert!(text.contains("/notice/leave"), "a way out: {text}");
                assert!(text.contains("value=\"leave\""), "a way to close it: {text}");
            }
            pages.push(html::lines(&notice.text()));
        }
        pages.try_into().expect("both languages")
    }
}

/// Writes what somebody read to a file under `target`, for a person to read through.
fn keep(end: &str, lang: &str, pages: &[&Answer]) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("notice-pages");
    fs::create_dir_all(&folder).expect("a folder");
    let read: Vec<String> = pages.iter().map(|page| html::lines(&page.text())).collect();
    let name = format!("{end}{}.txt", lang.replace('/', "-"));
    fs::write(folder.join(name), read.join("\n\n----\n\n")).expect("a file");
}

fn says(pages: &[String; 2], said: [&str; 2]) {
    for (page, words) in pages.iter().zip(said) {
        assert!(page.contains(words), "{words}: {page}");
    }
}

fn never_says(pages: &[String; 2], said: [&str; 2]) {
    for (page, words) in pages.iter().zip(said) {
        assert!(!page.contains(words), "{words}: {page}");
    }
}

const SILENT: [&str; 2] = ["If you do nothing", "Si no hace nada"];
const OVER: [&str; 2] = ["Your last day was", "Su último día fue"];

fn objection(relief: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut form = vec![("relief", relief), ("capacity", "person"), ("words", "My worst day")];
    if relief == "part" {
        form.extend([("asks", "blur_me"), ("asks", "mute_me")]);
    }
    form
}

#[tokio::test]
async fn a_parent_reads_throughout_that_it_is_about_the_child() {
    let told = Told::on(Who::Child, None).await;
    let bela = told.opens().await;
    let form = [
        ("relief", "part"),
        ("asks", "blur_me"),
        ("capacity", "parent_or_guardian"),
    ];
    let letter = html::lines(&format!("<main>{}</main>", told.letter("bwc-letter\"").await));
    let before = told.reads("child-running").await;
    let asked = [
        bela.get("/notice/objection").await,
        bela.get("/es/notice/objection").await,
    ]
    .map(|page| html::lines(&page.text()));
    assert_eq!(bela.posts_files("/notice/objection", &form, &[]).await.status, 303);
    let receipt = [
        bela.get("/notice/objection").await,
        bela.get("/es/notice/objection").await,
    ];
    keep("child-receipt", "", &[&receipt[0]]);
    keep("child-receipt", "/es", &[&receipt[1]]);
    let receipt = receipt.map(|page| html::lines(&page.text()));
    told.answers(&[("answer", "settled_by_redaction"), ("asks", "mute_me")])
        .await;
    let answer = html::lines(&format!("<main>{}</main>", told.letter("bwc-letter\"").await));
    let after = told.reads("child-settled").await;
    for read in [&letter, &before[0], &asked[0], &receipt[0], &answer, &after[0]] {
        assert!(read.contains("the child or the person in your care"), "{read}");
        for wrong in [
            "you are seen",
            "You are seen",
            "You are heard",
            "you are heard",
            "blur you",
            "Blur me",
            "your voice",
        ] {
            assert!(!read.contains(wrong), "{wrong}: {read}");
        }
    }
    for read in [&before[1], &asked[1], &receipt[1], &after[1]] {
        assert!(
            read.contains("menor o") && read.contains("la persona a su cargo"),
            "{read}"
        );
        for wrong in [
            "usted aparece",
            "Usted se ve",
            "Usted se oye",
            "difuminarle a usted",
            "Difuminarme",
        ] {
            assert!(!read.contains(wrong), "{wrong}: {read}");
        }
    }
}

#[tokio::test]
async fn before_it_is_opened_the_page_says_that_opening_counts_as_receipt() {
    let portal = Portal::open();
    let bela = portal.resident();
    for (page, counts) in [
        ("/notice", "Opening the notice counts as receipt"),
        ("/es/notice", "Abrir el aviso cuenta como recepción"),
    ] {
        let text = bela.get(page).await.text();
        for said in [counts, "816-234-5000", "1125 Locust Street", "/notice/leave"] {
            assert!(text.contains(said), "{said}: {text}");
        }
        let wrong = bela.post(page, &[("code", "AAAA")]).await.text();
        assert!(
            !wrong.contains("receipt shows") && !wrong.contains("como aparece en su comprobante"),
            "{wrong}"
        );
    }
}

#[tokio::test]
async fn whoever_objected_reads_what_became_of_it_and_never_that_silence_leads_to_a_release() {
    let yesterday = days_ago(1);
    let told = Told::on(Who::Adult, Some(&yesterday)).await;
    let running = told.reads("running").await;
    says(&running, SILENT);
    says(&running, ["Silence is not consent", "Callar no es consentir"]);
    let bela = told.opens().await;
    let sent = bela
        .posts_files(
            "/notice/objection",
            &objection("part"),
            &[("papers", "doctor.pdf", b"%PDF-1.4\nx\n%%EOF\n")],
        )
        .await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let receipt = [
        bela.get("/notice/objection").await,
        bela.get("/es/notice/objection").await,
    ];
    keep("receipt", "", &[&receipt[0]]);
    keep("receipt", "/es", &[&receipt[1]]);
    let receipt = receipt.map(|page| html::lines(&page.text()));
    says(&receipt, ["My worst day", "My worst day"]);
    says(&receipt, ["doctor.pdf", "doctor.pdf"]);
    says(
        &receipt,
        [
            "The law sets no day for the answer",
            "La ley no fija un día para la respuesta",
        ],
    );
    says(&receipt, ["Send more papers", "Enviar más papeles"]);
    let objected = told.reads("objected").await;
    never_says(&objected, SILENT);
    says(&objected, ["waits for our answer", "espera nuestra respuesta"]);
    told.answers(&[
        ("answer", "settled_by_redaction"),
        ("asks", "blur_me"),
        ("reasons", "The voice is needed."),
    ])
    .await;
    let settled = told.reads("settled").await;
    never_says(&settled, SILENT);
    says(&settled, ["Asked for and not granted", "Pedido y no concedido"]);
    let letter = told.letter("bwc-letter\"").await;
    assert!(
        letter.contains("Asked for and not granted") && letter.contains("take out the sound wherever you are heard"),
        "{letter}"
    );
    let console = told.case.kim.browser.get(&told.notice).await.text();
    assert!(console.contains("Asked for and not granted"), "{console}");
}

#[tokio::test]
async fn after_the_last_day_the_page_the_form_and_the_receipt_say_that_it_passed() {
    let told = Told::on(Who::Adult, Some(&days_ago(18))).await;
    let over = told.reads("over").await;
    says(&over, OVER);
    never_says(&over, SILENT);
    says(&over, ["an order of the court does", "una orden del tribunal sí"]);
    let bela = told.opens().await;
    for (page, was) in [("/notice/objection", OVER[0]), ("/es/notice/objection", OVER[1])] {
        let form = bela.get(page).await.text();
        assert!(form.contains(was) && !form.contains("Your last day is"), "{form}");
    }
    bela.posts_files("/notice/objection", &objection("whole"), &[]).await;
    let receipt = bela.get("/notice/objection").await;
    keep("late-receipt", "", &[&receipt]);
    let receipt = receipt.text();
    for said in [
        "passed on to the records custodian",
        "does not hold the release",
        "is over",
    ] {
        assert!(receipt.contains(said), "{said}: {receipt}");
    }
    assert!(!receipt.contains("file and serve it by the last day"), "{receipt}");
    told.reads("over-late-objection").await;
    told.acts("clear", &[("on", &days_ago(0))]).await;
    told.reads("clear").await;
}

#[tokio::test]
async fn an_objection_in_time_holds_after_the_last_day_and_each_answer_is_told() {
    for (answer, said) in [
        (
            vec![("answer", "accepted")],
            ["We agreed with your objection", "Aceptamos su objeción"],
        ),
        (
            vec![("answer", "overruled"), ("reasons", "A public street.")],
            ["Your days are over", "Sus días terminaron"],
        ),
    ] {
        let told = Told::on(Who::Adult, Some(&days_ago(18))).await;
        let in_time = days_ago(15);
        let mut paper = objection("whole");
        paper.extend([("on", in_time.as_str()), ("language", "en")]);
        told.acts("object", &paper).await;
        let waits = told.reads("over-waits").await;
        says(
            &waits,
            [
                "before we have answered you in writing",
                "antes de que le respondamos por escrito",
            ],
        );
        told.answers(&answer).await;
        let name = answer[0].1;
        says(&told.reads(&format!("over-{name}")).await, said);
        let letter = told.letter("bwc-letter\"").await;
        keep_letter(name, &letter);
        if name == "overruled" {
            assert!(
                letter.contains("Your last day to file and serve an action is over")
                    && !letter.contains("not before your last day is over"),
                "{letter}"
            );
        }
    }
}

#[tokio::test]
async fn after_a_release_the_person_reads_that_it_was_released() {
    let told = Told::on(Who::Adult, Some(&days_ago(18))).await;
    told.acts("clear", &[("on", &days_ago(0))]).await;
    told.case.releases_copy(&movie(HALF_AN_HOUR, b"one")).await;
    let released = told.reads("released").await;
    says(&released, ["was released on", "El video se entregó el"]);
    never_says(&released, ["may be released", "Puede entregarse"]);
    never_says(&released, ["does not hold the release", "no detiene la entrega"]);
    says(
        &released,
        ["an order of the court stops it", "una orden del tribunal lo detiene"],
    );
}

fn keep_letter(name: &str, letter: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("notice-pages");
    fs::create_dir_all(&folder).expect("a folder");
    let read = html::lines(&format!("<main>{letter}</main>"));
    fs::write(folder.join(format!("letter-{name}.txt")), read).expect("a file");
}

#[tokio::test]
async fn a_court_consent_and_a_hidden_face_end_the_talk_of_silence() {
    let received = days_ago(3);
    for end in ["in-court", "consented", "hidden"] {
        let told = Told::on(Who::Adult, Some(&received)).await;
        let today = days_ago(0);
        let said = match end {
            "in-court" => {
                let days = [("court", "Circuit Court"), ("filed", &*today), ("served", &*today)];
                told.acts("action", &days).await;
                ["A court action is pending", "Hay una acción judicial pendiente"]
            }
            "consented" => {
                told.acts("consent", &[("on", &today), ("to", "person"), ("identity", "yes")])
                    .await;
                told.is_seconded().await;
                ["You agreed to the release", "Usted aceptó la entrega"]
            }
            _ => {
                told.acts("redact_out", &[("on", &today)]).await;
                ["You will be hidden", "En el video se le ocultará a usted"]
            }
        };
        let pages = told.reads(end).await;
        says(&pages, said);
        never_says(&pages, SILENT);
        // A court that has it bars consent, and whoever agreed or is hidden has no last day.
        never_says(&pages, AGREE);
        if end == "in-court" {
            never_says(&pages, COURT);
        } else {
            never_says(&pages, ["By the last day", "Hasta el último día"]);
            never_says(&pages, ["by your last day", "hasta su último día"]);
        }
        match end {
            "consented" => says(&pages, ["takes your consent back", "retira su consentimiento"]),
            "hidden" => never_says(&pages, ["may be released", "Puede entregarse"]),
            _ => {}
        }
    }
}

const AGREE: [&str; 2] = ["If you agree to the release", "Si está de acuerdo con la entrega"];
const NEED_NOT: [&str; 2] = ["You need not answer", "No tiene que responder"];
const COURT: [&str; 2] = ["Your right to go to court", "Su derecho de acudir al tribunal"];

impl Told {
    /// The page of the person in the console.
    async fn person(&self) -> String {
        let people = format!("/staff/recordings/{}/people", self.case.recording);
        let log = self.case.kim.browser.get(&people).await.text();
        let id = log.split("/staff/people/").nth(1).expect("a person");
        format!("/staff/people/{}", id.split('"').next().expect("its id"))
    }

    /// Changes what the people log says of the person.
    async fn changes(&self, act: &str, fields: &[(&str, &str)]) {
        let (desk, path) = (&self.case.kim.browser, self.person().await);
        let version = desk.get(&path).await.value("version").expect("a version");
        let mut form = vec![("act", act), ("version", version.as_str())];
        form.extend_from_slice(fields);
        desk.posted(&path, &form).await;
    }

    /// What the form says, or stands in its place.
    async fn asks(&self) -> [String; 2] {
        let bela = self.opens().await;
        let mut pages = Vec::new();
        for lang in ["", "/es"] {
            let page = bela.get(&format!("{lang}/notice/objection?another=1")).await.text();
            pages.push(page);
        }
        pages.try_into().expect("both languages")
    }
}

#[tokio::test]
async fn a_court_that_forbids_the_video_leaves_nothing_to_ask_for() {
    for (end, cut, said) in [
        (
            "enjoined",
            "",
            [
                "A court forbade showing the video",
                "Un tribunal prohibió mostrar el video",
            ],
        ),
        (
            "enjoined-in-part",
            "0:10-0:20",
            [
                "A court forbade showing these parts of the video: 0:10-0:20",
                "Un tribunal prohibió mostrar estas partes del video: 0:10-0:20",
            ],
        ),
    ] {
        let told = Told::on(Who::Adult, Some(&days_ago(18))).await;
        let (filed, today, until) = (days_ago(16), days_ago(0), days_ago(-30));
        let action = [("court", "Circuit Court"), ("filed", &*filed), ("served", &*filed)];
        told.acts("action", &action).await;
        let page = told
            .case
            .kim
            .browser
            .get(&format!("{}?act=decide", told.notice))
            .await
            .text();
        let known = html::tags(&page, "input")
            .into_iter()
            .filter(|tag| tag.get("name").is_some_and(|name| name == "action"));
        let known = known.filter_map(|tag| tag.get("value").cloned());
        let action = known.into_iter().find(|id| !id.is_empty()).expect("the action");
        let decision = if cut.is_empty() { "enjoin_all" } else { "enjoin_part" };
        let decided = [
            ("action", &*action),
            ("on", &*today),
            ("decision", decision),
            ("cut", cut),
            ("until", &*until),
            ("ends", "yes"),
        ];
        told.acts("decide", &decided).await;
        told.is_seconded().await;
        let pages = told.reads(end).await;
        says(&pages, said);
        says(&pages, ["through ", "inclusive"]);
        never_says(&pages, AGREE);
        never_says(&pages, SILENT);
        if cut.is_empty() {
            never_says(&pages, COURT);
            never_says(&pages, ["An objection sent now", "Una objeción enviada ahora"]);
            never_says(&pages, ["may be released", "Puede entregarse"]);
        } else {
            says(&pages, COURT);
        }
    }
}

#[tokio::test]
async fn whom_the_office_agreed_with_reads_of_nothing_more_to_do() {
    let told = Told::on(Who::Adult, Some(&days_ago(18))).await;
    let in_time = days_ago(15);
    let mut paper = objection("whole");
    paper.extend([("on", in_time.as_str()), ("language", "en")]);
    told.acts("object", &paper).await;
    told.answers(&[("answer", "accepted")]).await;
    let pages = told.reads("kept").await;
    says(&pages, ["We agreed with your objection", "Aceptamos su objeción"]);
    never_says(&pages, COURT);
    never_says(&pages, ["An objection sent now", "Una objeción enviada ahora"]);
}

#[tokio::test]
async fn whoever_is_exempt_or_was_taken_out_is_asked_for_nothing_and_nothing_waits() {
    for end in ["exempt", "taken-out"] {
        let told = Told::on(Who::Adult, Some(&days_ago(18))).await;
        let bela = told.opens().await;
        let said = if end == "exempt" {
            let person = [("seen", "0:10-0:40"), ("facts", "police_affiliated")];
            told.changes("person", &person).await;
            told.is_seconded().await;
            told.acts("exempt", &[]).await;
            ["the law exempts", "la ley exceptúa"]
        } else {
            told.acts("clear", &[("on", &days_ago(0))]).await;
            told.changes("take_out", &[("reason", "Logged twice")]).await;
            ["listed twice", "estaba dos veces en la lista"]
        };
        told.is_seconded().await;
        let pages = told.reads(end).await;
        says(&pages, said);
        says(&pages, NEED_NOT);
        never_says(&pages, COURT);
        never_says(&pages, AGREE);
        never_says(&pages, ["may be released", "Puede entregarse"]);
        if end == "taken-out" {
            never_says(&pages, ["video that shows you", "video en el que usted aparece"]);
        }
        for page in told.asks().await {
            assert!(!page.contains("name=\"relief\""), "no form: {page}");
        }
        // From a page that was open before: it holds nothing, and it is read all the same.
        let sent = bela.posts_files("/notice/objection", &objection("whole"), &[]).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        let receipt = bela.get("/notice/objection").await.text();
        assert!(
            end == "exempt" || receipt.contains("this objection does not hold the release"),
            "{receipt}"
        );
        let work = told.case.kim.browser.get("/staff/notices").await.text();
        assert!(work.contains(&told.notice), "{work}");
    }
}

#[tokio::test]
async fn whoever_is_ready_to_agree_says_so_on_the_page_and_reads_that_it_is_no_consent_yet() {
    for (lang, link, sent, none) in [
        (
            "",
            "I am ready to agree, or want to talk about it",
            "you are ready to agree",
            "This is not consent yet",
        ),
        (
            "/es",
            "Quiero aceptar, o hablar de ello",
            "en disposición de aceptar",
            "Esto todavía no es consentimiento",
        ),
    ] {
        let told = Told::on(Who::Adult, Some(&days_ago(3))).await;
        let bela = told.opens().await;
        let notice = format!("{lang}/notice");
        let before = bela.get(&notice).await.text();
        assert!(
            before.contains(link) && before.contains("data-days-left=\"8\""),
            "{before}"
        );
        let path = format!("{lang}/notice/consent");
        let page = bela.get(&path).await;
        assert!(
            page.text().contains(none) && page.text().contains("/notice/leave"),
            "{}",
            page.text()
        );
        let key = page.value("key").unwrap_or_default();
        let unreached = [("wish", "agree"), ("capacity", "person"), ("key", key.as_str())];
        let refused = bela.post(&path, &unreached).await;
        assert_eq!(refused.status, 422);
        let key = refused.value("key").unwrap_or_default();
        let wish = [
            ("wish", "agree"),
            ("capacity", "person"),
            ("reach", "816-555-0142, in the evening"),
            ("words", "My son says it is fine."),
            ("key", key.as_str()),
        ];
        let onward = bela.posted(&path, &wish).await;
        assert_eq!(onward, format!("{notice}#wishes"));
        assert_eq!(bela.posted(&path, &wish).await, onward, "sent twice is sent once");
        let after = bela.get(&notice).await;
        keep("wish", lang, &[&after, &page]);
        let after = after.text();
        assert!(after.contains(sent) && after.contains(none), "{after}");
        assert!(after.contains("data-days-left=\"8\""), "no day stops: {after}");
        assert!(
            !after.contains("You agreed") && !after.contains("Usted aceptó"),
            "{after}"
        );

        // A task for the office, with the way to reach her, until it talked with her.
        let desk = &told.case.kim.browser;
        let work = desk.get("/staff/notices").await.text();
        assert!(
            work.contains(&told.notice) && work.contains("Wishes about consent"),
            "{work}"
        );
        let open = desk.get(&told.notice).await.text();
        assert!(
            open.contains("816-555-0142, in the evening") && open.contains("My son says it is fine."),
            "{open}"
        );
        let auditor = told.portal.staff("ada@example.org", "auditor").await;
        let read = auditor.browser.get(&told.notice).await.text();
        assert!(!read.contains("816-555-0142"), "{read}");
        told.acts("talk", &[("on", &days_ago(0))]).await;
        let heard = desk.get(&told.notice).await.text();
        assert!(
            !heard.contains("816-555-0142") && heard.contains("Heard on"),
            "erased: {heard}"
        );
        let work = desk.get("/staff/notices").await.text();
        assert!(!work.contains(&told.notice), "{work}");
        let days = bela.get(&notice).await.text();
        assert!(days.contains("data-days-left=\"8\""), "{days}");
        // Consent itself needs to know who she is.
        let page = desk.get(&format!("{}?act=consent", told.notice)).await;
        let [version, key] = ["version", "key"].map(|name| page.value(name).unwrap_or_default());
        let today = days_ago(0);
        let unknown = [
            ("act", "consent"),
            ("version", version.as_str()),
            ("key", key.as_str()),
            ("on", today.as_str()),
            ("to", "person"),
        ];
        assert_eq!(desk.post(&told.notice, &unknown).await.status, 422);
    }
}

#[tokio::test]
async fn while_a_court_has_it_nobody_is_asked_to_agree() {
    let told = Told::on(Who::Adult, Some(&days_ago(3))).await;
    let today = days_ago(0);
    let days = [("court", "Circuit Court"), ("filed", &*today), ("served", &*today)];
    told.acts("action", &days).await;
    let bela = told.opens().await;
    let page = bela.get("/notice/consent").await.text();
    assert!(
        page.contains("nothing to agree to") && !page.contains("name=\"reach\""),
        "{page}"
    );
    let wish = [("wish", "talk"), ("capacity", "person"), ("reach", "816-555-0142")];
    let barred = bela.post("/notice/consent", &wish).await;
    assert_eq!(barred.status, 409, "{}", barred.text());
    assert!(barred.text().contains("816-555-0142"), "what was typed stays");
    // Without an open notice its code is asked for.
    let stranger = told.portal.resident().get("/notice/consent").await.text();
    assert!(stranger.contains("name=\"code\""), "{stranger}");
}

#[tokio::test]
async fn a_letter_entered_as_sent_before_it_was_made_is_shown_as_that_before_anything_leaves() {
    let told = Told::on(Who::Adult, Some(&days_ago(19))).await;
    let desk = &told.case.kim.browser;
    let sent = format!("data-back-dated=\"{}\"", days_ago(20));
    for path in [told.notice.as_str(), told.case.release_page().as_str()] {
        let page = desk.get(path).await.text();
        assert!(
            page.contains(&sent) && page.contains("20 days before"),
            "{path}: {page}"
        );
    }
    let page = html::words(&desk.get(&told.notice).await.text());
    assert!(
        page.contains("Entered as done on"),
        "the audit tells the day entered: {page}"
    );
    let list = desk.get("/staff/notices?view=work").await.text();
    let row = list.split(&told.notice).nth(1).expect("its row");
    assert!(row.contains("Days over") && !row.contains("days running"), "{row}");
    let running = desk.get("/staff/notices?view=running").await.text();
    assert!(!running.contains(&told.notice), "{running}");
    // An objection is a number on top of the queue, with the way there.
    let bela = told.opens().await;
    let queue = html::words(&desk.get("/staff/queue").await.text());
    assert!(!queue.contains("objection to answer"), "{queue}");
    let object = [("relief", "whole"), ("capacity", "person"), ("grounds", "privacy")];
    let sent = bela.posts_files("/notice/objection", &object, &[]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let queue = desk.get("/staff/queue").await.text();
    assert!(queue.contains("/staff/notices?view=work") && html::words(&queue).contains("objection to answer"));
}
