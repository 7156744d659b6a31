//! When and where.

use islands::DeletionDate;
use leptos::prelude::*;
use office::forms::FilingContext;
use texts::FilingWords;

use super::Draft;
use crate::{
    components::{Field, Inset, Select},
    context::office,
};

/// The day, the hours, the place.
#[component]
pub fn When(draft: Draft, context: FilingContext) -> impl IntoView {
    let (lang, form) = (draft.lang, draft.form.clone());
    let keep_days = office().profile().keep_days;
    view! {
        <section class="bwc-request-step" aria-labelledby="when">
            <h2 id="when">{lang.step_of(1, lang.step_when())}</h2>
            <Field
                name="incident_date"
                label=draft.label("incident_date")
                hint=lang.incident_date_hint()
                value=form.incident_date.clone()
                error=draft.error("incident_date")
                kind="date"
            />
            <Inset>
                <DeletionDate
                    lang
                    today=context.today
                    keep_days
                    field="incident_date".to_owned()
                    typed=form.incident_date
                />
            </Inset>
            <Field
                name="incident_date_to"
                label=draft.label("incident_date_to")
                hint=lang.incident_date_to_hint()
                value=form.incident_date_to
                error=draft.error("incident_date_to")
                kind="date"
                optional=true
            />
            <div class="bwc-form-pair">
                <Field
                    name="time_from"
                    label=draft.label("time_from")
                    value=form.time_from
                    error=draft.error("time_from")
                    kind="time"
                    optional=true
                />
                <Field
                    name="time_to"
                    label=draft.label("time_to")
                    value=form.time_to
                    error=draft.error("time_to")
                    kind="time"
                    optional=true
                />
            </div>
            <p class="bwc-field-hint">{lang.time_hint()}</p>
            <Field
                name="place"
                label=draft.label("place")
                hint=lang.place_hint()
                value=form.place
                error=draft.error("place")
            />
            <Select
                name="division"
                label=draft.label("division")
                options=context.divisions
                value=form.division
                empty=lang.division_unknown()
                error=draft.error("division")
                optional=true
            />
        </section>
    }
}
