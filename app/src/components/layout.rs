//! The document around every page.

use leptos::prelude::*;
use texts::CommonWords;

use crate::front::{house, visitor};

/// A whole document: head, identifier, navigation, content, footer.
#[component]
pub fn Layout(
    /// What the page is, for the tab.
    #[prop(into)]
    title: String,
    /// 64 rem instead of 40: tables, queue, statistics.
    #[prop(optional)]
    wide: bool,
    /// Whether the page has islands, and so loads script and wasm.
    #[prop(optional)]
    islands: bool,
    children: Children,
) -> impl IntoView {
    let (lang, house) = (visitor().lang, house());
    view! {
        <!DOCTYPE html>
        <html lang=lang.key()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{format!("{title} – {}", lang.site())}</title>
                <link rel="stylesheet" href=house.style.clone()/>
                {islands.then(|| view! { <HydrationScripts options=house.options.clone() islands=true/> })}
            </head>
            <body>
                <a class="bwc-skip" href="#main">{lang.skip()}</a>
                <main id="main" class="bwc-main" class:bwc-main--wide=wide>{children()}</main>
            </body>
        </html>
    }
}
