//! The family's answer to the offer to see a recording before it is public.

use law::viewing::{ViewingState, ViewingStep};
use leptos::prelude::*;
use office::{
    Refusal,
    forms::FamilyViewingForm,
    views::{DepictedView, FamilyViewing},
};
use texts::{DateWords, ObjectionWords, ViewingWords};

use super::leave::{CloseNow, QuickExit};
use crate::{
    components::{Button, ButtonKind, ButtonLink, Choice, Choices, Draft, Form, FormProblems, Layout, TextField},
    context::{lang, load, office, refused, visitor},
    pages::custodian::Custodian,
};

/// The offer on the page of the notice; nothing where none was made.
#[component]
pub fn Offered(viewing: Option<FamilyViewing>) -> impl IntoView {
    let lang = lang();
    viewing.map(|viewing| {
        let answers = may_answer(viewing.state);
        let link = answers.then(|| {
            view! {
                <p class="bwc-unprinted">
                    <ButtonLink kind=ButtonKind::Second href=lang.path("/notice/viewing")>{lang.viewing_family_answer()}</ButtonLink>
                </p>
            }
        });
        view! { <section id="viewing"><h2>{lang.viewing_family_title()}</h2><Stands viewing/>{link}</section> }
    })
}

const fn may_answer(state: ViewingState) -> bool {
    !matches!(state, ViewingState::Held | ViewingState::NotHeld)
}

#[component]
fn Stands(viewing: FamilyViewing) -> impl IntoView {
    let lang = lang();
    let day = match viewing.state {
        ViewingState::Appointed => viewing.day.unwrap_or(viewing.answer_by),
        _ => viewing.answer_by,
    };
    let place = (viewing.state == ViewingState::Appointed).then(|| view! { <p>{viewing.place.clone()}</p> });
    let support = (!viewing.support.is_empty()).then(|| view! { <p>{lang.viewing_support(&viewing.support)}</p> });
    view! {
        <p data-viewing=viewing.state.key()>{lang.viewing_family_state(viewing.state, &lang.day(day))}</p>
        {place}
        <p>{lang.viewing_letter_free()}</p>
        {support}
    }
}

/// The form. Who has no notice open is asked for its code first.
#[component]
pub fn FamilyViewingPage() -> impl IntoView {
    let Some(depicted) = visitor().depicted else {
        return view! { <super::EnterCode/> }.into_any();
    };
    let (office, refused) = (office(), refused::<FamilyViewingForm>());
    let (form, refusal) = refused.map(|refused| (refused.form, refused.refusal)).unzip();
    load(
        async move { office.depicted(&depicted).await },
        move |notice| view! { <AnswerPage notice form={form.unwrap_or_default()} refusal/> },
    )
    .into_any()
}

#[component]
fn AnswerPage(notice: DepictedView, form: FamilyViewingForm, refusal: Option<Refusal>) -> impl IntoView {
    let lang = lang();
    let draft = Draft::new(&form, refusal, |lang, name| match name {
        "words" => (lang.viewing_family_words(), None),
        name => (lang.viewing_field(name), None),
    });
    let failed = draft.failed();
    let asks = notice.viewing.as_ref().is_some_and(|viewing| may_answer(viewing.state)) || failed;
    let body = if asks {
        let answers = vec![
            Choice::new(ViewingStep::Accept.key(), lang.viewing_family_yes()),
            Choice::new(ViewingStep::Decline.key(), lang.viewing_family_no()),
        ];
        let who = super::capacities(&notice.receivers);
        let [answer, capacity, words] = ["viewing_answer", "capacity", "words"].map(|name| draft.field(name));
        let stands = notice.viewing.clone().map(|viewing| view! { <Stands viewing/> });
        view! {
            {stands}
            <Form>
                <Choices of=answer choices=answers/>
                <Choices of=capacity choices=who/>
                <TextField of=words.optional()/>
                <Button>{lang.viewing_family_send()}</Button>
            </Form>
        }
        .into_any()
    } else {
        view! { <p>{lang.viewing_family_none()}</p> }.into_any()
    };
    view! {
        <Layout title=lang.viewing_family_title() noindex=true failed>
            <QuickExit/>
            <CloseNow/>
            <FormProblems draft/>
            <h1>{lang.viewing_family_title()}</h1>
            {body}
            <p><a href=lang.path("/notice")>{lang.objection_back()}</a></p>
            <Custodian/>
        </Layout>
    }
}
