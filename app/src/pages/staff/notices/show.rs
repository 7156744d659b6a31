//! One notice: where it stands, its letters, what can be done.

use law::{
    Date,
    notice::{Audience, Channel, NoticeActKind},
    person::Receiver,
};
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{ConsoleField, NoticeForm},
    views::{MailLine, NoteSubject, Notes, NoticeView},
};
use texts::{
    CapacityWords, CommonWords, DateWords, DeskWords, LetterDeskWords, ObjectionWords, PaperWords, ProposalWords,
    ReleaseDeskWords, ReleaseWords, ViewingWords, WishWords,
};

use super::{
    act_form::{act_form, possible},
    letters::document,
    signed_in,
};
use crate::{
    components::{
        ClockWork, ErrorSummary, Layout, ObjectionItem, PaperList, PaperReader, Problems, RefusalNotice, Timeline,
        TimelineLine,
    },
    context::{load, office, param, previewed, query, refused, visitor},
    pages::staff::{
        console_form::{FormValues, conflict_note, done, facts, field_label, render_form, split_refused, tasks},
        letter_preview::LetterState,
        mail::mail_table,
        notes::{NotesPart, note_done, notes_for},
        proposals::waiting_note,
        recordings::history,
    },
};

/// A notice.
#[component]
pub fn NoticePage() -> impl IntoView {
    let (lang, office, id) = (visitor().lang, office(), param("id"));
    let staff = signed_in();
    let (form, refusal) = split_refused(refused::<NoticeForm>());
    let typed = previewed::<NoticeForm>();
    let court = office.profile().court.clone();
    load(
        async move {
            let staff = staff?;
            let notice = office.notice(&staff, &id).await?.ok_or(Refusal::NotFound)?;
            let mails = office.mails_of_notice(&staff, &id).await?.mails;
            let notes = notes_for(&*office, &staff, NoteSubject::Notice(id)).await?;
            Ok((notice, mails, notes))
        },
        move |(notice, mails, notes)| {
            let form = match typed {
                Some(form) => form,
                None if refusal.is_none() => opened(&notice, court),
                None => form,
            };
            page(lang, &notice, &mails, notes, &form, refusal)
        },
    )
}

fn opened(notice: &NoticeView, court: String) -> NoticeForm {
    let usual = notice.receivers.first().map(|receiver| receiver.key().to_owned());
    NoticeForm {
        act: query("act"),
        court,
        on: notice.today.to_string(),
        to: usual.clone().unwrap_or_default(),
        capacity: usual.unwrap_or_default(),
        channel: Channel::CertifiedMail.key().to_owned(),
        audience: Audience::Requester.key().to_owned(),
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

fn page(
    lang: Lang,
    notice: &NoticeView,
    mails: &[MailLine],
    notes: Option<Notes>,
    form: &NoticeForm,
    refusal: Option<Refusal>,
) -> impl IntoView + use<> {
    let problems = Problems::of(refusal.as_ref());
    let failed = refusal.is_some();
    let path = format!("/staff/notices/{}", notice.line.id);
    let possible = possible(notice);
    let shown = NoticeActKind::parse(&form.act).filter(|act| failed || possible.contains(act));
    let act_form = shown.filter(|_| notice.may_change).map(|act| {
        let act_form = act_form(lang, act, notice).of_version(notice.version);
        let sends = matches!(act, NoticeActKind::Send | NoticeActKind::Answer);
        let act_form = if sends { act_form.with_letter() } else { act_form };
        let form = render_form(lang, act_form, &FormValues::of(form), &problems, &lang.path(&path));
        view! { <section id="act"><h2>{lang.desk_act(act)}</h2>{form}</section> }
    });
    let tasks = notice.may_change.then(|| tasks(lang, &path, &possible, shown));
    let looked = LetterState::found().banner(lang);
    let done = done(lang, failed);
    let conflict = conflict_note(lang, notice.conflict);
    let waiting = waiting_note(lang, notice.waiting.as_ref());
    let title = lang.notice_page_title(&notice.person.pseudonym);
    let label = field_label(lang);
    let stands = notice_status(lang, notice).into_any();
    let objections = objections(lang, notice).into_any();
    // Whoever answers reads first what is answered.
    let (before, after) = if shown == Some(NoticeActKind::Answer) {
        (Some(objections), None)
    } else {
        (None, Some(objections))
    };
    let wishes = wishes(lang, notice);
    let letters = letters(lang, notice).into_any();
    let mails = mail_table(lang, lang.letters_mailed(), mails);
    let history = history(lang, &notice.entries);
    view! {
        <Layout title=title.clone() wide=true failed>
            <ErrorSummary problems label/>
            <RefusalNotice refusal/>
            {looked}
            {done}
            {conflict}
            {note_done()}
            {waiting}
            <p><a href=lang.path("/staff/notices")>{lang.notices_title()}</a></p>
            <h1>{title}</h1>
            <div class="bwc-desk">
                <div class="bwc-desk-side">{tasks}</div>
                <div class="bwc-desk-main">
                    {before}
                    {act_form}
                    {stands}
                    {wishes}
                    {after}
                    {letters}
                    {mails}
                    {notes.map(|notes| view! { <NotesPart notes/> })}
                    {history}
                </div>
            </div>
        </Layout>
    }
}

/// What the person told about consent; nothing where they did not.
fn wishes(lang: Lang, notice: &NoticeView) -> Option<AnyView> {
    let items: Vec<_> = notice
        .wishes
        .iter()
        .map(|wish| {
            let became = wish
                .heard_on
                .map_or_else(|| lang.wish_desk_waits().to_owned(), |on| lang.wish_desk_heard(on));
            let rows = facts(vec![
                (lang.objection_row_capacity(), lang.receiver(wish.capacity).to_owned()),
                (lang.wish_desk_reach(), wish.reach.clone()),
                (lang.objection_row_words(), wish.words.clone()),
                (lang.wish_desk_language(), wish.lang.language().to_owned()),
            ]);
            let title = format!("{}: {}", lang.wish_desk_on(wish.on), lang.wish_kind(wish.kind));
            let unproven = unproven(lang, notice, wish.capacity);
            view! { <li><p><strong>{title}</strong></p><p>{became}"."</p>{unproven}{rows}</li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <section id="wishes">
                <h2>{lang.wishes_desk()}</h2>
                <p>{lang.wishes_desk_lead()}</p>
                <ul class="bwc-notice-objections">{items}</ul>
            </section>
        }
        .into_any()
    })
}

/// That nobody has verified the capacity in which somebody wrote, with the way to do it.
fn unproven(lang: Lang, notice: &NoticeView, capacity: Receiver) -> Option<AnyView> {
    let href = lang.path(&format!("/staff/people/{}/capacities", notice.person_id));
    (!law::capacity::is_proven(capacity, &notice.capacities, notice.today)).then(|| {
        view! {
            <p data-unproven=capacity.key()>
                {lang.capacity_notice_unproven()}" "<a href=href>{lang.capacities_link()}</a>
            </p>
        }
        .into_any()
    })
}

fn notice_status(lang: Lang, notice: &NoticeView) -> impl IntoView + use<> {
    let verdict = match &notice.bar {
        Some(bar) => lang.notice_bar(bar),
        None => lang.notice_free().to_owned(),
    };
    let clock = notice.line.kind.clock().key();
    let last_day = notice.line.last_day.map(|last| {
        let label = lang.desk_field(ConsoleField::LastDay);
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
    let proofs = (!notice.proofs.is_empty()).then(|| {
        let papers = notice.proofs.clone();
        view! { <section id="proofs"><h2>{lang.papers_of_receipt()}</h2><PaperList papers reader=PaperReader::Staff/></section> }
    });
    let actions: Vec<_> = notice
        .notice
        .actions
        .iter()
        .map(|action| {
            let said = |field: ConsoleField, on: Option<Date>| {
                on.map(|on| format!(" {}: {}.", lang.desk_field(field), lang.day(on)))
                    .unwrap_or_default()
            };
            let rejected = action
                .rejected
                .map(|_| format!(" {}.", lang.desk_act(NoticeActKind::Reject)));
            let text = format!(
                "{}.{}{}{}",
                action.court,
                said(ConsoleField::Filed, action.filed),
                said(ConsoleField::Served, action.served),
                rejected.unwrap_or_default()
            );
            view! { <li>{text}</li> }
        })
        .collect();
    let actions =
        (!actions.is_empty()).then(|| view! { <section><h2>{lang.notice_actions()}</h2><ul>{actions}</ul></section> });
    let decisions: Vec<_> = notice
        .notice
        .orders
        .iter()
        .map(|order| view! { <li>{lang.decision_entered(order)}</li> })
        .collect();
    let decisions = (!decisions.is_empty())
        .then(|| view! { <section><h2>{lang.notice_decisions()}</h2><ul>{decisions}</ul></section> });
    let rows = vec![
        (lang.col_notice_kind(), lang.notice_kind(notice.line.kind).to_owned()),
        (
            lang.col_notice_state(),
            lang.notice_state(notice.line.state, notice.line.over(notice.today))
                .to_owned(),
        ),
        (
            lang.desk_field(ConsoleField::Audience),
            lang.audience(notice.notice.named_audience()).to_owned(),
        ),
        (lang.desk_field(ConsoleField::Seen), notice.person.seen.to_string()),
        (lang.desk_field(ConsoleField::Heard), notice.person.heard.to_string()),
    ];
    let back_dated = notice.line.back_dated.map(|(made, sent)| {
        let words = lang.notice_back_dated(&notice.line.pseudonym, made, sent);
        view! { <p data-back-dated=sent.to_string()>{words}</p> }
    });
    view! {
        <section data-status=notice.line.state.key()>
            <h2>{lang.col_notice_state()}</h2>
            <p><strong>{verdict}</strong></p>
            {back_dated}
            {last_day}
            {work}
            {facts(rows)}
            <ul>
                <li><a href=person.clone()>{notice.person.pseudonym.clone()}</a></li>
                <li><a href=format!("{person}/capacities")>{lang.capacities_link()}</a></li>
                <li><a href=lang.path(&format!("/staff/notices/{}/viewing", notice.line.id))>{lang.viewing_link()}</a></li>
                <li><a href=recording>{lang.recording_title(&notice.line.source_id)}</a></li>
                <li><a href=release>{lang.release_title(notice.line.number.as_str())}</a></li>
            </ul>
        </section>
        {attempts}
        {proofs}
        {actions}
        {decisions}
    }
}

fn objections(lang: Lang, notice: &NoticeView) -> impl IntoView + use<> {
    let items: Vec<_> = notice
        .objections
        .iter()
        .zip(1..)
        .map(|(view, no)| {
            let papers = view.papers.clone();
            let reply = view.reply.clone();
            let unproven = unproven(lang, notice, view.objection.capacity);
            view! { <ObjectionItem of=view.clone() no/> {unproven}<p class="bwc-soft">{reply}</p><PaperList papers reader=PaperReader::Staff/> }
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
