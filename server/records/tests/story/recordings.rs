//! The register of recordings: what exists, what holds it, what courts say of it.

use jiff::civil::date;
use law::{
    disclosure_order::OrderKind,
    notice::ReleaseReason,
    recording::{InactiveGround, LocationKind, RecordingActKind, StatusChange, StatusKind},
};
use office::{
    OfficeResult, Refusal, TrackingNumber,
    desk::{ImportDesk as _, MatchDesk as _, OrderDesk as _, RecordingDesk as _},
    forms::{Deletion, NewOrder, NewRecording, OrderAct, OrderForm, RecordingForm, StatusForm},
    permission::Custodian,
    views::{CsvFile, RecordingView, Role, Staff},
};
use records::{office::recordings::import::Mode, secret};

use crate::support::{Town, WEDNESDAY};

crate::on_both_engines!(
    a_recording_at_the_time_asked_about_is_held_before_anybody_links_it,
    footage_linked_to_a_request_is_held_whenever_it_was_made,
    a_held_recording_cannot_be_said_to_be_deleted_not_even_by_hand,
    what_nothing_holds_can_be_deleted_once,
    a_file_with_one_bad_line_registers_nothing,
    footage_is_deleted_by_a_rule_of_the_office_or_told_as_a_breach,
    the_operator_passes_over_bad_lines,
    a_status_follows_the_law_and_stands_in_the_register,
    an_order_is_entered_by_one_person_and_verified_by_another,
    an_order_to_preserve_holds_from_the_day_it_is_entered,
    only_custodians_change_the_register,
);

/// A line of the register, made the evening before at the place and time that residents ask about.
pub fn line(town: &Town, source_id: &str) -> RecordingForm {
    let day = town.clock_day().yesterday().unwrap();
    RecordingForm {
        source_id: source_id.into(),
        camera: "body_worn".into(),
        officer: "Officer 4711".into(),
        division: "central".into(),
        started_at: format!("{day}T18:10:00-06:00"),
        ended_at: format!("{day}T18:40:00-06:00"),
        uploaded_at: String::new(),
        place: "Canary Row 7".into(),
        incident_number: "26-000123".into(),
        category: "non_evidence".into(),
        location_kind: "public".into(),
    }
}

/// The same, hours before what residents ask about.
pub fn at_noon(town: &Town, source_id: &str) -> RecordingForm {
    let day = town.clock_day().yesterday().unwrap();
    RecordingForm {
        started_at: format!("{day}T12:00:00-06:00"),
        ended_at: format!("{day}T12:30:00-06:00"),
        ..line(town, source_id)
    }
}

pub fn read(town: &Town, form: &RecordingForm) -> NewRecording {
    form.check(&town.office.recording_context()).unwrap()
}

async fn registers(town: &Town, by: &Custodian, source_id: &str) -> String {
    town.office
        .register(by, read(town, &line(town, source_id)))
        .await
        .unwrap()
}

async fn sees(town: &Town, by: &Staff, id: &str) -> RecordingView {
    town.office.recording(by, id).await.unwrap().unwrap()
}

pub async fn deletes(town: &Town, by: &Custodian, id: &str) -> OfficeResult<()> {
    let deletion = Deletion {
        on: town.clock_day(),
        rule: "KCPD_NONEVIDENCE_KEEP_180D".into(),
        breach: false,
        version: 1,
    };
    town.office.record_deletion(by, id, deletion).await
}

async fn a_recording_at_the_time_asked_about_is_held_before_anybody_links_it(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    let filed = town.resident("Ana").files().await;
    let id = registers(&town, &cole, "AX-1").await;
    let seen = sees(&town, &cole, &id).await;
    assert_eq!(seen.kept_for[0].number.as_ref(), Some(filed.number()));
    assert_eq!(seen.suggested, vec![filed.number().clone()]);
    let of_request = town.office.recordings_of(&cole, filed.number(), 1).await.unwrap();
    assert_eq!(of_request.suggested[0].line.source_id, "AX-1");
    let export = town.holds_export().await;
    let held = format!("{},request,", filed.number());
    assert!(
        export
            .lines()
            .any(|line| line.starts_with(&held) && line.ends_with(",AX-1")),
        "{export}"
    );
    // A number that looks like a formula is text in every spreadsheet.
    registers(&town, &cole, "=HYPERLINK(\"http://evil.example\")").await;
    let export = town.holds_export().await;
    assert!(
        export.contains(",\"'=HYPERLINK(\"\"http://evil.example\"\")\"\r\n"),
        "{export}"
    );
    // Another division and another camera are held too; another time is not.
    for (source_id, division, camera) in [("AX-2", "east", "body_worn"), ("AX-3", "central", "in_car")] {
        let mut near = line(&town, source_id);
        near.division = division.into();
        near.camera = camera.into();
        let near = town.office.register(&cole, read(&town, &near)).await.unwrap();
        assert_eq!(sees(&town, &cole, &near).await.kept_for.len(), 1, "{source_id}");
    }
    let elsewhere = at_noon(&town, "AX-4");
    let elsewhere = town.office.register(&cole, read(&town, &elsewhere)).await.unwrap();
    assert!(sees(&town, &cole, &elsewhere).await.kept_for.is_empty());
}

async fn footage_linked_to_a_request_is_held_whenever_it_was_made(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    let filed = town.resident("Ana").files().await;
    let elsewhere = at_noon(&town, "AX-2");
    let id = town.office.register(&cole, read(&town, &elsewhere)).await.unwrap();
    town.office.link(&cole, &id, filed.number()).await.unwrap();
    town.office.link(&cole, &id, filed.number()).await.unwrap();
    let seen = sees(&town, &cole, &id).await;
    assert_eq!(seen.requests, vec![filed.number().clone()]);
    assert_eq!(seen.kept_for.len(), 1, "{:?}", seen.kept_for);
    assert_eq!(seen.entries.len(), 2, "linking twice is one entry");
    assert!(matches!(
        deletes(&town, &cole, &id).await,
        Err(Refusal::MustBeRetained { .. })
    ));
    let nobody = TrackingNumber::make("KC", 2026, 77);
    assert!(matches!(
        town.office.link(&cole, &id, &nobody).await,
        Err(Refusal::Invalid { .. })
    ));
}

async fn a_held_recording_cannot_be_said_to_be_deleted_not_even_by_hand(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    town.resident("Ana").files().await;
    let id = registers(&town, &cole, "AX-1").await;
    assert!(matches!(
        deletes(&town, &cole, &id).await,
        Err(Refusal::MustBeRetained { .. })
    ));
    let by_hand = format!(
        "INSERT INTO deletion (recording_id, on_date, rule, recorded_at) VALUES ('{id}', '{WEDNESDAY}', 'x', 1)"
    );
    assert!(town.raw(sqlx::AssertSqlSafe(by_hand)).await.is_err());
    for by_hand in [
        "DELETE FROM hold",
        "UPDATE hold SET division = 'east'",
        "DELETE FROM recording",
        "UPDATE recording SET camera = 'in_car'",
        "UPDATE audit_entry SET act = 'x'",
        "DELETE FROM audit_entry",
    ] {
        assert!(town.raw(by_hand).await.is_err(), "{by_hand}");
    }
    assert_eq!(town.count("SELECT COUNT(*) FROM deletion").await, 0);
}

async fn what_nothing_holds_can_be_deleted_once(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    let id = registers(&town, &cole, "AX-1").await;
    deletes(&town, &cole, &id).await.unwrap();
    let seen = sees(&town, &cole, &id).await;
    assert_eq!(seen.line.deleted_on, Some(WEDNESDAY));
    let free = RecordingActKind::ALL.map(|kind| kind.bar(seen.line.deleted_on).is_none());
    assert_eq!(
        free,
        [true, false, false, true, false],
        "the record can still be closed again"
    );
    assert!(deletes(&town, &cole, &id).await.is_err());
    assert!(town.raw("DELETE FROM deletion").await.is_err());
}

const HEAD: &str =
    "source_id,camera,officer,division,started_at,ended_at,uploaded_at,place,incident_number,category,location_kind";
const GOOD: &str =
    "AX-1,body_worn,4711,central,2026-02-03T18:00:00-06:00,2026-02-03T19:00:00-06:00,,Main St,26-1,,public";
const BACKWARDS: &str =
    "AX-2,body_worn,4711,central,2026-02-03T19:00:00-06:00,2026-02-03T18:00:00-06:00,,Main St,,,public";

async fn a_file_with_one_bad_line_registers_nothing(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    let bad = [
        (BACKWARDS.to_owned(), "ended_at"),
        (GOOD.replace("AX-1", "AX-9").replace("body_worn", "drone"), "camera"),
        (
            GOOD.replace("-06:00,2026", ",2026").replace("AX-1", "AX-9") + "x",
            "location_kind",
        ),
        (GOOD.to_owned(), "source_id"),
        ("AX-9,body_worn".to_owned(), "columns"),
        (
            GOOD.replace("AX-1", "AX-9")
                .replace("2026-02-03T18:00:00-06:00", "yesterday"),
            "started_at",
        ),
        (
            GOOD.replace("AX-1", "AX-9").replace("2026-02-03T19", "2031-02-03T19"),
            "ended_at",
        ),
    ];
    for (line, column) in bad {
        let csv = format!("{HEAD}\n{GOOD}\n{line}\n");
        let told = town
            .office
            .import(&cole, CsvFile::Typed(csv.into_bytes()))
            .await
            .unwrap();
        assert!(!told.kept, "{line}");
        assert_eq!(told.bad[0].line, 3, "{line}");
        let problem = told.bad[0].errors.of(column);
        assert!(problem.is_some(), "{line}: {:?}", told.bad);
        // A file has no list to choose from.
        assert_ne!(problem, Some(&office::Problem::UnknownChoice), "{line}");
    }
    for csv in ["", "a,b,c\n1,2,3\n", HEAD, "\u{0}\u{1}"] {
        let told = town
            .office
            .import(&cole, CsvFile::Typed(csv.to_owned().into()))
            .await
            .unwrap();
        assert!(!told.kept && told.bad[0].line <= 1, "{csv:?}: {told:?}");
    }
    assert_eq!(town.count("SELECT COUNT(*) FROM recording").await, 0);
    let told = town
        .office
        .import(&cole, CsvFile::Typed(format!("\u{FEFF}{HEAD}\r\n{GOOD}\r\n").into()))
        .await
        .unwrap();
    assert!(told.kept && told.good == 1 && told.bad.is_empty(), "{told:?}");
    let again = town
        .office
        .import(&cole, CsvFile::Typed(format!("{HEAD}\n{GOOD}\n").into()))
        .await
        .unwrap();
    assert!(again.bad[0].errors.of("source_id").is_some());
}

async fn footage_is_deleted_by_a_rule_of_the_office_or_told_as_a_breach(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    let id = registers(&town, &cole, "AX-1").await;
    let delete = |rule: &str, breach| Deletion {
        on: town.clock_day(),
        rule: rule.into(),
        breach,
        version: 1,
    };
    for rule in ["none", "MO_RSMO_610_100_CIVIL_30D", "kcpd_nonevidence_keep_180d"] {
        let refused = town.office.record_deletion(&cole, &id, delete(rule, false)).await;
        let Err(Refusal::Invalid { errors }) = refused else {
            panic!("{rule}: {refused:?}")
        };
        assert!(errors.of("rule").is_some(), "{rule}: {errors:?}");
    }
    assert_eq!(town.count("SELECT COUNT(*) FROM deletion").await, 0);
    let told = delete("Evidence.com: purged by category", true);
    town.office.record_deletion(&cole, &id, told).await.unwrap();
    assert!(sees(&town, &cole, &id).await.breach.is_some());
    // Whoever reads the export may go away: it ends with the first line that is not taken.
    let mut given = 0;
    let ended = town.office.holds_export(|_| {
        given += 1;
        Err(given)
    });
    assert_eq!(ended.await.unwrap(), Err(1));
    assert!(town.holds_export().await.starts_with("request,"));
}

async fn the_operator_passes_over_bad_lines(town: Town) {
    let csv = format!("{HEAD}\n{BACKWARDS}\n{GOOD}\n");
    let looked = town
        .office
        .import_lines(csv.clone().into_bytes(), None, Mode::DryRun)
        .await
        .unwrap();
    assert!(!looked.kept && looked.good == 1 && looked.bad.len() == 1);
    let done = town
        .office
        .import_lines(csv.into_bytes(), None, Mode::SkipBad)
        .await
        .unwrap();
    assert!(done.kept && done.good == 1 && done.bad[0].line == 2);
    assert_eq!(town.texts("SELECT source_id FROM recording").await, ["AX-1"]);
}

async fn a_status_follows_the_law_and_stands_in_the_register(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    let id = registers(&town, &cole, "AX-1").await;
    let change = |change: StatusChange, version: i64| {
        let form = StatusForm {
            change,
            reason: "The detective said so.".into(),
            version,
        };
        let (office, cole, id) = (town.office.clone(), cole.clone(), id.clone());
        async move { office.change_status(&cole, &id, form).await }
    };
    // Closure for its place comes only after inactivity.
    let early = change(StatusChange::CloseNonpublic, 1).await;
    assert!(matches!(early, Err(Refusal::Barred { .. })), "{early:?}");
    let since = date(2026, 2, 3);
    let open = StatusChange::Inactive {
        ground: InactiveGround::NotPursued,
        since,
    };
    change(open.clone(), 1).await.unwrap();
    assert_eq!(change(StatusChange::CloseNonpublic, 1).await, Err(Refusal::Stale));
    change(StatusChange::CloseNonpublic, 2).await.unwrap();
    let seen = sees(&town, &cole, &id).await;
    assert_eq!(seen.line.status.kind(), StatusKind::NonpublicClosable);
    assert_eq!(seen.entries.len(), 3);
    assert_eq!(seen.entries[1].citation.as_deref(), Some("RSMo 610.100.1(3)"));
    assert_eq!(seen.entries[1].staff.as_deref(), Some("Cole"));
    assert_eq!(seen.scene.location, LocationKind::Public);
}

/// An order about one recording.
pub fn order(kind: OrderKind, scope: &str) -> NewOrder {
    OrderForm {
        key: secret::key(),
        kind: kind.key().into(),
        court: "Circuit Court of Jackson County".into(),
        case_number: "26CV-1234".into(),
        judge: "Hon. Juniper".into(),
        dated: "2026-02-03".into(),
        scope: scope.into(),
        term_place: "At the clerk's office".into(),
        ..OrderForm::default()
    }
    .check()
    .unwrap()
}

async fn an_order_is_entered_by_one_person_and_verified_by_another(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    let rhea = town.staff("Rhea", Role::Reviewer).await.staff.reviewer().unwrap();
    let id = registers(&town, &cole, "AX-1").await;
    let new = order(OrderKind::Disclose, "AX-1 0:00-10:00");
    let order_id = town.office.enter_order(&cole, new.clone()).await.unwrap();
    assert_eq!(
        town.office.enter_order(&cole, new).await.unwrap(),
        order_id,
        "the same form twice"
    );
    let unknown = town.office.enter_order(&cole, order(OrderKind::Disclose, "AX-7")).await;
    assert!(matches!(unknown, Err(Refusal::Invalid { .. })));
    let alone = town.office.act_on_order(&cole, &order_id, OrderAct::Verify, 1).await;
    let Err(Refusal::Stopped { bars }) = alone else {
        panic!("one person is not two: {alone:?}");
    };
    assert_eq!(bars[0].reason, ReleaseReason::SamePerson);
    assert_eq!(
        sees(&town, &cole, &id).await.line.status.kind(),
        StatusKind::Undetermined
    );
    town.office
        .act_on_order(&rhea, &order_id, OrderAct::Verify, 1)
        .await
        .unwrap();
    assert_eq!(
        sees(&town, &cole, &id).await.line.status.kind(),
        StatusKind::CourtOrdered
    );
    let seen = town.office.order(&cole, &order_id).await.unwrap().unwrap();
    assert_eq!(seen.verified_by.as_deref(), Some("Rhea"));
    assert_eq!(seen.recordings.values().collect::<Vec<_>>(), ["AX-1"]);
    assert_eq!(seen.line.lacks, None);
    let late = OrderAct::Stay { since: WEDNESDAY };
    assert_eq!(
        town.office.act_on_order(&rhea, &order_id, late, 2).await,
        Err(Refusal::NotYours)
    );
    town.office.act_on_order(&cole, &order_id, late, 2).await.unwrap();
    let stayed = town.office.order(&cole, &order_id).await.unwrap().unwrap();
    assert_eq!(stayed.line.lacks.unwrap().reason, ReleaseReason::OrderStayed);
    for by_hand in [
        "UPDATE disclosure_order SET kind = 'preserve'",
        "UPDATE disclosure_order SET verified_by = entered_by",
        "DELETE FROM disclosure_order",
        "DELETE FROM order_scope",
    ] {
        assert!(town.raw(by_hand).await.is_err(), "{by_hand}");
    }
}

async fn an_order_to_preserve_holds_from_the_day_it_is_entered(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    let id = registers(&town, &cole, "AX-1").await;
    town.office
        .enter_order(&cole, order(OrderKind::Preserve, "AX-1"))
        .await
        .unwrap();
    assert!(matches!(
        deletes(&town, &cole, &id).await,
        Err(Refusal::MustBeRetained { .. })
    ));
    let export = town.holds_export().await;
    assert!(
        export
            .lines()
            .any(|line| line.starts_with(",order,") && line.ends_with(",AX-1")),
        "{export}"
    );
}

async fn only_custodians_change_the_register(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    let id = registers(&town, &cole, "AX-1").await;
    for role in [Role::Reviewer, Role::Prosecutor, Role::Auditor, Role::Admin] {
        let staff = town.staff(role.key(), role).await.staff.clone();
        assert_eq!(staff.custodian(), Err(Refusal::NotYours), "{role:?}");
        assert!(!sees(&town, &staff, &id).await.may_change);
    }
}
