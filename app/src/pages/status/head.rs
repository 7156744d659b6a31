//! The answer on top of the page of a request, with the work behind its date.

use leptos::prelude::*;
use office::views::{ClockView, PublicStatus};
use texts::{LawWords, StatusWords};

use crate::{
    components::{ClockWork, StatusHead, clock_changes, other_reading, reading},
    context::lang,
};

/// Status tag, sentence, next date, and why that day.
#[component]
pub fn Head(status: PublicStatus) -> impl IntoView {
    let lang = lang();
    let why = status.clocks.iter().find(|clock| is_next(&status, clock)).map(|clock| {
        let work = clock.deadline.clone().map(|deadline| view! { <ClockWork deadline/> });
        let other = other_reading(clock).map(|words| view! { " "{words} });
        let read = reading(clock).map(|words| view! { <p data-reading="act_on_request_reading">{words}</p> });
        view! { <p>{lang.clock_duty(clock.clock.id)}{other}</p>{read}{clock_changes(clock)}{work} }
    });
    view! { <StatusHead title=lang.request() status>{why}</StatusHead> }
}

/// Whether the next date is this clock's.
pub fn is_next(status: &PublicStatus, clock: &ClockView) -> bool {
    clock.clock.runs() && status.next.by.or(status.next.beside) == Some((clock.clock.id, clock.clock.due))
}
