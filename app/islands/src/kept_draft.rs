//! What was typed into the filing form, kept in this browser until it is sent.
//!
//! The draft is one entry of the browser's storage, written as a form is sent: fields by name, so that a form that has gained or
//! lost some still reads it. Beside them it says when somebody last typed ([`TYPED`]), and in which pages ([`PAGES`]): the
//! receipt of one of these erases it.

use leptos::{ev, prelude::*};
use office::forms::FILING_FIELDS;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, FormData, HtmlFormElement, Storage, UrlSearchParams};

/// Name of the entry in the browser's storage.
pub const DRAFT: &str = "daylight-draft";
/// Field of the entry: pages in which it was typed, each by the beginning of its form's key; the whole key opens a receipt, so
/// it is not kept.
pub const PAGES: &str = "-page";
/// How many characters of a key name a page.
pub const PAGE_CHARACTERS: u32 = 8;
/// Field of the entry: when somebody last typed, in milliseconds since 1970.
const TYPED: &str = "-typed";
/// Pages that are remembered.
const MOST_PAGES: u32 = 8;
/// Days after which a draft is no longer put back, but erased.
pub const DRAFT_DAYS: u32 = 7;
/// A day in milliseconds.
const DAY: f64 = 86_400_000.0;

/// Ids of what stands in the page for it: the note, which is shown once it is known whether drafts can be kept; its message;
/// its link.
pub const NOTE: &str = "draft";
/// The message of the note.
pub const MESSAGE: &str = "draft-message";
/// The link to the empty form, which clears the draft.
pub const CLEAR: &str = "draft-clear";

/// Keeps what is typed into the filing form in this browser alone, and puts it back: after a broken network, a closed tab, a
/// reload. The form in another language has the same draft.
#[island]
pub fn KeptDraft(
    /// Id of the form.
    form: String,
    /// Whether the form was refused and is shown again, with what was typed.
    again: bool,
    /// Said where a draft was put back.
    restored: String,
) -> impl IntoView {
    Effect::new(move |_| {
        let found = document()
            .get_element_by_id(&form)
            .and_then(|form| form.dyn_into().ok());
        let Some(form) = found else { return };
        let Some(storage) = storage() else {
            return kept_here(false);
        };
        let draft = Draft { form, storage };
        if again {
            draft.keep();
        } else {
            kept_here(true);
            if draft.restore() {
                say(&restored);
                draft.keep();
                tell_others();
            }
        }
        let typed = draft.clone();
        window_event_listener(ev::input, move |event| {
            if typed.is_of(&event) {
                typed.keep();
            }
        });
        window_event_listener(ev::click, move |event| {
            let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            // The form itself is emptied by the page that the link leads to.
            if pressed.is_some_and(|pressed| pressed.id() == CLEAR) {
                let _ = draft.storage.remove_item(DRAFT);
            }
        });
    });
}

/// The form of a page and where its draft is kept.
#[derive(Clone)]
struct Draft {
    form: HtmlFormElement,
    storage: Storage,
}

impl Draft {
    /// Whether something was typed into this form.
    fn is_of(&self, event: &Event) -> bool {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        target.is_some_and(|target| self.form.contains(Some(&target)))
    }

    /// The draft that is kept; one that nobody typed into for days is erased.
    fn kept(&self) -> Option<UrlSearchParams> {
        let text = self.storage.get_item(DRAFT).ok()??;
        let kept = UrlSearchParams::new_with_str(&text).ok()?;
        // The browser's own reader of numbers: Rust's would weigh as much as all else here. What is no number is no age.
        let age = js_sys::Date::now() - js_sys::parse_float(&kept.get(TYPED).unwrap_or_default());
        if (0.0..f64::from(DRAFT_DAYS) * DAY).contains(&age) {
            return Some(kept);
        }
        let _ = self.storage.remove_item(DRAFT);
        None
    }

    /// Keeps what is in the form now.
    fn keep(&self) {
        let (Ok(data), Ok(draft)) = (FormData::new_with_form(&self.form), UrlSearchParams::new()) else {
            return;
        };
        let append = |name: &str, values: &js_sys::Array| {
            for value in values.iter().filter_map(|value| value.as_string()) {
                draft.append(name, &value);
            }
        };
        for name in FILING_FIELDS {
            append(name, &data.get_all(name));
        }
        let pages = self.kept().map(|kept| kept.get_all(PAGES)).unwrap_or_default();
        let page = js_sys::JsString::from(data.get("key")).slice(0, PAGE_CHARACTERS);
        if !pages.includes(&page, 0) {
            pages.push(&page);
        }
        append(
            PAGES,
            &pages.slice(pages.length().saturating_sub(MOST_PAGES), pages.length()),
        );
        if let Ok(now) = js_sys::Number::from(js_sys::Date::now()).to_string_with_radix(10) {
            draft.append(TYPED, &String::from(now));
        }
        kept_here(self.storage.set_item(DRAFT, &String::from(draft.to_string())).is_ok());
    }

    /// Puts the draft back into a new form: texts where the form has none, and what was chosen. Whether there was one.
    fn restore(&self) -> bool {
        let Some(kept) = self.kept() else { return false };
        // Without a single choice or text it was made by a form with other fields.
        let mut any = false;
        for name in FILING_FIELDS {
            let values = kept.get_all(name);
            if name == "language" || values.length() == 0 {
                continue;
            }
            any = true;
            self.each(name, |field| match field.get_attribute("type").as_deref() {
                Some("radio" | "checkbox") => {
                    let value = get(field, "value");
                    set(field, "checked", &values.includes(&value, 0).into());
                }
                _ if get(field, "value").as_string().is_some_and(|value| value.is_empty()) => {
                    set(field, "value", &values.get(0));
                }
                _ => {}
            });
        }
        any
    }

    /// Does something with each input of a field.
    fn each(&self, name: &str, mut with: impl FnMut(&Element)) {
        let found = self.form.query_selector_all(&format!("[name=\"{name}\"]"));
        let Ok(found) = found else { return };
        for index in 0..found.length() {
            if let Some(field) = found.item(index).and_then(|field| field.dyn_into().ok()) {
                with(&field);
            }
        }
    }
}

/// The browser's storage, where it may be used.
fn storage() -> Option<Storage> {
    let storage = window().local_storage().ok()??;
    let probe = format!("{DRAFT}-probe");
    storage.set_item(&probe, "").ok()?;
    storage.remove_item(&probe).ok()?;
    Some(storage)
}

fn get(field: &Element, name: &str) -> JsValue {
    js_sys::Reflect::get(field, &name.into()).unwrap_or_default()
}

fn set(field: &Element, name: &str, value: &JsValue) {
    let _ = js_sys::Reflect::set(field, &name.into(), value);
}

/// Shows the note, which says whether what is typed is kept: storage that is off or full keeps nothing.
fn kept_here(kept: bool) {
    if let Some(note) = document().get_element_by_id(NOTE) {
        let _ = note.set_attribute("data-kept", if kept { "yes" } else { "no" });
    }
}

fn say(words: &str) {
    if let Some(line) = document().get_element_by_id(MESSAGE) {
        line.set_text_content(Some(words));
    }
}

/// What else follows the form looks at it again.
fn tell_others() {
    if let Ok(event) = Event::new("input") {
        let _ = window().dispatch_event(&event);
    }
}
