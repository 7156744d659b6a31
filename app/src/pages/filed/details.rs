//! What a receipt repeats.

use leptos::prelude::*;
use office::views::Receipt;
use texts::{FollowingWords, LawWords, StatusWords};

use crate::{
    components::ClockWork,
    context::lang,
    pages::asked::{self, AnswerList},
};

/// What was asked, and what the right on which it was asked needs.
#[component]
pub fn Asked(receipt: Receipt) -> impl IntoView {
    let lang = lang();
    let asked = &receipt.asked;
    let mut rows = vec![(lang.fact_track(), lang.track(receipt.track).to_owned())];
    rows.extend(asked::footage_of(lang, asked, &receipt.media, receipt.division.clone()));
    rows.push((lang.asked_name(), asked.name.clone()));
    rows.extend(asked::standing(lang, asked));
    rows.push(asked::needed(lang, asked));
    let provide_by = receipt.provide_by.map(|deadline| {
        view! {
            <p>{texts::ReceiptWords::filed_provide_by(lang, deadline.date)}</p>
            <ClockWork deadline open=true/>
        }
    });
    view! {
        <section aria-labelledby="asked">
            <h2 id="asked">{texts::ReceiptWords::filed_asked(lang)}</h2>
            <AnswerList rows/>
            <p>{texts::ReceiptWords::filed_needs(lang, receipt.track)}</p>
            {provide_by}
        </section>
    }
}
