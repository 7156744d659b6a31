//! Public status of a request: what is happening, who must act, by when, and why.

mod closed;
mod facts;
mod head;
mod sheet;

pub(super) use head::clock as clock_with_work;
pub use sheet::TimelinePage;

use law::event::Event;
use leptos::prelude::*;
use office::{Lang, Refusal, views::PublicStatus};
use texts::StatusWords;

use crate::{
    components::{Layout, Timeline, TimelineLine},
    context::{load, number, office, visitor},
};

/// Public status of a request.
#[component]
pub fn Status() -> impl IntoView {
    let (lang, office, number) = (visitor().lang, office(), number());
    let court = office.profile().court.clone();
    load(
        async move { office.status(&number?).await?.ok_or(Refusal::NotFound) },
        move |status| page(lang, &court, &status),
    )
}

/// The page in the order in which people need it: the answer, why, what happened, the rest.
fn page(lang: Lang, court: &str, status: &PublicStatus) -> impl IntoView + use<> {
    let title = lang.request_title(status.number.as_str());
    let head = head::head(lang, status);
    let why = closed::closed(lang, court, status);
    let after = closed::after(lang, court, status);
    let past = past(lang, status);
    let hold = facts::hold(lang, status);
    let facts = facts::facts(lang, status);
    let follow = facts::follow(lang, status);
    let feed = lang.path(&format!("/requests/{}/feed.atom", status.number));
    view! { <Layout title=title feed=feed>{head}{why}{after}{past}{hold}{facts}{follow}</Layout> }
}

/// What has happened, and the work behind each date.
fn past(lang: Lang, status: &PublicStatus) -> impl IntoView + use<> {
    // A clock's start and end stand above or below with its work, and would only repeat themselves here.
    let told = |event: &Event| !matches!(event, Event::ClockStarted { .. } | Event::ClockEnded { .. });
    let lines: Vec<TimelineLine> = status
        .docket
        .iter()
        .filter(|line| told(&line.event))
        .map(|line| TimelineLine {
            by: String::new(),
            ..TimelineLine::of(line, lang)
        })
        .collect();
    let clocks: Vec<_> = status
        .clocks
        .iter()
        .filter(|clock| !head::is_next(status, clock))
        .map(|clock| clock_with_work(lang, clock))
        .collect();
    let clocks = (!clocks.is_empty())
        .then(|| view! { <h2>{lang.clocks_title()}</h2><ul class="bwc-status-clocks">{clocks}</ul> });
    view! {
        <section>
            <h2>{lang.timeline_title()}</h2>
            <Timeline lines/>
            {clocks}
        </section>
    }
}
