//! The lines of the log.

use leptos::prelude::*;
use office::views::LogLine;
use texts::{DateWords, StatusWords};

use crate::{
    components::{DataTable, Day, StatusTag},
    context::lang,
};

/// The requests of a page.
#[component]
pub fn LogTable(lines: Vec<LogLine>) -> impl IntoView {
    let lang = lang();
    let head = [
        lang.col_number(),
        lang.col_stage(),
        lang.col_due(),
        lang.col_received(),
        lang.col_month(),
        lang.col_division(),
        lang.col_track(),
    ];
    let head = head.map(str::to_owned).to_vec();
    let rows: Vec<_> = lines.into_iter().map(|line| view! { <LogRow line/> }).collect();
    view! { <DataTable id="log" caption=lang.log_caption() head quiet_caption=true>{rows}</DataTable> }
}

#[component]
fn LogRow(line: LogLine) -> impl IntoView {
    let lang = lang();
    let href = lang.path(&format!("/requests/{}", line.number));
    let due = match (line.due, line.office_day) {
        (Some(date), _) => view! { <Day date short=true/> }.into_any(),
        (None, Some(date)) => view! { <Day date short=true/>" ("{lang.office_own()}")" }.into_any(),
        (None, None) => lang.none().into_any(),
    };
    view! {
        <tr>
            <th scope="row"><a class="bwc-number" href=href>{line.number.to_string()}</a></th>
            <td><StatusTag stage=line.stage/></td>
            <td>{due}</td>
            <td><Day date=line.received_on short=true/></td>
            <td>{lang.month(&line.incident_month)}</td>
            <td>{line.division.unwrap_or_else(|| lang.not_given().to_owned())}</td>
            <td>{lang.track_short(line.track)}</td>
        </tr>
    }
}
