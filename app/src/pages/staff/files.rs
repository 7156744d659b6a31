//! Files of a recording: originals, the copy for release, its redaction list, its approval.

use law::{
    Date,
    redaction::{CopyActKind, Redaction},
};
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{ConsoleField, CopyForm, FileKind},
    views::{CopyView, FilesView, OriginalView, Role},
};
use texts::{ContentsWords, DeskWords, LibraryWords, ReleaseDeskWords, ReleaseWords, StatusWords};

mod contents;

use super::{
    console_form::{
        ConsoleForm, FieldKind, FormValues, choices, conflict_note, done, facts, field_label, render_form,
        split_refused,
    },
    file_link, may, signed_in,
};
use crate::{
    components::{
        Banner, DataTable, ErrorSummary, Hash, Inset, Layout, Problems, RefusalNotice, SummaryList, SummaryRow, Tone,
    },
    context::{lang, load, office, param, query, refused, site_info},
};
use islands::UploadFile;

/// The files of a recording.
#[component]
pub fn Files() -> impl IntoView {
    let (lang, office, id) = (lang(), office(), param("id"));
    let staff = signed_in();
    let (form, refusal) = split_refused(refused::<CopyForm>());
    load(
        async move { office.files(&staff?, &id).await?.ok_or(Refusal::NotFound) },
        move |files| page(lang, &files, &form, refusal),
    )
}

/// The page with its forms; each shows only its own problems.
fn page(lang: Lang, files: &FilesView, form: &CopyForm, refusal: Option<Refusal>) -> impl IntoView + use<> {
    let problems = Problems::of(refusal.as_ref());
    let failed = refusal.is_some();
    let back = lang.path(&format!("/staff/recordings/{}", files.recording.id));
    let title = lang.files_title(&files.recording.source_id);
    let (recording, islands) = (lang.recording_title(&files.recording.source_id), files.may_change);
    let done = done(lang, failed);
    let logged = (query("logged") == "1" && !failed)
        .then(|| view! { <Banner title=lang.done_title() tone=Tone::Open><p>{lang.people_complete()}</p></Banner> });
    let conflict = conflict_note(lang, files.conflict);
    let label = field_label(lang);
    let people = format!("{back}/people");
    let requests: Vec<_> = files
        .requests
        .iter()
        .map(|number| {
            let href = lang.path(&format!("/staff/requests/{number}/release"));
            view! { ", "<a href=href>{lang.release_title(number.as_str())}</a> }
        })
        .collect();
    let upload = files.may_change.then(|| upload(lang, files, form, &problems, &back));
    let (newest, before) = files
        .copies
        .split_first()
        .map_or((None, &[][..]), |(newest, before)| (Some(newest), before));
    let copy = match newest {
        None => view! { <Inset><p>{lang.files_copy_none()}</p><p>{lang.files_making()}</p></Inset> }.into_any(),
        Some(copy) => newest_copy(lang, copy, form, &problems, &back).into_any(),
    };
    let before: Vec<_> = before.iter().map(|copy| before_line(lang, copy)).collect();
    let before = (!before.is_empty()).then(|| {
        view! { <details class="bwc-confirm"><summary>{lang.files_copies_before()}</summary><ul>{before}</ul></details> }
    });
    let originals = originals(lang, &files.originals).into_any();
    view! {
        <Layout title=title.clone() islands failed>
            <ErrorSummary problems label/>
            <RefusalNotice refusal/>
            {done}
            {logged}
            {conflict}
            <p><a href=back>{recording}</a>", "<a href=people>{lang.people_open()}</a>{requests}</p>
            <h1>{title}</h1>
            <p>{lang.files_intro()}</p>
            <section id="copy"><h2>{lang.files_copy()}</h2>{copy}{before}</section>
            <section><h2>{lang.files_originals()}</h2>{originals}</section>
            {upload}
        </Layout>
    }
}

/// A multipart form; with script, the file travels in pieces and goes on after an interruption.
/// Captions and a transcript belong to a copy that is not approved yet.
fn upload(lang: Lang, files: &FilesView, form: &CopyForm, problems: &Problems, back: &str) -> AnyView {
    let mine = form.act.is_empty() || form.act == CopyActKind::Upload.key();
    let none = Problems::of(None);
    let takes_words = files.copies.first().is_some_and(|copy| copy.copy.approval.is_none());
    let kinds: Vec<FileKind> = FileKind::ALL
        .into_iter()
        .filter(|kind| takes_words || matches!(kind, FileKind::Original | FileKind::Copy))
        .filter(|kind| !files.conflict || *kind == FileKind::Original)
        .collect();
    let kinds = choices(&kinds, FileKind::key, |kind| lang.desk_file(kind));
    let act_form = ConsoleForm::new(
        CopyActKind::Upload,
        vec![
            (ConsoleField::FileKind, FieldKind::One(kinds)),
            (ConsoleField::File, FieldKind::File),
            (ConsoleField::Redactions, FieldKind::Text(4)),
        ],
    );
    let filled = FormValues::of(&CopyForm {
        file_kind: if mine && !form.file_kind.is_empty() {
            form.file_kind.clone()
        } else if files.conflict {
            FileKind::Original.key().to_owned()
        } else {
            FileKind::Copy.key().to_owned()
        },
        redactions: if mine { form.redactions.clone() } else { String::new() },
        ..CopyForm::default()
    });
    let upload_form = render_form(lang, act_form, &filled, if mine { problems } else { &none }, back);
    let recording = files.recording.id.clone();
    let limit = lang.upload_limit(&lang.bytes(site_info().upload_limit));
    view! {
        <section id="upload">
            <h2>{lang.files_upload()}</h2>
            <p>{lang.files_making()}</p>
            <p>{limit}</p>
            {upload_form}
            <UploadFile lang recording/>
        </section>
    }
    .into_any()
}

fn newest_copy(lang: Lang, copy: &CopyView, form: &CopyForm, problems: &Problems, back: &str) -> impl IntoView + use<> {
    let sha = copy.copy.sha256.to_string();
    let gone = copy
        .removed_on
        .map(|day| view! { <Inset><p data-removed="">{lang.file_removed(day)}</p></Inset> });
    let look = (gone.is_none() && may(Role::checks)).then(|| {
        view! {
            <details class="bwc-released__player">
                <summary>{lang.file_look()}</summary>
                <video
                    controls=true
                    preload="none"
                    playsinline=true
                    src=format!("/staff/files/{sha}")
                    aria-label=lang.files_copy()
                ></video>
            </details>
        }
    });
    let approval = match &copy.copy.approval {
        Some(approval) => lang.copy_approved(&approval.by, approval.on),
        None => lang.copy_unapproved().to_owned(),
    };
    let list = redactions(lang, &copy.copy.redactions).into_any();
    let offered = |kind| copy.acts.contains(&kind);
    let change = offered(CopyActKind::Redactions).then(|| list_form(lang, copy, form, problems, back));
    let fixed = copy
        .copy
        .approval
        .is_some()
        .then(|| view! { <p class="bwc-soft">{lang.copy_redactions_fixed()}</p> });
    let approve = offered(CopyActKind::Approve).then(|| {
        let act_form = ConsoleForm::new(CopyActKind::Approve, Vec::new())
            .with(ConsoleField::Copy, copy.id.clone())
            .of_version(copy.version)
            .with(ConsoleField::Sha256, sha.clone());
        let form = render_form(lang, act_form, &FormValues::of(form), problems, back);
        view! { <section id="approve"><h3>{lang.desk_act(CopyActKind::Approve)}</h3><p>{lang.copy_look_first()}</p>{form}</section> }
    });
    let (name, bytes, length) = (copy.name.clone(), lang.bytes(copy.bytes), lang.length(copy.length_ms));
    let made_by = copy.copy.made_by.clone();
    let words = lang.file_words_are(copy.captions, copy.transcript);
    let words_by = copy.words_by.join(", ");
    let words_by = (!words_by.is_empty()).then(|| {
        view! { <SummaryRow name=lang.file_words_by()>{words_by}</SummaryRow> }
    });
    let inside = contents::of_copy(lang, copy);
    let approved = if copy.copy.approval.is_some() { "yes" } else { "no" };
    view! {
        <p data-approved=approved><strong>{approval}</strong></p>
        <SummaryList>
            <SummaryRow name=lang.file_name()>{name}" ("{bytes}", "{length}")"</SummaryRow>
            <SummaryRow name=lang.file_made_by()>{made_by}</SummaryRow>
            <SummaryRow name=lang.file_sha()><Hash sha256=sha.clone()/></SummaryRow>
            <SummaryRow name=lang.file_words()>{words}</SummaryRow>
            {words_by}
        </SummaryList>
        {gone}
        {look}
        {inside}
        <h3>{lang.copy_redactions()}</h3>
        {list}
        {fixed}
        {change}
        {approve}
    }
}

/// The list as lines to be typed over.
fn list_form(lang: Lang, copy: &CopyView, form: &CopyForm, problems: &Problems, back: &str) -> AnyView {
    let mine = form.act == CopyActKind::Redactions.key();
    let typed = if mine {
        form.redactions.clone()
    } else {
        as_lines(&copy.copy.redactions)
    };
    let none = Problems::of(None);
    let act_form = ConsoleForm::new(
        CopyActKind::Redactions,
        vec![(ConsoleField::Redactions, FieldKind::Text(6))],
    )
    .with(ConsoleField::Copy, copy.id.clone())
    .of_version(copy.version);
    let filled = FormValues::of(&CopyForm {
        redactions: typed,
        ..CopyForm::default()
    });
    render_form(lang, act_form, &filled, if mine { problems } else { &none }, back)
}

/// A redaction list as it is typed.
fn as_lines(list: &[Redaction]) -> String {
    let line = |one: &Redaction| {
        let of = one.of.as_deref().map(|of| format!(" {of}")).unwrap_or_default();
        format!("{} {}{of} | {}", one.kind.key(), one.span, one.citation)
    };
    list.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn redactions(lang: Lang, list: &[Redaction]) -> impl IntoView + use<> {
    if list.is_empty() {
        return view! { <p>{lang.redactions_none()}</p> }.into_any();
    }
    let head = [
        lang.col_what(),
        lang.col_span(),
        lang.redaction_of(),
        lang.col_section(),
        lang.redaction_reviewer(),
    ];
    let head = head.map(str::to_owned).to_vec();
    let rows: Vec<_> = list
        .iter()
        .map(|one| {
            view! {
                <tr>
                    <th scope="row">{lang.redaction(one.kind)}</th>
                    <td class="bwc-number">{one.span.to_string()}</td>
                    <td>{one.of.clone()}</td>
                    <td>{one.citation.to_string()}</td>
                    <td>{one.reviewer.clone()}</td>
                </tr>
            }
        })
        .collect();
    view! { <DataTable id="redaction-list" caption=lang.redactions_caption() head>{rows}</DataTable> }.into_any()
}

/// A link to a file; of one that was taken away its name, and when.
fn link_or_gone(lang: Lang, sha256: &str, name: &str, removed_on: Option<Date>) -> AnyView {
    match removed_on {
        None => file_link(format!("/staff/files/{sha256}"), name.to_owned(), Role::checks).into_any(),
        Some(day) => view! { <span data-removed="">{name.to_owned()}". "{lang.file_removed(day)}</span> }.into_any(),
    }
}

fn before_line(lang: Lang, copy: &CopyView) -> impl IntoView + use<> {
    let sha = copy.copy.sha256.to_string();
    let link = link_or_gone(lang, &sha, &copy.name, copy.removed_on);
    view! { <li>{link}" ("{lang.bytes(copy.bytes)}") "<Hash sha256=sha/></li> }
}

fn originals(lang: Lang, all: &[OriginalView]) -> impl IntoView + use<> {
    if all.is_empty() {
        return view! { <p class="bwc-soft">{lang.files_originals_none()}</p> }.into_any();
    }
    let items: Vec<_> = all
        .iter()
        .enumerate()
        .map(|(place, original)| {
            let paper = &original.file;
            let inside = original
                .contents
                .as_ref()
                .map(|found| contents::of_original(lang, place, found));
            let rows = vec![
                (lang.released_size(), lang.bytes(paper.bytes)),
                (lang.file_sha(), paper.sha256.clone()),
            ];
            let link = link_or_gone(lang, &paper.sha256, &paper.name, original.removed_on);
            view! { <li>{link}{facts(rows)}{inside}</li> }
        })
        .collect();
    view! { <ul>{items}</ul> }.into_any()
}
