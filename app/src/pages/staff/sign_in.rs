//! Staff sign-in.

use leptos::prelude::*;
use office::{Lang, Refusal, forms::SignInForm};
use texts::StaffWords;

use crate::{
    components::{Button, ErrorSummary, Field, Form, Layout, Problems, RefusalNotice},
    context::{query, refused, visitor},
};

/// Staff sign-in.
#[component]
pub fn SignIn() -> impl IntoView {
    let lang = visitor().lang;
    let (form, refusal) = refused::<SignInForm>()
        .map(|refused| (refused.form, refused.refusal))
        .unzip();
    let form = form.unwrap_or_else(|| SignInForm {
        next: query("next"),
        ..SignInForm::default()
    });
    page(lang, form, refusal)
}

fn page(lang: Lang, form: SignInForm, refusal: Option<Refusal>) -> impl IntoView {
    let problems = Problems::of(refusal.as_ref());
    let (email_error, password_error) = (problems.field("email"), problems.field("password"));
    let failed = refusal.is_some();
    let label = move |name: &str| {
        if name == "password" {
            lang.sign_in_password()
        } else {
            lang.sign_in_email()
        }
        .to_owned()
    };
    view! {
        <Layout title=lang.sign_in_title() noindex=true failed>
            <ErrorSummary problems label/>
            <RefusalNotice refusal/>
            <h1>{lang.sign_in_title()}</h1>
            <p>{lang.sign_in_hint()}</p>
            <Form action=lang.path("/staff/sign-in")>
                <input type="hidden" name="next" value=form.next/>
                <Field
                    name="email"
                    label=lang.sign_in_email()
                    value=form.email
                    error=email_error
                    kind="email"
                    autocomplete="username"
                />
                <Field
                    name="password"
                    label=lang.sign_in_password()
                    error=password_error
                    kind="password"
                    autocomplete="current-password"
                />
                <Button>{lang.sign_in_send()}</Button>
            </Form>
            <p class="bwc-soft">{lang.sign_in_help()}</p>
        </Layout>
    }
}
