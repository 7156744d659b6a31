//! One case: where it stands, what happened in it, what can be entered.

use law::{
    bar::Bar,
    court::{EntryKind, PartyRole, Who},
};
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{ConsoleField, CourtEntryForm},
    views::{CourtEntryView, CourtView, Paper, Role, Staff},
};
use texts::{CourtWords, DateWords, LawWords};

use super::{party_names, signed_in};
use crate::{
    components::{Banner, Choice, ErrorSummary, Inset, Layout, Problems, RefusalNotice, SummaryList, SummaryRow, Tone},
    context::{load, office, param, previewed, query, refused, visitor},
    pages::{
        address::address,
        staff::{
            console_form::{
                ConsoleForm, FieldKind, FormValues, choices, conflict_note, done, field_label, render_form,
                split_refused, tasks, tick,
            },
            file_link, orders,
        },
    },
};

/// A case.
#[component]
pub fn CourtCasePage() -> impl IntoView {
    let (lang, office, id, staff) = (visitor().lang, office(), param("id"), signed_in());
    let (mut form, refusal) = split_refused(refused::<CourtEntryForm>());
    let shown = previewed::<CourtEntryForm>();
    if let Some(shown) = shown {
        form = shown;
    } else if refusal.is_none() {
        form.act = query("act");
        form.on = office.today().to_string();
        form.entry = query("entry");
    }
    load(
        async move {
            let staff = staff?;
            let case = office.court_case(&staff, &id).await?.ok_or(Refusal::NotFound)?;
            Ok((staff, case))
        },
        move |(staff, case)| page(lang, &staff, &case, &form, refusal),
    )
}

fn page(
    lang: Lang,
    staff: &Staff,
    case: &CourtView,
    form: &CourtEntryForm,
    refusal: Option<Refusal>,
) -> impl IntoView + use<> {
    let problems = Problems::of(refusal.as_ref());
    let failed = refusal.is_some();
    let path = format!("/staff/court/{}", case.line.id);
    let free: Vec<EntryKind> = case
        .acts
        .iter()
        .filter_map(|(kind, bar)| bar.is_none().then_some(*kind))
        .collect();
    let shown = EntryKind::parse(&form.act).filter(|kind| free.contains(kind));
    let act_form = shown.map(|kind| {
        let act_form = form_of(lang, staff.role, kind, case).of_version(case.version);
        let act_form = if moves(kind) { act_form.with_letter() } else { act_form };
        let form = render_form(lang, act_form, &FormValues::of(form), &problems, &lang.path(&path));
        let hint = (kind == EntryKind::Correction).then(|| view! { <p>{lang.court_correct_hint()}</p> });
        view! { <section id="act"><h2>{texts::DeskWords::desk_act(lang, kind)}</h2>{hint}{form}</section> }
    });
    let tasks = tasks(lang, &path, &free, shown);
    let title = lang.court_case_title(&case.line.case.number);
    let label = field_label(lang);
    let sealed = case.line.sealed.then(|| {
        view! { <Banner title=lang.court_sealed() tone=Tone::Waiting><p>{lang.court_sealed_hint()}</p></Banner> }
    });
    let (facts, entries) = (facts(lang, case).into_any(), entries(lang, &case.entries));
    let papers = papers(lang, &case.papers);
    let (orders, conflict) = (
        orders_of(lang, staff, case).into_any(),
        conflict_note(lang, case.conflict),
    );
    let barred = barred(lang, &case.acts);
    view! {
        <Layout title=title.clone() wide=true failed>
            <ErrorSummary problems label/>
            <RefusalNotice refusal/>
            {done(lang, failed)}
            {conflict}
            {sealed}
            <p><a href=lang.path("/staff/court")>{lang.court_to()}</a></p>
            <h1>{title}</h1>
            <div class="bwc-desk">
                <div class="bwc-desk-side">{tasks}{barred}</div>
                <div class="bwc-desk-main">
                    {act_form}
                    {facts}
                    <section><h2>{lang.court_happened()}</h2>{entries}{papers}</section>
                    {orders}
                </div>
            </div>
        </Layout>
    }
}

/// Whether a request moves by it, so that a letter goes.
const fn moves(kind: EntryKind) -> bool {
    matches!(
        kind,
        EntryKind::Petition | EntryKind::Motion | EntryKind::Dismissal | EntryKind::Withdrawal | EntryKind::Request
    )
}

fn barred(lang: Lang, acts: &[(EntryKind, Option<Bar>)]) -> Option<AnyView> {
    let items: Vec<_> = acts
        .iter()
        .filter_map(|(kind, bar)| Some((kind, bar.as_ref()?)))
        .map(|(kind, bar)| {
            let why = format!("{}: {}", texts::DeskWords::desk_act(lang, *kind), lang.bar(bar));
            view! { <li>{why}</li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! { <section class="bwc-soft"><h2>{lang.court_barred()}</h2><ul>{items}</ul></section> }.into_any()
    })
}

fn facts(lang: Lang, case: &CourtView) -> impl IntoView + use<> {
    let line = &case.line;
    let next = line.next.as_ref().map(|next| lang.case_next(next));
    let hold = match case.hold {
        None => lang.court_hold_none().to_owned(),
        Some(hold) => match hold.last_day {
            Some(day) => lang.court_hold_until(day),
            None => lang.court_hold_since(hold.placed_on),
        },
    };
    let day = |day: Option<law::Date>| day.map(|day| lang.day(day));
    let holder = line.holder.clone().unwrap_or_else(|| lang.court_nobody().to_owned());
    let rows = [
        (lang.court_col_court(), Some(line.case.court.clone())),
        (lang.court_col_number(), Some(line.case.number.clone())),
        (
            lang.court_col_parties(),
            Some(line.caption.clone()).filter(|caption| !caption.is_empty()),
        ),
        (lang.court_col_kind(), Some(lang.case_kind(line.kind).to_owned())),
        (
            lang.court_col_standing(),
            Some(lang.case_standing(line.standing).to_owned()),
        ),
        (lang.court_col_next(), next),
        (lang.court_col_holder(), Some(holder)),
        (lang.court_filed(), day(line.filed_on)),
        (lang.court_served(), day(line.served_on)),
        (lang.court_decided(), day(line.decided_on)),
        (lang.court_hold(), Some(hold)),
    ];
    let rows: Vec<_> = rows
        .into_iter()
        .filter_map(|(name, text)| text.map(|text| view! { <SummaryRow name>{text}</SummaryRow> }))
        .collect();
    let parties = (!line.parties.is_empty()).then(|| {
        let names = party_names(lang, &line.parties);
        view! { <SummaryRow name=lang.entry_kind(EntryKind::Party)>{names}</SummaryRow> }
    });
    let mut concerns: Vec<AnyView> = Vec::new();
    for number in &line.requests {
        let href = lang.path(&format!("/staff/requests/{number}"));
        concerns.push(view! { <a class="bwc-number" href=href>{number.to_string()}</a>" " }.into_any());
    }
    for (id, source) in &line.recordings {
        let href = lang.path(&format!("/staff/recordings/{id}"));
        concerns.push(view! { <a href=href>{source.clone()}</a>" " }.into_any());
    }
    view! {
        <section data-standing=line.standing.key()>
            <h2>{lang.court_facts()}</h2>
            <SummaryList>
                {rows}
                {parties}
                <SummaryRow name=lang.court_col_concerns()>{concerns}</SummaryRow>
            </SummaryList>
        </section>
    }
}

fn entries(lang: Lang, entries: &[CourtEntryView]) -> AnyView {
    if entries.is_empty() {
        return view! { <Inset><p>{lang.court_none()}</p></Inset> }.into_any();
    }
    let rows: Vec<_> = entries.iter().map(|entry| entry_row(lang, entry)).collect();
    view! { <ol>{rows}</ol> }.into_any()
}

fn entry_row(lang: Lang, line: &CourtEntryView) -> impl IntoView + use<> {
    let entry = &line.entry;
    let what = match (entry.kind, entry.entry) {
        (EntryKind::Correction, Some(no)) => lang.court_corrects(no),
        (kind, _) => lang.entry_kind(kind).to_owned(),
    };
    let mut words = vec![lang.day(entry.on)];
    if let Some(by) = entry.by {
        words.push(lang.court_who(by).to_owned());
    }
    if let Some(role) = entry.role {
        words.push(lang.party_role(role).to_owned());
    }
    if let Some(day) = entry.next {
        words.push(format!(
            "{}: {}",
            texts::DeskWords::desk_field(lang, ConsoleField::NextDay),
            lang.day(day)
        ));
    }
    if matches!(entry.kind, EntryKind::Seal | EntryKind::Unseal) {
        words.push(
            entry
                .entry
                .map_or_else(|| lang.court_whole().to_owned(), |no| lang.court_of_entry(no)),
        );
        if entry.from_requester {
            words.push(lang.court_against().to_owned());
        }
    }
    if !line.reason.is_empty() {
        words.push(line.reason.clone());
    }
    if line.sealed {
        words.push(lang.court_sealed().to_owned());
    }
    let about = line.about.as_ref().map(|(name, path)| {
        let name = name.clone();
        match path {
            Some(path) => view! { ", "<a href=lang.path(path)>{name}</a> }.into_any(),
            None => view! { ", "{name} }.into_any(),
        }
    });
    let paper = line.document.as_ref().map(|sha256| {
        let at = file_link(
            format!("/staff/files/{sha256}"),
            lang.court_paper().to_owned(),
            reads_papers,
        );
        view! { ", "{at} }
    });
    let by = line.by.clone().unwrap_or_else(|| lang.court_portal().to_owned());
    let corrected = line
        .corrected_by
        .map(|no| view! { <strong>" "{lang.court_corrected(no)}</strong> });
    let (on, no) = (line.entered_on, line.no);
    view! {
        <li id=format!("entry-{no}") value=no data-entry=entry.kind.key()>
            <strong>{what}</strong>", "{words.join(", ")}{about}{paper}
            <span class="bwc-soft">" ("{lang.court_entered(on, &by)}")"</span>
            {corrected}
        </li>
    }
}

/// Papers that no entry names.
fn papers(lang: Lang, papers: &[Paper]) -> Option<AnyView> {
    let link = |paper: &Paper| {
        let at = file_link(
            format!("/staff/files/{}", paper.sha256),
            paper.name.clone(),
            reads_papers,
        );
        view! { <li>{at}</li> }
    };
    let links: Vec<_> = papers.iter().map(link).collect();
    (!links.is_empty()).then(|| {
        view! {
            <h3>{lang.court_papers_beside()}</h3>
            <p class="bwc-soft">{lang.court_papers_beside_hint()}</p>
            <ul id="papers">{links}</ul>
        }
        .into_any()
    })
}

/// Everybody on the staff reads a court's papers.
const fn reads_papers(_: Role) -> bool {
    true
}

fn orders_of(lang: Lang, staff: &Staff, case: &CourtView) -> impl IntoView + use<> {
    let enter = staff.role.works().then(|| {
        let number = case.line.requests.first().map(ToString::to_string).unwrap_or_default();
        let values = [
            ("court", case.line.case.court.as_str()),
            ("case_number", case.line.case.number.as_str()),
            ("number", number.as_str()),
        ];
        let href = address(&lang.path("/staff/orders/new"), &values);
        view! { <p><a href=href>{lang.court_orders_new()}</a></p> }
    });
    let stand = (!case.orders.is_empty()).then(|| view! { <p class="bwc-soft">{lang.court_orders_stand()}</p> });
    let table = orders::table(lang, &case.orders);
    view! { <section><h2>{lang.court_orders()}</h2>{table}{stand}{enter}</section> }
}

fn form_of(lang: Lang, role: Role, kind: EntryKind, case: &CourtView) -> ConsoleForm {
    let mut fields = Vec::new();
    let named: Vec<_> = case
        .entries
        .iter()
        .filter(|line| line.corrected_by.is_none() && line.entry.kind != EntryKind::Correction)
        .map(|line| {
            let what = lang.court_entry_label(line.no, lang.entry_kind(line.entry.kind), line.entry.on);
            (line.no.to_string(), what)
        })
        .collect();
    if kind.has_who() {
        let whose: Vec<Who> = Who::ALL
            .into_iter()
            .filter(|who| role.enters(kind, Some(*who)))
            .collect();
        fields.push((
            ConsoleField::By,
            FieldKind::One(choices(&whose, Who::key, |who| lang.court_who(who))),
        ));
    }
    if kind.is_of_court() || matches!(kind, EntryKind::Seal | EntryKind::Unseal) {
        fields.push((ConsoleField::On, FieldKind::Day));
    }
    if kind.has_next() {
        fields.push((ConsoleField::NextDay, FieldKind::Day));
    }
    match kind {
        EntryKind::Party => fields.push((
            ConsoleField::Role,
            FieldKind::One(choices(&PartyRole::ALL, PartyRole::key, |role| lang.party_role(role))),
        )),
        EntryKind::Request => fields.push((ConsoleField::Number, FieldKind::Line)),
        EntryKind::Recording => fields.push((ConsoleField::SourceId, FieldKind::Line)),
        EntryKind::Stay | EntryKind::StayLifted if !case.orders.is_empty() => {
            let order = |line: &office::views::OrderLine| {
                let what = format!(
                    "{}, {}",
                    texts::ReleaseWords::order_kind(lang, line.kind),
                    lang.day(line.dated)
                );
                Choice::new(line.id.clone(), what)
            };
            fields.push((
                ConsoleField::Order,
                FieldKind::One(case.orders.iter().map(order).collect()),
            ));
        }
        EntryKind::Holder => {
            let mut holders = vec![(String::new(), lang.court_nobody().to_owned())];
            holders.extend(case.holders.clone());
            fields.push((ConsoleField::Holder, FieldKind::List(holders)));
        }
        EntryKind::Seal | EntryKind::Unseal => {
            let mut of = vec![("0".to_owned(), lang.court_whole().to_owned())];
            of.extend(named);
            fields.push((ConsoleField::Entry, FieldKind::List(of)));
            if kind == EntryKind::Seal {
                fields.push((ConsoleField::FromRequester, tick(lang.court_against())));
            }
            fields.push((ConsoleField::Reason, FieldKind::Text(2)));
        }
        EntryKind::Correction => {
            fields.push((ConsoleField::Entry, FieldKind::List(named)));
            fields.push((ConsoleField::Reason, FieldKind::Text(2)));
        }
        _ => {}
    }
    if kind.is_of_court() || matches!(kind, EntryKind::Seal | EntryKind::Unseal) {
        fields.push((ConsoleField::Document, FieldKind::File));
    }
    ConsoleForm::new(kind, fields)
}
