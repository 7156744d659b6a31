//! One act on a request: only its fields, the section it rests on, and what the custodian saw.

pub mod field_list;
pub mod fields;
pub mod side;

use law::{Date, bar::Bar, request::ActKind, request_state::can_be_a_slip};
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{ActField, ActForm, Refused, takes_papers},
    views::StaffRequest,
};
use texts::{LawWords, PaperWords, StaffWords, StatusWords};

use self::fields::Fields;
use super::{
    letter_preview::{LetterState, letter_label},
    request::Beside,
    signed_in,
};
use crate::{
    components::{
        Banner, Button, Code, ErrorSummary, Field, FieldState, Form, Layout, Problems, RefusalNotice, StatusTag, Tone,
        papers_hint,
    },
    context::{load, number, office, param, refused, visitor},
};

/// The form of one act.
#[component]
pub fn ActPage() -> impl IntoView {
    let (lang, office, number) = (visitor().lang, office(), number());
    let staff = signed_in();
    let kind = ActKind::parse(&param("act")).filter(|kind| field_list::has_form(*kind));
    // A preview of the letter, or a row more: nothing was sent.
    let (refused, typed, letter) = (refused::<ActForm>(), use_context::<ActForm>(), LetterState::found());
    let court = office.profile().court.clone();
    load(
        async move {
            let kind = kind.ok_or(Refusal::NotFound)?;
            let staff = staff?;
            if !staff.role.may(kind) {
                return Err(Refusal::NotYours);
            }
            let request = office.request(&staff, &number?).await?.ok_or(Refusal::NotFound)?;
            Ok((kind, request))
        },
        move |(kind, request)| {
            let (form, refusal) = form_of(kind, &request, refused, typed, &court);
            page(lang, kind, &request, form, refusal, &letter)
        },
    )
}

/// The form as it stands: as typed if it was refused, else new. It carries the version that is shown,
/// so that a custodian who has read what is new can send again.
fn form_of(
    kind: ActKind,
    request: &StaffRequest,
    refused: Option<Refused<ActForm>>,
    previewed: Option<ActForm>,
    court: &str,
) -> (ActForm, Option<Refusal>) {
    let (form, refusal) = refused.map(|refused| (refused.form, refused.refusal)).unzip();
    // What is entered of a court is mostly of the case that the request is in.
    let new = || match request.state.petition() {
        Some(petition) if kind == ActKind::EnterOrder => ActForm {
            case_number: petition.case_number.clone(),
            ..new_form(kind, request.status.today, &petition.court)
        },
        _ => new_form(kind, request.status.today, court),
    };
    let mut form = form.or(previewed).unwrap_or_else(new);
    kind.key().clone_into(&mut form.act);
    form.version = request.version.to_string();
    (form, refusal)
}

/// A form of an act with what is known already: what is entered mostly happened today.
pub fn new_form(kind: ActKind, today: Date, court: &str) -> ActForm {
    let only = |kinds: &[ActKind]| {
        if kinds.contains(&kind) {
            today.to_string()
        } else {
            String::new()
        }
    };
    ActForm {
        court: court.to_owned(),
        confirmed_on: only(&[ActKind::CloseActive]),
        since: only(&[ActKind::RecordInactive, ActKind::Reclose]),
        received_on: only(&[ActKind::RecordAnswer]),
        refunded_on: only(&[ActKind::RefundFee]),
        ended_on: only(&[ActKind::EndPetition]),
        ..ActForm::default()
    }
}

fn page(
    lang: Lang,
    kind: ActKind,
    request: &StaffRequest,
    form: ActForm,
    refusal: Option<Refusal>,
    letter: &LetterState,
) -> impl IntoView + use<> {
    let problems = Problems::of(refusal.as_ref());
    let failed = refusal.is_some();
    let stale = (refusal == Some(Refusal::Stale)).then(|| side::news(lang, request));
    let told = refusal.filter(|refusal| *refusal != Refusal::Stale);
    let bar = request
        .acts
        .iter()
        .find(|(known, _)| *known == kind)
        .and_then(|(_, bar)| bar.clone());
    let label = move |name: &str| {
        if let Some((column, row)) = name.split_once('-') {
            return row_label(lang, column, row);
        }
        let field = ActField::parse(name).map(|field| lang.act_label(field, kind));
        let field = field.or_else(|| (name == "papers").then(|| papers_label(lang, kind)));
        field.or_else(|| letter_label(lang, name)).unwrap_or(name).to_owned()
    };
    let (number, now, late) = (
        request.status.number.to_string(),
        request.status.stage,
        request.status.next.overdue,
    );
    let back = lang.path(&format!("/staff/requests/{}", request.status.number));
    // A form that was refused stays, with its text, even where the law has closed the way meanwhile.
    let inside = match bar {
        Some(bar) if !failed => barred(lang, &bar).into_any(),
        _ => {
            let aside = side::aside(lang, kind, request);
            let fields = Fields {
                lang,
                kind,
                form,
                problems: problems.clone(),
                within: "",
            };
            view! { {aside}{sheet(lang, kind, &fields, letter, back.clone())} }.into_any()
        }
    };
    let case = request.clone();
    let shown = letter.banner(lang);
    view! {
        <Layout title=lang.act(kind) wide=true failed>
            <div class="bwc-case bwc-case--act">
                <div>
                    <ErrorSummary problems label/>
                    <RefusalNotice refusal=told/>
                    {stale}
                    {shown}
                    <p class="bwc-act-of">
                        <a href=back>{lang.request()}" "<Code text=number small=true/></a>
                        " "
                        <StatusTag stage=now late/>
                    </p>
                    <h1>{lang.act(kind)}</h1>
                    <p>{lang.act_hint(kind)}</p>
                    {inside}
                </div>
                <Beside request=case/>
            </div>
        </Layout>
    }
}

/// What a field of a row is called.
fn row_label(lang: Lang, column: &str, row: &str) -> String {
    let label = match column {
        "withheld_what" => lang.withheld_what(),
        "withheld_provision" => lang.withheld_provision(),
        _ => lang.withheld_why(),
    };
    let row = row.parse().unwrap_or_default();
    format!("{}: {label}", lang.withheld_row(row))
}

fn barred(lang: Lang, bar: &Bar) -> impl IntoView + use<> {
    let why = lang.bar(bar);
    view! { <Banner title=lang.barred_title() tone=Tone::Stop><p>{why}</p></Banner> }
}

/// The form itself, with what it carries unseen.
fn sheet(lang: Lang, kind: ActKind, fields: &Fields, letter: &LetterState, back: String) -> impl IntoView + use<> {
    let version = fields.form.version.clone();
    // Of several buttons this one does it for good.
    let send = view! { <Button name="go" value="send">{lang.act(kind)}</Button> };
    let lines = match kind {
        ActKind::AskFee | ActKind::EstimateFee => fields.fee_lines(office().profile().fees_allowed()),
        _ => Vec::new(),
    };
    let shown: Vec<AnyView> = field_list::fields(kind)
        .iter()
        .flat_map(|field| {
            let rows = (*field == ActField::NextStep && kind == ActKind::DenyInPart).then(|| fields.withheld());
            rows.into_iter().chain([fields.field(*field)])
        })
        .collect();
    let files = takes_papers(kind);
    let papers = files.then(|| papers(fields, letter.is_shown()));
    let (words, look) = (letter.section(lang, &fields.problems), letter.button(lang));
    view! {
        <Form files>
            <input type="hidden" name="act" value=kind.key()/>
            <input type="hidden" name="version" value=version/>
            {lines}
            {shown}
            {papers}
            {words}
            <p class="bwc-soft">{lang.act_posts(can_be_a_slip(kind))}</p>
            <div class="bwc-act-send">{look}{send}<a href=back>{lang.act_cancel()}</a></div>
        </Form>
    }
}

const fn is_from_requester(kind: ActKind) -> bool {
    matches!(kind, ActKind::RecordAnswer)
}

/// What files of an act are called: those of an answer came from the requester.
fn papers_label(lang: Lang, kind: ActKind) -> &'static str {
    if is_from_requester(kind) {
        lang.papers_of_paper()
    } else {
        lang.papers_attach()
    }
}

/// Files that go with the words, or that came on paper.
pub fn papers(fields: &Fields, previewed: bool) -> impl IntoView + use<> {
    let (lang, kind) = (fields.lang, fields.kind);
    let label = papers_label(lang, kind);
    let error = fields.problems.field("papers", label);
    let again = previewed || refused::<ActForm>().is_some();
    let of = FieldState {
        id: (!fields.within.is_empty()).then(|| format!("{}-papers", fields.within)),
        name: "papers",
        label,
        hint: Some(papers_hint(lang, lang.papers_seen_by_requester(), again)),
        error,
        optional: true,
        ..FieldState::default()
    };
    view! { <Field of kind="file" multiple=true/> }
}
