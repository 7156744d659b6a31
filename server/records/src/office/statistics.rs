//! The public statistics: running totals, a frozen snapshot a day, and the figures read from it.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

use async_trait::async_trait;
use law::Date;
use office::{
    Answer,
    desk::{ProgrammeDesk as _, StatisticsDesk},
    views::Statistics,
};
use programme::{Programme, Status, Unit};
use statistics::{CameraRow, Cameras, Count, Period, Record, Totals, table::Label};

use super::RecordsOffice;
use crate::{
    fault::{Fault, Stored, whole},
    store::totals,
};

/// Day of a snapshot, and when it was made.
type Stamp = (Date, i64);

/// The newest snapshot as last read.
#[derive(Default)]
pub struct Snapshot {
    last: Mutex<Option<(Stamp, Arc<Totals>)>>,
}

#[async_trait]
impl StatisticsDesk for RecordsOffice {
    async fn statistics(&self, year: Option<i16>) -> Answer<Option<Arc<Statistics>>> {
        let (as_of, totals) = self.snapshot().await?;
        let years = years(&totals, as_of);
        let year = year.or_else(|| years.first().copied());
        let Some(year) = year.filter(|year| years.contains(year)) else {
            return Ok(None);
        };
        let record = Record {
            totals: &totals,
            as_of,
            profile: &self.profile,
        };
        let figures = record.publish(Period::Year(year));
        let cameras = cameras(&*self.programme().await?, &self.profile.divisions);
        Ok(Some(Arc::new(Statistics {
            year,
            years,
            as_of,
            figures,
            cameras,
        })))
    }
}

impl RecordsOffice {
    /// The newest snapshot; a portal that has none yet makes its first.
    async fn snapshot(&self) -> Answer<(Date, Arc<Totals>)> {
        if totals::newest_stamp(&self.store).await?.is_none() {
            self.take_snapshot().await?;
        }
        let stamp = totals::newest_stamp(&self.store).await?;
        if let Some(known) = stamp.and_then(|stamp| self.known_snapshot(stamp)) {
            return Ok(known);
        }
        let Some((stamp, json)) = totals::newest_snapshot(&self.store).await? else {
            return Err(Fault::Contended.into());
        };
        let totals: Arc<Totals> = Arc::new(serde_json::from_str(&json).map_err(Fault::from)?);
        let mut last = self.frozen.last.lock().unwrap_or_else(PoisonError::into_inner);
        *last = Some((stamp, Arc::clone(&totals)));
        Ok((stamp.0, totals))
    }

    fn known_snapshot(&self, stamp: Stamp) -> Option<(Date, Arc<Totals>)> {
        let last = self.frozen.last.lock().unwrap_or_else(PoisonError::into_inner);
        let (known, totals) = last.as_ref()?;
        (*known == stamp).then(|| (stamp.0, Arc::clone(totals)))
    }

    /// Freezes the totals for today, if that was not done yet; today's day. The worker does it at its
    /// first look of a day, so that no figure can be told from the one of a moment before.
    ///
    /// # Errors
    /// When the database cannot.
    pub async fn take_snapshot(&self) -> Answer<Date> {
        let office = self.clone();
        whole(async move {
            let now = office.now();
            let newest = totals::newest_stamp(&office.store).await?;
            if newest.is_some_and(|(day, _)| day == now.today) {
                return Ok(now.today);
            }
            let running = totals::running(&office.store).await?;
            let mut tx = office.store.begin().await?;
            totals::keep_snapshot(&mut tx, now.today, &running, now.at).await?;
            tx.commit().await?;
            Ok(now.today)
        })
        .await
    }

    /// Counts the docket anew, if any request was filed before there were totals.
    pub(super) async fn catch_up(&self) -> Stored<()> {
        if totals::uncounted(&self.store).await? == 0 {
            return Ok(());
        }
        let mut stories = Vec::new();
        let mut wrong = None;
        let counted = totals::counted(&self.store, |request, story| match serde_json::to_string(story) {
            Ok(story) => stories.push((request.to_owned(), story)),
            Err(why) => wrong = Some(why),
        })
        .await?;
        if let Some(why) = wrong {
            return Err(why.into());
        }
        let mut tx = self.store.begin().await?;
        totals::replace(&mut tx, &counted, &stories).await?;
        tx.commit().await
    }

    /// Whether the running totals are what the docket gives.
    ///
    /// # Errors
    /// When the database cannot.
    pub async fn totals_agree(&self) -> Stored<bool> {
        let counted = totals::counted(&self.store, |_, _| {}).await?;
        Ok(totals::running(&self.store).await? == counted)
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

/// What the programme's facts say of cameras in service, by division where they name one, and of the
/// goal.
fn cameras(programme: &Programme, divisions: &[law::profile::Division]) -> Cameras {
    let mut found = Cameras {
        rows: Vec::new(),
        goal: None,
    };
    for fact in programme.cameras() {
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
