//! What a request holds.

use leptos::prelude::*;
use office::views::HeldView;
use texts::ReceiptWords;

use crate::context::lang;

/// The time that is held, and what the clock did in it.
#[component]
pub fn Held(held: HeldView) -> impl IntoView {
    let lang = lang();
    view! {
        <p data-held="">{lang.filed_held(held)}</p>
        {held.change.map(|change| view! { <p>{lang.clock_change(change)}</p> })}
    }
}
