//! Following by e-mail: asking, confirming, stopping. A GET changes nothing: mail programs open links
//! on their own.

use leptos::prelude::*;
use office::{
    Refusal,
    forms::{FollowForm, Refused},
};
use texts::{FollowingWords, StatusWords};

use crate::{
    components::{Button, ButtonKind, Draft, Field, Form, FormProblems, HoneyPot, Layout},
    context::{lang, load, number, office, param, query, refused},
};

/// The form that asks to be written to, and what came of it: asked, confirmed, stopped.
#[component]
pub fn Follow() -> impl IntoView {
    let (office, number) = (office(), number());
    let refused = refused::<FollowForm>();
    load(
        async move { office.status(&number?).await?.ok_or(Refusal::NotFound) },
        move |status| {
            let lang = lang();
            let back = lang.path(&format!("/requests/{}", status.number));
            let outcome = Outcome::read().filter(|_| refused.is_none());
            let title = outcome.map_or_else(|| lang.mail_title(), Outcome::title);
            let number = status.number.to_string();
            let inside = match outcome {
                Some(outcome) => view! { <OutcomeWords outcome number/> }.into_any(),
                None => view! { <FollowRequest number refused/> }.into_any(),
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

    fn title(self) -> &'static str {
        match self {
            Self::Asked => lang().mail_sent_title(),
            Self::Confirmed => lang().confirm_done_title(),
            Self::Stopped => lang().stop_done_title(),
        }
    }
}

#[component]
fn OutcomeWords(outcome: Outcome, number: String) -> impl IntoView {
    let lang = lang();
    let (words, more) = match outcome {
        Outcome::Asked => (lang.mail_sent(), Some(lang.mail_spam())),
        Outcome::Confirmed => (lang.confirm_done(), None),
        Outcome::Stopped => (lang.stop_done(), None),
    };
    view! {
        <h1>{outcome.title()}</h1>
        <p>{lang.request()}" "<span class="bwc-number">{number}</span></p>
        <p>{words}</p>
        {more.map(|more| view! { <p>{more}</p> })}
    }
}

/// Asks for the address to write to.
#[component]
fn FollowRequest(number: String, refused: Option<Refused<FollowForm>>) -> impl IntoView {
    let lang = lang();
    let (form, refusal) = refused.map(|refused| (refused.form, refused.refusal)).unzip();
    let draft = Draft::new(&form.unwrap_or_default(), refusal, |lang, _| {
        (lang.mail_label(), Some(lang.mail_hint()))
    });
    view! {
        <FormProblems draft=draft.clone()/>
        <h1>{lang.mail_title()}</h1>
        <p>{lang.request()}" "<span class="bwc-number">{number}</span></p>
        <p>{lang.mail_intro()}</p>
        <Form>
            <Field of=draft.field("email") kind="email" autocomplete="email"/>
            <HoneyPot value=draft.value("website")/>
            <Button>{lang.mail_send()}</Button>
        </Form>
    }
}

/// Confirms the address by one button; the server leads on to the request's page.
#[component]
pub fn FollowConfirm() -> impl IntoView {
    let lang = lang();
    view! { <OneButton title=lang.confirm_title() intro=lang.confirm_intro() send=lang.confirm_send() kind=ButtonKind::Main/> }
}

/// Stops the letters by one button.
#[component]
pub fn FollowStop() -> impl IntoView {
    let lang = lang();
    view! { <OneButton title=lang.stop_title() intro=lang.stop_intro() send=lang.stop_send() kind=ButtonKind::Stop/> }
}

/// A page whose form is one button; it says which request it is about.
#[component]
fn OneButton(title: &'static str, intro: &'static str, send: &'static str, kind: ButtonKind) -> impl IntoView {
    let office = office();
    let token = param("token");
    load(async move { office.followed_by(&token).await }, move |number| {
        let number = number.map(|number| {
            view! { <p>{lang().request()}" "<span class="bwc-number">{number.to_string()}</span></p> }
        });
        view! {
            <Layout title=title noindex=true>
                <h1>{title}</h1>
                {number}
                <p>{intro}</p>
                <Form opens=true><Button kind>{send}</Button></Form>
            </Layout>
        }
    })
}
