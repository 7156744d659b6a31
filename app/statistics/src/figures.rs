//! The figures, read from the running totals as of a day.
//!
//! Everything is read at once by [`Record::publish`], because what is hidden in one table may have to
//! be hidden in another. Figures depend on the totals alone, so their time does not grow with the
//! number of requests.

use law::{Date, profile::Profile};

use crate::{
    Cell, Deleted, Outcome, Period, Public, Span, TableSet, Totals,
    table::{Label, Table},
    words,
};

mod cameras;
mod durations;
mod duties;
mod keeping;
mod requests;

pub use cameras::{CameraRow, Cameras};
pub use durations::{Durations, Quantile, Step};

/// The totals as they stood on a day, and the profile that names divisions and threshold.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// The running totals.
    pub totals: &'a Totals,
    /// The totals at the first look of this year: what must not be told from two looks is read from
    /// these (notices, objections, orders about recordings).
    pub settled: &'a Totals,
    /// The day of reading: requests still open are counted as open on it.
    pub as_of: Date,
    /// The agency's profile.
    pub profile: &'a Profile,
}

/// All figures of a period as they may be shown. Nothing else of the totals should be.
#[derive(Clone, Debug, PartialEq)]
pub struct Publication {
    /// The period.
    pub period: Period,
    /// The day of reading.
    pub as_of: Date,
    /// Counts from 1 to this less one are hidden.
    pub threshold: u32,
    /// Requests received in the period by where they stand on the day: by month, by track, by
    /// division; then the denials by provision, the missing recordings by reason, and the requests
    /// that wait for an investigation by age.
    pub requests: Vec<Public>,
    /// The same requests by where they stand alone, each with the section it rests on.
    pub outcomes: Public,
    /// The middle age in days of the requests that wait for an investigation to end; none while too
    /// few wait.
    pub waiting_median: Option<u32>,
    /// Clock C1 by the month in which it was due: in time, late. Only days that have passed.
    pub acted: Public,
    /// Days until requests are taken up, which is no answer.
    pub taken_up: Durations,
    /// Days to the first answer.
    pub first_action: Durations,
    /// Days to the first release.
    pub release: Durations,
    /// Promised days of the period (C8): kept, broken, no longer needed, still ahead.
    pub promises: Public,
    /// Petitions and motions filed in the period, by who filed.
    pub petitions: Public,
    /// Verified orders about a request of the period, by ruling.
    pub orders: Public,
    /// Holds for requests received in the period: standing, ended.
    pub holds: Public,
    /// Recordings deleted in the period by month. Things, not people: never hidden.
    pub deletions: Public,
    /// Gaps of coverage sheets kept in the period, by reason. Things, not people: never hidden.
    pub coverage_gaps: Public,
    /// Requests of which the custodian had to say that the footage was deleted on the day of filing or
    /// later, by month. The target is none: never hidden.
    pub deleted_while_requested: Public,
    /// Notices and objections, a row for each year that is over, whatever the period.
    pub notices: Public,
    /// Verified orders about recordings by what they do, a row for each year that is over.
    pub recording_orders: Public,
}

impl Record<'_> {
    /// Reads all figures of a period and hides what must be hidden.
    pub fn publish(&self, period: Period) -> Publication {
        let threshold = self.profile.suppress_below;
        let requests = self.requests(period).publish(threshold);
        // The total of requests is also that of their holds and of their ways: all or none is hidden.
        let total = requests.first().and_then(|table| table.total).unwrap_or(Cell::Shown(0));
        let known = total != Cell::Hidden;
        let one = |sheet: TableSet| sheet.publish(threshold).remove(0);
        Publication {
            period,
            as_of: self.as_of,
            threshold,
            waiting_median: self.waiting_median(period, &requests),
            outcomes: outcomes(&requests),
            requests,
            acted: one(self.acted(period)),
            taken_up: self.durations(Span::TakenUp, period).counting(total),
            first_action: self.durations(Span::FirstAction, period).counting(total),
            release: self.durations(Span::Release, period).counting(total),
            promises: one(self.promises(period)),
            petitions: one(self.petitions(period)),
            orders: one(self.orders(period)),
            holds: one(self.holds(period)).masked(!known),
            coverage_gaps: self.coverage_gaps(period),
            deletions: self.deleted("deletions", Deleted::ByRule, period),
            deleted_while_requested: self.deleted("deleted_while_requested", Deleted::WhileRequested, period),
            notices: self.notices(),
            recording_orders: self.recording_orders(),
        }
    }
}

impl Publication {
    /// A table of the requests by its key, for example `by_month`.
    pub fn table(&self, key: &str) -> Option<&Public> {
        self.requests.iter().find(|table| table.key == key)
    }

    /// How many requests of the period stand somewhere.
    pub fn standing(&self, outcome: Outcome) -> Cell {
        let column = Outcome::ALL.iter().position(|one| *one == outcome);
        let first = self.requests.first();
        let cell = column.and_then(|column| first?.column_totals.get(column).copied());
        cell.unwrap_or(Cell::Hidden)
    }

    /// Acts in time among those that were due, in tenths of a percent.
    pub fn acted_per_mille(&self) -> Option<u32> {
        let due = self.acted.total?;
        self.acted.column_totals.first()?.per_mille(due)
    }

    /// Requests whose footage was deleted while they were asking for it. The target is none.
    pub fn lost(&self) -> u64 {
        self.deleted_while_requested
            .column_totals
            .first()
            .and_then(|cell| cell.shown())
            .unwrap_or(0)
    }
}

/// Where requests stand as a table of its own, from the sums of the published tables, so that it says
/// nothing that they do not.
fn outcomes(requests: &[Public]) -> Public {
    let first = requests.first();
    let sums = first.map(|table| table.column_totals.clone()).unwrap_or_default();
    let row = |outcome: Outcome| words::on_its_section(outcome);
    Public {
        key: "by_outcome",
        columns: vec![label("requests", words::table::REQUESTS)],
        rows: Outcome::ALL.into_iter().map(row).collect(),
        cells: sums.into_iter().map(|sum| vec![sum]).collect(),
        row_totals: Vec::new(),
        column_totals: first.and_then(|table| table.total).into_iter().collect(),
        total: None,
    }
}

/// A sheet of one table with one column: a plain list with its sum.
fn list(key: &'static str, column: Label, rows: Vec<(Label, u64)>) -> TableSet {
    let (rows, counts) = rows.into_iter().map(|(label, count)| (label, vec![count])).unzip();
    let of = None;
    TableSet::of(vec![column], vec![Table { key, rows, counts, of }])
}

/// A label made of a key and words.
fn label(key: &str, text: law::Bilingual) -> Label {
    words::label(key, text)
}
