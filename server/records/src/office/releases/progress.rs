//! How a request moves toward its delivery: each step is entered when it comes true, and by whom it came true.

use law::{
    notice::NoticeStateKind,
    publication,
    release::{self, ReleaseActKind, ReleaseProgress},
    request::{Act, ActKind, Stage},
};
use office::{OfficeResult, Refusal, TrackingNumber, views::Staff};

use super::{Change, Outcome, Principal, RecordsOffice, Tx};
use crate::store::{
    copies, notices, publications, recordings, releases,
    requests::{self, Request},
};

/// What may have made a step come true.
#[derive(Clone, Debug)]
pub(in crate::office) enum Cause {
    /// Somebody sent the copy of a recording.
    CopySent(Staff),
    /// Somebody approved it.
    CopyApproved(Staff),
    /// Something else, or a day that passed: what follows is entered by the portal.
    Other,
}

impl Cause {
    fn begun_by(&self) -> Principal {
        match self {
            Self::CopySent(staff) => Principal::Staff(staff.clone()),
            Self::CopyApproved(_) | Self::Other => Principal::Portal,
        }
    }

    fn approved_by(&self) -> Principal {
        match self {
            Self::CopyApproved(staff) => Principal::Staff(staff.clone()),
            Self::CopySent(_) | Self::Other => Principal::Portal,
        }
    }
}

impl RecordsOffice {
    /// As [`Self::advance`], for every request that a recording answers.
    pub(in crate::office) async fn advance_all(
        &self,
        tx: &mut Tx,
        recording_id: &str,
        cause: &Cause,
    ) -> OfficeResult<()> {
        for (_, number) in recordings::requests_of(tx.conn().await?, recording_id).await? {
            self.advance(tx, &number, cause).await?;
        }
        Ok(())
    }

    /// Enters on a request what has come true for it: that work on its copy began, that a second person approved every
    /// copy, that everybody shown was told and nothing stands in the way. To be called by whatever may make one of these
    /// true, within its own transaction, once it has saved what it did.
    pub(in crate::office) async fn advance(
        &self,
        tx: &mut Tx,
        number: &TrackingNumber,
        cause: &Cause,
    ) -> OfficeResult<()> {
        self.follow_register(tx, number).await?;
        let Some(request) = requests::find(tx.conn().await?, number).await? else {
            return Ok(());
        };
        let request = self.with_register(tx, request).await?;
        let mut stage = request.state.stage();
        if self.copy_waits(tx, &request).await? {
            self.enter_act(tx, number, cause.begun_by(), Act::StartRedaction)
                .await?;
            stage = Stage::Redacting;
        }
        if stage == Stage::Redacting && self.all_approved(tx, &request.id).await? {
            self.enter_act(tx, number, cause.approved_by(), Act::FinishRedaction)
                .await?;
            stage = Stage::NoticeGate;
        }
        if stage == Stage::NoticeGate && self.nothing_in_the_way(tx, number).await? {
            self.enter_act(tx, number, Principal::Portal, Act::OpenGate).await?;
        }
        Ok(())
    }

    /// Enters what has come true with the days alone: the worker calls it.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`].
    pub async fn advance_waiting(&self) -> OfficeResult<()> {
        for number in requests::at_stage(&self.store, Stage::NoticeGate).await? {
            let mut seen = self.store.snapshot().await?;
            let free = self.nothing_in_the_way(&mut seen, &number).await?;
            seen.commit().await?;
            // Nothing is written where nothing changed: public pages are made anew after every write.
            if free {
                let mut tx = self.store.begin().await?;
                self.advance(&mut tx, &number, &Cause::Other).await?;
                tx.commit().await?;
            }
        }
        Ok(())
    }

    pub(in crate::office) async fn enter_act(
        &self,
        tx: &mut Tx,
        number: &TrackingNumber,
        by: Principal,
        act: Act,
    ) -> OfficeResult<()> {
        let change = Change::new(number.clone(), by, act);
        match self.change_within(tx, &change).await? {
            Outcome::Overtaken => Err(Refusal::Stale),
            Outcome::Done | Outcome::DoneBefore => Ok(()),
        }
    }

    /// Whether the law lets a copy be made for a request, and one is there that has not left on it. Taking a request up
    /// ends the clock of 610.023.3, so it stays an act of its own.
    async fn copy_waits(&self, tx: &mut Tx, request: &Request) -> OfficeResult<bool> {
        let begins = request.state.bar(ActKind::StartRedaction, self.now().today).is_none();
        if request.state.stage() == Stage::Received || !begins {
            return Ok(false);
        }
        for recording in recordings::of_request(tx.conn().await?, &request.id).await? {
            let copy = copies::newest(tx.conn().await?, &recording.id).await?;
            if let Some(copy) = copy
                && !releases::is_out(tx, &request.id, &copy.id).await?
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// How far the release on a request has come.
    pub(in crate::office) async fn release_progress(
        &self,
        tx: &mut Tx,
        request_id: &str,
    ) -> OfficeResult<ReleaseProgress> {
        let linked = recordings::of_request(tx.conn().await?, request_id).await?;
        let mut out = 0;
        for recording in &linked {
            if let Some(copy) = copies::newest(tx.conn().await?, &recording.id).await? {
                out += usize::from(releases::is_out(tx, request_id, &copy.id).await?);
            }
        }
        let (released, going) = releases::count(tx, request_id).await?;
        let (proposed, public) = publications::count(tx, request_id).await?;
        let track = requests::track_of(tx.conn().await?, request_id).await?;
        let told = notices::of_request(tx, request_id).await?;
        Ok(ReleaseProgress {
            recordings: linked.len(),
            out,
            notices: told.len(),
            sent: told
                .iter()
                .filter(|kept| kept.notice.state() == NoticeStateKind::Sent)
                .count(),
            released,
            going,
            private: track.is_some_and(|track| publication::public_track(track).is_err()),
            proposed,
            public,
        })
    }

    /// Begins what is done to the release on a request, if the law lets it be done as far as that has come; with the
    /// request's id.
    pub(in crate::office) async fn begin_possible(
        &self,
        number: &TrackingNumber,
        kind: ReleaseActKind,
    ) -> OfficeResult<(Tx, String)> {
        let mut tx = self.store.begin().await?;
        let request = requests::id_of(&mut tx, number).await?.ok_or(Refusal::NotFound)?;
        self.must_be_possible(&mut tx, &request, kind).await?;
        Ok((tx, request))
    }

    /// Refuses what the law bars for the release on a request, as far as that has come.
    pub(in crate::office) async fn must_be_possible(
        &self,
        tx: &mut Tx,
        request_id: &str,
        kind: ReleaseActKind,
    ) -> OfficeResult<()> {
        let bar = self.release_progress(tx, request_id).await?.bar(kind);
        bar.map_or(Ok(()), |bar| Err(bar.into()))
    }

    /// Whether every copy that a request waits for is approved.
    async fn all_approved(&self, tx: &mut Tx, request_id: &str) -> OfficeResult<bool> {
        let linked = recordings::of_request(tx.conn().await?, request_id).await?;
        for recording in &linked {
            let copy = copies::newest(tx.conn().await?, &recording.id).await?;
            if copy.is_none_or(|copy| copy.copy.approved().is_err()) {
                return Ok(false);
            }
        }
        Ok(!linked.is_empty())
    }

    /// Whether nothing stands in the way of a release any more.
    async fn nothing_in_the_way(&self, tx: &mut Tx, number: &TrackingNumber) -> OfficeResult<bool> {
        let prepared = self.prepared(tx, number, self.now()).await?;
        Ok(prepared.is_some_and(|waits| release::may_release(&waits.facts, self.rules(&waits.closures)).is_ok()))
    }
}
