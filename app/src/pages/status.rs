//! Public status of a request: what is happening, who must act, by when, and why.

mod closed;
mod facts;
mod head;
mod sheet;

pub use closed::After;
pub use sheet::TimelinePage;

use law::event::Event;
use leptos::prelude::*;
use office::{Refusal, views::PublicStatus};
use texts::StatusWords;

use self::{
    closed::Closed,
    facts::{Facts, Hold, WaysToFollow},
    head::{Head, is_next},
};
use crate::{
    components::{ClockList, Layout, Timeline, TimelineLine},
    context::{lang, load, number, office},
};

/// Public status of a request.
#[component]
pub fn Status() -> impl IntoView {
    let (office, number) = (office(), number());
    load(
        async move { office.status(&number?).await?.ok_or(Refusal::NotFound) },
        |status| view! { <StatusPage status/> },
    )
}

/// The page in the order in which people need it: the answer, why, what happened, the rest.
#[component]
fn StatusPage(status: PublicStatus) -> impl IntoView {
    let lang = lang();
    let title = lang.request_title(status.number.as_str());
    let feed = lang.path(&format!("/requests/{}/feed.atom", status.number));
    view! {
        <Layout title=title feed=feed>
            <Head status=status.clone()/>
            <Closed status=status.clone()/>
            <After status=status.clone()/>
            <Past status=status.clone()/>
            <Hold status=status.clone()/>
            <Facts status=status.clone()/>
            <WaysToFollow number=status.number/>
        </Layout>
    }
}

/// What has happened, and the work behind each date.
#[component]
fn Past(status: PublicStatus) -> impl IntoView {
    let lang = lang();
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
    let clocks = status.clocks.iter().filter(|clock| !is_next(&status, clock)).cloned();
    let clocks: Vec<_> = clocks.collect();
    let clocks = (!clocks.is_empty()).then(|| view! { <h2>{lang.clocks_title()}</h2><ClockList clocks/> });
    view! {
        <section>
            <h2>{lang.timeline_title()}</h2>
            <Timeline lines/>
            {clocks}
        </section>
    }
}
