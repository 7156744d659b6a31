//! What a browser and a search engine read.

use leptos::prelude::*;
use office::Lang;
use texts::CommonWords;

use crate::context::{office, site_info, visitor};

/// Style sheet, typeface, icon, the same page in the other language.
#[component]
pub fn HeadLinks(
    /// What the page is for.
    description: Option<String>,
    /// Path of the feed of what the page lists.
    feed: Option<String>,
    /// Whether search engines should leave it out.
    noindex: bool,
) -> impl IntoView {
    let (visitor, site_info) = (visitor(), site_info());
    let lang = visitor.lang;
    let description = description.unwrap_or_else(|| lang.site_description(&office().profile().agency));
    let at = move |lang: Lang| format!("{}{}", site_info.base_url, lang.path(&visitor.path));
    let index = if noindex {
        view! { <meta name="robots" content="noindex"/> }.into_any()
    } else {
        view! {
            <link rel="canonical" href=at(lang)/>
            {Lang::ALL.map(|other| view! { <link rel="alternate" hreflang=other.key() href=at(other)/> }).collect_view()}
            <link rel="alternate" hreflang="x-default" href=at(Lang::En)/>
        }
        .into_any()
    };
    view! {
        <meta name="description" content=description/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="format-detection" content="telephone=no"/>
        {index}
        {feed.map(|feed| view! { <link rel="alternate" type="application/atom+xml" href=feed/> })}
        <link rel="preload" href="/public-sans.woff2" r#as="font" type="font/woff2" crossorigin="anonymous"/>
        <link rel="stylesheet" href=crate::context::site_info().style.clone()/>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
    }
}
