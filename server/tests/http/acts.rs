//! What the law says is possible is what the console offers; what it bars is refused with its section.

use std::collections::{BTreeMap, BTreeSet};

use law::{
    Date,
    bar::Section,
    disclosure_order::{DisclosureOrder, OrderActKind},
    notice::{Notice, NoticeActKind},
    person::Person,
    proposal::ProposalActKind,
    recording::RecordingActKind,
    redaction::{Approval, CopyActKind, Redaction, RedactionKind, ReleaseCopy, Sha256},
    release::{ReleaseActKind, ReleaseProgress},
    request::ActKind,
    span::Span,
};
use office::{forms::PersonActKind, views::Role};
use sqlx::AnyConnection;

use crate::{
    every_form::{fiction, things},
    support::{Portal, Resident, days_ago, forms, fresh_key, html, portal::database},
};

/// The sections of what is barred, by the acts' keys.
type Bars = BTreeMap<&'static str, String>;

/// What whoever is on a recording is told.
const NOT_YOURS: &str = "Department practice";

/// Somebody signed in, and the records behind what they see.
struct Reader<'p> {
    portal: &'p Portal,
    id: String,
    role: Role,
    browser: Resident,
    records: AnyConnection,
    /// Whether they are the officer of every recording.
    on_all: bool,
}

fn bars<K: Copy>(all: &[K], key: impl Fn(K) -> &'static str, bar: impl Fn(K) -> Option<Section>) -> Bars {
    let barred = all
        .iter()
        .filter_map(|kind| Some((key(*kind), bar(*kind)?.0.into_owned())));
    barred.collect()
}

/// Acts that a page offers, as links to their forms or as forms.
fn offered(page: &str) -> BTreeSet<String> {
    let links = html::tags(page, "a")
        .into_iter()
        .filter_map(|mut link| link.remove("data-act"));
    let forms = forms::on_page(page);
    links.chain(forms.iter().map(forms::PageForm::act)).collect()
}

/// Fields that are sound for every act of the console; the law reads them only once nothing bars the act.
fn sound(version: i64, number: &str) -> Vec<(&'static str, String)> {
    let today = days_ago(0);
    let fixed = [
        ("channel", "mail"),
        ("to", "person"),
        ("proof", "personal"),
        ("notice", "none.1"),
        ("how", "The telephone book"),
        ("identity", "yes"),
        ("court", "Circuit Court of Jackson County"),
        ("action", "none"),
        ("decision", "freed"),
        ("objection", "none"),
        ("answer", "accepted"),
        ("relief", "whole"),
        ("capacity", "person"),
        ("change", "redetermine"),
        ("reason", "Plain words"),
        ("location_kind", "public"),
        ("number", number),
        ("rule", "KCPD_NONEVIDENCE_KEEP_180D"),
        ("redactions", "blur 0:01-0:02 | RSMo 610.100.3"),
        ("release", "none"),
        ("publication", "none"),
        ("audience", "requester"),
        ("title", "A street"),
        ("warning", "Nothing happens"),
    ];
    let fixed = fixed.map(|(name, value)| (name, value.to_owned()));
    let own = [
        ("on", today.clone()),
        ("since", today),
        ("key", fresh_key()),
        ("version", version.to_string()),
    ];
    fixed.into_iter().chain(own).collect()
}

impl Reader<'_> {
    /// Compares what the page offers of these acts with what is free, and sends whatever is barred. Whoever is on the recording
    /// is offered nothing that decides, and told why.
    async fn agrees(
        &self,
        path: &str,
        keys: &[&'static str],
        barred: &Bars,
        (does, decides): (impl Fn(&str) -> bool, impl Fn(&str) -> bool),
        form: &[(&'static str, String)],
    ) {
        let page = self.browser.get(path).await.text();
        assert_eq!(page.contains("data-conflict"), self.on_all, "{:?} at {path}", self.role);
        let offered = offered(&page);
        for key in keys {
            let on = self.on_all && decides(key);
            let free = does(key) && !on && !barred.contains_key(key);
            let who = format!("{:?} at {path}: {key}", self.role);
            assert_eq!(offered.contains(*key), free, "{who}, barred: {barred:?}");
            if free {
                continue;
            }
            let mut fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, &**value)).collect();
            fields.push(("act", key));
            let answer = self.browser.post(path, &fields).await;
            match barred.get(key) {
                _ if !does(key) => assert_eq!(answer.status, 403, "{who}"),
                Some(section) => {
                    let text = answer.text();
                    let told = text.split("data-refusal").nth(1).unwrap_or_default();
                    assert_eq!(answer.status, 409, "{who}: {}", html::words(&text));
                    assert!(
                        told.contains(section.as_str()) || on && told.contains(NOT_YOURS),
                        "{who}: {section} in {}",
                        html::words(told)
                    );
                }
                None => {
                    let text = answer.text();
                    assert_eq!(answer.status, 409, "{who}: {}", html::words(&text));
                    assert!(text.contains(NOT_YOURS), "{who}: {}", html::words(&text));
                }
            }
        }
    }

    async fn text(&mut self, sql: &'static str, id: &str) -> Option<String> {
        let found: Option<Option<String>> = sqlx::query_scalar(sql)
            .bind(id)
            .fetch_optional(&mut self.records)
            .await
            .expect("the records");
        found.flatten()
    }

    async fn number(&mut self, sql: &'static str, id: &str) -> i64 {
        sqlx::query_scalar(sql)
            .bind(id)
            .fetch_one(&mut self.records)
            .await
            .expect("the records")
    }

    async fn sound(&mut self, version: &'static str, id: &str) -> Vec<(&'static str, String)> {
        let version = self.number(version, id).await;
        let number = self
            .text("SELECT number FROM records_request WHERE number <> $1 LIMIT 1", "")
            .await;
        sound(version, &number.expect("a request"))
    }

    async fn notices(&mut self, today: Date) {
        for (_, id) in things(self.portal, "SELECT state, id FROM notice ORDER BY id").await {
            let notice = self
                .text("SELECT content FROM notice WHERE id = $1", &id)
                .await
                .expect("a notice");
            let person = "SELECT content FROM person WHERE id = (SELECT person_id FROM notice WHERE id = $1)";
            let person = self.text(person, &id).await.expect("a person");
            let notice: Notice = serde_json::from_str(&notice).expect("a notice");
            let person: Person = serde_json::from_str(&person).expect("a person");
            let form = self.sound("SELECT version FROM notice WHERE id = $1", &id).await;
            let barred = bars(&NoticeActKind::ALL, NoticeActKind::key, |kind| {
                notice.bar(kind, &person, today).map(|bar| bar.section)
            });
            let works = self.role.works();
            let keys = NoticeActKind::ALL.map(NoticeActKind::key);
            let decides = |key: &str| NoticeActKind::parse(key).is_some_and(NoticeActKind::decides);
            let may = (|_: &str| works, decides);
            self.agrees(&format!("/staff/notices/{id}"), &keys, &barred, may, &form)
                .await;
        }
    }

    async fn recordings(&mut self) {
        let states =
            "SELECT status_kind, id FROM recording ORDER BY id IN (SELECT recording_id FROM deletion) DESC, id";
        for (_, id) in things(self.portal, states).await {
            let deleted = self
                .text("SELECT on_date FROM deletion WHERE recording_id = $1", &id)
                .await;
            let deleted = deleted.map(|day| day.parse().expect("a day"));
            let form = self.sound("SELECT version FROM recording WHERE id = $1", &id).await;
            let barred = bars(&RecordingActKind::ALL, RecordingActKind::key, |kind| {
                kind.bar(deleted).map(|bar| bar.section)
            });
            let works = self.role.works();
            let links = self
                .number("SELECT COUNT(*) FROM linked_recording WHERE recording_id = $1", &id)
                .await;
            // What is not linked has no link to take back.
            let mut kinds = RecordingActKind::ALL.to_vec();
            kinds.retain(|kind| *kind != RecordingActKind::Unlink || links > 0);
            let keys: Vec<&str> = kinds.into_iter().map(RecordingActKind::key).collect();
            let decides = |key: &str| RecordingActKind::parse(key).is_some_and(RecordingActKind::decides);
            let may = (|_: &str| works, decides);
            self.agrees(&format!("/staff/recordings/{id}"), &keys, &barred, may, &form)
                .await;
            self.copies(&id).await;
            self.people(&id).await;
        }
    }

    /// The newest copy of a recording, as far as acts depend on it.
    async fn copy(&mut self, recording: &str) -> Option<(String, ReleaseCopy)> {
        let newest = "SELECT id FROM release_copy WHERE recording_id = $1 ORDER BY made_at DESC, id DESC LIMIT 1";
        let id = self.text(newest, recording).await?;
        let sha256 = self.text("SELECT sha256 FROM release_copy WHERE id = $1", &id).await?;
        let sha256 = Sha256::parse(&sha256).expect("a hash");
        let approved_by = self
            .text("SELECT approved_by FROM release_copy WHERE id = $1", &id)
            .await;
        let reviewer = self
            .text("SELECT reviewer FROM redaction WHERE copy_id = $1 LIMIT 1", &id)
            .await;
        let redaction = |reviewer| Redaction {
            kind: RedactionKind::Blur,
            span: Span::parse("0:01-0:02").expect("a span"),
            of: None,
            citation: Section::of("RSMo 610.100.3"),
            reviewer,
        };
        let approval = |by| Approval {
            by,
            on: days_ago(0).parse().expect("today"),
            sha256: sha256.clone(),
        };
        let copy = ReleaseCopy {
            made_by: self.text("SELECT made_by FROM release_copy WHERE id = $1", &id).await?,
            authors: Vec::new(),
            redactions: reviewer.map(redaction).into_iter().collect(),
            approval: approved_by.map(approval),
            sha256,
        };
        Some((id, copy))
    }

    async fn copies(&mut self, recording: &str) {
        let Some((id, copy)) = self.copy(recording).await else {
            return;
        };
        let mut form = self.sound("SELECT version FROM release_copy WHERE id = $1", &id).await;
        form.push(("copy", id));
        form.push(("sha256", copy.sha256.to_string()));
        let by = self.id.clone();
        let kinds = [CopyActKind::Redactions, CopyActKind::Approve];
        let barred = bars(&kinds, CopyActKind::key, |kind| {
            copy.bar(kind, &by).map(|bar| bar.section)
        });
        let role = self.role;
        let does = |key: &str| {
            if key == CopyActKind::Approve.key() {
                role.checks()
            } else {
                role.works()
            }
        };
        let keys = kinds.map(CopyActKind::key);
        self.agrees(
            &format!("/staff/recordings/{recording}/files"),
            &keys,
            &barred,
            (does, |_: &str| true),
            &form,
        )
        .await;
    }

    async fn orders(&mut self) {
        let states = "SELECT CASE WHEN verified_by IS NULL THEN 'entered' ELSE 'verified' END, id FROM disclosure_order ORDER BY id";
        for (_, id) in things(self.portal, states).await {
            let order = self
                .text("SELECT content FROM disclosure_order WHERE id = $1", &id)
                .await
                .expect("an order");
            let order: DisclosureOrder = serde_json::from_str(&order).expect("an order");
            let stayed = self
                .text("SELECT stayed_since FROM disclosure_order WHERE id = $1", &id)
                .await;
            let order = DisclosureOrder {
                verified_by: self
                    .text("SELECT verified_by FROM disclosure_order WHERE id = $1", &id)
                    .await,
                stayed_since: stayed.map(|day| day.parse().expect("a day")),
                ..order
            };
            let form = self
                .sound("SELECT version FROM disclosure_order WHERE id = $1", &id)
                .await;
            let by = self.id.clone();
            let barred = bars(&OrderActKind::ALL, OrderActKind::key, |kind| {
                order.bar(kind, &by).map(|bar| bar.section)
            });
            let role = self.role;
            let does = |key: &str| {
                if key == OrderActKind::Verify.key() {
                    role.checks()
                } else {
                    role.works()
                }
            };
            let keys = OrderActKind::ALL.map(OrderActKind::key);
            let may = (does, |_: &str| true);
            self.agrees(&format!("/staff/orders/{id}"), &keys, &barred, may, &form)
                .await;
        }
    }

    /// The people log of a recording, and each person in it.
    async fn people(&mut self, recording: &str) {
        let works = self.role.works();
        let decides = |key: &str| key != PersonActKind::Contact.key();
        let form = [
            ("pseudonym", "Person Z".to_owned()),
            ("seen", "0:01-0:02".to_owned()),
            ("reason", "Plain words".to_owned()),
            ("version", "1".to_owned()),
        ];
        let log = format!("/staff/recordings/{recording}/people");
        let adds = [PersonActKind::Person.key()];
        self.agrees(&log, &adds, &Bars::new(), (|_: &str| works, decides), &form)
            .await;
        let logged = "SELECT id FROM person WHERE recording_id = $1 AND id NOT IN (SELECT person_id FROM person_taken_out) ORDER BY id LIMIT 1";
        let Some(person) = self.text(logged, recording).await else {
            return;
        };
        let keys = [PersonActKind::Person, PersonActKind::Contact, PersonActKind::TakeOut].map(PersonActKind::key);
        let may = (|_: &str| works, decides);
        self.agrees(&format!("/staff/people/{person}"), &keys, &Bars::new(), may, &form)
            .await;
    }

    /// What waits for a second person.
    async fn proposals(&mut self) {
        let waiting = "SELECT 'waits', id FROM proposal WHERE verified_at IS NULL AND refused_at IS NULL ORDER BY id";
        for (_, id) in things(self.portal, waiting).await {
            let entered_by = self
                .text("SELECT entered_by FROM proposal WHERE id = $1", &id)
                .await
                .expect("who entered it");
            let by = self.id.clone();
            let barred = bars(&ProposalActKind::ALL, ProposalActKind::key, |kind| {
                kind.bar(&entered_by, &by).map(|bar| bar.section)
            });
            let checks = self.role.checks();
            let keys = ProposalActKind::ALL.map(ProposalActKind::key);
            let may = (|_: &str| checks, |_: &str| true);
            let form = self.sound("SELECT 1", &id).await;
            self.agrees(&format!("/staff/waiting/{id}"), &keys, &barred, may, &form)
                .await;
        }
    }

    /// The pages of requests, for whoever is on a recording that answers one: what decides is told with its reason, and has no
    /// form.
    async fn requests(&mut self) {
        let linked = "SELECT stage, number FROM records_request WHERE id IN (SELECT request_id FROM request_recording) ORDER BY received_at";
        for (_, number) in things(self.portal, linked).await {
            let path = format!("/staff/requests/{number}");
            let offered = offered(&self.browser.get(&path).await.text());
            for kind in ActKind::ALL.into_iter().filter(|kind| kind.decides()) {
                let who = format!("{:?} at {path}: {}", self.role, kind.key());
                assert!(!offered.contains(kind.key()), "{who}");
                let page = self.browser.get(&format!("{path}/act/{}", kind.key())).await.text();
                let forms = forms::on_page(&page);
                let sends = forms.iter().any(|form| form.act() == kind.key());
                assert!(!sends, "{who}");
            }
        }
    }

    async fn releases(&mut self) {
        for (_, number) in things(
            self.portal,
            "SELECT stage, number FROM records_request ORDER BY received_at",
        )
        .await
        {
            let id = self
                .text("SELECT id FROM records_request WHERE number = $1", &number)
                .await
                .expect("a request");
            let out = "SELECT COUNT(*) FROM request_recording l WHERE l.request_id = $1 AND EXISTS (SELECT 1 FROM release r \
                WHERE r.request_id = l.request_id AND r.stopped_at IS NULL AND r.copy_id = (SELECT c.id FROM release_copy c \
                WHERE c.recording_id = l.recording_id ORDER BY c.made_at DESC, c.id DESC LIMIT 1))";
            let count = |count: i64| usize::try_from(count).expect("a count");
            let progress = ReleaseProgress {
                recordings: count(
                    self.number("SELECT COUNT(*) FROM request_recording WHERE request_id = $1", &id)
                        .await,
                ),
                out: count(self.number(out, &id).await),
                notices: count(
                    self.number("SELECT COUNT(*) FROM notice WHERE request_id = $1", &id)
                        .await,
                ),
                sent: count(
                    self.number("SELECT COUNT(*) FROM notice WHERE request_id = $1 AND state = 'sent'", &id)
                        .await,
                ),
                released: count(
                    self.number("SELECT COUNT(*) FROM release WHERE request_id = $1", &id)
                        .await,
                ),
                going: count(
                    self.number(
                        "SELECT COUNT(*) FROM release WHERE request_id = $1 AND stopped_at IS NULL",
                        &id,
                    )
                    .await,
                ),
                private: self
                    .number(
                        "SELECT COUNT(*) FROM records_request WHERE id = $1 AND track <> 'public'",
                        &id,
                    )
                    .await
                    > 0,
                proposed: count(
                    self.number(
                        "SELECT COUNT(*) FROM publication_waiting w JOIN release e ON e.id = w.release_id WHERE e.request_id = $1",
                        &id,
                    )
                    .await,
                ),
                public: count(
                    self.number(
                        "SELECT COUNT(*) FROM published b JOIN release e ON e.id = b.release_id WHERE e.request_id = $1",
                        &id,
                    )
                    .await,
                ),
            };
            let barred = bars(&ReleaseActKind::ALL, ReleaseActKind::key, |kind| {
                progress.bar(kind).map(|bar| bar.section)
            });
            let role = self.role;
            let does = |key: &str| match ReleaseActKind::parse(key) {
                Some(ReleaseActKind::Approve | ReleaseActKind::SendBack) => role.checks(),
                _ => role.works(),
            };
            let keys = ReleaseActKind::ALL.map(ReleaseActKind::key);
            let path = format!("/staff/requests/{number}/release");
            let form = sound(0, &number);
            let decides = |key: &str| ReleaseActKind::parse(key).is_some_and(ReleaseActKind::decides);
            if self.on_all && progress.recordings == 0 {
                continue;
            }
            self.agrees(&path, &keys, &barred, (does, decides), &form).await;
        }
    }
}

/// Each account of the fictional year, signed in.
async fn readers(portal: &Portal, accounts: Vec<(String, String, String)>, on_all: bool) -> Vec<Reader<'_>> {
    let mut readers = Vec::new();
    for (_, email, password) in accounts {
        let browser = portal.resident();
        let form = [("email", email.as_str()), ("password", password.as_str()), ("next", "")];
        assert_eq!(browser.post("/staff/sign-in", &form).await.status, 303, "{email}");
        let mut records = database(portal).await;
        let (id, role): (String, String) = sqlx::query_as("SELECT id, role FROM staff WHERE email = $1")
            .bind(&email)
            .fetch_one(&mut records)
            .await
            .expect("an account");
        readers.push(Reader {
            portal,
            id,
            role: Role::parse(&role).expect("a role"),
            browser,
            records,
            on_all,
        });
    }
    readers
}

#[tokio::test]
async fn the_console_offers_what_the_law_says_is_possible_and_cites_the_section_of_what_it_bars() {
    let (portal, accounts) = fiction();
    let today = days_ago(0).parse().expect("today");
    for mut reader in readers(&portal, accounts, false).await {
        reader.notices(today).await;
        reader.recordings().await;
        reader.orders().await;
        reader.releases().await;
        reader.proposals().await;
    }
}

#[tokio::test]
async fn whoever_is_on_a_recording_is_offered_no_decision_on_any_page_of_it_and_reads_why() {
    let (portal, accounts) = fiction();
    let today = days_ago(0).parse().expect("today");
    let mut records = database(&portal).await;
    for link in [
        "UPDATE recording SET officer = 'A-9, B-17'",
        "UPDATE staff SET officer = 'B-17'",
    ] {
        sqlx::query(link).execute(&mut records).await.expect("the records");
    }
    for mut reader in readers(&portal, accounts, true).await {
        reader.notices(today).await;
        reader.recordings().await;
        reader.orders().await;
        reader.releases().await;
        reader.proposals().await;
        reader.requests().await;
    }
}
