//! The ways out of a notice: at once, and when one is done.

use leptos::prelude::*;
use texts::NoticeWords;

use crate::{
    components::{Button, ButtonKind, ButtonLink, Form},
    context::lang,
};

/// At once, to a page that tells nothing; first on every page of a notice.
#[component]
pub fn QuickExit() -> impl IntoView {
    let lang = lang();
    view! {
        <p class="bwc-notice-exit bwc-unprinted">
            <ButtonLink kind=ButtonKind::Stop href=lang.path("/notice/leave")>{lang.notice_quick_exit()}</ButtonLink>
            <span class="bwc-soft">{lang.notice_quick_exit_hint()}</span>
        </p>
    }
}

/// When one is done: the notice is closed, and the browser keeps neither it nor the receipt of an objection.
#[component]
pub fn CloseNotice() -> impl IntoView {
    let lang = lang();
    view! {
        <section class="bwc-unprinted">
            <h2>{lang.notice_close()}</h2>
            <p>{lang.notice_close_hint()}</p>
            <CloseNow/>
        </section>
    }
}

/// The same as a button alone, above a form, so that its own button stays the last.
#[component]
pub fn CloseNow() -> impl IntoView {
    let lang = lang();
    view! {
        <Form opens=true action=lang.path("/notice")>
            <input type="hidden" name="act" value="leave"/>
            <Button kind=ButtonKind::Second>{lang.notice_close()}</Button>
        </Form>
    }
}
