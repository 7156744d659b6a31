//! No hidden number can be worked out: on tables made by hand, on random ones, and against a search
//! through every possible table.

use law::both;
use proptest::prelude::*;

use super::protect;
use crate::table::{Cell, Label, Place, Table, TableSet};

fn label(key: usize) -> Label {
    let word = key.to_string();
    Label {
        key: word.clone(),
        name: both(word.clone(), word),
    }
}

fn table(key: &'static str, counts: &[Vec<u64>], of: Option<usize>) -> Table {
    Table {
        key,
        rows: (0..counts.len()).map(label).collect(),
        counts: counts.to_vec(),
        of,
    }
}

fn sheet(tables: Vec<Table>) -> TableSet {
    let columns = tables[0].counts[0].len();
    TableSet::new((0..columns).map(label).collect(), tables).expect("tables that add up")
}

fn single(counts: &[Vec<u64>]) -> TableSet {
    sheet(vec![table("one", counts, None)])
}

/// Every hidden number has another value in another world, the small ones at a distance.
fn assert_safe(sheet: &TableSet, threshold: u32) {
    for finding in sheet.audit(threshold) {
        let otherwise = finding
            .otherwise
            .unwrap_or_else(|| panic!("pinned: {finding:?} in {sheet:?}"));
        assert!(
            finding.high.is_none_or(|high| high > finding.low),
            "{finding:?} in {sheet:?}"
        );
        if finding.value < u64::from(threshold) {
            assert!(
                otherwise >= finding.value + u64::from(threshold),
                "{finding:?} in {sheet:?}"
            );
            let width = finding.high.map(|high| high - finding.low);
            assert!(
                width.is_none_or(|width| width >= u64::from(threshold)),
                "{finding:?} in {sheet:?}"
            );
        }
    }
}

#[test]
fn a_table_of_large_counts_hides_nothing() {
    let published = single(&[vec![50, 0], vec![7, 9]]).publish(5);
    assert!(!published[0].hides());
}

#[test]
fn one_small_count_takes_three_others_with_it() {
    let counts = [vec![3, 40, 50], vec![60, 12, 80], vec![70, 90, 100]];
    let sheet = single(&counts);
    let hidden = protect(&sheet, 5).hidden;
    let expected = [
        Place::Cell(0, 0, 0),
        Place::Cell(0, 0, 1),
        Place::Cell(0, 1, 0),
        Place::Cell(0, 1, 1),
    ];
    assert_eq!(hidden, expected.into());
    let published = &sheet.publish(5)[0];
    assert_eq!(published.total, Some(Cell::Shown(505)));
    assert_eq!(published.row_totals[0], Cell::Shown(93));
    assert_eq!(published.cells[2][0], Cell::Shown(70));
}

#[test]
fn nothing_is_always_shown() {
    let published = &single(&[vec![0, 40], vec![3, 40], vec![30, 30]]).publish(5)[0];
    assert_eq!(published.cells[0][0], Cell::Shown(0));
    assert_eq!(published.cells[1][0], Cell::Hidden);
}

#[test]
fn five_ones_in_a_column_of_five_hide_the_column_too() {
    let counts = [vec![1, 90], vec![1, 90], vec![1, 90], vec![1, 90], vec![1, 90]];
    let sheet = single(&counts);
    assert!(protect(&sheet, 5).hidden.contains(&Place::Column(0)));
    assert_safe(&sheet, 5);
}

#[test]
fn a_tiny_town_hides_even_its_total() {
    let sheet = single(&[vec![2]]);
    assert_eq!(sheet.publish(5)[0].column_totals[0], Cell::Hidden);
    assert_safe(&sheet, 5);
}

#[test]
fn a_sum_hidden_in_one_table_is_hidden_in_all() {
    let months = table("months", &[vec![20, 2, 30], vec![30, 1, 40]], None);
    let tracks = table("tracks", &[vec![44, 3, 60], vec![6, 0, 10]], None);
    let reasons = table("reasons", &[vec![38], vec![10], vec![2]], Some(0));
    let sheet = sheet(vec![months, tracks, reasons]);
    assert_safe(&sheet, 5);
    for published in &sheet.publish(5)[..2] {
        assert_eq!(published.column_totals[1], Cell::Hidden);
        assert_eq!(published.total, Some(Cell::Shown(123)));
    }
}

#[test]
fn tables_that_do_not_count_the_same_are_refused() {
    let one = table("one", &[vec![1, 2]], None);
    let other = table("other", &[vec![1, 3]], None);
    let refused = TableSet::new(vec![label(0), label(1)], vec![one, other]).expect_err("uneven");
    assert_eq!(refused.table, "other");
}

/// Counts as they come: many nothings, many small ones, some large.
fn any_count() -> impl Strategy<Value = u64> {
    prop_oneof![3 => Just(0_u64), 4 => 1_u64..8, 2 => 8_u64..60]
}

fn any_counts(rows: std::ops::Range<usize>, columns: usize) -> impl Strategy<Value = Vec<Vec<u64>>> {
    prop::collection::vec(prop::collection::vec(any_count(), columns), rows)
}

/// A population counted by two to four questions beside the columns, and one column taken apart.
fn any_linked() -> impl Strategy<Value = TableSet> {
    (1_usize..6, 1_usize..4).prop_flat_map(|(columns, others)| {
        let groups = prop::collection::vec((0..columns, any_count(), any::<[u8; 4]>()), 1..30);
        (groups, 0..columns).prop_map(move |(groups, apart)| {
            let by = |question: usize, width: usize, only: Option<usize>| {
                let rows = 4;
                let mut counts = vec![vec![0; width]; rows];
                for (column, count, answers) in &groups {
                    let row = usize::from(answers[question]) % rows;
                    match only {
                        None => counts[row][*column] += count,
                        Some(one) if one == *column => counts[row][0] += count,
                        Some(_) => {}
                    }
                }
                counts
            };
            let mut tables: Vec<Table> = (0..others)
                .map(|other| table("by", &by(other, columns, None), None))
                .collect();
            tables.push(table("apart", &by(3, 1, Some(apart)), Some(apart)));
            sheet(tables)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_hidden_count_of_a_random_table_can_be_worked_out(
        counts in (1_usize..7).prop_flat_map(|columns| any_counts(1..8, columns)),
        threshold in 2_u32..12,
    ) {
        assert_safe(&single(&counts), threshold);
    }

    #[test]
    fn no_hidden_count_of_linked_tables_can_be_worked_out(sheet in any_linked(), threshold in 2_u32..12) {
        assert_safe(&sheet, threshold);
    }

    #[test]
    fn every_small_count_is_hidden_and_no_nothing(sheet in any_linked(), threshold in 2_u32..12) {
        let small = |cell: &Cell| matches!(cell, Cell::Shown(count) if (1..u64::from(threshold)).contains(count));
        for published in sheet.publish(threshold) {
            let sums = published.row_totals.iter().chain(&published.column_totals).chain(&published.total);
            prop_assert!(!published.cells.iter().flatten().chain(sums).any(small));
        }
        for place in protect(&sheet, threshold).hidden {
            prop_assert!(sheet.at(place) > 0);
        }
    }

    #[test]
    fn the_bounds_are_those_of_a_search_through_every_table(
        counts in any_small(),
        threshold in 2_u32..5,
    ) {
        let sheet = single(&counts);
        let hidden = protect(&sheet, threshold).hidden;
        // Sums that are hidden leave no bound to search up to.
        prop_assume!(hidden.iter().all(|place| matches!(place, Place::Cell(..))));
        let found = search(&sheet, &hidden);
        for finding in sheet.audit(threshold) {
            let values: Vec<u64> = found.iter().map(|world| world.at(finding.place)).collect();
            prop_assert_eq!(Some(&finding.low), values.iter().min());
            prop_assert_eq!(finding.high.as_ref(), values.iter().max());
        }
    }
}

/// Small tables with some large counts, so that the sums are seldom hidden.
fn any_small() -> impl Strategy<Value = Vec<Vec<u64>>> {
    let count = prop_oneof![Just(0_u64), 1_u64..4, 5_u64..9];
    prop::collection::vec(prop::collection::vec(count, 3), 3)
}

/// Every table that would be published like this one, where only cells are hidden.
fn search(sheet: &TableSet, hidden: &std::collections::BTreeSet<Place>) -> Vec<TableSet> {
    let shown = sheet.show(hidden);
    let places: Vec<Place> = hidden.iter().copied().collect();
    let mut worlds = Vec::new();
    let mut counts = sheet.tables[0].counts.clone();
    fill(&places, &mut counts, sheet, &mut |counts| {
        let world = single(counts);
        if world.show(hidden) == shown {
            worlds.push(world);
        }
    });
    worlds
}

fn fill(places: &[Place], counts: &mut Vec<Vec<u64>>, sheet: &TableSet, found: &mut dyn FnMut(&[Vec<u64>])) {
    let Some((&Place::Cell(_, row, column), rest)) = places.split_first() else {
        return found(counts);
    };
    let fixed = |place: Place| sheet.at(place);
    let last_of_row = !rest
        .iter()
        .any(|place| matches!(place, Place::Cell(_, other, _) if *other == row));
    counts[row][column] = 0;
    let used: u64 = counts[row]
        .iter()
        .enumerate()
        .filter(|(at, _)| !open(rest, row, *at))
        .map(|(_, n)| n)
        .sum();
    let Some(room) = fixed(Place::Row(0, row)).checked_sub(used) else {
        return;
    };
    let values = if last_of_row { room.max(1)..=room } else { 1..=room };
    for value in values {
        counts[row][column] = value;
        fill(rest, counts, sheet, found);
    }
}

fn open(rest: &[Place], row: usize, column: usize) -> bool {
    rest.contains(&Place::Cell(0, row, column))
}
