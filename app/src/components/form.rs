//! Forms.

use leptos::prelude::*;

use crate::context::{FormKey, office, visitor};

/// A form that posts, by default to the page it stands on. The browser's own checks are off, so that
/// everybody gets the same words in the page's language. It carries a key, under which
/// it does its work once.
#[component]
pub fn Form(
    /// Where it posts, with the language; by default the page's own path.
    #[prop(optional, into)]
    action: Option<String>,
    /// Id, for islands and links.
    #[prop(optional, into)]
    id: Option<String>,
    /// Whether it only opens or closes something, which may be done any number of times: then it has no key.
    #[prop(optional)]
    opens: bool,
    /// Whether it carries files.
    #[prop(optional)]
    files: bool,
    children: Children,
) -> impl IntoView {
    let visitor = visitor();
    let key = (!opens).then(|| use_context::<FormKey>().map_or_else(|| office().submission_key(), |again| again.0));
    let action = action.unwrap_or_else(|| visitor.lang.path(&visitor.path));
    view! {
        <form class="bwc-form" method="post" action=action id=id enctype=files.then_some("multipart/form-data") novalidate>
            {key.map(|key| view! { <input type="hidden" name="key" value=key/> })}
            {children()}
        </form>
    }
}
