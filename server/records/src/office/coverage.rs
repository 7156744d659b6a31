//! Coverage sheets: what should have recorded an incident, and what did.

use async_trait::async_trait;
use law::coverage::CoverageLine;
use office::{
    OfficeResult, Refusal, TrackingNumber,
    desk::CoverageDesk,
    permission::Custodian,
    views::{AuditAct, CoverageView, Staff},
};

use super::{RecordsOffice, conflicts::not_on_request};
use crate::store::{
    audit_log::{self, Subject},
    coverage::{self, Sheet},
    recordings, staff, status,
};

#[async_trait]
impl CoverageDesk for RecordsOffice {
    async fn coverage(&self, by: &Staff, number: &TrackingNumber) -> OfficeResult<Option<CoverageView>> {
        let Some(known) = status::find(&self.store, number).await? else {
            return Ok(None);
        };
        let names = staff::names(&self.store).await?;
        let sheet = coverage::newest(self.store.reader(), &known.id).await?;
        let linked = recordings::of_request(self.store.reader(), &known.id).await?;
        Ok(Some(CoverageView {
            number: number.clone(),
            kept: sheet
                .as_ref()
                .map(|sheet| (sheet.on, names.get(&sheet.by).cloned().unwrap_or_default())),
            lines: sheet.map(|sheet| sheet.lines).unwrap_or_default(),
            linked: linked
                .into_iter()
                .map(|recording| (recording.source_id, recording.camera, recording.officer))
                .collect(),
            may_change: by.role.works(),
        }))
    }

    async fn keep_coverage(
        &self,
        by: &Custodian,
        number: &TrackingNumber,
        lines: Vec<CoverageLine>,
    ) -> OfficeResult<()> {
        let now = self.now();
        let known = status::find(&self.store, number).await?.ok_or(Refusal::NotFound)?;
        let mut tx = self.store.begin().await?;
        not_on_request(&mut tx, by, &known.id).await?;
        let act = AuditAct::CoverageKept {
            cameras: u64::try_from(lines.len()).unwrap_or(u64::MAX),
            gaps: u64::try_from(lines.iter().filter(|line| line.gap.is_some()).count()).unwrap_or(u64::MAX),
        };
        let about = (Subject::Request, number.as_str());
        audit_log::append(&mut tx, &now.entry(about, &act, Some(&by.id))).await?;
        let before = coverage::newest(tx.conn().await?, &known.id).await?;
        let sheet = Sheet {
            no: before.map_or(0, |sheet| sheet.no) + 1,
            on: now.today,
            by: by.id.clone(),
            lines,
        };
        coverage::keep(&mut tx, &known.id, &sheet, now.at).await?;
        Ok(tx.commit().await?)
    }
}
