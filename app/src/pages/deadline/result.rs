//! What the calculator answers.

use law::{deadline::Deadline, profile::Profile};
use leptos::prelude::*;
use texts::{DateWords, FollowingWords, LawWords};

use crate::{
    components::{Day, SummaryList, SummaryRow},
    context::lang,
};

/// The day, large, with each step that leads to it.
#[component]
pub fn DeadlineResult(profile: Profile, deadline: Deadline) -> impl IntoView {
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
    let known = profile.rule(&rule);
    let starts = known.map(|rule| lang.calc_starts(rule.from));
    let note = known.map(|rule| lang.pick(rule.note.clone()));
    let title = lang.rule_title(&rule).map_or_else(|| rule.clone(), str::to_owned);
    let calendar = if calendar == "elapsed days" {
        lang.calc_elapsed().to_owned()
    } else {
        calendar
    };
    let other = other.map(|other| {
        let section = other.section.to_string();
        let words = if other.date == date {
            lang.calc_other_same(date, &section)
        } else {
            lang.calc_other_day(other.date, &section)
        };
        view! { <SummaryRow name=lang.calc_other()>{words}</SummaryRow> }
    });
    let section = section.to_string();
    view! {
        <section data-result>
            <h2>{title}</h2>
            <p class="bwc-next-date">
                <span class="bwc-next-date__label">{lang.calc_result()}</span>
                " "
                <span class="bwc-next-date__day"><Day date/></span>
            </p>
            <h3>{lang.calc_work()}</h3>
            <ol>
                {work.iter().map(|step| view! { <li>{lang.step(step)}</li> }).collect_view()}
                <li><strong>{lang.calc_so(date)}</strong></li>
            </ol>
            <SummaryList>
                <SummaryRow name=lang.calc_counted()>{lang.day(start)}{starts.map(|starts| format!(", {starts}"))}</SummaryRow>
                <SummaryRow name=lang.calc_section()>{section}</SummaryRow>
                {note.map(|note| view! { <SummaryRow name=lang.calc_note()>{note}</SummaryRow> })}
                <SummaryRow name=lang.calc_calendar()>{calendar}</SummaryRow>
                {other}
            </SummaryList>
        </section>
    }
}

/// How the profile reads the law where it is not clear.
#[component]
pub fn Interpretations(profile: Profile) -> impl IntoView {
    let lang = lang();
    let items: Vec<_> = profile
        .interpretations()
        .iter()
        .map(|reading| {
            let (section, note) = (reading.section.to_string(), lang.pick(reading.note.clone()));
            view! { <li><p>{note}" "<span class="bwc-soft">{section}</span></p></li> }
        })
        .collect();
    view! {
        <section>
            <h2>{lang.calc_readings()}</h2>
            <p>{lang.calc_no_advice()}</p>
            <details class="bwc-readings">
                <summary>{lang.calc_readings_show(items.len())}</summary>
                <ul>{items}</ul>
            </details>
        </section>
    }
}
