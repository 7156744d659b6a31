//! Notices: what is to be done, one notice, a print run of letters.

mod act_form;
mod letters;
mod show;

use leptos::prelude::*;
use office::{
    Lang,
    forms::ConsoleField,
    views::{NoticeLine, NoticesPage as Lines, NoticesView, Role},
};
use texts::{DateWords, DeskWords, ReleaseWords, ViewingWords, WishWords};

pub use letters::{Envelopes, Letters, document};
pub use show::NoticePage;

use super::{may, signed_in};
use crate::{
    components::{DataTable, Inset, Layout, Pagination},
    context::{load, office, page_number, query, visitor},
};

const VIEWS: [NoticesView; 3] = [NoticesView::Work, NoticesView::Running, NoticesView::All];

const fn key(view: NoticesView) -> &'static str {
    match view {
        NoticesView::Work => "work",
        NoticesView::Running => "running",
        NoticesView::All => "all",
    }
}

/// The list.
#[component]
pub fn Notices() -> impl IntoView {
    let (lang, office) = (visitor().lang, office());
    let staff = signed_in();
    let asked = query("view");
    let view = VIEWS.into_iter().find(|view| key(*view) == asked).unwrap_or_default();
    let number = page_number();
    let today = office.today().to_string();
    load(
        async move { office.notices(&staff?, view, number).await },
        move |notices| page(lang, &notices, &today),
    )
}

fn page(lang: Lang, notices: &Lines, today: &str) -> impl IntoView + use<> {
    let shown = notices.view;
    let tabs = VIEWS.map(|view| {
        let words = match view {
            NoticesView::Work => lang.notices_work(),
            NoticesView::Running => lang.notices_running(),
            NoticesView::All => lang.notices_all(),
        };
        let current = (view == shown).then_some("page");
        let href = lang.path(&format!("/staff/notices?view={}", key(view)));
        view! { <li><a class="bwc-queue-tab" href=href aria-current=current>{words}</a></li> }
    });
    let list = notice_list(lang, &notices.lines);
    let (number, total) = (notices.page, notices.total);
    let link = move |page: u32| lang.path(&format!("/staff/notices?view={}&page={page}", key(shown)));
    // Letters hold addresses: whoever serves notices prints them.
    let print = may(Role::works).then(|| {
        let href = lang.path(&format!("/staff/letters?on={today}"));
        let viewings = lang.path("/staff/viewings");
        view! {
            <p><a href=href>{lang.notices_print()}</a></p>
            <p><a href=viewings>{lang.viewings_open_title()}</a></p>
        }
    });
    view! {
        <Layout title=lang.notices_title() wide=true full=true>
            <h1>{lang.notices_title()}</h1>
            {print}
            <nav aria-label=lang.notices_title()><ul class="bwc-queue-tabs">{tabs.collect_view()}</ul></nav>
            {list}
            <Pagination page=number total link/>
        </Layout>
    }
}

/// Notices as a table.
pub fn notice_list(lang: Lang, lines: &[NoticeLine]) -> AnyView {
    if lines.is_empty() {
        return view! { <Inset><p>{lang.notices_none()}</p></Inset> }.into_any();
    }
    let head = [
        lang.col_person(),
        lang.col_notice_state(),
        lang.desk_field(ConsoleField::LastDay),
        lang.col_objections(),
        lang.col_notice_kind(),
        lang.col_recording(),
        lang.col_request(),
    ];
    let head = head.map(str::to_owned).to_vec();
    let rows: Vec<_> = lines.iter().map(|line| row(lang, line)).collect();
    view! { <DataTable id="notices" caption=lang.notices_caption() head quiet_caption=true dense=true>{rows}</DataTable> }
        .into_any()
}

fn row(lang: Lang, line: &NoticeLine) -> impl IntoView + use<> {
    let href = lang.path(&format!("/staff/notices/{}", line.id));
    let clock = line.kind.clock().key();
    let last_day = line.last_day.map(|day| {
        view! { <time datetime=day.to_string() data-clock=clock>{lang.short_day(day)}</time> }
    });
    let open = (line.unanswered > 0)
        .then(|| view! { <strong class="bwc-queue-unread">{lang.objections_unanswered(line.unanswered)}</strong> });
    let wishes = (line.wishes > 0).then(|| {
        let words = format!("{}: {}", lang.wishes_desk(), line.wishes);
        view! { " "<strong class="bwc-queue-unread">{words}</strong> }
    });
    let number = line.number.to_string();
    let request = lang.path(&format!("/staff/requests/{number}"));
    let (state, kind) = (
        lang.notice_state(line.state, line.over(office().today())),
        lang.notice_kind(line.kind),
    );
    view! {
        <tr>
            <th scope="row"><a href=href>{line.pseudonym.clone()}</a></th>
            <td class="bwc-dense__text" title=state><span data-status=line.state.key()>{state}</span></td>
            <td>{last_day}</td>
            <td>{open}{wishes}</td>
            <td class="bwc-dense__text" title=kind>{kind}</td>
            <td>{line.source_id.clone()}</td>
            <td><a class="bwc-number" href=request>{number}</a></td>
        </tr>
    }
}
