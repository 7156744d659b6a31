//! Six requests whose figures were worked out by hand.

use law::{
    bar::Section,
    disclosure_order::OrderKind,
    recording::{InactiveGround, NoRecordReason},
    request::{Act, Track},
    request_order::{Petition, Petitioner, RequestOrder, Ruling},
};
use statistics::{Cell, Count, Deleted, Month, NoticeCount, Outcome, Period, Public, Quantile, Record, Step, Totals};

use crate::support::{RequestStory, World, day, open_profile};

fn told(key: &str, track: Track, division: Option<&str>, on: &str, acts: &[(&str, Act)]) -> RequestStory {
    let mut told = RequestStory::filed(key, track, division, day(on));
    for (on, act) in acts {
        assert!(told.act(day(on), act), "{act:?} on {on}");
    }
    told
}

fn inactive(since: &str) -> Act {
    let ground = InactiveGround::NotPursued;
    Act::RecordInactive {
        ground,
        since: day(since),
    }
}

fn town() -> World {
    let (central, north, east) = (Some("central"), Some("north"), Some("east"));
    let deny = Act::Deny {
        provision: Section::of("610.021(14)"),
    };
    let wait = |on| Act::CloseActive { confirmed_on: day(on) };
    let promise = Act::ExplainDelay {
        promised: day("2026-03-20"),
    };
    let whole = Act::Deliver { partial: false };
    let partial = Act::Deliver { partial: true };
    // Due by the third business day: 5, 5, 6 and 13 February (the 12th is Lincoln's day), 5 March.
    let ana = [
        ("2026-02-04", Act::Acknowledge),
        ("2026-02-06", inactive("2026-02-06")),
        ("2026-02-09", Act::StartRedaction),
        ("2026-02-10", Act::FinishRedaction),
        ("2026-02-11", Act::OpenGate),
        ("2026-02-12", whole),
    ];
    let ben = [("2026-02-10", Act::Acknowledge), ("2026-02-20", wait("2026-02-20"))];
    let cleo = [("2026-02-06", deny)];
    let eva = [("2026-03-03", Act::Withdraw)];
    let finn = [
        ("2026-03-04", Act::Acknowledge),
        ("2026-03-05", promise),
        ("2026-03-25", inactive("2026-03-24")),
        ("2026-03-26", Act::StartRedaction),
        ("2026-03-27", Act::FinishRedaction),
        ("2026-03-28", Act::OpenGate),
        ("2026-03-30", partial),
    ];
    World(vec![
        told("ana", Track::Public, central, "2026-02-02", &ana),
        told("ben", Track::Public, central, "2026-02-02", &ben),
        told("cleo", Track::Civil, north, "2026-02-03", &cleo),
        told("dora", Track::Depicted, None, "2026-02-09", &[]),
        told("eva", Track::Public, east, "2026-03-02", &eva),
        told("finn", Track::Public, central, "2026-03-02", &finn),
    ])
}

fn record(totals: &Totals) -> Record<'_> {
    Record {
        totals,
        settled: totals,
        as_of: day("2026-04-01"),
        profile: open_profile(),
    }
}

fn sums(table: &Public) -> Vec<u64> {
    table.column_totals.iter().filter_map(|cell| cell.shown()).collect()
}

#[test]
fn six_requests_stand_where_they_stand() {
    let totals = town().totals();
    let shown = record(&totals).publish(Period::Year(2026));
    // Open, waiting, court, released, partial, denied in part, denied, no record, court refused, withdrawn, lapsed.
    for key in ["by_month", "by_track", "by_division"] {
        assert_eq!(
            sums(shown.table(key).expect("a table")),
            [1, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0],
            "{key}"
        );
    }
    let cell = |table: &str, row, column| shown.table(table).and_then(|table| table.cell(row, column));
    assert_eq!(cell("by_month", "2026-02", "denied"), Some(Cell::Shown(1)));
    assert_eq!(cell("by_month", "2026-03", "withdrawn"), Some(Cell::Shown(1)));
    assert_eq!(cell("by_month", "2026-01", "open"), Some(Cell::Shown(0)));
    assert_eq!(cell("by_track", "depicted", "open"), Some(Cell::Shown(1)));
    assert_eq!(cell("by_division", "central", "partial"), Some(Cell::Shown(1)));
    assert_eq!(cell("by_division", "not_named", "open"), Some(Cell::Shown(1)));
    assert_eq!(
        cell("denied_by_provision", "RSMo 610.021(14)", "denied"),
        Some(Cell::Shown(1))
    );
    assert_eq!(cell("waiting_by_age", "to_90", "waiting"), Some(Cell::Shown(1)));
    assert_eq!(shown.waiting_median, Some(40));
    assert_eq!(shown.standing(Outcome::Waiting), Cell::Shown(1));
}

#[test]
fn two_of_five_were_answered_in_time_and_taking_up_is_no_answer() {
    let totals = town().totals();
    let shown = record(&totals).publish(Period::Year(2026));
    let month = |key| [shown.acted.cell(key, "in_time"), shown.acted.cell(key, "late")].map(Option::unwrap);
    assert_eq!(month("2026-02"), [Cell::Shown(1), Cell::Shown(3)]);
    assert_eq!(month("2026-03"), [Cell::Shown(1), Cell::Shown(0)]);
    assert_eq!(shown.acted_per_mille(), Some(400));
}

#[test]
fn a_deadline_that_has_not_passed_is_not_counted_even_if_the_act_came_early() {
    let totals = town().totals();
    let early = Record {
        as_of: day("2026-03-05"),
        ..record(&totals)
    };
    assert_eq!(sums(&early.publish(Period::All).acted), [1, 3]);
}

#[test]
fn half_are_answered_by_day_ten_and_released_by_day_twenty_eight() {
    let totals = town().totals();
    let shown = record(&totals).publish(Period::Year(2026));
    // 1 leaves on day 1; of 5, 2 are answered by day 3; of 3, 1 by day 10; of 2, 1 by day 18.
    let waiting: Vec<(u32, u8)> = shown
        .first_action
        .steps
        .iter()
        .map(|step| (step.days, step.waiting))
        .collect();
    assert_eq!(waiting, [(1, 100), (3, 60), (10, 40), (18, 20), (51, 20)]);
    assert_eq!(
        (shown.first_action.median, shown.first_action.ninetieth),
        (Quantile::Days(10), Quantile::NotReached)
    );
    // Taken up is counted apart: of 6, 1 leaves on day 1; of 5, 2 are taken up by day 2; 1 leaves on day 3; of 2, 1 by day 8.
    let taken_up: Vec<(u32, u8)> = shown
        .taken_up
        .steps
        .iter()
        .map(|step| (step.days, step.waiting))
        .collect();
    assert_eq!(taken_up, [(1, 100), (2, 60), (3, 60), (8, 30), (51, 30)]);
    // 2 leave on days 1 and 3; of 4, 1 is released by day 10; of 3, 1 by day 28; 2 of 6 in all.
    let step = |days, waiting, arrived, censored| Step {
        days,
        waiting,
        arrived,
        censored,
    };
    let expected = [
        step(1, 100, 0, true),
        step(3, 100, 0, true),
        step(10, 75, 17, false),
        step(28, 50, 33, false),
        step(51, 50, 33, true),
        step(58, 50, 33, true),
    ];
    assert_eq!(shown.release.steps, expected);
    assert_eq!(
        (shown.release.median, shown.release.ninetieth),
        (Quantile::Days(28), Quantile::NotReached)
    );
    assert_eq!(shown.release.counted, Cell::Shown(6));
}

#[test]
fn a_promised_day_that_passed_is_a_broken_promise() {
    let totals = town().totals();
    let shown = record(&totals).publish(Period::Year(2026));
    assert_eq!(shown.promises.cell("broken", "promises"), Some(Cell::Shown(1)));
    assert_eq!(sums(&shown.promises), [1]);
}

#[test]
fn five_of_six_holds_stand_for_two_years_more_or_without_end() {
    let totals = town().totals();
    let holds = |as_of| {
        let record = Record {
            as_of: day(as_of),
            ..record(&totals)
        };
        let holds = record.publish(Period::Year(2026)).holds;
        ["standing", "ended"].map(|column| holds.cell("request", column).and_then(Cell::shown))
    };
    assert_eq!(holds("2026-04-01"), [Some(6), Some(0)]);
    // Ana, Cleo, Eva and Finn were answered; Ben and Dora still wait.
    assert_eq!(holds("2030-04-01"), [Some(2), Some(4)]);
}

#[test]
fn a_petition_and_its_order_are_counted_by_their_own_days() {
    let mut world = town();
    let petition = Petition {
        by: Petitioner::Prosecutor,
        court: "Circuit Court of Jackson County".to_owned(),
        case_number: "2616-CV00001".to_owned(),
        filed_on: day("2025-12-30"),
        served_on: None,
    };
    let order = RequestOrder {
        court: petition.court.clone(),
        case_number: petition.case_number.clone(),
        dated: day("2026-03-31"),
        ruling: Ruling::Refuse,
        register: None,
    };
    let ben = &mut world.0[1];
    assert!(ben.act(day("2026-03-01"), &Act::RecordPetition { petition }));
    assert!(ben.act(day("2026-04-01"), &Act::EnterOrder { order }));
    assert!(ben.act(day("2026-04-01"), &Act::VerifyOrder { same_person: false }));
    let totals = world.totals();
    let [past, now] = [2025, 2026].map(|year| record(&totals).publish(Period::Year(year)));
    assert_eq!(past.petitions.cell("prosecutor", "petitions"), Some(Cell::Shown(1)));
    assert_eq!(sums(&now.petitions), [0]);
    assert_eq!(now.orders.cell("refuse", "orders"), Some(Cell::Shown(1)));
    assert_eq!(now.standing(Outcome::CourtRefused), Cell::Shown(1));
    assert_eq!(now.standing(Outcome::Waiting), Cell::Shown(0));
}

#[test]
fn notices_and_orders_are_told_for_years_that_are_over_and_deletions_at_once() {
    let mut totals = town().totals();
    let notice = |year, what| Count::Notice { year, what };
    let order = |year, kind| Count::RecordingOrder { year, kind };
    totals.add(notice(2025, NoticeCount::Sent), 12);
    totals.add(notice(2025, NoticeCount::Objection), 3);
    totals.add(order(2025, OrderKind::Disclose), 7);
    let settled = totals.clone();
    // Since this year began: nothing of it moves what is shown.
    totals.add(notice(2025, NoticeCount::Objection), 4);
    totals.add(notice(2026, NoticeCount::Objection), 9);
    totals.add(order(2026, OrderKind::Enjoin), 9);
    let month = Month { year: 2026, month: 3 };
    let what = Deleted::ByRule;
    totals.add(Count::Deletion { month, what }, 40);
    let profile = &law::profile::Profile::built_in("kansas-city-mo").expect("a profile");
    let settled = &settled;
    let record = Record {
        profile,
        settled,
        ..record(&totals)
    };
    let shown = record.publish(Period::Year(2026));
    assert_eq!(shown.notices.rows.len(), 1);
    assert_eq!(shown.notices.cell("2025", "sent"), Some(Cell::Shown(12)));
    assert_eq!(shown.notices.cell("2025", "objection"), Some(Cell::Hidden));
    assert_eq!(shown.notices.cell("2025", "enjoined"), Some(Cell::Shown(0)));
    assert_eq!(shown.recording_orders.cell("2025", "disclose"), Some(Cell::Shown(7)));
    assert_eq!(shown.recording_orders.column_totals[2], Cell::Shown(0));
    assert_eq!(shown.deletions.cell("2026-03", "by_rule"), Some(Cell::Shown(40)));
    assert_eq!(shown.release.median, Quantile::TooFew);
    assert_eq!(shown.release.table().cell("median", "number"), Some(Cell::TooFew));
}

#[test]
fn footage_deleted_before_anybody_asked_is_not_lost_and_footage_deleted_on_the_day_is() {
    let mut world = town();
    let gone = |on| Act::FindNoRecord {
        why: NoRecordReason::Deleted { on: day(on) },
    };
    // Dora asked on 9 February, Ben a week before.
    assert!(world.0[3].act(day("2026-02-20"), &gone("2026-02-09")));
    assert!(world.0[1].act(day("2026-02-20"), &gone("2026-02-01")));
    let totals = world.totals();
    let shown = record(&totals).publish(Period::Year(2026));
    assert_eq!(shown.lost(), 1);
    let of_february = shown.deleted_while_requested.cell("2026-02", "while_requested");
    assert_eq!(of_february, Some(Cell::Shown(1)));
    // The same footage is not lost twice when the request is taken up and answered once more.
    assert!(world.0[3].act(day("2026-03-20"), &Act::Reopen));
    assert!(world.0[3].act(day("2026-03-21"), &gone("2026-02-10")));
    let totals = world.totals();
    assert_eq!(record(&totals).publish(Period::Year(2026)).lost(), 1);
}

#[test]
fn each_outcome_is_shown_with_the_law_it_rests_on() {
    let totals = town().totals();
    let shown = record(&totals).publish(Period::Year(2026));
    assert_eq!(shown.outcomes.cell("waiting", "requests"), Some(Cell::Shown(1)));
    assert_eq!(shown.outcomes.column_totals, [Cell::Shown(6)]);
    let waiting = shown
        .outcomes
        .rows
        .iter()
        .find(|row| row.key == "waiting")
        .expect("a row");
    assert!(waiting.name.es.ends_with("(RSMo 610.100.2(2))"), "{}", waiting.name.es);
}
