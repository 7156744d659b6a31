//! What the requester can do now; for the rest, what stands in the way.

use law::{bar::Bar, clock::ClockId, request::ActKind};
use leptos::prelude::*;
use office::{forms::PrivateForm, views::PrivateView};
use texts::{FollowingWords, LawWords};

use crate::{
    components::{Button, ButtonKind, Draft, FieldState, Form, TextField},
    context::{lang, refused},
};

/// The forms, each with a key of its own, so that going back and sending another one is not taken for
/// the same. While a question is open, the answer is the one text that the page asks for.
#[component]
pub fn PrivateActs(private: PrivateView, draft: Draft) -> impl IntoView {
    let lang = lang();
    let bar_of = |kind| {
        let known = private.acts.iter().find(|(known, _)| *known == kind);
        known.map(|(_, bar)| bar.clone())
    };
    let possible = |kind| bar_of(kind) == Some(None);
    let draft = draft_of_these(draft);
    let answering = possible(ActKind::AnswerClarification);
    let until = private.status.next.by.filter(|(clock, _)| *clock == ClockId::C6);
    let answer = answering.then(|| {
        let hint = lang.answer_hint(until.map(|(_, day)| day));
        let field = FieldState {
            label: lang.answer_label(),
            ..draft.field("text").hint(hint)
        };
        view! { <TextForm act="answer_clarification" title=lang.answer_title() field send=lang.answer_send()/> }
    });
    let write = (!answering && possible(ActKind::Write)).then(|| {
        let field = FieldState {
            label: lang.write_label(),
            ..draft.field("text").hint(lang.write_hint())
        };
        view! { <TextForm act="write" title=lang.write_title() field send=lang.write_send()/> }
    });
    let grounds = bar_of(ActKind::AskGrounds).filter(|_| !private.status.grounds_given());
    let grounds = grounds.map(|bar| match bar {
        None => view! { <AskGrounds/> }.into_any(),
        Some(bar) if bar.reason.is_over() => ().into_any(),
        Some(bar) => view! { <Barred title=lang.grounds_title() bar/> }.into_any(),
    });
    let withdraw = bar_of(ActKind::Withdraw).map(|bar| match bar {
        None => view! { <Withdraw/> }.into_any(),
        Some(bar) if bar.reason.is_over() => ().into_any(),
        Some(bar) => view! { <Barred title=lang.withdraw_title() bar/> }.into_any(),
    });
    view! {
        <section>
            <h2>{lang.acts_title()}</h2>
            {answer}
            {write}
            {grounds}
            {withdraw}
        </section>
    }
}

/// A form with one text.
#[component]
fn TextForm(act: &'static str, title: &'static str, field: FieldState, send: &'static str) -> impl IntoView {
    view! {
        <h3>{title}</h3>
        <Form>
            <input type="hidden" name="act" value=act/>
            <TextField of=field/>
            <Button>{send}</Button>
        </Form>
    }
}

#[component]
fn AskGrounds() -> impl IntoView {
    let lang = lang();
    view! {
        <h3>{lang.grounds_title()}</h3>
        <p>{lang.grounds_hint()}</p>
        <Form>
            <input type="hidden" name="act" value="ask_grounds"/>
            <Button kind=ButtonKind::Second>{lang.grounds_send()}</Button>
        </Form>
    }
}

#[component]
fn Withdraw() -> impl IntoView {
    let lang = lang();
    view! {
        <details class="bwc-confirm">
            <summary>{lang.withdraw_title()}</summary>
            <p>{lang.withdraw_hint()}</p>
            <Form>
                <input type="hidden" name="act" value="withdraw"/>
                <Button kind=ButtonKind::Stop>{lang.withdraw_send()}</Button>
            </Form>
        </details>
    }
}

/// An act that the law does not allow now, and why.
#[component]
fn Barred(title: &'static str, bar: Bar) -> impl IntoView {
    let lang = lang();
    view! {
        <h3>{title}</h3>
        <p class="bwc-soft">{lang.not_now()}": "{lang.bar(&bar)}</p>
    }
}

/// The draft, without what was typed about costs: that stands in its own form.
fn draft_of_these(draft: Draft) -> Draft {
    let costs = ["narrow_request", "challenge_fee"];
    let other = refused::<PrivateForm>().is_some_and(|refused| costs.contains(&refused.form.act.as_str()));
    if other {
        return Draft::new(&PrivateForm::default(), None, |lang, _| (lang.write_label(), None));
    }
    draft
}
