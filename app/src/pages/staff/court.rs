//! Court cases: the list, and how a case gets into it.

mod enter;
mod show;

use std::collections::BTreeMap;

use law::court::{PartyRole, Who};
use leptos::prelude::*;
use office::{
    Lang,
    forms::{CourtFilter, CourtList},
    views::{CourtLine, CourtPage},
};
use texts::{CourtWords, DateWords};

pub use enter::NewCourtCase;
pub use show::CourtCasePage;

use super::signed_in;
use crate::{
    components::{Button, ButtonKind, ButtonLink, DataTable, Draft, Field, Layout, Pagination},
    context::{load, office, page_number, query, visitor},
    pages::address::{address, address_of_page},
};

const PATH: &str = "/staff/court";

/// The list of cases.
#[component]
pub fn CourtCases() -> impl IntoView {
    let (lang, office, staff) = (visitor().lang, office(), signed_in());
    let filter = CourtFilter {
        list: CourtList::parse(&query("list")).unwrap_or_default(),
        q: query("q").trim().chars().take(100).collect(),
        page: page_number(),
    };
    let asked = filter.clone();
    load(
        async move {
            let staff = staff?;
            let found = office.court_cases(&staff, asked).await?;
            Ok((staff.court_filer().is_ok(), found))
        },
        move |(files, found)| page(lang, files, &filter, &found),
    )
}

fn page(lang: Lang, files: bool, filter: &CourtFilter, found: &CourtPage) -> impl IntoView + use<> {
    let typed = BTreeMap::from([("q", filter.q.as_str())]);
    let draft = Draft::new(&typed, None, |lang, _| {
        (lang.court_search(), Some(lang.court_search_hint()))
    });
    let enter = files.then(|| {
        view! { <p><ButtonLink href=lang.path("/staff/court/new")>{lang.court_new()}</ButtonLink></p> }
    });
    let parts: Vec<_> = CourtList::ALL
        .iter()
        .map(|list| {
            let values = [("list", list.key()), ("q", filter.q.as_str())];
            let href = address(&lang.path(PATH), &values);
            let current = (*list == filter.list).then_some("page");
            view! { <li><a href=href aria-current=current data-list=list.key()>{lang.court_list(*list)}</a></li> }
        })
        .collect();
    let list = table(lang, &found.lines);
    let (number, total, key) = (found.page, found.total, filter.list.key());
    let q = filter.q.clone();
    let link = move |page: u32| address_of_page(&lang.path(PATH), &[("list", key), ("q", q.as_str())], page);
    view! {
        <Layout title=lang.court_cases_title() wide=true full=true>
            <h1>{lang.court_cases_title()}</h1>
            <p class="bwc-soft">{lang.court_intro()}</p>
            {enter}
            <nav aria-label=lang.court_cases_title()><ul class="bwc-acts-list">{parts}</ul></nav>
            <form class="bwc-search" method="get" action=lang.path(PATH) role="search">
                <input type="hidden" name="list" value=key/>
                <Field of=draft.field("q") kind="search"/>
                <Button kind=ButtonKind::Second>{lang.court_go()}</Button>
            </form>
            {list}
            <Pagination page=number total link/>
        </Layout>
    }
}

/// Cases as a table, one line each.
pub fn table(lang: Lang, lines: &[CourtLine]) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="bwc-soft">{lang.court_none()}</p> }.into_any();
    }
    let head = [
        lang.court_col_number(),
        lang.court_col_court(),
        lang.court_col_parties(),
        lang.court_col_kind(),
        lang.court_col_standing(),
        lang.court_col_next(),
        lang.court_col_days(),
        lang.court_col_concerns(),
        lang.court_col_holder(),
    ];
    let head = head.map(str::to_owned).to_vec();
    let rows: Vec<_> = lines.iter().map(|line| row(lang, line)).collect();
    view! { <DataTable id="court" caption=lang.court_cases_title() head quiet_caption=true dense=true>{rows}</DataTable> }
        .into_any()
}

/// The caption, or the parties where none was typed.
fn parties(lang: Lang, line: &CourtLine) -> String {
    if line.caption.is_empty() {
        party_names(lang, &line.parties)
    } else {
        line.caption.clone()
    }
}

/// Parties with what they are.
fn party_names(lang: Lang, parties: &[(Who, PartyRole)]) -> String {
    let named = parties
        .iter()
        .map(|(who, role)| format!("{}: {}", lang.party_role(*role), lang.court_who(*who)));
    named.collect::<Vec<_>>().join("; ")
}

/// A line of the list names so many requests and recordings; the rest is on the page of the case.
const MOST_NAMED: usize = 3;

fn row(lang: Lang, line: &CourtLine) -> impl IntoView + use<> {
    let href = lang.path(&format!("/staff/court/{}", line.id));
    let days = [
        (lang.court_line_filed(), line.filed_on),
        (lang.court_line_served(), line.served_on),
        (lang.court_line_decided(), line.decided_on),
    ];
    let days = days
        .into_iter()
        .filter_map(|(what, day)| Some(format!("{what} {}", lang.short_day(day?))));
    let days = days.collect::<Vec<_>>().join(", ");
    let (next, why) = match &line.next {
        Some(next) => {
            let on = next.on.map_or_else(
                || lang.case_since(next.since),
                |on| format!("{} {}", lang.short_day(on), lang.case_day(next.what)),
            );
            (on, lang.case_next(next))
        }
        None => ("–".to_owned(), String::new()),
    };
    let more = line.requests.len().saturating_sub(MOST_NAMED) + line.recordings.len().saturating_sub(MOST_NAMED);
    let more = (more > 0).then(|| lang.court_and_more(more));
    let requests: Vec<_> = line
        .requests
        .iter()
        .take(MOST_NAMED)
        .map(|number| {
            let href = lang.path(&format!("/staff/requests/{number}"));
            view! { <a class="bwc-number" href=href>{number.to_string()}</a>" " }
        })
        .collect();
    let recordings: Vec<_> = line
        .recordings
        .iter()
        .take(MOST_NAMED)
        .map(|(id, source)| {
            let href = lang.path(&format!("/staff/recordings/{id}"));
            view! { <a href=href>{source.clone()}</a>" " }
        })
        .collect();
    let sealed = line.sealed.then(|| format!(", {}", lang.court_sealed().to_lowercase()));
    let (court, names, kind) = (line.case.court.clone(), parties(lang, line), lang.case_kind(line.kind));
    let holder = line.holder.clone().unwrap_or_else(|| lang.court_nobody().to_owned());
    view! {
        <tr data-standing=line.standing.key()>
            <th scope="row"><a href=href>{line.case.number.clone()}</a></th>
            <td class="bwc-dense__text" title=court.clone()>{court.clone()}</td>
            <td class="bwc-dense__text" title=names.clone()>{names.clone()}</td>
            <td class="bwc-dense__text" title=kind>{kind}</td>
            <td>{lang.case_standing(line.standing)}{sealed}</td>
            <td title=why>{next}</td>
            <td>{days}</td>
            <td>{requests}{recordings}{more}</td>
            <td>{holder}</td>
        </tr>
    }
}
