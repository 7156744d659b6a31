//! Home.

use leptos::prelude::*;

use crate::components::Layout;

/// Home.
#[component]
pub fn Home() -> impl IntoView {
    view! { <Layout title="Home"><h1>"Home"</h1></Layout> }
}
