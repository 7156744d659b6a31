//! Charts as plain shapes: a page writes them as SVG and gives each kind its color.
//!
//! Units are those of a view box 320 wide, meant to be shown at 320 CSS pixels or more, with letters
//! of 13 units. Labels stand at what they name; bars start at zero; what is hidden or still open is
//! drawn as such. A chart repeats a table beside it and needs no more than a title for a reader who
//! does not see it.

mod bars;
mod steps;
#[cfg(test)]
mod tests;

pub use bars::{Bar, bars};
pub use steps::{Mark, StepWords, steps};

/// Width of every chart.
pub const WIDTH: i32 = 320;
/// Height of a line of text.
pub const LINE: i32 = 16;
/// Estimated width of a letter, a little generous.
const LETTER: i32 = 7;

/// A chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Width of the view box.
    pub width: i32,
    /// Height of the view box.
    pub height: i32,
    /// What is drawn, from the back to the front.
    pub shapes: Vec<Shape>,
}

/// What a shape stands for; a page maps each to a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ShapeClass {
    /// The line from which bars or days start.
    Axis,
    /// A faint line to read along.
    Grid,
    /// A bar.
    Bar,
    /// The place of a bar whose number is hidden.
    Hidden,
    /// A goal.
    Goal,
    /// The curve.
    Curve,
    /// A tick on the curve: requests leave it here, open or ended otherwise.
    Open,
    /// A line that leads from a label to the curve.
    Lead,
    /// A name.
    Label,
    /// A number.
    Value,
}

impl ShapeClass {
    /// Its name in a class, for example `axis`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Axis => "axis",
            Self::Grid => "grid",
            Self::Bar => "bar",
            Self::Hidden => "hidden",
            Self::Goal => "goal",
            Self::Curve => "curve",
            Self::Open => "open",
            Self::Lead => "lead",
            Self::Label => "label",
            Self::Value => "value",
        }
    }
}

/// Which point of a text its position is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A shape.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "positions and sizes in units of the view box")]
pub enum Shape {
    /// A rectangle.
    Rect {
        x: i32,
        y: i32,
        width: i32,
        height: i32,
        ink: ShapeClass,
    },
    /// A straight line.
    Line {
        from: (i32, i32),
        to: (i32, i32),
        ink: ShapeClass,
    },
    /// A line through points.
    Path { points: Vec<(i32, i32)>, ink: ShapeClass },
    /// Words on a base line; escaped by the page.
    Text {
        x: i32,
        y: i32,
        anchor: Anchor,
        words: String,
        ink: ShapeClass,
    },
}

fn text(x: i32, y: i32, anchor: Anchor, words: &str, ink: ShapeClass) -> Shape {
    let words = words.to_owned();
    Shape::Text {
        x,
        y,
        anchor,
        words,
        ink,
    }
}

/// About how wide words are.
fn width_of(words: &str) -> i32 {
    i32::try_from(words.chars().count())
        .unwrap_or(i32::MAX / LETTER)
        .saturating_mul(LETTER)
}

/// Words in lines no wider than a width; a word that is too wide has a line of its own.
fn wrap(words: &str, width: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width_of(line) + LETTER + width_of(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// `part` of `whole` on a scale of so many units, rounded down; a part above the whole is the whole.
fn scaled(part: u64, whole: u64, units: i32) -> i32 {
    let long = u128::from(part.min(whole)) * u128::from(units.unsigned_abs());
    i32::try_from(long.checked_div(u128::from(whole)).unwrap_or(0)).unwrap_or(units)
}
