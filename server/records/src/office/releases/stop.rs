//! What was let go, and may no longer stay so: its links stop.

use law::{
    bar::Section,
    fee::Fee,
    release::{self, ReleaseFacts, ReleaseRecording},
};
use office::{OfficeResult, views::AuditAct};

use super::{Moment, RecordsOffice, Tx, entry};
use crate::store::{audit_log, copies, orders, recordings, releases};

impl RecordsOffice {
    /// Stops the links of a recording's releases that its status, an order, or a court in a person's action no longer
    /// lets stay out; how many. To be called by whatever may close footage again, within its own transaction, once it
    /// has saved what it did.
    pub(in crate::office) async fn stop_closed(
        &self,
        tx: &mut Tx,
        recording_id: &str,
        by: Option<&str>,
        now: Moment,
    ) -> OfficeResult<u32> {
        recordings::hold_still(tx, recording_id).await?;
        let going = releases::going(tx, recording_id).await?;
        let Some(recording) = recordings::find(tx.conn().await?, recording_id)
            .await?
            .filter(|_| !going.is_empty())
        else {
            return Ok(0);
        };
        let naming = orders::naming(tx.conn().await?, recording_id).await?;
        let mut facts = ReleaseFacts {
            today: now.today,
            recordings: Vec::new(),
            people: self.shown_in(tx, recording_id, "").await?,
            orders: naming.into_iter().map(|kept| kept.order).collect(),
            terms_confirmed: Vec::new(),
            warning_acknowledged: false,
            fee: Fee::None,
        };
        let mut stopped = 0;
        for (id, copy) in going {
            let copy = copies::find(tx.conn().await?, &copy).await?;
            facts.recordings = vec![ReleaseRecording {
                id: recording.id.clone(),
                length_ms: recording.length_ms(),
                status: recording.status.clone(),
                scene: recording.scene(),
                people_logged: true,
                copy: copy.map(|copy| copy.copy),
            }];
            if let Err(bar) = release::may_stay(&facts) {
                stopped += u32::from(self.stop(tx, &id, &bar.section, by, now).await?);
            }
        }
        Ok(stopped)
    }

    /// Stops the links of all releases of a recording.
    pub(in crate::office) async fn stop_all(
        &self,
        tx: &mut Tx,
        recording_id: &str,
        section: &Section,
        by: Option<&str>,
        now: Moment,
    ) -> OfficeResult<()> {
        for (id, _) in releases::going(tx, recording_id).await? {
            self.stop(tx, &id, section, by, now).await?;
        }
        Ok(())
    }

    async fn stop(
        &self,
        tx: &mut Tx,
        id: &str,
        section: &Section,
        by: Option<&str>,
        now: Moment,
    ) -> OfficeResult<bool> {
        if !releases::stop(tx, id, &section.0, now.at).await? {
            return Ok(false);
        }
        let act = AuditAct::LinksStopped;
        let stopped = audit_log::Entry {
            citation: Some(&section.0),
            ..entry(id, &act, by, now)
        };
        audit_log::append(tx, &stopped).await?;
        Ok(true)
    }

    /// Stops what orders no longer let stay out because a day has passed: their last, or the first of one that forbids.
    /// How many.
    pub async fn stop_overdue(&self) -> OfficeResult<u32> {
        let mut stopped = 0;
        for recording in releases::out_under_orders(&self.store).await? {
            let mut tx = self.store.begin().await?;
            stopped += self.stop_closed(&mut tx, &recording, None, self.now()).await?;
            tx.commit().await?;
        }
        Ok(stopped)
    }
}
