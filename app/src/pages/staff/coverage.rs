//! The coverage sheet of a request: officers and cars sent, cameras expected, recordings found, and each gap with its reason.

use law::{
    coverage::{CoverageLine, GapReason, tally},
    request::Media,
};
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{CoverageForm, row_field},
    views::CoverageView,
};
use texts::{CoverageWords, DateWords, LawWords};

use super::signed_in;
use crate::{
    components::{
        Button, ButtonKind, DataTable, ErrorSummary, Field, FieldState, Form, Inset, Layout, Problems, RefusalNotice,
        Select, TextField,
    },
    context::{load, number, office, refused, visitor},
    pages::staff::console_form::{done, split_refused},
};

/// The sheet of a request.
#[component]
pub fn CoveragePage() -> impl IntoView {
    let (lang, office, number, staff) = (visitor().lang, office(), number(), signed_in());
    let typed = refused::<CoverageForm>();
    let longer = use_context::<CoverageForm>();
    load(
        async move { office.coverage(&staff?, &number?).await?.ok_or(Refusal::NotFound) },
        move |view| {
            let came = typed.is_some();
            let (form, refusal) = split_refused(typed);
            let form = if came {
                form
            } else {
                longer.unwrap_or_else(|| new_form(&view))
            };
            page(lang, &view, &form, refusal)
        },
    )
}

/// The sheet as it was kept last, or a row for each recording that answers the request.
fn new_form(view: &CoverageView) -> CoverageForm {
    if !view.lines.is_empty() {
        return CoverageForm::of(&view.lines);
    }
    let line = |(source_id, camera, officer): &(String, Media, String)| CoverageLine {
        who: officer.clone(),
        camera: *camera,
        found: Some(source_id.clone()),
        gap: None,
        why: String::new(),
    };
    CoverageForm::of(&view.linked.iter().map(line).collect::<Vec<_>>())
}

fn page(lang: Lang, view: &CoverageView, form: &CoverageForm, refusal: Option<Refusal>) -> impl IntoView + use<> {
    let problems = Problems::of(refusal.as_ref());
    let failed = refusal.is_some();
    let number = view.number.to_string();
    let back = lang.path(&format!("/staff/requests/{number}"));
    let label = move |name: &str| {
        let (column, row) = name.split_once('-').unwrap_or((name, ""));
        format!("{} {row}: {}", lang.coverage_row(), lang.coverage_field(column))
    };
    let kept = kept(lang, view).into_any();
    let typing = view.may_change.then(|| typing(lang, view, form, &problems).into_any());
    let sources: Vec<_> = GapReason::ALL
        .iter()
        .map(|gap| {
            let source = gap.source().to_string();
            view! { <li>{lang.gap_reason(*gap)}" ("{source}")"</li> }
        })
        .collect();
    view! {
        <Layout title=lang.coverage_title() wide=true failed>
            <ErrorSummary problems label/>
            <RefusalNotice refusal/>
            {done(lang, failed)}
            <p><a href=back class="bwc-number">{number}</a></p>
            <h1>{lang.coverage_title()}</h1>
            <p>{lang.coverage_intro()}</p>
            {kept}
            {typing}
            <details><summary>{lang.coverage_reasons()}</summary><ul>{sources}</ul></details>
        </Layout>
    }
}

fn kept(lang: Lang, view: &CoverageView) -> impl IntoView + use<> {
    let Some((on, by)) = view.kept.clone() else {
        return view! { <Inset><p>{lang.coverage_none()}</p></Inset> }.into_any();
    };
    let head = ["who", "camera", "found", "gap", "why"].map(|name| lang.coverage_field(name).to_owned());
    let rows: Vec<_> = view
        .lines
        .iter()
        .map(|line| {
            let gap = line.gap.map(|gap| lang.gap_reason(gap));
            view! {
                <tr data-gap=line.gap.map(GapReason::key)>
                    <th scope="row">{line.who.clone()}</th>
                    <td>{lang.media(line.camera)}</td>
                    <td>{line.found.clone()}</td>
                    <td>{gap}</td>
                    <td>{line.why.clone()}</td>
                </tr>
            }
        })
        .collect();
    let (expected, found, gaps) = tally(&view.lines);
    let sum = lang.coverage_sum(expected, found, gaps);
    let said = lang.coverage_kept(&lang.day(on), &by);
    view! {
        <section id="kept">
            <h2>{lang.coverage_now()}</h2>
            <p>{sum}" "<span class="bwc-soft">{said}</span></p>
            <DataTable id="coverage" caption=lang.coverage_now() head=head.to_vec() quiet_caption=true dense=true>{rows}</DataTable>
        </section>
    }
    .into_any()
}

fn typing(lang: Lang, view: &CoverageView, form: &CoverageForm, problems: &Problems) -> impl IntoView + use<> {
    let found: Vec<(String, String)> = view
        .linked
        .iter()
        .map(|(source_id, camera, officer)| {
            let words = format!("{source_id} ({}, {officer})", lang.media(*camera));
            (source_id.clone(), words)
        })
        .collect();
    let cameras = Media::ALL
        .map(|media| (media.key().to_owned(), lang.media(media).to_owned()))
        .to_vec();
    let gaps: Vec<(String, String)> = GapReason::ALL
        .iter()
        .map(|gap| (gap.key().to_owned(), lang.gap_reason(*gap).to_owned()))
        .collect();
    let rows: Vec<_> = (1..=form.rows())
        .map(|row| {
            let cell = |name: &'static str, column: &[String]| {
                let (id, label) = (row_field(name, row), lang.coverage_field(name));
                FieldState {
                    error: problems.field(&id, label),
                    id: Some(id),
                    name,
                    label,
                    hint: None,
                    values: vec![column.get(row - 1).cloned().unwrap_or_default()],
                    optional: false,
                }
            };
            let (who, camera) = (cell("who", &form.who), cell("camera", &form.camera));
            let (recording, gap) = (cell("found", &form.found), cell("gap", &form.gap));
            let why = cell("why", &form.why);
            let title = format!("{} {row}", lang.coverage_row());
            view! {
                <fieldset class="bwc-rows">
                    <legend>{title}</legend>
                    <Field of=who/>
                    <Select of=camera options=cameras.clone()/>
                    <Select of=recording options=found.clone() empty=lang.coverage_not_found()/>
                    <Select of=gap options=gaps.clone() empty=lang.coverage_no_gap()/>
                    <TextField of=why rows=2/>
                </fieldset>
            }
        })
        .collect();
    view! {
        <section id="sheet">
            <h2>{lang.coverage_write()}</h2>
            <Form>
                {rows}
                <Button kind=ButtonKind::Second name="more" value="1">{lang.coverage_more()}</Button>
                <p class="bwc-soft">{lang.coverage_keeps()}</p>
                <Button name="more" value="">{lang.coverage_keep()}</Button>
            </Form>
        </section>
    }
}
