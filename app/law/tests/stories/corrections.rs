//! Slips are taken back by a new entry, and what came beside the portal counts from its true day.

use crate::support::{Desk, closed_active, day, deny, inactive, kansas_city, order, petition, rules};
use law::{
    Date,
    bar::Reason,
    clock::ClockId,
    court::{CaseDay, CaseEntry, CaseKind, CourtMatter, Entry, EntryKind, Who},
    event::Event,
    fee::{Fee, FeeCategory, FeeLine},
    hold::HoldKind,
    recording::{InactiveGround, NoRecordReason, RecordingStatus, StatusKind},
    request::{Act, ActKind, Incident, ReceiptMistake, Reception, ReplyChannel, Stage, Track},
    request_order::{CourtCase, PetitionEnd, Petitioner, Ruling},
    request_state::RequestState,
};

use proptest::prelude::*;

const TAKE_BACK: Act = Act::TakeBack { entry: 7 };

fn fee(cents: u32) -> Act {
    Act::AskFee {
        lines: vec![FeeLine {
            category: FeeCategory::Copy,
            cents,
            by: None,
        }],
        deposit_cents: None,
    }
}

fn came(on: &str) -> Reception {
    Reception {
        on: day(on),
        channel: ReplyChannel::Telephone,
    }
}

fn due(desk: &Desk, id: ClockId) -> Option<Date> {
    desk.state.running(id).map(|clock| clock.due)
}

#[test]
fn a_question_asked_by_mistake_is_taken_back_and_the_office_owes_what_it_owed() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    let first = due(&desk, ClockId::C1);
    desk.act("2026-03-03", &Act::AskClarification)
        .act("2026-03-04", &Act::Write);
    assert_eq!(due(&desk, ClockId::C1), None);
    desk.act("2026-03-04", &TAKE_BACK);
    assert_eq!(desk.state.stage(), Stage::Received);
    assert_eq!((due(&desk, ClockId::C1), due(&desk, ClockId::C6)), (first, None));
    let named = |event: &Event| {
        matches!(
            event,
            Event::TakenBack {
                entry: 7,
                act: ActKind::AskClarification,
                ..
            }
        )
    };
    assert!(desk.events.iter().any(named), "{:?}", desk.events);
    assert_eq!(desk.refused("2026-03-04", &TAKE_BACK), Reason::NothingToTakeBack);
}

#[test]
fn a_wrong_active_and_a_wrong_inactive_are_taken_back_one_after_the_other() {
    let mut desk = Desk::filed(Track::Civil, "2026-03-02");
    let civil = due(&desk, ClockId::C3);
    desk.act("2026-03-03", &Act::Acknowledge)
        .act("2026-03-04", &closed_active("2026-03-04"))
        .act("2026-03-05", &Act::AskGrounds)
        .act("2026-03-06", &inactive("2026-03-05"))
        .act("2026-03-09", &TAKE_BACK);
    assert_eq!(desk.state.stage(), Stage::WaitInactive);
    assert_eq!(desk.state.footage.kind(), StatusKind::ActiveClosed);
    assert!(
        due(&desk, ClockId::C2).is_some(),
        "the grounds that somebody asked for are still owed"
    );
    desk.act("2026-03-09", &TAKE_BACK);
    assert_eq!(desk.state.stage(), Stage::UnderReview);
    assert_eq!(desk.state.footage, RecordingStatus::Undetermined);
    assert_eq!((due(&desk, ClockId::C2), due(&desk, ClockId::C3)), (None, civil));
}

#[test]
fn a_fee_of_the_wrong_amount_is_asked_anew_and_one_said_to_be_paid_gives_new_days() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &Act::Acknowledge)
        .act("2026-03-04", &fee(482))
        .act("2026-03-05", &TAKE_BACK);
    assert_eq!((desk.state.stage(), &desk.state.fee), (Stage::UnderReview, &Fee::None));
    desk.act("2026-03-05", &fee(4820));
    let first = due(&desk, ClockId::C6).expect("days to pay");
    let paid = Act::SettleFee {
        waived: false,
        received: Some(came("2026-03-06")),
        cents: None,
        receipt: None,
    };
    desk.act("2026-03-10", &paid);
    assert_eq!(desk.state.fee, Fee::Paid { on: day("2026-03-06") });
    desk.act("2026-04-10", &TAKE_BACK);
    assert!(desk.state.fee.unsettled());
    let anew = due(&desk, ClockId::C6).expect("days to pay");
    assert!(anew > first, "{anew} {first}");
    let early = Act::SettleFee {
        waived: false,
        received: Some(came("2026-03-01")),
        cents: None,
        receipt: None,
    };
    assert_eq!(
        desk.refused("2026-04-10", &early),
        Reason::BeforeAsked {
            asked: day("2026-04-10")
        }
    );
}

#[test]
fn a_petition_that_was_dismissed_leaves_the_request_where_it_stood() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &deny("RSMo 610.021(14)")).act(
        "2026-03-10",
        &petition(Petitioner::Requester, "2026-03-09", Some("2026-03-10")),
    );
    let ended = |on: &str| Act::EndPetition {
        how: PetitionEnd::Dismissed,
        on: day(on),
    };
    assert_eq!(
        desk.refused("2026-04-01", &ended("2026-03-08")),
        Reason::BeforeFiling {
            filed: day("2026-03-09")
        }
    );
    desk.act("2026-04-01", &ended("2026-03-31"));
    assert_eq!(desk.state.stage(), Stage::Denied);
    let held = desk
        .state
        .holds
        .iter()
        .find(|hold| hold.kind == HoldKind::Lawsuit)
        .expect("a hold");
    assert!(held.last_day > Some(day("2028-03-01")) && !desk.state.suit_stands(day("2026-04-02")));

    let mut desk = Desk::filed(Track::Civil, "2026-03-02");
    let civil = due(&desk, ClockId::C3);
    desk.act("2026-03-03", &Act::Acknowledge)
        .act("2026-03-10", &petition(Petitioner::Agency, "2026-03-10", None));
    assert_eq!(due(&desk, ClockId::C3), None);
    desk.act("2026-04-20", &ended("2026-04-20"));
    assert_eq!(
        due(&desk, ClockId::C3),
        civil,
        "who asked in vain to close it owes it as before"
    );
    assert!(desk.state.next(day("2026-04-20")).overdue);
}

#[test]
fn an_answer_that_came_in_time_counts_though_its_entry_comes_after_the_lapse() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &Act::AskClarification);
    let last_day = due(&desk, ClockId::C6).expect("days");
    let lapse = Act::Lapse {
        notice_given: Some(day("2026-03-03")),
    };
    desk.act("2026-07-01", &lapse);
    assert_eq!(desk.state.stage(), Stage::Withdrawn);
    let late = Act::RecordAnswer {
        received: came("2026-06-30"),
    };
    assert_eq!(desk.refused("2026-07-02", &late), Reason::CameLate { last_day });
    let ahead = Act::RecordAnswer {
        received: came("2026-07-03"),
    };
    assert!(matches!(desk.refused("2026-07-02", &ahead), Reason::InFuture { .. }));
    desk.act(
        "2026-07-02",
        &Act::RecordAnswer {
            received: came("2026-03-20"),
        },
    );
    assert_eq!(desk.state.stage(), Stage::UnderReview);
    assert_eq!(desk.state.holds[0].last_day, None);

    let mut gone = Desk::filed(Track::Public, "2026-03-02");
    gone.act("2026-03-03", &Act::AskClarification)
        .act("2026-03-04", &Act::Withdraw);
    let answer = Act::RecordAnswer {
        received: came("2026-03-04"),
    };
    assert_eq!(
        gone.refused("2026-03-05", &answer),
        Reason::Ended,
        "they ended it by their own word"
    );
}

#[test]
fn what_was_never_asked_or_entered_is_told_as_that() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    let settle = Act::SettleFee {
        waived: true,
        received: None,
        cents: None,
        receipt: None,
    };
    assert_eq!(desk.refused("2026-03-03", &settle), Reason::NoFeeAsked);
    let verify = Act::VerifyOrder { same_person: false };
    assert_eq!(desk.refused("2026-03-03", &verify), Reason::NoOrderEntered);
    assert_eq!(desk.refused("2026-03-03", &TAKE_BACK), Reason::NothingToTakeBack);
}

#[test]
fn a_day_or_a_reason_that_cannot_be_is_refused() {
    let incident = Incident {
        first_day: day("2026-09-20"),
        received: day("2026-09-25"),
    };
    let reason = |act: &Act| incident.allows(act, rules()).err().map(|bar| bar.reason);
    let before = || {
        Some(Reason::BeforeIncident {
            incident: day("2026-09-20"),
        })
    };
    assert_eq!(reason(&inactive("2020-01-01")), before());
    assert_eq!(reason(&inactive("2026-09-20")), None);
    assert_eq!(
        reason(&Act::Reclose {
            since: day("2026-09-19")
        }),
        before()
    );
    assert_eq!(reason(&petition(Petitioner::Other, "2026-09-19", None)), before());
    assert_eq!(reason(&order(Ruling::Disclose, "2026-09-19")), before());
    let expired = |since: &str| Act::RecordInactive {
        ground: InactiveGround::TimeExpired,
        since: day(since),
    };
    assert!(matches!(
        reason(&expired("2027-03-01")),
        Some(Reason::TimeNotExpired { .. })
    ));
    assert_eq!(reason(&expired("2027-09-22")), None);
    let gone = |on: &str| Act::FindNoRecord {
        why: NoRecordReason::Deleted { on: day(on) },
    };
    let kept_until = kansas_city().kept_until(day("2026-09-20"));
    assert_eq!(reason(&gone("2026-09-19")), before());
    assert_eq!(reason(&gone("2026-09-23")), Some(Reason::DeletedTooSoon { kept_until }));
    let held = reason(&gone("2027-06-01"));
    let received = incident.received;
    assert_eq!(held, Some(Reason::DeletedWhileHeld { received }));
    let breach = Act::FindNoRecord {
        why: NoRecordReason::DeletedInBreach { on: day("2026-09-23") },
    };
    assert_eq!(reason(&breach), None, "a breach is told as one");
    let late = Incident {
        first_day: day("2026-01-05"),
        received: day("2026-09-25"),
    };
    assert!(late.allows(&gone("2026-09-01"), rules()).is_ok());
}

#[test]
fn footage_that_the_register_knows_as_open_is_not_closed_by_an_active_investigation() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &Act::Acknowledge);
    let (ground, since) = (InactiveGround::NotPursued, day("2026-02-20"));
    for (status, reason) in [
        (
            RecordingStatus::InactiveOpen { ground, since },
            Reason::InvestigationNotActive,
        ),
        (RecordingStatus::Reclosed { since }, Reason::Reclosed),
    ] {
        desk.state.register = Some(status);
        assert_eq!(desk.refused("2026-03-04", &closed_active("2026-03-04")), reason);
    }
    assert_eq!(desk.refused("2026-03-04", &inactive("2026-03-03")), Reason::Reclosed);
    desk.state.register = Some(RecordingStatus::ActiveClosed {
        confirmed_on: day("2026-03-01"),
    });
    desk.act("2026-03-04", &closed_active("2026-03-04"));
    assert_eq!(desk.state.stage(), Stage::WaitInactive);
}

#[test]
fn days_that_began_anew_lapse_only_after_a_notice_of_their_own() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &fee(482))
        .act("2026-03-20", &Act::Write)
        .act("2026-04-01", &Act::Reply);
    let lapse = |told: &str| Act::Lapse {
        notice_given: Some(day(told)),
    };
    let last_day = due(&desk, ClockId::C6).expect("days to pay");
    let after = last_day.tomorrow().expect("a day after").to_string();
    for of_the_first in ["2026-03-03", "2026-03-31"] {
        assert_eq!(desk.refused(&after, &lapse(of_the_first)), Reason::LapseNotAnnounced);
    }
    desk.act(&after, &lapse("2026-04-01"));
    assert_eq!(desk.state.stage(), Stage::Withdrawn);
}

#[test]
fn what_was_owed_before_a_lapse_is_owed_again_once_it_proves_wrong() {
    for (asked, came_in_time) in [
        (
            Act::AskClarification,
            Act::RecordAnswer {
                received: came("2026-03-20"),
            },
        ),
        (
            fee(482),
            Act::SettleFee {
                waived: false,
                received: Some(came("2026-03-20")),
                cents: None,
                receipt: None,
            },
        ),
    ] {
        let mut desk = Desk::filed(Track::Civil, "2026-03-02");
        let promised = day("2026-09-01");
        desk.act("2026-03-03", &Act::ExplainDelay { promised });
        let owed = (due(&desk, ClockId::C3), due(&desk, ClockId::C8));
        desk.act("2026-03-04", &asked).act(
            "2026-07-01",
            &Act::Lapse {
                notice_given: Some(day("2026-03-04")),
            },
        );
        assert_eq!((due(&desk, ClockId::C3), due(&desk, ClockId::C8)), (None, None));
        desk.act("2026-07-02", &came_in_time);
        assert_eq!((due(&desk, ClockId::C3), due(&desk, ClockId::C8)), owed);
        assert_eq!(due(&desk, ClockId::C6), None, "nothing is asked any more");
        let resumed = |event: &&Event| matches!(event, Event::ClockResumed { .. });
        assert_eq!(desk.events.iter().filter(resumed).count(), 2, "{:?}", desk.events);
        assert!(desk.state.next(day("2026-07-02")).overdue);
        // An answer that was entered by mistake is taken back, and then the true one is entered.
        desk.act("2026-07-03", &TAKE_BACK);
        assert_eq!((due(&desk, ClockId::C3), due(&desk, ClockId::C8)), (None, None));
        desk.act("2026-07-06", &came_in_time);
        assert_eq!((due(&desk, ClockId::C3), due(&desk, ClockId::C8)), owed);
    }
}

#[test]
fn a_suit_of_whoever_filed_is_no_answer_of_the_agency_and_its_own_motion_is() {
    for (by, answered) in [
        (Petitioner::Requester, false),
        (Petitioner::Prosecutor, false),
        (Petitioner::Agency, true),
    ] {
        let mut desk = Desk::filed(Track::Public, "2026-03-02");
        desk.act("2026-03-03", &petition(by, "2026-03-03", None));
        assert_eq!(desk.state.running(ClockId::C1).is_none(), answered, "{by:?}");
        let mut desk = Desk::filed(Track::Public, "2026-03-02");
        let promised = day("2026-03-20");
        desk.act("2026-03-03", &Act::ExplainDelay { promised })
            .act("2026-03-04", &petition(by, "2026-03-04", None));
        assert_eq!(due(&desk, ClockId::C8), (!answered).then_some(promised), "{by:?}");
    }
}

#[test]
fn a_delay_that_was_taken_back_was_not_explained_before() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    let explain = |on: &str| Act::ExplainDelay { promised: day(on) };
    desk.act("2026-03-03", &explain("2026-04-20"))
        .act("2026-03-03", &TAKE_BACK);
    assert_eq!(desk.state.promises(), 0);
    desk.act("2026-03-03", &explain("2026-03-20"));
    assert_eq!(desk.state.promises(), 1);
    assert!(
        desk.events
            .iter()
            .all(|event| !matches!(event, Event::DelayExplained { again: 1.., .. })),
        "{:?}",
        desk.events
    );
}

#[test]
fn the_time_to_sue_runs_on_where_what_was_done_too_late_is_taken_back() {
    for act in [
        Act::ExplainDelay {
            promised: day("2026-06-01"),
        },
        Act::AskClarification,
        fee(500),
        closed_active("2026-04-01"),
    ] {
        let mut desk = Desk::filed(Track::Public, "2026-03-02");
        desk.act("2026-04-01", &act);
        let sue = desk
            .state
            .running(ClockId::C7)
            .cloned()
            .expect("the three days had passed");
        desk.act("2026-04-02", &TAKE_BACK);
        assert!(desk.state.next(day("2026-04-02")).overdue, "{act:?}");
        assert_eq!(desk.state.running(ClockId::C7), Some(&sue), "{act:?}");
        // Acted again: it is the same violation, and one time to sue.
        desk.act("2026-04-03", &act);
        let sues = desk
            .state
            .clocks
            .iter()
            .filter(|clock| clock.id == ClockId::C7 && clock.runs());
        assert_eq!(sues.count(), 1, "{act:?}");
    }
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &deny("RSMo 610.021(14)"))
        .act("2026-03-04", &TAKE_BACK);
    assert_eq!(due(&desk, ClockId::C7), None, "nothing was denied, and no day missed");
}

#[test]
fn what_was_done_beside_a_slip_stays_when_the_slip_is_taken_back() {
    // Grounds that were given are not owed again.
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &closed_active("2026-03-03"))
        .act("2026-03-04", &Act::AskGrounds)
        .act("2026-03-05", &closed_active("2026-03-05"))
        .act("2026-03-06", &Act::GiveGrounds)
        .act("2026-03-07", &TAKE_BACK);
    assert_eq!(
        (desk.state.stage(), due(&desk, ClockId::C2)),
        (Stage::WaitInactive, None)
    );
    // Grounds that were asked for meanwhile still are.
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &closed_active("2026-03-03"))
        .act("2026-03-04", &closed_active("2026-03-04"))
        .act("2026-03-05", &Act::AskGrounds);
    let owed = due(&desk, ClockId::C2);
    desk.act("2026-03-06", &TAKE_BACK);
    assert_eq!((owed.is_some(), due(&desk, ClockId::C2)), (true, owed));
    // Whoever wrote about a fee is answered first, whatever is taken back.
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &inactive("2026-03-02"))
        .act("2026-03-04", &fee(500))
        .act(
            "2026-03-05",
            &Act::Reclose {
                since: day("2026-03-05"),
            },
        )
        .act("2026-03-06", &Act::Write)
        .act("2026-03-07", &TAKE_BACK);
    assert_eq!((desk.state.stage(), due(&desk, ClockId::C6)), (Stage::FeePending, None));
    // And the days that an answer began end with the fee.
    desk.act("2026-03-08", &Act::Reply).act("2026-03-09", &TAKE_BACK);
    assert_eq!(
        (desk.state.stage(), due(&desk, ClockId::C6)),
        (Stage::UnderReview, None)
    );
}

#[test]
fn a_suit_of_whoever_filed_excuses_no_agency_from_explaining_the_delay() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act(
        "2026-03-03",
        &petition(Petitioner::Requester, "2026-03-03", Some("2026-03-03")),
    );
    assert!(due(&desk, ClockId::C1).is_some(), "the three days run on");
    let promise = |on: &str| Act::ExplainDelay { promised: day(on) };
    desk.act("2026-03-04", &promise("2026-04-01"));
    assert_eq!(desk.state.stage(), Stage::CourtPending);
    assert_eq!(
        (due(&desk, ClockId::C1), due(&desk, ClockId::C8)),
        (None, Some(day("2026-04-01")))
    );
    desk.act("2026-03-20", &promise("2026-05-01"));
    assert_eq!(due(&desk, ClockId::C8), Some(day("2026-05-01")));
    let dismissed = Act::EndPetition {
        how: PetitionEnd::Dismissed,
        on: day("2026-04-10"),
    };
    desk.act("2026-04-10", &dismissed);
    assert_eq!(
        (desk.state.stage(), due(&desk, ClockId::C8)),
        (Stage::UnderReview, Some(day("2026-05-01")))
    );
}

/// Ana's letter, entered as received on one day and keyed on another.
fn keyed(track: Track, received: &str, on: &str) -> Desk {
    let reception = Reception {
        on: day(received),
        channel: ReplyChannel::Letter,
    };
    let (state, events) = RequestState::file(track, Some(reception), day(on), rules());
    Desk { state, events }
}

fn corrected(on: &str) -> Act {
    Act::CorrectReceipt {
        on: day(on),
        why: ReceiptMistake::Stamp,
        entry: 1,
    }
}

#[test]
fn a_wrong_day_of_receipt_is_corrected_and_its_clocks_follow_the_true_day() {
    let mut desk = keyed(Track::Civil, "2026-03-05", "2026-03-10");
    let first = (due(&desk, ClockId::C1), due(&desk, ClockId::C3));
    desk.act("2026-03-11", &corrected("2026-03-03"));
    assert_eq!(desk.state.received_on, day("2026-03-03"));
    assert_eq!(due(&desk, ClockId::C1), Some(day("2026-03-06")));
    assert!(due(&desk, ClockId::C3) < first.1, "the thirty days too");
    let told = desk.events.iter().any(|event| {
        matches!(event, Event::ReceiptCorrected { entry: 1, was, received, why: ReceiptMistake::Stamp, clocks }
            if *was == day("2026-03-05") && received.on == day("2026-03-03") && clocks.len() == 2)
    });
    assert!(told, "{:?}", desk.events);
    // And back: the correction was wrong itself.
    desk.act("2026-03-12", &corrected("2026-03-05"));
    assert_eq!((due(&desk, ClockId::C1), due(&desk, ClockId::C3)), first);
    for (on, reason) in [
        ("2026-03-05", Reason::AlreadyDone),
        (
            "2026-03-11",
            Reason::ReceivedAfterEntry {
                entered: day("2026-03-10"),
            },
        ),
        (
            "2026-03-13",
            Reason::InFuture {
                latest: day("2026-03-12"),
            },
        ),
    ] {
        assert_eq!(desk.refused("2026-03-12", &corrected(on)), reason);
    }
    let mut web = Desk::filed(Track::Public, "2026-03-02");
    assert_eq!(
        web.refused("2026-03-03", &corrected("2026-03-01")),
        Reason::ReceivedByPortal
    );
}

#[test]
fn what_was_late_by_a_wrong_day_of_receipt_is_not_and_what_was_late_by_the_true_one_is() {
    // Answered on the fifth day after the day entered, which was the third after the true one.
    let mut desk = keyed(Track::Public, "2026-03-02", "2026-03-04");
    desk.act("2026-03-06", &Act::AskClarification);
    assert!(due(&desk, ClockId::C7).is_some() && desk.state.clocks[0].late(day("2026-03-06")));
    desk.act("2026-03-09", &corrected("2026-03-04"));
    assert_eq!(due(&desk, ClockId::C7), None);
    assert!(!desk.state.clocks[0].late(day("2026-03-09")));
    // The other way round.
    let mut desk = keyed(Track::Public, "2026-03-04", "2026-03-04");
    desk.act("2026-03-06", &Act::AskClarification);
    assert_eq!(due(&desk, ClockId::C7), None);
    desk.act("2026-03-09", &corrected("2026-03-02"));
    assert!(due(&desk, ClockId::C7).is_some() && desk.state.clocks[0].late(day("2026-03-09")));
    // The question is taken back: the clock runs from the true day.
    desk.act("2026-03-10", &TAKE_BACK);
    assert_eq!(due(&desk, ClockId::C1), Some(day("2026-03-05")));
}

/// A case as the desk of cases keeps it, and what a request hears of it.
struct Case {
    case: CourtCase,
    matter: CourtMatter,
}

impl Case {
    fn numbered(number: &str) -> Self {
        Self {
            case: CourtCase {
                court: "Circuit Court of Clay County".to_owned(),
                number: number.to_owned(),
            },
            matter: CourtMatter {
                kind: CaseKind::Disclosure,
                entries: Vec::new(),
            },
        }
    }

    /// The case in which a request stands.
    fn of(desk: &Desk) -> Self {
        let petition = desk.state.petition().expect("pending").clone();
        let mut case = Self::numbered("");
        case.case = petition.case();
        case.add(Entry::of(EntryKind::Petition, petition.filed_on).by(Who::Requester));
        if let Some(served) = petition.served_on {
            case.add(Entry::of(EntryKind::Service, served));
        }
        case
    }

    fn add(&mut self, entry: Entry) {
        let no = i64::try_from(self.matter.entries.len()).expect("few") + 1;
        let entered_on = entry.on;
        self.matter.entries.push(CaseEntry { no, entered_on, entry });
    }

    /// Enters something on its day, and tells the request.
    fn enters(&mut self, desk: &mut Desk, kind: EntryKind, on: &str) {
        let entry = Entry::of(kind, day(on));
        self.add(entry.clone());
        let state = desk.state.clone();
        (desk.state, desk.events) = state.hear_of(&entry, (&self.case, &self.matter), day(on), rules());
    }

    /// Corrects an entry, and tells the request.
    fn corrects(&mut self, desk: &mut Desk, no: i64, on: &str) {
        let found = self.matter.entries.iter().find(|one| one.no == no);
        let wrong = found.expect("an entry").entry.clone();
        self.add(Entry {
            entry: Some(no),
            ..Entry::of(EntryKind::Correction, day(on))
        });
        let state = desk.state.clone();
        (desk.state, desk.events) = state.hear_correction(&wrong, (&self.case, &self.matter), day(on), rules());
    }

    /// Whether its suit holds the footage without end.
    fn holds(&self, desk: &Desk) -> bool {
        let mut holds = desk.state.holds.iter();
        holds.any(|hold| hold.is_for(&self.case) && hold.last_day.is_none())
    }
}

#[test]
fn the_end_of_one_suit_leaves_what_another_holds() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &deny("RSMo 610.021(14)")).act(
        "2026-03-10",
        &petition(Petitioner::Requester, "2026-03-09", Some("2026-03-10")),
    );
    let mut first = Case::of(&desk);
    let mut other = Case::numbered("26CL-CV00002");
    other.add(Entry::of(EntryKind::Petition, day("2026-03-11")).by(Who::Other));
    other.enters(&mut desk, EntryKind::Service, "2026-03-12");
    assert!(first.holds(&desk) && other.holds(&desk), "each suit holds it");
    first.add(Entry::of(EntryKind::Dismissal, day("2026-03-31")));
    desk.act(
        "2026-04-01",
        &Act::EndPetition {
            how: PetitionEnd::Dismissed,
            on: day("2026-03-31"),
        },
    );
    assert!(!first.holds(&desk) && other.holds(&desk));
    assert!(desk.state.suit_stands(day("2040-01-01")), "the other suit is pending");
    other.enters(&mut desk, EntryKind::Dismissal, "2026-05-01");
    first.enters(&mut desk, EntryKind::Appeal, "2026-05-02");
    assert!(
        first.holds(&desk) && !other.holds(&desk),
        "an appeal in one case leaves the other over"
    );
    first.corrects(&mut desk, 4, "2026-05-03");
    assert!(!first.holds(&desk), "there was no appeal");
}

#[test]
fn a_petition_that_was_never_served_and_is_taken_back_leaves_what_a_suit_holds() {
    let mut other = Case::numbered("26CL-CV00002");
    other.add(Entry::of(EntryKind::Petition, day("2026-03-03")).by(Who::Other));
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &deny("RSMo 610.021(14)"));
    other.enters(&mut desk, EntryKind::Service, "2026-03-04");
    desk.act("2026-03-10", &petition(Petitioner::Requester, "2026-03-09", None))
        .act("2026-03-11", &TAKE_BACK);
    assert!(desk.state.suit_stands(day("2040-01-01")));
}

proptest! {
    #[test]
    fn a_suit_holds_as_its_case_stands_whatever_is_entered_and_corrected(
        typed in prop::collection::vec((any::<bool>(), 0_usize..12, 0_i64..20), 1..40),
    ) {
        const KINDS: [EntryKind; 9] = [
            EntryKind::Petition,
            EntryKind::Service,
            EntryKind::Hearing,
            EntryKind::Order,
            EntryKind::Appeal,
            EntryKind::Dismissal,
            EntryKind::Withdrawal,
            EntryKind::Closing,
            EntryKind::RestrainingOrder,
        ];
        let mut desk = Desk::filed(Track::Public, "2026-03-02");
        let mut cases = [Case::numbered("26CL-1"), Case::numbered("26CL-2")];
        for (second, kind, no) in typed {
            let case = &mut cases[usize::from(second)];
            match KINDS.get(kind) {
                Some(kind) if case.matter.bar(*kind).is_none() => case.enters(&mut desk, *kind, "2026-03-09"),
                None if case.matter.live().iter().any(|one| one.no == no) => case.corrects(&mut desk, no, "2026-03-09"),
                _ => {}
            }
            for case in &cases {
                let stands = case.matter.hold(rules()).is_some_and(|hold| hold.last_day.is_none());
                prop_assert_eq!(case.holds(&desk), stands, "{:?}", case.matter.entries);
            }
        }
    }
}

#[test]
fn a_petition_whose_end_is_taken_back_holds_as_before() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &deny("RSMo 610.021(14)")).act(
        "2026-03-10",
        &petition(Petitioner::Requester, "2026-03-09", Some("2026-03-10")),
    );
    let ended = Act::EndPetition {
        how: PetitionEnd::Dismissed,
        on: day("2026-03-31"),
    };
    desk.act("2026-04-01", &ended);
    assert!(!desk.state.suit_stands(day("2026-04-01")));
    desk.act("2026-04-02", &TAKE_BACK);
    assert_eq!(desk.state.stage(), Stage::CourtPending);
    assert!(desk.state.suit_stands(day("2040-01-01")), "the suit is pending again");
}

#[test]
fn a_hold_of_an_earlier_version_gets_its_suit_and_what_was_filed_since_one_of_its_own() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &deny("RSMo 610.021(14)")).act(
        "2026-03-10",
        &petition(Petitioner::Requester, "2026-03-09", Some("2026-03-10")),
    );
    let case = desk.state.petition().expect("pending").case();
    let earlier = CourtCase {
        number: "25CV-7".to_owned(),
        ..case.clone()
    };
    for hold in &mut desk.state.holds {
        hold.suit = None;
    }
    let state = desk.state.clone().with_suit(&earlier);
    let suits: Vec<_> = state.holds.iter().filter_map(|hold| hold.suit.clone()).collect();
    assert_eq!(suits, [earlier, case]);
}

#[test]
fn a_hearing_stands_though_the_court_restrains_before_it() {
    let mut case = Case::numbered("26CL-1");
    case.add(Entry::of(EntryKind::Petition, day("2026-03-02")).by(Who::PersonShown));
    case.add(Entry::of(EntryKind::Hearing, day("2026-03-20")));
    let restrains = Entry {
        next: Some(day("2026-03-12")),
        ..Entry::of(EntryKind::RestrainingOrder, day("2026-03-05"))
    };
    case.add(restrains);
    let next = |case: &Case| case.matter.next().map(|next| (next.what, next.on));
    assert_eq!(next(&case), Some((CaseDay::Restraint, Some(day("2026-03-12")))));
    case.add(Entry {
        entry: Some(3),
        ..Entry::of(EntryKind::Correction, day("2026-03-06"))
    });
    assert_eq!(next(&case), Some((CaseDay::Hearing, Some(day("2026-03-20")))));
    case.add(Entry::of(EntryKind::Response, day("2026-03-21")));
    assert_eq!(next(&case), Some((CaseDay::Decision, None)), "it was held");
}

#[test]
fn no_law_gives_a_court_a_day_and_the_agencys_days_run_beside() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &petition(Petitioner::Requester, "2026-03-03", None));
    let next = desk.state.next(day("2026-03-04"));
    assert_eq!(next.by, None);
    assert_eq!(next.beside.map(|(clock, _)| clock), Some(ClockId::C1));
    assert_eq!(
        next.nearest(),
        next.beside,
        "and the request stands in the queue by them"
    );
}
