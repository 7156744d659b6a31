//! What happened, day by day.

use law::Date;
use leptos::prelude::*;
use office::{Lang, views::DocketLine};
use texts::LawWords;

use super::Day;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineLine {
    /// Day.
    pub on: Date,
    /// Who, as the reader may know; empty for nobody in particular.
    pub by: String,
    /// What, as a sentence.
    pub what: String,
}

impl TimelineLine {
    /// A line of the docket in words.
    pub fn of(line: &DocketLine, lang: Lang) -> Self {
        Self {
            on: line.on,
            by: lang.actor(line.by).to_owned(),
            what: lang.event(&line.event),
        }
    }
}

/// An ordered list of what happened, with the days in the margin; each day stands once.
#[component]
pub fn Timeline(
    /// The lines, in the order to show.
    lines: Vec<TimelineLine>,
) -> impl IntoView {
    let days: Vec<Vec<TimelineLine>> = lines
        .chunk_by(|one, next| one.on == next.on)
        .map(<[_]>::to_vec)
        .collect();
    view! {
        <ol class="bwc-timeline">
            {days
                .into_iter()
                .map(|day| {
                    view! {
                        <li class="bwc-timeline__day">
                            <p class="bwc-timeline__date">{day.first().map(|line| view! { <Day date=line.on short=true/> })}</p>
                            <div class="bwc-timeline__events">{day.into_iter().map(|line| view! { <TimelineEvent line/> }).collect_view()}</div>
                        </li>
                    }
                })
                .collect_view()}
        </ol>
    }
}

#[component]
fn TimelineEvent(line: TimelineLine) -> impl IntoView {
    let by = (!line.by.is_empty()).then(|| view! { <span class="bwc-timeline__by">{line.by}</span> });
    view! { <p class="bwc-timeline__event">{line.what}" "{by}</p> }
}
