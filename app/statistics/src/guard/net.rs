//! A table as a net of flows: what a row takes from the ledger it gives to columns.
//!
//! Each row total is an edge from the ledger to its row, each cell one from its row to its column. A
//! flow along an edge raises its number, one against it lowers it, and what flows on leaves all sums
//! along the way as they are.

use std::collections::BTreeSet;

use super::Change;
use crate::table::{Place, TableSet};

/// Where flows meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node {
    Row(usize),
    Column(usize),
    Ledger,
}

/// What is to be carried: from where to where.
pub type NodePair = (Node, Node);

/// One table as a net.
#[derive(Debug)]
pub struct FlowNetwork {
    rows: usize,
    columns: usize,
    edges: Vec<Edge>,
}

#[derive(Debug)]
struct Edge {
    place: Place,
    from: usize,
    to: usize,
    value: i64,
}

/// A flow so large that no count comes near it.
const AMPLE: i64 = i64::MAX / 4;

impl FlowNetwork {
    /// The net of one table of a sheet. Numbers that are nothing are left out: they stay shown.
    pub fn of(sheet: &TableSet, table: usize) -> Self {
        let counts = &sheet.tables[table].counts;
        let part = sheet.tables[table].of.is_some();
        let columns = counts.first().map_or(0, Vec::len);
        let mut net = Self {
            rows: counts.len(),
            columns,
            edges: Vec::new(),
        };
        for row in 0..counts.len() {
            if !part {
                net.join(sheet, Place::Row(table, row), Node::Ledger, Node::Row(row));
            }
            let from = if part { Node::Ledger } else { Node::Row(row) };
            for column in 0..columns {
                net.join(sheet, Place::Cell(table, row, column), from, Node::Column(column));
            }
        }
        net
    }

    /// The net with the sheet's own sums as edges too: from columns to the book, from the book to the
    /// ledger. The book stands where a further column would.
    pub fn closed(sheet: &TableSet, table: usize) -> Self {
        let mut net = Self::of(sheet, table);
        let book = Node::Column(net.columns);
        net.columns += 1;
        // Edges carry node numbers: the ledger has moved up by one.
        let (old, new) = (net.rows + net.columns - 1, net.rows + net.columns);
        for edge in &mut net.edges {
            edge.from = if edge.from == old { new } else { edge.from };
        }
        for column in 0..net.columns - 1 {
            net.join(sheet, Place::Column(column), Node::Column(column), book);
        }
        net.join(sheet, Place::Grand, book, Node::Ledger);
        net
    }

    fn join(&mut self, sheet: &TableSet, place: Place, from: Node, to: Node) {
        let value = i64::try_from(sheet.at(place)).unwrap_or(AMPLE);
        if value > 0 {
            let (from, to) = (self.number(from), self.number(to));
            self.edges.push(Edge { place, from, to, value });
        }
    }

    fn number(&self, node: Node) -> usize {
        match node {
            Node::Row(row) => row,
            Node::Column(column) => self.rows + column,
            Node::Ledger => self.rows + self.columns,
        }
    }

    /// Carries `need` along every leg, as cheaply as it can, never over the place itself; what
    /// changes by it, or `None` if not all can be carried.
    pub fn carry(&self, legs: &[NodePair], need: u64, except: Place, price: &dyn Fn(Place) -> u64) -> Option<Change> {
        let need = i64::try_from(need).ok()?;
        let mut flow = vec![0; self.edges.len()];
        let cost = |edge: &Edge| (edge.place != except).then(|| price(edge.place));
        for (from, to) in legs {
            if self.push(&mut flow, (self.number(*from), self.number(*to)), need, &cost) < need {
                return None;
            }
        }
        let changed = self.edges.iter().zip(flow).filter(|(_, step)| *step != 0);
        Some(changed.map(|(edge, step)| (edge.place, step)).collect())
    }

    /// How much smaller and larger a hidden number could be for all that this table shows; `None` for
    /// no bound.
    pub fn slack(&self, place: Place, hidden: &BTreeSet<Place>) -> Option<(u64, Option<u64>)> {
        let edge = self.edges.iter().find(|edge| edge.place == place)?;
        let cost = |other: &Edge| (other.place != place && hidden.contains(&other.place)).then_some(1);
        let flow = || vec![0; self.edges.len()];
        let down = self.push(&mut flow(), (edge.from, edge.to), edge.value - 1, &cost);
        let up = self.push(&mut flow(), (edge.to, edge.from), AMPLE, &cost);
        Some((
            u64::try_from(down).ok()?,
            u64::try_from(up).ok().filter(|up| *up < AMPLE.unsigned_abs()),
        ))
    }

    /// Sends up to `need` from one node to another over the cheapest ways; how much got there.
    fn push(
        &self,
        flow: &mut [i64],
        (from, to): (usize, usize),
        need: i64,
        cost: &dyn Fn(&Edge) -> Option<u64>,
    ) -> i64 {
        if from == to {
            return need;
        }
        let mut sent = 0;
        while sent < need {
            let Some((way, room)) = self.cheapest(flow, from, to, cost) else {
                break;
            };
            let step = room.min(need - sent);
            for (edge, forward) in way {
                flow[edge] += if forward { step } else { -step };
            }
            sent += step;
        }
        sent
    }

    /// The cheapest way with room (Bellman and Ford): its edges with their direction, and its room.
    fn cheapest(
        &self,
        flow: &[i64],
        from: usize,
        to: usize,
        cost: &dyn Fn(&Edge) -> Option<u64>,
    ) -> Option<(Vec<(usize, bool)>, i64)> {
        let mut best: Vec<Option<(u64, usize, bool)>> = vec![None; self.rows + self.columns + 1];
        best[from] = Some((0, usize::MAX, true));
        let mut better = true;
        while better {
            better = false;
            for (index, edge) in self.edges.iter().enumerate() {
                let Some(cost) = cost(edge) else { continue };
                for forward in [true, false] {
                    let (tail, head) = edge.end_nodes(forward);
                    let Some((so_far, ..)) = best[tail].filter(|_| edge.room(flow[index], forward) > 0) else {
                        continue;
                    };
                    let sum = so_far + cost;
                    if head != from && best[head].is_none_or(|(known, ..)| sum < known) {
                        best[head] = Some((sum, index, forward));
                        better = true;
                    }
                }
            }
        }
        let mut way = Vec::new();
        let (mut node, mut room) = (to, AMPLE);
        while node != from {
            let (_, index, forward) = best[node]?;
            let edge = &self.edges[index];
            room = room.min(edge.room(flow[index], forward));
            way.push((index, forward));
            node = edge.end_nodes(forward).0;
        }
        Some((way, room))
    }
}

impl Edge {
    const fn end_nodes(&self, forward: bool) -> (usize, usize) {
        if forward {
            (self.from, self.to)
        } else {
            (self.to, self.from)
        }
    }

    /// A number can grow without bound; it shrinks to 1 at least, for a hidden one is never nothing.
    const fn room(&self, flow: i64, forward: bool) -> i64 {
        if forward { AMPLE } else { self.value - 1 + flow }
    }
}
