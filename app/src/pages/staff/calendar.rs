//! Closures of office and court.

use law::calendar::{CalendarOwner, Closure};
use leptos::prelude::*;
use office::{forms::ClosureForm, views::ClosureLine};
use texts::{StaffWords, StatusWords};

use super::signed_in;
use crate::{
    components::{
        Banner, Button, ButtonKind, Choice, Choices, DataTable, Day, Draft, Field, FieldState, Form, FormProblems,
        Inset, Layout, Tone,
    },
    context::{lang, load, office, query},
};

/// Closures of office and court; administrators enter them.
#[component]
pub fn Calendar() -> impl IntoView {
    let (office, staff) = (office(), signed_in());
    load(
        async move { Ok((staff?.administers, office.closures().await?)) },
        move |(enters, closures)| view! { <CalendarPage enters closures/> },
    )
}

#[component]
fn CalendarPage(enters: bool, closures: Vec<ClosureLine>) -> impl IntoView {
    let lang = lang();
    let draft = Draft::refused_or(ClosureForm::default, |lang, field| match field {
        "office" => (lang.calendar_office(), None),
        "on" => (lang.calendar_day(), Some(lang.calendar_day_hint())),
        _ => (lang.calendar_reason(), Some(lang.calendar_reason_hint())),
    });
    let failed = draft.failed();
    let done = (query("done") == "1" && !failed)
        .then(|| view! { <Banner title=lang.done_title() tone=Tone::Open><p>{lang.calendar_done()}</p></Banner> });
    // Each closure has a form of its own, by which it is taken back.
    let taken_back = (failed && draft.value("act") == TAKE_BACK).then(|| {
        let of = (draft.value("office"), draft.value("on"));
        let prefix = prefix(&of.0, &of.1);
        (of, draft.clone().with_ids(prefix))
    });
    let new = draft.of_form(taken_back.is_none(), &ClosureForm::default());
    let summary = taken_back
        .as_ref()
        .map_or_else(|| draft.clone(), |(_, draft)| draft.clone());
    view! {
        <Layout title=lang.calendar_title() failed>
            <FormProblems draft=summary/>
            {done}
            <h1>{lang.calendar_title()}</h1>
            <p>{lang.calendar_intro()}</p>
            <Closures closures enters taken_back draft/>
            {if enters {
                view! { <EnterClosure draft=new/> }.into_any()
            } else {
                view! { <p class="bwc-soft">{lang.calendar_only_admin()}</p> }.into_any()
            }}
        </Layout>
    }
}

/// What the form carries that takes back a closure.
const TAKE_BACK: &str = "take_back";

/// What the ids of the form begin with by which a closure is taken back.
fn prefix(office: &str, on: &str) -> String {
    format!("back-{office}-{on}-")
}

#[component]
fn Closures(
    closures: Vec<ClosureLine>,
    enters: bool,
    /// The closure, office and day, that somebody tried to take back, with the form as it was refused.
    taken_back: Option<((String, String), Draft)>,
    /// The form of the page, for its words.
    draft: Draft,
) -> impl IntoView {
    let lang = lang();
    if closures.is_empty() {
        return view! { <Inset><p>{lang.calendar_none()}</p></Inset> }.into_any();
    }
    let head = [lang.calendar_day(), lang.calendar_office(), lang.calendar_reason()]
        .map(str::to_owned)
        .to_vec();
    let tried = taken_back;
    let rows: Vec<_> = closures
        .into_iter()
        .map(|ClosureLine { closure, taken_back }| {
            let stands = taken_back.is_none();
            let back = taken_back
                .map(|(on, reason)| view! { <br/><strong>{lang.calendar_taken_back(on)}</strong>": "{reason} });
            let (office, on) = (closure.office.key().to_owned(), closure.on.to_string());
            let refused = tried.as_ref().filter(|(of, _)| *of == (office.clone(), on.clone()));
            let open = refused.is_some();
            let draft = refused.map_or_else(
                || {
                    draft
                        .of_form(false, &ClosureForm::default())
                        .with_ids(prefix(&office, &on))
                },
                |(_, draft)| draft.clone(),
            );
            let take = (enters && stands).then(|| view! { <TakeBack closure=closure.clone() draft open/> });
            view! {
                <tr>
                    <th scope="row"><Day date=closure.on short=true/></th>
                    <td>{lang.office_name(closure.office)}</td>
                    <td>{closure.reason}{back}{take}</td>
                </tr>
            }
        })
        .collect();
    view! { <DataTable id="closures" caption=lang.calendar_title() head quiet_caption=true>{rows}</DataTable> }
        .into_any()
}

/// Takes back a closure that was entered by mistake.
#[component]
fn TakeBack(closure: Closure, draft: Draft, open: bool) -> impl IntoView {
    let lang = lang();
    let reason = FieldState {
        label: lang.calendar_take_back_reason(),
        hint: None,
        ..draft.field("reason")
    };
    view! {
        <details class="bwc-confirm" open=open>
            <summary>{lang.calendar_take_back()}</summary>
            <p>{lang.calendar_take_back_hint()}</p>
            <Form>
                <input type="hidden" name="act" value=TAKE_BACK/>
                <input type="hidden" name="office" value=closure.office.key()/>
                <input type="hidden" name="on" value=closure.on.to_string()/>
                <Field of=reason/>
                <Button kind=ButtonKind::Stop>{lang.calendar_take_back()}</Button>
            </Form>
        </details>
    }
}

#[component]
fn EnterClosure(draft: Draft) -> impl IntoView {
    let lang = lang();
    let choices = CalendarOwner::ALL
        .map(|whose| Choice::new(whose.key(), lang.office_name(whose)))
        .to_vec();
    view! {
        <h2>{lang.calendar_add()}</h2>
        <Form>
            <Choices of=draft.field("office") choices/>
            <Field of=draft.field("on") kind="date"/>
            <Field of=draft.field("reason")/>
            <Button>{lang.calendar_send()}</Button>
        </Form>
    }
}
