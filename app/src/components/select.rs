//! Lists to choose one from.

use leptos::prelude::*;
use texts::CommonWords;

use super::field::{FieldError, FieldLabel, described};
use crate::context::visitor;

/// A list to choose one from, with label, hint and error.
#[component]
pub fn Select(
    /// Value of `id` and `name`.
    #[prop(into)]
    name: String,
    /// Label.
    #[prop(into)]
    label: String,
    /// Values and their words.
    options: Vec<(String, String)>,
    /// Value chosen.
    #[prop(optional, into)]
    value: String,
    /// Words of the empty choice on top; "Choose one" if not given.
    #[prop(optional, into)]
    empty: Option<String>,
    /// Help under the label.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong.
    #[prop(default = None)]
    error: Option<String>,
    /// Whether the label says that it may stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let lang = visitor().lang;
    let invalid = error.is_some();
    let described_by = described(&name, hint.is_some(), invalid);
    // What was typed and is not in the list stays visible, so that it can be told and mended.
    let unknown = (!value.is_empty() && !options.iter().any(|(known, _)| *known == value)).then(|| value.clone());
    let chosen = value;
    view! {
        <div class="bwc-field" class:bwc-field--refused=invalid>
            <FieldLabel name=name.clone() label optional/>
            {hint.map(|hint| view! { <p class="bwc-field-hint" id=format!("{name}-hint")>{hint}</p> })}
            <FieldError name=name.clone() error/>
            <select
                class="bwc-select"
                id=name.clone()
                name=name
                aria-describedby=described_by
                aria-invalid=invalid.then_some("true")
            >
                <option value="" selected=chosen.is_empty()>{empty.unwrap_or_else(|| lang.choose().to_owned())}</option>
                {unknown.map(|value| view! { <option value=value.clone() selected>{value.clone()}</option> })}
                {options
                    .into_iter()
                    .map(|(value, words)| {
                        let selected = value == chosen;
                        view! { <option value=value selected=selected>{words}</option> }
                    })
                    .collect_view()}
            </select>
        </div>
    }
}
