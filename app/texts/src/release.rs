//! Words for the law's terms around a release: recordings, orders, people, notices, copies, the gate.

mod bars;
mod gate;
mod terms;

use law::{
    disclosure_order::{OrderKind, TermKind},
    notice::{Attempt, Audience, Channel, NoticeKind, NoticeStateKind, ProofKind, ReleaseBar},
    objection::{AnswerKind, Ask, Ground},
    person::Receiver,
    recording::{LocationKind, StatusChangeKind, StatusKind},
    redaction::RedactionKind,
    release::GateItem,
    retention::{DeletionBar, KeepGround},
};

words! {
    /// The law's terms around a release, in plain words.
    pub trait ReleaseWords:
    notice_bar(bar: &ReleaseBar) -> String { bars::english(bar), bars::spanish(bar) }
    undeletable(why: &DeletionBar) -> String { bars::kept_english(why), bars::kept_spanish(why) }
    gate_item(item: &GateItem, name: &dyn Fn(&str) -> String) -> String {
        gate::english(item, name), gate::spanish(item, name)
    }
    status_kind(kind: StatusKind) -> &'static str { terms::status(kind) }
    status_change(kind: StatusChangeKind) -> &'static str { terms::change(kind) }
    location(kind: LocationKind) -> &'static str { terms::location(kind) }
    keep_ground(ground: KeepGround) -> &'static str { terms::keep(ground) }
    order_kind(kind: OrderKind) -> &'static str { terms::order(kind) }
    term_kind(kind: TermKind) -> &'static str { terms::term(kind) }
    redaction(kind: RedactionKind) -> &'static str { terms::redaction(kind) }
    notice_kind(kind: NoticeKind) -> &'static str { terms::notice(kind) }
    notice_state(state: NoticeStateKind, over: bool) -> &'static str { terms::state(state, over) }
    receiver(receiver: Receiver) -> &'static str { terms::receiver(receiver) }
    audience(audience: Audience) -> &'static str { terms::audience(audience) }
    channel(channel: Channel) -> &'static str { terms::channel(channel) }
    proof(proof: ProofKind) -> &'static str { terms::proof(proof) }
    objection_ground(ground: Ground) -> &'static str { terms::ground(ground) }
    answer_kind(answer: AnswerKind) -> &'static str { terms::answer(answer) }
    ask(ask: &Ask) -> String { terms::ask_english(ask), terms::ask_spanish(ask) }
    attempt(attempt: &Attempt) -> String { terms::attempt_english(attempt), terms::attempt_spanish(attempt) }
}
