//! What is entered on a request or in the register of orders joins its case, so that nothing is typed twice and no two places
//! say different things.

use law::{
    Date,
    court::{CaseKind, Entry, EntryKind, PartyRole, Who},
    disclosure_order::{DisclosureOrder, OrderAct, OrderKind},
    redaction::Sha256,
    request::Act,
    request_order::{CourtCase, Petition, PetitionEnd, Petitioner, RequestOrder},
};
use office::OfficeResult;

use super::Made;
use crate::{
    office::{
        Moment, RecordsOffice,
        change::{Change, Decision},
    },
    store::{
        Tx,
        court::{self, StoredCase},
    },
};

/// The kind of a case that an order tells of.
const fn kind_by(order: OrderKind) -> CaseKind {
    match order {
        OrderKind::Disclose | OrderKind::Redact | OrderKind::Refuse => CaseKind::Disclosure,
        OrderKind::Close => CaseKind::Closure,
        OrderKind::Enjoin => CaseKind::Display,
        OrderKind::Preserve => CaseKind::Enforcement,
    }
}

/// What a petition or motion is called in its case.
pub(super) fn filing_of(petition: &Petition) -> Entry {
    let kind = match petition.by {
        Petitioner::Agency => EntryKind::Motion,
        _ => EntryKind::Petition,
    };
    Entry::of(kind, petition.filed_on).by(petition.by.into())
}

impl RecordsOffice {
    /// Enters in its case what an act on a request tells of a court, or names the entry that the act follows from.
    pub(in crate::office) async fn join_case(
        &self,
        tx: &mut Tx,
        change: &Change,
        act: &Act,
        decided: &Decision,
    ) -> OfficeResult<()> {
        let (request, now) = (&decided.before, decided.now);
        let first = request.docket_seq + 1;
        let told: Vec<i64> = (first..).zip(&decided.events).map(|(seq, _)| seq).collect();
        if let Some((case, no)) = &change.court {
            court::tell(tx, (case, *no), &request.id, &told).await?;
            return Ok(());
        }
        let by = change.by.staff_id();
        let entered = match act {
            Act::RecordPetition { petition } => Some(self.petition_joins(tx, petition, &request.id, by, now).await?),
            Act::EndPetition { how, on } => match request.state.petition() {
                Some(petition) => Some(self.end_joins(tx, petition, (*how, *on), &request.id, by, now).await?),
                None => None,
            },
            Act::EnterOrder { order } => Some(self.entered_joins(tx, order, &request.id, by, now).await?),
            Act::VerifyOrder { .. } => match &request.state.entered_order {
                Some(order) => Some(self.entered_joins(tx, order, &request.id, by, now).await?),
                None => None,
            },
            Act::TakeBack { entry } => self.slip_joins(tx, (&request.id, *entry), by, now).await?,
            _ => None,
        };
        if let Some((case, no)) = entered {
            court::tell(tx, (&case, no), &request.id, &told).await?;
        }
        Ok(())
    }

    /// A petition or motion that was entered on a request.
    pub(super) async fn petition_joins(
        &self,
        tx: &mut Tx,
        petition: &Petition,
        request: &str,
        by: Option<&str>,
        now: Moment,
    ) -> OfficeResult<(String, i64)> {
        let kind = match petition.by {
            Petitioner::Agency => CaseKind::Closure,
            _ => CaseKind::Disclosure,
        };
        let mut case = self.case_of(tx, (&petition.case(), kind, ""), by, now).await?;
        let filing = filing_of(petition);
        let no = self.put_once(tx, &mut case, filing, by, now).await?;
        if petition.by != Petitioner::Agency {
            self.answers(tx, &mut case, by, now).await?;
        }
        if let Some(served) = petition.served_on.filter(|_| case.matter().served().is_none()) {
            self.put(tx, &mut case, Entry::of(EntryKind::Service, served), by, now)
                .await?;
        }
        self.concern(tx, &mut case, request, by, now).await?;
        self.settle_case(tx, &mut case, now).await?;
        Ok((case.id, no))
    }

    /// The department answers what others file about its footage.
    pub(super) async fn answers(
        &self,
        tx: &mut Tx,
        case: &mut StoredCase,
        by: Option<&str>,
        now: Moment,
    ) -> OfficeResult<()> {
        let known = case.matter().parties();
        if known.iter().all(|(who, _)| *who != Who::Department) {
            let party = Entry {
                role: Some(PartyRole::Respondent),
                ..Entry::of(EntryKind::Party, now.today).by(Who::Department)
            };
            self.put(tx, case, party, by, now).await?;
        }
        Ok(())
    }

    /// The number of the live entry that says this; it is added, if there is none.
    async fn put_once(
        &self,
        tx: &mut Tx,
        case: &mut StoredCase,
        entry: Entry,
        by: Option<&str>,
        now: Moment,
    ) -> OfficeResult<i64> {
        match number_of(case, &entry) {
            Some(no) => Ok(no),
            None => Ok(self.put(tx, case, entry, by, now).await?),
        }
    }

    /// A case concerns a request.
    async fn concern(
        &self,
        tx: &mut Tx,
        case: &mut StoredCase,
        request: &str,
        by: Option<&str>,
        now: Moment,
    ) -> OfficeResult<()> {
        let concerns = Entry::of(EntryKind::Request, now.today).about(request);
        if !case.matter().says(&concerns) {
            self.put(tx, case, concerns, by, now).await?;
        }
        Ok(())
    }

    /// The end of what was filed, entered on a request.
    pub(super) async fn end_joins(
        &self,
        tx: &mut Tx,
        petition: &Petition,
        (how, on): (PetitionEnd, Date),
        request: &str,
        by: Option<&str>,
        now: Moment,
    ) -> OfficeResult<(String, i64)> {
        let mut case = self
            .case_of(tx, (&petition.case(), CaseKind::Disclosure, ""), by, now)
            .await?;
        if case.entries.is_empty() {
            // Filed before cases were kept.
            self.put(tx, &mut case, filing_of(petition), by, now).await?;
        }
        self.concern(tx, &mut case, request, by, now).await?;
        let end = match how {
            PetitionEnd::Dismissed => Entry::of(EntryKind::Dismissal, on),
            PetitionEnd::Withdrawn => Entry::of(EntryKind::Withdrawal, on).by(petition.by.into()),
        };
        let no = self.put_once(tx, &mut case, end, by, now).await?;
        self.settle_case(tx, &mut case, now).await?;
        Ok((case.id, no))
    }

    /// An order that was entered on a request, or that is verified there.
    pub(super) async fn entered_joins(
        &self,
        tx: &mut Tx,
        order: &RequestOrder,
        request: &str,
        by: Option<&str>,
        now: Moment,
    ) -> OfficeResult<(String, i64)> {
        let mut case = self
            .case_of(tx, (&order.case(), CaseKind::Disclosure, ""), by, now)
            .await?;
        let mut entry = Entry::of(EntryKind::Order, order.dated);
        entry.about.clone_from(&order.register);
        let no = self.put_once(tx, &mut case, entry, by, now).await?;
        self.concern(tx, &mut case, request, by, now).await?;
        self.settle_case(tx, &mut case, now).await?;
        Ok((case.id, no))
    }

    /// What was a slip on a request was one in its case: a correcting entry names it.
    pub(super) async fn slip_joins(
        &self,
        tx: &mut Tx,
        (request, entry): (&str, i64),
        by: Option<&str>,
        now: Moment,
    ) -> OfficeResult<Option<(String, i64)>> {
        let Some((id, no)) = court::told_by(tx, request, entry).await?.into_iter().next() else {
            return Ok(None);
        };
        let Some(mut case) = court::find(tx.conn().await?, &id).await? else {
            return Ok(None);
        };
        if case.matter().corrected().contains(&no) {
            return Ok(Some((id, no)));
        }
        let corrects = |no| Entry {
            entry: Some(no),
            ..Entry::of(EntryKind::Correction, now.today)
        };
        // The service that was entered with it was wrong, too.
        let at = case.entry(no).map(|kept| kept.at);
        let with_it = case.entries.iter().filter(|kept| kept.no > no && Some(kept.at) == at);
        let served = with_it.filter(|kept| kept.entry.kind == EntryKind::Service);
        let served: Vec<i64> = served.map(|kept| kept.no).collect();
        for no in served {
            self.put(tx, &mut case, corrects(no), by, now).await?;
        }
        let no = self.put(tx, &mut case, corrects(no), by, now).await?;
        self.settle_case(tx, &mut case, now).await?;
        Ok(Some((id, no)))
    }

    /// An order of the register belongs to the case of its court and number.
    pub(in crate::office) async fn order_joins(
        &self,
        tx: &mut Tx,
        order: &DisclosureOrder,
        request: Option<&str>,
        appeal_by: Option<Date>,
        by: &str,
        now: Moment,
    ) -> OfficeResult<()> {
        let case = CourtCase {
            court: order.court.clone(),
            number: order.case_number.clone(),
        };
        let mut case = self
            .case_of(tx, (&case, kind_by(order.kind), ""), Some(by), now)
            .await?;
        let enjoins = order.kind == OrderKind::Enjoin;
        let kind = if enjoins {
            EntryKind::RestrainingOrder
        } else {
            EntryKind::Order
        };
        let entry = Entry {
            next: if enjoins { order.last_day } else { appeal_by },
            ..Entry::of(kind, order.dated).about(&*order.id)
        };
        let made = Made {
            document: order.document.clone(),
            ..entry.into()
        };
        self.put(tx, &mut case, made, Some(by), now).await?;
        if let Some(request) = request {
            self.concern(tx, &mut case, request, Some(by), now).await?;
        }
        self.settle_case(tx, &mut case, now).await
    }

    /// A stay of an order of the register, or its end, is one in the order's case.
    pub(in crate::office) async fn stay_joins(
        &self,
        tx: &mut Tx,
        order: &DisclosureOrder,
        act: OrderAct,
        (by, paper): (&str, Option<&Sha256>),
        now: Moment,
    ) -> OfficeResult<()> {
        let entry = match act {
            OrderAct::Verify => return Ok(()),
            OrderAct::Stay { since } => Entry::of(EntryKind::Stay, since),
            OrderAct::Lift => Entry::of(EntryKind::StayLifted, now.today),
        };
        let Some(id) = court::of_order(tx.conn().await?, &order.id).await? else {
            return Ok(());
        };
        let Some(mut case) = court::find(tx.conn().await?, &id).await? else {
            return Ok(());
        };
        let made = Made {
            document: paper.cloned(),
            ..entry.about(&*order.id).into()
        };
        let no = self.put(tx, &mut case, made, Some(by), now).await?;
        self.settle_case(tx, &mut case, now).await?;
        self.requests_hear(tx, &case, no, Some(by), now).await
    }
}

/// The number of the live entry that says this already.
fn number_of(case: &StoredCase, entry: &Entry) -> Option<i64> {
    let matter = case.matter();
    let live = matter.live();
    let mut same = live.iter().filter(|one| {
        let known = &one.entry;
        let about = known.about == entry.about || entry.about.is_none();
        known.kind == entry.kind && known.on == entry.on && known.by == entry.by && about
    });
    same.next_back().map(|one| one.no)
}
