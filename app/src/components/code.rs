//! Tracking numbers and access codes.

use leptos::prelude::*;

/// What a code is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CodeKind {
    /// A tracking number: public.
    #[default]
    Number,
    /// An access code: secret.
    Access,
}

/// The hash of a file; one click selects it whole.
#[component]
pub fn Hash(
    /// SHA-256 in hexadecimal.
    #[prop(into)]
    sha256: String,
) -> impl IntoView {
    view! { <code class="bwc-code bwc-code--small bwc-code--hash" translate="no">{sha256}</code> }
}

/// A code, large, in groups; one click selects it whole.
#[component]
pub fn Code(
    /// As written, groups set apart by hyphens.
    #[prop(into)]
    text: String,
    /// What it is.
    #[prop(optional)]
    kind: CodeKind,
    /// Within a sentence or a table: not large.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let (number, code) = match kind {
        CodeKind::Number => (Some(text.clone()), None),
        CodeKind::Access => (None, Some(text.clone())),
    };
    let groups: Vec<String> = text.split_inclusive('-').map(str::to_owned).collect();
    view! {
        <code class="bwc-code" class:bwc-code--small=small translate="no" data-tracking-number=number data-access-code=code>
            {groups.into_iter().map(|group| view! { <span class="bwc-code__group">{group}</span> }).collect_view()}
        </code>
    }
}
