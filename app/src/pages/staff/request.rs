//! A request as staff see it.

use leptos::prelude::*;

use crate::components::Layout;

/// A request as staff see it.
#[component]
pub fn RequestPage() -> impl IntoView {
    view! { <Layout title="A request as staff see it"><h1>"A request as staff see it"</h1></Layout> }
}
