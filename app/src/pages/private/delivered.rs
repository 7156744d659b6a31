//! What was delivered to the requester, and what they must know before.

use leptos::prelude::*;
use office::views::{DisplayWindow, ReleasedView};
use texts::LibraryWords;

use crate::{
    components::{Banner, Button, Form, Inset, Released, Tone},
    context::lang,
};

/// The warning of 610.100.8, while it waits to be acknowledged.
#[component]
pub fn Warning() -> impl IntoView {
    let lang = lang();
    view! {
        <section id="warning">
            <Banner title=lang.warning_title() tone=Tone::Waiting>
                <p>{lang.warning_text()}</p>
                <Form>
                    <input type="hidden" name="act" value="acknowledge"/>
                    <Button>{lang.warning_send()}</Button>
                </Form>
            </Banner>
        </section>
    }
}

/// When the requester may show what they got (610.100.8).
#[component]
pub fn DisplayWindows(windows: Vec<DisplayWindow>) -> impl IntoView {
    let lang = lang();
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
#[component]
pub fn Delivered(videos: Vec<ReleasedView>) -> impl IntoView {
    let lang = lang();
    let any_goes = videos.iter().any(|video| video.stopped_on.is_none());
    (!videos.is_empty()).then(|| {
        let items: Vec<_> = videos
            .into_iter()
            .map(|video| view! { <DeliveredVideo video/> })
            .collect();
        view! {
            <section id="delivered">
                <h2>{lang.delivered_title()}</h2>
                {any_goes.then(|| view! { <p>{lang.delivered_lead()}</p> })}
                {items}
            </section>
        }
    })
}

#[component]
fn DeliveredVideo(video: ReleasedView) -> impl IntoView {
    let lang = lang();
    if let Some(stopped) = video.stopped_on {
        let why = video.stop.as_ref().map(|stop| {
            let words = stop.words.clone().map(|words| view! { <p>{words}</p> });
            view! { <p>{lang.delivered_stopped_why(stop.ground, &stop.section)}</p>{words} }
        });
        return view! {
            <Inset>
                <p><strong>{lang.released_title(video.started.date())}</strong></p>
                <p>{lang.delivered_stopped(stopped)}</p>
                {why}
                <p>{lang.delivered_ask()}</p>
            </Inset>
        }
        .into_any();
    }
    let title = lang.released_title(video.started.date());
    let at = format!("/requests/{}/private/files/{}", video.number, video.id);
    view! { <Released video at title/> }.into_any()
}
