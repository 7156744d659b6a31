//! One recording: what it is, what the law says of it, what holds it, what can be done.

use law::{
    closeness::Tie,
    recording::{InactiveGround, LocationKind, RecordingActKind, StatusChangeKind},
};
use leptos::prelude::*;
use office::{
    Lang, Refusal, TrackingNumber,
    forms::{ConsoleField, RecordingActForm},
    views::{AuditAct, AuditEntry, CourtLine, NoteSubject, Notes, RecordingView},
};
use texts::{
    CourtWords, DateWords, DeletionWords, DeskWords, LawWords, MatchWords, ReleaseDeskWords, ReleaseWords, StaffWords,
};

use super::signed_in;
use crate::{
    components::{
        Banner, Choice, DataTable, ErrorSummary, Form, Layout, Problems, RefusalNotice, Timeline, TimelineLine, Tone,
    },
    context::{load, office, param, query, refused, visitor},
    pages::staff::{
        console_form::{
            self, ConsoleForm, FieldKind, FormValues, choices, conflict_note, done, field_label, render_form,
            split_refused, tasks, tick,
        },
        court,
        notes::{NotesPart, note_done, notes_for},
        orders,
    },
};

/// A recording.
#[component]
pub fn RecordingPage() -> impl IntoView {
    let (lang, office, id) = (visitor().lang, office(), param("id"));
    let staff = signed_in();
    let (form, refusal) = split_refused(refused::<RecordingActForm>());
    load(
        async move {
            let staff = staff?;
            let recording = office.recording(&staff, &id).await?.ok_or(Refusal::NotFound)?;
            let cases = office.cases_of_recording(&staff, &id).await?;
            let notes = notes_for(&*office, &staff, NoteSubject::Recording(id)).await?;
            Ok((recording, (notes, cases)))
        },
        move |(recording, beside)| page(lang, &recording, beside, form, refusal),
    )
}

fn page(
    lang: Lang,
    recording: &RecordingView,
    (notes, cases): (Option<Notes>, Vec<CourtLine>),
    mut form: RecordingActForm,
    refusal: Option<Refusal>,
) -> impl IntoView + use<> {
    let problems = Problems::of(refusal.as_ref());
    let failed = refusal.is_some();
    let path = format!("/staff/recordings/{}", recording.line.id);
    if !failed {
        form = opened(recording);
    }
    let possible = possible(recording);
    let shown = RecordingActKind::parse(&form.act).filter(|act| possible.contains(act));
    let act_form = shown.map(|act| {
        let act_form = form_of_act(lang, act, recording).of_version(recording.version);
        let form = render_form(lang, act_form, &FormValues::of(&form), &problems, &lang.path(&path));
        view! { <section id="act"><h2>{lang.desk_act(act)}</h2>{form}</section> }
    });
    let done = done(lang, failed);
    let conflict = conflict_note(lang, recording.conflict);
    let tasks = recording.may_change.then(|| tasks(lang, &path, &possible, shown));
    let title = lang.recording_title(&recording.line.source_id);
    let label = field_label(lang);
    let facts = facts(lang, recording).into_any();
    let together = together(lang, recording).into_any();
    let viewers = viewers(lang, &recording.entries).into_any();
    let kept = keep_reasons(lang, recording).into_any();
    let requests = requests(lang, recording).into_any();
    let cases = court::table(lang, &cases);
    let orders = orders::table(lang, &recording.orders);
    let history = history(lang, &recording.entries);
    view! {
        <Layout title=title.clone() wide=true failed>
            <ErrorSummary problems label/>
            <RefusalNotice refusal/>
            {done}
            {note_done()}
            {conflict}
            <p><a href=lang.path("/staff/recordings")>{lang.to_register()}</a></p>
            <h1>{title}</h1>
            <div class="bwc-desk">
                <div class="bwc-desk-side">{tasks}</div>
                <div class="bwc-desk-main">
                    {act_form}
                    {facts}
                    {together}
                    {kept}
                    {requests}
                    <section><h2>{lang.court_cases_title()}</h2>{cases}</section>
                    <section><h2>{lang.recording_orders()}</h2>{orders}</section>
                    {notes.map(|notes| view! { <NotesPart notes/> })}
                    {viewers}
                    {history}
                </div>
            </div>
        </Layout>
    }
}

/// A form as it is opened: the act that the address names, and what the register holds.
fn opened(recording: &RecordingView) -> RecordingActForm {
    let yes = |is: bool| if is { "yes".to_owned() } else { String::new() };
    RecordingActForm {
        act: query("act"),
        on: recording.today.to_string(),
        location_kind: recording.scene.location.key().to_owned(),
        crime_scene: yes(recording.scene.crime_scene_of_deceased),
        people_logged: yes(recording.people_logged),
        ..RecordingActForm::default()
    }
}

/// What the law does not bar now, for those who change anything.
fn possible(recording: &RecordingView) -> Vec<RecordingActKind> {
    let free = |kind: &RecordingActKind| {
        recording.may_change && !(kind.decides() && recording.conflict) && kind.bar(recording.line.deleted_on).is_none()
    };
    let linked = |kind: &RecordingActKind| *kind != RecordingActKind::Unlink || !recording.requests.is_empty();
    RecordingActKind::ALL.into_iter().filter(free).filter(linked).collect()
}

fn form_of_act(lang: Lang, act: RecordingActKind, recording: &RecordingView) -> ConsoleForm {
    match act {
        RecordingActKind::Status => {
            let possible: Vec<StatusChangeKind> = recording
                .changes
                .iter()
                .filter(|(_, bar)| bar.is_none())
                .map(|(kind, _)| *kind)
                .collect();
            let grounds = InactiveGround::ALL
                .map(|ground| Choice::new(ground.key(), lang.ground(ground)).hint(lang.ground_quote(ground)))
                .to_vec();
            ConsoleForm::new(
                act,
                vec![
                    (
                        ConsoleField::Change,
                        FieldKind::One(choices(&possible, StatusChangeKind::key, |kind| {
                            lang.status_change(kind)
                        })),
                    ),
                    (ConsoleField::On, FieldKind::Day),
                    (ConsoleField::Ground, FieldKind::One(grounds)),
                    (ConsoleField::Reason, FieldKind::Text(2)),
                ],
            )
        }
        RecordingActKind::Scene => ConsoleForm::new(
            act,
            vec![
                (
                    ConsoleField::LocationKind,
                    FieldKind::One(choices(&LocationKind::ALL, LocationKind::key, |kind| {
                        lang.location(kind)
                    })),
                ),
                (ConsoleField::CrimeScene, tick(lang.scene_deceased())),
                (ConsoleField::PeopleLogged, tick(lang.scene_logged())),
            ],
        ),
        RecordingActKind::Link => ConsoleForm::new(act, vec![(ConsoleField::Number, FieldKind::Line)]),
        RecordingActKind::Unlink => {
            let linked = recording.requests.iter();
            let linked = linked.map(|number| Choice::new(number.to_string(), number.to_string()));
            ConsoleForm::new(
                act,
                vec![
                    (ConsoleField::Number, FieldKind::One(linked.collect())),
                    (ConsoleField::Reason, FieldKind::Text(2)),
                ],
            )
        }
        RecordingActKind::Delete => ConsoleForm::new(
            act,
            vec![
                (ConsoleField::On, FieldKind::Day),
                (ConsoleField::Rule, FieldKind::Line),
                (ConsoleField::Breach, tick(lang.deletion_breach())),
            ],
        )
        .stop(),
    }
}

fn facts(lang: Lang, recording: &RecordingView) -> impl IntoView + use<> {
    let line = &recording.line;
    let time = |at: law::DateTime| lang.moment(at);
    let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| lang.recording_none_given().to_owned());
    let category = recording.category.as_deref().map(|key| lang.recording_category(key));
    let log = if recording.people_logged {
        lang.recording_log_done()
    } else {
        lang.recording_log_open()
    };
    let rows = vec![
        (lang.recording_status(), lang.footage(&line.status)),
        (
            lang.col_made(),
            format!("{} – {}", time(line.started), time(recording.ended)),
        ),
        (lang.recording_uploaded(), uploaded(lang, recording)),
        (lang.recording_uploaded_by(), registered_by(lang, recording)),
        (
            lang.desk_field(ConsoleField::Camera),
            lang.media(line.camera).to_owned(),
        ),
        (lang.col_officer(), line.officer.clone()),
        (lang.desk_field(ConsoleField::Division), or_none(&recording.division)),
        (lang.col_place(), line.place.clone()),
        (
            lang.desk_field(ConsoleField::LocationKind),
            lang.location(recording.scene.location).to_owned(),
        ),
        (
            lang.desk_field(ConsoleField::IncidentNumber),
            or_none(&recording.incident_number),
        ),
        (
            lang.desk_field(ConsoleField::Category),
            category.unwrap_or_else(|| lang.recording_unclassified().to_owned()),
        ),
        (lang.recording_people(), log.to_owned()),
    ];
    let kind = line.status.kind();
    let at = |page: &str| lang.path(&format!("/staff/recordings/{}{page}", line.id));
    let deleted = line.deleted_on.map(|day| {
        let words = lang.recording_deleted(&lang.day(day));
        view! { <Banner title=words tone=Tone::Stop>""</Banner> }
    });
    let breach = recording.breach.as_ref().map(|why| {
        let why = lang.undeletable(why);
        view! { <Banner title=lang.recording_breach() tone=Tone::Stop><p>{why}</p></Banner> }
    });
    view! {
        {deleted}
        {breach}
        <section data-status=kind.key()>
            <h2>{lang.recording_facts()}</h2>
            {console_form::facts(rows)}
            <ul>
                <li><a href=at("/people")>{lang.people_open()}</a></li>
                <li><a href=at("/files")>{lang.files_open()}</a></li>
            </ul>
        </section>
    }
}

/// When it was uploaded, and whether late: more than a day after its end.
fn uploaded(lang: Lang, recording: &RecordingView) -> String {
    let Some(at) = recording.uploaded else {
        return lang.recording_upload_unknown().to_owned();
    };
    match recording.uploaded_late {
        Some(hours) => format!("{} ({})", lang.moment(at), lang.recording_upload_late(hours)),
        None => lang.moment(at),
    }
}

/// Who registered it; the evidence system does not say who uploaded it.
fn registered_by(lang: Lang, recording: &RecordingView) -> String {
    let entry = recording.entries.iter().find(|entry| entry.act == AuditAct::Registered);
    entry.map_or_else(String::new, |entry| {
        let by = entry.staff.clone().unwrap_or_else(|| lang.portal_itself().to_owned());
        format!("{by}, {}", lang.short_day(entry.on))
    })
}

/// Other recordings of the same incident.
fn together(lang: Lang, recording: &RecordingView) -> impl IntoView + use<> {
    let head = [
        lang.col_recording(),
        lang.col_camera(),
        lang.col_made(),
        lang.col_officer(),
        lang.together_why(),
    ];
    let head = head.map(str::to_owned).to_vec();
    let rows: Vec<_> = recording
        .together
        .iter()
        .map(|(line, tie)| {
            let href = lang.path(&format!("/staff/recordings/{}", line.id));
            let why = match tie {
                Tie::Incident => lang.together_incident(),
                Tie::Place => lang.together_place(),
                Tie::Officer => lang.together_officer(),
            };
            view! {
                <tr>
                    <th scope="row"><a href=href>{line.source_id.clone()}</a></th>
                    <td>{lang.media(line.camera)}</td>
                    <td>{lang.moment_short(line.started)}</td>
                    <td>{line.officer.clone()}</td>
                    <td>{why}</td>
                </tr>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section id="together">
                <h2>{lang.together_title()}</h2>
                <p class="bwc-soft">{lang.together_hint()}</p>
                <DataTable id="together-table" caption=lang.together_title() head quiet_caption=true dense=true>{rows}</DataTable>
            </section>
        }
    })
}

/// Who opened its original or a copy, the newest first.
fn viewers(lang: Lang, entries: &[AuditEntry]) -> impl IntoView + use<> {
    let head = [lang.viewers_who(), lang.viewers_what(), lang.deletion_on()];
    let head = head.map(str::to_owned).to_vec();
    let opened = |entry: &&AuditEntry| matches!(entry.act, AuditAct::FileOpened { .. });
    let rows: Vec<_> = entries
        .iter()
        .rev()
        .filter(opened)
        .map(|entry| {
            let by = entry.staff.clone().unwrap_or_else(|| lang.portal_itself().to_owned());
            view! { <tr><th scope="row">{by}</th><td>{lang.register_act(&entry.act)}</td><td>{lang.short_day(entry.on)}</td></tr> }
        })
        .collect();
    let list = if rows.is_empty() {
        view! { <p class="bwc-soft">{lang.viewers_none()}</p> }.into_any()
    } else {
        view! { <DataTable id="viewers-table" caption=lang.viewers_title() head quiet_caption=true dense=true>{rows}</DataTable> }.into_any()
    };
    view! { <section id="viewers"><h2>{lang.viewers_title()}</h2><p class="bwc-soft">{lang.viewers_hint()}</p>{list}</section> }
}

fn keep_reasons(lang: Lang, recording: &RecordingView) -> impl IntoView + use<> {
    let items: Vec<_> = recording
        .kept_for
        .iter()
        .map(|kept| {
            let until = kept
                .last_day
                .map_or_else(|| lang.no_end().to_owned(), |day| lang.until_day(&lang.day(day)));
            let request = kept
                .number
                .as_ref()
                .map(|number| view! { ": "{request_link(lang, number)} });
            let suit = kept.suit.as_ref().map(|(id, case)| {
                let href = lang.path(&format!("/staff/court/{id}"));
                view! { ": "<a href=href>{case.number.clone()}</a> }
            });
            view! { <li>{lang.keep_ground(kept.ground)}{request}{suit}", "{until}</li> }
        })
        .collect();
    let verdict = match &recording.undeletable {
        Some(why) => lang.undeletable(why),
        None => lang.recording_free().to_owned(),
    };
    view! {
        <section>
            <h2>{lang.recording_kept()}</h2>
            <p>{verdict}</p>
            <ul>{items}</ul>
        </section>
    }
}

fn request_link(lang: Lang, number: &TrackingNumber) -> impl IntoView + use<> {
    let href = lang.path(&format!("/staff/requests/{number}"));
    view! { <a class="bwc-number" href=href>{number.to_string()}</a> }
}

fn requests(lang: Lang, recording: &RecordingView) -> impl IntoView + use<> {
    let list = |numbers: &[TrackingNumber]| {
        let items: Vec<_> = numbers
            .iter()
            .map(|number| view! { <li>{request_link(lang, number)}</li> })
            .collect();
        if items.is_empty() {
            view! { <p class="bwc-soft">{lang.none_here()}</p> }.into_any()
        } else {
            view! { <ul>{items}</ul> }.into_any()
        }
    };
    view! {
        <section>
            <h2>{lang.recording_requests()}</h2>
            {list(&recording.requests)}
            <h3>{lang.recording_asked()}</h3>
            {asking(lang, recording)}
        </section>
    }
}

/// Requests that ask about the time of a recording, each with the button that links it where that is possible.
fn asking(lang: Lang, recording: &RecordingView) -> impl IntoView + use<> {
    if recording.suggested.is_empty() {
        return view! { <p class="bwc-soft">{lang.none_here()}</p> }.into_any();
    }
    let may = possible(recording).contains(&RecordingActKind::Link);
    let items: Vec<_> = recording
        .suggested
        .iter()
        .map(|number| {
            let link = may.then(|| {
                let (value, of) = (number.to_string(), lang.suggested_link_of(number.as_str()));
                view! { " "<button type="submit" class="bwc-button bwc-button--second bwc-button--small" name="number" value=value aria-label=of>{lang.suggested_link()}</button> }
            });
            view! { <li>{request_link(lang, number)}{link}</li> }
        })
        .collect();
    if !may {
        return view! { <ul>{items}</ul> }.into_any();
    }
    view! {
        <Form>
            <input type="hidden" name="act" value=RecordingActKind::Link.key()/>
            <ul>{items}</ul>
        </Form>
    }
    .into_any()
}

/// The entries of a register, as a time line.
pub fn history(lang: Lang, entries: &[AuditEntry]) -> impl IntoView + use<> {
    let lines: Vec<TimelineLine> = entries
        .iter()
        .map(|entry| {
            let citation = entry
                .citation
                .as_ref()
                .map(|cited| format!(" ({cited})"))
                .unwrap_or_default();
            TimelineLine {
                on: entry.on,
                by: entry.staff.clone().unwrap_or_else(|| lang.portal_itself().to_owned()),
                what: format!("{}{citation}", lang.register_act(&entry.act)),
            }
        })
        .collect();
    view! { <section><h2>{lang.recording_history()}</h2><Timeline lines/></section> }
}
