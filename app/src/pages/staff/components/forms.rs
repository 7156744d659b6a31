//! Forms and their fields.

use law::request::{Media, Track};
use leptos::prelude::*;
use office::{
    Errors, Problem, Refusal,
    forms::{ActField, FilingForm, PrivateForm},
};
use texts::{
    ComponentWords, FilingWords, LawWords, ObjectionWords, PaperWords, ProblemWords, ReceiptWords, StaffWords,
};

use super::{Specimen, samples, state};
use crate::{
    components::{
        Choice, Choices, ChoicesKind, Draft, ErrorSummary, Field, FieldState, Form, FormProblems, HoneyPot,
        PapersField, ProvisionField, RefusalNotice, Select, TextField,
    },
    context::lang,
};

/// The form to file a request, half filled in and refused.
fn refused_form() -> Draft {
    let lang = lang();
    let form = FilingForm {
        officers: "1234, 1235".to_owned(),
        description: lang.sample_text().to_owned(),
        report_number: "26-0211-4".to_owned(),
        media: vec![Media::BodyWorn.key().to_owned()],
        track: Track::Depicted.key().to_owned(),
        division: "north".to_owned(),
        ..FilingForm::default()
    };
    let mut errors = Errors::default();
    errors.add("report_number", Problem::TooLong { max: 5 });
    for name in ["civil_claim", "notify"] {
        errors.add(name, Problem::Missing);
    }
    Draft::new(&form, Some(errors.into()), |lang, name| {
        (lang.field_label(name), lang.field_hint(name))
    })
}

/// Everything of forms.
#[component]
pub fn FormComponents() -> impl IntoView {
    let (lang, draft) = (lang(), refused_form());
    let problems = draft.problems().clone();
    let label = move |name: &str| lang.field_label(name).to_owned();
    view! {
        <Specimen name="ErrorSummary"><ErrorSummary problems label/></Specimen>
        <Specimen name="RefusalNotice"><RefusalNotice refusal=Some(Refusal::Stale)/></Specimen>
        <Specimen name="FormProblems">
            <FormProblems draft=Draft::new(&FilingForm::default(), Some(Refusal::TooMany { seconds: 90 }), |_, _| ("", None))/>
        </Specimen>
        <Specimen name="Form">
            <Form action=lang.path("/staff/components")>
                <OneLine draft=draft.clone()/>
                <SeveralLines draft=draft.clone()/>
                <OneOfAList draft=draft.clone()/>
                <Several draft/>
                <HoneyPot/>
            </Form>
        </Specimen>
    }
}

#[component]
fn OneLine(draft: Draft) -> impl IntoView {
    let lang = lang();
    let named = |name, label, value: String| FieldState {
        name,
        label,
        values: vec![value],
        ..FieldState::default()
    };
    let files = Draft::new(&PrivateForm::default(), None, |lang, _| {
        (lang.papers_attach(), Some(lang.papers_seen_by()))
    })
    .with_ids("files-");
    let number = named("number", lang.track_number(), samples::number());
    let provision = named(
        "provision",
        lang.act_label(ActField::Provision, law::request::ActKind::Deny),
        String::new(),
    );
    view! {
        <Specimen name="Field">
            {state(lang.state_empty(), view! { <Field of=draft.field("place")/> })}
            {state(lang.state_filled(), view! { <Field of=draft.field("officers").optional()/> })}
            {state(lang.state_refused(), view! { <Field of=draft.field("report_number")/> })}
            {state(lang.state_other_kinds(), view! { <Field of=draft.field("incident_date") kind="date"/>
                <Field of=draft.field("time_from").optional() kind="time"/>
                <Field of=number code=true/>
                <Field of=named("password", lang.sign_in_password(), String::new()) kind="password"/>
                <Field of=named("papers", lang.objection_papers(), String::new()) kind="file" multiple=true/>  })}
        </Specimen>
        <Specimen name="PapersField"><PapersField draft=files/></Specimen>
        <Specimen name="ProvisionField"><ProvisionField of=provision known=vec![("RSMo 610.021(14)".to_owned(), lang.pick(law::both("Closed by another law", "Cerrado por otra ley")).to_owned())]/></Specimen>
    }
}

#[component]
fn SeveralLines(draft: Draft) -> impl IntoView {
    let lang = lang();
    view! {
        <Specimen name="TextField">
            {state(lang.state_empty(), view! { <TextField of=draft.field("people").optional() rows=2/> })}
            {state(lang.state_filled(), view! { <TextField of=draft.field("description") rows=3/> })}
            {state(lang.state_refused(), view! { <TextField of=draft.field("civil_claim") rows=3/> })}
        </Specimen>
    }
}

#[component]
fn OneOfAList(draft: Draft) -> impl IntoView {
    let lang = lang();
    let options = || {
        vec![
            ("metro".to_owned(), "Metro".to_owned()),
            ("north".to_owned(), "North".to_owned()),
        ]
    };
    let refused = FieldState {
        name: "language",
        label: draft.field("language").label,
        values: vec!["de".to_owned()],
        error: Some(lang.problem(&Problem::UnknownChoice)),
        ..FieldState::default()
    };
    view! {
        <Specimen name="Select">
            {state(lang.state_empty(), view! { <Select of=draft.field("needed_by").optional() options=options()/> })}
            {state(lang.state_filled(), view! { <Select of=draft.field("division") options=options()/> })}
            {state(lang.state_refused(), view! { <Select of=refused options=options()/> })}
        </Specimen>
    }
}

#[component]
fn Several(draft: Draft) -> impl IntoView {
    let lang = lang();
    let tracks = vec![
        Choice::new("public", lang.track_public()).hint(lang.track_public_hint()),
        Choice::new("depicted", lang.track_depicted()).hint(lang.track_depicted_hint()),
    ];
    let media = Media::ALL
        .map(|media| Choice::new(media.key(), lang.media(media)))
        .to_vec();
    let ways = vec![
        Choice::new("email", lang.notify_email()),
        Choice::new("none", lang.notify_none()),
    ];
    view! {
        <Specimen name="Choices">
            {state(lang.state_one(), view! { <Choices of=draft.field("track") choices=tracks/> })}
            {state(lang.state_many(), view! { <Choices of=draft.field("media") kind=ChoicesKind::Many choices=media/> })}
            {state(lang.state_refused(), view! { <Choices of=draft.field("notify") choices=ways/> })}
        </Specimen>
    }
}
