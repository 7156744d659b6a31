//! The case on a request's page: the recordings that answer it, people, money, court.

use law::{
    fee::{Fee, FeeAccount},
    request::Workflow,
};
use leptos::prelude::*;
use office::views::{CourtLine, LinkedRecording, NoticeLine, OrderLine, StaffRequest};
use texts::{CourtWords, DateWords, DeskWords, MatchWords, ReleaseDeskWords, ReleaseWords};

use crate::{
    components::{DataTable, FeeTable},
    context::lang,
    pages::staff::{act::side, court, notices::notice_list, orders, signed_in},
};

/// The recordings that answer a request, with how far each is.
#[component]
pub fn Linked(
    /// Where the release on the request is, with the language.
    release: String,
    recordings: Vec<LinkedRecording>,
) -> impl IntoView {
    let lang = lang();
    if recordings.is_empty() {
        return view! { <p>{lang.linked_none()}</p> }.into_any();
    }
    let head = [
        lang.col_recording(),
        lang.col_made(),
        lang.recording_status(),
        lang.recording_people(),
        lang.case_files(),
        lang.col_officer(),
        lang.col_place(),
    ];
    let head = head.map(str::to_owned).to_vec();
    let rows: Vec<_> = recordings
        .into_iter()
        .map(|one| {
            let at = |page: &str| lang.path(&format!("/staff/recordings/{}{page}", one.line.id));
            let status = match one.line.deleted_on {
                Some(day) => lang.recording_deleted(&lang.day(day)),
                None => lang.status_kind(one.line.status.kind()).to_owned(),
            };
            let people = lang.case_people_log(one.people, one.people_logged);
            let files = lang.case_files_of(one.originals, one.approved_copy);
            view! {
                <tr>
                    <th scope="row"><a href=at("")>{one.line.source_id.clone()}</a></th>
                    <td>{lang.moment_short(one.line.started)}</td>
                    <td>{status}</td>
                    <td><a href=at("/people")>{people}</a></td>
                    <td><a href=at("/files")>{files}</a></td>
                    <td>{one.line.officer.clone()}</td>
                    <td class="bwc-dense__text" title=one.line.place.clone()>{one.line.place.clone()}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <DataTable id="linked" caption=lang.case_linked() head quiet_caption=true dense=true>{rows}</DataTable>
        <p><a href=release>{lang.release_open()}</a></p>
    }
    .into_any()
}

/// The people shown, by their notices for this request.
#[component]
pub fn People(notices: Vec<NoticeLine>) -> impl IntoView {
    let lang = lang();
    let list = if notices.is_empty() {
        view! { <p>{lang.case_people_none()}</p> }.into_any()
    } else {
        notice_list(lang, &notices)
    };
    view! { <section><h2>{lang.case_people()}</h2>{list}</section> }
}

/// The fee, and what became of it.
#[component]
pub fn Money(fee: Fee, account: FeeAccount) -> impl IntoView {
    let lang = lang();
    let words = match &fee {
        Fee::None => lang.case_money_none().to_owned(),
        Fee::Asked { on, .. } => lang.case_money_asked(&lang.day(*on)),
        Fee::Paid { on } => lang.case_money_paid(&lang.day(*on)),
        Fee::Waived { on } => lang.case_money_waived(&lang.day(*on)),
    };
    view! { <section><h2>{lang.case_money()}</h2><p>{words}</p><FeeTable fee account/></section> }
}

/// What courts were asked and what they ordered.
#[component]
pub fn Court(request: StaffRequest, register: Vec<OrderLine>, cases: Vec<CourtLine>) -> impl IntoView {
    let lang = lang();
    let petition = match &request.state.workflow {
        Workflow::CourtPending { petition } => Some(side::filed_petition(lang, petition)),
        _ => None,
    };
    let entered = request.state.entered_order.as_ref();
    let entered = entered.map(|order| side::entered_order(lang, order, request.order_entered_by.clone(), false));
    let files = signed_in().is_ok_and(|by| by.court_filer().is_ok());
    let number = request.status.number.clone();
    let enter = files.then(|| {
        let href = lang.path(&format!("/staff/court/new?number={number}"));
        view! { <p><a href=href>{lang.court_new()}</a></p> }
    });
    let none = (petition.is_none() && entered.is_none() && register.is_empty() && cases.is_empty())
        .then(|| view! { <p>{lang.case_court_none()}</p> });
    let register = (!register.is_empty()).then(|| orders::table(lang, &register));
    let cases = (!cases.is_empty()).then(|| court::table(lang, &cases));
    view! { <section><h2>{lang.case_court()}</h2>{none}{cases}{petition}{entered}{register}{enter}</section> }
}
