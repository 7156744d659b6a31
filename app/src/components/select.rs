//! Lists to choose one from.

use leptos::prelude::*;
use texts::CommonWords;

use super::{FieldState, field::FieldFrame};
use crate::context::lang;

/// A list to choose one from, with label, hint and error.
#[component]
pub fn Select(
    /// The field as it stands.
    of: FieldState,
    /// Values and their words.
    options: Vec<(String, String)>,
    /// Words of the empty choice on top; "Choose one" if not given.
    #[prop(optional, into)]
    empty: Option<String>,
) -> impl IntoView {
    let chosen = of.value();
    // What was typed and is not in the list stays visible, so that it can be told and mended.
    let unknown = (!chosen.is_empty() && !options.iter().any(|(known, _)| *known == chosen)).then(|| chosen.clone());
    view! {
        <FieldFrame of=of.clone()>
            <select
                class="bwc-field__control bwc-select"
                id=of.id()
                name=of.name
                aria-describedby=of.described_by()
                aria-invalid=of.invalid()
            >
                <option value="" selected=chosen.is_empty()>
                    {empty.unwrap_or_else(|| lang().choose().to_owned())}
                </option>
                {unknown.map(|value| view! { <option value=value.clone() selected>{value.clone()}</option> })}
                {options
                    .into_iter()
                    .map(|(value, words)| {
                        let selected = value == chosen;
                        view! { <option value=value selected=selected>{words}</option> }
                    })
                    .collect_view()}
            </select>
        </FieldFrame>
    }
}
