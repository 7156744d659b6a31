//! Radio buttons and check boxes.

use leptos::prelude::*;

use super::{FieldState, field::FieldHelp};

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
    /// The question as it stands, with the values chosen.
    of: FieldState,
    /// One or many.
    #[prop(optional)]
    kind: ChoicesKind,
    /// The choices, in order.
    choices: Vec<Choice>,
) -> impl IntoView {
    let items: Vec<_> = choices
        .into_iter()
        .enumerate()
        .map(|(place, choice)| {
            let id = if place == 0 {
                of.id()
            } else {
                format!("{}-{}", of.id(), choice.value)
            };
            let checked = of.values.contains(&choice.value);
            view! { <ChoiceItem name=of.name id choice kind checked/> }
        })
        .collect();
    view! {
        <fieldset
            class="bwc-choices"
            class:bwc-choices--refused={of.error.is_some()}
            aria-describedby=of.described_by()
        >
            <legend class="bwc-choices__legend">{of.label}</legend>
            <FieldHelp of=of.clone()/>
            {items}
        </fieldset>
    }
}

#[component]
fn ChoiceItem(name: &'static str, id: String, choice: Choice, kind: ChoicesKind, checked: bool) -> impl IntoView {
    let hint_id = (!choice.hint.is_empty()).then(|| format!("{id}-hint-{}", choice.value));
    view! {
        <div class="bwc-choices__item">
            <input
                class="bwc-choices__input"
                type=match kind { ChoicesKind::One => "radio", ChoicesKind::Many => "checkbox" }
                id=id.clone()
                name=name
                value=choice.value
                checked=checked
                aria-describedby=hint_id.clone()
            />
            <label class="bwc-choices__label" for=id>{choice.label}</label>
            {hint_id.map(|id| view! { <p class="bwc-choices__hint" id=id>{choice.hint}</p> })}
        </div>
    }
}
