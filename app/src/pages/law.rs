//! How video becomes public.

use leptos::prelude::*;

use crate::components::Layout;

/// How video becomes public.
#[component]
pub fn Law() -> impl IntoView {
    view! { <Layout title="How video becomes public"><h1>"How video becomes public"</h1></Layout> }
}
