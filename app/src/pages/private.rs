//! The private page of a request.

use leptos::prelude::*;

use crate::components::Layout;

/// The private page of a request.
#[component]
pub fn Private() -> impl IntoView {
    view! { <Layout title="The private page of a request"><h1>"The private page of a request"</h1></Layout> }
}
