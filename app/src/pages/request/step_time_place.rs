//! When and where.

use islands::DeletionDate;
use leptos::prelude::*;
use office::forms::FilingContext;
use texts::FilingWords;

use crate::{
    components::{Draft, Field, Inset, Select},
    context::{lang, office},
};

/// The day, the hours, the place.
#[component]
pub fn StepTimePlace(draft: Draft, context: FilingContext) -> impl IntoView {
    let lang = lang();
    let typed = draft.value("incident_date");
    let office = office();
    let (keep_days, margin) = (office.profile().keep_days, office.profile().hold_margin_minutes);
    view! {
        <section class="bwc-request__step" aria-labelledby="when">
            <h2 id="when">{lang.step_of(1, lang.step_when())}</h2>
            <Field of=draft.field("incident_date") kind="date"/>
            <Inset>
                <DeletionDate lang today=context.today keep_days field="incident_date".to_owned() typed/>
            </Inset>
            <Field of=draft.field("incident_date_to").optional() kind="date"/>
            <div class="bwc-form__pair">
                <Field of=draft.field("time_from").optional() kind="time"/>
                <Field of=draft.field("time_to").optional() kind="time"/>
            </div>
            <p class="bwc-field__hint">{lang.time_hint(margin)}</p>
            <Field of=draft.field("place")/>
            <Select of=draft.field("division").optional() options=context.divisions empty=lang.division_unknown()/>
        </section>
    }
}
