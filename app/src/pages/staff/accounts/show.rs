//! One account, and what an administrator does with it.

use leptos::prelude::*;
use office::{
    Refusal,
    forms::{AccountAct, AccountForm},
    views::{AccountView, OneTimeLink},
};
use texts::{AccountWords, StatusWords};

use super::{draft, factor, role, roles, signed_in_last, state};
use crate::{
    components::{
        Banner, Button, ButtonKind, Draft, Field, Form, FormProblems, Inset, Layout, Select, SummaryList, SummaryRow,
        Tone,
    },
    context::{lang, load, office, param, query, site_info},
    pages::staff::{recordings::history, signed_in},
};

/// One account.
#[component]
pub fn AccountPage() -> impl IntoView {
    let (office, staff, id) = (office(), signed_in(), param("id"));
    load(
        async move {
            let by = staff?.administrator()?;
            office.account(&by, &id).await?.ok_or(Refusal::NotFound)
        },
        |found| view! { <Show found/> },
    )
}

#[component]
fn Show(found: AccountView) -> impl IntoView {
    let lang = lang();
    let draft = draft();
    let failed = draft.failed();
    let done = (query("done") == "1" && !failed)
        .then(|| view! { <Banner title=lang.done_title() tone=Tone::Open><p>{lang.account_done()}</p></Banner> });
    let account = &found.account;
    let title = account.staff.name.clone();
    let officer = account.staff.officer.clone();
    let facts = [
        (lang.accounts_email(), account.staff.email.clone()),
        (lang.accounts_role(), role(account)),
        (lang.accounts_state(), state(account)),
        (lang.accounts_signed_in(), signed_in_last(account)),
        (lang.accounts_factor(), factor(account).to_owned()),
        (
            lang.accounts_officer(),
            officer.unwrap_or_else(|| lang.accounts_factor_no().to_owned()),
        ),
    ];
    let facts = facts
        .into_iter()
        .map(|(name, value)| view! { <SummaryRow name=name>{value}</SummaryRow> })
        .collect_view();
    let last = found
        .last_administrator
        .then(|| view! { <Inset><p>{lang.account_last()}</p></Inset> });
    let link = found.link.clone().map(|link| view! { <WaitingLink link/> });
    let entries = history(lang, &found.entries);
    view! {
        <Layout title=title.clone() failed>
            <FormProblems draft=draft.clone()/>
            {done}
            <p><a href=lang.path("/staff/accounts")>{lang.account_back()}</a></p>
            <h1>{title}</h1>
            <SummaryList>{facts}</SummaryList>
            {link}
            {last}
            <Acts found draft/>
            {entries}
        </Layout>
    }
}

/// The link to hand over, whole.
#[component]
fn WaitingLink(link: OneTimeLink) -> impl IntoView {
    let lang = lang();
    let address = format!("{}/staff/link/{}", site_info().base_url, link.token);
    view! {
        <Banner title=lang.link_waits(link.purpose) tone=Tone::Waiting>
            <p><code class="bwc-code bwc-code--small bwc-code--hash" translate="no" data-one-time-link=address.clone()>{address.clone()}</code></p>
            <p>{lang.link_until(link.until.datetime())}</p>
        </Banner>
    }
}

#[component]
fn Acts(found: AccountView, draft: Draft) -> impl IntoView {
    let lang = lang();
    let account = found.account;
    let sent = AccountAct::parse(&draft.value("act")).filter(|_| draft.failed());
    let of = |act: AccountAct| draft.of_form(sent == Some(act), &AccountForm::default());
    let role = of(AccountAct::Role).field_or("role", account.staff.role.key());
    let officer = account.staff.officer.as_deref().unwrap_or_default();
    let officer = of(AccountAct::Officer).field_or("officer", officer);
    let refused = sent.and_then(|act| Some((act, draft.field("act").error?)));
    let (enabled, keeps) = (account.disabled_on.is_none(), found.last_administrator);
    let role = (!keeps).then(|| {
        view! {
            <h2>{lang.account_act(AccountAct::Role)}</h2>
            <p>{lang.account_act_hint(AccountAct::Role)}</p>
            <Form>
                <input type="hidden" name="act" value=AccountAct::Role.key()/>
                <Select of=role options=roles()/>
                <Button kind=ButtonKind::Second>{lang.account_act(AccountAct::Role)}</Button>
            </Form>
        }
    });
    let plain = [
        (AccountAct::Reset, enabled, ButtonKind::Second),
        (AccountAct::SignOut, enabled, ButtonKind::Second),
        (AccountAct::RemoveFactor, account.second_factor, ButtonKind::Second),
        (AccountAct::Enable, !enabled, ButtonKind::Second),
        (AccountAct::Disable, enabled && !keeps, ButtonKind::Stop),
    ];
    let plain = plain
        .into_iter()
        .filter(|(_, offered, _)| *offered)
        .map(|(act, _, kind)| {
            let error = refused.as_ref().filter(|(sent, _)| *sent == act);
            view! { <PlainAct act kind error=error.map(|(_, error)| error.clone())/> }
        })
        .collect_view();
    view! {
        {role}
        <h2>{lang.accounts_officer()}</h2>
        <Form>
            <input type="hidden" name="act" value=AccountAct::Officer.key()/>
            <Field of=officer.optional() autocomplete="off"/>
            <Button kind=ButtonKind::Second>{lang.account_act(AccountAct::Officer)}</Button>
        </Form>
        {plain}
    }
}

/// An act that needs no answer.
#[component]
fn PlainAct(
    act: AccountAct,
    kind: ButtonKind,
    /// Why it was not done.
    error: Option<String>,
) -> impl IntoView {
    let lang = lang();
    let error = error.map(|error| view! { <p class="bwc-field__error" id="act">{error}</p> });
    view! {
        <h2>{lang.account_act(act)}</h2>
        <p>{lang.account_act_hint(act)}</p>
        {error}
        <Form>
            <input type="hidden" name="act" value=act.key()/>
            <Button kind>{lang.account_act(act)}</Button>
        </Form>
    }
}
