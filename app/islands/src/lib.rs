//! The few things that run in the browser.
//!
//! Every page works without them; they answer sooner where that helps.
#![expect(clippy::needless_pass_by_value, reason = "an island owns its props")]

mod deletion_date;
mod field_check;
mod kept_draft;
mod list_keys;
mod track_fill;
mod upload_file;

pub use deletion_date::{DeletionDate, keeping};
pub use field_check::FieldCheck;
pub use kept_draft::{CLEAR, DRAFT, DRAFT_DAYS, KeptDraft, MESSAGE, NOTE, PAGE_CHARACTERS, PAGES};
pub use list_keys::ListKeys;
pub use track_fill::{NoticeFill, TrackFill};
pub use upload_file::UploadFile;

#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
/// Called by the page's script once the wasm is loaded.
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}

/// An input of the page by its id.
fn input(id: &str) -> Option<web_sys::HtmlInputElement> {
    use wasm_bindgen::JsCast;
    leptos::prelude::document().get_element_by_id(id)?.dyn_into().ok()
}
