//! Every form that a page draws can be sent: whoever fills it in rightly is led on, or told the law's reason.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::support::{
    Answer, Custodian, Portal, Receipt, Resident, days_ago, forms,
    forms::{Filled, PageForm},
    html,
    portal::{database, program},
};

/// Requests of the fictional year: enough for every stage.
const REQUESTS: &str = "160";
/// At most so many things of a kind in one state are walked through.
const MOST: usize = 5;
/// What a person must do elsewhere first, told with where or with the law: no choice of the form can foresee it.
const FIRST: [&str; 3] = [
    "Enter the contact of the person first",
    "Take their notices back first",
    "Mend what the list says of the person instead",
];

/// Forms that only open or look something up, and may do so any number of times.
const OPENING: [&str; 4] = ["/track", "/notice", "/notice/check", "/staff/account"];

/// Acts after which a page has nothing more to send.
const LAST: [&str; 2] = ["withdraw", "leave"];

/// Somebody who sends forms, and what they have sent.
struct Walker<'p> {
    portal: &'p Portal,
    role: String,
    browser: Resident,
    /// What only they know: numbers, codes.
    known: HashMap<&'static str, String>,
    sent: HashSet<String>,
    faults: BTreeMap<String, String>,
}

impl Walker<'_> {
    /// Sends each form of a page that was not sent before on a thing like this: in this state, with this choice.
    async fn walks(&mut self, kind: &str, state: &str, path: &str) {
        self.walks_some(kind, state, path, |act| !LAST.contains(&act)).await;
        self.walks_some(kind, state, path, |act| LAST.contains(&act)).await;
    }

    async fn walks_some(&mut self, kind: &str, state: &str, path: &str, wanted: impl Fn(&str) -> bool) {
        let count = forms::on_page(&self.page(path).await).len();
        for place in 0..count {
            // The form sent before may have changed the page.
            let page = self.page(path).await;
            let Some(form) = forms::on_page(&page).into_iter().nth(place) else {
                return;
            };
            if form.action.contains("/sign-out") || !wanted(&form.act()) {
                continue;
            }
            let (leading, choices) = form.variants();
            let name = |choice: &str| format!("{} {kind} {state} {} {choice}", self.role, form.act());
            let choices = if choices.is_empty() {
                vec![String::new()]
            } else {
                choices
            };
            let Some(choice) = choices.into_iter().find(|choice| !self.sent.contains(&name(choice))) else {
                continue;
            };
            let name = name(&choice);
            let filled = form.filled((&leading, &choice), &self.answers(&form.action).await);
            let answer = self.sends(&form, &filled).await;
            self.sent.insert(name.clone());
            let fault = match fault(&answer) {
                None if answer.status == 303 => self.sends_again(&form, filled, &answer).await,
                fault => fault,
            };
            if let Some(fault) = fault {
                self.faults.entry(name).or_insert(format!("{path}: {fault}"));
            }
        }
    }

    async fn page(&self, path: &str) -> String {
        self.browser.get(path).await.text()
    }

    /// What is wrong with how a form is answered that has done its work: sent again as it was it leads to the same page,
    /// and with anything changed it is not taken for the same, loses nothing, and can be sent under another key.
    async fn sends_again(&self, form: &PageForm, mut filled: Filled, first: &Answer) -> Option<String> {
        let path = form.action.strip_prefix("/es").unwrap_or(&form.action);
        if OPENING.contains(&path) || LAST.contains(&&*form.act()) {
            return None;
        }
        let key = filled
            .fields
            .iter()
            .find(|(name, _)| name == "key")
            .map(|(_, key)| key.clone());
        let Some(key) = key else {
            return Some("no key".to_owned());
        };
        let again = self.sends(form, &filled).await;
        if (again.status, &again.location) != (303, &first.location) {
            return Some(format!(
                "again: {} {:?}, not {:?}",
                again.status, again.location, first.location
            ));
        }
        filled.fields.push(("anything".to_owned(), "else".to_owned()));
        let other = self.sends(form, &filled).await;
        let page = other.text();
        if other.status != 422 || !(page.contains("was not sent yet") || page.contains("aún no se ha enviado")) {
            return Some(format!("other content: {}", other.status));
        }
        if other.value("key").is_some_and(|fresh| fresh == key) {
            return Some("other content: the same key".to_owned());
        }
        None
    }

    async fn sends(&self, form: &PageForm, filled: &Filled) -> Answer {
        let fields: Vec<(&str, &str)> = filled.fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        if form.multipart {
            let files: Vec<_> = filled
                .files
                .iter()
                .map(|(field, name, bytes)| (&**field, *name, &**bytes))
                .collect();
            return self.browser.posts_files(&form.action, &fields, &files).await;
        }
        self.browser.post(&form.action, &fields).await
    }

    /// What only somebody who knows the thing can type.
    async fn answers(&self, action: &str) -> HashMap<&'static str, String> {
        let mut records = database(self.portal).await;
        let mut one = async |sql: &'static str| {
            let found: Option<String> = sqlx::query_scalar(sql)
                .fetch_optional(&mut records)
                .await
                .expect("records");
            found.unwrap_or_default()
        };
        let number = one("SELECT number FROM records_request WHERE ended_on IS NULL ORDER BY number LIMIT 1").await;
        let recording =
            one("SELECT source_id FROM recording WHERE id NOT IN (SELECT recording_id FROM deletion) ORDER BY source_id LIMIT 1").await;
        let fresh = format!("N{}", self.sent.len());
        let mut answers = HashMap::from([
            ("numbers", number.clone()),
            ("number", number),
            ("scope", recording.clone()),
            ("source_id", format!("{}-{fresh}", self.role)),
            ("started_at", format!("{}T14:10", days_ago(3))),
            ("ended_at", format!("{}T14:40", days_ago(3))),
            ("uploaded_at", format!("{}T18:40", days_ago(3))),
            ("pseudonym", format!("Person {fresh} of {}", self.role)),
        ]);
        for (name, value) in &self.known {
            answers.insert(name, value.clone());
        }
        if action.ends_with("/recordings/import") {
            let head = "source_id,camera,officer,division,started_at,ended_at,uploaded_at,place,incident_number,category,location_kind";
            let day = days_ago(4);
            answers.insert("csv", format!("{head}\n{}-{fresh}-CSV,body_worn,1,central,{day}T10:00:00-06:00,{day}T10:30:00-06:00,,Oak Street,,,public\n", self.role));
        }
        if action.contains("/staff/court/") {
            answers.insert("source_id", recording);
        }
        if action.ends_with("/explain_delay") {
            // Not what a colleague said before.
            answers.insert(
                "text",
                format!(
                    "The server with the footage is being repaired, says {fresh} of {}.",
                    self.role
                ),
            );
            let later = 11 + i64::try_from(self.sent.len() % 15).expect("few");
            answers.insert("promised", days_ago(-later));
        }
        if action.ends_with("/staff/accounts") {
            answers.insert("email", format!("invited{}@example.org", fresh.to_lowercase()));
        }
        if action.ends_with("/calendar") {
            let day = 40 + i64::try_from(self.sent.len()).expect("few");
            answers.insert("day", days_ago(-day));
        }
        answers
    }
}

/// What is wrong with an answer: it should lead on, or say which law stands in the way.
fn fault(answer: &Answer) -> Option<String> {
    let page = answer.text();
    // A letter is looked up on the same page.
    if answer.status == 303 || page.contains("data-genuine") {
        return None;
    }
    let refused = page.split("data-refusal").nth(1).unwrap_or_default();
    let refused = html::words(refused.split("</div></div>").next().unwrap_or_default());
    let by_law = |told: &str| {
        ["RSMo", "Department practice", "Rule ", "KCPD"]
            .iter()
            .any(|law| told.contains(law))
    };
    if answer.status == 409 && by_law(&refused) {
        return None;
    }
    let problems = page.split("id=\"problems\"").nth(1).unwrap_or_default();
    let problems = html::words(problems.split("</div>").next().unwrap_or_default());
    // A value that the law refuses is told at its field.
    if answer.status == 422 && by_law(&problems) {
        return None;
    }
    if FIRST.iter().any(|first| problems.contains(first)) {
        return None;
    }
    Some(format!(
        "{} {problems} {}",
        answer.status,
        refused.chars().take(200).collect::<String>()
    ))
}

/// A portal with the fictional year, and who works there: role, address, password.
pub fn fiction() -> (Portal, Vec<(String, String, String)>) {
    let folder = tempfile::TempDir::new().expect("a folder");
    let settings = vec![("DAYLIGHT_RATE_LIMIT".to_owned(), "off".to_owned())];
    let made = program(folder.path(), &settings)
        .args(["demo", "--requests", REQUESTS])
        .output()
        .expect("the program starts");
    assert!(made.status.success(), "{made:?}");
    let said = String::from_utf8_lossy(&made.stdout).into_owned();
    let accounts = said.lines().filter_map(|line| {
        let (email, password) = line.strip_prefix("  ")?.split_once("  ")?;
        let role = email.split(['@', '.']).next()?;
        Some((role.to_owned(), email.to_owned(), password.to_owned()))
    });
    let accounts = accounts.collect();
    (Portal::on(folder, settings), accounts)
}

/// Things with their states: each as its path.
pub async fn things(portal: &Portal, sql: &'static str) -> Vec<(String, String)> {
    let mut records = database(portal).await;
    let found: Vec<(String, String)> = sqlx::query_as(sql).fetch_all(&mut records).await.expect("the records");
    let mut of_state: HashMap<String, usize> = HashMap::new();
    found
        .into_iter()
        .filter(|(state, _)| {
            let seen = of_state.entry(state.clone()).or_default();
            *seen += 1;
            *seen <= MOST
        })
        .collect()
}

fn links(page: &str, with: &str) -> Vec<String> {
    let links = html::tags(page, "a")
        .into_iter()
        .filter_map(|mut link| link.remove("href"));
    let mut links: Vec<String> = links.filter(|link| link.contains(with)).collect();
    links.dedup();
    links
}

impl Walker<'_> {
    async fn walks_court_cases(&mut self) {
        self.walks("/staff/court/new", "", "/staff/court/new").await;
        for (state, id) in things(self.portal, "SELECT standing, id FROM court_case ORDER BY id").await {
            for act in links(&self.page(&format!("/staff/court/{id}")).await, "?act=") {
                let page = act.split('#').next().unwrap_or_default();
                self.walks("court case", &state, page).await;
            }
        }
    }
}

#[tokio::test]
async fn whoever_fills_a_form_of_the_console_rightly_is_led_on_or_told_which_law_forbids_it() {
    let (portal, accounts) = fiction();
    let mut faults = BTreeMap::new();
    for (role, email, password) in accounts {
        let browser = portal.resident();
        let form = [("email", email.as_str()), ("password", password.as_str()), ("next", "")];
        assert_eq!(browser.post("/staff/sign-in", &form).await.status, 303, "{email}");
        let mut walker = Walker {
            portal: &portal,
            role,
            browser,
            known: HashMap::new(),
            sent: HashSet::new(),
            faults: BTreeMap::new(),
        };
        for page in [
            "/staff/recordings/new",
            "/staff/recordings/import",
            "/staff/orders/new",
            "/staff/calendar",
        ] {
            walker.walks(page, "", page).await;
        }
        walker.known.insert("current", password.clone());
        walker.known.insert("password", password.clone());
        walker.known.insert("again", password.clone());
        let own = |act: &str| ["password", "sign_out"].contains(&act);
        walker.walks_some("own account", "", "/staff/account", own).await;
        walker.walks("accounts", "", "/staff/accounts").await;
        let accounts = walker.page("/staff/accounts").await;
        for row in accounts.split("<tr>").filter(|row| row.contains("invited")) {
            let page = links(row, "/staff/accounts/").remove(0);
            // What is possible changes with each act: disabled, then enabled again.
            for _ in 0..3 {
                walker.walks("account", "", &page).await;
            }
        }
        let mut texts = links(&walker.page("/staff/program").await, "/staff/program/");
        // The same text field by field holds no field that anything can be typed into: program.rs sends those.
        texts.retain(|link| !link.ends_with("/fields"));
        for link in texts {
            walker.walks(&link, "", &link).await;
        }
        for (state, number) in things(
            &portal,
            "SELECT stage, number FROM records_request ORDER BY received_at",
        )
        .await
        {
            let path = format!("/staff/requests/{number}");
            for page in [path.clone(), format!("{path}/matches"), format!("{path}/notes")] {
                walker.walks("request page", &state, &page).await;
            }
            for act in links(&walker.page(&path).await, "/act/") {
                let kind = format!("request {}", act.rsplit('/').next().unwrap_or_default());
                walker.walks(&kind, &state, &act).await;
            }
            let release = format!("{path}/release");
            for act in links(&walker.page(&release).await, "?act=") {
                walker
                    .walks("release", &state, act.split('#').next().unwrap_or_default())
                    .await;
            }
        }
        for (kind, folder, sql) in [
            (
                "recording",
                "recordings",
                "SELECT status_kind, id FROM recording ORDER BY id",
            ),
            ("person", "people", "SELECT 'logged', id FROM person ORDER BY id"),
            ("notice", "notices", "SELECT state, id FROM notice ORDER BY id"),
            (
                "order",
                "orders",
                "SELECT CASE WHEN verified_by IS NULL THEN 'entered' ELSE 'verified' END, id FROM disclosure_order ORDER BY id",
            ),
        ] {
            for (state, id) in things(&portal, sql).await {
                let path = format!("/staff/{folder}/{id}");
                walker.walks(kind, &state, &path).await;
                for act in links(&walker.page(&path).await, "?act=") {
                    walker
                        .walks(kind, &state, act.split('#').next().unwrap_or_default())
                        .await;
                }
                if kind == "recording" {
                    for page in ["people", "files"] {
                        walker.walks(page, &state, &format!("{path}/{page}")).await;
                    }
                }
            }
        }
        // Cases come last: they change what other forms find.
        walker.walks_court_cases().await;
        println!("{}: {} forms sent", walker.role, walker.sent.len());
        faults.append(&mut walker.faults);
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Files a request and brings it to a stage.
async fn at_stage(portal: &Portal, kim: &Custodian, acts: &[(&str, &[(&str, &str)])]) -> (Resident, Receipt) {
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    for (act, fields) in acts {
        kim.does(&receipt.number, act, fields).await;
    }
    (ana, receipt)
}

#[tokio::test]
async fn whoever_fills_a_form_of_the_public_side_rightly_is_led_on_or_told_which_law_forbids_it() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let letter = case.tells_somebody().await;
    let today = days_ago(0);
    let question: &[(&str, &[(&str, &str)])] = &[("ask_clarification", &[("text", "Which corner?")])];
    let denied: &[(&str, &[(&str, &str)])] = &[(
        "deny",
        &[
            ("provision", "RSMo 610.021(14)"),
            ("text", "It is closed."),
            ("next_step", "Ask a court."),
        ],
    )];
    let confirmed = [("confirmed_on", today.as_str()), ("text", "")];
    let closed: &[(&str, &[(&str, &str)])] = &[("close_active", &confirmed)];
    let mut faults = BTreeMap::new();
    for lang in ["", "/es"] {
        let mut walker = Walker {
            portal: &portal,
            role: format!("resident{lang}"),
            browser: portal.resident(),
            known: HashMap::from([
                ("number", case.receipt.number.clone()),
                ("code", case.receipt.code.clone()),
                ("incident_date", days_ago(3)),
                ("incident_date_to", String::new()),
                ("time_from", "14:00".into()),
                ("time_to", "15:00".into()),
                ("needed_by", String::new()),
                ("filed", today.clone()),
                ("served", today.clone()),
            ]),
            sent: HashSet::new(),
            faults: BTreeMap::new(),
        };
        let follow = format!("/requests/{}/follow", case.receipt.number);
        for page in ["/request", "/track", &follow] {
            for _ in 0..5 {
                walker.walks(page, "", &format!("{lang}{page}")).await;
            }
        }
        walker.known.insert("code", letter.clone());
        for page in ["/notice/check", "/notice", "/notice/objection?another=1", "/notice"] {
            for _ in 0..3 {
                walker.walks(page, "", &format!("{lang}{page}")).await;
            }
        }
        for (state, acts) in [
            ("received", &[][..]),
            ("clarify", question),
            ("denied", denied),
            ("closed", closed),
        ] {
            let (ana, receipt) = at_stage(&portal, &case.kim, acts).await;
            ana.opens(&receipt).await;
            walker.browser = ana;
            let page = format!("{lang}/requests/{}/private", receipt.number);
            walker.walks("private", state, &page).await;
        }
        println!("{}: {} forms sent", walker.role, walker.sent.len());
        assert!(walker.sent.len() >= 18, "{:#?}", walker.sent);
        faults.append(&mut walker.faults);
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
