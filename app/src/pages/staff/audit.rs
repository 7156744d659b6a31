//! The whole register, for whoever checks: what was done, by whom, and each opening of how to reach a person.

use leptos::prelude::*;
use office::{
    forms::ConsoleField,
    views::{AuditLine, AuditPage},
};
use texts::{DateWords, DeskWords};

use super::signed_in;
use crate::{
    components::{DataTable, Inset, Layout, Pagination},
    context::{lang, load, office, page_number, query},
};

/// The register.
#[component]
pub fn Audit() -> impl IntoView {
    let (office, staff) = (office(), signed_in());
    let contacts = query("view") == "contacts";
    let number = page_number();
    load(
        async move { office.audit(&staff?, contacts, number).await },
        |found| view! { <AuditList found/> },
    )
}

#[component]
fn AuditList(found: AuditPage) -> impl IntoView {
    let lang = lang();
    let contacts = found.contacts;
    let tabs = [
        (false, "all", lang.audit_all()),
        (true, "contacts", lang.audit_contacts()),
    ]
    .map(|(only, key, words)| {
        let current = (only == contacts).then_some("page");
        let href = lang.path(&format!("/staff/audit?view={key}"));
        view! { <li><a class="bwc-queue-tab" href=href aria-current=current>{words}</a></li> }
    });
    let list = if found.lines.is_empty() {
        view! { <Inset><p>{lang.audit_none()}</p></Inset> }.into_any()
    } else {
        let head = [
            lang.desk_field(ConsoleField::On),
            lang.audit_what(),
            lang.audit_who(),
            lang.audit_about(),
        ];
        let head = head.map(str::to_owned).to_vec();
        let rows: Vec<_> = found.lines.into_iter().map(|line| view! { <AuditRow line/> }).collect();
        view! { <DataTable id="audit" caption=lang.audit_caption() head>{rows}</DataTable> }.into_any()
    };
    let (number, total) = (found.page, found.total);
    let view = if contacts { "contacts" } else { "all" };
    let link = move |page: u32| lang.path(&format!("/staff/audit?view={view}&page={page}"));
    view! {
        <Layout title=lang.audit_title() wide=true>
            <h1>{lang.audit_title()}</h1>
            <p>{lang.audit_intro()}</p>
            <nav aria-label=lang.audit_title()><ul class="bwc-queue-tabs">{tabs.collect_view()}</ul></nav>
            {list}
            <Pagination page=number total link/>
        </Layout>
    }
}

#[component]
fn AuditRow(line: AuditLine) -> impl IntoView {
    let lang = lang();
    let entry = &line.entry;
    let by = entry.staff.clone().unwrap_or_else(|| lang.portal_itself().to_owned());
    let words = lang.audit_subject(&line.subject);
    let folder = match line.subject.as_str() {
        "recording" => Some("recordings"),
        "person" => Some("people"),
        "notice" => Some("notices"),
        "order" => Some("orders"),
        _ => None,
    };
    let about = match folder {
        Some(folder) => {
            let href = lang.path(&format!("/staff/{folder}/{}", line.id));
            view! { <a href=href>{words}</a> }.into_any()
        }
        None => view! { <span>{words}</span> }.into_any(),
    };
    let (day, on) = (entry.on.to_string(), lang.short_day(entry.on));
    let what = lang.register_act(&entry.act);
    view! {
        <tr>
            <th scope="row"><time datetime=day>{on}</time></th>
            <td class="bwc-long">{what}</td>
            <td>{by}</td>
            <td>{about}</td>
        </tr>
    }
}
