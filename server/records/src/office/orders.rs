//! Court orders about recordings: entered by one person, verified by another.

use std::collections::{BTreeSet, HashMap};

use async_trait::async_trait;
use law::{
    Date,
    bar::{Bar, Reason, Section},
    disclosure_order::{DisclosureOrder, ExcusedPerson, OrderAct, OrderActKind, OrderKind, Scope},
    redaction::{RedactionKind, Sha256},
    span::Spans,
};
use office::{
    OfficeResult, Problem, Refusal,
    desk::OrderDesk,
    forms::{NewOrder, OrderScope},
    permission::Custodian,
    problem::RecordingProblem,
    views::{AuditAct, OrderLine, OrderPage, OrderView, PAGE_LINES, Role, Staff},
};
use sqlx::AnyConnection;

use super::{
    Moment, RecordsOffice,
    change::Principal,
    conflicts::{is_on, not_on_recording},
    recordings::audit_entry,
};
use crate::{
    fault::Stored,
    ids::new_id,
    store::{
        Tx,
        audit_log::{self, Subject},
        court,
        orders::{self, StoredOrder},
        recordings, requests, staff,
    },
};

const SECTION: &str = "RSMo 610.100.5";

/// An order for lists.
pub(super) fn line(kept: &StoredOrder, today: Date) -> OrderLine {
    let order = &kept.order;
    OrderLine {
        id: order.id.clone(),
        kind: order.kind,
        court: order.court.clone(),
        case_number: order.case_number.clone(),
        dated: order.dated,
        last_day: order.last_day,
        verified: order.verified_by.is_some(),
        lacks: order.in_force(today).err(),
    }
}

#[async_trait]
impl OrderDesk for RecordsOffice {
    async fn orders(&self, _by: &Staff, page: u32) -> OfficeResult<OrderPage> {
        let today = self.now().today;
        let (found, total) = orders::page(&self.store, page, PAGE_LINES).await?;
        Ok(OrderPage {
            lines: found.iter().map(|kept| line(kept, today)).collect(),
            total,
            page: page.max(1),
        })
    }

    async fn order(&self, by: &Staff, id: &str) -> OfficeResult<Option<OrderView>> {
        let Some(kept) = orders::find(self.store.reader(), id).await? else {
            return Ok(None);
        };
        let names = staff::names(&self.store).await?;
        let name = |id: &str| names.get(id).cloned().unwrap_or_default();
        let entries = audit_log::of(&self.store, Subject::Order, id).await?;
        let mut conflict = false;
        let mut sources = HashMap::new();
        for scope in &kept.order.scope {
            if let Some(recording) = recordings::find(self.store.reader(), &scope.recording).await? {
                conflict |= is_on(by, &recording);
                sources.insert(recording.id, recording.source_id);
            }
        }
        let mistaken = is_mistaken(&mut *self.store.read().await?, id).await?;
        let may = |kind: &OrderActKind| {
            let free = !(conflict || mistaken && gives_effect(*kind));
            free && does(by.role, *kind) && kept.order.bar(*kind, &by.id).is_none()
        };
        Ok(Some(OrderView {
            line: line(&kept, self.now().today),
            recordings: sources,
            request: requests::number_of(&self.store, kept.request_id.as_deref()).await?,
            case: court::of_order(self.store.reader(), id).await?,
            entered_by: name(&kept.order.entered_by),
            verified_by: kept.order.verified_by.as_deref().map(name),
            version: kept.version,
            conflict,
            waiting: self.waiting_line(Subject::Order, id).await?,
            entries: entries.into_iter().map(|line| audit_entry(line, &names)).collect(),
            acts: OrderActKind::ALL.into_iter().filter(may).collect(),
            order: kept.order,
        }))
    }

    async fn enter_order(&self, by: &Custodian, order: NewOrder) -> OfficeResult<String> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let hash = self.secret.hash("order", order.key.as_str());
        if let Some(id) = orders::by_form(&mut tx, &hash).await? {
            tx.give_up().await?;
            return Ok(id);
        }
        let request_id = match &order.number {
            Some(number) => {
                let unknown = || Refusal::field("number", Problem::NoSuchPair);
                Some(requests::id_of(&mut tx, number).await?.ok_or_else(unknown)?)
            }
            None => None,
        };
        let (paper, appeal_by) = (order.document.clone(), order.appeal_by);
        let order = known_order(&mut tx, order, &by.id).await?;
        for scope in &order.scope {
            not_on_recording(&mut tx, by, &scope.recording).await?;
        }
        for excused in &order.excused {
            not_on_recording(&mut tx, by, &excused.recording).await?;
        }
        order.check(now.today, request_id.is_some())?;
        let new = orders::New {
            order: &order,
            request_id: request_id.as_deref(),
            entered_at: now.at,
            submission_hash: &hash,
        };
        orders::insert(&mut tx, &new).await?;
        self.order_joins(&mut tx, &order, request_id.as_deref(), appeal_by, &by.id, now)
            .await?;
        self.attach(&mut tx, ("order", &order.id), paper.as_slice(), Some(&by.id), now)
            .await?;
        audit_log::append(&mut tx, &entry(&order.id, &AuditAct::OrderEntered, &by.id, now)).await?;
        // What it forbids is heeded at once.
        self.heed(&mut tx, &order, &by.id, now).await?;
        if let Some(kept) = orders::find(tx.conn().await?, &order.id).await? {
            self.move_by_order(&mut tx, &kept, Principal::Staff(Staff::clone(by)))
                .await?;
        }
        tx.commit().await?;
        Ok(order.id)
    }

    async fn act_on_order(&self, by: &Staff, id: &str, act: OrderAct, version: i64) -> OfficeResult<()> {
        if !does(by.role, act.kind()) {
            return Err(Refusal::NotYours);
        }
        if act.kind() == OrderActKind::Verify {
            self.confirmed(by)?;
        }
        let mut tx = self.store.begin().await?;
        self.act_on_order_within(&mut tx, by, (id, Some(version)), act, None)
            .await?;
        Ok(tx.commit().await?)
    }
}

impl RecordsOffice {
    /// Does an act on an order, or lets it wait for its second person; `false` where it waits. With the court's paper for the
    /// case that the order belongs to.
    pub(super) async fn act_on_order_within(
        &self,
        tx: &mut Tx,
        by: &Staff,
        (id, version): (&str, Option<i64>),
        act: OrderAct,
        paper: Option<&Sha256>,
    ) -> OfficeResult<bool> {
        let now = self.now();
        let mut kept = orders::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        if version.is_some_and(|version| kept.version != version) {
            return Err(Refusal::Stale);
        }
        for scope in &kept.order.scope {
            not_on_recording(tx, by, &scope.recording).await?;
        }
        if let Some(proposal) = kept.order.proposal(act) {
            must_be_given(tx, &kept.order, act.kind()).await?;
            // It frees: a second person says so too.
            kept.order.decide(act, &by.id, now.today)?;
            self.wait_for_second(tx, (Subject::Order, id), proposal, &by.id, now)
                .await?;
            return Ok(false);
        }
        self.keep_act_with_paper(tx, &mut kept, act, (&by.id, paper), now)
            .await?;
        if matches!(act, OrderAct::Verify) {
            self.move_by_order(tx, &kept, Principal::Staff(by.clone())).await?;
        }
        Ok(true)
    }

    /// Stops the links of what the order, as it is now, no longer opens, or forbids.
    pub(super) async fn heed(&self, tx: &mut Tx, order: &DisclosureOrder, by: &str, now: Moment) -> OfficeResult<()> {
        let named: BTreeSet<&str> = order.scope.iter().map(|scope| scope.recording.as_str()).collect();
        for recording in named {
            self.stop_closed(tx, recording, Some(by), now).await?;
        }
        Ok(())
    }

    /// Does an act on an order, with everything that follows for what it names.
    pub(super) async fn keep_act_on_order(
        &self,
        tx: &mut Tx,
        kept: &mut StoredOrder,
        act: OrderAct,
        by: &str,
        now: Moment,
    ) -> OfficeResult<()> {
        self.keep_act_with_paper(tx, kept, act, (by, None), now).await
    }

    async fn keep_act_with_paper(
        &self,
        tx: &mut Tx,
        kept: &mut StoredOrder,
        act: OrderAct,
        (by, paper): (&str, Option<&Sha256>),
        now: Moment,
    ) -> OfficeResult<()> {
        self.keep_act_beside_case(tx, kept, act, by, now).await?;
        self.stay_joins(tx, &kept.order, act, (by, paper), now).await
    }

    /// The same without an entry in its case.
    pub(super) async fn keep_act_beside_case(
        &self,
        tx: &mut Tx,
        kept: &mut StoredOrder,
        act: OrderAct,
        by: &str,
        now: Moment,
    ) -> OfficeResult<()> {
        must_be_given(tx, &kept.order, act.kind()).await?;
        let done = self.decide_on_order(tx, kept, act, by, now).await?;
        if !orders::save(tx, kept).await? {
            return Err(Refusal::Stale);
        }
        audit_log::append(tx, &entry(&kept.order.id, &done, by, now)).await?;
        self.heed(tx, &kept.order, by, now).await
    }

    async fn decide_on_order(
        &self,
        tx: &mut Tx,
        kept: &mut StoredOrder,
        act: OrderAct,
        by: &str,
        now: Moment,
    ) -> OfficeResult<AuditAct> {
        kept.order = kept.order.clone().decide(act, by, now.today)?;
        match act {
            OrderAct::Verify => {
                kept.verified_at = Some(now.at);
                if kept.order.kind == OrderKind::Disclose {
                    for scope in &kept.order.scope {
                        self.ordered(tx, &scope.recording, by, now).await?;
                    }
                }
                Ok(AuditAct::OrderVerified)
            }
            OrderAct::Stay { since } => Ok(AuditAct::OrderStayed { since }),
            OrderAct::Lift => Ok(AuditAct::StayLifted),
        }
    }
}

/// Whether the entry of an order in its case was corrected, so that no court gave it.
async fn is_mistaken(conn: &mut AnyConnection, id: &str) -> Stored<bool> {
    let Some(case) = court::of_order(&mut *conn, id).await? else {
        return Ok(false);
    };
    let case = court::find(conn, &case).await?;
    Ok(case.is_some_and(|case| !case.matter().gave(id)))
}

/// Whether an act gives effect to an order.
const fn gives_effect(kind: OrderActKind) -> bool {
    matches!(kind, OrderActKind::Verify | OrderActKind::Lift)
}

async fn must_be_given(tx: &mut Tx, order: &DisclosureOrder, kind: OrderActKind) -> OfficeResult<()> {
    if gives_effect(kind) && is_mistaken(tx.conn().await?, &order.id).await? {
        let (reason, section) = (Reason::OrderMistaken, Section::of(SECTION));
        return Err(Bar { reason, section }.into());
    }
    Ok(())
}

/// Whether a role does such an act.
fn does(role: Role, kind: OrderActKind) -> bool {
    match kind {
        OrderActKind::Verify => role.checks(),
        OrderActKind::Stay | OrderActKind::Lift => role.works(),
    }
}

async fn id_of(tx: &mut Tx, field: &str, source: &str) -> OfficeResult<String> {
    let unknown = || {
        let source = source.to_owned();
        Refusal::field(field, RecordingProblem::NotRegistered { source })
    };
    recordings::id_of(tx, source).await?.ok_or_else(unknown)
}

/// What an order names, by our ids; numbers that nobody knows, and moments after a recording's end, are told at their
/// field.
pub(super) async fn scope_of(tx: &mut Tx, named: &OrderScope, hide: Option<RedactionKind>) -> OfficeResult<Vec<Scope>> {
    let mut scope = Vec::new();
    for (source, spans) in named {
        let id = id_of(tx, "scope", source).await?;
        let recording = recordings::find(tx.conn().await?, &id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let length = recording.length_ms();
        if spans.iter().flat_map(Spans::iter).any(|span| span.to_ms() > length) {
            return Err(Refusal::field(
                "scope",
                RecordingProblem::EndsBefore { source: source.clone() },
            ));
        }
        scope.push(Scope {
            recording: id,
            spans: spans.clone(),
            hide,
        });
    }
    Ok(scope)
}

/// The order with recordings by our ids.
async fn known_order(tx: &mut Tx, new: NewOrder, by: &str) -> OfficeResult<DisclosureOrder> {
    let scope = scope_of(tx, &new.scope, new.hide).await?;
    let mut excused = Vec::new();
    for (source, pseudonym) in &new.excused {
        excused.push(ExcusedPerson {
            recording: id_of(tx, "excused", source).await?,
            pseudonym: pseudonym.clone(),
        });
    }
    Ok(DisclosureOrder {
        id: new_id(),
        scope,
        excused,
        audience: new.audience,
        court: new.court,
        case_number: new.case_number,
        judge: new.judge,
        dated: new.dated,
        kind: new.kind,
        terms: new.terms,
        effective: new.effective,
        last_day: new.last_day,
        stayed_since: None,
        document: new.document.map(|paper| paper.sha256),
        entered_by: by.to_owned(),
        verified_by: None,
    })
}

pub(super) fn entry<'a>(id: &'a str, act: &'a AuditAct, by: &'a str, now: Moment) -> audit_log::Entry<'a, AuditAct> {
    now.entry((Subject::Order, id), act, Some(by)).citing(SECTION)
}
