//! The objection: whole or in part, with grounds in plain words.

use law::{
    objection::Ground,
    person::{Receiver, Shown},
};
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::ObjectionForm,
    views::{DepictedView, ObjectionReceipt, ReceivedObjection},
};
use texts::{NoticeWords, ObjectionWords, ReleaseWords};

use super::{
    leave::{CloseNotice, CloseNow, QuickExit},
    open::{Stands, end_of, is_asked, tells_of_lateness},
};

use crate::{
    components::{
        Button, ButtonLink, Choice, Choices, ChoicesKind, Code, CodeKind, Draft, Field, Form, FormProblems, Inset,
        Layout, ObjectionItem, PapersField, TextField,
    },
    context::{lang, load, office, query, refused, visitor},
    pages::custodian::Custodian,
};

/// The form, for whoever has objected already and still has the receipt open.
pub const ANOTHER_OBJECTION: &str = "/notice/objection?another=1";

/// The form, or the receipt of the objection just sent.
#[component]
pub fn Objection() -> impl IntoView {
    let (office, visitor) = (office(), visitor());
    let (form, refusal) = refused::<ObjectionForm>()
        .map(|refused| (refused.form, refused.refusal))
        .unzip();
    let shows_receipt = refusal.is_none() && query("another") != "1";
    load(
        async move {
            let receipt = match visitor.objected.filter(|_| shows_receipt) {
                Some(key) => office.objection_receipt(&key).await?,
                None => None,
            };
            let notice = match &visitor.depicted {
                Some(depicted) => Some(office.depicted(depicted).await?),
                None => None,
            };
            Ok((receipt, notice))
        },
        move |(receipt, notice)| {
            if let Some(receipt) = receipt {
                return view! { <ObjectionFiled receipt/> }.into_any();
            }
            let form: ObjectionForm = form.unwrap_or_default();
            view! { <ObjectionPage notice form refusal/> }.into_any()
        },
    )
}

/// The receipt: its code, what was asked and which papers came, until when an answer is due, what it does and does not do.
#[component]
fn ObjectionFiled(receipt: ObjectionReceipt) -> impl IntoView {
    let lang = lang();
    let ReceivedObjection {
        objection,
        holds,
        opens_on,
        shown,
    } = receipt.asked;
    let no_papers = objection
        .papers
        .is_empty()
        .then(|| view! { <p>{lang.objection_filed_papers()}": "{lang.objection_no_papers()}"."</p> });
    view! {
        <Layout title=lang.objection_filed_title() noindex=true>
            <QuickExit/>
            <div class="bwc-receipt">
                <h1>{lang.objection_filed_title()}</h1>
                <p>{lang.objection_filed_lead(receipt.received_on, receipt.late)}</p>
                <section class="bwc-card" aria-label=lang.objection_filed_code()>
                    <dl class="bwc-card__codes">
                        <dt>{lang.objection_filed_code()}</dt>
                        <dd>
                            <Code text=receipt.code.grouped() kind=CodeKind::Access/>
                            <p class="bwc-field__hint">{lang.objection_filed_keep()}</p>
                        </dd>
                    </dl>
                </section>
                <p class="bwc-unprinted">{lang.objection_print()}</p>
                <section>
                    <h2>{lang.objection_filed_asked()}</h2>
                    <ul class="bwc-notice-objections"><ObjectionItem of=objection shown/></ul>
                    {no_papers}
                </section>
                <section>
                    <h2>{lang.objection_due_title()}</h2>
                    <p data-due="none">{lang.objection_due(holds, opens_on)}</p>
                </section>
                <Inset><p>{lang.objection_filed_court(receipt.late)}</p></Inset>
                <p class="bwc-unprinted"><ButtonLink href=lang.path("/notice")>{lang.objection_back()}</ButtonLink></p>
                <p class="bwc-unprinted"><a href=lang.path(ANOTHER_OBJECTION)>{lang.objection_more()}</a></p>
                <Custodian/>
                <CloseNotice/>
            </div>
        </Layout>
    }
}

/// The form. Who came without an open notice is asked for its code.
#[component]
fn ObjectionPage(notice: Option<DepictedView>, form: ObjectionForm, refusal: Option<Refusal>) -> impl IntoView {
    let lang = lang();
    if let Some(closed) = notice.as_ref().filter(|notice| !is_asked(notice)) {
        return view! { <NothingAsked notice=closed.clone()/> }.into_any();
    }
    let draft = Draft::new(&form, refusal, words);
    let open = notice.is_some();
    let days = notice
        .as_ref()
        .map(|notice| view! { <DaysSoFar notice=notice.clone()/> });
    let shown = notice.as_ref().map(|notice| notice.shown);
    let code = notice
        .is_none()
        .then(|| view! { <Field of=draft.field("code") autocomplete="off" code=true/> });
    let receivers = notice.map_or_else(|| Receiver::ALL.to_vec(), |notice| notice.receivers);
    view! {
        <Layout title=lang.objection_title() noindex=true failed={draft.failed()}>
            <QuickExit/>
            {open.then(|| view! { <CloseNow/> })}
            <FormProblems draft=draft.clone()/>
            <h1>{lang.objection_title()}</h1>
            <p>{lang.objection_lead()}</p>
            {days}
            <Form files=true>
                {code}
                <Relief draft=draft.clone() shown/>
                <Grounds draft=draft.clone() receivers/>
                <CourtPapers draft/>
                <Inset><p>{lang.notice_not_court()}</p></Inset>
                <Button>{lang.objection_send()}</Button>
            </Form>
            <p><a href=lang.path("/notice")>{lang.objection_back()}</a></p>
            <Custodian/>
        </Layout>
    }
    .into_any()
}

/// In place of the form, to whom no notice is due any more.
#[component]
fn NothingAsked(notice: DepictedView) -> impl IntoView {
    let lang = lang();
    view! {
        <Layout title=lang.objection_title() noindex=true>
            <QuickExit/>
            <h1>{lang.objection_title()}</h1>
            <Stands notice/>
            <p><a href=lang.path("/notice")>{lang.objection_back()}</a></p>
            <Custodian/>
            <CloseNotice/>
        </Layout>
    }
}

/// The last day, and once it is over what an objection can still do.
#[component]
fn DaysSoFar(notice: DepictedView) -> impl IntoView {
    let lang = lang();
    let over = notice.days_left == 0;
    let released = notice.released.map(|left| {
        view! { <p><strong>{lang.notice_released(notice.kind, left, notice.opens_on)}</strong></p> }
    });
    let day = notice.last_day.map(|day| {
        let words = if over {
            lang.notice_last_day_was(day)
        } else {
            lang.notice_last_day(day)
        };
        let end = tells_of_lateness(&notice).then(|| view! { <p>{lang.notice_over(end_of(&notice))}</p> });
        view! { <p><strong>{words}</strong></p>{end} }
    });
    view! { {released}{day} }
}

/// What is asked for.
#[component]
fn Relief(draft: Draft, shown: Option<Shown>) -> impl IntoView {
    let lang = lang();
    let reliefs = vec![
        Choice::new("whole", lang.objection_whole()),
        Choice::new("part", lang.objection_part()),
    ];
    let asks = vec![
        Choice::new("blur_me", lang.objection_blur(shown)),
        Choice::new("mute_me", lang.objection_mute(shown)),
        Choice::new("cut", lang.objection_cut_ask()),
        Choice::new("wait_until", lang.objection_wait_ask()),
    ];
    view! {
        <Choices of=draft.field("relief") choices=reliefs/>
        <Choices of=draft.field("asks") kind=ChoicesKind::Many choices=asks/>
        <Field of=draft.field("cut").optional()/>
        <Field of=draft.field("wait_until").optional() kind="date"/>
    }
}

/// Why, and in whose name.
#[component]
fn Grounds(draft: Draft, receivers: Vec<Receiver>) -> impl IntoView {
    let lang = lang();
    let grounds = Ground::ALL
        .map(|ground| Choice::new(ground.key(), lang.objection_ground(ground)))
        .to_vec();
    let who = super::capacities(&receivers);
    view! {
        <Choices of=draft.field("grounds") kind=ChoicesKind::Many choices=grounds/>
        <TextField of=draft.field("words").optional()/>
        <Choices of=draft.field("capacity") choices=who/>
        <TextField of=draft.field("reply").optional() rows=2/>
    }
}

/// An action filed in court.
#[component]
fn CourtPapers(draft: Draft) -> impl IntoView {
    view! {
        <Field of=draft.field("filed").optional() kind="date"/>
        <Field of=draft.field("served").optional() kind="date"/>
        <PapersField draft/>
    }
}

fn words(lang: Lang, field: &str) -> (&'static str, Option<&'static str>) {
    match field {
        "relief" => (lang.objection_relief(), None),
        "asks" => (lang.objection_asks(), None),
        "cut" => (lang.objection_cut(), Some(lang.objection_cut_hint())),
        "wait_until" => (lang.objection_wait(), None),
        "grounds" => (lang.objection_grounds(), Some(lang.objection_grounds_hint())),
        "words" => (lang.objection_words(), None),
        "capacity" => (lang.objection_capacity(), None),
        "reply" => (lang.objection_reply(), Some(lang.objection_reply_hint())),
        "filed" => (lang.objection_filed(), Some(lang.objection_court_hint())),
        "served" => (lang.objection_served(), None),
        "papers" => (lang.objection_papers(), Some(lang.objection_papers_hint())),
        _ => (lang.notice_code(), Some(lang.notice_code_hint())),
    }
}
