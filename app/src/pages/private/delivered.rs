//! What was delivered to the requester, and what they must know before.

use leptos::prelude::*;
use office::{
    Lang,
    views::{DisplayWindow, ReleasedView},
};
use texts::LibraryWords;

use crate::components::{Banner, Button, Form, Inset, Released, Tone};

/// The warning of 610.100.8, while it waits to be acknowledged.
pub fn warning(lang: Lang, key: String) -> impl IntoView {
    view! {
        <section id="warning">
            <Banner title=lang.warning_title() tone=Tone::Waiting>
                <p>{lang.warning_text()}</p>
                <Form key>
                    <input type="hidden" name="act" value="acknowledge"/>
                    <Button>{lang.warning_send()}</Button>
                </Form>
            </Banner>
        </section>
    }
}

/// When the requester may show what they got (610.100.8).
pub fn windows(lang: Lang, windows: &[DisplayWindow]) -> impl IntoView + use<> {
    let items: Vec<_> = windows
        .iter()
        .enumerate()
        .map(|(place, window)| {
            let days = match (window.last_day, window.over) {
                (None, _) => lang.window_waits().to_owned(),
                (Some(day), false) => lang.window_last(day),
                (Some(day), true) => lang.window_over(day),
            };
            let clock = window.last_day.map(|day| day.to_string());
            view! { <li>{lang.window_person(place + 1)}": "<time datetime=clock data-clock="C4">{days}</time></li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <section id="windows">
                <h2>{lang.windows_title()}</h2>
                <p>{lang.windows_lead()}</p>
                <ul>{items}</ul>
            </section>
        }
    })
}

/// The videos; nothing before there is one.
pub fn delivered(lang: Lang, videos: Vec<ReleasedView>) -> impl IntoView {
    if videos.is_empty() {
        return ().into_any();
    }
    let items: Vec<AnyView> = videos.into_iter().map(|video| one(lang, video)).collect();
    view! {
        <section id="delivered">
            <h2>{lang.delivered_title()}</h2>
            <p>{lang.delivered_lead()}</p>
            {items}
        </section>
    }
    .into_any()
}

fn one(lang: Lang, video: ReleasedView) -> AnyView {
    if let Some(stopped) = video.stopped_on {
        return view! { <Inset><p>{lang.delivered_stopped(stopped)}</p></Inset> }.into_any();
    }
    let title = lang.released_title(video.started.date());
    let at = format!("/requests/{}/private/files/{}", video.number, video.id);
    view! { <Released video at title lang/> }.into_any()
}
