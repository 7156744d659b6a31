//! The checklist before a release, line by line.

use crate::support::{
    HOME, STREET, Town, action, court_says, day, disclosure, hash, objection, person, recording, redaction, spans,
};
use law::{
    bar::Reason,
    disclosure_order::{DisclosureOrder, ExcusedPerson, OrderKind, Scope, Term, TermKind},
    fee::{Fee, FeeCategory, FeeLine},
    notice::{Decision, Notice, NoticeKind, NoticeStateKind, ReleaseReason},
    objection::{Ask, ObjectionAnswer},
    person::Receiver,
    recording::{LocationKind, RecordingStatus, Scene},
    redaction::RedactionKind,
    release::{GateItem, GateMark, ReleaseFacts, gate, may_stay},
};

fn active() -> RecordingStatus {
    RecordingStatus::ActiveClosed {
        confirmed_on: day("2026-03-01"),
    }
}

fn ordered() -> RecordingStatus {
    RecordingStatus::CourtOrdered { before: None }
}

fn closed(closed: Reason) -> Vec<ReleaseReason> {
    vec![ReleaseReason::FootageClosed { closed }]
}

#[test]
fn active_footage_leaves_by_a_verified_order_and_not_otherwise() {
    let mut town = Town::with(0);
    town.case.recordings[0].status = active();
    assert_eq!(town.held(), closed(Reason::InvestigationActive));
    town.case.orders = vec![DisclosureOrder {
        verified_by: None,
        ..disclosure()
    }];
    assert_eq!(town.held(), [ReleaseReason::OrderNotVerified]);
    town.case.orders = vec![DisclosureOrder {
        verified_by: Some("custodian".to_owned()),
        ..disclosure()
    }];
    assert_eq!(town.held(), [ReleaseReason::SamePerson]);
    town.case.orders = vec![disclosure()];
    town.releases();
}

#[test]
fn every_closed_status_says_why() {
    let mut town = Town::with(0);
    for (status, reasons) in [
        (RecordingStatus::Undetermined, closed(Reason::StatusUnknown)),
        (RecordingStatus::NonpublicClosable, closed(Reason::NonpublicClosed)),
        (
            RecordingStatus::Reclosed {
                since: day("2026-02-01"),
            },
            closed(Reason::Reclosed),
        ),
        (RecordingStatus::ConfidentialOther, closed(Reason::ConfidentialOther)),
        (ordered(), vec![ReleaseReason::OrderMissing]),
    ] {
        town.case.recordings[0].status = status;
        assert_eq!(town.held(), reasons);
    }
}

#[test]
fn an_order_opens_its_spans_on_its_days_and_no_more() {
    let mut town = Town::with(0);
    town.case.recordings[0].status = ordered();
    let mut order = disclosure();
    order.scope[0].spans = Some(spans("0-60"));
    order.effective = day("2026-03-02");
    order.last_day = Some(day("2026-03-31"));
    town.case.orders = vec![order];
    assert_eq!(town.held(), [ReleaseReason::OutsideOrder { spans: spans("60-120") }]);
    town.withholds(redaction(RedactionKind::Cut, "60-120", None)).releases();
    town.on("2026-03-01");
    assert_eq!(
        town.held(),
        [ReleaseReason::OrderNotYetEffective {
            first_day: day("2026-03-02")
        }]
    );
    town.on("2026-03-31").releases();
    town.on("2026-04-01");
    assert_eq!(
        town.held(),
        [ReleaseReason::OrderExpired {
            last_day: day("2026-03-31")
        }]
    );
    town.on("2026-03-31").case.orders[0].stayed_since = Some(day("2026-03-31"));
    assert_eq!(town.held(), [ReleaseReason::OrderStayed]);
}

#[test]
fn an_order_about_another_recording_opens_nothing() {
    let mut town = Town::with(0);
    town.case.recordings[0].status = active();
    town.case.orders = vec![disclosure()];
    town.case.orders[0].scope[0].recording = "V2".to_owned();
    assert_eq!(town.held(), closed(Reason::InvestigationActive));
}

#[test]
fn what_a_court_closes_or_enjoins_is_heeded_even_before_it_is_verified() {
    for kind in [OrderKind::Close, OrderKind::Enjoin] {
        let mut town = Town::with(0);
        let mut order = DisclosureOrder {
            kind,
            verified_by: None,
            ..disclosure()
        };
        order.scope[0].spans = Some(spans("10-20"));
        town.case.orders = vec![order];
        assert_eq!(town.held(), [ReleaseReason::OrderNotVerified]);
        town.case.orders[0].verified_by = Some("reviewer".to_owned());
        assert_eq!(town.held(), [ReleaseReason::SpansRestrained { spans: spans("10-20") }]);
        town.withholds(redaction(RedactionKind::Mute, "10-20", None));
        assert!(town.tries().is_err());
        town.withholds(redaction(RedactionKind::Cut, "10-20", None)).releases();
    }
}

#[test]
fn what_a_court_orders_hidden_is_hidden_in_the_way_it_says() {
    let mut town = Town::with(0);
    let scope = |hide| Scope {
        recording: "V1".to_owned(),
        spans: Some(spans("10-20")),
        hide,
    };
    town.case.orders = vec![DisclosureOrder {
        kind: OrderKind::Redact,
        scope: vec![scope(None)],
        ..disclosure()
    }];
    let missing = [ReleaseReason::OrderedRedactionMissing { spans: spans("10-20") }];
    assert_eq!(town.held(), missing);
    town.withholds(redaction(RedactionKind::Mute, "10-20", None));
    assert_eq!(town.held(), missing, "the picture is left");
    town.case.orders[0].scope = vec![scope(Some(RedactionKind::Mute))];
    town.releases();
    town.case.orders[0].scope = vec![scope(Some(RedactionKind::Cut))];
    assert_eq!(town.held(), missing);
    town.case.orders[0].scope = vec![scope(None)];
    town.withholds(redaction(RedactionKind::Blur, "10-20", None)).releases();
}

#[test]
fn an_orders_terms_are_confirmed_before_the_release_that_rests_on_it() {
    let mut town = Town::with(0);
    let term = Term {
        kind: TermKind::PersonsPresent,
        words: "Counsel only".to_owned(),
    };
    town.case.orders = vec![DisclosureOrder {
        terms: vec![term],
        ..disclosure()
    }];
    town.releases();
    town.case.recordings[0].status = active();
    assert_eq!(town.held(), [ReleaseReason::TermsUnconfirmed]);
    town.case.terms_confirmed = vec!["order".to_owned()];
    town.releases();
    let later = DisclosureOrder {
        id: "later order".to_owned(),
        ..town.case.orders[0].clone()
    };
    town.case.orders.push(later);
    assert_eq!(
        town.held(),
        [ReleaseReason::TermsUnconfirmed],
        "a later order has terms of its own"
    );
}

#[test]
fn a_person_whom_nobody_can_find_is_hidden_or_excused_by_the_court_by_name() {
    let mut town = Town::with(2);
    town.consents(1, Receiver::Person);
    town.happens(0, |notice, _, today, _| notice.search(today, "Two visits", today))
        .happens(0, |notice, _, today, _| notice.unlocated(today, today));
    assert_eq!(town.held(), [ReleaseReason::Unlocated]);
    town.case.orders = vec![disclosure()];
    assert_eq!(
        town.held(),
        [ReleaseReason::Unlocated],
        "an order to disclose excuses nobody by itself"
    );
    let excused = ExcusedPerson {
        recording: "V1".to_owned(),
        pseudonym: "Person 0".to_owned(),
    };
    town.case.orders[0].excused = vec![excused];
    town.releases();
    town.case.orders[0].verified_by = None;
    assert_eq!(town.held(), [ReleaseReason::Unlocated]);
    town.withholds(redaction(RedactionKind::Cut, "0-10", None)).releases();
}

#[test]
fn redacted_out_means_neither_face_nor_voice_is_left_in_the_copy() {
    let mut town = Town::with(1);
    town.happens(0, |notice, _, today, _| notice.redact_out(today, today));
    town.withholds(redaction(RedactionKind::Blur, "0-10", Some("Person 0")));
    let (seen, heard) = (spans(""), spans("0-10"));
    assert_eq!(town.held(), [ReleaseReason::StillShown { seen, heard }]);
    town.withholds(redaction(RedactionKind::Mute, "0-10", None)).releases();
    town.case.people[0].person.seen = spans("0-10, 80-81");
    let (seen, heard) = (spans("80-81"), spans(""));
    assert_eq!(town.held(), [ReleaseReason::StillShown { seen, heard }]);
    town.case.people[0].person.seen = spans("");
    town.case.people[0].person.heard = spans("");
    assert_eq!(
        town.held(),
        [ReleaseReason::NotDepicted],
        "nowhere is not the same as hidden"
    );
}

#[test]
fn what_lies_beyond_the_end_of_a_recording_blocks_nobody_and_opens_nothing() {
    let mut town = Town::with(1);
    town.case.recordings[0].status = ordered();
    town.case.orders = vec![disclosure()];
    town.case.orders[0].scope[0].spans = Some(spans("130-300"));
    town.happens(0, |notice, _, today, _| notice.redact_out(today, today));
    town.withholds(redaction(RedactionKind::Cut, "0-10", None));
    assert_eq!(
        town.held(),
        [ReleaseReason::OutsideOrder { spans: spans("10-120") }],
        "nothing is left of what it names"
    );
    town.case.orders[0].scope[0].spans = Some(spans("0-300"));
    town.releases();
    town.case.people[0].person.seen = spans("0-10, 119-140");
    town.withholds(redaction(RedactionKind::Cut, "119-120", None))
        .releases();
    let hides = Scope {
        recording: "V1".to_owned(),
        spans: Some(spans("5-9, 119-300")),
        hide: None,
    };
    town.case.orders.push(DisclosureOrder {
        kind: OrderKind::Redact,
        scope: vec![hides],
        ..disclosure()
    });
    town.releases();
    let asks = vec![Ask::Cut {
        spans: spans("0-5, 119-300"),
    }];
    town.objects(0, objection("o", "2026-03-02", asks))
        .answers(0, "o", ObjectionAnswer::Accepted { on: day("2026-03-02") })
        .releases();
}

#[test]
fn what_was_let_go_stops_once_the_footage_closes_or_a_court_forbids_it() {
    let mut town = Town::ana_received("2026-03-02");
    let stays = |town: &Town| may_stay(&town.case).map_err(|bar| bar.reason);
    assert_eq!(stays(&town), Ok(()), "days come before a release, not after it");
    town.case.recordings[0].status = active();
    assert!(stays(&town).is_err());
    town.case.orders = vec![DisclosureOrder {
        last_day: Some(day("2026-03-10")),
        ..disclosure()
    }];
    assert_eq!(stays(&town), Ok(()));
    let last_day = day("2026-03-10");
    assert_eq!(
        stays(town.on("2026-03-11")),
        Err(ReleaseReason::OrderExpired { last_day })
    );
    town.on("2026-03-10").case.orders[0].stayed_since = Some(day("2026-03-09"));
    assert_eq!(stays(&town), Err(ReleaseReason::OrderStayed));
    let mut town = Town::ana_received("2026-03-02");
    town.case.orders = vec![DisclosureOrder {
        kind: OrderKind::Close,
        verified_by: None,
        ..disclosure()
    }];
    assert_eq!(stays(&town), Err(ReleaseReason::OrderNotVerified), "heeded at once");
    town.case.orders.clear();
    town.sues(0, &action(Some("2026-03-02"), Some("2026-03-02")));
    assert_eq!(stays(&town), Ok(()), "no court has forbidden anything");
    let own = Decision::EnjoinPart {
        spans: spans("0-10"),
        until: None,
    };
    town.court(0, &court_says(own, "2026-03-02"));
    assert_eq!(
        stays(&town),
        Err(ReleaseReason::SpansRestrained { spans: spans("0-10") })
    );
    town.withholds(redaction(RedactionKind::Cut, "0-10", None));
    assert_eq!(stays(&town), Ok(()), "it was never shown");
}

#[test]
fn what_a_court_has_on_another_request_it_has_on_this_one_and_nothing_else_is_taken_from_there() {
    let mut town = Town::ana_received("2026-03-02");
    town.sues(0, &action(Some("2026-03-02"), Some("2026-03-02")));
    let shown = &mut town.case.people[0];
    shown.elsewhere = std::mem::take(&mut shown.notices);
    let (filed, served) = (day("2026-03-02"), day("2026-03-02"));
    assert_eq!(
        town.held(),
        [
            ReleaseReason::NoticeMissing,
            ReleaseReason::ActionPending { filed, served }
        ],
        "a notice elsewhere is no notice here"
    );
    let own = Notice::identify(NoticeKind::AgencyPolicy, &town.case.people[0].person, STREET).expect("a notice");
    town.case.people[0].notices = vec![own];
    town.consents(0, Receiver::Person);
    let part = Decision::EnjoinPart {
        spans: spans("0-10"),
        until: None,
    };
    let elsewhere = town.case.people[0].elsewhere[0].clone();
    town.case.people[0].elsewhere = vec![
        elsewhere
            .decide(&court_says(part, "2026-03-02"), day("2026-03-02"))
            .expect("decided"),
    ];
    assert_eq!(town.held(), [ReleaseReason::SpansRestrained { spans: spans("0-10") }]);
    town.withholds(redaction(RedactionKind::Cut, "0-10", None)).releases();
}

fn crime_scene() -> Town {
    let mut town = Town::with(1);
    town.case.recordings[0].scene = Scene {
        crime_scene_of_deceased: true,
        ..STREET
    };
    town
}

#[test]
fn next_of_kin_have_two_weeks_beside_the_agencys_ten_days() {
    let mut town = crime_scene();
    assert_eq!(
        town.held(),
        [ReleaseReason::NoticeMissing, ReleaseReason::NotSent],
        "nobody deceased is logged"
    );
    let scene = town.case.recordings[0].scene;
    let shown = &mut town.case.people[0];
    shown.person.deceased = true;
    let kin = Notice::identify(NoticeKind::NextOfKin, &shown.person, scene).expect("a notice");
    shown.notices.insert(0, kin);
    assert_eq!(town.held(), [ReleaseReason::NotSent, ReleaseReason::NotSent]);
    town.sends(0).receives(0, "2026-03-02");
    assert_eq!(town.last_day(0), day("2026-03-16"));
    town.on("2026-03-16");
    assert_eq!(
        town.held(),
        [
            ReleaseReason::NotSent,
            ReleaseReason::WindowOpen {
                last_day: day("2026-03-16")
            }
        ]
    );
    town.on("2026-03-17").clears(0);
    assert_eq!(
        town.held(),
        [ReleaseReason::NotSent],
        "one notice never stands for the other"
    );
    town.case.people[0].notices.swap(0, 1);
    town.consents(0, Receiver::NextOfKin).releases();
}

#[test]
fn kin_of_a_fallen_officer_are_told_though_the_officer_is_exempt() {
    let mut town = crime_scene();
    let person = &mut town.case.people[0].person;
    person.deceased = true;
    person.police_affiliated = true;
    assert_eq!(
        town.held(),
        [ReleaseReason::NoticeMissing, ReleaseReason::NoticeMissing]
    );
    let scene = town.case.recordings[0].scene;
    let kin = Notice::identify(NoticeKind::NextOfKin, &town.case.people[0].person, scene).expect("a notice");
    assert!(kin.clone().exempt(&town.case.people[0].person).is_err());
    town.case.people[0].notices = vec![kin];
    town.consents(0, Receiver::NextOfKin).releases();
}

#[test]
fn the_warning_goes_with_footage_that_may_be_from_a_home() {
    let mut town = Town::with(0);
    for location in [LocationKind::Nonpublic, LocationKind::Unknown] {
        town.case.recordings[0].scene.location = location;
        town.case.warning_acknowledged = false;
        assert_eq!(town.held(), [ReleaseReason::WarningUnacknowledged]);
        town.case.warning_acknowledged = true;
        town.releases();
    }
}

#[test]
fn a_recipients_notice_is_not_asked_for_but_days_and_courts_are_heeded() {
    let mut town = Town::with(1);
    town.case.recordings[0].scene = HOME;
    town.case.warning_acknowledged = true;
    let statute = Notice::identify(NoticeKind::Statute8, &person(0), HOME).expect("a notice");
    town.consents(0, Receiver::Person).releases();
    town.case.people[0].notices.insert(0, statute);
    town.releases();
    town.sends(0).releases();
    town.receives(0, "2026-03-02")
        .objects(0, objection("o", "2026-03-02", vec![]));
    assert_eq!(
        town.held(),
        [ReleaseReason::WindowOpen {
            last_day: day("2026-03-12")
        }]
    );
    town.on("2026-03-13").releases();
}

#[test]
fn two_people_stand_behind_exactly_the_file_that_leaves() {
    let mut town = Town::with(0);
    let change = |town: &mut Town, change: fn(&mut law::redaction::ReleaseCopy)| {
        town.case.recordings[0] = recording();
        change(town.case.recordings[0].copy.as_mut().expect("a copy"));
    };
    change(&mut town, |copy| copy.sha256 = hash('b'));
    assert_eq!(town.held(), [ReleaseReason::HashChanged]);
    change(&mut town, |copy| copy.made_by = "supervisor".to_owned());
    assert_eq!(town.held(), [ReleaseReason::SamePerson]);
    change(&mut town, |copy| copy.approval = None);
    assert_eq!(town.held(), [ReleaseReason::CopyUnapproved]);
    town.case.recordings[0].copy = None;
    assert_eq!(town.held(), [ReleaseReason::CopyMissing, ReleaseReason::CopyMissing]);
    town.case.recordings[0] = recording();
    assert_eq!(town.releases().files()[0].sha256, hash('a'));
}

#[test]
fn an_open_people_log_and_an_unpaid_fee_hold_the_release() {
    let mut town = Town::with(0);
    town.case.recordings[0].people_logged = false;
    let lines = vec![FeeLine {
        category: FeeCategory::Copy,
        cents: 500,
        by: None,
    }];
    town.case.fee = Fee::Asked {
        lines,
        on: day("2026-03-02"),
    };
    assert_eq!(town.held(), [ReleaseReason::PeopleLogOpen, ReleaseReason::FeeUnsettled]);
}

#[test]
fn nothing_and_what_does_not_belong_together_is_no_release() {
    let mut town = Town::with(1);
    town.consents(0, Receiver::Person);
    town.case.people.push(town.case.people[0].clone());
    assert_eq!(town.held(), [ReleaseReason::Mismatched]);
    town.case.people[1].person.recording = "V9".to_owned();
    assert_eq!(town.held(), [ReleaseReason::Mismatched]);
    town.case.people.truncate(1);
    town.case.recordings.push(recording());
    assert_eq!(town.held(), [ReleaseReason::Mismatched]);
    town.case.recordings.clear();
    town.case.people.clear();
    assert_eq!(town.held(), [ReleaseReason::NothingChosen]);
}

#[test]
fn the_checklist_keeps_its_lines_and_their_order_whatever_is_found() {
    let mut town = Town::with(2);
    town.case.recordings[0].scene = Scene {
        location: LocationKind::Nonpublic,
        crime_scene_of_deceased: true,
    };
    let items = |town: &Town| -> Vec<GateItem> {
        gate(&town.case, town.rules())
            .into_iter()
            .map(|line| line.what)
            .collect()
    };
    let before = items(&town);
    assert!(matches!(before[0], GateItem::Chosen));
    assert!(matches!(before[6], GateItem::NextOfKin { .. }));
    assert!(matches!(before[before.len() - 1], GateItem::Fee));
    town.consents(0, Receiver::Person).consents(1, Receiver::Person);
    town.case.recordings[0].copy = None;
    assert_eq!(items(&town), before);
    let lines = gate(&town.case, town.rules());
    assert!(lines.iter().any(|line| line.mark == GateMark::Ok));
}

#[test]
fn a_case_reads_back_from_json_as_it_was() {
    let mut town = Town::ana_received("2026-03-02");
    town.objects(0, objection("o", "2026-03-02", vec![]));
    town.case.orders = vec![disclosure()];
    let json = serde_json::to_string(&town.case).expect("json");
    assert_eq!(serde_json::from_str::<ReleaseFacts>(&json).expect("a case"), town.case);
    assert!(
        json.contains(r#""kind":"agency_policy","state":{"state":"objected""#),
        "{json}"
    );
    let lines = gate(&town.case, town.rules());
    let json = serde_json::to_string(&lines).expect("json");
    assert_eq!(
        serde_json::from_str::<Vec<law::release::GateLine>>(&json).expect("lines"),
        lines
    );
    assert_eq!(town.state(0), NoticeStateKind::Objected);
}
