//! One fact, one place: court orders are kept in their register, the status of footage in the register of recordings.
//! Requests show both, and move by them.

use law::{
    disclosure_order::{DisclosureOrder, OrderAct, OrderKind, Scope},
    recording::{self, RecordingStatus, StatusChange, StatusKind},
    request::{Act, ActKind},
    request_order::{RequestOrder, Ruling},
};
use office::{OfficeResult, Problem, Refusal, TrackingNumber, views::AuditAct};

use super::{
    Moment, RecordsOffice,
    change::{Change, Principal},
    orders::entry,
};
use crate::{
    fault::Stored,
    ids::new_id,
    store::{
        Tx, audit_log,
        orders::{self, StoredOrder},
        recordings,
        requests::{self, Request},
    },
};

impl RecordsOffice {
    /// A request with what the register of recordings says of its footage.
    pub(super) async fn with_register(&self, tx: &mut Tx, mut request: Request) -> Stored<Request> {
        let linked = recordings::of_request(tx.conn().await?, &request.id).await?;
        let statuses: Vec<_> = linked.into_iter().map(|recording| recording.status).collect();
        request.state.register = recording::together(&statuses);
        Ok(request)
    }

    /// An order that is entered on a request is entered in the register; the request keeps its id there.
    pub(super) async fn enter_in_register(
        &self,
        tx: &mut Tx,
        change: &Change,
        act: Act,
        before: &Request,
        now: Moment,
    ) -> OfficeResult<Act> {
        let Act::EnterOrder { order } = act else {
            return Ok(act);
        };
        let Principal::Staff(staff) = &change.by else {
            return Ok(Act::EnterOrder { order });
        };
        let same = |known: &RequestOrder| {
            RequestOrder {
                register: None,
                ..known.clone()
            } == order
        };
        // What no form brought comes from the fiction, which tells of orders before the audit log has come to their day.
        let Some(key) = change.key.as_ref().filter(|_| order.register.is_none()) else {
            return Ok(Act::EnterOrder { order });
        };
        if let Some(known) = before.state.entered_order.clone().filter(same) {
            // The law says that it is entered already.
            return Ok(Act::EnterOrder { order: known });
        }
        let scope = match &change.scope {
            Some(named) => super::orders::scope_of(tx, named, None).await?,
            None => unnamed(tx, &before.id).await?,
        };
        // The parts that a court opened must be named: without them the register would open all of it.
        if order.ruling == Ruling::DiscloseInPart && change.scope.is_none() && !scope.is_empty() {
            return Err(Refusal::field("scope", Problem::Missing));
        }
        let kept = DisclosureOrder {
            id: new_id(),
            court: order.court.clone(),
            case_number: order.case_number.clone(),
            judge: String::new(),
            dated: order.dated,
            kind: match order.ruling {
                Ruling::Disclose | Ruling::DiscloseInPart => OrderKind::Disclose,
                Ruling::Refuse => OrderKind::Refuse,
            },
            scope,
            terms: Vec::new(),
            excused: Vec::new(),
            audience: law::notice::Audience::Requester,
            effective: order.dated,
            last_day: None,
            stayed_since: None,
            document: None,
            entered_by: staff.id.clone(),
            verified_by: None,
        };
        kept.check(now.today, true)?;
        let new = orders::New {
            order: &kept,
            request_id: Some(&before.id),
            entered_at: now.at,
            submission_hash: &self.secret.hash("order", key.as_str()),
        };
        orders::insert(tx, &new).await?;
        self.order_joins(tx, &kept, Some(&before.id), None, &staff.id, now)
            .await?;
        audit_log::append(tx, &entry(&kept.id, &AuditAct::OrderEntered, &staff.id, now)).await?;
        Ok(Act::EnterOrder {
            order: RequestOrder {
                register: Some(kept.id),
                ..order
            },
        })
    }

    /// What an act on a request does in the registers.
    pub(super) async fn heed_act(
        &self,
        tx: &mut Tx,
        act: &Act,
        before: &Request,
        by: &Principal,
        now: Moment,
    ) -> OfficeResult<()> {
        let Principal::Staff(staff) = by else {
            return Ok(());
        };
        let change = match act {
            Act::VerifyOrder { .. } => return self.verify_in_register(tx, before, &staff.id, now).await,
            Act::TakeBack { .. } => return self.undetermine(tx, before, &staff.id, now).await,
            Act::CloseActive { confirmed_on } => StatusChange::CloseActive {
                confirmed_on: *confirmed_on,
            },
            Act::RecordInactive { ground, since } => StatusChange::Inactive {
                ground: *ground,
                since: *since,
            },
            _ => return Ok(()),
        };
        for linked in recordings::of_request(tx.conn().await?, &before.id).await? {
            // What another law, a court or another case says of one of them stays; it changes in the register alone.
            let open_to_this = matches!(
                linked.status,
                RecordingStatus::Undetermined | RecordingStatus::ActiveClosed { .. }
            );
            if open_to_this && linked.status.may_change(change.kind()).is_ok() {
                let id = linked.id.clone();
                self.determine(tx, linked, &change, &staff.id, now).await?;
                self.others_follow(tx, &id, &before.id).await?;
            }
        }
        Ok(())
    }

    /// What a slip determined of recordings is to be determined anew.
    async fn undetermine(&self, tx: &mut Tx, before: &Request, by: &str, now: Moment) -> OfficeResult<()> {
        let determined = |kind| matches!(kind, ActKind::CloseActive | ActKind::RecordInactive | ActKind::Reclose);
        if !before.state.last_slip().is_some_and(|slip| determined(slip.act)) {
            return Ok(());
        }
        for linked in recordings::of_request(tx.conn().await?, &before.id).await? {
            if linked.status == before.state.footage && linked.status != RecordingStatus::Undetermined {
                let id = linked.id.clone();
                self.determine(tx, linked, &StatusChange::Redetermine, by, now).await?;
                self.others_follow(tx, &id, &before.id).await?;
            }
        }
        Ok(())
    }

    /// Other requests that a recording answers go on, or stop, by what was determined of it.
    async fn others_follow(&self, tx: &mut Tx, recording_id: &str, but: &str) -> OfficeResult<()> {
        for (id, number) in recordings::requests_of(tx.conn().await?, recording_id).await? {
            if id != but {
                Box::pin(self.follow_register(tx, &number)).await?;
            }
        }
        Ok(())
    }

    /// The order that waits on a request is verified where it is kept.
    async fn verify_in_register(&self, tx: &mut Tx, before: &Request, by: &str, now: Moment) -> OfficeResult<()> {
        let waiting = before.state.entered_order.as_ref();
        let Some(id) = waiting.and_then(|order| order.register.as_deref()) else {
            return Ok(());
        };
        let mut kept = orders::find(tx.conn().await?, id).await?.ok_or(Refusal::NotFound)?;
        if kept.order.verified_by.is_some() {
            return Ok(());
        }
        self.keep_act_on_order(tx, &mut kept, OrderAct::Verify, by, now).await
    }

    /// A request moves by an order of the register that was given on it: entered there, it waits here for its second
    /// person; verified there, it has effect here.
    pub(super) async fn move_by_order(&self, tx: &mut Tx, kept: &StoredOrder, by: Principal) -> OfficeResult<()> {
        let Some((request_id, ruling)) = kept.request_id.as_deref().zip(kept.order.ruling()) else {
            return Ok(());
        };
        let Some(number) = requests::number_of(&self.store, Some(request_id)).await? else {
            return Ok(());
        };
        let Some(request) = requests::find(tx.conn().await?, &number).await? else {
            return Ok(());
        };
        // A court has opened it already: a fuller entry of its order moves nothing again.
        if ruling != Ruling::Refuse && request.state.footage.kind() == StatusKind::CourtOrdered {
            return Ok(());
        }
        let waits = request.state.entered_order.as_ref();
        let here = waits.is_some_and(|order| order.register.as_deref() == Some(kept.order.id.as_str()));
        let act = match (&kept.order.verified_by, here) {
            (Some(_), true) => Act::VerifyOrder { same_person: false },
            (None, false) => Act::EnterOrder {
                order: RequestOrder {
                    court: kept.order.court.clone(),
                    case_number: kept.order.case_number.clone(),
                    dated: kept.order.dated,
                    ruling,
                    register: Some(kept.order.id.clone()),
                },
            },
            _ => return Ok(()),
        };
        self.enter_act(tx, &number, by, act).await
    }

    /// Requests go on, or stop, by what was determined of their recordings.
    pub(super) async fn follow_register(&self, tx: &mut Tx, number: &TrackingNumber) -> OfficeResult<()> {
        let Some(request) = requests::find(tx.conn().await?, number).await? else {
            return Ok(());
        };
        let request = self.with_register(tx, request).await?;
        let today = self.now().today;
        match request.state.follows() {
            // What the law bars here stops nobody else's act.
            Some(act) if request.state.bar(act.kind(), today).is_none() => {
                match self.enter_act(tx, number, Principal::Portal, act).await {
                    Err(Refusal::Barred { .. }) => Ok(()),
                    other => other,
                }
            }
            _ => Ok(()),
        }
    }
}

/// The recordings of a request that no order of the register opens yet: an order entered without naming any widens
/// nothing that a fuller entry says.
async fn unnamed(tx: &mut Tx, request_id: &str) -> Stored<Vec<Scope>> {
    let mut scope = Vec::new();
    for recording in recordings::of_request(tx.conn().await?, request_id).await? {
        let known = orders::naming(tx.conn().await?, &recording.id).await?;
        if !known.iter().any(|kept| kept.order.kind == OrderKind::Disclose) {
            scope.push(whole(recording.id));
        }
    }
    Ok(scope)
}

pub(super) fn whole(recording: String) -> Scope {
    Scope {
        recording,
        spans: None,
        hide: None,
    }
}
