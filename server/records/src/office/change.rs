//! Every act on a request goes this way: load, decide, save, post, commit.

use law::{
    event::Event,
    request::{Act, Incident},
    request_state::{RequestState, can_be_a_slip},
};
use office::{
    OfficeResult, Refusal, TrackingNumber,
    forms::{NewPaper, OrderScope, SubmissionKey},
    views::{Actor, RelationProof, Staff},
};

use super::{Moment, RecordsOffice, releases::Cause};
use crate::{
    fault::{Fault, Stored},
    store::{
        Tx, closures, docket, holds, messages,
        messages::Words,
        request_papers, requesters,
        requests::{self, Request},
        submissions,
    },
};

/// How often a requester's act is put again to a request that kept changing under it.
const TRIES: usize = 5;

/// Who acts.
#[derive(Clone, Debug)]
pub enum Principal {
    /// Whoever filed the request.
    Requester,
    /// An account of the office.
    Staff(Staff),
    /// The portal itself, because of a day that passed.
    Portal,
}

impl Principal {
    pub(super) const fn actor(&self) -> Actor {
        match self {
            Self::Requester => Actor::Requester,
            Self::Staff(_) => Actor::Custodian,
            Self::Portal => Actor::Portal,
        }
    }

    pub(super) fn staff_id(&self) -> Option<&str> {
        match self {
            Self::Staff(staff) => Some(&staff.id),
            Self::Requester | Self::Portal => None,
        }
    }
}

/// An act as it reaches the office.
#[derive(Clone, Debug)]
pub struct Change {
    /// On which request.
    pub number: TrackingNumber,
    /// Who acts.
    pub by: Principal,
    /// What.
    pub act: Act,
    /// Key of the form, where there is one.
    pub key: Option<SubmissionKey>,
    /// The version that was seen; `None` where the act does not depend on it.
    pub version: Option<i64>,
    /// Private words to the other side.
    pub text: Option<String>,
    /// What they can do next, in private words.
    pub next_step: Option<String>,
    /// The recordings that an order names, by their numbers in the evidence system; `None`: all that are linked.
    pub scope: Option<OrderScope>,
    /// Files that come with it.
    pub papers: Vec<NewPaper>,
    /// What these are to prove of who sends them.
    pub proof: Option<RelationProof>,
    /// The entry of a court case that it follows from: case and number. `None`: what it tells of a court is entered in its case.
    pub court: Option<(String, i64)>,
}

impl Change {
    /// An act that has no form and no words, whatever the version.
    pub const fn new(number: TrackingNumber, by: Principal, act: Act) -> Self {
        Self {
            number,
            by,
            act,
            key: None,
            version: None,
            text: None,
            next_step: None,
            scope: None,
            papers: Vec::new(),
            proof: None,
            court: None,
        }
    }
}

/// What the law made of an act.
pub(super) struct Decision {
    pub before: Request,
    pub state: RequestState,
    pub events: Vec<Event>,
    pub now: Moment,
}

/// How an act went.
pub(super) enum Outcome {
    Done,
    DoneBefore,
    Overtaken,
}

impl RecordsOffice {
    /// Puts an act on a request to the law, enters what follows, and posts the letters.
    ///
    /// # Errors
    /// [`Refusal::Barred`] with its section; [`Refusal::Stale`] when the version that was seen is not the newest.
    pub async fn change(&self, change: Change) -> OfficeResult<()> {
        for _ in 0..TRIES {
            let mut tx = self.store.begin().await?;
            let outcome = match self.change_within(&mut tx, &change).await {
                Ok(outcome) => outcome,
                Err(fault @ Refusal::Unavailable { .. }) => return Err(fault),
                Err(refusal) => {
                    tx.give_up().await?;
                    return Err(refusal);
                }
            };
            match outcome {
                Outcome::Done => {
                    // A copy may be approved already, or everybody told: then the portal goes on by itself.
                    // What was taken back is not done again in the same breath.
                    if !matches!(change.act, Act::TakeBack { .. }) {
                        self.advance(&mut tx, &change.number, &Cause::Other).await?;
                    }
                    return Ok(tx.commit().await?);
                }
                Outcome::DoneBefore => return Ok(tx.give_up().await?),
                Outcome::Overtaken if change.version.is_some() => return Err(Refusal::Stale),
                Outcome::Overtaken => {}
            }
        }
        Err(Fault::Contended.into())
    }

    /// Puts an act to the law within a transaction.
    pub(super) async fn change_within(&self, tx: &mut Tx, change: &Change) -> OfficeResult<Outcome> {
        let now = self.now();
        let before = requests::find(tx.conn().await?, &change.number)
            .await?
            .ok_or(Refusal::NotFound)?;
        if let Some(key) = &change.key {
            let hash = self.secret.hash("submission", key.as_str());
            if !submissions::claim(tx, &hash, &before.id, now.at).await? {
                return Ok(Outcome::DoneBefore);
            }
        }
        if change.version.is_some_and(|seen| seen != before.version) {
            return Err(Refusal::Stale);
        }
        let before = self.with_register(tx, before).await?;
        let act = self.with_facts(tx, &change.act, &before, &change.by).await?;
        let known = closures::entered_by(tx.conn().await?, now.at).await?;
        let incident = Incident {
            first_day: before.incident_from,
            received: before.state.received_on,
        };
        incident.allows(&act, self.rules(&known))?;
        let act = self.enter_in_register(tx, change, act, &before, now).await?;
        let (mut state, events) = before.state.clone().decide(&act, now.today, self.rules(&known))?;
        if can_be_a_slip(act.kind()) {
            state.entered_at(before.docket_seq + 1);
        }
        self.heed_act(tx, &act, &before, &change.by, now).await?;
        let decided = Decision {
            before,
            state,
            events,
            now,
        };
        if !self.keep_change(tx, change, &decided).await? {
            return Ok(Outcome::Overtaken);
        }
        self.join_case(tx, change, &act, &decided).await?;
        // What follows from the register for one request closes nothing that another recording of it is.
        if let (Act::Reclose { since }, Principal::Staff(_)) = (&act, &change.by) {
            let since = *since;
            let request = &decided.before.id;
            self.reclose_linked(tx, request, since, change.by.staff_id(), now)
                .await?;
        }
        self.notify_change(tx, change, &decided).await?;
        Ok(Outcome::Done)
    }

    /// The act with what only the office knows: whether the verifier of an order entered it, and when whoever filed was
    /// told that silence ends their request.
    async fn with_facts(&self, tx: &mut Tx, act: &Act, before: &Request, by: &Principal) -> Stored<Act> {
        Ok(match act {
            Act::VerifyOrder { .. } => Act::VerifyOrder {
                same_person: same_person(before.order_entered_by.as_deref(), by),
            },
            Act::TakeBack { .. } => {
                let slip = before.state.last_slip().map(|slip| (slip.entry, slip.act.key()));
                let entry = match slip {
                    Some((None, act)) => docket::newest_of(tx.conn().await?, &before.id, act).await?,
                    Some((entry, _)) => entry,
                    None => None,
                };
                Act::TakeBack {
                    entry: entry.unwrap_or_default(),
                }
            }
            Act::CorrectReceipt { on, why, .. } => Act::CorrectReceipt {
                on: *on,
                why: *why,
                entry: docket::receipt_entry(tx.conn().await?, &before.id).await?,
            },
            Act::Lapse { .. } => {
                let told = requesters::told_of_question(tx.conn().await?, &before.id).await?;
                let at = told.at.map(|at| self.local(at).date());
                Act::Lapse {
                    notice_given: at.into_iter().chain(told.posted_on).min(),
                }
            }
            other => other.clone(),
        })
    }

    async fn keep_change(&self, tx: &mut Tx, change: &Change, decided: &Decision) -> Stored<bool> {
        let Decision {
            before,
            state,
            events,
            now,
        } = decided;
        let words = change
            .text
            .as_ref()
            .map(|text| Words::of(text.clone(), change.next_step.clone()));
        let first = before.docket_seq + 1;
        let saved = requests::Change {
            before,
            state,
            today: now.today,
            docket_seq: before.docket_seq + i64::try_from(events.len()).unwrap_or(i64::MAX),
            unread: unread(change, before),
            order_entered_by: order_entered_by(change, before, state),
        };
        if !requests::save(tx, &saved).await? {
            return Ok(false);
        }
        let commitment = words.as_ref().map(Words::commitment);
        let entries: Vec<docket::Entry<'_>> = (first..)
            .zip(events)
            .map(|(seq, event)| docket::Entry {
                seq,
                actor: change.by.actor(),
                staff_id: change.by.staff_id(),
                act: change.act.kind().key(),
                event,
                calendar: self.calendar_of(event),
                commitment: commitment.as_deref().filter(|_| seq == first),
            })
            .collect();
        docket::append(tx, &before.id, now.at, now.today, &entries)?;
        holds::keep(tx, &before.id, &before.state.holds, &state.holds).await?;
        if let Some(words) = &words {
            let place = messages::Place {
                request_id: &before.id,
                docket_seq: first,
                at: now.at,
                on: now.today,
                actor: change.by.actor(),
                act: change.act.kind(),
            };
            messages::add(tx, place, words).await?;
        }
        let place = request_papers::Place {
            request_id: &before.id,
            docket_seq: first,
            by: change.by.staff_id(),
            proof: change.proof,
        };
        self.keep_with_entry(tx, place, &change.papers, *now).await?;
        Ok(true)
    }
}

fn same_person(entered_by: Option<&str>, by: &Principal) -> bool {
    // Without knowing who entered it, nobody is a second person.
    entered_by.is_none() || entered_by == by.staff_id()
}

fn unread(change: &Change, before: &Request) -> i64 {
    match change.by {
        Principal::Requester if change.text.is_some() => before.unread + 1,
        Principal::Staff(_) => 0,
        Principal::Requester | Principal::Portal => before.unread,
    }
}

fn order_entered_by<'a>(change: &'a Change, before: &'a Request, state: &RequestState) -> Option<&'a str> {
    state.entered_order.as_ref()?;
    match change.act {
        Act::EnterOrder { .. } => change.by.staff_id(),
        _ => before.order_entered_by.as_deref(),
    }
}

/// Keeps what follows for a request from something that is no act upon it: its state, and what its docket says under this name.
/// The numbers of the entries.
///
/// # Errors
/// [`Refusal::Stale`], if somebody else changed it since it was loaded.
pub(super) async fn follow_beside(
    tx: &mut Tx,
    before: &Request,
    said: (&'static str, &RequestState, &[Event]),
    by: Option<&str>,
    now: Moment,
) -> OfficeResult<Vec<i64>> {
    write_beside(tx, before, said, (by, before.unread), now).await
}

async fn write_beside(
    tx: &mut Tx,
    before: &Request,
    (act, state, events): (&'static str, &RequestState, &[Event]),
    (by, unread): (Option<&str>, i64),
    now: Moment,
) -> OfficeResult<Vec<i64>> {
    let first = before.docket_seq + 1;
    let saved = requests::Change {
        before,
        state,
        today: now.today,
        docket_seq: before.docket_seq + i64::try_from(events.len()).unwrap_or(i64::MAX),
        unread,
        order_entered_by: before.order_entered_by.as_deref(),
    };
    if !requests::save(tx, &saved).await? {
        return Err(Refusal::Stale);
    }
    let entry = |(seq, event)| docket::Entry {
        seq,
        actor: if by.is_some() { Actor::Custodian } else { Actor::Portal },
        staff_id: by,
        act,
        event,
        calendar: None,
        commitment: None,
    };
    let entries: Vec<docket::Entry<'_>> = (first..).zip(events).map(entry).collect();
    docket::append(tx, &before.id, now.at, now.today, &entries)?;
    holds::keep(tx, &before.id, &before.state.holds, &state.holds).await?;
    Ok(entries.iter().map(|entry| entry.seq).collect())
}

/// Enters something about a request that is no act of the law, by a member of staff or, without one, by the portal: its state
/// stays. The number of the entry.
///
/// # Errors
/// [`Refusal::Stale`], if somebody else changed it since it was loaded.
pub(super) async fn enter_beside(
    tx: &mut Tx,
    before: &Request,
    (act, event): (&'static str, &Event),
    by: Option<&str>,
    unread: i64,
    now: Moment,
) -> OfficeResult<i64> {
    let said = (act, &before.state, std::slice::from_ref(event));
    write_beside(tx, before, said, (by, unread), now).await?;
    Ok(before.docket_seq + 1)
}
