//! Erasing who filed a request; administrators do it.

use leptos::prelude::*;
use office::{Refusal, TrackingNumber, forms::EraseForm, views::Erasure};
use texts::{StaffWords, StatusWords};

use super::signed_in;
use crate::{
    components::{Button, ButtonKind, Draft, Field, Form, FormProblems, Inset, Layout},
    context::{lang, load, number, office},
};

/// The form, or that it was done before.
#[component]
pub fn Erase() -> impl IntoView {
    let (office, number) = (office(), number());
    let staff = signed_in();
    load(
        async move {
            let (staff, number) = (staff?, number?);
            staff.administrator()?;
            office.status(&number).await?.ok_or(Refusal::NotFound)?;
            let erased = office.erasure(&staff, &number).await?;
            Ok((number, erased))
        },
        |(number, erased)| view! { <ErasePage number erased/> },
    )
}

#[component]
fn ErasePage(number: TrackingNumber, erased: Option<Erasure>) -> impl IntoView {
    let lang = lang();
    let draft = Draft::refused_or(EraseForm::default, |lang, _| {
        (lang.erase_reason(), Some(lang.erase_reason_hint()))
    });
    let failed = draft.failed();
    let problems = draft.clone();
    let back = lang.path(&format!("/staff/requests/{number}"));
    let inside = match erased {
        Some(erasure) => view! { <Inset><p>{lang.erased_on(erasure.on)}": "{erasure.reason}</p></Inset> }.into_any(),
        None => view! {
            <p>{lang.erase_intro()}</p>
            <Form>
                <Field of=draft.field("reason")/>
                <Button kind=ButtonKind::Stop>{lang.erase_send()}</Button>
            </Form>
        }
        .into_any(),
    };
    view! {
        <Layout title=lang.erase_title() failed>
            <FormProblems draft=problems/>
            <p><a href=back class="bwc-number">{lang.request_title(number.as_str())}</a></p>
            <h1>{lang.erase_title()}</h1>
            {inside}
        </Layout>
    }
}
