//! Whoever is on a recording does not decide on it: their account names them as the officer whose camera made it.

use law::{
    bar::{Bar, Reason, Section},
    notice::{ReleaseBar, ReleaseReason},
    request::{ActKind, section},
};
use office::{OfficeResult, views::Staff};

use super::RecordsOffice;
use crate::{
    fault::Stored,
    store::{
        Tx,
        recordings::{self, Recording},
    },
};

/// Whether somebody is the officer of a recording. The register may name several, with commas between.
pub(super) fn is_on(by: &Staff, recording: &Recording) -> bool {
    let Some(officer) = by
        .officer
        .as_deref()
        .map(str::trim)
        .filter(|officer| !officer.is_empty())
    else {
        return false;
    };
    let named = recording.officer.split([',', ';', '/']).map(str::trim);
    named
        .chain([recording.officer.trim()])
        .any(|one| one.eq_ignore_ascii_case(officer))
}

/// Refuses whoever is on one of these recordings.
pub(super) fn not_on(by: &Staff, recordings: &[Recording]) -> OfficeResult<()> {
    if recordings.iter().any(|recording| is_on(by, recording)) {
        let reason = ReleaseReason::OnRecording;
        let section = Section::of("Department practice");
        return Err(ReleaseBar { reason, section }.into());
    }
    Ok(())
}

/// The same for one recording by its id.
pub(super) async fn not_on_recording(tx: &mut Tx, by: &Staff, id: &str) -> OfficeResult<()> {
    let found = recordings::find(tx.conn().await?, id).await?;
    not_on(by, found.as_slice())
}

/// The bar of an act on a request for whoever is on a recording that answers it.
pub(super) fn bar(kind: ActKind, conflict: bool) -> Option<Bar> {
    (conflict && kind.decides()).then(|| Bar {
        reason: Reason::OnRecording,
        section: section(kind),
    })
}

/// Refuses whoever is on a recording that answers a request.
pub(super) async fn not_on_request(tx: &mut Tx, by: &Staff, request_id: &str) -> OfficeResult<()> {
    if by.officer.is_none() {
        return Ok(());
    }
    not_on(by, &recordings::of_request(tx.conn().await?, request_id).await?)
}

impl RecordsOffice {
    /// Whether somebody is on a recording that answers a request.
    pub(super) async fn is_on_request(&self, by: &Staff, request_id: &str) -> Stored<bool> {
        if by.officer.is_none() {
            return Ok(false);
        }
        let linked = recordings::of_request(self.store.reader(), request_id).await?;
        Ok(linked.iter().any(|recording| is_on(by, recording)))
    }
}
