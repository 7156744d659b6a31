//! What who filed, who follows and everybody read at every end of a request, in both languages, on pages and in letters.

use std::{fmt::Write as _, fs, path::Path, time::Duration};

use crate::{
    csrf::links,
    support::{
        Custodian, Portal, Receipt, Resident, days_ago, form_with, html,
        release::{Case, HALF_AN_HOUR, movie},
    },
};

/// Somebody who filed, in their language, and somebody who follows.
struct Asker {
    browser: Resident,
    receipt: Receipt,
    lang: &'static str,
    email: String,
    follower: String,
}

const LANGS: [&str; 2] = ["en", "es"];

fn address(name: &str, lang: &str) -> String {
    format!("{name}-{lang}@example.org")
}

fn filing(email: &str, lang: &str) -> Vec<(&'static str, String)> {
    let mut form = form_with("email", email);
    form.retain(|(name, _)| *name != "language");
    form.push(("language", lang.to_owned()));
    form
}

impl Asker {
    async fn files(portal: &Portal, end: &str, lang: &'static str) -> Self {
        let browser = portal.resident();
        let email = address(end, lang);
        let receipt = browser.files(&filing(&email, lang)).await;
        Self::followed(portal, browser, receipt, email, lang).await
    }

    /// Somebody else asks to hear of it.
    async fn followed(portal: &Portal, browser: Resident, receipt: Receipt, email: String, lang: &'static str) -> Self {
        let follower = format!("follows-{email}");
        let path = |rest: &str| format!("{}{rest}", prefix(lang));
        let follow = path(&format!("/requests/{}/follow", receipt.number));
        let other = portal.resident();
        other.posted(&follow, &[("email", &follower), ("website", "")]).await;
        let asked = &letters_come(portal, &follower, 1).await[0];
        let link = links(asked, &portal.url)
            .into_iter()
            .find(|link| link.contains("/confirm/"));
        let nothing: [(&str, &str); 0] = [];
        other.posted(&link.expect("a link"), &nothing).await;
        Self {
            browser,
            receipt,
            lang,
            email,
            follower,
        }
    }

    fn number(&self) -> &str {
        &self.receipt.number
    }

    /// Everything that there is to read, kept for people to read through: the pages, then the letters.
    async fn reads(&self, portal: &Portal, end: &str) -> Read {
        let at = prefix(self.lang);
        let request = format!("{at}/requests/{}", self.receipt.number);
        let browser = portal.resident();
        browser.opens(&self.receipt).await;
        let page = async |path: &str| {
            let answer = browser.get(path).await;
            assert_eq!(answer.status, 200, "{path}: {}", answer.text());
            answer.text()
        };
        let public = html::lines(&page(&request).await);
        let private_page = page(&format!("{request}/private")).await;
        let private = html::lines(&private_page);
        let follow = html::lines(&page(&format!("{request}/follow")).await);
        let calendar = page(&format!("{request}/calendar.ics")).await.replace("\r\n ", "");
        let feed = html::words(&page(&format!("{request}/feed.atom")).await.replace("><", ">\n<"));
        let timeline = page(&format!("{request}/timeline.txt")).await;
        let plays = private_page.contains("/private/files/");
        let letters = read_letters(portal, &self.email);
        let followed = read_letters(portal, &self.follower);
        let read = Read {
            public,
            private,
            follow,
            calendar,
            feed,
            timeline,
            letters,
            followed,
            plays,
        };
        read.keep(end, self.lang);
        read
    }

    async fn acts(&self, act: &str, text: &str) {
        let path = format!("{}/requests/{}/private", prefix(self.lang), self.receipt.number);
        let page = self.browser.opens(&self.receipt).await;
        let key = page.value("key").unwrap_or_default();
        let form = [("act", act), ("text", text), ("key", key.as_str())];
        self.browser.posted(&path, &form).await;
    }
}

fn prefix(lang: &str) -> &'static str {
    if lang == "es" { "/es" } else { "" }
}

/// What somebody read.
struct Read {
    public: String,
    private: String,
    follow: String,
    calendar: String,
    feed: String,
    timeline: String,
    letters: Vec<String>,
    followed: Vec<String>,
    /// Whether the private page leads to a video.
    plays: bool,
}

impl Read {
    fn keep(&self, end: &str, lang: &str) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("request-pages");
        fs::create_dir_all(&folder).expect("a folder");
        let mut all = String::new();
        let mut put = |name: &str, text: &str| write!(all, "\n\n######## {name}\n{text}").expect("a text");
        put("public", &self.public);
        put("private", &self.private);
        put("follow", &self.follow);
        put("calendar", &self.calendar);
        put("feed", &self.feed);
        put("timeline", &self.timeline);
        for letter in &self.letters {
            put("letter to who filed", letter);
        }
        for letter in &self.followed {
            put("letter to who follows", letter);
        }
        fs::write(folder.join(format!("{end}.{lang}.txt")), all).expect("a file");
    }
}

/// Both say it, each in its language.
fn say(pages: [&str; 2], said: [&str; 2]) {
    for (page, words) in pages.iter().zip(said) {
        assert!(one_line(page).contains(words), "{words}: {page}");
    }
}

/// Neither says it.
fn never_say(pages: [&str; 2], said: [&str; 2]) {
    for (page, words) in pages.iter().zip(said) {
        assert!(!one_line(page).contains(words), "{words}: {page}");
    }
}

/// Letters are wrapped.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn public(read: &[Read; 2]) -> [&str; 2] {
    [&read[0].public, &read[1].public]
}

fn private(read: &[Read; 2]) -> [&str; 2] {
    [&read[0].private, &read[1].private]
}

fn newest(read: &[Read; 2]) -> [&str; 2] {
    [0, 1].map(|lang| read[lang].letters.last().expect("a letter").as_str())
}

/// Letters to an address so far, the oldest first.
fn letters_to(portal: &Portal, address: &str) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(portal.file("mail"))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "eml"))
        .collect();
    names.sort_by_key(|path| fs::metadata(path).and_then(|file| file.modified()).ok());
    let letters = names.iter().filter_map(|path| fs::read_to_string(path).ok());
    letters
        .filter(|letter| letter.contains(&format!("To: {address}")))
        .collect()
}

async fn letters_come(portal: &Portal, address: &str, count: usize) -> Vec<String> {
    for _ in 0..100 {
        let letters = letters_to(portal, address);
        if letters.len() >= count {
            return letters;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("no letter to {address}: {}", portal.said());
}

/// Waits until no more letters come.
async fn all_sent(portal: &Portal) {
    let mut before = usize::MAX;
    while portal.letters().len() != before {
        before = portal.letters().len();
        tokio::time::sleep(Duration::from_millis(1_200)).await;
    }
}

/// The letters to somebody, as they read them.
fn read_letters(portal: &Portal, address: &str) -> Vec<String> {
    letters_to(portal, address).iter().map(|letter| plain(letter)).collect()
}

/// Subject and words of a letter.
fn plain(letter: &str) -> String {
    let letter = letter.replace("\r\n", "\n");
    let subject = letter.replace("\n ", " ");
    let subject = subject
        .lines()
        .find(|line| line.starts_with("Subject:"))
        .unwrap_or_default()
        .to_owned();
    let boundary = letter
        .split("boundary=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let part = letter.split("text/plain").nth(1).unwrap_or(&letter);
    let part = part.split_once("\n\n").map_or(part, |(_, body)| body);
    let part = boundary
        .and_then(|end| part.split(&format!("--{end}")).next())
        .unwrap_or(part);
    format!("{subject}\n{}", unquoted(part))
}

fn unquoted(text: &str) -> String {
    let text = text.replace("=\n", "");
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, more)) = rest.split_first() {
        let code = more.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match code.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) if *first == b'=' => {
                bytes.push(byte);
                rest = &more[2..];
            }
            _ => {
                bytes.push(*first);
                rest = more;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

async fn does(kim: &Custodian, askers: &[Asker; 2], act: &str, fields: &[(&str, &str)]) {
    for asker in askers {
        kim.does(asker.number(), act, fields).await;
    }
}

async fn two(portal: &Portal, end: &str) -> [Asker; 2] {
    [
        Asker::files(portal, end, LANGS[0]).await,
        Asker::files(portal, end, LANGS[1]).await,
    ]
}

async fn read(portal: &Portal, askers: &[Asker; 2], end: &str) -> [Read; 2] {
    all_sent(portal).await;
    [askers[0].reads(portal, end).await, askers[1].reads(portal, end).await]
}

const LAPSED: [&str; 2] = [
    "The last day to answer or pay passed",
    "Pasó el último día para responder o pagar",
];
const PAY: [&str; 2] = [
    "The records office tells you how to pay",
    "La oficina de registros le dice cómo pagar",
];
const ANSWER: [&str; 2] = ["Send the answer", "Enviar la respuesta"];
const CAN_ASK: [&str; 2] = [
    "can ask for the reasons in writing",
    "puede pedir los motivos por escrito",
];
const ASK: [&str; 2] = ["Ask for the reasons in writing", "Pedir los motivos por escrito"];

const QUESTION: &[(&str, &str)] = &[("text", "Which corner?")];
const FEE: &[(&str, &str)] = &[("fee_copy", "4.82"), ("text", "")];

#[tokio::test]
async fn a_question_and_a_fee_lapse_after_the_last_day() {
    let mut portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let question = two(&portal, "question").await;
    let fee = two(&portal, "fee").await;
    let silent = two(&portal, "late").await;
    does(&kim, &question, "ask_clarification", QUESTION).await;
    does(&kim, &fee, "ask_fee", FEE).await;
    read(&portal, &question, "question-open").await;
    let open = read(&portal, &fee, "fee-open").await;
    say(private(&open), PAY);
    say(newest(&open), PAY);
    say(newest(&open), ["816-234-5000", "816-234-5000"]);
    portal = portal.after_days(120).await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    let lapsed = read(&portal, &question, "question-lapsed").await;
    // Each says once who did what.
    never_say(
        [&lapsed[0].feed, &lapsed[1].feed],
        [
            "The records custodian: The records custodian",
            "El custodio de registros: El custodio de registros",
        ],
    );
    let unpaid = read(&portal, &fee, "fee-lapsed").await;
    for read in [&lapsed, &unpaid] {
        say(public(read), LAPSED);
        say(newest(read), LAPSED);
        never_say(private(read), PAY);
        never_say(private(read), ANSWER);
        never_say(public(read), ["has determined yet", "ha determinado todavía"]);
    }
    let late = read(&portal, &silent, "late").await;
    say(public(&late), ["This is overdue", "Hay retraso"]);
    say(newest(&late), ["shows no act by then", "no muestra ninguna actuación"]);
    portal = portal.after_days(800).await;
    let past = read(&portal, &question, "question-hold-past").await;
    for page in [public(&past), private(&past)] {
        say(
            page,
            ["The hold of this request ended", "La reserva de esta solicitud terminó"],
        );
    }
    never_say(
        private(&past),
        ["None of it may be deleted", "Nada de eso se puede borrar"],
    );
}

#[tokio::test]
async fn each_answer_of_the_custodian_is_told() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let (today, ahead) = (days_ago(0), days_ago(-20));

    let paid = two(&portal, "paid").await;
    does(&kim, &paid, "ask_fee", FEE).await;
    let form = [
        ("waived", ""),
        ("received_on", today.as_str()),
        ("channel", "counter"),
        ("text", ""),
    ];
    does(&kim, &paid, "settle_fee", &form).await;
    read(&portal, &paid, "fee-paid").await;

    let answered = two(&portal, "answered").await;
    does(&kim, &answered, "ask_clarification", QUESTION).await;
    for asker in &answered {
        asker.acts("answer_clarification", "The north corner").await;
    }
    read(&portal, &answered, "question-answered").await;

    let delayed = two(&portal, "delayed").await;
    does(
        &kim,
        &delayed,
        "explain_delay",
        &[("promised", &ahead), ("text", "Many videos")],
    )
    .await;
    read(&portal, &delayed, "delayed").await;

    let none = two(&portal, "none").await;
    let form = [("why", "not_made"), ("deleted_on", ""), ("text", "No camera was there")];
    does(&kim, &none, "find_no_record", &form).await;
    let found = read(&portal, &none, "no-record").await;
    say(
        public(&found),
        ["No recording was found", "No se halló ninguna grabación"],
    );
    for read in [private(&found), newest(&found)] {
        say(
            read,
            ["this request can be taken up again", "esta solicitud se puede retomar"],
        );
    }
    never_say(public(&found), ["has determined yet", "ha determinado todavía"]);
}

#[tokio::test]
async fn a_denial_its_reasons_and_a_withdrawal_are_told() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let denied = two(&portal, "denied").await;
    let form = [
        ("provision", "RSMo 610.100.3"),
        ("text", "It is not open"),
        ("next_step", "Ask for the reasons"),
    ];
    does(&kim, &denied, "deny", &form).await;
    let before = read(&portal, &denied, "denied").await;
    say(public(&before), CAN_ASK);
    say(private(&before), ASK);
    say(
        public(&before),
        ["denied under RSMo 610.100.3", "se denegó con base en RSMo 610.100.3"],
    );
    for asker in &denied {
        asker.acts("ask_grounds", "").await;
    }
    let asked = read(&portal, &denied, "denied-asked").await;
    never_say(private(&asked), ASK);
    never_say(public(&asked), ["Nobody has to act", "nadie tiene que actuar"]);
    does(&kim, &denied, "give_grounds", &[("text", "A witness is heard")]).await;
    let given = read(&portal, &denied, "denied-given").await;
    say(
        public(&given),
        ["The reasons were given in writing", "Los motivos se dieron por escrito"],
    );
    never_say(public(&given), CAN_ASK);
    never_say(private(&given), ASK);
    does(&kim, &denied, "reopen", &[("text", "A court freed it")]).await;
    read(&portal, &denied, "reopened").await;

    let withdrawn = two(&portal, "withdrawn").await;
    for asker in &withdrawn {
        asker.acts("withdraw", "").await;
    }
    let gone = read(&portal, &withdrawn, "withdrawn").await;
    say(
        public(&gone),
        ["before anybody determined", "antes de que se determinara"],
    );
    say(
        newest(&gone),
        [
            "file a new request at any time",
            "presentar una solicitud nueva cuando quiera",
        ],
    );

    let ada = portal.staff("ada@example.org", "admin").await;
    let erased = two(&portal, "erased").await;
    for asker in &erased {
        let path = format!("/staff/requests/{}/erase", asker.number());
        ada.browser.posted(&path, &[("reason", "They asked for it")]).await;
        let page = portal
            .resident()
            .get(&format!("{}/requests/{}", prefix(asker.lang), asker.number()))
            .await;
        keep_page(&format!("erased.{}", asker.lang), &page.text());
    }
}

#[tokio::test]
async fn an_active_investigation_and_a_court_are_told() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let rhea = portal.staff("rhea@example.org", "reviewer").await;
    let today = days_ago(0);
    let active = two(&portal, "active").await;
    does(&kim, &active, "acknowledge", &[("text", "")]).await;
    let form = [("confirmed_on", today.as_str()), ("text", "")];
    does(&kim, &active, "close_active", &form).await;
    read(&portal, &active, "active").await;
    let form = [("ground", "not_pursued"), ("since", today.as_str()), ("text", "")];
    does(&kim, &active, "record_inactive", &form).await;
    read(&portal, &active, "inactive").await;
    does(&kim, &active, "reclose", &[("since", &today), ("text", "Acquitted")]).await;
    read(&portal, &active, "reclosed-unreleased").await;

    for ruling in ["refuse", "disclose"] {
        let court = two(&portal, &format!("court-{ruling}")).await;
        let form = [
            ("by", "requester"),
            ("court", "Circuit Court of Jackson County"),
            ("case_number", "2616-CV01234"),
            ("filed_on", today.as_str()),
            ("served_on", ""),
        ];
        does(&kim, &court, "record_petition", &form).await;
        read(&portal, &court, &format!("court-pending-{ruling}")).await;
        let form = [
            ("ruling", ruling),
            ("court", "Circuit Court of Jackson County"),
            ("case_number", "2616-CV01234"),
            ("dated", today.as_str()),
            ("scope", ""),
        ];
        does(&kim, &court, "enter_order", &form).await;
        does(&rhea, &court, "verify_order", &[]).await;
        let decided = read(&portal, &court, &format!("court-{ruling}")).await;
        if ruling == "refuse" {
            say(
                public(&decided),
                [
                    "A court refused to open the footage",
                    "Un tribunal se negó a abrir la grabación",
                ],
            );
            never_say(public(&decided), ["has determined yet", "ha determinado todavía"]);
            for read in [public(&decided), private(&decided), newest(&decided)] {
                say(
                    read,
                    [
                        "An appeal goes to a higher court",
                        "La apelación va a un tribunal superior",
                    ],
                );
            }
        } else {
            say(public(&decided), ["must finish a copy", "debe terminar una copia"]);
            never_say(public(&decided), ["is being made", "Se prepara"]);
        }
    }
}

fn keep_page(name: &str, page: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("request-pages");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join(format!("{name}.txt")), html::lines(page)).expect("a file");
}

/// A release to somebody who reads one language.
async fn releasing(portal: &Portal, end: &str, lang: &'static str) -> (Case, Asker) {
    let email = address(end, lang);
    let case = portal.begins_a_release_of(&filing(&email, lang)).await;
    let browser = portal.resident();
    browser.opens(&case.receipt).await;
    let asker = Asker::followed(portal, browser, case.receipt.clone(), email, lang).await;
    (case, asker)
}

#[tokio::test]
async fn after_a_release_each_page_and_letter_says_that_a_video_waits_and_what_became_of_it() {
    for (lang, here, elsewhere, told, ready, stopped) in [
        (
            "en",
            "You can watch and download it on this page",
            "on the private page",
            "Everybody who had to be told",
            "Your video is ready. Watch it here",
            "Your video was stopped",
        ),
        (
            "es",
            "Puede verlo y descargarlo en esta página",
            "en la página privada",
            "Se avisó a todas las personas a las que había que avisar",
            "Su video está listo. Véalo aquí",
            "Su video se detuvo",
        ),
    ] {
        let portal = Portal::open();
        let (case, asker) = releasing(&portal, "released", lang).await;
        let release = case.releases_copy(&movie(HALF_AN_HOUR, b"one")).await;
        all_sent(&portal).await;
        let released = asker.reads(&portal, "released").await;
        assert!(
            released.plays && released.private.contains(here),
            "{}",
            released.private
        );
        assert!(!released.private.contains(elsewhere), "{}", released.private);
        assert!(released.public.contains(told), "{}", released.public);
        assert!(
            !released.private.contains("14:10"),
            "a time as people write it: {}",
            released.private
        );
        let letters = released.letters.iter().filter(|letter| letter.contains(ready)).count();
        assert_eq!(letters, 1, "one letter for one act");
        for letter in &released.followed {
            assert!(
                !letter.contains("private page") && !letter.contains("página privada"),
                "{letter}"
            );
        }
        let stop = [
            ("act", "stop"),
            ("release", release.as_str()),
            ("reason", "A name is heard"),
            ("to_requester", "We send another copy."),
        ];
        case.kim.browser.posted(&case.release_page(), &stop).await;
        all_sent(&portal).await;
        let after = asker.reads(&portal, "stopped").await;
        assert!(!after.plays && !after.private.contains(here), "{}", after.private);
        let newest = after.letters.last().expect("a letter");
        assert!(
            newest.contains(stopped) && newest.contains("We send another copy."),
            "{newest}"
        );
    }
}

#[tokio::test]
async fn after_a_release_that_was_closed_again_no_page_says_that_the_footage_is_open() {
    for (lang, open, closed) in [
        ("en", "The footage is open", "The file was closed again"),
        ("es", "La grabación está abierta", "se cerró de nuevo"),
    ] {
        let portal = Portal::open();
        let (case, asker) = releasing(&portal, "reclosed", lang).await;
        case.releases_copy(&movie(HALF_AN_HOUR, b"one")).await;
        case.recloses().await;
        all_sent(&portal).await;
        let read = asker.reads(&portal, "reclosed").await;
        assert!(
            !read.public.contains(open) && read.public.contains(closed),
            "{}",
            read.public
        );
        assert!(!read.plays, "{}", read.private);
    }
}

/// The copy with a part withheld goes out.
#[tokio::test]
async fn after_a_release_in_part_each_page_and_letter_says_what_is_withheld_and_how_to_ask_why() {
    for (lang, part, ask, letter, follower) in [
        (
            "en",
            "0:01-0:02",
            "Ask for the reasons in writing",
            "Parts are withheld",
            "The person who filed can ask in writing for the reasons",
        ),
        (
            "es",
            "0:01-0:02",
            "Pedir los motivos por escrito",
            "Hay partes ocultas",
            "puede pedir por escrito los motivos",
        ),
    ] {
        let portal = Portal::open();
        let (case, asker) = releasing(&portal, "partial", lang).await;
        case.releases_copy_without(&movie(HALF_AN_HOUR, b"cut"), "blur 0:01-0:02 | RSMo 610.100.3")
            .await;
        all_sent(&portal).await;
        let read = asker.reads(&portal, "partial").await;
        assert!(read.plays && read.private.contains(part), "{}", read.private);
        assert!(read.private.contains(ask), "{}", read.private);
        assert!(read.public.contains(follower), "{}", read.public);
        let newest = read.letters.last().expect("a letter");
        assert!(newest.contains(letter), "{newest}");
        asker.acts("ask_grounds", "").await;
        let waits = asker.reads(&portal, "partial-asked").await;
        assert!(!waits.private.contains(ask), "{}", waits.private);
        assert!(waits.plays, "it can be watched meanwhile: {}", waits.private);
        case.kim
            .does(&case.receipt.number, "give_grounds", &[("text", "A face")])
            .await;
        all_sent(&portal).await;
        let given = asker.reads(&portal, "partial-given").await;
        assert!(given.plays && !given.private.contains(ask), "{}", given.private);
    }
}

#[tokio::test]
async fn whoever_files_again_reads_of_each_request_what_is_so() {
    let portal = Portal::open();
    let first = two(&portal, "refiled").await;
    for asker in &first {
        asker.acts("withdraw", "").await;
    }
    let mut again = Vec::new();
    for asker in &first {
        let mut form = filing(&asker.email, asker.lang);
        form.push(("another", "yes".to_owned()));
        let receipt = asker.browser.files(&form).await;
        assert_ne!(receipt, asker.receipt);
        let browser = portal.resident();
        browser.opens(&receipt).await;
        let (email, lang) = (asker.email.clone(), asker.lang);
        again.push(Asker::followed(&portal, browser, receipt, format!("second-{email}"), lang).await);
    }
    let Ok(again) = <[Asker; 2]>::try_from(again) else {
        panic!("both languages");
    };
    let old = read(&portal, &first, "refiled-first").await;
    let new = read(&portal, &again, "refiled-second").await;
    say(
        public(&old),
        ["can file a new request", "puede presentar otra solicitud"],
    );
    say(
        public(&new),
        ["The records custodian must now act", "El custodio de registros debe"],
    );
    never_say(public(&new), ["has ended", "ha terminado"]);
}

#[tokio::test]
async fn after_the_footage_was_deleted_no_page_says_that_it_is_there() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    let askers = two(&portal, "deleted").await;
    let recording = kim.registers("AX-1").await;
    for asker in &askers {
        kim.treats(&recording, "link", &[("number", asker.number())]).await;
    }
    let gone = days_ago(0);
    kim.treats(
        &recording,
        "delete",
        &[("on", &gone), ("rule", "none"), ("breach", "yes")],
    )
    .await;
    read(&portal, &askers, "deleted-open").await;
    let form = [
        ("why", "deleted_in_breach"),
        ("deleted_on", gone.as_str()),
        ("text", "It is gone"),
    ];
    does(&kim, &askers, "find_no_record", &form).await;
    let told = read(&portal, &askers, "deleted").await;
    say(public(&told), ["was deleted", "se borró"]);
    never_say(public(&told), ["If one turns up", "Si aparece una"]);
    for read in [newest(&told), private(&told)] {
        say(
            read,
            ["What was deleted does not come back", "Lo que se borró no vuelve"],
        );
    }
    say(
        public(&told),
        [
            "ask a circuit court to enforce it",
            "puede pedir a un tribunal de circuito",
        ],
    );
}
