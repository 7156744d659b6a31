//! Entering an order from the court's document.

use law::{disclosure_order::OrderKind, notice::Audience, redaction::RedactionKind};
use leptos::prelude::*;
use office::{
    TrackingNumber,
    forms::{ConsoleAct, ConsoleField, OrderForm},
};
use texts::{DeskWords, ReleaseWords};

use super::signed_in;
use crate::{
    components::{Choice, ErrorSummary, Layout, Problems, RefusalNotice},
    context::{load, office, query, refused, visitor},
    pages::staff::console_form::{
        ConsoleForm, FieldKind, FormValues, choices, conflict_note, field_label, render_form, split_refused,
    },
};

/// The form for an order.
#[component]
pub fn NewOrder() -> impl IntoView {
    let (lang, office) = (visitor().lang, office());
    let staff = signed_in();
    let (mut form, refusal) = split_refused(refused::<OrderForm>());
    if refusal.is_none() {
        form.court = query("court");
        if form.court.is_empty() {
            form.court.clone_from(&office.profile().court);
        }
        form.case_number = query("case_number");
        form.number = query("number");
        form.scope = query("recording");
        Audience::Requester.key().clone_into(&mut form.audience);
    }
    let number = TrackingNumber::parse(&form.number).ok();
    let named = form.scope.lines().chain(form.excused.lines());
    let sources: Vec<String> = named
        .filter_map(|line| Some(line.split_whitespace().next()?.to_owned()))
        .collect();
    let conflict = async move {
        let by = staff?.custodian()?;
        office.is_conflicted(&by, number.as_ref(), &sources).await
    };
    load(conflict, move |conflict| {
        let problems = Problems::of(refusal.as_ref());
        let failed = refusal.is_some();
        let back = lang.path("/staff/orders");
        let act_form = ConsoleForm::new(ConsoleAct::EnterOrder, fields(lang));
        let form = render_form(lang, act_form, &FormValues::of(&form), &problems, &back);
        let label = field_label(lang);
        view! {
            <Layout title=lang.orders_new() failed>
                <ErrorSummary problems label/>
                <RefusalNotice refusal/>
                {conflict_note(lang, conflict)}
                <p><a href=back>{lang.orders_title()}</a></p>
                <h1>{lang.orders_new()}</h1>
                <p>{lang.orders_intro()}</p>
                {form}
            </Layout>
        }
    })
}

fn fields(lang: office::Lang) -> Vec<(ConsoleField, FieldKind)> {
    let mut hide = vec![Choice::new("", lang.hide_both())];
    hide.extend(choices(&RedactionKind::ALL, RedactionKind::key, |kind| {
        lang.redaction(kind)
    }));
    vec![
        (
            ConsoleField::Kind,
            FieldKind::One(choices(&OrderKind::ALL, OrderKind::key, |kind| lang.order_kind(kind))),
        ),
        (ConsoleField::Court, FieldKind::Line),
        (ConsoleField::CaseNumber, FieldKind::Line),
        (ConsoleField::Judge, FieldKind::Line),
        (ConsoleField::Dated, FieldKind::Day),
        (ConsoleField::Effective, FieldKind::Day),
        (ConsoleField::LastDay, FieldKind::Day),
        (ConsoleField::AppealBy, FieldKind::Day),
        (ConsoleField::Number, FieldKind::Line),
        (ConsoleField::Scope, FieldKind::Text(4)),
        (ConsoleField::Hide, FieldKind::One(hide)),
        (ConsoleField::Excused, FieldKind::Text(2)),
        (
            ConsoleField::Audience,
            FieldKind::One(choices(&Audience::ALL, Audience::key, |one| lang.audience(one))),
        ),
        (ConsoleField::TermTime, FieldKind::Line),
        (ConsoleField::TermPlace, FieldKind::Line),
        (ConsoleField::TermMethod, FieldKind::Line),
        (ConsoleField::TermScope, FieldKind::Line),
        (ConsoleField::TermPersonsPresent, FieldKind::Line),
        (ConsoleField::TermRedactions, FieldKind::Line),
        (ConsoleField::TermConfidentiality, FieldKind::Line),
        (ConsoleField::Document, FieldKind::File),
    ]
}
