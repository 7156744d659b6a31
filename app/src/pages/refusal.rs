//! Pages that say no.

use leptos::prelude::*;
use office::Refusal;

use crate::{
    components::Layout,
    front::{set_status, status_of},
};

/// No such page.
#[component]
pub fn NotFound() -> impl IntoView {
    view! { <RefusalPage refusal=Refusal::NotFound/> }
}

/// What the office refused, with the status code that goes with it.
#[component]
pub fn RefusalPage(
    /// Why.
    refusal: Refusal,
) -> impl IntoView {
    set_status(status_of(&refusal));
    view! { <Layout title="Refused"><h1>{refusal.to_string()}</h1></Layout> }
}
