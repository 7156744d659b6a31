//! A text of the program in a form with a field for each of its values, drawn from the structure of the text.

use std::sync::Arc;

use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{ProgramFieldsAct, ProgramFieldsForm, listed, row_field},
    views::ProgramText,
};
use program::{Entry, FieldKind, FieldSpec, Part, Program, TextDraft, TextKey};
use texts::{ProgramWords, StatusWords};

use super::{History, Preview, chosen, text_title};
use crate::{
    components::{
        Banner, Button, ButtonKind, ErrorSummary, Field, FieldState, Form, Layout, Problems, RefusalNotice, Select,
        TextField, Tone,
    },
    context::{lang, load, office, param, query, refused},
    pages::staff::{console_form::split_refused, signed_in},
};

/// One text, in a form.
#[component]
pub fn ProgramFields() -> impl IntoView {
    let (office, staff, key) = (office(), signed_in(), TextKey::parse(&param("key")));
    let sent = refused::<ProgramFieldsForm>();
    let (typed, preview): (Option<ProgramFieldsForm>, Option<Arc<Program>>) = (use_context(), use_context());
    load(
        async move {
            let (admin, key) = (staff?.administrator()?, key.ok_or(Refusal::NotFound)?);
            Ok((office.program_text(&admin, key).await?, office.program().await?))
        },
        move |(text, program)| {
            let failed = sent.is_some();
            let (form, refusal) = split_refused(sent);
            let form = if failed { Some(form) } else { typed };
            page(&text, program, form, refusal, preview)
        },
    )
}

fn page(
    text: &ProgramText,
    program: Arc<Program>,
    typed: Option<ProgramFieldsForm>,
    refusal: Option<Refusal>,
    preview: Option<Arc<Program>>,
) -> impl IntoView + use<> {
    let (lang, key, failed) = (lang(), text.key, refusal.is_some());
    let opened = typed.is_none();
    let form = typed.unwrap_or_else(|| {
        let draft = TextDraft::read(key, &chosen(text)).unwrap_or_else(|| TextDraft::new(key));
        ProgramFieldsForm::of(text.version, &draft)
    });
    let drawn = Drawn {
        lang,
        problems: Problems::of(refusal.as_ref()),
        sources: sources(lang, &program),
        added: match form.pressed() {
            ProgramFieldsAct::Add(part) if !opened && !failed => Some(part),
            _ => None,
        },
    };
    let draft = form.draft(key);
    let parts: Vec<_> = Part::of(key).iter().map(|part| drawn.part(*part, &draft)).collect();
    let title = text_title(lang, &program, key);
    let done = (query("done") == "1" && opened)
        .then(|| view! { <Banner title=lang.done_title() tone=Tone::Open><p>{lang.edit_published()}</p></Banner> });
    let preview = preview.map(|program| view! { <Preview program key/> });
    let reason = FieldState {
        name: "reason",
        label: lang.edit_reason(),
        hint: Some(lang.edit_reason_hint().to_owned()),
        values: vec![form.reason.clone()],
        error: drawn.problems.field("reason", lang.edit_reason()),
        ..FieldState::default()
    };
    let as_toml = lang.path(&format!("/staff/program/{}", key.key()));
    let history = text.clone();
    view! {
        <Layout title=title.clone() wide=true failed>
            <ErrorSummary problems=drawn.problems label=move |name: &str| label_of(lang, name)/>
            <RefusalNotice refusal/>
            {done}
            <p><a href=lang.path("/staff/program")>{lang.edit_back()}</a></p>
            <h1>{title}</h1>
            <p>{lang.edit_fields_intro()}" "<a href=as_toml>{lang.edit_as_toml()}</a></p>
            {preview}
            <Form id="fields">
                <input type="hidden" name="version" value=form.version.clone()/>
                // The first button is what the Enter key presses.
                <p><Button name="act" value="preview" kind=ButtonKind::Second>{lang.edit_preview()}</Button></p>
                {parts}
                <Field of=reason/>
                <div class="bwc-program__acts">
                    <Button name="act" value="preview" kind=ButtonKind::Second>{lang.edit_preview()}</Button>
                    <Button name="act" value="publish">{lang.edit_publish()}</Button>
                </div>
            </Form>
            <History text=history/>
        </Layout>
    }
}

/// Every source with its key, by its words.
fn sources(lang: Lang, program: &Program) -> Vec<(String, String)> {
    let words = |source: &program::Source| (source.key.clone(), lang.pick(source.name.clone()));
    program.sources().iter().map(words).collect()
}

/// The label of a field in the summary of errors, by the name of its column and its row.
fn label_of(lang: Lang, name: &str) -> String {
    let (column, row) = name.rsplit_once('-').unwrap_or((name, ""));
    let found = Part::ALL.iter().find_map(|part| {
        let field = part.fields().iter().find(|field| field.column == column)?;
        Some((*part, field))
    });
    match found {
        Some((part, field)) if part.repeats() => {
            format!("{} {row}: {}", lang.pick(part.words()), lang.edit_field(field.path))
        }
        Some((_, field)) => lang.edit_field(field.path).to_owned(),
        None if name == "reason" => lang.edit_reason().to_owned(),
        None => lang.edit_text().to_owned(),
    }
}

/// What every field of the form is drawn with.
struct Drawn {
    lang: Lang,
    problems: Problems,
    sources: Vec<(String, String)>,
    added: Option<Part>,
}

impl Drawn {
    fn part(&self, part: Part, draft: &TextDraft) -> AnyView {
        let (lang, entries) = (self.lang, draft.entries(part));
        let title = lang.pick(part.words());
        if !part.repeats() {
            let fields = self.fields(part, 0, &entries.first().cloned().unwrap_or_default());
            return view! { <section><h2>{title}</h2>{fields}</section> }.into_any();
        }
        let last = entries.len();
        let items: Vec<_> = entries
            .iter()
            .enumerate()
            .map(|(row, entry)| self.entry(part, row, entry, self.added == Some(part) && row + 1 == last))
            .collect();
        let add = ProgramFieldsAct::Add(part).key();
        let place = add.clone();
        view! {
            <section>
                <h2>{lang.edit_entries(part)}</h2>
                {items}
                <p id=place><Button kind=ButtonKind::Second name="act" value=add>{lang.edit_add(part)}</Button></p>
            </section>
        }
        .into_any()
    }

    /// An entry, folded unless it is new or something is wrong with it.
    fn entry(&self, part: Part, row: usize, entry: &Entry, added: bool) -> AnyView {
        let lang = self.lang;
        let number = row + 1;
        let wrong = part.fields().iter().any(|field| {
            let name = row_field(field.column, number);
            self.problems.field(&name, "").is_some()
        });
        let words = [
            entry.value(if lang == Lang::Es { "name.es" } else { "name.en" }),
            entry.value(lang.key()),
        ];
        let words: String = words
            .iter()
            .find(|words| !words.is_empty())
            .map_or_else(String::new, |words| {
                let short: String = words.chars().take(80).collect();
                format!(": {short}")
            });
        let title = format!("{} {number}{words}", lang.pick(part.words()));
        let fields = self.fields(part, row, entry);
        let up = (row > 0).then(|| {
            let act = ProgramFieldsAct::Up(part, row).key();
            view! { <Button kind=ButtonKind::Second name="act" value=act>{lang.edit_up(part, number)}</Button> }
        });
        let remove = ProgramFieldsAct::Remove(part, row).key();
        view! {
            <details class="bwc-program__entry" id=format!("{}-{number}", part.key()) open=wrong || added>
                <summary>{title}</summary>
                {fields}
                <div class="bwc-program__acts">
                    {up}
                    <Button kind=ButtonKind::Stop name="act" value=remove>{lang.edit_remove(part, number)}</Button>
                </div>
            </details>
        }
        .into_any()
    }

    /// The fields of an entry: both languages of a text beside each other, all else in rows.
    fn fields(&self, part: Part, row: usize, entry: &Entry) -> AnyView {
        let (mut both, mut others) = (Vec::new(), Vec::new());
        let mut specs = part.fields().iter().peekable();
        while let Some(field) = specs.next() {
            if field.path.ends_with("en") {
                let first = self.field(field, row, entry);
                let second = specs.next_if(|next| next.path.ends_with("es"));
                let second = second.map(|second| self.field(second, row, entry));
                both.push(view! { <div class="bwc-preview__pair">{first}{second}</div> });
            } else {
                others.push(self.field(field, row, entry));
            }
        }
        view! { {both}<div class="bwc-rows">{others}</div> }.into_any()
    }

    fn field(&self, field: &'static FieldSpec, row: usize, entry: &Entry) -> AnyView {
        let lang = self.lang;
        let (id, label) = (row_field(field.column, row + 1), lang.edit_field(field.path));
        let of = FieldState {
            error: self.problems.field(&id, label),
            id: Some(id.clone()),
            name: field.column,
            label,
            hint: lang.edit_field_hint(field.path).map(str::to_owned),
            values: vec![entry.value(field.path).to_owned()],
            optional: field.optional,
        };
        match field.kind {
            FieldKind::Text => view! { <TextField of rows=4/> }.into_any(),
            FieldKind::Line | FieldKind::Date => view! { <Field of/> }.into_any(),
            FieldKind::Number => view! { <Field of inputmode="numeric"/> }.into_any(),
            FieldKind::Keys => {
                let values = vec![entry.values(field.path).join(", ")];
                view! { <Field of=FieldState { values, ..of }/> }.into_any()
            }
            FieldKind::Choice(known) => {
                let words = |(key, words)| {
                    let words: &str = lang.pick(words);
                    let shown = if words.is_empty() { lang.edit_as_given() } else { words };
                    (key, shown)
                };
                let options = known().into_iter().map(words);
                let options = options
                    .map(|(key, words): (&str, &str)| (key.to_owned(), words.to_owned()))
                    .collect();
                view! { <Select of options/> }.into_any()
            }
            FieldKind::Sources => self.source_list(&of, row, entry.values(field.path)),
        }
    }

    /// A choice for each source of an entry, and one more.
    fn source_list(&self, of: &FieldState, row: usize, chosen: &[String]) -> AnyView {
        let lang = self.lang;
        let options: Vec<_> = self
            .sources
            .iter()
            .map(|(key, words)| (listed(row, key), words.clone()))
            .collect();
        let lists: Vec<_> = (0..=chosen.len())
            .map(|place| {
                let first = place == 0;
                let of = FieldState {
                    id: Some(if first {
                        of.id()
                    } else {
                        format!("{}-{}", of.id(), place + 1)
                    }),
                    label: if first { of.label } else { lang.edit_further_source() },
                    hint: of.hint.clone().filter(|_| first),
                    error: of.error.clone().filter(|_| first),
                    values: chosen.get(place).map(|key| vec![listed(row, key)]).unwrap_or_default(),
                    name: of.name,
                    optional: !first,
                };
                view! { <Select of options=options.clone() empty=lang.edit_no_source()/> }
            })
            .collect();
        lists.into_any()
    }
}
