//! Staff accounts.

use leptos::prelude::*;

use crate::components::Layout;

/// Staff accounts.
#[component]
pub fn Accounts() -> impl IntoView {
    view! { <Layout title="Staff accounts"><h1>"Staff accounts"</h1></Layout> }
}
