//! Who is written to when a request moves.

use law::{event::Event, request::ActKind};

use super::{
    RecordsOffice,
    change::{Change, Decision, Principal},
    letters::About,
};
use crate::{
    fault::Stored,
    letters,
    store::{Tx, followers, outbox, requesters},
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

impl RecordsOffice {
    /// Posts the letters of an act: to the requester whatever moves the request or is written to
    /// them, to followers the public words alone.
    pub(super) async fn notify_change(&self, tx: &mut Tx, change: &Change, decided: &Decision) -> Stored<()> {
        let moved = decided.events.iter().any(moves);
        let words = change
            .text
            .as_deref()
            .filter(|_| matches!(change.by, Principal::Staff(_)));
        if (moved || words.is_some()) && change.act.kind() != ActKind::Write {
            self.notify_requester(tx, change, decided, words).await?;
        }
        if moved {
            self.notify_followers(tx, decided).await?;
        }
        Ok(())
    }

    async fn notify_requester(
        &self,
        tx: &mut Tx,
        change: &Change,
        decided: &Decision,
        words: Option<&str>,
    ) -> Stored<()> {
        let request_id = &decided.before.id;
        let Some(requester) = requesters::find(tx.conn().await?, request_id).await? else {
            return Ok(());
        };
        let next = decided.state.next(decided.now.today);
        let next_step = change.next_step.as_deref().filter(|_| words.is_some());
        let (lang, number, events) = (requester.language, &decided.before.number, &decided.events);
        let about = About {
            request_id,
            at: decided.now.at,
            on: decided.now.today,
            on_paper: events.iter().any(worth_paper),
        };
        self.write_to(tx, &requester, about, |to, stop| {
            letters::moved(&self.sender, to, lang, number, events, &next, words, next_step, stop)
        });
        Ok(())
    }

    async fn notify_followers(&self, tx: &mut Tx, decided: &Decision) -> Stored<()> {
        let request_id = &decided.before.id;
        let public: Vec<Event> = decided.events.iter().filter(|event| moves(event)).cloned().collect();
        let next = decided.state.next(decided.now.today);
        for follower in followers::of(tx, request_id).await? {
            let stop = self.secret.token("stop", &follower.id);
            let (to, lang, number) = (&follower.email, follower.language, &decided.before.number);
            let letter = letters::followed(&self.sender, to, lang, number, &public, &next, &stop);
            outbox::post(tx, request_id, &letter, decided.now.at);
        }
        Ok(())
    }
}
