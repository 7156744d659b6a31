//! What a reader can work out about the numbers that a sheet hides.

use std::collections::BTreeSet;

use super::{Change, Suppression, net::FlowNetwork, protect};
use crate::table::{Place, TableSet};

/// What is known about a hidden number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where it stands.
    pub place: Place,
    /// What it is.
    pub value: u64,
    /// The least that any one table lets it be.
    pub low: u64,
    /// The greatest that every one table lets it be; `None` if there is no bound.
    pub high: Option<u64>,
    /// The value furthest from its own that it has in another world: other counts in all tables that
    /// would be published exactly so. `None` would mean that nothing proves it safe.
    pub otherwise: Option<u64>,
}

impl TableSet {
    /// What a reader can work out about each number that [`TableSet::publish`] hides.
    ///
    /// The bounds are exact for a table read alone with its sums, because the flows of a net reach
    /// every whole number between them. For tables read together the other worlds are the proof: each
    /// is built, published and compared here.
    pub fn audit(&self, threshold: u32) -> Vec<Finding> {
        let guarded = protect(self, threshold);
        let worlds: Vec<Self> = guarded
            .worlds
            .iter()
            .filter_map(|change| self.other_world(change, &guarded.hidden))
            .collect();
        let hidden = guarded.hidden.iter();
        hidden.map(|place| self.finding(*place, &guarded, &worlds)).collect()
    }

    fn finding(&self, place: Place, guarded: &Suppression, worlds: &[Self]) -> Finding {
        let value = self.at(place);
        let bounds: Vec<(u64, Option<u64>)> = (0..self.tables.len())
            .filter_map(|table| bounds(self, table, place, &guarded.hidden))
            .collect();
        Finding {
            place,
            value,
            low: bounds.iter().map(|(low, _)| *low).max().unwrap_or(1),
            high: bounds.iter().filter_map(|(_, high)| *high).min(),
            otherwise: worlds
                .iter()
                .map(|world| world.at(place))
                .filter(|other| *other != value)
                .max_by_key(|other| other.abs_diff(value)),
        }
    }

    /// The sheet with other counts, if it adds up and would be published exactly as this one.
    fn other_world(&self, change: &Change, hidden: &BTreeSet<Place>) -> Option<Self> {
        let mut tables = self.tables.clone();
        for (place, step) in change {
            if let Place::Cell(table, row, column) = *place {
                let count = &mut tables[table].counts[row][column];
                *count = count.checked_add_signed(*step)?;
            }
        }
        let other = Self::new(self.columns.clone(), tables).ok()?;
        let same = other.show(hidden) == self.show(hidden) && hidden.iter().all(|place| other.at(*place) > 0);
        same.then_some(other)
    }
}

/// What one table says about a number, if it says anything.
fn bounds(sheet: &TableSet, table: usize, place: Place, hidden: &BTreeSet<Place>) -> Option<(u64, Option<u64>)> {
    let part = sheet.tables[table].of;
    let unknown = part.is_some_and(|column| hidden.contains(&Place::Column(column)));
    let net = if part.is_some() {
        FlowNetwork::of(sheet, table)
    } else {
        FlowNetwork::closed(sheet, table)
    };
    let (down, up) = net.slack(place, hidden)?;
    let value = sheet.at(place);
    if unknown {
        Some((1, None))
    } else {
        Some((value - down, up.map(|up| value + up)))
    }
}
