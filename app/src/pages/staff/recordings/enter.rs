//! Entering recordings: one by hand, many from a file.

use law::{recording::LocationKind, request::Media};
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{ConsoleAct, ConsoleField, ImportForm, RECORDING_COLUMNS, RecordingForm},
};
use texts::{DeskWords, ImportWords, LawWords, ReleaseWords};

use super::{imports::newest, signed_in};
use crate::{
    components::{ErrorSummary, Layout, Problems, RefusalNotice},
    context::{load, office, refused, site_info, visitor},
    pages::staff::console_form::{
        ConsoleForm, FieldKind, FormValues, choices, field_label, render_form, split_refused,
    },
};

/// The form for one recording.
#[component]
pub fn NewRecording() -> impl IntoView {
    let (lang, office) = (visitor().lang, office());
    let staff = signed_in();
    let divisions: Vec<(String, String)> = office.recording_context().divisions;
    let (form, refusal) = split_refused(refused::<RecordingForm>());
    load(async move { staff?.custodian() }, move |_| {
        let act_form = ConsoleForm::new(
            ConsoleAct::Register,
            vec![
                (ConsoleField::SourceId, FieldKind::Line),
                (
                    ConsoleField::Camera,
                    FieldKind::One(choices(&Media::ALL, Media::key, |media| lang.media(media))),
                ),
                (ConsoleField::Officer, FieldKind::Line),
                (ConsoleField::Division, FieldKind::List(divisions)),
                (ConsoleField::StartedAt, FieldKind::Line),
                (ConsoleField::EndedAt, FieldKind::Line),
                (ConsoleField::UploadedAt, FieldKind::Line),
                (ConsoleField::Place, FieldKind::Line),
                (ConsoleField::IncidentNumber, FieldKind::Line),
                (ConsoleField::Category, FieldKind::Line),
                (
                    ConsoleField::LocationKind,
                    FieldKind::One(choices(&LocationKind::ALL, LocationKind::key, |kind| {
                        lang.location(kind)
                    })),
                ),
            ],
        );
        page(
            lang,
            lang.recordings_new(),
            act_form,
            &FormValues::of(&form),
            refusal,
            ().into_any(),
        )
    })
}

/// The form for a file, or for its text.
#[component]
pub fn ImportRecordings() -> impl IntoView {
    let (lang, office) = (visitor().lang, office());
    let staff = signed_in();
    let (form, refusal) = split_refused(refused::<ImportForm>());
    let listed = async move { office.imports(&staff?.custodian()?).await };
    load(listed, move |imports| {
        let limit = lang.import_limit(site_info().import_limit >> 20);
        let intro = view! {
            {newest(lang, &imports)}
            <p>{lang.import_intro()}" "{limit}</p>
            <p>{lang.import_columns()}<br/><code class="bwc-long">{RECORDING_COLUMNS.join(",")}</code></p>
        };
        let act_form = ConsoleForm::new(
            ConsoleAct::Import,
            vec![
                (ConsoleField::Csv, FieldKind::Text(16)),
                (ConsoleField::CsvFile, FieldKind::File),
            ],
        );
        page(
            lang,
            lang.recordings_import(),
            act_form,
            &FormValues::of(&form),
            refusal,
            intro.into_any(),
        )
    })
}

fn page(
    lang: Lang,
    title: &'static str,
    act_form: ConsoleForm,
    filled: &FormValues,
    refusal: Option<Refusal>,
    intro: AnyView,
) -> impl IntoView + use<> {
    let problems = Problems::of(refusal.as_ref());
    let failed = refusal.is_some();
    let back = lang.path("/staff/recordings");
    let form = render_form(lang, act_form, filled, &problems, &back);
    let label = field_label(lang);
    view! {
        <Layout title failed>
            <ErrorSummary problems label/>
            <RefusalNotice refusal/>
            <p><a href=back>{lang.to_register()}</a></p>
            <h1>{title}</h1>
            {intro}
            {form}
        </Layout>
    }
}
