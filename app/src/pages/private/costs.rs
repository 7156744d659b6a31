//! What the request costs: each line, how to pay, until when and what happens then; and what whoever filed can say to it.

use law::{clock::ClockId, request::ActKind};
use leptos::prelude::*;
use office::{forms::PrivateForm, views::PrivateView};
use texts::FeeWords;

use crate::{
    components::{Button, ButtonKind, Draft, FeeTable, FieldState, Form, TextField},
    context::{lang, refused},
    pages::custodian::Custodian,
};

/// The section; nothing where nobody was told of costs.
#[component]
pub fn Costs(private: PrivateView, draft: Draft) -> impl IntoView {
    let lang = lang();
    let (fee, account) = (private.fee.clone(), private.account.clone());
    let asked = fee.unsettled();
    let until = private.status.next.by.filter(|(clock, _)| *clock == ClockId::C6);
    let days = match until {
        Some((_, day)) => lang.fee_until(day),
        None if private.status.stage == law::request::Stage::FeePending => lang.fee_waits().to_owned(),
        None => lang.fee_before_delivery().to_owned(),
    };
    // What has ended, by lapse for instance, is not paid any more.
    let pay =
        (asked && !private.status.stage.ended()).then(|| view! { <p>{lang.fee_how()}</p><Custodian/><p>{days}</p> });
    let possible = |kind| private.acts.contains(&(kind, None));
    let accept = possible(ActKind::AcceptFee).then(|| view! { <Accept/> });
    let narrow = possible(ActKind::NarrowRequest).then(|| {
        let field = of(
            &draft,
            "narrow_request",
            lang.fee_narrow_label(),
            lang.fee_narrow_hint(),
        );
        view! { <Say act="narrow_request" title=lang.fee_narrow_title() field send=lang.fee_narrow_send()/> }
    });
    let challenge = possible(ActKind::ChallengeFee).then(|| {
        let field = of(
            &draft,
            "challenge_fee",
            lang.fee_challenge_label(),
            lang.fee_challenge_hint(),
        );
        view! { <Say act="challenge_fee" title=lang.fee_challenge_title() field send=lang.fee_challenge_send()/> }
    });
    let told = asked || !account.is_empty();
    told.then(|| {
        view! {
            <section>
                <h2 id="costs">{lang.fee_title()}</h2>
                <FeeTable fee account/>
                <p class="bwc-soft">{lang.fee_law()}</p>
                {pay}
                {accept}
                {narrow}
                {challenge}
            </section>
        }
    })
}

/// The text of one of these forms: what was typed stands only in the form that was refused.
fn of(draft: &Draft, act: &'static str, label: &'static str, hint: &'static str) -> FieldState {
    let mine = refused::<PrivateForm>().is_some_and(|refused| refused.form.act == act);
    if mine {
        return FieldState {
            label,
            ..draft.field("text").hint(hint.to_owned())
        };
    }
    FieldState {
        id: Some(format!("{act}-text")),
        name: "text",
        label,
        hint: Some(hint.to_owned()),
        values: Vec::new(),
        error: None,
        optional: false,
    }
}

#[component]
fn Accept() -> impl IntoView {
    let lang = lang();
    view! {
        <h3>{lang.fee_accept_title()}</h3>
        <p>{lang.fee_accept_hint()}</p>
        <Form>
            <input type="hidden" name="act" value="accept_fee"/>
            <Button kind=ButtonKind::Second>{lang.fee_accept_send()}</Button>
        </Form>
    }
}

/// A form with one text, folded until it is wanted.
#[component]
fn Say(act: &'static str, title: &'static str, field: FieldState, send: &'static str) -> impl IntoView {
    let open = field.error.is_some() || !field.values.is_empty();
    view! {
        <details class="bwc-confirm" open=open>
            <summary>{title}</summary>
            <Form>
                <input type="hidden" name="act" value=act/>
                <TextField of=field/>
                <Button kind=ButtonKind::Second>{send}</Button>
            </Form>
        </details>
    }
}
