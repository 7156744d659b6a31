//! Fields of several lines.

use leptos::prelude::*;

use super::{
    SafeTextarea,
    field::{FieldError, FieldLabel, described},
};

/// A field of several lines, with label, hint and error. Its id is its name.
#[component]
pub fn TextField(
    /// Value of `id` and `name`.
    #[prop(into)]
    name: String,
    /// Label.
    #[prop(into)]
    label: String,
    /// What is in it.
    #[prop(optional, into)]
    value: String,
    /// Help under the label.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong.
    #[prop(default = None)]
    error: Option<String>,
    /// Rows shown.
    #[prop(default = 5)]
    rows: u16,
    /// Whether the label says that it may stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let invalid = error.is_some();
    let described_by = described(&name, hint.is_some(), invalid);
    view! {
        <div class="bwc-field" class:bwc-field--refused=invalid>
            <FieldLabel name=name.clone() label optional/>
            {hint.map(|hint| view! { <p class="bwc-field-hint" id=format!("{name}-hint")>{hint}</p> })}
            <FieldError name=name.clone() error/>
            <SafeTextarea name text=value rows described_by invalid/>
        </div>
    }
}
