//! Absences, and who stands in.

use law::Date;
use leptos::prelude::*;
use office::{
    forms::AbsenceForm,
    views::{AbsenceLine, Absences},
};
use texts::{QueueWords, StatusWords};

use super::signed_in;
use crate::{
    components::{
        Banner, Button, ButtonKind, DataTable, Day, Draft, Field, Form, FormProblems, Inset, Layout, Select, Tone,
    },
    context::{lang, load, office, query},
};

/// Absences that run or are to come.
#[component]
pub fn AbsencesPage() -> impl IntoView {
    let (office, staff) = (office(), signed_in());
    load(
        async move {
            let staff = staff?;
            Ok((staff.administers, office.absences(&staff).await?))
        },
        |(administers, absences)| view! { <Shown administers absences/> },
    )
}

#[component]
fn Shown(administers: bool, absences: Absences) -> impl IntoView {
    let lang = lang();
    let draft = Draft::refused_or(AbsenceForm::default, |lang, name| match name {
        "staff" => (lang.absences_who(), None),
        "from" => (lang.absences_from(), None),
        "to" => (lang.absences_to(), None),
        _ => (lang.absences_cover(), None),
    });
    let failed = draft.failed();
    let done = (query("done") == "1" && !failed)
        .then(|| view! { <Banner title=lang.done_title() tone=Tone::Open><p>{lang.absences_done()}</p></Banner> });
    let people: Vec<_> = absences
        .assignees
        .iter()
        .map(|one| (one.id.clone(), one.name.clone()))
        .collect();
    let who = administers.then(|| {
        view! { <Select of=draft.field("staff") options=people.clone() empty=lang.absences_own()/> }
    });
    view! {
        <Layout title=lang.absences_title() failed>
            <FormProblems draft=draft.clone()/>
            {done}
            <h1>{lang.absences_title()}</h1>
            <p>{lang.absences_intro()}</p>
            <Lines lines=absences.lines today=office().today()/>
            <h2>{lang.absences_enter()}</h2>
            <Form>
                {who}
                <Field of=draft.field("from") kind="date"/>
                <Field of=draft.field("to") kind="date"/>
                <Select of=draft.field("cover") options=people empty=lang.queue_nobody()/>
                <Button>{lang.absences_enter()}</Button>
            </Form>
        </Layout>
    }
}

#[component]
fn Lines(lines: Vec<AbsenceLine>, today: Date) -> impl IntoView {
    let lang = lang();
    if lines.is_empty() {
        return view! { <Inset><p>{lang.absences_none()}</p></Inset> }.into_any();
    }
    let head = [
        lang.absences_who(),
        lang.absences_from(),
        lang.absences_to(),
        lang.absences_cover(),
    ];
    let ends = lines.iter().any(|line| line.may_end).then(|| lang.absences_change());
    let rows: Vec<_> = lines
        .into_iter()
        .map(|line| {
            let end_words = lang.absences_end(&line.who, line.from <= today);
            let end = line.may_end.then(|| {
                view! {
                    <Form>
                        <input type="hidden" name="id" value=line.id.clone()/>
                        <Button kind=ButtonKind::Second>{end_words}</Button>
                    </Form>
                }
            });
            view! {
                <tr>
                    <th scope="row">{line.who}</th>
                    <td><Day date=line.from short=true/></td>
                    <td><Day date=line.to short=true/></td>
                    <td>{line.cover.unwrap_or_else(|| lang.queue_nobody().to_owned())}</td>
                    <td>{end}</td>
                </tr>
            }
        })
        .collect();
    let head = head.into_iter().chain(ends).map(str::to_owned).collect();
    view! { <DataTable id="absences" caption=lang.absences_title() head quiet_caption=true>{rows}</DataTable> }
        .into_any()
}
