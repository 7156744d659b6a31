//! The public library of released video: the list, and one video.

use law::Date;
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    views::{LibraryFile, LibraryPage, ReleasedView},
};
use texts::{DateWords, LibraryWords};

use crate::{
    components::{Banner, Inset, Layout, Pagination, Released},
    context::{lang, load, office, page_number, param, set_status},
};

/// The list, the newest first.
#[component]
pub fn Library() -> impl IntoView {
    let (office, number) = (office(), page_number());
    load(
        async move { office.library(number).await },
        |found| view! { <LibraryList found/> },
    )
}

#[component]
fn LibraryList(found: LibraryPage) -> impl IntoView {
    let lang = lang();
    let list = if found.lines.is_empty() {
        let ask = lang.path("/request");
        view! { <Inset><p>{lang.library_none()}</p></Inset><p><a href=ask>{lang.library_ask()}</a></p> }.into_any()
    } else {
        let items: Vec<_> = found
            .lines
            .into_iter()
            .map(|video| view! { <LibraryItem video/> })
            .collect();
        view! { <ul class="bwc-library">{items}</ul> }.into_any()
    };
    let link = move |page: u32| lang.path(&format!("/library?page={page}"));
    view! {
        <Layout title=lang.library_title() description=lang.library_lead()>
            <h1>{lang.library_title()}</h1>
            <p>{lang.library_lead()}</p>
            {list}
            <Pagination page=found.page total=found.total link/>
        </Layout>
    }
}

#[component]
fn LibraryItem(video: ReleasedView) -> impl IntoView {
    let lang = lang();
    let href = lang.path(&format!("/library/{}", video.id));
    view! {
        <li class="bwc-library__item">
            <h2><a href=href>{video_title(lang, &video)}</a></h2>
            <p>
                {lang.released_on()}" "<time datetime=video.on.to_string()>{lang.day(video.on)}</time>
                " · "{lang.length(video.length_ms)}" · "{lang.released_withheld()}": "{lang.released_seconds(video.seconds_withheld)}
            </p>
            <p class="bwc-soft">{video.warning}</p>
        </li>
    }
}

/// Its title in the library, else the day of the recording.
fn video_title(lang: Lang, video: &ReleasedView) -> String {
    let given = video.title.clone().filter(|title| !title.is_empty());
    given.unwrap_or_else(|| lang.released_title(video.started.date()))
}

/// One video; one that is public no longer says so.
#[component]
pub fn LibraryVideo() -> impl IntoView {
    let (office, id) = (office(), param("id"));
    load(
        async move { office.released(&id).await?.ok_or(Refusal::NotFound) },
        |file| match file {
            LibraryFile::Gone { on } => view! { <GoneVideo on/> }.into_any(),
            LibraryFile::Open(video) => view! { <OpenVideo video=*video/> }.into_any(),
        },
    )
}

#[component]
fn GoneVideo(on: Option<Date>) -> impl IntoView {
    set_status(410);
    let lang = lang();
    let why = on.map_or_else(|| lang.library_gone().to_owned(), |on| lang.library_stopped(on));
    view! {
        <Layout title=lang.library_stopped_title() noindex=true>
            <p><a href=lang.path("/library")>{lang.library_back()}</a></p>
            <h1>{lang.library_stopped_title()}</h1>
            <Banner title=lang.library_stopped_title()><p>{why}</p></Banner>
        </Layout>
    }
}

#[component]
fn OpenVideo(video: ReleasedView) -> impl IntoView {
    let lang = lang();
    let (title, at) = (video_title(lang, &video), format!("/library/{}", video.id));
    let heading = title.clone();
    view! {
        <Layout title=title.clone()>
            <p><a href=lang.path("/library")>{lang.library_back()}</a></p>
            <h1>{heading}</h1>
            <Released video at title alone=true/>
        </Layout>
    }
}
