//! On what right somebody asks.

use leptos::prelude::*;
use texts::FilingWords;

use super::Draft;
use crate::components::{Choice, Choices, Field, TextField};

/// The track, by plain questions, and what the law asks of each. Fields that only some tracks need are
/// shown when one of these is chosen, or always where the style sheet cannot tell.
#[component]
pub fn You(draft: Draft) -> impl IntoView {
    let (lang, form) = (draft.lang, draft.form.clone());
    let choices = vec![
        Choice::new("public", lang.track_public()).hint(lang.track_public_hint()),
        Choice::new("depicted", lang.track_depicted()).hint(lang.track_depicted_hint()),
        Choice::new("civil", lang.track_civil()).hint(lang.track_civil_hint()),
        Choice::new("next_of_kin", lang.track_next_of_kin()).hint(lang.track_next_of_kin_hint()),
    ];
    view! {
        <section class="bwc-request-step" aria-labelledby="you">
            <h2 id="you">{lang.step_of(3, lang.step_you())}</h2>
            <Choices
                name="track"
                legend=draft.label("track")
                hint=lang.track_hint()
                error=draft.error("track")
                choices
                chosen=vec![form.track.clone()]
            />
            <Field
                name="name"
                label=draft.label("name")
                hint=lang.name_hint()
                value=form.name.clone()
                error=draft.error("name")
                autocomplete="name"
            />
            <Part draft/>
        </section>
    }
}

/// One's part in it: needed by every track but the public's.
#[component]
fn Part(draft: Draft) -> impl IntoView {
    let (lang, form) = (draft.lang, draft.form.clone());
    view! {
        <div class="bwc-request-part">
            <h3>{lang.more_title()}</h3>
            <Field
                name="relation"
                label=draft.label("relation")
                hint=lang.relation_hint()
                value=form.relation
                error=draft.error("relation")
            />
            <Field
                name="represents"
                label=draft.label("represents")
                hint=lang.represents_hint()
                value=form.represents
                error=draft.error("represents")
                optional=true
            />
            <div class="bwc-request-claim">
                <TextField
                    name="civil_claim"
                    label=draft.label("civil_claim")
                    hint=lang.civil_claim_hint()
                    value=form.civil_claim
                    error=draft.error("civil_claim")
                    rows=3
                />
            </div>
        </div>
    }
}
