//! The first account, from a link that works once.

use leptos::prelude::*;
use office::forms::{NewPasswordForm, PASSWORD_MIN};
use texts::StaffWords;

use crate::{
    components::{Button, Draft, Field, Form, FormProblems, Layout},
    context::{lang, load, office, param, set_status},
};

/// The first account.
#[component]
pub fn First() -> impl IntoView {
    let (office, token) = (office(), param("token"));
    let asked = token.clone();
    load(async move { office.first_account_open(&asked).await }, move |open| {
        if open {
            view! { <FirstAccount token/> }.into_any()
        } else {
            view! { <UsedUp/> }.into_any()
        }
    })
}

#[component]
fn UsedUp() -> impl IntoView {
    set_status(404);
    let lang = lang();
    view! {
        <Layout title=lang.first_used_title() noindex=true>
            <h1>{lang.first_used_title()}</h1>
            <p>{lang.first_used()}</p>
            <p><a href=lang.path("/staff/sign-in")>{lang.sign_in_title()}</a></p>
        </Layout>
    }
}

#[component]
fn FirstAccount(token: String) -> impl IntoView {
    let lang = lang();
    let draft = Draft::refused_or(NewPasswordForm::default, |lang, name| match name {
        "name" => (lang.first_name(), Some(lang.first_name_hint())),
        "email" => (lang.first_email(), None),
        "password" => (lang.first_password(), None),
        _ => (lang.first_again(), None),
    });
    let password = draft.field("password").hint(lang.first_password_hint(PASSWORD_MIN));
    view! {
        <Layout title=lang.first_title() noindex=true failed={draft.failed()}>
            <FormProblems draft=draft.clone()/>
            <h1>{lang.first_title()}</h1>
            <p>{lang.first_intro()}</p>
            <Form opens=true>
                <input type="hidden" name="token" value=token/>
                <Field of=draft.field("name") autocomplete="name"/>
                <Field of=draft.field("email") kind="email" autocomplete="username"/>
                <Field of=password kind="password" autocomplete="new-password"/>
                <Field of=draft.field("again") kind="password" autocomplete="new-password"/>
                <Button>{lang.first_send()}</Button>
            </Form>
        </Layout>
    }
}
