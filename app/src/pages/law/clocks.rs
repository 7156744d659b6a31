//! What the profile says: retention, rules, readings.

use law::profile::Rule;
use leptos::prelude::*;
use office::Lang;
use texts::{LawPageWords, LawWords};

use crate::{
    components::{BulletList, DataTable},
    context::{lang, office},
};

/// How long footage is kept, and what holds it.
#[component]
pub fn Keeping() -> impl IntoView {
    let (lang, office) = (lang(), office());
    let profile = office.profile();
    view! {
        <section aria-labelledby="keeping">
            <h2 id="keeping">{lang.law_keeping()}</h2>
            <p>{lang.law_keeping_text(profile.keep_days, profile.precheck_keep_days)}</p>
            <p>{lang.law_keeping_hold()}</p>
        </section>
    }
}

/// Every rule of the profile.
#[component]
pub fn Clocks() -> impl IntoView {
    let (lang, office) = (lang(), office());
    let head = lang.law_clocks_head().map(str::to_owned).to_vec();
    let rows: Vec<_> = office.profile().rules().iter().map(|rule| row(lang, rule)).collect();
    view! {
        <section aria-labelledby="clocks">
            <h2 id="clocks">{lang.law_clocks()}</h2>
            <p class="bwc-column">{lang.law_clocks_lead()}" "<a href=lang.path("/law/deadline")>{lang.law_calculator()}</a></p>
            <DataTable id="clocks-table" caption=lang.law_clocks_table() head quiet_caption=true>{rows}</DataTable>
        </section>
    }
}

fn row(lang: Lang, rule: &Rule) -> impl IntoView + use<> {
    let title = lang.rule_title(&rule.name).unwrap_or(&rule.name).to_owned();
    view! {
        <tr>
            <th scope="row">{title}</th>
            <td>{lang.span(rule.length)}</td>
            <td>{lang.pick(rule.note.clone())}</td>
            <td>{rule.section.to_string()}</td>
        </tr>
    }
}

/// The readings chosen, and what is still open.
#[component]
pub fn Readings() -> impl IntoView {
    let (lang, office) = (lang(), office());
    let readings: Vec<_> = office
        .profile()
        .interpretations()
        .iter()
        .map(|one| view! { <li>{lang.pick(one.note.clone())}" "<span class="bwc-law__section">{one.section.to_string()}</span></li> })
        .collect();
    view! {
        <section aria-labelledby="readings">
            <h2 id="readings">{lang.law_readings()}</h2>
            <p>{lang.law_readings_lead()}</p>
            <ul>{readings}</ul>
        </section>
        <section aria-labelledby="questions">
            <h2 id="questions">{lang.law_questions()}</h2>
            <BulletList lines=lang.law_open_questions()/>
        </section>
    }
}
