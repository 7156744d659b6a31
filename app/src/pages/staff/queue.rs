//! The queue by clock.

use leptos::prelude::*;

use crate::components::Layout;

/// The queue by clock.
#[component]
pub fn Queue() -> impl IntoView {
    view! { <Layout title="The queue by clock"><h1>"The queue by clock"</h1></Layout> }
}
