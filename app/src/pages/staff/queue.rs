//! The queue: what to do on a Monday morning, nearest day first.

mod search;
mod table;
mod tasks;

use islands::ListKeys;
use leptos::prelude::*;
use office::{
    forms::QueueActForm,
    views::{Assignee, DueIn, Holder, QueueChoice, QueueColumn, QueueCounts, QueueFilter, QueuePage, QueueView},
};
use texts::{IntakeWords, PaperWords, QueueWords, StaffWords, StatusWords, TaskWords};

use self::{
    search::{Search, SearchForm},
    table::QueueTable,
    tasks::Tasks,
};
use super::{assign::takers, signed_in};
use crate::{
    components::{
        Banner, Button, ButtonKind, Choice, Choices, ChoicesKind, Draft, Field, FieldState, Form, FormProblems, Inset,
        Layout, Pagination, Select, TextField, Tone,
    },
    context::{lang, load, office, query, set_status, visitor},
};

/// The queue.
#[component]
pub fn Queue() -> impl IntoView {
    let (office, staff) = (office(), signed_in());
    let search = Search::here(office.profile());
    let filter = search.filter.clone();
    load(
        async move {
            let staff = staff?;
            let works = staff.custodian().is_ok();
            let found = match filter {
                Some(filter) => Some(office.queue(&staff, filter).await?),
                None => None,
            };
            Ok((works, found))
        },
        move |(works, found)| view! { <QueueFound search works found/> },
    )
}

#[component]
fn QueueFound(search: Search, works: bool, found: Option<QueuePage>) -> impl IntoView {
    let lang = lang();
    let asked = search.draft();
    if let Some(queue) = found {
        return view! { <QueueList search works queue/> }.into_any();
    }
    set_status(422);
    view! {
        <Layout title=lang.queue_title() wide=true failed=true>
            <FormProblems draft=asked/>
            <h1>{lang.queue_title()}</h1>
            <SearchForm search assignees=Vec::new() names=works shortcuts=false/>
            <p><a href=lang.path("/staff/queue")>{lang.queue_clear()}</a></p>
        </Layout>
    }
    .into_any()
}

#[component]
fn QueueList(search: Search, works: bool, queue: QueuePage) -> impl IntoView {
    let lang = lang();
    let draft = Draft::refused_or(QueueActForm::default, |lang, name| match name {
        "note" => (lang.queue_field(name), Some(lang.assign_hint())),
        "column" => (lang.queue_field(name), Some(lang.queue_columns_hint())),
        name => (lang.queue_field(name), None),
    });
    let failed = draft.failed();
    let done = (query("done") == "1" && !failed)
        .then(|| view! { <Banner title=lang.done_title() tone=Tone::Open><p>{lang.queue_done()}</p></Banner> });
    let stands_in = (!queue.stands_in_for.is_empty())
        .then(|| view! { <p>{lang.queue_stands_in(&queue.stands_in_for.join(", "), queue.stands_in_for.len())}</p> });
    let choice = queue.choice.clone();
    let tasks = view! { <Tasks tasks=queue.tasks.clone() works/> };
    let (above, below) = if works {
        (None, Some(tasks))
    } else {
        (Some(tasks), None)
    };
    let assignees = queue.assignees.clone();
    view! {
        <Layout title=lang.queue_title() wide=true full=true islands=true failed>
            <FormProblems draft=draft.clone()/>
            {done}
            {queue.clock_unconfirmed.map(|last| view! {
                <Banner title=lang.clock_unconfirmed() tone=Tone::Waiting>
                    <p>{lang.clock_unconfirmed_means(last)}</p>
                </Banner>
            })}
            {queue.clock_wrong.then(|| view! {
                <Banner title=lang.clock_wrong() tone=Tone::Stop>
                    <p>{lang.clock_wrong_means()}</p>
                </Banner>
            })}
            {queue.scan_silent.then(|| view! {
                <Banner title=lang.scan_silent() tone=Tone::Stop><p>{lang.scan_silent_means()}</p></Banner>
            })}
            {queue.little_space.map(|free| view! {
                <Banner title=lang.little_space(free) tone=Tone::Stop>
                    <p>{lang.little_space_means()}</p>
                </Banner>
            })}
            {above.map(|tasks| view! { <h1>{lang.tasks_title()}</h1>{tasks} })}
            <div class="bwc-queue-top">
                {if works {
                    view! { <h1>{lang.queue_title()}</h1> }.into_any()
                } else {
                    view! { <h2>{lang.tasks_requests()}</h2> }.into_any()
                }}
                <p><strong>{lang.queue_today(queue.today)}"."</strong>" "{lang.queue_summary(&queue.counts)}</p>
                {works.then(|| view! { <p><a href=lang.path("/staff/requests/new")>{lang.intake_title()}</a></p> })}
            </div>
            {below}
            <Parts search=search.clone() counts=queue.counts/>
            {stands_in}
            {queue.names_closed.then(|| view! { <p>{lang.queue_names_closed()}</p> })}
            {queue.incomplete.then(|| view! { <p>{lang.queue_incomplete()}</p> })}
            <SearchForm search=search.clone() assignees=assignees.clone() names=works shortcuts=choice.shortcuts/>
            <Found search works queue draft=draft.clone()/>
            {choice.shortcuts.then(|| view! { <ListKeys/> })}
            <View choice draft names=works/>
        </Layout>
    }
}

/// The parts of the queue, with how many are in each, as links.
#[component]
fn Parts(search: Search, counts: QueueCounts) -> impl IntoView {
    let lang = lang();
    let view = |view| QueueFilter {
        view,
        ..QueueFilter::default()
    };
    let due = |due| QueueFilter {
        due: Some(due),
        ..QueueFilter::default()
    };
    let holder = |holder| QueueFilter {
        holder: Some(holder),
        ..QueueFilter::default()
    };
    let unread = QueueFilter {
        unread: true,
        ..QueueFilter::default()
    };
    let name = |view| lang.queue_view(view);
    let parts = [
        (name(QueueView::Open), "", view(QueueView::Open), Some(counts.open)),
        (
            name(QueueView::Overdue),
            "view=overdue",
            view(QueueView::Overdue),
            Some(counts.overdue),
        ),
        (
            lang.queue_today_short(),
            "due=today",
            due(DueIn::Today),
            Some(counts.today),
        ),
        (lang.queue_week(), "due=week", due(DueIn::Week), Some(counts.week)),
        (
            lang.queue_own_passed(),
            "due=own_passed",
            due(DueIn::OwnPassed),
            Some(counts.own_passed),
        ),
        (lang.queue_mine(), "holder=me", holder(Holder::Mine), Some(counts.mine)),
        (
            lang.queue_unassigned(),
            "holder=nobody",
            holder(Holder::Nobody),
            Some(counts.unassigned),
        ),
        (lang.queue_unread(), "unread=1", unread, Some(counts.unread)),
        (name(QueueView::Waiting), "view=waiting", view(QueueView::Waiting), None),
        (name(QueueView::Ended), "view=ended", view(QueueView::Ended), None),
    ];
    let items = parts.map(|(words, query, filter, count)| {
        let href = lang.path(if query.is_empty() { "/staff/queue" } else { "/staff/queue?" }) + query;
        let late = filter.view == QueueView::Overdue && counts.overdue > 0;
        let current = search.is_just(filter).then_some("page");
        let count = count.map(|count| view! { " "<strong class="bwc-queue-number" class:bwc-queue-left--late=late>{count.to_string()}</strong> });
        view! { <li><a class="bwc-queue-tab" href=href aria-current=current>{words}{count}</a></li> }
    });
    view! { <nav aria-label=lang.queue_parts()><ul class="bwc-queue-tabs">{items.collect_view()}</ul></nav> }
}

/// The lines found, or why there are none.
#[component]
fn Found(search: Search, works: bool, queue: QueuePage, draft: Draft) -> impl IntoView {
    let lang = lang();
    let (total, page) = (queue.total, queue.page);
    if total == 0 {
        let none = if search.narrow() {
            lang.queue_none_found()
        } else {
            lang.queue_none()
        };
        return view! { <Inset><p>{none}</p></Inset> }.into_any();
    }
    if queue.lines.is_empty() {
        let first = search.page(lang, 1);
        return view! { <Inset><p>{lang.queue_beyond()}" "<a href=first>{lang.queue_first_page()}</a></p></Inset> }
            .into_any();
    }
    let QueuePage {
        lines,
        choice,
        today,
        assignees,
        ..
    } = queue;
    let table = view! { <QueueTable search=search.clone() columns=choice.columns chosen=draft.field("number").values lines today total selects=works/> };
    let pages = view! { <Pagination page total link=move |page| search.page(lang, page)/> };
    if !works {
        return view! { {table}{pages} }.into_any();
    }
    view! {
        <Form action=posts_to()>
            <input type="hidden" name="act" value="assign"/>
            {table}
            {pages}
            <Assign assignees draft/>
        </Form>
    }
    .into_any()
}

/// The address that forms of the page post to: with the search, so that one comes back to it.
fn posts_to() -> String {
    let visitor = visitor();
    let path = visitor.lang.path("/staff/queue");
    if visitor.query.is_empty() {
        path
    } else {
        format!("{path}?{}", visitor.query)
    }
}

/// Who the selected requests are given to.
#[component]
fn Assign(assignees: Vec<Assignee>, draft: Draft) -> impl IntoView {
    let lang = lang();
    let options = takers(assignees);
    let missing = draft.problems().field("number", lang.queue_field("number"));
    let typed = |name| draft.field(name).values.iter().any(|value| !value.is_empty());
    let opens = typed("promised") || typed("text") || draft.problems().field("promised", "").is_some();
    view! {
        <div class="bwc-queue-assign">
            {missing.map(|words| view! { <p class="bwc-field__error" id="number" tabindex="-1">{words}</p> })}
            <Select of=draft.field("to") options/>
            <Field of=draft.field("note")/>
            <Button kind=ButtonKind::Second>{lang.queue_assign()}</Button>
            <Button kind=ButtonKind::Second name="print" value="1">{lang.queue_print()}</Button>
        </div>
        <details class="bwc-queue-filters" open=opens>
            <summary>{lang.queue_extend()}</summary>
            <p>{lang.queue_extend_hint()}</p>
            <Field of=draft.field("promised") kind="date"/>
            <TextField of=draft.field("text")/>
            <Button kind=ButtonKind::Second name="extend" value="1">{lang.queue_extend_send()}</Button>
        </details>
    }
}

/// How whoever looks wants to see the queue.
#[component]
fn View(choice: QueueChoice, draft: Draft, names: bool) -> impl IntoView {
    let lang = lang();
    let mut field = draft.field("column");
    field.values = choice.columns.iter().map(|column| column.key().to_owned()).collect();
    let choices = QueueColumn::ALL
        .into_iter()
        .filter(|column| names || !matches!(column, QueueColumn::Name | QueueColumn::Place))
        .map(|column| Choice::new(column.key(), lang.queue_column(column)))
        .collect();
    let shortcuts = FieldState {
        name: "shortcuts",
        label: lang.queue_field("shortcuts"),
        values: choice.shortcuts.then(|| "1".to_owned()).into_iter().collect(),
        ..FieldState::default()
    };
    let on = vec![Choice::new("1", lang.queue_shortcuts()).hint(lang.queue_shortcuts_hint())];
    view! {
        <details class="bwc-queue-filters">
            <summary>{lang.queue_columns()}</summary>
            <Form action=posts_to()>
                <input type="hidden" name="act" value="choice"/>
                <Choices of=field kind=ChoicesKind::Many choices/>
                <Choices of=shortcuts kind=ChoicesKind::Many choices=on/>
                <Button kind=ButtonKind::Second>{lang.queue_columns_send()}</Button>
            </Form>
        </details>
        <p><a href=lang.path("/staff/absences")>{lang.absences_title()}</a></p>
    }
}
