//! Public log of requests.

mod search;
mod table;

use leptos::prelude::*;
use office::views::{LogPage, PAGE_LINES};
use texts::StatusWords;

use self::{
    search::{Search, SearchForm},
    table::LogTable,
};
use crate::{
    components::{FormProblems, Inset, Layout, Pagination},
    context::{lang, load, office, set_status},
};

/// Public log of requests.
#[component]
pub fn Log() -> impl IntoView {
    let office = office();
    let search = Search::here(office.profile());
    let filter = search.filter.clone();
    load(
        async move {
            match filter {
                Some(filter) => office.log(filter).await.map(Some),
                None => Ok(None),
            }
        },
        move |found| view! { <FoundPage search found/> },
    )
}

#[component]
fn FoundPage(search: Search, found: Option<LogPage>) -> impl IntoView {
    let (lang, draft) = (lang(), search.draft());
    let failed = found.is_none();
    if failed {
        set_status(422);
    }
    let feed = search.feed(lang);
    let feed_link =
        (!failed).then(|| view! { <p><a href=feed.clone() type="application/atom+xml">{lang.log_feed()}</a></p> });
    let lines = match found {
        Some(found) => view! { <FoundLines search found/> }.into_any(),
        None => view! { <WrongPage problem=draft.field("page").error/> }.into_any(),
    };
    view! {
        <Layout
            title=lang.log_title()
            wide=true
            failed
            feed={if failed { lang.path("/requests/feed.atom") } else { feed }}
        >
            <FormProblems draft=draft.clone()/>
            <h1>{lang.log_title()}</h1>
            <p>{lang.log_intro()}</p>
            <SearchForm draft/>
            {lines}
            {feed_link}
        </Layout>
    }
}

/// The page is no field of the form: what is wrong with it stands where its lines would.
#[component]
fn WrongPage(problem: Option<String>) -> impl IntoView {
    let lang = lang();
    view! {
        {problem.map(|problem| view! { <div id="page" tabindex="-1"><Inset><p>{problem}</p></Inset></div> })}
        <p><a href=lang.path("/requests")>{lang.log_clear()}</a></p>
    }
}

/// The lines found, or why there are none.
#[component]
fn FoundLines(search: Search, found: LogPage) -> impl IntoView {
    let lang = lang();
    let (page, total, size) = (found.page, found.total, u64::from(PAGE_LINES));
    if total == 0 {
        let (words, all) = if search.narrow() {
            let all = view! { <p><a href=lang.path("/requests")>{lang.log_clear()}</a></p> };
            (lang.log_none_found(), Some(all))
        } else {
            (lang.log_none_filed(), None)
        };
        return view! { <Inset><p>{words}</p></Inset>{all} }.into_any();
    }
    if found.lines.is_empty() {
        let pages = total.div_ceil(size);
        let last = search.link(lang, u32::try_from(pages).unwrap_or(u32::MAX));
        return view! {
            <Inset><p>{lang.log_beyond(pages)}</p></Inset>
            <p><a href=last>{lang.log_last_page()}</a></p>
        }
        .into_any();
    }
    let first = u64::from(page - 1) * size + 1;
    let shown = lang.log_shown(first, first + found.lines.len() as u64 - 1);
    view! {
        <p class="bwc-log__count"><strong>{lang.log_count(total)}</strong>", "{shown}</p>
        <LogTable lines=found.lines/>
        <Pagination page total link=move |page| search.link(lang, page)/>
    }
    .into_any()
}
