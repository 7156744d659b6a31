//! The texts of the program: which there are, editing one with preview and history.

mod fields;

use std::sync::Arc;

use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{ProgramForm, Refused},
    views::{ProgramText, ProgramVersion},
};
use program::{Program, SectionKey, TextKey};
use texts::{ProgramWords, StatusWords};

use super::signed_in;
use crate::{
    components::{Banner, Button, ButtonKind, Draft, Field, Form, FormProblems, Inset, Layout, TextField, Tone},
    context::{lang, load, office, param, query, refused, visitor},
    pages::program::SectionFacts,
};

pub use fields::ProgramFields;

/// All texts.
#[component]
pub fn ProgramTexts() -> impl IntoView {
    let (office, staff) = (office(), signed_in());
    load(
        async move {
            staff?.administrator()?;
            office.program().await
        },
        |program| view! { <TextList program/> },
    )
}

#[component]
fn TextList(program: Arc<Program>) -> impl IntoView {
    let lang = lang();
    let items: Vec<_> = TextKey::all()
        .map(|key| {
            let toml = lang.path(&format!("/staff/program/{}", key.key()));
            let title = text_title(lang, &program, key);
            let named = lang.edit_as_toml_of(&title);
            view! { <li><a href=format!("{toml}/fields")>{title}</a>" ("<a href=toml aria-label=named>"TOML"</a>")"</li> }
        })
        .collect();
    view! {
        <Layout title=lang.edit_title()>
            <h1>{lang.edit_title()}</h1>
            <p>{lang.edit_intro()}</p>
            <ul>{items}</ul>
        </Layout>
    }
}

fn text_title(lang: Lang, program: &Program, key: TextKey) -> String {
    match key {
        TextKey::Sources => lang.edit_sources().to_owned(),
        TextKey::Section(key) => program
            .section(key)
            .map_or_else(|| key.key().to_owned(), |section| lang.pick(section.title.clone())),
    }
}

/// One text.
#[component]
pub fn ProgramText() -> impl IntoView {
    let office = office();
    let (staff, key) = (signed_in(), TextKey::parse(&param("key")));
    let refused = refused::<ProgramForm>();
    let shown = refused
        .as_ref()
        .filter(|refused| previewing(refused))
        .map(|refused| refused.form.text.clone());
    load(
        async move {
            let (admin, key) = (staff?.administrator()?, key.ok_or(Refusal::NotFound)?);
            let text = office.program_text(&admin, key).await?;
            let program = match shown {
                // The text was found sound a moment ago.
                Some(shown) => Some(office.preview(&admin, key, &shown).await?),
                None => None,
            };
            Ok((text, program, office.program().await?))
        },
        move |(text, preview, program)| view! { <EditPage text preview program refused/> },
    )
}

/// A preview comes as a form that was not published, with nothing wrong.
fn previewing(refused: &Refused<ProgramForm>) -> bool {
    matches!(&refused.refusal, Refusal::Invalid { errors } if errors.is_empty())
}

#[component]
fn EditPage(
    text: ProgramText,
    preview: Option<Arc<Program>>,
    program: Arc<Program>,
    refused: Option<Refused<ProgramForm>>,
) -> impl IntoView {
    let lang = lang();
    let title = text_title(lang, &program, text.key);
    let (form, refusal) = refused.map(|refused| (refused.form, refused.refusal)).unzip();
    let refusal = refusal.filter(|_| preview.is_none());
    let form = form.unwrap_or_else(|| opened(&text));
    let draft = Draft::new(&form, refusal, |lang, name| match name {
        "reason" => (lang.edit_reason(), Some(lang.edit_reason_hint())),
        _ => (lang.edit_text(), Some(lang.edit_text_hint())),
    });
    let failed = draft.failed();
    let done = (query("done") == "1" && !failed && preview.is_none())
        .then(|| view! { <Banner title=lang.done_title() tone=Tone::Open><p>{lang.edit_published()}</p></Banner> });
    let preview = preview.map(|program| view! { <Preview program key=text.key/> });
    let fields = lang.path(&format!("/staff/program/{}/fields", text.key.key()));
    view! {
        <Layout title=title.clone() wide=true failed>
            <FormProblems draft=draft.clone()/>
            {done}
            <p><a href=lang.path("/staff/program")>{lang.edit_back()}</a></p>
            <h1>{title}</h1>
            <p><a href=fields>{lang.edit_as_fields()}</a></p>
            {preview}
            <Form>
                <input type="hidden" name="version" value=draft.value("version")/>
                <TextField of=draft.field("text") rows=24/>
                <Field of=draft.field("reason")/>
                <div class="bwc-program__acts">
                    <Button name="act" value="preview" kind=ButtonKind::Second>{lang.edit_preview()}</Button>
                    <Button name="act" value="publish">{lang.edit_publish()}</Button>
                </div>
            </Form>
            <History text/>
        </Layout>
    }
}

/// The form as it is opened.
fn opened(text: &ProgramText) -> ProgramForm {
    ProgramForm {
        version: text.version.to_string(),
        text: chosen(text),
        ..ProgramForm::default()
    }
}

/// What counts, or the version that is to come back.
fn chosen(text: &ProgramText) -> String {
    let wanted = query("from");
    let chosen = text
        .versions
        .iter()
        .find(|version| version.version.to_string() == wanted);
    match chosen {
        Some(version) => version.text.clone(),
        None if wanted == "0" => text.built_in.clone(),
        None => text.text.clone(),
    }
}

#[component]
fn Preview(program: Arc<Program>, key: TextKey) -> impl IntoView {
    let lang = lang();
    let key = match key {
        TextKey::Section(key) => key,
        TextKey::Sources => SectionKey::WhoHasCameras,
    };
    let shown = program.section(key).cloned().map(|section| {
        let (title, intro) = (lang.pick(section.title.clone()), lang.pick(section.intro.clone()));
        view! { <p><strong>{title}</strong></p><p>{intro}</p><SectionFacts program=Arc::clone(&program) section/> }
    });
    view! {
        <section class="bwc-program__preview" aria-labelledby="preview">
            <h2 id="preview">{lang.edit_previewed()}</h2>
            {shown}
        </section>
    }
}

/// All versions, the newest first, down to what came with the program.
#[component]
fn History(text: ProgramText) -> impl IntoView {
    let lang = lang();
    let olds = text.versions.iter().skip(1).map(|version| version.text.as_str());
    let olds = olds.chain([text.built_in.as_str()]);
    let items: Vec<_> = text
        .versions
        .iter()
        .zip(olds)
        .map(|(version, old)| view! { <VersionItem version=version.clone() old=old.to_owned()/> })
        .collect();
    let never = items
        .is_empty()
        .then(|| view! { <Inset><p>{lang.edit_never()}</p></Inset> });
    let first = format!("{}?from=0", own_path());
    view! {
        <section>
            <h2>{lang.edit_history()}</h2>
            {never}
            <ol reversed>{items}</ol>
            <p>{lang.edit_version(0)}". "<a href=first>{lang.edit_restore()}</a></p>
        </section>
    }
}

/// The path of this page: a version comes back into the form that is looked at.
fn own_path() -> String {
    let visitor = visitor();
    visitor.lang.path(&visitor.path)
}

#[component]
fn VersionItem(version: ProgramVersion, old: String) -> impl IntoView {
    let lang = lang();
    let count = |of: &str, not_in: &str| {
        let known: std::collections::HashSet<&str> = not_in.lines().collect();
        of.lines().filter(|line| !known.contains(line)).count()
    };
    let changed = lang.edit_changed(count(&version.text, &old), count(&old, &version.text));
    let href = format!("{}?from={}", own_path(), version.version);
    view! {
        <li>
            <p>
                <strong>{lang.edit_version(version.version)}</strong>", "{lang.edit_by(&version.by, version.on)}
                <br/>
                {version.reason}
            </p>
            <p class="bwc-soft">{changed}" "<a href=href>{lang.edit_restore()}</a></p>
        </li>
    }
}
