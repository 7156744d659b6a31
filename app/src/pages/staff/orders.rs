//! Court orders about recordings.

mod enter;
mod show;

use leptos::prelude::*;
use office::{
    Lang,
    forms::ConsoleField,
    views::{OrderLine, OrderPage as Lines},
};
use texts::{DateWords, DeskWords, ProposalWords, ReleaseWords};

pub use enter::NewOrder;
pub use show::OrderPage;

use super::signed_in;
use crate::{
    components::{ButtonLink, DataTable, Layout, Pagination},
    context::{load, office, page_number, visitor},
};

/// All orders.
#[component]
pub fn Orders() -> impl IntoView {
    let (lang, office) = (visitor().lang, office());
    let staff = signed_in();
    let number = page_number();
    load(
        async move {
            let staff = staff?;
            Ok((staff.role.works(), office.orders(&staff, number).await?))
        },
        move |(works, orders)| page(lang, works, &orders),
    )
}

fn page(lang: Lang, works: bool, orders: &Lines) -> impl IntoView + use<> {
    let enter = works
        .then(|| view! { <p><ButtonLink href=lang.path("/staff/orders/new")>{lang.orders_new()}</ButtonLink></p> });
    let list = table(lang, &orders.lines);
    let (number, total) = (orders.page, orders.total);
    let link = move |page: u32| lang.path(&format!("/staff/orders?page={page}"));
    view! {
        <Layout title=lang.orders_title() wide=true full=true>
            <h1>{lang.orders_title()}</h1>
            <p><a href=lang.path("/staff/waiting")>{lang.proposals_title()}</a></p>
            {enter}
            {list}
            <Pagination page=number total link/>
        </Layout>
    }
}

/// Orders as a table.
pub fn table(lang: Lang, lines: &[OrderLine]) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="bwc-soft">{lang.orders_none()}</p> }.into_any();
    }
    let head = [
        lang.desk_field(ConsoleField::CaseNumber),
        lang.col_court(),
        lang.desk_field(ConsoleField::Kind),
        lang.desk_field(ConsoleField::Dated),
        lang.recording_status(),
    ];
    let head = head.map(str::to_owned).to_vec();
    let rows: Vec<_> = lines.iter().map(|line| row(lang, line)).collect();
    view! { <DataTable id="orders" caption=lang.orders_caption() head quiet_caption=true dense=true>{rows}</DataTable> }
        .into_any()
}

fn row(lang: Lang, line: &OrderLine) -> impl IntoView + use<> {
    let href = lang.path(&format!("/staff/orders/{}", line.id));
    let standing = match &line.lacks {
        None => lang.order_in_force().to_owned(),
        Some(bar) => lang.notice_bar(bar),
    };
    let court = line.court.clone();
    view! {
        <tr>
            <th scope="row"><a href=href>{line.case_number.clone()}</a></th>
            <td class="bwc-dense__text" title=court.clone()>{court.clone()}</td>
            <td>{lang.order_kind(line.kind)}</td>
            <td>{lang.short_day(line.dated)}</td>
            <td class="bwc-dense__text" title=standing.clone()>{standing.clone()}</td>
        </tr>
    }
}
