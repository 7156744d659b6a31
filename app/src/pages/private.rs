//! The requester's own page: what was filed, messages both ways, and what can be done.

mod acts;
mod cases;
mod costs;
mod delivered;
mod filed;
mod mails;

use law::request::Stage;
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::PrivateForm,
    views::{Actor, DisplayWindow, MessageView, PrivateView, ReleasedView},
};
use texts::{FeeWords, FollowingWords, PaperWords, StatusWords, TimelineWords};

use self::{
    acts::PrivateActs,
    cases::OwnCases,
    costs::Costs,
    delivered::{Delivered, DisplayWindows, Warning},
    filed::FiledRequest,
    mails::Mails,
};
use crate::{
    components::{
        Banner, Button, ButtonKind, Byline, Draft, Form, FormProblems, Layout, Messages, PaperList, PaperReader,
        StatusHead, Tone,
    },
    context::{lang, load, number, office, query, refused, visitor},
    pages::status::After,
};

/// The private page. The session layer sends who has not shown number and code to show them first.
#[component]
pub fn Private() -> impl IntoView {
    let (office, number) = (office(), number());
    let requester = visitor()
        .requester
        .filter(|requester| Ok(&requester.number) == number.as_ref());
    load(
        async move {
            let requester = requester.ok_or(Refusal::SignIn)?;
            let private = office.private(&requester).await?;
            let footage = Footage {
                warns: office.warns(&requester).await?,
                windows: office.windows(&requester).await?,
                videos: office.delivered(&requester).await?,
            };
            Ok((private, footage))
        },
        |(private, footage)| view! { <PrivatePage private footage/> },
    )
}

/// What a requester gets, and what they must heed.
#[derive(Clone)]
struct Footage {
    /// Whether the warning of 610.100.8 waits to be acknowledged.
    warns: bool,
    videos: Vec<ReleasedView>,
    windows: Vec<DisplayWindow>,
}

#[component]
fn PrivatePage(private: PrivateView, footage: Footage) -> impl IntoView {
    let (lang, draft) = (lang(), text_draft());
    let done = (query("done") == "1" && !draft.failed())
        .then(|| view! { <Banner title=lang.done_title() tone=Tone::Open><p>{lang.private_done()}</p></Banner> });
    let messages = private.messages.clone();
    let reader = PaperReader::Requester(private.status.number.to_string());
    let others = (!private.papers.is_empty()).then(|| {
        let (papers, reader) = (private.papers.clone(), reader.clone());
        view! { <section><h2>{lang.papers_of_request()}</h2><PaperList papers reader/></section> }
    });
    let certificate = (private.status.stage == Stage::NoRecord).then(|| {
        let path = lang.path(&format!("/requests/{}/private/certificate", private.status.number));
        view! { <p><a href=path>{lang.certificate_own_link()}</a></p> }
    });
    let public = lang.path(&format!("/requests/{}", private.status.number));
    view! {
        <Layout title=lang.private_title() noindex=true failed={!draft.problems().is_empty()}>
            <FormProblems draft=draft.clone()/>
            {done}
            <StatusHead title=lang.private_title() status=private.status.clone() own=true>
                <p><a href=public>{lang.private_public()}</a></p>
                <p class="bwc-soft">{lang.private_only()}</p>
            </StatusHead>
            <Costs private=private.clone() draft=draft.clone()/>
            {certificate}
            <After status=private.status.clone() own=true/>
            {footage.warns.then(|| view! { <Warning/> })}
            <Delivered videos=footage.videos/>
            <DisplayWindows windows=footage.windows/>
            <OwnCases cases=private.cases.clone()/>
            <Messages title=lang.messages_title() none=lang.messages_none() messages byline reader=reader.clone()/>
            {others}
            <PrivateActs private=private.clone() draft=draft.clone()/>
            <Mails email=private.email.clone() draft/>
            <FiledRequest private/>
            <Form opens=true>
                <input type="hidden" name="act" value="leave"/>
                <Button kind=ButtonKind::Second>{lang.private_leave()}</Button>
            </Form>
        </Layout>
    }
}

/// What a field is called where something is wrong with it.
fn label(lang: Lang, field: &str, text: &'static str) -> &'static str {
    match field {
        "email" => lang.mails_email(),
        "papers" => lang.papers_attach(),
        "relation_proof" => lang.proof_what(),
        _ => text,
    }
}

/// Who opens files, under their field.
fn hint(lang: Lang, field: &str) -> Option<&'static str> {
    (field == "papers").then(|| lang.papers_seen_by())
}

/// The one text of the page, as it stands: an answer, or a message.
fn text_draft() -> Draft {
    let (form, refusal) = refused::<PrivateForm>()
        .map(|refused| (refused.form, refused.refusal))
        .unzip();
    let form: PrivateForm = form.unwrap_or_default();
    let words: fn(Lang, &str) -> (&'static str, Option<&'static str>) = match form.act.as_str() {
        "answer_clarification" => |lang, field| (label(lang, field, lang.answer_label()), hint(lang, field)),
        "send_proof" => |lang, field| (label(lang, field, lang.proof_about()), hint(lang, field)),
        "narrow_request" => |lang, field| (label(lang, field, lang.fee_narrow_label()), None),
        "challenge_fee" => |lang, field| (label(lang, field, lang.fee_challenge_label()), None),
        _ => |lang, field| (label(lang, field, lang.write_label()), hint(lang, field)),
    };
    Draft::new(&form, refusal, words)
}

fn byline(lang: Lang, message: &MessageView) -> Byline {
    Byline {
        by: match message.by {
            Actor::Requester => lang.message_you(),
            Actor::Custodian => lang.message_custodian(),
            Actor::Portal => lang.message_portal(),
        },
        act: None,
        mine: message.by == Actor::Requester,
    }
}
