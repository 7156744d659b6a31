//! Fields of several lines.

use leptos::prelude::*;

use super::{FieldState, field::FieldFrame, safe_textarea::SafeTextarea};

/// A field of several lines, with label, hint and error. Its id is its name.
#[component]
pub fn TextField(
    /// The field as it stands.
    of: FieldState,
    /// Rows shown.
    #[prop(default = 5)]
    rows: u16,
) -> impl IntoView {
    view! { <FieldFrame of=of.clone()><SafeTextarea of rows/></FieldFrame> }
}
