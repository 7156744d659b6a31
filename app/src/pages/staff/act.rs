//! One act on a request.

use leptos::prelude::*;

use crate::components::Layout;

/// One act on a request.
#[component]
pub fn ActPage() -> impl IntoView {
    view! { <Layout title="One act on a request"><h1>"One act on a request"</h1></Layout> }
}
