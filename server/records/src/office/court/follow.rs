//! What follows for the requests that a case concerns from what is entered in it.

use law::{
    court::{Entry, EntryKind, Who},
    event::Event,
    request::{Act, ActKind},
    request_order::PetitionEnd,
    request_state::{RequestState, Rules},
};
use office::{OfficeResult, Refusal, views::Staff};

use crate::{
    office::{
        Moment, RecordsOffice,
        change::{Change, Outcome, Principal, follow_beside},
    },
    store::{
        Tx, closures,
        court::{self, StoredCase},
        requests,
    },
};

impl RecordsOffice {
    /// Does what follows from an entry for every request that the case concerns: what the law knows as an act of the request
    /// is done there; the rest is told in its docket.
    pub(super) async fn requests_follow(
        &self,
        tx: &mut Tx,
        case: &StoredCase,
        no: i64,
        by: &Staff,
        now: Moment,
    ) -> OfficeResult<()> {
        let Some(entry) = case.entry(no).map(|kept| &kept.entry) else {
            return Ok(());
        };
        if entry.kind == EntryKind::Correction {
            return self.requests_correct(tx, case, no, by, now).await;
        }
        let matter = case.matter();
        let of = match (entry.kind, entry.about.as_deref()) {
            (EntryKind::Request, Some(request)) => vec![request],
            (kind, _) if kind.is_of_court() => matter.concerns(EntryKind::Request),
            _ => Vec::new(),
        };
        for request in of {
            match self.act_of(tx, case, entry, request).await? {
                Some(act) => self.act_in_case(tx, (case, no), request, by, act).await?,
                None if entry.kind == EntryKind::Request => {}
                None => self.hears(tx, (case, no), request, Some(&by.id), now).await?,
            }
        }
        Ok(())
    }

    /// Tells an entry in the docket of every request that the case concerns.
    pub(super) async fn requests_hear(
        &self,
        tx: &mut Tx,
        case: &StoredCase,
        no: i64,
        by: Option<&str>,
        now: Moment,
    ) -> OfficeResult<()> {
        for request in case.matter().concerns(EntryKind::Request) {
            self.hears(tx, (case, no), request, by, now).await?;
        }
        Ok(())
    }

    /// The act of a request that an entry is.
    async fn act_of(&self, tx: &mut Tx, case: &StoredCase, entry: &Entry, request: &str) -> OfficeResult<Option<Act>> {
        let matter = case.matter();
        let before = self.request_of(tx, request).await?;
        let is_before = before.state.is_before(&case.case);
        let asks = |filing: &Entry| Act::RecordPetition {
            petition: matter.as_petition(&case.case, filing),
        };
        Ok(match entry.kind {
            EntryKind::Petition | EntryKind::Motion => {
                let first = matter.first_filing() == Some(entry);
                (first || entry.by == Some(Who::Department) || !is_before).then(|| asks(entry))
            }
            EntryKind::Request if !is_before && matter.next().is_some() => matter
                .first_filing()
                .filter(|first| matches!(first.kind, EntryKind::Petition | EntryKind::Motion))
                .map(asks),
            EntryKind::Dismissal | EntryKind::Withdrawal if is_before => Some(Act::EndPetition {
                how: match entry.kind {
                    EntryKind::Dismissal => PetitionEnd::Dismissed,
                    _ => PetitionEnd::Withdrawn,
                },
                on: entry.on,
            }),
            _ => None,
        })
    }

    pub(super) async fn request_of(&self, tx: &mut Tx, id: &str) -> OfficeResult<requests::Request> {
        let number = requests::number_of_id(tx, id).await?;
        let found = requests::find(tx.conn().await?, &number).await?;
        Ok(self.with_register(tx, found.ok_or(Refusal::NotFound)?).await?)
    }

    async fn act_in_case(
        &self,
        tx: &mut Tx,
        (case, no): (&StoredCase, i64),
        request: &str,
        by: &Staff,
        act: Act,
    ) -> OfficeResult<()> {
        let number = requests::number_of_id(tx, request).await?;
        let change = Change {
            court: Some((case.id.clone(), no)),
            ..Change::new(number, Principal::Staff(by.clone()), act)
        };
        match self.change_within(tx, &change).await? {
            Outcome::Done | Outcome::DoneBefore => Ok(()),
            Outcome::Overtaken => Err(Refusal::Stale),
        }
    }

    async fn hears(
        &self,
        tx: &mut Tx,
        (case, no): (&StoredCase, i64),
        request: &str,
        by: Option<&str>,
        now: Moment,
    ) -> OfficeResult<()> {
        let Some(kept) = case.entry(no) else {
            return Ok(());
        };
        self.takes_in(tx, (case, no), request, by, now, |state, rules| {
            state.hear_of(&kept.entry, (&case.case, &case.matter()), now.today, rules)
        })
        .await
    }

    async fn takes_in(
        &self,
        tx: &mut Tx,
        (case, no): (&StoredCase, i64),
        request: &str,
        by: Option<&str>,
        now: Moment,
        what: impl FnOnce(RequestState, Rules<'_>) -> (RequestState, Vec<Event>) + Send,
    ) -> OfficeResult<()> {
        let before = self.request_of(tx, request).await?;
        let known = closures::entered_by(tx.conn().await?, now.at).await?;
        let (state, events) = what(before.state.clone(), self.rules(&known));
        let told = follow_beside(tx, &before, ("court", &state, &events), by, now).await?;
        Ok(court::tell(tx, (&case.id, no), request, &told).await?)
    }

    /// What a correction changes for requests: an act that is their last is taken back; else their dockets say that it was
    /// wrong, and what it had changed is as before.
    async fn requests_correct(
        &self,
        tx: &mut Tx,
        case: &StoredCase,
        no: i64,
        by: &Staff,
        now: Moment,
    ) -> OfficeResult<()> {
        let Some(wrong) = case.entry(no).and_then(|correction| correction.entry.entry) else {
            return Ok(());
        };
        let Some(entry) = case.entry(wrong).map(|kept| kept.entry.clone()) else {
            return Ok(());
        };
        let matter = case.matter();
        let mut told = court::telling(tx, &case.id, wrong).await?;
        // A request that was named by mistake leaves the case, though its docket tells of the filing alone.
        if let (EntryKind::Request, Some(request)) = (entry.kind, &entry.about)
            && told.iter().all(|(known, _)| known != request)
        {
            told.push((request.clone(), 0));
        }
        for (request, seq) in told {
            let before = self.request_of(tx, &request).await?;
            let named = entry.kind == EntryKind::Request;
            let state = &before.state;
            let slip = state.last_slip().and_then(|slip| {
                let entry = slip.entry?;
                let took_it = match slip.act {
                    ActKind::RecordPetition => entry == seq || named && state.is_before(&case.case),
                    ActKind::EndPetition => entry == seq,
                    _ => false,
                };
                took_it.then_some(entry)
            });
            if let Some(entry) = slip {
                let back = Act::TakeBack { entry };
                self.act_in_case(tx, (case, no), &request, by, back).await?;
                continue;
            }
            let filing = matter.first_filing().filter(|_| named);
            if named && filing.is_none() {
                continue;
            }
            self.takes_in(
                tx,
                (case, no),
                &request,
                Some(&by.id),
                now,
                |state, rules| match filing {
                    Some(filing) => state.leave_case(filing, &case.case, now.today, rules),
                    None => state.hear_correction(&entry, (&case.case, &matter), now.today, rules),
                },
            )
            .await?;
            // A court that was said to be done with it still has it.
            let ended = matches!(entry.kind, EntryKind::Dismissal | EntryKind::Withdrawal);
            if let Some(petition) = matter.petition(&case.case).filter(|_| ended && matter.next().is_some()) {
                let again = Act::RecordPetition { petition };
                self.act_in_case(tx, (case, no), &request, by, again).await?;
            }
        }
        Ok(())
    }
}
