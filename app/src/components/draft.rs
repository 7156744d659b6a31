//! Forms as they stand on their page, and the state of each field.

use leptos::prelude::*;
use office::{Lang, Refusal, forms::Refused};
use serde::Serialize;
use serde_json::Value;

use super::{ErrorSummary, Problems, RefusalNotice};
use crate::context::{lang, refused};

/// Label of a field, and the help under it where there is any, by the name of the field.
pub type FieldWords = fn(Lang, &str) -> (&'static str, Option<&'static str>);

/// A form as its page shows it: what is in it, what was wrong with it, what its fields are called.
#[derive(Clone, Debug)]
pub struct Draft {
    values: FormValues,
    refusal: Option<Refusal>,
    problems: Problems,
    words: FieldWords,
    /// What stands before the ids of its fields, where a page has several forms with fields of the same names.
    prefix: String,
}

impl Draft {
    /// A form, and why it was refused if it was.
    pub fn new(form: &impl Serialize, refusal: Option<Refusal>, words: FieldWords) -> Self {
        Self {
            values: FormValues::of(form),
            problems: Problems::of(refusal.as_ref()),
            refusal,
            words,
            prefix: String::new(),
        }
    }

    /// The part that one of several forms of a page has in it: what was typed and what was wrong if it was this one that was
    /// sent, else `new`.
    #[must_use]
    pub fn of_form(&self, sent: bool, new: &impl Serialize) -> Self {
        if sent || !self.failed() {
            return self.clone();
        }
        Self::new(new, None, self.words)
    }

    /// The same form, its fields with ids that begin with this.
    #[must_use]
    pub fn with_ids(self, prefix: impl Into<String>) -> Self {
        Self {
            prefix: prefix.into(),
            ..self
        }
    }

    /// The form as it was refused on this path, else a new one.
    pub fn refused_or<F>(new: impl FnOnce() -> F, words: FieldWords) -> Self
    where
        F: Clone + Serialize + Send + Sync + 'static,
    {
        match refused::<F>() {
            Some(Refused { form, refusal }) => Self::new(&form, Some(refusal), words),
            None => Self::new(&new(), None, words),
        }
    }

    /// Whether the form was refused.
    pub const fn failed(&self) -> bool {
        self.refusal.is_some()
    }

    /// What is wrong with its fields.
    pub const fn problems(&self) -> &Problems {
        &self.problems
    }

    /// What is in a field that is not shown.
    pub fn value(&self, name: &str) -> String {
        self.values.text(name)
    }

    /// A field as it was refused, else with what is known already.
    pub fn field_or(&self, name: &'static str, known: &str) -> FieldState {
        let field = self.field(name);
        if self.failed() {
            return field;
        }
        FieldState {
            values: vec![known.to_owned()],
            ..field
        }
    }

    /// A field as it stands.
    pub fn field(&self, name: &'static str) -> FieldState {
        let (label, hint) = (self.words)(lang(), name);
        FieldState {
            name,
            id: (!self.prefix.is_empty()).then(|| format!("{}{name}", self.prefix)),
            label,
            hint: hint.map(str::to_owned),
            values: self.values.all(name),
            error: self.problems.field(name, label),
            optional: false,
        }
    }
}

/// What a form says that is shown again: the problems of its fields, or why it was not taken. First in the page.
#[component]
pub fn FormProblems(
    /// The form.
    draft: Draft,
) -> impl IntoView {
    let (words, lang, prefix) = (draft.words, lang(), draft.prefix);
    view! {
        <ErrorSummary problems=draft.problems label=move |name: &str| words(lang, name).0.to_owned() prefix/>
        <RefusalNotice refusal=draft.refusal/>
    }
}

/// One field of a form as it stands: everything that does not depend on how the field looks.
#[derive(Clone, Debug, Default)]
pub struct FieldState {
    /// Value of `name`, and of `id` where there is no other.
    pub name: &'static str,
    /// Value of `id`, where another form of the page has a field of the same name.
    pub id: Option<String>,
    /// Label, or the question of a set of choices.
    pub label: &'static str,
    /// Help under the label.
    pub hint: Option<String>,
    /// What is in it; more than one only where any number of choices may be chosen.
    pub values: Vec<String>,
    /// What is wrong.
    pub error: Option<String>,
    /// Whether the label says that it may stay empty.
    pub optional: bool,
}

impl FieldState {
    /// The same field, which may stay empty.
    #[must_use]
    pub fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// The same field with a hint of its own.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self {
            hint: Some(hint.into()),
            ..self
        }
    }

    /// Value of `id`.
    pub fn id(&self) -> String {
        self.id.clone().unwrap_or_else(|| self.name.to_owned())
    }

    /// What is in it, of one value.
    pub fn value(&self) -> String {
        self.values.first().cloned().unwrap_or_default()
    }

    /// `aria-invalid`, where something is wrong.
    pub fn invalid(&self) -> Option<&'static str> {
        self.error.is_some().then_some("true")
    }

    /// Ids of hint and error, for `aria-describedby`.
    pub fn described_by(&self) -> Option<String> {
        let ids: Vec<String> = [(self.hint.is_some(), "hint"), (self.error.is_some(), "error")]
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, part)| format!("{}-{part}", self.id()))
            .collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// What was typed into a form, by the names of its fields.
#[derive(Clone, Debug)]
pub struct FormValues(Value);

impl FormValues {
    /// Of any form.
    pub fn of(form: &impl Serialize) -> Self {
        Self(serde_json::to_value(form).unwrap_or_default())
    }

    /// One field's text; empty if there is none.
    pub fn text(&self, name: &str) -> String {
        self.0.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// All values of a field.
    pub fn all(&self, name: &str) -> Vec<String> {
        match self.0.get(name) {
            Some(Value::Array(values)) => values.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            Some(Value::String(text)) => vec![text.clone()],
            _ => Vec::new(),
        }
    }
}
