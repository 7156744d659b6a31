//! To the requester: something happened to the request.

use law::{
    Date,
    clock::ClockId,
    event::Event,
    fee::{FeeLine, sum_cents},
    request::Stage,
    request_order::Ruling,
    request_state::{AwaitedStep, Next},
};
use office::{Lang, letter::LetterKind};
use texts::{LawWords as _, LetterWords as _, PaperWords as _, StatusWords as _};

use super::{
    Letter, Sender, Writing,
    block::{Block, Body},
    what_happened,
};

/// What demands the words about the courts.
pub(super) const COURT: &str = "RSMo 610.100.5, 610.027.5";

/// To the requester: what happened, the custodian's own words, what to do about it, what comes next.
/// A question or a fee says what silence does and by which day (RSMo 610.026.2(2)); a denial says how
/// to ask for the written grounds and how to go to court. Where footage from a place that is not public is prepared, it says that
/// its warning waits to be acknowledged (610.100.8).
pub fn moved(writing: &Writing<'_>, told: &Moved<'_>) -> Letter {
    let Moved {
        events,
        next,
        words,
        next_step,
        papers,
        warning_waits,
    } = *told;
    let Writing {
        sender, lang, number, ..
    } = *writing;
    let kind = kind_of(events);
    let released = events.iter().find_map(|event| match event {
        Event::Released { partial } => Some(*partial),
        _ => None,
    });
    let title = released.map_or(lang.letter_moved_title(), |_| lang.letter_ready_title());
    let mut body = Body::new(title);
    body.facts(vec![(lang.letter_number(), number.to_string())]);
    match released {
        Some(partial) => ready(&mut body, writing, partial),
        None => what_happened(&mut body, lang, events),
    }
    body.quoted(lang.letter_custodian_writes(), words);
    body.quoted(lang.letter_next_step(), next_step);
    if !papers.is_empty() {
        body.heading(lang.letter_papers());
        body.list(papers.to_vec());
        body.paragraph(lang.letter_papers_where());
        let page = sender.url(lang, &format!("/requests/{number}/private"));
        body.link(lang.letter_papers_link(), format!("{page}#messages"));
    }
    if let Some(last_day) = suit_last_day(events) {
        body.facts(vec![(
            lang.letter_suit_last_day(),
            texts::DateWords::day(lang, last_day),
        )]);
    }
    for event in events {
        explain(&mut body, writing, event);
    }
    if let Some(last_day) = days_anew(events) {
        silence_ends_it(&mut body, sender, lang, next.what == AwaitedStep::Payment, last_day);
    }
    if released.is_none() {
        body.heading(lang.letter_what_now());
        body.paragraph(lang.next_sentence(next));
        for way in events.iter().find_map(|event| after(lang, event)).unwrap_or_default() {
            body.paragraph(*way);
        }
    }
    if warning_waits && released.is_none() {
        body.required(lang.letter_warning_waits(), "RSMo 610.100.8");
        let page = sender.url(lang, &format!("/requests/{number}/private"));
        body.link(lang.letter_warning_link(), format!("{page}#warning"));
    }
    let ends = events.iter().find(|event| matches!(event, Event::Released { .. }));
    let subject = ends.or_else(|| events.iter().find(|event| names_the_letter(event)));
    let subject = subject.or(events.first());
    let subject = subject.map_or_else(
        || lang.letter_followed_subject(number.as_str()),
        |event| lang.letter_moved_subject(number.as_str(), event),
    );
    writing.to_requester("moved", (kind, day_of(events)), subject, body)
}

/// What a letter about a request that moved tells.
#[derive(Clone, Copy, Debug)]
pub struct Moved<'a> {
    /// What happened.
    pub events: &'a [Event],
    /// What comes next.
    pub next: &'a Next,
    /// The custodian's own words.
    pub words: Option<&'a str>,
    /// What the custodian says can be done next.
    pub next_step: Option<&'a str>,
    /// The names of the files that the custodian sends with it.
    pub papers: &'a [String],
    /// Whether a warning waits to be acknowledged.
    pub warning_waits: bool,
}

/// Which kind of letter tells of these events: of several the first that a letter is named after, of a release always that.
fn kind_of(events: &[Event]) -> LetterKind {
    if events.iter().any(|event| matches!(event, Event::Released { .. })) {
        return LetterKind::Released;
    }
    let named = events.iter().find(|event| names_the_letter(event));
    match named {
        Some(Event::ClarificationAsked { .. }) => LetterKind::Question,
        Some(Event::DelayExplained { .. }) => LetterKind::Delay,
        Some(Event::FeeAsked { .. }) => LetterKind::Fee,
        Some(Event::FeeSettled { .. }) => LetterKind::FeeSettled,
        Some(Event::ClosedActive { .. }) => LetterKind::InvestigationActive,
        Some(Event::BecameInactive { .. }) => LetterKind::InvestigationInactive,
        Some(Event::Reclosed { .. }) => LetterKind::Reclosed,
        Some(
            Event::CourtAsked { .. } | Event::PetitionEnded { .. } | Event::OrderVerified { .. } | Event::CourtMatter,
        ) => LetterKind::Court,
        Some(Event::NoRecord { .. }) => LetterKind::NoRecord,
        Some(Event::Denied { .. }) => LetterKind::Denied,
        Some(Event::DeniedInPart { .. }) => LetterKind::DeniedInPart,
        Some(Event::GroundsGiven) => LetterKind::Grounds,
        Some(Event::CustodianWrote) => LetterKind::Message,
        Some(Event::Withdrawn | Event::Lapsed) => LetterKind::Ended,
        Some(Event::CodeReissued) => LetterKind::CodeReissued,
        _ => LetterKind::News,
    }
}

/// The day that such a letter is about, where it is about one.
fn day_of(events: &[Event]) -> Option<Date> {
    events.iter().find_map(|event| match event {
        Event::ClarificationAsked { last_day } | Event::FeeAsked { last_day, .. } => Some(*last_day),
        Event::DelayExplained { promised, .. } => Some(*promised),
        _ => None,
    })
}

/// What can still be done after an end, as the request's page says it; a denial and a withdrawal have words of their own.
fn after(lang: Lang, event: &Event) -> Option<&'static [&'static str]> {
    match event {
        Event::OrderVerified {
            ruling: Ruling::Refuse, ..
        } => lang.after(Stage::OrderDenied, None),
        Event::NoRecord { why } => lang.after(Stage::NoRecord, Some(why)),
        _ => None,
    }
}

/// The video waits: where it is watched, and what is withheld in it.
fn ready(body: &mut Body, writing: &Writing<'_>, partial: bool) {
    let Writing {
        sender, lang, number, ..
    } = *writing;
    writing.advise(body, LetterKind::Released);
    let page = sender.url(lang, &format!("/requests/{number}/private"));
    body.link(lang.letter_ready_link(), format!("{page}#delivered"));
    if partial {
        body.paragraph(lang.letter_ready_partial());
        body.required(lang.letter_ask_grounds(), "RSMo 610.023.4");
    }
}

/// Whether a letter is named after this event, not after what went along with it.
const fn names_the_letter(event: &Event) -> bool {
    !matches!(
        event,
        Event::ClockStarted { .. }
            | Event::ClockEnded { .. }
            | Event::ClockResumed { .. }
            | Event::HoldPlaced { .. }
            | Event::HoldEnds { .. }
    )
}

/// The last day to answer or pay, where the days began anew without a new question or fee.
fn days_anew(events: &[Event]) -> Option<Date> {
    let asks = |event: &Event| matches!(event, Event::ClarificationAsked { .. } | Event::FeeAsked { .. });
    if events.iter().any(asks) {
        return None;
    }
    events.iter().rev().find_map(|event| match event {
        Event::ClockStarted { clock } if clock.id == ClockId::C6 => Some(clock.due),
        _ => None,
    })
}

/// By when to answer or pay, and that silence ends the request (RSMo 610.026.2(2)).
fn silence_ends_it(body: &mut Body, sender: &Sender, lang: Lang, fee: bool, last_day: Date) {
    body.facts(vec![(lang.letter_last_day(), texts::DateWords::day(lang, last_day))]);
    if fee {
        body.required(lang.letter_fee(last_day), "RSMo 610.026");
        body.paragraph(lang.letter_fee_where(&sender.office()));
    } else {
        body.required(lang.letter_clarification(last_day), "RSMo 610.026.2(2)");
    }
}

/// The last day to bring a suit over a denial, the earlier of two readings (610.027.5).
fn suit_last_day(events: &[Event]) -> Option<Date> {
    let denies = |event: &Event| matches!(event, Event::Denied { .. } | Event::DeniedInPart { .. });
    events.iter().any(denies).then_some(())?;
    events.iter().rev().find_map(|event| match event {
        Event::ClockStarted { clock } if clock.id == ClockId::C7 => Some(clock.due),
        _ => None,
    })
}

/// Each line of a fee with its arithmetic, and the sum.
fn fee_lines(body: &mut Body, lang: Lang, lines: &[FeeLine], deposit_cents: Option<u64>) {
    if lines.is_empty() {
        return;
    }
    body.heading(lang.letter_fee_lines());
    let lines_said = lines.iter().map(|line| lang.fee_line(line));
    body.list(lines_said.collect());
    let mut sums = vec![(lang.letter_fee_sum(), lang.dollars(sum_cents(lines)))];
    sums.extend(deposit_cents.map(|cents| (lang.letter_fee_deposit(), lang.dollars(cents))));
    body.facts(sums);
}

/// What the law wants said, or a reader must know, about an event.
fn explain(body: &mut Body, writing: &Writing<'_>, event: &Event) {
    let Writing { sender, lang, .. } = *writing;
    match event {
        Event::ClarificationAsked { last_day } => silence_ends_it(body, sender, lang, false, *last_day),
        Event::FeeAsked {
            last_day,
            lines,
            deposit_cents,
            ..
        } => {
            fee_lines(body, lang, lines, *deposit_cents);
            silence_ends_it(body, sender, lang, true, *last_day);
            body.paragraph(lang.letter_fee_ways());
        }
        Event::FeeEstimated { lines, .. } => {
            fee_lines(body, lang, lines, None);
            body.paragraph(lang.letter_fee_estimate());
            body.paragraph(lang.letter_fee_ways());
        }
        Event::FeeSettled {
            receipt: Some(receipt), ..
        }
        | Event::FeeRefunded {
            receipt: Some(receipt), ..
        } => body.facts(vec![(lang.letter_fee_receipt(), receipt.clone())]),
        Event::Denied { provision } => {
            sender.quote(body, lang, [provision]);
            body.required(lang.letter_ask_grounds(), "RSMo 610.023.4");
            body.required(lang.letter_court(), COURT);
        }
        Event::DeniedInPart { withheld, .. } => {
            sender.quote(body, lang, withheld.iter().map(|part| &part.provision));
            body.required(lang.letter_ask_grounds(), "RSMo 610.023.4");
            body.required(lang.letter_court(), COURT);
        }
        Event::ClosedActive { .. } => {
            writing.advise(body, LetterKind::InvestigationActive);
            body.required(lang.letter_ask_grounds(), "RSMo 610.023.4");
            body.required(lang.letter_court(), COURT);
        }
        Event::CodeReissued => body.push(Block::Locked(lang.letter_code_reissued(&sender.office()), None)),
        Event::Withdrawn | Event::Lapsed => writing.advise(body, LetterKind::Ended),
        Event::Filed { .. }
        | Event::HoldPlaced { .. }
        | Event::HoldEnds { .. }
        | Event::ClockStarted { .. }
        | Event::ClockEnded { .. }
        | Event::Acknowledged
        | Event::ClockResumed { .. }
        | Event::ClarificationAnswered
        | Event::AnswerRecorded { .. }
        | Event::PetitionEnded { .. }
        | Event::TakenBack { .. }
        | Event::ReceiptCorrected { .. }
        | Event::DelayExplained { .. }
        | Event::FeeSettled { .. }
        | Event::FeeRefunded { .. }
        | Event::FeeAccepted
        | Event::FeeChallenged
        | Event::RequestNarrowed
        | Event::ActiveConfirmed { .. }
        | Event::BecameInactive { .. }
        | Event::Reclosed { .. }
        | Event::CourtAsked { .. }
        | Event::OrderEntered { .. }
        | Event::OrderVerified { .. }
        | Event::CourtEntered { .. }
        | Event::CourtMatter
        | Event::NoRecord { .. }
        | Event::GroundsAsked
        | Event::GroundsGiven
        | Event::CustodianWrote
        | Event::RequesterWrote
        | Event::LapseExtended { .. }
        | Event::Reopened
        | Event::RedactionStarted
        | Event::RedactionApproved
        | Event::GateOpened
        | Event::RequesterErased
        | Event::Released { .. } => {}
    }
}
