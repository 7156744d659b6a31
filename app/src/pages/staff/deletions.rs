//! Deletion lists: what falls due, who approved it, and what is different from what the evidence system deleted.

use law::deletion_list::{Difference, ListActKind, ListBar, ListState};
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{DELETED_COLUMNS, DeletionListForm},
    views::{DeletionDifference, DeletionListLine, DeletionListView, KeptOnList, ListedRecording},
};
use texts::{DateWords, DeletionWords, DeskWords, ReleaseWords};

use super::signed_in;
use crate::{
    components::{
        Banner, Button, ButtonKind, ButtonLink, DataTable, ErrorSummary, FieldState, Form, Inset, Layout, Problems,
        RefusalNotice, SummaryList, SummaryRow, TextField, Tone,
    },
    context::{load, office, param, refused, visitor},
    pages::staff::console_form::{done, split_refused},
};

/// So many recordings of a list are shown; the file has all.
const SHOWN: usize = 200;

/// All lists.
#[component]
pub fn DeletionLists() -> impl IntoView {
    let (lang, office, staff) = (visitor().lang, office(), signed_in());
    let (_, refusal) = split_refused(refused::<DeletionListForm>());
    load(
        async move {
            let staff = staff?;
            Ok((staff.role.works(), office.deletion_lists(&staff).await?))
        },
        move |(works, lists)| {
            let problems = Problems::of(refusal.as_ref());
            let failed = refusal.is_some();
            let make = works.then(|| {
                view! {
                    <Form>
                        <input type="hidden" name="act" value="make"/>
                        <p class="bwc-soft">{lang.deletion_make_hint()}</p>
                        <Button>{lang.deletion_make()}</Button>
                    </Form>
                }
            });
            view! {
                <Layout title=lang.deletions_title() wide=true failed>
                    <ErrorSummary problems label=move |_: &str| lang.deletion_make().to_owned()/>
                    <RefusalNotice refusal/>
                    <h1>{lang.deletions_title()}</h1>
                    <p>{lang.deletions_intro()}</p>
                    {all(lang, &lists)}
                    <section id="act">{make}</section>
                </Layout>
            }
        },
    )
}

fn all(lang: Lang, lists: &[DeletionListLine]) -> AnyView {
    if lists.is_empty() {
        return view! { <Inset><p>{lang.deletions_none()}</p></Inset> }.into_any();
    }
    let head = [
        lang.deletion_on(),
        lang.deletion_by(),
        lang.deletion_count(),
        lang.deletion_state_head(),
        lang.deletion_losses(),
    ];
    let head = head.map(str::to_owned).to_vec();
    let rows: Vec<_> = lists
        .iter()
        .map(|list| {
            let href = lang.path(&format!("/staff/deletions/{}", list.id));
            let losses = match list.losses {
                0 => view! { <span class="bwc-soft">"0"</span> }.into_any(),
                n => view! { <strong>{n}</strong> }.into_any(),
            };
            view! {
                <tr>
                    <th scope="row"><a href=href>{lang.short_day(list.on)}</a></th>
                    <td>{list.made_by.clone()}</td>
                    <td>{list.recordings}</td>
                    <td data-state=list.state.key()>{lang.deletion_state(list.state)}</td>
                    <td>{losses}</td>
                </tr>
            }
        })
        .collect();
    view! { <DataTable id="deletions" caption=lang.deletions_title() head quiet_caption=true dense=true>{rows}</DataTable> }
        .into_any()
}

/// One list.
#[component]
pub fn DeletionListPage() -> impl IntoView {
    let (lang, office, id, staff) = (visitor().lang, office(), param("id"), signed_in());
    let (form, refusal) = split_refused(refused::<DeletionListForm>());
    load(
        async move { office.deletion_list(&staff?, &id).await?.ok_or(Refusal::NotFound) },
        move |list| page(lang, &list, &form, refusal),
    )
}

fn page(
    lang: Lang,
    list: &DeletionListView,
    form: &DeletionListForm,
    refusal: Option<Refusal>,
) -> impl IntoView + use<> {
    let problems = Problems::of(refusal.as_ref());
    let failed = refusal.is_some();
    let title = lang.deletion_title(list.on);
    let export = matches!(list.state, ListState::Approved | ListState::Confirmed).then(|| {
        let href = format!("/staff/deletions/{}/list.csv", list.id);
        view! { <p><ButtonLink kind=ButtonKind::Second href=href>{lang.deletion_export()}</ButtonLink>" "<span class="bwc-soft">{lang.deletion_export_hint()}</span></p> }
    });
    let acts: Vec<_> = list
        .acts
        .iter()
        .filter(|(_, bar)| *bar != Some(ListBar::WrongState))
        .map(|(act, bar)| act_form(lang, *act, *bar, form, &problems))
        .collect();
    let steps: Vec<_> = list
        .steps
        .iter()
        .map(|step| {
            let reason = (!step.reason.is_empty()).then(|| format!(": {}", step.reason));
            let told = format!("{}, {}{}", lang.short_day(step.on), step.by, reason.unwrap_or_default());
            let name = lang.deletion_step(step.act);
            view! { <SummaryRow name=name>{told}</SummaryRow> }
        })
        .collect();
    let (made_on, made_by, count) = (lang.day(list.on), list.made_by.clone(), list.rows.len());
    let state = list.state;
    let label = move |name: &str| lang.deletion_field(name).to_owned();
    let (different, kept, listed) = (
        differences(lang, list),
        kept(lang, &list.kept_now),
        rows(lang, &list.rows).into_any(),
    );
    view! {
        <Layout title=title.clone() wide=true failed>
            <ErrorSummary problems label/>
            <RefusalNotice refusal/>
            {done(lang, failed)}
            <p><a href=lang.path("/staff/deletions")>{lang.deletions_title()}</a></p>
            <h1>{title}</h1>
            <section data-state=state.key()>
                <SummaryList>
                    <SummaryRow name=lang.deletion_state_head()>{lang.deletion_state(state)}</SummaryRow>
                    <SummaryRow name=lang.deletion_made()>{made_on}", "{made_by}</SummaryRow>
                    <SummaryRow name=lang.deletion_count()>{count}</SummaryRow>
                    {steps}
                </SummaryList>
                {export}
            </section>
            {different}
            {kept}
            {acts}
            {listed}
        </Layout>
    }
}

fn act_form(
    lang: Lang,
    act: ListActKind,
    bar: Option<ListBar>,
    form: &DeletionListForm,
    problems: &Problems,
) -> impl IntoView + use<> {
    let key = act.key();
    let field = |name: &'static str, value: &str, hint: Option<String>| FieldState {
        id: Some(name.to_owned()),
        name,
        label: lang.deletion_field(name),
        hint,
        values: vec![value.to_owned()],
        error: problems.field(name, lang.deletion_field(name)),
        optional: false,
    };
    let reason = field("reason", &form.reason, None);
    let csv = field(
        "csv",
        &form.csv,
        Some(lang.deletion_csv_hint(&DELETED_COLUMNS.join(","))),
    );
    let inside = match (bar, act) {
        (Some(bar), _) => view! { <Inset><p>{lang.deletion_bar(bar)}</p></Inset> }.into_any(),
        (None, ListActKind::Approve) => view! {
            <Form>
                <input type="hidden" name="act" value=key/>
                <p>{lang.deletion_approve_hint()}</p>
                <Button>{lang.deletion_act(act)}</Button>
            </Form>
        }
        .into_any(),
        (None, ListActKind::SendBack) => view! {
            <Form>
                <input type="hidden" name="act" value=key/>
                <TextField of=reason rows=2/>
                <Button kind=ButtonKind::Second>{lang.deletion_act(act)}</Button>
            </Form>
        }
        .into_any(),
        (None, ListActKind::Confirm) => view! {
            <Form files=true>
                <input type="hidden" name="act" value=key/>
                <TextField of=csv rows=6/>
                <p>
                    <label for="csv_file">{lang.deletion_field("csv_file")}</label><br/>
                    <input type="file" id="csv_file" name="csv_file" accept=".csv,text/csv"/>
                </p>
                <Button>{lang.deletion_act(act)}</Button>
            </Form>
        }
        .into_any(),
    };
    view! { <section id=key><h2>{lang.deletion_act(act)}</h2>{inside}</section> }
}

fn differences(lang: Lang, list: &DeletionListView) -> AnyView {
    if list.state != ListState::Confirmed {
        return ().into_any();
    }
    let told = lang.deletion_reported(list.reported);
    if list.differences.is_empty() {
        return view! { <Banner title=lang.deletion_alike() tone=Tone::Open><p>{told}</p></Banner> }.into_any();
    }
    let losses = list.differences.iter().filter(|one| one.difference.is_a_loss()).count();
    let banner = (losses > 0).then(|| {
        view! { <Banner title=lang.deletion_lost(losses) tone=Tone::Stop><p>{lang.deletion_lost_hint()}</p></Banner> }
    });
    let head = [
        lang.col_recording(),
        lang.deletion_difference_head(),
        lang.deletion_gone_on(),
        lang.deletion_why(),
    ];
    let head = head.map(str::to_owned).to_vec();
    let rows: Vec<_> = list.differences.iter().map(|one| different(lang, one)).collect();
    view! {
        <section id="differences">
            <h2>{lang.deletion_differences()}</h2>
            {banner}
            <p>{told}</p>
            <DataTable id="differences-table" caption=lang.deletion_differences() head quiet_caption=true dense=true>{rows}</DataTable>
        </section>
    }
    .into_any()
}

fn different(lang: Lang, one: &DeletionDifference) -> impl IntoView + use<> {
    let (name, difference) = (one.source_id.clone(), one.difference);
    let name = match &one.id {
        Some(id) => {
            let href = lang.path(&format!("/staff/recordings/{id}"));
            view! { <a href=href>{name}</a> }.into_any()
        }
        None => name.into_any(),
    };
    let (on, why) = (
        one.on.map(|on| lang.short_day(on)),
        one.kept_for.as_ref().map(|why| lang.undeletable(why)),
    );
    view! {
        <tr data-difference=difference.key()>
            <th scope="row">{name}</th>
            <td>{mark(lang, difference)}</td>
            <td>{on}</td>
            <td>{why}</td>
        </tr>
    }
}

fn mark(lang: Lang, difference: Difference) -> AnyView {
    let words = lang.deletion_difference(difference);
    if difference.is_a_loss() {
        view! { <strong>{words}</strong> }.into_any()
    } else {
        words.into_any()
    }
}

fn kept(lang: Lang, kept: &[KeptOnList]) -> AnyView {
    if kept.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = kept
        .iter()
        .map(|one| {
            let href = lang.path(&format!("/staff/recordings/{}", one.id));
            view! { <li><a href=href>{one.source_id.clone()}</a>": "{lang.undeletable(&one.why)}</li> }
        })
        .collect();
    view! { <Banner title=lang.deletion_kept(kept.len()) tone=Tone::Waiting><ul>{items}</ul></Banner> }.into_any()
}

fn rows(lang: Lang, listed: &[ListedRecording]) -> impl IntoView + use<> {
    let head = [
        lang.col_recording(),
        lang.col_made(),
        lang.col_officer(),
        lang.col_place(),
        lang.deletion_rule(),
        lang.deletion_kept_until(),
    ];
    let head = head.map(str::to_owned).to_vec();
    let rows: Vec<_> = listed
        .iter()
        .take(SHOWN)
        .map(|row| {
            let href = lang.path(&format!("/staff/recordings/{}", row.line.id));
            let place = row.line.place.clone();
            view! {
                <tr>
                    <th scope="row"><a href=href>{row.line.source_id.clone()}</a></th>
                    <td>{lang.moment_short(row.line.started)}</td>
                    <td>{row.line.officer.clone()}</td>
                    <td class="bwc-dense__text" title=place.clone()>{place.clone()}</td>
                    <td><code>{row.rule.clone()}</code></td>
                    <td>{lang.short_day(row.kept_until)}</td>
                </tr>
            }
        })
        .collect();
    let more =
        (listed.len() > SHOWN).then(|| view! { <p class="bwc-soft">{lang.deletion_shown(SHOWN, listed.len())}</p> });
    view! {
        <section>
            <h2>{lang.deletion_listed()}</h2>
            {more}
            <DataTable id="listed" caption=lang.deletion_listed() head quiet_caption=true dense=true>{rows}</DataTable>
        </section>
    }
}
