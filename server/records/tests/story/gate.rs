//! Nobody gets round the gate: not by a date, not by SQL, not by what comes before or after a release.

use std::time::Duration;

use jiff::civil::date;
use law::{
    calendar::{CalendarOwner, Closure},
    disclosure_order::OrderKind,
    notice::{Consent, Decision, NoticeKind, NoticeStateKind, ReleaseReason},
    objection::{Ask, ObjectionAnswer, Relief},
    person::{Person, Receiver},
    recording::{LocationKind, Scene, StatusChange},
    request::Act,
    retention::{KeepGround, KeepReason},
};
use office::{
    OfficeResult, Refusal,
    desk::{
        AdminDesk as _, Depicted, DepictedDesk as _, LibraryDesk as _, NoticeDesk as _, OrderDesk as _,
        PeopleDesk as _, RecordingDesk as _, ReleaseDesk as _,
    },
    forms::{Deletion, FileKind, NoticeAct, OrderAct, SceneForm, StatusForm},
    views::{AuditAct, NoticesView, Role, Staff},
};
use records::store::Dialect;

use super::{
    notices::{bar, objection, spans},
    recordings::{at_noon, line, order, read},
    releases::{Release, movie},
};
use crate::support::{Town, WEDNESDAY};

crate::on_both_engines!(
    a_release_bears_the_day_of_the_audit_log_and_no_other,
    nothing_is_replaced_past_the_triggers,
    what_stands_is_not_changed_by_hand,
    an_order_says_for_ever_what_was_entered,
    an_order_names_no_moments_that_the_recording_lacks,
    somebody_who_is_nowhere_in_the_log_is_not_hidden,
    who_is_shown_where_stays_once_a_notice_rests_on_it,
    nobody_becomes_exempt_while_they_wait,
    nothing_leaves_on_what_a_child_received,
    promises_bind_the_database_too,
    next_of_kin_of_each_of_the_dead_have_their_notice,
    a_closure_of_the_court_lengthens_what_is_kept_of_the_days,
    a_notice_that_says_something_else_than_its_columns_holds_the_release_and_is_told,
    the_database_reads_what_the_content_of_a_notice_says,
    a_redaction_without_provision_or_beyond_the_end_is_none,
    the_original_is_no_redacted_copy,
    what_is_free_by_the_law_is_free_by_the_database,
    a_deletion_is_never_dated_ahead_and_a_running_notice_keeps_the_recording,
    an_order_that_opens_an_active_case_frees_nothing_for_destruction,
    a_release_that_should_not_stand_is_told,
    what_only_the_database_knows_is_shown_beside_the_checklist,
    links_stop_with_the_order_that_opened_them,
    links_stop_once_a_court_forbids_what_they_show,
    links_stop_while_the_status_is_open_to_doubt_and_the_copy_can_go_out_anew,
    what_is_out_is_not_released_twice,
    an_acknowledgement_outlives_every_tick_and_terms_belong_to_their_order,
    looking_at_a_release_waits_for_nobody_who_writes,
);

async fn refused_by_hand(release: &Release<'_>, why: &str) {
    release.agrees().await;
    refused_by_the_database_alone(release, why).await;
}

/// The same after a change by hand of which the law knows nothing.
async fn refused_by_the_database_alone(release: &Release<'_>, why: &str) {
    let refused = release.by_hand().await.expect_err("by hand it went").to_string();
    assert!(refused.contains(why), "{refused}");
}

/// A statement that the database refuses for a reason of its own, and not because it is badly written.
async fn stands(town: &Town, sql: &str) {
    let Err(sqlx::Error::Database(refused)) = town.raw(sqlx::AssertSqlSafe(sql.to_owned())).await else {
        panic!("done: {sql}");
    };
    let expected = match town.dialect() {
        // Raised by a trigger, or by a CHECK.
        Dialect::Sqlite => ["1811", "275"],
        Dialect::Postgres => ["P0001", "23514"],
    };
    let code = refused.code().unwrap_or_default();
    assert!(expected.contains(&code.as_ref()), "{sql}: {refused} ({code})");
}

impl Release<'_> {
    async fn consents(&self, id: &str) {
        let consent = Consent {
            on: self.case.town.clock_day(),
            by: Receiver::Person,
            identity_verified: true,
            audience: law::notice::Audience::Requester,
        };
        self.case.does(id, NoticeAct::Consent { consent }).await.unwrap();
    }

    async fn objects(&self, id: &str, relief: Relief) -> String {
        let by = Depicted { notice: id.to_owned() };
        self.case.town.office.object(&by, objection(relief)).await.unwrap();
        self.case.sees(id).await.objections.pop().unwrap().objection.id
    }

    async fn answers(&self, id: &str, objection: String, answer: ObjectionAnswer) {
        self.case
            .does(id, NoticeAct::Answer { objection, answer })
            .await
            .unwrap();
    }

    /// Verified by Rhea, its terms confirmed: it opens the footage from now on.
    async fn order_opens(&self, last_day: Option<law::Date>) -> String {
        let office = &self.case.town.office;
        let mut opens = order(OrderKind::Disclose, "AX-1");
        opens.last_day = last_day;
        let id = office.enter_order(&self.case.cole, opens).await.unwrap();
        self.order_does(&id, OrderAct::Verify).await;
        let number = self.case.filed.number();
        office.confirm(&self.case.cole, number, true, false).await.unwrap();
        id
    }

    async fn order_does(&self, id: &str, act: OrderAct) {
        let office = &self.case.town.office;
        let version = office.order(&self.rhea, id).await.unwrap().unwrap().version;
        let by = if act == OrderAct::Verify {
            Staff::clone(&self.rhea)
        } else {
            Staff::clone(&self.case.cole)
        };
        office.act_on_order(&by, id, act, version).await.unwrap();
        self.case.seconds().await.unwrap();
    }

    pub async fn status(&self, change: StatusChange) {
        let office = &self.case.town.office;
        let seen = office.recording(&self.case.cole, &self.case.recording).await.unwrap();
        let form = StatusForm {
            change,
            reason: "The detective said so.".into(),
            version: seen.unwrap().version,
        };
        office
            .change_status(&self.case.cole, &self.case.recording, form)
            .await
            .unwrap();
    }

    async fn changes(&self, id: &str, change: impl FnOnce(&mut Person)) -> OfficeResult<()> {
        let office = &self.case.town.office;
        let seen = office.person(&self.case.cole, id).await.unwrap().unwrap().line;
        let mut person = seen.person;
        change(&mut person);
        office
            .change_person(&self.case.cole, id, person.into(), seen.version)
            .await
    }

    /// How many links go, and how many have stopped.
    async fn links(&self) -> (i64, i64) {
        let town = self.case.town;
        let going = town
            .count("SELECT COUNT(*) FROM release WHERE stopped_at IS NULL")
            .await;
        let all = town.count("SELECT COUNT(*) FROM release").await;
        (going, all - going)
    }
}

async fn a_release_bears_the_day_of_the_audit_log_and_no_other(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    let id = release.case.tells("Person B").await;
    town.today_is(date(2026, 2, 18));
    release.clears(&id).await;
    for day in [date(2026, 2, 17), date(2026, 2, 19), date(2099, 1, 1)] {
        let refused = town.raw(sqlx::AssertSqlSafe(release.row_on(day))).await.unwrap_err();
        assert!(refused.to_string().contains("day"), "{day}: {refused}");
    }
    release.by_hand().await.unwrap();
    release.goes().await;
}

/// Tables of which no row goes, by any way.
const STANDING: [&str; 23] = [
    "docket",
    "audit_entry",
    "recording",
    "request_recording",
    "deletion",
    "disclosure_order",
    "order_scope",
    "order_excused",
    "hold",
    "person",
    "person_span",
    "notice",
    "notice_letter",
    "notice_code",
    "notice_restraint",
    "notice_promise",
    "objection",
    "stored_file",
    "attachment",
    "original",
    "release_copy",
    "redaction",
    "release",
];

/// Somebody told, an objection with its answer, a court's injunction, a copy with redactions, an order with somebody
/// excused, a deletion: a row in every table that stands.
async fn a_full_register(town: &Town) -> Release<'_> {
    let release = Release::begins(town).await;
    release.sends_file(FileKind::Original, &movie(9)).await.unwrap();
    release.copies(1, "cut 0:00-1:00 | RSMo 610.100.3").await;
    let id = release.case.tells("Person B").await;
    let asks = vec![Ask::BlurMe];
    let objection = release.objects(&id, Relief::Part { asks }).await;
    release
        .answers(&id, objection, ObjectionAnswer::Accepted { on: WEDNESDAY })
        .await;
    let part = NoticeAct::Decide {
        action: None,
        dated: WEDNESDAY,
        decision: Decision::EnjoinPart {
            spans: spans("0:20-0:30"),
            until: None,
        },
        ends: true,
    };
    release.case.does(&id, part).await.unwrap();
    let mut excuses = order(OrderKind::Disclose, "AX-1");
    excuses.excused = vec![("AX-1".into(), "Person Q".into())];
    let excuses = town.office.enter_order(&release.case.cole, excuses).await.unwrap();
    release.order_does(&excuses, OrderAct::Verify).await;
    let other = at_noon(town, "AX-2");
    let other = town
        .office
        .register(&release.case.cole, read(town, &other))
        .await
        .unwrap();
    let deletion = Deletion {
        on: WEDNESDAY,
        rule: "KCPD_NONEVIDENCE_KEEP_180D".into(),
        breach: false,
        version: 1,
    };
    town.office
        .record_deletion(&release.case.cole, &other, deletion)
        .await
        .unwrap();
    release
}

async fn nothing_is_replaced_past_the_triggers(town: Town) {
    let release = a_full_register(&town).await;
    town.raw(
        "INSERT INTO attachment (id, subject, subject_id, name, media_type, sha256, added_at) \
         SELECT 'a', 'order', 'o', 'n', 'application/pdf', sha256, 1 FROM stored_file LIMIT 1",
    )
    .await
    .unwrap();
    town.today_is(date(2026, 2, 18));
    release.goes().await;
    if town.dialect() == Dialect::Postgres {
        // It knows no such statement; the other way to empty a table past its rows is TRUNCATE.
        for table in STANDING {
            stands(&town, &format!("TRUNCATE {table} CASCADE")).await;
        }
        return;
    }
    for table in STANDING {
        for by_hand in [
            format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1"),
            format!("UPDATE OR REPLACE {table} SET rowid = rowid + 1"),
        ] {
            // Also on a connection that does not ask for the triggers of rows that are replaced.
            stands(&town, &format!("PRAGMA recursive_triggers = OFF; {by_hand}")).await;
        }
    }
    stands(
        &town,
        "INSERT OR REPLACE INTO hold (rowid, request_id, no, kind, placed_on, recorded_from, recorded_to, media) \
         SELECT rowid, request_id, 99, kind, placed_on, recorded_from, recorded_to, media FROM hold LIMIT 1",
    )
    .await;
}

async fn what_stands_is_not_changed_by_hand(town: Town) {
    let release = a_full_register(&town).await;
    town.today_is(date(2026, 2, 18));
    release.goes().await;
    for by_hand in [
        "UPDATE release SET checklist = 'x'",
        "UPDATE release SET released_by = 'x'",
        "UPDATE release SET released_at = 2",
        "UPDATE release SET basis = 'x'",
        "UPDATE release SET seconds_withheld = 0",
        "UPDATE release_copy SET sha256 = 'x'",
        "DELETE FROM notice_restraint",
        "DELETE FROM notice_promise",
        "UPDATE notice_restraint SET last_day = '2026-01-01'",
        "UPDATE notice_promise SET kind = 'mute'",
        "DELETE FROM stored_file WHERE sha256 NOT IN (SELECT sha256 FROM release_copy)",
        "UPDATE stored_file SET bytes = 1",
        "DELETE FROM original",
        "UPDATE original SET name = 'x'",
        "DELETE FROM redaction",
        "UPDATE notice SET opens_on = '2026-01-01'",
        "UPDATE objection SET code_hash = 'x'",
    ] {
        stands(&town, by_hand).await;
    }
    // Nobody puts it into the library alone, and it goes out of the links once.
    for alone in [
        "UPDATE release SET published_at = 5, title = 'A', warning = 'B'",
        "UPDATE release SET title = 'A'",
    ] {
        stands(&town, alone).await;
    }
    town.raw("UPDATE release SET stopped_at = 5, stopped_for = 'A'")
        .await
        .unwrap();
    stands(&town, "UPDATE release SET stopped_for = 'B'").await;
}

async fn an_order_says_for_ever_what_was_entered(town: Town) {
    let release = Release::closed(&town).await;
    let opens = order(OrderKind::Disclose, "AX-1 0:00-1:00");
    let id = town.office.enter_order(&release.case.cole, opens).await.unwrap();
    let widen = format!(
        "INSERT INTO order_scope (order_id, no, recording_id) VALUES ('{id}', 99, '{}')",
        release.case.recording
    );
    let excuse = format!(
        "INSERT INTO order_excused (order_id, recording_id, pseudonym) VALUES ('{id}', '{}', 'Person B')",
        release.case.recording
    );
    for verified in [false, true] {
        if verified {
            release.order_does(&id, OrderAct::Verify).await;
        }
        for by_hand in [
            widen.as_str(),
            &excuse,
            "UPDATE disclosure_order SET court = 'x'",
            "UPDATE disclosure_order SET case_number = 'x'",
            "UPDATE disclosure_order SET content = '{}'",
            "UPDATE disclosure_order SET entered_at = 1",
            "UPDATE disclosure_order SET request_id = (SELECT id FROM records_request)",
            "UPDATE disclosure_order SET submission_hash = 'x'",
        ] {
            stands(&town, by_hand).await;
        }
    }
    stands(&town, "UPDATE disclosure_order SET verified_at = 1").await;
    release.order_does(&id, OrderAct::Stay { since: WEDNESDAY }).await;
    let stayed = town.office.order(&release.rhea, &id).await.unwrap().unwrap().order;
    assert_eq!(
        (stayed.stayed_since, stayed.verified_by.is_some()),
        (Some(WEDNESDAY), true)
    );
}

async fn an_order_names_no_moments_that_the_recording_lacks(town: Town) {
    let release = Release::closed(&town).await;
    // The recording lasts thirty minutes.
    for scope in ["AX-1 0:00-30:01", "AX-1 0:00-1:00, 45:00-46:00"] {
        let beyond = order(OrderKind::Redact, scope);
        let refused = town.office.enter_order(&release.case.cole, beyond).await;
        let Err(Refusal::Invalid { errors }) = refused else {
            panic!("{scope}: {refused:?}");
        };
        assert!(errors.of("scope").is_some());
    }
    let whole = order(OrderKind::Redact, "AX-1 0:00-30:00");
    town.office.enter_order(&release.case.cole, whole).await.unwrap();
}

async fn somebody_who_is_nowhere_in_the_log_is_not_hidden(town: Town) {
    let release = Release::begins(&town).await;
    release
        .copies(
            1,
            "blur 0:10-0:40 Person B | RSMo 610.100.3\nmute 0:20-0:50 | RSMo 610.100.3",
        )
        .await;
    release
        .case
        .logs(release.case.person("Person B"), Receiver::Person)
        .await;
    let id = release.case.opens().await.remove(0).1;
    town.raw("DELETE FROM person_span").await.unwrap();
    release
        .case
        .does(&id, NoticeAct::RedactOut { on: WEDNESDAY })
        .await
        .unwrap();
    refused_by_the_database_alone(&release, "does not say where").await;
    let told = town.office.check().await.unwrap();
    assert!(told[0].contains("people log"), "{told:?}");
}

async fn who_is_shown_where_stays_once_a_notice_rests_on_it(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    let person = release
        .case
        .logs(release.case.person("Person B"), Receiver::Person)
        .await;
    let id = release.case.opens().await.remove(0).1;
    let was = release.case.person("Person B");
    let corrected = |person: &mut Person| person.seen = spans("0:10-0:41");
    release.changes(&person, corrected).await.unwrap();
    let entries = town
        .office
        .person(&release.case.cole, &person)
        .await
        .unwrap()
        .unwrap()
        .entries;
    let changed = entries.iter().any(|entry| {
        matches!(&entry.act, AuditAct::PersonLogged { was: Some(told), is }
            if **told == was && is.seen == spans("0:10-0:41"))
    });
    assert!(changed, "what changed is kept: {entries:?}");
    release.case.sends(&id, Receiver::Person).await;
    let grown = release
        .changes(&person, |person| person.heard = spans("0:20-0:59"))
        .await;
    assert!(
        matches!(&grown, Err(Refusal::Invalid { errors }) if errors.of("heard").is_some()),
        "{grown:?}"
    );
    release.changes(&person, |person| person.minor = true).await.unwrap();
    for by_hand in [
        "INSERT INTO person_span (person_id, sense, from_ms, to_ms) SELECT id, 'seen', 0, 1 FROM person",
        "DELETE FROM person_span",
        "UPDATE person_span SET to_ms = to_ms - 1",
        "UPDATE person SET pseudonym = 'Person C'",
        "UPDATE person SET id = 'x'",
    ] {
        stands(&town, by_hand).await;
    }
    town.is_sound().await;
}

async fn nobody_becomes_exempt_while_they_wait(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    let id = release.case.tells("Person B").await;
    let person = release.case.sees(&id).await.person_id;
    let objection = release.objects(&id, Relief::Whole).await;
    let exempt = |person: &mut Person| person.police_affiliated = true;
    let stopped = release.changes(&person, exempt).await;
    assert!(matches!(bar(stopped), ReleaseReason::ObjectionUnanswered { .. }));
    stands(&town, "UPDATE person SET police_affiliated_at = 1").await;
    let reasons = "The public's concern outweighs it.".to_owned();
    let overruled = ObjectionAnswer::Overruled { on: WEDNESDAY, reasons };
    release.answers(&id, objection, overruled).await;
    let action = NoticeAct::Action {
        id: None,
        court: "Circuit Court".into(),
        filed: Some(WEDNESDAY),
        served: Some(WEDNESDAY),
    };
    release.case.does(&id, action).await.unwrap();
    let stopped = release.changes(&person, exempt).await;
    assert!(matches!(bar(stopped), ReleaseReason::ActionPending { .. }));
    stands(&town, "UPDATE person SET police_affiliated_at = 1").await;
}

async fn nothing_leaves_on_what_a_child_received(town: Town) {
    let release = Release::begins(&town).await;
    let id = release.case.tells("Person B").await;
    let person = release.case.sees(&id).await.person_id;
    town.today_is(date(2026, 2, 18));
    release.copies(1, "").await;
    release.clears(&id).await;
    let receiver = Receiver::Person;
    let unfit = ReleaseReason::ReceiverUnfit { receiver };
    for dependent in [
        |one: &mut Person| one.minor = true,
        |one: &mut Person| one.deceased = true,
    ] {
        release.changes(&person, dependent).await.unwrap();
        assert!(release.bars().await.contains(&unfit), "the log was corrected");
        assert!(release.tries().await.is_err());
    }
}

async fn promises_bind_the_database_too(town: Town) {
    let release = Release::begins(&town).await;
    let id = release.case.tells("Person B").await;
    let asks = vec![
        Ask::BlurMe,
        Ask::MuteMe,
        // The court's copyist was generous: the recording ends at 30:00.
        Ask::Cut {
            spans: spans("1:00-1:10, 29:59-31:00"),
        },
    ];
    let objection = release.objects(&id, Relief::Part { asks }).await;
    release
        .answers(&id, objection, ObjectionAnswer::Accepted { on: WEDNESDAY })
        .await;
    town.today_is(date(2026, 2, 18));
    let kept = [
        "blur 0:10-0:40 Person B | RSMo 610.100.3",
        "mute 0:20-0:50 | RSMo 610.100.3",
        "cut 1:00-1:10 | RSMo 610.100.3",
        "cut 29:59-30:00 | RSMo 610.100.3",
    ];
    release.copies(1, &kept.join("\n")).await;
    release.clears(&id).await;
    for (number, missing, why) in [
        (2, 0, "is not kept (blur)"),
        (3, 1, "is not kept (mute)"),
        (4, 2, "is not kept (cut)"),
        (5, 3, "is not kept (cut)"),
    ] {
        let mut list = kept.to_vec();
        list.remove(missing);
        release.copies(number, &list.join("\n")).await;
        assert!(matches!(
            release.bars().await[..],
            [ReleaseReason::PromiseUnkept { .. }]
        ));
        refused_by_hand(&release, why).await;
    }
    release.copies(6, &kept.join("\n")).await;
    release.goes().await;
    town.is_sound().await;
}

async fn next_of_kin_of_each_of_the_dead_have_their_notice(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    let scene = SceneForm {
        scene: Scene {
            location: LocationKind::Public,
            crime_scene_of_deceased: true,
        },
        people_logged: true,
        version: 3,
    };
    town.office
        .judge(&release.case.cole, &release.case.recording, scene)
        .await
        .unwrap();
    let mut people = Vec::new();
    for name in ["Person B", "Person C"] {
        people.push(release.case.logs(release.case.person(name), Receiver::Person).await);
    }
    for (_, id) in release.case.opens().await {
        release.consents(&id).await;
    }
    let deceased = |person: &mut Person| person.deceased = true;
    release.changes(&people[0], deceased).await.unwrap();
    release.case.opens().await;
    let all = town
        .office
        .notices(&release.case.cole, NoticesView::All, 1)
        .await
        .unwrap();
    let kin = all
        .lines
        .iter()
        .find(|line| line.kind == NoticeKind::NextOfKin)
        .unwrap();
    let kind = law::capacity::CapacityKind::NextOfKin;
    release.case.proves(&people[0], kind).await;
    let consent = Consent {
        on: WEDNESDAY,
        by: Receiver::NextOfKin,
        identity_verified: true,
        audience: law::notice::Audience::Requester,
    };
    release
        .case
        .does(&kin.id, NoticeAct::Consent { consent })
        .await
        .unwrap();
    release.by_hand().await.unwrap();
    release.changes(&people[1], deceased).await.unwrap();
    // What the dead consented to themselves binds nobody any more.
    let receiver = Receiver::Person;
    let unfit = ReleaseReason::ReceiverUnfit { receiver };
    assert_eq!(
        release.bars().await,
        [unfit.clone(), unfit, ReleaseReason::NoticeMissing]
    );
    refused_by_hand(&release, "next of kin").await;
}

async fn a_closure_of_the_court_lengthens_what_is_kept_of_the_days(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    let id = release.case.tells("Person B").await;
    let adam = town.staff("Adam", Role::Admin).await.staff.administrator().unwrap();
    let ice = Closure {
        office: CalendarOwner::Court,
        on: date(2026, 2, 17),
        reason: "Ice".into(),
    };
    town.today_is(date(2026, 2, 18));
    release.clears(&id).await;
    release.by_hand().await.unwrap();
    town.office.add_closure(&adam, ice).await.unwrap();
    assert_eq!(town.texts("SELECT opens_on FROM notice").await, ["2026-02-19"]);
    let bela = Depicted { notice: id.clone() };
    let told = town.office.depicted(&bela).await.unwrap();
    let days = (told.moved_from, told.last_day);
    assert_eq!(
        days,
        (Some(date(2026, 2, 17)), Some(date(2026, 2, 18))),
        "and is told why"
    );
    let seen = release.case.sees(&id).await;
    assert_eq!(seen.line.state, NoticeStateKind::WindowOpen, "the lists say so too");
    assert!(seen.entries.iter().any(|entry| {
        entry.act
            == AuditAct::NoticeRecounted {
                last_day: date(2026, 2, 18),
            }
    }));
    refused_by_hand(&release, "a person shown").await;
    assert!(matches!(release.bars().await[..], [ReleaseReason::WindowOpen { .. }]));
    town.is_sound().await;
}

async fn a_notice_that_says_something_else_than_its_columns_holds_the_release_and_is_told(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    let id = release.case.tells("Person B").await;
    release.objects(&id, Relief::Whole).await;
    town.today_is(date(2026, 2, 18));
    town.raw("UPDATE notice SET open_objections = 0, state = 'clear'")
        .await
        .unwrap();
    refused_by_the_database_alone(&release, "not what its content says").await;
    let told = town.office.check().await.unwrap();
    assert!(told[0].contains("not what the notice says"), "{told:?}");
}

/// The names in the JSON of a notice that the views of both engines read.
async fn the_database_reads_what_the_content_of_a_notice_says(town: Town) {
    const SAID: &str = "SELECT CONCAT_WS(' ', state, opens_on, open_objections) FROM notice_content";
    let release = Release::begins(&town).await;
    let id = release.case.tells("Person B").await;
    assert_eq!(town.texts(SAID).await, ["window_open 2026-02-18 0"]);
    let objection = release.objects(&id, Relief::Whole).await;
    assert_eq!(town.texts(SAID).await, ["objected 2026-02-18 1"]);
    let reasons = "The public's concern outweighs it.".to_owned();
    let overruled = ObjectionAnswer::Overruled { on: WEDNESDAY, reasons };
    release.answers(&id, objection, overruled).await;
    town.today_is(date(2026, 2, 18));
    release.objects(&id, Relief::Whole).await;
    let late = town.texts(SAID).await.remove(0);
    assert!(late.ends_with(" 0"), "one that came late holds nothing: {late}");
}

async fn a_redaction_without_provision_or_beyond_the_end_is_none(town: Town) {
    let release = Release::begins(&town).await;
    release.sends_file(FileKind::Copy, &movie(1)).await.unwrap();
    let line = |no: u8, from: u32, to: u32, citation: &str| {
        format!(
            "INSERT INTO redaction (copy_id, no, kind, from_ms, to_ms, citation, reviewer) \
             SELECT id, {no}, 'cut', {from}, {to}, '{citation}', made_by FROM release_copy"
        )
    };
    for (from, to, citation) in [(5, 5, "RSMo 610.100.3"), (9, 5, "RSMo 610.100.3"), (0, 5, " ")] {
        stands(&town, &line(1, from, to, citation)).await;
    }
    town.raw(sqlx::AssertSqlSafe(line(2, 0, 1_800_001, "RSMo 610.100.3")))
        .await
        .unwrap();
    release.approves(&release.rhea).await.unwrap();
    assert_eq!(release.bars().await, [ReleaseReason::RedactionUnsound]);
    refused_by_hand(&release, "beyond the end").await;
}

async fn the_original_is_no_redacted_copy(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "cut 0:00-1:00 | RSMo 610.100.3").await;
    release.by_hand().await.unwrap();
    release.sends_file(FileKind::Original, &movie(1)).await.unwrap();
    refused_by_hand(&release, "is the original").await;
}

async fn what_is_free_by_the_law_is_free_by_the_database(town: Town) {
    let release = Release::begins(&town).await;
    let scene = SceneForm {
        scene: Scene {
            location: LocationKind::Nonpublic,
            crime_scene_of_deceased: false,
        },
        people_logged: true,
        version: 3,
    };
    town.office
        .judge(&release.case.cole, &release.case.recording, scene)
        .await
        .unwrap();
    town.office
        .confirm(&release.case.cole, release.case.filed.number(), false, true)
        .await
        .unwrap();
    release.copies(1, "cut 29:00-30:00 | RSMo 610.100.8").await;
    release
        .case
        .logs(release.case.person("Person B"), Receiver::Person)
        .await;
    release.case.opens().await;
    let all = town
        .office
        .notices(&release.case.cole, NoticesView::All, 1)
        .await
        .unwrap();
    let of = |kind| all.lines.iter().find(|line| line.kind == kind).unwrap().id.clone();
    // The recipient's own notice knows no effect of an objection, granted or not.
    let statute = of(NoticeKind::Statute8);
    let granted = release.objects(&statute, Relief::Whole).await;
    release
        .answers(&statute, granted, ObjectionAnswer::Accepted { on: WEDNESDAY })
        .await;
    // Who objected, and then consented, waits for nothing; what a court forbids beyond the end is not there.
    let agency = of(NoticeKind::AgencyPolicy);
    release.objects(&agency, Relief::Whole).await;
    release.consents(&agency).await;
    let beyond = NoticeAct::Decide {
        action: None,
        dated: WEDNESDAY,
        decision: Decision::EnjoinPart {
            spans: spans("29:00-40:00"),
            until: None,
        },
        ends: true,
    };
    release.case.does(&statute, beyond).await.unwrap();
    release.goes().await;
}

async fn a_deletion_is_never_dated_ahead_and_a_running_notice_keeps_the_recording(town: Town) {
    let release = Release::begins(&town).await;
    let id = release.case.tells("Person B").await;
    // The request's hold has run out; so it would in two years.
    town.raw("UPDATE hold SET last_day = '2026-02-04'").await.unwrap();
    let recording = release.case.recording.clone();
    let by_hand = |day: &str| {
        format!(
            "INSERT INTO deletion (recording_id, on_date, rule, recorded_at) VALUES ('{recording}', '{day}', 'x', 1)"
        )
    };
    let deletion = |on| Deletion {
        on,
        rule: "KCPD_NONEVIDENCE_KEEP_180D".into(),
        breach: false,
        version: 3,
    };
    let cole = &release.case.cole;
    let ahead = deletion(date(2026, 2, 5));
    let ahead = town.office.record_deletion(cole, &recording, ahead).await;
    assert!(matches!(ahead, Err(Refusal::Invalid { .. })), "{ahead:?}");
    town.today_is(date(2026, 2, 18));
    let kept = town
        .office
        .record_deletion(cole, &recording, deletion(date(2026, 2, 18)))
        .await;
    let Err(Refusal::MustBeRetained { why }) = kept else {
        panic!("a notice runs: {kept:?}");
    };
    let ground = KeepGround::Notice;
    assert_eq!(why.reason, KeepReason::Held { ground, last_day: None });
    let export = town.holds_export().await;
    assert!(export.contains(",notice,"), "{export}");
    let seen = town.office.recording(cole, &recording).await.unwrap().unwrap();
    assert!(seen.kept_for.iter().any(|kept| kept.ground == ground));
    stands(&town, &by_hand("2026-02-18")).await;
    release.clears(&id).await;
    let refused = town.raw(sqlx::AssertSqlSafe(by_hand("2031-01-01"))).await.unwrap_err();
    assert!(refused.to_string().contains("dated ahead"), "{refused}");
    town.office
        .record_deletion(cole, &recording, deletion(date(2026, 2, 18)))
        .await
        .unwrap();
}

async fn an_order_that_opens_an_active_case_frees_nothing_for_destruction(town: Town) {
    let release = Release::closed(&town).await;
    release
        .status(StatusChange::CloseActive {
            confirmed_on: WEDNESDAY,
        })
        .await;
    release.order_opens(None).await;
    town.raw("UPDATE hold SET last_day = '2026-02-04'").await.unwrap();
    town.today_is(date(2026, 2, 5));
    let deletion = Deletion {
        on: date(2026, 2, 5),
        rule: "KCPD_NONEVIDENCE_KEEP_180D".into(),
        breach: false,
        version: 4,
    };
    let (cole, recording) = (&release.case.cole, &release.case.recording);
    let kept = town.office.record_deletion(cole, recording, deletion).await;
    let ground = KeepGround::Case;
    let Err(Refusal::MustBeRetained { why }) = kept else {
        panic!("the case is active: {kept:?}");
    };
    assert_eq!(why.reason, KeepReason::Held { ground, last_day: None });
    let by_hand = format!(
        "INSERT INTO deletion (recording_id, on_date, rule, recorded_at) VALUES ('{recording}', '2026-02-04', 'x', 1)"
    );
    town.raw("UPDATE hold SET last_day = '2026-02-03'").await.unwrap();
    let refused = town.raw(sqlx::AssertSqlSafe(by_hand)).await.unwrap_err();
    assert!(refused.to_string().contains("active case"), "{refused}");
    let export = town.holds_export().await;
    assert!(export.contains(",case,"), "{export}");
}

async fn a_release_that_should_not_stand_is_told(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "cut 0:00-1:00 | RSMo 610.100.3").await;
    release.goes().await;
    // What came later is no fault of the release: a person found in it, another day.
    release
        .case
        .logs(release.case.person("Person B"), Receiver::Person)
        .await;
    town.today_is(date(2026, 2, 18));
    town.is_sound().await;
    town.raw("UPDATE recording SET status_kind = 'reclosed'").await.unwrap();
    let told = town.office.check().await.unwrap();
    assert!(
        told.iter().any(|line| line.contains("the recording is closed")),
        "{told:?}"
    );
    town.raw("UPDATE release SET stopped_at = 1, stopped_for = 'x'")
        .await
        .unwrap();
    town.is_sound().await;
}

async fn what_only_the_database_knows_is_shown_beside_the_checklist(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "cut 0:00-1:00 | RSMo 610.100.3").await;
    let (cole, number) = (&release.case.cole, release.case.filed.number());
    let shown = async || town.office.release_view(cole, number).await.unwrap().unwrap().database;
    assert_eq!(shown().await, [""; 0]);
    release.sends_file(FileKind::Original, &movie(1)).await.unwrap();
    assert_eq!(
        shown().await,
        ["the copy that something is withheld in is the original"]
    );
}

async fn links_stop_with_the_order_that_opened_them(town: Town) {
    let release = Release::closed(&town).await;
    release.copies(1, "").await;
    let order = release.order_opens(Some(date(2026, 2, 20))).await;
    release.request_is_ordered().await;
    release.goes().await;
    assert_eq!(town.office.stop_overdue().await.unwrap(), 0);
    release.order_does(&order, OrderAct::Stay { since: WEDNESDAY }).await;
    assert_eq!(release.links().await, (0, 1));
    release.order_does(&order, OrderAct::Lift).await;
    assert_eq!(release.links().await, (0, 1), "what stopped stays so");
    // The request is taken up again, and the same copy goes out anew: until the order's last day.
    release.acts(Act::Reopen).await;
    release.goes().await;
    town.today_is(date(2026, 2, 20));
    assert_eq!(town.office.stop_overdue().await.unwrap(), 0);
    assert_eq!(release.links().await, (1, 1));
    town.today_is(date(2026, 2, 21));
    assert_eq!(town.office.stop_overdue().await.unwrap(), 1);
    assert_eq!(release.links().await, (0, 2));
    assert_eq!(town.office.stop_overdue().await.unwrap(), 0);
    town.is_sound().await;
}

async fn links_stop_once_a_court_forbids_what_they_show(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "cut 0:00-1:00 | RSMo 610.100.3").await;
    let id = release.case.tells("Person B").await;
    town.today_is(date(2026, 2, 18));
    release.clears(&id).await;
    release.goes().await;
    let enjoin = |text: &str| NoticeAct::Decide {
        action: None,
        dated: date(2026, 2, 18),
        decision: Decision::EnjoinPart {
            spans: spans(text),
            until: None,
        },
        ends: true,
    };
    // What was cut stays out; what is shown stops.
    release.case.does(&id, enjoin("0:10-0:40")).await.unwrap();
    assert_eq!(release.links().await, (1, 0));
    release.case.does(&id, enjoin("0:10-1:01")).await.unwrap();
    assert_eq!(release.links().await, (0, 1));
    release.case.does(&id, enjoin("0:10-0:40")).await.unwrap();
    release.acts(Act::Reopen).await;
    release.goes().await;
    assert_eq!(release.links().await, (1, 1));
    let closes = order(OrderKind::Enjoin, "AX-1 5:00-6:00");
    town.office.enter_order(&release.case.cole, closes).await.unwrap();
    assert_eq!(release.links().await, (0, 2), "heeded before it is verified");
}

async fn links_stop_while_the_status_is_open_to_doubt_and_the_copy_can_go_out_anew(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    release.goes().await;
    release.status(StatusChange::Redetermine).await;
    assert_eq!(release.links().await, (0, 1));
    let seen = town.texts("SELECT stopped_for FROM release").await;
    assert_eq!(seen, ["RSMo 610.100.2(2)"]);
    let entries = town
        .count("SELECT COUNT(*) FROM audit_entry WHERE act = 'links_stopped'")
        .await;
    assert_eq!(entries, 1);
    let inactive = StatusChange::Inactive {
        ground: law::recording::InactiveGround::NotPursued,
        since: WEDNESDAY,
    };
    release.status(inactive).await;
    release.acts(Act::Reopen).await;
    let view = town
        .office
        .release_view(&release.case.cole, release.case.filed.number())
        .await
        .unwrap()
        .unwrap();
    assert!(!view.progress.all_out());
    release.goes().await;
    assert_eq!(release.links().await, (1, 1));
}

async fn what_is_out_is_not_released_twice(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    release.goes().await;
    release.acts(Act::Reopen).await;
    // A second recording turns up; the first is out already.
    let second = town
        .office
        .register(&release.case.cole, read(&town, &line(&town, "AX-2")))
        .await
        .unwrap();
    let number = release.case.filed.number();
    town.office.link(&release.case.cole, &second, number).await.unwrap();
    assert!(!release.bars().await.is_empty());
    let mut release = release;
    let judged = SceneForm {
        scene: Scene {
            location: LocationKind::Public,
            crime_scene_of_deceased: false,
        },
        people_logged: true,
        version: 1,
    };
    town.office.judge(&release.case.cole, &second, judged).await.unwrap();
    release.case.recording.clone_from(&second);
    let inactive = StatusChange::Inactive {
        ground: law::recording::InactiveGround::NotPursued,
        since: WEDNESDAY,
    };
    release.status(inactive).await;
    release.copies(2, "").await;
    release.goes().await;
    assert_eq!(release.links().await, (2, 0));
    let view = town
        .office
        .release_view(&release.case.cole, release.case.filed.number())
        .await
        .unwrap()
        .unwrap();
    assert!(view.progress.all_out());
}

async fn an_acknowledgement_outlives_every_tick_and_terms_belong_to_their_order(town: Town) {
    let release = Release::closed(&town).await;
    release.copies(1, "").await;
    let (cole, number) = (&release.case.cole, release.case.filed.number());
    release.order_opens(None).await;
    let confirmed = async || {
        let view = town.office.release_view(cole, number).await.unwrap().unwrap();
        (view.terms_confirmed, view.warning_acknowledged)
    };
    assert_eq!(confirmed().await, (true, false));
    town.office.acknowledge(&release.case.filed.requester()).await.unwrap();
    town.office.confirm(cole, number, true, false).await.unwrap();
    assert_eq!(confirmed().await, (true, true));
    stands(&town, "UPDATE release_plan SET warning_acknowledged_at = NULL").await;
    let later = order(OrderKind::Disclose, "AX-1 0:00-10:00");
    let later = town.office.enter_order(cole, later).await.unwrap();
    release.order_does(&later, OrderAct::Verify).await;
    assert_eq!(confirmed().await, (false, true), "nobody has seen its terms met");
    assert!(release.bars().await.contains(&ReleaseReason::TermsUnconfirmed));
    town.office.confirm(cole, number, true, false).await.unwrap();
    assert_eq!(confirmed().await, (true, true));
    town.office.confirm(cole, number, false, false).await.unwrap();
    assert_eq!(confirmed().await, (false, true));
}

async fn looking_at_a_release_waits_for_nobody_who_writes(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    let writing = town.office.store().begin().await.unwrap();
    let (number, requester) = (release.case.filed.number(), release.case.filed.requester());
    let looks = async {
        let view = town.office.release_view(&release.case.cole, number).await.unwrap();
        assert!(view.is_some());
        town.office.warns(&requester).await.unwrap();
    };
    let looked = tokio::time::timeout(Duration::from_secs(8), looks).await;
    assert!(looked.is_ok(), "the page waits for the pen");
    drop(writing);
}
