//! Worked examples: people and their requests, day by day.

use crate::support::{Desk, closed_active, day, deny, in_part, inactive, kansas_city, order, petition};
use law::{
    bar::Reason,
    calendar::{CalendarOwner, Closure},
    clock::{ClockId, Ending},
    event::Event,
    fee::{FeeCategory, FeeLine},
    hold::HoldKind,
    recording::{NoRecordReason, StatusKind},
    request::{Act, ActKind, Stage, Track, Workflow},
    request_order::{Petitioner, Ruling},
    request_state::{AwaitedStep, Party, Rules},
};

fn fee(category: FeeCategory, cents: u32) -> Act {
    Act::AskFee {
        lines: vec![FeeLine {
            category,
            cents,
            by: None,
        }],
        deposit_cents: None,
    }
}

#[test]
fn a_resident_who_files_on_monday_is_answered_by_thursday_and_held_at_once() {
    let desk = Desk::filed(Track::Public, "2026-03-02");
    assert_eq!(desk.state.stage(), Stage::Received);
    assert_eq!(desk.state.holds.len(), 1);
    assert_eq!(desk.state.holds[0].last_day, None);
    let next = desk.state.next(day("2026-03-06"));
    assert_eq!((next.what, next.who), (AwaitedStep::Acknowledgement, Party::Custodian));
    assert_eq!(next.by, Some((ClockId::C1, day("2026-03-05"))));
    assert!(next.overdue);
}

#[test]
fn an_agency_is_held_to_the_earlier_of_two_defensible_days() {
    let desk = Desk::filed(Track::Public, "2026-07-01");
    let clock = desk.state.nearest_clock().expect("C1 runs");
    assert_eq!((clock.due, clock.outer), (day("2026-07-06"), Some(day("2026-07-07"))));
}

#[test]
fn a_custodian_who_answers_without_taking_up_first_has_acted_in_time() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-04", &closed_active("2026-03-03"));
    assert_eq!(desk.state.stage(), Stage::WaitInactive);
    let end = desk.state.clocks[0].ended.expect("C1 ended");
    assert_eq!((end.how, end.on), (Ending::Met, day("2026-03-04")));
    assert!(!desk.state.clocks[0].late(day("2026-04-01")));
    let next = desk.state.next(day("2026-03-05"));
    assert_eq!(
        (next.what, next.who, next.by),
        (AwaitedStep::InvestigationEnd, Party::Investigators, None)
    );
}

#[test]
fn a_letter_alone_is_no_act_upon_the_request() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &Act::Reply).act("2026-03-03", &Act::Write);
    assert!(desk.state.running(ClockId::C1).is_some());
    assert_eq!(desk.state.stage(), Stage::Received);
}

#[test]
fn a_custodian_who_acts_late_leaves_the_lateness_and_the_time_to_sue_on_record() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-09", &Act::AskClarification);
    assert!(desk.state.clocks[0].late(day("2026-03-09")));
    let suit = desk.state.running(ClockId::C7).expect("C7");
    assert_eq!((suit.start, suit.due), (day("2026-03-06"), day("2027-03-08")));
    let nearest = desk.state.nearest_clock().expect("C6");
    assert_eq!(nearest.id, ClockId::C6, "C7 asks nobody to act");
}

#[test]
fn a_confirmation_is_renewed_only_by_a_later_day_and_never_by_a_coming_one() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-04", &closed_active("2026-03-03"));
    assert_eq!(
        desk.refused("2026-03-10", &closed_active("2026-03-03")),
        Reason::AlreadyDone
    );
    assert_eq!(
        desk.refused("2026-03-10", &closed_active("2026-03-11")),
        Reason::InFuture {
            latest: day("2026-03-10")
        }
    );
    assert_eq!(
        desk.refused("2026-03-10", &closed_active("2026-03-01")),
        Reason::BeforeReceipt {
            received: day("2026-03-02")
        }
    );
    desk.act("2026-03-10", &closed_active("2026-03-10"));
    assert_eq!(
        desk.events,
        [Event::ActiveConfirmed {
            confirmed_on: day("2026-03-10")
        }]
    );
}

#[test]
fn a_promise_that_is_broken_stays_broken_when_a_new_one_is_made() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    let promise = |on| Act::ExplainDelay { promised: day(on) };
    assert_eq!(
        desk.refused("2026-03-03", &promise("2026-03-03")),
        Reason::PromiseNotAhead {
            earliest: day("2026-03-04")
        }
    );
    desk.act("2026-03-03", &promise("2026-03-20"))
        .act("2026-03-10", &promise("2026-03-25"));
    let kept: Vec<_> = desk
        .state
        .clocks
        .iter()
        .filter(|clock| clock.id == ClockId::C8)
        .collect();
    assert_eq!(kept[0].ended.map(|end| end.how), Some(Ending::Stopped));
    desk.act("2026-03-26", &promise("2026-04-10"));
    let next = desk.state.next(day("2026-03-27"));
    assert_eq!(
        (next.what, next.by),
        (AwaitedStep::PromisedAct, Some((ClockId::C8, day("2026-04-10"))))
    );
    desk.act(
        "2026-04-02",
        &Act::FindNoRecord {
            why: NoRecordReason::NotMade,
        },
    );
    let late: Vec<_> = desk
        .state
        .clocks
        .iter()
        .filter(|c| c.id == ClockId::C8 && c.late(day("2026-05-01")))
        .collect();
    assert_eq!(late.len(), 1);
    assert_eq!(late[0].due, day("2026-03-25"));
}

#[test]
fn a_question_left_open_lapses_after_ninety_days_and_not_a_day_before() {
    let mut desk = Desk::filed(Track::Public, "2027-11-29");
    desk.act("2027-12-01", &Act::AskClarification);
    let last_day = day("2028-02-29");
    assert_eq!(
        desk.refused("2028-02-29", &lapse(Some("2027-12-01"))),
        Reason::NotLapsedYet { last_day }
    );
    assert_eq!(desk.state.next(day("2027-12-02")).by, Some((ClockId::C6, last_day)));
    desk.act("2028-03-01", &lapse(Some("2027-12-01")));
    assert_eq!(desk.state.stage(), Stage::Withdrawn);
    assert_eq!(
        desk.state.clocks.last().and_then(|c| c.ended).map(|end| end.how),
        Some(Ending::Lapsed)
    );
}

#[test]
fn nothing_lapses_for_whoever_was_never_told_that_silence_ends_it() {
    let mut desk = Desk::filed(Track::Public, "2027-11-29");
    desk.act("2027-12-01", &Act::AskClarification);
    assert_eq!(desk.refused("2030-01-01", &lapse(None)), Reason::LapseNotAnnounced);
}

#[test]
fn the_ninety_days_count_from_the_notice_where_it_came_later_than_the_question() {
    let mut desk = Desk::filed(Track::Public, "2027-11-29");
    desk.act("2027-12-01", &Act::AskClarification);
    let told = lapse(Some("2027-12-31"));
    let last_day = day("2028-03-30");
    assert_eq!(desk.refused("2028-03-01", &told), Reason::NotLapsedYet { last_day });
    assert_eq!(desk.refused("2028-03-30", &told), Reason::NotLapsedYet { last_day });
    desk.act("2028-03-31", &told);
    assert_eq!(desk.state.stage(), Stage::Withdrawn);
}

#[test]
fn a_resident_who_answers_is_taken_up_again() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &Act::AskClarification)
        .act("2026-03-20", &Act::AnswerClarification);
    assert_eq!(desk.state.stage(), Stage::UnderReview);
    assert!(desk.state.running(ClockId::C6).is_none());
}

#[test]
fn nobody_in_missouri_pays_for_review_redaction_or_attorneys() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    for category in [FeeCategory::Review, FeeCategory::Redaction, FeeCategory::Attorney] {
        assert_eq!(
            desk.refused("2026-03-03", &fee(category, 6_400)),
            Reason::FeeCategoryNotAllowed
        );
    }
    assert_eq!(
        desk.refused(
            "2026-03-03",
            &Act::AskFee {
                lines: vec![],
                deposit_cents: None
            }
        ),
        Reason::FeeCategoryNotAllowed
    );
    desk.act("2026-03-03", &fee(FeeCategory::Copy, 2_500));
    assert_eq!(desk.state.stage(), Stage::FeePending);
}

#[test]
fn a_fee_above_a_thousand_dollars_may_be_paid_for_a_hundred_and_fifty_days() {
    let mut desk = Desk::filed(Track::Public, "2025-12-01");
    desk.act("2025-12-01", &fee(FeeCategory::Programming, 100_001));
    assert_eq!(
        desk.state.nearest_clock().map(|clock| clock.due),
        Some(day("2026-04-30"))
    );
    let mut desk = Desk::filed(Track::Public, "2025-12-01");
    desk.act("2025-12-01", &fee(FeeCategory::Programming, 100_000));
    assert_eq!(
        desk.state.nearest_clock().map(|clock| clock.due),
        Some(day("2026-03-02")),
        "day 90 is a Sunday"
    );
}

#[test]
fn a_denial_names_its_provision_and_written_grounds_are_due_in_three_business_days() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    for vague in ["", "policy", "because we say so"] {
        assert_eq!(desk.refused("2026-03-03", &deny(vague)), Reason::ProvisionNotNamed);
    }
    assert_eq!(desk.refused("2026-03-03", &Act::AskGrounds), Reason::NothingDenied);
    desk.act("2026-03-03", &deny("RSMo 610.021(14)"))
        .act("2026-05-22", &Act::AskGrounds);
    let next = desk.state.next(day("2026-05-26"));
    assert_eq!(
        (next.what, next.by),
        (AwaitedStep::WrittenGrounds, Some((ClockId::C2, day("2026-05-28"))))
    );
    assert_eq!(desk.refused("2026-05-26", &Act::AskGrounds), Reason::AlreadyDone);
    desk.act("2026-05-27", &Act::GiveGrounds);
    assert_eq!(desk.state.next(day("2026-05-28")).what, AwaitedStep::Nothing);
}

#[test]
fn a_denial_rests_only_on_a_section_of_the_list() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    for other in ["RSMo 610.023.3", "610.021", "5 U.S.C. § 552a"] {
        assert_eq!(desk.refused("2026-03-03", &deny(other)), Reason::ProvisionNotListed);
        let parts = in_part(&["RSMo 610.100.3", other]);
        assert_eq!(
            desk.refused("2026-03-03", &parts),
            Reason::ProvisionNotListed,
            "{other}"
        );
    }
    assert_eq!(desk.refused("2026-03-03", &in_part(&[])), Reason::NothingWithheld);
    desk.act("2026-03-03", &deny("§ 211.321.3"));
}

#[test]
fn a_part_is_denied_and_the_rest_goes_on_until_it_is_delivered_in_part() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    let parts = in_part(&["RSMo 610.100.3", "RSMo 610.021(14)", "RSMo 610.100.3"]);
    desk.act("2026-03-04", &parts);
    assert_eq!(desk.state.stage(), Stage::UnderReview);
    assert!(desk.state.running(ClockId::C1).is_none(), "the request is answered");
    assert!(desk.state.running(ClockId::C7).is_some(), "days to go to a court");
    let told = desk.events.iter().find_map(|event| match event {
        Event::DeniedInPart { withheld, .. } => Some(withheld.len()),
        _ => None,
    });
    assert_eq!(told, Some(2), "what was named twice is withheld once");
    assert_eq!(desk.refused("2026-03-04", &parts), Reason::AlreadyDone);
    // Whoever filed asks for the grounds of that part, while the rest is on its way.
    desk.act("2026-03-05", &Act::AskGrounds)
        .act("2026-03-06", &Act::GiveGrounds)
        .act("2026-03-06", &inactive("2026-03-06"))
        .act("2026-03-06", &Act::StartRedaction)
        .act("2026-03-09", &Act::FinishRedaction)
        .act("2026-03-10", &Act::OpenGate)
        .act("2026-03-11", &Act::Deliver { partial: false });
    assert_eq!(desk.state.stage(), Stage::Partial, "what is withheld makes it a part");
    desk.act("2026-04-01", &Act::Reopen);
    assert!(desk.state.withheld.is_empty(), "all is decided anew");
}

#[test]
fn a_denial_in_part_that_was_a_slip_is_taken_back() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &in_part(&["RSMo 610.100.3"]))
        .act("2026-03-03", &deny("RSMo 610.021(14)"))
        .act("2026-03-03", &Act::TakeBack { entry: 2 });
    assert_eq!(desk.state.withheld.len(), 1, "the one before it stands");
    desk.act("2026-03-03", &Act::TakeBack { entry: 1 });
    assert!(desk.state.withheld.is_empty() && desk.state.running(ClockId::C1).is_some());
    assert_eq!(desk.refused("2026-03-04", &Act::AskGrounds), Reason::NothingDenied);
}

#[test]
fn footage_stays_held_for_two_years_after_the_request_ends_and_without_end_when_reopened() {
    let mut desk = Desk::filed(Track::Public, "2024-02-26");
    desk.act("2024-02-29", &deny("610.021(14)"));
    assert_eq!(desk.state.holds[0].last_day, Some(day("2026-03-02")));
    assert!(desk.state.holds[0].stands(day("2026-03-02")));
    desk.act("2024-06-03", &Act::Reopen);
    assert_eq!(desk.state.holds[0].last_day, None);
    assert_eq!(desk.state.stage(), Stage::UnderReview);
}

#[test]
fn footage_of_an_active_case_leaves_by_a_court_order_that_a_second_person_verified() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-04", &closed_active("2026-03-04"));
    assert_eq!(
        desk.refused("2026-03-05", &Act::StartRedaction),
        Reason::InvestigationActive
    );
    desk.act(
        "2026-04-01",
        &petition(Petitioner::Requester, "2026-03-30", Some("2026-04-01")),
    );
    assert_eq!(desk.state.next(day("2026-04-02")).what, AwaitedStep::Court);
    assert!(desk.state.holds.iter().any(|hold| hold.kind == HoldKind::Lawsuit));
    desk.act("2026-05-04", &order(Ruling::Disclose, "2026-05-01"));
    assert_eq!(desk.state.next(day("2026-05-04")).what, AwaitedStep::OrderVerification);
    assert_eq!(
        desk.refused("2026-05-04", &Act::StartRedaction),
        Reason::OrderNotVerified
    );
    assert_eq!(
        desk.refused("2026-05-04", &Act::VerifyOrder { same_person: true }),
        Reason::SamePerson
    );
    desk.act("2026-05-05", &Act::VerifyOrder { same_person: false });
    assert_eq!(desk.state.stage(), Stage::Ordered);
    assert_eq!(desk.state.footage.kind(), StatusKind::CourtOrdered);
    desk.act("2026-05-06", &Act::StartRedaction);
    assert_eq!(
        desk.refused("2026-05-06", &Act::Deliver { partial: false }),
        Reason::RedactionUnapproved
    );
    desk.act("2026-05-07", &Act::FinishRedaction);
    assert_eq!(
        desk.refused("2026-05-07", &Act::Deliver { partial: false }),
        Reason::NoticeOpen
    );
    desk.act("2026-05-20", &Act::OpenGate)
        .act("2026-05-21", &Act::Deliver { partial: true });
    assert_eq!(desk.state.stage(), Stage::Partial);
    // What is withheld is denied: its reasons can be asked for, once at a time.
    desk.act("2026-05-22", &Act::AskGrounds);
    let next = desk.state.next(day("2026-05-26"));
    assert_eq!(
        (next.what, next.by),
        (AwaitedStep::WrittenGrounds, Some((ClockId::C2, day("2026-05-28"))))
    );
    assert_eq!(desk.refused("2026-05-26", &Act::AskGrounds), Reason::AlreadyDone);
    desk.act("2026-05-27", &Act::GiveGrounds);
    assert_eq!(desk.refused("2026-05-28", &Act::GiveGrounds), Reason::AlreadyDone);
}

#[test]
fn a_court_that_refuses_ends_the_request_until_a_new_fact() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &petition(Petitioner::Requester, "2026-03-03", None))
        .act("2026-04-01", &order(Ruling::Refuse, "2026-04-01"))
        .act("2026-04-02", &Act::VerifyOrder { same_person: false });
    assert_eq!(desk.state.stage(), Stage::OrderDenied);
    assert_eq!(desk.refused("2026-04-03", &Act::StartRedaction), Reason::Ended);
    desk.act("2026-04-03", &Act::Reopen);
    assert_eq!(desk.refused("2026-04-03", &Act::StartRedaction), Reason::StatusUnknown);
}

#[test]
fn a_closed_case_opens_the_footage_and_its_dismissal_closes_it_again() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-04", &closed_active("2026-03-04"))
        .act("2026-06-01", &inactive("2026-05-29"));
    assert_eq!(desk.state.stage(), Stage::UnderReview);
    assert_eq!(
        desk.refused("2026-06-02", &closed_active("2026-06-02")),
        Reason::InvestigationNotActive
    );
    desk.act("2026-06-02", &Act::StartRedaction)
        .act("2026-06-03", &Act::FinishRedaction);
    desk.act(
        "2026-06-04",
        &Act::Reclose {
            since: day("2026-06-04"),
        },
    );
    assert_eq!(desk.state.stage(), Stage::UnderReview);
    assert_eq!(desk.refused("2026-06-04", &Act::StartRedaction), Reason::Reclosed);
    desk.act("2026-06-05", &deny("RSMo 610.105.1"));
}

#[test]
fn a_civil_claim_has_thirty_days_that_an_active_investigation_does_not_answer() {
    let mut desk = Desk::filed(Track::Civil, "2026-01-15");
    let clock = desk.state.running(ClockId::C3).expect("C3 runs").clone();
    assert_eq!((clock.due, clock.outer), (day("2026-02-14"), Some(day("2026-02-17"))));
    desk.act("2026-01-16", &closed_active("2026-01-16"));
    assert_eq!(
        desk.state.next(day("2026-01-17")).by,
        Some((ClockId::C3, day("2026-02-14")))
    );
    let late = petition(Petitioner::Agency, "2026-02-18", None);
    assert_eq!(
        desk.refused("2026-02-18", &late),
        Reason::MotionLate {
            last_day: day("2026-02-17")
        }
    );
    desk.act("2026-02-18", &petition(Petitioner::Agency, "2026-02-13", None));
    assert!(desk.state.running(ClockId::C3).is_none());
}

#[test]
fn an_unpaid_fee_does_not_lapse_while_a_suit_is_pending() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act(
        "2026-03-03",
        &petition(Petitioner::Other, "2026-03-02", Some("2026-03-03")),
    )
    .act("2026-03-20", &order(Ruling::DiscloseInPart, "2026-03-20"))
    .act("2026-03-23", &Act::VerifyOrder { same_person: false })
    .act("2026-03-23", &fee(FeeCategory::Copy, 500));
    assert_eq!(
        desk.refused("2026-12-01", &lapse(Some("2026-03-23"))),
        Reason::SuitPending
    );
    desk.act(
        "2026-12-01",
        &Act::SettleFee {
            waived: true,
            received: None,
            cents: None,
            receipt: None,
        },
    );
    assert!(!desk.state.fee.unsettled());
}

#[test]
fn a_resident_may_withdraw_at_any_time_before_the_end_and_write_even_after() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &Act::Withdraw).act("2026-03-04", &Act::Write);
    assert_eq!(desk.refused("2026-03-04", &Act::Withdraw), Reason::AlreadyDone);
    assert_eq!(desk.state.holds[0].last_day, Some(day("2028-03-03")));
    assert!(desk.state.clocks.iter().all(|clock| !clock.runs()));
    assert_eq!(
        desk.state.bar(ActKind::Deny, day("2026-03-04")).map(|bar| bar.reason),
        Some(Reason::Ended)
    );
}

#[test]
fn a_message_while_a_question_is_open_is_its_answer() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &Act::AskClarification)
        .act("2026-03-20", &Act::Write);
    assert_eq!(desk.state.workflow, Workflow::UnderReview);
    assert!(desk.state.running(ClockId::C6).is_none());
    assert_eq!(
        desk.refused("2026-09-01", &lapse(Some("2026-03-03"))),
        Reason::WrongStage {
            stage: Stage::UnderReview
        }
    );
}

#[test]
fn who_writes_about_a_fee_has_the_full_days_again_from_the_answer() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &fee(FeeCategory::Copy, 4_820))
        .act("2026-05-20", &Act::Write);
    assert!(desk.state.running(ClockId::C6).is_none());
    assert_eq!(desk.state.next(day("2026-05-20")).who, Party::Custodian);
    assert_eq!(
        desk.refused("2026-09-01", &lapse(Some("2026-03-03"))),
        Reason::LapseNotAnnounced
    );
    desk.act("2026-09-02", &Act::Reply);
    let again = desk.state.running(ClockId::C6).unwrap();
    assert_eq!((again.start, again.due), (day("2026-09-02"), day("2026-12-01")));
    assert_eq!(desk.state.next(day("2026-09-02")).who, Party::Requester);
}

#[test]
fn a_closure_entered_later_gives_more_days_to_answer_and_never_fewer() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &Act::AskClarification);
    let last_day = desk.state.running(ClockId::C6).unwrap().due;
    assert_eq!(last_day, day("2026-06-01"));
    assert_eq!(desk.refused("2026-05-01", &Act::ExtendLapse), Reason::AlreadyDone);
    let closures = [Closure {
        office: CalendarOwner::Custodian,
        on: last_day,
        reason: "Snow".into(),
    }];
    let rules = Rules {
        profile: kansas_city(),
        closures: &closures,
    };
    let (state, events) = desk.state.decide(&Act::ExtendLapse, day("2026-05-01"), rules).unwrap();
    let moved = day("2026-06-02");
    assert_eq!(events, [Event::LapseExtended { last_day: moved }]);
    assert_eq!(state.running(ClockId::C6).unwrap().due, moved);
    assert!(matches!(state.workflow, Workflow::Clarify { last_day, .. } if last_day == moved));
}

/// The end by silence, of a request whose filer was told of it on a day.
fn lapse(told: Option<&str>) -> Act {
    Act::Lapse {
        notice_given: told.map(day),
    }
}
