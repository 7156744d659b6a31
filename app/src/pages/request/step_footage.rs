//! What else helps to find it.

use law::request::Media;
use leptos::prelude::*;
use texts::{FilingWords, LawWords};

use super::Draft;
use crate::components::{Choice, Choices, ChoicesKind, Field, TextField};

/// Report, officers, people, what happened, cameras.
#[component]
pub fn What(draft: Draft) -> impl IntoView {
    let (lang, form) = (draft.lang, draft.form.clone());
    let choices = Media::ALL
        .map(|media| Choice::new(media.key(), lang.media(media)))
        .to_vec();
    view! {
        <section class="bwc-request-step" aria-labelledby="what">
            <h2 id="what">{lang.step_of(2, lang.step_what())}</h2>
            <Field
                name="report_number"
                label=draft.label("report_number")
                hint=lang.report_number_hint()
                value=form.report_number
                error=draft.error("report_number")
                optional=true
            />
            <Field
                name="officers"
                label=draft.label("officers")
                hint=lang.officers_hint()
                value=form.officers
                error=draft.error("officers")
                optional=true
            />
            <TextField
                name="people"
                label=draft.label("people")
                hint=lang.people_hint()
                value=form.people
                error=draft.error("people")
                rows=2
                optional=true
            />
            <TextField
                name="description"
                label=draft.label("description")
                hint=lang.description_hint()
                value=form.description
                error=draft.error("description")
                rows=4
                optional=true
            />
            <Choices
                name="media"
                legend=draft.label("media")
                hint=lang.media_hint()
                error=draft.error("media")
                kind=ChoicesKind::Many
                choices
                chosen=form.media
            />
        </section>
    }
}
