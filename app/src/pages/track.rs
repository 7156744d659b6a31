//! Number and code: the way to a request.

use islands::TrackFill;
use leptos::prelude::*;
use office::forms::TrackForm;
use texts::ReceiptWords;

use crate::{
    components::{Button, ErrorSummary, Field, Form, Layout, Problems, RefusalNotice},
    context::{refused, visitor},
};

/// The form for number and code. A QR code's fragment fills it where there is script.
#[component]
pub fn Track() -> impl IntoView {
    let lang = visitor().lang;
    let (form, refusal) = match refused::<TrackForm>() {
        Some(refused) => (refused.form, Some(refused.refusal)),
        None => (TrackForm::default(), None),
    };
    let problems = Problems::of(refusal.as_ref());
    let label = move |name: &str| match name {
        "code" => lang.track_code().to_owned(),
        _ => lang.track_number().to_owned(),
    };
    view! {
        <Layout title=lang.track_title() islands=true failed={refusal.is_some()}>
            <ErrorSummary problems=problems.clone() label/>
            <RefusalNotice refusal/>
            <h1>{lang.track_title()}</h1>
            <p>{lang.track_lead()}</p>
            <Form>
                <Field
                    name="number"
                    label=lang.track_number()
                    hint=lang.track_number_hint()
                    value=form.number
                    error=problems.field("number")
                    autocomplete="off"
                    code=true
                />
                <Field
                    name="code"
                    label=lang.track_code()
                    hint=lang.track_code_hint()
                    value=form.code
                    error=problems.field("code")
                    autocomplete="off"
                    code=true
                    optional=true
                />
                <TrackFill/>
                <Button>{lang.track_open()}</Button>
            </Form>
            <section class="bwc-unprinted" aria-labelledby="lost">
                <h2 id="lost">{lang.track_lost_title()}</h2>
                <p>{lang.track_lost()}</p>
                <p>{lang.track_lost_next()}</p>
                <h2 id="no-number">{lang.track_no_number_title()}</h2>
                <p><a href=lang.path("/requests")>{lang.track_no_number()}</a></p>
            </section>
        </Layout>
    }
}
