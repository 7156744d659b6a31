//! The first account.

use leptos::prelude::*;

use crate::components::Layout;

/// The first account.
#[component]
pub fn First() -> impl IntoView {
    view! { <Layout title="The first account"><h1>"The first account"</h1></Layout> }
}
