//! Sets of spans: in order, apart from one another, so that equal sets look equal.

use serde::{Deserialize, Serialize};

use super::{BadSpan, MOST_MS, Span};

/// A set of moments of one recording, kept as spans in order with gaps between them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<Span>", into = "Vec<Span>")]
pub struct Spans(Vec<Span>);

impl Spans {
    /// The empty set.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// A whole recording of this length; the empty set for none.
    pub fn whole(length_ms: u64) -> Self {
        Span::new(0, length_ms.min(MOST_MS)).into_iter().collect()
    }

    /// Reads spans as people write them, with commas, semicolons or lines between; nothing is none.
    ///
    /// # Errors
    /// As [`Span::parse`], for the first that cannot be read.
    pub fn parse(text: &str) -> Result<Self, BadSpan> {
        text.split([',', ';', '\n'])
            .map(str::trim)
            .filter(|one| !one.is_empty())
            .map(Span::parse)
            .collect()
    }

    /// The spans, in order.
    pub fn iter(&self) -> impl Iterator<Item = Span> + '_ {
        self.0.iter().copied()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How long all of it is.
    pub fn length_ms(&self) -> u64 {
        self.iter().map(Span::length_ms).sum()
    }

    /// Whether a moment is in it.
    pub fn has(&self, at_ms: u64) -> bool {
        self.iter().any(|span| span.from_ms() <= at_ms && at_ms < span.to_ms())
    }

    /// Whether all of the other set is in it.
    pub fn contains(&self, other: &Self) -> bool {
        other.subtract(self).is_empty()
    }

    /// Whether the two have a moment in common.
    pub fn overlaps(&self, other: &Self) -> bool {
        !self.intersect(other).is_empty()
    }

    /// What is in one or the other.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        self.iter().chain(other.iter()).collect()
    }

    /// What is in this one and not in the other.
    #[must_use]
    pub fn subtract(&self, other: &Self) -> Self {
        self.iter().flat_map(|span| without(span, other)).collect()
    }

    /// What is in both.
    #[must_use]
    pub fn intersect(&self, other: &Self) -> Self {
        let common = |one: Span| {
            other
                .iter()
                .filter_map(move |two| Span::new(one.from_ms().max(two.from_ms()), one.to_ms().min(two.to_ms())).ok())
        };
        self.iter().flat_map(common).collect()
    }
}

/// What is left of a span once a set is taken out of it.
fn without(span: Span, taken: &Spans) -> Vec<Span> {
    let mut left = Vec::new();
    let mut at = span.from_ms();
    for gone in taken.iter().filter(|gone| gone.overlaps(span)) {
        left.extend(Span::new(at, gone.from_ms()));
        at = gone.to_ms();
    }
    left.extend(Span::new(at, span.to_ms()));
    left
}

impl FromIterator<Span> for Spans {
    /// Puts spans in order and joins those that overlap or touch.
    fn from_iter<I: IntoIterator<Item = Span>>(spans: I) -> Self {
        let mut sorted: Vec<Span> = spans.into_iter().collect();
        sorted.sort_unstable();
        let mut joined: Vec<Span> = Vec::new();
        for span in sorted {
            match joined.last_mut() {
                Some(last) if span.from_ms <= last.to_ms => last.to_ms = last.to_ms.max(span.to_ms),
                _ => joined.push(span),
            }
        }
        Self(joined)
    }
}

impl From<Vec<Span>> for Spans {
    fn from(spans: Vec<Span>) -> Self {
        spans.into_iter().collect()
    }
}

impl From<Span> for Spans {
    fn from(span: Span) -> Self {
        Self(vec![span])
    }
}

impl From<Spans> for Vec<Span> {
    fn from(spans: Spans) -> Self {
        spans.0
    }
}

impl std::fmt::Display for Spans {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (at, span) in self.iter().enumerate() {
            let between = if at == 0 { "" } else { ", " };
            write!(f, "{between}{span}")?;
        }
        Ok(())
    }
}
