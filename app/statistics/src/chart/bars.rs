//! Bars lying down: the name above, the number at the end, all from zero, where a short line stands.

use super::{Anchor, Chart, LINE, Shape, ShapeClass, WIDTH, scaled, text, width_of, wrap};
use crate::Cell;

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its name.
    pub name: String,
    /// Its number.
    pub cell: Cell,
    /// The number in words of the language: `1,204`, or the word for hidden.
    pub value: String,
}

/// Thickness of a bar.
const THICK: i32 = 14;
/// Room between a bar and the next name.
const GAP: i32 = 12;
/// Room left of the axis, so that its line is not cut off.
const LEFT: i32 = 1;

/// A bar for each, longest possible where the number is largest. A `goal` with its label is a line
/// across all of them, and on their scale.
pub fn bars(bars: &[Bar], goal: Option<(u64, &str)>) -> Chart {
    let largest = bars
        .iter()
        .filter_map(|bar| bar.cell.shown())
        .chain(goal.map(|(goal, _)| goal))
        .max();
    let widest = bars.iter().map(|bar| width_of(&bar.value)).max().unwrap_or(0);
    let room = (WIDTH - LEFT - widest - 8).max(WIDTH / 4);
    let long = |number: u64| scaled(number, largest.unwrap_or(0), room);
    let mut shapes = Vec::new();
    let mut y = 0;
    if let Some((goal, label)) = goal {
        y = draw_goal(&mut shapes, LEFT + long(goal), label);
    }
    let top = y;
    // Names keep clear of the goal's line where they can.
    let names = goal
        .map(|(goal, _)| long(goal) - 8)
        .filter(|room| *room > WIDTH / 2)
        .unwrap_or(WIDTH);
    for bar in bars {
        for line in wrap(&bar.name, names) {
            y += LINE;
            shapes.push(text(LEFT, y - 4, Anchor::Start, &line, ShapeClass::Label));
        }
        draw_bar(&mut shapes, y, bar, bar.cell.shown().map(long));
        y += THICK + GAP;
    }
    let height = (y - GAP + 2).max(top + 1);
    if let Some((goal, _)) = goal {
        let x = LEFT + long(goal);
        shapes.push(Shape::Line {
            from: (x, top),
            to: (x, height),
            ink: ShapeClass::Goal,
        });
    }
    let width = WIDTH;
    Chart { width, height, shapes }
}

/// A bar with its number and the line it stands on; a mark of one size where the number is hidden.
fn draw_bar(shapes: &mut Vec<Shape>, y: i32, bar: &Bar, length: Option<i32>) {
    let (x, height) = (LEFT, THICK);
    let (width, ink) = match (length, bar.cell) {
        // A number that is not nothing never looks like nothing.
        (Some(length), Cell::Shown(number)) => (length.max(i32::from(number > 0)), ShapeClass::Bar),
        _ => (THICK, ShapeClass::Hidden),
    };
    shapes.push(Shape::Rect {
        x,
        y,
        width,
        height,
        ink,
    });
    let (from, to) = ((x, y - 2), (x, y + height + 2));
    let ink = ShapeClass::Axis;
    shapes.push(Shape::Line { from, to, ink });
    let (after, base) = (x + width + 6, y + height - 3);
    shapes.push(text(after, base, Anchor::Start, &bar.value, ShapeClass::Value));
}

/// The goal's label above its line, on the side where there is room; where the bars may begin.
fn draw_goal(shapes: &mut Vec<Shape>, x: i32, label: &str) -> i32 {
    let (anchor, room) = if x > WIDTH / 2 {
        (Anchor::End, x)
    } else {
        (Anchor::Start, WIDTH - x)
    };
    let mut y = 0;
    for line in wrap(label, room) {
        y += LINE;
        shapes.push(text(x, y - 4, anchor, &line, ShapeClass::Goal));
    }
    y
}
