//! Who acts for a person shown, or for whoever filed: entries with their proof, and what may be done by them today.

use law::capacity::{self, CapacityKind, CapacityProof, Power, ProofShown};
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    desk::Represented,
    forms::{CapacityActKind, CapacityForm},
    views::{CapacitiesView, CapacityLine},
};
use texts::{CapacityWords, DateWords, ReleaseWords};

use super::{
    console_form::{conflict_note, done, split_refused},
    signed_in,
};
use crate::{
    components::{
        Button, ButtonKind, Choice, Choices, ChoicesKind, DataTable, Draft, Field, Form, FormProblems, Inset, Layout,
        Select, TextField,
    },
    context::{lang, load, number, office, param, refused},
};

/// Of a person shown.
#[component]
pub fn PersonCapacities() -> impl IntoView {
    let id = param("id");
    let back = format!("/staff/people/{id}");
    of(Ok(Represented::Person(id)), back)
}

/// Of whoever filed a request.
#[component]
pub fn RequestCapacities() -> impl IntoView {
    let number = number();
    let back = number
        .as_ref()
        .map(|number| format!("/staff/requests/{number}"))
        .unwrap_or_default();
    of(number.map(Represented::Requester), back)
}

fn of(represented: office::OfficeResult<Represented>, back: String) -> impl IntoView {
    let (office, staff) = (office(), signed_in());
    let (form, refusal) = split_refused(refused::<CapacityForm>());
    load(
        async move {
            office
                .capacities(&staff?, &represented?)
                .await?
                .ok_or(Refusal::NotFound)
        },
        move |view| page(lang(), &view, &form, refusal, &back),
    )
}

fn page(
    lang: Lang,
    view: &CapacitiesView,
    form: &CapacityForm,
    refusal: Option<Refusal>,
    back: &str,
) -> impl IntoView + use<> {
    let failed = refusal.is_some();
    let draft = Draft::new(form, refusal, |lang, name| {
        (lang.capacity_field(name), lang.capacity_hint(name))
    });
    let sent = form.kind();
    let of_act = |kind: CapacityActKind| {
        let new = CapacityForm {
            on: view.today.to_string(),
            ..CapacityForm::default()
        };
        let this = sent == Some(kind) || failed && sent.is_none() && kind == CapacityActKind::Enter;
        draft.of_form(this, &new).with_ids(format!("{}-", kind.key()))
    };
    // What is wrong is told of the form that was sent.
    let told = draft
        .clone()
        .with_ids(format!("{}-", sent.unwrap_or(CapacityActKind::Enter).key()));
    let title = lang.capacities_title(&view.about);
    let (about, back) = (view.about.clone(), lang.path(back));
    let (list, powers, conflict) = (list(lang, view), powers(lang, view), conflict_note(lang, view.conflict));
    let forms = (view.may_change && (failed || !view.conflict)).then(|| {
        let enter = enter(lang, view, &of_act(CapacityActKind::Enter));
        let verify = verify(lang, view, &of_act(CapacityActKind::Verify));
        let end = end(lang, view, &of_act(CapacityActKind::End));
        view! { {enter}{verify}{end} }
    });
    view! {
        <Layout title=title.clone() wide=true failed>
            <FormProblems draft=told/>
            {done(lang, failed)}
            {conflict}
            <p><a href=back>{about}</a></p>
            <h1>{title}</h1>
            <p>{lang.capacities_intro()}</p>
            {list}
            {powers}
            {forms}
        </Layout>
    }
}

fn list(lang: Lang, view: &CapacitiesView) -> AnyView {
    if view.lines.is_empty() {
        return view! { <Inset><p>{lang.capacities_none()}</p></Inset> }.into_any();
    }
    let head = [
        lang.capacity_who(),
        lang.capacity_field("capacity"),
        lang.capacity_days(),
        lang.capacity_state(),
        lang.capacity_entered(),
    ];
    let rows: Vec<_> = view.lines.iter().map(|line| row(lang, line)).collect();
    let head = head.map(str::to_owned).to_vec();
    let caption = lang.capacities_title(&view.about);
    view! { <DataTable id="capacities" caption head quiet_caption=true>{rows}</DataTable> }.into_any()
}

fn row(lang: Lang, line: &CapacityLine) -> impl IntoView + use<> {
    let name = if line.name.is_empty() {
        view! { <span class="bwc-soft">{lang.capacity_erased()}</span> }.into_any()
    } else {
        line.name.clone().into_any()
    };
    let until = line
        .capacity
        .until
        .map_or_else(|| lang.capacity_open_end().to_owned(), |day| lang.day(day));
    let days = format!("{}, {until}", lang.day(line.capacity.from));
    let proof = match (line.capacity.proof, line.shown) {
        (Some((proof, on)), Some(shown)) => {
            let by = line.verified_by.clone().unwrap_or_default();
            lang.capacity_verified(
                lang.capacity_proof(proof),
                lang.capacity_shown(shown),
                &by,
                &lang.day(on),
            )
        }
        _ => lang.capacity_unproven().to_owned(),
    };
    let identity = line.identity_shown.then(|| format!(" {}", lang.capacity_identity()));
    let noted = (!line.proof_note.is_empty()).then(|| view! { <br/>{line.proof_note.clone()} });
    let end = if line.corrected {
        Some(lang.capacity_was_wrong().to_owned())
    } else {
        line.capacity.ended.map(|day| lang.capacity_over(&lang.day(day)))
    };
    let end = end.map(|words| {
        let reason = line.end_reason.clone();
        view! { <br/><strong>{words}</strong>" "{reason} }
    });
    let correction = line
        .corrects
        .then(|| view! { <br/><span class="bwc-soft">{lang.capacity_is_correction()}</span> });
    let entered = lang.capacity_by_on(&line.entered_by, &lang.day(line.entered_on));
    view! {
        <tr data-capacity=line.capacity.kind.key()>
            <th scope="row">{name}</th>
            <td>{lang.capacity_kind(line.capacity.kind)}</td>
            <td>{days}</td>
            <td>{proof}{identity}{noted}{end}</td>
            <td>{entered}{correction}</td>
        </tr>
    }
}

/// What may be done for a person shown today, and by whom, in the words of the law.
fn powers(lang: Lang, view: &CapacitiesView) -> Option<AnyView> {
    let person = view.person.as_ref()?;
    let known = view.known();
    let rows: Vec<_> = person
        .receivers()
        .into_iter()
        .map(|receiver| {
            let cells: Vec<_> = Power::ALL
                .into_iter()
                .map(|power| {
                    let words = match capacity::may(power, receiver, &known, view.today) {
                        Err(bar) => lang.notice_bar(&bar),
                        Ok(()) if power == Power::Object && !capacity::is_proven(receiver, &known, view.today) => {
                            lang.capacities_may_waits().to_owned()
                        }
                        Ok(()) => lang.capacities_may_yes().to_owned(),
                    };
                    view! { <td>{words}</td> }
                })
                .collect();
            view! { <tr><th scope="row">{lang.receiver(receiver)}</th>{cells}</tr> }
        })
        .collect();
    let mut head = vec![lang.capacity_who().to_owned()];
    head.extend(Power::ALL.map(|power| lang.capacity_power(power).to_owned()));
    Some(view! { <DataTable id="powers" caption=lang.capacities_may() head>{rows}</DataTable> }.into_any())
}

/// Entries in words, to choose from.
fn entries(lang: Lang, view: &CapacitiesView, wanted: impl Fn(&CapacityLine) -> bool) -> Vec<(String, String)> {
    let standing = view
        .lines
        .iter()
        .filter(|line| line.capacity.ended.is_none() && wanted(line));
    standing
        .map(|line| {
            let name = if line.name.is_empty() {
                lang.capacity_erased()
            } else {
                &line.name
            };
            let day = lang.day(line.capacity.from);
            (
                line.id.clone(),
                format!("{name}, {}, {day}", lang.capacity_kind(line.capacity.kind)),
            )
        })
        .collect()
}

fn enter(lang: Lang, view: &CapacitiesView, draft: &Draft) -> AnyView {
    let fits = |kind: &CapacityKind| view.person.as_ref().is_none_or(|person| kind.fits(person).is_ok());
    let kinds = CapacityKind::ALL.into_iter().filter(fits);
    let kinds = kinds
        .map(|kind| Choice::new(kind.key(), lang.capacity_kind(kind)))
        .collect();
    let wrong = entries(lang, view, |_| true);
    let [name, capacity, from, until] = ["name", "capacity", "from_day", "until_day"].map(|name| draft.field(name));
    let (first, reason) = (draft.field("corrects").optional(), draft.field("reason").optional());
    let corrects = (!wrong.is_empty()).then(|| {
        view! {
            <Select of=first options=wrong empty=lang.capacity_no_correction()/>
            <TextField of=reason rows=2/>
        }
    });
    view! {
        <section>
            <h2>{lang.capacity_enter()}</h2>
            <Form>
                <input type="hidden" name="act" value=CapacityActKind::Enter.key()/>
                <Field of=name autocomplete="off"/>
                <Choices of=capacity choices=kinds/>
                <Field of=from kind="date"/>
                <Field of=until.optional() kind="date"/>
                {corrects}
                <Button>{lang.capacity_enter()}</Button>
            </Form>
        </section>
    }
    .into_any()
}

fn verify(lang: Lang, view: &CapacitiesView, draft: &Draft) -> Option<AnyView> {
    let unproven = entries(lang, view, |line| line.capacity.proof.is_none());
    if unproven.is_empty() && !draft.failed() {
        return None;
    }
    let proofs = CapacityProof::ALL.map(|proof| (proof.key().to_owned(), lang.capacity_proof(proof).to_owned()));
    let shown = ProofShown::ALL
        .map(|one| Choice::new(one.key(), lang.capacity_shown(one)))
        .to_vec();
    let identity = vec![Choice::new("yes", lang.capacity_identity_tick())];
    let [entry, proof, how, who, note, on] =
        ["entry", "proof", "shown", "identity", "proof_note", "on"].map(|name| draft.field(name));
    Some(
        view! {
            <section>
                <h2>{lang.capacity_verify()}</h2>
                <Form>
                    <input type="hidden" name="act" value=CapacityActKind::Verify.key()/>
                    <Select of=entry options=unproven/>
                    <Select of=proof options=proofs.to_vec()/>
                    <Choices of=how choices=shown/>
                    <Choices of=who kind=ChoicesKind::Many choices=identity/>
                    <TextField of=note.optional() rows=2/>
                    <Field of=on kind="date"/>
                    <Button>{lang.capacity_verify()}</Button>
                </Form>
            </section>
        }
        .into_any(),
    )
}

fn end(lang: Lang, view: &CapacitiesView, draft: &Draft) -> Option<AnyView> {
    let standing = entries(lang, view, |_| true);
    if standing.is_empty() && !draft.failed() {
        return None;
    }
    let [entry, on, reason] = ["entry", "on", "reason"].map(|name| draft.field(name));
    Some(
        view! {
            <section>
                <h2>{lang.capacity_end()}</h2>
                <Form>
                    <input type="hidden" name="act" value=CapacityActKind::End.key()/>
                    <Select of=entry options=standing/>
                    <Field of=on kind="date"/>
                    <TextField of=reason rows=2/>
                    <Button kind=ButtonKind::Stop>{lang.capacity_end()}</Button>
                </Form>
            </section>
        }
        .into_any(),
    )
}
