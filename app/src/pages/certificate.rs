//! The certificate that there is no recording: who searched what, when, and why there is none, as it was sent; to print and sign.

use law::{Date, event::Event, recording::NoRecordReason, request::ActKind};
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    views::{DocketLine, MessageView},
};
use texts::{DateWords, FollowingWords, LawWords, StatusWords, TimelineWords};

use crate::{
    components::{Layout, SummaryList, SummaryRow},
    context::{load, number, office, visitor},
    pages::staff::signed_in,
};

/// What a certificate says: the entry of the docket and the words that went with it, which never change.
struct Certified {
    number: String,
    /// Language of whoever filed.
    lang: Lang,
    received_on: Date,
    on: Date,
    why: NoRecordReason,
    /// The search, in the words that were sent.
    search: Option<String>,
}

/// The latest end of a search without a recording.
fn certified<'d>(docket: impl DoubleEndedIterator<Item = &'d DocketLine>) -> Option<(Date, NoRecordReason)> {
    docket.rev().find_map(|line| match &line.event {
        Event::NoRecord { why } => Some((line.on, why.clone())),
        _ => None,
    })
}

fn search(messages: &[MessageView]) -> Option<String> {
    let told = messages
        .iter()
        .rev()
        .find(|message| message.act == ActKind::FindNoRecord);
    told.map(|message| message.text.clone())
}

/// As the console prints it.
#[component]
pub fn StaffCertificate() -> impl IntoView {
    let (office, number, staff) = (office(), number(), signed_in());
    load(
        async move {
            let request = office.request(&staff?, &number?).await?.ok_or(Refusal::NotFound)?;
            let (on, why) = certified(request.status.docket.iter()).ok_or(Refusal::NotFound)?;
            let path = format!("/staff/requests/{}", request.status.number);
            let told = Certified {
                number: request.status.number.to_string(),
                lang: request.language,
                received_on: request.status.received_on,
                on,
                why,
                search: search(&request.messages),
            };
            Ok((told, path))
        },
        |(told, path)| page(told, &path),
    )
}

/// As whoever filed prints it.
#[component]
pub fn OwnCertificate() -> impl IntoView {
    let (office, number) = (office(), number());
    let requester = visitor()
        .requester
        .filter(|requester| Ok(&requester.number) == number.as_ref());
    load(
        async move {
            let private = office.private(&requester.ok_or(Refusal::SignIn)?).await?;
            let (on, why) = certified(private.status.docket.iter()).ok_or(Refusal::NotFound)?;
            let path = format!("/requests/{}/private", private.status.number);
            let told = Certified {
                number: private.status.number.to_string(),
                lang: private.language,
                received_on: private.status.received_on,
                on,
                why,
                search: search(&private.messages),
            };
            Ok((told, path))
        },
        |(told, path)| page(told, &path),
    )
}

fn page(told: Certified, path: &str) -> impl IntoView + use<> {
    let here = visitor().lang;
    let (lang, back) = (told.lang, here.path(path));
    let office = office();
    let agency = office.profile().agency.clone();
    let title = lang.certificate_title(&told.number);
    let lines = lang
        .sheet_signature()
        .map(|name| view! { <div class="bwc-sheet__line"><dt>{name}</dt><dd></dd></div> });
    let search: Vec<_> = told
        .search
        .unwrap_or_else(|| lang.certificate_erased().to_owned())
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| view! { <p>{line.to_owned()}</p> })
        .collect();
    view! {
        <Layout title=title.clone() wide=true noindex=true>
            <div class="bwc-sheet" lang=lang.key() data-certificate="no_record">
                <h1>{title}</h1>
                <p class="bwc-unprinted">{here.sheet_print()}" "<a href=back>{here.mail_back()}</a></p>
                <p>{lang.certificate_lead(&agency)}</p>
                <SummaryList>
                    <SummaryRow name=lang.request()>{told.number}</SummaryRow>
                    <SummaryRow name=lang.fact_received()>{lang.day(told.received_on)}</SummaryRow>
                    <SummaryRow name=lang.certificate_on()>{lang.day(told.on)}</SummaryRow>
                    <SummaryRow name=lang.certificate_why()>{lang.no_record(&told.why)}</SummaryRow>
                </SummaryList>
                <section class="bwc-column"><h2>{lang.certificate_search()}</h2>{search}</section>
                <section class="bwc-sheet__sign">
                    <h2>{lang.sheet_certify()}</h2>
                    <p>{lang.certificate_statement()}</p>
                    <dl class="bwc-sheet__lines">{lines.into_iter().collect_view()}</dl>
                </section>
            </div>
        </Layout>
    }
}
