//! The requester's own page: what was filed, messages both ways, and what can be done.

mod acts;
mod delivered;
mod filed;

use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{PrivateForm, Refused},
    views::{Actor, DisplayWindow, MessageView, PrivateView, ReleasedView},
};
use texts::{FollowingWords, LawWords, StatusWords};

use crate::{
    components::{
        Banner, Button, ButtonKind, Byline, Code, ErrorSummary, Form, Layout, Messages, NextDate, Problems,
        RefusalNotice, StatusTag, Tone,
    },
    context::{load, number, office, query, refused, visitor},
};

/// The private page. The session layer sends who has not shown number and code to show them first.
#[component]
pub fn Private() -> impl IntoView {
    let (lang, office, number) = (visitor().lang, office(), number());
    let requester = visitor()
        .requester
        .filter(|requester| Ok(&requester.number) == number.as_ref());
    let refused = refused::<PrivateForm>();
    let keys = [
        office.submission_key(),
        office.submission_key(),
        office.submission_key(),
    ];
    let warning_key = office.submission_key();
    load(
        async move {
            let requester = requester.ok_or(Refusal::SignIn)?;
            let private = office.private(&requester).await?;
            let warns = office.warns(&requester).await?;
            let windows = office.windows(&requester).await?;
            Ok((private, warns, office.delivered(&requester).await?, windows))
        },
        move |(private, warns, videos, windows)| {
            let footage = Footage {
                warning: warns.then_some(warning_key),
                videos,
                windows,
            };
            page(lang, &private, footage, refused, keys)
        },
    )
}

/// What a requester gets, and what they must heed.
struct Footage {
    /// The key of the form that acknowledges the warning of 610.100.8, where it waits.
    warning: Option<String>,
    videos: Vec<ReleasedView>,
    windows: Vec<DisplayWindow>,
}

fn page(
    lang: Lang,
    private: &PrivateView,
    footage: Footage,
    refused: Option<Refused<PrivateForm>>,
    keys: [String; 3],
) -> impl IntoView + use<> {
    let (form, refusal) = refused.map(|refused| (refused.form, refused.refusal)).unzip();
    let problems = Problems::of(refusal.as_ref());
    let failed = !problems.is_empty();
    let done = (query("done") == "1" && refusal.is_none())
        .then(|| view! { <Banner title=lang.done_title() tone=Tone::Open><p>{lang.private_done()}</p></Banner> });
    let answering = form.as_ref().is_some_and(|form| form.act == "answer_clarification");
    let label = move |_: &str| {
        if answering {
            lang.answer_label()
        } else {
            lang.write_label()
        }
        .to_owned()
    };
    let head = head(lang, private);
    let warning = footage.warning.map(|key| delivered::warning(lang, key));
    let windows = delivered::windows(lang, &footage.windows);
    let delivered = delivered::delivered(lang, footage.videos);
    let messages = private.messages.clone();
    let acts = acts::acts(lang, private, &form.unwrap_or_default(), &problems, keys);
    let asked = filed::filed(lang, private);
    view! {
        <Layout title=lang.private_title() noindex=true failed>
            <ErrorSummary problems label/>
            <RefusalNotice refusal/>
            {done}
            {head}
            {warning}
            {delivered}
            {windows}
            <Messages title=lang.messages_title() none=lang.messages_none() messages byline/>
            {acts}
            {asked}
            <Form>
                <input type="hidden" name="act" value="leave"/>
                <Button kind=ButtonKind::Second>{lang.private_leave()}</Button>
            </Form>
        </Layout>
    }
}

/// Status, sentence and date, as on the public page.
fn head(lang: Lang, private: &PrivateView) -> impl IntoView + use<> {
    let status = &private.status;
    let (next, today) = (&status.next, status.today);
    let label = lang.next_short(next);
    let date = next.by.map(|(clock, date)| {
        view! { <NextDate label=label date clock=Some(clock) days_left={(date - today).get_days()}/> }
    });
    let public = lang.path(&format!("/requests/{}", status.number));
    view! {
        <div class="bwc-status-head">
            <h1 class="bwc-status-head-title">{lang.private_title()}" "<Code text=status.number.as_str() small=true/></h1>
            <p class="bwc-status-head-tag"><StatusTag stage=status.stage late=next.overdue/></p>
            <p class="bwc-status-head-sentence">{lang.next_sentence(next)}</p>
            {date}
            <p><a href=public>{lang.private_public()}</a></p>
            <p class="bwc-soft">{lang.private_only()}</p>
        </div>
    }
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
