//! The public statistics: each figure as a table first, a chart beside it, its definition, its CSV.

pub mod chart;
mod figure;

use std::sync::Arc;

use leptos::prelude::*;
use office::{Refusal, views::Statistics};
use statistics::{Public, words};
use texts::StatisticsWords;

use self::figure::Figure;
use crate::{
    components::{Inset, Layout},
    context::{lang, load, office, query, set_status},
};

/// The public statistics.
#[component]
pub fn StatisticsPage() -> impl IntoView {
    let office = office();
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
        |(newest, shown)| match shown {
            Some(shown) => view! { <YearPage shown/> }.into_any(),
            None => view! { <UnknownYear newest/> }.into_any(),
        },
    )
}

/// A year without figures, or no year at all.
#[component]
fn UnknownYear(newest: Arc<Statistics>) -> impl IntoView {
    set_status(422);
    let lang = lang();
    view! {
        <Layout title=lang.stat_title() wide=true failed=true noindex=true>
            <h1>{lang.stat_title()}</h1>
            <Inset><p>{lang.stat_no_year()}</p></Inset>
            <p>{lang.stat_bad_year()}</p>
            <YearLinks years=newest.years.clone() at=None/>
        </Layout>
    }
}

#[component]
fn YearPage(shown: Arc<Statistics>) -> impl IntoView {
    let lang = lang();
    let definitions: Vec<_> = figure::shown_definitions().collect();
    let contents: Vec<_> = definitions
        .iter()
        .map(|definition| view! { <li><a href=format!("#{}", definition.key)>{lang.pick(definition.title)}</a></li> })
        .collect();
    let figures: Vec<_> = definitions
        .into_iter()
        .map(|definition| view! { <Figure definition shown=Arc::clone(&shown)/> })
        .collect();
    let hidden = lang.pick(words::hidden_note(shown.figures.threshold));
    view! {
        <Layout title=lang.stat_title() description=lang.stat_lead() wide=true>
            <h1>{lang.stat_title()}</h1>
            <div class="bwc-column">
                <p>{lang.stat_lead()}</p>
                <p><strong>{lang.stat_year(shown.year)}</strong>". "{lang.stat_as_of(shown.as_of)}</p>
                <p class="bwc-soft">{hidden}</p>
            </div>
            <YearLinks years=shown.years.clone() at=Some(shown.year)/>
            <nav class="bwc-page-links bwc-unprinted" aria-label=lang.stat_contents()><ul>{contents}</ul></nav>
            {figures}
        </Layout>
    }
}

/// Links to the years that have figures.
#[component]
fn YearLinks(years: Vec<i16>, at: Option<i16>) -> impl IntoView {
    let lang = lang();
    let links: Vec<_> = years
        .into_iter()
        .map(|year| {
            let href = format!("{}?year={year}", lang.path("/statistics"));
            view! { <li><a href=href aria-current=(at == Some(year)).then_some("page")>{year.to_string()}</a></li> }
        })
        .collect();
    (links.len() > 1 || at.is_none()).then(|| {
        view! {
            <nav class="bwc-page-links bwc-unprinted" aria-label=lang.stat_years()><ul>{links}</ul></nav>
        }
    })
}

/// A table of the statistics by its key, for the page and for CSV.
pub fn table(shown: &Statistics, key: &str) -> Option<Public> {
    let figures = &shown.figures;
    let spans = [&figures.taken_up, &figures.first_action, &figures.release];
    let drawn = spans.into_iter().flat_map(|span| [span.table(), span.curve()]);
    let singles = [
        &figures.outcomes,
        &figures.acted,
        &figures.promises,
        &figures.petitions,
        &figures.orders,
        &figures.holds,
        &figures.coverage_gaps,
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
