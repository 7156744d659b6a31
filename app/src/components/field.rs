//! One-line fields.

use leptos::prelude::*;
use texts::CommonWords;

use super::FieldState;
use crate::context::lang;

/// A field of one line, with label, hint and error. Its id is its name, unless it has one of its own. There is no `maxlength`, which
/// would cut pasted text without a word; the check tells what is too long.
#[component]
pub fn Field(
    /// The field as it stands. Passwords and files are never given back.
    of: FieldState,
    /// Input type: `text`, `date`, `time`, `email`, `tel`, `password`, `search`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What a browser may fill in, for example `email`.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// Which keyboard a phone shows, for example `numeric`.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// Whether it holds a code: monospaced, without spelling help.
    #[prop(optional)]
    code: bool,
    /// Whether several files may be chosen.
    #[prop(optional)]
    multiple: bool,
) -> impl IntoView {
    let value = match kind {
        "password" | "file" => String::new(),
        _ => of.value(),
    };
    view! {
        <FieldFrame of=of.clone()>
            <input
                class="bwc-field__control"
                class:bwc-field__control--short={matches!(kind, "date" | "time")}
                class:bwc-field__control--code=code
                type=kind
                multiple=multiple.then_some("multiple")
                id=of.id()
                name=of.name
                value=value
                autocomplete=autocomplete
                inputmode=inputmode
                spellcheck=code.then_some("false")
                autocapitalize=code.then_some("characters")
                aria-describedby=of.described_by()
                aria-invalid=of.invalid()
            />
        </FieldFrame>
    }
}

/// Label, hint and error of a field, above the control.
#[component]
pub fn FieldFrame(
    /// The field as it stands.
    of: FieldState,
    children: Children,
) -> impl IntoView {
    let lang = lang();
    let optional = of
        .optional
        .then(|| view! { <span class="bwc-field__optional">" ("{lang.optional()}")"</span> });
    view! {
        <div class="bwc-field" class:bwc-field--refused={of.error.is_some()}>
            <label class="bwc-field__label" for=of.id()>{of.label}{optional}</label>
            <FieldHelp of=of.clone()/>
            {children()}
        </div>
    }
}

/// The hint of a field and what is wrong with it; nothing if there is neither.
#[component]
pub fn FieldHelp(
    /// The field as it stands.
    of: FieldState,
) -> impl IntoView {
    let (lang, name) = (lang(), of.id());
    let hint_id = format!("{name}-hint");
    let error = of.error.map(|error| {
        view! {
            <p class="bwc-field__error" id=format!("{name}-error")>
                <span class="bwc-unseen">{lang.error_prefix()}" "</span>
                {error}
            </p>
        }
    });
    view! {
        {of.hint.map(|hint| view! { <p class="bwc-field__hint" id=hint_id>{hint}</p> })}
        {error}
    }
}
