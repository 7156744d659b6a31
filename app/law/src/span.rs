//! Spans of a recording, to the millisecond, and what can be worked out with sets of them.

use serde::{Deserialize, Serialize};

mod set;

pub use set::Spans;

/// Recordings longer than this do not occur: a hundred hours in milliseconds.
const MOST_MS: u64 = 100 * 3_600_000;

/// One span of a recording: from a moment up to, but not with, another. Never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "SpanText", into = "SpanText")]
pub struct Span {
    from_ms: u64,
    to_ms: u64,
}

#[derive(Serialize, Deserialize)]
struct SpanText {
    from_ms: u64,
    to_ms: u64,
}

/// No span can be made of this.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadSpan {
    /// It ends where it begins, or before.
    #[error("a span ends after it begins")]
    Empty,
    /// It reaches beyond a hundred hours.
    #[error("a span ends within a hundred hours")]
    TooLong,
    /// The text is not two times with a hyphen between them.
    #[error("a span is written like 0:12-1:05.5 or 1:02:00-1:02:30")]
    Unreadable,
}

impl Span {
    /// The span between two moments.
    ///
    /// # Errors
    /// When it would be empty, or reach beyond a hundred hours.
    pub const fn new(from_ms: u64, to_ms: u64) -> Result<Self, BadSpan> {
        if from_ms >= to_ms {
            return Err(BadSpan::Empty);
        }
        if to_ms > MOST_MS {
            return Err(BadSpan::TooLong);
        }
        Ok(Self { from_ms, to_ms })
    }

    /// Reads what people write: `0:12-1:05.5`, `1:02:00 - 1:02:30`, `90-95` (seconds). What
    /// [`std::fmt::Display`] writes reads back as the same span.
    ///
    /// # Errors
    /// When the text is not like that, or as [`Self::new`].
    pub fn parse(text: &str) -> Result<Self, BadSpan> {
        let (from, to) = text.split_once(['-', '–']).ok_or(BadSpan::Unreadable)?;
        let from = moment(from.trim()).ok_or(BadSpan::Unreadable)?;
        let to = moment(to.trim()).ok_or(BadSpan::Unreadable)?;
        Self::new(from, to)
    }

    /// First millisecond.
    pub const fn from_ms(self) -> u64 {
        self.from_ms
    }

    /// The first millisecond after it.
    pub const fn to_ms(self) -> u64 {
        self.to_ms
    }

    /// Its length.
    pub const fn length_ms(self) -> u64 {
        self.to_ms - self.from_ms
    }

    /// Whether the two have a millisecond in common.
    pub const fn overlaps(self, other: Self) -> bool {
        self.from_ms < other.to_ms && other.from_ms < self.to_ms
    }
}

/// A moment in milliseconds: seconds, minutes and hours from the right, at most three decimals.
fn moment(text: &str) -> Option<u64> {
    let (clock, fraction) = text.split_once('.').unwrap_or((text, ""));
    if text.ends_with('.') || fraction.len() > 3 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let parts: Vec<u64> = clock.split(':').map(digits).collect::<Option<_>>()?;
    let carried = parts.iter().skip(1).all(|part| *part < 60);
    if parts.len() > 3 || !carried {
        return None;
    }
    let seconds = parts.iter().fold(0, |sum, part| sum * 60 + part);
    let thousandths = format!("{fraction:0<3}").parse::<u64>().ok()?;
    Some(seconds * 1_000 + thousandths)
}

fn digits(text: &str) -> Option<u64> {
    let plain = (1..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

impl std::fmt::Display for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write_moment(f, self.from_ms)?;
        f.write_str("-")?;
        write_moment(f, self.to_ms)
    }
}

fn write_moment(f: &mut std::fmt::Formatter<'_>, ms: u64) -> std::fmt::Result {
    let (hours, minutes, seconds) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1_000 % 60);
    if hours > 0 {
        write!(f, "{hours}:{minutes:02}:{seconds:02}")?;
    } else {
        write!(f, "{minutes}:{seconds:02}")?;
    }
    match ms % 1_000 {
        0 => Ok(()),
        thousandths => write!(f, ".{thousandths:03}"),
    }
}

impl From<Span> for SpanText {
    fn from(span: Span) -> Self {
        Self {
            from_ms: span.from_ms,
            to_ms: span.to_ms,
        }
    }
}

impl TryFrom<SpanText> for Span {
    type Error = BadSpan;

    fn try_from(written: SpanText) -> Result<Self, BadSpan> {
        Self::new(written.from_ms, written.to_ms)
    }
}
