//! How a date was worked out.

use law::deadline::Deadline;
use leptos::prelude::*;
use texts::{CommonWords, DateWords, LawWords};

use super::Day;
use crate::context::lang;

/// "How was this date worked out?": every step, the section, the calendar's version, and the other
/// reading of the law where there is one.
#[component]
pub fn ClockWork(
    /// The deadline.
    deadline: Deadline,
    /// Whether it is open from the start.
    #[prop(optional)]
    open: bool,
) -> impl IntoView {
    let lang = lang();
    let Deadline {
        rule,
        section,
        start,
        date,
        work,
        calendar,
        other,
    } = deadline;
    let calendar = if calendar == "elapsed days" {
        lang.work_calendar_none().to_owned()
    } else {
        calendar
    };
    let other = other.map(|other| {
        let day = if other.date == date {
            lang.work_other_same().to_owned()
        } else {
            lang.day(other.date)
        };
        view! {
            <dt>{lang.work_other()}</dt>
            <dd>{day}" ("{other.section.to_string()}")"</dd>
        }
    });
    view! {
        <details class="bwc-clock-work" open=open>
            <summary class="bwc-clock-work__question">{lang.how_worked_out()}</summary>
            <p class="bwc-clock-work__from">{lang.work_start()}" "<Day date=start/></p>
            <ol class="bwc-clock-work__steps">
                {work.iter().map(|step| view! { <li>{lang.step(step)}</li> }).collect_view()}
            </ol>
            <dl class="bwc-clock-work__facts">
                <dt>{lang.work_result()}</dt>
                <dd><strong>{lang.day(date)}</strong></dd>
                <dt>{lang.work_section()}</dt>
                <dd>{section.to_string()}</dd>
                <dt>{lang.work_rule()}</dt>
                <dd><code class="bwc-clock-work__name">{rule}</code></dd>
                <dt>{lang.work_calendar()}</dt>
                <dd>{calendar}</dd>
                {other}
            </dl>
        </details>
    }
}
