//! The first account, from a link that works once.

use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{NewPasswordForm, PASSWORD_MIN},
};
use texts::StaffWords;

use crate::{
    components::{Button, ErrorSummary, Field, Form, Layout, Problems, RefusalNotice},
    context::{load, office, param, refused, set_status, visitor},
};

/// The first account.
#[component]
pub fn First() -> impl IntoView {
    let (lang, office, token) = (visitor().lang, office(), param("token"));
    let (form, refusal) = refused::<NewPasswordForm>()
        .map(|refused| (refused.form, refused.refusal))
        .unzip();
    let asked = token.clone();
    load(async move { office.first_account_open(&asked).await }, move |open| {
        if open {
            page(lang, token, form.unwrap_or_default(), refusal).into_any()
        } else {
            used_up(lang).into_any()
        }
    })
}

fn used_up(lang: Lang) -> impl IntoView {
    set_status(404);
    view! {
        <Layout title=lang.first_used_title() noindex=true>
            <h1>{lang.first_used_title()}</h1>
            <p>{lang.first_used()}</p>
            <p><a href=lang.path("/staff/sign-in")>{lang.sign_in_title()}</a></p>
        </Layout>
    }
}

fn page(lang: Lang, token: String, form: NewPasswordForm, refusal: Option<Refusal>) -> impl IntoView {
    let problems = Problems::of(refusal.as_ref());
    let [name_error, email_error, password_error, again_error] =
        ["name", "email", "password", "again"].map(|field| problems.field(field));
    let failed = refusal.is_some();
    let label = move |field: &str| label(lang, field).to_owned();
    view! {
        <Layout title=lang.first_title() noindex=true failed>
            <ErrorSummary problems label/>
            <RefusalNotice refusal/>
            <h1>{lang.first_title()}</h1>
            <p>{lang.first_intro()}</p>
            <Form>
                <input type="hidden" name="token" value=token/>
                <Field
                    name="name"
                    label=lang.first_name()
                    hint=lang.first_name_hint()
                    value=form.name
                    error=name_error
                    autocomplete="name"
                />
                <Field
                    name="email"
                    label=lang.first_email()
                    value=form.email
                    error=email_error
                    kind="email"
                    autocomplete="username"
                />
                <Field
                    name="password"
                    label=lang.first_password()
                    hint=lang.first_password_hint(PASSWORD_MIN)
                    error=password_error
                    kind="password"
                    autocomplete="new-password"
                />
                <Field
                    name="again"
                    label=lang.first_again()
                    error=again_error
                    kind="password"
                    autocomplete="new-password"
                />
                <Button>{lang.first_send()}</Button>
            </Form>
        </Layout>
    }
}

fn label(lang: Lang, field: &str) -> &'static str {
    match field {
        "name" => lang.first_name(),
        "email" => lang.first_email(),
        "password" => lang.first_password(),
        _ => lang.first_again(),
    }
}
