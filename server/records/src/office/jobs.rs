//! What the office does by itself, and what its operator asks of it.

use std::{pin::pin, time::Duration};

use futures_util::TryStreamExt as _;
use jiff::Timestamp;
use law::request::Act;
use office::{OfficeResult, Refusal};
use statistics::csv;
use tokio::time::Instant;

use super::{
    RecordsOffice,
    change::{Change, Principal},
    letters::About,
};
use crate::{
    fault::Stored,
    letters,
    store::{
        check, copies, holds, letters as store_letters, notices, overdue, people, publications, recordings, releases,
        requesters, requests,
        search::{self, Incomplete},
        totals::fold,
    },
};

impl RecordsOffice {
    /// Works out what holds cover that an earlier version of the program placed.
    pub(super) async fn complete_holds(&self) -> Stored<()> {
        if !holds::incomplete(self.store.reader()).await? {
            return Ok(());
        }
        let mut tx = self.store.begin_alone().await?;
        holds::complete(&mut tx, |from, to| self.profile.held_time(from, to)).await?;
        tx.commit().await
    }

    /// Works out what the queue is filtered and searched by, of the open requests that an earlier version of the program kept.
    pub(super) async fn complete_open_queue(&self) -> Stored<()> {
        while requests::without_step(&self.store).await? {
            let mut tx = self.store.begin_alone().await?;
            requests::complete_steps(&mut tx, self.now().today, self.rules(&[])).await?;
            tx.commit().await?;
        }
        // Now it is known which are open.
        while search::complete(&self.store, Incomplete::Open, self.now().today).await? {}
        Ok(())
    }

    /// The same of those that ended, which may be very many: for a second, in short steps, beside whatever else is written;
    /// whether there may be more. Until there is not, the queue says that not all of them are found.
    ///
    /// # Errors
    /// When the database cannot, or a row does not make sense.
    pub async fn complete_queue(&self) -> Stored<bool> {
        let until = Instant::now() + Duration::from_secs(1);
        while Instant::now() < until {
            if !search::complete(&self.store, Incomplete::Any, self.now().today).await? {
                return Ok(false);
            }
            // One that ended may be open again.
            self.complete_open_queue().await?;
        }
        Ok(true)
    }

    /// Lets requests lapse whose last day to answer or pay has passed (610.026.2(2)), save those
    /// that the law keeps alive and those whose filers nothing shows to have been told. How many lapsed.
    pub async fn lapse_due(&self) -> OfficeResult<u32> {
        let mut lapsed = 0;
        for number in requests::lapsing(&self.store, self.now().today).await? {
            match self
                .change(Change::new(
                    number,
                    Principal::Portal,
                    Act::Lapse { notice_given: None },
                ))
                .await
            {
                Ok(()) => lapsed += 1,
                Err(Refusal::Barred { .. }) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(lapsed)
    }

    /// Tells whoever filed of each day by which the office had to act and that passed, once. How many letters were written.
    pub async fn tell_overdue(&self) -> OfficeResult<u32> {
        let now = self.now();
        let mut told = 0;
        for number in overdue::untold(&self.store, now.today).await? {
            let mut tx = self.store.begin().await?;
            let Some(request) = requests::find(tx.conn().await?, &number).await? else {
                continue;
            };
            let requester = requesters::find(tx.conn().await?, &request.id).await?;
            for clock in &request.state.clocks {
                let passed = clock.runs() && clock.late(now.today) && clock.id.binds_agency();
                if !passed || !overdue::tell(&mut tx, &request.id, clock.id, clock.due, now.at).await? {
                    continue;
                }
                let Some(requester) = &requester else { continue };
                let about = About {
                    request_id: &request.id,
                    at: now.at,
                    on: now.today,
                    on_paper: true,
                    number: &number,
                    instead: false,
                };
                let day = (clock.id, clock.due);
                self.write_to(&mut tx, requester, about, |writing| letters::overdue(writing, day))
                    .await?;
                told += 1;
            }
            tx.commit().await?;
        }
        Ok(told)
    }

    /// What an operator should know of letters, line by line: those that failed, and those whose sender is refused. Nothing is
    /// wrong with the records because of them.
    ///
    /// # Errors
    /// When they cannot be counted.
    pub async fn letters_told(&self) -> Stored<Vec<String>> {
        let found = store_letters::totals(&self.store).await?;
        let at = format!("{}/staff/mail", self.sender.base_url.trim_end_matches('/'));
        let mut lines = Vec::new();
        if found.failed > 0 {
            lines.push(format!(
                "{} letters could not be delivered and wait for a person: {at}",
                found.failed
            ));
        }
        if found.sender_refused > 0 {
            lines.push(format!(
                "{} letters wait because the mail server refuses our sender: mend DAYLIGHT_MAIL or DAYLIGHT_MAIL_FROM",
                found.sender_refused
            ));
        }
        if found.paper > 0 {
            lines.push(format!(
                "{} letters on paper are to be posted: {at}?view=paper",
                found.paper
            ));
        }
        Ok(lines)
    }

    /// The holds that stand today as CSV, for the evidence system: what must not be deleted. First the time that each
    /// hold covers, on every camera of every division, with an empty `recording`; then each known recording with what
    /// holds it. Times are RFC 3339; empty for a hold that covers all time. A cell that a spreadsheet could take for a
    /// formula is led by an apostrophe. Each line is given as it is read, so that a million of them take no memory.
    ///
    /// # Errors
    /// The outer when the records cannot be read; the inner is the first that a line was answered with, and ends the export.
    pub async fn holds_export<E>(&self, give: impl FnMut(String) -> Result<(), E>) -> Stored<Result<(), E>> {
        let still = self.at_one_moment().await?;
        let exported = still.export_holds(give).await;
        still.store.reader().close().await;
        exported
    }

    async fn export_holds<E>(&self, mut give: impl FnMut(String) -> Result<(), E>) -> Stored<Result<(), E>> {
        let today = self.now().today;
        if let Err(error) = give(csv::line(&HOLDS_HEADER)) {
            return Ok(Err(error));
        }
        let zone = self.profile.time_zone();
        let instant = |at: Timestamp| at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
        {
            let mut standing = pin!(holds::standing(&self.store, today));
            while let Some(hold) = standing.try_next().await? {
                let [from, to] = hold
                    .held
                    .map_or_else(Default::default, |held| [held.from, held.to].map(instant));
                let line = csv::line(&[
                    hold.number.as_str(),
                    &hold.kind,
                    &hold.placed_on,
                    hold.last_day.as_deref().unwrap_or_default(),
                    &from,
                    &to,
                    "",
                    EVERY_CAMERA,
                    "",
                ]);
                if let Err(error) = give(line) {
                    return Ok(Err(error));
                }
            }
        }
        let micros = |at: i64| Timestamp::from_microsecond(at).map(&instant).unwrap_or_default();
        let mut all_held = pin!(recordings::all_held(&self.store, today));
        while let Some(held) = all_held.try_next().await? {
            let line = csv::line(&[
                held.number.as_str(),
                &held.kind,
                &held.placed_on,
                held.last_day.as_deref().unwrap_or_default(),
                &micros(held.started_at),
                &micros(held.ended_at),
                held.division.as_deref().unwrap_or_default(),
                &held.camera,
                &held.source_id,
            ]);
            if let Err(error) = give(line) {
                return Ok(Err(error));
            }
        }
        Ok(Ok(()))
    }

    /// Looks whether the database is sound, all of it as of one moment; what is wrong, line by line.
    ///
    /// # Errors
    /// When it cannot even be read.
    pub async fn check(&self) -> Stored<Vec<String>> {
        let still = self.at_one_moment().await?;
        let wrong = still.look_over().await;
        still.store.reader().close().await;
        wrong
    }

    async fn look_over(&self) -> Stored<Vec<String>> {
        let mut wrong = check::all(&self.store).await?;
        if !self.totals_agree().await? {
            wrong.push("the totals of the statistics are not what the docket gives".to_owned());
        }
        for (subject, id) in fold::unreadable(self.store.reader()).await? {
            wrong.push(format!(
                "{subject} {id}: the statistics leave it out, since it cannot be read"
            ));
        }
        let told = |ids: Vec<String>, what: &'static str| ids.into_iter().map(move |id| format!("{what} ({id})"));
        wrong.extend(told(
            notices::differing(&self.store).await?,
            "what is kept beside a notice is not what the notice says",
        ));
        wrong.extend(told(
            people::differing(&self.store).await?,
            "what is kept beside a person is not what the people log says",
        ));
        let unsound = releases::unsound(&self.store).await?.into_iter();
        wrong.extend(unsound.map(|(id, why)| format!("a release should not stand: {why} ({id})")));
        wrong.extend(self.clock_unsound().await?);
        let unsound = publications::unsound(&self.store).await?.into_iter();
        wrong.extend(unsound.map(|(id, why)| format!("a release should not be in the library: {why} ({id})")));
        wrong.extend(self.files_unsound().await?);
        wrong.extend(self.copies_unclean().await?);
        Ok(wrong)
    }

    /// Copies that are out and are not proved to be nothing but picture and sound.
    async fn copies_unclean(&self) -> Stored<Vec<String>> {
        let unknown = copies::unknown_and_out(&self.store).await?.into_iter();
        let mut wrong: Vec<String> = unknown
            .map(|(source, sha256)| {
                format!(
                    "the copy of {source} was kept before copies were made anew and is not handed out ({sha256}): send it \
                     again"
                )
            })
            .collect();
        let (out, files) = (copies::out(&self.store).await?, self.files.clone());
        let looked = tokio::task::spawn_blocking(move || check::copies(&out, &files)).await?;
        wrong.extend(looked?);
        Ok(wrong)
    }

    /// Files that are missing or hold something else than their hash says.
    async fn files_unsound(&self) -> Stored<Vec<String>> {
        let (named, files) = (copies::all_files(&self.store).await?, self.files.clone());
        let looked = tokio::task::spawn_blocking(move || check::files(&named, &files)).await?;
        Ok(looked?)
    }

    /// How many files are kept that no record names: the worker takes them away after some days.
    ///
    /// # Errors
    /// When they cannot be looked at.
    pub async fn orphans(&self) -> Stored<usize> {
        let known = copies::all_files(&self.store).await?.into_iter().collect();
        let files = self.files.clone();
        let found = tokio::task::spawn_blocking(move || files.orphans(&known)).await?;
        Ok(found?.len())
    }
}

/// A hold asks for no camera: who files seldom knows which one ran.
const EVERY_CAMERA: &str = "body_worn,in_car";

const HOLDS_HEADER: [&str; 9] = [
    "request",
    "hold",
    "placed_on",
    "last_day",
    "footage_from",
    "footage_to",
    "division",
    "media",
    "recording",
];
