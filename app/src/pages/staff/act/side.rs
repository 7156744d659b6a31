//! What a custodian needs beside the form: the law's words, the question asked, the order to compare,
//! and what is new when somebody else was faster.

use law::{
    clock::ClockId,
    request::{ActKind, Workflow},
    request_order::{Petition, RequestOrder},
};
use leptos::prelude::*;
use office::{Lang, views::StaffRequest};
use texts::{LawWords, StaffWords};

use crate::components::{Banner, Day, FeeTable, Inset, StatusTag, SummaryList, SummaryRow, Timeline, Tone};
use crate::context::office;
use crate::pages::staff::request::timeline_line;

/// Beside the form of an act.
pub fn aside(lang: Lang, kind: ActKind, request: &StaffRequest) -> impl IntoView + use<> {
    let quote = lang.act_quote(kind).map(|(words, section)| {
        view! {
            <Inset>
                <p><strong>{lang.act_law()}</strong></p>
                <blockquote lang="en">{words}</blockquote>
                <p class="bwc-soft">{section}</p>
            </Inset>
        }
    });
    let denials = matches!(kind, ActKind::Deny | ActKind::DenyInPart).then(|| denial_list(lang));
    let order = match (kind, &request.state.entered_order) {
        (ActKind::VerifyOrder | ActKind::EnterOrder, Some(order)) => {
            entered_order(lang, order, request.order_entered_by.clone(), true).into_any()
        }
        (ActKind::VerifyOrder, None) => view! { <p>{lang.order_none()}</p> }.into_any(),
        _ => ().into_any(),
    };
    let petition = match (&request.state.workflow, kind) {
        (Workflow::CourtPending { petition }, ActKind::RecordPetition | ActKind::EnterOrder) => {
            Some(filed_petition(lang, petition))
        }
        _ => None,
    };
    let money = matches!(
        kind,
        ActKind::SettleFee | ActKind::AskFee | ActKind::RefundFee | ActKind::EstimateFee
    );
    let fee = money.then(|| view! { <FeeTable fee=request.state.fee.clone() account=request.state.account.clone()/> });
    let delays = (kind == ActKind::ExplainDelay).then(|| promised_before(lang, request));
    view! { {quote}{denials}{delays}{order}{petition}{fee} }
}

/// The sections that a denial may rest on, in the words of the profile and of the law.
fn denial_list(lang: Lang) -> impl IntoView + use<> {
    let office = office();
    let profile = office.profile();
    let listed: Vec<_> = profile
        .denials()
        .iter()
        .map(|known| {
            let (section, about) = (known.section.to_string(), lang.pick(known.about.clone()));
            let words = (!known.words.is_empty()).then(|| view! { " "<q lang="en">{known.words.clone()}</q> });
            view! { <li><strong>{section}</strong>": "{about}"."{words}</li> }
        })
        .collect();
    (!listed.is_empty()).then(|| {
        view! { <details><summary>{lang.denial_list()}</summary><ul>{listed}</ul></details> }
    })
}

/// How often the delay was explained before, with which days: whoever filed is told so too.
fn promised_before(lang: Lang, request: &StaffRequest) -> impl IntoView + use<> {
    let days: Vec<_> = request
        .state
        .clocks
        .iter()
        .filter(|clock| clock.id == ClockId::C8)
        .map(|clock| {
            let broken = clock
                .late(request.status.today)
                .then(|| view! { " ("{lang.promise_broken()}")" });
            view! { <li><Day date=clock.due/>{broken}</li> }
        })
        .collect();
    (!days.is_empty()).then(|| {
        view! {
            <Banner title=lang.delay_again(days.len()) tone=Tone::Waiting>
                <p>{lang.delay_again_hint()}</p>
                <ul>{days}</ul>
            </Banner>
        }
    })
}

/// The order as entered; for whoever verifies it, to be compared with the court's paper.
pub fn entered_order(lang: Lang, order: &RequestOrder, by: Option<String>, compare: bool) -> impl IntoView + use<> {
    let (court, case_number, ruling) = (
        order.court.clone(),
        order.case_number.clone(),
        lang.ruling(order.ruling),
    );
    let dated = order.dated;
    view! {
        <section>
            <h3>{lang.order_entered()}</h3>
            {compare.then(|| view! { <p>{lang.order_compare()}</p> })}
            <SummaryList>
                <SummaryRow name=lang.order_court()>{court}</SummaryRow>
                <SummaryRow name=lang.order_case()><code>{case_number}</code></SummaryRow>
                <SummaryRow name=lang.order_dated()><Day date=dated/></SummaryRow>
                <SummaryRow name=lang.order_ruling()>{ruling}</SummaryRow>
                {by.map(|by| view! { <SummaryRow name=lang.order_by()>{by}</SummaryRow> })}
            </SummaryList>
        </section>
    }
}

/// The petition on record.
pub fn filed_petition(lang: Lang, petition: &Petition) -> impl IntoView + use<> {
    let Petition {
        by,
        court,
        case_number,
        filed_on,
        served_on,
    } = petition.clone();
    view! {
        <section>
            <h3>{lang.petition_entered()}</h3>
            <SummaryList>
                <SummaryRow name=lang.petition_by()>{lang.petitioner(by)}</SummaryRow>
                <SummaryRow name=lang.order_court()>{court}</SummaryRow>
                <SummaryRow name=lang.order_case()><code>{case_number}</code></SummaryRow>
                <SummaryRow name=lang.petition_filed()><Day date=filed_on/></SummaryRow>
                {served_on.map(|day| view! { <SummaryRow name=lang.petition_served()><Day date=day/></SummaryRow> })}
            </SummaryList>
        </section>
    }
}

/// Somebody else was faster: where the request stands now and the last lines of its docket.
pub fn news(lang: Lang, request: &StaffRequest) -> impl IntoView + use<> {
    let latest = request.docket.len().saturating_sub(5);
    let lines = request.docket[latest..]
        .iter()
        .map(|line| timeline_line(lang, line))
        .collect();
    let stage = request.status.stage;
    view! {
        <div role="alert">
            <Banner title=lang.stale_title() tone=Tone::Stop>
                <p>{lang.stale_text()}</p>
                <p>{lang.stale_now()}" "<StatusTag stage/></p>
                <p><strong>{lang.stale_latest()}</strong></p>
                <Timeline lines/>
            </Banner>
        </div>
    }
}
