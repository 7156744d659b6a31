//! Closures of office and court.

use law::calendar::{Closure, Office as Whose};
use leptos::prelude::*;
use office::{Lang, Refusal, forms::ClosureForm};
use texts::{StaffWords, StatusWords};

use super::signed_in;
use crate::{
    components::{
        Banner, Button, Choice, Choices, DataTable, Day, ErrorSummary, Field, Form, Inset, Layout, Problems,
        RefusalNotice, Tone,
    },
    context::{load, office, query, refused, visitor},
};

/// Closures of office and court; administrators enter them.
#[component]
pub fn Calendar() -> impl IntoView {
    let (lang, office) = (visitor().lang, office());
    let staff = signed_in();
    let (form, refusal) = refused::<ClosureForm>()
        .map(|refused| (refused.form, refused.refusal))
        .unzip();
    load(
        async move { Ok((staff?.administers, office.closures().await?)) },
        move |(enters, closures)| page(lang, enters, closures, form.unwrap_or_default(), refusal),
    )
}

fn page(
    lang: Lang,
    enters: bool,
    closures: Vec<Closure>,
    form: ClosureForm,
    refusal: Option<Refusal>,
) -> impl IntoView + use<> {
    let problems = Problems::of(refusal.as_ref());
    let failed = refusal.is_some();
    let done = (query("done") == "1" && !failed)
        .then(|| view! { <Banner title=lang.done_title() tone=Tone::Open><p>{lang.calendar_done()}</p></Banner> });
    let form = if enters {
        enter(lang, form, &problems).into_any()
    } else {
        view! { <p class="bwc-soft">{lang.calendar_only_admin()}</p> }.into_any()
    };
    let label = move |field: &str| label(lang, field).to_owned();
    view! {
        <Layout title=lang.calendar_title() failed>
            <ErrorSummary problems label/>
            <RefusalNotice refusal/>
            {done}
            <h1>{lang.calendar_title()}</h1>
            <p>{lang.calendar_intro()}</p>
            {list(lang, closures)}
            {form}
        </Layout>
    }
}

fn list(lang: Lang, closures: Vec<Closure>) -> impl IntoView {
    if closures.is_empty() {
        return view! { <Inset><p>{lang.calendar_none()}</p></Inset> }.into_any();
    }
    let head = [lang.calendar_day(), lang.calendar_office(), lang.calendar_reason()]
        .map(str::to_owned)
        .to_vec();
    let rows: Vec<_> = closures
        .into_iter()
        .map(|closure| {
            view! {
                <tr>
                    <th scope="row"><Day date=closure.on short=true/></th>
                    <td>{lang.office_name(closure.office)}</td>
                    <td>{closure.reason}</td>
                </tr>
            }
        })
        .collect();
    view! { <DataTable id="closures" caption=lang.calendar_title() head quiet_caption=true>{rows}</DataTable> }
        .into_any()
}

fn enter(lang: Lang, form: ClosureForm, problems: &Problems) -> impl IntoView + use<> {
    let [office_error, on_error, reason_error] = ["office", "on", "reason"].map(|field| problems.field(field));
    let choices = Whose::ALL
        .map(|whose| Choice::new(whose.key(), lang.office_name(whose)))
        .to_vec();
    view! {
        <h2>{lang.calendar_add()}</h2>
        <Form>
            <Choices name="office" legend=lang.calendar_office() choices chosen=vec![form.office] error=office_error/>
            <Field name="on" label=lang.calendar_day() hint=lang.calendar_day_hint() value=form.on error=on_error kind="date"/>
            <Field name="reason" label=lang.calendar_reason() hint=lang.calendar_reason_hint() value=form.reason error=reason_error/>
            <Button>{lang.calendar_send()}</Button>
        </Form>
    }
}

fn label(lang: Lang, field: &str) -> &'static str {
    match field {
        "office" => lang.calendar_office(),
        "on" => lang.calendar_day(),
        _ => lang.calendar_reason(),
    }
}
