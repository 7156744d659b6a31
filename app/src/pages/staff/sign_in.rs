//! Sign in.

use leptos::prelude::*;

use crate::components::Layout;

/// Sign in.
#[component]
pub fn SignIn() -> impl IntoView {
    view! { <Layout title="Sign in"><h1>"Sign in"</h1></Layout> }
}
