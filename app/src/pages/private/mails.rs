//! Where letters by e-mail go: changed, stopped, asked for again.

use leptos::prelude::*;
use texts::FollowingWords;

use crate::{
    components::{Button, ButtonKind, Draft, Field, FieldState, Form},
    context::lang,
};

/// The forms, by where letters go now.
#[component]
pub fn Mails(email: Option<String>, draft: Draft) -> impl IntoView {
    let lang = lang();
    let (now, change) = match &email {
        Some(email) => (lang.mails_to(email), lang.mails_change()),
        None => (lang.mails_none().to_owned(), lang.mails_start()),
    };
    let field = FieldState {
        label: lang.mails_email(),
        ..draft.field("email")
    };
    let stop = email.is_some().then(|| {
        view! {
            <p>{lang.mails_stop_hint()}</p>
            <Form>
                <input type="hidden" name="act" value="stop_mail"/>
                <Button kind=ButtonKind::Second>{lang.mails_stop()}</Button>
            </Form>
        }
    });
    view! {
        <section id="mails">
            <h2>{lang.mails_title()}</h2>
            <p class="bwc-typed">{now}</p>
            <h3>{change}</h3>
            <Form>
                <input type="hidden" name="act" value="change_mail"/>
                <Field of=field kind="email" autocomplete="email"/>
                <Button kind=ButtonKind::Second>{lang.mails_save()}</Button>
            </Form>
            {stop}
        </section>
    }
}
