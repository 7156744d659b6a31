//! The notice of a person shown: the form for its code, the notice, whether a letter is ours.

mod consent;
mod leave;
mod objection;
mod open;
mod viewing;

use law::person::Receiver;
use leptos::prelude::*;
use office::forms::CodeForm;
use texts::{NoticeWords, ReleaseWords};

pub use consent::ConsentWish;
use leave::QuickExit;
pub use objection::Objection;
use open::OpenNotice;
pub use viewing::FamilyViewingPage;

use super::custodian::Custodian;
use crate::{
    components::{Banner, Button, Choice, Draft, Field, Form, FormProblems, Inset, Layout, Tone},
    context::{LetterCheck, lang, load, office, visitor},
};
use islands::NoticeFill;

/// The notice that was opened, or the form for its code.
#[component]
pub fn NoticePage() -> impl IntoView {
    let Some(depicted) = visitor().depicted else {
        return view! { <EnterCode/> }.into_any();
    };
    let office = office();
    load(
        async move { office.depicted(&depicted).await },
        |notice| view! { <OpenNotice notice/> },
    )
    .into_any()
}

/// In whose name somebody can speak for a person shown: as those who receive letters for them, but for the state.
fn capacities(receivers: &[Receiver]) -> Vec<Choice> {
    let lang = lang();
    receivers
        .iter()
        .filter(|receiver| **receiver != Receiver::SecretaryOfState)
        .map(|receiver| Choice::new(receiver.key(), lang.receiver(*receiver)))
        .collect()
}

/// The question for the code of a letter, as it was answered if it was refused.
fn code_draft() -> Draft {
    Draft::refused_or(CodeForm::default, |lang, _| {
        (lang.notice_code(), Some(lang.notice_code_hint()))
    })
}

#[component]
fn EnterCode() -> impl IntoView {
    let (lang, draft) = (lang(), code_draft());
    view! {
        <Layout title=lang.notice_enter_title() noindex=true islands=true failed={draft.failed()}>
            <QuickExit/>
            <FormProblems draft=draft.clone()/>
            <h1>{lang.notice_enter_title()}</h1>
            <p>{lang.notice_enter_lead()}</p>
            <Inset><p>{lang.notice_opening_counts()}</p></Inset>
            <Form opens=true>
                <Field of=draft.field("code") autocomplete="off" code=true/>
                <NoticeFill/>
                <Button>{lang.notice_open()}</Button>
            </Form>
            <p>{lang.notice_lost()}</p>
            <p><a href=lang.path("/notice/check")>{lang.notice_no_letter()}</a></p>
            <Custodian/>
        </Layout>
    }
}

/// Whether a letter is ours.
#[component]
pub fn CheckLetter() -> impl IntoView {
    let (lang, draft) = (lang(), code_draft());
    let found = use_context::<LetterCheck>().map(|LetterCheck(found)| {
        let (genuine, words, tone) = match found {
            Some(letter) => ("yes", lang.notice_is_ours(letter.sent_on), Tone::Open),
            None => ("no", lang.notice_not_ours().to_owned(), Tone::Stop),
        };
        view! { <div role="status" data-genuine=genuine><Banner title=words tone>""</Banner></div> }
    });
    view! {
        <Layout title=lang.notice_check_title() noindex=true failed={draft.failed()}>
            <QuickExit/>
            <FormProblems draft=draft.clone()/>
            {found}
            <h1>{lang.notice_check_title()}</h1>
            <p>{lang.notice_check_lead()}</p>
            <Form opens=true>
                <Field of=draft.field("code") autocomplete="off" code=true/>
                <Button>{lang.notice_check_send()}</Button>
            </Form>
            <p><a href=lang.path("/notice")>{lang.notice_enter_title()}</a></p>
            <Custodian/>
        </Layout>
    }
}
