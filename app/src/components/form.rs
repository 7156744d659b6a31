//! Forms.

use leptos::prelude::*;

use crate::context::visitor;

/// A form that posts, by default to the page it stands on. The browser's own checks are off, so that
/// everybody gets the same words in the page's language.
#[component]
pub fn Form(
    /// Where it posts, with the language; by default the page's own path.
    #[prop(optional, into)]
    action: Option<String>,
    /// Id, for islands and links.
    #[prop(optional, into)]
    id: Option<String>,
    /// The submission key, where the form has one.
    #[prop(optional, into)]
    key: Option<String>,
    /// Whether it carries files.
    #[prop(optional)]
    files: bool,
    children: Children,
) -> impl IntoView {
    let visitor = visitor();
    let action = action.unwrap_or_else(|| visitor.lang.path(&visitor.path));
    view! {
        <form class="bwc-form" method="post" action=action id=id enctype=files.then_some("multipart/form-data") novalidate>
            {key.map(|key| view! { <input type="hidden" name="key" value=key/> })}
            {children()}
        </form>
    }
}
