//! Days to something, as they may be shown.

use super::{Record, label};
use crate::{
    Cell, Count, MilestoneEnd, Period, Public, Span,
    calendar::days,
    survival::{Point, WaitTimes, quantile},
    table::Label,
    words::{self, table},
};

/// Days to something: the median, the ninetieth percentile and the curve, with open requests counted
/// as open.
#[derive(Clone, Debug, PartialEq)]
pub struct Durations {
    /// To what.
    pub span: Span,
    /// How many requests are counted: all of the period.
    pub counted: Cell,
    /// The day by which half have got there.
    pub median: Quantile,
    /// The day by which nine of ten have.
    pub ninetieth: Quantile,
    /// The curve, as far as it rests on enough requests; empty if too few have got there at all.
    pub steps: Vec<Step>,
}

/// A quantile of a curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantile {
    /// So many days after receipt.
    Days(u32),
    /// The curve never falls so far: too many are still open.
    NotReached,
    /// It would rest on too few requests.
    TooFew,
}

/// A point of a published curve; shares in whole percent, so that none gives a count away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Days since receipt.
    pub days: u32,
    /// Share still waiting after this day by Kaplan–Meier, in percent.
    pub waiting: u8,
    /// Share of all requests that have got there by this day, those that ended otherwise counted as
    /// never getting there (Aalen–Johansen), in percent.
    pub arrived: u8,
    /// Whether requests leave the curve here, still open or ended otherwise.
    pub censored: bool,
}

impl Record<'_> {
    /// The waits of the period's requests, open ones watched up to the day of reading.
    pub fn waits_for(&self, of: Span, period: Period) -> WaitTimes {
        let mut waits = WaitTimes::default();
        for (count, number) in self.totals.iter() {
            match count {
                Count::Passed { span, filed, how, days } if *span == of && period.has(*filed) => match how {
                    MilestoneEnd::Reached => waits.reached(*days, number),
                    MilestoneEnd::Left => waits.left(*days, number),
                },
                Count::OnTheWay { span, filed } if *span == of && period.has(filed.year()) => {
                    waits.open(days(*filed, self.as_of), number);
                }
                _ => {}
            }
        }
        waits
    }

    /// Days to something, as they may be shown.
    pub fn durations(&self, span: Span, period: Period) -> Durations {
        let enough = u64::from(self.profile.suppress_below);
        let waits = self.waits_for(span, period);
        let (counted, arrivals) = (waits.counted(), waits.arrivals());
        let curve = waits.curve();
        let sound = curve.iter().take_while(|point| point.at_risk >= enough).count();
        let sound = if arrivals >= enough { &curve[..sound] } else { &[] };
        Durations {
            span,
            counted: if (1..enough).contains(&counted) {
                Cell::Hidden
            } else {
                Cell::Shown(counted)
            },
            median: at(0.5, sound, &curve, counted >= enough),
            ninetieth: at(0.9, sound, &curve, counted >= enough),
            steps: steps(sound),
        }
    }
}

impl Durations {
    /// How many are counted, and the two days, as a table.
    pub fn table(&self) -> Public {
        let rows = [
            ("counted", table::COUNTED, self.counted),
            ("median", table::MEDIAN, self.median.cell()),
            ("ninetieth", table::NINETIETH, self.ninetieth.cell()),
        ];
        let (rows, cells) = rows
            .map(|(key, name, cell)| (label(key, name), vec![cell]))
            .into_iter()
            .unzip();
        let columns = vec![label("number", table::NUMBER)];
        plain(self.span.key(), columns, rows, cells)
    }

    /// The curve as a table, a row for each day on which it moves.
    pub fn curve(&self) -> Public {
        let key = match self.span {
            Span::TakenUp => "taken_up_curve",
            Span::FirstAction => "first_action_curve",
            Span::Release => "release_curve",
        };
        let columns = vec![label("waiting", table::STILL_WAITING), label("arrived", table::THERE)];
        let shown = |percent: u8| Cell::Shown(percent.into());
        let rows = self.steps.iter().map(|step| words::day(step.days)).collect();
        let cells = self
            .steps
            .iter()
            .map(|step| vec![shown(step.waiting), shown(step.arrived)]);
        plain(key, columns, rows, cells.collect())
    }

    /// The same, with the number counted hidden where the total of requests is.
    pub(super) fn counting(self, total: Cell) -> Self {
        let counted = if total == Cell::Hidden { total } else { self.counted };
        Self { counted, ..self }
    }
}

impl Quantile {
    /// As a number of a table.
    pub fn cell(self) -> Cell {
        match self {
            Self::Days(days) => Cell::Shown(days.into()),
            Self::NotReached => Cell::NotReached,
            Self::TooFew => Cell::TooFew,
        }
    }
}

/// A table of numbers that do not add up.
fn plain(key: &'static str, columns: Vec<Label>, rows: Vec<Label>, cells: Vec<Vec<Cell>>) -> Public {
    Public {
        key,
        columns,
        rows,
        cells,
        row_totals: Vec::new(),
        column_totals: Vec::new(),
        total: None,
    }
}

/// A quantile of the whole curve, unless it lies where too few are left.
fn at(share: f64, sound: &[Point], curve: &[Point], enough: bool) -> Quantile {
    match (quantile(sound, share), quantile(curve, share)) {
        (Some(days), _) => Quantile::Days(days),
        (None, None) if enough => Quantile::NotReached,
        _ => Quantile::TooFew,
    }
}

/// The curve in whole percent, without points that say nothing new.
fn steps(curve: &[Point]) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for point in curve {
        let step = Step {
            days: point.days,
            waiting: percent(point.waiting),
            arrived: percent(point.arrived),
            censored: point.censored > 0,
        };
        let same = |last: &Step| (last.waiting, last.arrived) == (step.waiting, step.arrived);
        if step.censored || !steps.last().is_some_and(same) {
            steps.push(step);
        }
    }
    steps
}

/// A share in whole percent, rounded to the nearest.
fn percent(share: f64) -> u8 {
    (0..100_u8)
        .find(|percent| share * 100.0 < f64::from(*percent) + 0.5)
        .unwrap_or(100)
}
