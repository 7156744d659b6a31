//! Public status of a request.

use leptos::prelude::*;

use crate::components::Layout;

/// Public status of a request.
#[component]
pub fn Status() -> impl IntoView {
    view! { <Layout title="Public status of a request"><h1>"Public status of a request"</h1></Layout> }
}
