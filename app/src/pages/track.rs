//! Track a request.

use leptos::prelude::*;

use crate::components::Layout;

/// Track a request.
#[component]
pub fn Track() -> impl IntoView {
    view! { <Layout title="Track a request"><h1>"Track a request"</h1></Layout> }
}
