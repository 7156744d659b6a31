//! A field for machines only.

use leptos::prelude::*;
use texts::CommonWords;

use crate::context::lang;

/// The field `website`: people never see it, so who fills it is no person.
#[component]
pub fn HoneyPot(
    /// What came in it: a machine that is shown the form again gets its own text back.
    #[prop(optional, into)]
    value: String,
) -> impl IntoView {
    let lang = lang();
    view! {
        <div class="bwc-honey-pot" aria-hidden="true">
            <label>
                {lang.honey_pot()}" "
                <input type="text" id="website" name="website" value=value tabindex="-1" autocomplete="off"/>
            </label>
        </div>
    }
}
