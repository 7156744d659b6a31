//! A list that is worked through with the keyboard.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// `j` and `k` go to the next and the line before, and Enter opens it, as links do; `/` goes to the search. Nothing happens
/// while somebody types, or with a key held that a browser or a screen reader uses.
#[island]
pub fn ListKeys() -> impl IntoView {
    Effect::new(|_| {
        window_event_listener(ev::keydown, |event| {
            let held = event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented();
            if held || typing() {
                return;
            }
            let moved = match event.key().as_str() {
                "j" => go(1),
                "k" => go(-1),
                "/" => focus(element("input[type=search]")),
                _ => false,
            };
            if moved {
                event.prevent_default();
            }
        });
    });
}

fn element(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

fn focus(to: Option<Element>) -> bool {
    let to = to.and_then(|to| to.dyn_into::<HtmlElement>().ok());
    to.is_some_and(|to| to.focus().is_ok())
}

/// Whether the focus is where letters are typed or a choice is made by them.
fn typing() -> bool {
    let field = "input:not([type=checkbox]), textarea, select";
    document()
        .active_element()
        .is_some_and(|at| at.matches(field).unwrap_or(true))
}

/// Goes so many lines on, from the line that has the focus; without one to the first.
fn go(by: i32) -> bool {
    let Ok(links) = document().query_selector_all(".bwc-queue tbody th a") else {
        return false;
    };
    let here = document()
        .active_element()
        .and_then(|at| at.closest("tr").ok().flatten());
    let link = |index: u32| links.get(index).and_then(|node| node.dyn_into::<Element>().ok());
    let row = |index: u32| link(index).and_then(|link| link.closest("tr").ok().flatten());
    let now = (0..links.length()).find(|index| here.is_some() && row(*index) == here);
    let next = match now {
        Some(now) => now.checked_add_signed(by),
        None => Some(0),
    };
    focus(next.and_then(link))
}
