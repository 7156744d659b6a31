//! Words for the law's terms around a release: recordings, orders, people, notices, copies, the gate.

mod bars;
mod gate;
mod terms;

use law::{
    disclosure_order::{OrderKind, TermKind},
    notice::{Attempt, Channel, NoticeBar, NoticeKind, NoticeStateKind, ProofKind},
    objection::{AnswerKind, Ask, Ground},
    person::Receiver,
    recording::{LocationKind, StatusChangeKind, StatusKind},
    redaction::RedactionKind,
    release::GateItem,
    retention::{KeepGround, Undeletable},
};

/// The same in English and in Spanish.
type Pair = (&'static str, &'static str);

words! {
    /// The law's terms around a release, in plain words.
    pub trait ReleaseWords:
    notice_bar(bar: &NoticeBar) -> String { bars::english(bar), bars::spanish(bar) }
    undeletable(why: &Undeletable) -> String { bars::kept_english(why), bars::kept_spanish(why) }
    gate_item(item: &GateItem, name: &dyn Fn(&str) -> String) -> String {
        gate::english(item, name), gate::spanish(item, name)
    }
    status_kind(kind: StatusKind) -> &'static str { terms::status(kind).0, terms::status(kind).1 }
    status_change(kind: StatusChangeKind) -> &'static str { terms::change(kind).0, terms::change(kind).1 }
    location(kind: LocationKind) -> &'static str { terms::location(kind).0, terms::location(kind).1 }
    keep_ground(ground: KeepGround) -> &'static str { terms::keep(ground).0, terms::keep(ground).1 }
    order_kind(kind: OrderKind) -> &'static str { terms::order(kind).0, terms::order(kind).1 }
    term_kind(kind: TermKind) -> &'static str { terms::term(kind).0, terms::term(kind).1 }
    redaction(kind: RedactionKind) -> &'static str { terms::redaction(kind).0, terms::redaction(kind).1 }
    notice_kind(kind: NoticeKind) -> &'static str { terms::notice(kind).0, terms::notice(kind).1 }
    notice_state(state: NoticeStateKind) -> &'static str { terms::state(state).0, terms::state(state).1 }
    receiver(receiver: Receiver) -> &'static str { terms::receiver(receiver).0, terms::receiver(receiver).1 }
    channel(channel: Channel) -> &'static str { terms::channel(channel).0, terms::channel(channel).1 }
    proof(proof: ProofKind) -> &'static str { terms::proof(proof).0, terms::proof(proof).1 }
    objection_ground(ground: Ground) -> &'static str { terms::ground(ground).0, terms::ground(ground).1 }
    answer_kind(answer: AnswerKind) -> &'static str { terms::answer(answer).0, terms::answer(answer).1 }
    ask(ask: &Ask) -> String { terms::ask_english(ask), terms::ask_spanish(ask) }
    attempt(attempt: &Attempt) -> String { terms::attempt_english(attempt), terms::attempt_spanish(attempt) }
}
