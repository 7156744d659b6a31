//! Why a form was not taken, other than for its fields.

use leptos::prelude::*;
use office::Refusal;
use texts::{AccountWords, CommonWords};

use super::{Banner, Tone};
use crate::context::{lang, visitor};

/// On top of a form shown again: what happened, what was kept, what to do. Shows nothing for wrong
/// fields, which the error summary tells, and nothing for no refusal.
#[component]
pub fn RefusalNotice(
    /// Why the form was not taken.
    refusal: Option<Refusal>,
) -> impl IntoView {
    let lang = lang();
    refusal
        .filter(|refusal| !matches!(refusal, Refusal::Invalid { .. }))
        .map(|refusal| {
            let confirm = matches!(refusal, Refusal::Confirm).then(|| {
                let href = lang.path(&format!("/staff/confirm?next={}", visitor().path));
                view! { <p><a href=href target="_blank">{lang.confirm_open()}</a></p> }
            });
            view! {
                <div role="alert" tabindex="-1" autofocus=true data-refusal>
                    <Banner title=lang.refusal_title(&refusal) tone=Tone::Stop>
                        <p>{lang.refusal_happened(&refusal)}</p>
                        <p>{lang.refusal_kept(&refusal, true)}" "{lang.refusal_next(&refusal, true)}</p>
                        {confirm}
                    </Banner>
                </div>
            }
        })
}
