//! About this portal.

use leptos::prelude::*;

use crate::components::Layout;

/// About this portal.
#[component]
pub fn Accessibility() -> impl IntoView {
    view! { <Layout title="About this portal"><h1>"About this portal"</h1></Layout> }
}

/// About this portal.
#[component]
pub fn Privacy() -> impl IntoView {
    view! { <Layout title="About this portal"><h1>"About this portal"</h1></Layout> }
}
