//! A second count of the same worlds: request by request, from the law's own state.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Unit;
use law::{
    Date,
    bar::Section,
    clock::{Clock, ClockId, Ending},
    event::Event,
    hold::HoldKind,
    profile::Profile,
    recording::NoRecordReason,
    request::{Stage, Workflow},
    request_order::{Petitioner, Ruling},
};
use proptest::{prelude::*, strategy::ValueTree as _, test_runner::TestRunner};
use statistics::{Cell, Outcome, Period, Public, Publication, Quantile, Record, Span};

use crate::{
    random::{any_world, today},
    support::{RequestStory, World, open_profile},
};

fn days(from: Date, to: Date) -> u32 {
    let between = from.until((Unit::Day, to)).expect("days").get_days();
    u32::try_from(between).expect("not before")
}

fn month(day: Date) -> String {
    day.to_string()[..7].to_owned()
}

fn outcome(stage: Stage) -> Outcome {
    match stage {
        Stage::WaitInactive => Outcome::Waiting,
        Stage::CourtPending => Outcome::Court,
        Stage::Released => Outcome::Released,
        Stage::Partial => Outcome::Partial,
        Stage::Denied => Outcome::Denied,
        Stage::NoRecord => Outcome::NoRecord,
        Stage::OrderDenied => Outcome::CourtRefused,
        Stage::Withdrawn => Outcome::Withdrawn,
        _ => Outcome::Open,
    }
}

fn stands(told: &RequestStory) -> Outcome {
    match told.state.workflow {
        Workflow::Withdrawn { lapsed: true, .. } => Outcome::Lapsed,
        Workflow::Released { .. } if !told.state.withheld.is_empty() => Outcome::DeniedInPart,
        _ => outcome(told.state.stage()),
    }
}

/// How many requests are so.
fn count(world: &World, period: Period, so: impl Fn(&RequestStory) -> bool) -> u64 {
    let of_period = |told: &&RequestStory| period.has(told.state.received_on.year());
    world.0.iter().filter(of_period).filter(|told| so(told)).count() as u64
}

/// Every cell and sum of a table is what the count says.
fn assert_table(table: &Public, number: impl Fn(&str, &str) -> u64) {
    for (index, row) in table.rows.iter().enumerate() {
        let mut sum = 0;
        for (at, column) in table.columns.iter().enumerate() {
            let expected = number(&row.key, &column.key);
            assert_eq!(
                table.cells[index][at],
                Cell::Shown(expected),
                "{}: {}, {}",
                table.key,
                row.key,
                column.key
            );
            sum += expected;
        }
        if let Some(total) = table.row_totals.get(index) {
            assert_eq!(*total, Cell::Shown(sum));
        }
    }
}

fn cited(provision: &Section) -> String {
    format!(
        "RSMo {}",
        provision
            .0
            .trim_start_matches(["RSMo ", "§ "][usize::from(provision.0.starts_with('§'))])
    )
}

fn reason(told: &RequestStory) -> Option<String> {
    match &told.state.workflow {
        Workflow::Denied { provision } => Some(cited(provision)),
        Workflow::Released { .. } if !told.state.withheld.is_empty() => {
            let all: BTreeSet<String> = told.state.withheld.iter().map(|part| cited(&part.provision)).collect();
            Some(all.into_iter().collect::<Vec<_>>().join("; "))
        }
        Workflow::NoRecord { why } => Some(
            match why {
                NoRecordReason::NotMade => "not_made",
                NoRecordReason::Deleted { .. } => "deleted",
                NoRecordReason::DeletedInBreach { .. } => "deleted_in_breach",
                NoRecordReason::OtherAgency => "other_agency",
                NoRecordReason::NotFound => "not_found",
            }
            .to_owned(),
        ),
        _ => None,
    }
}

/// How long a request that waits for an investigation has done so.
fn age(told: &RequestStory) -> Option<u32> {
    let closed = |(_, event): &&(Date, Event)| matches!(event, Event::ClosedActive { .. });
    let since = told.docket.iter().rfind(closed)?.0;
    (told.state.stage() == Stage::WaitInactive).then(|| days(since, today()))
}

/// The day on which what somebody asks for was deleted, if not before they asked.
fn deleted_on(told: &RequestStory) -> Option<Date> {
    let said = told.docket.iter().rev().find_map(|(_, event)| match event {
        Event::NoRecord {
            why: NoRecordReason::Deleted { on } | NoRecordReason::DeletedInBreach { on },
        } => Some(*on),
        _ => None,
    });
    said.filter(|on| *on >= told.state.received_on)
}

fn assert_requests(world: &World, shown: &Publication, period: Period) {
    let at = |column: &str, told: &RequestStory| stands(told).key() == column;
    let table = |key: &str| shown.table(key).expect("a table");
    assert_table(table("by_month"), |row, column| {
        count(world, period, |told| {
            month(told.state.received_on) == row && at(column, told)
        })
    });
    assert_table(table("by_track"), |row, column| {
        count(world, period, |told| told.state.track.key() == row && at(column, told))
    });
    assert_table(table("by_division"), |row, column| {
        count(world, period, |told| {
            told.division.as_deref().unwrap_or("not_named") == row && at(column, told)
        })
    });
    for key in [
        "denied_by_provision",
        "denied_in_part_by_provision",
        "no_record_by_reason",
    ] {
        assert_table(table(key), |row, column| {
            count(world, period, |told| {
                reason(told).as_deref() == Some(row) && at(column, told)
            })
        });
    }
    let groups = [
        ("to_30", 0, 30),
        ("to_90", 31, 90),
        ("to_180", 91, 180),
        ("to_365", 181, 365),
    ];
    let groups = [&groups[..], &[("to_730", 366, 730), ("over_730", 731, u32::MAX)]].concat();
    assert_table(table("waiting_by_age"), |row, _| {
        let (_, from, to) = groups.iter().find(|(key, ..)| *key == row).expect("a group");
        count(world, period, |told| {
            age(told).is_some_and(|age| (*from..=*to).contains(&age))
        })
    });
    let of_period = world.0.iter().filter(|told| period.has(told.state.received_on.year()));
    for outcome in Outcome::ALL {
        let number = count(world, period, |told| stands(told) == outcome);
        assert_eq!(
            shown.outcomes.cell(outcome.key(), "requests"),
            Some(Cell::Shown(number))
        );
    }
    let mut ages: Vec<u32> = of_period.filter_map(age).collect();
    ages.sort_unstable();
    let middle = ages.len().div_ceil(2).checked_sub(1).map(|index| ages[index]);
    assert_eq!(shown.waiting_median, middle);
}

/// How a duty went: `None` while it is ahead or was no longer needed in time.
fn kept(clock: &Clock) -> Option<bool> {
    match clock.ended {
        None => (clock.due < today()).then_some(false),
        Some(end) if end.on > clock.due => Some(false),
        Some(end) => (end.how == Ending::Met).then_some(true),
    }
}

fn assert_duties(world: &World, shown: &Publication, period: Period) {
    let clocks = |of: ClockId| {
        let all = world.0.iter().flat_map(|told| &told.state.clocks);
        all.filter(move |clock| clock.id == of && period.has(clock.due.year()))
    };
    assert_table(&shown.acted, |row, column| {
        let due = clocks(ClockId::C1).filter(|clock| month(clock.due) == row && clock.due < today());
        due.filter(|clock| kept(clock) == Some(column == "in_time")).count() as u64
    });
    assert_table(&shown.promises, |row, _| {
        let row_of = |clock: &&Clock| match (kept(clock), clock.runs()) {
            (Some(true), _) => "kept",
            (Some(false), _) => "broken",
            (None, false) => "moot",
            (None, true) => "ahead",
        };
        clocks(ClockId::C8).filter(|clock| row_of(clock) == row).count() as u64
    });
    let petitions = || world.0.iter().flat_map(|told| &told.petitions);
    assert_table(&shown.petitions, |row, _| {
        let by = Petitioner::parse(row);
        let so =
            |petition: &&law::request_order::Petition| Some(petition.by) == by && period.has(petition.filed_on.year());
        petitions().filter(so).count() as u64
    });
    let orders = || world.0.iter().flat_map(|told| &told.orders);
    assert_table(&shown.orders, |row, _| {
        let says = Ruling::parse(row);
        orders()
            .filter(|(dated, ruling)| Some(*ruling) == says && period.has(dated.year()))
            .count() as u64
    });
    assert_table(&shown.deleted_while_requested, |row, _| {
        let gone = world.0.iter().filter_map(deleted_on).filter(|on| period.has(on.year()));
        gone.filter(|on| month(*on) == row).count() as u64
    });
    assert_eq!(shown.deletions.column_totals, [Cell::Shown(0)], "no request deletes");
    assert_table(&shown.holds, |row, column| {
        let kind = HoldKind::parse(row);
        count(world, period, |told| {
            let mut holds = told.state.holds.iter().filter(|hold| Some(hold.kind) == kind);
            holds.any(|hold| hold.stands(today()) == (column == "standing"))
        })
    });
}

/// A wait in days and how it ended: there (`Some(true)`), otherwise (`Some(false)`), not yet.
type Wait = (u32, Option<bool>);

fn to_first_action(told: &RequestStory) -> Wait {
    let clock = told
        .state
        .clocks
        .iter()
        .find(|clock| clock.id == ClockId::C1)
        .expect("C1");
    let end = clock.ended.map_or(today(), |end| end.on);
    (
        days(told.state.received_on, end),
        clock.ended.map(|end| end.how == Ending::Met),
    )
}

fn to_taken_up(told: &RequestStory) -> Wait {
    let ends = |event: &Event| match event {
        Event::Acknowledged => Some(true),
        Event::ClarificationAsked { .. }
        | Event::DelayExplained { .. }
        | Event::FeeAsked { .. }
        | Event::ClosedActive { .. }
        | Event::CourtAsked {
            by: Petitioner::Agency, ..
        }
        | Event::NoRecord { .. }
        | Event::Denied { .. }
        | Event::DeniedInPart { .. }
        | Event::Released { .. }
        | Event::Withdrawn
        | Event::Lapsed
        | Event::OrderVerified { .. } => Some(false),
        _ => None,
    };
    let undone = |event: &Event| {
        matches!(
            event,
            Event::TakenBack {
                stage: Stage::Received,
                ..
            }
        )
    };
    let from = told.docket.iter().rposition(|(_, event)| undone(event)).unwrap_or(0);
    let end = told
        .docket
        .iter()
        .skip(from)
        .find_map(|(on, event)| Some((*on, ends(event)?)));
    let on = end.map_or(today(), |(on, _)| on);
    (days(told.state.received_on, on), end.map(|(_, how)| how))
}

fn to_release(told: &RequestStory) -> Wait {
    let released = told
        .docket
        .iter()
        .find(|(_, event)| matches!(event, Event::Released { .. }));
    let ends = told.stages.iter().rev().take_while(|(_, stage)| stage.ended()).last();
    let (end, how) = match (released, ends) {
        (Some((on, _)), _) => (*on, Some(true)),
        (None, Some((on, _))) => (*on, Some(false)),
        (None, None) => (today(), None),
    };
    (days(told.state.received_on, end), how)
}

/// The estimate in fractions: the first day on which at most `share` (in tenths) still wait.
fn first_day_below(waits: &[Wait], tenths: u128) -> Option<u32> {
    let (mut over, mut under) = (1_u128, 1_u128);
    let mut arrivals: Vec<u32> = waits
        .iter()
        .filter(|wait| wait.1 == Some(true))
        .map(|wait| wait.0)
        .collect();
    arrivals.sort_unstable();
    arrivals.dedup();
    for day in arrivals {
        let there = waits.iter().filter(|wait| wait.0 >= day).count() as u128;
        let gone = waits.iter().filter(|wait| **wait == (day, Some(true))).count() as u128;
        over *= there - gone;
        under *= there;
        if over * 10 <= tenths * under {
            return Some(day);
        }
    }
    None
}

fn assert_waits(world: &World, record: &Record<'_>, period: Period) {
    for (span, wait) in [
        (Span::FirstAction, to_first_action as fn(&RequestStory) -> Wait),
        (Span::TakenUp, to_taken_up),
        (Span::Release, to_release),
    ] {
        let of_period = world.0.iter().filter(|told| period.has(told.state.received_on.year()));
        let waits: Vec<Wait> = of_period.map(wait).collect();
        let shown = record.durations(span, period);
        let said = |day: Option<u32>| day.map_or(Quantile::NotReached, Quantile::Days);
        assert_eq!(shown.median, said(first_day_below(&waits, 5)), "{span:?} {waits:?}");
        assert_eq!(shown.ninetieth, said(first_day_below(&waits, 1)), "{span:?} {waits:?}");
        assert_eq!(shown.counted, Cell::Shown(waits.len() as u64));
        // Where nobody is censored before the last arrival, the share released is a plain share.
        let arrived = waits.iter().filter(|wait| wait.1 == Some(true));
        let last = arrived.clone().map(|wait| wait.0).max().unwrap_or(0);
        if waits.iter().all(|wait| wait.1.is_some() || wait.0 >= last) && !waits.is_empty() {
            let exact = (arrived.count() * 200 + waits.len()) / (2 * waits.len());
            assert_eq!(
                shown.steps.last().map(|step| usize::from(step.arrived)),
                Some(exact),
                "{waits:?}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_is_what_a_second_count_says(world in any_world(0..14), year in prop::option::of(2025_i16..=2026)) {
        let totals = world.totals();
        let (as_of, profile) = (today(), open_profile());
        let record = Record { totals: &totals, settled: &totals, as_of, profile };
        let period = year.map_or(Period::All, Period::Year);
        let shown = record.publish(period);
        assert_requests(&world, &shown, period);
        assert_duties(&world, &shown, period);
        assert_waits(&world, &record, period);
    }
}

#[test]
fn random_worlds_reach_every_outcome() {
    let mut runner = TestRunner::deterministic();
    let world = any_world(1200..1201).new_tree(&mut runner).expect("a world").current();
    for outcome in Outcome::ALL {
        assert!(world.0.iter().any(|told| stands(told) == outcome), "{outcome:?}");
    }
    let broken = |clock: &Clock| clock.id == ClockId::C8 && kept(clock) == Some(false);
    assert!(world.0.iter().any(|told| told.state.clocks.iter().any(broken)));
    assert!(
        world
            .0
            .iter()
            .any(|told| to_release(told).1 == Some(true) && !told.state.workflow.ended())
    );
    assert!(world.0.iter().any(|told| told.state.holds.len() > 1));
    assert!(world.0.iter().any(|told| deleted_on(told).is_some()));
}

/// How many requests stand in each outcome matters for what is hidden, so worlds are repeated.
fn crowd(world: &World, times: usize) -> statistics::Totals {
    let totals = world.totals();
    let times = i64::try_from(times).expect("few");
    totals.rows().map(|(count, sum)| (count.clone(), sum * times)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_small_count_of_a_world_can_be_worked_out(world in any_world(1..40), times in 1_usize..5) {
        let totals = crowd(&world, times);
        let profile = Profile::built_in("kansas-city-mo").expect("a profile");
        let record = Record { totals: &totals, settled: &totals, as_of: today(), profile: &profile };
        let five = u64::from(profile.suppress_below);
        for sheet in [record.requests(Period::All), record.acted(Period::All), record.holds(Period::All)] {
            for finding in sheet.audit(profile.suppress_below) {
                let otherwise = finding.otherwise.expect("another world");
                prop_assert!(finding.value >= five || otherwise >= finding.value + five);
            }
        }
        let shown = record.publish(Period::All);
        let tables = [&shown.acted, &shown.promises, &shown.petitions, &shown.orders, &shown.holds, &shown.outcomes];
        let mut cells: BTreeMap<&str, Vec<Cell>> = BTreeMap::new();
        for table in shown.requests.iter().chain(tables) {
            let sums = table.row_totals.iter().chain(&table.column_totals).chain(&table.total);
            cells.entry(table.key).or_default().extend(table.cells.iter().flatten().chain(sums));
        }
        let small = |cell: &Cell| cell.shown().is_some_and(|number| (1..five).contains(&number));
        for (key, cells) in cells {
            prop_assert!(!cells.iter().any(small), "{}", key);
        }
    }
}
