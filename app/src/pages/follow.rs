//! Following by e-mail: asking, confirming, stopping. A GET changes nothing: mail programs open links
//! on their own.

use leptos::prelude::*;
use office::{Lang, Refusal, forms::FollowForm};
use texts::FollowingWords;

use crate::{
    components::{Button, ButtonKind, ErrorSummary, Field, Form, HoneyPot, Layout, Problems, RefusalNotice},
    context::{load, number, office, query, refused, visitor},
};

/// The form that asks to be written to, and what came of it: asked, confirmed, stopped.
#[component]
pub fn Follow() -> impl IntoView {
    let (lang, office, number) = (visitor().lang, office(), number());
    let refused = refused::<FollowForm>();
    let outcome = Outcome::read().filter(|_| refused.is_none());
    load(
        async move { office.status(&number?).await?.ok_or(Refusal::NotFound) },
        move |status| {
            let back = lang.path(&format!("/requests/{}", status.number));
            let (title, inside) = if let Some(outcome) = outcome {
                (outcome.title(lang), outcome_view(lang, outcome).into_any())
            } else {
                let (form, refusal) = refused.map(|refused| (refused.form, refused.refusal)).unzip();
                let form = form_view(lang, status.number.as_str(), form.unwrap_or_default(), refusal);
                (lang.mail_title(), form.into_any())
            };
            view! {
                <Layout title=title noindex=true>
                    {inside}
                    <p><a href=back>{lang.mail_back()}</a></p>
                </Layout>
            }
        },
    )
}

/// What came of a form about letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Asked,
    Confirmed,
    Stopped,
}

impl Outcome {
    fn read() -> Option<Self> {
        let is = |name: &str| query(name) == "1";
        [
            (is("asked"), Self::Asked),
            (is("confirmed"), Self::Confirmed),
            (is("stopped"), Self::Stopped),
        ]
        .into_iter()
        .find_map(|(is, outcome)| is.then_some(outcome))
    }

    fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Asked => lang.mail_sent_title(),
            Self::Confirmed => lang.confirm_done_title(),
            Self::Stopped => lang.stop_done_title(),
        }
    }
}

fn outcome_view(lang: Lang, outcome: Outcome) -> impl IntoView {
    let (words, more) = match outcome {
        Outcome::Asked => (lang.mail_sent(), Some(lang.mail_spam())),
        Outcome::Confirmed => (lang.confirm_done(), None),
        Outcome::Stopped => (lang.stop_done(), None),
    };
    view! {
        <h1>{outcome.title(lang)}</h1>
        <p>{words}</p>
        {more.map(|more| view! { <p>{more}</p> })}
    }
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

/// Confirms the address by one button; the server leads on to the request's page.
#[component]
pub fn FollowConfirm() -> impl IntoView {
    let lang = visitor().lang;
    step(
        lang.confirm_title(),
        lang.confirm_intro(),
        lang.confirm_send(),
        ButtonKind::Main,
    )
}

/// Stops the letters by one button.
#[component]
pub fn FollowStop() -> impl IntoView {
    let lang = visitor().lang;
    step(lang.stop_title(), lang.stop_intro(), lang.stop_send(), ButtonKind::Stop)
}

fn step(title: &'static str, intro: &'static str, send: &'static str, kind: ButtonKind) -> impl IntoView {
    view! {
        <Layout title=title noindex=true>
            <h1>{title}</h1>
            <p>{intro}</p>
            <Form><Button kind>{send}</Button></Form>
        </Layout>
    }
}
