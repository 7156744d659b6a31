//! The second factor: asked for after the password, and again before acts that weigh.

use leptos::prelude::*;
use office::forms::FactorForm;
use texts::AccountWords;

use super::signed_in;
use crate::{
    components::{Button, Draft, Field, Form, FormProblems, Layout},
    context::{lang, office, query},
};

fn draft() -> Draft {
    let new = || FactorForm {
        next: query("next"),
        ..FactorForm::default()
    };
    Draft::refused_or(new, |lang, _| (lang.factor_code(), Some(lang.factor_code_hint())))
}

/// The second factor, after the password.
#[component]
pub fn SecondFactor() -> impl IntoView {
    let lang = lang();
    let draft = draft();
    view! {
        <Layout title=lang.second_title() noindex=true failed={draft.failed()}>
            <FormProblems draft=draft.clone()/>
            <h1>{lang.second_title()}</h1>
            <Form opens=true>
                <input type="hidden" name="next" value=draft.value("next")/>
                <Field of=draft.field("code") autocomplete="one-time-code" code=true/>
                <Button>{lang.second_send()}</Button>
            </Form>
        </Layout>
    }
}

/// The second factor once more.
#[component]
pub fn Confirm() -> impl IntoView {
    let lang = lang();
    let draft = draft();
    let minutes = office().profile().staff.ask_again_minutes;
    let enrolled = signed_in().is_ok_and(|by| by.session.is_some_and(|session| session.enrolled));
    let failed = draft.failed();
    let problems = view! { <FormProblems draft=draft.clone()/> };
    let form = if enrolled {
        view! {
            <p>{lang.confirm_intro(minutes)}</p>
            <Form opens=true>
                <input type="hidden" name="next" value=draft.value("next")/>
                <Field of=draft.field("code") autocomplete="one-time-code" code=true/>
                <Button>{lang.confirm_send()}</Button>
            </Form>
        }
        .into_any()
    } else {
        view! { <p>{lang.confirm_not_needed()}</p> }.into_any()
    };
    view! {
        <Layout title=lang.confirm_title() failed>
            {problems}
            <h1>{lang.confirm_title()}</h1>
            {form}
        </Layout>
    }
}
