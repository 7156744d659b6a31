//! How video becomes public.

use leptos::prelude::*;
use texts::LawPageWords;

use crate::{
    components::{Inset, Layout},
    context::lang,
};

mod clocks;
mod petition;
mod ways;

pub use petition::Petition;

use clocks::{Clocks, Keeping, Readings};
use ways::{Closed, Court, Fees, Party, People, Remedy};

/// The law in plain words, in the order in which a request meets it.
#[component]
pub fn Law() -> impl IntoView {
    let lang = lang();
    view! {
        <Layout title=lang.law_title() description=lang.law_lead() wide=true>
            <h1>{lang.law_title()}</h1>
            <p>{lang.law_lead()}</p>
            <div class="bwc-column">
                <Inset><p>{lang.law_not_advice()}</p></Inset>
                <Contents/>
                <Party/>
                <Closed/>
                <Court/>
                <People/>
                <Fees/>
                <Remedy/>
                <Keeping/>
            </div>
            <Clocks/>
            <div class="bwc-column"><Readings/></div>
        </Layout>
    }
}

#[component]
fn Contents() -> impl IntoView {
    let lang = lang();
    let sections = [
        ("who", lang.law_who()),
        ("closed", lang.law_closed()),
        ("court", lang.law_court()),
        ("people", lang.law_people()),
        ("fees", lang.law_fees()),
        ("remedy", lang.law_remedy()),
        ("keeping", lang.law_keeping()),
        ("clocks", lang.law_clocks()),
        ("readings", lang.law_readings()),
        ("questions", lang.law_questions()),
    ];
    view! {
        <nav class="bwc-law__contents bwc-unprinted" aria-label=lang.law_contents()>
            <ul>
                {sections
                    .into_iter()
                    .map(|(id, title)| view! { <li><a href=format!("#{id}")>{title}</a></li> })
                    .collect_view()}
                <li><a href=lang.path("/law/deadline")>{lang.law_calculator()}</a></li>
            </ul>
        </nav>
    }
}
