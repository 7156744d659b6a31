//! One order: as entered, to be compared with the court's document.

use law::disclosure_order::{OrderActKind, OrderKind};
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{ConsoleField, OrderActForm},
    views::OrderView,
};
use texts::{CourtWords, DateWords, DeskWords, ReleaseWords, StaffWords};

use super::signed_in;
use crate::{
    components::{ErrorSummary, Hash, Layout, Problems, RefusalNotice},
    context::{load, office, param, refused, visitor},
    pages::staff::{
        console_form::{
            ConsoleForm, FieldKind, FormValues, conflict_note, done, facts, field_label, render_form, split_refused,
        },
        proposals::waiting_note,
        recordings,
    },
};

/// An order.
#[component]
pub fn OrderPage() -> impl IntoView {
    let (lang, office, id) = (visitor().lang, office(), param("id"));
    let staff = signed_in();
    let (form, refusal) = split_refused(refused::<OrderActForm>());
    load(
        async move { office.order(&staff?, &id).await?.ok_or(Refusal::NotFound) },
        move |order| page(lang, &order, &form, refusal),
    )
}

fn page(lang: Lang, order: &OrderView, form: &OrderActForm, refusal: Option<Refusal>) -> impl IntoView + use<> {
    let problems = Problems::of(refusal.as_ref());
    let failed = refusal.is_some();
    let done = done(lang, failed);
    let conflict = conflict_note(lang, order.conflict);
    let waiting = waiting_note(lang, order.waiting.as_ref());
    let title = lang.order_title(&order.line.case_number);
    let label = field_label(lang);
    let case = order.case.as_ref().map(|id| {
        let href = lang.path(&format!("/staff/court/{id}"));
        view! { " "<a href=href>{lang.court_of_order()}</a> }
    });
    let acts = acts(lang, order, form, &problems);
    let (says, names) = (order_summary(lang, order).into_any(), names(lang, order).into_any());
    let history = recordings::history(lang, &order.entries);
    view! {
        <Layout title=title.clone() wide=true failed>
            <ErrorSummary problems label/>
            <RefusalNotice refusal/>
            {done}
            {conflict}
            {waiting}
            <p><a href=lang.path("/staff/orders")>{lang.orders_title()}</a>{case}</p>
            <h1>{title}</h1>
            {says}
            {names}
            {acts}
            {history}
        </Layout>
    }
}

/// A form for each act that the reader may do now.
fn acts(lang: Lang, order: &OrderView, form: &OrderActForm, problems: &Problems) -> Vec<AnyView> {
    let back = lang.path("/staff/orders");
    let filled = FormValues::of(form);
    let view = |kind: &OrderActKind| {
        let (fields, intro) = match kind {
            OrderActKind::Verify => (Vec::new(), Some(lang.order_compare())),
            OrderActKind::Stay => (vec![(ConsoleField::Since, FieldKind::Day)], None),
            OrderActKind::Lift => (Vec::new(), None),
        };
        let act_form = ConsoleForm::new(*kind, fields).of_version(order.version);
        let form = render_form(lang, act_form, &filled, problems, &back);
        let intro = intro.map(|intro| view! { <p>{intro}</p> });
        view! { <section><h2>{lang.desk_act(*kind)}</h2>{intro}{form}</section> }.into_any()
    };
    order.acts.iter().map(view).collect()
}

fn order_summary(lang: Lang, view: &OrderView) -> impl IntoView + use<> {
    let order = &view.order;
    let standing = match &view.line.lacks {
        None => lang.order_in_force().to_owned(),
        Some(bar) => lang.notice_bar(bar),
    };
    let verified = match &view.verified_by {
        Some(name) => lang.order_verified_by(name),
        None => lang.order_unverified().to_owned(),
    };
    let last_day = order.last_day.map(|day| lang.day(day));
    let number = view.request.as_ref().map(ToString::to_string);
    let document = order.document.as_ref().map(|sha256| {
        let href = format!("/staff/files/{sha256}");
        view! { <p><a href=href>{lang.desk_field(ConsoleField::Document)}</a><br/><Hash sha256=sha256.to_string()/></p> }
    });
    let opens_to = (order.kind == OrderKind::Disclose).then(|| lang.audience(order.audience).to_owned());
    let rows = [
        (lang.desk_field(ConsoleField::Audience), opens_to),
        (
            lang.desk_field(ConsoleField::Kind),
            Some(lang.order_kind(order.kind).to_owned()),
        ),
        (lang.desk_field(ConsoleField::Court), Some(order.court.clone())),
        (
            lang.desk_field(ConsoleField::CaseNumber),
            Some(order.case_number.clone()),
        ),
        (lang.desk_field(ConsoleField::Judge), Some(order.judge.clone())),
        (lang.desk_field(ConsoleField::Dated), Some(lang.day(order.dated))),
        (
            lang.desk_field(ConsoleField::Effective),
            Some(lang.day(order.effective)),
        ),
        (lang.desk_field(ConsoleField::LastDay), last_day),
        (lang.desk_field(ConsoleField::Number), number),
        (lang.order_by(), Some(format!("{}. {verified}", view.entered_by))),
    ];
    let terms = order
        .terms
        .iter()
        .map(|term| (lang.term_kind(term.kind), Some(term.words.clone())));
    let rows = rows.into_iter().chain(terms);
    let rows = rows.map(|(name, text)| (name, text.unwrap_or_default())).collect();
    view! {
        <section>
            <h2>{lang.order_says()}</h2>
            <p><strong>{standing}</strong></p>
            {facts(rows)}
            {document}
        </section>
    }
}

fn names(lang: Lang, view: &OrderView) -> impl IntoView + use<> {
    let source = |id: &str| view.recordings.get(id).cloned().unwrap_or_default();
    let items: Vec<_> = view
        .order
        .scope
        .iter()
        .map(|scope| {
            let href = lang.path(&format!("/staff/recordings/{}", scope.recording));
            let spans = scope
                .spans
                .as_ref()
                .map_or_else(|| lang.order_scope_all().to_owned(), ToString::to_string);
            let hide = scope
                .hide
                .map(|hide| format!(" ({})", lang.redaction(hide)))
                .unwrap_or_default();
            view! { <li><a href=href>{source(&scope.recording)}</a>": "{spans}{hide}</li> }
        })
        .collect();
    let excused: Vec<_> = view
        .order
        .excused
        .iter()
        .map(|excused| view! { <li>{source(&excused.recording)}", "{excused.pseudonym.clone()}</li> })
        .collect();
    let excused = (!excused.is_empty()).then(|| view! { <h3>{lang.order_excuses()}</h3><ul>{excused}</ul> });
    view! { <section><h2>{lang.order_names()}</h2><ul>{items}</ul>{excused}</section> }
}
