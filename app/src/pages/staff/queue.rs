//! The queue: what to do on a Monday morning, nearest day first.

mod table;

use leptos::prelude::*;
use office::views::{LetterCounts, QueuePage, QueueView};
use texts::{LetterDeskWords, ProposalWords, ReleaseDeskWords, StaffWords};

use self::table::QueueTable;
use super::signed_in;
use crate::{
    components::{Banner, Inset, Layout, Pagination, Tone},
    context::{lang, load, office, page_number, query},
};

/// The queue.
#[component]
pub fn Queue() -> impl IntoView {
    let (office, staff) = (office(), signed_in());
    let asked = query("view");
    let view = VIEWS.into_iter().find(|view| key(*view) == asked).unwrap_or_default();
    let page_number = page_number();
    load(
        async move { office.queue(&staff?, view, page_number).await },
        |queue| view! { <QueueList queue/> },
    )
}

const VIEWS: [QueueView; 4] = [
    QueueView::Open,
    QueueView::Overdue,
    QueueView::Waiting,
    QueueView::Ended,
];

/// A view as the address names it.
const fn key(view: QueueView) -> &'static str {
    match view {
        QueueView::Open => "open",
        QueueView::Overdue => "overdue",
        QueueView::Waiting => "waiting",
        QueueView::Ended => "ended",
    }
}

const fn link(view: QueueView) -> &'static str {
    match view {
        QueueView::Open => "/staff/queue",
        QueueView::Overdue => "/staff/queue?view=overdue",
        QueueView::Waiting => "/staff/queue?view=waiting",
        QueueView::Ended => "/staff/queue?view=ended",
    }
}

#[component]
fn QueueList(queue: QueuePage) -> impl IntoView {
    let lang = lang();
    let today = lang.queue_today(queue.today);
    let sentence = lang.queue_sentence(queue.overdue, queue.due_today);
    view! {
        <Layout title=lang.queue_title() wide=true>
            <h1>{lang.queue_title()}</h1>
            {queue.clock_wrong.then(|| view! {
                <Banner title=lang.clock_wrong() tone=Tone::Stop>
                    <p>{lang.clock_wrong_means()}</p>
                </Banner>
            })}
            {queue.little_space.map(|free| view! {
                <Banner title=lang.little_space(free) tone=Tone::Stop>
                    <p>{lang.little_space_means()}</p>
                </Banner>
            })}
            <p><strong>{today}"."</strong>" "{sentence}</p>
            {letters_needed(queue.letters)}
            {proposals_waiting(queue.proposed)}
            {proposals_wait(queue.proposals)}
            <Counts overdue=queue.overdue due_today=queue.due_today open=queue.open/>
            <Tabs shown=queue.view/>
            <QueueLines queue/>
        </Layout>
    }
}

/// How much waits for a second person, with the way there; nothing where nothing does.
fn proposals_wait(count: u64) -> Option<impl IntoView> {
    let lang = lang();
    let href = lang.path("/staff/waiting");
    (count > 0).then(|| {
        view! { <p><a href=href><strong>{lang.proposals_title()}</strong>": "{lang.proposals_wait(count)}</a></p> }
    })
}

/// How many letters need a person, with the way to them; nothing where none does.
fn letters_needed(counts: LetterCounts) -> Option<impl IntoView> {
    let lang = lang();
    let words = lang.letters_need(counts.failed, counts.sender_refused, counts.paper);
    let href = lang.path(if counts.failed > 0 {
        "/staff/mail"
    } else if counts.sender_refused > 0 {
        "/staff/mail?view=waiting"
    } else {
        "/staff/mail?view=paper"
    });
    (!words.is_empty()).then(|| {
        view! { <p><a href=href><strong>{lang.letters_title()}</strong>": "{words}</a></p> }
    })
}

/// How many proposals for the public library wait for a second person, with the way to them; nothing where none does.
fn proposals_waiting(proposed: u64) -> Option<impl IntoView> {
    let lang = lang();
    let href = lang.path("/staff/library");
    (proposed > 0).then(|| {
        view! { <p><a href=href><strong>{lang.publication_title()}</strong>": "{lang.publication_need(proposed)}</a></p> }
    })
}

#[component]
fn Counts(overdue: u64, due_today: u64, open: u64) -> impl IntoView {
    let lang = lang();
    let counts = [
        (overdue, lang.count_overdue(), overdue > 0),
        (due_today, lang.count_today(), false),
        (open, lang.count_open(), false),
    ];
    let items = counts.map(|(count, words, late)| {
        view! {
            <li class="bwc-queue-count" class:bwc-queue-count--late=late>
                <strong class="bwc-queue-number">{count.to_string()}</strong>
                " "
                <span>{words}</span>
            </li>
        }
    });
    view! { <ul class="bwc-queue-counts">{items.collect_view()}</ul> }
}

#[component]
fn Tabs(shown: QueueView) -> impl IntoView {
    let lang = lang();
    let items = VIEWS.map(|view| {
        let words = match view {
            QueueView::Open => lang.view_open(),
            QueueView::Overdue => lang.view_overdue(),
            QueueView::Waiting => lang.view_waiting(),
            QueueView::Ended => lang.view_ended(),
        };
        let current = (view == shown).then_some("page");
        view! { <li><a class="bwc-queue-tab" href=lang.path(link(view)) aria-current=current>{words}</a></li> }
    });
    view! { <nav aria-label=lang.view_menu()><ul class="bwc-queue-tabs">{items.collect_view()}</ul></nav> }
}

/// The lines of the part shown, or why there are none.
#[component]
fn QueueLines(queue: QueuePage) -> impl IntoView {
    let lang = lang();
    let (view, total, page) = (queue.view, queue.total, queue.page);
    let (order, none) = match view {
        QueueView::Open => (lang.view_open_order(), lang.queue_none_open()),
        QueueView::Overdue => (lang.view_overdue_order(), lang.queue_none_overdue()),
        QueueView::Waiting => (lang.view_waiting_order(), lang.queue_none_waiting()),
        QueueView::Ended => (lang.view_ended_order(), lang.queue_none_ended()),
    };
    if total == 0 {
        return view! { <Inset><p>{none}</p></Inset> }.into_any();
    }
    if queue.lines.is_empty() {
        let first = lang.path(link(view));
        return view! { <Inset><p>{lang.queue_beyond()}" "<a href=first>{lang.queue_first_page()}</a></p></Inset> }
            .into_any();
    }
    let link = move |page: u32| lang.path(&format!("/staff/queue?view={}&page={page}", key(view)));
    view! {
        <QueueTable order lines=queue.lines today=queue.today/>
        <Pagination page total link/>
    }
    .into_any()
}
