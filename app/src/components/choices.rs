//! Radio buttons and check boxes.

use leptos::prelude::*;

use super::FieldError;

/// One of several choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Sent with the form.
    pub value: String,
    /// Words beside the button.
    pub label: String,
    /// Explanation under it; empty for none.
    pub hint: String,
}

impl Choice {
    /// A choice without explanation.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: String::new(),
        }
    }

    /// The same choice with an explanation.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self {
            hint: hint.into(),
            ..self
        }
    }
}

/// One of the choices, or any number of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChoicesKind {
    /// One: radio buttons.
    #[default]
    One,
    /// Any number: check boxes.
    Many,
}

/// A question with choices, as a fieldset. The first choice has the id `name`, so that the error
/// summary can lead there.
#[component]
pub fn Choices(
    /// Field name.
    #[prop(into)]
    name: String,
    /// The question.
    #[prop(into)]
    legend: String,
    /// Help under the question.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong.
    #[prop(default = None)]
    error: Option<String>,
    /// One or many.
    #[prop(optional)]
    kind: ChoicesKind,
    /// The choices, in order.
    choices: Vec<Choice>,
    /// Values chosen.
    chosen: Vec<String>,
) -> impl IntoView {
    let described: Vec<String> = [hint.as_ref().map(|_| "hint"), error.as_ref().map(|_| "error")]
        .into_iter()
        .flatten()
        .map(|part| format!("{name}-{part}"))
        .collect();
    let refused = error.is_some();
    let first = name.clone();
    let items = choices.into_iter().enumerate().map(move |(place, choice)| {
        let id = if place == 0 {
            first.clone()
        } else {
            format!("{first}-{}", choice.value)
        };
        let checked = chosen.contains(&choice.value);
        item(&first, id, choice, kind, checked)
    });
    view! {
        <fieldset
            class="bwc-choices"
            class:bwc-choices--refused=refused
            aria-describedby=(!described.is_empty()).then(|| described.join(" "))
        >
            <legend class="bwc-choices-legend">{legend}</legend>
            {hint.map(|hint| view! { <p class="bwc-field-hint" id=format!("{name}-hint")>{hint}</p> })}
            <FieldError name=name.clone() error/>
            {items.collect_view()}
        </fieldset>
    }
}

fn item(name: &str, id: String, choice: Choice, kind: ChoicesKind, checked: bool) -> impl IntoView + use<> {
    let hint_id = (!choice.hint.is_empty()).then(|| format!("{id}-hint-{}", choice.value));
    view! {
        <div class="bwc-choices-item">
            <input
                class="bwc-choices-input"
                type=match kind { ChoicesKind::One => "radio", ChoicesKind::Many => "checkbox" }
                id=id.clone()
                name=name.to_owned()
                value=choice.value
                checked=checked
                aria-describedby=hint_id.clone()
            />
            <label class="bwc-choices-label" for=id>{choice.label}</label>
            {hint_id.map(|id| view! { <p class="bwc-choices-hint" id=id>{choice.hint}</p> })}
        </div>
    }
}
