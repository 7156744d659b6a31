//! The release on a request: the gate's checklist, what is done about it, the release, its publication.

mod publication;

use law::{
    bar::Reason,
    notice::{Audience, Channel, ProofKind},
    release::{GateItem, GateLine, ReleaseActKind, next_act},
};
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{ConsoleField, ReleaseForm},
    views::{NoticeChoice, RecordingLine, ReleaseView, ReleasedView},
};
use texts::{DateWords, DeskWords, LawWords, LibraryWords, ReleaseDeskWords, ReleaseWords, StatusWords};

use super::{
    console_form::{
        ConsoleForm, FieldKind, FormValues, choices, conflict_note, done, field_label, render_form, split_refused,
        tasks, tick,
    },
    letter_preview::LetterState,
    notices::notice_list,
    signed_in,
};
use crate::{
    components::{Banner, Choice, Code, ErrorSummary, Hash, Inset, Layout, Problems, RefusalNotice, Tone},
    context::{load, number, office, previewed, query, refused, visitor},
};

/// The release on a request.
#[component]
pub fn ReleasePage() -> impl IntoView {
    let (lang, office, number) = (visitor().lang, office(), number());
    let staff = signed_in();
    let (form, refusal) = split_refused(refused::<ReleaseForm>());
    let typed = previewed::<ReleaseForm>();
    load(
        async move { office.release_view(&staff?, &number?).await?.ok_or(Refusal::NotFound) },
        move |release| page(lang, &release, form, refusal, typed),
    )
}

fn page(
    lang: Lang,
    release: &ReleaseView,
    form: ReleaseForm,
    refusal: Option<Refusal>,
    previewed: Option<ReleaseForm>,
) -> impl IntoView + use<> {
    let problems = Problems::of(refusal.as_ref());
    let failed = refusal.is_some();
    let path = format!("/staff/requests/{}/release", release.number);
    let looked = previewed.is_some().then(LetterState::found);
    let looked = looked.and_then(|letter| letter.banner(lang));
    let form = match previewed {
        Some(form) => form,
        None if failed => form,
        None => opened(release),
    };
    let possible = possible(release);
    // What was typed stays, also where the law bars the act.
    let typed = failed && (release.may_change || release.may_check);
    let shown = ReleaseActKind::parse(&form.act).filter(|act| typed || possible.contains(act));
    let act_form = shown.map(|act| {
        let form = render_form(
            lang,
            act_form(lang, act, release),
            &FormValues::of(&form),
            &problems,
            &lang.path(&path),
        );
        let note = match act {
            ReleaseActKind::SendAll => Some(view! { <p>{lang.notices_by_hand()}</p> }.into_any()),
            ReleaseActKind::Release => Some(view! { <p>{lang.release_cannot_undo()}</p> }.into_any()),
            ReleaseActKind::Approve | ReleaseActKind::SendBack => Some(publication::proposals(lang, release)),
            ReleaseActKind::Propose => Some(publication::bars(lang, release)),
            _ => None,
        };
        view! { <section id="act"><h2>{lang.desk_act(act)}</h2>{note}{form}</section> }
    });
    let tasks = tasks(lang, &path, &possible, shown);
    let done = done(lang, failed);
    let conflict = conflict_note(lang, release.conflict);
    let title = lang.release_title(release.number.as_str());
    let label = field_label(lang);
    let back = lang.path(&format!("/staff/requests/{}", release.number));
    let request = lang.request_title(release.number.as_str());
    let number = release.number.to_string();
    let gate = gate(lang, release).into_any();
    let recordings = recordings(lang, &release.lines).into_any();
    let notices = notice_list(lang, &release.notices);
    let released = released(lang, release).into_any();
    let library = publication::section(lang, release);
    view! {
        <Layout title=title wide=true failed>
            <ErrorSummary problems label/>
            <RefusalNotice refusal/>
            {looked}
            {done}
            {conflict}
            <p><a href=back>{request}</a></p>
            <h1>{lang.release_heading()}" "<Code text=number small=true/></h1>
            <div class="bwc-desk">
                <div class="bwc-desk-side">{tasks}</div>
                <div class="bwc-desk-main">
                    {act_form}
                    {gate}
                    {recordings}
                    <section><h2>{lang.release_notices()}</h2>{notices}</section>
                    {released}
                    {library}
                </div>
            </div>
        </Layout>
    }
}

/// A form as it is opened: the act that the address names, and what is confirmed already.
fn opened(release: &ReleaseView) -> ReleaseForm {
    let yes = |is: bool| if is { "yes".to_owned() } else { String::new() };
    let mut going = release.released.iter().filter(|one| one.stopped_on.is_none());
    let only = match (going.next(), going.next()) {
        (Some(one), None) => one.id.clone(),
        _ => String::new(),
    };
    let mut waiting = release.publications.iter().filter_map(|one| one.waiting.as_ref());
    let proposed = match (waiting.next(), waiting.next()) {
        (Some(one), None) => one.id.clone(),
        _ => String::new(),
    };
    // A correction begins with the words that are public.
    let public = release.publications.iter().find(|one| one.release == only);
    let public = public.and_then(|one| one.public.clone());
    // What comes next is open at once.
    let act = match query("act") {
        act if act.is_empty() => next_act(&release.checklist)
            .map(|act| act.key().to_owned())
            .unwrap_or_default(),
        act => act,
    };
    let notices = match ReleaseActKind::parse(&act) {
        Some(ReleaseActKind::ReceiveAll) => release.receivable.as_slice(),
        _ => &[],
    };
    ReleaseForm {
        notice: notices.iter().map(|choice| choice.seen.value()).collect(),
        on: office().today().to_string(),
        proof: usual_proof(notices)
            .map(|proof| proof.key().to_owned())
            .unwrap_or_default(),
        act,
        channel: Channel::CertifiedMail.key().to_owned(),
        terms: yes(release.terms_confirmed),
        warned: yes(release.warning_acknowledged),
        release: only,
        publication: proposed,
        audience: Audience::Requester.key().to_owned(),
        title: public.as_ref().map(|one| one.title.clone()).unwrap_or_default(),
        warning: public.map(|one| one.warning).unwrap_or_default(),
        ..ReleaseForm::default()
    }
}

/// What usually proves that letters came, where they all went out in one way that says it.
fn usual_proof(notices: &[NoticeChoice]) -> Option<ProofKind> {
    let all = |sent: Channel| {
        notices
            .iter()
            .all(|one| one.sent.is_some_and(|(channel, _)| channel == sent))
    };
    match notices {
        [] => None,
        _ if all(Channel::CertifiedMail) => Some(ProofKind::CertifiedMail),
        _ if all(Channel::Personal) => Some(ProofKind::Personal),
        _ => None,
    }
}

/// Notices to tick, each with the person, and how and when its letter went out.
fn notice_choices(lang: Lang, notices: &[NoticeChoice]) -> Vec<Choice> {
    let choice = |one: &NoticeChoice| {
        let words = match one.sent {
            Some((channel, on)) => format!("{}: {}, {}", one.pseudonym, lang.channel(channel), lang.day(on)),
            None => one.pseudonym.clone(),
        };
        Choice::new(one.seen.value(), words).hint(lang.notice_kind(one.kind))
    };
    notices.iter().map(choice).collect()
}

/// What the law does not bar now, for those who may release.
fn possible(release: &ReleaseView) -> Vec<ReleaseActKind> {
    let free = |kind: &ReleaseActKind| {
        let may = match kind {
            ReleaseActKind::Approve | ReleaseActKind::SendBack => release.may_check,
            _ => release.may_change,
        };
        may && !(kind.decides() && release.conflict) && release.progress.bar(*kind).is_none()
    };
    ReleaseActKind::ALL.into_iter().filter(free).collect()
}

fn act_form(lang: Lang, act: ReleaseActKind, release: &ReleaseView) -> ConsoleForm {
    match act {
        ReleaseActKind::SendAll => {
            // E-mail goes only to who agreed to it, from the page of their notice (RSMo 432.220.2).
            let mut channels = Channel::ALL.to_vec();
            channels.retain(|channel| *channel != Channel::EmailAgreed);
            let channels = choices(&channels, Channel::key, |one| lang.channel(one));
            let audiences = audiences(lang, !release.progress.private);
            ConsoleForm::new(
                act,
                vec![
                    (ConsoleField::Channel, FieldKind::One(channels)),
                    (ConsoleField::Audience, FieldKind::One(audiences)),
                ],
            )
            .with_letter()
        }
        ReleaseActKind::Plan => ConsoleForm::new(
            act,
            vec![
                (ConsoleField::Terms, tick(lang.release_terms())),
                (ConsoleField::Warned, tick(lang.release_warned())),
            ],
        ),
        ReleaseActKind::ReceiveAll => ConsoleForm::new(
            act,
            vec![
                (
                    ConsoleField::Notice,
                    FieldKind::Many(notice_choices(lang, &release.receivable)),
                ),
                (ConsoleField::On, FieldKind::Day),
                (
                    ConsoleField::Proof,
                    FieldKind::One(choices(&ProofKind::of_office(), ProofKind::key, |one| lang.proof(one))),
                ),
            ],
        ),
        ReleaseActKind::Release => release_form(lang, release),
        ReleaseActKind::Propose => {
            let going = release.released.iter().filter(|one| one.stopped_on.is_none());
            ConsoleForm::new(
                act,
                vec![
                    (
                        ConsoleField::Release,
                        FieldKind::List(going.map(video_name(lang)).collect()),
                    ),
                    (ConsoleField::Title, FieldKind::Line),
                    (ConsoleField::Warning, FieldKind::Text(2)),
                ],
            )
        }
        ReleaseActKind::Approve => ConsoleForm::new(
            act,
            vec![(ConsoleField::Publication, FieldKind::One(publication::waiting(release)))],
        ),
        ReleaseActKind::SendBack => ConsoleForm::new(
            act,
            vec![
                (ConsoleField::Publication, FieldKind::One(publication::waiting(release))),
                (ConsoleField::Reason, FieldKind::Text(2)),
            ],
        ),
        ReleaseActKind::TakeDown => {
            let public = |one: &&ReleasedView| {
                let standing = release.publications.iter().find(|known| known.release == one.id);
                standing.is_some_and(|known| known.public.is_some())
            };
            let public = release.released.iter().filter(public);
            ConsoleForm::new(
                act,
                vec![
                    (
                        ConsoleField::Release,
                        FieldKind::List(public.map(video_name(lang)).collect()),
                    ),
                    (ConsoleField::Reason, FieldKind::Text(2)),
                ],
            )
            .stop()
        }
        ReleaseActKind::Stop => {
            let going = release.released.iter().filter(|one| one.stopped_on.is_none());
            ConsoleForm::new(
                act,
                vec![
                    (
                        ConsoleField::Release,
                        FieldKind::List(going.map(video_name(lang)).collect()),
                    ),
                    (ConsoleField::Reason, FieldKind::Text(2)),
                    (ConsoleField::ToRequester, FieldKind::Text(3)),
                ],
            )
            .stop()
        }
        ReleaseActKind::OpenAll => ConsoleForm::new(act, Vec::new()),
    }
}

/// The release itself; with a look into the court's docket where that is still to be said of somebody.
fn release_form(lang: Lang, release: &ReleaseView) -> ConsoleForm {
    let mut form = ConsoleForm::new(ReleaseActKind::Release, Vec::new());
    if !release.clearable.is_empty() {
        let people: Vec<&str> = release.clearable.iter().map(|one| one.pseudonym.as_str()).collect();
        let checked = Choice::new("yes", lang.release_docket_checked(&people.join(", ")));
        form.fields
            .push((ConsoleField::Checked, FieldKind::Many(vec![checked])));
    }
    let seen = release.clearable.iter().map(|one| one.seen.value());
    seen.fold(form, |form, seen| form.with(ConsoleField::Notice, seen))
        .stop()
        .with_letter()
}

/// What a released video is called where there are several: when it was recorded.
fn recorded_name(lang: Lang, video: &ReleasedView) -> String {
    let time = lang.time_of_day(video.started.time());
    format!("{}, {time}", lang.released_title(video.started.date()))
}

/// A released video in a list: its id, and when it was recorded.
fn video_name(lang: Lang) -> impl Fn(&ReleasedView) -> (String, String) {
    move |one| (one.id.clone(), recorded_name(lang, one))
}

/// The checklist, each line with its mark and with where it is put right.
fn gate(lang: Lang, release: &ReleaseView) -> impl IntoView + use<> {
    let blocked = release.checklist.iter().filter(|line| line.bar().is_some()).count();
    let blocked = blocked + usize::from(release.stage_bar.is_some() && release.released.is_empty());
    let (tone, verdict) = if !release.database.is_empty() {
        (Tone::Stop, lang.release_refused_title().to_owned())
    } else if !release.released.is_empty() {
        (Tone::Open, lang.release_done().to_owned())
    } else if blocked == 0 {
        (Tone::Open, lang.release_free().to_owned())
    } else {
        (Tone::Waiting, lang.release_blocked(blocked))
    };
    let opens = release.opens_on.map(|day| {
        view! { <p><time datetime=day.to_string()>{lang.release_opens(day)}</time></p> }
    });
    let stage = release
        .stage_bar
        .as_ref()
        .filter(|_| release.released.is_empty())
        .map(|bar| {
            let why = lang.bar(bar);
            let act = if bar.reason == Reason::RedactionNotBegun {
                "/act/start_redaction"
            } else {
                ""
            };
            let place = lang.path(&format!("/staff/requests/{}{act}", release.number));
            mark(lang, false, lang.release_stage().to_owned(), Some(why), Some(place)).into_any()
        });
    let lines: Vec<_> = release
        .checklist
        .iter()
        .map(|line| gate_line(lang, line, release).into_any())
        .collect();
    let refused = (!release.database.is_empty()).then(|| {
        let reasons = release
            .database
            .iter()
            .map(|why| view! { <li lang="en">{why.clone()}</li> });
        view! { <p>{lang.release_refused()}</p><ul>{reasons.collect_view()}</ul> }
    });
    let back_dated = back_dated(lang, release);
    view! {
        <section>
            <h2>{lang.release_gate()}</h2>
            <Banner title=verdict tone>{opens}{refused}</Banner>
            {back_dated}
            <p>{lang.release_gate_intro()}</p>
            <ul class="bwc-gate">{stage}{lines}</ul>
        </section>
    }
}

/// Letters that were entered as sent before they were made: whose days rest on one person's word.
fn back_dated(lang: Lang, release: &ReleaseView) -> Option<impl IntoView + use<>> {
    let told: Vec<_> = release
        .notices
        .iter()
        .filter_map(|notice| {
            let (made, sent) = notice.back_dated?;
            let words = lang.notice_back_dated(&notice.pseudonym, made, sent);
            Some(view! { <p data-back-dated=sent.to_string()>{words}</p> })
        })
        .collect();
    (!told.is_empty()).then(|| view! { <Banner title=lang.notices_back_dated() tone=Tone::Waiting>{told}</Banner> })
}

fn gate_line(lang: Lang, line: &GateLine, release: &ReleaseView) -> impl IntoView + use<> {
    let name = |id: &str| release.recordings.get(id).cloned().unwrap_or_default();
    let why = line.bar().map(|bar| lang.notice_bar(bar));
    let place = why.as_ref().and_then(|_| place(lang, &line.what, release));
    mark(
        lang,
        line.bar().is_none(),
        lang.gate_item(&line.what, &name),
        why,
        place,
    )
}

/// A line with a word, a shape and a color.
fn mark(lang: Lang, ok: bool, what: String, why: Option<String>, place: Option<String>) -> impl IntoView + use<> {
    let words = if ok { lang.gate_ok() } else { lang.gate_open() };
    let class = if ok {
        "bwc-gate-line"
    } else {
        "bwc-gate-line bwc-gate-line--open"
    };
    let what = match place {
        Some(href) => view! { <a href=href>{what}</a> }.into_any(),
        None => view! { <span>{what}</span> }.into_any(),
    };
    let why = why.map(|why| view! { <p class="bwc-gate-why">{why}</p> });
    view! {
        <li class=class data-gate=if ok { "ok" } else { "open" }>
            <span class="bwc-gate-mark">{words}</span>
            <div>{what}{why}</div>
        </li>
    }
}

/// Where a line is put right.
fn place(lang: Lang, what: &GateItem, release: &ReleaseView) -> Option<String> {
    let recording = |id: &str, page: &str| Some(lang.path(&format!("/staff/recordings/{id}{page}")));
    match what {
        GateItem::Footage { recording: id } => recording(id, "?act=status#act"),
        GateItem::PeopleLog { recording: id }
        | GateItem::NextOfKin { recording: id }
        | GateItem::Viewing { recording: id }
        | GateItem::FreedByTwo { recording: id } => recording(id, "/people"),
        GateItem::Restraints { .. } | GateItem::PublicTerms { .. } => Some(lang.path("/staff/orders")),
        GateItem::Copy { recording: id } | GateItem::Approval { recording: id } => recording(id, "/files"),
        GateItem::Notice {
            recording: id,
            pseudonym,
            kind,
        }
        | GateItem::Promises {
            recording: id,
            pseudonym,
            kind,
        }
        | GateItem::Audience {
            recording: id,
            pseudonym,
            kind,
        } => {
            let source = release.recordings.get(id);
            let found = release
                .notices
                .iter()
                .find(|line| line.pseudonym == *pseudonym && line.kind == *kind && source == Some(&line.source_id));
            match found {
                Some(line) => Some(lang.path(&format!("/staff/notices/{}", line.id))),
                None => recording(id, "/people"),
            }
        }
        GateItem::Terms | GateItem::Warning => {
            Some(lang.path(&format!("/staff/requests/{}/release?act=plan#act", release.number)))
        }
        GateItem::Cleared { recording: id } => recording(id, ""),
        GateItem::Fee | GateItem::Chosen | GateItem::PublicTrack | GateItem::Going => {
            Some(lang.path(&format!("/staff/requests/{}", release.number)))
        }
    }
}

fn recordings(lang: Lang, lines: &[RecordingLine]) -> impl IntoView + use<> {
    let items: Vec<_> = lines
        .iter()
        .map(|line| {
            let at = |page: &str| lang.path(&format!("/staff/recordings/{}{page}", line.id));
            view! {
                <li>
                    <a href=at("")>{lang.recording_title(&line.source_id)}</a>
                    ": "<a href=at("/people")>{lang.release_people()}</a>
                    ", "<a href=at("/files")>{lang.release_files()}</a>
                </li>
            }
        })
        .collect();
    let list = if items.is_empty() {
        view! { <Inset><p>{lang.linked_none()}</p></Inset> }.into_any()
    } else {
        view! { <ul>{items}</ul> }.into_any()
    };
    view! { <section><h2>{lang.release_recordings()}</h2>{list}</section> }
}

/// To whom letters may say that the recording is to be shown.
pub(super) fn audiences(lang: Lang, public: bool) -> Vec<Choice> {
    let mut all = Audience::ALL.to_vec();
    all.retain(|audience| public || *audience == Audience::Requester);
    choices(&all, Audience::key, |one| lang.audience(one))
}

fn released(lang: Lang, release: &ReleaseView) -> impl IntoView + use<> {
    let items: Vec<_> = release
        .released
        .iter()
        .map(|video| {
            let stopped = video
                .stopped_on
                .map(|day| view! { <br/><strong>{lang.delivered_stopped(day)}</strong> });
            view! {
                <li>
                    {lang.day(video.on)}": "{lang.released_title(video.started.date())}", "
                    {lang.released_withheld()}": "{lang.released_seconds(video.seconds_withheld)}<br/>
                    <Hash sha256=video.sha256.clone()/>
                    {stopped}
                </li>
            }
        })
        .collect();
    let list = if items.is_empty() {
        view! { <p class="bwc-soft">{lang.release_done_none()}</p> }.into_any()
    } else {
        view! { <ul>{items}</ul> }.into_any()
    };
    view! { <section id="released"><h2>{lang.release_done()}</h2>{list}</section> }
}
