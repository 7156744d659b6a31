//! What part of the log is wanted, read from the address.

use law::{
    profile::Profile,
    request::{Stage, Track},
};
use leptos::prelude::*;
use office::{Lang, Refusal, forms::LogForm, views::LogFilter};
use texts::{LawWords, StatusWords};

use crate::{
    components::{Button, Draft, Field, Select},
    context::{lang, office, query},
    pages::address::{address, address_of_page},
};

/// A search as typed, and what it asks for.
pub struct Search {
    form: LogForm,
    /// What the office is asked; `None` if the search cannot be read.
    pub filter: Option<LogFilter>,
    /// What is wrong with the search.
    pub refusal: Option<Refusal>,
}

impl Search {
    /// Reads the address of the page.
    pub fn here(profile: &Profile) -> Self {
        Self::read(
            LogForm {
                q: query("q"),
                status: query("status"),
                month: query("month"),
                track: query("track"),
                division: query("division"),
                page: query("page"),
            },
            profile,
        )
    }

    fn read(form: LogForm, profile: &Profile) -> Self {
        let (filter, refusal) = match form.check(profile) {
            Ok(filter) => (Some(filter), None),
            Err(errors) => (None, Some(errors.into())),
        };
        Self { form, filter, refusal }
    }

    /// Whether it leaves anything out.
    pub fn narrow(&self) -> bool {
        !self.form.given().is_empty()
    }

    /// The address of another page of the same search.
    pub fn link(&self, lang: Lang, page: u32) -> String {
        address_of_page(&lang.path("/requests"), &self.form.given(), page)
    }

    /// The address of its feed.
    pub fn feed(&self, lang: Lang) -> String {
        address(&lang.path("/requests/feed.atom"), &self.form.given())
    }

    /// The form that asks, as it stands.
    pub fn draft(&self) -> Draft {
        Draft::new(&self.form, self.refusal.clone(), |lang, name| match name {
            "q" => (lang.log_q(), Some(lang.log_q_hint())),
            "month" => (lang.log_month(), Some(lang.log_month_hint())),
            "track" => (lang.log_track(), None),
            "division" => (lang.log_division(), None),
            "page" => (lang.log_page(), None),
            _ => (lang.log_status(), None),
        })
    }
}

/// The form that asks.
#[component]
pub fn SearchForm(draft: Draft) -> impl IntoView {
    let (lang, office) = (lang(), office());
    let stages = Stage::ALL.map(|stage| (stage.key().to_owned(), lang.stage(stage).to_owned()));
    let tracks = Track::ALL.map(|track| (track.key().to_owned(), lang.track_short(track).to_owned()));
    let divisions = &office.profile().divisions;
    let divisions = divisions
        .iter()
        .map(|one| (one.key.clone(), one.name.clone()))
        .collect();
    let month = draft.field("month");
    // A browser empties a month field that holds no month; what was typed must stay to be mended.
    let month_kind = if month.error.is_some() { "text" } else { "month" };
    view! {
        <form class="bwc-search" method="get" action=lang.path("/requests") role="search">
            <Field of=draft.field("q") kind="search"/>
            <Field of=month kind=month_kind/>
            <Select of=draft.field("status") options=stages.to_vec() empty=lang.log_all()/>
            <Select of=draft.field("track") options=tracks.to_vec() empty=lang.log_any_track()/>
            <Select of=draft.field("division") options=divisions empty=lang.log_any_division()/>
            <Button>{lang.log_search()}</Button>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use office::Problem;

    use super::*;

    fn read(form: LogForm) -> Search {
        Search::read(form, &Profile::built_in("kansas-city-mo").expect("the profile"))
    }

    #[test]
    fn the_next_page_and_the_feed_keep_the_search() {
        let search = read(LogForm {
            q: " Shoal & Creek ".into(),
            month: "2026-02".into(),
            track: "public".into(),
            page: "7".into(),
            ..LogForm::default()
        });
        let kept = "q=Shoal%20%26%20Creek&month=2026-02&track=public";
        assert_eq!(search.link(Lang::Es, 2), format!("/es/requests?{kept}&page=2"));
        assert_eq!(search.feed(Lang::En), format!("/requests/feed.atom?{kept}"));
        assert_eq!(read(LogForm::default()).feed(Lang::Es), "/es/requests/feed.atom");
    }

    #[test]
    fn a_status_that_does_not_exist_is_told_and_not_asked() {
        let search = read(LogForm {
            status: "gone".into(),
            ..LogForm::default()
        });
        assert_eq!(search.refusal, Some(Refusal::field("status", Problem::UnknownChoice)));
        assert_eq!(search.filter, None);
    }
}
