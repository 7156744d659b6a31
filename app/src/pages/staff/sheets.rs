//! Requests on paper, each on a sheet of its own: for the meeting, the drawer, the colleague without a screen.

use leptos::prelude::*;
use office::{Refusal, TrackingNumber, views::StaffRequest};
use texts::{QueueWords, StaffWords, StatusWords};

use super::{
    request::{AskedFor, Contact, timeline_line},
    signed_in,
};
use crate::{
    components::{ClockList, Layout, StatusHead, Timeline},
    context::{lang, load, office, query},
};

/// The requests that the address names, as many as the queue shows on a page.
#[component]
pub fn RequestSheets() -> impl IntoView {
    let (office, staff) = (office(), signed_in());
    let numbers = query("numbers");
    load(
        async move {
            let staff = staff?;
            let read = |number: &str| TrackingNumber::parse(number).map_err(|_| Refusal::NotFound);
            let numbers = numbers.split(',').map(read).collect::<Result<Vec<_>, _>>()?;
            if numbers.len() > office::views::PAGE_LINES as usize {
                return Err(Refusal::NotFound);
            }
            let mut found = Vec::with_capacity(numbers.len());
            for number in numbers {
                found.push(office.request(&staff, &number).await?.ok_or(Refusal::NotFound)?);
            }
            Ok(found)
        },
        |found| {
            let lang = lang();
            let title = lang.sheets_title(found.len());
            let sheets = found
                .into_iter()
                .map(|request| view! { <Sheet request/> })
                .collect_view();
            view! {
                <Layout title=title.clone() wide=true noindex=true>
                    <div class="bwc-unprinted">
                        <p><a href=lang.path("/staff/queue")>{lang.back_to_queue()}</a></p>
                        <h1>{title.clone()}</h1>
                        <p>{lang.sheets_intro()}</p>
                    </div>
                    {sheets}
                </Layout>
            }
        },
    )
}

#[component]
fn Sheet(request: StaffRequest) -> impl IntoView {
    let lang = lang();
    let lines = request.docket.iter().map(|line| timeline_line(lang, line)).collect();
    let (status, clocks) = (request.status.clone(), request.status.clocks.clone());
    view! {
        <article class="bwc-request-sheet">
            <StatusHead title=lang.request() status>""</StatusHead>
            <AskedFor request=request.clone()/>
            <Contact request/>
            <section><h2>{lang.clocks_all()}</h2><ClockList clocks/></section>
            <section><h2>{lang.docket_title()}</h2><Timeline lines/></section>
        </article>
    }
}
