//! What is kept and what was deleted; notices by whole years.

use std::collections::BTreeMap;

use law::hold::HoldKind;

use super::{Record, label, list};
use crate::{
    Cell, Count, Deleted, NoticeCount, Period, Public, Sheet,
    table::{Label, Table},
    words::{self, table},
};

impl Record<'_> {
    /// Holds for requests received in the period, by kind: standing on the day of reading, ended.
    pub fn holds(&self, period: Period) -> Sheet {
        let number = |of: HoldKind, stands: bool| {
            self.sum(|count| {
                matches!(count, Count::Hold { filed, kind, until }
                    if *kind == of && period.has(*filed) && until.is_none_or(|last| self.as_of <= last) == stands)
            })
        };
        let rows: Vec<Label> = HoldKind::ALL
            .into_iter()
            .map(|kind| label(kind.key(), words::hold(kind)))
            .collect();
        let counts = HoldKind::ALL
            .into_iter()
            .map(|kind| vec![number(kind, true), number(kind, false)])
            .collect();
        let columns = vec![label("standing", table::STANDING), label("ended", table::ENDED)];
        let (key, of) = ("holds", None);
        Sheet::of(columns, vec![Table { key, rows, counts, of }])
    }

    /// Recordings deleted in the period, by month.
    pub fn deletions(&self, period: Period) -> Public {
        let mut months = BTreeMap::<String, Vec<u64>>::new();
        for (count, number) in self.totals.iter() {
            if let Count::Deletion { month, what } = count
                && period.has(month.year)
            {
                let row = months
                    .entry(month.to_string())
                    .or_insert_with(|| vec![0; Deleted::ALL.len()]);
                row[usize::from(*what == Deleted::WhileRequested)] += number;
            }
        }
        let rows = self.months(period, months.keys());
        let none = vec![0; Deleted::ALL.len()];
        let counts = rows
            .iter()
            .map(|row| months.get(&row.key).unwrap_or(&none).clone())
            .collect();
        let columns = Deleted::ALL
            .map(|what| label(what.key(), words::deleted(what)))
            .to_vec();
        let (key, of) = ("deletions", None);
        Sheet::of(columns, vec![Table { key, rows, counts, of }])
            .publish(0)
            .remove(0)
    }

    /// Notices and objections by year. A year that is not over is left out: a number that grows by
    /// one the day after a release would tell who objected.
    pub fn notices(&self, period: Period) -> Public {
        let years = self.totals.iter().filter_map(|(count, _)| match count {
            Count::Notice { year, .. } if period.has(*year) && *year < self.as_of.year() => Some(*year),
            _ => None,
        });
        let mut years: Vec<i16> = years.collect();
        years.sort_unstable();
        years.dedup();
        let columns: Vec<Public> = NoticeCount::ALL.map(|what| self.notices_of(what, &years)).to_vec();
        let rows = years
            .iter()
            .map(|year| words::named(&year.to_string(), &year.to_string()))
            .collect();
        let cells = (0..years.len()).map(|row| columns.iter().map(|column| column.cells[row][0]).collect());
        Public {
            key: "notices",
            rows,
            cells: cells.collect(),
            row_totals: Vec::new(),
            column_totals: columns.iter().map(|column| column.column_totals[0]).collect(),
            total: None,
            columns: columns.into_iter().flat_map(|column| column.columns).collect(),
        }
    }

    fn notices_of(&self, what: NoticeCount, years: &[i16]) -> Public {
        let number = |year: i16| self.totals.get(&Count::Notice { year, what });
        let rows = years
            .iter()
            .map(|year| (words::named(&year.to_string(), ""), number(*year)));
        let list = list("notices", label(what.key(), words::notice(what)), rows.collect());
        list.publish(self.profile.suppress_below).remove(0)
    }
}

impl Public {
    /// The table with everything but nothings hidden, if so.
    pub(super) fn masked(mut self, so: bool) -> Self {
        let cells = self.cells.iter_mut().flatten();
        let sums = self
            .row_totals
            .iter_mut()
            .chain(&mut self.column_totals)
            .chain(&mut self.total);
        for cell in cells.chain(sums).filter(|cell| so && **cell != Cell::Shown(0)) {
            *cell = Cell::Hidden;
        }
        self
    }
}
