//! A field for a provision of law.

use leptos::prelude::*;

use super::{FieldState, field::FieldFrame};

/// A field of one line that suggests provisions of the profile's list.
#[component]
pub fn ProvisionField(
    /// The field as it stands.
    of: FieldState,
    /// Citations and what each is about.
    known: Vec<(String, String)>,
) -> impl IntoView {
    let list = format!("{}-known", of.id());
    view! {
        <FieldFrame of=of.clone()>
            <input
                class="bwc-field__control"
                type="text"
                id=of.id()
                name=of.name
                value=of.value()
                list=list.clone()
                autocomplete="off"
                aria-describedby=of.described_by()
                aria-invalid=of.invalid()
            />
            <datalist id=list>
                {known.into_iter().map(|(cited, about)| view! { <option value=cited>{about}</option> }).collect_view()}
            </datalist>
        </FieldFrame>
    }
}
