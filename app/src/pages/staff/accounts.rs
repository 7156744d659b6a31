//! Staff accounts.

use leptos::prelude::*;
use office::views::Account;
use texts::{LawWords, StaffWords};

use super::signed_in;
use crate::{
    components::{DataTable, Day, Layout},
    context::{lang, load, office},
};

/// Staff accounts.
#[component]
pub fn Accounts() -> impl IntoView {
    let (office, staff) = (office(), signed_in());
    load(
        async move { office.accounts(&staff?.administrator()?).await },
        |accounts| view! { <AccountList accounts/> },
    )
}

#[component]
fn AccountList(accounts: Vec<Account>) -> impl IntoView {
    let lang = lang();
    let head = [
        lang.accounts_name(),
        lang.accounts_email(),
        lang.accounts_role(),
        lang.accounts_since(),
        lang.accounts_state(),
    ];
    let head = head.map(str::to_owned).to_vec();
    let rows: Vec<_> = accounts
        .into_iter()
        .map(|account| view! { <AccountRow account/> })
        .collect();
    view! {
        <Layout title=lang.accounts_title() wide=true>
            <h1>{lang.accounts_title()}</h1>
            <p>{lang.accounts_hint()}</p>
            <DataTable id="accounts" caption=lang.accounts_title() head quiet_caption=true>{rows}</DataTable>
        </Layout>
    }
}

#[component]
fn AccountRow(account: Account) -> impl IntoView {
    let lang = lang();
    let state = account
        .disabled_on
        .map_or_else(|| lang.accounts_open().to_owned(), |day| lang.accounts_closed(day));
    view! {
        <tr>
            <th scope="row">{account.staff.name}</th>
            <td>{account.staff.email}</td>
            <td>{lang.role(account.staff.role)}</td>
            <td><Day date=account.created_on short=true/></td>
            <td>{state}</td>
        </tr>
    }
}
