//! The cases of what earlier versions entered of courts: each entry of the day, and by whom, it was entered.

use std::collections::HashMap;

use law::{
    event::Event,
    hold::HoldKind,
    request::ActKind,
    request_order::{Petition, RequestOrder, Ruling},
};
use office::OfficeResult;

use crate::{
    office::{Moment, RecordsOffice, change::follow_beside},
    store::{
        Tx,
        court::{self, Told, old},
        orders::{self, StoredOrder},
    },
};

const SUIT_HOLDS: Event = Event::HoldPlaced {
    kind: HoldKind::Lawsuit,
};

/// Something that was entered before cases were kept.
enum Old {
    /// An order of the register.
    Order(Box<StoredOrder>),
    /// The entries of one act in a docket.
    Act(Vec<Told>),
}

impl Old {
    /// When it was entered; of one moment the order first, for the act tells of it.
    fn at(&self) -> (i64, bool) {
        match self {
            Self::Order(kept) => (kept.entered_at, false),
            Self::Act(told) => (told.first().map_or(0, |first| first.at), true),
        }
    }
}

impl RecordsOffice {
    /// Opens the cases of what earlier versions entered of courts, once.
    pub(in crate::office) async fn open_old_cases(&self) -> OfficeResult<()> {
        let mut tx = self.store.begin().await?;
        if !old::claim(&mut tx).await? {
            return Ok(tx.give_up().await?);
        }
        let mut found = Vec::new();
        for id in old::orders(tx.conn().await?).await? {
            if let Some(kept) = orders::find(tx.conn().await?, &id).await? {
                found.push(Old::Order(Box::new(kept)));
            }
        }
        let mut acts: Vec<Vec<Told>> = Vec::new();
        for told in old::told(tx.conn().await?).await? {
            match acts.last_mut() {
                Some(act) if act[0].request_id == told.request_id && act[0].at == told.at => act.push(told),
                _ => acts.push(vec![told]),
            }
        }
        found.extend(acts.into_iter().map(Old::Act));
        found.sort_by_key(Old::at);
        let mut before_court = HashMap::new();
        let mut held = HashMap::new();
        for one in found {
            match one {
                Old::Order(kept) => self.old_order(&mut tx, &kept).await?,
                Old::Act(told) => {
                    let places = told.iter().any(|one| one.event == SUIT_HOLDS);
                    self.old_act(&mut tx, &told, places, &mut before_court).await?;
                    let request = &told[0].request_id;
                    if let Some(petition) = before_court.get(request).filter(|_| places) {
                        held.insert(request.clone(), petition.case());
                    }
                }
            }
        }
        for (request, case) in held {
            let before = self.request_of(&mut tx, &request).await?;
            let state = before.state.clone().with_suit(&case);
            follow_beside(&mut tx, &before, ("court", &state, &[]), None, self.now()).await?;
        }
        Ok(tx.commit().await?)
    }

    async fn old_order(&self, tx: &mut Tx, kept: &StoredOrder) -> OfficeResult<()> {
        let then = Moment {
            at: kept.entered_at,
            today: self.local(kept.entered_at).date(),
        };
        let request = kept.request_id.as_deref();
        self.order_joins(tx, &kept.order, request, None, &kept.order.entered_by, then)
            .await
    }

    /// `places` says that it placed a hold for a suit; `before_court` is what was filed last, by request.
    async fn old_act(
        &self,
        tx: &mut Tx,
        told: &[Told],
        places: bool,
        before_court: &mut HashMap<String, Petition>,
    ) -> OfficeResult<()> {
        let Some(first) = told.first() else { return Ok(()) };
        let (request, by) = (first.request_id.as_str(), first.staff_id.as_deref());
        let then = Moment {
            at: first.at,
            today: first.on,
        };
        let mut entered = None;
        for one in told {
            let joined = match &one.event {
                Event::CourtAsked {
                    by: who,
                    filed_on,
                    case: Some(case),
                } => {
                    let petition = Petition {
                        by: *who,
                        court: case.court.clone(),
                        case_number: case.number.clone(),
                        filed_on: *filed_on,
                        served_on: places.then_some(first.on),
                    };
                    let joined = self.petition_joins(tx, &petition, request, by, then).await?;
                    before_court.insert(request.to_owned(), petition);
                    Some(joined)
                }
                Event::PetitionEnded { how, on, .. } => match before_court.get(request) {
                    Some(petition) => Some(self.end_joins(tx, petition, (*how, *on), request, by, then).await?),
                    None => None,
                },
                Event::OrderEntered {
                    dated,
                    case: Some(case),
                }
                | Event::OrderVerified {
                    dated,
                    case: Some(case),
                    ..
                } => {
                    let order = RequestOrder {
                        court: case.court.clone(),
                        case_number: case.number.clone(),
                        dated: *dated,
                        // What it says stands in the register, where it is there.
                        ruling: Ruling::Disclose,
                        register: None,
                    };
                    Some(self.entered_joins(tx, &order, request, by, then).await?)
                }
                Event::TakenBack {
                    entry,
                    act: ActKind::RecordPetition | ActKind::EndPetition,
                    ..
                } => self.slip_joins(tx, (request, *entry), by, then).await?,
                _ => None,
            };
            entered = entered.or(joined);
        }
        let Some((case, no)) = entered else { return Ok(()) };
        let entries: Vec<i64> = told.iter().map(|one| one.seq).collect();
        Ok(court::tell(tx, (&case, no), request, &entries).await?)
    }
}
