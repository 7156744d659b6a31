//! A field's own error as soon as it is left, by the server's own rules.

use law::Date;
use leptos::{ev, prelude::*};
use office::{
    Lang, Problem,
    forms::{FILING_FIELDS, FilingContext, FilingForm},
};
use texts::{CommonWords, ProblemWords, with_label};
use wasm_bindgen::JsCast;
use web_sys::{Element, FormData, HtmlFormElement};

/// Checks the filing form when a field is left: tells what is wrong with that field, and takes back
/// what is mended. Says nothing about a field that is still empty.
#[island]
pub fn FieldCheck(
    /// Id of the form.
    form: String,
    /// Language.
    lang: Lang,
    /// Today in the agency's time zone.
    today: Date,
    /// Keys and names of the divisions.
    divisions: Vec<(String, String)>,
) -> impl IntoView {
    Effect::new(move |_| {
        let context = FilingContext {
            today,
            divisions: divisions.clone(),
            lang,
        };
        let form = form.clone();
        window_event_listener(ev::focusout, move |event| {
            let left = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok())
                .map(|field| field.id());
            if let Some(left) = left {
                check(&form, &left, &context);
            }
        });
    });
}

fn check(form: &str, left: &str, context: &FilingContext) {
    let data = document()
        .get_element_by_id(form)
        .and_then(|form| form.dyn_into::<HtmlFormElement>().ok())
        .and_then(|form| FormData::new_with_form(&form).ok());
    let Some(data) = data else { return };
    let typed = |name: &str| data.get(name).as_string().unwrap_or_default();
    let errors = read(typed).check(context).err().unwrap_or_default();
    for name in FILING_FIELDS {
        let told = document().get_element_by_id(&format!("{name}-error")).is_some();
        if told || (name == left && !typed(name).trim().is_empty()) {
            tell(context.lang, name, errors.of(name));
        }
    }
}

/// The form as typed. Cameras are left out: boxes cannot be filled in wrongly.
fn read(typed: impl Fn(&str) -> String) -> FilingForm {
    FilingForm {
        key: typed("key"),
        track: typed("track"),
        incident_date: typed("incident_date"),
        incident_date_to: typed("incident_date_to"),
        time_from: typed("time_from"),
        time_to: typed("time_to"),
        place: typed("place"),
        division: typed("division"),
        report_number: typed("report_number"),
        officers: typed("officers"),
        people: typed("people"),
        description: typed("description"),
        name: typed("name"),
        email: typed("email"),
        phone: typed("phone"),
        postal_address: typed("postal_address"),
        relation: typed("relation"),
        represents: typed("represents"),
        civil_claim: typed("civil_claim"),
        language: typed("language"),
        notify: typed("notify"),
        needed_by: typed("needed_by"),
        ..FilingForm::default()
    }
}

/// Shows or takes back a field's error, with the same markup as the server's.
fn tell(lang: Lang, name: &str, problem: Option<&Problem>) {
    let id = format!("{name}-error");
    let Some(field) = document().get_element_by_id(name) else {
        return;
    };
    let shown = document().get_element_by_id(&id);
    let described = field.get_attribute("aria-describedby").unwrap_or_default();
    let mut ids: Vec<&str> = described.split_whitespace().filter(|known| *known != id).collect();
    if let Some(problem) = problem {
        let words = format!(
            "{} {}",
            lang.error_prefix(),
            with_label(&label_of(name), problem, lang.problem_of_filing(name, problem))
        );
        let line = shown.or_else(|| insert(&field, &id));
        if let Some(line) = line {
            line.set_text_content(Some(&words));
        }
        ids.push(&id);
        let _ = field.set_attribute("aria-invalid", "true");
    } else {
        if let Some(line) = shown {
            line.remove();
        }
        let _ = field.remove_attribute("aria-invalid");
    }
    let _ = field.set_attribute("aria-describedby", &ids.join(" "));
    if let Ok(Some(around)) = field.closest(".bwc-field") {
        let _ = around
            .class_list()
            .toggle_with_force("bwc-field--refused", problem.is_some());
    }
}

/// The label of a field, without what stands behind it (`(optional)`); empty for a set of choices.
fn label_of(name: &str) -> String {
    let label = document().query_selector(&format!("label[for={name}]")).ok().flatten();
    let first = label.and_then(|label| label.first_child());
    first.and_then(|words| words.text_content()).unwrap_or_default()
}

fn insert(field: &Element, id: &str) -> Option<Element> {
    let line = document().create_element("p").ok()?;
    line.set_class_name("bwc-field__error");
    line.set_id(id);
    field.before_with_node_1(&line).ok()?;
    Some(line)
}
