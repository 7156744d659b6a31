//! The receipt.

use leptos::prelude::*;

use crate::components::Layout;

/// The receipt.
#[component]
pub fn Filed() -> impl IntoView {
    view! { <Layout title="The receipt"><h1>"The receipt"</h1></Layout> }
}
