//! Files of recordings that are registered in steps.

use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::ImportActForm,
    views::{ImportFault, ImportLine, ImportStage, ImportView},
};
use texts::{DateWords, DeskWords, ImportWords, LibraryWords};

use super::signed_in;
use crate::{
    components::{Banner, Button, ButtonKind, DataTable, Form, Layout, Pagination, RefusalNotice, Tone},
    context::{load, office, page_number, param, query, refused, reload_after, visitor},
    pages::{
        address::address_of_page,
        staff::console_form::{facts, split_refused},
    },
};

/// How often the page is loaded anew while the import runs, in seconds.
const RELOADS: u32 = 5;
/// Bad lines on a page.
const PAGE: u32 = 100;

/// One import, and how far it is.
#[component]
pub fn ImportPage() -> impl IntoView {
    let (lang, office, id) = (visitor().lang, office(), param("id"));
    let (staff, number, still) = (signed_in(), page_number(), query("still") == "1");
    let (_, refusal) = split_refused(refused::<ImportActForm>());
    // A page that says why something was not done stays.
    let reloads = refusal.is_none() && !still;
    load(
        async move {
            let by = staff?.custodian()?;
            office.import_job(&by, &id, number).await?.ok_or(Refusal::NotFound)
        },
        move |import| {
            if reloads && import.line.stage.is_underway() {
                reload_after(RELOADS);
            }
            page(lang, &import, reloads, refusal)
        },
    )
}

fn page(lang: Lang, import: &ImportView, reloads: bool, refusal: Option<Refusal>) -> impl IntoView + use<> {
    let stage = import.line.stage;
    let name = file_name(lang, &import.line);
    let title = lang.import_title(&name);
    let path = lang.path(&format!("/staff/recordings/imports/{}", import.line.id));
    let failed = refusal.is_some();
    let meaning = if import.interrupted {
        lang.import_interrupted()
    } else {
        lang.import_stage_meaning(stage)
    };
    let meaning = (!meaning.is_empty()).then(|| view! { <p>{meaning}</p> });
    let progress = import.percent.filter(|_| stage.is_underway()).map(|percent| {
        let told = format!("{percent} %");
        view! { <p><progress max="100" value=percent.to_string() aria-label=lang.import_stage(stage)>{told.clone()}</progress>" "{told}</p> }
    });
    let reload = stage.is_underway().then(|| reload(lang, &path, reloads));
    let cancel = stage.may_cancel().then(|| {
        view! {
            <Form action=path.clone()>
                <input type="hidden" name="act" value="cancel"/>
                <p class="bwc-soft">{lang.import_cancel_hint()}</p>
                <div class="bwc-act-send"><Button kind=ButtonKind::Stop>{lang.import_cancel()}</Button></div>
            </Form>
        }
    });
    let faults = (!import.faults.is_empty()).then(|| faults(lang, &import.faults));
    let (number, total) = (import.page, import.pages * u64::from(PAGE));
    let link = move |page: u32| address_of_page(&path, &[], page);
    let ended = (!stage.is_underway()).then(|| {
        let another = lang.path("/staff/recordings/import");
        view! { <p><a href=another>{lang.import_another()}</a></p> }
    });
    let (facts, tone, stage_words) = (facts(told(lang, import)), tone(stage), lang.import_stage(stage));
    let back = lang.path("/staff/recordings");
    view! {
        <Layout title=title.clone() failed>
            <RefusalNotice refusal/>
            <p><a href=back>{lang.to_register()}</a></p>
            <h1>{title}</h1>
            <div data-import=stage.key()>
                <Banner title=stage_words tone>{meaning}{progress}</Banner>
            </div>
            {facts}
            {reload}
            {cancel}
            {ended}
            {faults}
            <Pagination page=number total lines=PAGE link/>
        </Layout>
    }
}

const fn tone(stage: ImportStage) -> Tone {
    match stage {
        ImportStage::Waiting | ImportStage::Checking | ImportStage::Laying | ImportStage::Entering => Tone::Plain,
        ImportStage::Done => Tone::Open,
        ImportStage::Canceled => Tone::Waiting,
        ImportStage::Refused | ImportStage::Failed => Tone::Stop,
    }
}

/// As the file was called.
fn file_name(lang: Lang, line: &ImportLine) -> String {
    if line.file_name.is_empty() {
        lang.import_pasted().to_owned()
    } else {
        line.file_name.clone()
    }
}

fn told(lang: Lang, import: &ImportView) -> Vec<(&'static str, String)> {
    let stage = import.line.stage;
    let underway = stage.is_underway();
    let number = |number: u64| lang.import_number(number);
    let mut rows = vec![
        (lang.import_sent(), lang.moment(import.line.at.datetime())),
        (lang.import_by(), import.line.by.clone()),
        (lang.import_size(), lang.bytes(import.bytes)),
    ];
    if underway && stage != ImportStage::Waiting {
        let done = match import.rows {
            Some(all) => lang.import_done_of(import.done, all),
            None => number(import.done),
        };
        rows.push((lang.import_done(), done));
        let since = import.since.datetime();
        let since_words = format!(
            "{}, {}",
            lang.short_day(since.date()),
            lang.time_to_the_second(since.time())
        );
        rows.push((lang.import_since(), since_words));
        let left = import.seconds_left.map(|seconds| lang.import_duration(seconds));
        rows.push((lang.import_left(), left.unwrap_or_default()));
    }
    match stage {
        ImportStage::Done => rows.push((lang.import_registered(), number(import.rows.unwrap_or_default()))),
        ImportStage::Refused => {
            let known = import.known + import.changed;
            rows.extend([
                (lang.import_registered(), number(0)),
                (lang.import_known(), number(import.known)),
                (lang.import_changed(), number(import.changed)),
                (lang.import_wrong(), number(import.bad.saturating_sub(known))),
            ]);
        }
        ImportStage::Canceled | ImportStage::Failed => rows.push((lang.import_registered(), number(0))),
        _ => {}
    }
    let ended = import.ended.as_ref().map(|at| lang.moment(at.datetime()));
    rows.push((lang.import_ended(), ended.unwrap_or_default()));
    rows.push((lang.import_canceled_by(), import.ended_by.clone().unwrap_or_default()));
    rows
}

/// Whether the page is loaded anew by itself, and the way to have it otherwise (WCAG 2.2.2).
fn reload(lang: Lang, path: &str, reloads: bool) -> AnyView {
    let (by_itself, still) = (path.to_owned(), format!("{path}?still=1"));
    if reloads {
        view! { <p class="bwc-soft">{lang.import_reloads(RELOADS)}" "<a href=still>{lang.import_still()}</a></p> }
            .into_any()
    } else {
        view! {
            <p class="bwc-soft">
                {lang.import_stands_still()}" "<a href=still>{lang.import_look_again()}</a>" · "<a href=by_itself>{lang.import_reload()}</a>
            </p>
        }
        .into_any()
    }
}

fn faults(lang: Lang, faults: &[ImportFault]) -> AnyView {
    let head = [lang.import_line(), lang.import_column(), lang.import_fault()];
    let head = head.map(str::to_owned).to_vec();
    let rows: Vec<_> = faults
        .iter()
        .map(|fault| {
            let words = lang.pick(fault.words.clone());
            view! {
                <tr>
                    <th scope="row">{fault.line}</th>
                    <td><code>{fault.column.clone()}</code></td>
                    <td>{words}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <h2>{lang.import_bad()}</h2>
        <DataTable id="faults" caption=lang.import_bad() head quiet_caption=true>{rows}</DataTable>
    }
    .into_any()
}

/// The newest imports, if there are any.
pub(super) fn newest(lang: Lang, imports: &[ImportLine]) -> Option<AnyView> {
    if imports.is_empty() {
        return None;
    }
    let head = [
        lang.import_file(),
        lang.import_sent(),
        lang.import_by(),
        lang.import_state(),
    ];
    let head = head.map(str::to_owned).to_vec();
    let rows: Vec<_> = imports
        .iter()
        .map(|line| {
            let href = lang.path(&format!("/staff/recordings/imports/{}", line.id));
            view! {
                <tr>
                    <th scope="row"><a href=href>{file_name(lang, line)}</a></th>
                    <td>{lang.moment_short(line.at.datetime())}</td>
                    <td>{line.by.clone()}</td>
                    <td data-import=line.stage.key()>{lang.import_stage(line.stage)}</td>
                </tr>
            }
        })
        .collect();
    let table = view! {
        <section>
            <h2>{lang.imports_newest()}</h2>
            <DataTable id="imports" caption=lang.imports_newest() head quiet_caption=true dense=true>{rows}</DataTable>
        </section>
    };
    Some(table.into_any())
}
