//! One figure: title, table, chart, definition.

use std::sync::Arc;

use leptos::prelude::*;
use office::{Lang, views::Statistics};
use statistics::{
    Cameras, Cell, Durations, Public,
    definitions::{self, Definition},
    words,
};
use texts::StatisticsWords;

use super::{
    chart::{bar_chart, curve_chart},
    table,
};
use crate::{components::DataTable, context::lang};

/// Which tables stand under which definition.
const TABLES: [(&str, &[&str]); 14] = [
    ("requests", &["by_outcome", "by_month", "by_track", "by_division"]),
    (
        "reasons",
        &[
            "denied_by_provision",
            "denied_in_part_by_provision",
            "no_record_by_reason",
        ],
    ),
    ("acted_in_time", &["acted_in_time"]),
    ("waiting", &["waiting_by_age"]),
    ("petitions", &["petitions"]),
    ("orders", &["orders"]),
    ("recording_orders", &["recording_orders"]),
    ("promises", &["promises"]),
    ("notices", &["notices"]),
    ("holds", &["holds"]),
    ("coverage_gaps", &["coverage_gaps"]),
    ("deletions", &["deletions"]),
    ("deleted_while_requested", &["deleted_while_requested"]),
    ("cameras", &["cameras"]),
];

/// The figures of the page, in the order of their definitions.
pub fn shown_definitions() -> impl Iterator<Item = &'static Definition> {
    let drawn =
        |key| matches!(key, "taken_up" | "first_action" | "release") || TABLES.iter().any(|(known, _)| *known == key);
    definitions::ALL.iter().filter(move |definition| drawn(definition.key))
}

/// One figure with its title, its tables and its definition.
#[component]
pub fn Figure(definition: &'static Definition, shown: Arc<Statistics>) -> impl IntoView {
    let lang = lang();
    let (key, year, figures) = (definition.key, shown.year, &shown.figures);
    let content = match key {
        "taken_up" => view! { <DurationTable year durations=figures.taken_up.clone()/> }.into_any(),
        "first_action" => view! { <DurationTable year durations=figures.first_action.clone()/> }.into_any(),
        "release" => view! { <DurationTable year durations=figures.release.clone()/> }.into_any(),
        _ => view! { <Tables key shown=Arc::clone(&shown)/> }.into_any(),
    };
    view! {
        <section data-figure=key>
            <h2 id=key>{lang.pick(definition.title)}</h2>
            {headline(lang, &shown, key).map(|words| view! { <p>{words}</p> })}
            {content}
            <DefinitionDetails definition/>
        </section>
    }
    .into_any()
}

/// What is counted, of what, when, and what to heed.
#[component]
fn DefinitionDetails(definition: &'static Definition) -> impl IntoView {
    let lang = lang();
    let caveats: Vec<_> = definition
        .caveats
        .iter()
        .map(|caveat| view! { <li>{lang.pick(caveat.words())}</li> })
        .collect();
    let denominator = definition
        .denominator
        .map_or_else(|| lang.stat_plain_count(), |text| lang.pick(text));
    view! {
        <details class="bwc-figure__definition">
            <summary>{lang.stat_definition()}</summary>
            <dl>
                <dt>{lang.stat_numerator()}</dt>
                <dd>{lang.pick(definition.numerator)}</dd>
                <dt>{lang.stat_denominator()}</dt>
                <dd>{denominator}</dd>
                <dt>{lang.stat_period()}</dt>
                <dd>{lang.pick(definition.period)}</dd>
                <dt>{lang.stat_caveats()}</dt>
                <dd><ul>{caveats}</ul></dd>
            </dl>
        </details>
    }
}

/// The figure in one sentence, where one number says it.
fn headline(lang: Lang, shown: &Statistics, key: &str) -> Option<String> {
    let figures = &shown.figures;
    match key {
        "acted_in_time" => figures.acted_per_mille().map(|share| lang.stat_share(share)),
        "waiting" => figures.waiting_median.map(|days| lang.stat_waiting(days)),
        "deleted_while_requested" => Some(lang.stat_zero_deleted().to_owned()),
        "notices" | "recording_orders" => Some(lang.stat_only_finished(shown.as_of.year())),
        "cameras" => shared(lang, &shown.cameras),
        _ => None,
    }
}

/// Cameras in service against the stated goal.
fn shared(lang: Lang, cameras: &Cameras) -> Option<String> {
    let share = cameras.per_mille()?;
    Some(lang.stat_goal_share(cameras.in_service(), share))
}

/// The tables of a figure; a sentence where they are empty.
#[component]
fn Tables(key: &'static str, shown: Arc<Statistics>) -> impl IntoView {
    let lang = lang();
    let keys = TABLES
        .iter()
        .find(|(known, _)| *known == key)
        .map_or(&[][..], |(_, keys)| keys);
    let tables: Vec<_> = keys
        .iter()
        .filter_map(|key| table(&shown, key))
        .filter(|table| !table.rows.is_empty())
        .map(|table| {
            let goal = shown.cameras.goal.filter(|_| table.key == "cameras");
            let chart = bar_chart(lang, &table, goal).into_any();
            view! { <TableWithChart year=shown.year table chart/> }
        })
        .collect();
    if tables.is_empty() {
        view! { <p class="bwc-soft">{lang.stat_nothing()}</p> }.into_any()
    } else {
        tables.into_any()
    }
}

/// A table, its chart beside it, its CSV below.
#[component]
fn TableWithChart(year: i16, table: Public, chart: AnyView) -> impl IntoView {
    let lang = lang();
    let caption = lang.stat_table(table.key);
    let csv = csv_address(lang, year, table.key);
    let narrow = table.columns.len() < 5;
    view! {
        <div class="bwc-figure__pair" class:bwc-figure__pair--narrow=narrow>
            <div class="bwc-figure__table">
                <FigureTable table caption/>
                <p><a href=csv>{lang.stat_csv()}<span class="bwc-unseen">": "{caption}</span></a></p>
            </div>
            <div class="bwc-figure__chart">{chart}</div>
        </div>
    }
}

/// Where a table is as CSV.
fn csv_address(lang: Lang, year: i16, key: &str) -> String {
    format!("{}?year={year}", lang.path(&format!("/statistics/{key}.csv")))
}

/// A table with its totals.
#[component]
fn FigureTable(table: Public, caption: &'static str) -> impl IntoView {
    let lang = lang();
    let total = lang.pick(words::TOTAL).to_owned();
    let mut head = vec![lang.stat_row().to_owned()];
    head.extend(table.columns.iter().map(|column| lang.pick(column.name.clone())));
    head.extend((!table.row_totals.is_empty()).then(|| total.clone()));
    let line = |name: String, cells: Vec<Cell>| {
        let cells = cells.into_iter().map(|cell| lang.pick(words::cell(cell)));
        let cells: Vec<_> = cells
            .map(|cell| view! { <td class="bwc-figure__number">{cell}</td> })
            .collect();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }.into_any()
    };
    let mut rows: Vec<AnyView> = table
        .rows
        .iter()
        .enumerate()
        .map(|(index, label)| {
            let cells = table.cells[index].iter().chain(table.row_totals.get(index));
            line(lang.pick(label.name.clone()), cells.copied().collect())
        })
        .collect();
    if !table.column_totals.is_empty() {
        let cells = table.column_totals.iter().chain(&table.total);
        rows.push(line(total, cells.copied().collect()));
    }
    let id = format!("table-{}", table.key.replace('_', "-"));
    view! { <DataTable id caption head>{rows}</DataTable> }
}

/// Days to something: the quantiles as a table, the curve beside it, both as CSV.
#[component]
fn DurationTable(year: i16, durations: Durations) -> impl IntoView {
    let lang = lang();
    let (table, curve) = (durations.table(), durations.curve());
    let caption = lang.stat_table(table.key);
    let chart = curve_chart(lang, &durations, caption).into_any();
    let csv = csv_address(lang, year, curve.key);
    let curve = (!curve.rows.is_empty()).then(|| view! { <p><a href=csv>{lang.stat_curve(caption)}</a></p> });
    view! { <TableWithChart year table chart/> {curve} }
}
