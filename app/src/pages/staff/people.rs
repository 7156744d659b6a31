//! People logs: who is seen and heard in a recording, by pseudonym, and how to reach them.

use law::{person::Receiver, profile::AddressProgram};
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{ConsoleField, Contact, PersonActKind, PersonForm},
    views::{PeopleLog, PersonLine, PersonView},
};
use texts::{
    AccountWords, CapacityWords, CommonWords, DateWords, DeskWords, ProposalWords, ReleaseDeskWords, ReleaseWords,
};

use super::proposals::waiting_note;
use super::{
    console_form::{
        ConsoleForm, FieldKind, FormValues, choices, conflict_note, done, facts, field_label, render_form,
        split_refused, tick,
    },
    notices::notice_list,
    recordings::history,
    signed_in,
};
use crate::{
    components::{Choice, DataTable, ErrorSummary, Inset, Layout, Problems, RefusalNotice},
    context::{lang, load, office, param, refused},
};

/// The people log of a recording.
#[component]
pub fn People() -> impl IntoView {
    let (lang, office, id) = (lang(), office(), param("id"));
    let staff = signed_in();
    let (form, refusal) = split_refused(refused::<PersonForm>());
    load(
        async move { office.people(&staff?, &id).await?.ok_or(Refusal::NotFound) },
        move |log| page(lang, &log, &form, refusal),
    )
}

fn page(lang: Lang, log: &PeopleLog, form: &PersonForm, refusal: Option<Refusal>) -> impl IntoView + use<> {
    let problems = Problems::of(refusal.as_ref());
    let failed = refusal.is_some();
    let title = lang.people_title(&log.recording.source_id);
    let recording = lang.recording_title(&log.recording.source_id);
    let back = lang.path(&format!("/staff/recordings/{}", log.recording.id));
    let list = if log.people.is_empty() {
        view! { <Inset><p>{lang.people_none()}</p></Inset> }.into_any()
    } else {
        let head = [lang.col_person(), lang.col_spans(), lang.col_notices()];
        let head = head.map(str::to_owned).to_vec();
        let rows: Vec<_> = log.people.iter().map(|line| row(lang, line)).collect();
        view! { <DataTable id="people" caption=lang.people_caption() head>{rows}</DataTable> }.into_any()
    };
    // What was typed stays, also where a colleague is to send it.
    let add = (log.may_change && (failed || !log.conflict)).then(|| {
        let act_form = ConsoleForm::new(PersonActKind::Person, person_fields(lang, true))
            .part(lang.people_reach(), contact_fields(lang, &Receiver::ALL))
            .part(
                lang.desk_field(ConsoleField::PeopleLogged),
                vec![(ConsoleField::PeopleLogged, tick(lang.people_nobody_else()))],
            );
        let typed = if failed { form.clone() } else { next_person(lang, log) };
        let form = render_form(lang, act_form, &FormValues::of(&typed), &problems, &back);
        view! { <section><h2>{lang.people_add()}</h2>{form}</section> }
    });
    // Where nobody is to be added, that is said by itself.
    let complete = (log.may_change && !log.conflict && !log.complete).then(|| {
        let form = ConsoleForm::new(PersonActKind::Complete, Vec::new());
        let form = render_form(lang, form, &FormValues::of(&PersonForm::default()), &Problems::of(None), &back);
        view! { <section><h2>{lang.desk_act(PersonActKind::Complete)}</h2><p>{lang.people_complete_hint()}</p>{form}</section> }
    });
    let known = log
        .complete
        .then(|| view! { <p data-complete="">{lang.recording_log_done()}</p> });
    let added = done(lang, failed);
    let files = format!("{back}/files");
    let conflict = conflict_note(lang, log.conflict);
    let label = field_label(lang);
    view! {
        <Layout title=title.clone() wide=true failed>
            <ErrorSummary problems label/>
            <RefusalNotice refusal/>
            {added}
            {conflict}
            <p><a href=back>{recording}</a>", "<a href=files>{lang.files_open()}</a></p>
            <h1>{title}</h1>
            <p>{lang.people_intro()}</p>
            {known}
            {list}
            {add}
            {complete}
        </Layout>
    }
}

/// The form for the next person, with a pseudonym that nobody has yet.
fn next_person(lang: Lang, log: &PeopleLog) -> PersonForm {
    let taken = |name: &String| log.people.iter().any(|line| line.person.pseudonym == *name);
    let names = ('A'..='Z').map(|letter| lang.person_named(letter));
    PersonForm {
        pseudonym: names.into_iter().find(|name| !taken(name)).unwrap_or_default(),
        language: Lang::En.key().to_owned(),
        ..PersonForm::default()
    }
}

fn row(lang: Lang, line: &PersonLine) -> impl IntoView + use<> {
    let href = lang.path(&format!("/staff/people/{}", line.id));
    let today = office().today();
    let spans = spans(lang, line);
    let notices: Vec<_> = line
        .notices
        .iter()
        .map(|notice| {
            let href = lang.path(&format!("/staff/notices/{}", notice.id));
            view! { <li><a href=href>{lang.notice_kind(notice.kind)}</a>": "{lang.notice_state(notice.state, notice.over(today))}</li> }
        })
        .collect();
    let about = about(lang, line);
    view! {
        <tr>
            <th scope="row"><a href=href>{line.person.pseudonym.clone()}</a><br/><span class="bwc-soft">{about}</span></th>
            <td>{spans}</td>
            <td><ul>{notices}</ul></td>
        </tr>
    }
}

fn spans(lang: Lang, line: &PersonLine) -> String {
    let part = |field, spans: &law::span::Spans| format!("{}: {spans}", lang.desk_field(field));
    let person = &line.person;
    match (person.seen.is_empty(), person.heard.is_empty()) {
        (false, false) => format!(
            "{}. {}",
            part(ConsoleField::Seen, &person.seen),
            part(ConsoleField::Heard, &person.heard)
        ),
        (false, true) => part(ConsoleField::Seen, &person.seen),
        _ => part(ConsoleField::Heard, &person.heard),
    }
}

fn about(lang: Lang, line: &PersonLine) -> String {
    let person = &line.person;
    let all = [
        (person.police_affiliated, lang.fact_police()),
        (person.minor, lang.fact_minor()),
        (person.incapacitated, lang.fact_incapacitated()),
        (person.deceased, lang.fact_deceased()),
    ];
    if let Some(reason) = &line.taken_out {
        return lang.person_taken_out(reason);
    }
    let said = all.iter().filter(|(is, _)| *is).map(|(_, words)| (*words).to_owned());
    let waits = line
        .waiting
        .as_ref()
        .map(|waiting| format!("{} ({})", lang.proposal_kind(waiting.kind), lang.proposals_title()));
    said.chain(waits).collect::<Vec<_>>().join(", ")
}

fn person_fields(lang: Lang, new: bool) -> Vec<(ConsoleField, FieldKind)> {
    let about = vec![
        Choice::new("police_affiliated", lang.fact_police()),
        Choice::new("minor", lang.fact_minor()),
        Choice::new("incapacitated", lang.fact_incapacitated()),
        Choice::new("deceased", lang.fact_deceased()),
    ];
    let mut fields = vec![
        (ConsoleField::Seen, FieldKind::Line),
        (ConsoleField::Heard, FieldKind::Line),
        (ConsoleField::Facts, FieldKind::Many(about)),
    ];
    if new {
        fields.insert(0, (ConsoleField::Pseudonym, FieldKind::Line));
    }
    fields
}

/// One person.
#[component]
pub fn PersonPage() -> impl IntoView {
    let (lang, office, id) = (lang(), office(), param("id"));
    let staff = signed_in();
    let (form, refusal) = split_refused(refused::<PersonForm>());
    let program = office.profile().address_program.clone();
    load(
        async move {
            let staff = staff?;
            let person = office.person(&staff, &id).await?.ok_or(Refusal::NotFound)?;
            Ok((staff.role.works(), person))
        },
        move |(works, person)| {
            let note = program
                .as_ref()
                .and_then(|program| protected(lang, &person.line, program));
            person_page(lang, works.then(|| note.unwrap_or_default()), &person, &form, refusal)
        },
    )
}

/// The form of a contact as it is known.
fn of_contact(known: &Contact) -> PersonForm {
    PersonForm {
        receiver: known.receiver.key().to_owned(),
        name: known.name.clone(),
        postal_address: known.postal_address.clone(),
        email: known.email.clone().unwrap_or_default(),
        email_agreed_on: known.email_agreed_on.map(|day| day.to_string()).unwrap_or_default(),
        phone: known.phone.clone(),
        language: known.language.key().to_owned(),
        safe_contact: known.safe_contact.clone(),
        ..PersonForm::default()
    }
}

/// The page; for those who serve notices with its forms, and what they must know of protected addresses.
fn person_page(
    lang: Lang,
    serves: Option<String>,
    view: &PersonView,
    form: &PersonForm,
    refusal: Option<Refusal>,
) -> impl IntoView + use<> {
    let problems = Problems::of(refusal.as_ref());
    let failed = refusal.is_some();
    let back = lang.path(&format!("/staff/recordings/{}/people", view.recording.id));
    let name = view.line.person.pseudonym.clone();
    let capacities = lang.path(&format!("/staff/people/{}/capacities", view.line.id));
    let log = lang.people_title(&view.recording.source_id);
    let done = done(lang, failed);
    let label = field_label(lang);
    let none = Problems::of(None);
    let sent = PersonActKind::parse(&form.act).filter(|_| failed);
    let of_act = |kind: PersonActKind| if sent == Some(kind) { &problems } else { &none };
    let (log_problems, contact_problems, out_problems) = (
        of_act(PersonActKind::Person),
        of_act(PersonActKind::Contact),
        of_act(PersonActKind::TakeOut),
    );
    let typed = |kind: PersonActKind| if sent == Some(kind) { Some(form.clone()) } else { None };
    let log_form = typed(PersonActKind::Person).unwrap_or_else(|| of(view));
    // One number is mended without typing the rest again.
    let known = || view.contacts.first().map(of_contact).unwrap_or_default();
    let contact_form = typed(PersonActKind::Contact).unwrap_or_else(known);
    let out_form = typed(PersonActKind::TakeOut).unwrap_or_default();
    let version = view.line.version;
    let taken_out = view.line.taken_out.as_ref().map(|reason| {
        let words = lang.person_taken_out(reason);
        view! { <Inset><p><strong>{words}</strong></p></Inset> }
    });
    let waiting = waiting_note(lang, view.line.waiting.as_ref());
    let conflict = conflict_note(lang, view.conflict);
    let is_out = view.line.taken_out.is_some();
    // What was typed stays, also where a colleague is to send it.
    let decides = |kind: PersonActKind| !view.conflict || sent == Some(kind);
    let forms = serves.filter(|_| !is_out).map(|program| {
        let logged = ConsoleForm::new(PersonActKind::Person, person_fields(lang, false)).of_version(version);
        let logged = render_form(lang, logged, &FormValues::of(&log_form), log_problems, &back);
        let contact = ConsoleForm::new(
            PersonActKind::Contact,
            contact_fields(lang, &view.line.person.receivers()),
        );
        let contact = render_form(lang, contact, &FormValues::of(&contact_form), contact_problems, &back);
        let out = ConsoleForm::new(PersonActKind::TakeOut, vec![(ConsoleField::Reason, FieldKind::Text(2))])
            .of_version(version)
            .stop();
        let out = render_form(lang, out, &FormValues::of(&out_form), out_problems, &back);
        let program = (!program.is_empty()).then(|| view! { <p>{program}</p> });
        let logged = decides(PersonActKind::Person).then(|| {
            view! { <section><h2>{lang.desk_act(PersonActKind::Person)}</h2>{logged}</section> }
        });
        let out = decides(PersonActKind::TakeOut).then(|| {
            view! {
                <section><h2>{lang.desk_act(PersonActKind::TakeOut)}</h2><p>{lang.person_take_out()}</p>{out}</section>
            }
        });
        view! {
            <section><h2>{lang.desk_act(PersonActKind::Contact)}</h2>{program}{contact}</section>
            {logged}
            {out}
        }
    });
    let rows = vec![
        (lang.col_recording(), view.recording.source_id.clone()),
        (lang.col_spans(), spans(lang, &view.line)),
        (lang.desk_field(ConsoleField::Facts), about(lang, &view.line)),
    ];
    let contacts = known_contacts(lang, view);
    let earlier: Vec<_> = view
        .earlier
        .iter()
        .map(|(until, contact)| {
            let until = lang.contact_until(*until);
            view! { <details><summary>{until}</summary>{contact_list(lang, contact)}</details> }
        })
        .collect();
    let notices = notice_list(lang, &view.line.notices);
    let history = history(lang, &view.entries);
    view! {
        <Layout title=name.clone() wide=true failed>
            <ErrorSummary problems=problems.clone() label/>
            <RefusalNotice refusal/>
            {done}
            <p><a href=back.clone()>{log}</a></p>
            <h1>{name}</h1>
            {conflict}
            {taken_out}
            {waiting}
            {facts(rows)}
            <section><h2>{lang.contacts_title()}</h2><p><a href=capacities>{lang.capacities_link()}</a></p>{contacts}{earlier}</section>
            <section><h2>{lang.col_notices()}</h2>{notices}</section>
            {forms}
            {history}
        </Layout>
    }
}

/// What whoever writes to somebody in the state's address program must know, where the person can be in it.
fn protected(lang: Lang, line: &PersonLine, program: &AddressProgram) -> Option<String> {
    let AddressProgram { note, section, .. } = program;
    line.person.receives_by(Receiver::SecretaryOfState).ok()?;
    Some(format!("{} ({section})", lang.pick(note.clone())))
}

/// The form as the log stands.
fn of(view: &PersonView) -> PersonForm {
    let person = &view.line.person;
    let all = [
        (person.police_affiliated, "police_affiliated"),
        (person.minor, "minor"),
        (person.incapacitated, "incapacitated"),
        (person.deceased, "deceased"),
    ];
    PersonForm {
        seen: person.seen.to_string(),
        heard: person.heard.to_string(),
        facts: all
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, key)| (*key).to_owned())
            .collect(),
        ..PersonForm::default()
    }
}

fn contact_fields(lang: Lang, receivers: &[Receiver]) -> Vec<(ConsoleField, FieldKind)> {
    let languages = choices(&Lang::ALL, Lang::key, Lang::language);
    vec![
        (
            ConsoleField::Receiver,
            FieldKind::One(choices(receivers, Receiver::key, |receiver| lang.receiver(receiver))),
        ),
        (ConsoleField::Name, FieldKind::Line),
        (ConsoleField::PostalAddress, FieldKind::Text(3)),
        (ConsoleField::Email, FieldKind::Line),
        (ConsoleField::EmailAgreedOn, FieldKind::Day),
        (ConsoleField::Phone, FieldKind::Line),
        (ConsoleField::Language, FieldKind::One(languages)),
        (ConsoleField::SafeContact, FieldKind::Text(2)),
    ]
}

/// How the person is reached; why that is not shown, where it is not.
fn known_contacts(lang: Lang, view: &PersonView) -> AnyView {
    if view.contacts.is_empty() {
        let none = if view.line.reachable {
            lang.contacts_closed()
        } else {
            lang.contacts_none()
        };
        return view! { <p class="bwc-soft">{none}</p> }.into_any();
    }
    let lists = view.contacts.iter().map(|contact| contact_list(lang, contact));
    lists.collect_view().into_any()
}

fn contact_list(lang: Lang, contact: &Contact) -> AnyView {
    let agreed = contact.email_agreed_on.map(|day| lang.day(day)).unwrap_or_default();
    facts(vec![
        (
            lang.desk_field(ConsoleField::Receiver),
            lang.receiver(contact.receiver).to_owned(),
        ),
        (lang.desk_field(ConsoleField::Name), contact.name.clone()),
        (
            lang.desk_field(ConsoleField::PostalAddress),
            contact.postal_address.clone(),
        ),
        (
            lang.desk_field(ConsoleField::Email),
            contact.email.clone().unwrap_or_default(),
        ),
        (lang.desk_field(ConsoleField::EmailAgreedOn), agreed),
        (lang.desk_field(ConsoleField::Phone), contact.phone.clone()),
        (
            lang.desk_field(ConsoleField::Language),
            contact.language.language().to_owned(),
        ),
        (lang.desk_field(ConsoleField::SafeContact), contact.safe_contact.clone()),
    ])
}
