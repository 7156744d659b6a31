//! Number and code: the way to a request.

use islands::TrackFill;
use leptos::prelude::*;
use office::forms::TrackForm;
use texts::ReceiptWords;

use crate::{
    components::{Button, Draft, Field, Form, FormProblems, Layout},
    context::lang,
    pages::custodian::Custodian,
};

/// The form for number and code. A QR code's fragment fills it where there is script.
#[component]
pub fn Track() -> impl IntoView {
    let lang = lang();
    let draft = Draft::refused_or(TrackForm::default, |lang, name| match name {
        "code" => (lang.track_code(), Some(lang.track_code_hint())),
        _ => (lang.track_number(), Some(lang.track_number_hint())),
    });
    view! {
        <Layout title=lang.track_title() islands=true failed={draft.failed()}>
            <FormProblems draft=draft.clone()/>
            <h1>{lang.track_title()}</h1>
            <p>{lang.track_lead()}</p>
            <Form opens=true>
                <Field of=draft.field("number") autocomplete="off" code=true/>
                <Field of=draft.field("code").optional() autocomplete="off" code=true/>
                <TrackFill/>
                <Button>{lang.track_open()}</Button>
            </Form>
            <section class="bwc-unprinted" aria-labelledby="lost">
                <h2 id="lost">{lang.track_lost_title()}</h2>
                <p>{lang.track_lost()}</p>
                <p>{lang.track_lost_next()}</p>
                <Custodian/>
                <h2 id="no-number">{lang.track_no_number_title()}</h2>
                <p><a href=lang.path("/requests")>{lang.track_no_number()}</a></p>
            </section>
        </Layout>
    }
}
