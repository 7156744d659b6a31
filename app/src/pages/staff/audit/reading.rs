//! Who opened unusually much of what is private.

use leptos::prelude::*;
use office::views::{ReadingLine, ReadingReport};
use texts::{AccountWords, DeskWords};

use crate::{
    components::{DataTable, Day, Inset, Layout},
    context::{lang, load, office},
    pages::staff::signed_in,
};

/// Who opened unusually much, for auditors.
#[component]
pub fn ReadingPage() -> impl IntoView {
    let (office, staff) = (office(), signed_in());
    load(
        async move { office.reading(&staff?.auditor()?).await },
        |report| view! { <Report report/> },
    )
}

#[component]
fn Report(report: ReadingReport) -> impl IntoView {
    let lang = lang();
    let list = if report.lines.is_empty() {
        view! { <Inset><p>{lang.reading_none()}</p></Inset> }.into_any()
    } else {
        let head = [
            lang.accounts_name(),
            lang.audit_time(),
            lang.reading_private(),
            lang.reading_files(),
            lang.reading_contacts(),
            lang.reading_lists(),
            lang.reading_all(),
            lang.audit_what(),
        ];
        let head = head.map(str::to_owned).to_vec();
        let rows: Vec<_> = report.lines.into_iter().map(|line| view! { <Row line/> }).collect();
        view! { <DataTable id="reading" caption=lang.reading_title() head quiet_caption=true>{rows}</DataTable> }
            .into_any()
    };
    view! {
        <Layout title=lang.reading_title() wide=true>
            <p><a href=lang.path("/staff/audit")>{lang.audit_title()}</a></p>
            <h1>{lang.reading_title()}</h1>
            <p>{lang.reading_span(report.from, report.to)}</p>
            <p>{lang.reading_definition(report.threshold, report.median, report.days)}</p>
            {list}
        </Layout>
    }
}

#[component]
fn Row(line: ReadingLine) -> impl IntoView {
    let lang = lang();
    let all = line.opened().to_string();
    let entries = lang.path(&format!("/staff/audit?who={}&from={}&to={}", line.id, line.on, line.on));
    view! {
        <tr>
            <th scope="row">{line.name}</th>
            <td><Day date=line.on short=true/></td>
            <td>{line.private_parts.to_string()}</td>
            <td>{line.files.to_string()}</td>
            <td>{line.contacts.to_string()}</td>
            <td>{line.lists.to_string()}</td>
            <td>{all}</td>
            <td><a href=entries>{lang.reading_see()}</a></td>
        </tr>
    }
}
