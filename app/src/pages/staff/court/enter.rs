//! Entering a case from the court's paper.

use law::court::{CaseKind, EntryKind, Who};
use leptos::prelude::*;
use office::{
    Lang, TrackingNumber,
    forms::{ConsoleAct, ConsoleField, CourtCaseForm},
    views::Role,
};
use texts::CourtWords;

use super::signed_in;
use crate::{
    components::{ErrorSummary, Layout, Problems, RefusalNotice},
    context::{load, office, previewed, query, refused, visitor},
    pages::staff::console_form::{
        ConsoleForm, FieldKind, FormValues, choices, conflict_note, field_label, render_form, split_refused, tick,
    },
};

/// The form for a case.
#[component]
pub fn NewCourtCase() -> impl IntoView {
    let (lang, office, staff) = (visitor().lang, office(), signed_in());
    let (mut form, refusal) = split_refused(refused::<CourtCaseForm>());
    if let Some(shown) = previewed::<CourtCaseForm>() {
        form = shown;
    } else if refusal.is_none() {
        form.court.clone_from(&office.profile().court);
        form.numbers = query("number");
        form.sources = query("recording");
        form.filed_on = office.today().to_string();
    }
    let number = TrackingNumber::parse(&query("number")).ok();
    load(
        async move {
            let by = staff?;
            by.court_filer()?;
            let conflict = office
                .is_conflicted(&by, number.as_ref(), &[query_source(&form)])
                .await?;
            Ok((by, form, conflict))
        },
        move |(by, form, conflict)| {
            let problems = Problems::of(refusal.as_ref());
            let failed = refusal.is_some();
            let back = lang.path("/staff/court");
            let act_form = ConsoleForm::new(ConsoleAct::EnterCase, fields(lang, by.role)).with_letter();
            let form = render_form(lang, act_form, &FormValues::of(&form), &problems, &back);
            let label = field_label(lang);
            view! {
                <Layout title=lang.court_new() failed>
                    <ErrorSummary problems label/>
                    <RefusalNotice refusal/>
                    {conflict_note(lang, conflict)}
                    <p><a href=back>{lang.court_to()}</a></p>
                    <h1>{lang.court_new()}</h1>
                    <p>{lang.court_new_intro()}</p>
                    {form}
                </Layout>
            }
        },
    )
}

/// The recording that the form names first.
fn query_source(form: &CourtCaseForm) -> String {
    form.sources.lines().next().unwrap_or_default().trim().to_owned()
}

fn fields(lang: Lang, role: Role) -> Vec<(ConsoleField, FieldKind)> {
    let files = [EntryKind::Petition, EntryKind::Motion];
    let whose: Vec<Who> = Who::ALL
        .into_iter()
        .filter(|who| role.enters(EntryKind::Petition, Some(*who)))
        .collect();
    let mut fields = vec![
        (
            ConsoleField::CaseKind,
            FieldKind::One(choices(&CaseKind::ALL, CaseKind::key, |kind| lang.case_kind(kind))),
        ),
        (ConsoleField::Court, FieldKind::Line),
        (ConsoleField::CaseNumber, FieldKind::Line),
        (ConsoleField::Caption, FieldKind::Line),
        (
            ConsoleField::Filing,
            FieldKind::One(choices(&files, EntryKind::key, |kind| lang.entry_kind(kind))),
        ),
        (
            ConsoleField::By,
            FieldKind::One(choices(&whose, Who::key, |who| lang.court_who(who))),
        ),
        (ConsoleField::FiledOn, FieldKind::Day),
    ];
    let free = role.works();
    if free {
        fields.push((ConsoleField::ServedOn, FieldKind::Day));
    }
    fields.extend([
        (ConsoleField::RespondBy, FieldKind::Day),
        (ConsoleField::Numbers, FieldKind::Text(2)),
        (ConsoleField::Sources, FieldKind::Text(2)),
    ]);
    if free {
        fields.extend([
            (ConsoleField::Seal, tick(lang.court_seal_it())),
            (ConsoleField::SealDated, FieldKind::Day),
            (ConsoleField::FromRequester, tick(lang.court_against())),
        ]);
    }
    fields.push((ConsoleField::Document, FieldKind::File));
    fields
}
