//! What is kept and what was deleted; notices, and orders about recordings, by whole years.

use std::collections::{BTreeMap, BTreeSet};

use law::coverage::GapReason;
use law::{disclosure_order::OrderKind, hold::HoldKind};

use super::{Record, label, list};
use crate::{
    Cell, Count, Deleted, NoticeCount, Period, Public, TableSet,
    table::{Label, Table},
    words::{self, table},
};

impl Record<'_> {
    /// Holds for requests received in the period, by kind: standing on the day of reading, ended.
    pub fn holds(&self, period: Period) -> TableSet {
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
        TableSet::of(columns, vec![Table { key, rows, counts, of }])
    }

    /// What was deleted in the period, by month.
    pub fn deleted(&self, key: &'static str, what: Deleted, period: Period) -> Public {
        let mut months = BTreeMap::<String, u64>::new();
        for (count, number) in self.totals.iter() {
            if let Count::Deletion { month, what: of } = count
                && *of == what
                && period.has(month.year)
            {
                *months.entry(month.to_string()).or_default() += number;
            }
        }
        let rows = self.months(period, months.keys()).into_iter();
        let rows = rows.map(|row| (months.get(&row.key).copied().unwrap_or_default(), row));
        let column = label(what.key(), words::deleted(what));
        list(key, column, rows.map(|(number, row)| (row, number)).collect())
            .publish(0)
            .remove(0)
    }

    /// Gaps of coverage sheets by reason, in the period.
    pub fn coverage_gaps(&self, period: Period) -> Public {
        let mut gaps = BTreeMap::<GapReason, u64>::new();
        for (count, number) in self.totals.iter() {
            if let Count::Gap { month, reason } = count
                && period.has(month.year)
            {
                *gaps.entry(*reason).or_default() += number;
            }
        }
        let row = |reason: GapReason| {
            let number = gaps.get(&reason).copied().unwrap_or_default();
            (label(reason.key(), words::gap(reason)), number)
        };
        list(
            "coverage_gaps",
            label("gaps", words::table::GAPS),
            GapReason::ALL.into_iter().map(row).collect(),
        )
        .publish(0)
        .remove(0)
    }

    /// Notices and objections by year.
    pub fn notices(&self) -> Public {
        let columns = NoticeCount::ALL.map(|what| {
            let column = label(what.key(), words::notice(what));
            (column, move |count: &Count| match count {
                Count::Notice { year, what: of } if *of == what => Some(*year),
                _ => None,
            })
        });
        self.by_year("notices", columns.into())
    }

    /// Verified orders about recordings by year.
    pub fn recording_orders(&self) -> Public {
        let columns = OrderKind::ALL.map(|kind| {
            let column = label(kind.key(), words::order(kind));
            (column, move |count: &Count| match count {
                Count::RecordingOrder { year, kind: of } if *of == kind => Some(*year),
                _ => None,
            })
        });
        self.by_year("recording_orders", columns.into())
    }

    /// Columns that do not add up to anything, a row for each year that is over, as the totals stood
    /// at the first look of this year. A number that grew by one from one look to the next would tell
    /// who objected, or went to court.
    fn by_year(&self, key: &'static str, columns: Vec<(Label, impl Fn(&Count) -> Option<i16>)>) -> Public {
        let over = |year: &i16| *year < self.as_of.year();
        let counted = |year_of: &dyn Fn(&Count) -> Option<i16>| {
            let mut years = BTreeMap::<i16, u64>::new();
            for (count, number) in self.settled.iter() {
                if let Some(year) = year_of(count).filter(over) {
                    *years.entry(year).or_default() += number;
                }
            }
            years
        };
        let columns: Vec<(Label, BTreeMap<i16, u64>)> = columns
            .into_iter()
            .map(|(column, year_of)| (column, counted(&year_of)))
            .collect();
        let years: BTreeSet<i16> = columns.iter().flat_map(|(_, years)| years.keys().copied()).collect();
        let row = |year: &i16| words::named(&year.to_string(), &year.to_string());
        let lists: Vec<Public> = columns
            .into_iter()
            .map(|(column, numbers)| {
                let rows = years
                    .iter()
                    .map(|year| (row(year), numbers.get(year).copied().unwrap_or_default()));
                list(key, column, rows.collect())
                    .publish(self.profile.suppress_below)
                    .remove(0)
            })
            .collect();
        let cells = (0..years.len()).map(|row| lists.iter().map(|list| list.cells[row][0]).collect());
        Public {
            key,
            rows: years.iter().map(row).collect(),
            cells: cells.collect(),
            row_totals: Vec::new(),
            column_totals: lists.iter().map(|list| list.column_totals[0]).collect(),
            total: None,
            columns: lists.into_iter().flat_map(|list| list.columns).collect(),
        }
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
