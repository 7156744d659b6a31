//! The forms of the acts on a notice: which can be sent now, and what each asks for.

use law::{
    notice::{Action, Channel, NoticeActKind, ProofKind},
    objection::{AnswerKind, Ground, Relief},
    person::Receiver,
};
use office::{Lang, forms::ConsoleField, views::NoticeView};
use texts::{CommonWords, DateWords, DeskWords, NoticeWords, ObjectionWords, ProposalWords, ReleaseWords};

use crate::{
    components::Choice,
    pages::staff::{
        console_form::{ConsoleForm, FieldKind, choices, tick},
        release::audiences,
    },
};

/// What the law does not bar now, and is not for a colleague of whoever is on the recording.
pub fn possible(notice: &NoticeView) -> Vec<NoticeActKind> {
    let free = |kind: &NoticeActKind| {
        !(kind.decides() && notice.conflict) && notice.notice.bar(*kind, &notice.person, notice.today).is_none()
    };
    NoticeActKind::ALL.into_iter().filter(free).collect()
}

/// The form of an act.
pub fn act_form(lang: Lang, act: NoticeActKind, notice: &NoticeView) -> ConsoleForm {
    let receivers = || choices(&notice.receivers, Receiver::key, |receiver| lang.receiver(receiver));
    let mut channels = Channel::ALL.to_vec();
    channels.retain(|channel| *channel != Channel::EmailAgreed || notice.email_agreed);
    let audience = || {
        let choices = audiences(lang, notice.public_track);
        (ConsoleField::Audience, FieldKind::One(choices))
    };
    let day = (ConsoleField::On, FieldKind::Day);
    let fields = match act {
        NoticeActKind::Send => vec![
            day,
            (
                ConsoleField::Channel,
                FieldKind::One(choices(&channels, Channel::key, |one| lang.channel(one))),
            ),
            (ConsoleField::To, FieldKind::One(receivers())),
            audience(),
        ],
        NoticeActKind::Receive => vec![
            day,
            (
                ConsoleField::Proof,
                FieldKind::One(choices(&ProofKind::of_office(), ProofKind::key, |one| lang.proof(one))),
            ),
            (ConsoleField::Papers, FieldKind::Files),
        ],
        NoticeActKind::Search => vec![day, (ConsoleField::How, FieldKind::Text(2))],
        NoticeActKind::Consent => vec![
            day,
            (ConsoleField::To, FieldKind::One(receivers())),
            audience(),
            (ConsoleField::Identity, tick(lang.identity_verified())),
        ],
        NoticeActKind::Exempt | NoticeActKind::TakeBack => Vec::new(),
        NoticeActKind::Object => {
            let mut fields = vec![day, (ConsoleField::Relief, FieldKind::One(reliefs(lang)))];
            fields.extend(asks(lang));
            fields.push((
                ConsoleField::Grounds,
                FieldKind::Many(choices(&Ground::ALL, Ground::key, |one| lang.objection_ground(one))),
            ));
            fields.push((ConsoleField::Capacity, FieldKind::One(receivers())));
            fields.push((ConsoleField::Words, FieldKind::Text(4)));
            fields.push((ConsoleField::Reply, FieldKind::Text(2)));
            fields.push((
                ConsoleField::Language,
                FieldKind::One(choices(&Lang::ALL, Lang::key, Lang::language)),
            ));
            fields.push((ConsoleField::Papers, FieldKind::Files));
            fields
        }
        NoticeActKind::Reject => vec![(ConsoleField::Action, FieldKind::One(running(lang, notice))), day],
        NoticeActKind::Answer => {
            let mut fields = vec![
                (ConsoleField::Objection, FieldKind::One(open_objections(lang, notice))),
                day,
                (
                    ConsoleField::Answer,
                    FieldKind::One(choices(&AnswerKind::ALL, AnswerKind::key, |one| lang.answer_kind(one))),
                ),
            ];
            fields.extend(asks(lang));
            fields.push((ConsoleField::Reasons, FieldKind::Text(4)));
            fields
        }
        NoticeActKind::Action => vec![
            (ConsoleField::Action, FieldKind::One(actions(lang, notice))),
            (ConsoleField::Court, FieldKind::Line),
            (ConsoleField::Filed, FieldKind::Day),
            (ConsoleField::Served, FieldKind::Day),
        ],
        NoticeActKind::Decide => vec![
            (ConsoleField::Action, FieldKind::One(actions(lang, notice))),
            day,
            (ConsoleField::Decision, FieldKind::One(decisions(lang))),
            (ConsoleField::Cut, FieldKind::Line),
            (ConsoleField::Until, FieldKind::Day),
            (ConsoleField::Ends, tick(lang.action_ended())),
        ],
        NoticeActKind::TakeBackDecision => vec![
            (ConsoleField::Decision, FieldKind::One(heeded(lang, notice))),
            (ConsoleField::Reason, FieldKind::Text(2)),
        ],
        NoticeActKind::Return
        | NoticeActKind::Unlocated
        | NoticeActKind::RedactOut
        | NoticeActKind::Clear
        | NoticeActKind::Talk => vec![day],
    };
    ConsoleForm::new(act, fields)
}

fn reliefs(lang: Lang) -> Vec<Choice> {
    vec![
        Choice::new("whole", lang.objection_whole()),
        Choice::new("part", lang.objection_part()),
    ]
}

fn asks(lang: Lang) -> Vec<(ConsoleField, FieldKind)> {
    let asks = vec![
        Choice::new("blur_me", lang.objection_blur(None)),
        Choice::new("mute_me", lang.objection_mute(None)),
        Choice::new("cut", lang.objection_cut_ask()),
        Choice::new("wait_until", lang.objection_wait_ask()),
    ];
    vec![
        (ConsoleField::Asks, FieldKind::Many(asks)),
        (ConsoleField::Cut, FieldKind::Line),
        (ConsoleField::WaitUntil, FieldKind::Day),
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

/// Decisions that nobody has taken back, by their places.
fn heeded(lang: Lang, notice: &NoticeView) -> Vec<Choice> {
    let orders = notice.notice.orders.iter().enumerate();
    let heeded = orders.filter(|(_, order)| order.is_heeded());
    heeded
        .map(|(at, order)| Choice::new(at.to_string(), lang.decision_entered(order)))
        .collect()
}

fn choice(lang: Lang, action: &Action) -> Choice {
    let filed = action.filed.map(|day| lang.day(day)).unwrap_or_default();
    Choice::new(action.id.clone(), format!("{} {filed}", action.court))
}

/// So many characters of an objection's words are shown to know it again.
const BEGINS: usize = 120;

fn open_objections(lang: Lang, notice: &NoticeView) -> Vec<Choice> {
    let numbered = notice.objections.iter().zip(1_usize..);
    let open = numbered.filter(|(view, _)| view.objection.answer.is_none());
    open.map(|(view, no)| {
        let received = lang.notice_objected_on(view.objection.received, view.objection.late);
        // Two of one day are told apart by their number, and by what they ask for.
        let asks = match &view.objection.relief {
            Relief::Whole => lang.notice_asks_whole().to_owned(),
            Relief::Part { asks } => asks.iter().map(|ask| lang.ask(ask)).collect::<Vec<_>>().join("; "),
        };
        let number = lang.objection_number(no);
        // Whoever answers knows it again by how it begins.
        let begins: String = view.words.chars().take(BEGINS).collect();
        let begins = if begins.len() < view.words.len() {
            format!("{begins}…")
        } else {
            begins
        };
        Choice::new(view.objection.id.clone(), format!("{number} {received}: {asks}")).hint(begins)
    })
    .collect()
}
