//! The only place that writes a `<textarea>`.

use leptos::prelude::*;

/// A text area whose text cannot break out: leptos does not escape a text area's children, so the
/// text is encoded here and set as inner HTML.
#[component]
pub fn SafeTextarea(
    /// Value of `id` and `name`.
    #[prop(into)]
    name: String,
    /// The text.
    #[prop(into)]
    text: String,
    /// Rows shown.
    #[prop(default = 6)]
    rows: u16,
    /// Ids of hint and error, for `aria-describedby`.
    #[prop(default = None)]
    described_by: Option<String>,
    /// Whether the field is refused.
    #[prop(optional)]
    invalid: bool,
) -> impl IntoView {
    // A first line end would be swallowed by the parser, so one is always put in front.
    let encoded = format!("\n{}", encode(&text));
    view! {
        <textarea
            id=name.clone()
            name=name
            rows=rows
            class="bwc-textarea"
            aria-describedby=described_by
            aria-invalid=invalid.then_some("true")
            inner_html=encoded
        ></textarea>
    }
}

/// Text as HTML character data.
fn encode(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
