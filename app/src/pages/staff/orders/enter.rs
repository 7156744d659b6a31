//! Entering an order from the court's document.

use law::{disclosure_order::OrderKind, redaction::RedactionKind};
use leptos::prelude::*;
use office::{Refusal, forms::OrderForm};
use texts::{DeskWords, ReleaseWords};

use super::signed_in;
use crate::{
    components::{Choice, ErrorSummary, Layout, Problems, RefusalNotice},
    context::{load, office, query, refused, visitor},
    pages::staff::console_form::{ConsoleForm, FieldKind, FormValues, choices, render_form, split_refused},
};

/// The form for an order.
#[component]
pub fn NewOrder() -> impl IntoView {
    let (lang, office) = (visitor().lang, office());
    let staff = signed_in();
    let (mut form, refusal) = split_refused(refused::<OrderForm>());
    if form.key.is_empty() {
        form.key = office.submission_key();
    }
    if refusal.is_none() {
        form.court.clone_from(&office.profile().court);
        form.number = query("number");
        form.scope = query("recording");
    }
    load(
        async move {
            if staff?.role.works() {
                Ok(())
            } else {
                Err(Refusal::NotYours)
            }
        },
        move |()| {
            let problems = Problems::of(refusal.as_ref());
            let failed = refusal.is_some();
            let key = form.key.clone();
            let back = lang.path("/staff/orders");
            let act_form = ConsoleForm::new("order", fields(lang)).with("key", key);
            let form = render_form(lang, act_form, &FormValues::of(&form), &problems, &back);
            let label = move |name: &str| lang.desk_field(name).to_owned();
            view! {
                <Layout title=lang.orders_new() failed>
                    <ErrorSummary problems label/>
                    <RefusalNotice refusal/>
                    <p><a href=back>{lang.orders_title()}</a></p>
                    <h1>{lang.orders_new()}</h1>
                    <p>{lang.orders_intro()}</p>
                    {form}
                </Layout>
            }
        },
    )
}

fn fields(lang: office::Lang) -> Vec<(&'static str, FieldKind)> {
    let mut hide = vec![Choice::new("", lang.hide_both())];
    hide.extend(choices(&RedactionKind::ALL, RedactionKind::key, |kind| {
        lang.redaction(kind)
    }));
    vec![
        (
            "kind",
            FieldKind::One(choices(&OrderKind::ALL, OrderKind::key, |kind| lang.order_kind(kind))),
        ),
        ("court", FieldKind::Line),
        ("case_number", FieldKind::Line),
        ("judge", FieldKind::Line),
        ("dated", FieldKind::Day),
        ("effective", FieldKind::Day),
        ("last_day", FieldKind::Day),
        ("number", FieldKind::Line),
        ("scope", FieldKind::Text(4)),
        ("hide", FieldKind::One(hide)),
        ("excused", FieldKind::Text(2)),
        ("term_time", FieldKind::Line),
        ("term_place", FieldKind::Line),
        ("term_method", FieldKind::Line),
        ("term_scope", FieldKind::Line),
        ("term_persons_present", FieldKind::Line),
        ("term_redactions", FieldKind::Line),
        ("term_confidentiality", FieldKind::Line),
        ("document", FieldKind::File),
    ]
}
