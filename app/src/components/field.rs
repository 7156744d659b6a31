//! One-line fields.

use leptos::prelude::*;
use texts::CommonWords;

use crate::context::visitor;

/// A field of one line, with label, hint and error. Its id is its name. There is no `maxlength`, which
/// would cut pasted text without a word; the check tells what is too long.
#[component]
pub fn Field(
    /// Value of `id` and `name`.
    #[prop(into)]
    name: String,
    /// Label.
    #[prop(into)]
    label: String,
    /// What is in it.
    #[prop(optional, into)]
    value: String,
    /// Help under the label.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong.
    #[prop(default = None)]
    error: Option<String>,
    /// Input type: `text`, `date`, `time`, `email`, `tel`, `password`, `search`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What a browser may fill in, for example `email`.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// Which keyboard a phone shows, for example `numeric`.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// Whether the label says that it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Whether it holds a code: monospaced, without spelling help.
    #[prop(optional)]
    code: bool,
    /// Whether several files may be chosen.
    #[prop(optional)]
    multiple: bool,
) -> impl IntoView {
    let invalid = error.is_some();
    let described_by = described(&name, hint.is_some(), invalid);
    let short = matches!(kind, "date" | "time");
    view! {
        <div class="bwc-field" class:bwc-field--refused=invalid>
            <FieldLabel name=name.clone() label optional/>
            {hint.map(|hint| view! { <p class="bwc-field-hint" id=format!("{name}-hint")>{hint}</p> })}
            <FieldError name=name.clone() error/>
            <input
                class="bwc-field-input"
                class:bwc-field-input--short=short
                class:bwc-field-input--code=code
                type=kind
                multiple=multiple.then_some("multiple")
                id=name.clone()
                name=name
                value=value
                autocomplete=autocomplete
                inputmode=inputmode
                spellcheck=code.then_some("false")
                autocapitalize=code.then_some("characters")
                aria-describedby=described_by
                aria-invalid=invalid.then_some("true")
            />
        </div>
    }
}

/// The label of a field.
#[component]
pub fn FieldLabel(
    /// Name of the field.
    #[prop(into)]
    name: String,
    /// Label.
    #[prop(into)]
    label: String,
    /// Whether it says that the field may stay empty.
    optional: bool,
) -> impl IntoView {
    let lang = visitor().lang;
    view! {
        <label class="bwc-field-label" for=name>
            {label}
            {optional.then(|| view! { <span class="bwc-field-optional">" ("{lang.optional()}")"</span> })}
        </label>
    }
}

/// What is wrong with a field; nothing if nothing is.
#[component]
pub fn FieldError(
    /// Name of the field.
    #[prop(into)]
    name: String,
    /// What is wrong.
    error: Option<String>,
) -> impl IntoView {
    let lang = visitor().lang;
    error.map(|error| {
        view! {
            <p class="bwc-field-error" id=format!("{name}-error")>
                <span class="bwc-unseen">{lang.error_prefix()}" "</span>
                {error}
            </p>
        }
    })
}

/// Ids of hint and error of a field, for `aria-describedby`.
pub(super) fn described(name: &str, hint: bool, error: bool) -> Option<String> {
    let ids: Vec<String> = [(hint, "hint"), (error, "error")]
        .iter()
        .filter(|(is, _)| *is)
        .map(|(_, part)| format!("{name}-{part}"))
        .collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}
