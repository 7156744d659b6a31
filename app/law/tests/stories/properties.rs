//! What holds for every start, every closure and every sequence of acts.

use crate::support::{day, deny, in_part, kansas_city, order, petition, rules};
use jiff::ToSpan;
use law::{
    Date,
    calendar::{CalendarOwner, Closure},
    clock::ClockId,
    fee::{FeeCategory, FeeLine},
    hold::HoldKind,
    profile::Profile,
    recording::{InactiveGround, NoRecordReason, StatusKind},
    request::{Act, ActKind, ReceiptMistake, Reception, ReplyChannel, Stage, Track},
    request_order::{PetitionEnd, Petitioner, Ruling},
    request_state::RequestState,
};
use proptest::prelude::*;

fn any_day() -> impl Strategy<Value = Date> {
    (0_i64..36_500).prop_map(|days| day("1990-01-01").saturating_add(days.days()))
}

fn any_rule(profile: &Profile) -> impl Strategy<Value = String> + use<> {
    let names: Vec<String> = profile
        .rules()
        .iter()
        .chain(profile.comparisons())
        .map(|rule| rule.name.clone())
        .collect();
    proptest::sample::select(names)
}

fn any_closures(near: Date) -> impl Strategy<Value = Vec<Closure>> {
    let one =
        (0_i64..250, proptest::sample::select(CalendarOwner::ALL.to_vec())).prop_map(move |(days, office)| Closure {
            office,
            on: near.saturating_add(days.days()),
            reason: "Closed".to_owned(),
        });
    proptest::collection::vec(one, 0..6)
}

fn start_and_closures() -> impl Strategy<Value = (Date, Vec<Closure>)> {
    any_day().prop_flat_map(|start| (Just(start), any_closures(start)))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_later_start_never_gives_an_earlier_day(
        rule in any_rule(kansas_city()),
        (start, closures) in start_and_closures(),
        later in 0_i64..40,
    ) {
        let profile = kansas_city();
        let due = |start: Date| profile.deadline(&rule, &start.to_string(), &closures).expect("deadline").date;
        prop_assert!(due(start) <= due(start.saturating_add(later.days())));
    }

    #[test]
    fn a_closure_never_shortens_a_window(rule in any_rule(kansas_city()), (start, closures) in start_and_closures()) {
        let profile = kansas_city();
        let due = |closures: &[Closure]| profile.deadline(&rule, &start.to_string(), closures).expect("deadline").date;
        for fewer in 0..closures.len() {
            prop_assert!(due(&closures[..fewer]) <= due(&closures[..=fewer]));
        }
    }

    #[test]
    fn the_explanation_gives_the_day(rule in any_rule(kansas_city()), (start, closures) in start_and_closures()) {
        let deadline = kansas_city().deadline(&rule, &start.to_string(), &closures).expect("deadline");
        prop_assert_eq!(deadline.replay(), deadline.date);
        prop_assert!(deadline.date > start);
    }

    #[test]
    fn no_text_as_a_start_brings_the_calculator_down(start in "\\PC{0,40}") {
        let _ = kansas_city().deadline("MO_ENFORCE_2Y", &start, &[]);
    }
}

/// Day on which the last question or fee was asked.
fn asked_on(state: &RequestState) -> Option<Date> {
    let asked = state.clocks.iter().rev().find(|clock| clock.id == ClockId::C6);
    asked.map(|clock| clock.start)
}

/// An act with facts that the law accepts whenever it accepts the kind: the choice `n` varies them.
pub fn sound_act(kind: ActKind, state: &RequestState, today: Date, n: u8) -> Act {
    match kind {
        ActKind::ExplainDelay => Act::ExplainDelay {
            promised: today.saturating_add((1 + i64::try_from(state.clocks.len()).expect("few")).days()),
        },
        ActKind::AskFee => Act::AskFee {
            lines: vec![FeeLine {
                category: FeeCategory::Copy,
                // Another amount than the one that may stand already.
                cents: 60_000 * (1 + u32::from(n % 2)) + u32::try_from(state.clocks.len()).expect("few"),
                by: None,
            }],
            deposit_cents: None,
        },
        ActKind::SettleFee => Act::SettleFee {
            waived: n.is_multiple_of(2),
            received: None,
            cents: None,
            receipt: None,
        },
        ActKind::AcceptFee => Act::AcceptFee,
        ActKind::ChallengeFee => Act::ChallengeFee,
        ActKind::NarrowRequest => Act::NarrowRequest,
        ActKind::EstimateFee => Act::EstimateFee {
            lines: vec![FeeLine::amount(FeeCategory::Medium, 1_000)],
        },
        ActKind::RefundFee => Act::RefundFee {
            cents: 1,
            on: today,
            receipt: None,
        },
        ActKind::RecordAnswer => Act::RecordAnswer {
            received: Reception {
                on: asked_on(state).unwrap_or(today),
                channel: ReplyChannel::ALL[usize::from(n % 4)],
            },
        },
        ActKind::EndPetition => Act::EndPetition {
            how: PetitionEnd::ALL[usize::from(n % 2)],
            on: today,
        },
        ActKind::TakeBack => Act::TakeBack { entry: 1 },
        ActKind::CorrectReceipt => Act::CorrectReceipt {
            on: state.received_on.saturating_sub((1 + i64::from(n % 3)).days()),
            why: ReceiptMistake::ALL[usize::from(n % 3)],
            entry: 1,
        },
        ActKind::CloseActive => Act::CloseActive { confirmed_on: today },
        ActKind::RecordInactive => Act::RecordInactive {
            ground: InactiveGround::ALL[usize::from(n % 3)],
            since: today,
        },
        ActKind::Reclose => Act::Reclose { since: today },
        ActKind::RecordPetition => {
            // The agency's own motion can be late; its days are among the worked examples.
            let by = [Petitioner::Requester, Petitioner::Prosecutor, Petitioner::Other][usize::from(n % 3)];
            let filed = today.to_string();
            petition(by, &filed, n.is_multiple_of(2).then_some(&*filed))
        }
        ActKind::EnterOrder => order(Ruling::ALL[usize::from(n % 3)], &today.to_string()),
        ActKind::VerifyOrder => Act::VerifyOrder { same_person: false },
        ActKind::FindNoRecord => Act::FindNoRecord {
            why: NoRecordReason::NotMade,
        },
        ActKind::Deny => deny("RSMo 610.021(14)"),
        ActKind::DenyInPart => {
            let other = usize::from(
                state
                    .withheld
                    .first()
                    .is_some_and(|part| part.provision.0 == "RSMo 610.105"),
            );
            in_part(&["RSMo 610.105", "RSMo 610.100.3", "RSMo 610.021(14)"][other..])
        }
        ActKind::Deliver => Act::Deliver {
            partial: n.is_multiple_of(2),
        },
        ActKind::Acknowledge => Act::Acknowledge,
        ActKind::AskClarification => Act::AskClarification,
        ActKind::AnswerClarification => Act::AnswerClarification,
        ActKind::AskGrounds => Act::AskGrounds,
        ActKind::GiveGrounds => Act::GiveGrounds,
        ActKind::Reply => Act::Reply,
        ActKind::Write => Act::Write,
        ActKind::Withdraw => Act::Withdraw,
        ActKind::Lapse => Act::Lapse {
            notice_given: state.running(ClockId::C6).map(|clock| clock.start),
        },
        ActKind::ExtendLapse => Act::ExtendLapse,
        ActKind::Reopen => Act::Reopen,
        ActKind::StartRedaction => Act::StartRedaction,
        ActKind::FinishRedaction => Act::FinishRedaction,
        ActKind::OpenGate => Act::OpenGate,
    }
}

/// Half of the acts are anybody's guess, half push toward a release, so that many stories reach one.
fn any_step() -> impl Strategy<Value = (Option<ActKind>, u8, i64)> {
    let guess = proptest::option::of(proptest::sample::select(ActKind::ALL.to_vec()));
    (guess, any::<u8>(), 1_i64..60)
}

/// The act nearest to a release that the law lets happen now.
fn onward(state: &RequestState, today: Date, n: u8) -> ActKind {
    let opening = if n.is_multiple_of(2) {
        ActKind::RecordInactive
    } else {
        ActKind::EnterOrder
    };
    let nearest = [
        ActKind::Deliver,
        ActKind::OpenGate,
        ActKind::FinishRedaction,
        ActKind::StartRedaction,
        ActKind::VerifyOrder,
        opening,
    ];
    let possible = nearest.into_iter().find(|kind| state.bar(*kind, today).is_none());
    possible.unwrap_or(ActKind::Reopen)
}

fn any_story() -> impl Strategy<Value = (Track, Vec<(Option<ActKind>, u8, i64)>)> {
    (
        proptest::sample::select(Track::ALL.to_vec()),
        proptest::collection::vec(any_step(), 1..40),
    )
}

/// Plays a story and looks at every change: the act, the case before and after.
fn play(
    track: Track,
    steps: &[(Option<ActKind>, u8, i64)],
    mut look: impl FnMut(&Act, Date, &RequestState, Option<&RequestState>),
) {
    let mut today = day("2026-03-02");
    let (mut state, _) = RequestState::file(track, None, today, rules());
    for (kind, n, days) in steps {
        today = today.saturating_add(days.days());
        let act = sound_act(kind.unwrap_or_else(|| onward(&state, today, *n)), &state, today, *n);
        let after = state.clone().decide(&act, today, rules()).ok().map(|(after, _)| after);
        look(&act, today, &state, after.as_ref());
        state = after.unwrap_or(state);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn active_footage_never_leaves_without_an_order_or_the_end_of_the_investigation((track, steps) in any_story()) {
        let mut opened = false;
        play(track, &steps, |act, _, before, after| {
            let Some(after) = after else { return };
            let verified = before.entered_order.as_ref().map(|order| order.ruling);
            opened = match act {
                Act::RecordInactive { .. } => true,
                Act::CloseActive { .. } | Act::Reclose { .. } => false,
                Act::VerifyOrder { .. } => verified != Some(Ruling::Refuse),
                Act::TakeBack { .. } => after.footage.releasable().is_ok(),
                _ => opened,
            };
            if matches!(after.stage(), Stage::Released | Stage::Partial) && before.stage() == Stage::Ready {
                assert!(opened, "released: {:?}", before.footage);
                assert!(matches!(before.footage.kind(), StatusKind::InactiveOpen | StatusKind::CourtOrdered));
            }
        });
    }

    #[test]
    fn what_the_page_says_is_possible_is_what_happens((track, steps) in any_story()) {
        play(track, &steps, |act, today, before, after| {
            let bar = before.bar(act.kind(), today);
            // Whether there are more days to give hangs on the closures.
            if !matches!(act, Act::ExtendLapse) {
                assert_eq!(bar.is_none(), after.is_some(), "{act:?} in {:?}: {bar:?}", before.stage());
            }
        });
    }

    #[test]
    fn a_clock_once_started_stays_and_once_ended_runs_again_only_by_a_correction((track, steps) in any_story()) {
        play(track, &steps, |act, _, before, after| {
            let Some(after) = after else { return };
            assert!(after.clocks.len() >= before.clocks.len());
            for (old, new) in before.clocks.iter().zip(&after.clocks) {
                let mut same = new.clone();
                let again = matches!(act, Act::TakeBack { .. } | Act::EndPetition { .. }) && new.runs();
                same.ended = if old.runs() {
                    None
                } else if again {
                    old.ended
                } else {
                    new.ended
                };
                assert_eq!(old, &same);
            }
        });
    }

    #[test]
    fn whoever_must_act_has_a_day_wherever_a_clock_of_theirs_runs((track, steps) in any_story()) {
        play(track, &steps, |_, today, before, _| {
            let civil = before.running(ClockId::C3);
            if civil.is_some_and(|clock| today > clock.due) && before.running(ClockId::C6).is_none() {
                assert!(before.next(today).nearest().is_some(), "{:?}", before.stage());
            }
        });
    }

    #[test]
    fn the_hold_never_disappears_and_has_an_end_only_after_the_request_has((track, steps) in any_story()) {
        play(track, &steps, |_, today, before, after| {
            let Some(after) = after else { return };
            assert!(after.holds.len() >= before.holds.len());
            let hold = after.holds.iter().find(|hold| hold.kind == HoldKind::Request).expect("held");
            assert_eq!(hold.last_day.is_some(), after.workflow.ended());
            assert!(hold.stands(today.saturating_add(2.years())) || before.workflow == after.workflow);
        });
    }

    #[test]
    fn a_case_reads_back_from_json_as_it_was((track, steps) in any_story()) {
        play(track, &steps, |_, _, before, _| {
            let json = serde_json::to_string(before).expect("json");
            assert_eq!(before, &serde_json::from_str::<RequestState>(&json).expect("case"));
        });
    }
}

#[test]
fn keys_are_the_names_that_json_has() {
    fn same<T: serde::Serialize>(all: &[T], key: impl Fn(&T) -> &'static str) {
        for one in all {
            assert_eq!(serde_json::to_string(one).expect("json"), format!("\"{}\"", key(one)));
        }
    }
    same(&Stage::ALL, |one| one.key());
    same(&ActKind::ALL, |one| one.key());
    same(&Track::ALL, |one| one.key());
    same(&law::clock::ClockId::ALL, |one| one.key());
    same(&StatusKind::ALL, |one| one.key());
    same(&FeeCategory::ALL, |one| one.key());
    same(&law::request_state::AwaitedStep::ALL, |one| one.key());
    same(&law::profile::DayOffRule::ALL, |one| one.key());
    same(&law::profile::StartEvent::ALL, |one| one.key());
}
