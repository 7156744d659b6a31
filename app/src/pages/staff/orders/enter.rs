//! Entering an order from the court's document.

use law::{disclosure_order::OrderKind, redaction::RedactionKind};
use leptos::prelude::*;
use office::{Refusal, forms::OrderForm};
use texts::{DeskWords, ReleaseWords};

use super::signed_in;
use crate::{
    components::{Choice, ErrorSummary, Layout, Problems, RefusalNotice},
    context::{load, office, query, refused, visitor},
    pages::staff::sheet::{Draw, Filled, Sheet, apart, choices, drawn},
};

/// The form for an order.
#[component]
pub fn NewOrder() -> impl IntoView {
    let (lang, office) = (visitor().lang, office());
    let staff = signed_in();
    let (mut form, refusal) = apart(refused::<OrderForm>());
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
            let sheet = Sheet::new("order", fields(lang)).with("key", key);
            let form = drawn(lang, sheet, &Filled::of(&form), &problems, &back);
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

fn fields(lang: office::Lang) -> Vec<(&'static str, Draw)> {
    let mut hide = vec![Choice::new("", lang.hide_both())];
    hide.extend(choices(&RedactionKind::ALL, RedactionKind::key, |kind| {
        lang.redaction(kind)
    }));
    vec![
        (
            "kind",
            Draw::One(choices(&OrderKind::ALL, OrderKind::key, |kind| lang.order_kind(kind))),
        ),
        ("court", Draw::Line),
        ("case_number", Draw::Line),
        ("judge", Draw::Line),
        ("dated", Draw::Day),
        ("effective", Draw::Day),
        ("last_day", Draw::Day),
        ("number", Draw::Line),
        ("scope", Draw::Text(4)),
        ("hide", Draw::One(hide)),
        ("excused", Draw::Text(2)),
        ("term_time", Draw::Line),
        ("term_place", Draw::Line),
        ("term_method", Draw::Line),
        ("term_scope", Draw::Line),
        ("term_persons_present", Draw::Line),
        ("term_redactions", Draw::Line),
        ("term_confidentiality", Draw::Line),
        ("document", Draw::File),
    ]
}
