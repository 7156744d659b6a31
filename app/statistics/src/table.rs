//! Tables of counts, and what of them is published.
//!
//! A [`TableSet`] holds the tables that are published together and share their columns. Its numbers
//! leave it only by [`TableSet::publish`], which hides small counts and enough others around them.

use std::collections::BTreeSet;

use law::Bilingual;

use crate::guard;

/// The name of a row or column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The same in every language: for links, open data and tests.
    pub key: String,
    /// The name in words.
    pub name: Bilingual<String>,
}

/// A table of counts before anything is hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is, for example `requests_by_month`.
    pub key: &'static str,
    /// Its rows.
    pub rows: Vec<Label>,
    /// A number for each row and each of its columns.
    pub counts: Vec<Vec<u64>>,
    /// `None`: its columns are the sheet's. Else it has one column, which takes this column of the
    /// sheet apart (denials by their reason).
    pub of: Option<usize>,
}

/// Tables that are published together. Those with all columns count the same requests in other
/// rows, so their column totals are the same numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableSet {
    pub(crate) columns: Vec<Label>,
    pub(crate) tables: Vec<Table>,
    pub(crate) column_totals: Vec<u64>,
}

/// The tables do not count the same things: a column has another total, or a row another width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnevenTables {
    /// The table that differs from the first.
    pub table: &'static str,
}

/// One published number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cell {
    /// The number.
    Shown(u64),
    /// Small, or hidden so that a small one cannot be worked out. Never nothing: 0 is always shown.
    Hidden,
    /// A day that nobody knows yet: too many requests are still open.
    NotReached,
    /// A day that would rest on too few requests.
    TooFew,
}

/// A table as it is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Public {
    /// What it is.
    pub key: &'static str,
    /// Its columns.
    pub columns: Vec<Label>,
    /// Its rows.
    pub rows: Vec<Label>,
    /// A number for each row and column.
    pub cells: Vec<Vec<Cell>>,
    /// Sums of the rows; empty where a row has one column, or its columns do not add up to anything.
    pub row_totals: Vec<Cell>,
    /// Sums of the columns.
    pub column_totals: Vec<Cell>,
    /// Sum of all, where rows have sums.
    pub total: Option<Cell>,
}

/// Where a number stands in a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// The sum of everything.
    Grand,
    /// The sum of a column, in every table of the sheet.
    Column(usize),
    /// The sum of a row of a table.
    Row(usize, usize),
    /// Table, row, column.
    Cell(usize, usize, usize),
}

impl TableSet {
    /// A sheet of these tables. The first must have all columns.
    ///
    /// # Errors
    /// When the tables do not count the same things.
    pub fn new(columns: Vec<Label>, tables: Vec<Table>) -> Result<Self, UnevenTables> {
        let sheet = Self::of(columns, tables);
        for table in &sheet.tables {
            let expected = match table.of {
                None => &sheet.column_totals[..],
                Some(column) => sheet.column_totals.get(column..=column).unwrap_or_default(),
            };
            let width = expected.len();
            let sums: Vec<u64> = (0..width)
                .map(|column| table.counts.iter().filter_map(|row| row.get(column)).sum())
                .collect();
            let square = table.counts.len() == table.rows.len() && table.counts.iter().all(|row| row.len() == width);
            if !square || sums != expected {
                return Err(UnevenTables { table: table.key });
            }
        }
        Ok(sheet)
    }

    /// A sheet of tables that are known to count the same things.
    pub(crate) fn of(columns: Vec<Label>, tables: Vec<Table>) -> Self {
        let first = tables.iter().find(|table| table.of.is_none());
        let total =
            |column: usize| first.map_or(0, |table| table.counts.iter().filter_map(|row| row.get(column)).sum());
        Self {
            column_totals: (0..columns.len()).map(total).collect(),
            columns,
            tables,
        }
    }

    /// The tables with every count from 1 to `threshold - 1` hidden, and with it as many others as it
    /// takes that each of these could, for all that is published, be larger by the threshold.
    pub fn publish(&self, threshold: u32) -> Vec<Public> {
        let hidden = guard::protect(self, threshold).hidden;
        self.show(&hidden)
    }

    /// The tables with these places hidden.
    pub(crate) fn show(&self, hidden: &BTreeSet<Place>) -> Vec<Public> {
        (0..self.tables.len())
            .map(|table| self.show_table(table, hidden))
            .collect()
    }

    fn show_table(&self, index: usize, hidden: &BTreeSet<Place>) -> Public {
        let table = &self.tables[index];
        let cell = |place: Place| {
            if hidden.contains(&place) {
                Cell::Hidden
            } else {
                Cell::Shown(self.at(place))
            }
        };
        let columns: Vec<usize> = table
            .of
            .map_or_else(|| (0..self.columns.len()).collect(), |one| vec![one]);
        let rows = 0..table.rows.len();
        let column_totals: Vec<Cell> = columns.iter().map(|&column| cell(Place::Column(column))).collect();
        let single = columns.len() == 1;
        Public {
            key: table.key,
            cells: rows
                .clone()
                .map(|row| {
                    (0..columns.len())
                        .map(|column| cell(Place::Cell(index, row, column)))
                        .collect()
                })
                .collect(),
            row_totals: rows
                .filter(|_| !single)
                .map(|row| cell(Place::Row(index, row)))
                .collect(),
            total: (!single).then(|| cell(Place::Grand)),
            columns: columns.iter().map(|&column| self.columns[column].clone()).collect(),
            rows: table.rows.clone(),
            column_totals,
        }
    }

    /// The number at a place.
    pub(crate) fn at(&self, place: Place) -> u64 {
        match place {
            Place::Grand => self.column_totals.iter().sum(),
            Place::Column(column) => self.column_totals[column],
            Place::Row(table, row) => self.tables[table].counts[row].iter().sum(),
            Place::Cell(table, row, column) => self.tables[table].counts[row][column],
        }
    }
}

impl Public {
    /// The cell of a row and column, by their keys.
    pub fn cell(&self, row: &str, column: &str) -> Option<Cell> {
        let row = self.rows.iter().position(|label| label.key == row)?;
        let column = self.columns.iter().position(|label| label.key == column)?;
        Some(self.cells[row][column])
    }

    /// Whether anything in it is hidden.
    pub fn hides(&self) -> bool {
        let sums = self.row_totals.iter().chain(&self.column_totals).chain(&self.total);
        self.cells
            .iter()
            .flatten()
            .chain(sums)
            .any(|cell| *cell == Cell::Hidden)
    }
}

impl Cell {
    /// The number, if there is one.
    pub const fn shown(self) -> Option<u64> {
        match self {
            Self::Shown(number) => Some(number),
            Self::Hidden | Self::NotReached | Self::TooFew => None,
        }
    }

    /// This as a share of a whole, in tenths of a percent rounded to the nearest; `None` when either
    /// is hidden or the whole is nothing.
    pub fn per_mille(self, whole: Self) -> Option<u32> {
        let (part, whole) = (self.shown()?, whole.shown()?);
        let rounded = (part * 1000 + whole / 2).checked_div(whole)?;
        u32::try_from(rounded).ok()
    }
}
