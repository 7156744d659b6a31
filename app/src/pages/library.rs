//! The public library of released video: the list, and one video.

use leptos::prelude::*;
use office::{
    Lang, Refusal,
    views::{LibraryPage as Lines, ReleasedView},
};
use texts::{DateWords, LibraryWords};

use crate::{
    components::{Banner, Inset, Layout, Pagination, Released},
    context::{load, office, page_number, param, set_status, visitor},
};

/// The list, the newest first.
#[component]
pub fn Library() -> impl IntoView {
    let (lang, office) = (visitor().lang, office());
    let number = page_number();
    load(async move { office.library(number).await }, move |found| {
        page(lang, &found)
    })
}

fn page(lang: Lang, found: &Lines) -> impl IntoView + use<> {
    let list = if found.lines.is_empty() {
        let ask = lang.path("/request");
        view! { <Inset><p>{lang.library_none()}</p></Inset><p><a href=ask>{lang.library_ask()}</a></p> }.into_any()
    } else {
        let items: Vec<_> = found.lines.iter().map(|video| item(lang, video)).collect();
        view! { <ul class="bwc-library">{items}</ul> }.into_any()
    };
    let (number, total) = (found.page, found.total);
    let link = move |page: u32| lang.path(&format!("/library?page={page}"));
    view! {
        <Layout title=lang.library_title() description=lang.library_lead()>
            <h1>{lang.library_title()}</h1>
            <p>{lang.library_lead()}</p>
            {list}
            <Pagination page=number total link/>
        </Layout>
    }
}

fn item(lang: Lang, video: &ReleasedView) -> impl IntoView + use<> {
    let href = lang.path(&format!("/library/{}", video.id));
    let warning = video.warning.clone();
    view! {
        <li class="bwc-library-item">
            <h2><a href=href>{title(lang, video)}</a></h2>
            <p>
                {lang.released_on()}" "<time datetime=video.on.to_string()>{lang.day(video.on)}</time>
                " · "{lang.length(video.length_ms)}" · "{lang.released_withheld()}": "{lang.released_seconds(video.seconds_withheld)}
            </p>
            <p class="bwc-soft">{warning}</p>
        </li>
    }
}

/// Its title in the library, else the day of the recording.
fn title(lang: Lang, video: &ReleasedView) -> String {
    let given = video.title.clone().filter(|title| !title.is_empty());
    given.unwrap_or_else(|| lang.released_title(video.started.date()))
}

/// One video; one that is closed again says so.
#[component]
pub fn LibraryVideo() -> impl IntoView {
    let (lang, office, id) = (visitor().lang, office(), param("id"));
    load(
        async move { office.released(&id).await?.ok_or(Refusal::NotFound) },
        move |video| one(lang, video),
    )
}

fn one(lang: Lang, video: ReleasedView) -> impl IntoView {
    let back = lang.path("/library");
    if let Some(stopped) = video.stopped_on {
        set_status(410);
        return view! {
            <Layout title=lang.library_stopped_title() noindex=true>
                <p><a href=back>{lang.library_back()}</a></p>
                <h1>{lang.library_stopped_title()}</h1>
                <Banner title=lang.library_stopped_title()><p>{lang.library_stopped(stopped)}</p></Banner>
            </Layout>
        }
        .into_any();
    }
    let (title, at) = (title(lang, &video), format!("/library/{}", video.id));
    let heading = title.clone();
    view! {
        <Layout title=title.clone()>
            <p><a href=back>{lang.library_back()}</a></p>
            <h1>{heading}</h1>
            <Released video at title alone=true/>
        </Layout>
    }
    .into_any()
}
