//! Number and code from a QR code's fragment.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Fills `number` and `code` from the address's fragment, `#NUMBER.CODE`, and clears it from the
/// address, so that neither stays in the history. A fragment never reaches the server.
#[island]
pub fn TrackFill() -> impl IntoView {
    Effect::new(|_| {
        let location = window().location();
        let fragment = location.hash().unwrap_or_default();
        let (number, code) = fragment.trim_start_matches('#').split_once('.').unwrap_or_default();
        if number.is_empty() {
            return;
        }
        for (id, value) in [("number", number), ("code", code)] {
            if let Some(input) = crate::input(id) {
                input.set_value(value);
            }
        }
        let bare = format!(
            "{}{}",
            location.pathname().unwrap_or_default(),
            location.search().unwrap_or_default()
        );
        if let Ok(history) = window().history() {
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&bare));
        }
    });
}

/// Fills `code` from the address's fragment, as the square on a letter carries it, and clears it from
/// the address.
#[island]
pub fn NoticeFill() -> impl IntoView {
    Effect::new(|_| {
        let location = window().location();
        let fragment = location.hash().unwrap_or_default();
        let code = fragment.trim_start_matches('#');
        if code.len() < 20 {
            return;
        }
        if let Some(input) = crate::input("code") {
            input.set_value(code);
        }
        if let Ok(history) = window().history() {
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&location.pathname().unwrap_or_default()));
        }
    });
}
