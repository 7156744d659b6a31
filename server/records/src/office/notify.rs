//! Who is written to when a request moves.

use law::{Date, event::Event, request::ActKind, request_state::Next};

use super::{
    RecordsOffice,
    change::{Change, Decision, Principal},
    letters::About,
};
use crate::{
    fault::Stored,
    letters,
    store::{
        Tx, court, followers,
        outbox::{self, Posted, Told},
        requesters,
    },
};

/// Whether an event moves the request, as far as everybody may know. Words do not, and an order has
/// no effect until it is verified.
const fn moves(event: &Event) -> bool {
    !matches!(
        event,
        Event::OrderEntered { .. } | Event::CustodianWrote | Event::RequesterWrote
    )
}

/// Whether an event is written on paper to whoever gets no mail: what asks something of them, answers the request, or has a day.
const fn worth_paper(event: &Event) -> bool {
    !matches!(
        event,
        Event::ClockStarted { .. }
            | Event::ClockEnded { .. }
            | Event::HoldPlaced { .. }
            | Event::HoldEnds { .. }
            | Event::Acknowledged
            | Event::ActiveConfirmed { .. }
            | Event::ClarificationAnswered
            | Event::GroundsAsked
            | Event::RequesterWrote
            | Event::Withdrawn
            | Event::RedactionStarted
            | Event::RedactionApproved
            | Event::GateOpened
    )
}

/// The events of an act as whoever a case is sealed against may know them.
fn as_known(events: &[Event], sealed: bool) -> Vec<Event> {
    if sealed {
        vec![Event::CourtMatter]
    } else {
        events.to_vec()
    }
}

/// What is awaited, as whoever something is sealed against may know it, since a day if so.
fn next_as_known(decided: &Decision, sealed: Option<Date>) -> Next {
    let state = decided.state.clone();
    let state = match sealed {
        Some(since) => state.under_seal(since),
        None => state,
    };
    state.next(decided.now.today)
}

/// What of a request's docket is sealed while an act on it is told.
struct Sealed {
    /// Whether what the act told is, and against whoever filed, too.
    act: Option<bool>,
    /// Since when anything is; against whoever filed.
    against_requester: Option<Date>,
    /// Since when anything is.
    any: Option<Date>,
}

impl RecordsOffice {
    async fn sealed_of(&self, tx: &mut Tx, decided: &Decision) -> Stored<Sealed> {
        let first = decided.before.docket_seq + 1;
        let sealed = court::sealed(tx, &decided.before.id).await?;
        let of_act = sealed.iter().filter(|(seq, ..)| *seq >= first);
        let since = |(_, on, _): &(i64, Date, bool)| *on;
        Ok(Sealed {
            act: of_act.map(|(.., against)| *against).reduce(|one, other| one || other),
            against_requester: sealed.iter().find(|(.., against)| *against).map(since),
            any: sealed.first().map(since),
        })
    }

    /// Posts the letters of an act: to the requester whatever moves the request or is written to
    /// them, to followers the public words alone. Of several steps within one transaction one letter tells.
    pub(super) async fn notify_change(&self, tx: &mut Tx, change: &Change, decided: &Decision) -> Stored<()> {
        let moved = decided.events.iter().any(moves);
        let words = change.text.clone().filter(|_| matches!(change.by, Principal::Staff(_)));
        let writes = (moved || words.is_some()) && change.act.kind() != ActKind::Write;
        if !writes && !moved {
            return Ok(());
        }
        let mut told = outbox::take_back(tx, &decided.before.id);
        told.events.extend(decided.events.iter().cloned());
        let sealed = self.sealed_of(tx, decided).await?;
        told.public.extend(as_known(&decided.events, sealed.act.is_some()));
        told.own.extend(as_known(&decided.events, sealed.act == Some(true)));
        if words.is_some() {
            told.next_step.clone_from(&change.next_step);
            told.words = words;
        }
        // What came from the requester on paper does not go back to them.
        if change.act.kind() != ActKind::RecordAnswer && matches!(change.by, Principal::Staff(_)) {
            told.papers.extend(change.papers.iter().map(|paper| paper.name.clone()));
        }
        if writes {
            let posted = self
                .to_requester(tx, (decided, sealed.against_requester), &told)
                .await?;
            told.posted.extend(posted);
        }
        if told.events.iter().any(moves) {
            let posted = self.to_followers(tx, (decided, sealed.any), &told).await?;
            told.posted.extend(posted);
        }
        tx.told.push(told);
        Ok(())
    }

    async fn to_requester(
        &self,
        tx: &mut Tx,
        (decided, sealed): (&Decision, Option<Date>),
        told: &Told,
    ) -> Stored<Vec<Posted>> {
        let Some(requester) = requesters::find(tx.conn().await?, &told.request_id).await? else {
            return Ok(Vec::new());
        };
        let next = next_as_known(decided, sealed);
        let warning = self.warning_waits(tx, &told.request_id, decided.state.stage()).await?;
        let (words, next_step) = (told.words.as_deref(), told.next_step.as_deref());
        let about = About {
            request_id: &told.request_id,
            at: decided.now.at,
            on: decided.now.today,
            on_paper: told.own.iter().any(worth_paper),
            number: &decided.before.number,
            instead: true,
        };
        let moved = letters::Moved {
            events: &told.own,
            next: &next,
            words,
            next_step,
            papers: &told.papers,
            warning_waits: warning,
        };
        self.write_to(tx, &requester, about, |writing| letters::moved(writing, &moved))
            .await
    }

    async fn to_followers(
        &self,
        tx: &mut Tx,
        (decided, sealed): (&Decision, Option<Date>),
        told: &Told,
    ) -> Stored<Vec<Posted>> {
        let public: Vec<Event> = told.public.iter().filter(|event| moves(event)).cloned().collect();
        let next = next_as_known(decided, sealed);
        let mut posted = Vec::new();
        for follower in followers::of(tx, &told.request_id).await? {
            let stop = self.secret.token("stop", &follower.id);
            let (to, lang, number) = (&follower.email, follower.language, &decided.before.number);
            let letter = letters::followed(&self.sender, to, lang, number, &public, &next, &stop);
            posted.push(outbox::post(tx, &told.request_id, &letter, decided.now.at));
        }
        Ok(posted)
    }
}
