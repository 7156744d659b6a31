//! Calculator of deadlines.

use leptos::prelude::*;

use crate::components::Layout;

/// Calculator of deadlines.
#[component]
pub fn DeadlinePage() -> impl IntoView {
    view! { <Layout title="Calculator of deadlines"><h1>"Calculator of deadlines"</h1></Layout> }
}
