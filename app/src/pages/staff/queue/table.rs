//! The lines of the queue.

use law::Date;
use leptos::prelude::*;
use office::views::QueueLine;
use texts::{DateWords, LawWords, StaffWords, StatusWords};

use crate::{
    components::{DataTable, Day, StatusTag},
    context::lang,
};

/// The requests of a page; the caption says in which order.
#[component]
pub fn QueueTable(order: &'static str, lines: Vec<QueueLine>, today: Date) -> impl IntoView {
    let lang = lang();
    let head = [
        StaffWords::col_number(lang),
        StaffWords::col_due(lang),
        lang.col_stage(),
        lang.col_awaited(),
        StaffWords::col_division(lang),
        StaffWords::col_received(lang),
        lang.col_needed(),
    ];
    let head = head.map(str::to_owned).to_vec();
    let rows: Vec<_> = lines.into_iter().map(|line| view! { <QueueRow line today/> }).collect();
    view! { <DataTable id="queue" caption=order head>{rows}</DataTable> }
}

#[component]
fn QueueRow(line: QueueLine, today: Date) -> impl IntoView {
    let lang = lang();
    let href = lang.path(&format!("/staff/requests/{}", line.number));
    let due = match line.next.by {
        Some((clock, date)) => {
            let left = lang.days_left((date - today).get_days());
            let late = line.next.overdue;
            view! {
                <Day date clock=Some(clock) short=true/>
                <br/>
                <span class="bwc-queue-left" class:bwc-queue-left--late=late>{left}</span>
            }
            .into_any()
        }
        None => view! { <span class="bwc-soft">{lang.no_day()}</span> }.into_any(),
    };
    let unread =
        (line.unread > 0).then(|| view! { <br/><strong class="bwc-queue-unread">{lang.unread(line.unread)}</strong> });
    let needed = line.needed_by.map(|date| view! { <Day date short=true/> });
    view! {
        <tr>
            <th scope="row"><a class="bwc-number" href=href>{line.number.to_string()}</a>{unread}</th>
            <td>{due}</td>
            <td><StatusTag stage=line.stage/></td>
            <td>{lang.next_short(&line.next)}</td>
            <td>
                {line.division.unwrap_or_else(|| lang.not_given().to_owned())}
                <br/>
                <span class="bwc-soft">{lang.track_short(line.track)}</span>
            </td>
            <td><Day date=line.received_on short=true/></td>
            <td>{needed}</td>
        </tr>
    }
}
