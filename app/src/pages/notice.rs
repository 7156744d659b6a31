//! The notice of a person shown: the form for its code, the notice, whether a letter is ours.

mod objection;

use leptos::prelude::*;
use office::{
    forms::CodeForm,
    views::{DepictedView, ObjectionView},
};
use texts::{DateWords, LawWords, NoticeWords};

use objection::ANOTHER_OBJECTION;
pub use objection::Objection;

use crate::{
    components::{
        Banner, Button, ButtonKind, ButtonLink, ClockWork, Draft, Field, Form, FormProblems, Inset, Layout,
        ObjectionItem, SummaryList, SummaryRow, Tone,
    },
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
            <FormProblems draft=draft.clone()/>
            <h1>{lang.notice_enter_title()}</h1>
            <p>{lang.notice_enter_lead()}</p>
            <Form opens=true>
                <Field of=draft.field("code") autocomplete="off" code=true/>
                <NoticeFill/>
                <Button>{lang.notice_open()}</Button>
            </Form>
            <p>{lang.notice_lost()}</p>
            <p><a href=lang.path("/notice/check")>{lang.notice_no_letter()}</a></p>
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
            <FormProblems draft=draft.clone()/>
            {found}
            <h1>{lang.notice_check_title()}</h1>
            <p>{lang.notice_check_lead()}</p>
            <Form opens=true>
                <Field of=draft.field("code") autocomplete="off" code=true/>
                <Button>{lang.notice_check_send()}</Button>
            </Form>
            <p><a href=lang.path("/notice")>{lang.notice_enter_title()}</a></p>
        </Layout>
    }
}

#[component]
fn OpenNotice(notice: DepictedView) -> impl IntoView {
    let (lang, office) = (lang(), office());
    let profile = office.profile().clone();
    let help = (!profile.self_help.is_empty()).then(|| lang.notice_self_help(&profile.self_help));
    let right = lang.notice_right(&profile.court);
    let state = notice.state.key();
    let (object, object_words) = if notice.objections.is_empty() {
        ("/notice/objection", lang.notice_object())
    } else {
        (ANOTHER_OBJECTION, lang.objection_another())
    };
    let effect = lang.notice_effect(notice.kind);
    view! {
        <Layout title=lang.notice_title() noindex=true>
            <p class="bwc-notice-exit bwc-unprinted">
                <ButtonLink kind=ButtonKind::Stop href=lang.path("/notice/leave")>{lang.notice_quick_exit()}</ButtonLink>
                <span class="bwc-soft">{lang.notice_quick_exit_hint()}</span>
            </p>
            <h1 data-status=state>{lang.notice_title()}</h1>
            <p>{lang.notice_opening(notice.kind, &profile.agency)}</p>
            <p><strong>{lang.notice_stands(state)}</strong></p>
            <DaysToObject notice=notice.clone()/>
            <p><ButtonLink href=lang.path(object)>{object_words}</ButtonLink></p>
            <Objections objections=notice.objections.clone()/>
            <WhatIsShown notice/>
            <section><h2>{lang.notice_right_title()}</h2><p>{right}</p>{help.map(|help| view! { <p>{help}</p> })}</section>
            <section>
                <h2>{lang.notice_effect_title()}</h2>
                <p>{effect}</p>
                <Inset><p>{lang.notice_not_court()}</p></Inset>
            </section>
            <section><h2>{lang.notice_blur_title()}</h2><p>{lang.notice_blur()}</p><p>{lang.notice_private()}</p></section>
            <section class="bwc-unprinted">
                <h2>{lang.notice_close()}</h2>
                <p>{lang.notice_close_hint()}</p>
                <Form opens=true>
                    <input type="hidden" name="act" value="leave"/>
                    <Button kind=ButtonKind::Second>{lang.notice_close()}</Button>
                </Form>
            </section>
        </Layout>
    }
}

/// The last day, in large type, with its work.
#[component]
fn DaysToObject(notice: DepictedView) -> impl IntoView {
    let lang = lang();
    let rule = lang.notice_days_rule(notice.kind);
    let Some(last_day) = notice.last_day else {
        return view! {
            <section><h2>{lang.notice_days_title()}</h2><p>{rule}</p><p>{lang.notice_not_begun()}</p></section>
        }
        .into_any();
    };
    let left = notice.days_left;
    let over = left == 0;
    let work = notice.deadline.map(|deadline| view! { <ClockWork deadline/> });
    let clock = notice.kind.clock().key();
    view! {
        <section class="bwc-notice-days">
            <h2>{lang.notice_days_title()}</h2>
            <p class="bwc-notice-last">
                <time datetime=last_day.to_string() data-clock=clock>{lang.notice_last_day(last_day)}</time>
            </p>
            {(!over).then(|| view! { <p data-days-left=left.to_string()>{lang.days_left_of(left)}</p> })}
            {over.then(|| view! { <p>{lang.notice_over()}</p> })}
            <p>{rule}</p>
            {notice.moved_from.map(|from| view! { <p>{lang.notice_moved(from)}</p> })}
            {work}
            {(!over).then(|| view! { <p>{lang.notice_silent()}</p> })}
        </section>
    }
    .into_any()
}

#[component]
fn WhatIsShown(notice: DepictedView) -> impl IntoView {
    let lang = lang();
    let when = format!(
        "{} {}",
        lang.day(notice.started.date()),
        notice.started.strftime("%H:%M")
    );
    let (seen, heard) = (lang.notice_seen(&notice.seen), lang.notice_heard(&notice.heard));
    let shown = lang.notice_shown_text(&notice.seen, &notice.heard);
    view! {
        <section>
            <h2>{lang.notice_what()}</h2>
            <SummaryList>
                <SummaryRow name=lang.notice_camera()>{lang.media(notice.camera)}</SummaryRow>
                <SummaryRow name=lang.notice_when()>{when}</SummaryRow>
                <SummaryRow name=lang.notice_where()>{notice.place}</SummaryRow>
                <SummaryRow name=lang.notice_who()>{lang.notice_role(notice.track)}</SummaryRow>
                <SummaryRow name=lang.notice_you()>{seen}<br/>{heard}</SummaryRow>
                <SummaryRow name=lang.notice_shown()>{shown}</SummaryRow>
            </SummaryList>
        </section>
    }
}

/// The person's objections with their answers.
#[component]
fn Objections(objections: Vec<ObjectionView>) -> impl IntoView {
    let items: Vec<_> = objections.into_iter().map(|of| view! { <ObjectionItem of/> }).collect();
    (!items.is_empty()).then(|| {
        view! { <section><h2>{lang().notice_objected_title()}</h2><ul class="bwc-notice-objections">{items}</ul></section> }
    })
}
