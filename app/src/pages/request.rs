//! The filing form.

use leptos::prelude::*;

use crate::components::Layout;

/// The filing form.
#[component]
pub fn Request() -> impl IntoView {
    view! { <Layout title="The filing form"><h1>"The filing form"</h1></Layout> }
}
