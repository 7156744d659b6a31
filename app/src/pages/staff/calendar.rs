//! Closures of office and court.

use leptos::prelude::*;

use crate::components::Layout;

/// Closures of office and court.
#[component]
pub fn Calendar() -> impl IntoView {
    view! { <Layout title="Closures of office and court"><h1>"Closures of office and court"</h1></Layout> }
}
