//! Charts start at zero, stay inside their box, and draw what is hidden or open as such.

use proptest::prelude::*;

use super::{Anchor, Bar, Chart, LETTER, Mark, Shape, ShapeClass, StepWords, WIDTH, bars, steps, width_of};
use crate::{Cell, Step};

const WORDS: StepWords<'static> = StepWords {
    share: "Share still waiting",
    days: "Days since receipt",
};

fn bar(name: &str, cell: Cell) -> Bar {
    let value = cell
        .shown()
        .map_or_else(|| "hidden".to_owned(), |number| number.to_string());
    Bar {
        name: name.to_owned(),
        cell,
        value,
    }
}

fn widths(chart: &Chart, of: ShapeClass) -> Vec<i32> {
    let width = |shape: &Shape| match shape {
        Shape::Rect { width, ink, .. } if *ink == of => Some(*width),
        _ => None,
    };
    chart.shapes.iter().filter_map(width).collect()
}

/// Nothing is drawn outside of the view box, as far as widths of letters can be estimated.
fn assert_inside(chart: &Chart) {
    let inside = |(x, y): (i32, i32)| (0..=chart.width).contains(&x) && (0..=chart.height).contains(&y);
    for shape in &chart.shapes {
        let ok = match shape {
            Shape::Rect {
                x, y, width, height, ..
            } => inside((*x, *y)) && inside((x + width, y + height)),
            Shape::Line { from, to, .. } => inside(*from) && inside(*to),
            Shape::Path { points, .. } => points.iter().all(|point| inside(*point)),
            Shape::Text {
                x, y, anchor, words, ..
            } => {
                let wide = width_of(words);
                let start = match anchor {
                    Anchor::Start => *x,
                    Anchor::Middle => x - wide / 2,
                    Anchor::End => x - wide,
                };
                inside((*x, *y)) && start >= -LETTER && start + wide <= chart.width + LETTER
            }
        };
        assert!(ok, "{shape:?} lies outside of {} by {}", chart.width, chart.height);
    }
}

#[test]
fn bars_start_at_zero_and_keep_their_proportion() {
    let chart = bars(
        &[
            bar("A", Cell::Shown(100)),
            bar("B", Cell::Shown(50)),
            bar("C", Cell::Shown(0)),
        ],
        None,
    );
    let widths = widths(&chart, ShapeClass::Bar);
    assert_eq!(widths[1], widths[0] / 2);
    assert_eq!(widths[2], 0);
    assert_inside(&chart);
}

#[test]
fn one_among_a_million_can_be_seen() {
    let chart = bars(&[bar("A", Cell::Shown(1_000_000)), bar("B", Cell::Shown(1))], None);
    assert_eq!(widths(&chart, ShapeClass::Bar)[1], 1);
}

#[test]
fn a_hidden_number_has_a_mark_of_its_own() {
    let chart = bars(&[bar("A", Cell::Hidden), bar("B", Cell::Shown(9))], None);
    assert_eq!(widths(&chart, ShapeClass::Hidden).len(), 1);
    assert_eq!(widths(&chart, ShapeClass::Bar).len(), 1);
}

#[test]
fn a_goal_is_drawn_on_the_scale_of_the_bars() {
    let chart = bars(
        &[bar("In service", Cell::Shown(700))],
        Some((1_400, "Stated goal: 1,400")),
    );
    let goal = chart.shapes.iter().find_map(|shape| match shape {
        Shape::Line {
            from,
            ink: ShapeClass::Goal,
            ..
        } => Some(from.0),
        _ => None,
    });
    let bar = widths(&chart, ShapeClass::Bar)[0];
    assert_eq!(goal.map(|x| (x - 1) / 2), Some(bar));
    assert_inside(&chart);
}

#[test]
fn a_curve_begins_with_everybody_waiting() {
    let step = |days, waiting, censored| Step {
        days,
        waiting,
        arrived: 100 - waiting,
        censored,
    };
    let curve = [step(2, 75, false), step(9, 50, true), step(30, 50, true)];
    let half = Mark {
        waiting: 50,
        days: 9,
        name: "Half by day 9",
    };
    let chart = steps(&curve, &[half], WORDS);
    let path = chart.shapes.iter().find_map(|shape| match shape {
        Shape::Path { points, .. } => Some(points.clone()),
        _ => None,
    });
    let path = path.expect("a curve");
    assert_eq!((path[0], path.len()), ((40, 26), 6));
    let ticks = chart
        .shapes
        .iter()
        .filter(|shape| {
            matches!(
                shape,
                Shape::Line {
                    ink: ShapeClass::Open,
                    ..
                }
            )
        })
        .count();
    assert_eq!(ticks, 2);
    assert_inside(&chart);
}

#[test]
fn nothing_to_draw_is_no_mistake() {
    assert_inside(&bars(&[], None));
    assert_inside(&steps(&[], &[], WORDS));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_drawn_outside(
        numbers in prop::collection::vec(prop::option::of(0_u64..2_000_000), 0..14),
        days in prop::collection::btree_map(0_u32..4_000, (0_u8..=100, any::<bool>()), 0..60),
        goal in prop::option::of(0_u64..2_000_000),
    ) {
        let rows: Vec<Bar> = numbers
            .into_iter()
            .map(|number| bar("Waiting: investigation active, and more words than fit", number.map_or(Cell::Hidden, Cell::Shown)))
            .collect();
        let chart = bars(&rows, goal.map(|goal| (goal, "Stated goal")));
        assert_inside(&chart);
        prop_assert_eq!(chart.width, WIDTH);
        let mut waiting = 100;
        let curve: Vec<Step> = days
            .into_iter()
            .map(|(days, (share, censored))| {
                waiting = waiting.min(share);
                Step { days, waiting, arrived: 100 - waiting, censored }
            })
            .collect();
        let marks: Vec<Mark> = curve.iter().rev().take(1).map(|step| Mark { waiting: step.waiting, days: step.days, name: "Nine in ten" }).collect();
        assert_inside(&steps(&curve, &marks, WORDS));
    }
}
