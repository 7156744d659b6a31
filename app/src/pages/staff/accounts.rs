//! Staff accounts: the list, and inviting somebody.

mod show;

use leptos::prelude::*;
use office::{
    forms::AccountForm,
    views::{Account, Role},
};
use texts::{AccountWords, LawWords};

use super::signed_in;
use crate::{
    components::{Button, DataTable, Day, Draft, Field, Form, FormProblems, Layout, Select},
    context::{lang, load, office},
};

pub use show::AccountPage;

/// Staff accounts.
#[component]
pub fn Accounts() -> impl IntoView {
    let (office, staff) = (office(), signed_in());
    let hours = office.profile().staff.link_hours;
    load(
        async move { office.accounts(&staff?.administrator()?).await },
        move |accounts| view! { <AccountList accounts hours/> },
    )
}

/// A draft of the forms about accounts.
fn draft() -> Draft {
    Draft::refused_or(AccountForm::default, |lang, name| match name {
        "name" => (lang.accounts_name(), None),
        "email" => (lang.accounts_email(), None),
        "role" => (lang.accounts_role(), None),
        "officer" => (lang.accounts_officer(), Some(lang.accounts_officer_hint())),
        _ => (lang.accounts_state(), None),
    })
}

fn roles() -> Vec<(String, String)> {
    let lang = lang();
    let role = |role: Role| (role.key().to_owned(), lang.role(role).to_owned());
    Role::ALL.map(role).to_vec()
}

#[component]
fn AccountList(accounts: Vec<Account>, hours: u32) -> impl IntoView {
    let lang = lang();
    let draft = draft();
    let failed = draft.failed();
    let head = [
        lang.accounts_name(),
        lang.accounts_email(),
        lang.accounts_role(),
        lang.accounts_since(),
        lang.accounts_signed_in(),
        lang.accounts_factor(),
        lang.accounts_state(),
    ];
    let head = head.map(str::to_owned).to_vec();
    let rows: Vec<_> = accounts
        .into_iter()
        .map(|account| view! { <AccountRow account/> })
        .collect();
    view! {
        <Layout title=lang.accounts_title() wide=true failed>
            <FormProblems draft=draft.clone()/>
            <h1>{lang.accounts_title()}</h1>
            <p>{lang.accounts_hint()}</p>
            <DataTable id="accounts" caption=lang.accounts_title() head quiet_caption=true>{rows}</DataTable>
            <h2>{lang.invite_title()}</h2>
            <p>{lang.invite_intro(hours)}</p>
            <Form>
                <input type="hidden" name="act" value="invite"/>
                <Field of=draft.field("name") autocomplete="off"/>
                <Field of=draft.field("email") kind="email" autocomplete="off"/>
                <Select of=draft.field("role") options=roles()/>
                <Button>{lang.invite_send()}</Button>
            </Form>
        </Layout>
    }
}

/// Whether an account is enabled, in words.
fn state(account: &Account) -> String {
    let lang = lang();
    match account.disabled_on {
        Some(day) => lang.accounts_closed(day),
        None if account.has_password => lang.accounts_open().to_owned(),
        None => lang.accounts_invited().to_owned(),
    }
}

/// Role, and whether the account also administers.
fn role(account: &Account) -> String {
    let lang = lang();
    let role = lang.role(account.staff.role);
    if account.staff.administers && account.staff.role != Role::Admin {
        format!("{role}. {}", lang.accounts_administers())
    } else {
        role.to_owned()
    }
}

/// When somebody last signed in, in words.
fn signed_in_last(account: &Account) -> String {
    let lang = lang();
    account
        .signed_in
        .as_ref()
        .map_or_else(|| lang.accounts_never().to_owned(), |at| lang.moment(at.datetime()))
}

/// Whether there is a second factor, in words.
fn factor(account: &Account) -> &'static str {
    let lang = lang();
    if account.second_factor {
        lang.accounts_factor_yes()
    } else {
        lang.accounts_factor_no()
    }
}

#[component]
fn AccountRow(account: Account) -> impl IntoView {
    let lang = lang();
    let (state, role, signed_in) = (state(&account), role(&account), signed_in_last(&account));
    let factor = factor(&account);
    let href = lang.path(&format!("/staff/accounts/{}", account.staff.id));
    view! {
        <tr>
            <th scope="row"><a href=href>{account.staff.name}</a></th>
            <td>{account.staff.email}</td>
            <td>{role}</td>
            <td><Day date=account.created_on short=true/></td>
            <td>{signed_in}</td>
            <td>{factor}</td>
            <td>{state}</td>
        </tr>
    }
}
