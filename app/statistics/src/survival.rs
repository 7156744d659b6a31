//! Days to something where not everybody has got there yet: Kaplan–Meier.
//!
//! A request still open on the day of reading is *censored*: it is known to have waited so long and
//! not to have got there. Dropping such requests would make waits look shorter than they are.

use std::collections::BTreeMap;

/// Waits in whole days: how many ended with the thing waited for, how many ended otherwise, and how
/// many are still being waited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WaitTimes {
    days: BTreeMap<u32, Ends>,
}

/// How many waits came to so many days, in each way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Ends {
    reached: u64,
    left: u64,
    open: u64,
}

/// A step of the curve: what is known `days` days after receipt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Days since receipt.
    pub days: u32,
    /// Requests that had waited at least so long and were still watched.
    pub at_risk: u64,
    /// How many of them got there on this day.
    pub reached: u64,
    /// How many are censored here: still open, or ended otherwise.
    pub censored: u64,
    /// Kaplan–Meier: estimated share still waiting after this day, from 1 to 0, as if no request
    /// ended otherwise.
    pub waiting: f64,
    /// Aalen–Johansen: estimated share of all requests that have got there by this day, those that
    /// ended otherwise counted as never getting there.
    pub arrived: f64,
}

/// Comparing shares: products of fractions miss a half by less than this.
const HAIR: f64 = 1e-9;

impl WaitTimes {
    /// Adds waits that ended after so many days with the thing waited for.
    pub fn reached(&mut self, days: u32, requests: u64) {
        self.days.entry(days).or_default().reached += requests;
    }

    /// Adds waits that ended otherwise after so many days.
    pub fn left(&mut self, days: u32, requests: u64) {
        self.days.entry(days).or_default().left += requests;
    }

    /// Adds waits that have lasted so many days and go on.
    pub fn open(&mut self, days: u32, requests: u64) {
        self.days.entry(days).or_default().open += requests;
    }

    /// How many waits there are.
    pub fn counted(&self) -> u64 {
        self.days
            .values()
            .map(|ends| ends.reached + ends.left + ends.open)
            .sum()
    }

    /// How many ended with the thing waited for.
    pub fn arrivals(&self) -> u64 {
        self.days.values().map(|ends| ends.reached).sum()
    }

    /// The curve, a point for each day on which a wait came to its end or to today. Who left on the
    /// day of an arrival counts as still there on it.
    pub fn curve(&self) -> Vec<Point> {
        let mut at_risk = self.counted();
        let (mut waiting, mut under_way, mut arrived) = (1.0, 1.0, 0.0);
        let mut points = Vec::with_capacity(self.days.len());
        for (&days, &Ends { reached, left, open }) in &self.days {
            if at_risk == 0 {
                break;
            }
            let risk = real(at_risk);
            waiting *= 1.0 - real(reached) / risk;
            arrived += under_way * real(reached) / risk;
            under_way *= 1.0 - real(reached + left) / risk;
            points.push(Point {
                days,
                at_risk,
                reached,
                censored: left + open,
                waiting,
                arrived,
            });
            at_risk -= reached + left + open;
        }
        points
    }
}

/// The first day by which at least this share has got there; `None` when the curve never falls so
/// far. The median is the share one half.
pub fn quantile(curve: &[Point], share: f64) -> Option<u32> {
    curve
        .iter()
        .find(|point| point.reached > 0 && point.waiting <= 1.0 - share + HAIR)
        .map(|point| point.days)
}

/// A count as a number to divide; counts beyond four thousand million do not occur.
pub(crate) fn real(count: u64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
