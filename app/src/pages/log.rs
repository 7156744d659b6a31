//! Public log of requests.

mod search;
mod table;

use law::profile::Profile;
use leptos::prelude::*;
use office::{
    Lang,
    views::{LogPage, PAGE_LINES},
};
use texts::StatusWords;

use self::search::Search;
use crate::{
    components::{ErrorSummary, Inset, Layout, Pagination, Problems},
    context::{load, office, set_status, visitor},
};

/// Public log of requests.
#[component]
pub fn Log() -> impl IntoView {
    let (lang, office) = (visitor().lang, office());
    let profile = office.profile().clone();
    let search = Search::here(&profile);
    let filter = search.filter.clone();
    load(
        async move {
            match filter {
                Some(filter) => office.log(filter).await.map(Some),
                None => Ok(None),
            }
        },
        move |found| page(lang, &profile, search, found),
    )
}

fn page(lang: Lang, profile: &Profile, search: Search, found: Option<LogPage>) -> impl IntoView + use<> {
    let problems = Problems::of(search.refusal.as_ref());
    let failed = found.is_none();
    if failed {
        set_status(422);
    }
    let label = move |name: &str| {
        match name {
            "q" => lang.log_q(),
            "month" => lang.log_month(),
            "track" => lang.log_track(),
            "division" => lang.log_division(),
            "page" => lang.log_page(),
            _ => lang.log_status(),
        }
        .to_owned()
    };
    let form = search.form(lang, profile, &problems);
    // The page is no field of the form: what is wrong with it stands where its lines would.
    let wrong_page = problems
        .field("page")
        .map(|problem| view! { <div id="page" tabindex="-1"><Inset><p>{problem}</p></Inset></div> });
    let feed = search.feed(lang);
    let lines = match found {
        Some(found) => lines(lang, search, found).into_any(),
        None => view! { {wrong_page}<p><a href=lang.path("/requests")>{lang.log_clear()}</a></p> }.into_any(),
    };
    let feed_link =
        (!failed).then(|| view! { <p><a href=feed.clone() type="application/atom+xml">{lang.log_feed()}</a></p> });
    let feed = if failed { lang.path("/requests/feed.atom") } else { feed };
    view! {
        <Layout title=lang.log_title() wide=true failed feed=feed>
            <ErrorSummary problems label/>
            <h1>{lang.log_title()}</h1>
            <p>{lang.log_intro()}</p>
            {form}
            {lines}
            {feed_link}
        </Layout>
    }
}

/// The lines found, or why there are none.
fn lines(lang: Lang, search: Search, found: LogPage) -> impl IntoView {
    let (page, total) = (found.page, found.total);
    if total == 0 {
        let words = if search.narrow() {
            lang.log_none_found()
        } else {
            lang.log_none_filed()
        };
        let all = search
            .narrow()
            .then(|| view! { <p><a href=lang.path("/requests")>{lang.log_clear()}</a></p> });
        return view! { <Inset><p>{words}</p></Inset>{all} }.into_any();
    }
    if found.lines.is_empty() {
        let pages = total.div_ceil(u64::from(PAGE_LINES));
        let last = search.link(lang, u32::try_from(pages).unwrap_or(u32::MAX));
        return view! {
            <Inset><p>{lang.log_beyond(pages)}</p></Inset>
            <p><a href=last>{lang.log_last_page()}</a></p>
        }
        .into_any();
    }
    let first = u64::from(page - 1) * u64::from(PAGE_LINES) + 1;
    let shown = lang.log_shown(first, first + found.lines.len() as u64 - 1);
    view! {
        <p class="bwc-log-count"><strong>{lang.log_count(total)}</strong>", "{shown}</p>
        {table::table(lang, found.lines)}
        <Pagination page total link=move |page| search.link(lang, page)/>
    }
    .into_any()
}
