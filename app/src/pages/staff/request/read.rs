//! The mark of new messages, and how it goes without an act.

use leptos::prelude::*;
use texts::StaffWords;

use crate::{
    components::{Button, ButtonKind, Form},
    context::lang,
};

/// How many messages are new, with a button that takes the mark off: a word of thanks needs no answer.
#[component]
pub fn MarkRead(unread: u32, version: i64) -> impl IntoView {
    let lang = lang();
    view! {
        <section data-unread=unread.to_string()>
            <p>{lang.unread(unread)}</p>
            <Form>
                <input type="hidden" name="act" value="read"/>
                <input type="hidden" name="version" value=version.to_string()/>
                <Button kind=ButtonKind::Second>{lang.mark_read()}</Button>
            </Form>
        </section>
    }
}
