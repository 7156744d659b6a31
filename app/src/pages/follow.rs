//! Following by e-mail.

use leptos::prelude::*;

use crate::components::Layout;

/// Following by e-mail.
#[component]
pub fn Follow() -> impl IntoView {
    view! { <Layout title="Following by e-mail"><h1>"Following by e-mail"</h1></Layout> }
}

/// Following by e-mail.
#[component]
pub fn FollowConfirm() -> impl IntoView {
    view! { <Layout title="Following by e-mail"><h1>"Following by e-mail"</h1></Layout> }
}

/// Following by e-mail.
#[component]
pub fn FollowStop() -> impl IntoView {
    view! { <Layout title="Following by e-mail"><h1>"Following by e-mail"</h1></Layout> }
}
