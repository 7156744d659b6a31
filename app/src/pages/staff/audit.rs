//! The audit log, for whoever checks: what was done and opened, by whom, when.

mod reading;

use std::collections::BTreeMap;

use law::Date;
use leptos::prelude::*;
use office::{
    Refusal,
    desk::AUDIT_EXPORT,
    problem::Problem,
    views::{AuditFilter, AuditLine, AuditPage, AuditSubject, audit_kinds},
};
use texts::{AccountWords, DeskWords};

use super::signed_in;
use crate::{
    components::{Button, ButtonKind, DataTable, Draft, Field, FormProblems, Inset, Layout, Pagination, Select},
    context::{lang, load, office, query, visitor},
    pages::address::address_of_page,
};

pub use reading::ReadingPage;

/// The names of what the log is filtered by.
const FILTERS: [&str; 6] = ["who", "subject", "id", "act", "from", "to"];

/// Reads what is wanted; the first thing wrong otherwise. Forgives what is unknown: an old link shows what there is.
///
/// # Errors
/// When a day is none.
pub fn audit_filter(of: impl Fn(&str) -> String) -> Result<AuditFilter, Refusal> {
    let day = |name: &str| match of(name).trim() {
        "" => Ok(None),
        typed => typed
            .parse::<Date>()
            .map(Some)
            .map_err(|_| Refusal::field(name, Problem::NotADate)),
    };
    let act = of("act");
    Ok(AuditFilter {
        who: of("who").trim().to_owned(),
        subject: AuditSubject::parse(&of("subject")),
        id: of("id").trim().to_owned(),
        act: audit_kinds().find(|key| *key == act).unwrap_or_default().to_owned(),
        from: day("from")?,
        to: day("to")?,
        page: of("page").trim().parse().unwrap_or(1).max(1),
    })
}

/// The audit log.
#[component]
pub fn Audit() -> impl IntoView {
    let (office, staff) = (office(), signed_in());
    let typed: BTreeMap<&'static str, String> = FILTERS.into_iter().map(|name| (name, query(name))).collect();
    let read = audit_filter(query);
    load(
        async move {
            let by = staff?;
            let (filter, refusal) = match read {
                Ok(filter) => (filter, None),
                Err(refusal) => (AuditFilter::default(), Some(refusal)),
            };
            Ok((
                office.audit(&by, filter).await?,
                by.auditor().is_ok(),
                by.administers,
                refusal,
            ))
        },
        move |(found, audits, administers, refusal)| {
            view! { <AuditList found typed audits administers refusal/> }
        },
    )
}

#[component]
fn AuditList(
    found: AuditPage,
    typed: BTreeMap<&'static str, String>,
    audits: bool,
    administers: bool,
    refusal: Option<Refusal>,
) -> impl IntoView {
    let lang = lang();
    let failed = refusal.is_some();
    let draft = Draft::new(&typed, refusal, |lang, name| match name {
        "who" => (lang.audit_who(), None),
        "subject" => (lang.audit_about(), None),
        "act" => (lang.audit_kind_label(), None),
        "from" => (lang.audit_from(), None),
        _ => (lang.audit_to(), None),
    });
    let portal = (AuditFilter::PORTAL.to_owned(), lang.portal_itself().to_owned());
    let people: Vec<_> = found.people.into_iter().chain([portal]).collect();
    let subjects = AuditSubject::ALL.map(|one| (one.key().to_owned(), lang.audit_subject(one.key()).to_owned()));
    let kinds: Vec<_> = audit_kinds()
        .map(|key| (key.to_owned(), lang.audit_kind(key)))
        .collect();
    let list = if found.lines.is_empty() {
        view! { <Inset><p>{lang.audit_none()}</p></Inset> }.into_any()
    } else {
        let head = [
            lang.audit_time(),
            lang.audit_what(),
            lang.audit_who(),
            lang.audit_about(),
        ];
        let head = head.map(str::to_owned).to_vec();
        let rows: Vec<_> = found
            .lines
            .into_iter()
            .map(|line| view! { <AuditRow line administers/> })
            .collect();
        view! { <DataTable id="audit" caption=lang.audit_caption() head>{rows}</DataTable> }.into_any()
    };
    let wanted = move |page: u32, path: &str| {
        let typed: Vec<_> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        address_of_page(&lang.path(path), &typed, page)
    };
    let export = wanted(1, "/staff/audit.csv");
    let (number, total) = (found.page, found.total);
    let part = total > u64::from(AUDIT_EXPORT);
    let link = move |page: u32| wanted(page, "/staff/audit");
    let reading = audits.then(|| {
        view! { <p><a href=lang.path("/staff/audit/reading")>{lang.reading_link()}</a></p> }
    });
    let id = draft.value("id");
    let id = (!id.is_empty()).then(|| view! { <input type="hidden" name="id" value=id/> });
    view! {
        <Layout title=lang.audit_title() wide=true failed>
            <FormProblems draft=draft.clone()/>
            <h1>{lang.audit_title()}</h1>
            <p>{lang.audit_intro()}</p>
            {reading}
            <form class="bwc-search" method="get" action=lang.path(&visitor().path)>
                {id}
                <Select of=draft.field("who") options=people empty=lang.audit_anybody()/>
                <Select of=draft.field("subject") options=subjects.to_vec() empty=lang.audit_anything()/>
                <Select of=draft.field("act") options=kinds empty=lang.audit_anything()/>
                <Field of=draft.field("from") kind="date"/>
                <Field of=draft.field("to") kind="date"/>
                <Button kind=ButtonKind::Second>{lang.audit_show()}</Button>
            </form>
            <p><a href=export>{lang.audit_export()}</a></p>
            {part.then(|| view! { <p>{lang.audit_export_part(AUDIT_EXPORT)}</p> })}
            {list}
            <Pagination page=number total link/>
        </Layout>
    }
}

#[component]
fn AuditRow(line: AuditLine, administers: bool) -> impl IntoView {
    let lang = lang();
    let by = line.staff.clone().unwrap_or_else(|| lang.portal_itself().to_owned());
    let subject = AuditSubject::parse(&line.subject);
    let words = match subject {
        Some(AuditSubject::Request) => line.id.clone(),
        _ => lang.audit_subject(&line.subject).to_owned(),
    };
    let folder = match subject {
        Some(AuditSubject::Recording) => Some("recordings"),
        Some(AuditSubject::Person) => Some("people"),
        Some(AuditSubject::Notice) => Some("notices"),
        Some(AuditSubject::Order) => Some("orders"),
        Some(AuditSubject::CourtCase) => Some("court"),
        Some(AuditSubject::DeletionList) => Some("deletions"),
        Some(AuditSubject::Request) => Some("requests"),
        Some(AuditSubject::Account) if administers => Some("accounts"),
        Some(AuditSubject::Account | AuditSubject::Release | AuditSubject::Portal) | None => None,
    };
    let about = match folder {
        Some(folder) => {
            let href = lang.path(&format!("/staff/{folder}/{}", line.id));
            view! { <a href=href>{words}</a> }.into_any()
        }
        None => view! { <span>{words}</span> }.into_any(),
    };
    let (day, on) = (line.on.to_string(), lang.moment(line.at.datetime()));
    let what = lang.audit_deed(&line.deed);
    view! {
        <tr>
            <th scope="row"><time datetime=day>{on}</time></th>
            <td class="bwc-long">{what}</td>
            <td>{by}</td>
            <td>{about}</td>
        </tr>
    }
}
