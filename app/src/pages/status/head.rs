//! The answer that a person needs on the bus: status, sentence, date, why.

use law::{
    clock::{ClockId, Ending},
    event::Event,
};
use leptos::prelude::*;
use office::{
    Lang,
    views::{ClockView, PublicStatus},
};
use texts::{LawWords, StatusWords};

use crate::components::{ClockWork, Code, Day, NextDate, StatusTag};

/// Status tag, sentence, next date, and why that day.
pub fn head(lang: Lang, status: &PublicStatus) -> impl IntoView + use<> {
    let next = &status.next;
    let label = lang.next_short(next);
    let date = next.by.map(|(clock, date)| {
        let days_left = (date - status.today).get_days();
        view! { <NextDate label=label date clock=Some(clock) days_left/> }
    });
    let why = status.clocks.iter().find(|clock| is_next(status, clock)).map(|clock| {
        let work = clock.deadline.clone().map(|deadline| view! { <ClockWork deadline/> });
        let other = clock
            .clock
            .outer
            .map(|outer| view! { " "{lang.other_reading(outer, is_duty(clock))} });
        view! { <p>{lang.clock_duty(clock.clock.id)}{other}</p>{work} }
    });
    let end = end(status).map(|event| lang.event(event));
    view! {
        <div class="bwc-status-head">
            <h1 class="bwc-status-head-title">{lang.request()}" "<Code text=status.number.as_str() small=true/></h1>
            <p class="bwc-status-head-tag"><StatusTag stage=status.stage late=next.overdue/></p>
            <p class="bwc-status-head-sentence">{lang.next_sentence(next)}</p>
            {end.map(|end| view! { <p>{end}</p> })}
            {date}
            {why}
        </div>
    }
}

/// What ended the request, where it has ended: the reason belongs to the answer.
fn end(status: &PublicStatus) -> Option<&Event> {
    let ends = |event: &Event| {
        matches!(
            event,
            Event::Denied { .. }
                | Event::NoRecord { .. }
                | Event::OrderVerified { .. }
                | Event::Withdrawn
                | Event::Lapsed
                | Event::Released { .. }
        )
    };
    let ended = status.stage.ended();
    status
        .docket
        .iter()
        .rev()
        .map(|line| &line.event)
        .find(|event| ended && ends(event))
}

/// Whether a clock binds the agency, which is held to the earlier of two defensible days.
const fn is_duty(clock: &ClockView) -> bool {
    matches!(clock.clock.id, ClockId::C1 | ClockId::C2 | ClockId::C3)
}

/// Whether the next date is this clock's.
pub fn is_next(status: &PublicStatus, clock: &ClockView) -> bool {
    clock.clock.runs() && status.next.by == Some((clock.clock.id, clock.clock.due))
}

/// A clock with its day, how it ended, and its work to open.
pub fn clock(lang: Lang, clock: &ClockView) -> impl IntoView + use<> {
    clock_as(lang, clock, false)
}

/// A clock with its day, how it ended, and its work, open from the start or not.
pub fn clock_as(lang: Lang, clock: &ClockView, open: bool) -> impl IntoView + use<> {
    let ended = clock.clock.ended.map(|end| {
        let late = clock.late && end.how == Ending::Met;
        view! { " "{lang.ending(end.how)}": "<Day date=end.on short=true/>{late.then(|| view! { " "<strong>{lang.clock_late()}</strong> })} }
    });
    let left = clock
        .clock
        .runs()
        .then(|| view! { " "{lang.clock_runs(clock.days_left)} });
    let outer = clock
        .clock
        .outer
        .map(|outer| view! { <p>{lang.other_reading(outer, is_duty(clock))}</p> });
    let work = match clock.deadline.clone() {
        Some(deadline) => view! { <ClockWork deadline open/> }.into_any(),
        None => view! { <p>{lang.clock_duty(clock.clock.id)}</p> }.into_any(),
    };
    view! {
        <li class="bwc-status-clock">
            <p class="bwc-status-clock-name">{lang.clock(clock.clock.id)}</p>
            <p><Day date=clock.clock.due clock=Some(clock.clock.id)/>"."{left}{ended}</p>
            {outer}
            {work}
        </li>
    }
}
