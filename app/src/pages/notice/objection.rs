//! The objection: whole or in part, with grounds in plain words.

use law::objection::Ground;
use law::person::Receiver;
use leptos::prelude::*;
use office::{
    Lang,
    forms::ObjectionForm,
    views::{DepictedView, ObjectionReceipt},
};
use texts::{NoticeWords, ReleaseWords};

use crate::{
    components::{
        Button, ButtonLink, Choice, Choices, ChoicesKind, Code, CodeKind, ErrorSummary, Field, Form, Inset, Layout,
        Problems, RefusalNotice, TextField,
    },
    context::{load, office, query, refused, visitor},
};

/// The form, for whoever has objected already and still has the receipt open.
pub const ANOTHER_OBJECTION: &str = "/notice/objection?another=1";

/// The form, or the receipt of the objection just sent.
#[component]
pub fn Objection() -> impl IntoView {
    let (lang, office, visitor) = (visitor().lang, office(), visitor());
    let (form, refusal) = refused::<ObjectionForm>()
        .map(|refused| (refused.form, refused.refusal))
        .unzip();
    let failed = refusal.is_some();
    let another = query("another") == "1";
    let key = office.submission_key();
    load(
        async move {
            let receipt = match visitor.objected.filter(|_| !failed && !another) {
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
                return filed(lang, &receipt).into_any();
            }
            let mut form: ObjectionForm = form.unwrap_or_default();
            if form.key.is_empty() {
                form.key = key;
            }
            page(lang, notice.as_ref(), &form, refusal).into_any()
        },
    )
}

/// The receipt: its code, and what it does and does not do.
fn filed(lang: Lang, receipt: &ObjectionReceipt) -> impl IntoView + use<> {
    let lead = lang.objection_filed_lead(receipt.received_on, receipt.late);
    let code = receipt.code.grouped();
    view! {
        <Layout title=lang.objection_filed_title() noindex=true>
            <h1>{lang.objection_filed_title()}</h1>
            <p>{lead}</p>
            <section class="bwc-filed-card" aria-label=lang.objection_filed_code()>
                <dl class="bwc-filed-codes">
                    <dt>{lang.objection_filed_code()}</dt>
                    <dd><Code text=code kind=CodeKind::Access/><p class="bwc-field-hint">{lang.objection_filed_keep()}</p></dd>
                </dl>
            </section>
            <Inset><p>{lang.objection_filed_court()}</p></Inset>
            <p><ButtonLink href=lang.path("/notice")>{lang.objection_back()}</ButtonLink></p>
            <p><a href=lang.path(ANOTHER_OBJECTION)>{lang.objection_another()}</a></p>
        </Layout>
    }
}

fn page(
    lang: Lang,
    notice: Option<&DepictedView>,
    form: &ObjectionForm,
    refusal: Option<office::Refusal>,
) -> impl IntoView + use<> {
    let problems = Problems::of(refusal.as_ref());
    let failed = refusal.is_some();
    let label = move |name: &str| label(lang, name).to_owned();
    let key = form.key.clone();
    let days = notice.and_then(|notice| notice.last_day).map(|day| {
        view! { <p><strong>{lang.notice_last_day(day)}</strong></p> }
    });
    let code = notice.is_none().then(|| {
        let (value, error) = (form.code.clone(), problems.field("code"));
        view! { <Field name="code" label=lang.notice_code() hint=lang.notice_code_hint() value error autocomplete="off" code=true/> }
    });
    let receivers = notice.map_or_else(|| Receiver::ALL.to_vec(), |notice| notice.receivers.clone());
    let asked = asked(lang, form, &problems).into_any();
    let why = why(lang, form, &problems, &receivers).into_any();
    let court = court(lang, form, &problems).into_any();
    view! {
        <Layout title=lang.objection_title() noindex=true failed>
            <ErrorSummary problems label/>
            <RefusalNotice refusal/>
            <h1>{lang.objection_title()}</h1>
            <p>{lang.objection_lead()}</p>
            {days}
            <Form key files=true>
                {code}
                {asked}
                {why}
                {court}
                <Inset><p>{lang.notice_not_court()}</p></Inset>
                <Button>{lang.objection_send()}</Button>
            </Form>
            <p><a href=lang.path("/notice")>{lang.objection_back()}</a></p>
        </Layout>
    }
}

fn asked(lang: Lang, form: &ObjectionForm, problems: &Problems) -> impl IntoView + use<> {
    let reliefs = vec![
        Choice::new("whole", lang.objection_whole()),
        Choice::new("part", lang.objection_part()),
    ];
    let asks = vec![
        Choice::new("blur_me", lang.objection_blur()),
        Choice::new("mute_me", lang.objection_mute()),
        Choice::new("cut", lang.objection_cut_ask()),
        Choice::new("wait_until", lang.objection_wait_ask()),
    ];
    let (relief, chosen) = (vec![form.relief.clone()], form.asks.clone());
    let (cut, wait) = (form.cut.clone(), form.wait_until.clone());
    let [relief_error, asks_error, cut_error, wait_error] =
        ["relief", "asks", "cut", "wait_until"].map(|field| problems.field(field));
    view! {
        <Choices name="relief" legend=lang.objection_relief() choices=reliefs chosen=relief error=relief_error/>
        <Choices name="asks" legend=lang.objection_asks() kind=ChoicesKind::Many choices=asks chosen error=asks_error/>
        <Field name="cut" label=lang.objection_cut() hint=lang.objection_cut_hint() value=cut error=cut_error optional=true/>
        <Field name="wait_until" label=lang.objection_wait() value=wait error=wait_error kind="date" optional=true/>
    }
}

fn why(lang: Lang, form: &ObjectionForm, problems: &Problems, receivers: &[Receiver]) -> impl IntoView + use<> {
    let grounds = Ground::ALL
        .map(|ground| Choice::new(ground.key(), lang.objection_ground(ground)))
        .to_vec();
    let who: Vec<Choice> = receivers
        .iter()
        .filter(|receiver| **receiver != Receiver::SecretaryOfState)
        .map(|receiver| Choice::new(receiver.key(), lang.receiver(*receiver)))
        .collect();
    let (chosen, capacity) = (form.grounds.clone(), vec![form.capacity.clone()]);
    let (words, reply) = (form.words.clone(), form.reply.clone());
    let [capacity_error, words_error, reply_error] = ["capacity", "words", "reply"].map(|field| problems.field(field));
    view! {
        <Choices name="grounds" legend=lang.objection_grounds() hint=lang.objection_grounds_hint() kind=ChoicesKind::Many choices=grounds chosen/>
        <TextField name="words" label=lang.objection_words() value=words error=words_error optional=true/>
        <Choices name="capacity" legend=lang.objection_capacity() choices=who chosen=capacity error=capacity_error/>
        <TextField name="reply" label=lang.objection_reply() hint=lang.objection_reply_hint() value=reply error=reply_error rows=2 optional=true/>
    }
}

fn court(lang: Lang, form: &ObjectionForm, problems: &Problems) -> impl IntoView + use<> {
    let (filed, served) = (form.filed.clone(), form.served.clone());
    let [filed_error, served_error, papers_error] = ["filed", "served", "papers"].map(|field| problems.field(field));
    view! {
        <Field name="filed" label=lang.objection_filed() hint=lang.objection_court_hint() value=filed error=filed_error kind="date" optional=true/>
        <Field name="served" label=lang.objection_served() value=served error=served_error kind="date" optional=true/>
        <Field name="papers" label=lang.objection_papers() hint=lang.objection_papers_hint() error=papers_error kind="file" multiple=true optional=true/>
    }
}

fn label(lang: Lang, field: &str) -> &'static str {
    match field {
        "relief" => lang.objection_relief(),
        "asks" => lang.objection_asks(),
        "cut" => lang.objection_cut(),
        "wait_until" => lang.objection_wait(),
        "words" => lang.objection_words(),
        "capacity" => lang.objection_capacity(),
        "reply" => lang.objection_reply(),
        "filed" => lang.objection_filed(),
        "served" => lang.objection_served(),
        "papers" => lang.objection_papers(),
        _ => lang.notice_code(),
    }
}
