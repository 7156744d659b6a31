//! A curve of those still waiting, in steps, with a tick where requests leave it.

use super::{Anchor, Chart, LINE, Shape, ShapeClass, WIDTH, scaled, text, width_of};
use crate::Step;

/// The words on the chart, in a language.
#[derive(Clone, Copy, Debug)]
pub struct StepWords<'a> {
    /// What the height says, above the curve: `Share still waiting`.
    pub share: &'a str,
    /// What the length says, below it: `Days since receipt`.
    pub days: &'a str,
}

/// A point of the curve with its name: `Half by day 12`.
#[derive(Clone, Copy, Debug)]
pub struct Mark<'a> {
    /// Share still waiting there, in percent: 50 for the median.
    pub waiting: u8,
    /// The day.
    pub days: u32,
    /// Its name.
    pub name: &'a str,
}

/// Room left of the curve for percentages.
const LEFT: i32 = 40;
/// Room right of it.
const RIGHT: i32 = 12;
/// Height of the curve's box.
const TALL: i32 = 160;
/// Where the box begins.
const TOP: i32 = LINE + 10;
/// Half the height of a tick.
const TICK: i32 = 4;

/// The scale of a chart.
struct Scale {
    last: u64,
}

impl Scale {
    fn x(&self, days: u32) -> i32 {
        LEFT + scaled(u64::from(days), self.last, WIDTH - LEFT - RIGHT)
    }

    fn y(waiting: u8) -> i32 {
        TOP + TALL - scaled(u64::from(waiting), 100, TALL)
    }
}

/// The curve from the day of receipt, where everybody waits, with ticks and named points.
pub fn steps(curve: &[Step], marks: &[Mark<'_>], words: StepWords<'_>) -> Chart {
    let last = curve.last().map_or(0, |step| step.days);
    let apart = spacing(last);
    let scale = Scale {
        last: u64::from(last.div_ceil(apart).max(1) * apart),
    };
    let mut shapes = frame(&scale, apart, words);
    let mut points = vec![(scale.x(0), Scale::y(100))];
    let mut ticks = Vec::new();
    let mut waiting = 100;
    for step in curve {
        let x = scale.x(step.days);
        if step.waiting != waiting {
            points.push((x, Scale::y(waiting)));
            points.push((x, Scale::y(step.waiting)));
            waiting = step.waiting;
        }
        if step.censored {
            ticks.push((x, Scale::y(waiting)));
        }
    }
    points.push((scale.x(last), Scale::y(waiting)));
    shapes.push(Shape::Path {
        points,
        ink: ShapeClass::Curve,
    });
    // Ticks of neighboring days would run into one another; one for each unit of width is enough.
    ticks.dedup();
    shapes.extend(ticks.into_iter().map(|(x, y)| Shape::Line {
        from: (x, y - TICK),
        to: (x, y + TICK),
        ink: ShapeClass::Open,
    }));
    shapes.extend(marks.iter().flat_map(|mark| mark_label(&scale, mark)));
    let (width, height) = (WIDTH, TOP + TALL + 2 * LINE + 10);
    Chart { width, height, shapes }
}

/// Grid, percentages, days, and what both say.
fn frame(scale: &Scale, apart: u32, words: StepWords<'_>) -> Vec<Shape> {
    let mut shapes = vec![text(0, LINE - 4, Anchor::Start, words.share, ShapeClass::Label)];
    for percent in [0, 50, 100] {
        let y = Scale::y(percent);
        let ink = if percent == 0 {
            ShapeClass::Axis
        } else {
            ShapeClass::Grid
        };
        let (from, to) = ((LEFT, y), (WIDTH - RIGHT, y));
        shapes.push(Shape::Line { from, to, ink });
        shapes.push(text(
            LEFT - 6,
            y + 4,
            Anchor::End,
            &format!("{percent}%"),
            ShapeClass::Value,
        ));
    }
    let mut day = 0;
    while u64::from(day) <= scale.last {
        let anchor = if u64::from(day) == scale.last {
            Anchor::End
        } else {
            Anchor::Middle
        };
        let x = scale.x(day) + if anchor == Anchor::End { RIGHT } else { 0 };
        shapes.push(text(x, TOP + TALL + LINE, anchor, &day.to_string(), ShapeClass::Value));
        day += apart;
    }
    let y = TOP + TALL + 2 * LINE + 4;
    shapes.push(text(LEFT, y, Anchor::Start, words.days, ShapeClass::Label));
    shapes
}

/// A line down from the curve to its day and the name beside it, on the side where there is room.
fn mark_label(scale: &Scale, mark: &Mark<'_>) -> [Shape; 2] {
    let (x, y) = (scale.x(mark.days), Scale::y(mark.waiting));
    let fits = x + 6 + width_of(mark.name) <= WIDTH;
    let (at, anchor) = if fits {
        (x + 6, Anchor::Start)
    } else {
        (x - 6, Anchor::End)
    };
    let lead = Shape::Line {
        from: (x, y),
        to: (x, TOP + TALL),
        ink: ShapeClass::Lead,
    };
    [lead, text(at, y - 6, anchor, mark.name, ShapeClass::Label)]
}

/// Days from one number on the axis to the next, so that there are four to eight of them.
fn spacing(last: u32) -> u32 {
    let fits = |apart: &u32| last.div_ceil(*apart) <= 6;
    [1, 2, 5, 10, 20, 30, 60, 90, 180, 365, 730]
        .into_iter()
        .find(fits)
        .unwrap_or(last / 5 + 1)
}
