//! The public statistics: each figure as a table first, a chart beside it, its definition, its CSV.

pub mod chart;
mod figure;

use std::sync::Arc;

use leptos::prelude::*;
use office::{Lang, Refusal, views::Statistics};
use statistics::{Public, words};
use texts::StatisticsWords;

use crate::{
    components::{Inset, Layout},
    context::{load, office, query, set_status, visitor},
    pages::program::said,
};

/// The public statistics.
#[component]
pub fn StatisticsPage() -> impl IntoView {
    let (lang, office) = (visitor().lang, office());
    let typed = query("year").trim().to_owned();
    let year: Option<i16> = typed.parse().ok();
    load(
        async move {
            let newest = office.statistics(None).await?.ok_or(Refusal::NotFound)?;
            let shown = match year {
                Some(year) => office.statistics(Some(year)).await?,
                None if typed.is_empty() => Some(Arc::clone(&newest)),
                None => None,
            };
            Ok((newest, shown))
        },
        move |(newest, shown)| match shown {
            Some(shown) => page(lang, &shown).into_any(),
            None => unknown_year(lang, &newest).into_any(),
        },
    )
}

/// A year without figures, or no year at all.
fn unknown_year(lang: Lang, newest: &Statistics) -> impl IntoView + use<> {
    set_status(422);
    let years = years(lang, newest, None);
    view! {
        <Layout title=lang.stat_title() wide=true failed=true noindex=true>
            <h1>{lang.stat_title()}</h1>
            <Inset><p>{lang.stat_no_year()}</p></Inset>
            <p>{lang.stat_bad_year()}</p>
            {years}
        </Layout>
    }
}

fn page(lang: Lang, shown: &Statistics) -> impl IntoView + use<> {
    let sections: Vec<_> = figure::all(lang, shown);
    let contents: Vec<_> = sections
        .iter()
        .map(|(key, title, _)| view! { <li><a href=format!("#{key}")>{title.clone()}</a></li> })
        .collect();
    let sections: Vec<_> = sections.into_iter().map(|(_, _, section)| section).collect();
    let hidden = said(lang, &words::hidden_note(shown.figures.threshold));
    let years = years(lang, shown, Some(shown.year));
    let (as_of, year) = (lang.stat_as_of(shown.as_of), lang.stat_year(shown.year));
    view! {
        <Layout title=lang.stat_title() description=lang.stat_lead() wide=true>
            <h1>{lang.stat_title()}</h1>
            <div class="bwc-law-column">
                <p>{lang.stat_lead()}</p>
                <p><strong>{year}</strong>". "{as_of}</p>
                <p class="bwc-soft">{hidden}</p>
            </div>
            {years}
            <nav class="bwc-program-pages bwc-unprinted" aria-label=lang.stat_contents()><ul>{contents}</ul></nav>
            {sections}
        </Layout>
    }
}

/// Links to the years that have figures.
fn years(lang: Lang, shown: &Statistics, at: Option<i16>) -> Option<impl IntoView + use<>> {
    let links: Vec<_> = shown
        .years
        .iter()
        .map(|year| {
            let href = format!("{}?year={year}", lang.path("/statistics"));
            view! { <li><a href=href aria-current=(at == Some(*year)).then_some("page")>{year.to_string()}</a></li> }
        })
        .collect();
    (links.len() > 1 || at.is_none()).then(|| {
        view! {
            <nav class="bwc-program-pages bwc-unprinted" aria-label=lang.stat_years()><ul>{links}</ul></nav>
        }
    })
}

/// A table of the statistics by its key, for the page and for CSV.
pub fn table(shown: &Statistics, key: &str) -> Option<Public> {
    let figures = &shown.figures;
    let spans = [&figures.first_action, &figures.release];
    let drawn = spans.into_iter().flat_map(|span| [span.table(), span.curve()]);
    let singles = [
        &figures.outcomes,
        &figures.acted,
        &figures.promises,
        &figures.petitions,
        &figures.orders,
        &figures.holds,
        &figures.deletions,
        &figures.deleted_while_requested,
        &figures.notices,
        &figures.recording_orders,
    ];
    if key == "cameras" {
        return Some(shown.cameras.table());
    }
    let known = figures.table(key);
    known
        .or_else(|| singles.into_iter().find(|table| table.key == key))
        .cloned()
        .or_else(|| drawn.into_iter().find(|table| table.key == key))
}
