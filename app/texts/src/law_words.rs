//! Words for the law's own terms: stages, acts, events, reasons, steps of a deadline.
//!
//! One file per subject. Every match names every variant, so that a new one stops the build until it
//! speaks both languages. Short terms stand as pairs, English first; sentences as two functions.

mod acts;
mod bars;
mod clocks;
mod events;
mod footage;
mod next;
mod rules;
mod stages;
mod steps;
#[cfg(test)]
mod tests;

use law::{
    bar::{Bar, Reason},
    case::{Next, Who},
    clock::{ClockId, Ending},
    deadline::{DayOff, Span, Step},
    event::Event,
    fee::FeeCategory,
    hold::HoldKind,
    order::{Petitioner, Ruling},
    recording::{InactiveGround, NoRecordReason, RecordingStatus},
    request::{ActKind, Media, Stage, Track},
};
use office::views::{Actor, Role};

/// The same in English and in Spanish.
type Pair = (&'static str, &'static str);

words! {
    /// The law's terms in plain words.
    pub trait LawWords:
    stage(stage: Stage) -> &'static str { stages::stage(stage).0, stages::stage(stage).1 }
    track(track: Track) -> &'static str { stages::track(track).0, stages::track(track).1 }
    media(media: Media) -> &'static str { stages::media(media).0, stages::media(media).1 }
    who(who: Who) -> &'static str { stages::who(who).0, stages::who(who).1 }
    actor(actor: Actor) -> &'static str { stages::actor(actor).0, stages::actor(actor).1 }
    role(role: Role) -> &'static str { stages::role(role).0, stages::role(role).1 }

    act(act: ActKind) -> &'static str { acts::act(act).0, acts::act(act).1 }
    act_hint(act: ActKind) -> &'static str { acts::hint(act).0, acts::hint(act).1 }
    event(event: &Event) -> String { events::english(event), events::spanish(event) }
    bar(bar: &Bar) -> String { bars::english(bar), bars::spanish(bar) }

    bar_reason(reason: &Reason) -> String { bars::reason_english(reason), bars::reason_spanish(reason) }

    next_sentence(next: &Next) -> String { next::english(next), next::spanish(next) }
    next_short(next: &Next) -> &'static str { next::short(next).0, next::short(next).1 }

    clock(clock: ClockId) -> &'static str { clocks::clock(clock).0, clocks::clock(clock).1 }
    clock_duty(clock: ClockId) -> &'static str { clocks::duty(clock).0, clocks::duty(clock).1 }
    ending(ending: Ending) -> &'static str { clocks::ending(ending).0, clocks::ending(ending).1 }

    step(step: &Step) -> String { steps::english(step), steps::spanish(step) }
    day_off(off: &DayOff) -> String { steps::day_off_english(off), steps::day_off_spanish(off) }
    holiday(key: &str) -> String { steps::holiday(key, |pair| pair.0), steps::holiday(key, |pair| pair.1) }
    span(span: Span) -> String { steps::span_english(span), steps::span_spanish(span) }
    rule_title(rule: &str) -> Option<&'static str> {
        rules::title(rule).map(|pair| pair.0),
        rules::title(rule).map(|pair| pair.1)
    }

    ground(ground: InactiveGround) -> &'static str { footage::ground(ground).0, footage::ground(ground).1 }
    ground_long(ground: InactiveGround) -> &'static str {
        footage::ground_long(ground).0,
        footage::ground_long(ground).1
    }
    no_record(why: &NoRecordReason) -> String { footage::no_record_english(why), footage::no_record_spanish(why) }
    footage(status: &RecordingStatus) -> String { footage::english(status), footage::spanish(status) }
    hold(kind: HoldKind) -> &'static str { footage::hold(kind).0, footage::hold(kind).1 }
    ruling(ruling: Ruling) -> &'static str { footage::ruling(ruling).0, footage::ruling(ruling).1 }
    petitioner(by: Petitioner) -> &'static str { footage::petitioner(by).0, footage::petitioner(by).1 }
    fee_category(category: FeeCategory) -> &'static str {
        footage::fee_category(category).0,
        footage::fee_category(category).1
    }
}
