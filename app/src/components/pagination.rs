//! Pages of a long list.

use leptos::prelude::*;
use texts::CommonWords;

use crate::context::lang;

/// Links to the page before and after; nothing if there is one page.
#[component]
pub fn Pagination<L>(
    /// Page shown, from 1.
    page: u32,
    /// Lines in all pages.
    total: u64,
    /// Lines of a page.
    #[prop(default = office::views::PAGE_LINES)]
    lines: u32,
    /// The address of a page, with the language and the filter.
    link: L,
) -> impl IntoView
where
    L: Fn(u32) -> String,
{
    let lang = lang();
    let pages = total.div_ceil(u64::from(lines)).max(1);
    let previous = (page > 1).then(|| {
        let last = u32::try_from(pages).unwrap_or(u32::MAX);
        let href = link((page - 1).min(last));
        view! { <a class="bwc-pagination__link" rel="prev" href=href><span aria-hidden="true">"← "</span>{lang.page_previous()}</a> }
    });
    let next = (u64::from(page) < pages).then(|| {
        let href = link(page + 1);
        view! { <a class="bwc-pagination__link" rel="next" href=href>{lang.page_next()}<span aria-hidden="true">" →"</span></a> }
    });
    (pages > 1 || page > 1).then(|| {
        view! {
            <nav class="bwc-pagination" aria-label=lang.pages()>
                {previous}
                <span class="bwc-pagination__here">{lang.page_of(page.into(), pages)}</span>
                {next}
            </nav>
        }
    })
}
