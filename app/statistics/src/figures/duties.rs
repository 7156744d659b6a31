//! What was due by a day: acts upon requests (C1) and promises (C8); petitions and orders.

use std::collections::BTreeMap;

use law::{
    Date,
    clock::ClockId,
    request_order::{Petitioner, Ruling},
};

use super::{Record, label, list};
use crate::{
    Count, Month, Period, TableSet, Timeliness,
    table::Table,
    words::{self, table},
};

impl Record<'_> {
    /// Acts that were due, by the month of their due day: those done by it, and those done later or
    /// not at all. Days that have not passed are left out, done or not, for else early acts would
    /// count and missing ones would not.
    pub fn acted(&self, period: Period) -> TableSet {
        let mut months = BTreeMap::<String, [u64; 2]>::new();
        for (due, how, number) in self.clocks(ClockId::C1, period) {
            let column = match how {
                _ if due >= self.as_of => continue,
                Timeliness::Moot => continue,
                Timeliness::InTime => 0,
                Timeliness::Late | Timeliness::Running => 1,
            };
            months.entry(Month::of(due).to_string()).or_default()[column] += number;
        }
        let rows = self.months(period, months.keys());
        let counts = rows
            .iter()
            .map(|row| months.get(&row.key).copied().unwrap_or_default().to_vec())
            .collect();
        let columns = vec![label("in_time", table::IN_TIME), label("late", table::LATE)];
        let (key, of) = ("acted_in_time", None);
        TableSet::of(columns, vec![Table { key, rows, counts, of }])
    }

    /// Promised days of the period: kept, broken, no longer needed, still ahead.
    pub fn promises(&self, period: Period) -> TableSet {
        let mut counts = [0; 4];
        for (due, how, number) in self.clocks(ClockId::C8, period) {
            let row = match how {
                Timeliness::InTime => 0,
                Timeliness::Late => 1,
                Timeliness::Running if due < self.as_of => 1,
                Timeliness::Moot => 2,
                Timeliness::Running => 3,
            };
            counts[row] += number;
        }
        let rows = [
            label("kept", table::KEPT),
            label("broken", table::BROKEN),
            label("moot", table::MOOT),
            label("ahead", table::AHEAD),
        ];
        list(
            "promises",
            label("promises", table::PROMISES),
            rows.into_iter().zip(counts).collect(),
        )
    }

    /// Petitions and motions filed with a court in the period, by who filed them.
    pub fn petitions(&self, period: Period) -> TableSet {
        let number = |by: Petitioner| {
            self.sum(
                |count| matches!(count, Count::Petition { month, by: who } if *who == by && period.has(month.year)),
            )
        };
        let rows = Petitioner::ALL.map(|by| (label(by.key(), words::petitioner(by)), number(by)));
        list("petitions", label("petitions", table::PETITIONS), rows.to_vec())
    }

    /// Verified orders of the period, by what they say.
    pub fn orders(&self, period: Period) -> TableSet {
        let number = |ruling: Ruling| {
            self.sum(|count| matches!(count, Count::Order { month, ruling: says } if *says == ruling && period.has(month.year)))
        };
        let rows = Ruling::ALL.map(|ruling| (label(ruling.key(), words::ruling(ruling)), number(ruling)));
        list("orders", label("orders", table::ORDERS), rows.to_vec())
    }

    /// Clocks of a name due in the period: day, how it went, number.
    fn clocks(&self, of: ClockId, period: Period) -> impl Iterator<Item = (Date, Timeliness, u64)> {
        self.totals.iter().filter_map(move |(count, number)| match count {
            Count::Clock { id, due, how } if *id == of && period.has(due.year()) => Some((*due, *how, number)),
            _ => None,
        })
    }

    pub(super) fn sum(&self, which: impl Fn(&Count) -> bool) -> u64 {
        self.totals
            .iter()
            .filter(|(count, _)| which(count))
            .map(|(_, number)| number)
            .sum()
    }
}
