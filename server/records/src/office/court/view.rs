//! The desk of cases: what is shown of them.

use std::collections::HashMap;

use async_trait::async_trait;
use jiff::ToSpan as _;
use law::court::{CourtMatter, EntryKind, Standing};
use office::{
    OfficeResult, TrackingNumber,
    desk::CourtDesk,
    forms::{CourtFilter, CourtList, NewCase, NewEntry},
    permission::CourtFiler,
    views::{AuditAct, AuditSubject, CourtEntryView, CourtLine, CourtPage, CourtView, OwnCase, PAGE_LINES, Staff},
};

use crate::{
    fault::Stored,
    office::{RecordsOffice, conflicts::is_on, orders},
    store::{
        attachments, closures,
        court::{self, StoredCase, Which},
        orders as stored_orders, recordings, requests,
        staff::{self},
    },
};

/// So many days ahead a day counts as due.
pub(in crate::office) const DUE_DAYS: i64 = 6;

#[async_trait]
impl CourtDesk for RecordsOffice {
    async fn court_cases(&self, by: &Staff, filter: CourtFilter) -> OfficeResult<CourtPage> {
        let today = self.now().today;
        let which = match filter.list {
            CourtList::Open => Which::Open,
            CourtList::Due => Which::DueBy(today.saturating_add(DUE_DAYS.days())),
            CourtList::Mine => Which::HeldBy(&by.id),
            CourtList::Nobody => Which::OfNobody,
            CourtList::Ended => Which::Ended,
            CourtList::All => Which::All,
        };
        let (ids, total) = court::page(&self.store, which, &filter.q, PAGE_LINES, filter.page).await?;
        Ok(CourtPage {
            lines: self.court_lines(&ids).await?,
            total,
            page: filter.page.max(1),
            today,
        })
    }

    async fn court_case(&self, by: &Staff, id: &str) -> OfficeResult<Option<CourtView>> {
        let Some(case) = court::find(&mut *self.store.read().await?, id).await? else {
            return Ok(None);
        };
        let names = staff::names(&self.store).await?;
        let now = self.now();
        let matter = case.matter();
        if !matter.seals().is_empty() {
            self.note_read(by, id, (AuditSubject::CourtCase, id), &AuditAct::SealedCaseOpened)
                .await?;
        }
        let mut papers = attachments::of(&self.store, ("court", id)).await?;
        papers.retain(|paper| {
            let mut documents = case.entries.iter().filter_map(|kept| kept.document.as_ref());
            documents.all(|document| document.as_str() != paper.sha256)
        });
        let line = self.court_line(&case, &names).await?;
        let mut entries = Vec::new();
        for kept in &case.entries {
            entries.push(self.entry_view(&case, &matter, kept, &names).await?);
        }
        let mut held = Vec::new();
        for order in matter.orders() {
            if let Some(kept) = stored_orders::find(self.store.reader(), order).await? {
                held.push(orders::line(&kept, now.today));
            }
        }
        let concerned = matter.concerns(EntryKind::Recording);
        let concerned = recordings::with_ids(&mut *self.store.read().await?, &concerned).await?;
        let mut conflict = concerned.iter().any(|recording| is_on(by, recording));
        for request in matter.concerns(EntryKind::Request) {
            conflict |= self.is_on_request(by, request).await?;
        }
        let known = closures::entered_by(self.store.reader(), now.at).await?;
        let act = |kind: EntryKind| {
            let own = kind != EntryKind::Order && by.role.enters(kind, None);
            let free = own && !(kind.decides() && conflict);
            free.then(|| (kind, matter.bar(kind)))
        };
        Ok(Some(CourtView {
            entries,
            papers,
            orders: held,
            hold: matter.hold(self.rules(&known)),
            acts: EntryKind::ALL.into_iter().filter_map(act).collect(),
            holders: staff::working(&self.store).await?,
            conflict,
            version: case.version,
            today: now.today,
            line,
        }))
    }

    async fn cases_of_request(&self, _by: &Staff, number: &TrackingNumber) -> OfficeResult<Vec<CourtLine>> {
        let mut tx = self.store.snapshot().await?;
        let id = requests::id_of(&mut tx, number).await?;
        tx.commit().await?;
        let Some(id) = id else { return Ok(Vec::new()) };
        let ids = court::of_request(self.store.reader(), &id).await?;
        Ok(self.court_lines(&ids).await?)
    }

    async fn cases_of_recording(&self, _by: &Staff, id: &str) -> OfficeResult<Vec<CourtLine>> {
        let ids = court::of_recording(self.store.reader(), id).await?;
        Ok(self.court_lines(&ids).await?)
    }

    async fn open_case(&self, by: &CourtFiler, case: NewCase) -> OfficeResult<String> {
        let mut tx = self.store.begin().await?;
        let id = self.open_case_within(&mut tx, by, &case, self.now()).await?;
        tx.commit().await?;
        Ok(id)
    }

    async fn enter_in_case(&self, by: &CourtFiler, id: &str, entry: NewEntry, version: i64) -> OfficeResult<()> {
        let mut tx = self.store.begin().await?;
        self.enter_in_case_within(&mut tx, by, (id, version), entry, self.now())
            .await?;
        Ok(tx.commit().await?)
    }

    async fn is_conflicted(
        &self,
        by: &Staff,
        number: Option<&TrackingNumber>,
        sources: &[String],
    ) -> OfficeResult<bool> {
        if by.officer.is_none() {
            return Ok(false);
        }
        let mut tx = self.store.snapshot().await?;
        let mut conflict = false;
        if let Some(number) = number
            && let Some(id) = requests::id_of(&mut tx, number).await?
        {
            let linked = recordings::of_request(tx.conn().await?, &id).await?;
            conflict |= linked.iter().any(|recording| is_on(by, recording));
        }
        for source in sources {
            if let Some(id) = recordings::id_of(&mut tx, source).await? {
                let recording = recordings::find(tx.conn().await?, &id).await?;
                conflict |= recording.is_some_and(|recording| is_on(by, &recording));
            }
        }
        tx.commit().await?;
        Ok(conflict)
    }
}

impl RecordsOffice {
    async fn court_lines(&self, ids: &[String]) -> Stored<Vec<CourtLine>> {
        let names = staff::names(&self.store).await?;
        let mut lines = Vec::new();
        for id in ids {
            let found = court::find(&mut *self.store.read().await?, id).await?;
            if let Some(case) = found {
                lines.push(self.court_line(&case, &names).await?);
            }
        }
        Ok(lines)
    }

    async fn court_line(&self, case: &StoredCase, names: &HashMap<String, String>) -> Stored<CourtLine> {
        let matter = case.matter();
        let mut numbers = Vec::new();
        for id in matter.concerns(EntryKind::Request) {
            numbers.extend(requests::number_of(&self.store, Some(id)).await?);
        }
        let wanted = matter.concerns(EntryKind::Recording);
        let found = recordings::with_ids(&mut *self.store.read().await?, &wanted).await?;
        let concerned = found.into_iter().map(|recording| (recording.id, recording.source_id));
        Ok(CourtLine {
            id: case.id.clone(),
            case: case.case.clone(),
            caption: case.caption.clone(),
            kind: case.kind,
            standing: matter.standing(),
            parties: matter.parties(),
            filed_on: matter.first_filing().map(|first| first.on),
            served_on: matter.served().map(|served| served.entry.on),
            decided_on: matter.decided().map(|end| end.on),
            next: matter.next(),
            holder: matter.holder().and_then(|id| names.get(id)).cloned(),
            requests: numbers,
            recordings: concerned.collect(),
            sealed: matter.sealed(),
        })
    }

    async fn entry_view(
        &self,
        case: &StoredCase,
        matter: &CourtMatter,
        kept: &court::KeptEntry,
        names: &HashMap<String, String>,
    ) -> Stored<CourtEntryView> {
        let id = kept.entry.about.as_deref();
        let about = match (kept.entry.kind, id) {
            (EntryKind::Request, Some(id)) => {
                let number = requests::number_of(&self.store, Some(id)).await?;
                number.map(|number| (number.to_string(), Some(format!("/staff/requests/{number}"))))
            }
            (EntryKind::Recording, Some(id)) => {
                let recording = recordings::find(self.store.reader(), id).await?;
                recording.map(|recording| (recording.source_id, Some(format!("/staff/recordings/{id}"))))
            }
            (EntryKind::Holder, Some(id)) => names.get(id).map(|name| (name.clone(), None)),
            (_, Some(id)) => Some((case.case.number.clone(), Some(format!("/staff/orders/{id}")))),
            (_, None) => None,
        };
        let corrected_by = case
            .entries
            .iter()
            .find(|later| later.entry.kind == EntryKind::Correction && later.entry.entry == Some(kept.no));
        Ok(CourtEntryView {
            no: kept.no,
            entered_on: kept.on,
            by: kept.staff_id.as_ref().and_then(|id| names.get(id)).cloned(),
            about,
            reason: kept.reason.clone(),
            document: kept.document.as_ref().map(|hash| hash.as_str().to_owned()),
            corrected_by: corrected_by.map(|later| later.no),
            sealed: matter.seals().iter().any(|seal| seal.entry == Some(kept.no)),
            entry: kept.entry.clone(),
        })
    }

    /// The cases that concern a request, for whoever filed it.
    pub(in crate::office) async fn own_cases(&self, request_id: &str) -> Stored<Vec<OwnCase>> {
        let mut own = Vec::new();
        for id in court::of_request(self.store.reader(), request_id).await? {
            let Some(case) = court::find(&mut *self.store.read().await?, &id).await? else {
                continue;
            };
            let matter = case.matter();
            let seals = matter.seals();
            if seals.iter().any(|seal| seal.entry.is_none() && seal.from_requester) {
                own.push(OwnCase {
                    case: None,
                    kind: case.kind,
                    standing: Standing::New,
                    next: None,
                    happened: Vec::new(),
                });
                continue;
            }
            let hidden = matter.sealed_entries();
            let mut shown = matter;
            shown.entries.retain(|one| !hidden.contains(&(one.no, true)));
            let happened = shown.live().into_iter().filter(|one| one.entry.kind.is_of_court());
            own.push(OwnCase {
                case: Some(case.case.clone()),
                kind: case.kind,
                standing: shown.standing(),
                next: shown.next().filter(|_| seals.iter().all(|seal| !seal.from_requester)),
                happened: happened
                    .map(|one| (one.entry.kind, one.entry.on, one.entry.by))
                    .collect(),
            });
        }
        Ok(own)
    }
}
