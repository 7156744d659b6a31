//! The receipt.

mod details;

use islands::{DRAFT, PAGE_CHARACTERS, PAGES};
use leptos::{nonce::use_nonce, prelude::*};
use office::{forms::SubmissionKey, views::Receipt};
use texts::ReceiptWords;

pub use self::details::Asked;
use crate::{
    components::{
        Button, ButtonKind, ButtonLink, ClockWork, Code, CodeKind, Form, Held, Inset, Layout, NextDate, Qr,
        days_between,
    },
    context::{lang, load, office, query, site_info, visitor},
    pages::custodian::Custodian,
};

/// The receipt of the request just filed, as long as its cookie lasts.
#[component]
pub fn Filed() -> impl IntoView {
    let (office, open, named) = (office(), visitor().filed, query("receipt"));
    let receipts = async move {
        let mut receipts = Vec::new();
        for open in open {
            if let Some(receipt) = office.receipt(&open.key).await? {
                receipts.push((open, receipt));
            }
        }
        let shown = receipts
            .iter()
            .position(|(open, _)| open.id == named)
            .unwrap_or_default();
        let shown = (shown < receipts.len()).then(|| receipts.remove(shown));
        Ok((shown, receipts))
    };
    load(receipts, |(shown, others)| match shown {
        Some((open, receipt)) => {
            let others = others.into_iter().map(|(open, receipt)| (open.id, receipt)).collect();
            view! { <ReceiptPage id=open.id key=open.key receipt others/> }.into_any()
        }
        None => view! { <GonePage/> }.into_any(),
    })
}

/// A receipt, and links to the others that are open in this browser.
#[component]
fn ReceiptPage(id: String, key: SubmissionKey, receipt: Receipt, others: Vec<(String, Receipt)>) -> impl IntoView {
    let lang = lang();
    let today = office().today();
    let status = lang.path(&format!("/requests/{}", receipt.number));
    let days_left = days_between(today, receipt.act_by.date);
    let mailed = match receipt.asked.email.as_deref().filter(|_| receipt.mailed) {
        Some(to) => lang.filed_mailed(to),
        None => lang.filed_not_mailed().to_owned(),
    };
    let closes = lang.path(&format!("/request/filed?receipt={id}"));
    view! {
        <Layout title=lang.filed_title() noindex=true>
            <div class="bwc-receipt">
                <h1>{lang.filed_title()}</h1>
                <p>{lang.filed_lead(receipt.received_on)}</p>
                <Others others/>
                <Card receipt=receipt.clone()/>
                <Inset>
                    <p><strong>{lang.filed_keep_title()}</strong></p>
                    <p>{lang.filed_keep()}</p>
                </Inset>
                <section aria-labelledby="next">
                    <h2 id="next">{lang.filed_next()}</h2>
                    <NextDate label=lang.filed_act_by() date=receipt.act_by.date clock=Some(law::clock::ClockId::C1) days_left/>
                    <p>{lang.filed_acting()}</p>
                    <ClockWork deadline=receipt.act_by.clone() open=true/>
                    <p>{lang.filed_kept(receipt.kept_until, today)}</p>
                    {receipt.held.map(|held| view! { <Held held/> })}
                    <p>{mailed}</p>
                    <p class="bwc-unprinted"><a href=status>{lang.filed_status()}</a></p>
                </section>
                <Asked receipt=receipt.clone()/>
                <Custodian/>
                <section class="bwc-unprinted" aria-labelledby="close">
                    <h2 id="close">{lang.filed_close_title()}</h2>
                    <p>{lang.filed_close_hint()}</p>
                    <Form opens=true action=closes><Button kind=ButtonKind::Second>{lang.filed_close()}</Button></Form>
                </section>
                <DraftEnds key/>
            </div>
        </Layout>
    }
}

/// Erases what this browser kept of the form that was filed. Not an island: it must not wait for a program to be loaded.
#[component]
fn DraftEnds(key: SubmissionKey) -> impl IntoView {
    let page: String = key
        .as_str()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(PAGE_CHARACTERS as usize)
        .collect();
    // Static: what differs stands in attributes, which are escaped.
    view! {
        <script nonce=use_nonce() data-draft=DRAFT data-pages=PAGES data-page=page>
            "try{let s=document.currentScript.dataset,d=new URLSearchParams(localStorage.getItem(s.draft));if(d.getAll(s.pages).includes(s.page))localStorage.removeItem(s.draft)}catch{}"
        </script>
    }
}

/// Other receipts that are open in this browser.
#[component]
fn Others(others: Vec<(String, Receipt)>) -> impl IntoView {
    let lang = lang();
    let links: Vec<_> = others
        .into_iter()
        .map(|(id, receipt)| {
            let href = lang.path(&format!("/request/filed?receipt={id}"));
            view! { <li><a href=href>{receipt.number.to_string()}</a></li> }
        })
        .collect();
    (!links.is_empty()).then(|| {
        view! {
            <section class="bwc-unprinted" aria-labelledby="others">
                <h2 id="others">{lang.filed_others()}</h2>
                <ul>{links}</ul>
            </section>
        }
    })
}

/// The card to print or copy: number, code, QR. The QR's address carries both in its fragment, which
/// no server and no log ever sees.
#[component]
fn Card(receipt: Receipt) -> impl IntoView {
    let lang = lang();
    let (number, code) = (receipt.number.to_string(), receipt.code.grouped());
    let address = format!(
        "{}{}#{number}.{}",
        site_info().base_url,
        lang.path("/track"),
        receipt.code.bare()
    );
    view! {
        <section class="bwc-card" aria-label=lang.filed_card()>
            <dl class="bwc-card__codes">
                <dt>{lang.filed_number()}</dt>
                <dd><Code text=number/><p class="bwc-field__hint">{lang.filed_number_hint()}</p></dd>
                <dt>{lang.filed_code()}</dt>
                <dd><Code text=code kind=CodeKind::Access/><p class="bwc-field__hint">{lang.filed_code_hint()}</p></dd>
            </dl>
            <figure class="bwc-card__qr">
                <Qr text=address title=lang.filed_qr()/>
                <figcaption class="bwc-field__hint">{lang.filed_qr_hint()}</figcaption>
            </figure>
        </section>
    }
}

/// No receipt: it is shown once, and the request does not need it.
#[component]
fn GonePage() -> impl IntoView {
    let lang = lang();
    view! {
        <Layout title=lang.filed_gone_title() noindex=true>
            <h1>{lang.filed_gone_title()}</h1>
            <p>{lang.filed_gone()}</p>
            <p>{lang.filed_gone_next()}</p>
            <Custodian/>
            <p><ButtonLink href=lang.path("/track")>{lang.track_title()}</ButtonLink></p>
        </Layout>
    }
}
