//! Public log of requests.

use leptos::prelude::*;

use crate::components::Layout;

/// Public log of requests.
#[component]
pub fn Log() -> impl IntoView {
    view! { <Layout title="Public log of requests"><h1>"Public log of requests"</h1></Layout> }
}
