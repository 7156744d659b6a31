//! A password, from a one-time link that an administrator has handed over.

use leptos::prelude::*;
use office::{
    forms::{ChosenPasswordForm, PASSWORD_MIN},
    views::LinkHolder,
};
use texts::{AccountWords, StaffWords};

use crate::{
    components::{Button, Draft, Field, Form, FormProblems, Layout},
    context::{lang, load, office, param, set_status},
};

/// A password, by a link.
#[component]
pub fn Link() -> impl IntoView {
    let (office, token) = (office(), param("token"));
    let asked = token.clone();
    load(
        async move { office.link_holder(&asked).await },
        move |holder| match holder {
            Some(holder) => view! { <Choose holder token/> }.into_any(),
            None => view! { <Over/> }.into_any(),
        },
    )
}

#[component]
fn Over() -> impl IntoView {
    set_status(404);
    let lang = lang();
    view! {
        <Layout title=lang.link_over_title() noindex=true>
            <h1>{lang.link_over_title()}</h1>
            <p>{lang.link_over()}</p>
            <p><a href=lang.path("/staff/sign-in")>{lang.sign_in_title()}</a></p>
        </Layout>
    }
}

#[component]
fn Choose(holder: LinkHolder, token: String) -> impl IntoView {
    let lang = lang();
    let draft = Draft::refused_or(ChosenPasswordForm::default, |lang, name| match name {
        "password" => (lang.first_password(), None),
        _ => (lang.first_again(), None),
    });
    let password = draft.field("password").hint(lang.first_password_hint(PASSWORD_MIN));
    view! {
        <Layout title=lang.chosen_title() noindex=true failed={draft.failed()}>
            <FormProblems draft=draft.clone()/>
            <h1>{lang.chosen_title()}</h1>
            <p>{lang.chosen_intro(&holder.name, &holder.email)}</p>
            <Form opens=true>
                <input type="hidden" name="token" value=token/>
                <Field of=password kind="password" autocomplete="new-password"/>
                <Field of=draft.field("again") kind="password" autocomplete="new-password"/>
                <Button>{lang.chosen_send()}</Button>
            </Form>
        </Layout>
    }
}
