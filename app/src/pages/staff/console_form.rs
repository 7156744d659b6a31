//! Forms of the console, made from a list of their fields; they hold what was typed, whatever form it was.

use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{ConsoleAct, ConsoleField, Refused},
};
use texts::{AccountWords, DeskWords, PaperWords, StaffWords, StatusWords};

use super::letter_preview::{LetterState, letter_label};
use crate::{
    components::{
        Banner, Button, ButtonKind, Choice, Choices, ChoicesKind, Field, FieldState, Form, Problems, Select,
        SummaryList, SummaryRow, TextField, Tone, papers_hint,
    },
    context::{office, query},
};

pub use crate::components::FormValues;

/// How a field is shown.
pub enum FieldKind {
    /// One line.
    Line,
    /// A day.
    Day,
    /// Several lines.
    Text(u16),
    /// One of a few.
    One(Vec<Choice>),
    /// Any of a few.
    Many(Vec<Choice>),
    /// One of many.
    List(Vec<(String, String)>),
    /// A file.
    File,
    /// Several files.
    Files,
}

/// One act with its fields.
pub struct ConsoleForm {
    /// The act, as the form's field `act` carries it.
    pub act: ConsoleAct,
    /// Fields in order. Labels and hints are [`DeskWords`].
    pub fields: Vec<(ConsoleField, FieldKind)>,
    /// Further fields, each group with its heading.
    pub parts: Vec<(&'static str, Vec<(ConsoleField, FieldKind)>)>,
    /// What the form carries unseen.
    pub hidden: Vec<(&'static str, String)>,
    /// Whether it does something that is not to be done by mistake.
    pub stop: bool,
    /// Whether it sends a letter, which can be looked at before.
    pub letter: bool,
}

impl ConsoleForm {
    /// A form without hidden fields.
    pub fn new(act: impl Into<ConsoleAct>, fields: Vec<(ConsoleField, FieldKind)>) -> Self {
        Self {
            act: act.into(),
            fields,
            parts: Vec::new(),
            hidden: Vec::new(),
            stop: false,
            letter: false,
        }
    }

    /// The same form with more fields under a heading.
    #[must_use]
    pub fn part(mut self, heading: &'static str, fields: Vec<(ConsoleField, FieldKind)>) -> Self {
        self.parts.push((heading, fields));
        self
    }

    /// The same form with a hidden field.
    #[must_use]
    pub fn with(self, field: ConsoleField, value: impl Into<String>) -> Self {
        self.carrying(field.key(), value.into())
    }

    /// The same form, of a thing as it was seen in this version.
    #[must_use]
    pub fn of_version(self, version: i64) -> Self {
        self.carrying("version", version.to_string())
    }

    fn carrying(mut self, name: &'static str, value: String) -> Self {
        self.hidden.push((name, value));
        self
    }

    /// The same form, of an act that sends a letter.
    #[must_use]
    pub fn with_letter(self) -> Self {
        Self { letter: true, ..self }
    }

    /// The same form, for what is not to be done by mistake.
    #[must_use]
    pub fn stop(self) -> Self {
        Self { stop: true, ..self }
    }
}

/// A refused form, split into what was typed and why it was refused.
pub fn split_refused<F: Default>(refused: Option<Refused<F>>) -> (F, Option<Refusal>) {
    match refused {
        Some(refused) => (refused.form, Some(refused.refusal)),
        None => (F::default(), None),
    }
}

/// The form as a view, with a link back.
pub fn render_form(lang: Lang, act_form: ConsoleForm, filled: &FormValues, problems: &Problems, back: &str) -> AnyView {
    let ConsoleForm {
        act,
        fields,
        parts,
        hidden,
        stop,
        letter,
    } = act_form;
    let state = letter.then(LetterState::found);
    let (letter, look) = match &state {
        Some(state) => (state.section(lang, problems), Some(state.button(lang))),
        None => (None, None),
    };
    let files = fields
        .iter()
        .any(|(_, draw)| matches!(draw, FieldKind::File | FieldKind::Files));
    let hidden: Vec<_> = hidden
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect();
    let fields: Vec<AnyView> = fields
        .into_iter()
        .map(|(name, draw)| field(lang, name, draw, filled, problems))
        .collect();
    let parts: Vec<_> = parts
        .into_iter()
        .map(|(heading, fields)| {
            let fields = fields
                .into_iter()
                .map(|(name, draw)| field(lang, name, draw, filled, problems));
            view! { <fieldset class="bwc-act-part"><legend>{heading}</legend>{fields.collect_view()}</fieldset> }
        })
        .collect();
    let kind = if stop { ButtonKind::Stop } else { ButtonKind::Main };
    let (send, back) = (lang.desk_act(act), back.to_owned());
    let button = if look.is_some() {
        view! { <Button kind name="go" value="send">{send}</Button> }.into_any()
    } else {
        view! { <Button kind>{send}</Button> }.into_any()
    };
    view! {
        <Form files>
            <input type="hidden" name="act" value=act.key()/>
            {hidden}
            {fields}
            {parts}
            {letter}
            <div class="bwc-act-send">{look}{button}<a href=back>{lang.act_cancel()}</a></div>
        </Form>
    }
    .into_any()
}

fn field(lang: Lang, field: ConsoleField, draw: FieldKind, filled: &FormValues, problems: &Problems) -> AnyView {
    let name = field.key();
    let label = lang.desk_field(field);
    let hint = lang.desk_hint(field);
    let hint = match (field, &draw) {
        (ConsoleField::Document, _) => Some(format!(
            "{} {}",
            lang.papers_limits_one(&office().profile().papers),
            hint.unwrap_or_default()
        )),
        (ConsoleField::Papers, _) => Some(papers_hint(lang, hint.unwrap_or_default(), !problems.is_empty())),
        _ => hint.map(str::to_owned),
    };
    let of = FieldState {
        name,
        id: None,
        label,
        hint,
        values: filled.all(name),
        error: problems.field(name, label),
        optional: false,
    };
    match draw {
        FieldKind::Line => view! { <Field of/> }.into_any(),
        FieldKind::Day => view! { <Field of kind="date"/> }.into_any(),
        FieldKind::Text(rows) => view! { <TextField of rows/> }.into_any(),
        FieldKind::One(choices) => view! { <Choices of choices/> }.into_any(),
        FieldKind::Many(choices) => view! { <Choices of kind=ChoicesKind::Many choices/> }.into_any(),
        FieldKind::List(options) => view! { <Select of options/> }.into_any(),
        FieldKind::File => view! { <Field of kind="file"/> }.into_any(),
        FieldKind::Files => view! { <Field of kind="file" multiple=true/> }.into_any(),
    }
}

/// Choices from keys and words.
pub fn choices<T: Copy>(all: &[T], key: impl Fn(T) -> &'static str, words: impl Fn(T) -> &'static str) -> Vec<Choice> {
    all.iter().map(|one| Choice::new(key(*one), words(*one))).collect()
}

/// A field's label by its name, for the summary of what is wrong; a name that no form of the console has stays as it is.
pub fn field_label(lang: Lang) -> impl Fn(&str) -> String {
    move |name| {
        let field = ConsoleField::parse(name).map(|field| lang.desk_field(field));
        field.or_else(|| letter_label(lang, name)).unwrap_or(name).to_owned()
    }
}

/// Says that it is done, to whoever comes back from a form that was taken.
pub fn done(lang: Lang, failed: bool) -> Option<impl IntoView + use<>> {
    (query("done") == "1" && !failed)
        .then(|| view! { <Banner title=lang.done_title() tone=Tone::Open><p>{lang.desk_done()}</p></Banner> })
}

/// One box to tick.
pub fn tick(words: &'static str) -> FieldKind {
    FieldKind::Many(vec![Choice::new("yes", words)])
}

/// Links to acts, each to the page with its form; the one shown is marked.
pub fn tasks<A: Copy + PartialEq + Into<ConsoleAct>>(lang: Lang, path: &str, acts: &[A], shown: Option<A>) -> AnyView {
    if acts.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = acts
        .iter()
        .map(|act| {
            let key = (*act).into().key();
            let href = format!("{}?act={key}#act", lang.path(path));
            let current = (Some(*act) == shown).then_some("true");
            view! { <li><a class="bwc-acts-link" href=href aria-current=current data-act=key>{lang.desk_act(*act)}</a></li> }
        })
        .collect();
    view! {
        <section class="bwc-acts">
            <h2>{lang.acts_title()}</h2>
            <ul class="bwc-acts-list">{items}</ul>
        </section>
    }
    .into_any()
}

/// Facts as a list; what is empty is left out.
pub fn facts(rows: Vec<(&'static str, String)>) -> AnyView {
    let rows: Vec<_> = rows
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| view! { <SummaryRow name>{text}</SummaryRow> })
        .collect();
    view! { <SummaryList>{rows}</SummaryList> }.into_any()
}

/// What somebody is told who is on a recording, and so does not decide on it.
pub fn conflict_note(lang: Lang, conflict: bool) -> Option<AnyView> {
    conflict.then(|| {
        view! { <Banner title=lang.conflict_title() tone=Tone::Waiting><p data-conflict>{lang.conflict_text()}</p></Banner> }
            .into_any()
    })
}
