//! The answer on top of the page of a request, with the work behind its date.

use law::event::Event;
use leptos::prelude::*;
use office::views::{ClockView, PublicStatus};
use texts::{LawWords, StatusWords};

use crate::{
    components::{ClockWork, StatusHead, clock_changes, other_reading},
    context::lang,
};

/// Status tag, sentence, next date, and why that day.
#[component]
pub fn Head(status: PublicStatus) -> impl IntoView {
    let lang = lang();
    let why = status.clocks.iter().find(|clock| is_next(&status, clock)).map(|clock| {
        let work = clock.deadline.clone().map(|deadline| view! { <ClockWork deadline/> });
        let other = other_reading(clock).map(|words| view! { " "{words} });
        view! { <p>{lang.clock_duty(clock.clock.id)}{other}</p>{clock_changes(clock)}{work} }
    });
    let end = ending_event(&status).map(|event| lang.event(event));
    view! { <StatusHead title=lang.request() status end>{why}</StatusHead> }
}

/// What ended the request, where it has ended: the reason belongs to the answer.
fn ending_event(status: &PublicStatus) -> Option<&Event> {
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

/// Whether the next date is this clock's.
pub fn is_next(status: &PublicStatus, clock: &ClockView) -> bool {
    clock.clock.runs() && status.next.by == Some((clock.clock.id, clock.clock.due))
}
