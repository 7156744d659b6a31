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
        <div class="bwc-summary-list__row">
            <dt>{name}</dt>
            <dd class="bwc-summary-list__value">{children()}</dd>
        </div>
    }
}
