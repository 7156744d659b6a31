//! Court cases: everything that the office enters of a court, in its case once, wherever it is typed.

mod enter;
mod follow;
mod join;
mod old;
mod view;

pub(super) use self::view::DUE_DAYS;

use law::{
    court::{CaseKind, Entry},
    redaction::Sha256,
    request_order::CourtCase,
};
use office::{OfficeResult, Refusal};

use super::{Moment, RecordsOffice};
use crate::{
    fault::Stored,
    ids::new_id,
    store::{
        Tx, closures,
        court::{self, KeptEntry, StoredCase},
    },
};

/// An entry with what is kept beside it.
struct Made {
    entry: Entry,
    reason: String,
    document: Option<Sha256>,
}

impl From<Entry> for Made {
    fn from(entry: Entry) -> Self {
        Self {
            entry,
            reason: String::new(),
            document: None,
        }
    }
}

impl RecordsOffice {
    /// The case of a court and number; opened, if nobody entered it yet.
    async fn case_of(
        &self,
        tx: &mut Tx,
        (case, kind, caption): (&CourtCase, CaseKind, &str),
        by: Option<&str>,
        now: Moment,
    ) -> OfficeResult<StoredCase> {
        if let Some(id) = court::id_of(tx, case).await? {
            return court::find(tx.conn().await?, &id).await?.ok_or(Refusal::NotFound);
        }
        let opened = StoredCase {
            id: new_id(),
            case: case.clone(),
            caption: caption.to_owned(),
            kind,
            entries: Vec::new(),
            opened_on: now.today,
            version: 1,
        };
        court::insert(tx, &opened, (now.at, by)).await?;
        Ok(opened)
    }

    /// Adds an entry that the law let in; its number.
    async fn put(
        &self,
        tx: &mut Tx,
        case: &mut StoredCase,
        made: impl Into<Made>,
        by: Option<&str>,
        now: Moment,
    ) -> Stored<i64> {
        let made = made.into();
        let kept = KeptEntry {
            no: case.next_no(),
            at: now.at,
            on: now.today,
            staff_id: by.map(str::to_owned),
            entry: made.entry,
            reason: made.reason,
            document: made.document,
        };
        court::add(tx, &case.id, &kept).await?;
        let no = kept.no;
        case.entries.push(kept);
        Ok(no)
    }

    /// Keeps what follows from the entries of a case: where it stands, what it holds, what is sealed.
    async fn settle_case(&self, tx: &mut Tx, case: &mut StoredCase, now: Moment) -> OfficeResult<()> {
        let known = closures::entered_by(tx.conn().await?, now.at).await?;
        let hold = case.matter().hold(self.rules(&known));
        if !court::save(tx, case, hold).await? {
            return Err(Refusal::Stale);
        }
        case.version += 1;
        Ok(())
    }
}
