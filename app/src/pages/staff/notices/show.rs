//! One notice: where it stands, its letters, what can be done.

use law::{
    Date,
    notice::{Action, Channel, NoticeStateKind, ProofKind},
    objection::{AnswerKind, Ground, Relief},
    person::Receiver,
};
use leptos::prelude::*;
use office::{Lang, Refusal, forms::NoticeForm, views::NoticeView};
use texts::{CommonWords, DateWords, DeskWords, NoticeWords, ReleaseDeskWords, ReleaseWords};

use super::{letters::document, signed_in};
use crate::{
    components::{
        Choice, ClockWork, ErrorSummary, Layout, ObjectionItem, Problems, RefusalNotice, Timeline, TimelineLine,
    },
    context::{load, office, param, query, refused, visitor},
    pages::staff::{
        console_form::{
            ConsoleForm, FieldKind, FormValues, choices, done, facts, render_form, split_refused, tasks, tick,
        },
        recordings::history,
    },
};

/// A notice.
#[component]
pub fn NoticePage() -> impl IntoView {
    let (lang, office, id) = (visitor().lang, office(), param("id"));
    let staff = signed_in();
    let (form, refusal) = split_refused(refused::<NoticeForm>());
    let key = office.submission_key();
    let court = office.profile().court.clone();
    load(
        async move { office.notice(&staff?, &id).await?.ok_or(Refusal::NotFound) },
        move |notice| {
            let form = if refusal.is_none() {
                opened(&notice, key, court)
            } else {
                form
            };
            page(lang, &notice, &form, refusal)
        },
    )
}

fn opened(notice: &NoticeView, key: String, court: String) -> NoticeForm {
    let usual = notice.receivers.first().map(|receiver| receiver.key().to_owned());
    NoticeForm {
        act: query("act"),
        key,
        court,
        on: notice.today.to_string(),
        to: usual.clone().unwrap_or_default(),
        capacity: usual.unwrap_or_default(),
        channel: Channel::CertifiedMail.key().to_owned(),
        language: Lang::En.key().to_owned(),
        objection: only_open(notice),
        ..NoticeForm::default()
    }
}

/// The objection that waits, where it is one.
fn only_open(notice: &NoticeView) -> String {
    let mut open = notice.objections.iter().filter(|view| view.objection.answer.is_none());
    match (open.next(), open.next()) {
        (Some(one), None) => one.objection.id.clone(),
        _ => String::new(),
    }
}

fn page(lang: Lang, notice: &NoticeView, form: &NoticeForm, refusal: Option<Refusal>) -> impl IntoView + use<> {
    let problems = Problems::of(refusal.as_ref());
    let failed = refusal.is_some();
    let path = format!("/staff/notices/{}", notice.line.id);
    let possible = possible(notice);
    let shown = possible.iter().copied().find(|act| *act == form.act);
    let shown = shown.or_else(|| ALL.into_iter().find(|act| failed && *act == form.act));
    let act_form = shown.filter(|_| notice.may_change).map(|act| {
        let act_form = act_form(lang, act, notice)
            .with("version", notice.version.to_string())
            .with("key", form.key.clone());
        let form = render_form(lang, act_form, &FormValues::of(form), &problems, &lang.path(&path));
        view! { <section id="act"><h2>{lang.desk_act(act)}</h2>{form}</section> }
    });
    let tasks = notice
        .may_change
        .then(|| tasks(lang, &path, &possible, shown.unwrap_or_default()));
    let done = done(lang, failed);
    let title = lang.notice_page_title(&notice.person.pseudonym);
    let label = move |name: &str| lang.desk_field(name).to_owned();
    let stands = stands(lang, notice).into_any();
    let objections = objections(lang, notice).into_any();
    // Whoever answers reads first what is answered.
    let (before, after) = if shown == Some("answer") {
        (Some(objections), None)
    } else {
        (None, Some(objections))
    };
    let letters = letters(lang, notice).into_any();
    let history = history(lang, &notice.entries);
    view! {
        <Layout title=title.clone() wide=true failed>
            <ErrorSummary problems label/>
            <RefusalNotice refusal/>
            {done}
            <p><a href=lang.path("/staff/notices")>{lang.notices_title()}</a></p>
            <h1>{title}</h1>
            <div class="bwc-desk">
                <div class="bwc-desk-side">{tasks}</div>
                <div class="bwc-desk-main">
                    {before}
                    {act_form}
                    {stands}
                    {after}
                    {letters}
                    {history}
                </div>
            </div>
        </Layout>
    }
}

const ALL: [&str; 15] = [
    "send",
    "receive",
    "return",
    "search",
    "unlocated",
    "object",
    "answer",
    "clear",
    "consent",
    "redact_out",
    "exempt",
    "action",
    "reject",
    "decide",
    "take_back",
];

/// What follows from the state; the law has the last word.
fn possible(notice: &NoticeView) -> Vec<&'static str> {
    use NoticeStateKind as State;
    let state = notice.line.state;
    let open = notice.objections.iter().any(|view| view.objection.answer.is_none());
    let fits = |act: &&'static str| match *act {
        "send" => matches!(state, State::Identified | State::Sent | State::Unlocated),
        "receive" | "return" => matches!(state, State::Sent | State::WindowOpen | State::Objected),
        "search" | "unlocated" => matches!(state, State::Identified | State::Unlocated),
        "answer" => open,
        "reject" => notice.notice.actions.iter().any(Action::runs),
        "clear" => matches!(state, State::WindowOpen | State::Objected),
        "exempt" => notice.person.police_affiliated && state != State::Exempt,
        "take_back" => matches!(
            state,
            State::Exempt | State::RedactedOut | State::Consented | State::Unlocated
        ),
        "consent" | "redact_out" => !matches!(state, State::Exempt | State::Consented | State::RedactedOut),
        _ => true,
    };
    ALL.into_iter().filter(fits).collect()
}

fn act_form(lang: Lang, act: &'static str, notice: &NoticeView) -> ConsoleForm {
    let receivers = || choices(&notice.receivers, Receiver::key, |receiver| lang.receiver(receiver));
    let day = ("on", FieldKind::Day);
    let fields = match act {
        "send" => vec![
            day,
            (
                "channel",
                FieldKind::One(choices(&Channel::ALL, Channel::key, |one| lang.channel(one))),
            ),
            ("to", FieldKind::One(receivers())),
        ],
        "receive" => vec![
            day,
            (
                "proof",
                FieldKind::One(choices(&ProofKind::ALL, ProofKind::key, |one| lang.proof(one))),
            ),
        ],
        "search" => vec![day, ("how", FieldKind::Text(2))],
        "consent" => vec![
            day,
            ("to", FieldKind::One(receivers())),
            ("identity", tick(lang.identity_verified())),
        ],
        "exempt" | "take_back" => Vec::new(),
        "object" => {
            let mut fields = vec![day, ("relief", FieldKind::One(reliefs(lang)))];
            fields.extend(asks(lang));
            fields.push((
                "grounds",
                FieldKind::Many(choices(&Ground::ALL, Ground::key, |one| lang.objection_ground(one))),
            ));
            fields.push(("capacity", FieldKind::One(receivers())));
            fields.push(("words", FieldKind::Text(4)));
            fields.push(("reply", FieldKind::Text(2)));
            fields.push((
                "language",
                FieldKind::One(choices(&Lang::ALL, Lang::key, Lang::language)),
            ));
            fields.push(("papers", FieldKind::Files));
            fields
        }
        "reject" => vec![("action", FieldKind::One(running(lang, notice))), day],
        "answer" => {
            let mut fields = vec![
                ("objection", FieldKind::One(open_objections(lang, notice))),
                day,
                (
                    "answer",
                    FieldKind::One(choices(&AnswerKind::ALL, AnswerKind::key, |one| lang.answer_kind(one))),
                ),
            ];
            fields.extend(asks(lang));
            fields.push(("reasons", FieldKind::Text(4)));
            fields
        }
        "action" => vec![
            ("action", FieldKind::One(actions(lang, notice))),
            ("court", FieldKind::Line),
            ("filed", FieldKind::Day),
            ("served", FieldKind::Day),
        ],
        "decide" => vec![
            ("action", FieldKind::One(actions(lang, notice))),
            day,
            ("decision", FieldKind::One(decisions(lang))),
            ("cut", FieldKind::Line),
            ("until", FieldKind::Day),
            ("ends", tick(lang.action_ended())),
        ],
        _ => vec![day],
    };
    ConsoleForm::new(act, fields)
}

fn reliefs(lang: Lang) -> Vec<Choice> {
    vec![
        Choice::new("whole", lang.objection_whole()),
        Choice::new("part", lang.objection_part()),
    ]
}

fn asks(lang: Lang) -> Vec<(&'static str, FieldKind)> {
    let asks = vec![
        Choice::new("blur_me", lang.objection_blur()),
        Choice::new("mute_me", lang.objection_mute()),
        Choice::new("cut", lang.objection_cut_ask()),
        Choice::new("wait_until", lang.objection_wait_ask()),
    ];
    vec![
        ("asks", FieldKind::Many(asks)),
        ("cut", FieldKind::Line),
        ("wait_until", FieldKind::Day),
    ]
}

fn decisions(lang: Lang) -> Vec<Choice> {
    vec![
        Choice::new("freed", lang.decision_freed()),
        Choice::new("enjoin_all", lang.decision_all()),
        Choice::new("enjoin_part", lang.decision_part()),
    ]
}

fn actions(lang: Lang, notice: &NoticeView) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", lang.action_new())];
    choices.extend(notice.notice.actions.iter().map(|action| choice(lang, action)));
    choices
}

fn running(lang: Lang, notice: &NoticeView) -> Vec<Choice> {
    let running = notice.notice.actions.iter().filter(|action| action.runs());
    running.map(|action| choice(lang, action)).collect()
}

fn choice(lang: Lang, action: &Action) -> Choice {
    let filed = action.filed.map(|day| lang.day(day)).unwrap_or_default();
    Choice::new(action.id.clone(), format!("{} {filed}", action.court))
}

fn open_objections(lang: Lang, notice: &NoticeView) -> Vec<Choice> {
    let open = notice.objections.iter().filter(|view| view.objection.answer.is_none());
    open.map(|view| {
        let received = lang.notice_objected_on(view.objection.received, view.objection.late);
        // Two of one day are told apart by what they ask for.
        let asks = match &view.objection.relief {
            Relief::Whole => lang.notice_asks_whole().to_owned(),
            Relief::Part { asks } => asks.iter().map(|ask| lang.ask(ask)).collect::<Vec<_>>().join("; "),
        };
        Choice::new(view.objection.id.clone(), format!("{received}: {asks}"))
    })
    .collect()
}

fn stands(lang: Lang, notice: &NoticeView) -> impl IntoView + use<> {
    let verdict = match &notice.bar {
        Some(bar) => lang.notice_bar(bar),
        None => lang.notice_free().to_owned(),
    };
    let clock = notice.line.kind.clock().key();
    let last_day = notice.line.last_day.map(|last| {
        let label = lang.desk_field("last_day");
        view! { <p class="bwc-notice-last">{label}": "<time datetime=last.to_string() data-clock=clock>{lang.day(last)}</time></p> }
    });
    let work = notice.deadline.clone().map(|deadline| view! { <ClockWork deadline/> });
    let person = lang.path(&format!("/staff/people/{}", notice.person_id));
    let recording = lang.path(&format!("/staff/recordings/{}", notice.recording_id));
    let release = lang.path(&format!("/staff/requests/{}/release", notice.line.number));
    let attempts: Vec<TimelineLine> = notice
        .notice
        .attempts
        .iter()
        .map(|attempt| TimelineLine {
            on: attempt.on(),
            by: String::new(),
            what: lang.attempt(attempt),
        })
        .collect();
    let attempts = (!attempts.is_empty())
        .then(|| view! { <section><h2>{lang.notice_attempts()}</h2><Timeline lines=attempts/></section> });
    let actions: Vec<_> = notice
        .notice
        .actions
        .iter()
        .map(|action| {
            let said = |name: &'static str, on: Option<Date>| {
                on.map(|on| format!(" {}: {}.", lang.desk_field(name), lang.day(on)))
                    .unwrap_or_default()
            };
            let rejected = action.rejected.map(|_| format!(" {}.", lang.desk_act("reject")));
            let text = format!(
                "{}.{}{}{}",
                action.court,
                said("filed", action.filed),
                said("served", action.served),
                rejected.unwrap_or_default()
            );
            view! { <li>{text}</li> }
        })
        .collect();
    let actions =
        (!actions.is_empty()).then(|| view! { <section><h2>{lang.notice_actions()}</h2><ul>{actions}</ul></section> });
    let rows = vec![
        (lang.col_notice_kind(), lang.notice_kind(notice.line.kind).to_owned()),
        (lang.col_notice_state(), lang.notice_state(notice.line.state).to_owned()),
        (lang.desk_field("seen"), notice.person.seen.to_string()),
        (lang.desk_field("heard"), notice.person.heard.to_string()),
    ];
    view! {
        <section data-status=notice.line.state.key()>
            <h2>{lang.col_notice_state()}</h2>
            <p><strong>{verdict}</strong></p>
            {last_day}
            {work}
            {facts(rows)}
            <ul>
                <li><a href=person>{notice.person.pseudonym.clone()}</a></li>
                <li><a href=recording>{lang.recording_title(&notice.line.source_id)}</a></li>
                <li><a href=release>{lang.release_title(notice.line.number.as_str())}</a></li>
            </ul>
        </section>
        {attempts}
        {actions}
    }
}

fn objections(lang: Lang, notice: &NoticeView) -> impl IntoView + use<> {
    let items: Vec<_> = notice
        .objections
        .iter()
        .map(|view| {
            let papers: Vec<_> = view
                .papers
                .iter()
                .map(|paper| {
                    let href = format!("/staff/files/{}?download", paper.sha256);
                    view! { <li><a href=href>{paper.name.clone()}</a></li> }
                })
                .collect();
            let reply = view.reply.clone();
            view! { <ObjectionItem of=view.clone()/> <p class="bwc-soft">{reply}</p><ul>{papers}</ul> }
        })
        .collect();
    (!items.is_empty())
        .then(|| view! { <section><h2>{lang.notice_objections()}</h2><ul class="bwc-notice-objections">{items}</ul></section> })
}

fn letters(lang: Lang, notice: &NoticeView) -> impl IntoView + use<> {
    let items: Vec<_> = notice
        .letters
        .iter()
        .map(|letter| {
            let sent = lang.letter_sent(letter.sent_on, &letter.sha256);
            let shown = letter.document.clone().map(document);
            view! { <details class="bwc-letters-kept"><summary class="bwc-long">{sent}</summary>{shown}</details> }
        })
        .collect();
    (!items.is_empty()).then(|| view! { <section><h2>{lang.notice_letters()}</h2>{items}</section> })
}
