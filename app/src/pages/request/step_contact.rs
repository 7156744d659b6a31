//! How the requester hears of changes.

use leptos::prelude::*;
use office::Lang;
use texts::{CommonWords, FilingWords};

use super::Draft;
use crate::components::{Choice, Choices, Field, TextField};

/// Addresses, language, and the day by which it is needed.
#[component]
pub fn Hear(draft: Draft) -> impl IntoView {
    let (lang, form) = (draft.lang, draft.form.clone());
    let ways = vec![
        Choice::new("email", lang.notify_email()),
        Choice::new("none", lang.notify_none()),
    ];
    let languages = Lang::ALL.map(|one| Choice::new(one.key(), one.language())).to_vec();
    view! {
        <section class="bwc-request-step" aria-labelledby="hear">
            <h2 id="hear">{lang.step_of(4, lang.step_hear())}</h2>
            <Field
                name="email"
                label=draft.label("email")
                hint=lang.email_hint()
                value=form.email
                error=draft.error("email")
                kind="email"
                autocomplete="email"
                inputmode="email"
                optional=true
            />
            <Field
                name="phone"
                label=draft.label("phone")
                hint=lang.phone_hint()
                value=form.phone
                error=draft.error("phone")
                kind="tel"
                autocomplete="tel"
                inputmode="tel"
                optional=true
            />
            <TextField
                name="postal_address"
                label=draft.label("postal_address")
                hint=lang.postal_hint()
                value=form.postal_address
                error=draft.error("postal_address")
                rows=3
                optional=true
            />
            <Choices
                name="notify"
                legend=draft.label("notify")
                error=draft.error("notify")
                choices=ways
                chosen=vec![form.notify]
            />
            <Choices
                name="language"
                legend=draft.label("language")
                error=draft.error("language")
                choices=languages
                chosen=vec![form.language]
            />
            <Field
                name="needed_by"
                label=draft.label("needed_by")
                hint=lang.needed_by_hint()
                value=form.needed_by
                error=draft.error("needed_by")
                kind="date"
                optional=true
            />
        </section>
    }
}
