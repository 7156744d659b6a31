//! Hiding small counts so that nothing published gives them away.
//!
//! What a reader knows of a sheet: every shown number, that rows and columns add up, that the tables
//! share their column totals, and that a hidden number is at least 1 (0 is always shown). A small
//! count is safe if there is *another world*: other counts that would be published exactly so, in
//! which it is larger by the threshold.
//!
//! Such a world is sought for each small count as a flow: along rows and columns ([`net`]), and, if
//! the column totals must move too, in all tables at once ([`Shared`]). All numbers that differ
//! between the worlds are hidden. So each hidden number differs in at least one world, which is the
//! proof, kept as a [`Change`], that it cannot be worked out. The last resort, raising the grand
//! total, always finds a world.

use std::collections::{BTreeMap, BTreeSet};

use crate::table::{Place, TableSet};

mod audit;

mod net;
#[cfg(test)]
mod tests;

pub use audit::Finding;
use net::{FlowNetwork, Node, NodePair};

/// How another world differs from this one.
pub(crate) type Change = BTreeMap<Place, i64>;

/// What must be hidden, and the other worlds that prove it to be enough.
#[derive(Debug)]
pub(crate) struct Suppression {
    pub hidden: BTreeSet<Place>,
    pub worlds: Vec<Change>,
}

/// How column totals and grand total move, the same in every table of a sheet.
#[derive(Clone, Copy, Debug)]
enum Shared {
    /// Not at all.
    Still,
    /// One column total up, another down.
    Swap { up: usize, down: usize },
    /// One column total and the grand total up.
    Grow { up: usize },
}

/// Hides every count from 1 to `threshold - 1`, and what protects it.
pub(crate) fn protect(sheet: &TableSet, threshold: u32) -> Suppression {
    let need = u64::from(threshold);
    let small = |place: &Place| (1..need).contains(&sheet.at(*place));
    let small: Vec<Place> = places(sheet).filter(small).collect();
    let nets: Vec<FlowNetwork> = (0..sheet.tables.len())
        .map(|table| FlowNetwork::of(sheet, table))
        .collect();
    let mut hidden: BTreeSet<Place> = small.iter().copied().collect();
    let mut worlds = Vec::new();
    for place in small {
        if let Some(change) = raise(sheet, &nets, place, need, &hidden) {
            hidden.extend(change.keys());
            worlds.push(change);
        }
    }
    Suppression { hidden, worlds }
}

/// Every place, sums first: what hides a sum protects many cells.
pub(crate) fn places(sheet: &TableSet) -> impl Iterator<Item = Place> {
    let whole = |table: &usize| sheet.tables[*table].of.is_none();
    let of_rows = |table: usize| (0..sheet.tables[table].rows.len()).map(move |row| Place::Row(table, row));
    let of_cells = |table: usize| {
        let counts = &sheet.tables[table].counts;
        let wide = counts.first().map_or(0, Vec::len);
        (0..counts.len()).flat_map(move |row| (0..wide).map(move |column| Place::Cell(table, row, column)))
    };
    let tables = 0..sheet.tables.len();
    std::iter::once(Place::Grand)
        .chain((0..sheet.columns.len()).map(Place::Column))
        .chain(tables.clone().filter(whole).flat_map(of_rows))
        .chain(tables.flat_map(of_cells))
}

/// The cheapest other world in which a place is larger by `need`; one that leaves the sums of the
/// sheet alone if there is any, then one that leaves the grand total alone.
fn raise(sheet: &TableSet, nets: &[FlowNetwork], place: Place, need: u64, hidden: &BTreeSet<Place>) -> Option<Change> {
    let columns = || (0..sheet.columns.len()).filter(|column| sheet.column_totals[*column] > 0);
    let still = [Shared::Still];
    let swaps = columns().flat_map(|up| columns().map(move |down| Shared::Swap { up, down }));
    let grows = columns().map(|up| Shared::Grow { up });
    let cheapest = |ways: &mut dyn Iterator<Item = Shared>| {
        ways.filter_map(|shared| world(sheet, nets, place, shared, need, hidden))
            .min_by_key(|change| price(sheet, change, hidden))
    };
    cheapest(&mut still.into_iter())
        .or_else(|| cheapest(&mut swaps.into_iter()))
        .or_else(|| cheapest(&mut grows.into_iter()))
}

/// Another world in which a place is larger by `need` and the sheet's sums move as said, if any.
fn world(
    sheet: &TableSet,
    nets: &[FlowNetwork],
    place: Place,
    shared: Shared,
    need: u64,
    hidden: &BTreeSet<Place>,
) -> Option<Change> {
    let mut change = shared.change(sheet, place, need)?;
    for (table, net) in nets.iter().enumerate() {
        let legs = legs(sheet, table, place, shared)?;
        change.extend(net.carry(&legs, need, place, &|one| price_of(one, sheet.at(one), hidden))?);
    }
    let step = i64::try_from(need).ok()?;
    change.insert(place, step);
    Some(change)
}

impl Shared {
    /// How the sheet's sums change; `None` if they cannot change so, or not for the sake of a place.
    fn change(self, sheet: &TableSet, place: Place, need: u64) -> Option<Change> {
        let step = i64::try_from(need).ok()?;
        let fits = match (place, self) {
            (Place::Grand, shared) => matches!(shared, Self::Grow { .. }),
            (Place::Column(column), Self::Swap { up, .. } | Self::Grow { up }) => up == column,
            (Place::Column(_), Self::Still) => false,
            (Place::Row(..) | Place::Cell(..), _) => true,
        };
        match self {
            _ if !fits => None,
            Self::Still => Some(Change::new()),
            Self::Swap { up, down } => {
                let can = up != down && sheet.column_totals[down] > need;
                can.then(|| [(Place::Column(up), step), (Place::Column(down), -step)].into())
            }
            Self::Grow { up } => Some([(Place::Column(up), step), (Place::Grand, step)].into()),
        }
    }
}

/// What a table must carry so that its rows and columns add up again; `None` if it cannot.
fn legs(sheet: &TableSet, table: usize, place: Place, shared: Shared) -> Option<Vec<NodePair>> {
    let own = match place {
        Place::Row(of, row) if of == table => Some((Node::Row(row), Node::Ledger)),
        Place::Cell(of, row, column) if of == table => match sheet.tables[table].of {
            None => Some((Node::Column(column), Node::Row(row))),
            Some(column) => return legs_of_own_part(column, shared),
        },
        _ => None,
    };
    if let (None, Some(column)) = (own, sheet.tables[table].of) {
        return Some(legs_of_part(column, shared));
    }
    Some(match (own, shared) {
        (None, Shared::Still) => Vec::new(),
        (None, Shared::Swap { up, down }) => vec![(Node::Column(down), Node::Column(up))],
        (None, Shared::Grow { up }) => vec![(Node::Ledger, Node::Column(up))],
        (Some(leg), Shared::Still) => vec![leg],
        (Some((from, to)), Shared::Swap { up, down }) => vec![(from, Node::Column(up)), (Node::Column(down), to)],
        (Some((from, to)), Shared::Grow { up }) => vec![(from, Node::Column(up)), (Node::Ledger, to)],
    })
}

/// A table that takes one column apart follows that column.
fn legs_of_part(column: usize, shared: Shared) -> Vec<NodePair> {
    let part = Node::Column(0);
    match shared {
        Shared::Swap { up, .. } | Shared::Grow { up } if up == column => vec![(Node::Ledger, part)],
        Shared::Swap { down, .. } if down == column => vec![(part, Node::Ledger)],
        _ => Vec::new(),
    }
}

/// If the place itself lies in that table: another part goes down, or the column goes up with it.
fn legs_of_own_part(column: usize, shared: Shared) -> Option<Vec<NodePair>> {
    match shared {
        Shared::Still => Some(vec![(Node::Column(0), Node::Ledger)]),
        Shared::Swap { up, .. } | Shared::Grow { up } if up == column => Some(Vec::new()),
        _ => None,
    }
}

/// What it costs readers that a change hides what was shown.
fn price(sheet: &TableSet, change: &Change, hidden: &BTreeSet<Place>) -> u64 {
    change
        .keys()
        .map(|place| price_of(*place, sheet.at(*place), hidden))
        .sum()
}

/// Sums cost more than cells, the sheet's sums most; of two cells, the smaller is hidden.
fn price_of(place: Place, value: u64, hidden: &BTreeSet<Place>) -> u64 {
    if hidden.contains(&place) {
        return 1;
    }
    let kind = match place {
        Place::Cell(..) => 1_000,
        Place::Row(..) => 20_000,
        Place::Column(_) => 400_000,
        Place::Grand => 8_000_000,
    };
    kind + value.min(999)
}
