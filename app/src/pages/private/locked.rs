//! The private page before number and code were shown.

use leptos::prelude::*;
use office::{Answer, Lang, TrackingNumber};
use texts::FollowingWords;

use crate::{
    components::{Button, Field, Form, Layout},
    front::set_status,
    pages::NotFound,
};

/// Asks for the code. It says nothing about whether there is such a request.
pub fn locked(lang: Lang, number: Answer<TrackingNumber>) -> impl IntoView {
    let Ok(number) = number else {
        return view! { <NotFound/> }.into_any();
    };
    set_status(401);
    view! {
        <Layout title=lang.private_locked_title() noindex=true>
            <h1>{lang.private_locked_title()}</h1>
            <p>{lang.private_locked()}</p>
            <Form action=lang.path("/track")>
                <Field name="number" label=lang.private_number() value=number.to_string() code=true/>
                <Field name="code" label=lang.private_code() hint=lang.private_code_hint() code=true autocomplete="off"/>
                <Button>{lang.private_open()}</Button>
            </Form>
        </Layout>
    }
    .into_any()
}
