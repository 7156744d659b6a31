//! How the requester hears of changes.

use leptos::prelude::*;
use office::Lang;
use texts::{CommonWords, FilingWords};

use crate::{
    components::{Choice, Choices, Draft, Field, TextField},
    context::lang,
};

/// Addresses, language, and the day by which it is needed.
#[component]
pub fn StepContact(draft: Draft) -> impl IntoView {
    let lang = lang();
    let ways = vec![
        Choice::new("email", lang.notify_email()),
        Choice::new("none", lang.notify_none()),
    ];
    let languages = Lang::ALL.map(|one| Choice::new(one.key(), one.language())).to_vec();
    view! {
        <section class="bwc-request__step" aria-labelledby="hear">
            <h2 id="hear">{lang.step_of(4, lang.step_hear())}</h2>
            <Field of=draft.field("email").optional() kind="email" autocomplete="email" inputmode="email"/>
            <Field of=draft.field("phone").optional() kind="tel" autocomplete="tel" inputmode="tel"/>
            <TextField of=draft.field("postal_address").optional() rows=3/>
            <Choices of=draft.field("notify") choices=ways/>
            <Choices of=draft.field("language") choices=languages/>
            <Field of=draft.field("needed_by").optional() kind="date"/>
        </section>
    }
}
