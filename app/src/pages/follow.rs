//! Following by e-mail: asking, confirming, stopping. A GET changes nothing: mail programs open links
//! on their own.

use leptos::prelude::*;
use office::{Lang, Refusal, forms::FollowForm};
use texts::FollowingWords;

use crate::{
    components::{
        Banner, Button, ButtonKind, ErrorSummary, Field, Form, HoneyPot, Layout, Problems, RefusalNotice, Tone,
    },
    front::{answer, number, office, query, refused, visitor},
};

/// The form that asks to be written to.
#[component]
pub fn Follow() -> impl IntoView {
    let (lang, office, number) = (visitor().lang, office(), number());
    let refused = refused::<FollowForm>();
    let sent = query("sent") == "1";
    answer(
        async move { office.status(&number?).await?.ok_or(Refusal::NotFound) },
        move |status| {
            let back = lang.path(&format!("/requests/{}", status.number));
            let inside = if sent && refused.is_none() {
                sent_view(lang).into_any()
            } else {
                let (form, refusal) = refused.map(|refused| (refused.form, refused.refusal)).unzip();
                form_view(lang, status.number.as_str(), form.unwrap_or_default(), refusal).into_any()
            };
            view! {
                <Layout title=lang.mail_title() noindex=true>
                    {inside}
                    <p><a href=back>{lang.mail_back()}</a></p>
                </Layout>
            }
        },
    )
}

fn form_view(lang: Lang, number: &str, form: FollowForm, refusal: Option<Refusal>) -> impl IntoView + use<> {
    let problems = Problems::of(refusal.as_ref());
    let error = problems.field("email");
    let number = number.to_owned();
    view! {
        <ErrorSummary problems label=move |_: &str| lang.mail_label().to_owned()/>
        <RefusalNotice refusal/>
        <h1>{lang.mail_title()}</h1>
        <p class="bwc-number">{number}</p>
        <p>{lang.mail_intro()}</p>
        <Form>
            <Field
                name="email"
                label=lang.mail_label()
                hint=lang.mail_hint()
                value=form.email
                error
                kind="email"
                autocomplete="email"
            />
            <HoneyPot value=form.website/>
            <Button>{lang.mail_send()}</Button>
        </Form>
    }
}

fn sent_view(lang: Lang) -> impl IntoView {
    view! {
        <h1>{lang.mail_sent_title()}</h1>
        <p>{lang.mail_sent()}</p>
        <p>{lang.mail_spam()}</p>
    }
}

/// Confirms the address by one button.
#[component]
pub fn FollowConfirm() -> impl IntoView {
    let lang = visitor().lang;
    let words = Step {
        title: lang.confirm_title(),
        intro: lang.confirm_intro(),
        send: lang.confirm_send(),
        done_title: lang.confirm_done_title(),
        done: lang.confirm_done(),
        kind: ButtonKind::Main,
    };
    step(lang, words)
}

/// Stops the letters by one button.
#[component]
pub fn FollowStop() -> impl IntoView {
    let lang = visitor().lang;
    let words = Step {
        title: lang.stop_title(),
        intro: lang.stop_intro(),
        send: lang.stop_send(),
        done_title: lang.stop_done_title(),
        done: lang.stop_done(),
        kind: ButtonKind::Stop,
    };
    step(lang, words)
}

/// The words of a page with one button.
struct Step {
    title: &'static str,
    intro: &'static str,
    send: &'static str,
    done_title: &'static str,
    done: &'static str,
    kind: ButtonKind,
}

fn step(lang: Lang, words: Step) -> impl IntoView {
    let Step {
        title,
        intro,
        send,
        done_title,
        done,
        kind,
    } = words;
    if query("done") == "1" {
        return view! {
            <Layout title=done_title noindex=true>
                <h1>{done_title}</h1>
                <Banner title=done tone=Tone::Open><p><a href=lang.path("/requests")>{lang.follow_log()}</a></p></Banner>
            </Layout>
        }
        .into_any();
    }
    view! {
        <Layout title=title noindex=true>
            <h1>{title}</h1>
            <p>{intro}</p>
            <Form><Button kind>{send}</Button></Form>
        </Layout>
    }
    .into_any()
}
