//! The court cases that concern a request, for whoever filed it.

use leptos::prelude::*;
use office::views::OwnCase;
use texts::CourtWords;

use crate::{components::Inset, context::lang};

/// Each case in plain words: which court, what is asked, where it stands, what comes next, what happened.
#[component]
pub fn OwnCases(cases: Vec<OwnCase>) -> impl IntoView {
    let lang = lang();
    let shown: Vec<_> = cases
        .into_iter()
        .map(|own| {
            let Some(case) = &own.case else {
                return view! { <Inset><p>{lang.own_case_sealed()}</p></Inset> }.into_any();
            };
            let words = lang.own_case(case, own.kind, own.standing);
            let next = own
                .next
                .as_ref()
                .map(|next| lang.case_next(next))
                .map(|next| view! { <p>{next}</p> });
            let happened: Vec<_> = own
                .happened
                .iter()
                .map(|(kind, on, by)| view! { <li>{lang.own_case_entry(*kind, *on, *by)}</li> })
                .collect();
            view! {
                <Inset>
                    <p><strong>{words}</strong></p>
                    {next}
                    <ul>{happened}</ul>
                    <p class="bwc-soft">{lang.own_case_hint()}</p>
                </Inset>
            }
            .into_any()
        })
        .collect();
    (!shown.is_empty()).then(|| view! { <section id="court"><h2>{lang.own_cases_title()}</h2>{shown}</section> })
}
