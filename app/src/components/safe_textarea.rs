//! The only place that writes a `<textarea>`.

use leptos::prelude::*;

use super::FieldState;

/// A text area whose text cannot break out: leptos does not escape a text area's children, so the
/// text is encoded here and set as inner HTML.
#[component]
pub fn SafeTextarea(
    /// The field as it stands.
    of: FieldState,
    /// Rows shown.
    rows: u16,
) -> impl IntoView {
    // A first line end would be swallowed by the parser, so one is always put in front.
    let encoded = format!("\n{}", encode(&of.value()));
    view! {
        <textarea
            id=of.id()
            name=of.name
            rows=rows
            class="bwc-field__control bwc-textarea"
            aria-describedby=of.described_by()
            aria-invalid=of.invalid()
            inner_html=encoded
        ></textarea>
    }
}

/// Text as HTML character data.
fn encode(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
