//! What else helps to find it.

use law::request::Media;
use leptos::prelude::*;
use texts::{FilingWords, LawWords};

use crate::{
    components::{Choice, Choices, ChoicesKind, Draft, Field, TextField},
    context::lang,
};

/// Report, officers, people, what happened, cameras.
#[component]
pub fn StepFootage(draft: Draft) -> impl IntoView {
    let lang = lang();
    let choices = Media::ALL
        .map(|media| Choice::new(media.key(), lang.media(media)))
        .to_vec();
    view! {
        <section class="bwc-request__step" aria-labelledby="what">
            <h2 id="what">{lang.step_of(2, lang.step_what())}</h2>
            <Field of=draft.field("report_number").optional()/>
            <Field of=draft.field("officers").optional()/>
            <TextField of=draft.field("people").optional() rows=2/>
            <TextField of=draft.field("description").optional() rows=4/>
            <Choices of=draft.field("media") kind=ChoicesKind::Many choices/>
        </section>
    }
}
