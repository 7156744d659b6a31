//! The templates of letters: which there are, and one with its example and its history.

use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{Refused, TemplateForm, template_fields},
    letter::{LetterKind, ParagraphKey, Placeholder},
    views::{LetterText, TemplateLine, TemplateVersion, TemplateView},
};
use texts::{ProgramWords, StatusWords, TemplateWords};

use super::{letter_preview::letter_text, signed_in};
use crate::{
    components::{
        Banner, Button, ButtonKind, DataTable, Draft, Field, FieldState, Form, FormProblems, Inset, Layout, TextField,
        Tone,
    },
    context::{lang, load, office, param, query, refused},
};

/// All kinds of letters.
#[component]
pub fn LetterTemplates() -> impl IntoView {
    let (office, staff) = (office(), signed_in());
    load(
        async move { office.templates(&staff?).await },
        |lines| view! { <List lines/> },
    )
}

#[component]
fn List(lines: Vec<TemplateLine>) -> impl IntoView {
    let lang = lang();
    let rows: Vec<_> = lines
        .into_iter()
        .map(|line| {
            let href = lang.path(&format!("/staff/letters/templates/{}", line.kind.key()));
            let words = match &line.changed {
                Some((by, on)) => lang.template_changed(line.version, by, *on),
                None => lang.template_never().to_owned(),
            };
            view! {
                <tr>
                    <th scope="row"><a href=href>{lang.letter_kind(line.kind)}</a></th>
                    <td>{words}</td>
                </tr>
            }
        })
        .collect();
    let head = vec![lang.templates_kind().to_owned(), lang.templates_version().to_owned()];
    view! {
        <Layout title=lang.templates_title() wide=true>
            <h1>{lang.templates_title()}</h1>
            <p>{lang.templates_intro()}</p>
            <DataTable id="templates" caption=lang.templates_title() head>{rows}</DataTable>
        </Layout>
    }
}

/// One template.
#[component]
pub fn LetterTemplate() -> impl IntoView {
    let (office, staff, kind) = (office(), signed_in(), LetterKind::parse(&param("kind")));
    let refused = refused::<TemplateForm>();
    let (previewed, typed): (Option<Vec<LetterText>>, Option<TemplateForm>) = (use_context(), use_context());
    let from = query("from");
    load(
        async move {
            let (staff, kind) = (staff?, kind.ok_or(Refusal::NotFound)?);
            let template = office.template(&staff, kind).await?;
            let shown = chosen(&template, &from);
            let examples = match &previewed {
                Some(texts) => texts.clone(),
                None => Lang::ALL.map(|lang| office.letter_example(kind, shown, lang)).to_vec(),
            };
            let form = TemplateForm::of(template.version, shown);
            let form = typed.filter(|_| previewed.is_some()).unwrap_or(form);
            Ok((staff.administers, template, form, examples))
        },
        move |(administers, template, form, examples)| {
            view! { <Template administers template form examples refused/> }
        },
    )
}

/// What counts, or the version that is to come back.
fn chosen<'a>(template: &'a TemplateView, from: &str) -> &'a office::letter::Paragraphs {
    let wanted = template
        .versions
        .iter()
        .find(|version| version.version.to_string() == from);
    match wanted {
        Some(version) => &version.paragraphs,
        None if from == "0" => &template.built_in,
        None => &template.paragraphs,
    }
}

#[component]
fn Template(
    administers: bool,
    template: TemplateView,
    form: TemplateForm,
    examples: Vec<LetterText>,
    refused: Option<Refused<TemplateForm>>,
) -> impl IntoView {
    let lang = lang();
    let kind = template.kind;
    let (form, refusal) = match refused {
        Some(Refused { form, refusal }) => (form, Some(refusal)),
        None => (form, None),
    };
    let draft = Draft::new(&form, refusal, field_words);
    let failed = draft.failed();
    let done = (query("done") == "1" && !failed)
        .then(|| view! { <Banner title=lang.done_title() tone=Tone::Open><p>{lang.edit_published()}</p></Banner> });
    let edit = if administers {
        edit_form(lang, kind, &draft)
    } else {
        view! { <Inset><p>{lang.template_read_only()}</p></Inset> }.into_any()
    };
    let examples: Vec<_> = examples
        .iter()
        .map(|text| {
            let shown = letter_text(lang, text);
            view! {
                <div class="bwc-preview__letter">
                    <h3>{lang.template_example(text.lang)}</h3>
                    <p class="bwc-soft">{lang.preview_subject()}": "<span lang=text.lang.key()>{text.subject.clone()}</span></p>
                    {shown}
                </div>
            }
        })
        .collect();
    let title = lang.letter_kind(kind);
    view! {
        <Layout title=title wide=true failed>
            <FormProblems draft=draft.clone()/>
            {done}
            <p><a href=lang.path("/staff/letters/templates")>{lang.templates_back()}</a></p>
            <h1>{title}</h1>
            {edit}
            <section class="bwc-preview" id="letter">
                <h2>{lang.template_examples()}</h2>
                <div class="bwc-preview__pair">{examples}</div>
            </section>
            <History administers template/>
        </Layout>
    }
}

/// Label of a field, by its name.
fn field_words(lang: Lang, name: &str) -> (&'static str, Option<&'static str>) {
    for paragraph in ParagraphKey::ALL {
        let [en, es] = template_fields(paragraph);
        if name == en {
            return (lang.letter_paragraph_in(paragraph, Lang::En), None);
        }
        if name == es {
            return (lang.letter_paragraph_in(paragraph, Lang::Es), None);
        }
    }
    (lang.edit_reason(), None)
}

fn edit_form(lang: Lang, kind: LetterKind, draft: &Draft) -> AnyView {
    let braced = |one: &Placeholder| format!("{{{}}}", one.key());
    let facts: Vec<_> = kind
        .placeholders()
        .iter()
        .map(|one| {
            let meant = lang.letter_placeholder(*one);
            view! { <li><code>{braced(one)}</code>" "{meant}</li> }
        })
        .collect();
    let fields: Vec<_> = kind
        .paragraphs()
        .iter()
        .map(|paragraph| {
            let must: Vec<String> = kind.required(*paragraph).iter().map(braced).collect();
            let pair = template_fields(*paragraph).map(|name| {
                let of = draft.field(name);
                let of = if must.is_empty() {
                    of
                } else {
                    FieldState::hint(of, lang.template_must(&must.join(", ")))
                };
                let rows = match paragraph {
                    ParagraphKey::Greeting | ParagraphKey::Closing => 1,
                    ParagraphKey::Opening | ParagraphKey::Advice => 4,
                };
                view! { <TextField of rows/> }
            });
            view! { <div class="bwc-preview__pair">{pair.into_iter().collect::<Vec<_>>()}</div> }
        })
        .collect();
    let (version, reason) = (draft.value("version"), draft.field("reason"));
    view! {
        <p>{lang.template_facts()}":"</p>
        <ul>{facts}</ul>
        <Form>
            <input type="hidden" name="version" value=version/>
            {fields}
            <Field of=reason/>
            <div class="bwc-act-send">
                <Button name="act" value="preview" kind=ButtonKind::Second>{lang.edit_preview()}</Button>
                <Button name="act" value="publish">{lang.edit_publish()}</Button>
            </div>
        </Form>
    }
    .into_any()
}

/// All versions, the newest first, down to what came with the program.
#[component]
fn History(administers: bool, template: TemplateView) -> impl IntoView {
    let lang = lang();
    let at = move |version: i64| {
        let href = lang.path(&format!(
            "/staff/letters/templates/{}?from={version}",
            template.kind.key()
        ));
        administers.then(|| view! { ". "<a href=href>{lang.edit_restore()}</a> })
    };
    let items: Vec<_> = template
        .versions
        .into_iter()
        .map(|version| {
            let TemplateVersion {
                version, on, by, reason, ..
            } = version;
            view! {
                <li><p><strong>{lang.edit_version(version)}</strong>", "{lang.edit_by(&by, on)}<br/>{reason}{at(version)}</p></li>
            }
        })
        .collect();
    let never = items
        .is_empty()
        .then(|| view! { <Inset><p>{lang.edit_never()}</p></Inset> });
    view! {
        <section>
            <h2>{lang.edit_history()}</h2>
            {never}
            <ol reversed>{items}</ol>
            <p>{lang.edit_version(0)}{at(0)}</p>
        </section>
    }
}
