//! The running totals: written with the docket, one event at a time, or counted anew from all of it.

use std::collections::{
    BTreeMap, HashMap,
    hash_map::Entry::{Occupied, Vacant},
};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::{Count, Entry, Steps, Story};

/// All counts. Those that stand at nothing are not kept, so two ways to the same totals are equal.
///
/// In JSON: an object from a count's text to its number, in the order of the texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals(HashMap<Count, i64>);

impl Totals {
    /// Adds to one count; takes away, if negative.
    pub fn add(&mut self, count: Count, step: i64) {
        match self.0.entry(count) {
            Occupied(mut sum) => {
                *sum.get_mut() += step;
                if *sum.get() == 0 {
                    sum.remove();
                }
            }
            Vacant(place) if step != 0 => {
                place.insert(step);
            }
            Vacant(_) => {}
        }
    }

    /// Takes the steps of one event.
    pub fn take(&mut self, steps: Steps) {
        for (count, step) in steps {
            self.add(count, step);
        }
    }

    /// Takes an event of a request whose story so far is known (`None` before its first event).
    pub fn tell(&mut self, story: &mut Option<Story>, entry: &Entry<'_>) {
        self.take(Story::tell(story, entry));
    }

    /// What a count stands at; never below nothing.
    pub fn get(&self, count: &Count) -> u64 {
        self.0.get(count).map_or(0, |sum| floor(*sum))
    }

    /// Every count that stands above nothing, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&Count, u64)> {
        self.0
            .iter()
            .map(|(count, sum)| (count, floor(*sum)))
            .filter(|(_, sum)| *sum > 0)
    }

    /// Every count as it is kept, below nothing too, in no order: to write totals down whole.
    pub fn rows(&self) -> impl Iterator<Item = (&Count, i64)> {
        self.0.iter().map(|(count, sum)| (count, *sum))
    }

    /// How many counts are kept: this grows with days and months, not with requests.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing has been counted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The whole docket counted anew; entries of one request must follow each other.
    pub fn fold<'a>(docket: impl IntoIterator<Item = Entry<'a>>) -> Self {
        let mut fold = Fold::default();
        for entry in docket {
            fold.tell(&entry);
        }
        fold.done()
    }
}

impl FromIterator<(Count, i64)> for Totals {
    fn from_iter<I: IntoIterator<Item = (Count, i64)>>(rows: I) -> Self {
        let mut totals = Self::default();
        for (count, sum) in rows {
            totals.add(count, sum);
        }
        totals
    }
}

impl Serialize for Totals {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rows: BTreeMap<String, i64> = self.0.iter().map(|(count, sum)| (count.to_string(), *sum)).collect();
        rows.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Totals {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let rows = BTreeMap::<String, i64>::deserialize(deserializer)?;
        rows.into_iter()
            .map(|(text, sum)| Ok((text.parse().map_err(D::Error::custom)?, sum)))
            .collect()
    }
}

/// The docket being counted anew, entry by entry, where it comes as a stream of rows.
///
/// A request's place in the tables is counted once, when its last entry has been seen.
#[derive(Debug, Default)]
pub struct Fold {
    totals: Totals,
    request: String,
    story: Option<Story>,
}

impl Fold {
    /// Takes the next entry; entries of one request must follow each other.
    pub fn tell(&mut self, entry: &Entry<'_>) {
        if self.request != entry.request {
            self.settle();
            entry.request.clone_into(&mut self.request);
        }
        let happened = match &mut self.story {
            Some(story) => story.advance(entry),
            none => none.insert(Story::begin(entry)).advance(entry),
        };
        self.totals.take(happened);
    }

    /// The totals of all entries taken.
    pub fn done(mut self) -> Totals {
        self.settle();
        self.totals
    }

    fn settle(&mut self) {
        if let Some(story) = self.story.take() {
            self.totals.take(story.stands());
        }
    }
}

fn floor(sum: i64) -> u64 {
    u64::try_from(sum).unwrap_or(0)
}
