//! What the requester can do now; for the rest, what stands in the way.

use law::{bar::Bar, clock::ClockId, request::ActKind};
use leptos::prelude::*;
use office::{
    forms::PrivateForm,
    views::{PrivateView, RelationProof},
};
use texts::{FollowingWords, LawWords, PaperWords};

use super::{hint, label};
use crate::{
    components::{Button, ButtonKind, Choice, Choices, Draft, FieldState, FieldWords, Form, PapersField, TextField},
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
    let (proof, draft) = (draft_of_proof(&draft), draft_of_words(draft));
    let answering = possible(ActKind::AnswerClarification);
    let until = private.status.next.by.filter(|(clock, _)| *clock == ClockId::C6);
    let answer = answering.then(|| {
        let hint = lang.answer_hint(until.map(|(_, day)| day));
        let field = FieldState {
            label: lang.answer_label(),
            ..draft.field("text").hint(hint)
        };
        view! { <TextForm act="answer_clarification" title=lang.answer_title() field send=lang.answer_send() draft=draft.clone()/> }
    });
    let write = (!answering && possible(ActKind::Write)).then(|| {
        let field = FieldState {
            label: lang.write_label(),
            ..draft.field("text").hint(lang.write_hint())
        };
        view! { <TextForm act="write" title=lang.write_title() field send=lang.write_send() draft=draft.clone()/> }
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
            {possible(ActKind::Write).then(|| view! { <Proof draft=proof/> })}
            {grounds}
            {withdraw}
        </section>
    }
}

/// A form with one text, and files.
#[component]
fn TextForm(
    act: &'static str,
    title: &'static str,
    field: FieldState,
    send: &'static str,
    draft: Draft,
) -> impl IntoView {
    view! {
        <h3>{title}</h3>
        <Form files=true>
            <input type="hidden" name="act" value=act/>
            <TextField of=field/>
            <PapersField draft/>
            <Button>{send}</Button>
        </Form>
    }
}

/// Proof of who they are to a person in the footage, folded until it is wanted.
#[component]
fn Proof(draft: Draft) -> impl IntoView {
    let lang = lang();
    let open = draft.failed();
    let choices = RelationProof::ALL
        .map(|proof| Choice::new(proof.key(), lang.relation_proof(proof)))
        .to_vec();
    view! {
        <h3 id="proof">{lang.proof_title()}</h3>
        <details class="bwc-confirm" open=open>
            <summary>{lang.proof_summary()}</summary>
            <p>{lang.proof_lead()}</p>
            <Form files=true>
                <input type="hidden" name="act" value="send_proof"/>
                <Choices of=draft.field("relation_proof") choices/>
                <PapersField draft=draft.clone() required=true/>
                <TextField of=draft.field("text").optional() rows=3/>
                <Button kind=ButtonKind::Second>{lang.proof_send()}</Button>
            </Form>
        </details>
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

/// The act of the form that was refused; empty where none was.
fn refused_act() -> String {
    refused::<PrivateForm>().map_or_else(String::new, |refused| refused.form.act)
}

/// The draft of a message or an answer, without what was typed into a form of its own: about costs, or as proof.
fn draft_of_words(draft: Draft) -> Draft {
    if matches!(
        refused_act().as_str(),
        "narrow_request" | "challenge_fee" | "send_proof"
    ) {
        return new_draft("write-", |lang, field| {
            (label(lang, field, lang.write_label()), hint(lang, field))
        });
    }
    draft
}

/// The draft of a proof, if that was refused, else a new one.
fn draft_of_proof(draft: &Draft) -> Draft {
    if refused_act() == "send_proof" {
        return draft.clone();
    }
    new_draft("proof-", |lang, field| {
        (label(lang, field, lang.proof_about()), hint(lang, field))
    })
}

/// An empty form, whose fields have ids of their own.
fn new_draft(ids: &'static str, words: FieldWords) -> Draft {
    Draft::new(&PrivateForm::default(), None, words).with_ids(ids)
}
