//! The public statistics: running totals, taken again as they change, and the figures read from them.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use async_trait::async_trait;
use law::{Date, profile::Profile};
use office::{
    OfficeResult,
    desk::{ProgramDesk as _, StatisticsDesk},
    views::Statistics,
};
use program::{Program, Status, Unit};
use statistics::{CameraRow, Cameras, Count, Period, Record, Totals, table::Label};
use tokio::sync::Mutex;

use super::{Moment, RecordsOffice};
use crate::{
    fault::{Fault, Stored},
    store::{
        settings, snapshots,
        totals::{self, fold},
    },
};

/// How long figures stay as they were taken, in microseconds. Each program keeps the page for a second more, and a shared cache
/// for another: with the worker's second or two, what happens is counted everywhere within five.
const FRESH: i64 = 1_000_000;

/// The totals as last taken, with the figures that were read from them.
#[derive(Default)]
pub struct StatisticsCache {
    last: Mutex<Option<CachedTotals>>,
}

struct CachedTotals {
    at: i64,
    as_of: Date,
    totals: Totals,
    settled: Totals,
    years: HashMap<i16, (Arc<Program>, Arc<Statistics>)>,
}

#[async_trait]
impl StatisticsDesk for RecordsOffice {
    async fn statistics(&self, year: Option<i16>) -> OfficeResult<Option<Arc<Statistics>>> {
        let program = self.program().await?;
        let mut last = self.statistics_cache.last.lock().await;
        let look = match last.take() {
            Some(look) if look.is_fresh(self.now()) => look,
            before => self.load_totals(before).await?,
        };
        Ok(last.insert(look).year(year, &program, &self.profile))
    }
}

impl CachedTotals {
    fn is_fresh(&self, now: Moment) -> bool {
        self.as_of == now.today && (self.at..self.at + FRESH).contains(&now.at)
    }

    /// The figures of a year, read once for all who ask until something changes.
    fn year(&mut self, year: Option<i16>, program: &Arc<Program>, profile: &Profile) -> Option<Arc<Statistics>> {
        let years = years(&self.totals, self.as_of);
        let year = year.or_else(|| years.first().copied())?;
        if !years.contains(&year) {
            return None;
        }
        if let Some((known, shown)) = self.years.get(&year)
            && Arc::ptr_eq(known, program)
        {
            return Some(Arc::clone(shown));
        }
        let record = Record {
            totals: &self.totals,
            settled: &self.settled,
            as_of: self.as_of,
            profile,
        };
        let shown = Arc::new(Statistics {
            year,
            years,
            as_of: self.as_of,
            figures: record.publish(Period::Year(year)),
            cameras: cameras(program, &profile.divisions),
        });
        self.years.insert(year, (Arc::clone(program), Arc::clone(&shown)));
        Some(shown)
    }
}

impl RecordsOffice {
    /// Takes the totals again; what was read from the same totals before stays.
    async fn load_totals(&self, before: Option<CachedTotals>) -> OfficeResult<CachedTotals> {
        let now = self.now();
        let running = self.totals().await?;
        let as_of = self.counted_until(now).await?;
        let same_year = before.filter(|before| before.as_of.year() == now.today.year());
        let (settled, years) = match same_year {
            Some(before) if before.as_of == as_of && before.totals == running => (before.settled, before.years),
            Some(before) => (before.settled, HashMap::new()),
            None => (self.settled_totals(now).await?, HashMap::new()),
        };
        Ok(CachedTotals {
            at: now.at,
            as_of,
            totals: running,
            settled,
            years,
        })
    }

    /// The day up to which everything is counted: today, or the day of the last fold where something waits.
    async fn counted_until(&self, now: Moment) -> Stored<Date> {
        if !fold::is_pending(self.store.reader()).await? {
            return Ok(now.today);
        }
        let kept = settings::get(&self.store, settings::COUNTED_ON).await?;
        Ok(kept.and_then(|day| day.parse().ok()).unwrap_or(now.today))
    }

    /// The totals at the first look of this year; without any, this is it.
    async fn settled_totals(&self, now: Moment) -> OfficeResult<Totals> {
        self.settle_year().await?;
        let settled = snapshots::of_year(&self.store, now.today.year()).await?;
        Ok(settled.ok_or(Fault::Contended)?)
    }

    /// Keeps the totals of today as those at the first look of this year, if there are none. The
    /// worker does it as soon as a year has begun.
    pub async fn settle_year(&self) -> OfficeResult<()> {
        let now = self.now();
        if snapshots::has_year(&self.store, now.today.year()).await? {
            return Ok(());
        }
        self.fold_statistics().await?;
        let running = self.totals().await?;
        let mut tx = self.store.begin().await?;
        snapshots::keep(&mut tx, now.today, &running, now.at).await?;
        Ok(tx.commit().await?)
    }

    /// Counts everything anew, if the totals are not those of this program; another may have done it meanwhile.
    pub(super) async fn catch_up(&self) -> Stored<()> {
        fold::recount(&self.store, || self.now().at, true).await
    }

    /// Counts what happened since the last fold, unless everything is being counted anew. The worker does it within seconds.
    ///
    /// # Errors
    /// As [`fold::fold`].
    pub async fn fold_statistics(&self) -> Stored<()> {
        while fold::is_pending(self.store.reader()).await? {
            let (mut tx, now) = (self.store.begin_alone().await?, self.now());
            if !fold::fold(&mut tx, now.today, now.at).await? {
                return tx.give_up().await;
            }
            tx.commit().await?;
        }
        Ok(())
    }

    /// Counts everything anew in the place of what is kept, while people write.
    ///
    /// # Errors
    /// As [`fold::recount`].
    pub async fn recount(&self) -> Stored<()> {
        fold::recount(&self.store, || self.now().at, false).await
    }

    /// The totals as they are shown: as of the last fold.
    ///
    /// # Errors
    /// As [`totals::running`].
    pub async fn totals(&self) -> Stored<Totals> {
        let mut tx = self.store.snapshot().await?;
        let running = totals::running(tx.conn().await?).await?;
        tx.commit().await?;
        Ok(running)
    }

    /// Whether the totals are what docket, notices, deletions and orders give.
    ///
    /// # Errors
    /// As [`fold::expected`].
    pub async fn totals_agree(&self) -> Stored<bool> {
        let mut tx = self.store.snapshot().await?;
        let agree = totals::running(tx.conn().await?).await? == fold::expected(tx.conn().await?).await?;
        let outdated = fold::outdated(tx.conn().await?).await?;
        tx.commit().await?;
        Ok(agree && !outdated)
    }
}

/// Years of receipt that have figures, the newest first; this one in any case.
fn years(totals: &Totals, today: Date) -> Vec<i16> {
    let filed = totals.iter().filter_map(|(count, _)| match count {
        Count::Request { filed, .. } => Some(filed.year),
        _ => None,
    });
    let years: BTreeSet<i16> = filed.chain([today.year()]).collect();
    years.into_iter().rev().collect()
}

/// What the program's facts say of cameras in service, by division where they name one, and of the
/// goal.
fn cameras(program: &Program, divisions: &[law::profile::Division]) -> Cameras {
    let mut found = Cameras {
        rows: Vec::new(),
        goal: None,
    };
    for fact in program.cameras() {
        let Some(figure) = fact.figure.filter(|figure| figure.unit == Unit::Cameras) else {
            continue;
        };
        if fact.status == Some(Status::Goal) {
            found.goal = Some(figure.value);
            continue;
        }
        let mut name = fact.name.clone().unwrap_or_else(|| fact.text.clone());
        let places: Vec<&str> = divisions
            .iter()
            .filter(|division| fact.divisions.contains(&division.key))
            .map(|division| division.name.as_str())
            .collect();
        if !places.is_empty() {
            name.en = format!("{} ({})", name.en, places.join(", "));
            name.es = format!("{} ({})", name.es, places.join(", "));
        }
        found.rows.push(CameraRow {
            place: Label {
                key: fact.id.clone(),
                name,
            },
            cameras: figure.value,
            in_service: fact.status == Some(Status::InService),
        });
    }
    found
}
