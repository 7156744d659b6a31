//! The document around every page.

use leptos::prelude::*;
use texts::CommonWords;

use crate::context::{site_info, visitor};

mod bars;
mod footer;
mod head;

use bars::{DemoLine, Identifier, PublicBar, StaffBar};
use footer::Footer;
use head::HeadLinks;

/// A whole document: head, identifier, navigation, content, footer.
#[component]
pub fn Layout(
    /// What the page is, for the tab.
    #[prop(into)]
    title: String,
    /// What the page is for, for search engines; by default what the portal is for.
    #[prop(optional, into)]
    description: Option<String>,
    /// 64 rem instead of 40: tables, queue, statistics.
    #[prop(optional)]
    wide: bool,
    /// The whole width of the window: a list to work through.
    #[prop(optional)]
    full: bool,
    /// Whether the page has islands, and so loads script and wasm.
    #[prop(optional)]
    islands: bool,
    /// Path of the feed of what the page lists, if it has one.
    #[prop(optional, into)]
    feed: Option<String>,
    /// Whether search engines should leave it out: private pages, receipts, refusals.
    #[prop(optional)]
    noindex: bool,
    /// Whether a form is shown again with errors; the tab says so.
    #[prop(optional)]
    failed: bool,
    children: Children,
) -> impl IntoView {
    let (visitor, site_info) = (visitor(), site_info());
    let lang = visitor.lang;
    let title = format!("{title} – {}", lang.site());
    let title = if failed {
        format!("{} {title}", lang.error_prefix())
    } else {
        title
    };
    let console = visitor.path.starts_with("/staff");
    let bar = match visitor.staff.filter(|_| console) {
        Some(staff) => view! { <StaffBar staff/> }.into_any(),
        None => view! { <PublicBar/> }.into_any(),
    };
    let script = islands.then(|| view! { <HydrationScripts options=site_info.options.clone() islands=true/> });
    view! {
        <!DOCTYPE html>
        <html lang=lang.key() dir="ltr">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{title}</title>
                {view! { <HeadLinks description feed noindex={noindex || console}/> }.into_any()}
                {script.into_any()}
            </head>
            <body>
                <a class="bwc-skip" href="#main">{lang.skip()}</a>
                <header>{(!console).then(|| view! { <Identifier/> })}{console.then(|| view! { <DemoLine/> })}{bar}</header>
                <main id="main" class="bwc-main" class:bwc-main--wide=wide class:bwc-main--full=full tabindex="-1">{children()}</main>
                {view! { <Footer/> }.into_any()}
            </body>
        </html>
    }
    // A page's type ends here: without this an optimized build drowns in the types of whole documents.
    .into_any()
}
