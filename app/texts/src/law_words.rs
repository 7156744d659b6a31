//! Words for the law's own terms: stages, acts, events, reasons, steps of a deadline.
//!
//! One file per subject. Every match names every variant, so that a new one stops the build until it
//! speaks both languages. Short terms stand side by side, English first; sentences as two functions.

mod acts;
mod bars;
mod clocks;
mod denial;
mod events;
mod fees;
mod footage;
mod next;
mod rules;
mod stages;
mod steps;
#[cfg(test)]
mod tests;

use law::{
    bar::{Bar, Reason},
    clock::{ClockId, Ending},
    deadline::{DayOff, Span, Step},
    denial::{GivenPart, WithheldPart},
    event::Event,
    fee::{FeeCategory, FeeLine},
    hold::HoldKind,
    recording::{InactiveGround, NoRecordReason, RecordingStatus},
    request::{ActKind, Media, ReceiptMistake, ReplyChannel, Stage, Track},
    request_order::{PetitionEnd, Petitioner, Ruling},
    request_state::{Next, Party},
};
use office::views::{Actor, Role};

words! {
    /// The law's terms in plain words.
    pub trait LawWords:
    stage(stage: Stage) -> &'static str { stages::stage(stage) }
    track(track: Track) -> &'static str { stages::track(track) }
    media(media: Media) -> &'static str { stages::media(media) }
    who(who: Party) -> &'static str { stages::who(who) }
    actor(actor: Actor) -> &'static str { stages::actor(actor) }
    role(role: Role) -> &'static str { stages::role(role) }

    given_part(part: GivenPart) -> &'static str { denial::given(part) }
    withheld_part(part: WithheldPart) -> &'static str { denial::withheld(part) }
    act(act: ActKind) -> &'static str { acts::act(act) }
    act_hint(act: ActKind) -> &'static str { acts::hint(act) }
    event(event: &Event) -> String { events::english(event), events::spanish(event) }
    bar(bar: &Bar) -> String { bars::english(bar), bars::spanish(bar) }

    bar_reason(reason: &Reason) -> String { bars::reason_english(reason), bars::reason_spanish(reason) }

    next_sentence(next: &Next) -> String { next::english(next), next::spanish(next) }
    next_short(next: &Next) -> &'static str { next::short(next) }

    clock(clock: ClockId) -> &'static str { clocks::clock(clock) }
    clock_duty(clock: ClockId) -> &'static str { clocks::duty(clock) }
    clock_who(clock: ClockId, duty: &str) -> String {
        format!("Who must act: {}. {duty}", stages::who(clock.party()).en),
        format!("Quién debe actuar: {}. {duty}", stages::who(clock.party()).es),
    }
    step_who(next: &Next) -> String {
        format!("Who must act: {}. {}", stages::who(next.who).en, next::english(next)),
        format!("Quién debe actuar: {}. {}", stages::who(next.who).es, next::spanish(next)),
    }
    ending(ending: Ending) -> &'static str { clocks::ending(ending) }

    step(step: &Step) -> String { steps::english(step), steps::spanish(step) }
    day_off(off: &DayOff) -> String { steps::day_off_english(off), steps::day_off_spanish(off) }
    holiday(key: &str) -> String { steps::holiday(key) }
    span(span: Span) -> String { steps::span_english(span), steps::span_spanish(span) }
    rule_title(rule: &str) -> Option<&'static str> {
        rules::title(rule).map(|text| text.en),
        rules::title(rule).map(|text| text.es)
    }

    ground(ground: InactiveGround) -> &'static str { footage::ground(ground) }
    ground_long(ground: InactiveGround) -> &'static str { footage::ground_long(ground) }
    petition_end(how: PetitionEnd) -> &'static str { footage::petition_end(how) }
    receipt_mistake(why: ReceiptMistake) -> &'static str { footage::receipt_mistake(why) }
    reply_channel(channel: ReplyChannel) -> &'static str { footage::reply_channel(channel) }
    no_record(why: &NoRecordReason) -> String { footage::no_record_english(why), footage::no_record_spanish(why) }
    footage(status: &RecordingStatus) -> String { footage::english(status), footage::spanish(status) }
    hold(kind: HoldKind) -> &'static str { footage::hold(kind) }
    ruling(ruling: Ruling) -> &'static str { footage::ruling(ruling) }
    petitioner(by: Petitioner) -> &'static str { footage::petitioner(by) }
    fee_category(category: FeeCategory) -> &'static str { footage::fee_category(category) }
    fee_calculation(line: &FeeLine) -> Option<String> {
        fees::calculation(office::Lang::En, line),
        fees::calculation(office::Lang::Es, line)
    }
    fee_line(line: &FeeLine) -> String { fees::line(office::Lang::En, line), fees::line(office::Lang::Es, line) }
    dollars(cents: u64) -> String { footage::dollars(cents), footage::dollars(cents) }
}
