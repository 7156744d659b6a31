//! The lines of the queue: one line each, columns as chosen.

use law::{Date, request_state::AwaitedStep};
use leptos::prelude::*;
use office::views::{QueueColumn, QueueLine};
use texts::{DateWords, LawWords, QueueWords, StaffWords, StatusWords};

use super::search::Search;
use crate::{
    components::{Day, StatusTag},
    context::lang,
};

/// The requests of a page. Each can be selected where whoever looks can give requests to somebody.
#[component]
pub fn QueueTable(
    search: Search,
    columns: Vec<QueueColumn>,
    /// Numbers selected in a form that was refused.
    chosen: Vec<String>,
    lines: Vec<QueueLine>,
    today: Date,
    total: u64,
    selects: bool,
) -> impl IntoView {
    let lang = lang();
    let heads: Vec<_> = std::iter::once(None)
        .chain(columns.iter().copied().map(Some))
        .map(|column| view! { <Head search=search.clone() column/> })
        .collect();
    let rows: Vec<_> = lines
        .into_iter()
        .map(|line| {
            let chosen = chosen.contains(&line.number.to_string());
            view! { <Row line columns=columns.clone() today selects chosen/> }
        })
        .collect();
    view! {
        <div class="bwc-data-table bwc-queue" role="region" aria-labelledby="queue" tabindex="0">
            <table class="bwc-data-table__table">
                <caption class="bwc-data-table__caption bwc-unseen" id="queue">{lang.queue_title()}": "{lang.queue_found(total)}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// Head of a column, with the link that sorts by it. `None` is the number.
#[component]
fn Head(search: Search, column: Option<QueueColumn>) -> impl IntoView {
    let lang = lang();
    let words = column.map_or_else(|| StaffWords::col_number(lang), |column| lang.queue_column(column));
    let sort = search
        .sort_of(column)
        .map(|descending| if descending { "descending" } else { "ascending" });
    view! { <th scope="col" aria-sort=sort><a href=search.sorted(lang, column)>{words}</a></th> }
}

#[component]
fn Row(line: QueueLine, columns: Vec<QueueColumn>, today: Date, selects: bool, chosen: bool) -> impl IntoView {
    let lang = lang();
    let number = line.number.to_string();
    let href = lang.path(&format!("/staff/requests/{number}"));
    let unread = (line.unread > 0).then(|| {
        let words = lang.unread(line.unread);
        view! { " "<strong class="bwc-queue-unread" title=words.clone()><span aria-hidden="true">"✉"</span><span class="bwc-unseen">{words.clone()}</span></strong> }
    });
    let select = selects.then(|| {
        let words = lang.queue_select(&number);
        view! { <input type="checkbox" name="number" value=number.clone() checked=chosen aria-label=words/>" " }
    });
    let cells: Vec<_> = columns.into_iter().map(|column| cell(&line, column, today)).collect();
    view! {
        <tr>
            <th scope="row">{select}<a class="bwc-number" href=href>{number.clone()}</a>{unread}</th>
            {cells}
        </tr>
    }
}

fn cell(line: &QueueLine, column: QueueColumn, today: Date) -> AnyView {
    let lang = lang();
    let text = |text: String| view! { <td class="bwc-queue-text" title=text.clone()>{text.clone()}</td> }.into_any();
    match column {
        QueueColumn::Due => due(line, today),
        QueueColumn::Stage => view! { <td><StatusTag stage=line.stage/></td> }.into_any(),
        QueueColumn::Awaited => text(lang.next_short(&line.next).to_owned()),
        QueueColumn::Name => text(
            line.private
                .as_ref()
                .map(|private| private.name.clone())
                .unwrap_or_default(),
        ),
        QueueColumn::Place => text(
            line.private
                .as_ref()
                .map(|private| private.place.clone())
                .unwrap_or_default(),
        ),
        QueueColumn::Division => text(line.division.clone().unwrap_or_default()),
        QueueColumn::Track => text(lang.track_short(line.track).to_owned()),
        QueueColumn::Received => view! { <td><Day date=line.received_on short=true/></td> }.into_any(),
        QueueColumn::NeededBy => {
            view! { <td>{line.needed_by.map(|date| view! { <Day date short=true/> })}</td> }.into_any()
        }
        QueueColumn::AssignedTo => text(line.assigned_to.clone().unwrap_or_default()),
    }
}

fn due(line: &QueueLine, today: Date) -> AnyView {
    let lang = lang();
    let Some((clock, date)) = line.next.nearest() else {
        return without_clock(line, today);
    };
    let left = lang.days_left((date - today).get_days());
    let late = line.next.overdue;
    view! {
        <td>
            <Day date clock=Some(clock) short=true/>
            ", "
            <span class="bwc-queue-left" class:bwc-queue-left--late=late>{left}</span>
        </td>
    }
    .into_any()
}

/// Where no clock runs: the day of the office's own; else since when it lies, and with whom.
fn without_clock(line: &QueueLine, today: Date) -> AnyView {
    let lang = lang();
    if let Some(date) = line.next.office_day() {
        let passed = (date < today).then(|| view! { ", "<span>{lang.office_day_passed()}</span> });
        return view! {
            <td class="bwc-soft" data-office-day=date.to_string()>
                <Day date short=true/>
                " ("{StatusWords::office_own(lang)}")"
                {passed}
            </td>
        }
        .into_any();
    }
    if line.next.what == AwaitedStep::Nothing {
        return view! { <td></td> }.into_any();
    }
    let who = line
        .assigned_to
        .clone()
        .unwrap_or_else(|| lang.with_nobody().to_owned());
    view! { <td class="bwc-soft">{lang.lies_since()}" "<Day date=line.next.since short=true/>", "{who}</td> }.into_any()
}
