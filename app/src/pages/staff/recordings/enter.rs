//! Entering recordings: one by hand, many from a file.

use law::{recording::LocationKind, request::Media};
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{ImportForm, RECORDING_COLUMNS, RecordingForm},
};
use texts::{DeskWords, LawWords, ReleaseWords};

use super::signed_in;
use crate::{
    components::{ErrorSummary, Layout, Problems, RefusalNotice},
    context::{load, office, refused, visitor},
    pages::staff::sheet::{Draw, Filled, Sheet, apart, choices, drawn},
};

/// The form for one recording.
#[component]
pub fn NewRecording() -> impl IntoView {
    let (lang, office) = (visitor().lang, office());
    let staff = signed_in();
    let divisions: Vec<(String, String)> = office.recording_context().divisions;
    let (form, refusal) = apart(refused::<RecordingForm>());
    load(
        async move {
            if staff?.role.works() {
                Ok(())
            } else {
                Err(Refusal::NotYours)
            }
        },
        move |()| {
            let sheet = Sheet::new(
                "register",
                vec![
                    ("source_id", Draw::Line),
                    (
                        "camera",
                        Draw::One(choices(&Media::ALL, Media::key, |media| lang.media(media))),
                    ),
                    ("officer", Draw::Line),
                    ("division", Draw::List(divisions)),
                    ("started_at", Draw::Line),
                    ("ended_at", Draw::Line),
                    ("uploaded_at", Draw::Line),
                    ("place", Draw::Line),
                    ("incident_number", Draw::Line),
                    ("category", Draw::Line),
                    (
                        "location_kind",
                        Draw::One(choices(&LocationKind::ALL, LocationKind::key, |kind| {
                            lang.location(kind)
                        })),
                    ),
                ],
            );
            page(
                lang,
                lang.recordings_new(),
                sheet,
                &Filled::of(&form),
                refusal,
                ().into_any(),
            )
        },
    )
}

/// The form for the text of a file.
#[component]
pub fn ImportRecordings() -> impl IntoView {
    let lang = visitor().lang;
    let staff = signed_in();
    let (form, refusal) = apart(refused::<ImportForm>());
    load(
        async move {
            if staff?.role.works() {
                Ok(())
            } else {
                Err(Refusal::NotYours)
            }
        },
        move |()| {
            let intro = view! {
                <p>{lang.import_intro()}</p>
                <p>{lang.import_columns()}<br/><code class="bwc-long">{RECORDING_COLUMNS.join(",")}</code></p>
            };
            let sheet = Sheet::new("import", vec![("csv", Draw::Text(16))]);
            page(
                lang,
                lang.recordings_import(),
                sheet,
                &Filled::of(&form),
                refusal,
                intro.into_any(),
            )
        },
    )
}

fn page(
    lang: Lang,
    title: &'static str,
    sheet: Sheet,
    filled: &Filled,
    refusal: Option<Refusal>,
    intro: AnyView,
) -> impl IntoView + use<> {
    let problems = Problems::of(refusal.as_ref());
    let failed = refusal.is_some();
    let back = lang.path("/staff/recordings");
    let form = drawn(lang, sheet, filled, &problems, &back);
    let label = move |name: &str| lang.desk_field(name).to_owned();
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
