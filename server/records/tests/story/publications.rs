//! The public library has a gate of its own: two people, the public track, footage that is open to everybody, and nobody shown
//! who did not know that the public is to see it. Through the office, and by hand in the database.

use jiff::civil::date;
use law::{
    capacity::CapacityKind,
    disclosure_order::OrderKind,
    notice::{Audience, Channel, Consent, NoticeKind, ReleaseReason},
    objection::{Ask, Relief},
    person::{Person, Receiver},
    recording::{InactiveGround, LocationKind, Scene, StatusChange},
    viewing::{ViewingState, ViewingStep, ViewingWay},
};
use office::{
    OfficeResult, Refusal,
    desk::{
        AdminDesk as _, Depicted, DepictedDesk as _, LibraryDesk as _, OrderDesk as _, QueueDesk as _,
        RecordingDesk as _, ReleaseDesk as _, ReleasedFile, ViewingDesk as _,
    },
    forms::{NewOrder, NewViewing, NoticeAct, OrderAct, OrderForm, SceneForm, StepTaken},
    permission::Reviewer,
    views::{AuditFilter, LibraryFile, PublicationEnded, PublicationList, QueueFilter, Role, Staff, Task, TaskKind},
};
use records::{secret, store::Dialect};

use super::{
    notices::{bar, objection},
    obstacles::lie_about_the_day,
    releases::Release,
};
use crate::support::{Town, WEDNESDAY};

crate::on_both_engines!(
    one_person_alone_publishes_nothing,
    what_was_sent_back_or_changed_is_not_approved,
    a_title_is_corrected_by_two_people_and_every_version_stays,
    a_delivery_to_a_person_shown_never_reaches_the_library,
    a_home_reaches_the_library_only_by_an_order_that_opens_it_to_the_public,
    an_orders_term_keeps_it_out_and_takes_it_out,
    who_was_told_of_the_requester_alone_is_told_anew_before_the_public_sees_them,
    a_consent_reaches_as_far_as_it_says_and_an_objection_ends_it,
    one_custodian_takes_it_down_and_the_delivery_goes_on,
    what_is_stopped_leaves_the_library_too,
    an_order_that_ends_closes_the_library_before_anybody_looks,
    what_one_person_published_before_is_shown_to_nobody,
    what_stands_in_the_library_is_not_changed_by_hand,
    what_one_freed_before_two_had_to_lets_nothing_more_into_the_library,
    a_narrower_consent_ends_it_and_a_wider_one_needs_two_again,
    where_the_profile_demands_it_a_family_is_offered_to_see_a_death_first,
);

/// The next statement as somebody would write it who passes the program by; nothing of it stays.
async fn by_hand(town: &Town, sql: String) -> Result<(), String> {
    use sqlx::Executor as _;
    let mut tx = town.office.store().begin().await.unwrap();
    lie_about_the_day(&mut tx, town.clock_day()).await;
    let row = sqlx::raw_sql(sqlx::AssertSqlSafe(sql));
    let done = tx.conn().await.unwrap().execute(row).await;
    done.map(|_| ()).map_err(|error| error.to_string())
}

impl Release<'_> {
    /// A proposal of Cole's and its approval by somebody, by hand.
    async fn publishes_by_hand(&self, by: &Staff) -> Result<(), String> {
        let (id, day) = (secret::key(), self.case.town.clock_day());
        let cole = &self.case.cole.id;
        let sql = format!(
            "INSERT INTO publication (id, release_id, no, title, warning, proposed_by, proposed_at, proposed_on) \
             SELECT '{id}', e.id, (SELECT COALESCE(MAX(no), 0) + 1 FROM publication p WHERE p.release_id = e.id), 'A', \
             'B', '{cole}', 1, '{day}' FROM release e ORDER BY e.released_at DESC LIMIT 1; \
             INSERT INTO publication_decision (publication_id, kind, decided_by, decided_at, decided_on) \
             VALUES ('{id}', 'approved', '{}', 1, '{day}')",
            by.id
        );
        by_hand(self.case.town, sql).await
    }

    /// Neither the office nor the database lets it in.
    async fn is_kept_out(&self, why: &ReleaseReason, by_hand: &str) {
        let id = self.delivered().await;
        let refused = self.proposes(&id, "A street").await;
        let Err(Refusal::Stopped { bars }) = refused else {
            panic!("it was proposed: {refused:?}");
        };
        assert!(bars.iter().any(|bar| bar.reason == *why), "{bars:?}");
        let refused = self.publishes_by_hand(&self.rhea).await.expect_err("by hand it went");
        assert!(refused.contains(by_hand), "{refused}");
        assert!(!self.is_public(&id).await);
    }

    /// In the list, on its page and as a file.
    async fn is_public(&self, id: &str) -> bool {
        let office = &self.case.town.office;
        let file = office.library_file(id, ReleasedFile::Video).await.unwrap().is_some();
        let page = matches!(office.released(id).await.unwrap(), Some(LibraryFile::Open(_)));
        let list = office.library(1).await.unwrap();
        let listed = list.lines.iter().any(|line| line.id == id);
        assert_eq!((page, listed, list.total), (file, file, u64::from(file)));
        file
    }

    async fn goes_into_the_library(&self) -> String {
        let id = self.delivered().await;
        self.publishes(&id).await;
        assert!(self.is_public(&id).await);
        id
    }

    async fn sends_naming(&self, id: &str, audience: Audience) -> OfficeResult<()> {
        let act = NoticeAct::Send {
            on: self.case.town.clock_day(),
            channel: Channel::CertifiedMail,
            to: Receiver::Person,
            audience,
        };
        self.case.does(id, act).await
    }

    /// An order about the recording, verified.
    async fn orders(&self, kind: OrderKind, change: impl FnOnce(&mut OrderForm)) -> String {
        let office = &self.case.town.office;
        let id = office.enter_order(&self.case.cole, order(kind, change)).await.unwrap();
        office.act_on_order(&self.rhea, &id, OrderAct::Verify, 1).await.unwrap();
        id
    }

    async fn is_judged(&self, location: LocationKind) {
        let office = &self.case.town.office;
        let seen = office.recording(&self.case.cole, &self.case.recording).await.unwrap();
        let scene = SceneForm {
            scene: Scene {
                location,
                crime_scene_of_deceased: false,
            },
            people_logged: true,
            version: seen.unwrap().version,
        };
        office
            .judge(&self.case.cole, &self.case.recording, scene)
            .await
            .unwrap();
    }
}

fn order(kind: OrderKind, change: impl FnOnce(&mut OrderForm)) -> NewOrder {
    let mut form = OrderForm {
        key: secret::key(),
        kind: kind.key().into(),
        court: "Circuit Court of Jackson County".into(),
        case_number: "26CV-1234".into(),
        judge: "Hon. Juniper".into(),
        dated: "2026-02-03".into(),
        scope: "AX-1".into(),
        ..OrderForm::default()
    };
    change(&mut form);
    form.check().unwrap()
}

/// Open footage of a street with nobody in it, delivered.
async fn delivered(town: &Town) -> Release<'_> {
    let release = Release::begins(town).await;
    release.copies(1, "").await;
    release.goes().await;
    release
}

async fn one_person_alone_publishes_nothing(town: Town) {
    let release = delivered(&town).await;
    let id = release.delivered().await;
    assert_eq!(
        town.office.released(&id).await.unwrap(),
        None,
        "delivered is not published"
    );
    release.proposes(&id, "A street").await.unwrap();
    assert!(!release.is_public(&id).await, "proposed is not published");
    let queue = town.office.queue(&release.rhea, QueueFilter::default()).await.unwrap();
    assert!(
        queue.tasks.contains(&Task {
            kind: TaskKind::Publication,
            number: 1,
            only: None,
        }),
        "{:?}",
        queue.tasks
    );
    let cole = release.case.cole.reviewer().unwrap();
    assert_eq!(bar(release.approves_proposal(&cole).await), ReleaseReason::SamePerson);
    let alone = release.publishes_by_hand(&release.case.cole).await.unwrap_err();
    assert!(alone.contains("two people"), "{alone}");
    let officer = town.staff("Otto", Role::Reviewer).await.staff;
    town.office
        .change_account(
            &town.staff("Alex", Role::Admin).await.staff.administrator().unwrap(),
            &officer.id,
            office::forms::AccountChange::Officer(Some("Officer 4711".into())),
        )
        .await
        .unwrap();
    let officer = Staff {
        officer: Some("Officer 4711".into()),
        ..officer
    };
    let conflict = release.approves_proposal(&officer.reviewer().unwrap()).await;
    assert_eq!(bar(conflict), ReleaseReason::OnRecording);
    release.approves_proposal(&release.rhea).await.unwrap();
    assert!(release.is_public(&id).await);
    let library = town.office.library(1).await.unwrap();
    assert_eq!(library.lines[0].title.as_deref(), Some("A street"));
    let told = town.office.audit(&release.rhea, AuditFilter::default()).await.unwrap();
    let acts: Vec<&str> = told.lines.iter().map(|line| line.deed.key()).collect();
    assert!(acts.contains(&"publication_proposed") && acts.contains(&"published"));
    town.is_sound().await;
}

async fn what_was_sent_back_or_changed_is_not_approved(town: Town) {
    let release = delivered(&town).await;
    let (id, number) = (release.delivered().await, release.case.filed.number());
    release.proposes(&id, "A name").await.unwrap();
    let view = town.office.release_view(&release.rhea, number).await.unwrap().unwrap();
    let first = view.publications[0].waiting.clone().unwrap().id;
    release.proposes(&id, "A street").await.unwrap();
    let seen = town.office.approve_publication(&release.rhea, number, &first).await;
    assert_eq!(seen, Err(Refusal::Stale), "what was read is not what waits");
    let waiting = || async {
        let view = town.office.release_view(&release.rhea, number).await.unwrap().unwrap();
        view.publications[0].waiting.clone()
    };
    let second = waiting().await.unwrap();
    assert_eq!((second.no, second.title.as_str()), (2, "A street"));
    let by: &Reviewer = &release.rhea;
    town.office
        .send_back_publication(by, number, &second.id, "It names a person")
        .await
        .unwrap();
    assert_eq!(waiting().await, None);
    let again = town.office.approve_publication(by, number, &second.id).await;
    assert_eq!(bar(again), ReleaseReason::NothingProposed);
    let hand = by_hand(
        &town,
        format!(
            "INSERT INTO publication_decision (publication_id, kind, decided_by, decided_at, decided_on) \
             VALUES ('{first}', 'approved', '{}', 1, '2026-02-04')",
            by.id
        ),
    );
    assert!(hand.await.unwrap_err().contains("does not wait"));
    let view = town.office.release_view(by, number).await.unwrap().unwrap();
    let versions = &view.publications[0].versions;
    let said = versions[1].decision.as_ref().unwrap();
    assert_eq!(
        (said.by.as_str(), said.sent_back.as_deref()),
        ("Rhea", Some("It names a person"))
    );
    assert!(!release.is_public(&id).await);
}

async fn a_title_is_corrected_by_two_people_and_every_version_stays(town: Town) {
    let release = delivered(&town).await;
    let id = release.goes_into_the_library().await;
    release.proposes(&id, "Oak Street").await.unwrap();
    let title = || async { town.office.library(1).await.unwrap().lines[0].title.clone().unwrap() };
    assert_eq!(title().await, "Main Street, February", "until a second person agrees");
    release.approves_proposal(&release.rhea).await.unwrap();
    assert_eq!(title().await, "Oak Street");
    let number = release.case.filed.number();
    let view = town.office.release_view(&release.rhea, number).await.unwrap().unwrap();
    let titles: Vec<_> = view.publications[0]
        .versions
        .iter()
        .map(|one| one.title.as_str())
        .collect();
    assert_eq!(titles, ["Main Street, February", "Oak Street"]);
}

async fn a_delivery_to_a_person_shown_never_reaches_the_library(town: Town) {
    let form = office::forms::FilingForm {
        track: "depicted".into(),
        relation: "It is me".into(),
        ..town.resident("Ana").form()
    };
    let release = Release::closed_on(&town, form).await;
    release.opens_the_footage().await;
    release.copies(1, "").await;
    release
        .case
        .logs(release.case.person("Person B"), Receiver::Person)
        .await;
    let (_, notice) = release.case.opens().await.remove(0);
    let told = release.sends_naming(&notice, Audience::Public).await;
    assert_eq!(
        bar(told),
        ReleaseReason::TrackNotPublic,
        "nobody is told what never comes"
    );
    let consent = Consent {
        on: WEDNESDAY,
        by: Receiver::Person,
        identity_verified: true,
        audience: Audience::Requester,
    };
    release
        .case
        .does(&notice, NoticeAct::Consent { consent })
        .await
        .unwrap();
    release.goes().await;
    let id = release.delivered().await;
    assert_eq!(bar(release.proposes(&id, "Ana").await), ReleaseReason::TrackNotPublic);
    let hand = release.publishes_by_hand(&release.rhea).await.unwrap_err();
    assert!(hand.contains("public track"), "{hand}");
    assert!(!release.is_public(&id).await);
}

async fn a_home_reaches_the_library_only_by_an_order_that_opens_it_to_the_public(town: Town) {
    let release = delivered(&town).await;
    release.is_judged(LocationKind::Nonpublic).await;
    let spans = law::span::Spans::whole(1_800_000);
    let lacking = ReleaseReason::NotClearedForPublic { spans };
    let hand = "no order in force opens to the public";
    release.is_kept_out(&lacking, hand).await;
    release.orders(OrderKind::Disclose, |_| {}).await;
    release.is_kept_out(&lacking, hand).await;
    let opens = release
        .orders(OrderKind::Disclose, |form| {
            form.audience = "public".into();
            form.case_number = "26CV-5678".into();
        })
        .await;
    let id = release.goes_into_the_library().await;
    let version = town.office.order(&release.rhea, &opens).await.unwrap().unwrap().version;
    let stay = OrderAct::Stay { since: WEDNESDAY };
    let cole = Staff::clone(&release.case.cole);
    town.office.act_on_order(&cole, &opens, stay, version).await.unwrap();
    assert!(!release.is_public(&id).await, "a stay closes it");
}

async fn an_orders_term_keeps_it_out_and_takes_it_out(town: Town) {
    let release = delivered(&town).await;
    let id = release.goes_into_the_library().await;
    // It is heeded before anybody verifies it.
    let limits = order(OrderKind::Disclose, |form| {
        form.audience = "public".into();
        form.term_persons_present = "Only the parties".into();
        form.last_day = "2026-02-10".into();
    });
    let limits_id = town.office.enter_order(&release.case.cole, limits).await.unwrap();
    assert!(!release.is_public(&id).await);
    let term = law::disclosure_order::TermKind::PersonsPresent;
    let why = ReleaseReason::TermAgainstPublic { term };
    release
        .is_kept_out(&why, "term against a public library (persons_present)")
        .await;
    let page = town
        .office
        .publications(&release.rhea, PublicationList::Ended, 1)
        .await
        .unwrap();
    let ended = page.lines[0].ended.as_ref().unwrap();
    assert!(
        matches!(&ended.why, PublicationEnded::Law(bar) if bar.reason == why),
        "{ended:?}"
    );
    assert_eq!(ended.by, None, "by nobody's act");
    // One person stays what opens; the term of it goes on to keep the public out.
    let version = town
        .office
        .order(&release.case.cole, &limits_id)
        .await
        .unwrap()
        .unwrap()
        .version;
    let stay = OrderAct::Stay { since: WEDNESDAY };
    let cole = Staff::clone(&release.case.cole);
    town.office
        .act_on_order(&cole, &limits_id, stay, version)
        .await
        .unwrap();
    release
        .is_kept_out(&why, "term against a public library (persons_present)")
        .await;
    town.today_is(date(2026, 2, 11));
    assert!(!release.is_public(&id).await, "it comes back by two people alone");
    release.goes_into_the_library().await;
}

async fn who_was_told_of_the_requester_alone_is_told_anew_before_the_public_sees_them(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    let notice = release.case.tells("Person B").await;
    town.today_is(date(2026, 2, 18));
    release.clears(&notice).await;
    release.goes().await;
    let why = ReleaseReason::PublicNotTold;
    let hand = "was not told that the public is to see it";
    release.is_kept_out(&why, hand).await;
    // What is written beside the notice alone is not believed.
    let lie = format!("UPDATE notice SET told_audience = 'public' WHERE id = '{notice}'");
    town.raw(sqlx::AssertSqlSafe(lie)).await.unwrap();
    release.is_kept_out(&why, hand).await;
    let wrong = town.office.check().await.unwrap();
    assert!(wrong.iter().any(|line| line.contains("beside a notice")), "{wrong:?}");
    let same = release.sends_naming(&notice, Audience::Requester).await;
    assert!(
        matches!(bar(same), ReleaseReason::WrongState { .. }),
        "no second letter for the same"
    );
    release.sends_naming(&notice, Audience::Public).await.unwrap();
    let letters = release.case.sees(&notice).await.letters;
    let document = letters.last().unwrap().document.clone().unwrap();
    assert!(document.contains("biblioteca pública, donde cualquiera puede verlo"));
    let bela = Depicted { notice: notice.clone() };
    assert_eq!(town.office.depicted(&bela).await.unwrap().audience, Audience::Public);
    let id = release.delivered().await;
    assert!(
        release.proposes(&id, "A street").await.is_err(),
        "her days have not begun"
    );
    release.case.receives(&notice, date(2026, 2, 18)).await;
    assert!(release.proposes(&id, "A street").await.is_err(), "her days run");
    town.today_is(date(2026, 3, 3));
    release.clears(&notice).await;
    release.goes_into_the_library().await;
    town.is_sound().await;
}

async fn a_consent_reaches_as_far_as_it_says_and_an_objection_ends_it(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    release
        .case
        .logs(release.case.person("Person B"), Receiver::Person)
        .await;
    let (_, notice) = release.case.opens().await.remove(0);
    let consents = |audience| NoticeAct::Consent {
        consent: Consent {
            on: WEDNESDAY,
            by: Receiver::Person,
            identity_verified: true,
            audience,
        },
    };
    release.case.does(&notice, consents(Audience::Requester)).await.unwrap();
    release.goes().await;
    release
        .is_kept_out(&ReleaseReason::PublicNotTold, "was not told that the public")
        .await;
    release.case.does(&notice, consents(Audience::Public)).await.unwrap();
    let id = release.goes_into_the_library().await;
    let bela = Depicted { notice };
    let asks = vec![Ask::BlurMe];
    town.office
        .object(&bela, objection(Relief::Part { asks }))
        .await
        .unwrap();
    assert!(!release.is_public(&id).await, "taken back, it ends");
    assert!(release.hands_out(&id).await, "what was delivered stays delivered");
    assert_eq!(
        release.case.sees(&bela.notice).await.line.kind,
        NoticeKind::AgencyPolicy
    );
}

async fn one_custodian_takes_it_down_and_the_delivery_goes_on(town: Town) {
    let release = delivered(&town).await;
    let (id, number) = (release.goes_into_the_library().await, release.case.filed.number());
    release.proposes(&id, "Oak Street").await.unwrap();
    town.office
        .take_down(&release.case.cole, number, &id, "A name is heard")
        .await
        .unwrap();
    assert!(!release.is_public(&id).await);
    assert!(release.hands_out(&id).await, "the delivery goes on");
    assert_eq!(
        town.office.released(&id).await.unwrap(),
        Some(LibraryFile::Gone { on: Some(WEDNESDAY) })
    );
    let waits = release.approves_proposal(&release.rhea).await;
    assert_eq!(bar(waits), ReleaseReason::NothingProposed, "what waited went with it");
    let again = town.office.take_down(&release.case.cole, number, &id, "Again").await;
    assert_eq!(bar(again), ReleaseReason::NothingPublic);
    let page = town
        .office
        .publications(&release.rhea, PublicationList::Ended, 1)
        .await
        .unwrap();
    assert_eq!(page.counts, [0, 0, 1]);
    let ended = page.lines[0].ended.clone().unwrap();
    assert_eq!(ended.why, PublicationEnded::Office("A name is heard".into()));
    release.goes_into_the_library().await;
    let page = town
        .office
        .publications(&release.rhea, PublicationList::Public, 1)
        .await
        .unwrap();
    assert_eq!((page.counts, page.lines.len()), ([0, 1, 1], 1));
    town.is_sound().await;
}

async fn what_is_stopped_leaves_the_library_too(town: Town) {
    let release = delivered(&town).await;
    let id = release.goes_into_the_library().await;
    release.stops(&id).await.unwrap();
    assert!(!release.is_public(&id).await);
    release.is_kept_out_because_stopped(&id).await;
    let page = town
        .office
        .publications(&release.rhea, PublicationList::Ended, 1)
        .await
        .unwrap();
    assert_eq!(page.lines[0].ended.as_ref().unwrap().why, PublicationEnded::Stopped);
}

impl Release<'_> {
    async fn is_kept_out_because_stopped(&self, id: &str) {
        assert_eq!(bar(self.proposes(id, "A street").await), ReleaseReason::ReleaseStopped);
        let hand = self.publishes_by_hand(&self.rhea).await.unwrap_err();
        assert!(hand.contains("the release has stopped"), "{hand}");
    }
}

async fn an_order_that_ends_closes_the_library_before_anybody_looks(town: Town) {
    let release = Release::closed(&town).await;
    release.copies(1, "").await;
    release
        .orders(OrderKind::Disclose, |form| {
            form.audience = "public".into();
            form.last_day = "2026-02-10".into();
        })
        .await;
    release.request_is_ordered().await;
    release.goes().await;
    let id = release.goes_into_the_library().await;
    town.today_is(date(2026, 2, 10));
    assert!(release.is_public(&id).await, "its last day is a day");
    town.today_is(date(2026, 2, 11));
    assert!(!release.is_public(&id).await, "and no worker has looked");
    town.office.stop_overdue().await.unwrap();
    assert!(!release.is_public(&id).await);
    let inactive = StatusChange::Inactive {
        ground: InactiveGround::NotPursued,
        since: WEDNESDAY,
    };
    release.status(inactive).await;
    assert!(!release.is_public(&id).await, "what stopped stays so");
}

async fn what_one_person_published_before_is_shown_to_nobody(town: Town) {
    let release = delivered(&town).await;
    let id = release.delivered().await;
    let trigger = match town.dialect() {
        Dialect::Sqlite => "DROP TRIGGER release_published_by_nobody_alone",
        Dialect::Postgres => "DROP TRIGGER release_published_by_nobody_alone ON release",
    };
    town.raw(trigger).await.unwrap();
    town.raw("UPDATE release SET published_at = 1770000000000000, title = 'Old', warning = 'W'")
        .await
        .unwrap();
    assert!(!release.is_public(&id).await);
    assert_eq!(
        town.office.released(&id).await.unwrap(),
        Some(LibraryFile::Gone { on: None })
    );
    let page = town
        .office
        .publications(&release.rhea, PublicationList::Ended, 1)
        .await
        .unwrap();
    assert_eq!(page.lines[0].title, "Old");
    assert_eq!(page.lines[0].ended.as_ref().unwrap().why, PublicationEnded::ByOne);
    let number = release.case.filed.number();
    let view = town.office.release_view(&release.rhea, number).await.unwrap().unwrap();
    assert!(view.publications[0].by_one.is_some());
    release.goes_into_the_library().await;
}

async fn what_stands_in_the_library_is_not_changed_by_hand(town: Town) {
    let release = delivered(&town).await;
    let (id, number) = (release.goes_into_the_library().await, release.case.filed.number());
    town.office
        .take_down(&release.case.cole, number, &id, "A name")
        .await
        .unwrap();
    let mut never = Vec::new();
    for table in ["publication", "publication_decision", "publication_end"] {
        never.push(format!("DELETE FROM {table}"));
        if town.dialect() == Dialect::Postgres {
            never.push(format!("TRUNCATE {table} CASCADE"));
        } else {
            never.push(format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1"));
            never.push(format!("UPDATE OR REPLACE {table} SET rowid = rowid + 1"));
        }
    }
    never.extend(
        [
            "UPDATE publication SET title = 'x'",
            "UPDATE publication_decision SET kind = 'sent_back', reason = 'x'",
            "UPDATE publication_end SET reason = 'x'",
            "UPDATE publication_end SET up_to = 0",
        ]
        .map(str::to_owned),
    );
    for sql in never {
        let refused = town.raw(sqlx::AssertSqlSafe(sql.clone())).await;
        assert!(matches!(refused, Err(sqlx::Error::Database(_))), "{sql}: {refused:?}");
    }
    // Whoever sends back says why.
    let why_not = format!(
        "INSERT INTO publication (id, release_id, no, title, warning, proposed_by, proposed_at, proposed_on) \
         VALUES ('y', '{id}', 2, 'A', 'B', '{0}', 1, '{1}'); \
         INSERT INTO publication_decision (publication_id, kind, decided_by, decided_at, decided_on) \
         VALUES ('y', 'sent_back', '{0}', 1, '{1}')",
        release.case.cole.id,
        town.clock_day()
    );
    let refused = by_hand(&town, why_not).await.unwrap_err();
    assert!(refused.to_lowercase().contains("check"), "{refused}");
    // The day of the audit log, as for a release.
    let late = format!(
        "INSERT INTO publication (id, release_id, no, title, warning, proposed_by, proposed_at, proposed_on) \
         VALUES ('x', '{id}', 2, 'A', 'B', '{}', 1, '2026-02-03')",
        release.case.cole.id
    );
    let refused = by_hand(&town, late).await.unwrap_err();
    assert!(refused.contains("audit log's day"), "{refused}");
}

async fn what_one_freed_before_two_had_to_lets_nothing_more_into_the_library(town: Town) {
    let release = Release::begins(&town).await;
    let officer = law::person::Person {
        police_affiliated: true,
        ..release.case.person("Officer 1")
    };
    release.case.logs(officer, Receiver::Person).await;
    release.case.seconds().await.unwrap();
    release.copies(1, "").await;
    release.goes().await;
    let id = release.delivered().await;
    // As it stood before: of the police by the word of one.
    let forget = match town.dialect() {
        Dialect::Sqlite => "DROP TRIGGER proposal_no_delete; DELETE FROM proposal",
        Dialect::Postgres => "DROP TRIGGER proposal_no_delete ON proposal; DELETE FROM proposal",
    };
    town.raw(forget).await.unwrap();
    let refused = release.proposes(&id, "A street").await;
    let Err(Refusal::Stopped { bars }) = refused else {
        panic!("it was proposed: {refused:?}");
    };
    let bars: Vec<_> = bars.into_iter().map(|bar| bar.reason).collect();
    assert_eq!(bars, [ReleaseReason::FreedByOne]);
    let refused = release
        .publishes_by_hand(&release.rhea)
        .await
        .expect_err("by hand it went");
    assert!(refused.contains("by the word of one"), "{refused}");
    assert!(release.hands_out(&id).await, "what is out already stays");
}

async fn a_narrower_consent_ends_it_and_a_wider_one_needs_two_again(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    release
        .case
        .logs(release.case.person("Person B"), Receiver::Person)
        .await;
    let (_, notice) = release.case.opens().await.remove(0);
    release.sends_naming(&notice, Audience::Public).await.unwrap();
    release.case.receives(&notice, WEDNESDAY).await;
    town.today_is(date(2026, 2, 18));
    release.clears(&notice).await;
    release.goes().await;
    let id = release.goes_into_the_library().await;
    let consents = |audience| NoticeAct::Consent {
        consent: Consent {
            on: WEDNESDAY,
            by: Receiver::Person,
            identity_verified: true,
            audience,
        },
    };
    release.case.does(&notice, consents(Audience::Requester)).await.unwrap();
    assert!(!release.is_public(&id).await);
    let ended = town.count("SELECT COUNT(*) FROM publication_end").await;
    assert_eq!(ended, 1, "that it left is written down");
    release.case.does(&notice, consents(Audience::Public)).await.unwrap();
    assert!(!release.is_public(&id).await, "it comes back by two people alone");
    release.publishes(&id).await;
    assert!(release.is_public(&id).await);
}

async fn where_the_profile_demands_it_a_family_is_offered_to_see_a_death_first(town: Town) {
    let town = town.under(|profile| profile.viewing.required_for_deaths = true).await;
    let release = delivered(&town).await;
    let (office, cole) = (&town.office, &release.case.cole);
    let dead = Person {
        deceased: true,
        ..release.case.person("Person D")
    };
    let person = release.case.logs(dead, Receiver::NextOfKin).await;
    release.case.proves(&person, CapacityKind::NextOfKin).await;
    let notice = release.case.opens().await.remove(0).1;
    let id = release.delivered().await;
    let waits = async || {
        let Err(Refusal::Stopped { bars }) = release.proposes(&id, "A street").await else {
            panic!("it was proposed, though the family has days for other reasons");
        };
        let of_viewing = |bar: &law::notice::ReleaseBar| {
            matches!(
                bar.reason,
                ReleaseReason::ViewingNotOffered | ReleaseReason::ViewingOpen
            )
        };
        bars.into_iter().find(of_viewing).map(|bar| bar.reason)
    };
    assert_eq!(waits().await, Some(ReleaseReason::ViewingNotOffered));
    let offer = NewViewing {
        receiver: Receiver::NextOfKin,
        way: ViewingWay::Telephone,
        on: WEDNESDAY,
        answer_by: None,
        support: String::new(),
    };
    office.offer_viewing(cole, &notice, offer).await.unwrap();
    assert_eq!(waits().await, Some(ReleaseReason::ViewingOpen));
    let declined = StepTaken {
        step: ViewingStep::Decline,
        on: WEDNESDAY,
        day: None,
        words: String::new(),
    };
    office.step_viewing(cole, &notice, declined).await.unwrap();
    assert_eq!(waits().await, None);
    let number = release.case.filed.number();
    let view = office.release_view(&release.rhea, number).await.unwrap().unwrap();
    assert_eq!(
        view.publications[0].viewings,
        [("Person D".to_owned(), ViewingState::Declined)],
        "whoever publishes reads it"
    );
}
