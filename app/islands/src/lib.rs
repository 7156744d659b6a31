//! The few things that run in the browser.
//!
//! Every page works without them; they answer sooner where that helps.

#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
/// Called by the page's script once the wasm is loaded.
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
