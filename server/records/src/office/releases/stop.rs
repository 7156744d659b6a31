//! What was let go, and may no longer stay so: its links stop, and whom it went to is told.

use std::collections::BTreeMap;

use law::{
    bar::Section,
    release::{ReleaseActKind, StopGround},
};
use office::{OfficeResult, Refusal, TrackingNumber, forms::ReleaseStop, permission::Custodian, views::AuditAct};

use super::{Moment, RecordsOffice, Tx, entry, footage::Footage};
use crate::office::letters::About;
use crate::{
    fault::Stored,
    letters,
    store::{
        audit_log, followers, outbox, recordings,
        releases::{self, Going, Stop},
        requesters, requests,
        status::StatusRow,
    },
};

/// Requests whose video stopped within one act, each with why.
#[derive(Debug, Default)]
pub(in crate::office) struct Stopped(BTreeMap<String, (StopGround, String)>);

impl Stopped {
    /// On how many requests.
    pub(in crate::office) fn requests(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }
}

impl RecordsOffice {
    /// Stops one release, in its delivery and in the library: it closes, so one custodian is enough.
    pub(super) async fn stop_one(
        &self,
        by: &Custodian,
        number: &TrackingNumber,
        id: &str,
        stop: &ReleaseStop,
    ) -> OfficeResult<()> {
        let now = self.now();
        let (mut tx, request) = self.begin_possible(number, ReleaseActKind::Stop).await?;
        let going = releases::going_on(&mut tx, &request, id).await?;
        let going = going.ok_or(Refusal::NotFound)?;
        let ground = StopGround::Office;
        let why = Stop {
            ground,
            section: ground.section(),
            reason: Some(&stop.reason),
            words: stop.words.as_deref(),
            by: Some(&by.id),
        };
        let mut stopped = Stopped::default();
        self.stop(&mut tx, &going, why, &mut stopped, now).await?;
        self.tell_stopped(&mut tx, &stopped, stop.words.as_deref(), now).await?;
        Ok(tx.commit().await?)
    }

    /// Stops the links of a recording's releases that its status, a newer copy, an order, or a court in a person's action
    /// no longer lets stay out, and tells whom they went to. To be called by whatever may close footage again, within
    /// its own transaction, once it has saved what it did.
    pub(in crate::office) async fn stop_closed(
        &self,
        tx: &mut Tx,
        recording_id: &str,
        by: Option<&str>,
        now: Moment,
    ) -> OfficeResult<u32> {
        recordings::hold_still(tx, recording_id).await?;
        let mut stopped = Stopped::default();
        for going in releases::going(tx, recording_id).await? {
            if let Some((ground, section)) = self.must_stop(tx, &going, now).await? {
                let why = Stop {
                    ground,
                    section: &section.0,
                    reason: None,
                    words: None,
                    by,
                };
                self.stop(tx, &going, why, &mut stopped, now).await?;
            }
        }
        self.leave_library(tx, recording_id, now).await?;
        self.tell_stopped(tx, &stopped, None, now).await?;
        Ok(stopped.requests())
    }

    /// Stops the links of all releases of a recording, and tells whom they went to.
    pub(in crate::office) async fn stop_all(
        &self,
        tx: &mut Tx,
        recording_id: &str,
        section: &Section,
        by: Option<&str>,
        now: Moment,
    ) -> OfficeResult<()> {
        let mut stopped = Stopped::default();
        for going in releases::going(tx, recording_id).await? {
            let why = Stop {
                ground: StopGround::Closed,
                section: &section.0,
                reason: None,
                words: None,
                by,
            };
            self.stop(tx, &going, why, &mut stopped, now).await?;
        }
        Ok(self.tell_stopped(tx, &stopped, None, now).await?)
    }

    /// Why a release that goes may no longer do so at this moment, if so.
    async fn must_stop(&self, tx: &mut Tx, going: &Going, now: Moment) -> OfficeResult<Option<(StopGround, Section)>> {
        let footage = Footage::of(tx, [going.recording_id.as_str()]).await?;
        footage.must_stop(&going.recording_id, &going.copy_id, now.today)
    }

    /// Which of these releases may be handed out at this very moment, in their order: their links go, and nothing has come
    /// since that stops them, though nobody may have entered it yet.
    pub(super) async fn go_now(&self, rows: &[releases::Row]) -> OfficeResult<Vec<bool>> {
        let today = self.now().today;
        let mut tx = self.store.snapshot().await?;
        let going = rows.iter().filter(|row| row.stopped_at.is_none());
        let footage = Footage::of(&mut tx, going.map(|row| row.recording_id.as_str())).await?;
        tx.commit().await?;
        let goes = |row: &releases::Row| {
            if row.stopped_at.is_some() {
                return Ok(false);
            }
            Ok(footage.must_stop(&row.recording_id, &row.copy_id, today)?.is_none())
        };
        rows.iter().map(goes).collect()
    }

    /// What a request's status says of its videos, at this very moment: one that nobody may open any more goes no longer,
    /// though nobody may have entered it yet.
    pub(in crate::office) async fn standing_now(&self, mut known: StatusRow) -> OfficeResult<StatusRow> {
        if known.videos.0 == 0 {
            return Ok(known);
        }
        let looked_at = releases::to_look_at_on(&self.store, known.number.as_str()).await?;
        if looked_at.is_empty() {
            return Ok(known);
        }
        for goes in self.go_now(&looked_at).await? {
            if !goes {
                known.videos = (known.videos.0.saturating_sub(1), Some(self.now().at));
            }
        }
        Ok(known)
    }

    async fn stop(
        &self,
        tx: &mut Tx,
        going: &Going,
        why: Stop<'_>,
        stopped: &mut Stopped,
        now: Moment,
    ) -> OfficeResult<()> {
        if !releases::stop(tx, &going.id, why, now.at).await? {
            return Ok(());
        }
        let act = AuditAct::LinksStopped {
            ground: Some(why.ground),
            reason: why.reason.map(str::to_owned),
        };
        let said = entry(&going.id, &act, why.by, now).citing(why.section);
        audit_log::append(tx, &said).await?;
        let told = (why.ground, why.section.to_owned());
        stopped.0.insert(going.request_id.clone(), told);
        Ok(())
    }

    /// Writes to the requester, and to who follows the request, that its video stopped.
    async fn tell_stopped(&self, tx: &mut Tx, stopped: &Stopped, words: Option<&str>, now: Moment) -> Stored<()> {
        for (request_id, (ground, section)) in &stopped.0 {
            let number = requests::number_of_id(tx, request_id).await?;
            if let Some(requester) = requesters::find(tx.conn().await?, request_id).await? {
                let why = letters::StopReason {
                    on: now.today,
                    ground: *ground,
                    section,
                    words,
                };
                let about = About {
                    request_id,
                    at: now.at,
                    on: now.today,
                    on_paper: true,
                    number: &number,
                    instead: false,
                };
                self.write_to(tx, &requester, about, |writing| letters::stopped(writing, &why))
                    .await?;
            }
            for follower in followers::of(tx, request_id).await? {
                let stop = self.secret.token("stop", &follower.id);
                let (to, lang) = (&follower.email, follower.language);
                let letter = letters::followed_stop(&self.sender, to, lang, &number, now.today, &stop);
                outbox::post(tx, request_id, &letter, now.at);
            }
        }
        Ok(())
    }

    /// Stops what may no longer stay out because a day has passed, an order's last or the first of one that forbids, or
    /// because a newer copy came by another way. On how many requests.
    pub async fn stop_overdue(&self) -> OfficeResult<u32> {
        let mut stopped = 0;
        for recording in releases::out_to_look_at(&self.store).await? {
            let mut tx = self.store.begin().await?;
            stopped += self.stop_closed(&mut tx, &recording, None, self.now()).await?;
            tx.commit().await?;
        }
        Ok(stopped)
    }
}
