//! Facts with their names.

use leptos::prelude::*;

/// A list of facts; its children are [`SummaryRow`]s.
#[component]
pub fn SummaryList(children: Children) -> impl IntoView {
    view! { <dl class="bwc-summary-list">{children()}</dl> }
}

/// One fact.
#[component]
pub fn SummaryRow(
    /// Its name.
    #[prop(into)]
    name: String,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="bwc-summary-list-row">
            <dt class="bwc-summary-list-name">{name}</dt>
            <dd class="bwc-summary-list-value">{children()}</dd>
        </div>
    }
}
