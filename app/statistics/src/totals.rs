//! The running totals: written with the docket, one event at a time, or counted anew from all of it.

use std::collections::{
    BTreeMap, HashMap,
    hash_map::Entry::{Occupied, Vacant},
};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::{Count, Entry, Increments, RequestTally};

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
    pub fn take(&mut self, steps: Increments) {
        for (count, step) in steps {
            self.add(count, step);
        }
    }

    /// Takes an event of a request whose tally so far is known (`None` before its first event).
    pub fn count(&mut self, tally: &mut Option<RequestTally>, entry: &Entry<'_>) {
        self.take(RequestTally::count(tally, entry));
    }

    /// Adds all counts of others.
    pub fn merge(&mut self, other: Self) {
        for (count, step) in other.0 {
            self.add(count, step);
        }
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

    /// Counts a whole request anew from its entries, in order; its tally, unless there are none. Its
    /// place in the tables is counted once, where the last entry has left it.
    pub fn recount<'a>(&mut self, entries: impl IntoIterator<Item = Entry<'a>>) -> Option<RequestTally> {
        let mut told: Option<RequestTally> = None;
        for entry in entries {
            let happened = told.get_or_insert_with(|| RequestTally::begin(&entry)).advance(&entry);
            self.take(happened);
        }
        if let Some(tally) = &told {
            self.take(tally.stands());
        }
        told
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

fn floor(sum: i64) -> u64 {
    u64::try_from(sum).unwrap_or(0)
}
