//! The wish to agree, or to talk about it: a task for the records office, and no consent.

use law::person::Receiver;
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{WishForm, WishKind},
    views::{DepictedView, WishView},
};
use texts::{ObjectionWords, WishWords};

use super::{
    leave::{CloseNow, QuickExit},
    open::may_consent,
};
use crate::{
    components::{
        Button, ButtonKind, ButtonLink, Choice, Choices, Draft, Form, FormProblems, Inset, Layout, TextField,
    },
    context::{lang, load, office, refused, visitor},
    pages::custodian::Custodian,
};

/// The form. Who has no notice open is asked for its code first.
#[component]
pub fn ConsentWish() -> impl IntoView {
    let Some(depicted) = visitor().depicted else {
        return view! { <super::EnterCode/> }.into_any();
    };
    let (office, refused) = (office(), refused::<WishForm>());
    let (form, refusal) = refused.map(|refused| (refused.form, refused.refusal)).unzip();
    load(
        async move { office.depicted(&depicted).await },
        move |notice| view! { <WishPage notice form={form.unwrap_or_default()} refusal/> },
    )
    .into_any()
}

#[component]
fn WishPage(notice: DepictedView, form: WishForm, refusal: Option<Refusal>) -> impl IntoView {
    let lang = lang();
    let draft = Draft::new(&form, refusal, words);
    // What was typed stays, also where the law bars it.
    let asks = if draft.failed() || may_consent(&notice) {
        view! { <WishFields draft=draft.clone() receivers=notice.receivers/> }.into_any()
    } else {
        view! { <p>{lang.wish_barred()}</p> }.into_any()
    };
    view! {
        <Layout title=lang.wish_title() noindex=true failed={draft.failed()}>
            <QuickExit/>
            <CloseNow/>
            <FormProblems draft=draft.clone()/>
            <h1>{lang.wish_title()}</h1>
            {asks}
            <p><a href=lang.path("/notice")>{lang.objection_back()}</a></p>
            <Custodian/>
        </Layout>
    }
}

#[component]
fn WishFields(draft: Draft, receivers: Vec<Receiver>) -> impl IntoView {
    let lang = lang();
    let wishes = WishKind::ALL
        .map(|kind| Choice::new(kind.key(), lang.wish_kind(kind)))
        .to_vec();
    let who = super::capacities(&receivers);
    view! {
        <p>{lang.wish_lead()}</p>
        <Inset><p>{lang.wish_is_none()}</p></Inset>
        <Form>
            <Choices of=draft.field("wish") choices=wishes/>
            <Choices of=draft.field("capacity") choices=who/>
            <TextField of=draft.field("reach") rows=2/>
            <TextField of=draft.field("words").optional()/>
            <Button>{lang.wish_send()}</Button>
        </Form>
    }
}

fn words(lang: Lang, field: &str) -> (&'static str, Option<&'static str>) {
    match field {
        "wish" => (lang.wish_what(), None),
        "capacity" => (lang.objection_capacity(), None),
        "reach" => (lang.wish_reach(), Some(lang.wish_reach_hint())),
        _ => (lang.objection_words(), None),
    }
}

/// The way to the form, beside what consent means.
#[component]
pub fn ToWish() -> impl IntoView {
    let lang = lang();
    view! {
        <p class="bwc-unprinted">
            <ButtonLink kind=ButtonKind::Second href=lang.path("/notice/consent")>{lang.wish_link()}</ButtonLink>
        </p>
    }
}

/// What the person told the office about consent, and whether it talked with them.
#[component]
pub fn Wishes(wishes: Vec<WishView>) -> impl IntoView {
    let lang = lang();
    let items: Vec<_> = wishes
        .into_iter()
        .map(|wish| {
            let became = wish
                .heard_on
                .map_or_else(|| lang.wish_waits().to_owned(), |on| lang.wish_heard(on));
            view! { <li><p><strong>{lang.wish_sent(wish.kind, wish.on)}</strong></p><p>{became}</p></li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <section id="wishes">
                <h2>{lang.wishes_title()}</h2>
                <ul class="bwc-notice-objections">{items}</ul>
                <Inset><p>{lang.wish_is_none()}</p></Inset>
            </section>
        }
    })
}
