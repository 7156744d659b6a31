//! On what right somebody asks.

use leptos::prelude::*;
use texts::FilingWords;

use crate::{
    components::{Choice, Choices, Draft, Field, TextField},
    context::lang,
};

/// The track, by plain questions, and what the law asks of each. Fields that only some tracks need are
/// shown when one of these is chosen, or always where the style sheet cannot tell.
#[component]
pub fn StepRequester(draft: Draft) -> impl IntoView {
    let lang = lang();
    let choices = vec![
        Choice::new("public", lang.track_public()).hint(lang.track_public_hint()),
        Choice::new("depicted", lang.track_depicted()).hint(lang.track_depicted_hint()),
        Choice::new("civil", lang.track_civil()).hint(lang.track_civil_hint()),
        Choice::new("next_of_kin", lang.track_next_of_kin()).hint(lang.track_next_of_kin_hint()),
    ];
    view! {
        <section class="bwc-request__step" aria-labelledby="you">
            <h2 id="you">{lang.step_of(3, lang.step_you())}</h2>
            <Choices of=draft.field("track") choices/>
            <Field of=draft.field("name") autocomplete="name"/>
            <div class="bwc-request__part">
                <h3>{lang.more_title()}</h3>
                <Field of=draft.field("relation")/>
                <Field of=draft.field("represents").optional()/>
                <div class="bwc-request__claim"><TextField of=draft.field("civil_claim") rows=3/></div>
            </div>
        </section>
    }
}
