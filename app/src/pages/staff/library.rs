//! The public library as staff see it: what waits for a second person, what is public, what no longer is and why.

use leptos::prelude::*;
use office::{
    Lang,
    views::{PublicationEnded, PublicationLine, PublicationList, PublicationPage},
};
use texts::{DateWords, LibraryWords, ReleaseDeskWords, ReleaseWords, StaffWords};

use super::signed_in;
use crate::{
    components::{DataTable, Inset, Layout, Pagination},
    context::{lang, load, office, page_number, query},
};

/// The list.
#[component]
pub fn Publications() -> impl IntoView {
    let (office, staff) = (office(), signed_in());
    let list = PublicationList::parse(&query("view")).unwrap_or_default();
    let number = page_number();
    load(
        async move { office.publications(&staff?, list, number).await },
        |found| view! { <PublicationsPage found/> },
    )
}

#[component]
fn PublicationsPage(found: PublicationPage) -> impl IntoView {
    let lang = lang();
    let (shown, total) = (found.list, found.total());
    let tabs: Vec<_> = PublicationList::ALL
        .into_iter()
        .zip(found.counts)
        .map(|(list, count)| {
            let current = (list == shown).then_some("page");
            let href = lang.path(&format!("/staff/library?view={}", list.key()));
            let words = format!("{} ({count})", lang.publication_list(list));
            view! { <li><a class="bwc-queue-tab" href=href aria-current=current>{words}</a></li> }
        })
        .collect();
    let lines = if found.lines.is_empty() {
        view! { <Inset><p>{lang.publication_none(shown)}</p></Inset> }.into_any()
    } else {
        table(lang, shown, &found.lines)
    };
    let link = move |page: u32| lang.path(&format!("/staff/library?view={}&page={page}", shown.key()));
    view! {
        <Layout title=lang.publication_title() wide=true>
            <h1>{lang.publication_title()}</h1>
            <p>{lang.publications_intro()}</p>
            <nav aria-label=lang.publication_title()><ul class="bwc-queue-tabs">{tabs}</ul></nav>
            {lines}
            <Pagination page=found.page total link/>
        </Layout>
    }
}

fn table(lang: Lang, list: PublicationList, lines: &[PublicationLine]) -> AnyView {
    let mut head = vec![lang.col_video(), StaffWords::col_number(lang), lang.col_proposed_by()];
    if list != PublicationList::Waiting {
        head.push(lang.col_approved_by());
    }
    head.push(lang.col_publication_day());
    if list == PublicationList::Ended {
        head.push(lang.col_why());
    }
    let head = head.into_iter().map(str::to_owned).collect();
    let rows: Vec<_> = lines.iter().map(|line| row(lang, list, line)).collect();
    view! { <DataTable id="publications" caption=lang.publication_list(list) head>{rows}</DataTable> }.into_any()
}

fn row(lang: Lang, list: PublicationList, line: &PublicationLine) -> impl IntoView + use<> {
    let act = match list {
        PublicationList::Waiting => "?act=approve#act",
        PublicationList::Public | PublicationList::Ended => "#library",
    };
    let href = lang.path(&format!("/staff/requests/{}/release{act}", line.number));
    let public = (list == PublicationList::Public).then(|| {
        let href = lang.path(&format!("/library/{}", line.release));
        view! { <br/><a href=href>{lang.release_public(&line.title)}</a> }
    });
    let name = if line.title.is_empty() {
        lang.released_title(line.started.date())
    } else {
        line.title.clone()
    };
    let approved = (list != PublicationList::Waiting)
        .then(|| view! { <td>{line.approved_by.clone().unwrap_or_else(|| lang.nobody().to_owned())}</td> });
    let why = (list == PublicationList::Ended).then(|| {
        let words = line.ended.as_ref().map(|end| ended(lang, &end.why));
        let by = line.ended.as_ref().and_then(|end| end.by.clone());
        let by = by.map(|by| view! { <br/><span class="bwc-soft">{by}</span> });
        view! { <td>{words}{by}</td> }
    });
    view! {
        <tr>
            <th scope="row">
                {name}<br/>
                <span class="bwc-soft">{lang.released_title(line.started.date())}". "{lang.publication_warning(&line.warning)}</span>
                {public}
            </th>
            <td><a class="bwc-number" href=href>{line.number.to_string()}</a></td>
            <td>{if line.proposed_by.is_empty() { lang.nobody().to_owned() } else { line.proposed_by.clone() }}</td>
            {approved}
            <td>{line.on.map(|on| lang.short_day(on))}</td>
            {why}
        </tr>
    }
}

/// Why something is no longer in the library.
pub fn ended(lang: Lang, why: &PublicationEnded) -> String {
    match why {
        PublicationEnded::Office(words) => words.clone(),
        PublicationEnded::Law(bar) => lang.notice_bar(bar),
        PublicationEnded::Stopped => lang.publication_end_stopped().to_owned(),
        PublicationEnded::ByOne => lang.publication_end_by_one().to_owned(),
    }
}
