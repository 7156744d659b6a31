//! Entering in a case, by the desk of cases.

use std::collections::BTreeSet;

use law::{
    Date,
    bar::{Bar, Reason},
    court::{Entry, EntryKind, Who},
    disclosure_order::{DisclosureOrder, OrderAct, OrderKind},
    notice::Audience,
    redaction::Sha256,
    request_order::CourtCase,
};
use office::{
    OfficeResult, Problem, Refusal,
    forms::{NewCase, NewEntry},
    permission::CourtFiler,
    problem::RecordingProblem,
    views::AuditAct,
};

use super::Made;
use crate::{
    ids::new_id,
    office::{Moment, RecordsOffice, conflicts, orders::entry as order_entry, register::whole},
    store::{
        Tx, audit_log,
        court::{self, StoredCase},
        orders, recordings, requests, staff,
    },
};

impl RecordsOffice {
    /// Opens a case with what is filed in it, and does what follows for what it concerns.
    pub(super) async fn open_case_within(
        &self,
        tx: &mut Tx,
        by: &CourtFiler,
        new: &NewCase,
        now: Moment,
    ) -> OfficeResult<String> {
        let free = by.role.works();
        if !by.role.enters(new.filing, Some(new.by)) || !free && (new.seal.is_some() || new.served_on.is_some()) {
            return Err(Refusal::NotYours);
        }
        let named = CourtCase {
            court: new.court.clone(),
            number: new.case_number.clone(),
        };
        let mut case = self
            .case_of(tx, (&named, new.kind, &new.caption), Some(&by.id), now)
            .await?;
        let mut concerned = Vec::new();
        for number in &new.numbers {
            let id = requests::id_of(tx, number).await?;
            let id = id.ok_or_else(|| Refusal::field("numbers", Problem::NoSuchRequest))?;
            concerned.push(Entry::of(EntryKind::Request, now.today).about(id));
        }
        for source in &new.sources {
            let id = recordings::id_of(tx, source).await?.ok_or_else(|| {
                let source = source.clone();
                Refusal::field("sources", RecordingProblem::NotRegistered { source })
            })?;
            concerned.push(Entry::of(EntryKind::Recording, now.today).about(id));
        }
        if let Some(seal) = new.seal {
            let entry = Entry {
                from_requester: seal.from_requester,
                ..Entry::of(EntryKind::Seal, seal.dated)
            };
            self.not_conflicted(tx, by, &case, &concerned).await?;
            self.enter_lawful(tx, &mut case, entry, &by.id, now).await?;
        }
        let mut followed = Vec::new();
        let filing = Entry {
            next: new.respond_by.filter(|_| new.served_on.is_none()),
            ..Entry::of(new.filing, new.filed_on).by(new.by)
        };
        let known = case.matter().says(&filing);
        if !known {
            let made = Made {
                document: new.document.as_ref().map(|paper| paper.sha256.clone()),
                ..filing.into()
            };
            followed.push(self.enter_lawful(tx, &mut case, made, &by.id, now).await?);
        }
        if new.by != Who::Department {
            self.answers(tx, &mut case, Some(&by.id), now).await?;
        }
        if let Some(served) = new.served_on.filter(|_| case.matter().served().is_none()) {
            let service = Entry {
                next: new.respond_by,
                ..Entry::of(EntryKind::Service, served)
            };
            self.enter_lawful(tx, &mut case, service, &by.id, now).await?;
        }
        for concern in concerned {
            if !case.matter().says(&concern) {
                let no = self.enter_lawful(tx, &mut case, concern, &by.id, now).await?;
                // A request that a new case concerns hears of what is filed, with its service.
                if known {
                    followed.push(no);
                }
            }
        }
        if let Some(paper) = &new.document {
            self.attach(tx, ("court", &case.id), std::slice::from_ref(paper), Some(&by.id), now)
                .await?;
        }
        self.settle_case(tx, &mut case, now).await?;
        for no in followed {
            self.requests_follow(tx, &case, no, by, now).await?;
        }
        Ok(case.id)
    }

    /// Enters something in a case, and does what follows.
    pub(super) async fn enter_in_case_within(
        &self,
        tx: &mut Tx,
        by: &CourtFiler,
        (id, version): (&str, i64),
        new: NewEntry,
        now: Moment,
    ) -> OfficeResult<()> {
        let mut case = court::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        if case.version != version {
            return Err(Refusal::Stale);
        }
        // A prosecutor says whose filing it is; without it, it is not theirs.
        if !by.role.enters(new.kind, new.by) || new.kind == EntryKind::Order {
            return Err(Refusal::NotYours);
        }
        if new.kind.decides() {
            self.not_conflicted(tx, by, &case, &[]).await?;
        }
        let paper = new.document.as_ref().map(|paper| paper.sha256.clone());
        let mut entry = self.known_entry(tx, &case, &new, now.today).await?;
        case.matter().check(&entry, now.today)?;
        if entry.kind == EntryKind::Correction {
            self.set_order_aside(tx, &case, &entry, &by.id, now).await?;
        }
        if let Some(paper) = &new.document {
            self.attach(tx, ("court", id), std::slice::from_ref(paper), Some(&by.id), now)
                .await?;
        }
        match (entry.kind, entry.about.clone()) {
            (EntryKind::Stay | EntryKind::StayLifted, Some(order)) => {
                let act = match entry.kind {
                    EntryKind::Stay => OrderAct::Stay { since: entry.on },
                    _ => OrderAct::Lift,
                };
                // The register of orders enters it here, once it is done.
                let order = (order.as_str(), None);
                self.act_on_order_within(tx, by, order, act, paper.as_ref()).await?;
                return Ok(());
            }
            (EntryKind::RestrainingOrder, _) => {
                entry.about = self.restrains(tx, &case, &entry, (&by.id, paper.as_ref()), now).await?;
            }
            _ => {}
        }
        let made = Made {
            entry,
            reason: new.reason,
            document: paper,
        };
        let no = self.enter_lawful(tx, &mut case, made, &by.id, now).await?;
        self.settle_case(tx, &mut case, now).await?;
        self.requests_follow(tx, &case, no, by, now).await
    }

    /// Puts an entry to the law and adds it.
    async fn enter_lawful(
        &self,
        tx: &mut Tx,
        case: &mut StoredCase,
        made: impl Into<Made>,
        by: &str,
        now: Moment,
    ) -> OfficeResult<i64> {
        let made = made.into();
        case.matter().check(&made.entry, now.today)?;
        Ok(self.put(tx, case, made, Some(by), now).await?)
    }

    /// The entry by our ids.
    async fn known_entry(&self, tx: &mut Tx, case: &StoredCase, new: &NewEntry, today: Date) -> OfficeResult<Entry> {
        let mut about = None;
        match new.kind {
            EntryKind::Request => {
                let number = new.number.as_ref().ok_or(Refusal::NotFound)?;
                let id = requests::id_of(tx, number).await?;
                about = Some(id.ok_or_else(|| Refusal::field("number", Problem::NoSuchRequest))?);
            }
            EntryKind::Recording => {
                let source = new.source_id.clone().unwrap_or_default();
                let id = recordings::id_of(tx, &source).await?;
                about =
                    Some(id.ok_or_else(|| Refusal::field("source_id", RecordingProblem::NotRegistered { source }))?);
            }
            EntryKind::Stay | EntryKind::StayLifted => {
                let matter = case.matter();
                let orders = matter.orders();
                let named = new.about.as_deref().map(|id| orders.contains(&id));
                match named {
                    Some(true) => about.clone_from(&new.about),
                    Some(false) => return Err(Refusal::field("order", Problem::UnknownChoice)),
                    None if !orders.is_empty() => return Err(Refusal::field("order", Problem::Missing)),
                    None => {}
                }
            }
            EntryKind::Holder => {
                if let Some(id) = &new.about {
                    let works = staff::working(&self.store).await?;
                    if !works.iter().any(|(known, _)| known == id) {
                        return Err(Refusal::field("holder", Problem::UnknownChoice));
                    }
                }
                about.clone_from(&new.about);
            }
            _ => {}
        }
        Ok(Entry {
            kind: new.kind,
            on: new.on.unwrap_or(today),
            by: new.by,
            role: new.role,
            next: new.next,
            about,
            entry: new.entry,
            from_requester: new.from_requester,
        })
    }

    /// An order whose entry was wrong opens nothing any more. One that forbids is stayed first, which two people do: the
    /// correction alone would free what it forbids.
    async fn set_order_aside(
        &self,
        tx: &mut Tx,
        case: &StoredCase,
        correction: &Entry,
        by: &str,
        now: Moment,
    ) -> OfficeResult<()> {
        let wrong = correction.entry.and_then(|no| case.entry(no)).map(|kept| &kept.entry);
        let is_order = |entry: &&Entry| matches!(entry.kind, EntryKind::Order | EntryKind::RestrainingOrder);
        let Some(entry) = wrong.filter(is_order) else {
            return Ok(());
        };
        let Some(order) = &entry.about else { return Ok(()) };
        let found = orders::find(tx.conn().await?, order).await?;
        let Some(mut kept) = found.filter(|kept| kept.order.stayed_since.is_none()) else {
            return Ok(());
        };
        let stay = OrderAct::Stay { since: now.today };
        if kept.order.proposal(stay).is_some() && kept.order.heeded(now.today) {
            let (reason, section) = (Reason::OrderStands, entry.kind.section());
            return Err(Bar { reason, section }.into());
        }
        self.keep_act_beside_case(tx, &mut kept, stay, by, now).await?;
        Ok(())
    }

    /// A restraining order forbids at once what the case concerns: it is kept among the orders, where every gate heeds it.
    async fn restrains(
        &self,
        tx: &mut Tx,
        case: &StoredCase,
        entry: &Entry,
        (by, paper): (&str, Option<&Sha256>),
        now: Moment,
    ) -> OfficeResult<Option<String>> {
        let matter = case.matter();
        let mut named: BTreeSet<String> = matter
            .concerns(EntryKind::Recording)
            .into_iter()
            .map(str::to_owned)
            .collect();
        for request in matter.concerns(EntryKind::Request) {
            let linked = recordings::of_request(tx.conn().await?, request).await?;
            named.extend(linked.into_iter().map(|recording| recording.id));
        }
        if named.is_empty() {
            return Ok(None);
        }
        let order = DisclosureOrder {
            id: new_id(),
            court: case.case.court.clone(),
            case_number: case.case.number.clone(),
            judge: String::new(),
            dated: entry.on,
            kind: OrderKind::Enjoin,
            scope: named.into_iter().map(whole).collect(),
            terms: Vec::new(),
            excused: Vec::new(),
            audience: Audience::Requester,
            effective: entry.on,
            last_day: entry.next,
            stayed_since: None,
            document: paper.cloned(),
            entered_by: by.to_owned(),
            verified_by: None,
        };
        order.check(now.today, false)?;
        let new = orders::New {
            order: &order,
            request_id: None,
            entered_at: now.at,
            submission_hash: &self.secret.hash("order", &order.id),
        };
        orders::insert(tx, &new).await?;
        audit_log::append(tx, &order_entry(&order.id, &AuditAct::OrderEntered, by, now)).await?;
        self.heed(tx, &order, by, now).await?;
        Ok(Some(order.id))
    }

    /// Refuses whoever is on a recording that the case concerns.
    async fn not_conflicted(
        &self,
        tx: &mut Tx,
        by: &CourtFiler,
        case: &StoredCase,
        more: &[Entry],
    ) -> OfficeResult<()> {
        let matter = case.matter();
        let of = |kind: EntryKind| {
            let more = more.iter().filter(move |entry| entry.kind == kind);
            more.filter_map(|entry| entry.about.as_deref())
        };
        for request in matter
            .concerns(EntryKind::Request)
            .into_iter()
            .chain(of(EntryKind::Request))
        {
            conflicts::not_on_request(tx, by, request).await?;
        }
        for recording in matter
            .concerns(EntryKind::Recording)
            .into_iter()
            .chain(of(EntryKind::Recording))
        {
            conflicts::not_on_recording(tx, by, recording).await?;
        }
        Ok(())
    }
}
