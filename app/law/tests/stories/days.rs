//! Nothing stands without a day: what has no clock of the law's has a day of the office's, or says since when it lies.

use crate::support::{Desk, closed_active, day, inactive, kansas_city, order, petition};
use law::{
    bar::Reason,
    clock::{ClockId, Ending},
    event::Event,
    profile::Profile,
    request::{Act, ActKind, Stage, Track},
    request_order::{Petitioner, Ruling},
    request_state::{AwaitedStep, Party, RequestState, Rules},
};

const FILE: &str = include_str!("../../profiles/kansas-city-mo.toml");

fn promise(on: &str) -> Act {
    Act::ExplainDelay { promised: day(on) }
}

#[test]
fn taking_a_request_up_is_no_answer_and_its_three_days_run_on() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &Act::Acknowledge);
    let next = desk.state.next(day("2026-03-04"));
    assert_eq!((next.what, next.who), (AwaitedStep::Answer, Party::Custodian));
    assert_eq!(next.by, Some((ClockId::C1, day("2026-03-05"))));
    assert!(desk.state.next(day("2026-03-06")).overdue);
    // Nor are steps that tell whoever filed neither an answer nor a day.
    desk.act("2026-03-06", &inactive("2026-03-06"))
        .act("2026-03-06", &Act::StartRedaction);
    assert_eq!(
        desk.state.next(day("2026-03-07")).by,
        Some((ClockId::C1, day("2026-03-05")))
    );
    // The earliest day is, and becomes the next day.
    desk.act("2026-03-09", &promise("2026-03-20"));
    assert_eq!(desk.state.stage(), Stage::Redacting);
    let clock = &desk.state.clocks[0];
    assert_eq!(
        (clock.id, clock.ended.map(|end| end.how)),
        (ClockId::C1, Some(Ending::Met))
    );
    assert!(clock.late(day("2026-03-09")));
    assert_eq!(
        desk.state.next(day("2026-03-10")).by,
        Some((ClockId::C8, day("2026-03-20")))
    );
}

#[test]
fn an_office_whose_counsel_reads_it_otherwise_acts_by_taking_up() {
    let file = FILE.replace("chosen = \"answer\"", "chosen = \"any_act\"");
    let profile = Profile::parse(&file).expect("a profile");
    let rules = Rules {
        profile: &profile,
        closures: &[],
    };
    let (state, _) = RequestState::file(Track::Public, None, day("2026-03-02"), rules);
    let (state, _) = state
        .decide(&Act::Acknowledge, day("2026-03-03"), rules)
        .expect("taken up");
    let next = state.next(day("2026-03-04"));
    assert_eq!((next.what, next.by), (AwaitedStep::Decision, None));
    let wrong = Profile::parse(&FILE.replace("chosen = \"answer\"", "chosen = \"maybe\""));
    assert!(
        wrong
            .expect_err("refused")
            .to_string()
            .contains("act_on_request_reading")
    );
}

#[test]
fn a_delay_is_explained_with_a_day_that_can_be_meant_and_each_time_is_counted() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    assert_eq!(
        desk.refused("2026-03-03", &promise("2031-01-01")),
        Reason::PromiseTooFar {
            latest: day("2027-03-03")
        }
    );
    desk.act("2026-03-03", &promise("2026-03-20"));
    assert!(desk.events.contains(&Event::DelayExplained {
        promised: day("2026-03-20"),
        again: 0
    }));
    assert_eq!(desk.refused("2026-03-04", &promise("2026-03-20")), Reason::AlreadyDone);
    desk.act("2026-03-23", &promise("2026-04-10"));
    assert!(desk.events.contains(&Event::DelayExplained {
        promised: day("2026-04-10"),
        again: 1
    }));
    assert_eq!(desk.state.promises(), 2);
    // The promise that was broken stays beside the new one, and keeps the request overdue.
    let next = desk.state.next(day("2026-03-24"));
    assert_eq!(next.by, Some((ClockId::C8, day("2026-04-10"))));
    assert_eq!(next.beside, Some((ClockId::C8, day("2026-03-20"))));
    assert!(next.overdue);
}

#[test]
fn where_no_clock_runs_the_office_sets_itself_a_day_that_is_never_the_laws() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &closed_active("2026-03-03"));
    // Thirty working days of the office.
    let next = desk.state.next(day("2026-03-04"));
    assert_eq!((next.by, next.overdue), (None, false));
    assert_eq!(next.office_day(), Some(day("2026-04-14")));
    assert!(
        !desk.state.next(day("2026-05-01")).overdue,
        "no day of the law's has passed"
    );
    // Confirmed again: another day.
    desk.act("2026-04-14", &closed_active("2026-04-13"));
    assert_eq!(desk.state.next(day("2026-04-15")).office_day(), Some(day("2026-05-27")));
    desk.act("2026-04-20", &petition(Petitioner::Requester, "2026-04-17", None));
    let next = desk.state.next(day("2026-04-21"));
    assert_eq!((next.what, next.since), (AwaitedStep::Court, day("2026-04-20")));
    assert_eq!(next.office_day(), Some(day("2026-05-19")));
    desk.act("2026-05-18", &order(Ruling::Disclose, "2026-05-15"));
    assert_eq!(desk.state.next(day("2026-05-18")).office_day(), Some(day("2026-05-20")));
    desk.act("2026-05-19", &Act::VerifyOrder { same_person: false });
    assert_eq!(desk.state.next(day("2026-05-19")).office_day(), Some(day("2026-06-17")));
    // A clock goes before it.
    desk.act("2026-05-20", &promise("2026-07-01"));
    let next = desk.state.next(day("2026-05-21"));
    assert_eq!(
        (next.office_day(), next.by),
        (None, Some((ClockId::C8, day("2026-07-01"))))
    );
}

#[test]
fn a_slip_taken_back_leaves_the_day_of_the_office_as_it_was() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &Act::AskClarification)
        .act("2026-03-04", &Act::Write);
    let before = desk.state.next(day("2026-03-05"));
    assert_eq!(before.office_day(), Some(day("2026-03-18")));
    desk.act("2026-03-10", &closed_active("2026-03-10"))
        .act("2026-03-11", &Act::TakeBack { entry: 9 });
    let after = desk.state.next(day("2026-03-12"));
    assert_eq!((after.office_day(), after.since), (before.office_day(), before.since));
}

#[test]
fn an_office_that_sets_no_days_says_since_when_a_request_lies() {
    let file: String = FILE
        .split("[office_days]")
        .enumerate()
        .map(|(at, part)| {
            if at == 0 {
                part
            } else {
                &part[part.find("[clocks]").expect("clocks")..]
            }
        })
        .collect();
    let profile = Profile::parse(&file).expect("a profile");
    let rules = Rules {
        profile: &profile,
        closures: &[],
    };
    let (state, _) = RequestState::file(Track::Public, None, day("2026-03-02"), rules);
    let (state, _) = state
        .decide(&closed_active("2026-03-04"), day("2026-03-04"), rules)
        .expect("closed");
    let next = state.next(day("2026-05-01"));
    assert_eq!(
        (next.by, next.office_day(), next.since),
        (None, None, day("2026-03-04"))
    );
    let wrong = Profile::parse(&FILE.replace("review = 10", "review = 0"));
    assert!(wrong.expect_err("refused").to_string().contains("office_days.review"));
}

#[test]
fn a_request_that_an_earlier_version_kept_gets_its_day_from_its_last_act() {
    let (state, _) = RequestState::file(Track::Public, None, day("2026-03-02"), crate::support::rules());
    let (state, _) = state
        .decide(&closed_active("2026-03-04"), day("2026-03-04"), crate::support::rules())
        .expect("closed");
    let mut json = serde_json::to_value(&state).expect("json");
    json.as_object_mut().expect("an object").remove("step");
    let old: RequestState = serde_json::from_value(json).expect("an old state is read");
    assert_eq!(old.next(day("2026-03-05")).since, day("2026-03-04"));
    assert_eq!(old.next(day("2026-03-05")).office_day(), None);
    let whole = old.with_step(day("2026-03-04"), crate::support::rules());
    assert_eq!(whole, state);
}

#[test]
fn the_thirty_days_of_a_civil_claim_stay_overdue_whatever_the_stage() {
    let fee = Act::AskFee {
        lines: vec![law::fee::FeeLine {
            category: law::fee::FeeCategory::Copy,
            cents: 500,
            by: None,
        }],
        deposit_cents: None,
    };
    let ways: [&[Act]; 10] = [
        &[],
        &[Act::Acknowledge],
        &[Act::AskClarification],
        &[promise("2026-05-29")],
        &[fee],
        &[closed_active("2026-01-16")],
        &[petition(Petitioner::Requester, "2026-01-15", None)],
        &[inactive("2026-01-16"), Act::StartRedaction],
        &[inactive("2026-01-16"), Act::StartRedaction, Act::FinishRedaction],
        &[
            inactive("2026-01-16"),
            Act::StartRedaction,
            Act::FinishRedaction,
            Act::OpenGate,
        ],
    ];
    for way in ways {
        let mut desk = Desk::filed(Track::Civil, "2026-01-15");
        for act in way {
            desk.act("2026-01-16", act);
        }
        let next = desk.state.next(day("2026-02-15"));
        assert!(next.overdue, "{:?}", desk.state.stage());
        let named = next
            .by
            .into_iter()
            .chain(next.beside)
            .any(|(clock, _)| clock == ClockId::C3);
        assert!(
            named || next.nearest().is_some_and(|(clock, _)| clock == ClockId::C1),
            "{:?}",
            desk.state.stage()
        );
    }
}

/// Who can act: what they may do, one of them the second person of a pair.
const WAYS: [(Party, &[ActKind]); 3] = [
    (
        Party::Requester,
        &[
            ActKind::AnswerClarification,
            ActKind::AskGrounds,
            ActKind::Write,
            ActKind::Withdraw,
        ],
    ),
    (Party::Court, &[ActKind::VerifyOrder, ActKind::FinishRedaction]),
    (
        Party::Nobody,
        &[
            ActKind::Lapse,
            ActKind::ExtendLapse,
            ActKind::OpenGate,
            ActKind::Deliver,
        ],
    ),
];

/// A number after another, for random stories (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, sides: usize) -> usize {
        usize::try_from(self.roll() % u64::try_from(sides).expect("few")).expect("small")
    }
}

/// What somebody of a random role tries.
fn tries(dice: &mut Dice) -> ActKind {
    let role = dice.below(8);
    if let Some((_, kinds)) = WAYS.get(role) {
        return kinds[dice.below(kinds.len())];
    }
    // The custodian does most, and now and then what is not theirs.
    ActKind::ALL[dice.below(ActKind::ALL.len())]
}

/// What must hold of every state that a request can be in.
fn assert_legal(state: &RequestState, today: law::Date) {
    let reached = state.stage();
    let next = state.next(today);
    let runs = |id| state.running(id).is_some();
    // Nothing stands without a day: the office of the profile sets one for each step.
    if next.what != AwaitedStep::Nothing {
        assert!(
            next.nearest().is_some() || next.office_day().is_some(),
            "{reached:?} has no day: {state:?}"
        );
        assert_ne!(next.who, Party::Nobody, "nobody must act in {reached:?}");
    }
    assert!(next.since <= today && next.since >= state.received_on, "{reached:?}");
    let nearest = state.nearest_clock().map(|clock| clock.due);
    assert_eq!(next.nearest().map(|(_, due)| due), nearest, "{reached:?}: {state:?}");
    // Clocks fit the stage.
    if reached.ended() {
        for id in [ClockId::C1, ClockId::C3, ClockId::C6, ClockId::C8] {
            assert!(!runs(id), "{id:?} runs in {reached:?}");
        }
        assert!(
            state.bar(ActKind::Reopen, today).is_none(),
            "no way back from {reached:?}"
        );
    } else {
        // A way on beside words, a court and the end by the requester.
        let idle = [
            ActKind::Reply,
            ActKind::Write,
            ActKind::Withdraw,
            ActKind::RecordPetition,
            ActKind::EnterOrder,
            ActKind::Reclose,
        ];
        let on = |kind: &ActKind| !idle.contains(kind) && state.bar(*kind, today).is_none();
        assert!(ActKind::ALL.iter().any(on), "no way on from {reached:?}");
    }
    match reached {
        Stage::Received => assert!(runs(ClockId::C1)),
        Stage::Clarify => assert!(runs(ClockId::C6)),
        Stage::Delayed => assert!(runs(ClockId::C8)),
        Stage::WaitInactive => assert!(matches!(
            state.footage,
            law::recording::RecordingStatus::ActiveClosed { .. }
        )),
        _ => {}
    }
    assert!(
        !runs(ClockId::C6) || matches!(reached, Stage::Clarify | Stage::FeePending),
        "{reached:?}"
    );
    assert!(
        state.entered_order.is_none() || next.what != AwaitedStep::Nothing,
        "an order waits in {reached:?}"
    );
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 1_000, failure_persistence: None, ..Default::default() })]

    /// A hundred stories for each of a thousand seeds.
    #[test]
    fn a_hundred_thousand_random_stories_reach_no_illegal_state_and_none_without_a_day(seed in proptest::num::u64::ANY) {
        let mut dice = Dice(seed);
        for _ in 0..100 {
            let mut today = day("2026-03-02");
            let track = Track::ALL[dice.below(Track::ALL.len())];
            let (mut state, _) = RequestState::file(track, None, today, crate::support::rules());
            assert_legal(&state, today);
            for _ in 0..dice.below(24) {
                let days = i64::try_from(dice.below(40)).expect("few");
                today = today.saturating_add(jiff::ToSpan::days(days));
                let kind = tries(&mut dice);
                if state.bar(kind, today).is_some() {
                    continue;
                }
                let n = u8::try_from(dice.below(256)).expect("a byte");
                let act = crate::properties::sound_act(kind, &state, today, n);
                if let Ok((after, _)) = state.clone().decide(&act, today, crate::support::rules()) {
                    state = after;
                    assert_legal(&state, today);
                }
            }
        }
    }
}

#[test]
fn the_profile_says_how_it_reads_the_three_days() {
    let reading = kansas_city()
        .interpretation("act_on_request_reading")
        .expect("a reading");
    assert_eq!(reading.chosen, "answer");
}

#[test]
fn a_day_that_calendars_know_is_told_as_ended_where_the_next_step_has_none() {
    let bare = FILE.split_once("[office_days]").map(|(head, rest)| {
        let rest = rest.split_once("[clocks]").expect("clocks").1;
        format!("{head}[clocks]{rest}")
    });
    let bare = Profile::parse(&bare.expect("office days")).expect("a profile");
    let bare = Rules {
        profile: &bare,
        closures: &[],
    };
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &closed_active("2026-03-03"));
    let known = desk.state.next(day("2026-03-04")).office_day();
    // The office takes its own days out of its profile.
    let (state, _) = desk
        .state
        .decide(&inactive("2026-03-04"), day("2026-03-05"), bare)
        .expect("open");
    let next = state.next(day("2026-03-05"));
    assert_eq!(
        (next.office_day(), next.step_day, next.earlier_day),
        (None, None, known)
    );
    let (state, _) = state
        .decide(&Act::TakeBack { entry: 3 }, day("2026-03-06"), bare)
        .expect("taken back");
    assert_eq!(state.next(day("2026-03-06")).office_day(), known);
}
