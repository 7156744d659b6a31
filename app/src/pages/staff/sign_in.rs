//! Staff sign-in.

use leptos::prelude::*;
use office::forms::SignInForm;
use texts::StaffWords;

use crate::{
    components::{Button, Draft, Field, Form, FormProblems, Layout},
    context::{lang, query},
};

/// Staff sign-in.
#[component]
pub fn SignIn() -> impl IntoView {
    let lang = lang();
    let new = || SignInForm {
        next: query("next"),
        ..SignInForm::default()
    };
    let draft = Draft::refused_or(new, |lang, name| match name {
        "password" => (lang.sign_in_password(), None),
        _ => (lang.sign_in_email(), None),
    });
    view! {
        <Layout title=lang.sign_in_title() noindex=true failed={draft.failed()}>
            <FormProblems draft=draft.clone()/>
            <h1>{lang.sign_in_title()}</h1>
            <p>{lang.sign_in_hint()}</p>
            <Form action=lang.path("/staff/sign-in") opens=true>
                <input type="hidden" name="next" value=draft.value("next")/>
                <Field of=draft.field("email") kind="email" autocomplete="username"/>
                <Field of=draft.field("password") kind="password" autocomplete="current-password"/>
                <Button>{lang.sign_in_send()}</Button>
            </Form>
            <p class="bwc-soft">{lang.sign_in_help()}</p>
        </Layout>
    }
}
