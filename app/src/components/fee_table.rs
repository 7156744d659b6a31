//! A fee, line by line, and what was paid on it.

use law::fee::{Fee, FeeAccount, FeeLine};
use leptos::prelude::*;
use texts::{DateWords, FeeWords, LawWords};

use super::{SummaryList, SummaryRow};
use crate::context::lang;

/// The lines that stand, with their arithmetic, sum, deposit, payments, refunds, and what is left; else the estimate. Nothing
/// where nobody was told of costs.
#[component]
pub fn FeeTable(
    /// The fee.
    fee: Fee,
    /// Its estimate, payments and refunds.
    account: FeeAccount,
) -> impl IntoView {
    let lang = lang();
    let estimate = match (&fee, &account.estimate) {
        (Fee::None, Some((lines, _))) => Some(lines.clone()),
        _ => None,
    };
    let asked = match &fee {
        Fee::Asked { lines, .. } => Some(lines.clone()),
        Fee::None | Fee::Paid { .. } | Fee::Waived { .. } => None,
    };
    let (sum, lines) = match (estimate, asked) {
        (_, Some(lines)) => (lang.fee_total(), lines),
        (Some(lines), None) => (lang.fee_total_estimated(), lines),
        (None, None) => ("", Vec::new()),
    };
    let total = (!lines.is_empty()).then(|| {
        let cents = law::fee::sum_cents(&lines);
        view! { <SummaryRow name=sum><strong>{lang.dollars(cents)}</strong></SummaryRow> }
    });
    let rows: Vec<_> = lines
        .iter()
        .map(|line| view! { <LineRow line=line.clone()/> })
        .collect();
    let deposit = account
        .deposit_cents
        .filter(|_| fee.unsettled())
        .map(|cents| view! { <SummaryRow name=lang.fee_deposit()>{lang.dollars(cents)}</SummaryRow> });
    let entry = |name: String, cents: u64, receipt: Option<String>| {
        let receipt = receipt.map(|receipt| lang.fee_receipt(&receipt));
        view! { <SummaryRow name=name>{lang.dollars(cents)}{receipt}</SummaryRow> }
    };
    let paid: Vec<_> = account
        .payments
        .iter()
        .map(|paid| entry(lang.fee_paid_on(&lang.day(paid.on)), paid.cents, paid.receipt.clone()))
        .collect();
    let back: Vec<_> = account
        .refunds
        .iter()
        .map(|back| {
            entry(
                lang.fee_refunded_on(&lang.day(back.on)),
                back.cents,
                back.receipt.clone(),
            )
        })
        .collect();
    let left = fee.unsettled().then(|| {
        let cents = account.balance_cents(&fee);
        view! { <SummaryRow name=lang.fee_left()><strong>{lang.dollars(cents)}</strong></SummaryRow> }
    });
    let said = account.accepted_on.map(|day| lang.fee_accepted_on(&lang.day(day)));
    let challenged = account.challenged_on.map(|day| lang.fee_challenged_on(&lang.day(day)));
    let any = total.is_some() || !paid.is_empty() || !back.is_empty();
    any.then(|| {
        view! {
            <SummaryList>{rows}{total}{deposit}{paid}{back}{left}</SummaryList>
            {said.map(|said| view! { <p>{said}</p> })}
            {challenged.map(|said| view! { <p>{said}</p> })}
        }
    })
}

#[component]
fn LineRow(line: FeeLine) -> impl IntoView {
    let lang = lang();
    let amount = lang
        .fee_calculation(&line)
        .unwrap_or_else(|| lang.dollars(line.cents.into()));
    view! { <SummaryRow name=lang.fee_category(line.category)>{amount}</SummaryRow> }
}
