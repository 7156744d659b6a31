//! What part of the queue is wanted, read from the address, and the addresses of other parts.

use law::{
    clock::ClockId,
    profile::Profile,
    request::{Stage, Track},
    request_state::Party,
};
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::QueueForm,
    views::{Assignee, DueIn, QueueColumn, QueueFilter, QueueSort, QueueView},
};
use texts::{LawWords, QueueWords, StatusWords};

use crate::{
    components::{Button, ButtonKind, Draft, Select},
    context::{lang, office, query},
    pages::address::{address, address_of_page},
};

/// A search as typed, and what it asks for.
#[derive(Clone)]
pub struct Search {
    form: QueueForm,
    /// What the office is asked; `None` if the search cannot be read.
    pub filter: Option<QueueFilter>,
    refusal: Option<Refusal>,
}

/// The boxes of the filters.
const TICKS: [&str; 3] = ["unread", "needed", "letters"];

impl Search {
    /// Reads the address of the page.
    pub fn here(profile: &Profile) -> Self {
        let form = QueueForm {
            q: query("q"),
            view: query("view"),
            holder: query("holder"),
            due: query("due"),
            clock: query("clock"),
            waits_for: query("waits_for"),
            track: query("track"),
            division: query("division"),
            stage: query("stage"),
            unread: query("unread"),
            needed: query("needed"),
            letters: query("letters"),
            sort: query("sort"),
            page: query("page"),
        };
        Self::read(form, profile)
    }

    fn read(form: QueueForm, profile: &Profile) -> Self {
        let (filter, refusal) = match form.check(profile) {
            Ok(filter) => (Some(filter), None),
            Err(errors) => (None, Some(errors.into())),
        };
        Self { form, filter, refusal }
    }

    /// How many filters are set, beside part, search and order.
    pub fn filters(&self) -> usize {
        let free = ["q", "view", "sort"];
        let set = self.form.values().into_iter();
        set.filter(|(name, value)| !free.contains(name) && !value.trim().is_empty())
            .count()
    }

    /// Whether it leaves anything out of its part.
    pub fn narrow(&self) -> bool {
        self.filters() > 0 || !self.form.q.trim().is_empty()
    }

    fn given(&self) -> Vec<(&str, &str)> {
        let values = self.form.values().into_iter();
        let values = values.map(|(name, value)| (name, value.trim()));
        values.filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The address of another page of the same search.
    pub fn page(&self, lang: Lang, page: u32) -> String {
        address_of_page(&lang.path("/staff/queue"), &self.given(), page)
    }

    /// The address of the same search sorted by a column, or by the number; again: turned round.
    pub fn sorted(&self, lang: Lang, column: Option<QueueColumn>) -> String {
        let key = column.map_or("number", QueueColumn::key);
        let again = self.sort_of(column) == Some(false);
        let sort = format!("{}{key}", if again { "-" } else { "" });
        let mut values = self.given();
        values.retain(|(name, _)| *name != "sort");
        values.push(("sort", &sort));
        address(&lang.path("/staff/queue"), &values)
    }

    /// Whether it is sorted by this column, and then whether the last comes first.
    pub fn sort_of(&self, column: Option<QueueColumn>) -> Option<bool> {
        let filter = self.filter.as_ref()?;
        let due = QueueSort {
            column: Some(QueueColumn::Due),
            descending: false,
        };
        let by_due = matches!(filter.view, QueueView::Open | QueueView::Overdue | QueueView::All);
        let sort = filter.sort.or_else(|| by_due.then_some(due))?;
        (sort.column == column).then_some(sort.descending)
    }

    /// Whether it asks for just this, in any order and on any page.
    pub fn is_just(&self, filter: QueueFilter) -> bool {
        let Some(asked) = &self.filter else { return false };
        let in_order = QueueFilter {
            sort: asked.sort,
            page: asked.page,
            ..filter
        };
        *asked == in_order
    }

    /// The form that asks, as it stands.
    pub fn draft(&self) -> Draft {
        Draft::new(&self.form, self.refusal.clone(), |lang, name| {
            (lang.queue_field(name), None)
        })
    }
}

/// The form that asks: the search always open, the filters behind a line that says how many are set.
#[component]
pub fn SearchForm(search: Search, assignees: Vec<Assignee>, names: bool, shortcuts: bool) -> impl IntoView {
    let (lang, draft) = (lang(), search.draft());
    let words = match search.filters() {
        0 => lang.queue_filters().to_owned(),
        set => lang.queue_filtered(set),
    };
    let open = search.filters() > 0 || search.filter.is_none();
    let q = draft.field("q");
    let label = if names {
        lang.queue_q_hint()
    } else {
        lang.queue_q_public()
    };
    // These stand in no field of the form.
    let elsewhere = ["sort", "page"].map(|name| {
        let problem = draft.field(name).error;
        problem.map(|words| view! { <p class="bwc-field__error" id=name tabindex="-1">{words}</p> })
    });
    let clear = search
        .narrow()
        .then(|| view! { <a href=lang.path("/staff/queue")>{lang.queue_clear()}</a> });
    let sort = draft.value("sort");
    let sort = (!sort.is_empty()).then(|| view! { <input type="hidden" name="sort" value=sort/> });
    view! {
        <form class="bwc-queue-search" method="get" action=lang.path("/staff/queue") role="search">
            <div class="bwc-queue-search__line">
                <label class="bwc-field__label" for="q">{label}</label>
                {q.error.clone().map(|words| view! { <p class="bwc-field__error" id="q-error">{words}</p> })}
                <input
                    class="bwc-field__control"
                    type="search"
                    id="q"
                    name="q"
                    value=q.value()
                    aria-describedby=q.described_by()
                    aria-invalid=q.invalid()
                    aria-keyshortcuts=shortcuts.then_some("/")
                />
                {elsewhere.into_iter().collect_view()}
                <Button kind=ButtonKind::Second>{lang.queue_search()}</Button>
                {clear}
                {sort}
                <details class="bwc-queue-filters" open=open>
                    <summary>{words}</summary>
                    <Filters draft assignees/>
                </details>
            </div>
        </form>
    }
}

#[component]
fn Filters(draft: Draft, assignees: Vec<Assignee>) -> impl IntoView {
    let (lang, office) = (lang(), office());
    let pair = |key: &str, words: &str| (key.to_owned(), words.to_owned());
    let own = [pair("me", lang.queue_mine()), pair("nobody", lang.queue_nobody())];
    let people = assignees.into_iter().map(|one| (one.id, one.name));
    let holders: Vec<_> = own.into_iter().chain(people).collect();
    let due = DueIn::ALL.map(|due| {
        let words = match due {
            DueIn::Today => lang.queue_today_short(),
            DueIn::Week => lang.queue_week(),
            DueIn::OwnPassed => lang.queue_own_passed(),
        };
        pair(due.key(), words)
    });
    let parties = Party::ALL.map(|party| pair(party.key(), lang.queue_party(party)));
    let views = QueueView::ALL.map(|view| pair(view.key(), lang.queue_view(view)));
    let clocks = ClockId::ALL.map(|clock| pair(clock.key(), lang.clock(clock)));
    let tracks = Track::ALL.map(|track| pair(track.key(), lang.track_short(track)));
    let stages = Stage::ALL.map(|stage| pair(stage.key(), lang.stage(stage)));
    let divisions: Vec<_> = office
        .profile()
        .divisions
        .iter()
        .map(|one| pair(&one.key, &one.name))
        .collect();
    let any = lang.queue_any();
    let ticks: Vec<_> = TICKS
        .into_iter()
        .map(|name| {
            let checked = draft.value(name) == "1";
            view! {
                <label class="bwc-queue-tick">
                    <input type="checkbox" id=name name=name value="1" checked=checked/>
                    {lang.queue_field(name)}
                </label>
            }
        })
        .collect();
    view! {
        <div class="bwc-queue-filters__fields">
            <Select of=draft.field("view") options=views.to_vec() empty=lang.queue_view_usual()/>
            <Select of=draft.field("holder") options=holders empty=any/>
            <Select of=draft.field("due") options=due.to_vec() empty=any/>
            <Select of=draft.field("waits_for") options=parties.to_vec() empty=any/>
            <Select of=draft.field("stage") options=stages.to_vec() empty=any/>
            <Select of=draft.field("clock") options=clocks.to_vec() empty=any/>
            <Select of=draft.field("track") options=tracks.to_vec() empty=any/>
            <Select of=draft.field("division") options=divisions empty=any/>
            <div class="bwc-queue-ticks">{ticks}</div>
            <Button kind=ButtonKind::Second>{lang.queue_apply()}</Button>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(form: QueueForm) -> Search {
        Search::read(form, &Profile::built_in("kansas-city-mo").expect("the profile"))
    }

    #[test]
    fn another_page_and_another_order_keep_the_search() {
        let search = read(QueueForm {
            q: "Ortiz & Co".into(),
            holder: "me".into(),
            sort: "received".into(),
            page: "3".into(),
            ..QueueForm::default()
        });
        let kept = "q=Ortiz%20%26%20Co&holder=me";
        assert_eq!(
            search.page(Lang::Es, 2),
            format!("/es/staff/queue?{kept}&sort=received&page=2")
        );
        let turned = search.sorted(Lang::En, Some(QueueColumn::Received));
        assert_eq!(turned, format!("/staff/queue?{kept}&sort=-received"));
        let other = search.sorted(Lang::En, None);
        assert_eq!(other, format!("/staff/queue?{kept}&sort=number"));
        assert_eq!((search.filters(), search.narrow()), (1, true));
    }
}
