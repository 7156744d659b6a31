//! A form that got to no page, so that it can be sent again.

use leptos::prelude::*;
use texts::CommonWords;

use crate::{
    components::Button,
    context::{KeptForm, lang},
};

/// What was typed, and the form with all that was in it, to be sent again. Shows nothing where no form was sent.
#[component]
pub fn SendAgain(
    /// Whether the same form may be taken the next time.
    again: bool,
    /// What must be done first, and where.
    #[prop(optional_no_strip)]
    first: Option<(&'static str, &'static str)>,
) -> impl IntoView {
    let kept = use_context::<KeptForm>()?;
    let lang = lang();
    let typed = (!kept.shown.is_empty()).then(|| {
        let texts = kept
            .shown
            .iter()
            .map(|text| view! { <p class="bwc-message__text">{text.clone()}</p> })
            .collect_view();
        view! { <h2>{lang.refusal_typed()}</h2>{texts} }
    });
    let form = if again && kept.sends {
        view! { <Again kept first/> }.into_any()
    } else {
        view! { <p>{lang.again_copy()}" "<a href=kept.action target="_blank" rel="noopener">{lang.again_anew()}</a></p> }.into_any()
    };
    Some(view! { <section data-kept-form>{form}{typed}</section> })
}

/// The form itself: everything unseen, and the files to be chosen again.
#[component]
fn Again(kept: KeptForm, first: Option<(&'static str, &'static str)>) -> impl IntoView {
    let lang = lang();
    let opens = first.map(|(path, words)| {
        view! { <li><a href=lang.path(path) target="_blank" rel="noopener">{words}</a></li> }
    });
    let fields = kept
        .fields
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect_view();
    let enctype = kept.files.is_some().then_some("multipart/form-data");
    let files = kept.files.map(|field| {
        view! {
            <div class="bwc-field">
                <label class="bwc-field__label" for=field.clone()>{lang.again_files()}</label>
                <input class="bwc-field__control" type="file" multiple="multiple" id=field.clone() name=field/>
            </div>
        }
    });
    view! {
        <h2>{lang.again_title()}</h2>
        <ol>
            {opens}
            <li>{lang.again_hint()}</li>
        </ol>
        <form class="bwc-form" method="post" action=kept.action enctype=enctype>
            {fields}
            {files}
            <Button>{lang.again_send()}</Button>
        </form>
    }
}
