//! Requests by month, track, division and where they stand; reasons; ages of those that wait.

use std::collections::BTreeMap;

use law::request::Track;

use super::{Record, label};
use crate::{
    Count, Month, Outcome, Period, Public, Reason, TableSet,
    calendar::days,
    table::{Label, Table},
    words,
};

/// Row keys with a number for each outcome.
type Cross = BTreeMap<String, [u64; Outcome::ALL.len()]>;

/// Row of the requests that name no division.
const NOT_NAMED: &str = "not_named";

impl Record<'_> {
    /// Requests received in the period by where they stand now, in all tables that are published
    /// together.
    pub fn requests(&self, period: Period) -> TableSet {
        let (mut months, mut tracks, mut divisions) = (Cross::new(), Cross::new(), Cross::new());
        for (count, number) in self.totals.iter() {
            if let Count::Request {
                filed,
                track,
                division,
                outcome,
            } = count
                && period.has(filed.year)
            {
                let column = column(*outcome);
                months.entry(filed.to_string()).or_default()[column] += number;
                tracks.entry(track.key().to_owned()).or_default()[column] += number;
                let division = if division.is_empty() { NOT_NAMED } else { division };
                divisions.entry(division.to_owned()).or_default()[column] += number;
            }
        }
        let month_rows = self.months(period, months.keys());
        let track_rows = Track::ALL.map(|track| label(track.key(), words::track(track))).to_vec();
        let division_rows = self.divisions(divisions.keys());
        let mut tables = vec![
            crossed("by_month", month_rows, &months),
            crossed("by_track", track_rows, &tracks),
            crossed("by_division", division_rows, &divisions),
        ];
        let totals: Vec<u64> = (0..Outcome::ALL.len())
            .map(|column| months.values().map(|row| row[column]).sum())
            .collect();
        for (key, outcome, rows) in [
            (
                "denied_by_provision",
                Outcome::Denied,
                self.reasons(period, Outcome::Denied),
            ),
            (
                "denied_in_part_by_provision",
                Outcome::DeniedInPart,
                self.reasons(period, Outcome::DeniedInPart),
            ),
            (
                "no_record_by_reason",
                Outcome::NoRecord,
                self.reasons(period, Outcome::NoRecord),
            ),
            ("waiting_by_age", Outcome::Waiting, self.ages(period)),
        ] {
            tables.extend(part(key, column(outcome), rows, totals[column(outcome)]));
        }
        let columns = Outcome::ALL
            .map(|outcome| label(outcome.key(), words::outcome(outcome)))
            .to_vec();
        TableSet::of(columns, tables)
    }

    /// Every month of the period up to the day of reading, and the months that have requests.
    pub(super) fn months<'k>(&self, period: Period, known: impl Iterator<Item = &'k String>) -> Vec<Label> {
        let mut months: Vec<Month> = known.filter_map(|key| key.parse().ok()).collect();
        let today = Month::of(self.as_of);
        let first = match period {
            Period::Year(year) => Month { year, month: 1 },
            Period::All => months.iter().copied().min().unwrap_or(today),
        };
        let last = match period {
            Period::Year(year) => Month { year, month: 12 }.min(today),
            Period::All => today,
        };
        let mut month = first;
        while month <= last {
            months.push(month);
            month = month.next();
        }
        months.sort_unstable();
        months.dedup();
        months.into_iter().map(words::month).collect()
    }

    /// The divisions of the profile in its order, then others that were named, then none.
    fn divisions<'k>(&self, known: impl Iterator<Item = &'k String>) -> Vec<Label> {
        let own = &self.profile.divisions;
        let mut rows: Vec<Label> = own
            .iter()
            .map(|division| words::named(&division.key, &division.name))
            .collect();
        let others = known.filter(|key| *key != NOT_NAMED && own.iter().all(|division| division.key != **key));
        rows.extend(others.map(|key| words::named(key, key)));
        rows.push(label(NOT_NAMED, words::table::NOT_NAMED));
        rows
    }

    fn reasons(&self, period: Period, of: Outcome) -> Vec<(Label, u64)> {
        let mut reasons = BTreeMap::<&Reason, u64>::new();
        for (count, number) in self.totals.iter() {
            if let Count::Reason { filed, outcome, reason } = count
                && *outcome == of
                && period.has(filed.year)
            {
                *reasons.entry(reason).or_default() += number;
            }
        }
        let row = |(reason, number): (&Reason, u64)| {
            let (key, name) = (reason.key().to_owned(), words::reason(reason));
            (Label { key, name }, number)
        };
        reasons.into_iter().map(row).collect()
    }

    /// How long requests have waited, in days, with their number.
    fn waits(&self, period: Period) -> BTreeMap<u32, u64> {
        let mut waits = BTreeMap::new();
        for (count, number) in self.totals.iter() {
            if let Count::Waiting { filed, since } = count
                && period.has(*filed)
            {
                *waits.entry(days(*since, self.as_of)).or_default() += number;
            }
        }
        waits
    }

    fn ages(&self, period: Period) -> Vec<(Label, u64)> {
        let waits = self.waits(period);
        let mut from = 0;
        let groups = words::AGES.map(|(key, last, text)| {
            let number = waits.range(from..=last).map(|(_, number)| number).sum();
            from = last.saturating_add(1);
            (label(key, text), number)
        });
        groups.to_vec()
    }

    /// The age that at least half of the waiting requests do not exceed; none while too few wait, or
    /// while their number is hidden.
    pub(super) fn waiting_median(&self, period: Period, published: &[Public]) -> Option<u32> {
        let waiting = published
            .first()?
            .column_totals
            .get(column(Outcome::Waiting))?
            .shown()?;
        if waiting < u64::from(self.profile.suppress_below.max(1)) {
            return None;
        }
        let mut seen = 0;
        self.waits(period)
            .into_iter()
            .find(|(_, number)| {
                seen += number;
                seen * 2 >= waiting
            })
            .map(|(age, _)| age)
    }
}

fn column(outcome: Outcome) -> usize {
    Outcome::ALL.iter().position(|one| *one == outcome).unwrap_or_default()
}

fn crossed(key: &'static str, rows: Vec<Label>, cross: &Cross) -> Table {
    let counts = rows
        .iter()
        .map(|row| cross.get(&row.key).copied().unwrap_or_default().to_vec())
        .collect();
    let of = None;
    Table { key, rows, counts, of }
}

/// A column taken apart; what no reason accounts for is a row of its own. `None` when more is
/// accounted for than there is, which only broken totals can say.
fn part(key: &'static str, column: usize, rows: Vec<(Label, u64)>, total: u64) -> Option<Table> {
    let known: u64 = rows.iter().map(|(_, number)| number).sum();
    let rest = total.checked_sub(known)?;
    let other = (rest > 0).then(|| (label("other", words::table::OTHER), rest));
    let (rows, counts) = rows
        .into_iter()
        .chain(other)
        .map(|(label, number)| (label, vec![number]))
        .unzip();
    let of = Some(column);
    Some(Table { key, rows, counts, of })
}
