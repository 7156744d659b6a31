//! Random worlds, played by the law's own rules.

use jiff::ToSpan as _;
use law::{
    Date,
    bar::Section,
    clock::ClockId,
    denial::{GivenPart, Withheld, WithheldPart},
    fee::{FeeCategory, FeeLine},
    recording::{InactiveGround, NoRecordReason},
    request::{Act, ActKind, ReceiptMistake, Reception, ReplyChannel, Track},
    request_order::{Petition, PetitionEnd, Petitioner, RequestOrder, Ruling},
    request_state::RequestState,
};
use proptest::prelude::*;

use crate::support::{RequestStory, World, day};

/// The day of reading, after which nothing happens.
pub fn today() -> Date {
    day("2026-06-30")
}

/// One thing that somebody tries: which act (`None` for the one nearest to a release), a number that
/// varies its facts, days since the last.
type Step = (Option<ActKind>, u8, i64);

fn any_told() -> impl Strategy<Value = (Track, u8, i64, Vec<Step>)> {
    let kind = prop::option::weighted(0.6, prop::sample::select(ActKind::ALL.to_vec()));
    (
        prop::sample::select(Track::ALL.to_vec()),
        any::<u8>(),
        0_i64..540,
        prop::collection::vec((kind, any::<u8>(), 0_i64..45), 0..16),
    )
}

/// A world of some requests received in 2025 and 2026.
pub fn any_world(requests: std::ops::Range<usize>) -> impl Strategy<Value = World> {
    prop::collection::vec(any_told(), requests).prop_map(|told| {
        let told = told.into_iter().enumerate();
        World(
            told.map(|(number, (track, place, since, steps))| play(number, track, place, since, &steps))
                .collect(),
        )
    })
}

fn play(number: usize, track: Track, place: u8, since: i64, steps: &[Step]) -> RequestStory {
    let division = [Some("central"), Some("north"), Some("elsewhere"), None][usize::from(place % 4)];
    let mut on = day("2025-01-01").saturating_add(since.days());
    let mut told = RequestStory::filed(&format!("request {number}"), track, division, on);
    for (kind, n, days) in steps {
        on = on.saturating_add(days.days());
        if on > today() {
            break;
        }
        let kind = kind.unwrap_or_else(|| onward(&told.state, on, *n));
        let act = match sound_act(kind, on, *n) {
            Act::Lapse { .. } => Act::Lapse {
                notice_given: told.state.running(ClockId::C6).map(|clock| clock.start),
            },
            act => act,
        };
        told.act(on, &act);
    }
    told
}

fn onward(state: &RequestState, on: Date, n: u8) -> ActKind {
    let opening = [ActKind::RecordInactive, ActKind::EnterOrder][usize::from(n % 2)];
    let nearest = [
        ActKind::Deliver,
        ActKind::OpenGate,
        ActKind::FinishRedaction,
        ActKind::StartRedaction,
        ActKind::VerifyOrder,
        opening,
    ];
    let possible = nearest.into_iter().find(|kind| state.bar(*kind, on).is_none());
    possible.unwrap_or(ActKind::Acknowledge)
}

/// An act with facts that the law accepts wherever it accepts the kind; `n` varies them.
fn sound_act(kind: ActKind, on: Date, n: u8) -> Act {
    let pick = |choices: usize| usize::from(n) % choices;
    match kind {
        ActKind::ExplainDelay => Act::ExplainDelay {
            promised: on.saturating_add(i64::from(1 + n % 60).days()),
        },
        ActKind::RecordAnswer => Act::RecordAnswer {
            received: Reception {
                on: on.saturating_sub(i64::from(n % 3).days()),
                channel: ReplyChannel::ALL[pick(4)],
            },
        },
        ActKind::EndPetition => Act::EndPetition {
            how: PetitionEnd::ALL[pick(2)],
            on,
        },
        ActKind::TakeBack => Act::TakeBack { entry: 1 },
        ActKind::CorrectReceipt => Act::CorrectReceipt {
            on: on.saturating_sub(i64::from(1 + n % 90).days()),
            why: ReceiptMistake::ALL[pick(3)],
            entry: 1,
        },
        ActKind::CloseActive => Act::CloseActive { confirmed_on: on },
        ActKind::RecordInactive => Act::RecordInactive {
            ground: InactiveGround::ALL[pick(3)],
            since: on,
        },
        ActKind::Reclose => Act::Reclose { since: on },
        ActKind::RecordPetition => Act::RecordPetition {
            petition: Petition {
                by: Petitioner::ALL[pick(4)],
                court: "Circuit Court of Jackson County".to_owned(),
                case_number: n.to_string(),
                filed_on: on.saturating_sub(i64::from(n % 50).days()),
                served_on: n.is_multiple_of(2).then_some(on),
            },
        },
        ActKind::EnterOrder => Act::EnterOrder {
            order: RequestOrder {
                court: "Circuit Court of Jackson County".to_owned(),
                case_number: n.to_string(),
                dated: on.saturating_sub(i64::from(n % 5).days()),
                ruling: Ruling::ALL[pick(3)],
                register: None,
            },
        },
        ActKind::VerifyOrder => Act::VerifyOrder { same_person: false },
        ActKind::FindNoRecord => Act::FindNoRecord {
            why: [
                NoRecordReason::NotMade,
                NoRecordReason::Deleted {
                    on: on.saturating_sub(i64::from(n % 60).days()),
                },
                NoRecordReason::DeletedInBreach { on },
                NoRecordReason::OtherAgency,
                NoRecordReason::NotFound,
            ][pick(5)]
            .clone(),
        },
        ActKind::Deny => Act::Deny {
            provision: Section::of(["RSMo 610.021(14)", "610.021(14)", "§ 211.321"][pick(3)]),
        },
        ActKind::DenyInPart => Act::DenyInPart {
            given: GivenPart::SomeRecordings,
            withheld: [
                ("RSMo 610.100.3", WithheldPart::Faces),
                ("610.021(14)", WithheldPart::Minutes),
                ("RSMo 610.021(14)", WithheldPart::Sound),
            ][..=pick(3)]
                .iter()
                .map(|&(cited, what)| Withheld {
                    what,
                    provision: Section::of(cited),
                })
                .collect(),
        },
        ActKind::Deliver => Act::Deliver {
            partial: n.is_multiple_of(2),
        },
        other => fee_act(other, on, n),
    }
}

/// The acts about money.
fn fee_act(kind: ActKind, on: Date, n: u8) -> Act {
    match kind {
        ActKind::AskFee => Act::AskFee {
            lines: vec![FeeLine {
                category: FeeCategory::Copy,
                cents: 60_000 * (1 + u32::from(n % 2)),
                by: None,
            }],
            deposit_cents: None,
        },
        ActKind::SettleFee => Act::SettleFee {
            waived: n.is_multiple_of(2),
            received: None,
            cents: None,
            receipt: None,
        },
        ActKind::AcceptFee => Act::AcceptFee,
        ActKind::ChallengeFee => Act::ChallengeFee,
        ActKind::NarrowRequest => Act::NarrowRequest,
        ActKind::EstimateFee => Act::EstimateFee {
            lines: vec![FeeLine::amount(FeeCategory::Medium, 1_000)],
        },
        ActKind::RefundFee => Act::RefundFee {
            cents: 1,
            on,
            receipt: None,
        },
        plain => plain_act(plain),
    }
}

/// The acts without facts.
fn plain_act(kind: ActKind) -> Act {
    match kind {
        ActKind::AskClarification => Act::AskClarification,
        ActKind::AnswerClarification => Act::AnswerClarification,
        ActKind::AskGrounds => Act::AskGrounds,
        ActKind::GiveGrounds => Act::GiveGrounds,
        ActKind::Reply => Act::Reply,
        ActKind::Write => Act::Write,
        ActKind::Withdraw => Act::Withdraw,
        ActKind::Lapse => Act::Lapse { notice_given: None },
        ActKind::ExtendLapse => Act::ExtendLapse,
        ActKind::Reopen => Act::Reopen,
        ActKind::StartRedaction => Act::StartRedaction,
        ActKind::FinishRedaction => Act::FinishRedaction,
        ActKind::OpenGate => Act::OpenGate,
        _ => Act::Acknowledge,
    }
}
