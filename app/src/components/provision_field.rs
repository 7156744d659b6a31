//! A field for a provision of law.

use leptos::prelude::*;

use super::field::{FieldError, FieldLabel, described};

/// A field of one line that suggests provisions often cited; any other can be typed.
#[component]
pub fn ProvisionField(
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
    #[prop(into)]
    hint: String,
    /// What is wrong.
    #[prop(default = None)]
    error: Option<String>,
    /// Citations and what each is about.
    known: Vec<(&'static str, &'static str)>,
) -> impl IntoView {
    let invalid = error.is_some();
    let described_by = described(&name, true, invalid);
    let list = format!("{name}-known");
    view! {
        <div class="bwc-field" class:bwc-field--refused=invalid>
            <FieldLabel name=name.clone() label optional=false/>
            <p class="bwc-field-hint" id=format!("{name}-hint")>{hint}</p>
            <FieldError name=name.clone() error/>
            <input
                class="bwc-field-input"
                type="text"
                id=name.clone()
                name=name
                value=value
                list=list.clone()
                autocomplete="off"
                aria-describedby=described_by
                aria-invalid=invalid.then_some("true")
            />
            <datalist id=list>
                {known.into_iter().map(|(cited, about)| view! { <option value=cited>{about}</option> }).collect_view()}
            </datalist>
        </div>
    }
}
