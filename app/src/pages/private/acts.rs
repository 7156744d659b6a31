//! What the requester can do now; for the rest, what stands in the way.

use law::{bar::Bar, clock::ClockId, request::ActKind};
use leptos::prelude::*;
use office::{Lang, forms::PrivateForm, views::PrivateView};
use texts::{FollowingWords, LawWords};

use crate::components::{Button, ButtonKind, Form, Problems, TextField};

/// The forms, each with a key of its own, so that going back and sending another one is not taken for
/// the same. While a question is open, the answer is the one text that the page asks for.
pub fn acts(
    lang: Lang,
    private: &PrivateView,
    form: &PrivateForm,
    problems: &Problems,
    keys: [String; 3],
) -> impl IntoView + use<> {
    let find = |kind| {
        private
            .acts
            .iter()
            .find(|(known, _)| *known == kind)
            .map(|(_, bar)| bar.clone())
    };
    let possible = |kind| find(kind) == Some(None);
    let [key, grounds_key, withdraw_key] = keys;
    let key = if form.key.is_empty() { key } else { form.key.clone() };
    let answering = possible(ActKind::AnswerClarification);
    let until = private
        .status
        .next
        .by
        .filter(|(clock, _)| *clock == ClockId::C6)
        .map(|(_, day)| day);
    let answer = answering.then(|| {
        let hint = lang.answer_hint(until);
        let words = Words {
            act: "answer_clarification",
            title: lang.answer_title(),
            label: lang.answer_label(),
            hint,
            send: lang.answer_send(),
        };
        text_form(words, form, problems, &key)
    });
    let write = (!answering && possible(ActKind::Write)).then(|| {
        let hint = lang.write_hint().to_owned();
        let words = Words {
            act: "write",
            title: lang.write_title(),
            label: lang.write_label(),
            hint,
            send: lang.write_send(),
        };
        text_form(words, form, problems, &key)
    });
    let grounds = match find(ActKind::AskGrounds) {
        Some(None) => ask_grounds(lang, grounds_key).into_any(),
        Some(Some(bar)) => barred(lang, lang.grounds_title(), &bar).into_any(),
        None => ().into_any(),
    };
    let withdraw = match find(ActKind::Withdraw) {
        Some(None) => withdraw(lang, withdraw_key).into_any(),
        Some(Some(bar)) => barred(lang, lang.withdraw_title(), &bar).into_any(),
        None => ().into_any(),
    };
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

/// The words of a form with one text.
struct Words {
    act: &'static str,
    title: &'static str,
    label: &'static str,
    hint: String,
    send: &'static str,
}

fn text_form(words: Words, form: &PrivateForm, problems: &Problems, key: &str) -> impl IntoView + use<> {
    let Words {
        act,
        title,
        label,
        hint,
        send,
    } = words;
    let (value, error) = (form.text.clone(), problems.field("text"));
    view! {
        <h3>{title}</h3>
        <Form key>
            <input type="hidden" name="act" value=act/>
            <TextField name="text" label hint value error/>
            <Button>{send}</Button>
        </Form>
    }
}

fn ask_grounds(lang: Lang, key: String) -> impl IntoView {
    view! {
        <h3>{lang.grounds_title()}</h3>
        <p>{lang.grounds_hint()}</p>
        <Form key>
            <input type="hidden" name="act" value="ask_grounds"/>
            <Button kind=ButtonKind::Second>{lang.grounds_send()}</Button>
        </Form>
    }
}

fn withdraw(lang: Lang, key: String) -> impl IntoView {
    view! {
        <details class="bwc-confirm">
            <summary>{lang.withdraw_title()}</summary>
            <p>{lang.withdraw_hint()}</p>
            <Form key>
                <input type="hidden" name="act" value="withdraw"/>
                <Button kind=ButtonKind::Stop>{lang.withdraw_send()}</Button>
            </Form>
        </details>
    }
}

fn barred(lang: Lang, title: &'static str, bar: &Bar) -> impl IntoView + use<> {
    view! {
        <h3>{title}</h3>
        <p class="bwc-soft">{lang.not_now()}": "{lang.bar(bar)}</p>
    }
}
